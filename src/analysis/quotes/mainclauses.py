"""Main clauses: where one begins behind a clause that opens the sentence and reports (بعد نفي الشركة أن ...، | أغلق الطريق)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import verb_shape
from analysis.quotes.boundaries import COLON, COMMA
from analysis.quotes.cues import Complement, Cue
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.reading import Range, Reading
from analysis.quotes.verbs import forms

#: The subject behind a verb is looked for within so many words.
_SUBJECT: Final = 6
#: A reported clause has so many words.
_CLAUSE: Final = 3
_THOUGH: Final = "رغم"
#: A time that a relative clause tells (في الوقت الذي، يوم).
_TIMES: Final = v.FUNCTION["while", "moment", "time_span"]
#: What goes on the main clause behind a relative one.
_RESUMING: Final = v.TRUE_PREPOSITION | v.FUNCTION["complementiser"]


def _but_that(r: Reading, k: int) -> bool:
    """Whether a contrast of two words opens a clause (غير أن، إلا أن)."""
    return (
        r.words[k] in v.FUNCTION["not_before_anna"]
        and r.words[k] in v.FUNCTION["but"]
        and r.words[k + 1 : k + 2] == ["ان"]
    )


def _resumes(word: str) -> bool:
    """Whether ف opens the main clause (فهذا، فإن، فقد)."""
    return word[0] == "ف" and v.is_function(word[1:], "demonstrative", "complementiser", "auxiliary")


def main_clause(
    r: Reading, cue: Cue, complement: Complement, until: int, nested: bool, tells: Callable[[int], bool]
) -> int:
    """Index of the word at which the main clause begins, behind one that opens the sentence and reports; 0 if none does.

    بعد نفي الشركة أن يكون ذلك صحيحا، | أغلق الطريق؛ فيما أكدت البلدية أنها جاهزة، | أبدى السكان استياءهم
    """
    k = cue.word
    commas = [j for j in r.landmarks_from(complement.at, until) if r.stop[j] == COMMA]
    if not commas:
        return 0
    while_said = k > 1 and r.words[k - 1] in v.RELATIVE and v.bare(r.words[k - 2]) in _TIMES
    but = (j for j in commas if r.words[j] in v.FUNCTION["but_he"] or r.words[j] in v.BUT or _but_that(r, j))
    if nested and not while_said and (other := next(but, 0)):
        return other  # قال حداد إن المدرب أخبره أنه باق، | ولكنه رحل، | لكن الإدارة أقالته
    if k > 1 and r.words[k - 1] in v.RELATIVE:
        if while_said:  # في الوقت الذي تقول الوزارة إنها جاهزة، | فهذا غير صحيح
            return next((j for j in commas if _resumes(r.words[j])), 0)
        if r.stop[k - 1] == COMMA and complement.form == "phrase":
            return next((j for j in commas if r.words[j][0] != "و"), 0)  # منذ تولي حداد، الذي توعد بسحقهم، | الحكم
        if r.stop[k - 1] == 0 and (main := _behind_relative(r, k - 1, commas)):
            return main
        aside = r.stop[k - 1] == COMMA  # المصرف، الذي يقول إنه محايد، | إلى السحب من ...
        return next((j for j in commas if r.words[j] in _RESUMING or tells(j)), 0) if aside else 0
    start = r.sentence_start(k)
    though = r.words[start].removeprefix("و") == _THOUGH and start < k <= start + _SUBJECT
    if though and r.clause_end(start + 1, _SUBJECT) > k:
        contrast = (j for j in commas if r.words[j] in v.FUNCTION["but"] or _resumes(r.words[j]))
        if (main := next(contrast, 0)) > 0:
            return main  # ورغم أن ...، | إلا أن
    if start >= k or k - start > 2:
        return 0
    behind = v.is_function(r.words[k - 1], "after_what", "topic_on") and cue.form.part == "masdar" and start == k - 1
    led = r.words[start] in v.FUNCTION["meanwhile"] and start == k - 1
    led = led or (r.words[k - 1] in v.FUNCTION["while"] and v.is_function(r.words[start], "in"))
    if not (behind or led):
        return 0
    told = (j for j in commas if r.words[j][0] != "و" and (behind or r.words[j] in v.PAST or _somebody_acts(r, j)))
    return next((j for j in told if _has_subject(r, j)), 0)


def _behind_relative(r: Reading, pronoun: int, commas: list[int]) -> int:
    """Index of the verb that goes on the noun with which the sentence opens, behind its relative clause (المصرف الذي حذر من أنه عاجز، | قد يتوقف); 0 if none does."""
    first = r.sentence_start(pronoun)
    first += v.is_function(r.words[first], "lead", "but", "contrast")
    if noun_phrase(r, first, pronoun) != (first, pronoun):
        return 0
    that = next((j for j in range(pronoun, commas[0]) if r.words[j] in v.COMPLEMENTISERS), pronoun)
    if commas[0] - that < _CLAUSE and r.words[that].endswith("ن"):
        return 0  # الذي قال إن النظام، يحتاج إلى
    hers = r.words[pronoun] in v.FUNCTION["feminine_relative"]
    resumes = (
        j
        for j in commas
        if r.words[j] in v.FUNCTION["has_done"]
        or (r.words[j][0] == "ت" and r.words[j] in v.COMMON_VERBS if hers else verb_shape(r.words[j]))
    )
    return next((j for j in resumes if j + 1 < r.size and not r.stop[j + 1]), 0)


def _somebody_acts(r: Reading, k: int) -> bool:
    """Whether a verb in the present, by its shape, stands before somebody, a body or a state (، | تتحدث موسكو عن)."""
    word, behind = r.words[k], r.words[k + 1] if k + 1 < r.size and not r.stop[k + 1] else ""
    acts = verb_shape(word) or (word[0] == "ت" and not (v.deverbal(word) or v.heads(word)))
    return acts and (v.heads(behind) != "" or behind in v.PLACES)


def acts_again(r: Reading, source: Range, first: int, until: int) -> int:
    """Index of the word at which the writer tells what the speaker did besides, with the head of the source as its subject
    (قال البابا إن ...، | وظهر البابا في الشرفة); 0 if nowhere."""
    head = "ال" + v.bare(r.words[source[0]])
    if v.heads(r.words[source[0]]) in ("body", "medium"):
        return 0  # قالت الشركة إن المبيعات ارتفعت، وحققت الشركة أرباحا
    for j in r.landmarks_from(first + 1, until):
        acts = r.words[j][0] == "و" and (r.words[j][1:] in v.PAST or r.words[j] in forms())
        another = j + 2 < until and not r.stop[j + 2] and r.words[j + 2] in v.SAME  # المدير السابق
        if acts and r.stop[j] == COMMA and j + 1 < until and r.words[j + 1] == head and not another:
            return j
    return 0


def _has_subject(r: Reading, verb: int) -> bool:
    """Whether a subject, or speech behind a colon, follows a verb."""
    k = verb + 1
    return r.stop[k] == COLON or noun_phrase(r, k, min(k + _SUBJECT, r.sentence_end[verb])) is not None
