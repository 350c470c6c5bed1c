"""Cues: the words of a text that have the form of a reporting verb."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from analysis.quotes.boundaries import COMMA
from analysis.quotes.marks import Quoted
from analysis.quotes.reading import Range, Reading
from analysis.quotes.verbs import Form, Verb, forms, homographs
from analysis.quotes.vocabulary import COMPLEMENTISERS, FUNCTION, SUPERLATIVE, WITH_AND

#: The mark of a doubled letter: بيّن is no preposition.
SHADDA: Final = "\u0651"
#: The digits of a year.
_YEAR: Final = 4
#: What says how long after stands within so many words (بعد يومين من إعلان ...).
_SINCE: Final = 4
#: Behind a verb, what it is all about begins within so many words.
_CONTENT: Final = 9


class Cue(NamedTuple):
    """A form at its place: the index of its word in the reading, the form, its verb."""

    word: int
    form: Form
    verb: Verb


def cue_at(word: int, form: Form) -> Cue:
    """The cue that a form makes at a word."""
    return Cue(word, form, form.verb)


def find_cues(reading: Reading) -> list[Cue]:
    """All words of the text that have the form of a cue, in order; the later stages decide.

    Examples
    --------
    >>> from analysis.quotes.reading import read
    >>> [cue.verb.lemma for cue in find_cues(read("وقالت الوزيرة إنها سعيدة، مشيرةً إلى النتائج"))]
    ['قال', 'اشار']
    """
    table, words = _cue_forms(), reading.words
    second = homographs()
    found = (
        (i, _either(reading, i, form, second[words[i]]) if words[i] in second else form)
        for i in reading.notable
        if (form := table.get(words[i])) is not None
    )
    return [
        Cue(i, form, form.verb)
        for i, form in found
        if (not form.verb.doubled or _doubled(reading, i))
        and (words[i][-1] != "ا" or not (_counted(reading, i) or (form.finite and i in reading.tanwin)))  # ولدت ذكرًا
        and (words[i] not in SUPERLATIVE or not _one_of(reading, i))
        and (form.part != "past" or form.verb.joining_alef or not _hamza_below(reading, i, form))
        and not (form.part == "masdar" and form.gender == "m" and reading.written_with_teh(i))  # راية, not رأيه
        and (not _bare(form, words[i]) or _follows(reading, i))
    ]


def _either(r: Reading, i: int, form: Form, other: Form) -> Form:
    """Of two verbs that a form may belong to, the one whose preposition follows (يدعون | إلى, not ادعى)."""
    if other.verb.doubled or form.verb.doubled:
        return other if _doubled(r, i) == other.verb.doubled else form
    following = r.words[i + 1] if i + 1 < r.size and not r.stop[i + 1] else ""
    if following == "" or following in form.verb.takes or following in COMPLEMENTISERS:
        return form
    asked = other.part == "participle" and other.verb.requests and following == "من" and r.stop[i] == COMMA
    joined = following[0] == "ل" and "ل" in other.verb.takes and "ل" not in form.verb.takes
    return other if asked or joined or following in other.verb.takes else form  # ، طالبا من حكومته


def _doubled(r: Reading, i: int) -> bool:
    """Whether the sign of a doubled letter is written in a word."""
    return SHADDA in r.original(i, i + 1)[0]


def _bare(form: Form, word: str) -> bool:
    """Whether a verbal noun has no pronoun, and is none that is a cue by itself (القول)."""
    return form.part == "masdar" and not (form.gender or form.plural or word in FUNCTION["saying"])


def _follows(r: Reading, i: int) -> bool:
    """Whether a verbal noun stands right behind what tells when, against or on what it was said (بعد تأكيد الوزير أن)."""
    if i and r.words[i].startswith("بال"):
        return _is_all(r, i)
    if i == 0 or r.stop[i]:
        return False
    direct = r.words[i + 1 : i + 2] and r.words[i + 1] in COMPLEMENTISERS and not r.stop[i + 1]
    if direct and r.words[i - 1] in FUNCTION["to_say"]:
        return True  # سارعت الحركة إلى إعلان أن
    if r.words[i - 1] == "من" and any(w in WITH_AND["after_what"] for w in r.words[max(i - _SINCE, 0) : i - 1]):
        return True  # بعد يومين من إعلان الجيش أن
    on = i > 1 and r.words[i - 1] == "علي" and r.words[i - 2] in WITH_AND["reply"]  # تعليقا على إعلان حداد أنه
    return on or r.words[i - 1] in WITH_AND["after_what"]


def _is_all(r: Reading, i: int) -> bool:
    """Whether a verbal noun with ب is all that somebody does (اكتفى المدير | بالتأكيد على أن)."""
    first = max(r.sentence_start(i), i - _CONTENT)
    return any(word in WITH_AND["contents_himself"] for word in r.words[first:i])


def _counted(r: Reading, i: int) -> bool:
    """Whether a number before an accusative, other than a year, its feminine or هناك makes it a noun (لـ140 طالبا، هناك مقترحا)."""
    if i and (r.words[i - 1] == r.words[i][1:-1] + "ه" or r.words[i - 1] in FUNCTION["exists"]):
        return True
    if i > 1 and r.words[i - 1] in FUNCTION["thousands"] and r.words[i - 2][-1].isdigit():
        return True  # 18 ألف طالبا
    if i == 0 or r.gap[i] != " " or not r.words[i - 1][-1].isdigit():
        return False
    return sum(map(str.isdigit, r.words[i - 1])) != _YEAR


def _one_of(r: Reading, i: int) -> bool:
    """Whether a part or a preposition makes the word a superlative (أحد أبرز المواهب، من أبرز ما)."""
    return i > 0 and r.words[i - 1] in FUNCTION["part", "true_preposition"]


def _hamza_below(r: Reading, i: int, form: Form) -> bool:
    """Whether a word is written with إ, as no past of form IV is (إبان الحرب, not أبان)."""
    return (
        r.words[i][form.joined] == "ا"
        and r.folded.original[r.folded.offset(r.end[i] - len(r.words[i]) + form.joined)] == "إ"
    )


@cache
def _cue_forms() -> dict[str, Form]:
    """The forms that may report, and the soft ones, which end what was reported; verbal nouns without a pronoun
    only of plain verbs (`_follows` tells which of them report)."""
    saying = FUNCTION["saying"]
    return {
        w: f
        for w, f in forms().items()
        if f.part != "masdar" or f.gender or f.plural or w in saying or not (f.joined or f.verb.weak or f.verb.soft)
    }


class Complement(NamedTuple):
    """Where reported speech begins.

    Attributes
    ----------
    form : str
        ``marks`` (words in quotation marks), ``colon`` (words after a colon), ``clause`` (أن ...), ``phrase`` (a noun phrase).
    at : int
        Index of its first word.
    left : int
        Index of the word at which the cue's own part ends: the source lies between cue and here.
    quoted : Quoted or None
        The quotation, if the words stand in marks.
    bare : bool
        Whether somebody's own words follow, without أن, a colon or marks (وقال لقد انتهى الأمر).
    """

    form: str
    at: int
    left: int
    quoted: Quoted | None = None
    bare: bool = False


@dataclass(slots=True)
class Attribution:
    """An attribution in the making: `span` in folded offsets, all else in words."""

    at: int  # where it stands in the order of reading
    span: Range
    kind: str
    cue: Range | None
    source: Range | None
    gender: str
    plural: bool
    how: str  # finite, participle, masdar, sourcing, label
    nested: bool = False
    until: int = 0  # index of the word at which the content ends
    relay: Range | None = None
    continues: bool = False
    joined: bool = False  # the first word of the source carries the preposition ل
    form: str = ""  # of the complement
    weak: bool = False  # the verb is an everyday word as well
