"""A folded text's way back to the text as it was given (see `analysis.arabic.fold`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

Span = tuple[int, int]

#: Vowel signs, Quranic annotation marks and tatweel: part of the letter before them.
MARKS: Final = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
#: Direction controls and other characters without width: part of nothing.
CONTROLS: Final = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"

_MARKS: Final = re.compile(f"[{MARKS}]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and its way back to the original.

    Attributes
    ----------
    text : str
        The folded text, the one to search in.
    original : str
        The text as it was given.
    """

    text: str
    original: str
    _cuts: tuple[int, ...] = ()  # folded offsets at which the shift changes
    _shifts: tuple[int, ...] = (0,)  # original minus folded offset, before each cut and after the last

    def offset(self, index: int) -> int:
        """Offset in the original of the folded character at `index`."""
        return index + self._shifts[bisect_right(self._cuts, index)] if self._cuts else index

    def dropped(self, mark: str) -> list[int]:
        """Folded offsets behind the letters from which a vowel sign was dropped."""
        before = zip(self._cuts, self._shifts, self._shifts[1:], strict=False)
        return [cut for cut, old, new in before if mark in self.original[cut + old : cut + new]]

    def span(self, start: int, end: int) -> Span:
        """Span in the original of the folded span: the marks of the last letter belong to it.

        Examples
        --------
        >>> from analysis.arabic import fold
        >>> folded = fold("مُشيرًا إلى")
        >>> folded.original[slice(*folded.span(0, 5))]
        'مُشيرًا'
        """
        if not self._cuts:
            return start, end
        if end <= start:
            return self.offset(start), self.offset(start)
        begin, last = self.offset(start), self.offset(end - 1) + 1
        marks = _MARKS.match(self.original, last)
        return begin, marks.end() if marks else last
