"""One article as the stages of attribution read it: folded words, the boundaries between them, its quotation marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from analysis.arabic import Folded, fold
from analysis.quotes.boundaries import SENTENCE, boundary_in, find_breaks, find_stops, unbroken
from analysis.quotes.landmarks import find_notable, find_openings
from analysis.quotes.marks import Quoted, find_quoted
from analysis.quotes.spelt import GLUED, join_and, join_letters, letters_known, part_that
from analysis.quotes.verbs import forms
from analysis.quotes.vocabulary import (
    FUNCTION,
    IMAM,
    NOT_JOINED,
    TEXTS,
    heads,
)
from analysis.splitting import first_beyond, first_from, words

Range = tuple[int, int]  # word indices, half open

#: The article, also behind what is joined before it.
_ARTICLES: Final = ("ال", "وال", "بال", "لل")
#: Nobody has asked yet.
_UNASKED: Final = -1
#: Up to so many words, looking through the text is quicker than an index.
_SHORT: Final = 4000
#: So many places of a word are looked at: it keeps the time linear in the text's length.
_LOOKED_AT: Final = 8

#: Words in marks that may be a name have no more characters.
_NAME_LENGTH: Final = 40

_BEFORE: Final = frozenset(("امام", "وامام", "فامام"))


@dataclass(slots=True)
class Reading:
    """A text split for reading; all offsets are into the folded text.

    Attributes
    ----------
    folded : Folded
        Leads back to the original offsets.
    text : str
        The folded text.
    words, gap : list of str
        The words, and what stands before each of them (one more than words).
    start, end : list of int
        Offsets of the words.
    breaks : list of int
        The words before which more than a space stands, the first word, and last the end of the text.
    stop : list of int
        The boundary before each word (`boundaries.NONE` ... `PARAGRAPH`) and, last, at the end of the text.
    sentence_end : list of int
        For each word the index one past the last word of its sentence. A full stop inside a closed
        quotation ends no sentence.
    sentences : list of int
        The first word of each sentence.
    quoted : list of Quoted
        Quotations and quoted names, outermost first where they begin together.
    size : int
        Number of words.
    tanwin : frozenset of int
        Words written as indefinite accusatives (ضاحكةً): adverbs or objects, no subjects.
    notable : list of int
        The words that a stage may start from (see `landmarks`).
    openings : list of int
        Where a clause or speech may open: complementisers, words behind a colon or an opening mark.
    landmarks : list of int
        The notable words and those before which more than a space stands, in order: all others only go on a phrase.
    without_teh : bool
        Whether the text has no ة.
    """

    folded: Folded
    text: str
    words: list[str]
    start: list[int]
    end: list[int]
    gap: list[str]
    breaks: list[int]
    stop: list[int]
    sentence_end: list[int]
    sentences: list[int]
    quoted: list[Quoted]
    size: int
    tanwin: frozenset[int]
    notable: list[int]
    openings: list[int]
    landmarks: list[int]
    without_teh: bool
    _quote_starts: list[int] = field(default_factory=list)
    _outermost: list[int] = field(default_factory=list)  # for each quotation the index of the one around it all
    _definite: list[int] = field(default_factory=list)
    _maksura: dict[str, bool] = field(default_factory=dict)
    _places: dict[str, list[int]] = field(default_factory=dict)
    _marked: dict[str, int] | None = None  # how often short words in marks come up

    def opens_between(self, first: int, limit: int) -> bool:
        """Whether a clause or speech may open at a word from `first` on, before `limit`."""
        i = first_from(self.openings, first)
        return i < len(self.openings) and self.openings[i] < limit

    def clause_end(self, first: int, within: int) -> int:
        """Index of the first word from `first` on before which a mark stands, at most `within` words further."""
        limit = min(first + within, self.size)
        return next((k for k in range(first, limit) if self.stop[k]), max(limit, first))

    def landmarks_from(self, first: int, limit: int) -> list[int]:
        """The landmarks from a word on, before `limit`."""
        return self.landmarks[first_from(self.landmarks, first) : first_from(self.landmarks, limit)]

    def noted(self, first: int, limit: int) -> list[int]:
        """The notable words from `first` on, before `limit`."""
        return self.notable[first_from(self.notable, first) : first_from(self.notable, limit)]

    def places(self, stem: str, forms: Iterable[str] = ()) -> list[int]:
        """Where a folded word, or any of its forms that hold the stem, stands: the first places, in order."""
        if not stem:
            return []
        wanted = frozenset(forms) or frozenset((stem,))
        if self.size < _SHORT:
            return self._scan(stem, wanted)
        if not self._places:
            for k, word in enumerate(self.words):
                self._places.setdefault(word, []).append(k)
        return sorted(k for form in wanted for k in self._places.get(form, ())[:_LOOKED_AT])[:_LOOKED_AT]

    def _scan(self, stem: str, wanted: frozenset[str]) -> list[int]:
        found: list[int] = []
        at = self.text.find(stem)
        while at >= 0 and len(found) < _LOOKED_AT:
            k = first_beyond(self.end, at)
            if k == self.size:
                break
            if self.words[k] in wanted:
                found.append(k)
            at = self.text.find(stem, self.end[k])
        return found

    def comes_back(self, quotation: Quoted) -> bool:
        """Whether the text puts the same few words in marks more than once."""
        if quotation.end - quotation.start > _NAME_LENGTH:
            return False
        if self._marked is None:
            self._marked = {}
            for q in self.quoted:
                if q.end - q.start <= _NAME_LENGTH:
                    inside = self.text[q.start : q.end].strip()
                    self._marked[inside] = self._marked.get(inside, 0) + 1
        return self._marked.get(self.text[quotation.start : quotation.end].strip(), 0) > 1

    def quoted_within(self, start: int, end: int) -> list[Quoted]:
        """The quotations that begin between two offsets."""
        return self.quoted[first_from(self._quote_starts, start) : first_from(self._quote_starts, end)]

    def quoted_at(self, word: int) -> Quoted | None:
        """The outermost quotation whose first word this is."""
        if not self.quoted or self.gap[word] == " ":
            return None
        low = self.end[word - 1] if word else 0
        i = first_from(self._quote_starts, low)
        while i < len(self.quoted) and self.quoted[i].start <= self.start[word]:
            if self.quoted[i].end > self.start[word]:
                return self.quoted[i]
            i += 1
        return None

    def enclosing(self, word: int) -> Quoted | None:
        """The outermost quotation that this word stands in."""
        i = first_beyond(self._quote_starts, self.start[word]) - 1
        if i < 0:
            return None
        outermost = self.quoted[self._outermost[i]]
        return outermost if outermost.end > self.start[word] else None

    def original(self, first: int, last: int) -> tuple[str, int, int]:
        """Words `first` to `last` (exclusive) as the article writes them, with their original offsets.

        The closing mark of a quoted name at the end, or the bracket around one, belongs to them.
        """
        start, end = self.start[first], self.end[last - 1]
        if self.gap[last] == " ":  # nothing closes here
            start, end = self.folded.span(start, end)
            return self.folded.original[start:end], start, end
        quoted = self.enclosing(last - 1)
        whole = last == self.size or (quoted is not None and self.start[last] >= quoted.end)
        if quoted is not None and quoted.closed and whole and start <= quoted.open_at:
            end = quoted.close_at
        if self.gap[last].startswith(")") and self.text.count("(", start, end) > self.text.count(")", start, end):
            end += 1
        start, end = self.folded.span(start, end)
        return self.folded.original[start:end], start, end

    def has_article(self, word: int) -> bool:
        """Whether a word carries the article: the name إلياس, which folding begins with ال too, does not."""
        if not self._definite:
            self._definite = [_UNASKED] * self.size
        if self._definite[word] == _UNASKED:
            text = self.words[word]
            definite = text.startswith(_ARTICLES) and (text[0] == "ا" or text not in NOT_JOINED)  # but والد
            definite = definite and self.folded.original[self.folded.offset(self.start[word])] not in "إأآ"
            self._definite[word] = int(definite)
        return self._definite[word] == 1

    def written_with_yeh(self, word: int) -> bool:
        """Whether a word that folding ends in ي is written with ي, not ى: the name علي rather than على."""
        return self.folded.original[self.folded.offset(self.end[word] - 1)] == "ي"

    def written_with_teh(self, word: int) -> bool:
        """Whether a word ends in ة, which folding makes ه, or in ه where a text that has no ة must mean it."""
        last = self.folded.original[self.folded.offset(self.end[word] - 1)]
        if last != "ه" or not self.without_teh:
            return last == "ة"
        text = self.words[word]
        if self.has_article(word):
            return text not in FUNCTION["true_heh"]
        nouns = (text, text[1:]) if text[0] in "لبو" else (text,)
        return text.startswith("لل") or any(heads(w) in ("body", "medium") or w in TEXTS for w in nouns)

    def carries_pronoun(self, word: int) -> bool:
        """Whether a word ends like a noun with the pronoun of somebody named before (خصومه، وزارتها)."""
        text = self.words[word]
        if text.endswith("الله"):
            return False  # يارالله
        return text.endswith(("ها", "هم")) or (text[-1] == "ه" and not self.written_with_teh(word))

    def knows_alef_maksura(self, word: str) -> bool:
        """Whether a word is also written with ى, more than once or as often as with ي: with ي it is another one then.

        Where it is not, it is another one unless the text writes إلى with ي too.
        """
        if word not in self._maksura:
            at = self.places(word)
            with_yeh = sum(map(self.written_with_yeh, at))
            if with_yeh == len(at):
                self._maksura[word] = self._writes_maksura()
            else:
                self._maksura[word] = len(at) - with_yeh >= min(2, with_yeh)
        return self._maksura[word]

    def has_alef_maksura(self) -> bool:
        """Whether the text has ى at all."""
        if "" not in self._maksura:
            self._maksura[""] = "ى" in self.folded.original
        return self._maksura[""]

    def _writes_maksura(self) -> bool:
        """Whether the text has no إلى that is written with ي (آلي is another word)."""
        original, at = self.folded.original, self.folded.offset
        to = (k for k in self.places("الي") if original[at(self.start[k])] in "إا")
        return not any(map(self.written_with_yeh, to))

    def sentence_start(self, word: int) -> int:
        """The first word of the sentence that a word stands in."""
        return self.sentences[first_beyond(self.sentences, word) - 1]

    def word_at(self, offset: int) -> int:
        """Index of the first word that ends after `offset`."""
        return first_beyond(self.end, offset)

    def count(self, quotation: Quoted) -> int:
        """Number of words in a quotation."""
        return first_from(self.start, quotation.end) - first_from(self.start, quotation.start)


def read(text: str) -> Reading:
    """Fold, split and mark up a text for the stages that follow."""
    folded = fold(text)
    w = words(folded.text)
    if " و " in folded.text or "\nو " in folded.text or folded.text.startswith("و "):
        w = join_and(w)
    if GLUED in folded.text:
        w = part_that(w, forms())
    starting = find_notable(w)
    known = letters_known()
    letters = [k for k in starting if w.text[k] in known]
    if letters and (joined := join_letters(w, letters)) is not None:
        w, starting = joined, find_notable(joined)
    for k in starting:
        if w.text[k] == "ان" and folded.original[folded.offset(w.start[k])] == "آ":
            w.text[k] = "آن"  # in a name, or the time: no أن
    if IMAM in folded.original:
        for k, word in enumerate(w.text):
            if word in _BEFORE and folded.original[folded.offset(w.end[k] - len(IMAM))] == IMAM[0]:
                w.text[k] = word[:-4] + IMAM  # no preposition
    last = len(w.text)
    breaks = find_breaks(w.gap) if last else []
    stop, wrapped = find_stops(w, breaks)
    quoted = find_quoted(unbroken(folded.text, w, wrapped) if wrapped else folded.text)
    reading = Reading(
        folded,
        folded.text,
        w.text,
        w.start,
        w.end,
        w.gap,
        breaks,
        stop,
        [],
        [],
        quoted,
        len(w.text),
        _tanwin(folded, w.end),
        starting,
        find_openings(w, starting, breaks, stop, quoted),
        sorted({*breaks, *starting}),
        "ة" not in text,
        [q.start for q in quoted],
        list(accumulate((i if q.depth == 0 else 0 for i, q in enumerate(quoted)), max)),
    )
    reading.sentences, reading.sentence_end = _sentences(reading)
    return reading


def _tanwin(folded: Folded, ends: list[int]) -> frozenset[int]:
    """The words that folding took a tanwin of the accusative from."""
    if "\u064b" not in folded.original:
        return frozenset()
    return frozenset(first_beyond(ends, at - 1) for at in folded.dropped("\u064b"))


def _sentences(r: Reading) -> tuple[list[int], list[int]]:
    """The first word of each sentence, and for each word where its sentence ends."""
    outer = [q for q in r.quoted if q.depth == 0 and q.closed]
    opened = [q.start for q in outer]
    starts: list[int] = []
    ends: list[int] = []
    stop = r.stop
    for i in [i for i in r.breaks[1:] if stop[i] >= SENTENCE]:
        if opened and i < r.size:
            k = first_from(opened, r.start[i]) - 1  # the last quotation that opens before this word
            opens = outer[k].start if k >= 0 else 0  # behind a full stop it opens a sentence (انتهى. «.. نريد السلام»)
            if k >= 0 and outer[k].end > r.start[i] and boundary_in(r.text[r.end[i - 1] : opens]) < SENTENCE:
                continue
        starts.append(len(ends))
        ends += [i] * (i - len(ends))
    return starts, ends
