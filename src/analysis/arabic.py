"""The Arabic script: folding with a way back, words (see `analysis.splitting`), clitics, sentences and paragraphs.

Pure functions over one text, without pandas. Every offset is a code point offset,
half open, as in ``text[start:end]``.

Folding follows the usual orthographic normalisation of Arabic information retrieval
(Larkey, Ballesteros and Connell 2002, "Improving stemming for Arabic information retrieval"),
with one addition: the folded text remembers where each of its characters came from.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from analysis.folding import CONTROLS, MARKS, Folded, Span
from analysis.splitting import places
from analysis.splitting import words as words

_DROPPED = re.compile(f"[{MARKS}{CONTROLS}]+")
_SHAPES = "\ufb50-\ufdcf\ufdf0-\ufdfd\ufe70-\ufefc"
_PRESENTATION = re.compile(f"[{_SHAPES}]")
#: The characters that folding drops, one by one: a text holds few of them.
_DROPS = [
    chr(code)
    for first, last in re.findall("(.)(?:-(.))?", MARKS + CONTROLS)
    for code in range(ord(first), ord(last or first) + 1)
]
#: The first byte of every presentation form in UTF-8.
_SHAPED = b"\xef"
_THOUSANDS = re.compile(r"(?<=\d)\u066c(?=\d)")
#: Tatweel that stands apart is typed for a dash (المرفأ ـ سامر حداد).
_TATWEEL_DASH = re.compile(r"(?<![^\s\"»”])\u0640(?=\u0640*\s)")
_SAME_LENGTH = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىی", "ي"),
    "ة": "ه",
    "ک": "ك",
    **{chr(zero + digit): str(digit) for zero in (0x0660, 0x06F0) for digit in range(10)},
    "\u066b": ".",
    "\u066c": "،",
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
}


def _by_first_byte(chars: Iterable[str]) -> list[tuple[bytes, list[str]]]:
    """Characters by the first byte that UTF-8 gives them: where a text lacks the byte, it need not be searched for them."""
    groups: dict[bytes, list[str]] = {}
    for char in chars:
        groups.setdefault(char.encode()[:1], []).append(char)
    return list(groups.items())


_REPLACED_BY_BYTE = _by_first_byte(_SAME_LENGTH)
_DROPPED_BY_BYTE = _by_first_byte(_DROPS)


def fold(text: str) -> Folded:
    """Fold the variants of Arabic writing to one form, keeping a map to the original offsets.

    Vowel signs, tatweel and direction controls go; the alefs become one, final yeh and alef
    maksura one, teh marbuta becomes heh; tatweel that stands apart is a dash; presentation forms
    become the letters that they show; Arabic-Indic and Persian digits become 0-9; U+066C is a comma
    unless it stands between digits.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    Folded
        With ``.text`` and ``.span(start, end)``, which leads back to `text`.

    Examples
    --------
    >>> fold("أكّدَ المُتحدِّثُ").text
    'اكد المتحدث'
    """
    text_ = _THOUSANDS.sub(",", text) if "\u066c" in text else text
    text_ = _TATWEEL_DASH.sub("-", text_) if "\u0640" in text_ and "\u0640 " in text_ else text_
    written = text_.encode("utf-8", "surrogatepass")
    for byte, chars in _REPLACED_BY_BYTE:
        if byte in written:
            for char in chars:
                text_ = text_.replace(char, _SAME_LENGTH[char])
    if _SHAPED in written and _PRESENTATION.search(text_):
        return _fold_with_map(text_, text)
    rare = [char for byte, chars in _DROPPED_BY_BYTE if byte in written for char in chars if char in text_]
    dropped = sorted(at for char in rare for at in places(text_, char))
    if not dropped:
        return Folded(text_, text)
    kept: list[str] = []
    cuts: list[int] = []
    shifts = [0]
    done = 0
    for at in dropped:
        if cuts and at == done:  # right behind the one before
            shifts[-1] += 1
        else:
            kept.append(text_[done:at])
            cuts.append(at - shifts[-1])
            shifts.append(shifts[-1] + 1)
        done = at + 1
    kept.append(text_[done:])
    return Folded("".join(kept), text, tuple(cuts), tuple(shifts))


_CHANGES_LENGTH = re.compile(f"{_DROPPED.pattern}|{_PRESENTATION.pattern}")


def _fold_with_map(text: str, original: str) -> Folded:
    pieces: list[str] = []
    cuts: list[int] = []
    shifts = [0]
    done = folded_length = 0
    for match in _CHANGES_LENGTH.finditer(text):
        pieces.append(text[done : match.start()])
        folded_length += match.start() - done
        letters = _shown_letters(match[0]) if _PRESENTATION.match(match[0]) else ""
        for i in range(1, len(letters)):  # a ligature: each letter after the first stands one further from its place
            cuts.append(folded_length + i)
            shifts.append(shifts[-1] - 1)
        pieces.append(letters)
        folded_length += len(letters)
        done = match.end()
        cuts.append(folded_length)
        shifts.append(done - folded_length)
    pieces.append(text[done:])
    return Folded("".join(pieces), original, tuple(cuts), tuple(shifts))


@lru_cache(maxsize=1024)
def _shown_letters(char: str) -> str:
    shown = unicodedata.normalize("NFKC", char)
    return "".join(_SAME_LENGTH.get(c, c) for c in _DROPPED.sub("", shown))


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """Folded form of one word or short phrase, for look-ups.

    Examples
    --------
    >>> key("الثُّلاثاءُ") == key("الثلاثاء")
    True
    """
    return fold(word).text


class Token(NamedTuple):
    """A word or a single punctuation mark with its offsets in the original text."""

    start: int
    end: int
    text: str


_TOKEN = re.compile(rf"(?:\w[{MARKS}{CONTROLS}]*)+|[^\w\s{MARKS}{CONTROLS}]")


def tokens(text: str) -> list[Token]:
    """Words and punctuation marks of a text as written, with their offsets.

    Examples
    --------
    >>> [t.text for t in tokens("قالَ: «نعم»")]
    ['قالَ', ':', '«', 'نعم', '»']
    """
    return [Token(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(text)]


class Clitics(NamedTuple):
    """A word taken apart: conjunction (و ف), future (س), preposition (ب ك ل), article (ال), stem."""

    conjunction: str
    future: str
    preposition: str
    article: str
    stem: str

    @property
    def prefix(self) -> str:
        """All that stands before the stem."""
        return self.conjunction + self.future + self.preposition + self.article


def clitics(word: str, known: Callable[[str], bool] | None = None) -> list[Clitics]:
    """All ways to take the proclitics off a word, the whole word first.

    A first letter need not be a clitic (وزير is no و + زير): without a vocabulary every reading
    with a stem of two letters or more is given; with `known` only those whose stem it accepts.

    Parameters
    ----------
    word : str
        One word.
    known : callable, optional
        Tells whether a stem is a word.

    Returns
    -------
    list of Clitics

    Examples
    --------
    >>> clitics("وسيقول", known={"يقول"}.__contains__)[0].prefix
    'وس'
    >>> [c.stem for c in clitics("للوزير")]
    ['للوزير', 'لوزير', 'وزير']
    """
    return [c for c in _readings(word) if known is None or known(c.stem)]


def _readings(word: str) -> Iterator[Clitics]:
    for conjunction in ("", *(word[:1] if word[:1] in ("و", "ف") else "")):
        rest = word[len(conjunction) :]
        if len(rest) < 2:
            continue
        yield Clitics(conjunction, "", "", "", rest)
        if rest[0] == "س" and len(rest) > 3:
            yield Clitics(conjunction, "س", "", "", rest[1:])
        if rest[0] in "بكل" and len(rest) > 2:
            yield Clitics(conjunction, "", rest[0], "", rest[1:])
            if rest[1:3] == "ال" and len(rest) > 4:
                yield Clitics(conjunction, "", rest[0], "ال", rest[3:])
            if rest[:2] == "لل" and len(rest) > 3:
                yield Clitics(conjunction, "", "ل", "ل", rest[2:])
        if rest[:2] == "ال" and len(rest) > 3:
            yield Clitics(conjunction, "", "", "ال", rest[2:])


_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
# A full stop between digits or after one letter ("د.") ends no sentence; closing marks go with the sentence.
_SENTENCE_END = re.compile(r"(?:(?<!\b\w)\.|[!?؟…۔])[.!?؟…۔]*[\"'»”’)\]}]*(?=\s|$)")


def paragraphs(text: str) -> list[Span]:
    """Spans of the lines that hold anything, trimmed of white space.

    Examples
    --------
    >>> paragraphs("أول\\n\\n ثان ")
    [(0, 3), (6, 9)]
    """
    return [span for m in _LINE.finditer(text) if (span := _trim(text, *m.span()))]


def sentences(text: str) -> list[Span]:
    """Spans of the sentences, each within one paragraph, final marks included.

    Examples
    --------
    >>> text = "بلغ 3.5 في المئة. وقال د. سامر: نعم!"
    >>> [text[a:b] for a, b in sentences(text)]
    ['بلغ 3.5 في المئة.', 'وقال د. سامر: نعم!']
    """
    spans = []
    for start, end in paragraphs(text):
        begin = start
        for mark in _SENTENCE_END.finditer(text, start, end):
            if span := _trim(text, begin, mark.end()):
                spans.append(span)
            begin = mark.end()
        if span := _trim(text, begin, end):
            spans.append(span)
    return spans


def _trim(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    return (start, end) if end > start else None
