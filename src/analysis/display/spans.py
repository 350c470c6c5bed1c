"""Overlapping spans laid flat: which annotations cover each stretch of a text.

Quotations stand within quotations and times within both; HTML elements must not overlap. So the
text is cut wherever anything begins or ends, and each stretch knows all that covers it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

#: A quotation's own parts and the time expressions, from the widest to the most particular.
ROLES = ("content", "source", "cue", "time")


@dataclass(frozen=True, slots=True)
class Span:
    """One marked stretch: its offsets, its role, and which quotation or time (by its row) it belongs to."""

    start: int
    end: int
    role: str
    row: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text between two cuts and the spans that cover it, the widest first."""

    start: int
    end: int
    spans: tuple[Span, ...]


def number_speakers(quotes: pd.DataFrame, by: str = "speaker") -> dict[str | None, int]:
    """Give each speaker a number, from 1, in order of appearance; None stands for those not found.

    Parameters
    ----------
    quotes : pandas.DataFrame
        The quotes of one article.
    by : str, default "speaker"
        The column that tells speakers apart.

    Returns
    -------
    dict
        Speaker to number.
    """
    in_order = quotes.sort_values(["start", "end"], kind="stable")[by]
    numbers: dict[str | None, int] = {name: n for n, name in enumerate(in_order.dropna().unique(), 1)}
    if in_order.isna().any():
        numbers[None] = len(numbers) + 1
    return numbers


def quote_spans(quotes: pd.DataFrame) -> Iterator[Span]:
    """Content, cue and source of each quotation, by its place in the frame."""
    for n, row in enumerate(quotes.to_dict("records")):
        for role, prefix in (("content", ""), ("cue", "cue_"), ("source", "source_")):
            start, end = row[f"{prefix}start"], row[f"{prefix}end"]
            if known(start) and known(end):
                yield Span(int(start), int(end), role, n)


def time_spans(times: pd.DataFrame) -> Iterator[Span]:
    """Each time expression, by its place in the frame."""
    for n, (start, end) in enumerate(zip(times["start"].tolist(), times["end"].tolist(), strict=True)):
        yield Span(start, end, "time", n)


def pieces(start: int, end: int, spans: Iterable[Span]) -> list[Piece]:
    """Cut ``[start, end)`` wherever a span begins or ends.

    Examples
    --------
    >>> spans = [Span(0, 6, "content", 1), Span(4, 9, "time", 0)]
    >>> [(p.start, p.end, [s.role for s in p.spans]) for p in pieces(0, 8, spans)]
    [(0, 4, ['content']), (4, 6, ['content', 'time']), (6, 8, ['time'])]
    """
    inside = sorted(
        (s for s in spans if s.start < end and s.end > start and s.start < s.end),
        key=lambda s: (s.start, -s.end, ROLES.index(s.role)),
    )
    cuts = sorted({start, end, *(max(s.start, start) for s in inside), *(min(s.end, end) for s in inside)})
    result, waiting, open_ = [], iter(inside), list[Span]()
    following = next(waiting, None)
    for left, right in pairwise(cuts):
        open_ = [s for s in open_ if s.end > left]
        while following is not None and following.start <= left:
            open_.append(following)
            following = next(waiting, None)
        result.append(Piece(left, right, tuple(open_)))
    return result


def known(value: Any) -> bool:
    """Whether a cell of a frame holds anything."""
    import pandas as pd

    return value is not None and bool(pd.notna(value))
