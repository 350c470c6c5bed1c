"""Noun phrases: where the mention of a person, a body or a text begins and ends.

Arabic marks neither names nor the ends of phrases, so the word classes of ``lexicon/`` tell: what may begin a phrase, what
ends it, and what only goes on the title before it.
"""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.acts import accusative_act
from analysis.quotes.beginnings import (
    NAME_WORDS,
    behind_share,
    can_begin,
    can_begin_phrase,
    counts_people,
    ends_name_or_rank,
    is_name,
    is_share,
    verb_shape,
)
from analysis.quotes.boundaries import COMMA
from analysis.quotes.endings import breaks_off, ends_phrase
from analysis.quotes.formulas import praises
from analysis.quotes.marks import Quoted
from analysis.quotes.parties import turns_to_another
from analysis.quotes.praise import praise_at
from analysis.quotes.reading import Range, Reading
from analysis.quotes.titles import bare_name, behind_acronym, completes_title, is_called

_IN: Final = v.IN
#: Words that end a phrase, or go on it, by what stands before them.
_LEADING: Final = _IN | v.FUNCTION["called"] | frozenset(praises())

#: No name holds these marks.
_SPEECH: Final = ("..", "؟", "!")

#: Noun phrases are no longer, in words.
LONGEST: Final = 40


def noun_phrase(r: Reading, start: int, limit: int) -> Range | None:
    """The noun phrase that begins at `start`: titles, name and apposition, without relative clause or adjunct.

    Returns
    -------
    tuple of int or None
        None if no noun phrase begins there.
    """
    limit = min(limit, r.size, start + LONGEST)
    if start >= limit:
        return None
    begins = can_begin_phrase(r.words[start]) if _opens_speech(r, start, limit) else can_begin(r, start)
    return extend(r, start, limit) if begins else None


def _opens_speech(r: Reading, k: int, limit: int) -> bool:
    """Whether marks that open at a word close only behind `limit`: they hold more than a name («الوزارة | قالت إن ...»)."""
    if r.gap[k] == " " or (quoted := r.quoted_at(k)) is None:
        return False
    return quoted.end > r.end[limit - 1] + 1


def extend(r: Reading, start: int, limit: int) -> Range | None:
    """The noun phrase of which the word at `start` is the first, up to `limit`."""
    if r.words[start] in v.WORDS["honours"]:
        return start, start + 1  # معاليه
    counted = counts_people(r, start)
    k = min(start + 2 if counted else behind_share(r, start), limit)
    if counted and k < limit and r.has_article(k):
        return start, k  # طالب 14 خبيرا | الدول
    while k < limit:
        if r.gap[k] != " " and not (k == start + 1 and is_share(r, start)):
            if k > start and ".." in r.gap[k]:
                break
            if k > start and breaks_off(r, k, limit):
                if not (behind := behind_acronym(r, start, k, limit)):
                    break
                k = behind
            if (quoted := r.quoted_at(k)) is not None and not (k == start and _opens_speech(r, k, limit)):
                if r.count(quoted) > NAME_WORDS + 3 or (k > start and _is_said(r, start, k, quoted)):
                    break  # أجابت الأم | «بعين دامعة»
                opened, k = k == start, min(max(r.word_at(quoted.end), k + 1), limit)
                if opened and quoted.closed and k < limit and not (r.has_article(k) or r.stop[k]):
                    break  # أوضحت «المرفأ» | تفاصيل
                continue
            body = v.heads(r.words[start]) in ("body", "medium")
            if k > start and r.stop[k] == COMMA and verb_shape(r.words[k]) and not body:
                k += 1  # a name in apposition may look like a verb
                continue
        if k > start and r.words[k - 1] == "من" and r.words[k] in v.DEMONSTRATIVE and is_share(r, start):
            k += 1  # 64 % من هذه المؤسسات
            continue
        if k == start + 1 and r.words[k] in v.FUNCTION["to_him"] and v.bare(r.words[start]) in v.FUNCTION["done_to"]:
            k += 1  # المشتبه به
            continue
        if k > start and r.words[k] in _LEADING:
            if r.words[k] in praises() and praise_at(r, k) is not None:
                break  # النبي | صلى الله عليه وسلم
            if r.words[k] in _IN and (bare_name(r, start, k) or (k + 1 < r.size and v.with_pronoun(r.words[k + 1]))):
                break  # وأضاف حداد | في حفل، رأى آخرون | في مشاركتها
            if r.words[k] not in _IN and is_called(r, start, k):
                k += 1
                continue
        if k > start and r.words[k] in v.SAYING_SO:
            break  # خاطبت مدير أعمالها | قائلة
        if k > start and not ends_name_or_rank(r, k) and _ends_before(r, start, k):
            break
        k += 1
    while k > start and ((r.words[k - 1] in v.PREPOSITION and not is_name(r, k - 1)) or r.words[k - 1] in ("و", "ل")):
        k -= 1
    return (start, k) if k > start else None


def _ends_before(r: Reading, start: int, k: int) -> bool:
    """Whether the phrase from `start` ends before a word, at another party or by itself."""
    return turns_to_another(r, start, k) or (ends_phrase(r, k) and not completes_title(r, start, k))


def _is_said(r: Reading, start: int, k: int, quoted: Quoted) -> bool:
    """Whether marks within a phrase hold how or what somebody says, no name: not behind what a name completes (وكالة «برق»)."""
    if v.heads(r.words[k - 1]) in ("medium", "body") or v.is_function(r.words[k - 1], "naming", "campaign"):
        return False
    spoken = any(v.is_function(w, "personal", "negation", "copula") for w in r.words[k : r.word_at(quoted.end)])
    if spoken or accusative_act(r.words[k]) or any(mark in r.text[quoted.start : quoted.end] for mark in _SPEECH):
        return True  # قال متحدث عسكري | "نحن لا نعلق"
    if v.with_manner(r.words[k]) and " " not in r.words[k] and r.count(quoted) > 1:
        return True
    person = v.heads(r.words[start]) == "title" and r.has_article(k - 1) and not v.is_honorific(r.words[k])
    named = r.words[k] in v.GIVEN_NAMES and r.count(quoted) <= NAME_WORDS  # قال البائع «سعيد بن سالم»
    return person and r.count(quoted) > 2 and not named  # قال الوزير السابق | «توجد أزمة كتاب»
