"""Tables of metadata beside the texts: records that say of an article all but its text.

A corpus of text files often has one table with outlet, date and section of each (the document variables of
quanteda and readtext). A record file without a text field, but with ids of articles read in the same call, is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from .fields import COLUMNS, is_missing, label, published

#: Keys of a standoff annotation: it belongs to a text and is no article.
_STANDOFF = ({"doc", "quotes"}, {"doc", "times"})
#: Columns by which rows of Naba's own tables are known: quotes, times, timeline, statements, dating, aliases, topic_terms.
_TABLES = (
    *({"doc_id", "start", "end", column} for column in ("cue_start", "value", "precision", "group")),
    {"doc_id", "candidates", "evidence"},
    {"person", "alias"},
    {"topic", "label", "terms"},
)
_TOPICS = {"doc_id", "topic", "weight"}  # common names: the table of topics has these and no others


class Table(NamedTuple):
    """A record file without texts: its name, its records as values by column, and why it holds no articles."""

    name: str
    records: list[dict[str, Any]]
    reason: str


def is_annotation(fields: Mapping[str, Any]) -> bool:
    """Whether a record annotates a text: standoff (``{"doc": "a.txt", "quotes": [...]}``) or a row of Naba's tables.

    Examples
    --------
    >>> is_annotation({"doc_id": "a", "start": 3, "end": 9, "text": "...", "cue_start": 0})
    True
    """
    if any(keys <= fields.keys() for keys in _STANDOFF):
        return isinstance(fields["doc"], str)
    return fields.keys() == _TOPICS or any(keys <= fields.keys() for keys in _TABLES)


def apply(table: Table, rows: list[dict[str, Any]]) -> list[str]:
    """Fill the rows of the articles frame from a table of metadata; what the table says goes before the text's header.

    Parameters
    ----------
    table : Table
    rows : list of dict
        Changed in place.

    Returns
    -------
    list of str
        The ids of the table that no article has.

    Raises
    ------
    LookupError
        If no article has any of its ids.
    """
    by_id: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        for name in {row["doc_id"], row["doc_id"].rsplit("/", 1)[-1]}:
            by_id.setdefault(name, []).append(row)
    days, _ = published(record["published"] for record in table.records)
    unmatched = []
    matched = False
    for record, day in zip(table.records, days, strict=True):
        name = label(record["doc_id"])
        alike = by_id.get(str(name).removesuffix(".txt"), [])
        for row in alike:
            for column in COLUMNS:
                if column in ("doc_id", "text", "published") or is_missing(record[column]):
                    continue
                row[column] = label(record[column])
            row["published"] = row["published"] if day is None else day
        matched = matched or bool(alike)
        if not alike:
            unmatched.append(str(name))
    if not matched:
        raise LookupError(table.reason)
    return unmatched
