"""Gold: annotated articles and the extraction held against them, read from files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]


class Gold(NamedTuple):
    """The annotation of one article: its text, its quotations, its times (dicts as in the standoff file)."""

    doc_id: str
    text: str
    quotes: list[dict[str, Any]]
    times: list[dict[str, Any]]


def read_gold(folder: str | Path, docs: str | Path | None = None) -> list[Gold]:
    """Read standoff annotations and the texts that they point into.

    Parameters
    ----------
    folder : path
        Holds one JSON file per article: ``{"doc": "a.txt", "quotes": [...], "times": [...]}``.
    docs : path, optional
        Folder of the texts; by default `folder`, or the one above it.

    Raises
    ------
    FileNotFoundError
        If there is no annotation, or no text for one; the message names it.
    ValueError
        If a file is no annotation; the message names it and what it lacks.
    """
    folder = Path(folder)
    places = [Path(docs)] if docs else [folder, folder.parent]
    gold = []
    for path in sorted(folder.glob("*.json")):
        annotation = _read_annotation(path)
        found = [place / annotation["doc"] for place in places if (place / annotation["doc"]).is_file()]
        if not found:
            raise FileNotFoundError(f"{path}: no text {annotation['doc']} in {', '.join(map(str, places))}")
        text = found[0].read_bytes().decode("utf-8")
        doc_id = Path(annotation["doc"]).name.removesuffix(".txt")
        gold.append(Gold(doc_id, text, annotation["quotes"], annotation["times"]))
    if not gold:
        raise FileNotFoundError(f"no annotations (*.json) in {folder}")
    return gold


def _read_annotation(path: Path) -> dict[str, Any]:
    try:
        annotation = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path}: no JSON: {error}") from error
    missing = {"doc", "quotes", "times"}.difference(annotation if isinstance(annotation, dict) else ())
    if missing:
        raise ValueError(f"{path}: no annotation: it lacks {', '.join(sorted(missing))}")
    return annotation


def read_extraction(folder: str | Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The quotes and times that ``naba extract`` left in a folder, as frames.

    Raises
    ------
    FileNotFoundError
        If ``quotes.jsonl`` or ``times.jsonl`` is not there.
    """
    from analysis.schema import frame

    def rows(name: str) -> list[dict[str, Any]]:
        path = Path(folder) / f"{name}.jsonl"
        if not path.is_file():
            raise FileNotFoundError(f"no {path.name} in {folder}; naba extract PATH --out {folder} writes it")
        return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]

    return frame("quotes", rows("quotes")), frame("times", rows("times"))


def rows_by_document(frame: pd.DataFrame) -> dict[str, list[dict[str, Any]]]:
    """Rows by the last part of their document's id, missing values as None."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in frame.astype(object).where(frame.notna(), None).to_dict("records"):
        rows.setdefault(Path(str(row["doc_id"])).name.removesuffix(".txt"), []).append(row)
    return rows
