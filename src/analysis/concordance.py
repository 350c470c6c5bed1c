"""Concordance: every place of a word with what stands around it (key word in context, Luhn 1960).

Words are compared folded, so that vowel signs and the ways to write an alef do not matter, and without their clitics
where asked. There are no regular expressions to write: a phrase is looked for word by word, so that the time is
linear in the length of the texts whatever is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from . import arabic, schema

if TYPE_CHECKING:
    import pandas as pd

_ASKED = re.compile(r"[\w*]+")


def kwic(
    texts: pd.DataFrame, words: str | Iterable[str], *, window: int = 8, clitics: bool = True, by: str = "speaker"
) -> pd.DataFrame:
    """Every place of some words or phrases in articles or quotations, with what stands before and after.

    Parameters
    ----------
    texts : pandas.DataFrame
        Articles, quotations or anything else with ``doc_id`` and ``text``; where there is a ``start``, as in
        quotations, offsets count from the article's begin.
    words : str or iterable of str
        A word or a phrase, or several of which each counts. ``*`` stands for any letters of a word, alone for any word.
    window : int, default 8
        Words of context on each side; it ends where the line does.
    clitics : bool, default True
        Whether a word counts also with a conjunction, a preposition, the article or the sign of the future joined to
        it; what only looks like one of them (وزير as و and زير) then counts, too.
    by : str, default "speaker"
        The column of `texts`, if there is one, from which ``speaker`` is taken.

    Returns
    -------
    pandas.DataFrame
        One row a place, in the order of the texts: the frame ``concordance`` with ``doc_id``, ``start``, ``end``,
        ``before``, ``keyword``, ``after``, ``speaker``. Of places that begin together the longest is kept.

    Raises
    ------
    ValueError
        If `texts` lacks a column, a phrase has no letter, or `window` is negative.

    References
    ----------
    Luhn 1960, "Keyword-in-Context Index for Technical Literature".

    Examples
    --------
    >>> import pandas as pd
    >>> articles = pd.DataFrame({"doc_id": ["a"], "text": ["وصل الوفد. وقال للوزيرة إن الوفدَ راضٍ."]})
    >>> kwic(articles, "وفد", window=1)[["before", "keyword", "after"]].values.tolist()
    [['وصل ', 'الوفد', '. وقال'], ['إن ', 'الوفدَ', ' راضٍ.']]
    """
    schema.require(texts, "texts", "doc_id", "text")
    if window < 0:
        raise ValueError(f"window counts words, so it is 0 or more, not {window}")
    finder = _Finder([words] if isinstance(words, str) else words, clitics)
    rows: list[dict[str, Any]] = []
    for row in texts.to_dict("records"):
        text, shift = row["text"], int(row.get("start", 0))
        for begin, start, end, stop in _places(text, finder, window) if isinstance(text, str) else ():
            line = {"before": text[begin:start], "keyword": text[start:end], "after": text[end:stop]}
            offsets = {"start": shift + start, "end": shift + end}
            rows.append({"doc_id": row["doc_id"], **offsets, **line, "speaker": row.get(by)})
    return schema.frame("concordance", rows)


def has_words(texts: pd.Series, words: str | Iterable[str], *, clitics: bool = True) -> pd.Series:
    """Which texts hold one of some words or phrases, found as `kwic` finds them.

    Parameters
    ----------
    texts : pandas.Series
        Texts; a missing one holds nothing.
    words, clitics
        As for `kwic`.

    Returns
    -------
    pandas.Series
        bool, with the same index.

    Examples
    --------
    >>> import pandas as pd
    >>> has_words(pd.Series(["وصل الوفد", "غادر الوزير"]), "وفد").tolist()
    [True, False]
    """
    finder = _Finder([words] if isinstance(words, str) else words, clitics)
    return texts.map(lambda text: isinstance(text, str) and next(_places(text, finder, 0), None) is not None).astype(
        bool
    )


def _places(text: str, finder: _Finder, window: int) -> Iterator[tuple[int, int, int, int]]:
    """Offsets of where the context begins, the keyword begins and ends, and the context ends."""
    for a, b in arabic.paragraphs(text):
        folded = arabic.fold(text[a:b])
        found = arabic.words(folded.text)
        for i, size in finder.find(found.text):
            j, first, last = i + size, i - window, i + size + window
            start, end = folded.offset(found.start[i]), folded.span(found.start[i], found.end[j - 1])[1]
            begin = folded.offset(found.start[first]) if first > 0 else 0
            stop = folded.offset(found.start[last]) if last < len(found.text) else b - a
            yield a + begin, a + start, a + end, a + (start + len(text[a + start : a + stop].rstrip()))


class _Finder:
    """Finds phrases in lists of folded words; each written word is taken apart and compared only once."""

    def __init__(self, phrases: Iterable[str], clitics: bool) -> None:
        self._phrases = [_asked(phrase) for phrase in phrases]
        self._clitics = clitics
        self._known: dict[str, frozenset[str]] = {}
        self._asked = {word for phrase in self._phrases for word in phrase}

    def find(self, words: list[str]) -> Iterator[tuple[int, int]]:
        """Index and number of words of each place."""
        answers = [self._answers(word) for word in words]
        for i, answer in enumerate(answers):
            if answer:
                size = max((len(p) for p in self._phrases if p[0] in answer and _goes_on(p, answers, i)), default=0)
                if size:
                    yield i, size

    def _answers(self, word: str) -> frozenset[str]:
        """Which of the words asked for a written word is."""
        if word not in self._known:
            forms = {word} | ({reading.stem for reading in arabic.clitics(word)} if self._clitics else set())
            self._known[word] = frozenset(one for one in self._asked if any(_fits(form, one) for form in forms))
        return self._known[word]


def _asked(phrase: str) -> list[str]:
    words: list[str] = _ASKED.findall(arabic.key(phrase))
    if not "".join(words).strip("*"):
        raise ValueError(f"{phrase!r} has no letter to look for")
    return words


def _goes_on(phrase: list[str], answers: list[frozenset[str]], i: int) -> bool:
    return i + len(phrase) <= len(answers) and all(word in answers[i + n] for n, word in enumerate(phrase))


def _fits(word: str, asked: str) -> bool:
    """Whether a word is what is asked for, in which ``*`` stands for any letters: one pass, without going back."""
    first, *others = asked.split("*")
    if not others:
        return word == asked
    *middle, last = others
    at = len(first)
    for part in middle:
        at = word.find(part, at) + len(part)
        if at < len(part):
            return False
    return word.startswith(first) and len(word) - len(last) >= at and word.endswith(last)
