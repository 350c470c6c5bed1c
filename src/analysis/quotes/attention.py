"""Attention: whom a text has turned to without letting them speak, for the elided subject that follows.

The subject of a sentence that does not begin with a cue may be whom the next verb means (centering theory's
forward-looking center: Grosz, Joshi and Weinstein 1995). Few are ever asked for, so sentences are read on demand.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from analysis.quotes.beginnings import behind_given_name, can_begin_phrase
from analysis.quotes.datelines import after_dateline, is_byline
from analysis.quotes.reading import Range, Reading
from analysis.quotes.subjects import sentence_subject
from analysis.quotes.vocabulary import FUNCTION, bare, deverbal, heads
from analysis.splitting import first_beyond, first_from

#: Family names have no fewer letters.
_SURNAME: Final = 3
#: A cue within so many words opens its sentence: the subject is its source.
_OPENS: Final = 2


class Attention:
    """The subjects of the sentences of one reading, each looked for once.

    Parameters
    ----------
    r : Reading
    cues : list of int
        Where the attributions stand, in order.
    """

    def __init__(self, r: Reading, cues: list[int]) -> None:
        self._r = r
        self._cues = cues
        self._starts = r.sentences
        self._known: dict[int, Range | None] = {}
        self._read = 0  # up to this word all sentences have been asked for
        self._latest: tuple[int, Range] | None = None

    def subject(self, word: int) -> Range | None:
        """Whom the sentence of a word is about."""
        return self._subject_at(self._r.sentence_start(word))

    def turned_to(self, spoke: int, at: int, names: Container[str] = ()) -> Range | None:
        """The latest subject of a sentence that begins between two words; `at` never goes back.

        The subject may be one of the family names that the text has explained before (وقدم حداد اعتذارا).
        """
        start = first_beyond(self._starts, max(spoke, self._read - 1))
        for i in range(first_from(self._starts, at) - 1, start - 1, -1):
            first = self._starts[i]
            if (found := self._subject_at(first) or self._named_at(first, names)) is not None:
                self._latest = first, found
                break
        self._read = max(self._read, at)
        return self._latest[1] if self._latest is not None and self._latest[0] > spoke else None

    def _named_at(self, first: int, names: Container[str]) -> Range | None:
        """A family name that opens a sentence, or follows the verb that does."""
        r = self._r
        if self._begun(first) or first + 1 >= r.sentence_end[first] or r.words[first] in FUNCTION["of_topic"]:
            return None
        if bare(r.words[first]) in names:
            return first, first + 1
        verb = not (r.has_article(first) or heads(r.words[first]) or r.stop[first + 1])
        known = verb and (bare(r.words[first + 1]) in names or self._is_surname(first + 1))
        return (first + 1, first + 2) if known else None

    def _is_surname(self, k: int) -> bool:
        """Whether a word stands behind a given name elsewhere in the text."""
        r, word = self._r, self._r.words[k]
        if (
            len(word) < _SURNAME
            or r.has_article(k)
            or r.stop[k]
            or not can_begin_phrase(word)
            or heads(word)
            or deverbal(word)
        ):
            return False
        return bool(behind_given_name(r, word, k))

    def _begun(self, first: int) -> bool:
        """Whether a sentence opens with a cue, or within quotation marks."""
        i = first_from(self._cues, first)
        return (i < len(self._cues) and self._cues[i] <= first + _OPENS) or self._r.enclosing(first) is not None

    def _subject_at(self, first: int) -> Range | None:
        if first not in self._known:
            opening = after_dateline(self._r, first, self._r.sentence_end[first])
            nobody = self._begun(first) or is_byline(self._r, first)
            self._known[first] = None if nobody else sentence_subject(self._r, opening)
        return self._known[first]
