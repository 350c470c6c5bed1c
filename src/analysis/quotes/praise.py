"""Praise: whose words a praise stands for that takes the place of a name (قال تعالى، يقول صلى الله عليه وسلم)."""

from __future__ import annotations

from typing import Final

from analysis.arabic import key
from analysis.quotes import vocabulary as v
from analysis.quotes.boundaries import COMMA
from analysis.quotes.formulas import Praise, praises
from analysis.quotes.reading import Range, Reading

#: The longest praise, in words.
_LONGEST: Final = max(len(praise.words) for known in praises().values() for praise in known)


def praise_at(r: Reading, k: int) -> Praise | None:
    """The praise that begins at a word, also between dashes (-صلى الله عليه وسلم-), or None.

    Examples
    --------
    >>> from analysis.quotes.reading import read
    >>> praise_at(read("قال عز وجل: «وقل اعملوا»"), 1).speakers
    ('الله',)
    """
    if k >= r.size or r.stop[k] > COMMA or (known := praises().get(r.words[k])) is None:
        return None
    for praise in known:
        end = k + len(praise.words)
        if r.words[k:end] == list(praise.words) and not any(r.stop[k + 1 : end]):
            return praise
    return None


def behind_praise(r: Reading, k: int) -> int:
    """Index behind the praise at a word; the word itself where none begins."""
    praise = praise_at(r, k)
    return k if praise is None else k + len(praise.words)


def before_praise(r: Reading, end: int) -> int:
    """Index of the praise that ends before a word (رسول الله | صلى الله عليه وسلم قال); the word itself where none does."""
    first = max(end - _LONGEST, 0)
    return next((k for k in range(first, end) if behind_praise(r, k) == end), end)


def praised(r: Reading, cue: Range | None, source: Range | None) -> str | None:
    """Whom a praise behind a cue means, by a name that the text itself uses if it does, or God as the source; else None."""
    if source is not None:
        alone = source[1] - source[0] == 1 and r.words[source[0]] in v.FUNCTION["deity"]
        return r.original(*source)[0] if alone else None
    praise = praise_at(r, cue[1]) if cue is not None else None
    if praise is None:
        return None
    named = (name for name in praise.speakers if r.places(key(name).split()[0]))
    return next(named, praise.speakers[0])
