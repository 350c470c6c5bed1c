"""Vouching: which clause a sourcing phrase stands for (ارتفعت الأسعار، بحسب الوزارة)."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import future_shape, name_before, verb_shape
from analysis.quotes.boundaries import COMMA, SENTENCE
from analysis.quotes.contents import LONGEST, TIMES, Span, content_span, trim
from analysis.quotes.cues import Attribution, Complement, Cue
from analysis.quotes.datelines import after_dateline
from analysis.quotes.kinds import holds_reported_words
from analysis.quotes.marks import Quoted
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.reading import Range, Reading
from analysis.quotes.reporting import Reporting
from analysis.quotes.sourcing import Sourcing, opens_clause
from analysis.quotes.voice import Voice

#: The clause behind a sourcing phrase begins with فإن within so many words, if it does.
_TOLD: Final = 10
#: Behind its source an aside goes on for no more words.
_ASIDE: Final = 10
#: The subject between a cue and a sourcing phrase has no more words.
_TELLS: Final = 24
#: What only goes on the source itself has no more words (موقعه على الإنترنت).
_ATTRIBUTE: Final = 3
#: The bracket that a sourcing phrase ends opens no farther before it, in words.
_BRACKET: Final = 60
#: A quotation that is all that a phrase vouches for has no fewer words.
_WHOLE: Final = 4
#: So many contents back may still overlap a new one.
NEAR: Final = 8
#: What only goes on a source: a preposition, what says who issued it, or when.
_GOES_ON: Final = TIMES | v.WITH_AND["true_preposition", "in", "issued", "at_a_time"]


class Vouching:
    """Gives the sourcing phrases of one reading their clauses.

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
        What is found before the phrase asked for; its medium is noted there.
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
        self._media: dict[int, Sourcing] = {}  # the sourcing phrase before a cue that names its medium

    def attribution(self, s: Sourcing, reach: int) -> Attribution | None:
        """The clause that a sourcing phrase vouches for; `reach` is the word at which what is reported before it ends."""
        if (s.source is None and s.after != "self") or (s.word < reach and s.opens_clause):
            return None
        if any(
            cue is not None and (c := self._reporting.complement(cue)) is not None and c.left > s.word
            for cue in map(self._cues.get, range(max(self._r.sentence_start(s.word), s.word - _TELLS), s.word))
        ):
            return None  # it stands between a cue and its content
        within = s.source is not None and s.word > 0 and self._r.words[s.word - 1] in v.COMES_BACK and self._other(s)
        turned = s.source is not None and s.word > 0 and self._r.words[s.word - 1] in v.FUNCTION["but"]
        placed = self._clause_behind(s) if s.opens_clause or within or turned else self._clause_before(s)
        if placed is None:
            return None
        span, kind, until = placed
        around = self._r.word_at(span[1]) > s.word  # تأقلمت حداد، كما تقول، مع الصحراء
        if span[1] <= span[0] or (s.source is None and kind != "direct" and not (s.opens_clause or around)):
            return None  # واصلت اتهامها للجامعة، على حد قولها
        cue = (s.word, s.until + (s.after == "verb"))
        return Attribution(s.word, span, kind, cue, s.source, "", False, "sourcing", until=until, joined=s.joined)

    def _other(self, s: Sourcing) -> bool:
        """Whether a body, a text or somebody by name vouches for a clause within another (أنه | وفقا للجنة فإن)."""
        assert s.source is not None
        r, (head, end) = self._r, s.source
        word = r.words[head][1:] if s.joined else r.words[head]
        if v.bare(word) in v.FUNCTION["norm"] or r.carries_pronoun(head):
            return False  # وفقا للقانون، بحسب خبرته
        return v.heads(word) in ("body", "medium") or name_before(r, end, head)

    def _clause_behind(self, s: Sourcing) -> tuple[Span, str, int] | None:
        """The clause that follows a sourcing phrase, unless that only names the medium (وبحسب الوكالة، قال ...)."""
        r, end = self._r, self._r.sentence_end[s.word]
        at = s.source[1] if s.source is not None else s.until
        if at < r.size and r.words[at] in v.RELATIVE:
            near = range(at + 1, min(at + LONGEST, end))
            at = next((k for k in near if r.stop[k] == COMMA or opens_clause(r, k)), at)
        at = next((k for k in range(at, min(at + _TOLD, end)) if opens_clause(r, k)), at)
        if at < end and not (r.stop[at] or opens_clause(r, at)) and _goes_on_source(r, at):
            comma = next((k for k in range(at, min(at + _ASIDE, end)) if r.stop[k] == COMMA), at)
            if not any(map(_may_act, r.words[at:comma])):
                at = comma  # بحسب دراسة نشرتها المجلة الشهر الماضي، | فقدت ...
        if at >= end:
            return self._sentence_before(s)
        told = opens_clause(r, at)
        verb = at + 1 if r.words[at][1:] in v.FUNCTION["auxiliary"] else at  # فقد أوضح
        for k in range(verb, min(at + 4, end) if not told else verb + (verb > at)):
            if k in self._cues and not (told and self._cues[k].verb.soft) and self._reporting.reports(self._cues[k]):
                if told and not _relays(r, s):
                    break  # وبحسب المحكمة فقد هدد ..., but وبحسب «رويترز» فقد هدد ...
                self._media[k] = s
                return None
        span, kind = content_span(r, Complement("clause", at, at), self._voice, self._cues)
        return span, kind, r.word_at(span[1])

    def _sentence_before(self, s: Sourcing) -> tuple[Span, str, int] | None:
        """The sentence before a sourcing phrase that is one by itself (مدد اللاعب عقده. | وفقا لوكالة رويترز.)."""
        r = self._r
        if (
            s.source is None
            or r.stop[s.word] != SENTENCE
            or s.word != r.sentence_start(s.word)
            or r.enclosing(s.word - 1)
        ):
            return None
        first = r.sentence_start(s.word - 1)
        told = self._told(r.start[first], r.start[s.word])
        if told is not None or s.word - first < _WHOLE or s.word - first > LONGEST:
            return None
        span = trim(r, r.start[first], r.end[s.word - 1])
        return span, "mixed" if holds_reported_words(r, span) else "indirect", s.word

    def _clause_before(self, s: Sourcing) -> tuple[Span, str, int] | None:
        """The clause that a sourcing phrase ends, unless it stands behind a statement already reported."""
        r = self._r
        first = max(after_dateline(r, r.sentence_start(s.word), s.word), s.word - LONGEST)
        behind = s.source[1] if s.source is not None else s.until
        if ")" in r.gap[behind]:
            first = next((k for k in range(s.word - 1, max(first, s.word - _BRACKET), -1) if r.gap[k] == " ("), first)
        told = None if self._vouches(s) else self._told(r.start[first], r.start[s.word])
        if told is not None and not _subordinate(r, told.at, first):
            told.relay = told.relay or (None if _same_kind(r, s, told.source) else _medium(r, s))
            return None
        if (whole_clause := self._around_it(s, first)) is not None:
            return whole_clause
        told_of = self._cues.get(first)
        if s.word - first < 3 or (told_of is not None and told_of.verb.sense == "relay"):
            return None  # ونقلت الوكالة على لسان حداد ...
        q = r.enclosing(s.word - 1)
        first = _behind_turn(r, first, s.word)
        last = s.word - (r.words[s.word - 1] in v.FUNCTION["that_is"])  # ، وذلك وفقا لـ...
        span = trim(r, r.start[first], r.end[last - 1])
        closed = q is not None and q.closed and q.close_at <= r.start[s.word]
        if q is not None and closed and r.count(q) >= _WHOLE and (q.start <= r.start[first] + 3 or _apart(r, q)):
            return trim(r, q.start, q.end), "direct", s.word
        return span, "mixed" if holds_reported_words(r, span) else "indirect", s.word

    def _around_it(self, s: Sourcing, first: int) -> tuple[Span, str, int] | None:
        """The clause that a phrase between commas or dashes interrupts (المشكلة، بحسب الوزارة، في نقص المياه)."""
        r, end = self._r, self._r.sentence_end[s.word]
        at = s.source[1] if s.source is not None else s.until
        at = next((k for k in range(at, min(at + _ASIDE, end)) if r.stop[k] == COMMA), at)  # وفقا لبيان | على الموقع
        that_is = s.word > 0 and r.words[s.word - 1] in v.FUNCTION["that_is"]  # ، وذلك وفقا لمحللين في المصرف
        goes_on = at < end and (end - at > _ATTRIBUTE or verb_shape(r.words[at]) or future_shape(r.words[at]))
        aside = (
            goes_on and r.stop[s.word] == COMMA and r.stop[at] == COMMA
        )  # but وفقا لبيان الوزير، سامر حداد، الثلاثاء
        within = not that_is and end - at > _ATTRIBUTE and not any(r.stop[s.word : at + 1])
        within = within and v.is_function(r.words[at], "true_preposition") and r.words[at] not in v.FROM
        if within and _in_text(r, at):
            text = noun_phrase(r, at + 1, end)
            behind = text[1] if text is not None else at + 1
            within = behind < end and r.words[behind][0] == "ب" and r.words[behind] not in v.NOT_JOINED
        if (
            not (aside or within)  # وتعمل التقنية بحسب الشركة عن طريق ربط السيارة بالشبكة
            or r.words[at][0] == "و"
            or v.heads(r.words[at]) == "title"
            or at in self._cues
            or at in self._sourcing
            or v.is_function(r.words[at], "lead", "adjunct", "relative")
        ):
            return None
        (_, stop), _ = content_span(r, Complement("clause", at, at), self._voice, self._cues)
        span = trim(r, r.start[first], stop)
        return span, "mixed" if holds_reported_words(r, span) else "indirect", r.word_at(stop)

    def _told(self, start: int, end: int) -> Attribution | None:
        """The latest attribution whose content overlaps a stretch of text."""
        return next((a for a in reversed(self._found[-NEAR:]) if a.span[0] < end and start < a.span[1]), None)

    def medium(self, cue: Cue) -> Range | None:
        """The medium that a sourcing phrase right before a cue names (وبحسب الوكالة، قال ...)."""
        before = self._media.get(cue.word)
        return _medium(self._r, before) if before is not None else None

    def _vouches(self, s: Sourcing) -> bool:
        """Whether somebody else vouches for a statement just reported (دعا الرئيس إلى ...، وفق ما أكد مكتبه)."""
        if s.after != "verb" or s.source is None or self._r.words[s.word] in v.FUNCTION["as_verb"]:
            return False
        if (cue := self._cues.get(s.until)) is not None and cue.verb.locative:
            return False  # وذكر المرصد أن ...، بحسب ما جاء في تقرير للإذاعة
        return v.heads(self._r.words[s.source[0]]) != "medium"


