"""Direction marks, all of them: the one place that knows how mixed text keeps its order on screen.

Wrap at the display edge only: a wrapped string is another string, and no key any more.
See Unicode Standard Annex #9, "Unicode Bidirectional Algorithm", section 2.4 (isolates).
"""

from __future__ import annotations

import re

_START = {"rtl": "\u2067", "ltr": "\u2066", "auto": "\u2068"}
_END = "\u2069"
# Embeddings, overrides and isolates that a text brings along could leak into what surrounds it.
_FOREIGN = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def direction(text: str) -> str:
    """Direction that a line should have: right to left as soon as it holds a letter that runs so.

    Unlike the rule of the first strong letter it keeps an Arabic line in order that begins in Latin.

    Examples
    --------
    >>> direction("BBC عربي"), direction("2015-07-21")
    ('rtl', 'ltr')
    """
    return "rtl" if _RIGHT_TO_LEFT.search(text) else "ltr"


def isolate(text: str, toward: str = "rtl") -> str:
    """Wrap a display string so that it runs in one direction and leaves its surroundings alone.

    Parameters
    ----------
    text : str
        What a browser or matplotlib is going to draw on one line.
    toward : {"rtl", "ltr", "auto"}

    Returns
    -------
    str
        The text between an isolate mark and its end; marks of that sort inside it are gone.

    Examples
    --------
    >>> isolate("سعر 3.5 USD") == "\\u2067سعر 3.5 USD\\u2069"
    True
    """
    return f"{_START[toward]}{text.translate(_FOREIGN)}{_END}"


def plain(text: str) -> str:
    """Take the direction marks away that `isolate` puts and every other of their sort.

    Examples
    --------
    >>> plain(isolate("نبأ"))
    'نبأ'
    """
    return text.translate(_FOREIGN)
