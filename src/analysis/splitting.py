"""Words of a folded text, and what stands between them."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r"(\w+)")


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
