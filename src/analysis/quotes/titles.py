"""Titles: what goes on the title that a noun phrase begins with (المدير التنفيذي | للبرنامج), and whose name follows it."""

from __future__ import annotations

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import can_go_on
from analysis.quotes.reading import Reading


def bare_name(r: Reading, start: int, k: int) -> bool:
    """Whether nothing before a word tells who is named: no title, no body, no plural."""
    words = r.words[start:k]
    if v.heads(words[0][1:]) and words[0][0] == "ل":
        return False  # وفقا لمصدر في الميناء
    return not any(v.heads(w) or w.endswith(("ين", "ون", "ات")) for w in words) and words[0] not in v.FUNCTION["part"]


def is_called(r: Reading, start: int, k: int) -> bool:
    """Whether the name of somebody described follows (رجل يدعى | سامر حداد)."""
    return v.heads(r.words[start]) == "title" and not r.has_article(start) and can_go_on(r, k + 1)


def behind_acronym(r: Reading, start: int, k: int, limit: int) -> int:
    """Index behind a bracket of one word in a title, where its holder is named there (رئيس الاتحاد (فيفا) | سامر حداد); else 0."""
    behind = k + 1
    if not ("(" in r.gap[k] and behind < limit and r.gap[behind] == ") " and v.heads(r.words[start]) == "title"):
        return 0
    named = v.is_honorific(r.words[behind]) or r.words[behind] in v.GIVEN_NAMES
    return behind if named else 0


def completes_title(r: Reading, start: int, k: int) -> bool:
    """Whether a word completes a title: لدى, or a noun with لل a definite one (المدير التنفيذي | للبرنامج)."""
    if r.words[k] == "لدي":
        on = r.words[k + 1] if k + 1 < r.size else ""  # الوزير | لدى وصوله
        return any(v.heads(word) == "title" for word in r.words[start:k]) and not _is_occasion(on)
    if r.words[k] == "ل":
        return _heads_it(r, start, k)
    if r.words[k] == "الي" and v.bare(r.words[start]) in v.FUNCTION["sent"] and not r.stop[k]:
        return k + 1 < r.size and not r.stop[k + 1] and r.words[k + 1] in v.PLACES  # المبعوث الخاص | إلى سوريا
    if v.bare(r.words[k]) in v.OCCASIONS and not v.heads(r.words[k]):
        return False  # استضاف الرئيس | للحديث
    if v.bare(r.words[start]) in v.FUNCTION["writes_for"] and r.words[k][0] == "ل" and not r.stop[k]:
        return v.heads(r.words[k][1:]) == "medium"  # المراسل السياسي | لبي بي سي
    if not r.words[k].startswith("لل") or v.heads(r.words[start]) != "title" or not r.has_article(start):
        return False
    if v.heads(r.words[k]) == "medium" and v.bare(r.words[start]) not in v.FUNCTION["directs"]:
        return False  # صرح الوزير | للتلفزيون
    press = v.bare(r.words[k]) in v.FUNCTION["addressee"] and r.words[k] not in v.FUNCTION["to_the_press"]
    if press and v.bare(r.words[start]) not in v.FUNCTION["directs"]:
        return False  # قال الوزير | للصحفيين, but نقيب
    return r.stop[k] == 0 and all(r.has_article(j) for j in range(start, k))


def _is_occasion(word: str) -> bool:
    """Whether a word behind لدى tells when something was said (لدى | وصوله), not where somebody serves (لدى تنظيم)."""
    return v.with_pronoun(word) or (v.deverbal(word) != "" and v.heads(word) == "")


def _heads_it(r: Reading, start: int, k: int) -> bool:
    """Whether ل and a quoted name say what a title is of, before its holder's name (المدير التنفيذي | لـ«المرفأ» سامر حداد)."""
    quoted = r.quoted_at(k + 1) if k + 1 < r.size and not r.stop[k] else None
    if (
        quoted is None
        or v.bare(r.words[start]) not in v.FUNCTION["directs"]
        or not all(map(r.has_article, range(start, k)))
    ):
        return False
    behind = r.word_at(quoted.end)
    return behind + 1 < r.size and not r.stop[behind] and r.words[behind] in v.GIVEN_NAMES
