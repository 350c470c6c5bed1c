"""The frames that Naba hands around: their columns, their dtypes, their meaning.

Offsets are 0-based code point offsets into ``articles.text``, half open. A missing value is
missing (NaN, NaT, None), never an empty string; an empty frame has all columns and dtypes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

_DAY = "datetime64[s]"

#: Columns and dtypes of every frame. ``Int64`` and ``str`` take missing values; ``object`` holds lists.
FRAMES: dict[str, dict[str, str]] = {
    "articles": {
        **dict.fromkeys(("doc_id", "text", "title", "section"), "str"),
        "published": _DAY,
        **dict.fromkeys(("outlet", "author", "url", "path"), "str"),
    },
    "quotes": {
        "doc_id": "str",
        "start": "int64",
        "end": "int64",
        "text": "str",
        "kind": "str",
        "cue": "str",
        "cue_start": "Int64",
        "cue_end": "Int64",
        "source": "str",
        "source_start": "Int64",
        "source_end": "Int64",
        **dict.fromkeys(("speaker", "medium", "addressee"), "str"),
        "confidence": "float64",
    },
    "times": {
        "doc_id": "str",
        "start": "int64",
        "end": "int64",
        **dict.fromkeys(("text", "type", "value"), "str"),
        "earliest": _DAY,
        "latest": _DAY,
        "anchor": "str",
        "confidence": "float64",
    },
    "dating": {
        "doc_id": "str",
        "published": _DAY,
        "earliest": _DAY,
        "latest": _DAY,
        "candidates": "object",
        "evidence": "object",
    },
    "aliases": {
        "person": "str",
        "alias": "str",
        "count": "int64",
        "articles": "int64",
        "doc_ids": "object",
        "reason": "str",
    },
    "statements": {
        "group": "int64",
        "doc_id": "str",
        "start": "int64",
        "end": "int64",
        **dict.fromkeys(("text", "speaker", "person", "match"), "str"),
        "similarity": "float64",
        "speakers_differ": "bool",
        "same_outlet": "Int64",
        "other_outlet": "Int64",
    },
    "topics": {"doc_id": "str", "topic": "int64", "weight": "float64"},
    "topic_terms": {"topic": "int64", "label": "str", **dict.fromkeys(("terms", "articles", "sentences"), "object")},
    "timeline": {
        "doc_id": "str",
        "start": "int64",
        "end": "int64",
        "text": "str",
        "earliest": _DAY,
        "latest": _DAY,
        "precision": "str",
        "kind": "str",
        "speakers": "object",
        "salience": "float64",
        "clock": "str",
        "sources": "int64",
        "doc_ids": "object",
    },
    "concordance": {
        "doc_id": "str",
        "start": "int64",
        "end": "int64",
        **dict.fromkeys(("before", "keyword", "after", "speaker"), "str"),
    },
}


def frame(name: str, rows: Iterable[Mapping[str, Any]] = ()) -> pd.DataFrame:
    """Build the frame `name` from rows: all its columns, in order, with their dtypes.

    Parameters
    ----------
    name : str
        One of `FRAMES`.
    rows : iterable of mappings, optional
        Keys are column names; a column that a row lacks is missing there.

    Returns
    -------
    pandas.DataFrame

    Examples
    --------
    >>> list(frame("topics", [{"doc_id": "a", "topic": 0, "weight": 1.0}]).columns)
    ['doc_id', 'topic', 'weight']
    """
    import pandas as pd

    columns = FRAMES[name]
    rows = list(rows)
    return pd.DataFrame(
        {column: pd.Series([row.get(column) for row in rows], dtype=dtype) for column, dtype in columns.items()}
    )


def require(data: pd.DataFrame, name: str, *columns: str) -> None:
    """Raise a `ValueError` that names what is missing if `data` cannot serve as the frame `name`.

    Parameters
    ----------
    data : pandas.DataFrame
    name : str
        One of `FRAMES`, for the message.
    *columns : str
        The columns needed.
    """
    missing = [column for column in columns if column not in data.columns]
    if missing:
        raise ValueError(
            f"the {name} frame lacks the columns {', '.join(missing)}; it has {', '.join(map(str, data.columns))}"
        )
