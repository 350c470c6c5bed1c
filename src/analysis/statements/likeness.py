"""Whether two statements are the same one: repeated, cut, or told in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from analysis import arabic
from analysis.quotes import vocabulary as v

SAME, CUT, OTHER = "same words", "cut", "other words"

# Measured on seeds/gold/statements.csv and, by hand, on pairs from fourteen papers: see `likeness`.
_SAME = 0.8  # of the shingles of both
_CUT = 0.8  # of the shingles of the shorter
_OTHER = {True: 0.6, False: 0.7}  # cosine, by whether the speaker is the same
_SHARED = {True: 4, False: 6}  # keys in common
_FEWEST_WORDS = 5
_FEWEST_KEYS = 3

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(slots=True)
class Statement:
    """What a statement is compared by.

    Attributes
    ----------
    words : tuple of str
        Folded, without the complementiser in front.
    keys : list of str
        What counts when words are weighed: light stems without endings.
    numbers : frozenset of str
    negated : bool
        Whether a negation stands in it.
    shingles : frozenset
        Runs of three words; of two in a short statement.
    """

    words: tuple[str, ...]
    keys: list[str]
    numbers: frozenset[str]
    negated: bool
    shingles: frozenset[tuple[str, ...]] = field(default_factory=frozenset)

    @property
    def tells(self) -> bool:
        """Whether it is long enough to be told from others."""
        return len(self.words) >= _FEWEST_WORDS and len(set(self.keys)) >= _FEWEST_KEYS


def statement(text: str, keys: list[str]) -> Statement:
    """Prepare a statement for comparison.

    Parameters
    ----------
    text : str
        The content of an attribution.
    keys : list of str
        Its keys, as from `analysis.analyzer.ArabicAnalyzer`.
    """
    folded = arabic.fold(text).text
    words = arabic.words(folded).text
    while words and words[0] in v.COMPLEMENTISERS:
        words = words[1:]
    numbers = frozenset(match[0].rstrip(".,") for match in _NUMBER.finditer(folded))
    negated = any(v.is_function(word, "negation") for word in words)
    return Statement(tuple(words), keys, numbers, negated, frozenset(_shingles(words)))


def _shingles(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(words, words[1:], words[2:], strict=False) if len(words) > _FEWEST_WORDS else pairwise(words)


def likeness(one: Statement, other: Statement, cosine: float, same_speaker: bool) -> tuple[str, float] | None:
    """How two statements match, and how closely; None if they are different ones.

    Shingles tell what was repeated or cut; for other words the cosine must be higher, and more words shared, where the
    speakers are not the same. Statements with different numbers are different, and so are, in other words, one with a
    negation and one without.

    Parameters
    ----------
    one, other : Statement
    cosine : float
        Of their TF-IDF vectors.
    same_speaker : bool

    Returns
    -------
    (str, float) or None
        ``same words`` with the Jaccard similarity of the shingles, ``cut`` with the share of the shorter's shingles that
        the longer has, or ``other words`` with the cosine.

    Examples
    --------
    >>> a = statement("أن الجسر سيفتح أمام السيارات يوم الأحد", ["جسر", "يفتح", "سيار"])
    >>> b = statement("إن الجسر سيفتح أمام السيارات يوم الأحد المقبل", ["جسر", "يفتح", "سيار"])
    >>> likeness(a, b, cosine=1.0, same_speaker=True)
    ('same words', 0.8)
    """
    if not (one.numbers <= other.numbers or other.numbers <= one.numbers):
        return None
    common = len(one.shingles & other.shingles)
    shorter = min(len(one.shingles), len(other.shingles))
    jaccard = common / max(1, len(one.shingles) + len(other.shingles) - common)
    if jaccard >= _SAME:
        return SAME, jaccard
    if shorter and common / shorter >= _CUT:
        return CUT, common / shorter
    shared = len(set(one.keys) & set(other.keys))
    if cosine >= _OTHER[same_speaker] and shared >= _SHARED[same_speaker] and one.negated == other.negated:
        return OTHER, cosine
    return None