def _apart(r: Reading, q: Quoted) -> bool:
    """Whether a quotation stands behind a comma of its own (تعهد بالصلح، | «ولو أمام الناس كلهم» على حد قوله)."""
    return r.stop[r.word_at(q.start)] == COMMA


def _may_act(word: str) -> bool:
    """Whether a word may be the verb of a clause."""
    shaped = word[0] in "يت" and len(word) > 3 and not (v.heads(word) or v.deverbal(word) or word in v.PLACES)
    return shaped or word in v.PAST or verb_shape(word)


def _goes_on_source(r: Reading, k: int) -> bool:
    """Whether a word only goes on the source before it: a preposition, what says who issued it, or when."""
    return r.words[k] in _GOES_ON


def _in_text(r: Reading, k: int) -> bool:
    """Whether في and a text tell where the source says it (حسب ما أعلنت الوزارة | في بلاغ لها)."""
    return r.words[k] in v.IN and k + 1 < r.size and (r.words[k + 1] in v.TEXTS or r.words[k + 1] in v.OCCASIONS)


def _subordinate(r: Reading, k: int, first: int) -> bool:
    """Whether a cue stands in a clause of time that only goes on the main one (اضطر الرئيس إلى ..، بعدما | هدد حداد ...)."""
    when = k - first > 2 and "و" + r.words[k - 1] in v.FUNCTION["when"]
    return when or (k - first > 3 and r.words[k - 1] == "ان" and r.words[k - 2] in v.FUNCTION["since"])


