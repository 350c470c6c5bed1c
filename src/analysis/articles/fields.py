"""Fields of records: which of a dump's names is which column of ours, and what its values become."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from analysis import arabic, lexicon, schema

from . import dates
from .encoding import Unreadable

#: The columns that a record can fill; ``path`` is ours to say.
COLUMNS = tuple(column for column in schema.FRAMES["articles"] if column != "path")

_JOINTS = re.compile(r"[\W_]+")
_SURROGATES = re.compile("[\ud800-\udfff]")
# What str() makes of a missing value in one language or another.
_MISSING = frozenset(("nan", "none", "null", "nat", "<na>", "n/a"))


@cache
def _ranks() -> dict[str, tuple[str, int]]:
    """Column of ours and rank within it of every name that the lexicon knows."""
    return {
        _plain(name): (row["column"], rank)
        for row in lexicon.table("fields")
        for rank, name in enumerate(lexicon.forms(row["names"]))
        if row["column"] in COLUMNS
    }


def _plain(name: str) -> str:
    """A field's name without case and joints: "datePublished", "Date_Published" and "date-published" are one."""
    return _JOINTS.sub("", arabic.key(name)).casefold()


class Fields:
    """The way from a dump's field names to our columns.

    Parameters
    ----------
    columns : mapping, optional
        Our column → their field, which goes before all names of the lexicon.

    Raises
    ------
    ValueError
        If a key is no column of ours.
    """

    def __init__(self, columns: Mapping[str, str] | None = None) -> None:
        self.columns = dict(columns or {})
        if unknown := [str(column) for column in self.columns if column not in COLUMNS]:
            raise ValueError(
                f"columns= has no {', '.join(unknown)}; it maps {', '.join(COLUMNS)} to fields of the file"
            )
        #: All names of fields met so far.
        self.met: dict[str, None] = {}
        self._orders: dict[tuple[str, ...], dict[str, list[str]]] = {}

    def wanted(self, name: str) -> bool:
        """Whether the field `name` can fill any column."""
        return name in self.columns.values() or _plain(name) in _ranks()

    def order(self, names: Iterable[str]) -> dict[str, list[str]]:
        """For each column of ours the fields among `names` that can fill it, the best first."""
        names = tuple(names)
        if names not in self._orders:
            self.met.update(dict.fromkeys(names))
            found: dict[str, list[tuple[int, str]]] = {column: [] for column in COLUMNS}
            for name in names:
                if (known := _ranks().get(_plain(name))) and name not in self.columns.values():
                    found[known[0]].append((known[1], name))
            for column, name in self.columns.items():
                if name in names:
                    found[column] = [(-1, name)]
            self._orders[names] = {column: [name for _, name in sorted(ranked)] for column, ranked in found.items()}
        return self._orders[names]

    def check_met(self) -> None:
        """Raise a ValueError if none of the records met so far has a field that `columns` names."""
        missing = {column: name for column, name in self.columns.items() if name not in self.met}
        if missing and self.met:
            raise ValueError(f"no record has the fields of columns={missing}; there are {named(self.met)}")

    def values(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """Each column's value in one record, as stored: the first that is not missing, else None."""
        order = self.order(record)
        return {
            column: next((record[name] for name in names if not is_missing(record[name])), None)
            for column, names in order.items()
        }


def named(names: Iterable[str]) -> str:
    """Names of fields for a message: not too many, not too long."""
    names = list(names)
    return ", ".join(name[:40] for name in names[:20]) + (f" and {len(names) - 20} more" if len(names) > 20 else "")


def is_missing(value: Any) -> bool:
    """Whether a cell holds nothing: None, NaN, NaT, white space, an empty list."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return True
    if isinstance(value, str):
        return not value or value.isspace() or (len(value) < 5 and value.strip().casefold() in _MISSING)
    return value != value or (isinstance(value, list | dict) and not value)


def article(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of one record as a row of the articles frame, ``published`` as yet unread.

    Raises
    ------
    Unreadable
        If there is no text.
    """
    text = values["text"]
    if isinstance(text, list) and all(isinstance(part, str) for part in text):
        text = "\n".join(text)  # paragraphs
    if is_missing(text):
        raise Unreadable("no text")
    if not isinstance(text, str):
        raise Unreadable(f"its text is no text but {type(text).__name__}")
    row = {column: label(values[column]) for column in COLUMNS if column not in ("doc_id", "text", "published")}
    return {**row, "doc_id": identifier(values["doc_id"]), "text": whole(text), "published": values["published"]}


def identifier(value: Any) -> str | None:
    """A record's own id as text, exactly as stored; 12.0 is the 12 of a column with gaps."""
    if isinstance(value, dict):  # MongoDB's {"$oid": "..."}
        value = next(iter(value.values()), None)
    if is_missing(value):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return whole(str(value))


def label(value: Any) -> str | None:
    """A short value as text: names in a list are joined, an object gives its name."""
    if isinstance(value, dict):
        value = next((value[name] for name in ("name", "title", "value") if not is_missing(value.get(name))), None)
    if isinstance(value, list):
        return "، ".join(filter(None, map(label, value))) or None
    return None if is_missing(value) else whole(str(value)).strip()


def whole(text: str) -> str:
    """The text, with half characters (lone surrogates, which cannot be stored) as U+FFFD."""
    return _SURROGATES.sub("\ufffd", text)


def published(values: Iterable[Any]) -> tuple[list[Any], list[int]]:
    """Dates of one file, None where missing or not understood, and where it was the latter."""
    values = [_date_value(value) for value in values]
    month_first = dates.month_first(values)
    parsed = [None if is_missing(value) else dates.parse(value, month_first=month_first) for value in values]
    lost = [
        i for i, (value, day) in enumerate(zip(values, parsed, strict=True)) if day is None and not is_missing(value)
    ]
    return parsed, lost


def _date_value(value: Any) -> Any:
    return next(iter(value.values()), None) if isinstance(value, dict) else value  # MongoDB's {"$date": ...}
