"""Rows: each attribution with its speaker, in the article's own words and at its own offsets."""

from __future__ import annotations

from analysis.quotes.addressees import find_addressee
from analysis.quotes.confidence import confidence, evidence
from analysis.quotes.cues import Attribution
from analysis.quotes.mentions import begins_with_l
from analysis.quotes.persons import Speaker
from analysis.quotes.reading import Range, Reading
from analysis.quotes.through import find_medium
from analysis.quotes.turns import attributed, with_names

Mention = tuple[str | None, int | None, int | None]
#: The fields of `analysis.quotes.Quote`, in their order.
Row = tuple[
    int,
    int,
    str,
    str,
    str | None,
    int | None,
    int | None,
    str | None,
    int | None,
    int | None,
    str | None,
    str | None,
    str | None,
    float,
]


def rows(r: Reading) -> list[Row]:
    """The attributions of a reading, in the order of their contents.

    Examples
    --------
    >>> from analysis.quotes.reading import read
    >>> [row[2] for row in rows(read('وقالت الوزيرة ليلى سرحان: "الخطة جاهزة".'))]
    ['الخطة جاهزة']
    """
    told = list(attributed(r))  # all of them first: a speaker may get the full name later
    found = [_row(r, a, speaker) for a, speaker in with_names(told)]
    found.sort(key=lambda row: (row[0], -row[1]))
    return found


def _row(r: Reading, a: Attribution, speaker: Speaker | None) -> Row:
    original = r.folded.original
    start, end = r.folded.span(*a.span)
    cue, source = _mention(r, a.cue), _mention(r, a.source)
    if a.joined and a.source is not None and _preposition_apart(r.words[a.source[0]]):
        at = r.folded.offset(r.start[a.source[0]] + 1)  # behind the preposition
        source = original[at : source[2]] or None, at, source[2]
    medium = find_medium(r, a)
    addressee = find_addressee(r, a.cue, a.source, a.span)
    name = speaker.name if speaker else None
    sure = confidence(tuple(evidence(r, a, speaker)))
    return start, end, original[start:end], a.kind, *cue, *source, name, medium, addressee, sure


def _mention(r: Reading, span: Range | None) -> Mention:
    return r.original(*span) if span else (None, None, None)


def _preposition_apart(word: str) -> bool:
    """Whether a word without its ل is written as it stands (لمصدر، للجنة, but للوزارة)."""
    return not word.startswith("لل") or begins_with_l(word)
