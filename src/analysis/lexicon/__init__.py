"""Facts about Arabic as data: one tab-separated table a subject, and this one loader.

Each ``*.tsv`` has a header line; lines that start with ``#`` are comments. Words are written in
ordinary spelling: who looks them up folds them with `analysis.arabic.key`. Several forms in one
cell are separated by a bar.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Rows of ``lexicon/<name>.tsv``, each a dict of column to cell.

    Parameters
    ----------
    name : str
        Name of the table, without its ending.

    Raises
    ------
    FileNotFoundError
        If there is no such table.
    ValueError
        If a line has another number of cells than the header; it names file and line.
    """
    lines = (files(__package__) / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [(n, line.split("\t")) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    (_, header), *body = rows
    for number, cells in body:
        if len(cells) != len(header):
            raise ValueError(f"lexicon/{name}.tsv line {number}: {len(cells)} cells, the header has {len(header)}")
    return tuple(dict(zip(header, cells, strict=True)) for _, cells in body)


def forms(cell: str) -> list[str]:
    """The forms in one cell: ``"قال|قالت"`` gives two; an empty cell gives none."""
    return [form for form in cell.split("|") if form]
