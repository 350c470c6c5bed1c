"""The user's own aliases: what they say holds against every rule."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis import arabic
from analysis.schema import require

if TYPE_CHECKING:
    from typing import TypeAlias

    import pandas as pd

    #: A table of aliases as a frame, as alias → person, or as the path of a CSV.
    Aliases: TypeAlias = pd.DataFrame | Mapping[str, str] | str | Path


def folded(alias: str) -> str:
    """How an alias is looked up: folded, white space as one space."""
    return " ".join(arabic.fold(alias).text.split())


class Given:
    """The user's aliases: everywhere, or in the articles for which they are given.

    Attributes
    ----------
    everywhere : dict of str to str
        Folded alias to person.
    within : dict of (str, str) to str
        Folded alias and article to person.
    """

    def __init__(self, aliases: Aliases | None = None) -> None:
        self.everywhere: dict[str, str] = {}
        self.within: dict[tuple[str, str], str] = {}
        for alias, person, doc_ids in _rows(aliases):
            if doc_ids is None:
                _note(self.everywhere, folded(alias), person, alias)
            for doc_id in doc_ids or ():
                _note(self.within, (folded(alias), doc_id), person, f"{alias} in {doc_id}")

    def person(self, written: str, doc_id: str) -> str | None:
        """The person whom the user gave for a name as written in an article."""
        alias = folded(written)
        return self.within.get((alias, doc_id), self.everywhere.get(alias))


def _note(table: dict[Any, str], key: Any, person: str, shown: str) -> None:
    if table.setdefault(key, person) != person:
        raise ValueError(
            f"the aliases give two persons for {shown}: {table[key]} and {person}; keep one row, or add a column "
            "doc_ids that tells the articles apart"
        )


def _rows(aliases: Aliases | None) -> list[tuple[str, str, list[str] | None]]:
    if aliases is None:
        return []
    if isinstance(aliases, Mapping):
        return [(str(alias), str(person), None) for alias, person in aliases.items()]
    import pandas as pd

    table = pd.read_csv(aliases, dtype="str", encoding="utf-8-sig") if isinstance(aliases, str | Path) else aliases
    require(table, "aliases", "alias", "person")
    doc_ids = [*table["doc_ids"]] if "doc_ids" in table.columns else [None] * len(table)
    rows = zip(table["alias"], table["person"], doc_ids, strict=True)
    return [(str(a), str(p), _doc_ids(d)) for a, p, d in rows if not (pd.isna(a) or pd.isna(p))]


def _doc_ids(cell: Any) -> list[str] | None:
    """The articles of a row: a list, or as a CSV holds one (JSON, or one id); None where the cell is empty."""
    import pandas as pd

    if isinstance(cell, str):
        try:
            cell = json.loads(cell) if cell.startswith("[") else [cell]
        except ValueError:
            cell = [cell]
    if pd.api.types.is_list_like(cell):
        return [str(doc_id) for doc_id in cell]
    return None
