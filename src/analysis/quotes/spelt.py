"""Abbreviations spelt in the names of Latin letters (سي إن إن): one word each, so that إن in them opens no clause."""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from typing import Final

from analysis import lexicon
from analysis.arabic import key
from analysis.quotes import vocabulary as v
from analysis.splitting import Words

#: What stands between the letters of an abbreviation.
_BETWEEN: Final = frozenset((" ", ".", ". ", " .", "-"))
_JOINED: Final = "وفلبك"
#: What a participle ends in to which أن is joined by mistake.
GLUED: Final = "اان"
#: An abbreviation has no more letters.
_LONGEST: Final = 6


@cache
def letter_names(kind: str) -> frozenset[str]:
    """The folded names of Latin letters of one class of ``letter_names.tsv``."""
    return frozenset(key(row["letter"]) for row in lexicon.table("letter_names") if row["class"] == kind)


@cache
def particle_names() -> dict[str, list[list[str]]]:
    """Names that begin with a particle, as lists of folded words by the first (بان كي مون)."""
    names: dict[str, list[list[str]]] = {}
    for name in letter_names("name"):
        names.setdefault(name.split()[0], []).append(name.split())
    return names


@cache
def letters_known() -> frozenset[str]:
    """The folded words at which an abbreviation or a name that begins with a particle is looked for."""
    return letter_names("sure").union(particle_names())


def join_letters(w: Words, near: list[int]) -> Words | None:
    """The words of a text with each spelt abbreviation made one.

    Parameters
    ----------
    w : Words
    near : list of int
        Where to look: the words that are sure to be letter names, or may begin a name that looks like a particle.

    Returns
    -------
    Words or None
        None where no abbreviation is spelt.

    Examples
    --------
    >>> from analysis.arabic import fold
    >>> from analysis.splitting import words
    >>> join_letters(words(fold("قالت سي إن إن إن الخبر صحيح").text), [1]).text
    ['قالت', 'سي ان ان', 'ان', 'الخبر', 'صحيح']
    """
    runs: list[tuple[int, int]] = []
    for k in near:
        if (not runs or k >= runs[-1][1]) and (run := _run(w, k)) is not None:
            if runs and run[0] < runs[-1][1]:
                runs.pop()  # it has the one before within it
            runs.append(run)
    if not runs:
        return None
    joined = Words([], [], [], [])
    done = 0
    for first, last in [*runs, (len(w.text), len(w.text))]:
        joined.text.extend(w.text[done:first])
        joined.start.extend(w.start[done:first])
        joined.end.extend(w.end[done:first])
        joined.gap.extend(w.gap[done:first])
        if first < last:
            joined.text.append(" ".join(w.text[first:last]))
            joined.start.append(w.start[first])
            joined.end.append(w.end[last - 1])
            joined.gap.append(w.gap[first])
        done = last
    joined.gap.append(w.gap[-1])
    return joined


def join_and(w: Words) -> Words:
    """Join و to the word behind it where a space stands between (و أضاف), as Arabic writes it.

    Examples
    --------
    >>> from analysis.splitting import words
    >>> join_and(words("و اضاف المدير")).text
    ['واضاف', 'المدير']
    """
    apart = [
        k for k, word in enumerate(w.text[:-1]) if word == "و" and w.gap[k + 1] == " " and _is_arabic(w.text[k + 1])
    ]
    if not apart:
        return w
    joined = Words([], [], [], [])
    done = 0
    for k in [*apart, len(w.text)]:
        joined.text.extend(w.text[done:k])
        joined.start.extend(w.start[done:k])
        joined.end.extend(w.end[done:k])
        joined.gap.extend(w.gap[done:k])
        if k < len(w.text):
            joined.text.append("و" + w.text[k + 1])
            joined.start.append(w.start[k])
            joined.end.append(w.end[k + 1])
            joined.gap.append(w.gap[k])
        done = k + 2
    joined.gap.append(w.gap[-1])
    return joined


def part_that(w: Words, told: Container[str]) -> Words:
    """Part أن from a word of saying to which it is joined by mistake (مضيفاأن).

    Examples
    --------
    >>> from analysis.splitting import words
    >>> part_that(words("مضيفاان ذلك جيد"), {"مضيفا"}).text
    ['مضيفا', 'ان', 'ذلك', 'جيد']
    """
    glued = [k for k, word in enumerate(w.text) if word.endswith(GLUED) and word[:-2] in told]
    for k in reversed(glued):
        middle = w.end[k] - 2
        w.text[k : k + 1] = w.text[k][:-2], "ان"
        w.start.insert(k + 1, middle)
        w.end.insert(k, middle)
        w.gap.insert(k + 1, " ")
    return w


def _is_arabic(word: str) -> bool:
    return "\u0621" <= word[0] <= "\u064a" and word != "و"


def _run(w: Words, k: int) -> tuple[int, int] | None:
    """The abbreviation around a letter name: listed, or without the words at its edges that may be others; or a whole name."""
    for name in particle_names().get(w.text[k], ()):
        if w.text[k : k + len(name)] == name and all(between == " " for between in w.gap[k + 1 : k + len(name)]):
            return k, k + len(name)
    first, last = k, k + 1
    while first and k - first < _LONGEST and w.gap[first] in _BETWEEN and _is_letter(w.text[first - 1]):
        first -= 1
    if first == k and w.text[k] not in letter_names("sure"):
        return None
    if first and k - first < _LONGEST and w.gap[first] in _BETWEEN and _is_letter(w.text[first - 1][1:]):
        first -= w.text[first - 1][0] in _JOINED
    while last < len(w.text) and last - first < _LONGEST and w.gap[last] in _BETWEEN and _is_letter(w.text[last]):
        last += 1
    for a in range(first, k + 1):
        for b in range(last, max(k, a + 1), -1):
            if v.heads(" ".join(w.text[a:b])):
                return a, b
    while first < k and not letter_names("open").isdisjoint((w.text[first], w.text[first][1:])):
        first += 1
    while last > k + 1 and w.text[last - 1] in letter_names("open"):
        last -= 1
    return (first, last) if last - first > 1 else None


def _is_letter(word: str) -> bool:
    return word in letter_names("sure") or word in letter_names("open")
