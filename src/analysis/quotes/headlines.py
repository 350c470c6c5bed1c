"""Headlines that put the words first: a quotation, a pause, and who said it («لن أعود».. سامر حداد يرد على منتقديه)."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import name_before, verb_shape
from analysis.quotes.boundaries import PARAGRAPH
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.reading import Range, Reading
from analysis.quotes.verbs import forms

#: What stands between the words and who said them.
_PAUSES: Final = ("..", "…", "- ", "–", "—", "|")
#: Words that are no clause are speech from so many on; fewer are a name.
_SPEECH: Final = 5
#: A headline has no more words.
_LONGEST: Final = 25


def find_ahead(r: Reading) -> tuple[int, int, Range] | None:
    """What a headline quotes before its speaker: index of the first word, one past the last, and the speaker's range.

    Examples
    --------
    >>> from analysis.quotes.reading import read
    >>> find_ahead(read("«لن أعود أبدا».. سامر حداد يرد على منتقديه"))
    (0, 3, (3, 5))
    """
    if not r.quoted or r.start[0] < r.quoted[0].start - 1:
        return None
    quoted = r.quoted[0]
    at, end = r.word_at(quoted.start), r.word_at(quoted.end)
    if at or not quoted.closed or r.count(quoted) < 2 or end >= r.size or r.stop[end] >= PARAGRAPH:
        return None
    over = next((k for k in r.breaks if k >= end and r.stop[k] == PARAGRAPH), r.size)
    if over > _LONGEST or not any(pause in r.gap[end] for pause in _PAUSES) or not _said(r, at, end):
        return None
    worded = "ال" + r.words[end] in v.FUNCTION["wording"] and end + 1 < over  # «...».. سؤال | نائب يشعل الجلسة
    if worded and r.words[end + 1].endswith(("ه", "ها")) and not v.heads(r.words[end + 1]):
        return None  # «...».. تحذير أطلقه نقيب المعلمين: leads back itself
    source = noun_phrase(r, end + worded, over)
    if source is None or not _person(r, source) or v.bare(r.words[source[0]]) in v.FUNCTION["work"]:
        return None  # «...».. فيلم سامر حداد يفوز بالجائزة
    return at, end, (source[0], subject_end(r, *source))


def find_behind(r: Reading) -> tuple[int, int, Range] | None:
    """What a headline quotes behind its speaker and a pause (سامر حداد.. «الجمهور أذكى منا»): as `find_ahead`."""
    over = next((k for k in r.breaks if k and r.stop[k] == PARAGRAPH), r.size)
    source = noun_phrase(r, 0, over) if 1 < over <= _LONGEST else None
    if source is None or source[0] or source[1] >= over or not any(pause in r.gap[source[1]] for pause in _PAUSES):
        return None
    quoted = r.quoted_at(source[1])
    if quoted is None or not quoted.closed or r.count(quoted) < 2 or not _person(r, source):
        return None
    at, end = source[1], r.word_at(quoted.end)
    return (at, end, source) if end >= over and _said(r, at, end) else None


def subject(r: Reading, limit: int) -> Range | None:
    """The person or body with whom a headline opens, before its verb (حداد | يعتذر للجماهير: «...»); None where there is none."""
    source = noun_phrase(r, 0, limit)
    if source is None or r.stop[source[1]] >= PARAGRAPH:
        return None
    end = subject_end(r, *source)
    again = end == 1 and len(r.places(r.words[0])) > 1  # a family name alone
    return (0, end) if again or _person(r, (0, end)) else None


def subject_end(r: Reading, first: int, limit: int) -> int:
    """Where the subject ends that a headline puts before its verb (وزيرة الصحة | تطمئن المواطنين), at most at `limit`."""
    given = r.words[first] in v.GIVEN_NAMES
    for k in range(first + 1, limit):
        whole = r.has_article(k - 1) if r.written_with_teh(first) else given and k > first + 1
        form = forms().get(r.words[k])
        acts = verb_shape(r.words[k]) or (form is not None and form.part == "present")
        if (acts or (whole and _may_act(r.words[k]))) and not r.stop[k]:
            return k
    return limit


def _may_act(word: str) -> bool:
    """Whether a word looks like a verb in the present, feminine, rather than a noun (تطمئن، but تطوير، تعاون، تربية)."""
    if word[0] != "ت" or len(word) < 4 or word[-1] in "هاةء" or word.endswith("ات"):
        return False
    masdar = len(word) == 5 and (word[3] == "ي" or word[2] == "ا")  # تأكيد، تضامن
    known = word in v.GIVEN_NAMES or word in v.PLACES or v.heads(word) or v.deverbal(word)
    return not (masdar or known)


def _said(r: Reading, at: int, end: int) -> bool:
    """Whether quoted words are speech, no name: a clause, or many."""
    if end - at >= _SPEECH or r.text[r.end[end - 1]] in "!؟?":
        return True
    words = r.words[at:end]
    if words[1] in v.RELATIVE:
        return False  # «الرجل الذي لا ينام»
    return words[0] in v.NEGATION or any(
        verb_shape(word) or word in v.PAST or word in v.COMPLEMENTISERS or v.is_function(word, "personal", "copula")
        for word in words
    )


def _person(r: Reading, source: Range) -> bool:
    """Whether a phrase names a person or a body."""
    head = r.words[source[0]]
    return v.heads(head) in ("title", "body") or head in v.GIVEN_NAMES or name_before(r, source[1], source[0])
