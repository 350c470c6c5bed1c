"""The words of time in one dictionary: every form with its proclitics looked up once, with all its senses.

The tables stand in `analysis.lexicon`; this module folds their forms, prefixes them with the
conjunctions, prepositions and the article that Arabic writes in one piece with a word, and
gives each resulting form one `Entry`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from analysis.arabic import key
from analysis.lexicon import forms, table

#: Senses of a word, in the order in which a reader tries them at the start of an expression.
SENSES = (
    "recurrence",  # TIMEX3 value of a SET
    "vague",  # PRESENT_REF, PAST_REF, FUTURE_REF
    "deictic",  # (days from the day of speaking, part of the day)
    "weekday",  # ISO number
    "bare_weekday",  # ISO number of a weekday without the article
    "month",  # (calendar, number, sure)
    "unit",  # (TIMEX3 designator, grammatical number, sure)
    "number",  # cardinal
    "ordinal",
    "fraction",
    "many",  # an unknown number
    "part",  # (TIMEX3 part of the day, half) before a day
    "adverb",  # the same after a day or an hour
    "feast",  # Hijri months and days
    "season",  # (TIMEX3 season, sure)
    "decade",  # first year within the century
    "edge",  # start, middle, end, any
    "modifier",  # side in a series
    "approximator",  # before an amount
    "after_approximator",
    "exactly",
    "role",  # a function word that the grammar names: before, after, since, every, this, that, of, hour ...
    "tense",  # past, future
)

_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ك", "ل")


class Entry:
    """What one written form can mean; a sense that it lacks is None.

    Attributes
    ----------
    skip : int
        Length of the proclitics that are not part of an expression (conjunction, preposition).
    clitic : str
        Those proclitics.
    article : bool
        True if the word bears the article.
    phrases : tuple of (tuple of str, str, object)
        Words that may follow, the sense that they give together, its value; the longest first.
    readers : tuple of callable
        The readers of expressions that may begin here; `analysis.times.expressions` sets them.
    heads : frozenset of str or None
        Where the word begins an expression only together with the next one: the unknown words that this may be.
    strict : bool
        True if the next word must be one of these, known or not.
    counts : bool
        True if the next word must be one of these or carry on an amount (`joins`): a number by itself is no time.
    joins : bool
        True if the word can carry on what a number began.
    """

    __slots__ = (
        "article", "clitic", "counts", "heads", "joins", "phrases", "readers", "roles", "skip", "strict", *SENSES
    )  # fmt: skip

    def __init__(self, clitic: str = "", skip: int = 0, article: bool = False) -> None:
        for sense in SENSES:
            setattr(self, sense, None)
        self.clitic, self.skip, self.article = clitic, skip, article
        self.roles: frozenset[str] = frozenset()
        self.readers: tuple[Any, ...] = ()
        self.heads: frozenset[str] | None = None
        self.strict = self.counts = self.joins = False
        self.phrases: tuple[tuple[tuple[str, ...], str, Any], ...] = ()

    def add(self, sense: str, value: Any, tail: tuple[str, ...]) -> None:
        """Add a sense; the first value of a sense stays."""
        if tail:
            self.phrases += ((tail, sense, value),)
        elif sense == "role":
            self.roles |= {value}
        elif getattr(self, sense) is None:
            setattr(self, sense, value)

    def __getattr__(self, name: str) -> Any:  # only for type checkers: every slot is set above
        raise AttributeError(name)


def _facts() -> Iterator[tuple[str, str, Any, bool]]:
    """Every form with its sense, its value and whether it may take the article."""
    for row in table("recurrences"):
        yield from ((f, "recurrence", row["value"], False) for f in forms(row["forms"]))
    for row in table("vague"):
        yield from ((f, "vague", row["value"], False) for f in forms(row["forms"]))
    for row in table("deictics"):
        value = (int(row["shift"]), row["part"] or None)
        yield from ((f, "deictic", value, False) for f in forms(row["forms"]))
    for row in table("weekdays"):
        yield from ((f, "weekday", int(row["number"]), False) for f in forms(row["forms"]))
        yield from ((f, "bare_weekday", int(row["number"]), False) for f in forms(row["bare"]))
    for row in table("months"):
        month = (row["calendar"], int(row["number"]), row["sure"])
        yield from ((f, "month", month, False) for f in forms(row["forms"]))
    for row in table("units"):
        for count in ("singular", "dual", "plural"):
            unit = (row["timex"], count, row["sure"] == "yes")
            yield from ((f, "unit", unit, True) for f in forms(row[count]))
    for row in table("numbers"):
        kind = "number" if row["kind"] == "cardinal" else row["kind"]
        number: Any = {"number": int, "ordinal": int, "fraction": float}.get(kind, str)(row["value"])
        yield from ((f, kind, number, kind in ("number", "ordinal")) for f in forms(row["forms"]))
    for row in table("dayparts"):
        part = (row["value"], row["half"])
        yield from ((f, "part", part, True) for f in forms(row["construct"]))
        yield from ((f, "adverb", part, False) for f in forms(row["adverb"]))
    for row in table("seasons"):
        yield from ((f, "season", (row["value"], row["sure"] == "yes"), True) for f in forms(row["forms"]))
    for row in table("feasts"):
        yield from ((f, "feast", row["days"], False) for f in forms(row["forms"]))
    for name, sense, column in (
        ("decades", "decade", "value"),
        ("edges", "edge", "edge"),
        ("modifiers", "modifier", "side"),
    ):
        for row in table(name):
            meaning = int(row[column]) if sense == "decade" else row[column]
            yield from ((f, sense, meaning, False) for f in forms(row["forms"]))
    for row in table("approximators"):
        sense = {"before": "approximator", "after": "after_approximator"}.get(row["place"], row["place"])
        yield from ((f, sense, True, False) for f in forms(row["forms"]))
    for row in table("tenses"):
        noun = row["tense"] in ("plan", "either")  # only nouns take prepositions: لعقد، بإقامة
        yield from ((f, "tense" if noun else "verb", row["tense"], False) for f in forms(row["forms"]))
        if row["tense"] == "past":
            yield from ((f, "verb", "past", False) for form in forms(row["forms"]) for f in _with_object(form))
    for row in table("time_roles"):
        yield from ((f, "role", row["role"], False) for f in forms(row["forms"]))


def _with_object(verb: str) -> Iterator[str]:
    """A past verb with a pronoun of the third person: ألقاها، عقدته; short ones are nouns as often (وجهه، عينه)."""
    if len(verb) > 3:
        stem = verb[:-1] + "ا" if verb.endswith("ى") else verb
        yield from (stem + pronoun for pronoun in ("ه", "ها", "هم", "هما"))


def _prefixed(word: str, may_take_article: bool, prepositions: tuple[str, ...]) -> Iterator[tuple[str, str, int, bool]]:
    """Written forms of a folded word: form, proclitics, how many letters to leave out, has the article."""
    stems = [(word, word.startswith("ال"))]
    if may_take_article and not stems[0][1]:
        stems.append(("ال" + word, True))
    for stem, article in stems:
        yield stem, "", 0, article
        for conjunction in ("", *_CONJUNCTIONS):
            if conjunction:
                yield conjunction + stem, conjunction, 1, article
            for preposition in prepositions:
                skip = len(conjunction) + 1
                if preposition == "ل" and article:  # ل + ال is written لل: the second letter is the article
                    yield conjunction + "ل" + stem[1:], conjunction + preposition, skip - 1, article
                else:
                    yield conjunction + preposition + stem, conjunction + preposition, skip, article


@cache
def vocabulary() -> dict[str, Entry]:
    """All forms and what they mean, built once.

    Returns
    -------
    dict of str to Entry
        Keys are folded words; plain forms win over forms that a proclitic makes.
    """
    found = {str(n): _digits(n) for n in range(2200)} | {f"0{n}": _digits(n) for n in range(10)}
    made: dict[str, Entry] = {}
    for form, sense, value, may_take_article in _facts():
        head, *tail = key(form).split()
        prepositions = () if sense == "verb" else _PREPOSITIONS
        for written, clitic, skip, article in _prefixed(head, may_take_article, prepositions):
            known = made if clitic else found
            entry = known.get(written)
            if entry is None:
                entry = known[written] = Entry(clitic, skip, article)
            if entry.clitic == clitic:
                entry.add("tense" if sense == "verb" else sense, value, tuple(tail))
    found = made | found
    for entry in found.values():
        if entry.phrases:
            entry.phrases = tuple(sorted(entry.phrases, key=lambda phrase: -len(phrase[0])))
    return found


def _digits(number: int) -> Entry:
    entry = Entry()
    entry.add("number", number, ())
    entry.roles = frozenset({"digits"})
    return entry


@cache
def traps(word: str, side: str) -> frozenset[str]:
    """Folded neighbours beside which a time word is none, from the table ``time_traps``."""
    return frozenset(
        key(form)
        for row in table("time_traps")
        if row["word"] == word and row["side"] == side
        for form in forms(row["forms"])
    )
