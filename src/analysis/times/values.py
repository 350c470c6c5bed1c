"""What an expression means, given a day of reference: its TIMEX3 value and the days that it covers.

TIMEX3 is ISO-TimeML's (ISO 24617-1; Pustejovsky et al. 2010). Without a day of reference only
what the words themselves fix is given: a duration, a set, a reference to the present, or a day
and month whose year is open (XXXX-02-20). Everything else stays open: None.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from analysis.times import hijri
from analysis.times.structure import Expression

_DAY = timedelta(days=1)
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}
_STEPS = {
    "past": -1,
    "next": 1,
    "this": 0,
    "prior": -1,
    "following": 1,
    "same": 0,
    "that": 0,
    "beforelast": -2,
    "afternext": 2,
}
_FROM_FOCUS = frozenset(("prior", "following", "same", "that"))


class Meaning(NamedTuple):
    """TIMEX3 value, first and last day that it covers, and whether the day of reference was needed."""

    value: str | None
    earliest: date | None
    latest: date | None
    relative: bool


@dataclass(slots=True)
class Focus:
    """The times that the text has named last: a day, a month, a year."""

    day: date | None = None
    month: tuple[int, int] | None = None
    year: int | None = None


OPEN = Meaning(None, None, None, True)


def mean(e: Expression, reference: date | None, tense: str | None, focus: Focus) -> Meaning:
    """Value and interval of an expression.

    Parameters
    ----------
    e : Expression
    reference : datetime.date or None
        The day from which relative words count.
    tense : str or None
        "past" or "future" where the words around tell the side of the reference.
    focus : Focus
        What the text has named before.

    Returns
    -------
    Meaning
    """
    try:
        if e.kind == "fixed":
            return _fixed(e)
        if e.kind == "unit":
            return _unit(e, reference, focus)
        if e.kind == "offset":
            return _offset(e, reference)
        if e.kind == "season":
            return _season(e, reference, focus)
        return _date(e, reference, tense, focus)
    except (ValueError, OverflowError):  # a 30th of February, a year beyond the calendar
        return OPEN


def _fixed(e: Expression) -> Meaning:
    value = e.value or ""
    if e.type == "DATE" and value.isdecimal():
        first, last = int(value.ljust(4, "0")), int(value.ljust(4, "9"))
        return Meaning(value, date(max(first, 1), 1, 1), date(last, 12, 31), False)
    return Meaning(value, None, None, False)


def day_meaning(day: date, relative: bool) -> Meaning:
    """A single day."""
    return Meaning(day.isoformat(), day, day, relative)


def month_meaning(year: int, month: int, relative: bool) -> Meaning:
    """A Gregorian month."""
    return Meaning(
        f"{year:04d}-{month:02d}", date(year, month, 1), date(year, month, monthrange(year, month)[1]), relative
    )


def _stretch(unit: str, day: date) -> Meaning:
    """The unit that holds a day."""
    if unit == "D":
        return day_meaning(day, True)
    if unit == "W":
        iso = day.isocalendar()
        monday = day - timedelta(days=iso.weekday - 1)
        return Meaning(f"{iso.year:04d}-W{iso.week:02d}", monday, monday + timedelta(days=6), True)
    if unit == "M":
        return month_meaning(day.year, day.month, True)
    width = {"Y": 1, "DE": 10, "CE": 100}[unit]
    first = day.year - day.year % width
    value = f"{first:04d}"[: {"Y": 4, "DE": 3, "CE": 2}[unit]]
    return Meaning(value, date(max(first, 1), 1, 1), date(first + width - 1, 12, 31), True)


def shifted(day: date, unit: str, count: int) -> date:
    """A day moved by whole units; a 31st becomes the last day of a shorter month."""
    if unit in ("D", "W"):
        return day + timedelta(days=count * (7 if unit == "W" else 1))
    months = count * {"M": 1, "Y": 12, "DE": 120, "CE": 1200}[unit]
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _unit(e: Expression, reference: date | None, focus: Focus) -> Meaning:
    assert e.unit is not None
    if e.base is not None:  # the seventies of the last century
        century = mean(e.base, reference, None, focus)
        if century.value is None:
            return OPEN
        first = int(century.value) * 100 + (e.day or 0)
        return Meaning(f"{first // 10:03d}", date(first, 1, 1), date(first + 9, 12, 31), century.relative)
    step = _STEPS[e.side or "this"]
    if e.side in _FROM_FOCUS:
        named = _focused(e.unit, focus)
        if named is not None:
            return _stretch(e.unit, shifted(named, e.unit, step))
        if e.side != "prior" or e.unit == "D":
            return OPEN
    return OPEN if reference is None else _stretch(e.unit, shifted(reference, e.unit, step))


def _focused(unit: str, focus: Focus) -> date | None:
    if unit in ("D", "W"):
        return focus.day
    if unit == "M":
        return date(*focus.month, 1) if focus.month else None
    return date(focus.year, 1, 1) if focus.year else None


def _offset(e: Expression, reference: date | None) -> Meaning:
    assert e.unit is not None
    if reference is None:
        return OPEN
    count = int(e.count)
    if e.unit[0] == "T":
        seconds = e.count * {"TH": 3600, "TM": 60, "TS": 1}[e.unit]
        day = reference + timedelta(days=round(seconds / 86400))
        return Meaning(f"{day.isoformat()}TXX:XX", day, day, True)
    if e.unit == "Y" and e.count % 1:
        return _stretch("Y", shifted(reference, "M", round(e.count * 12)))
    if e.unit == "CE":
        return _stretch("Y", shifted(reference, "CE", count))
    if e.unit == "DE":
        return _stretch("Y", shifted(reference, "DE", count))
    return _stretch(e.unit, shifted(reference, e.unit, count))


def _season(e: Expression, reference: date | None, focus: Focus) -> Meaning:
    assert e.season is not None
    first_month = _SEASON_MONTHS[e.season]
    relative = True
    if e.base is not None:
        base = mean(e.base, reference, None, focus)
        if base.earliest is None:
            return OPEN
        year, relative = base.earliest.year, base.relative
    elif reference is None:
        return OPEN
    else:
        year = reference.year + (_STEPS[e.side or "this"] if e.side not in ("past", "next", "prior") else 0)
        if e.side in ("past", "prior") and _season_days(e.season, first_month, year)[1] >= reference:
            year -= 1
        if e.side == "next" and _season_days(e.season, first_month, year)[0] <= reference:
            year += 1
    return Meaning(f"{year:04d}-{e.season}", *_season_days(e.season, first_month, year), relative)


def _season_days(name: str, month: int, year: int) -> tuple[date, date]:
    first = date(year, month, 1)
    return first, shifted(first, "M", 6 if name[0] == "H" else 3) - _DAY


def _date(e: Expression, reference: date | None, tense: str | None, focus: Focus) -> Meaning:
    found = _calendar(e, reference, tense, focus)
    if e.type != "TIME":
        return found
    if found is OPEN and not (e.shift is None and e.weekday is None and e.day is None):
        return OPEN
    return _with_hour(e, found)


def _with_hour(e: Expression, day: Meaning) -> Meaning:
    prefix = day.value or "XXXX-XX-XX"
    if e.hour is None:
        return day._replace(value=f"{prefix}{e.part}") if day.value else OPEN
    hour = e.hour % 24
    if e.half == "am" and hour == 12:
        hour = 0
    elif (e.half == "pm" and hour < 12) or (e.half == "noon" and hour < 5) or (e.half == "night" and 5 < hour < 12):
        hour += 12
    elif e.half == "night" and hour == 12:
        hour = 0
    return day._replace(value=f"{prefix}T{hour:02d}:{e.minute or 0:02d}")


def _calendar(e: Expression, reference: date | None, tense: str | None, focus: Focus) -> Meaning:
    if e.base is not None:
        return _within(e, reference, focus)
    if e.month is not None:
        return _month_and_day(e, reference, tense)
    if e.year is not None:
        return year_meaning(e.year, e.calendar)
    if e.shift is not None:
        return (
            OPEN if reference is None else day_meaning(_agreeing(reference + timedelta(days=e.shift), e.weekday), True)
        )
    if e.weekday is not None:
        return OPEN if reference is None else day_meaning(_weekday(e, reference, tense), True)
    if focus.day is not None:
        return day_meaning(focus.day, True)
    return OPEN if reference is None else day_meaning(reference, True)


def _agreeing(day: date, weekday: int | None) -> date:
    """The day itself, or the nearest that falls on the weekday the text names: papers print yesterday's wire."""
    for step in (0, -1, 1, -2, 2, -3, 3):
        near = day + timedelta(days=step)
        if weekday is None or near.isoweekday() == weekday:
            return near
    return day


