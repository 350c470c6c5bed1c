"""New cues: whether a cue within a reported clause is the writer's, who reports somebody again (..., | وأضاف الوزير أن)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import verb_shape
from analysis.quotes.boundaries import COMMA
from analysis.quotes.cues import Cue
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.reading import Reading
from analysis.quotes.vocabulary import COMPLEMENTISERS

#: The subject before the end of its sentence, the subject behind its verb: no longer, in words.
_SUBJECT: Final = 10
_SUBJECT_BEHIND: Final = 12
#: The beginning of a relative clause that a verb goes on lies no farther back, in words.
_RELATIVE: Final = 12


def is_new_cue(r: Reading, cue: Cue, cues: dict[int, Cue], reports: Callable[[Cue], bool]) -> bool:
    """Whether a cue within a reported clause is the writer's, not the speaker's own."""
    k, form, word = cue.word, cue.form, r.words[cue.word]
    comma, following = r.stop[k] == COMMA, r.words[k + 1 : k + 2]
    if form.part == "participle":
        accusative = word.endswith(("ا", "ين", "ه", "ات"))
        governed = r.stop[k] == 0 and r.words[k - 1] in v.PREPOSITION
        if not accusative or governed or (not r.stop[k] and v.is_function(r.words[k - 1], "copula")):
            return False  # لم يكن متوقعا
        told = comma or (k in r.tanwin and k - 1 not in r.tanwin and not cue.verb.soft)  # منوهًا بالقرار, but مجددًا
        told = told and (comma or not r.carries_pronoun(k - 1) or reports(cue))  # لاتخاذه مقرًا
        judged = comma and cue.verb.takes_object and cue.verb.sense != "demand"  # ، واصفة ذلك بالكارثة
        told = (told and not cue.verb.weak) or judged or (word in v.FUNCTION["wishing"] and k - 1 not in r.tanwin)
        return told or (comma and following == ["ذلك"]) or reports(cue)
    if form.part == "masdar":
        return form.gender != "" and (word[0] == "ب" or along_with(r, k, cues)) and reports(cue)  # بقوله
    if cue.verb.soft:
        apart = r.gap[k] != " " and following != [] and following[0] in v.FUNCTION["about"]  # «...» وأعرب عن أمله
        if comma and form.joined and form.part == "past" and cue.verb.speech:
            return True  # ، وانتقد موقف الكثيرين
        feels = form.joined and form.part == "past" and "clause" in cue.verb.takes
        return feels and (apart or _somebody_feels(r, k))
    if comma and form.joined and form.part == "past" and cue.verb.addresses and word.endswith(("ه", "ها", "هم")):
        return not (following != [] and v.is_function(following[0], "true_preposition"))  # ، وأبلغه احتجاج بلاده
    if comma and word[0] == "و" and form.part == "past" and _saying_so(r, k, cues, reports):
        return True
    if comma and form.part == "present" and not form.joined and _says_at_last(r, cue):
        return True
    if form.joined and form.part == "present" and in_relative(r, cue, cues):
        return False  # القرار الذي يحكم الهدنة | ويدعو إلى نشر قوات
    if denied(r, k):
        return v.heads("".join(following)) != ""
    if r.stop[k - 1] == COMMA and r.words[k - 1] in v.FUNCTION["rather"]:
        return noun_phrase(r, k + 1, min(k + _SUBJECT_BEHIND, r.size)) is not None and reports(cue)
    if r.words[k - 1] in COMPLEMENTISERS or (comma and not form.joined and _awaits_verb(r, k)):
        return False
    return _subject_of_its_own(r, cue) and reports(cue)


def _awaits_verb(r: Reading, k: int) -> bool:
    """Whether all that a clause has told before a comma is when or where (أنه عند السادسة، | أبلغ وافد المركز)."""
    near = range(k - 1, max(k - _SUBJECT_BEHIND, 0), -1)
    that = next((j for j in near if r.stop[j] or r.words[j] in COMPLEMENTISERS), 0)
    if (
        not that
        or not r.words[that].endswith("نه")
        or that + 2 > k
        or r.words[that - 1] in v.FUNCTION["not_before_anna"]
    ):
        return False
    return v.is_function(r.words[that + 1], "true_preposition", "preposition", "at_a_time") and not any(
        verb_shape(word) or word in v.PAST for word in r.words[that + 2 : k]
    )


def _says_at_last(r: Reading, cue: Cue) -> bool:
    """Whether a verb of saying and its subject are all that follows to the end of the sentence (..., | يضيف حداد.)."""
    k = cue.word
    end = r.sentence_end[k]
    if cue.verb.sense != "say" or "quote" not in cue.verb.takes or not 1 < end - k <= _SUBJECT:
        return False
    return r.clause_end(k + 1, _SUBJECT) == end and noun_phrase(r, k + 1, end) == (k + 1, end)


def _saying_so(r: Reading, k: int, cues: dict[int, Cue], reports: Callable[[Cue], bool]) -> bool:
    """Whether a participle right behind what a verb is about tells what was said (، ورد على منتقديه | قائلا: ...)."""
    limit = r.clause_end(k + 1, _SUBJECT)
    return any(j in cues and reports(cues[j]) for j in range(k + 1, limit) if r.words[j] in v.SAYING_SO)


def in_relative(r: Reading, cue: Cue, cues: dict[int, Cue]) -> bool:
    """Whether a verb without a subject goes on a relative clause in the present."""
    k = cue.word
    near = range(k - 1, max(k - _RELATIVE, 0), -1)
    pronoun = next((j for j in near if r.stop[j + 1] or r.words[j] in v.RELATIVE), 0)
    verb = pronoun > 0 and (verb_shape(r.words[pronoun + 1]) or (pronoun + 1 in cues and cues[pronoun + 1].form.finite))
    if not verb or r.stop[pronoun + 1] or k + 1 >= r.size or r.words[pronoun + 1].endswith(("ه", "ها", "هم")):
        return False  # الذي تعتبره الحكومة عدوا | وتتهمه بـ...
    following = r.words[k + 1]
    return following in cue.verb.takes or following[0] in cue.verb.takes or following in COMPLEMENTISERS


def _subject_of_its_own(r: Reading, cue: Cue) -> bool:
    """Whether a verb opens a clause of the writer's: joined, or behind a comma with ل, a subject or a clause."""
    k, form = cue.word, cue.form
    if form.joined or r.stop[k] != COMMA:
        return form.joined
    if form.part == "present" and r.words[k][0] == "ل":
        return True  # لتذكر أن
    clause = form.part == "past" and not cue.verb.weak and r.words[k + 1 : k + 2] != []
    if clause and r.words[k + 1] in COMPLEMENTISERS:
        return True
    return noun_phrase(r, k + 1, min(k + _SUBJECT_BEHIND, r.size)) is not None


def along_with(r: Reading, k: int, cues: dict[int, Cue]) -> bool:
    """Whether مع leads to what somebody says besides (مع | قوله إن ...)."""
    cue = cues.get(k)
    return cue is not None and cue.form.part == "masdar" and r.words[k - 1] in v.FUNCTION["with"]


def denied(r: Reading, k: int) -> bool:
    """Whether the writer says behind a comma that a thing was not said (، ولم يعلن النادي ...)."""
    before = r.words[k - 1]
    return r.stop[k - 1] == COMMA and before[0] == "و" and before in v.NEGATION


def _somebody_feels(r: Reading, k: int) -> bool:
    """Whether a verb of feeling has a subject and عن (وعبر سامر حداد عن سعادته)."""
    span = noun_phrase(r, k + 1, min(k + _SUBJECT_BEHIND, r.size))
    return span is not None and span[1] < r.size and r.words[span[1]] in v.FUNCTION["about"]
