"""Reliability: whether the rows with a confidence of .9 are right nine times in ten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.evaluation.gold import Gold, rows_by_document
from analysis.evaluation.measures import pair_quotes
from analysis.evaluation.spans import same_speaker
from analysis.schema import require

if TYPE_CHECKING:
    import pandas as pd

_THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


def judge_quotes(gold: Sequence[Gold], quotes: pd.DataFrame) -> pd.DataFrame:
    """Judge each extracted quotation of the annotated articles.

    Parameters
    ----------
    gold : sequence of Gold
        As from `read_gold`.
    quotes : pandas.DataFrame
        The quotes frame of an extraction.

    Returns
    -------
    pandas.DataFrame
        ``doc_id``, ``start``, ``end``, ``confidence``, ``content`` (whether the content is one of the gold's) and ``right``
        (whether content and speaker are); rows that an optional gold row excuses are left out.

    Raises
    ------
    ValueError
        If `quotes` lacks a column.
    """
    import pandas as pd

    require(quotes, "quotes", "doc_id", "start", "end", "speaker", "confidence")
    said = rows_by_document(quotes)
    rows = []
    for g in gold:
        found = said.get(g.doc_id, [])
        pairs = pair_quotes(g.text, found, g.quotes)
        for i, row in enumerate(found):
            if i in pairs.excused:
                continue
            hit = pairs.hits.get(i)
            named = hit is not None and same_speaker(row["speaker"], g.quotes[hit[0]]["speaker"])
            rows.append((row["doc_id"], row["start"], row["end"], row["confidence"], hit is not None, named))
    return pd.DataFrame(rows, columns=["doc_id", "start", "end", "confidence", "content", "right"])


def precision_at(judged: pd.DataFrame, thresholds: Sequence[float] = _THRESHOLDS) -> pd.DataFrame:
    """What is kept, and how much of it is right, at thresholds of confidence.

    Parameters
    ----------
    judged : pandas.DataFrame
        As from `judge_quotes`.
    thresholds : sequence of float, optional

    Returns
    -------
    pandas.DataFrame
        A row a threshold: ``confidence`` (at least), ``rows``, ``share`` of all rows, ``content`` (share whose content is
        right), ``right`` (share whose content and speaker are); missing where nothing is kept.

    Examples
    --------
    >>> import pandas as pd
    >>> judged = pd.DataFrame({"confidence": [0.9, 0.4], "content": [True, True], "right": [True, False]})
    >>> precision_at(judged, [0.0, 0.5])["right"].tolist()
    [0.5, 1.0]
    """
    import pandas as pd

    rows = []
    for threshold in thresholds:
        kept = judged[judged["confidence"] >= threshold]
        share = len(kept) / len(judged) if len(judged) else float("nan")
        rows.append((threshold, len(kept), share, kept["content"].mean(), kept["right"].mean()))
    return pd.DataFrame(rows, columns=["confidence", "rows", "share", "content", "right"])
