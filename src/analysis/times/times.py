"""One text in, its time expressions out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from analysis.arabic import Span
from analysis.times.anchors import Utterances
from analysis.times.expressions import Reading, read
from analysis.times.hijri import span as hijri_span
from analysis.times.structure import Expression, Scan
from analysis.times.values import Focus, Meaning, day_meaning, mean

_TWIN_MARKS = frozenset(("(", "/", "-", "–", ") (", "،", "=", ",", ""))


class Time(NamedTuple):
    """A time expression and its meaning.

    Attributes
    ----------
    start, end : int
        Offsets into the text as written, half open.
    text : str
    type : str
        TIMEX3: DATE, TIME, DURATION or SET.
    value : str or None
        TIMEX3 value; None where it hangs on a day of reference that is not known.
    earliest, latest : datetime.date or None
        First and last day that it can mean; None for durations, sets and open values.
    anchor : str
        What the value was counted from: "explicit" (the words themselves), "published",
        "inferred" (a publication day that the article's own words force) or "utterance".
    confidence : float
        From 0 to 1: 1 for what is written out, less for what tense or nearness decided.
    """

    start: int
    end: int
    text: str
    type: str
    value: str | None
    earliest: date | None
    latest: date | None
    anchor: str
    confidence: float


def find_times(
    text: str,
    published: date | datetime | str | None = None,
    quotes: Sequence[Span] = (),
    anchor: str = "published",
) -> list[Time]:
    """Find the time expressions of an Arabic text and resolve them to TIMEX3 values.

    Parameters
    ----------
    text : str
        The article as written.
    published : date, datetime, ISO text or None
        The day from which relative expressions count. Where it is None they stay open: ``value`` is
        None, except for what needs no reference (P2Y, PRESENT_REF) and for a day and month without a
        year (XXXX-02-20).
    quotes : sequence of (int, int), optional
        Spans of direct quotations: a relative expression inside one counts from the day on which the
        words were spoken, if the article gives it.
    anchor : str
        What to call `published` in the result.

    Returns
    -------
    list of Time
        In order of the text, disjoint.

    Raises
    ------
    ValueError
        If `published` is a string that is no ISO date.

    References
    ----------
    TIMEX3: ISO 24617-1 (ISO-TimeML). The division into finding and resolving is that of HeidelTime
    (Strötgen and Gertz 2013).

    Examples
    --------
    >>> for t in find_times("أعلن الوزير أمس الأربعاء خطة لعامين", "2025-02-13"):
    ...     print(t.text, t.type, t.value)
    أمس الأربعاء DATE 2025-02-12
    عامين DURATION P2Y
    """
    return resolve(read(text), published, quotes, anchor)


def resolve(
    reading: Reading, published: date | datetime | str | None, quotes: Sequence[Span] = (), anchor: str = "published"
) -> list[Time]:
    """The second half of `find_times`: what the expressions of a text that was read mean."""
    reference = as_day(published)
    text, scan, found = reading
    if not found:
        return []
    places = [reading.span(e) for e in found]
    utterances = Utterances(text, quotes) if quotes else None
    inside = [utterances.quote_of(*place) if utterances else None for place in places]
    order: Sequence[int] = range(len(found))
    if utterances:  # what stands outside a quotation is its frame, and comes first
        order = sorted(order, key=lambda k: inside[k] is not None)
    twins = twins_of(scan, found)
    times: list[Time | None] = [None] * len(found)
    named: list[tuple[int, date]] = []
    outer, inner = Focus(), Focus()
    last_start = -1
    for k in order:
        e, place, quote = found[k], places[k], inside[k]
        focus = outer if quote is None else inner
        here, called = reference, anchor
        if quote is not None and utterances is not None and (day := utterances.day(quote, named, reference)):
            here, called = day, "utterance"
        if e.type == "TIME" and focus.day and _sentence_between(scan, last_start, e.first):
            focus.day = None
        meaning, confidence = _meaning(scan, e, here, focus, twins.get(k))
        times[k] = Time(
            *place,
            text[slice(*place)],
            e.type,
            meaning.value,
            meaning.earliest,
            meaning.latest,
            called if meaning.relative else "explicit",
            confidence,
        )
        last_start = e.first
        _remember(focus, e, meaning)
        if quote is None and meaning.earliest is not None and meaning.earliest == meaning.latest:
            named.append((place[0], meaning.earliest))
    return [time for time in times if time is not None]


def as_day(published: date | datetime | str | None) -> date | None:
    """A day from what may stand for one; missing values (None, NaT, an empty string) give None."""
    if published is None or published == "" or published != published:
        return None
    if isinstance(published, str):
        return datetime.fromisoformat(published.strip()).date()
    return published.date() if isinstance(published, datetime) else published


def tense_of(scan: Scan, e: Expression, ahead: bool = True) -> str | None:
    """Side of the day of speaking on which the words around put an expression; `ahead` reads on to the next verb."""
    if scan.before(e.first, "since"):
        return "past"
    if scan.has(e.last, "appointed") and scan.near(e.last):
        return "future"
    tense = scan.tense(e.first) or (scan.tense_after(e.last) if ahead else None)
    if tense == "present":
        return "future" if e.month is None else None
    return tense if tense in ("past", "future") else None


def _meaning(
    scan: Scan, e: Expression, reference: date | None, focus: Focus, twin: Expression | None
) -> tuple[Meaning, float]:
    tense, confidence = None, 0.95
    open_side = e.side is None and e.shift is None and e.year is None and e.base is None
    if e.kind == "date" and open_side and (e.weekday is not None or e.month is not None):
        tense = tense_of(scan, e)
        confidence = 0.8 if tense else 0.65
    meaning = equated(e, twin, reference, tense, focus) if twin is not None else mean(e, reference, tense, focus)
    if not meaning.relative:
        confidence = 1.0
    return meaning, confidence if meaning.value is not None else min(confidence, 0.5)


def equated(e: Expression, twin: Expression, reference: date | None, tense: str | None, focus: Focus) -> Meaning:
    """Meaning of a date that the text equates with one of the other calendar; the Gregorian one decides."""
    gregorian = twin if e.calendar == "h" else e
    lunar = e if e.calendar == "h" else twin
    meaning = mean(gregorian, reference, tense, focus)
    if gregorian.year is None and lunar.year is not None and lunar.month is not None:
        around = hijri_span(lunar.year, lunar.month)
        if around is not None and gregorian.month is not None and gregorian.day is not None:
            middle = around[0] + (around[1] - around[0]) / 2
            days = []
            for year in (middle.year - 1, middle.year, middle.year + 1):
                try:
                    days.append(date(year, gregorian.month, gregorian.day))
                except ValueError:
                    continue
            if days:
                return day_meaning(min(days, key=lambda d: abs(d - middle)), False)
    if meaning.value is None and e.calendar == "h":
        return mean(e, reference, tense, focus)
    return meaning


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


def _sentence_between(s: Scan, a: int, b: int) -> bool:
    return a < 0 or a > b or any(mark in gap for gap in s.gap[a + 1 : b + 1] for mark in ".\n!؟?")


def _remember(focus: Focus, e: Expression, meaning: Meaning) -> None:
    first, last = meaning.earliest, meaning.latest
    if first is None or last is None or e.side in ("prior", "following", "same", "that"):
        return
    if first == last:
        focus.day = first
    days = (last - first).days
    if (days < 7 and e.month is not None) or 27 < days < 31:
        focus.month = (first.year, first.month)
    if days < 366:
        focus.year = last.year if days < 300 else (first + (last - first) / 2).year
