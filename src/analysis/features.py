"""Articles as numbers: features of whole articles, in a named frame.

The analyser of words, `analysis.analyzer.ArabicAnalyzer`, can be had from here as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils import Tags
from sklearn.utils.validation import check_is_fitted

from analysis import arabic, schema
from analysis.analyzer import ArabicAnalyzer
from analysis.voices import is_anonymous

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["ArabicAnalyzer", "ArticleFeatures"]

_LATIN = re.compile(r"[A-Za-z]{2,}")
_DIVERSITY_WINDOW = 100


class ArticleFeatures(TransformerMixin, BaseEstimator):
    """Features of whole articles: a numeric frame, one row an article, in the articles' order.

    Parameters
    ----------
    quotes, times : DataFrame, optional
        The frames of these articles; each adds its columns. Rows of other articles are ignored.

    Notes
    -----
    ============================ ====================================================================
    n_words, n_sentences,        counts; a word is what `analysis.arabic.words` finds
    n_paragraphs
    words_per_sentence           mean; missing without sentences
    lexical_diversity            distinct words among words: moving average over windows of 100 words
                                 (Covington and McFall 2010); missing without words
    latin_share                  share of Latin words among words; missing without words
    n_quotes                     attributions [quotes]
    quoted_share                 share of the characters that lie in the content of one [quotes]
    direct_share                 share of direct and mixed ones among them; missing without any [quotes]
    n_speakers                   different speakers named [quotes]
    n_anonymous                  attributions that name nobody (`analysis.voices.is_anonymous`) [quotes]
    n_media                      different media quoted through [quotes]
    n_times                      time expressions [times]
    times_per_100_words          their density; missing without words [times]
    future_share                 share of days after the publication among time expressions that mean days; missing
                                 without any or without a publication day [times]
    ============================ ====================================================================

    Examples
    --------
    >>> from analysis import schema
    >>> articles = schema.frame("articles", [{"doc_id": "a", "text": "بدأ اللقاء. انتهى اللقاء."}])
    >>> ArticleFeatures().fit_transform(articles)[["n_words", "n_sentences", "lexical_diversity"]]
       n_words  n_sentences  lexical_diversity
    0      4.0          2.0               0.75
    """

    def __init__(self, quotes: pd.DataFrame | None = None, times: pd.DataFrame | None = None) -> None:
        self.quotes = quotes
        self.times = times

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.input_tags.two_d_array, tags.input_tags.string = False, True
        return tags

    def fit(self, articles: pd.DataFrame, y: Any = None) -> Self:
        """Check the frames; there is nothing to learn.

        Raises
        ------
        ValueError
            If a frame lacks a column that is needed.
        """
        schema.require(articles, "articles", "doc_id", "text")
        if self.quotes is not None:
            schema.require(self.quotes, "quotes", "doc_id", "start", "end", "kind", "speaker", "medium")
        if self.times is not None:
            schema.require(self.times, "times", "doc_id", "earliest")
        self.n_features_in_ = articles.shape[1]
        return self

    def transform(self, articles: pd.DataFrame) -> pd.DataFrame:
        """Compute the features.

        Parameters
        ----------
        articles : DataFrame of shape (n_articles, n_columns)
            With ``doc_id`` and ``text``.

        Returns
        -------
        DataFrame of shape (n_articles, n_features)
            Dtype float64, index of `articles`.
        """
        import pandas as pd

        check_is_fitted(self, "n_features_in_")
        schema.require(articles, "articles", "doc_id", "text")
        texts = articles["text"].fillna("")
        data = pd.DataFrame(map(_of_text, texts), columns=list(_OF_TEXT), index=articles.index, dtype="float64")
        if self.quotes is not None:
            groups = dict(iter(self.quotes.groupby("doc_id")))
            rows = [_of_quotes(groups.get(doc), len(text)) for doc, text in zip(articles["doc_id"], texts, strict=True)]
            data[list(_OF_QUOTES)] = np.array(rows).reshape(-1, len(_OF_QUOTES))
        if self.times is not None:
            data["n_times"] = articles["doc_id"].map(self.times["doc_id"].value_counts()).fillna(0).astype("float64")
            data["times_per_100_words"] = 100 * data["n_times"] / data["n_words"].where(data["n_words"] > 0)
            data["future_share"] = _future(articles, self.times)
        return data

    def get_feature_names_out(self, input_features: Any = None) -> np.ndarray:
        """Names of the columns."""
        names = [
            *_OF_TEXT,
            *(_OF_QUOTES if self.quotes is not None else ()),
            *(_OF_TIMES if self.times is not None else ()),
        ]
        return np.array(names, dtype=object)


_OF_TEXT = ("n_words", "n_sentences", "n_paragraphs", "words_per_sentence", "lexical_diversity", "latin_share")
_OF_QUOTES = ("n_quotes", "quoted_share", "direct_share", "n_speakers", "n_anonymous", "n_media")
_OF_TIMES = ("n_times", "times_per_100_words", "future_share")


def _of_text(text: str) -> tuple[float, ...]:
    folded = arabic.fold(text).text
    words = arabic.words(folded).text
    n_sentences = len(arabic.sentences(text))
    return (
        len(words),
        n_sentences,
        len(arabic.paragraphs(text)),
        len(words) / n_sentences if n_sentences else np.nan,
        _diversity(words),
        len(_LATIN.findall(folded)) / len(words) if words else np.nan,
    )


def _diversity(words: Sequence[str], window: int = _DIVERSITY_WINDOW) -> float:
    """Moving-average type-token ratio."""
    if not words:
        return np.nan
    inside = Counter(words[:window])
    ratios = [len(inside)]
    for gone, come in zip(words, words[window:], strict=False):
        inside[come] += 1
        inside[gone] -= 1
        if not inside[gone]:
            del inside[gone]
        ratios.append(len(inside))
    return float(np.mean(ratios)) / min(window, len(words))


def _of_quotes(quotes: pd.DataFrame | None, length: int) -> tuple[float, ...]:
    if quotes is None:
        return 0.0, 0.0, np.nan, 0.0, 0.0, 0.0
    covered = done = 0
    for start, end in sorted(zip(quotes["start"], quotes["end"], strict=True)):
        covered += max(0, end - max(start, done))
        done = max(done, end)
    return (
        len(quotes),
        covered / length if length else 0.0,
        float(quotes["kind"].isin(["direct", "mixed"]).mean()),
        quotes["speaker"].nunique(),
        int(is_anonymous(quotes).sum()),
        quotes["medium"].nunique(),
    )


def _future(articles: pd.DataFrame, times: pd.DataFrame) -> np.ndarray:
    """Share of the articles' dated expressions that lie after the publication."""
    if "published" not in articles:
        return np.full(len(articles), np.nan)
    import pandas as pd

    dated = times.loc[times["earliest"].notna(), ["doc_id", "earliest"]]
    published = articles.drop_duplicates("doc_id").set_index("doc_id")["published"]
    later = (dated["earliest"].to_numpy() > published.reindex(dated["doc_id"]).to_numpy()).astype(float)
    share = pd.Series(later).groupby(dated["doc_id"].to_numpy()).mean().to_dict()
    known = zip(articles["doc_id"], articles["published"].notna(), strict=True)
    return np.array([share.get(doc_id, np.nan) if dated_itself else np.nan for doc_id, dated_itself in known])
