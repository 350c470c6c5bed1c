"""Formulas: the set phrases of ``lexicon/`` that are more than one word, by the first: sourcing phrases, praises."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

from analysis import lexicon
from analysis.arabic import key
from analysis.quotes.vocabulary import FUNCTION, PRONOUNS


@cache
def sourcing_phrases() -> dict[str, dict[str, list[tuple[tuple[str, ...], str]]]]:
    """Sourcing phrases and what may follow them (see ``lexicon/sourcing.tsv``), longest first, by their first two words.

    The second is empty where the phrase has but one, or the preposition ل, which is written joined to the next word.
    """
    table: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for phrase, after in chain.from_iterable(map(_spelt_out, lexicon.table("sourcing"))):
        joined = () if phrase[0] in FUNCTION["as_verb"] else ("و", "ف")
        second = "".join(phrase[1:2])
        for prefix in ("", *joined):
            first = prefix + phrase[0]
            entries = table.setdefault(first, {}).setdefault(second if second != "ل" else "", [])
            entries.append(((first, *phrase[1:]), after))
    for phrases in table.values():
        for entries in phrases.values():
            entries.sort(key=lambda entry: -len(entry[0]))
    return table


def _spelt_out(row: dict[str, str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The folded words of a row of ``lexicon/sourcing.tsv`` and what may follow them: where somebody's own noun does, with each (حسب | قوله)."""
    phrase = key(row["phrase"])
    if row["after"] != "own":
        yield tuple(phrase.split()), row["after"]
        return
    for noun in FUNCTION["own_saying"]:
        stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
        for pronoun in PRONOUNS:
            yield tuple(f"{phrase}{'' if phrase.endswith(' ل') else ' '}{stem}{pronoun}".split()), "self"


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
