"""A table as an Excel workbook with one sheet from right to left (Office Open XML, ECMA-376).

Text is written as text: whatever it begins with, no cell holds a formula or a link, and one that would become a formula
when it is typed again is marked as quoted. The same rows give the same bytes.
"""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_ROWS, _CHARACTERS = 1_048_576, 32_767  # what Excel can hold: rows of a sheet, characters of a cell
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# What XML 1.0 has no way to write: control characters, halves of surrogate pairs and two that are none.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NARROWEST, _WIDEST = 8, 60  # characters that a column shows
_LOOKED_AT = 200  # rows from which the widths are taken


def write_sheet(columns: dict[str, list[Any]], path: Path) -> None:
    """Write columns of one length as a sheet with a heading that stays and filters.

    Parameters
    ----------
    columns : dict of str to list
        Text, numbers, bool, ``datetime`` (days without an hour are shown as days) or None, which leaves a cell empty.
        Text of more than 32,767 characters, the most that a cell holds, is cut and ends in an ellipsis.
    path : Path

    Raises
    ------
    ValueError
        If there are more rows than a sheet can hold.
    """
    import xlsxwriter

    rows = max(map(len, columns.values()), default=0)
    if rows >= _ROWS:
        raise ValueError(f"{rows:,} rows are more than a sheet of Excel holds ({_ROWS - 1:,}): write .csv or .parquet")
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    book = xlsxwriter.Workbook(str(path), options)
    book.set_properties({"created": datetime(1980, 1, 1)})  # the day of a run is no part of a table
    sheet = book.add_worksheet()
    sheet.right_to_left()
    right = {"valign": "top", "align": "right", "reading_order": 2}
    styles = {
        "text": book.add_format(right | {"text_wrap": True}),
        "formula": book.add_format(right | {"text_wrap": True, "quote_prefix": True}),
        "number": book.add_format({"valign": "top"}),
        "day": book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"}),
        "moment": book.add_format({"valign": "top", "num_format": "yyyy-mm-dd hh:mm"}),
    }
    heading = book.add_format({"bold": True, "align": "right", "bottom": 1})
    for number, (name, values) in enumerate(columns.items()):
        sheet.write_string(0, number, _writable(name), heading)
        sheet.set_column(number, number, _width(name, values))
        for row, value in enumerate(values, 1):
            _write(sheet, row, number, value, styles)
    sheet.freeze_panes(1, 0)
    if columns and rows:
        sheet.autofilter(0, 0, rows, len(columns) - 1)
    book.close()


def _write(sheet: Worksheet, row: int, column: int, value: Any, styles: dict[str, Format]) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value, styles["number"])
    elif isinstance(value, int | float) and abs(value) < 1e15:  # Excel keeps 15 digits
        sheet.write_number(row, column, value, styles["number"])
    elif isinstance(value, datetime) and value.year >= 1900 and value.tzinfo is None:  # its days begin there
        sheet.write_datetime(row, column, value, styles["moment" if value.hour or value.minute else "day"])
    else:
        text = _writable(value.isoformat() if isinstance(value, datetime) else str(value))
        sheet.write_string(row, column, text, styles["formula" if text.startswith(_FORMULA) else "text"])


def _writable(text: str) -> str:
    text = _UNWRITABLE.sub("\ufffd", text)
    return text if len(text) <= _CHARACTERS else text[: _CHARACTERS - 1] + "…"


def _width(name: str, values: list[Any]) -> int:
    shown = [
        10 if isinstance(value, datetime) else len(str(value)) for value in values[:_LOOKED_AT] if value is not None
    ]
    return min(max([len(name) + 3, _NARROWEST, *shown]), _WIDEST)
