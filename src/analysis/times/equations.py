"""Dates that a text equates: two calendars side by side, a weekday or a distance with its date."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta

from analysis.times import hijri
from analysis.times.meanings import Focus, Meaning, day_meaning, middle
from analysis.times.structure import Expression, Scan
from analysis.times.values import mean, with_hour

_DAY = timedelta(days=1)
_TWIN_MARKS = frozenset(("(", "/", "-", "–", ") (", "،", "=", ",", ""))


@dataclass(frozen=True, slots=True)
class Dated:
    """A day of a month: the day itself where its year is known, else the nearest of every year.

    ``slack`` is how far a Hijri day may lie off by sighting.
    """

    calendar: str
    month: int
    number: int
    day: date | None

    @property
    def slack(self) -> timedelta:
        """One day for a Hijri date that no Gregorian twin settles."""
        return _DAY if self.calendar == "h" and self.day is None else timedelta()

    def near(self, p: date) -> date:
        """The day, or where no year is named the one nearest to `p`."""
        if self.day is not None:
            return self.day
        days = []
        if self.calendar == "h":
            now = hijri.year_month(p)
            years = range(now[0] - 1, now[0] + 2) if now else range(0)
            days = [day for year in years if (day := hijri.to_gregorian(year, self.month, self.number))]
        else:
            for year in range(p.year - 1, p.year + 2):
                with suppress(ValueError):
                    days.append(date(year, self.month, self.number))
        return min(days, key=lambda day: abs(day - p), default=p)


def dated(s: Scan, found: list[Expression], k: int, twins: dict[int, Expression]) -> Dated | None:
    """The day of a month that an expression names, or that the date right after it in brackets does."""
    e, twin = found[k], twins.get(k)
    if e.day is None:
        if k + 1 == len(found) or (e.shift is None and e.weekday is None):
            return None
        after = found[k + 1]
        marks = "".join(s.gap[e.last : after.first + 1]).strip(" ")
        words = range(e.last, after.first)
        equal = bool(words) and all(s.has(i, "equal") for i in words)
        if after.weekday is not None or not (equal or (not words and marks in ("(", "،", ",", "-", "–"))):
            return None
        e, twin = after, twins.get(k + 1)
    if (
        e.day is None
        or e.month is None
        or (e.side is not None and e.year is None and e.calendar == "h" and e.side != "this")
    ):
        return None
    day = None
    if e.year is not None or (twin is not None and twin.year is not None):
        meaning = equated(e, twin, None, None, Focus()) if twin is not None else mean(e, None, None, Focus())
        day = meaning.earliest
        if day is None:
            return None
    elif twin is not None and twin.month is not None and twin.day is not None and twin.calendar == "g":
        return Dated("g", twin.month, twin.day, None)
    return Dated(e.calendar, e.month, e.day, day)


def twins_of(s: Scan, found: list[Expression]) -> dict[int, Expression]:
    """Pairs of dates of two calendars that the text equates: 28 شوال 1436هـ الموافق 13 أغسطس 2015م."""
    twins: dict[int, Expression] = {}
    for k in range(len(found) - 1):
        a, b = found[k], found[k + 1]
        if (
            a.day is None
            or b.day is None
            or (a.month is None and a.base is None)
            or (b.month is None and b.base is None)
        ):
            continue
        if a.calendar == b.calendar or b.first - a.last > 2:
            continue
        between = range(a.last, b.first)
        marks = "".join(s.gap[a.last : b.first + 1]).strip(" ")
        if all(s.has(i, "equal") or s.word[i] == "ل" for i in between) and (between or marks in _TWIN_MARKS):
            twins[k], twins[k + 1] = b, a
    return twins


def apposed(s: Scan, found: list[Expression], k: int) -> bool:
    """True if the next expression is the date of the weekday `k`: الأحد الموافق 16 فبراير، الخميس الماضي (27 مارس)."""
    e = found[k]
    if k + 1 == len(found) or e.weekday is None or e.day is not None or e.base is not None or e.kind != "date":
        return False
    after = found[k + 1]
    if after.day is None or after.kind != "date" or after.weekday is not None or after.first - e.last > 1:
        return False
    if after.first > e.last:
        return s.has(e.last, "equal")
    return s.mark(after.first) in ("(", "[")


def equated(e: Expression, twin: Expression, reference: date | None, tense: str | None, focus: Focus) -> Meaning:
    """Meaning of a date that the text equates with one of the other calendar; the Gregorian one decides."""
    if e.type == "TIME":
        return with_hour(e, equated(replace(e, type="DATE"), twin, reference, tense, focus))
    gregorian = twin if e.calendar == "h" else e
    lunar = e if e.calendar == "h" else twin
    meaning = mean(gregorian, reference, tense, focus)
    if gregorian.year is None and lunar.year is not None and lunar.month is not None:
        around = hijri.span(lunar.year, lunar.month)
        if around is not None and gregorian.month is not None and gregorian.day is not None:
            return day_meaning(Dated("g", gregorian.month, gregorian.day, None).near(middle(*around)), False)
    if meaning.value is None and e.calendar == "h":
        return mean(e, reference, tense, focus)
    return meaning
