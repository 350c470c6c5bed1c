"""The first lines of a plain article: a section line, the headline, or neither.

Wire stories saved as text begin with the headline, some with the section's name above it. The
lines stay in the text; they are only understood here. A text that starts with its first
paragraph gets no headline made up.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import NamedTuple

from analysis import arabic, lexicon

#: A headline has no more words and characters than this.
HEADLINE_WORDS = 22
HEADLINE_CHARS = 150
#: A section line has no more words than this; if none of them is known, only `BARE_SECTION_WORDS`.
SECTION_WORDS = 5
BARE_SECTION_WORDS = 2

_LINE = re.compile(r"[^\n]+")
_SEPARATE = re.compile(r"\n[^\S\n]*\n")
_RUNS_ON = (".", "،", ",", "؛", ";", ":", "۔", "-", "–")
_DOTS = ("..", "…")
_DATELINE_WORDS = 7
_DATELINE = re.compile(r"\w\s*[-–—/|]\s*\w|\sـ+\s")  # a stretched tatweel serves as a dash
_BULLETS = ("*", "-", "–", "•", "·")
_QUOTED = re.compile(r"[\"«»“”]")


class Header(NamedTuple):
    """Section and headline of a text, as they stand in it; None where it has none."""

    section: str | None
    title: str | None


def read_header(text: str) -> Header:
    """Find the section line and the headline among the first lines of an article.

    Parameters
    ----------
    text : str
        A whole article, lines ended by ``\\n``.

    Returns
    -------
    Header

    Examples
    --------
    >>> read_header("سياسة دولية\\n\\nوزير البحرية يزور ميناء نورلاند\\n\\nوصل الوزير أمس إلى الميناء.")
    Header(section='سياسة دولية', title='وزير البحرية يزور ميناء نورلاند')
    >>> read_header("وصل الوزير أمس إلى الميناء.\\nوقال إنه سعيد.")
    Header(section=None, title=None)
    """
    lines = list(islice((match for match in _LINE.finditer(text) if not match[0].isspace()), 3))
    if len(lines) < 2:
        return Header(None, None)
    first, second = lines[0][0].strip(), lines[1][0].strip()
    if len(lines) == 3 and _is_headline(second) and _is_section(first, second):
        return Header(first, second)
    if not _is_headline(first) or _is_dateline(first):
        return Header(_known_section(first), None)
    apart = bool(_SEPARATE.search(text, lines[0].end(), lines[1].start()))
    return Header(None, first if apart or _leads(first, second) else None)


def _leads(line: str, below: str) -> bool:
    """A headline with no blank line under it: no bare name, and above a dateline or a longer paragraph."""
    return len(line.split()) > BARE_SECTION_WORDS + 1 and (_is_dateline(below) or 2 * len(below) > 3 * len(line))


def _is_headline(line: str) -> bool:
    if len(line) > HEADLINE_CHARS or len(line.split()) > HEADLINE_WORDS or not any(map(str.isalpha, line)):
        return False
    if line.startswith(_BULLETS):
        return False
    return line.endswith(_DOTS) or not line.endswith(_RUNS_ON)


def _is_dateline(line: str) -> bool:
    """A line such as "واس - الرياض" or "سامي العلي / بيروت": who writes, and where."""
    return len(line.split()) <= _DATELINE_WORDS and bool(_DATELINE.search(line)) and not _QUOTED.search(line)


def _is_section(line: str, below: str) -> bool:
    if _known_section(line):
        return True
    words = line.split()
    return (
        len(words) <= BARE_SECTION_WORDS
        and all(map(str.isalpha, map(arabic.key, words)))
        and len(below.split()) > 2 * BARE_SECTION_WORDS
        and not _is_dateline(below)
    )


def _known_section(line: str) -> str | None:
    """The line, if it is made of section words alone."""
    if len(line) > HEADLINE_CHARS or line.endswith(_RUNS_ON):
        return None
    words = [token.text for token in arabic.tokens(line) if token.text[0].isalpha()]
    known = _section_words().__contains__
    made_of_them = 0 < len(words) <= SECTION_WORDS and all(arabic.clitics(arabic.key(word), known) for word in words)
    return line if made_of_them else None


@cache
def _section_words() -> frozenset[str]:
    return frozenset(arabic.key(row["word"]) for row in lexicon.table("sections"))