def _behind_turn(r: Reading, first: int, limit: int) -> int:
    """Index behind words that only turn to the next event (من جهة أخرى، | أغلقت المدارس؛ إلى ذلك | قتل ...), else `first`."""
    if first + 4 >= limit:
        return first
    if r.words[first] in v.FUNCTION["but"] and r.words[first + 1] == "ان":
        return first + 2  # غير أن | الاتحاد لم يتلق شكوى، حسبما قال متحدث
    if (
        r.words[first] in v.FUNCTION["likewise"]
        and not r.stop[first + 1]
        and r.words[first + 1] not in v.COMPLEMENTISERS
    ):
        return first + 1  # كما | شهدت المدينة اشتباكات، بحسب المرصد
    lead, noun, which = r.words[first : first + 3]
    if lead == "الي" and noun == "ذلك" and not r.has_article(first + 2):
        return first + 2
    turned = noun in v.FUNCTION["topic_of", "side"] and which in v.FUNCTION["another"]
    if turned and lead.removeprefix("و") in v.FUNCTION["from", "in"]:
        return first + 3 + (which == "ذي")  # في سياق ذي صلة
    return first


def _relays(r: Reading, s: Sourcing) -> bool:
    """Whether the source of a sourcing phrase is an agency or a paper, also one by its short name, which others speak through."""
    return _medium(r, s) is not None


def _same_kind(r: Reading, s: Sourcing, source: Range | None) -> bool:
    """Whether a sourcing phrase only calls the source of a statement by its kind (وكالة الأمن تتوقع ...، وفق تعبير | الوكالة)."""
    if s.source is None or source is None or s.source[1] - s.source[0] > 1:
        return False
    return v.bare(r.words[s.source[0]]) == v.bare(r.words[source[0]])


def _medium(r: Reading, s: Sourcing) -> Range | None:
    """The source of a sourcing phrase, if it is an agency or a paper, also one by its short name in marks."""
    if s.source is None:
        return None
    head = r.words[s.source[0]]
    plain = head[1:] if s.joined else head
    known = v.heads(plain) == "medium" or v.heads(v.bare(head)) == "medium" or plain in v.FUNCTION["agency"]
    short = r.quoted_at(s.source[0]) is not None and s.source[1] - s.source[0] == 1
    return s.source if known or (short and head not in v.WORDS["named_bodies"]) else None
