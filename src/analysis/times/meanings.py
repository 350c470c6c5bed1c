"""What a time can mean: a TIMEX3 value with the days that it covers, and the stretches of the calendar as such values."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from analysis.times import hijri


class Meaning(NamedTuple):
    """TIMEX3 value, first and last day that it covers, and whether the day of reference was needed."""

    value: str | None
    earliest: date | None
    latest: date | None
    relative: bool


@dataclass(slots=True)
class Focus:
    """The times that the text has named last: a day (and at which word), a week, a month, a year; a line's stamp in minutes."""

    day: date | None = None
    day_at: int = -1
    week: date | None = None
    month: tuple[int, int] | None = None
    year: int | None = None
    stamp: int | None = None


OPEN = Meaning(None, None, None, True)
NONE = Meaning(None, None, None, False)


def day_meaning(day: date, relative: bool) -> Meaning:
    """A single day."""
    return Meaning(day.isoformat(), day, day, relative)


def month_meaning(year: int, month: int, relative: bool) -> Meaning:
    """A Gregorian month."""
    return Meaning(
        f"{year:04d}-{month:02d}", date(year, month, 1), date(year, month, monthrange(year, month)[1]), relative
    )


def year_meaning(year: int, calendar: str) -> Meaning:
    """A year; a Hijri one has the value of the Gregorian year that holds most of its days."""
    if calendar == "g":
        return Meaning(f"{year:04d}", date(year, 1, 1), date(year, 12, 31), False)
    days = hijri.span(year)
    return Meaning(f"{middle(*days).year:04d}", *days, False) if days else NONE


def two_years(year: int, calendar: str) -> Meaning:
    """A fiscal or school year that lies in two years of the calendar: 2025/2026."""
    one, two = year_meaning(year, calendar), year_meaning(year + 1, calendar)
    return Meaning(f"{one.value}/{two.value}", one.earliest, two.latest, False) if one.value and two.value else NONE


def school_year(day: date) -> Meaning:
    """The school year that holds a day: it begins with September."""
    first = day.year - (day.month < 9)
    return Meaning(f"{first:04d}/{first + 1:04d}", date(first, 9, 1), date(first + 1, 8, 31), True)


def stretch(unit: str, day: date) -> Meaning:
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


def middle(first: date, last: date) -> date:
    """The day halfway between two days."""
    return first + (last - first) / 2
