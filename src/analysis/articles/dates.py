"""Publication dates as news dumps write them: lenient in form, careful in meaning.

Read are ISO 8601, RFC 2822 and other English spellings, Arabic month names, seconds to nanoseconds
since 1970, and numbers with the day before the month, as is usual in Arab countries. A date keeps the day that
it had where it was written: the offset from UTC is dropped, not applied. What is no Gregorian day
(a Hijri year, a month alone) is no date here.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable
from email.utils import parsedate
from functools import cache
from typing import Any

from analysis import arabic, lexicon

_TIME = (
    r"(?:[T,\s]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"(?:\s?(?P<half>[AaPp])\.?[Mm]\.?)?(?:\s?(?:Z|UTC|GMT))?(?:\s?[+-]\d{2}(?::?\d{2})?)?)?"
)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<mark>[-/.]?)(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})" + _TIME)
_YEAR_LAST = re.compile(r"(?P<first>\d{1,2})(?P<mark>[-/.])(?P<other>\d{1,2})(?P=mark)(?P<year>\d{4})" + _TIME)
_EPOCH = re.compile(r"\d{9,19}(?:\.\d+)?")
_WITH_NAME = re.compile(r"[A-Za-z]{3}.*\b\d{4}\b|\b\d{4}\b.*[A-Za-z]{3}")
_1970 = dt.datetime(1970, 1, 1)
_YEARS = range(1800, 2200)
_LONGEST = 64


def parse(value: Any, *, month_first: bool = False) -> dt.datetime | None:
    """Day and time of one date as written, to the second, without time zone.

    Parameters
    ----------
    value : str, int, float, datetime.date, datetime.datetime
        A number counts seconds since 1970 (milli-, micro- or nanoseconds where it is too large).
    month_first : bool, optional
        Read 03/04/2015 as the 4th of March.

    Returns
    -------
    datetime.datetime or None
        None if the value is no date.

    Examples
    --------
    >>> parse("2015-08-04T23:30:00+03:00")
    datetime.datetime(2015, 8, 4, 23, 30)
    >>> parse("٤/٨/٢٠١٥")
    datetime.datetime(2015, 8, 4, 0, 0)
    """
    try:
        day = _read(value, month_first)
    except (ValueError, OverflowError, TypeError):
        return None
    return day if day and day.year in _YEARS else None


def month_first(values: Iterable[Any]) -> bool:
    """Whether the dates of one file put the month first: some must be read so, and none the other way.

    Examples
    --------
    >>> month_first(["03/04/2015", "08/25/2015"])
    True
    """
    pairs = [(int(m["first"]), int(m["other"])) for v in values if (m := _match(_YEAR_LAST, v))]
    return any(other > 12 for _, other in pairs) and all(first <= 12 for first, _ in pairs)


def _read(value: Any, month_first: bool) -> dt.datetime | None:
    if isinstance(value, dt.datetime):
        return dt.datetime(value.year, value.month, value.day, value.hour, value.minute, value.second)
    if isinstance(value, dt.date):
        return dt.datetime(value.year, value.month, value.day)
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        # A CSV read by pandas turns 20150804 into 20150804.0: whole numbers are read by their digits.
        value = str(int(value)) if math.isfinite(value) else ""
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    text = arabic.fold(value).text.strip()
    if (match := _YEAR_FIRST.fullmatch(text)) and (match["mark"] or len(match["month"] + match["day"]) == 4):
        return _moment(match, int(match["month"]), int(match["day"]))
    if match := _YEAR_LAST.fullmatch(text):
        first, other = int(match["first"]), int(match["other"])
        return _moment(match, first, other) if month_first else _moment(match, other, first)
    if _EPOCH.fullmatch(text):
        return _since_1970(float(text))
    if _WITH_NAME.search(text):
        # The standard reader wants a time of day.
        parts = parsedate(text) or parsedate(f"{text} 00:00")
        return dt.datetime(*parts[:6]) if parts else None
    return _in_arabic(text)


def _in_arabic(text: str) -> dt.datetime | None:
    """A day with its month's Arabic name, or with both its names, and whatever words around it."""
    months, pattern = _months()
    match = pattern.search(text)
    if not match or (match["twin"] and months[match["twin"]] != months[match["month"]]):
        return None
    return dt.datetime(int(match["year"]), months[match["month"]], int(match["day"]))


@cache
def _months() -> tuple[dict[str, int], re.Pattern[str]]:
    numbers = {
        arabic.key(form): int(row["number"])
        for row in reversed(lexicon.table("months"))  # where two countries differ, the common use wins
        if row["calendar"] == "g"
        for form in lexicon.forms(row["forms"])
    }
    names = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True))
    gap = r"[\s،,/()-]{1,3}"
    day, month, year = (
        r"(?<!\d)(?P<day>\d{1,2})",
        rf"(?P<month>{names})(?:{gap}(?P<twin>{names}))?\)?",
        r"(?P<year>\d{4})(?!\d)",
    )
    return numbers, re.compile(day + gap + month + gap + year)


def _match(pattern: re.Pattern[str], value: Any) -> re.Match[str] | None:
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    return pattern.fullmatch(arabic.fold(value).text.strip())


def _moment(match: re.Match[str], month: int, day: int) -> dt.datetime:
    hour, minute, second = (int(match[unit] or 0) for unit in ("hour", "minute", "second"))
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] in "Pp" else 0)
    return dt.datetime(int(match["year"]), month, day, hour, minute, min(second, 59))


def _since_1970(seconds: float) -> dt.datetime:
    while seconds >= 1e11:
        seconds /= 1000
    return _1970 + dt.timedelta(seconds=int(seconds))
