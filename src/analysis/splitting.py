"""Words of a folded text, and what stands between them."""

from __future__ import annotations

import re
import sys
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"(\w+)")


def places(text: str, char: str, start: int = 0, end: int = sys.maxsize) -> list[int]:
    """The offsets at which a character stands, between two: no pattern goes through a text as fast.

    Examples
    --------
    >>> places("«نعم» و«لا»", "«")
    [0, 7]
    """
    found: list[int] = []
    at = text.find(char, start, end)
    while at >= 0:
        found.append(at)
        at = text.find(char, at + 1, end)
    return found


def first_beyond(offsets: list[int], at: int) -> int:
    """Index of the first of sorted offsets that is greater: `bisect.bisect_right`, in a third of its time once compiled.

    Examples
    --------
    >>> first_beyond([4, 9, 12], 9)
    2
    """
    low, high = 0, len(offsets)
    while low < high:
        middle = (low + high) >> 1
        if offsets[middle] <= at:
            low = middle + 1
        else:
            high = middle
    return low


def first_from(offsets: list[int], at: int) -> int:
    """Index of the first of sorted offsets that is not smaller: `bisect.bisect_left`, in a third of its time once compiled.

    Examples
    --------
    >>> first_from([4, 9, 12], 9)
    1
    """
    low, high = 0, len(offsets)
    while low < high:
        middle = (low + high) >> 1
        if offsets[middle] < at:
            low = middle + 1
        else:
            high = middle
    return low


class Words(NamedTuple):
    """The words of a text as parallel lists: quick to scan, with what stands between them.

    Attributes
    ----------
    text : list of str
        The words.
    start, end : list of int
        Their offsets.
    gap : list of str
        What stands before each word; one more than words, the last is the text's tail.
    """

    text: list[str]
    start: list[int]
    end: list[int]
    gap: list[str]


def words(text: str) -> Words:
    r"""Split a folded text into words (``\w+``) and the gaps between them, in one pass.

    Parameters
    ----------
    text : str
        A folded text (in an unfolded one vowel signs break words).

    Returns
    -------
    Words

    Examples
    --------
    >>> words("قال: نعم").text, words("قال: نعم").gap
    (['قال', 'نعم'], ['', ': ', ''])
    """
    found: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    gaps: list[str] = []
    gap, at = "", 0  # what stands since the last word, and where we are
    for piece in text.split(" "):
        if piece.isalnum():  # most are words as they stand: no need of the pattern
            gaps.append(gap)
            found.append(piece)
            starts.append(at)
            at += len(piece)
            ends.append(at)
            gap = ""
        elif len(piece) > 1 and piece[-1] != "_" and piece[:-1].isalnum():  # كلمة،
            gaps.append(gap)
            found.append(piece[:-1])
            starts.append(at)
            at += len(piece)
            ends.append(at - 1)
            gap = piece[-1]
        else:
            parts = _WORD.split(piece)
            gap += parts[0]
            at += len(parts[0])
            for i in range(1, len(parts), 2):
                gaps.append(gap)
                found.append(parts[i])
                starts.append(at)
                at += len(parts[i])
                ends.append(at)
                gap = parts[i + 1]
                at += len(gap)
        gap += " "
        at += 1
    gaps.append(gap[:-1])
    return Words(found, starts, ends, gaps)
