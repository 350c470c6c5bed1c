"""Foreign names in Arabic letters: which spellings may be of one name.

Consonants that stand for one foreign sound are counted as one, and a vowel inside a name may be written or not: the idea
of phonetic keys (Knuth 1973, Soundex) and of Arabic transliteration matching (Freeman, Condon and Ackerman 2006,
"Cross linguistic name matching in English and Arabic"). A key only proposes; `alike` decides.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from analysis import lexicon
from analysis.people.names import definite, given

#: Fewer consonants than this tell too little: جون is not جان.
_CONSONANTS = 3


@cache
def _letters(kind: str) -> list[list[str]]:
    return [lexicon.forms(row["letters"]) for row in lexicon.table("transliteration") if row["class"] == kind]


@cache
def _sounds() -> dict[int, str]:
    return str.maketrans({letter: group[0] for group in _letters("consonant") for letter in group})


@cache
def _pieces() -> re.Pattern[str]:
    """A consonant, or the first letter, with the vowels behind it."""
    vowels = "".join(_letters("vowel")[0])
    return re.compile(f"(.)([{vowels}]*)")


@lru_cache(maxsize=2**16)
def _sounded(word: str) -> tuple[str, tuple[str, ...]]:
    """The consonants of a word and the vowels behind each; the vowels at its end count as a consonant."""
    (first, *others), last = _letters("final")[0], word[-1]
    word = word.translate(_sounds())
    if last in others:
        word = word[:-1] + first
    pieces = _pieces().findall(word)
    end = pieces[-1][1]
    consonants = "".join(consonant for consonant, _ in pieces) + end
    return consonants, (*(vowels for _, vowels in pieces[:-1]), "")


def foreign(words: tuple[str, ...]) -> bool:
    """Whether a name has no part by which an Arabic name is known: there, a vowel makes another name."""
    return not any(given(word) or definite(word) for word in words)


def sound_key(words: tuple[str, ...]) -> tuple[str, ...]:
    """What spellings of one foreign name have in common: consonants of its long words, short ones as they are.

    Examples
    --------
    >>> sound_key(("سيرغي", "لافروف")) == sound_key(("سيرجي", "لافروف"))
    True
    """
    return tuple(_sounded(word)[0] if len(_sounded(word)[0]) >= _CONSONANTS else word for word in words)


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names with the same `sound_key` differ by vowels left out only, never by one in another's place.

    Examples
    --------
    >>> alike(("فلاديمير",), ("فلاديمر",)), alike(("مولر",), ("ميلر",))
    (True, False)
    """
    return all(
        _within(x, y) or _within(y, x)
        for a, b in zip(one, other, strict=True)
        for x, y in zip(_sounded(a)[1], _sounded(b)[1], strict=True)
    )


def _within(less: str, more: str) -> bool:
    """Whether all letters of one stand in the other, in order."""
    rest = iter(more)
    return all(letter in rest for letter in less)
