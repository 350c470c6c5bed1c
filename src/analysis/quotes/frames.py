"""From texts to the quotes frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.cache import recalling
from analysis.progress import with_progress
from analysis.quotes.attribution import Quote, find_quotes
from analysis.schema import frame, require

if TYPE_CHECKING:
    import pandas as pd


def extract_quotes(
    articles: pd.DataFrame,
    annotator: Callable[[str], Iterable[Quote]] | None = None,
    progress: bool | None = None,
    cache: str | Path | bool | None = None,
) -> pd.DataFrame:
    """Find every attribution of every article.

    Parameters
    ----------
    articles : pandas.DataFrame
        With the columns ``doc_id`` and ``text``.
    annotator : callable, optional
        Another text → quotes function in the place of `find_quotes`: a model, a service. What it returns is held
        against the text: a quote whose offsets do not give its text is dropped and counted.
    progress : bool, optional
        Whether to show a progress bar; by default for more than 200 articles.
    cache : path or bool, optional
        Where to keep what was found, so that the same text need not be read again: a file, or True for the user's
        own; by default the file that the environment variable ``NABA_CACHE`` names, nowhere if it is not set. What an
        `annotator` finds is not kept.

    Returns
    -------
    pandas.DataFrame
        One row a content, columns as in ``schema.FRAMES["quotes"]``. ``attrs["ungrounded"]`` counts dropped quotes.

    Raises
    ------
    ValueError
        If `articles` lacks a column.

    Examples
    --------
    >>> import pandas as pd
    >>> articles = pd.DataFrame({"doc_id": ["a"], "text": ["قال سامر حداد إن الطريق مفتوح."]})
    >>> extract_quotes(articles)[["speaker", "text"]].values.tolist()
    [['سامر حداد', 'إن الطريق مفتوح']]
    """
    require(articles, "articles", "doc_id", "text")
    rows: list[dict[str, Any]] = []
    dropped = 0
    pairs = zip(articles["doc_id"].tolist(), articles["text"].tolist(), strict=True)
    with recalling(cache, "quotes") as recall:
        for doc_id, text in with_progress(pairs, len(articles), "quotes", progress):
            if not isinstance(text, str):
                continue
            for quote in annotator(text) if annotator else recall(find_quotes, Quote, text):
                if not 0 <= quote.start < quote.end <= len(text) or text[quote.start : quote.end] != quote.text:
                    dropped += 1
                    continue
                rows.append({"doc_id": doc_id, **quote._asdict()})
    quotes = frame("quotes", rows)
    quotes.attrs["ungrounded"] = dropped
    return quotes
