"""The day from which a relative expression counts: publication, or the day on which quoted words were spoken."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from analysis.arabic import Span, paragraphs, sentences

_HEADING = 100  # a paragraph without a final mark that is shorter is a heading
_FINAL_MARKS = ".!?؟…:،"
_QUOTATION = "\"'«»“”"
# What stands before the text of a dispatch: place, date, agency, each before a dash.
_DATELINE = re.compile(r"(?:[^\n.؛،:]{1,60}\s[-–—ـ]+\s){1,2}")


class Utterances:
    """The direct quotations of a text, and where to look for the day of each.

    Parameters
    ----------
    text : str
        The article as written.
    quotes : sequence of (int, int)
        Spans of its direct quotations.
    """

    def __init__(self, text: str, quotes: Sequence[Span]) -> None:
        self._text = text
        self.quotes = sorted(quotes)
        self._starts = [start for start, _ in self.quotes]
        self._sentences = sentences(text) if quotes else []
        self._openings, self._leads = _openings(text) if quotes else ([], [])

    def quote_of(self, start: int, end: int) -> Span | None:
        """The quotation that holds a span."""
        i = bisect_right(self._starts, start) - 1
        return self.quotes[i] if i >= 0 and self.quotes[i][0] <= start and end <= self.quotes[i][1] else None

    def day(self, quote: Span, named: Sequence[tuple[int, date]], latest: date | None) -> date | None:
        """The day on which a quotation was spoken, if the text says so.

        It stands in the sentence that introduces the quotation, before it; else in the first sentence
        of the paragraph, or of the section, which reports the occasion.

        Parameters
        ----------
        quote : (int, int)
        named : sequence of (int, datetime.date)
            Offsets and days of the expressions outside quotations that name one day.
        latest : datetime.date or None
            No later day can be that of an utterance (the publication).
        """
        frames = [self._sentences[bisect_right(self._sentences, (quote[0], 1 << 60)) - 1]] if self._sentences else []
        for openings in (self._openings, self._leads):
            k = bisect_right(openings, (quote[0], 1 << 60)) - 1
            frames += [openings[k]] if k >= 0 else []
        for sentence in frames:
            first, last = past_dateline(self._text, *sentence), sentence[1]
            a, b = (bisect_left(named, (offset, date.min)) for offset in (first, min(last, quote[0])))
            days = [day for _, day in named[a:b] if latest is None or day <= latest]
            if days:
                return days[-1] if sentence is frames[0] else days[0]
        return None


def past_dateline(text: str, start: int, end: int) -> int:
    """Where a sentence begins after its dateline: the day of a dateline is that of the dispatch."""
    dateline = _DATELINE.match(text, start, min(end, start + _HEADING))
    return dateline.end() if dateline else start


def _openings(text: str) -> tuple[list[Span], list[Span]]:
    """The first sentences of the paragraphs, and those that begin a section: the text's, and after every heading."""
    openings: list[Span] = []
    leads: list[Span] = []
    fresh = True
    for start, end in paragraphs(text):
        quoted = text[start] in _QUOTATION
        if end - start < _HEADING and not quoted and text[start:end].rstrip(_QUOTATION)[-1:] not in _FINAL_MARKS:
            fresh = True
            continue
        first = sentences(text[start:end])[0]
        openings.append((start + first[0], start + first[1]))
        if fresh:
            leads.append(openings[-1])
            fresh = False
    return openings, leads
