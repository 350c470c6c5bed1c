"""Speakers: whom the sources of one article name.

A mention is taken apart into titles and name by the shape of Arabic noun phrases (a title in the construct state takes
a complement, a nationality adjective carries the article, what is left is the name), then joined to what the article
said before: a family name to the full name, a title alone to its holder, an elided subject to the speaker at hand.
The order of preference follows the salience of centering theory (Grosz, Joshi and Weinstein 1995), as far as news needs it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from analysis.quotes import vocabulary as v
from analysis.quotes.reading import Reading
from analysis.quotes.sources import Range, verb_shape, noun_phrase

#: How far back an elided subject is looked for among people who have not spoken, in words.
_BACK = 120
_DEFINITE = ("ال", "وال", "بال", "لل")


@dataclass(slots=True)
class Mention:
    """A noun phrase taken apart.

    Attributes
    ----------
    words : list of str
        Folded.
    name : tuple of int or None
        Range of words of the person's name.
    roles : frozenset of str
        Bare words of title, office and nationality.
    head : str
        Bare first word.
    body : bool
        A body, medium or text rather than a person.
    crowd : bool
        Several or unnamed people.
    """

    span: Range
    words: list[str]
    name: Range | None
    roles: frozenset[str]
    head: str
    body: bool
    crowd: bool
    definite: bool
    joined: bool = False


@dataclass(slots=True)
class Speaker:
    """Somebody who speaks in the article: the fullest name so far, roles, gender and number."""

    name: str
    tokens: list[str]
    roles: set[str] = field(default_factory=set)
    head: str = ""
    body: bool = False
    gender: str = ""
    plural: bool = False
    named: bool = False


def describe(r: Reading, span: Range, joined: bool = False) -> Mention:
    """Take a noun phrase apart into titles and name.

    Parameters
    ----------
    r : Reading
    span : tuple of int
        Range of words.
    joined : bool
        Whether the first word carries the preposition ل, which is no part of it.

    Examples
    --------
    >>> from analysis.quotes.reading import read
    >>> r = read("رئيس بلدية السهل المهندس سامر حداد")
    >>> m = describe(r, (0, len(r)))
    >>> r.words[slice(*m.name)]
    ['سامر', 'حداد']
    """
    start, end = span
    words = r.words[start:end]
    if joined:
        words[0] = without_preposition(words[0])
    first = v.heads(words[0])
    plain = v.bare(words[0])
    crowd = plain in v.titles("crowd")
    body = first in ("body", "medium") and plain not in v.titles("role", "honorific")
    relation = plain in v.titles("relation")
    run = None if body or crowd or relation or _anonymous(r, span) else _name(r, span)
    if run is None and first == "" and not crowd:
        run = _bare_name(r, span)
    roles = frozenset(v.bare(w) for k, w in enumerate(words, start) if run is None or not run[0] <= k < run[1])
    return Mention(span, words, run, roles, plain, body, crowd, words[0].startswith(("ال", "وال")), joined)


def without_preposition(word: str) -> str:
    """A word without the ل before it: لمصدر is مصدر, للوزارة is الوزارة."""
    return "ال" + word[2:] if word.startswith("لل") else word[1:]


def _anonymous(r: Reading, span: Range) -> bool:
    """An indefinite title with a preposition behind it: described, not named (مسؤول في الوزارة)."""
    start, end = span
    if end - start < 2 or r.words[start].startswith(_DEFINITE):
        return False
    second = r.words[start + 1]
    return second in v.function_words("preposition") or second == "باسم"


def _bare_name(r: Reading, span: Range) -> Range | None:
    """A mention without any title: all of it is the name, up to a comma."""
    start, end = span
    k = start + 1
    while k < end and r.stop[k] == 0:
        k += 1
    return (start, k)


def _name(r: Reading, span: Range) -> Range | None:
    """The words that no title, complement or adjective accounts for: the name.

    The run right after an honorific is taken before others, then the first of two words or more, then the first.
    """
    runs = list(_runs(r, span))
    if not r.words[span[0]].startswith(_DEFINITE) and v.heads(r.words[span[0]]):
        runs = [run for run in runs if run[1] - run[0] > 1 or run[2]]  # رئيس بلدية السهل + one word: rarely a name
    runs = [_without_place(r, run) for run in runs if not _adjectives(r, run)]
    for start, end, honoured in runs:
        if honoured:
            return start, end
    runs.sort(key=lambda run: (run[1] - run[0] < 2, run[0]))
    return runs[0][:2] if runs else None


def _runs(r: Reading, span: Range) -> Iterator[tuple[int, int, bool]]:
    start, end = span
    run: int | None = None
    honoured = False  # an honorific stands before the run
    takes = False  # the word before is in the construct state: this one completes it
    titled = False
    for k in range(start, end):
        word = r.words[k]
        heads = v.heads(word) or (v.heads(word[1:]) if word[0] in "بل" and len(word) > 3 else "")
        definite = word.startswith(_DEFINITE)
        preposition = (word in v.function_words("preposition") and not (word == "علي" and r.written_with_yeh(k))) or (
            titled and word == "باسم"
        )
        if run is not None and (heads or r.stop[k] > 0 or preposition or _ends_name(r, k)):
            yield run, k, honoured
            run = None
        fits = not (heads or takes or preposition or word in v.function_words("same"))
        if (
            run is None
            and fits
            and not definite
            and (word[0] != "و" or word in v.words("not_joined"))
            and not _nisba(r, k, titled)
            and not verb_shape(word)
        ):
            run = k
            honoured = k > start and v.bare(r.words[k - 1]) in v.titles("honorific")
        if heads:
            titled = True
            takes = not definite and v.bare(word) not in v.titles("honorific")
        else:
            takes = preposition
    if run is not None:
        yield run, end, honoured


def _adjectives(r: Reading, run: tuple[int, int, bool]) -> bool:
    """Whether a run ends like a described noun (كبرى مدن الجنوب اليمني), not like a name."""
    words = r.words[run[0] : run[1]]
    return len(words) > 2 and words[-1].startswith("ال") and words[-2].startswith("ال") and "عبد" not in words


def _without_place(r: Reading, run: tuple[int, int, bool]) -> tuple[int, int, bool]:
    """Leave out a place with ب, or a purpose with ل, before the name (بعدن نجيب أحمد)."""
    start, end, honoured = run
    while end - start > 2 and (
        r.words[start][0] in "بل"
        and r.words[start] not in v.words("not_joined")
        or r.words[start].startswith("ال")
        and start > run[0]
    ):
        start += 1
    return start, end, honoured


def _ends_name(r: Reading, k: int) -> bool:
    """Whether a word cannot go on a name: a preposition, a second name after و, a purpose (لإبلاغه)."""
    word = r.words[k]
    if word == "علي" and r.written_with_yeh(k):
        return False
    if v.is_function(word, "preposition") or word in v.function_words("same") or word.startswith(("بال", "لل", "وال")):
        return True
    if word[0] == "و" and len(word) > 3 and word not in v.words("not_joined"):
        return len(word) < 6 or word[1:] in r.words or k > 1 and not v.heads(r.words[k - 2])
    at = r.folded.offset(r.start[k])
    return word[0] == "ل" and r.folded.original[at + 1 : at + 2] == "إ"


def _nisba(r: Reading, k: int, role_seen: bool) -> bool:
    """An indefinite adjective right after an indefinite title (مسؤول أمريكي)."""
    if not role_seen or k == 0:
        return False
    word, before = r.words[k], r.words[k - 1]
    return (
        word.endswith(("ي", "يه", "يون", "يين"))
        and v.heads(before) == "title"
        and not before.startswith("ال")
        and (v.bare(before) not in v.titles("honorific"))
    )


class Cast:
    """The speakers of one article in the order in which they come up."""

    def __init__(self, reading: Reading) -> None:
        self._r = reading
        self._speakers: list[Speaker] = []
        self._recent: list[Speaker] = []
        self._scanned = False

    def resolve(self, span: Range, gender: str = "", plural: bool = False, joined: bool = False) -> Speaker:
        """The speaker whom a source names; a new one if nobody so far fits."""
        mention = describe(self._r, span, joined)
        speaker = self._at_hand_again(mention, gender) or self._find(mention, gender)
        if speaker is None and not self._scanned and (mention.name is None or mention.name[1] - mention.name[0] == 1):
            self._scan()
            speaker = self._find(mention, gender)
        if speaker is None:
            speaker = self._varied(mention, gender) or self._new(mention)
        self._learn(speaker, mention)
        if gender and not speaker.gender:
            speaker.gender = gender
        speaker.plural = speaker.plural or plural or mention.crowd
        return speaker

    def _at_hand_again(self, mention: Mention, gender: str) -> Speaker | None:
        """The speaker at hand, where the mention says that it is the same (المسؤول ذاته)."""
        if mention.name is None and any(w in v.function_words("same_person") for w in mention.words):
            return self.at_hand(gender)
        return None

    def _varied(self, mention: Mention, gender: str) -> Speaker | None:
        """The named person at hand under another description (الخبير، الفنانة): news avoids saying a name twice."""
        if mention.name is not None or mention.body or mention.crowd:
            return None
        generic = mention.head in v.titles("relation") or mention.definite and mention.head in v.words("descriptions")
        if not generic or any(w in v.function_words("preposition") or w == "باسم" for w in mention.words):
            return None
        speaker = self.at_hand(gender)
        return (
            speaker
            if speaker is not None and speaker.named and (not gender or speaker.gender in ("", gender))
            else None
        )

    def at_hand(self, gender: str = "", plural: bool = False) -> Speaker | None:
        """The speaker to whom an elided subject goes: the latest whose gender and number agree with the verb."""
        if plural:
            return next((s for s in reversed(self._recent) if s.plural), None)
        for speaker in reversed(self._recent):
            if not gender or not speaker.gender or speaker.gender == gender or (speaker.body and speaker.plural):
                return speaker
        return self._recent[-1] if self._recent else None

    def turn_to(self, speaker: Speaker) -> None:
        """Let the speaker be the one at hand."""
        if speaker in self._recent:
            self._recent.remove(speaker)
        self._recent.append(speaker)

    def introduced(self, before: int, plural: bool = False) -> Speaker | None:
        """The person last named with a title before a word, for a cue with nobody at hand; a crowd for a plural."""
        r = self._r
        for k in range(before - 1, max(-1, before - _BACK), -1):
            if plural and v.bare(r.words[k]) not in v.titles("crowd"):
                continue
            if v.heads(r.words[k]) == "title" and (k == 0 or v.heads(r.words[k - 1]) != "title" or r.stop[k] > 0):
                span = noun_phrase(r, k, min(k + 16, before))
                if span is not None:
                    return self.resolve(span)
        return None

    def _new(self, mention: Mention) -> Speaker:
        r = self._r
        span = mention.name or _without_honorific(r, mention.span)
        speaker = Speaker(
            self._written(mention, span),
            [v.bare(w) for w in r.words[span[0] : span[1]]],
            set(mention.roles),
            mention.head,
            mention.body,
            named=mention.name is not None,
        )
        self._speakers.append(speaker)
        return speaker

    def _written(self, mention: Mention, span: Range) -> str:
        text = self._r.original(*span)[0]
        return without_preposition(text) if mention.joined and span[0] == mention.span[0] else text

    def _learn(self, speaker: Speaker, mention: Mention) -> None:
        speaker.roles |= mention.roles
        if mention.name is not None:
            tokens = [v.bare(w) for w in self._r.words[mention.name[0] : mention.name[1]]]
            if not speaker.named or len(tokens) > len(speaker.tokens):
                speaker.name, speaker.tokens, speaker.named = self._written(mention, mention.name), tokens, True

    def _find(self, mention: Mention, gender: str) -> Speaker | None:
        if mention.name is not None:
            tokens = [v.bare(w) for w in self._r.words[mention.name[0] : mention.name[1]]]
            for speaker in reversed(self._speakers):
                if speaker.named and _same_name(tokens, speaker.tokens):
                    return speaker
            return None
        known = [s for s in self._speakers if self._plays(s, mention)]
        if gender:
            known = [s for s in known if not s.gender or s.gender == gender] or known
        for speaker in reversed(self._recent):
            if speaker in known:
                return speaker
        return known[-1] if known else None

    def _plays(self, speaker: Speaker, mention: Mention) -> bool:
        """Whether the speaker holds the office, or is the body, that a mention without a name points to."""
        if mention.crowd or not mention.definite and len(mention.words) < 2:
            return mention.words == speaker.tokens
        if mention.body != speaker.body:
            return False
        told = {w for w in mention.roles if w not in v.function_words("same")}
        if speaker.body:
            return mention.head == speaker.head and (told <= speaker.roles or not _adds(told, speaker))
        return bool(told) and mention.head in speaker.roles and told <= speaker.roles | {""}

    def _scan(self) -> None:
        """Collect the people whom the whole article names with their titles, sources or not."""
        self._scanned = True
        r = self._r
        known = list(self._speakers)
        self._speakers.clear()
        k = 0
        while k < len(r):
            word = r.words[k]
            if v.heads(word) != "title" or (k and v.heads(r.words[k - 1]) == "title" and r.stop[k] == 0):
                k += 1
                continue
            span = noun_phrase(r, k, min(k + 16, len(r)))
            k += 1
            if span is None:
                continue
            mention = describe(r, span)
            if mention.name is None or not 2 <= mention.name[1] - mention.name[0] <= 4:
                continue
            tokens = [v.bare(w) for w in r.words[mention.name[0] : mention.name[1]]]
            if not any(s.named and _same_name(tokens, s.tokens) for s in known + self._speakers):
                self._new(mention)
        self._speakers.extend(known)


def _adds(told: set[str], speaker: Speaker) -> bool:
    return not told <= speaker.roles


def _same_name(a: list[str], b: list[str]) -> bool:
    """Whether the shorter name is part of the longer: the family name, or first and family name."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    if small == large:
        return True
    if not small or any(len(w) < 2 for w in small):
        return False
    return small[-1] in large[-2:] and all(w in large for w in small) or small == large[: len(small)] and len(small) > 1


def _without_honorific(r: Reading, span: Range) -> Range:
    """A title-only mention or the name of a body, without honorifics before and attributes behind."""
    start, end = span
    while (
        end - start > 1 and v.bare(r.words[start]) in v.titles("honorific") and r.words[start] not in v.titles("role")
    ):
        start += 1
    if r.words[start] in ("كل", "كلا") and end - start > 2:
        start += 2
    for k in range(start + 1, end):
        if r.words[k] in v.function_words("belonging"):
            return start, k
    return start, end
