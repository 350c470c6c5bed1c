"""Times that come again (TIMEX3 SET): كل يوم جمعة، كل صباح، أيام الاثنين، مرتين في الأسبوع."""

from __future__ import annotations

from analysis.times.amounts import after_is_free, parts
from analysis.times.numbers import number, timex
from analysis.times.structure import Expression, Scan


def recurrence(s: Scan, i: int) -> Expression | None:
    """يوميا، بشكل أسبوعي."""
    read = s.match(i, "recurrence")
    return _set(i, read[0], read[1]) if read else None


def every(s: Scan, i: int) -> Expression | None:
    """كل يوم، كل يوم جمعة، كل صباح، كل خريف، كل خمس سنوات."""
    j = i + 1
    tag = s.tag[j]
    if tag is None or not s.near(j) or tag.clitic:
        return None
    day = s.tag[j + 1] if s.near(j + 1) else None
    if tag.unit is not None and tag.unit[:2] == ("D", "singular") and not tag.article and day is not None:
        weekday = day.weekday or day.bare_weekday
        if weekday:
            return _set(i, j + 2, f"XXXX-WXX-{weekday}")
    if tag.weekday or tag.bare_weekday:
        return _set(i, j + 1, f"XXXX-WXX-{tag.weekday or tag.bare_weekday}")
    if tag.part is not None and tag.unit is None and not tag.article and after_is_free(s, j + 1):
        return _set(i, j + 1, f"XXXX-XX-XX{tag.part[0]}")
    if tag.season is not None and not tag.article and after_is_free(s, j + 1):
        return _set(i, j + 1, f"XXXX-{tag.season[0]}")
    if tag.unit is not None and tag.unit[1] == "singular" and not tag.article and tag.unit[2]:
        return _set(i, j + 1, timex([(1, tag.unit[0])])) if after_is_free(s, j + 1) else None
    read = parts(s, j, False)
    if read is None or read[1][0][0] < 0:
        return None
    return _set(i, read[0], timex(read[1]))


def weekdays(s: Scan, i: int) -> Expression | None:
    """أيام الجمعة: every one of them, where no list, modifier or date makes them days of one week."""
    tag = s.tag[i + 1]
    if tag is None or tag.weekday is None or tag.clitic or not s.near(i + 1) or not s.has(i, "weekly"):
        return None
    after = s.tag[i + 2]
    joined = after is not None and s.mark(i + 2) in ("", "،", ",")
    if joined and (s.match(i + 2, "modifier") or s.match(i + 2, "weekday") or after.number or after.ordinal):  # type: ignore[union-attr]
        return None
    return _set(i, i + 2, f"XXXX-WXX-{tag.weekday}")


def frequency(s: Scan, i: int) -> Expression | None:
    """مرة كل شهر، ثلاث مرات في الأسبوع، مرتين يوميا: how often, and in what."""
    j = i
    if not s.has(j, "times"):
        if not any(s.has(k, "times") for k in (i + 1, i + 2)):
            return None
        read = number(s, i)
        if read is None or not s.has(read[0], "times") or not s.near(read[0]):
            return None
        j = read[0]
    j += 1
    if s.near(j) and s.tag[j] is not None and s.tag[j].number == 1 and not s.tag[j].article:  # type: ignore[union-attr]
        j += 1  # مرة واحدة
    if not s.near(j) or s.tag[j] is None:
        return None
    found = recurrence(s, j) or (every(s, j) if s.has(j, "every") else None)
    if found is not None:
        found.first = i
        return found
    tag = s.tag[j + 1]
    if not s.has(j, "in") or tag is None or not s.near(j + 1) or not tag.article or tag.unit is None:
        return None
    whole = tag.unit[1] == "singular" and tag.unit[0] in ("D", "W", "M", "Y") and s.match(j + 2, "modifier") is None
    return _set(i, j + 2, timex([(1, tag.unit[0])])) if whole else None


def _set(first: int, last: int, value: str) -> Expression:
    return Expression(first, last, "fixed", "SET", value)
