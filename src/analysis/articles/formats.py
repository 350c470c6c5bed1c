"""File formats: what each of them stores, as records under the names that the file uses.

A reader takes a whole file, decoded or as bytes, and gives its rows; what the names mean is
settled in `fields`. Texts in records are handed on exactly as they are.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from analysis import lexicon

from . import archives
from .encoding import Unreadable
from .header import Header, read_header

#: A page larger than this is no article; parsing it would take minutes.
MAX_PAGE = 8 << 20

_BATCH = 1024
_SEPARATORS = ",;\t|"
_FRONT_MATTER = re.compile(r"---[ \t]*\n((?:(?!---[ \t]*$).*\n)*?)---[ \t]*(?:\n|\Z)", re.MULTILINE)
_FRONT_LINE = re.compile(r"(?P<key>[^\W_][\w .-]{0,39}):(?:\s+(?P<value>.*))?$|\s*- +(?P<item>.*)$|\s*$|\s*#|\s+\S")
_LINE = re.compile(r"[^\r\n]+")
_HEADING = re.compile(r"#[ \t]+(\S.*)")


class Row(NamedTuple):
    """One record of a file.

    Attributes
    ----------
    label : str
        Its line or row number; empty where the file is one article.
    fields : dict
        Its values under the file's own names.
    shown : mapping
        What the text itself shows of our columns, for where no field says it.
    fault : str
        Why the record cannot be read, where it cannot.
    """

    label: str
    fields: dict[str, Any]
    shown: Mapping[str, str | None] = MappingProxyType({})
    fault: str = ""


def read_txt(text: str) -> Iterator[Row]:
    """A plain article: the whole file, with its first lines understood."""
    text = _unix_lines(text)
    yield Row("", {"text": text}, shown=read_header(text)._asdict())


def read_md(text: str) -> Iterator[Row]:
    """A Markdown article: front matter is metadata, the text is what follows it, headings and all."""
    fields, body = _front_matter(_unix_lines(text))
    header = read_header(body)
    if heading := _HEADING.match(body.lstrip()):
        header = Header(None, heading[1].rstrip().rstrip("#").rstrip())
    yield Row("", {**fields, "text": body}, shown=header._asdict())


def _unix_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _front_matter(text: str) -> tuple[dict[str, Any], str]:
    """The fields above a text, and the text: "key: value" and lists, the part of YAML that front matter uses."""
    block = _FRONT_MATTER.match(text)
    lines = [_FRONT_LINE.match(line) for line in block[1].splitlines()] if block else []
    fields: dict[str, Any] = {}
    name = ""
    for line in lines:
        if line is None:  # prose between two rules
            return {}, text
        value = (line["value"] or "").strip()
        if line["key"]:
            name = line["key"].strip()
            listed = value.startswith("[") and value.endswith("]")
            fields[name] = [_unquoted(part) for part in value[1:-1].split(",")] if listed else _unquoted(value) or []
        elif line["item"] and isinstance(fields.get(name), list):
            fields[name].append(_unquoted(line["item"]))
    return fields, text[block.end() :] if block and fields else text


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def read_html(text: str) -> Iterator[Row]:
    """A web page: its article without menus and comments, and what the page says of it (trafilatura)."""
    import logging

    from trafilatura import bare_extraction

    if len(text) > MAX_PAGE:
        raise Unreadable(f"a page of more than {MAX_PAGE >> 20} MiB")
    for name in ("trafilatura", "htmldate"):  # what they would print of a bad page is said in `rejected`
        if not (logger := logging.getLogger(name)).handlers:
            logger.addHandler(logging.NullHandler())
    page = bare_extraction(
        text,
        with_metadata=True,
        include_comments=False,
        # A date from the page's metadata, never one that happens to stand in the prose.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if page is None or isinstance(page, dict) or not page.text:
        raise Unreadable("no article text found in the page")
    yield Row(
        "",
        {
            "text": page.text,
            "title": page.title,
            "author": page.author,
            "published": page.date,
            "outlet": page.sitename or page.hostname,
            "section": page.categories,
            "url": page.url,
        },
    )


def read_csv(text: str) -> Iterator[Row]:
    """Comma, semicolon, tab or bar separated values under a header line."""
    first = next((match[0] for match in _LINE.finditer(text) if not match[0].isspace()), "")
    former = csv.field_size_limit(sys.maxsize)  # an article is longer than the default allows
    try:
        # The separator is the one that makes the most names of the header.
        counts = {mark: len(next(csv.reader([first], delimiter=mark), [])) for mark in _SEPARATORS}
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(counts, key=counts.__getitem__))
        yield from _under_header([cell or None for cell in row] for row in rows)
    except csv.Error as error:
        raise Unreadable(f"broken CSV: {error}") from error
    finally:
        csv.field_size_limit(former)


def _under_header(rows: Iterable[list[Any]], sheet: str = "") -> Iterator[Row]:
    """Records from rows of cells, the first of which holds the names; rows that are all empty do not count."""
    filled = (row for row in rows if any(cell is not None for cell in row))
    names = [str(name or "").strip() for name in next(filled, [])]
    for number, row in enumerate(filled, 1):
        if any(cell is not None for cell in row[len(names) :]):
            yield Row(f"{sheet}{number}", {}, fault=f"{len(row)} cells under {len(names)} names")
        else:
            yield Row(f"{sheet}{number}", {name: cell for name, cell in zip(names, row, strict=False) if name})


def read_json(text: str) -> Iterator[Row]:
    """A list of records, an object that holds one, a single record, or lines of records after all."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            yield from read_jsonl(text)
            return
        raise Unreadable(f"broken JSON: {error}") from error
    except RecursionError:
        raise Unreadable("JSON nested too deeply") from None
    if isinstance(data, dict):
        listed = _listed(data)
        if listed is None:
            yield Row("", data)
            return
        data = listed
    if not isinstance(data, list):
        raise Unreadable(f"holds a JSON {type(data).__name__}, no records")
    for number, item in enumerate(data, 1):
        yield Row(str(number), item) if isinstance(item, dict) else Row(str(number), {}, fault="no JSON object")


