"""Antecedents: whom the relative clause of a cue describes."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.agreement import agrees
from analysis.quotes.beginnings import can_begin
from analysis.quotes.cues import Cue
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.reading import Range, Reading

#: A name before a relative pronoun has no more words.
_NAME: Final = 2


#: First words of a time (الأسبوع الماضي).
_TIME: Final = v.FUNCTION["at_a_time", "adjunct"]
#: So far before a relative pronoun its antecedent may begin, in words.
_ANTECEDENT: Final = 16


def antecedent(r: Reading, cue: Cue) -> Range | None:
    """Whom the relative clause of a cue describes (مع الوزير سامر حداد الذي حث ...، بعد تقرير صحفي أشار إلى ...), or None.

    What the clause itself comes back to (الخطة التي قال إنها ...) is not its subject.
    """
    k, first = cue.word, r.sentence_start(cue.word)
    while k > first and r.words[k - 1] in v.FUNCTION["auxiliary"] and not r.stop[k]:
        k -= 1
    pronoun = k > first and v.is_function(r.words[k - 1], "relative")
    if not pronoun and cue.form.joined:
        return None  # وعلق
    end = k - pronoun
    if pronoun and ")" in r.gap[end]:  # سامر حداد (25 عاما) الذي قال
        end = next((j for j in range(end - 1, max(first, end - _NAME - 3), -1) if "(" in r.gap[j]), end)
    following = r.words[cue.word + 1] if cue.word + 1 < r.size else ""
    if r.stop[k] or (following in v.IN_IT and not (cue.form.plural and not pronoun)):
        return None  # كلمة قال فيها، دراسته التي قال فيها, but مواطنين أفادوا فيه
    for start in range(end - 1, max(first, end - _ANTECEDENT) - 1, -1):
        if r.stop[start + 1] and start + 1 < end:
            break
        if pronoun and r.words[start] in v.FUNCTION["led_by"] and start + 1 < end:
            leader = noun_phrase(r, start + 1, end)  # هيئة برئاسة | سامر حداد، الذي قال
            if leader is not None and leader[1] == end and agrees(r, cue, leader[0]):
                return leader
        heads = v.heads(r.words[start]) != "" or (cue.form.plural and not pronoun and v.is_crowd(r.words[start]))
        if not heads or (start and not r.stop[start] and _goes_on_head(r, start, pronoun)):
            continue
        if pronoun and _cannot_be_meant(r, start, end):
            continue
        of_another = pronoun and _of_another(r.words[k - 1], cue.form.gender, following)
        comes_back = following in v.COMES_BACK and not of_another
        if comes_back or (following and _comes_back_to(r, cue.word + 1)):
            return None
        if not pronoun and start - 1 > first and _governs(r, start - 1):
            continue  # ناشر | من دار السلوى | زعم أن
        if not pronoun and not _indefinite(r, start, end):
            return None
        if not pronoun and cue.form.gender == "m" and v.heads(r.words[start]) != "title" and r.written_with_teh(start):
            return None  # مذكرة | يقول إن
        found = noun_phrase(r, start, end)
        if found is not None and found[1] < end and not pronoun and _attribute(r, found[1], end):
            found = start, end
        if found is not None and not pronoun and _at_a_time(r, found[1], end):
            return found if agrees(r, cue, start) else None  # بلاغ | صباح الأحد يفيد بأن
        if found is not None and _in_place(r, found[1], end):
            found = start, end
        if found is not None and found[1] == end:
            return found if agrees(r, cue, start) else None
        break
    return proper_before(r, end, first) if pronoun and cue.form.finite else None


def _cannot_be_meant(r: Reading, start: int, end: int) -> bool:
    """Whether a relative pronoun tells that a head is not its antecedent: a title alone without the article, another gender."""
    if start + 1 == end and v.heads(r.words[start]) == "title" and not r.has_article(start):
        before = r.words[start - 1] if start and not r.stop[start] else ""
        led = v.is_function(before, "preposition") or v.bare(before) in v.PAST or v.bare(before[1:]) in v.PAST
        return before != "" and not led  # المحلل في مورتيه جنرال، الذي, but حضر مدير، الذي
    masculine = r.words[end].removeprefix("و") == "الذي"
    named = r.words[start] in v.GIVEN_NAMES or v.heads(r.words[start]) == "title"
    return masculine and r.has_article(start) and r.written_with_teh(start) and not named  # المتحدث باسم الحركة الذي


def _of_another(pronoun: str, gender: str, following: str) -> bool:
    """Whether أنه or أنها cannot come back to what a relative pronoun stands for, which agrees with the verb (السلطات التي قالت | إنه توفي)."""
    if pronoun.endswith("التي"):
        return gender == "f" and following[-1] == "ه"
    return pronoun.endswith("الذي") and gender == "m" and following.endswith(("ها", "هم"))


def _comes_back_to(r: Reading, k: int) -> bool:
    """Whether a preposition leads back to what a relative clause describes (تصريحاتها التي قالت | من خلالها إنها)."""
    return (
        r.words[k] in v.TRUE_PREPOSITION
        and r.words[k + 1 : k + 2] != []
        and (r.words[k + 1].endswith(("ها", "هم")) and not v.heads(r.words[k + 1]))
    )


def _in_place(r: Reading, k: int, end: int) -> bool:
    """Whether في and a place go on what is described (المصرف المركزي | في عدن، الذي يقول إنه ...)."""
    return k + 2 == end and r.words[k] in v.IN and r.words[k + 1] in v.PLACES


def _at_a_time(r: Reading, k: int, end: int) -> bool:
    """Whether an adverb of time stands before the verb (تقارير صحفية | الأسبوع الماضي تفيد بأن)."""
    return k < end <= k + 3 and r.words[k] in _TIME and all(r.has_article(j) for j in range(k + 1, end))


def _governs(r: Reading, k: int) -> bool:
    """Whether من stands behind an indefinite title, whom it tells more of."""
    return r.words[k] == "من" and v.heads(r.words[k - 1]) == "title" and not r.has_article(k - 1) and not r.stop[k]


def _attribute(r: Reading, k: int, end: int) -> bool:
    """Whether the words up to `end` are but a prepositional attribute (ناشر | من دار السلوى | زعم أن)."""
    led = r.words[k] in v.FUNCTION["true_preposition", "in"]
    return led and k + 1 < end and noun_phrase(r, k + 1, end) == (k + 1, end)


def _goes_on_head(r: Reading, k: int, definite: bool) -> bool:
    """Whether a head only goes on another before it (نائب وزير، تقرير صحفي)."""
    before = v.heads(r.words[k - 1])
    return before == "title" or (before != "" and not definite and not r.has_article(k - 1))


def proper_before(r: Reading, end: int, first: int) -> Range | None:
    """The proper name before a relative pronoun (خطة حداد الذي قال): what is definite there without an article or a suffix."""
    start = end
    while start > first and end - start < _NAME and not r.stop[start] and _proper(r, start - 1):
        start -= 1
    if start == end:
        return None
    whole = (start > 0 and r.has_article(start - 1)) or r.words[start] in v.GIVEN_NAMES
    return (start, end) if whole else (end - 1, end)


def _proper(r: Reading, k: int) -> bool:
    """Whether a word may be a proper name: no article, no suffix, nothing known as a common noun."""
    word = r.words[k]
    if r.has_article(k) or word.endswith(("ه", "ها", "هم")) or (word[0] in "وبلف" and word not in v.NOT_JOINED):
        return False
    return can_begin(r, k) and not v.heads(word) and not v.deverbal(word) and word not in v.OCCASIONS


def _indefinite(r: Reading, start: int, end: int) -> bool:
    """Whether a phrase without a break has no article or pronoun, neither at its head nor at what may complete it."""
    named = v.heads(r.words[start]) == "medium" and start + 1 < end and r.quoted_at(start + 1) is not None
    if r.carries_pronoun(start) or named:
        return False  # حول داره، على موقع «البحر»
    return not any(r.stop[start + 1 : end + 1]) and not any(
        r.has_article(k) or r.words[k] in v.PLACES
        for k in takewhile(
            lambda k: r.words[k] not in _TIME and not r.words[k].startswith("لل"), range(start, min(start + 3, end))
        )
    )
