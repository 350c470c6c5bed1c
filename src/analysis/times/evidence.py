"""What an article's own words say about the day on which it appeared.

Each `Fact` is a constraint on that day: أمس الأربعاء makes it a Thursday, أغسطس الجاري puts it
in an August, a date that has been puts it later.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from analysis.arabic import Span
from analysis.times import hijri
from analysis.times.expressions import Reading
from analysis.times.structure import Expression, Scan
from analysis.times.times import equated, tense_of, twins_of
from analysis.times.values import Focus, mean

_DAY = timedelta(days=1)
_WEEK = 7
_QUOTED = {"«": "»", "“": "”", "„": "“", '"': '"'}
_LONGEST_NAME = 3  # words in marks up to which they are a name or a title, not speech


@dataclass(frozen=True, slots=True)
class Fact:
    """One constraint on the day of publication.

    Attributes
    ----------
    span : (int, int)
        The words that say it, in the text as written.
    allows : callable
        Whether a day agrees with it.
    strength : int
        2 for what is said outright, 1 for what hangs on a reading of tense.
    first, last : datetime.date or None
        Bounds that it puts by itself.
    weekday : int or None
        The ISO weekday of publication, if that is what it says.
    """

    span: Span
    allows: Callable[[date], bool]
    strength: int = 2
    first: date | None = None
    last: date | None = None
    weekday: int | None = None


def facts(reading: Reading, spans: Collection[Span] | None = None) -> list[Fact]:
    """All facts about the day of publication in a text.

    Parameters
    ----------
    reading : Reading
        The article, by `analysis.times.expressions.read`.
    spans : collection of (int, int), optional
        The expressions that may testify; all where left out.

    Returns
    -------
    list of Fact
        In order of the text.
    """
    _, scan, found = reading
    if not found:
        return []
    speech = sorted(_speech(scan.folded.text))
    twins = twins_of(scan, found)
    facts_: list[Fact] = []
    for k, e in enumerate(found):
        span = reading.span(e)
        quoted = bisect_right(speech, (e.start, len(reading.text))) - 1
        if (spans is not None and span not in spans) or (quoted >= 0 and e.start < speech[quoted][1]):
            continue
        if e.kind == "date" and not (e.shift is not None and _of_the_writer(scan, e)):
            facts_.extend(_of_date(scan, e, span, _dated(scan, found, k, twins)))
        facts_.extend(_beside(scan, found, k, span))
    return facts_


def _of_date(s: Scan, e: Expression, span: Span, dated: Dated | None) -> Iterator[Fact]:
    """Facts in one date; `dated` is the day of a month that it or what it is equated with names."""
    if e.shift is not None:
        yield from _of_deictic(e, span, dated)
    elif e.weekday is not None and e.side in ("past", "next") and dated is not None:
        yield _within_a_week(e, span, dated)
    elif e.year is not None and e.side == "this" and e.month is None and e.calendar == "g":
        first, last = date(e.year, 1, 1), date(e.year, 12, 31)
        yield Fact(span, lambda p: first <= p <= last, first=first, last=last)
    elif e.month is not None and (e.series or e.side) and e.year is None and (e.series or e.weekday is None):
        yield from _of_series(s, e, span)
    elif e.base is None and e.side is None and e.series is None:
        yield from _by_tense(s, e, span, dated)


def _of_deictic(e: Expression, span: Span, dated: Dated | None) -> Iterator[Fact]:
    """أمس الأربعاء, اليوم 5 فبراير, غدا الموافق 3 شوال: an equation for the day of speaking."""
    shift = timedelta(days=e.shift or 0)
    if dated is not None and dated.day is not None:
        day = dated.day - shift
        if e.weekday is None or dated.day.isoweekday() == e.weekday:
            yield Fact(span, lambda p: p == day, first=day, last=day)
            return
    if e.weekday is not None:
        weekday = (e.weekday - shift.days - 1) % _WEEK + 1
        yield Fact(span, lambda p: p.isoweekday() == weekday, weekday=weekday)
    if dated is not None and dated.day is None:
        yield Fact(span, lambda p: abs(dated.near(p) - p - shift) <= dated.slack)


def _within_a_week(e: Expression, span: Span, dated: Dated) -> Fact:
    """الأحد المقبل 10 أغسطس lies one to seven days ahead."""
    sign = 1 if e.side == "next" else -1
    first = last = None
    if dated.day is not None:
        first, last = sorted((dated.day - sign * _DAY, dated.day - sign * 7 * _DAY))
    return Fact(span, lambda p: _DAY <= sign * (dated.near(p) - p) <= 7 * _DAY, first=first, last=last)


def _of_series(s: Scan, e: Expression, span: Span) -> Iterator[Fact]:
    """فبراير الجاري، يوليو الماضي، 20 أغسطس المقبل."""
    side = e.series or e.side
    if side == "this":
        yield Fact(span, lambda p: _in_month(p, e))
        if e.day is not None and e.calendar == "g":
            number, tense = e.day, s.tense(e.first)
            if tense == "past":
                yield Fact(span, lambda p: p.day >= number, strength=1)
            elif tense in ("future", "plan"):
                yield Fact(span, lambda p: p.day < number, strength=1)
    elif e.calendar == "g" and side in ("past", "next"):
        month, day = e.month, e.day
        if day is None:
            yield Fact(span, lambda p: p.month != month)
        elif side == "past":
            yield Fact(span, lambda p: p.month != month or p.day > day)
        else:
            yield Fact(span, lambda p: p.month != month or p.day < day)


def _by_tense(s: Scan, e: Expression, span: Span, dated: Dated | None) -> Iterator[Fact]:
    """A date, or a year, that has been or is to come."""
    tense, since = tense_of(s, e, ahead=False), s.before(e.first, "since")
    if tense not in ("past", "future") or (tense == "past" and s.before(e.first, "to")):  # حتى 5 مايو may lie ahead
        return
    if dated is not None and dated.day is None:
        sign = 1 if tense == "future" else -1
        yield Fact(span, lambda p: sign * (dated.near(p) - p) >= -dated.slack, strength=1)
        return
    if dated is not None:
        first = last = dated.day
    elif e.year is not None and e.month is not None:
        meaning = mean(e, None, None, Focus())
        first, last = meaning.earliest, meaning.latest
    elif e.year is not None and e.calendar == "g" and tense == "past":
        first, last = date(e.year, 1, 1), date(e.year, 12, 31)
    else:
        return
    if first is None or last is None:
        return
    if tense == "past":
        if since and dated is None:  # a month or year that is named since which something lasts is over
            first = last + _DAY
        yield Fact(span, lambda p: p >= first, strength=1, first=first)
    elif dated is not None:
        yield Fact(span, lambda p: p <= last, strength=1, last=last)


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


def _dated(s: Scan, found: list[Expression], k: int, twins: dict[int, Expression]) -> Dated | None:
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


def _in_month(day: date, e: Expression) -> bool:
    if e.calendar == "g":
        return day.month == e.month
    months = {hijri.year_month(day + timedelta(days=step)) for step in (-1, 0, 1)}  # a sighting may differ by a day
    return any(found is not None and found[1] == e.month for found in months)


def _of_the_writer(s: Scan, e: Expression) -> bool:
    """True in a sentence that says أنا: the writer's own today is the day of writing, not of print."""
    for step, start in ((-1, e.first - 1), (1, e.last)):
        k = start
        while 0 <= k < s.n and abs(k - start) < 30:
            if s.has(k, "writer"):
                return True
            if any(mark in s.gap[k if step > 0 else k + 1] for mark in ".\n!؟?"):
                break
            k += step
    return False


