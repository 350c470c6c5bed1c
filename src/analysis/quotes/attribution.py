"""Attribution: the stages put together, one text at a time.

The scheme (cue, source, content) is that of PARC 3 (Pareti 2016, "PARC 3.0: A corpus of attribution relations"); the
order of the stages is Citron's (Newell, Cowlishaw and Wilson 2018, "Quote extraction and analysis for news").
"""

from __future__ import annotations

from typing import NamedTuple

from analysis.quotes.confidence import confidence, evidence
from analysis.quotes.cues import Attribution
from analysis.quotes.mentions import begins_with_l
from analysis.quotes.persons import Speaker
from analysis.quotes.reading import Range, Reading, read
from analysis.quotes.through import find_addressee, find_medium
from analysis.quotes.turns import attributed, with_names


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
    r = read(text)
    told = list(attributed(r))  # all of them first: a speaker may get the full name later
    quotes = [_quote(r, a, speaker) for a, speaker in with_names(told)]
    quotes.sort(key=lambda q: (q.start, -q.end))
    return quotes


def _preposition_apart(word: str) -> bool:
    """Whether a word without its ل is written as it stands (لمصدر، للجنة, but للوزارة)."""
    return not word.startswith("لل") or begins_with_l(word)


def _quote(r: Reading, a: Attribution, speaker: Speaker | None) -> Quote:
    original = r.folded.original
    start, end = r.folded.span(*a.span)

    def located(span: Range | None) -> tuple[str | None, int | None, int | None]:
        return r.original(*span) if span else (None, None, None)

    cue, source = located(a.cue), located(a.source)
    if a.joined and a.source is not None and _preposition_apart(r.words[a.source[0]]):
        at = r.folded.offset(r.start[a.source[0]] + 1)  # behind the preposition
        source = original[at : source[2]] or None, at, source[2]
    medium = (r.original(*a.relay)[0] if a.relay else None) or find_medium(r, a.cue, a.source, a.span)
    addressee = find_addressee(r, a.cue, a.source, a.span)
    name = speaker.name if speaker else None
    sure = confidence(tuple(evidence(r, a, speaker)))
    return Quote(start, end, original[start:end], a.kind, *cue, *source, name, medium, addressee, sure)
