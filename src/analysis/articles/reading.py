"""From one file to rows of the articles frame: a bad file costs that file, a bad record that record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import Any

from . import metadata
from .archives import ARCHIVES, COMPRESSED
from .encoding import Unreadable, decode
from .fields import Fields, article, named, published
from .formats import BINARY, TEXT, Row
from .metadata import Table
from .sources import Place, Source, sources


class Reading:
    """What came of reading: rows of the frame, rejections, and doubts about what was read."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self.rejected: list[dict[str, str]] = []
        self.doubts: list[dict[str, str]] = []
        self.tables: list[Table] = []

    def extend(self, other: Reading) -> None:
        """Append all of another reading."""
        self.rows += other.rows
        self.rejected += other.rejected
        self.doubts += other.doubts
        self.tables += other.tables

    def join_metadata(self) -> None:
        """Fill the rows from the tables of metadata; a table that fits no article is rejected for having no text."""
        for table in self.tables:
            try:
                unmatched = metadata.apply(table, self.rows)
            except LookupError as error:
                self.rejected.append(_entry(table.name, str(error.args[0])))
                continue
            if unmatched:
                more = f"{len(unmatched)} ids that no article has, as {unmatched[0]!r:.80}"
                self.doubts.append(_entry(table.name, f"metadata of {more}"))

    def reject(self, name: str, error: Exception) -> None:
        """Note why something could not be read."""
        reason = str(error) if isinstance(error, Unreadable) else f"{type(error).__name__}: {error}"
        self.rejected.append(_entry(name, reason))


def read_place(place: Place, fields: Fields, done: Callable[[], Any]) -> Reading:
    """Read a file, or all members of an archive in the order of their names.

    Parameters
    ----------
    place : Place
    fields : Fields
    done : callable
        Called after each file.
    """
    whole = Reading()
    read: list[tuple[str, Reading]] = []
    try:
        for source in sources(place):
            read.append((source.name, read_source(source, fields)))
            done()
    except Exception as error:
        whole.reject(place.name, error)
    for _, reading in sorted(read, key=itemgetter(0)):
        whole.extend(reading)
    return whole


def read_source(source: Source, fields: Fields) -> Reading:
    """Read one file; whatever its parser raises is a rejection, with the reason."""
    reading = Reading()
    try:
        _read(source, fields, reading)
    except Exception as error:
        reading = Reading()
        reading.reject(source.name, error)
    return reading


def _read(source: Source, fields: Fields, reading: Reading) -> None:
    records = []
    annotations = 0
    for row in _rows(source, fields, reading):
        if row.fault:
            reading.rejected.append(_entry(_place(source, row), row.fault))
        elif not metadata.is_annotation(row.fields):
            records.append((row, fields.values(row.fields)))
        else:
            annotations += 1
    if records:
        if (reason := _lacks_text(records, fields)) and fields.order(records[0][0].fields)["doc_id"]:
            reading.tables.append(Table(source.name, [values for _, values in records], reason))
            return
        if reason:
            raise Unreadable(reason)
    elif annotations:
        return
    elif not reading.rejected:
        raise Unreadable("no records")
    kept = []
    for row, values in records:
        try:
            found = article(values)
        except Unreadable as error:
            reading.reject(_place(source, row), error)
            continue
        shown = {column: value for column, value in row.shown.items() if found[column] is None}
        found["doc_id"] = found["doc_id"] or "-".join(filter(None, (source.doc_id, row.label)))
        reading.rows.append({**found, **shown, "path": source.name})
        kept.append(row.label)
    _date(source, reading, kept)


def _rows(source: Source, fields: Fields, reading: Reading) -> Iterator[Row]:
    ending = source.ending
    if ending in ARCHIVES or ending in COMPRESSED:
        raise Unreadable("an archive inside an archive is not opened; unpack it")
    if ending in BINARY:
        yield from BINARY[ending](source.data(), fields.wanted)
    elif ending in TEXT:
        decoded = decode(source.data())
        if decoded.note:
            reading.doubts.append(_entry(source.name, decoded.note))
        yield from TEXT[ending](decoded.text)
    else:
        raise Unreadable(f"unsupported format {ending or '(no ending)'}; convert it to .txt, .html or .csv")


def _lacks_text(records: list[tuple[Row, dict[str, Any]]], fields: Fields) -> str | None:
    """The reason why records without a text field are no articles."""
    names = dict.fromkeys(name for row, _ in records for name in row.fields)
    if fields.order(names)["text"]:
        return None
    return f"no text field among {named(names)}; say which it is: columns={{'text': ...}}"


def _date(source: Source, reading: Reading, labels: list[str]) -> None:
    """Read the dates of a whole file together: only together they show which number is the month."""
    stored = [row["published"] for row in reading.rows]
    days, lost = published(stored)
    for row, day in zip(reading.rows, days, strict=True):
        row["published"] = day
    if lost:
        example = f"{stored[lost[0]]!r:.60} in {labels[lost[0]] or 'the file'}"
        reading.doubts.append(_entry(source.name, f"{len(lost)} dates not understood, as {example}"))


def _place(source: Source, row: Row) -> str:
    return f"{source.name}:{row.label}" if row.label else source.name


def _entry(name: str, reason: str) -> dict[str, str]:
    return {"name": name, "reason": reason}


def unique_ids(rows: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Give each row an id of its own, and tell of those that had to change.

    The first keeps its id, later ones get ``-2``, ``-3``, ... and never an id that another row has.
    """
    doubts = []
    taken = {row["doc_id"] for row in rows}
    uses: Counter[str] = Counter()
    for row in rows:
        given = row["doc_id"]
        uses[given] += 1
        if uses[given] == 1:
            continue
        while (suffixed := f"{given}-{uses[given]}") in taken:
            uses[given] += 1
        taken.add(suffixed)
        row["doc_id"] = suffixed
        doubts.append(_entry(row["path"], f"doc_id {given!r:.80} is taken: {suffixed!r:.80} instead"))
    return doubts
