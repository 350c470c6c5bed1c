"""The verbs of reporting and their written forms.

Each verb of ``lexicon/cues.tsv`` is spelt out in the forms in which news uses it (past and present, participle,
verbal noun with a pronoun, with the prefixes و ف س ل), so that finding the cues of a text is one look-up a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Final, NamedTuple

from analysis import lexicon
from analysis.arabic import key


class Verb(NamedTuple):
    """A row of ``lexicon/cues.tsv``; `joining_alef` tells that its past begins with ا, not with أ, `soft` that it reports
    nothing by itself."""

    lemma: str
    sense: str
    takes: frozenset[str]
    takes_phrase: bool
    joining_alef: bool
    soft: bool
    weak: bool
    locative: bool
    continues: bool
    takes_object: bool
    addresses: bool
    preposition: bool
    learns: bool
    ascribes: bool
    credits: bool
    judges: bool
    requests: bool
    estimates: bool
    doubled: bool
    urges: bool
    speech: bool
    shouts: bool


class Form(NamedTuple):
    """One written form of a verb.

    Attributes
    ----------
    verb : Verb
    part : str
        ``past``, ``present``, ``participle`` or ``masdar``.
    gender : str
        ``m``, ``f``, or ``""`` where the form leaves it open.
    plural : bool
    joined : bool
        Whether و or ف is prefixed.
    finite : bool
        Whether it is a verb, past or present, rather than a participle or a verbal noun.
    """

    verb: Verb
    part: str
    gender: str
    plural: bool
    joined: bool
    finite: bool


#: The notes of ``lexicon/cues.tsv`` in the order of the fields of `Verb`.
_NOTES: Final = (
    "weak",
    "locative",
    "continues",
    "object",
    "addresses",
    "preposition",
    "learns",
    "ascribes",
    "credits",
    "judges",
    "requests",
    "estimates",
    "doubled",
    "urges",
    "speech",
    "shouts",
)
#: Verbs of form I have so many letters.
_RADICALS: Final = 3
_PRONOUNS: Final = {"ه": ("m", False), "ها": ("f", False), "هم": ("", True), "هما": ("", True)}


_FORMS: Final[dict[str, Form]] = {}


def forms() -> dict[str, Form]:
    """Every folded form that may be a cue, and what it is."""
    if not _FORMS:  # asked for too often for a cache that is called
        _FORMS.update(_tables()[0])
    return _FORMS


@cache
def homographs() -> dict[str, Form]:
    """What a folded form that may be a cue is besides, of another verb (يدعون: of دعا, of ادعى), و and ف aside."""
    return _tables()[1]


@cache
def _tables() -> tuple[dict[str, Form], dict[str, Form]]:
    table: dict[str, Form] = {}
    besides: dict[str, Form] = {}
    for row in lexicon.table("cues"):
        note = row["note"].split()
        takes = frozenset(key(t) for t in row["takes"].split())
        flags = (flag in note for flag in _NOTES)
        phrase = bool(takes - {"clause", "quote"}) or "estimates" in note
        verb = Verb(
            key(row["past"]), row["sense"], takes, phrase, row["past"][0] == "ا", row["sense"] == "soft", *flags
        )
        for word, part, gender, plural in _inflect(row):
            form = Form(verb, part, gender, plural, False, part in ("past", "present"))
            if table.setdefault(word, form).verb.lemma != verb.lemma:
                besides.setdefault(word, form)
    for words in (table, besides):
        for word, form in list(words.items()):
            for prefix in ("و", "ف"):
                joined = form._replace(joined=True)
                if words.setdefault(prefix + word, joined).verb.lemma != form.verb.lemma and words is table:
                    besides.setdefault(prefix + word, joined)  # وعد, وعدّ
    return table, besides


@cache
def first_person() -> frozenset[str]:
    """Folded forms of the cues in which somebody speaks of himself (أؤكد، ونعتقد), where they are no other form."""
    presents = (key(row["present"]) for row in lexicon.table("cues") if row["present"])
    found = {first + present[1:] for present in presents for first in "ان"}
    nouns = {key(row["word"]) for row in lexicon.table("function_words") if row["class"] == "part"}
    return frozenset({joined + word for word in found - nouns for joined in ("", "و", "ف")} - forms().keys())


_Inflected = Iterator[tuple[str, str, str, bool]]


def _inflect(row: dict[str, str]) -> _Inflected:
    """Written forms of a verb with part of speech, gender and number."""
    dual = "weak" not in row["note"]  # of the everyday words it is another word (علما)
    takes_pronoun = "object" in row["note"] or "whom" in row["note"].split()
    past = _past(key(row["past"]), row["past"][-1] in "اى", dual, takes_pronoun)
    yield from islice(past, int("noun" in row["note"]), None)
    if row["present"]:
        yield from _present(key(row["present"]), row["present"][-1] in "اىيو", dual, takes_pronoun)
    if row["participle"]:
        yield from _participle(key(row["participle"])[:-1])
    for masdar in map(key, lexicon.forms(row["masdar"])):
        yield from _masdar(masdar)


def _past(past: str, defective: bool, dual: bool, with_object: bool) -> _Inflected:
    stem = past[:-1] if defective else past
    yield past, "past", "m", False
    yield stem + "ت", "past", "f", False
    yield stem + "وا", "past", "m", True
    yield stem + "تا", "past", "f", True
    for pronoun in (*_PRONOUNS, "ني", "نا") if with_object else ():
        yield (past[:-1] + "ا" if defective else past) + pronoun, "past", "m", False
        yield stem + "ت" + pronoun, "past", "f", False
        if pronoun in _PRONOUNS and len(stem) > 2:  # but دعوني، وعدوه
            yield stem + "و" + pronoun, "past", "m", True
    if dual and not defective:
        yield past + "ا", "past", "m", True
        if not past.startswith("ال"):  # but الفتن
            yield _hollow(past) + "ن", "past", "f", True


def _hollow(stem: str) -> str:
    """The stem of a hollow verb of form I before ن (قلن، يقلن)."""
    return stem[0] + stem[2] if len(stem) == _RADICALS and stem[1] in "اوي" else stem


def _present(present: str, defective: bool, women: bool, with_object: bool) -> _Inflected:
    stem = present[1:]
    short = stem[:-1] if defective else stem
    for prefix in ("", "س", "ل"):
        yield prefix + present, "present", "m", False
        yield prefix + "ت" + stem, "present", "f", False
        yield prefix + "ي" + short + "ون", "present", "m", True
        yield prefix + "ي" + stem + "ان", "present", "m", True
        yield prefix + "ت" + stem + "ان", "present", "f", True
        if women and not defective:
            yield prefix + "ي" + _hollow(stem) + "ن", "present", "f", True
    for pronoun in _PRONOUNS if with_object else ():
        tied = present[:-1] + "ا" if defective and present[-1] == "ي" else present
        yield tied + pronoun, "present", "m", False
        yield "ت" + tied[1:] + pronoun, "present", "f", False


def _participle(base: str) -> _Inflected:
    yield base + "ا", "participle", "m", False
    yield base + "ه", "participle", "f", False
    yield base.removesuffix("ي") + "ين", "participle", "m", True
    yield base + "ات", "participle", "f", True


def _masdar(masdar: str) -> _Inflected:
    yield masdar, "masdar", "", False
    if masdar.startswith(("ال", "بال")):
        return
    yield "بال" + masdar, "masdar", "", False
    tied = masdar[:-1] + "ت" if masdar.endswith("ه") else masdar
    for pronoun, (gender, plural) in _PRONOUNS.items():
        for stem in (tied, tied[:-1] + "ئ", tied[:-1] + "ؤ") if tied.endswith("ء") else (tied,):
            yield stem + pronoun, "masdar", gender, plural
            yield "ب" + stem + pronoun, "masdar", gender, plural