def _weekday(e: Expression, reference: date, tense: str | None) -> date:
    assert e.weekday is not None
    back = (reference.isoweekday() - e.weekday) % 7
    ahead = (e.weekday - reference.isoweekday()) % 7
    if e.side == "this":
        return reference - timedelta(days=reference.isoweekday() - e.weekday)
    if e.side in ("past", "prior", "beforelast"):
        return reference - timedelta(days=(back or 7) + (7 if e.side == "beforelast" else 0))
    if e.side in ("next", "following", "afternext"):
        return reference + timedelta(days=(ahead or 7) + (7 if e.side == "afternext" else 0))
    return reference + timedelta(days=ahead) if tense == "future" else reference - timedelta(days=back)


def _within(e: Expression, reference: date | None, focus: Focus) -> Meaning:
    """A day or month of a named stretch: 22 من الشهر الجاري، مارس من العام الماضي، الأربعاء من الأسبوع الماضي."""
    assert e.base is not None
    base = mean(e.base, reference, None, focus)
    if base.earliest is None:
        return OPEN
    if e.base.unit == "W" and e.weekday is not None:
        return day_meaning(base.earliest + timedelta(days=e.weekday - 1), True)
    year, month = base.earliest.year, e.month or base.earliest.month
    if e.calendar == "h":
        return _month_and_day(e, base.earliest, "future")._replace(relative=True)
    if e.day is None:
        return month_meaning(year, month, True)
    return day_meaning(date(year, month, e.day), True)


