"""Attributions in words and folded offsets: cues, complements, sources and contents put together for one reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import accumulate
from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.backreference import BackReference, find_back_references
from analysis.quotes.boundaries import COLON, COMMA
from analysis.quotes.contents import Span, content_span, trim
from analysis.quotes.cues import Attribution, Complement, Cue, find_cues
from analysis.quotes.headlines import find_ahead, find_behind
from analysis.quotes.inversions import Inversions
from analysis.quotes.kinds import holds_reported_words
from analysis.quotes.labels import find_labels
from analysis.quotes.mainclauses import acts_again, main_clause
from analysis.quotes.marks import Quoted
from analysis.quotes.nesting import may_nest
from analysis.quotes.newcues import in_relative
from analysis.quotes.nominal import ascribed, explains
from analysis.quotes.preverbal import has_said_before
from analysis.quotes.reading import Range, Reading
from analysis.quotes.reporting import Reporting, in_it
from analysis.quotes.sources import own_words
from analysis.quotes.sourcing import find_sourcing
from analysis.quotes.tellers import Tellers
from analysis.quotes.unled import Unled, find_alone, find_plain, find_speech, find_within, find_worded
from analysis.quotes.verbs import Form
from analysis.quotes.voice import Voice
from analysis.quotes.vouching import NEAR, Vouching
from analysis.splitting import first_from

#: A quotation that و joins to another has no fewer words.
_CHANT: Final = 2


def _stands_for_many(head: str) -> bool:
    """Whether the first word of a source tells of several people or bodies."""
    return v.is_crowd(head) or head.endswith(("ون", "ين")) or head in v.FUNCTION["group", "part", "quantifier"]


class Finder:
    """Runs the stages over one reading."""

    def __init__(self, r: Reading) -> None:
        self.r = r
        self.cues = {cue.word: cue for cue in find_cues(r)}
        self.reporting = Reporting(r)
        self.sourcing = {s.word: s for s in find_sourcing(r)}
        self.voice = Voice(r, self.cues, self.sourcing, self.reporting.reports)
        self.reach = 0  # index of the word at which the last top-level content ends
        self.outer: Form | None = None  # the cue of that, where one person or body speaks
        self.led = 0  # index of the word at which the last content begins
        self.found: list[Attribution] = []
        self.vouching = Vouching(r, self.cues, self.sourcing, self.reporting, self.voice, self.found)
        self.tellers = Tellers(r, self.cues, self.sourcing, self.vouching)
        self.inversions = Inversions(r, self.cues, self.sourcing, self.reporting, self.voice, self.found)

    def find(self) -> list[Attribution]:
        """All attributions, in the order of reading."""
        labels = {source[0]: self._label(at, until, source) for at, until, source in find_labels(self.r)}
        if (headline := find_ahead(self.r) or find_behind(self.r)) is not None:
            labels.setdefault(headline[2][0], self._label(*headline))
        telling = {word for word, cue in self.cues.items() if cue.verb.takes}
        for word in sorted(labels.keys() | telling | self.sourcing.keys()):
            if word in labels and not self._is_told(self.r.start[word]):
                for a in (labels[word], *self._and_again(labels[word])):
                    self._note(a)
            for a in self._at(word):
                self._note(a)
        self._add_referred()
        self._add_unled()
        return sorted(self.found, key=lambda a: a.at)

    def _add_referred(self) -> None:
        """Add what words behind it lead back to: quotations first, for a clause may hold one of them."""
        references = list(find_back_references(self.r))
        for quoted in (True, False):
            if backs := [back for back in references if back.quoted is quoted]:
                overlaps = self._overlapping()
                self.found += [
                    self._referred(back)
                    for back in backs
                    if not overlaps(self.r.start[back.said[0]], self.r.end[back.said[1] - 1])
                ]

    def _add_unled(self) -> None:
        """Add the words that no verb of saying leads up to, one way to tell them after another."""
        loose = self._loose()
        for find in (find_speech, self._alone, find_worded, find_within):
            found = [self._label(*unled) for unled in find(self.r, loose)] if loose else []
            if found:
                self.found += [again for a in found for again in (a, *self._and_again(a))]
                loose = self._loose()
        if plain := list(find_plain(self.r)):
            overlaps = self._overlapping()
            self.found += [self._label(*p) for p in plain if not overlaps(self.r.start[p[0]], self.r.end[p[1] - 1])]

    def _loose(self) -> list[Quoted]:
        """The quotations, closed and not within others, that no content found so far shares words with."""
        if not (closed := [q for q in self.r.quoted if q.closed and not q.depth]):
            return []
        overlaps = self._overlapping()
        return [q for q in closed if not overlaps(q.start, q.end)]

    def _alone(self, r: Reading, loose: list[Quoted]) -> Iterator[Unled]:
        """The quotations that are a sentence by themselves, behind one in which somebody speaks or before their source."""
        spoke = sorted(a.at for a in self.found)
        for at, until, source in find_alone(r, loose):
            before = r.sentence_start(at - 1) if at else 0
            if source is not None or first_from(spoke, before) < first_from(spoke, at):
                yield at, until, source

    def _overlapping(self) -> Callable[[int, int], bool]:
        """Tells of a stretch of text whether a content found so far shares characters with it."""
        spans = sorted(a.span for a in self.found)
        starts = [start for start, _ in spans]
        reach = list(accumulate((end for _, end in spans), max, initial=-1))  # of the contents up to each
        return lambda start, end: reach[first_from(starts, end)] > start

    def _at(self, word: int) -> list[Attribution]:
        """What the sourcing phrase or the cue at a word attributes."""
        if word in self.sourcing:
            a = self.vouching.attribution(self.sourcing[word], self.reach)
        elif word not in self.cues or (word < self.led and self.r.words[word - 1] in v.WHICH_IS):
            return []
        elif around := self.inversions.around(self.cues[word]):
            return around
        else:
            a = self._reported(self.cues[word])
            if a is None and self.r.stop[word] == COMMA:
                a = self.inversions.after_clause(self.cues[word], self.reach)
        return [] if a is None or self._is_empty(a) else [a, *self._and_again(a)]

    def _is_empty(self, a: Attribution) -> bool:
        """Whether the text breaks off behind أن (مبرزا | أن)."""
        first = self.r.word_at(a.span[0])
        return self.r.words[first] in v.COMPLEMENTISERS and a.span[1] <= self.r.end[first] and a.kind == "indirect"

    def _and_again(self, a: Attribution) -> Iterator[Attribution]:
        """The quotations that و joins to one (هتفوا «...» و«...»)."""
        r = self.r
        while a.kind == "direct" and a.until + 1 < r.size and r.words[a.until] == "و" and not r.stop[a.until]:
            q = r.quoted_at(a.until + 1)
            if q is None or not q.closed or r.stop[a.until + 1] or r.count(q) < _CHANT:
                return
            span = trim(r, q.start, q.end)
            yield (a := replace(a, span=span, until=r.word_at(span[1])))

    def _note(self, a: Attribution) -> None:
        """Note how far an attribution reaches, and whether it stands inside another."""
        a.nested = a.at < self.reach
        if not a.nested and a.how != "sourcing":
            self.reach, self.led = a.until, self.r.word_at(a.span[0])
        self.found.append(a)

    def _content(self, complement: Complement, cue: Cue, source: Range | None) -> tuple[Span, str]:
        many = source is not None and _stands_for_many(self.r.words[source[0]])
        carried = any(
            k in self.sourcing or self.r.words[k] in v.FUNCTION["tongue"] for k in range(cue.word + 1, complement.left)
        )
        one = cue.form if cue.form.gender and not (cue.form.plural or many or carried) else None
        if cue.word >= self.reach:
            self.outer = one
        return content_span(self.r, complement, self.voice, self.cues, one)

    def _reported(self, cue: Cue) -> Attribution | None:
        """What a cue reports, where its complement follows."""
        complement = self.reporting.complement(cue)
        if complement is None or self._belongs_to_another(cue, complement):
            return None
        r, form = self.r, cue.form
        if complement.form == "phrase" and form.joined and form.part == "present" and in_relative(r, cue, self.cues):
            return None  # الأصوات التي تنتقد الحكم وتنادي بالقطيعة
        relay, source = self.tellers.told_by(cue, complement)
        if cue.verb.locative and not (in_it(r, cue) or self._can_hold(source, complement)):
            return None
        carries = source is not None and (form.joined or v.heads(r.words[source[0]]) == "medium")  # نقلت الصحيفة أن
        if cue.verb.sense == "relay" and relay is None and not carries:
            return None
        if cue.verb.ascribes and complement.form != "clause":
            behind = source is not None and source[0] > cue.word
            complement = ascribed(r, complement, source[1] if source and behind else cue.word + 1)
            if cue.verb.weak and not explains(r, complement):
                return None
        if (
            complement.form == "colon"
            and cue.verb.weak
            and "clause" not in cue.verb.takes
            and self._done(cue, complement)
        ):
            return None
        span, kind = self._content(complement, cue, source)
        until = r.word_at(span[1])
        comma = main_clause(r, cue, complement, until, cue.word < self.reach, self._is_main_verb)
        if comma > complement.at:
            span, until = trim(r, span[0], r.end[comma - 1]), comma
        if source is not None and (comma := acts_again(r, source, complement.at, until)):
            span, until = trim(r, span[0], r.end[comma - 1]), comma
        if span[1] <= span[0]:
            return None
        return Attribution(
            cue.word,
            span,
            kind,
            self._cue_range(cue),
            source,
            form.gender,
            form.plural,
            "finite" if form.finite else form.part,
            until=until,
            relay=relay,
            continues=cue.verb.continues,
            joined=source is not None and source[0] < cue.word and source == has_said_before(r, cue.word - 1),
            form=complement.form,
            weak=cue.verb.weak,
        )

    def _done(self, cue: Cue, complement: Complement) -> bool:
        """Whether a verb has an object other than words before the colon (أنهت الوزارة أزمتها: ..., but أنهى حديثه: ...)."""
        between = self.r.words[cue.word + 1 : complement.left]
        return not any(map(own_words, between)) and any(w.endswith(("ها", "هم")) or v.deverbal(w) for w in between)

    def _can_hold(self, source: Range | None, complement: Complement) -> bool:
        """Whether it may stand in what a verb of standing has as its subject (جاء في البيان أن); ورد may also be رد with و."""
        if source is None:
            return False
        words = self.r.words
        if source[1] == complement.left:
            return True  # ورد بوتين أن
        within = source[0] > 0 and words[source[0] - 1] in v.WHERE
        return v.heads(words[source[0]]) != "" or within or words[complement.at][0] == "ب"

    def _is_main_verb(self, k: int) -> bool:
        """Whether a verb goes on what a relative clause interrupts (حداد، الذي أكد ثقته، | شدد على أن)."""
        cue = self.cues.get(k)
        return cue is not None and cue.form.finite and not cue.form.joined and self.reporting.reports(cue)

    def _belongs_to_another(self, cue: Cue, complement: Complement) -> bool:
        """Whether a cue, or its complement, is part of what somebody else is already reported to say."""
        inside = cue.word < self.reach
        if inside and not may_nest(self.r, cue, complement, self.outer, self.led):
            return True
        if cue.verb.soft and complement.form == "clause" and cue.form.part != "past":
            return cue.form.part != "participle" or not self._leads_to_noun(cue.word + 1)
        related = cue.word > 0 and self.r.words[cue.word - 1] in v.RELATIVE
        if (cue.verb.weak or related) and complement.at == self.led:
            return True  # أظهر مسح | نشرت نتائجه أمس | أن، قالت المتحدثة | التي أكدت القرار | إن
        at = self.r.start[complement.at]
        if complement.form != "clause" and any(a.kind == "direct" and a.span[0] == at for a in self.found[-NEAR:]):
            return True  # مضيفا | قوله: "..."
        known = complement.form in ("marks", "colon") and self._is_told(at)
        return known and not (inside and self.r.stop[complement.at] == COLON)

    def _leads_to_noun(self, k: int) -> bool:
        """Whether a noun, no cue itself, leads from a participle to its clause (مجددا | التأكيد على أن، معربا | عن ثقته بأن)."""
        if v.deverbal(v.bare(self.r.words[k])):
            return True
        felt = k + 1 < self.r.size and self.r.words[k] in v.FUNCTION["about"] and k + 1 not in self.cues
        return felt and self.r.carries_pronoun(k + 1)

    def _is_told(self, offset: int) -> bool:
        """Whether words of somebody's own that were found already hold an offset."""
        return any(a.kind == "direct" and a.span[0] <= offset < a.span[1] for a in self.found[-NEAR:])

    def _cue_range(self, cue: Cue) -> Range:
        """The cue, with the participle that leads up to its verbal noun (مضيفًا بقوله)."""
        before = self.cues.get(cue.word - 1)
        lead = cue.form.part == "masdar" and before is not None and before.form.part == "participle"
        return cue.word - lead, cue.word + 1

    def _referred(self, back: BackReference) -> Attribution:
        """The statement to which words behind it lead back (بهذه العبارة لخص | حداد يومه)."""
        r, (at, until), verb = self.r, back.said, back.word
        q = r.quoted_at(at) if back.quoted else None
        span = trim(r, r.start[at], q.end if q else r.end[until - 1])
        kind = "direct" if back.quoted else "mixed" if holds_reported_words(r, span) else "indirect"
        return Attribution(verb, span, kind, (verb, verb + 1), back.source, "", False, "finite", until=until)

    def _label(self, at: int, until: int, source: Range | None) -> Attribution:
        r = self.r
        q = r.quoted_at(at)
        whole = q is not None and q.closed and (r.count(q) > 3 or self._joined_quotation(r.word_at(q.end)))
        span = trim(r, r.start[at], q.end if q and (whole or r.count(q) > 3) else r.end[until - 1])
        first = source[0] if source else at
        return Attribution(
            first, span, "direct", None, source, "", False, "label", until=r.word_at(span[1]) if whole else until
        )

    def _joined_quotation(self, k: int) -> bool:
        """Whether و joins another quotation at a word (حداد: «لا أريد مالا» | و«أريد اعتذارا»)."""
        r = self.r
        return k + 1 < r.size and r.words[k] == "و" and not r.stop[k] and r.quoted_at(k + 1) is not None
