"""Formulas: the set phrases of ``lexicon/`` that are more than one word, by the first: sourcing phrases, praises."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from analysis import lexicon
from analysis.arabic import key
from analysis.quotes.vocabulary import FUNCTION


@cache
def sourcing_phrases() -> dict[str, dict[str, list[tuple[tuple[str, ...], str]]]]:
    """Sourcing phrases and what may follow them (see ``lexicon/sourcing.tsv``), longest first, by their first two words.

    The second is empty where the phrase has but one, or the preposition ل, which is written joined to the next word.
    """
    table: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for row in lexicon.table("sourcing"):
        phrase = tuple(key(row["phrase"]).split())
        joined = () if phrase[0] in FUNCTION["as_verb"] else ("و", "ف")
        second = "".join(phrase[1:2])
        for prefix in ("", *joined):
            first = prefix + phrase[0]
            entries = table.setdefault(first, {}).setdefault(second if second != "ل" else "", [])
            entries.append(((first, *phrase[1:]), row["after"]))
    for phrases in table.values():
        for entries in phrases.values():
            entries.sort(key=lambda entry: -len(entry[0]))
    return table


class Praise(NamedTuple):
    """A row of ``lexicon/praises.tsv``: its folded words and whom it may mean."""

    words: tuple[str, ...]
    speakers: tuple[str, ...]


@cache
def praises() -> dict[str, list[Praise]]:
    """Praises of God and the Prophet by their first word, the longest first."""
    table: dict[str, list[Praise]] = {}
    for row in lexicon.table("praises"):
        praise = Praise(tuple(key(row["praise"]).split()), tuple(lexicon.forms(row["speaker"])))
        table.setdefault(praise.words[0], []).append(praise)
    for entries in table.values():
        entries.sort(key=lambda praise: -len(praise.words))
    return table
