"""Judgements: what somebody judges and what it is judged to be (اعتبر الوزير | القرار خطوة مهمة)."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.acts import OBJECTS, complete_before, is_accusative, is_act
from analysis.quotes.beginnings import behind_given_name, name_before
from analysis.quotes.cues import Cue
from analysis.quotes.formulas import sourcing_phrases
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.reading import Reading
from analysis.quotes.vocabulary import COMPLEMENTISERS

#: Within so many words it says what something is judged to be.
_JUDGED: Final = 16
#: What somebody judges has no more words.
_OBJECT: Final = 4
#: A clause, or a predicate, begins within so many words.
_NEAR: Final = 6


def judged(r: Reading, cue: Cue, j: int) -> bool:
    """Whether something that is judged begins at `j` (معتبرا | هذا القرار خطوة مهمة)."""
    first = cue.word + 1
    if r.words[j - 1] in v.RELATIVE:
        return False  # بعد الاجتماع الذي | عقد في العاصمة
    if r.words[cue.word].endswith(OBJECTS) and r.written_with_teh(j) and not (r.has_article(j) or r.stop[j]):
        if j == first and v.heads(r.words[j]) in ("body", "medium") and _before_marks(r, j):
            return False  # اعتبرته | منظمة الساحل «ارتفاعا كبيرا»
        return cue.form.part == "past" and (j == first or complete_before(r, j))  # واعتبرتها | قوة احتلال
    if r.words[cue.word].endswith(OBJECTS) and is_accusative(r, j):
        act = v.deverbal(r.words[j].removesuffix("ا")) != "" and j in r.tanwin
        return r.has_article(j - 1) or (act and j == first)  # ما اعتبره النادي إخلالا بالعقد، اعتبره العلماء دليلا
    if cue.form.part == "past" and j > first and v.heads(r.words[first]) and not (r.stop[j] or _vouched(r, j)):
        named = v.deverbal(r.words[j]) and name_before(r, j, first + 1)
        if named or is_act(r, j):
            return True  # واعتبرت الوزارة تطبيق الدليل خطوة مهمة
    if cue.form.part == "past" and j == first and is_act(r, j) and _judged_as(r, j):
        return True  # واعتبر مشاركة بلاده مؤشرًا على ...
    if cue.form.part == "past" and not r.stop[j] and _like(r, j):
        behind = j > first and (complete_before(r, j) or name_before(r, j, first))
        noun = v.deverbal(r.words[j]) != "" or r.has_article(j) or r.written_with_teh(j)
        return behind or noun  # اعتبر | عملية الإنزال بمثابة إعلان
    if cue.form.finite and j > first and _judged_by(r, first, j):
        return True
    this = r.words[j] in v.DEMONSTRATIVE
    at = j + 1 + (this and _is_this(r, j))  # هذا البيان | «تطمينا للجميع»
    quoted = r.quoted_at(at) if at < r.size and cue.form.part == "past" else None
    thing = this or (j > first and r.words[j] in v.FUNCTION["matter"])
    if quoted is not None and thing and r.count(quoted) > 1 and not any(r.stop[j + 1 : at + 1]):
        return j == first or complete_before(r, j)  # واعتبروا | ذلك «استفزازا»
    if j != first or r.stop[j]:
        return False
    word = r.words[j]
    if cue.form.part == "past":  # قد اعتبرت هذه الدعوة محاولة لـ...
        clause = any(w in COMPLEMENTISERS for w in r.words[j : j + _NEAR])
        return word in v.DEMONSTRATIVE and not clause and v.is_function(r.words[cue.word - 1], "auxiliary")
    if cue.form.part != "participle":
        return False
    return word in v.DEMONSTRATIVE or r.has_article(j) or v.deverbal(word) in ("own", "listed")


def _before_marks(r: Reading, j: int) -> bool:
    """Whether quoted words follow right behind the noun phrase that begins at a word: it says who judges."""
    span = noun_phrase(r, j, min(j + _NEAR, r.size))
    quoted = r.quoted_at(span[1]) if span is not None and span[1] < r.size else None
    return quoted is not None and r.count(quoted) > 1


def _is_this(r: Reading, j: int) -> bool:
    """Whether a definite noun goes on a demonstrative, before an indefinite predicate (هذا البيان | تطمينا, but هذا المسؤول «أن القرار خاطئ»)."""
    if j + 2 >= r.size or not r.has_article(j + 1) or v.heads(r.words[j + 1]) == "title":
        return False
    return not (r.has_article(j + 2) or r.words[j + 2] in COMPLEMENTISERS)


def _judged_by(r: Reading, first: int, j: int) -> bool:
    """Whether a subject ends before a word that is judged, and what it is judged to be follows (عدّ حداد | عطلة العيد فرصة)."""
    word, before = r.words[j], r.words[j - 1]
    if (
        r.stop[j]
        or v.heads(word) == "title"
        or word in v.GIVEN_NAMES
        or word.endswith(("ي", "ا", "يه", "يون", "يات"))
        or noun_phrase(r, first, j) != (first, j)
    ):
        return False
    if before == "باسم" or (before in v.GIVEN_NAMES and not r.has_article(j)):
        return False  # المتحدث باسم | الكرملين، سامر | حداد
    named = name_before(r, j, first) or r.words[first] in v.PLACES or bool(behind_given_name(r, before, j - 1))
    office = v.heads(r.words[first]) == "title" and r.has_article(j - 1)
    office = office or (v.heads(r.words[first]) == "body" and word in v.DEMONSTRATIVE)
    return (named or office) and any(_predicate(r, k) for k in range(j + 1, r.clause_end(j + 1, _OBJECT)))


def _predicate(r: Reading, k: int) -> bool:
    """Whether a word is indefinite behind a definite one: a predicate (القرار | خطوة، الخطة | أفضل ما)."""
    if r.has_article(k) or not (r.has_article(k - 1) or r.words[k - 1] in v.DEMONSTRATIVE):
        return False  # القرار | خطوة، ذلك | إنجازا
    return is_accusative(r, k) or r.written_with_teh(k) or r.words[k] in v.SUPERLATIVE


def _like(r: Reading, j: int) -> bool:
    """Whether بمثابة follows in the clause."""
    return any(word in v.FUNCTION["like"] for word in r.words[j + 1 : r.clause_end(j + 1, _NEAR - 1)])


def _vouched(r: Reading, j: int) -> bool:
    """Whether a word belongs to a sourcing phrase (وفق | تعبيره)."""
    return r.words[j - 1] in sourcing_phrases()


def _judged_as(r: Reading, j: int) -> bool:
    """Whether an indefinite accusative follows in the clause: what something is judged to be."""
    return any(k in r.tanwin for k in range(j + 2, min(j + _JUDGED, r.sentence_end[j])))
