"""Tellers: who says what a cue reports, and the medium that carries it."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.antecedents import antecedent
from analysis.quotes.cues import Complement, Cue
from analysis.quotes.praise import praise_at
from analysis.quotes.preverbal import source_before
from analysis.quotes.reading import Range, Reading
from analysis.quotes.reporting import stated_in
from analysis.quotes.sources import source_after
from analysis.quotes.sourcing import Sourcing
from analysis.quotes.through import relayed
from analysis.quotes.vouching import Vouching

#: A sourcing phrase before a participle begins within so many words.
_SOURCED: Final = 12


class Tellers:
    """Finds who says what the cues of one reading report.

    Parameters
    ----------
    r : Reading
    cues : dict of int to Cue
        All cues by word.
    sourcing : dict of int to Sourcing
        All sourcing phrases by word.
    vouching : Vouching
    """

    def __init__(self, r: Reading, cues: dict[int, Cue], sourcing: dict[int, Sourcing], vouching: Vouching) -> None:
        self._r = r
        self._cues = cues
        self._sourcing = sourcing
        self._vouching = vouching

    def told_by(self, cue: Cue, complement: Complement) -> tuple[Range | None, Range | None]:
        """The medium that carries what a cue reports, and who says it."""
        r, finite = self._r, cue.form.finite
        if praise_at(r, cue.word + 1) is not None:
            return None, None  # قال تعالى
        relay, source = relayed(r, cue, complement.left, self._cues)
        if relay is None and source is not None and cue.verb.sense == "relay":
            relay = source_before(r, cue)
        relay = relay or self._vouching.medium(cue)
        if source is None and finite and self._subject_first(cue):
            source = source_before(r, cue)
        if source is None and finite:
            source = source_after(r, cue, complement.left) or source_before(r, cue) or antecedent(r, cue)
        elif source is None and cue.form.part == "participle" and r.words[cue.word + 1] in v.WORDS["honours"]:
            source = cue.word + 1, cue.word + 2  # مؤكدا سيادته على ...
        elif (
            source is None and cue.form.part == "participle" and (vouched := self._vouched_before(cue.word)) is not None
        ):
            source = vouched
        elif source is None and relay is None and cue.form.part == "masdar":
            source = self._masdar_source(cue, complement.left)
        if (place := stated_in(r, cue, complement.left)) is not None:
            source = place
        carrier = relay is None and source is not None and v.heads(r.words[source[0]]) == "medium"
        if carrier and (named := self._named_by(cue.word, complement.left)) is not None:
            return source, named
        return relay, source

    def _vouched_before(self, word: int) -> Range | None:
        """The source of a sourcing phrase that ends right before a word (بحسب وكالة الأنباء | موضحة أن)."""
        near = (self._sourcing.get(k) for k in range(max(word - _SOURCED, 0), word))
        return next((s.source for s in near if s and s.source and s.source[1] == word and not self._r.stop[word]), None)

    def _named_by(self, first: int, limit: int) -> Range | None:
        """Whom a medium names between its verb and the content (ذكرت الصحيفة، نقلا عن مصدر، أن)."""
        between = (self._sourcing.get(k) for k in range(first, limit))
        return next((s.source for s in between if s and self._r.words[s.word] in v.FUNCTION["carried"]), None)

    def _subject_first(self, cue: Cue) -> bool:
        """Whether قد before the verb, or an object behind it, makes a subject before it the likelier one."""
        if cue.word == 0:
            return False
        if self._r.words[cue.word - 1] == "فقد" and not self._topic_first(cue.word):
            return False  # ونظرا لحجمه فقد وصف | العالم الاكتشاف بأنه ...
        whom = "".join(self._r.words[cue.word + 1 : cue.word + 2])
        if whom[:1] == "ل" and not (cue.form.joined or whom in v.NOT_JOINED or whom in v.GIVEN_NAMES or v.heads(whom)):
            return True  # موسكو تؤكد | لواشنطن أن
        many = cue.form.plural and not cue.form.joined  # المقربون منه | يتهمون الأطباء
        return many or self._r.words[cue.word - 1] == "قد" or cue.verb.takes_object or cue.verb.addresses

    def _topic_first(self, k: int) -> bool:
        """Whether the sentence of a word puts its topic first (أما الوزير فقد ...)."""
        return v.is_function(self._r.words[self._r.sentence_start(k)], "topic", "topic_to")

    def _masdar_source(self, cue: Cue, limit: int) -> Range | None:
        """What follows a bare verbal noun; before one with ب the subject of its verb (ومضى فلان بالقول)."""
        r, k = self._r, cue.word
        if cue.form.gender and limit > k:  # what the verb before it says again (جدد الوزير دعوته إلى)
            verbs = (
                other for j in range(k - 1, max(-1, k - 8), -1) if (other := self._cues.get(j)) and other.verb.soft
            )
            return next(
                (source_after(r, verb, k) or source_before(r, verb) for verb in verbs if verb.verb.continues), None
            )
        if not cue.form.gender and r.words[k][:3] not in ("الق", "بال"):
            return source_after(r, cue, limit)
        for verb in range(k - 1, max(-1, k - 12), -1):
            if r.sentence_end[verb] != r.sentence_end[k]:
                return None
            other = self._cues.get(verb)
            between = (
                other is not None and other.verb.preposition and r.words[verb].removeprefix("و") == other.verb.lemma
            )
            if other is not None and other.form.finite and not between:
                return source_after(r, other, k)  # قارنت حداد | بين الحالين بالقول
        return None
