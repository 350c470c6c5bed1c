"""Hours of the day: الثالثة والنصف، 15:00 بتوقيت غرينتش، and what shows that an hour comes again every day."""

from __future__ import annotations

from analysis.times.numbers import number
from analysis.times.structure import Expression, Scan
from analysis.times.vocabulary import traps

_REACH = 40  # words of a sentence that are searched for a habit
_SHARES = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
_AFTER_STAMP = ("", "-", "–", "—", "|", ":", ")", "]", "،")


def stamp(s: Scan, i: int) -> bool:
    """True if word `i` opens a line with an hour and minutes: ١٨:٤٠ - وصول الحافلة."""
    opens = i == 0 or "\n" in s.gap[i]
    return (
        opens
        and s.gap[i + 1] == ":"
        and len(s.word[i + 1]) == 2
        and s.digits(i + 1) is not None
        and s.mark(i + 2) in _AFTER_STAMP
    )


def habitual(s: Scan, i: int) -> bool:
    """True if the sentence around word `i` tells of what happens day after day: opening hours, a timetable."""
    for step in (-1, 1):
        k = i
        for _ in range(_REACH):
            k += step
            if not 0 <= k < s.n or s.breaks(k if step > 0 else k + 1):
                break
            tag = s.tag[k]
            if tag is not None and ("habit" in tag.roles or tag.recurrence == "P1D"):
                return True
            if tag is not None and tag.tense == "past":
                break
    return False


def hour(s: Scan, j: int) -> tuple[int, int, int, bool] | None:
    """Hour and minute at word `j`: where they end, both, and whether they are written 15:00."""
    found = s.digits(j, 2)
    if len(s.word[j]) == 4 and s.digits(j) is not None and s.has(j + 1, "zone"):  # الساعة 0947 بتوقيت غرينتش
        found, minute = divmod(int(s.word[j]), 100)
        return (j + 1, found, minute, True) if found < 24 and minute < 60 else None
    if found is None:
        read = _hour_word(s, j)
        return (*_with_minutes(s, *read), False) if read else None
    if not s.loose(j) or found > 24:
        return None
    k = j + 1
    minutes = s.digits(k, 2) if s.gap[k] in (":", ".", "٫", ",") and len(s.word[k]) == 2 else None
    if minutes is not None and minutes < 60:
        return (k + 1, found, minutes, s.gap[k] == ":") if s.loose_end(k + 1) else None
    return (*_with_minutes(s, k, found), False) if s.loose_end(k) else None


def _hour_word(s: Scan, j: int) -> tuple[int, int] | None:
    """الثالثة، الحادية عشرة: an ordinal in the feminine with the article."""
    read, tag = s.match(j, "ordinal"), s.tag[j]
    unit = s.tag[j - 1] if j and s.near(j) else None
    if unit is not None and unit.unit is not None and unit.unit[1] == "plural":  # الساعات الأولى من الصباح
        return None
    if read is None or tag is None or not tag.article or not 1 <= read[1] <= 12 or s.word[j][-1:] not in "هي":
        return None
    return read


def _with_minutes(s: Scan, k: int, hour: int) -> tuple[int, int, int]:
    """Add to an hour what follows: والنصف، والربع، إلا ربعا، و20 دقيقة."""
    tag = s.tag[k]
    if tag is None or not s.near(k):
        return k, hour, 0
    share = tag.fraction or _SHARES.get(next(iter(tag.roles & _SHARES.keys()), ""))
    if tag.clitic == "و" and share:
        return k + 1, hour, round(share * 60)
    less = "other" in tag.roles
    if less and (lacking := s.tag[k + 1]) is not None and s.near(k + 1):
        share = lacking.fraction or _SHARES.get(next(iter(lacking.roles & _SHARES.keys()), ""))
        if share:
            return k + 2, (hour - 1) % 24, 60 - round(share * 60)
    if "and" in tag.roles or tag.clitic == "و" or less:  # و20 دقيقة، وسبع دقائق، إلا خمس دقائق
        read = number(s, k if tag.number is not None else k + 1)
        unit = s.tag[read[0]] if read is not None and s.near(read[0]) else None
        if read is not None and read[1] < 60 and unit is not None and unit.unit is not None and unit.unit[0] == "TM":
            return (read[0] + 1, (hour - 1) % 24, 60 - int(read[1])) if less else (read[0] + 1, hour, int(read[1]))
    return k, hour, 0


def _universal(s: Scan, j: int) -> int | None:
    """Where a name of universal time ends: 15:00 غرينتش, 15:00 ت.غ."""
    if s.has(j, "utc"):
        return j + 1
    return j + 2 if s.has(j, "utc_letters") and s.mark(j + 1) == "." and len(s.word[j + 1]) == 1 else None


def zone(s: Scan, e: Expression) -> None:
    """Add بتوقيت غرينتش, بالتوقيت المحلي to an hour."""
    j = e.last
    if not s.near(j):
        return
    if s.has(j, "zone") and s.near(j + 1):
        e.last = j + 2
        if s.near(j + 2) and s.word[j + 2] in traps("zone", "after"):
            e.last = j + 3
    elif utc := _universal(s, j):
        e.last = utc
    elif s.has(j, "local_time") and s.near(j + 1) and s.has(j + 1, "local"):
        e.last = j + 2
