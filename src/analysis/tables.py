"""Frames to files: JSON Lines, CSV, Parquet and Excel workbooks, the same bytes for the same rows.

Days are ISO 8601 text in JSON Lines and CSV, lists are JSON, what is missing is ``null`` in JSON Lines and an empty
cell in CSV. A CSV follows RFC 4180 and starts with a byte order mark, without which Excel takes Arabic for something else, and a text cell
that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV Injection"); JSON Lines and Parquet
hold the text as it is. For workbooks see `analysis.workbook`.
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Line ends for readers that split at them; JSON may escape any character.
_LINE_ENDS = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}


def write_tables(directory: str | Path, *, formats: Iterable[str] = ("jsonl", "csv", "parquet"), **frames: Any) -> None:
    """Write each frame to ``directory/<name>.<format>``.

    Parameters
    ----------
    directory : str or Path
        Made if it is not there.
    formats : iterable of {"jsonl", "csv", "parquet", "xlsx"}
    **frames : pandas.DataFrame
        The frames by name, as in ``quotes=quotes``.

    Raises
    ------
    ValueError
        For an unknown format.

    Examples
    --------
    >>> import tempfile, analysis as na
    >>> from analysis import schema
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     na.write_tables(folder, formats=["csv"], topics=schema.frame("topics"))
    ...     print((Path(folder) / "topics.csv").read_text("utf-8-sig"))
    doc_id,topic,weight
    <BLANKLINE>
    """
    for name, data in frames.items():
        for kind in formats:
            write_table(data, Path(directory) / f"{name}.{kind}")


def write_table(data: pd.DataFrame, path: str | Path) -> Path:
    """Write one frame; the ending of `path` tells the format. The file appears whole or not at all.

    Parameters
    ----------
    data : pandas.DataFrame
        The index is not written.
    path : str or Path
        Ends in ``.jsonl``, ``.csv``, ``.parquet`` or ``.xlsx``, which is a sheet from right to left.

    Returns
    -------
    Path

    Raises
    ------
    ValueError
        For another ending, or more rows than a sheet of a workbook can hold.
    """
    path = Path(path)
    kind = path.suffix.removeprefix(".")
    if kind not in _WRITERS:
        raise ValueError(f"cannot write {path.name}: the formats are {', '.join(_WRITERS)}")
    with whole(path) as partial:
        _WRITERS[kind](data, partial)
    return path


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Where to write a file that then appears at `path` whole, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield partial
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _write_jsonl(data: pd.DataFrame, path: Path) -> None:
    columns = [_plain_column(data[name]) for name in data.columns]
    names = [str(name) for name in data.columns]
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        for row in zip(*columns, strict=True):
            line = json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, allow_nan=False)
            file.write(line.translate(_LINE_ENDS) + "\n")


def _write_csv(data: pd.DataFrame, path: Path) -> None:
    import pandas as pd

    text = {
        str(name): pd.Series([_csv_cell(value) for value in _plain_column(data[name])], dtype=object)
        if _is_text(data[name])
        else pd.Series(_plain_column(data[name]), dtype=data[name].dtype)
        for name in data.columns
    }
    pd.DataFrame(text).to_csv(path, index=False, encoding="utf-8-sig", errors="backslashreplace", lineterminator="\r\n")


def _write_parquet(data: pd.DataFrame, path: Path) -> None:
    import pyarrow.parquet as pq

    pq.write_table(_arrow(data), path, compression="zstd")


def _write_xlsx(data: pd.DataFrame, path: Path) -> None:
    from . import workbook

    columns = {str(name): _xlsx_column(data[name]) for name in data.columns}
    workbook.write_sheet(columns, path)


def _xlsx_column(column: pd.Series) -> list[Any]:
    """Days and numbers as such, by which a sheet can be sorted; lists as JSON."""
    import pandas as pd

    if pd.api.types.is_datetime64_any_dtype(column):
        return [None if pd.isna(moment) else moment.to_pydatetime() for moment in column]
    values = _plain_column(column)
    return [json.dumps(v, ensure_ascii=False) if isinstance(v, list | dict) else v for v in values]


def _arrow(data: pd.DataFrame) -> pa.Table:
    """The frame without its index, days as days, empty lists with a type all the same."""
    import pyarrow as pa

    columns = {}
    for name in data.columns:
        if data[name].dtype == object:
            column = pa.array([_plain(value) for value in data[name]])
            columns[str(name)] = column.cast(pa.list_(pa.string())) if _untyped(column.type) else column
        else:
            columns[str(name)] = pa.Array.from_pandas(data[name])
    return pa.table(columns)


def _untyped(kind: pa.DataType) -> bool:
    import pyarrow as pa

    return bool(pa.types.is_null(kind) or (pa.types.is_list(kind) and pa.types.is_null(kind.value_type)))


_WRITERS: dict[str, Callable[[pd.DataFrame, Path], None]] = {
    "jsonl": _write_jsonl,
    "csv": _write_csv,
    "parquet": _write_parquet,
    "xlsx": _write_xlsx,
}


def _is_text(column: pd.Series) -> bool:
    import pandas as pd

    return not pd.api.types.is_numeric_dtype(column)


def _plain_column(column: pd.Series) -> list[Any]:
    """The values as JSON knows them; a column of days alone loses its midnights."""
    import pandas as pd

    if pd.api.types.is_datetime64_any_dtype(column):
        days = bool((column.dropna() == column.dropna().dt.normalize()).all())
        return [None if pd.isna(t) else t.date().isoformat() if days else t.isoformat() for t in column]
    if column.dtype != object:
        return column.astype(object).where(column.notna(), None).tolist()
    return [_plain(value) for value in column]


def _plain(value: Any) -> Any:
    import pandas as pd

    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if pd.api.types.is_list_like(value):
        return [_plain(item) for item in value]
    if pd.isna(value):
        return None
    if isinstance(value, datetime.date):  # a Timestamp is one too
        return value.isoformat().removesuffix("T00:00:00")
    return value.item() if hasattr(value, "item") else value


def _csv_cell(value: Any) -> Any:
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
