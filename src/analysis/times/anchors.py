"""The day from which a relative expression counts: publication, or the day on which quoted words were spoken."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from analysis.arabic import Span, paragraphs, sentences

_HEADING = 100  # a paragraph without a final mark that is shorter is a heading
_FINAL_MARKS = '.!?؟…:،"»”'


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
        self.quotes = sorted(quotes)
        self._starts = [start for start, _ in self.quotes]
        self._sentences = sentences(text) if quotes else []
        self._leads = _leads(text) if quotes else []

    def quote_of(self, start: int, end: int) -> Span | None:
        """The quotation that holds a span."""
        i = bisect_right(self._starts, start) - 1
        return self.quotes[i] if i >= 0 and self.quotes[i][0] <= start and end <= self.quotes[i][1] else None

    def day(self, quote: Span, named: Sequence[tuple[int, date]], latest: date | None) -> date | None:
        """The day on which a quotation was spoken, if the text says so.

        It stands in the sentence that introduces the quotation, before it; else in the first sentence
        of the section, which reports the occasion.

        Parameters
        ----------
        quote : (int, int)
        named : sequence of (int, datetime.date)
            Offsets and days of the expressions outside quotations that name one day.
        latest : datetime.date or None
            No later day can be that of an utterance (the publication).
        """
        frames = [self._sentences[bisect_right(self._sentences, (quote[0], 1 << 60)) - 1]] if self._sentences else []
        lead = bisect_right(self._leads, (quote[0], 1 << 60)) - 1
        frames += [self._leads[lead]] if lead >= 0 else []
        for first, last in frames:
            a, b = (bisect_left(named, (offset, date.min)) for offset in (first, min(last, quote[0])))
            days = [day for _, day in named[a:b] if latest is None or day <= latest]
            if days:
                return days[-1] if (first, last) == frames[0] else days[0]
        return None


def _leads(text: str) -> list[Span]:
    """The first sentence of each section: a section begins with the text and after every heading."""
    leads, fresh = [], True
    for start, end in paragraphs(text):
        if end - start < _HEADING and text[end - 1] not in _FINAL_MARKS:
            fresh = True
        elif fresh:
            first = sentences(text[start:end])[0]
            leads.append((start + first[0], start + first[1]))
            fresh = False
    return leads
