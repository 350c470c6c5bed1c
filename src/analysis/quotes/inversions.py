"""Inversions: a verb of saying behind the words that it reports, or in their midst («...»، قال فلان؛ الطريق طويل، يقول حداد)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import name_before
from analysis.quotes.boundaries import COLON, COMMA
from analysis.quotes.contents import content_span, trim
from analysis.quotes.cues import Attribution, Complement, Cue
from analysis.quotes.datelines import after_dateline
from analysis.quotes.kinds import holds_reported_words
from analysis.quotes.marks import CLOSING
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.reading import Reading
from analysis.quotes.reporting import Reporting
from analysis.quotes.sourcing import Sourcing
from analysis.quotes.voice import Voice
from analysis.quotes.vouching import NEAR

#: A clause that stands before its verb has no fewer words.
_CLAUSE: Final = 4
#: A verb interrupts a clause that has no fewer words before it, and is followed by fewer up to the comma.
_BEGUN: Final = 1
_INTERRUPTS: Final = 7
_DASHES: Final = frozenset("-–—")


class Inversions:
    """Finds the words before the verbs of one reading that report them.

    Parameters
    ----------
    r : Reading
    cues : dict of int to Cue
        All cues by word.
    sourcing : dict of int to Sourcing
        All sourcing phrases by word.
    reporting : Reporting
    voice : Voice
    found : list of Attribution
        What is found before the verb asked for.
    """

    def __init__(
        self,
        r: Reading,
        cues: dict[int, Cue],
        sourcing: dict[int, Sourcing],
        reporting: Reporting,
        voice: Voice,
        found: list[Attribution],
    ) -> None:
        self._r = r
        self._cues = cues
        self._sourcing = sourcing
        self._reporting = reporting
        self._voice = voice
        self._found = found

    def around(self, cue: Cue) -> list[Attribution]:
        """The quotation before a cue, and the one behind it that goes on with it («...»، قال فلان، «...»)."""
        before = self._after_quotation(cue) if self._goes_on(cue.word) else None
        if before is None:
            return []
        k = before.source[1] if before.source else cue.word + 1
        for at in range(k, min(k + 8, self._r.sentence_end[cue.word])):
            q = self._r.quoted_at(at)
            if q is not None and self._r.stop[at] == COMMA and self._r.count(q) >= 3:
                span = trim(self._r, q.start, q.end)
                return [before, replace(before, span=span, until=self._r.word_at(span[1]))]
        return [before]

    def after_clause(self, cue: Cue, reach: int) -> Attribution | None:
        """A verb after the clause that it reports, behind a comma (الطريق إلى الجبل طويل، يقول سامر حداد).

        `reach` is the word at which what is reported before it ends.
        """
        r, k = self._r, cue.word
        if not cue.form.finite or cue.form.joined or "quote" not in cue.verb.takes:
            return None
        if cue.verb.soft or cue.verb.preposition or (cue.verb.weak and cue.verb.sense != "write"):
            return None
        if not _DASHES.isdisjoint(r.gap[k]) or k < reach or r.enclosing(k) is not None:
            return None
        first = after_dateline(r, r.sentence_start(k), k)
        if (around := self._around_verb(cue, first)) is not None:
            return around
        source = noun_phrase(r, k + 1, min(r.sentence_end[k], k + 30))
        if v.is_function(r.words[first], "topic_on"):
            return None  # وعن دور الحزب، نفى حداد
        if source is None or k - first < _CLAUSE or (self._found and self._found[-1].at >= first):
            return None
        if source[1] < r.sentence_end[k] and r.stop[source[1]] < COMMA:
            return None
        if not v.heads(r.words[source[0]]) and not name_before(r, source[1], source[0]):
            return None
        span = trim(r, r.start[first], r.end[k - 1])
        kind = "mixed" if holds_reported_words(r, span) else "indirect"
        return Attribution(k, span, kind, (k, k + 1), source, cue.form.gender, cue.form.plural, "finite", until=k)

    def _after_quotation(self, cue: Cue) -> Attribution | None:
        """A cue after the words that it reports («...»، قال فلان), behind a comma or a colon."""
        r, k = self._r, cue.word
        if cue.verb.soft or not cue.form.finite or "quote" not in cue.verb.takes or cue.form.joined:
            return None
        led = self._led(k)
        if ".." in r.gap[k - led]:
            return None  # الهدنة «حبر على ورق».. تواصل القصف
        q = r.enclosing(k - 1 - led)
        if q is None or not q.closed or q.close_at > r.start[k - led] or r.count(q) < 3:
            return None
        first = r.word_at(q.start)
        begins = first == r.sentence_start(first)
        apart = r.stop[k - led] > 0 or (r.stop[first] == COMMA and r.count(q) > _CLAUSE)  # ... ارتفع، «...» يضيف الوالد
        if not begins and (not apart or self._titled(first) or self._reporting.reports(cue)):
            return None  # وعن فيلم «...»، قال إن
        span = trim(r, q.start, q.end)
        if any(a.span[0] <= span[0] and span[1] <= a.span[1] for a in self._found[-NEAR:]):
            return None
        alone = k + 1 < r.size and r.stop[k + 1] > 0  # «...»، يقول، «...»
        behind = k + 1 + (k + 1 < r.size and r.words[k + 1] in v.FUNCTION["to_whom"])  # «...»، همست لنا | هدى
        source = None if alone else noun_phrase(r, behind, min(r.sentence_end[k], k + 30))
        if not r.stop[k - led] and (source is None or v.deverbal(r.words[source[0]])):
            return None  # «المرفأ للاستثمار» تعلن تعيين مدير
        return Attribution(k, span, "direct", (k, k + 1), source, cue.form.gender, cue.form.plural, "finite", until=k)

    def _around_verb(self, cue: Cue, first: int) -> Attribution | None:
        """A verb between commas within the clause that it reports (وعبرت القافلة، تضيف ليلى سرحان، واحات كثيرة)."""
        r, k = self._r, cue.word
        behind = r.clause_end(k + 1, _INTERRUPTS)
        if cue.form.part != "present" or cue.verb.sense != "say" or k - first < _BEGUN or r.words[k][0] == "ل":
            return None
        if (
            behind >= r.sentence_end[k] - 1
            or r.stop[behind] != COMMA
            or behind in self._cues
            or r.words[behind][0] == "و"
        ):
            return None
        source = noun_phrase(r, k + 1, behind)
        if v.heads(r.words[behind]) == "title" or r.words[behind] in v.RELATIVE:
            return None  # who the source is
        if source is None and behind > k + 1 and not v.is_function(r.words[k + 1], "in", "true_preposition"):
            return None
        span, kind = content_span(r, Complement("clause", first, first), self._voice, self._cues)
        until = r.word_at(span[1])
        if until <= behind or v.is_function(r.words[first], "topic_on"):
            return None
        return Attribution(k, span, kind, (k, k + 1), source, cue.form.gender, cue.form.plural, "finite", until=until)

    def _goes_on(self, word: int) -> bool:
        """Whether the words that a cue reports may stand before it: behind a comma, a colon or a closing mark."""
        at = word - self._led(word)
        return self._r.stop[at] in (COMMA, COLON) or self._r.gap[at].lstrip()[:1] in CLOSING

    def _led(self, word: int) -> bool:
        """Whether a word before a verb leads back to what was said («...»، هكذا قال، «...»، كما قال)."""
        led = word > 1 and self._r.words[word - 1] in v.FUNCTION["in_this_way"]
        return led and word - 1 not in self._sourcing

    def _titled(self, first: int) -> bool:
        """Whether quoted words are the title of what the word before them names (فيلم «...»)."""
        return self._r.words[first - 1] in v.FUNCTION["naming"]
