"""The words of a text as a reader of time expressions sees them, and the structure that it builds.

A `Scan` holds the folded words in parallel lists with their senses; an `Expression` says what
the words mean before any day of reference is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from analysis.arabic import Folded
from analysis.times.vocabulary import Entry, traps, vocabulary

_PIECE = re.compile(r"([ء-ي]+|\d+|[^\W\d_]+)")  # digits apart from letters: 2015م, و2013
_BREAK = re.compile(r"[.!?؟\n\r]|:\s*[«“„\"']")
_PAD = 8
LAST = -1  #: the last of a series: الأسبوع الأخير، الربع الأخير


@dataclass(slots=True)
class Expression:
    """One time expression: its words and what they say, without a day of reference.

    Attributes
    ----------
    first, last : int
        Its words, half open.
    side : str
        Which one of a series: past, next, this, ...; `series` is that of the month of a weekday with a date.
    kind : str
        date, unit (one of a series of units), offset (an amount from a day), season (a named part of a
        year), feast (its value: Hijri months and days), or fixed (its value needs no reference).
    type : str
        TIMEX3 type.
    until : Expression
        The other end of a range, which names the year of this one.
    use : str
        How a clock time is used: "stamp" (of a line), "habit" (day after day), "range" (one end of a span of hours);
        which year: "school", or "two years" (2025/2026).
    """

    first: int
    last: int
    kind: str
    type: str = "DATE"
    value: str | None = None
    calendar: str = "g"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    part: str | None = None
    half: str | None = None
    hour: int | None = None
    minute: int | None = None
    unit: str | None = None
    count: float = 0
    side: str | None = None
    series: str | None = None
    edge: str | None = None
    use: str | None = None
    season: str | None = None
    base: Expression | None = None
    until: Expression | None = None
    bracket: bool = False
    start: int = 0
    end: int = 0


class Scan:
    """The words of a folded text with their senses, padded so that a look ahead never falls off the end."""

    __slots__ = ("_offset", "_piece", "_pieces", "folded", "gap", "n", "surnames", "tag", "word")

    def __init__(self, folded: Folded) -> None:
        pieces = _PIECE.split(folded.text)
        self.folded = folded
        self.word = pieces[1::2]
        self.gap = pieces[::2]
        self._pieces, self._piece, self._offset = pieces, 0, 0
        self.n = len(self.word)
        self.tag: list[Entry | None] = list(map(vocabulary().get, self.word))
        self.surnames: set[int] = set()
        self.word += [""] * _PAD
        self.tag += [None] * _PAD
        self.gap += ["\n"] * _PAD

    def offset(self, i: int) -> int:
        """Offset of word `i` in the folded text; quick where asked in the order of the text."""
        piece = 2 * i + 1
        if piece < self._piece:
            self._piece = self._offset = 0
        self._offset += sum(map(len, self._pieces[self._piece : piece]))
        self._piece = piece
        return self._offset

    def near(self, i: int) -> bool:
        """True if nothing but blanks stands before word `i`."""
        gap = self.gap[i]
        return gap == " " or not gap.strip(" \t")

    def breaks(self, i: int) -> bool:
        """True if a sentence ends before word `i`, or a quotation with tenses of its own begins."""
        gap = self.gap[i]
        return gap != " " and _BREAK.search(gap) is not None

    def mark(self, i: int) -> str:
        """What stands before word `i`, blanks aside."""
        return self.gap[i].strip(" \t")

    def dash(self, i: int) -> bool:
        """True if a dash stands before word `i`; one drawn by tatweel (2015 ـ 2019) leaves two blanks when folded."""
        gap = self.gap[i]
        return gap.strip(" ") in _DASHES or (gap.isspace() and gap.count(" ") > 1 and "\n" not in gap)

    def has(self, i: int, role: str) -> bool:
        """True if word `i` plays `role` in the grammar."""
        tag = self.tag[i]
        return tag is not None and role in tag.roles

    def before(self, i: int, role: str) -> bool:
        """True if the word before `i`, with nothing but blanks between, plays `role`."""
        return i > 0 and self.near(i) and self.has(i - 1, role)

    def match(self, i: int, sense: str) -> tuple[int, Any] | None:
        """The longest phrase at word `i` that has `sense`: where it ends and its value."""
        tag = self.tag[i]
        if tag is None:
            return None
        if tag.phrases:
            word = self.word[i + 1]
            for rest, what, value in tag.phrases:
                if rest[0] == word and what == sense and self._follows(i, rest):
                    return i + 1 + len(rest), value
        value = getattr(tag, sense)
        return None if value is None else (i + 1, value)

    def _follows(self, i: int, rest: tuple[str, ...]) -> bool:
        return all(self.word[i + k] == word and self.near(i + k) for k, word in enumerate(rest, 1))

    def trapped(self, first: int, last: int, name: str) -> bool:
        """True if a neighbour of the words says that they are no time."""
        if first > 0 and self.near(first) and self.bare(first - 1) in traps(name, "before"):
            return True
        return self.near(last) and self.word[last] in traps(name, "after")

    def bare(self, i: int) -> str:
        """Word `i` without a prefix, where it is a word that traps know."""
        word = self.word[i]
        for prefix in ("و", "ب", "ل", "ف"):
            if word.startswith(prefix) and len(word) > 3 and word[1:] in _all_before():
                return word[1:]
        return word

    def digits(self, i: int, longest: int = 4) -> int | None:
        """The number at word `i` if it is written in digits."""
        word = self.word[i]
        return int(word) if word[:1].isdecimal() and len(word) <= longest else None

    def loose(self, i: int) -> bool:
        """True if word `i` is no piece of a longer figure (a decimal, a phone number, a score)."""
        return not (self.gap[i] in _GLUE and i > 0 and self.word[i - 1][-1].isdecimal())

    def loose_end(self, i: int) -> bool:
        """True if no longer figure goes on at word `i`."""
        return not (self.gap[i] in _GLUE and self.word[i][:1].isdecimal()) and self.gap[i][:1] not in ("%", "٪")

    def tense(self, i: int) -> str | None:
        """What the nearest word before `i`, in its sentence, tells: past, present, future, plan, onset or None."""
        homograph = False
        for k in range(i - 1, max(i - 45, -1), -1):
            if self.breaks(k + 1):
                break
            if tense := self._tense_of(k):
                if tense == "said":  # يقول الطبيب الجمعة: tells nothing
                    return "past" if homograph else None
                if tense == "demand":  # دعا إلى إضراب في 5 مايو looks ahead; دعا الأحد إلى ... does not
                    return "future" if self._complement(k + 1, i) else "plan"
                if homograph:
                    return "plan"  # أعلن عقد لقاء: a noun under a verb
                if tense != "either":
                    return tense
                homograph = True
        return "past" if homograph else None

    def _complement(self, first: int, last: int) -> bool:
        """True if what is demanded begins between two words: إلى، أن، بإقامة."""
        return any(
            tag is not None and ("to" in tag.roles or "that_clause" in tag.roles or "ب" in tag.clitic)
            for tag in self.tag[first:last]
        )

    def tense_after(self, i: int) -> str | None:
        """The first past verb or particle of the future from word `i` on, in its sentence: وفي مايو، بدأت ..."""
        for k in range(i, min(i + 12, self.n)):
            if self.breaks(k):
                break
            if (tense := self._tense_of(k)) in ("past", "future"):
                return tense
        return None

    def _tense_of(self, k: int) -> str | None:
        tag = self.tag[k]
        if tag is not None and tag.tense is not None:
            if "particle" in tag.roles and k > 0 and self.has(k - 1, "condition"):
                return "future"  # إذا لم
            return str(tag.tense) if tag.clitic in ("", "و", "ف") else None  # لعقد، بإعلان: a noun
        word = self.word[k]
        verb = word[1:] if word[:1] == "و" or word[:2] == "فس" else word
        if len(verb) < 4 or verb[0] not in "سيت" or verb.startswith(_not_verbs()):
            return None
        if verb[0] == "س":
            return "future" if verb[1] in "يتن" else None
        before = self.word[k - 1] if k > 0 else ""
        if verb[0] == "ي":
            governed = self.tag[k - 1] if k > 0 else None  # لم يصل، لن يصل، كان يفترض أن يصل
            if governed is not None and governed.tense in ("past", "future") and "particle" in governed.roles:
                return str(governed.tense)
            return "past" if any(self.has(j, "was") for j in range(max(k - 3, 0), k)) else "present"
        # After التي a past verb in ت- ends in -ت (التي تعرضت): without one it is an imperfect (التي تقام).
        return "present" if before in ("التي", "والتي") and "ت" not in verb[2:] else None


_DASHES = frozenset("-–—_")
_GLUE = frozenset(".,:/-–٫،")


@cache
def _all_before() -> frozenset[str]:
    return traps("date", "before") | traps("weekday", "before") | traps("today", "before")


@cache
def _not_verbs() -> tuple[str, ...]:
    return tuple(sorted(traps("verb", "start")))
