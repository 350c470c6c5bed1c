"""Articles that stand in the order in which they appeared: what each says of its day bounds the others.

A hidden Markov chain with deterministic moves: the day may stay or advance from one article to the next, a
statement that a day contradicts costs, and dynamic programming (Viterbi 1967, forwards and backwards) finds
for every article and day the least that must be mistaken in the whole sequence if it appeared on that day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from analysis.times.dating import Dating, Window
from analysis.times.evidence import Fact

if TYPE_CHECKING:
    import numpy as np

_LONGEST = 366 * 20  # days of the window beyond which the sequence is not solved
_MOST = 2  # doubts that one article can raise: its statements are not independent
_SLACK = 1  # no single mistaken statement may decide
_PROOF = 6  # doubts by which the order must beat its reverse
_TRUST = 0.1  # doubts an article with testimony above which the order is not believed


def in_order(alone: Sequence[Dating], facts: Sequence[Sequence[Fact]], window: Window) -> list[list[date]] | None:
    """Days on which each article of a sequence can have appeared, if its order shows in what it says.

    A day is kept unless it takes more than one mistaken statement beyond those that no day avoids.

    Parameters
    ----------
    alone : sequence of Dating
        What each article says by itself.
    facts : sequence of sequences of Fact
    window : (first, last)

    Returns
    -------
    list of list of date, or None
        None where the window is open, or where the articles do not testify to an order, rising or falling.
    """
    import numpy as np

    first, last = window
    if first is None or last is None or (last - first).days > _LONGEST:
        return None
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    doubts = np.zeros((len(facts), len(days)), dtype=np.int32)
    for row, known in zip(doubts, facts, strict=True):
        if known:
            row[:] = [_doubts(known, day) for day in days]
            row -= row.min()
    rising, falling = _least(doubts), _least(doubts[::-1])
    told = np.count_nonzero(doubts.any(axis=1))
    least = min(rising[0].min(), falling[0].min())
    if abs(int(rising[0].min()) - int(falling[0].min())) < _PROOF or least > _TRUST * told:
        return None
    chosen = rising if rising[0].min() == least else falling[::-1]
    found = []
    for own, row in zip(alone, chosen, strict=True):
        possible = {days[k] for k in np.flatnonzero(row <= least + _SLACK)}
        stated = set(own.candidates or days)
        found.append(sorted(possible & stated or possible | stated))
    return found


def _doubts(facts: Sequence[Fact], day: date) -> int:
    """How much a day contradicts: each sort of statement counts once, a day in full once more."""
    against = [fact for fact in facts if not fact.allows(day)]
    sorts = {"tense" if fact.strength == 1 else "weekday" if fact.weekday else "date" for fact in against}
    in_full = any(fact.strength > 1 and fact.first is not None and fact.first == fact.last for fact in against)
    return min(len(sorts) + in_full, _MOST)


def _least(doubts: np.ndarray) -> np.ndarray:
    """For each article (row) and day (column) the doubts of the best rising sequence through it."""
    import numpy as np

    before, after = np.zeros_like(doubts), np.zeros_like(doubts)
    for i in range(1, len(doubts)):
        before[i] = np.minimum.accumulate(before[i - 1] + doubts[i - 1])
        after[-1 - i] = np.minimum.accumulate((after[-i] + doubts[-i])[::-1])[::-1]
    return before + doubts + after
