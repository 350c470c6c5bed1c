"""Attribution: the stages put together, one text at a time.

The scheme (cue, source, content) is that of PARC 3 (Pareti 2016, "PARC 3.0: A corpus of attribution relations"); the
order of the stages is Citron's (Newell, Cowlishaw and Wilson 2018, "Quote extraction and analysis for news").
"""

from __future__ import annotations

from typing import NamedTuple

from analysis.quotes.reading import read
from analysis.quotes.rows import rows


class Quote(NamedTuple):
    """One attribution; offsets are code points of the text as given, half open.

    Attributes
    ----------
    start, end, text
        The content.
    kind : str
        ``direct``, ``indirect`` or ``mixed``.
    cue, cue_start, cue_end
        The word that reports it; None in a headline or after a speaker's label.
    source, source_start, source_end
        The mention of who says it; None where the subject is elided.
    speaker : str or None
        The fullest name in the article of the person, body or described source.
    medium : str or None
        The agency, paper or platform that carried it.
    addressee : str or None
    confidence : float
        How likely it is that content and speaker are both right, between 0 and 1 (see `analysis.quotes.confidence`).
    """

    start: int
    end: int
    text: str
    kind: str
    cue: str | None
    cue_start: int | None
    cue_end: int | None
    source: str | None
    source_start: int | None
    source_end: int | None
    speaker: str | None
    medium: str | None
    addressee: str | None
    confidence: float


def find_quotes(text: str) -> list[Quote]:
    """Who says what in a text: every direct, indirect and mixed attribution.

    Parameters
    ----------
    text : str
        Any text; Arabic news is what the rules know.

    Returns
    -------
    list of Quote
        In the order of their contents.

    Notes
    -----
    Time and memory grow linearly with the length of the text.

    Examples
    --------
    >>> quote, = find_quotes('وقالت الوزيرة ليلى سرحان: "الخطة جاهزة".')
    >>> quote.speaker, quote.kind, quote.text
    ('ليلى سرحان', 'direct', 'الخطة جاهزة')
    """
    return list(map(Quote._make, rows(read(text))))