def _listed(data: dict[str, Any]) -> list[Any] | None:
    """The list of articles in an object, under one of the names that dumps keep it under."""
    (row,) = (row for row in lexicon.table("fields") if row["column"] == "records")
    found = (data[name] for name in lexicon.forms(row["names"]) if isinstance(data.get(name), list))
    return next((items for items in found if any(isinstance(item, dict) for item in items)), None)


def read_jsonl(text: str) -> Iterator[Row]:
    """One JSON object a line; a broken line costs that line."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Row(str(number), {}, fault=f"broken JSON: {error}")
            continue
        yield Row(str(number), record) if isinstance(record, dict) else Row(str(number), {}, fault="no JSON object")


def read_parquet(data: bytes, wanted: Callable[[str], bool]) -> Iterator[Row]:
    """A Parquet table, of which only the columns wanted are read; the others are there, but empty."""
    import pyarrow as pa
    from pyarrow import parquet

    with parquet.ParquetFile(pa.BufferReader(data)) as file:
        names = file.schema_arrow.names
        unread = dict.fromkeys(names)
        size = number = 0
        for batch in file.iter_batches(batch_size=_BATCH, columns=[name for name in names if wanted(name)]):
            size += batch.nbytes
            if size > archives.MAX_UNPACKED:
                raise Unreadable(f"unpacks to more than {archives.MAX_UNPACKED >> 20:,} MiB")
            for record in batch.to_pylist():
                number += 1
                yield Row(str(number), {**unread, **record})


def read_xlsx(data: bytes, wanted: Callable[[str], bool]) -> Iterator[Row]:
    """All sheets of a workbook, each under its own header; formulas give their stored values."""
    import openpyxl

    _check_parts(data)
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        sheets = book.worksheets
        for sheet in sheets:
            prefix = f"{sheet.title}-" if len(sheets) > 1 else ""
            yield from _under_header((list(row) for row in sheet.iter_rows(values_only=True)), prefix)
    finally:
        book.close()


def _check_parts(data: bytes) -> None:
    """A workbook is a zip of XML: bound what it unpacks to, and let no entity be declared."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        if sum(part.file_size for part in parts.infolist()) > archives.MAX_FILE:
            raise Unreadable(f"unpacks to more than {archives.MAX_FILE >> 20:,} MiB")
        for part in parts.infolist():
            with parts.open(part) as file:
                if b"<!DOCTYPE" in file.read(1 << 16).replace(b"\0", b""):
                    raise Unreadable("declares XML entities, which no spreadsheet program does")


#: Readers of text files, which come decoded, and of binary ones.
TEXT: dict[str, Callable[[str], Iterator[Row]]] = {
    ".txt": read_txt,
    **dict.fromkeys((".md", ".markdown"), read_md),
    **dict.fromkeys((".html", ".htm", ".xhtml"), read_html),
    **dict.fromkeys((".csv", ".tsv"), read_csv),
    ".json": read_json,
    **dict.fromkeys((".jsonl", ".ndjson"), read_jsonl),
}
BINARY: dict[str, Callable[[bytes, Callable[[str], bool]], Iterator[Row]]] = {
    **dict.fromkeys((".parquet", ".pq"), read_parquet),
    ".xlsx": read_xlsx,
}
