"""Boundaries between words: what ends before each, a clause, a sentence or a paragraph, and which line breaks end nothing."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from analysis.quotes.spelt import letter_names
from analysis.quotes.vocabulary import COMPLEMENTISERS, is_function, is_verb
from analysis.splitting import Words

# What ends before a word, weakest first.
NONE: Final = 0
COMMA: Final = 1
COLON: Final = 2
SENTENCE: Final = 3
PARAGRAPH: Final = 4

#: Lines at a fixed width are no longer than this, in characters; of fewer lines it is not told.
_WIDTH: Final = 120
_FEW_LINES: Final = 4
#: A linked name on a line of its own has no more words, but before a comma that opens the next line.
_LINK: Final = 6
_LONG_LINK: Final = 8
#: Short words that open a sentence.
_LEADS: Final = ("true_preposition", "in", "has_done", "did_not")
#: Words that end no line.
_UNFINISHED: Final = ("true_preposition", "in", "complementiser", "copula")

_BLANKS: Final = " \t\u00a0\u2009\u202f\u3000"
_STOP_RE: Final = re.compile(r"[.…۔]|[!?؟]+")
#: Two full stops are a pause, but the end behind a closing mark.
_QUOTE_OVER: Final = re.compile(r"[\"»”’]\.\.\s")
#: The mark of a question or a call within a quotation after which the sentence goes on.
_ASKED: Final = re.compile(r"[!?؟]+[\"'»”’]\s*[،,]")
#: A question in marks that is only part of a sentence.
_TITLE_ASKS: Final = re.compile(r"[!?؟]+[\"»”’]\s+$")
_SPACED: Final = re.compile(r"[\s\"'»”’)\]}،]|$")

#: What short gaps mean, as they come up.
_KNOWN_GAPS: Final[dict[str, int]] = {}


def find_breaks(gap: list[str]) -> list[int]:
    """Before which words more than a space stands; the first word and the end of the text among them.

    Several blanks are made one: `gap` is changed.
    """
    last = len(gap) - 1
    inner = [k for k, between in enumerate(gap) if between != " "]
    for k in inner:
        if gap[k] and not gap[k].strip(_BLANKS):
            gap[k] = " "
    inner = [k for k in inner if gap[k] != " "]
    return [*([] if inner[:1] == [0] else [0]), *inner, *([] if inner[-1:] == [last] else [last])]


def find_stops(w: Words, breaks: list[int]) -> tuple[list[int], list[int]]:
    """The boundary before each word and at the end, and before which words a line break is none.

    A full stop after one letter (د. سامر) ends no sentence.
    """
    last = len(w.text)
    stop = [NONE] * len(w.gap)
    initials = letter_names("sure")
    for i in breaks:
        gap = w.gap[i]
        boundary = _remembered(gap) if (known := _KNOWN_GAPS.get(gap)) is None else known
        if boundary == SENTENCE and 0 < i < last and w.text[i - 1].isdigit() and w.text[i].isdigit():
            boundary = NONE  # a number
        if gap == "." and 0 < i < last and _apart(w.text[i - 1]) and _opens(w.text[i]):
            boundary = SENTENCE  # the space forgotten
        if gap == ":" and 0 < i < last and _apart(w.text[i - 1]) and _apart(w.text[i]):
            boundary = COLON
        if (
            i
            and boundary == SENTENCE
            and (len(w.text[i - 1]) == 1 or w.text[i - 1] in initials)
            and gap.strip() == "."
            and not w.text[i - 1].isdigit()
            and not _era(w, i)
        ):
            continue
        if boundary == SENTENCE and i < last and w.text[i] in COMPLEMENTISERS and _TITLE_ASKS.match(gap):
            boundary = NONE  # تحت عنوان «إلى أين؟» أن
        if boundary == SENTENCE and gap == ". " and i + 1 < last and _initial(w, i):
            continue  # (بندر. ظ 25 عاما)
        stop[i] = boundary
    lines = [i for i in breaks[1:-1] if "\n" in w.gap[i]]
    joined = sorted({*_wrapped(w, lines), *_linked(w, lines)})
    for i in joined:
        w.gap[i] = w.gap[i].replace("\n", " ").replace("  ", " ")
        stop[i] = boundary_in(w.gap[i])
    stop[0] = stop[-1] = PARAGRAPH
    return stop, joined


def _initial(w: Words, i: int) -> bool:
    """Whether a single letter behind a full stop abbreviates the rest of a name in the bracket before it."""
    return len(w.text[i]) == 1 and "\u0621" <= w.text[i] <= "\u064a" and w.text[i] != "و" and "(" in w.gap[i - 1]


def _remembered(gap: str) -> int:
    """The boundary that a gap means; short gaps are remembered."""
    stop = boundary_in(gap)
    if len(_KNOWN_GAPS) < 10_000 and len(gap) < 9:
        _KNOWN_GAPS[gap] = stop
    return stop


def boundary_in(gap: str) -> int:
    """The boundary that a gap means."""
    colon = ":" in gap.partition("\n")[0] and len(gap) > 1 and not gap.startswith("://")  # not at the start of a line
    if "\n" in gap or "\r" in gap or "\u2028" in gap or "\u2029" in gap:
        return COLON if colon else PARAGRAPH
    mark = _STOP_RE.search(gap)
    if mark and _ASKED.match(gap):
        return COMMA  # «لماذا؟»، سألت
    if mark and len(gap) > 1 and (_SPACED.match(gap, mark.end()) or _QUOTE_OVER.match(gap)):
        return SENTENCE
    if colon:
        return COLON
    if any(c in gap for c in "،,؛;") or " -" in gap or "- " in gap or "–" in gap or "—" in gap:
        return COMMA
    return NONE


def _era(w: Words, i: int) -> bool:
    """Whether the letter before a full stop tells the era of a year, and the next word opens a sentence (عام 2013 م. وقال)."""
    return i > 1 and i < len(w.text) and w.text[i - 1] in ("م", "ه") and w.text[i - 2].isdigit() and w.text[i][0] == "و"


def _opens(word: str) -> bool:
    """Whether a word may open a sentence, no letter of an abbreviation."""
    return _apart(word) or word == "و" or is_function(word, *_LEADS)


def _apart(word: str) -> bool:
    """Whether a word is Arabic and no letter of an abbreviation, spelt out or not (بي.بي.سي)."""
    return len(word) > 2 and "\u0621" <= word[0] <= "\u064a" and " " not in word


def _wrapped(w: Words, lines: list[int]) -> list[int]:
    """The line breaks that only wrap a sentence, in a text whose lines were cut at a fixed width."""
    if len(lines) < _FEW_LINES:
        return []
    if any(b - a > _WIDTH for a, b in pairwise([w.start[i] for i in [0, *lines]])):
        return []
    unfinished = [i for i in lines if w.gap[i].count("\n") == 1 and not _STOP_RE.search(w.gap[i])]
    return unfinished if 2 * len(unfinished) > len(lines) else []


def _linked(w: Words, lines: list[int]) -> list[int]:
    """The line breaks within a sentence around a linked name, which a web page puts on a line of its own.

    The sentence shows where a line goes on with a comma or أن, or ends in a preposition; so does the other end of the name.
    """
    lines = [i for i in lines if w.gap[i].count("\n") == 1 and not _STOP_RE.search(w.gap[i])]
    behind = dict(zip(lines, [0, *lines], strict=False))
    within = {i for i in lines if not is_verb(w.text[i]) and _unfinished(w, i, behind[i])}
    for i, j in pairwise(lines):
        if i in within and j - i <= _LINK and not w.gap[j].strip():
            within.add(j)  # قال إن | البنتاجون | أجرى مهام
    for j, i in reversed([*pairwise(lines)]):
        named = i - j <= (
            _LONG_LINK if "\n،" in w.gap[i] else _LINK
        )  # صدر تقرير | الجهاز المصري لحماية الملكية |، وقال
        if i in within and named and not (w.gap[j].strip() or is_verb(w.text[j])):
            within.add(j)
    return sorted(within)


def _unfinished(w: Words, i: int, behind: int) -> bool:
    """Whether the line before a word does not end its sentence: a comma or أن goes on, or it ends in a preposition."""
    if "\n،" in w.gap[i] or is_function(w.text[i - 1], *_UNFINISHED):
        return True
    return w.text[i] in COMPLEMENTISERS and (w.text[i][0] == "ب" or (behind > 0 and i - behind <= _LINK))


def unbroken(text: str, w: Words, lines: list[int]) -> str:
    """A text with blanks for the line breaks before some words, which end no paragraph."""
    pieces: list[str] = []
    done = 0
    for i in lines:
        pieces += text[done : w.end[i - 1]], text[w.end[i - 1] : w.start[i]].replace("\n", " ")
        done = w.start[i]
    return "".join([*pieces, text[done:]])
