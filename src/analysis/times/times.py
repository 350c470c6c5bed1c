"""One text in, its time expressions out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from analysis.arabic import Span
from analysis.times.anchors import Utterances
from analysis.times.equations import apposed, equated, twins_of
from analysis.times.expressions import Reading, read
from analysis.times.meanings import Focus, Meaning
from analysis.times.structure import Expression, Scan
from analysis.times.values import SEASONS, mean, with_hour

_REACH = 200  # words of a paragraph over which an hour belongs to the day named last
_ON_A_LINE = 8  # expressions between a time stamp and what counts from it


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
    for k in order:
        e, place, quote = found[k], places[k], inside[k]
        focus = outer if quote is None else inner
        here, called = reference, anchor
        if quote is not None and utterances is not None and (day := utterances.day(quote, named, reference)):
            here, called = day, "utterance"
        if e.type == "TIME" and focus.day and _another_day(scan, e, focus, here):
            focus.day = None
        focus.stamp = _stamp(scan, found, k) if e.kind == "offset" else None
        meaning, confidence = _meaning(scan, e, here, focus, twins.get(k))
        if apposed(scan, found, k):  # the date says which of the weekdays is meant
            dated, _ = _meaning(scan, found[k + 1], here, focus, twins.get(k + 1))
            agrees = dated.earliest is not None and dated.earliest.isoweekday() == e.weekday
            if agrees or (dated.earliest is not None and e.shift is None):
                meaning = with_hour(e, dated) if e.type == "TIME" else dated
                confidence = 1.0 if agrees else 0.5
        times[k] = Time(
            *place,
            text[slice(*place)],
            "SET" if e.type == "TIME" and meaning.value and not meaning.relative and not meaning.earliest else e.type,
            meaning.value,
            meaning.earliest,
            meaning.latest,
            called if meaning.relative else "explicit",
            confidence,
        )
        _remember(focus, e, meaning)
        if quote is None and e.kind != "offset" and meaning.earliest is not None and meaning.earliest == meaning.latest:
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
    """Side of the day of speaking on which the words around put an expression.

    `ahead` reads on to the next verb, and trusts حتى and قبل to look ahead.
    """
    if scan.before(e.first, "since"):
        return "since"
    if scan.has(e.last, "appointed") and scan.near(e.last):
        return "future"
    tense = scan.tense(e.first)
    if ahead and tense != "past" and (scan.before(e.first, "until") or scan.before(e.first, "before")):
        return "future"  # المهلة حتى الخميس، قبل نهاية سبتمبر
    tense = tense or (scan.tense_after(e.last) if ahead else None)
    if tense == "present" and e.kind == "season" and e.season in SEASONS:
        return "future"
    return tense if tense in ("past", "future", "present") else None


def _meaning(
    scan: Scan, e: Expression, reference: date | None, focus: Focus, twin: Expression | None
) -> tuple[Meaning, float]:
    tense, confidence = None, 0.95
    named = e.base if e.count and e.kind == "date" else e  # الأحد الأول من مايو: the month is open
    open_side = named is None or (
        named.side is None and named.shift is None and named.year is None and named.base is None
    )
    if open_side and (
        e.kind in ("season", "feast") or (e.kind == "date" and (e.weekday or e.month or e.use == "range"))
    ):
        tense = tense_of(scan, e)
        confidence = 0.8 if tense else 0.65
    meaning = equated(e, twin, reference, tense, focus) if twin is not None else mean(e, reference, tense, focus)
    if not meaning.relative:
        confidence = 1.0
    if e.weekday and e.day and meaning.earliest and meaning.earliest.isoweekday() != e.weekday:
        confidence = 0.5  # the weekday contradicts the date
    return meaning, confidence if meaning.value is not None else min(confidence, 0.5)


def _another_day(s: Scan, e: Expression, focus: Focus, reference: date | None) -> bool:
    """True if an hour does not belong to the day named last: that stands in another paragraph, or
    in another sentence on the other side of the day of speaking."""
    assert focus.day is not None
    if e.side == "same":
        return False
    if not 0 <= e.first - focus.day_at < _REACH:
        return True
    gaps = "".join(s.gap[focus.day_at + 1 : e.first + 1])
    if "\n" in gaps:
        return True
    if not any(mark in gaps for mark in ".!؟?"):
        return False
    tense = s.tense(e.first)
    return reference is None or not (
        (tense == "past" and focus.day <= reference) or (tense == "future" and focus.day >= reference)
    )


def _stamp(s: Scan, found: Sequence[Expression], k: int) -> int | None:
    """Minutes from midnight of the time stamp of the line in which the expression `k` stands."""
    here = found[k].first
    for e in reversed(found[max(k - _ON_A_LINE, 0) : k]):
        if here - e.first > _REACH or any("\n" in gap for gap in s.gap[e.first + 1 : here + 1]):
            return None
        if e.use == "stamp":
            return (e.hour or 0) * 60 + (e.minute or 0)
    return None


def _remember(focus: Focus, e: Expression, meaning: Meaning) -> None:
    first, last = meaning.earliest, meaning.latest
    if first is None or last is None or e.side in ("prior", "following", "same", "that"):
        return
    days = (last - first).days
    if not days:
        focus.day, focus.day_at, focus.week = first, e.first, first
    elif days == 6:
        focus.week = first
    if (days < 7 and e.month is not None) or 27 < days < 31:
        focus.month = (first.year, first.month)
    if days < 366:
        focus.year = last.year if days < 300 else (first + (last - first) / 2).year
