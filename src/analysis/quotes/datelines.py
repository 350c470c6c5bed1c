"""Datelines: the place, the agencies, the reporter or the hour before the first word of a report (المرفأ – سامر حداد: ...)."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.boundaries import COLON, PARAGRAPH
from analysis.quotes.reading import Reading

_DATELINE: Final = 9
#: A line that names the reporter has no more words.
_BYLINE: Final = 8
#: The name of a reporter or a paper has no more words.
_NAME: Final = 3
#: The place of a dateline has no more words.
_PLACE: Final = 2
#: A dateline names its agencies in no more words.
_WIRES: Final = 8
#: A headline has no more words.
_HEADLINE: Final = 25
#: What may stand beside the dash of a dateline.
BESIDE_DASH: Final = ' )«»“”"'
DASHES: Final = ("-", "--", "–", "—", "|")


def is_headline(r: Reading, start: int) -> bool:
    """Whether the paragraph that begins here is short and ends without a full stop, as headlines do."""
    end = start + 1
    while end < r.size and r.stop[end] < PARAGRAPH:
        end += 1
    return end - start <= _HEADLINE and "*" not in r.gap[start] and not r.gap[end].lstrip().startswith(".")


def after_dateline(r: Reading, first: int, limit: int) -> int:
    """Index of the first word behind a dateline or the hour of an update (٦:٤٠ صباحًا – ...), else `first`.

    Examples
    --------
    >>> from analysis.quotes.reading import read
    >>> after_dateline(read("مرسى الطيب 10 أبريل – وصلت السفينة"), 0, 6)
    4
    """
    if r.stop[first] != PARAGRAPH:
        return first
    if r.words[first][0].isdigit() and first + 2 < r.size and r.gap[first + 1] == ":":
        hour = first + 2  # ٢٠:٠٥ with or without a dash
        while hour < r.size - 1 and r.stop[hour] == 0 and r.words[hour] in v.FUNCTION["part_of_day"]:
            hour += 1
    else:
        hour = first
    for k in range(first + 1, min(first + _DATELINE, limit, r.size)):
        date = r.gap[k] == "-" and r.words[k - 1].isdigit() and r.words[k].isdigit()  # بغداد 15-7 (أ ف ب)- ...
        if r.gap[k].strip(BESIDE_DASH) in DASHES and r.words[k] in v.RELATIVE:
            break  # an aside: ويستمد الموقع -الذي أسس هنا- اسمه
        if r.gap[k].strip(BESIDE_DASH) in DASHES and not date:
            return _behind_reporter(r, first, k) or _behind_medium(r, k)
        if r.stop[k] >= COLON:
            break
    return hour


def is_byline(r: Reading, first: int) -> bool:
    """Whether the line of a word is a place, a dash and the reporter's name (المرفأ - سامر حداد).

    Examples
    --------
    >>> from analysis.quotes.reading import read
    >>> is_byline(read("المرفأ - سامر حداد\\nوصلت السفينة أمس"), 0)
    True
    """
    end = r.sentence_end[first]
    if r.stop[first] != PARAGRAPH or end - first > _BYLINE or (end < r.size and r.stop[end] != PARAGRAPH):
        return False
    return any(gap.strip() in DASHES for gap in r.gap[first + 1 : end])


def _behind_reporter(r: Reading, first: int, k: int) -> int:
    """Index behind the reporter whom a dateline names between its dash and a colon (المرفأ – سامر حداد: ...); 0 if it names none."""
    if k - first > _PLACE or r.words[k] not in v.GIVEN_NAMES or is_headline(r, first):
        return 0
    colon = next((j for j in range(k + 1, min(k + _NAME + 2, r.size)) if r.stop[j]), 0)
    return colon if colon and r.stop[colon] == COLON else 0


def _behind_medium(r: Reading, k: int) -> int:
    """Index behind the paper or the agencies that a dateline names (كابل - «الشرق الأوسط»: ...، - قنا - ا ف ب: ...), else `k`."""
    wire = k
    while wire < min(k + _WIRES, r.size) and (r.words[wire] in v.FUNCTION["agency", "wire"] or len(r.words[wire]) == 1):
        wire += 1
        if r.stop[wire] >= COLON:
            return wire if r.stop[wire] == COLON else k
    paper = r.quoted_at(k)
    behind = r.word_at(paper.end) if paper is not None and r.count(paper) <= _NAME else k
    return behind if behind < r.size and r.stop[behind] == COLON else k