def _beside(s: Scan, found: list[Expression], k: int, span: Span) -> Iterator[Fact]:
    """السبت (أمس), أمس، الجمعة،: a weekday and a distance from today side by side are one equation."""
    if k + 1 == len(found) or found[k].last != found[k + 1].first:
        return
    pair = found[k], found[k + 1]
    bare = [e for e in pair if e.kind == "date" and e.day is None and e.side is None]
    shift = next((e.shift for e in bare if e.shift is not None and e.weekday is None), None)
    weekday = next((e.weekday for e in bare if e.weekday is not None and e.shift is None), None)
    opening, closing = s.mark(pair[1].first), s.mark(pair[1].last)[:1]
    if shift is None or weekday is None or (opening, closing) not in {("(", ")"), ("[", "]"), ("،", "،"), (",", ",")}:
        return
    today: int = (weekday - shift - 1) % _WEEK + 1
    yield Fact(span, lambda p: p.isoweekday() == today, weekday=today)


def _speech(text: str) -> list[Span]:
    """Spans between quotation marks that hold more than a name, in one paragraph each."""
    spans = []
    for opening, closing in _QUOTED.items():
        start = text.find(opening)
        while start >= 0:
            end = text.find(closing, start + 1)
            if end < 0:
                break
            line = text.find("\n", start, end)
            if line >= 0 and opening == closing:
                start = text.find(opening, line)
                continue
            if text.count(" ", start, end) >= _LONGEST_NAME:
                spans.append((start, end))
            start = text.find(opening, end + 1)
    return spans
