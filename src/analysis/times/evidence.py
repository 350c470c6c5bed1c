"""What an article's own words say about the day on which it appeared.

Each `Fact` is a constraint on that day: أمس الأربعاء makes it a Thursday, أغسطس الجاري puts it
in an August, a date that has been puts it later.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from analysis.arabic import Span, paragraphs
from analysis.times import hijri
from analysis.times.anchors import past_dateline
from analysis.times.equations import Dated, dated, twins_of
from analysis.times.expressions import Reading
from analysis.times.meanings import Focus
from analysis.times.structure import Expression, Scan
from analysis.times.times import tense_of
from analysis.times.values import mean

_DAY = timedelta(days=1)
_WEEK = 7
_FIRST = 4  # paragraphs among which the one with the dateline is: section and title stand before it
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
    datelines = _datelines(reading.text)
    twins = twins_of(scan, found)
    facts_: list[Fact] = []
    for k, e in enumerate(found):
        span = reading.span(e)
        quoted = bisect_right(speech, (e.start, len(reading.text))) - 1
        if (spans is not None and span not in spans) or (quoted >= 0 and e.start < speech[quoted][1]):
            continue
        if e.kind == "date" and not (e.shift is not None and _of_the_writer(scan, e)):
            facts_.extend(_of_date(scan, e, span, dated(scan, found, k, twins)))
        if e.day is not None and any(start <= span[0] < end for start, end in datelines):
            facts_.extend(_of_dateline(e, span, dated(scan, found, k, twins)))
        facts_.extend(_beside(scan, found, k, span))
    return facts_


def _datelines(text: str) -> list[Span]:
    """Where the first paragraphs give place, day and agency of a dispatch: رأس الغار في 3 مايو (ونا) - ..."""
    return [(start, past_dateline(text, start, end)) for start, end in paragraphs(text)[:_FIRST]]


def _of_dateline(e: Expression, span: Span, dated: Dated | None) -> Iterator[Fact]:
    """A dispatch appears on the day that it bears, or in the paper of the next morning."""
    if dated is not None and e.shift is None and e.side in (None, "this"):
        last = dated.day + _DAY if dated.day is not None else None
        yield Fact(span, lambda p: -dated.slack <= p - dated.near(p) <= _DAY + dated.slack, first=dated.day, last=last)


def _of_date(s: Scan, e: Expression, span: Span, dated: Dated | None) -> Iterator[Fact]:
    """Facts in one date; `dated` is the day of a month that it or what it is equated with names."""
    if e.shift is not None:
        yield from _of_deictic(s, e, span, dated)
    elif e.weekday is not None and e.side in ("past", "next") and dated is not None:
        yield _within_a_week(e, span, dated)
    elif e.year is not None and e.side == "this" and e.month is None and e.calendar == "g":
        first, last = date(e.year, 1, 1), date(e.year, 12, 31)
        yield Fact(span, lambda p: first <= p <= last, first=first, last=last)
    elif e.month is not None and (e.series or e.side) and e.year is None and (e.series or e.weekday is None):
        yield from _of_series(s, e, span)
    elif e.base is None and e.side is None and e.series is None:
        yield from _by_tense(s, e, span, dated)


def _of_deictic(s: Scan, e: Expression, span: Span, dated: Dated | None) -> Iterator[Fact]:
    """أمس الأربعاء, اليوم 5 فبراير, غدا الموافق 3 شوال: an equation for the day of speaking."""
    shift = timedelta(days=e.shift or 0)
    if dated is not None and dated.day is not None:
        day = dated.day - shift
        if e.weekday is None or dated.day.isoweekday() == e.weekday:
            yield Fact(span, lambda p: p == day, first=day, last=day)
            return
    named = e.weekday or _weekday_before(s, e)
    if named is not None:
        weekday = (named - shift.days - 1) % _WEEK + 1
        yield Fact(span, lambda p: p.isoweekday() == weekday, weekday=weekday)
    if dated is not None and dated.day is None:
        yield Fact(span, lambda p: abs(dated.near(p) - p - shift) <= dated.slack)


def _weekday_before(s: Scan, e: Expression) -> int | None:
    """صلاة الجمعة أمس: a weekday that is part of a name, and the distance of its day."""
    before = s.tag[e.first - 1] if e.first and s.near(e.first) else None
    return before.weekday if before is not None and not s.tag[e.first].clitic else None  # type: ignore[union-attr]


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
            if tense == "past" and not _deadline(s, e):
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
    tense = tense_of(s, e, ahead=False)
    since = tense == "since"
    tense = "past" if since else tense
    if tense not in ("past", "future") or (tense == "past" and _deadline(s, e)):
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


def _deadline(s: Scan, e: Expression) -> bool:
    """True after حتى and قبل: what was decided in the past may lie ahead."""
    return s.before(e.first, "to") or s.before(e.first, "before")


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
            if s.has(k, "writer") and s.tag[k].clitic in ("", "و"):  # type: ignore[union-attr]
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
