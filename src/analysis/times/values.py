"""What an expression means, given a day of reference: its TIMEX3 value and the days that it covers.

TIMEX3 is ISO-TimeML's (ISO 24617-1; Pustejovsky et al. 2010). Without a day of reference only
what the words themselves fix is given: a duration, a set, a reference to the present, or a day
and month whose year is open (XXXX-02-20). Everything else stays open: None.
"""

from __future__ import annotations

from datetime import date, timedelta

from analysis.times import hijri, sides
from analysis.times.meanings import (
    NONE,
    OPEN,
    Focus,
    Meaning,
    day_meaning,
    middle,
    month_meaning,
    school_year,
    shifted,
    stretch,
    two_years,
    year_meaning,
)
from analysis.times.structure import LAST, Expression

_DAY = timedelta(days=1)
#: First months of seasons, quarters and halves; a winter begins with the December of the year before.
_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}
SEASONS = frozenset(("SP", "SU", "FA", "WI"))
_MONTHS_IN = {"Y": 12, "DE": 120, "CE": 1200}
_MINUTES_IN = {"TH": 60, "TM": 1, "TS": 1 / 60}
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


def mean(e: Expression, reference: date | None, tense: str | None, focus: Focus) -> Meaning:
    """Value and interval of an expression.

    Parameters
    ----------
    e : Expression
    reference : datetime.date or None
        The day from which relative words count.
    tense : str or None
        "past" or "future" where the words around tell the side of the reference, "since" after منذ,
        "present" where they tell of what goes on.
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
            return _offset(e, reference, focus)
        if e.kind == "season":
            return _season(e, reference, tense, focus)
        if e.kind == "feast":
            return _feast(e, reference, tense)
        return _date(e, reference, tense, focus)
    except (ValueError, OverflowError):  # a 30th of February, a year beyond the calendar
        return OPEN


def _fixed(e: Expression) -> Meaning:
    value = e.value or ""
    if e.type == "DATE" and value.isdecimal():
        first, last = int(value.ljust(4, "0")), int(value.ljust(4, "9"))
        return Meaning(value, date(max(first, 1), 1, 1), date(last, 12, 31), False)
    return Meaning(value, None, None, False)


def _unit(e: Expression, reference: date | None, focus: Focus) -> Meaning:
    assert e.unit is not None
    if e.base is not None:
        return _part_of(e, mean(e.base, reference, None, focus))
    step = _STEPS[e.side or "this"]
    if e.side in _FROM_FOCUS:
        named = _focused(e.unit, focus)
        if named is not None:
            return stretch(e.unit, shifted(named, e.unit, step))
        if e.side != "prior" or e.unit == "D":
            return OPEN
    if reference is None:
        return OPEN
    day = shifted(reference, e.unit, step)
    if e.use == "school":  # before the holidays end the school year that is not placed is the coming one
        return school_year(day if e.side else shifted(day, "M", 2))
    return stretch(e.unit, day)


def _part_of(e: Expression, whole: Meaning) -> Meaning:
    """The seventies of the last century, the first week of September (that which holds its fourth day)."""
    if whole.value is None or whole.earliest is None or whole.latest is None:
        return OPEN
    if e.unit == "W":
        last = e.day == LAST
        day = whole.latest - 3 * _DAY if last else whole.earliest + timedelta(days=7 * (e.day or 1) - 4)
        return stretch("W", day)._replace(relative=whole.relative)
    first = int(whole.value) * 100 + (e.day or 0)
    return Meaning(f"{first // 10:03d}", date(first, 1, 1), date(first + 9, 12, 31), whole.relative)


def _focused(unit: str, focus: Focus) -> date | None:
    if unit in ("D", "W"):
        return focus.day if unit == "D" else focus.week
    if unit == "M":
        return date(*focus.month, 1) if focus.month else None
    return date(focus.year, 1, 1) if focus.year else None


def _offset(e: Expression, reference: date | None, focus: Focus) -> Meaning:
    assert e.unit is not None
    if reference is None:
        return OPEN
    if e.unit[0] == "T":
        minutes = e.count * _MINUTES_IN[e.unit]
        days, minute = divmod(round((focus.stamp or 0) + minutes), 1440)
        if focus.stamp is None:
            days = round(minutes / 1440)
        day = reference + timedelta(days=days)
        clock = "XX:XX" if focus.stamp is None else f"{minute // 60:02d}:{minute % 60:02d}"
        return Meaning(f"{day.isoformat()}T{clock}", day, day, True)
    if e.unit in _MONTHS_IN:
        day = shifted(reference, "M", round(e.count * _MONTHS_IN[e.unit]))
    else:
        day = shifted(reference, e.unit, int(e.count))
    if e.edge == "exact":
        return day_meaning(day, True)
    return stretch(e.unit if e.unit in ("D", "W", "M") else "Y", day)


def _season(e: Expression, reference: date | None, tense: str | None, focus: Focus) -> Meaning:
    assert e.season is not None
    if e.base is not None:
        base = mean(e.base, reference, None, focus)
        return OPEN if base.earliest is None else _season_of(e.season, base.earliest.year, base.relative)
    if reference is None:
        return OPEN
    options = [_season_of(e.season, year, True) for year in range(reference.year - 2, reference.year + 4)]
    return sides.choose(e, options, reference, tense)


def _season_of(name: str, year: int, relative: bool) -> Meaning:
    first = date(year - (name == "WI"), _FIRST_MONTH[name], 1)
    return Meaning(f"{year:04d}-{name}", first, shifted(first, "M", 6 if name[0] == "H" else 3) - _DAY, relative)


def _feast(e: Expression, reference: date | None, tense: str | None) -> Meaning:
    """A day of a feast, the nearest that the tense allows: its value holds Hijri months and days, with bars between."""
    now = hijri.year_month(reference) if reference is not None else None
    if reference is None or now is None:
        return OPEN
    days = []
    for year in range(now[0] - 1, now[0] + 2):
        for feast in (e.value or "").split("|"):
            month, day = map(int, feast.split("-"))
            if first := hijri.to_gregorian(year, month, day):
                days.append(first + timedelta(days=(1 if e.day is None else e.day) - 1))
    found = sides.choose(e, [day_meaning(day, True) for day in sorted(days)], reference, tense)
    return with_hour(e, found) if e.type == "TIME" else found


def _date(e: Expression, reference: date | None, tense: str | None, focus: Focus) -> Meaning:
    found = _calendar(e, reference, tense, focus)
    if e.type != "TIME":
        return found
    if found is OPEN and not (e.shift is None and e.weekday is None and e.day is None):
        return OPEN
    daily = e.use == "range" and focus.day is None and tense in ("present", "future")  # يعمل من الخامسة إلى الثامنة
    return with_hour(e, NONE if daily or e.use == "habit" else found)


def with_hour(e: Expression, day: Meaning) -> Meaning:
    """A day with the hour or the part of it that an expression names; NONE for an hour of every day."""
    prefix = day.value or "XXXX-XX-XX"
    if e.hour is None:
        return day._replace(value=f"{prefix}{e.part}") if day.value else OPEN
    if e.hour == 24:  # the end of the day, not its beginning
        return day._replace(value=f"{prefix}T24:00")
    hour = e.hour
    if e.half == "am" and hour == 12:
        hour = 0
    elif (e.half == "pm" and hour < 12) or (e.half == "noon" and hour < 5) or (e.half == "night" and 5 < hour < 12):
        hour += 12
    elif e.half == "night" and hour == 12:
        hour = 0
    return day._replace(value=f"{prefix}T{hour:02d}:{e.minute or 0:02d}")


def _calendar(e: Expression, reference: date | None, tense: str | None, focus: Focus) -> Meaning:
    if e.base is not None:
        return _within(e, reference, tense, focus)
    if e.type == "SET":
        return Meaning(f"XXXX-{e.month:02d}" + (f"-{e.day:02d}" if e.day else ""), None, None, False)
    if e.month is not None:
        return _month_and_day(e, reference, tense)
    if e.year is not None:
        return two_years(e.year, e.calendar) if e.use == "two years" else year_meaning(e.year, e.calendar)
    if e.unit is not None:
        return _unit(e, reference, focus)
    if e.shift is not None:
        return (
            OPEN
            if reference is None
            else day_meaning(sides.agreeing(reference + timedelta(days=e.shift), e.weekday), True)
        )
    if e.weekday is not None:
        return OPEN if reference is None else day_meaning(sides.of_week(e, reference, tense), True)
    if focus.day is not None and e.use != "stamp":
        return day_meaning(focus.day, True)
    return OPEN if reference is None else day_meaning(reference, True)


def _within(e: Expression, reference: date | None, tense: str | None, focus: Focus) -> Meaning:
    """A day or month of a named stretch: 22 من الشهر الجاري، مارس من العام الماضي، الأربعاء من الأسبوع الماضي."""
    assert e.base is not None
    base = mean(e.base, reference, tense, focus)
    if base.earliest is None or base.latest is None:
        return OPEN
    if e.weekday is not None and e.count:
        return day_meaning(_nth_weekday(base.earliest, base.latest, e.weekday, int(e.count)), base.relative)
    if e.base.unit == "W" and e.weekday is not None:
        return day_meaning(base.earliest + timedelta(days=e.weekday - 1), True)
    year, month = base.earliest.year, e.month or base.earliest.month
    if e.calendar == "h":
        return _month_and_day(e, base.earliest, "future")._replace(relative=True)
    if e.day is None and e.month is None and e.base.unit != "M":  # مثل هذا اليوم من عام 1990
        return OPEN if reference is None else day_meaning(reference.replace(year=year), True)
    if e.day is None:
        return month_meaning(year, month, True)
    return day_meaning(date(year, month, e.day), True)


def _nth_weekday(first: date, last: date, weekday: int, number: int) -> date:
    """The first, second ... or last such weekday between two days."""
    if number == LAST:
        return last - ((last.isoweekday() - weekday) % 7) * _DAY
    return first + ((weekday - first.isoweekday()) % 7 + 7 * (number - 1)) * _DAY


def _month_and_day(e: Expression, reference: date | None, tense: str | None) -> Meaning:
    if e.year is not None:
        found = _of_year(e, e.year)
        return found._replace(relative=False) if found else NONE
    if e.until is not None and (end := mean(e.until, reference, tense, Focus()).earliest) is not None:
        year = end.year if e.calendar == "g" else (hijri.year_month(end) or (0, 0))[0]
        if found := _of_year(e, year):
            return found
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
    reach = 2 if e.side in ("beforelast", "afternext") or e.day == 29 else 1
    options = [
        m
        for year in range(this_year - reach, this_year + reach + 1)
        if (m := _of_year(e, year)) and m.earliest and m.latest
    ]
    return sides.choose(e, options, reference, tense) if options else OPEN


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
        return Meaning(f"{middle(*days):%Y-%m}", *days, True)
    try:
        return day_meaning(date(year, e.month, e.day), True) if e.day else month_meaning(year, e.month, True)
    except ValueError:
        return None