def year_meaning(year: int, calendar: str) -> Meaning:
    """A year; a Hijri one has the value of the Gregorian year that holds most of its days."""
    if calendar == "g":
        return Meaning(f"{year:04d}", date(year, 1, 1), date(year, 12, 31), False)
    days = hijri.span(year)
    if days is None:
        return Meaning(None, None, None, False)
    return Meaning(f"{_middle(days).year:04d}", *days, False)


def _middle(days: tuple[date, date]) -> date:
    return days[0] + (days[1] - days[0]) / 2


def _month_and_day(e: Expression, reference: date | None, tense: str | None) -> Meaning:
    if e.year is not None:
        found = _of_year(e, e.year)
        return found._replace(relative=False) if found else Meaning(None, None, None, False)
    if reference is None:
        if e.calendar == "h":
            return OPEN
        return Meaning(f"XXXX-{e.month:02d}" + (f"-{e.day:02d}" if e.day else ""), None, None, True)
    this_year = reference.year
    if e.calendar == "h":
        now = hijri.year_month(reference)
        if now is None:
            return OPEN
        this_year = now[0]
    options = [
        m for year in range(this_year - 2, this_year + 3) if (m := _of_year(e, year)) and m.earliest and m.latest
    ]
    return _choose(e, options, reference, tense) if options else OPEN


def _of_year(e: Expression, year: int) -> Meaning | None:
    """The day or month of the expression in a year of its calendar; None where there is none (29 February)."""
    assert e.month is not None
    if e.calendar == "h":
        days = hijri.span(year, e.month)
        if days is None:
            return None
        if e.day is not None:
            day = hijri.to_gregorian(year, e.month, e.day)
            return day_meaning(day, True) if day else None
        return Meaning(f"{_middle(days):%Y-%m}", *days, True)
    try:
        return day_meaning(date(year, e.month, e.day), True) if e.day else month_meaning(year, e.month, True)
    except ValueError:
        return None


def _choose(e: Expression, options: list[Meaning], reference: date, tense: str | None) -> Meaning:
    """One of the same day or month of several years, by its modifier, else by tense, else the nearest."""

    def distance(m: Meaning) -> timedelta:
        assert m.earliest and m.latest
        return max(m.earliest - reference, reference - m.latest, timedelta())

    side = e.series or e.side
    if side is None:  # the stretch that holds the reference has begun, and is not over
        past = [m for m in options if m.earliest and m.earliest <= reference]
        coming = [m for m in options if m.latest and m.latest >= reference]
    else:
        past = [m for m in options if m.latest and m.latest < reference]
        coming = [m for m in options if m.earliest and m.earliest > reference]
    if past and (side in ("past", "prior", "beforelast") or (side is None and tense == "past")):
        return past[-2] if side == "beforelast" and len(past) > 1 else past[-1]
    if coming and (side in ("next", "following", "afternext") or (side is None and tense == "future")):
        return coming[1] if side == "afternext" and len(coming) > 1 else coming[0]
    return min(options, key=distance)
