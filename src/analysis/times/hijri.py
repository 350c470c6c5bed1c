"""The Hijri calendar: Umm al-Qura (hijridate, loaded with the first Hijri date), beyond its tables the tabular calendar.

The tabular calendar is that of Reingold and Dershowitz (Calendrical Calculations, ch. 7), civil epoch:
11 leap years in 30; it lies within a day or two of what was sighted.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

_TABLES = range(1343, 1501)
_EPOCH = date(622, 7, 19).toordinal()


@lru_cache(maxsize=4096)
def to_gregorian(year: int, month: int, day: int) -> date | None:
    """The day of a Hijri date, or None if there is none; a 30th of a short month is the day after the 29th.

    Examples
    --------
    >>> to_gregorian(1436, 11, 16), to_gregorian(482, 1, 1)
    (datetime.date(2015, 8, 31), datetime.date(1089, 3, 22))
    """
    if not (1 <= month <= 12 and 1 <= day <= 30 and year >= 1):
        return None
    try:
        if year not in _TABLES:
            return date.fromordinal(_tabular(year, month, day))
        from hijridate import Hijri

        found = Hijri(year, month, min(day, 29)).to_gregorian()
        return date(found.year, found.month, found.day) + timedelta(days=day - min(day, 29))
    except (ValueError, OverflowError):
        return None


def _tabular(year: int, month: int, day: int) -> int:
    return _EPOCH - 1 + 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day


@lru_cache(maxsize=4096)
def year_month(day: date) -> tuple[int, int] | None:
    """Hijri year and month of a day, or None before the first.

    Examples
    --------
    >>> year_month(date(2015, 8, 31)), year_month(date(1089, 3, 22))
    ((1436, 11), (482, 1))
    """
    from hijridate import Gregorian

    try:
        found = Gregorian(day.year, day.month, day.day).to_hijri()
    except (ValueError, OverflowError):
        since = day.toordinal() - _EPOCH
        year = (30 * since + 10646) // 10631
        month = (11 * (day.toordinal() - _tabular(year, 1, 1)) + 330) // 325
        return (year, month) if since >= 0 else None
    return found.year, found.month


def span(year: int, month: int | None = None) -> tuple[date, date] | None:
    """First and last day of a Hijri month, or of a Hijri year."""
    first = to_gregorian(year, month or 1, 1)
    after = to_gregorian(year + 1, 1, 1) if month in (None, 12) else to_gregorian(year, month + 1, 1)
    return (first, after - timedelta(days=1)) if first and after else None
