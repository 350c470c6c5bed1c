"""The language of what Naba itself says beside the articles: titles, axes, menus, headings, notes.

Code says everything in English; `lexicon/phrases.tsv` holds the Arabic. What has no line there stays as it is, and so
do the names of columns and the values of TIMEX3, which are the same in every table that Naba writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from .. import lexicon

#: Languages by their code, each with its direction.
LANGUAGES = {"en": "ltr", "ar": "rtl"}
_chosen = ["en"]


def set_language(language: str) -> None:
    """Choose the language of figures, tables, the reader and its notes from here on, in this process.

    Parameters
    ----------
    language : {"en", "ar"}

    Raises
    ------
    ValueError
        For another language.

    Examples
    --------
    >>> set_language("ar")
    >>> say("Who is quoted")
    'من يُقتبس قوله'
    >>> set_language("en")
    """
    check_language(language)
    _chosen[0] = language


def check_language(language: object) -> None:
    """Raise a ValueError for a language that Naba does not speak."""
    if language not in LANGUAGES:
        raise ValueError(f"LANG is one of {', '.join(LANGUAGES)}, not {language!r}")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Choose the language for as long as a block lasts."""
    before = _chosen[0]
    set_language(language)
    try:
        yield
    finally:
        set_language(before)


def language() -> str:
    """The code of the language that was chosen, English to begin with."""
    return _chosen[0]


def say(english: str, **values: object) -> str:
    """A phrase of Naba's own in the language that was chosen.

    Parameters
    ----------
    english : str
        The phrase; where `values` are given, a template of `str.format`.
    **values
        What goes into the template.

    Returns
    -------
    str
        The phrase as it came in where there is no translation of it, as for titles of your own.

    Examples
    --------
    >>> say("{shown:,} of {all:,} rows", shown=20, all=1500)
    '20 of 1,500 rows'
    """
    phrase = _arabic().get(english, english) if language() == "ar" else english
    return phrase.format(**values) if values else phrase


def say_headings(markdown: str) -> str:
    """A text in Markdown with its headings in the language that was chosen; the rest stays.

    Examples
    --------
    >>> say_headings("## Copies\\n\\nOutlets print the same.")
    '## Copies\\n\\nOutlets print the same.'
    """
    return re.sub(r"^(#+ )(.+)$", lambda line: line[1] + say(line[2]), markdown, flags=re.MULTILINE)


@cache
def _arabic() -> dict[str, str]:
    return {row["en"]: row["ar"] for row in lexicon.table("phrases")}
