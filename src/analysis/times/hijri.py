"""The Hijri calendar by Umm al-Qura (hijridate), loaded when the first Hijri date is met."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache


@lru_cache(maxsize=4096)
def to_gregorian(year: int, month: int, day: int) -> date | None:
    """The day of a Hijri date, or None outside 1343 to 1500 AH; a 30th of a short month is the day after the 29th.

    Examples
    --------
    >>> to_gregorian(1436, 11, 16)
    datetime.date(2015, 8, 31)
    """
    from hijridate import Hijri

    try:
        if day == 30:
            return _date(Hijri(year, month, 29)) + timedelta(days=1)
        return _date(Hijri(year, month, day))
    except (ValueError, OverflowError):
        return None


def _date(hijri: object) -> date:
    found = hijri.to_gregorian()  # type: ignore[attr-defined]
    return date(found.year, found.month, found.day)


@lru_cache(maxsize=4096)
def year_month(day: date) -> tuple[int, int] | None:
    """Hijri year and month of a day, or None outside the range of the tables."""
    from hijridate import Gregorian

    try:
        found = Gregorian(day.year, day.month, day.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return found.year, found.month


def span(year: int, month: int | None = None) -> tuple[date, date] | None:
    """First and last day of a Hijri month, or of a Hijri year."""
    first = to_gregorian(year, month or 1, 1)
    after = to_gregorian(year + 1, 1, 1) if month in (None, 12) else to_gregorian(year, month + 1, 1)
    return (first, after - timedelta(days=1)) if first and after else None
