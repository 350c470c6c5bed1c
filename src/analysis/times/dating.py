"""The day on which an undated article appeared: a constraint solver over its own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from analysis.arabic import Span
from analysis.times.evidence import Fact

Window = tuple[date | None, date | None]
_LONGEST = 366 * 50  # days beyond which candidates are not listed


class Dating(NamedTuple):
    """What the facts leave: candidates is None where they and the window bound no finite span."""

    earliest: date | None
    latest: date | None
    candidates: list[date] | None
    evidence: list[Span]

    @property
    def published(self) -> date | None:
        """The day, if the evidence leaves one."""
        return self.candidates[0] if self.candidates is not None and len(self.candidates) == 1 else None


def solve(facts: Sequence[Fact], window: Window = (None, None)) -> Dating:
    """Days that agree with all facts within a window.

    Facts that contradict each other are not weighed against the window: those that hang on tense
    give way first; where outright statements still clash, every weekday that is stated stays possible,
    and bounds that leave no day are set aside. A single day is named only where outright statements leave
    it alone: tense narrows the candidates, and reported speech can shift it.

    Parameters
    ----------
    facts : sequence of Fact
    window : (first, last)
        Days between which the article must have appeared; either may be None.

    Returns
    -------
    Dating

    Examples
    --------
    >>> from analysis.times.evidence import facts
    >>> from analysis.times.expressions import read
    >>> solve(facts(read("قال أمس الأربعاء")), (date(2025, 2, 7), date(2025, 2, 19))).published
    datetime.date(2025, 2, 13)
    """
    found = _days(_reconciled(facts, window), window)
    outright = [fact for fact in facts if fact.strength > 1]
    if found.published is not None and len(outright) < len(facts):  # tense narrows; it never names a day by itself
        strict = _days(_reconciled(outright, window), window)
        return strict if strict.published is None else found
    return found


def _days(facts: Sequence[Fact], window: Window) -> Dating:
    first, last = _bounds(facts, window)
    spans = [fact.span for fact in facts]
    if first is not None and last is not None and first <= last and (last - first).days <= _LONGEST:
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        for fact in facts:
            days = [day for day in days if fact.allows(day)]
        if days:
            return Dating(days[0], days[-1], days, spans)
    return Dating(first, last, None, spans)


def _bounds(facts: Sequence[Fact], window: Window) -> Window:
    firsts = [day for day in (window[0], *(fact.first for fact in facts)) if day is not None]
    lasts = [day for day in (window[1], *(fact.last for fact in facts)) if day is not None]
    return max(firsts, default=None), min(lasts, default=None)


def _reconciled(facts: Sequence[Fact], window: Window) -> list[Fact]:
    """The facts that can hold together in the window: contradictions are loosened, the weakest first."""
    weekdays = Counter(fact.weekday for fact in facts if fact.weekday is not None)
    if len(weekdays) > 1:
        facts = [_any_weekday(fact, frozenset(weekdays)) if fact.weekday is not None else fact for fact in facts]
    for kept in (
        list(facts),
        [fact for fact in facts if fact.strength > 1],
        [fact for fact in facts if fact.weekday is not None],
    ):
        if _possible(kept, window):
            return kept
    return []


def _any_weekday(fact: Fact, weekdays: frozenset[int]) -> Fact:
    return Fact(fact.span, lambda day: day.isoweekday() in weekdays, fact.strength, weekday=fact.weekday)


def _possible(facts: Sequence[Fact], window: Window) -> bool:
    """True if a day agrees with all facts; an open end is tried for two years."""
    first, last = _bounds(facts, window)
    if first is None and last is None:
        first = date(2000, 1, 1)
    if first is None:
        assert last is not None
        first = last - timedelta(days=730)
    if last is None:
        last = first + timedelta(days=730)
    if first > last:
        return False
    span = min((last - first).days, _LONGEST)
    return any(all(fact.allows(first + timedelta(days=n)) for fact in facts) for n in range(span + 1))
