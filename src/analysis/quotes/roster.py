"""Roster: the persons and bodies that one article names, and which of them a mention means.

A mention is joined to what the article said before: a family name to the full name, a title alone to its holder.
"""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from analysis.arabic import key
from analysis.quotes import vocabulary as v
from analysis.quotes.ahead import named_with
from analysis.quotes.mentions import Mention, begins_with_l, describe, without_attributes, without_preposition
from analysis.quotes.namewords import spelt_alike
from analysis.quotes.persons import ACCUSATIVE, Speaker, is_accusative, joined_by_and, of_that_body, same_name
from analysis.quotes.reading import Range, Reading

#: So many speakers back are looked at: it keeps the time linear in the text's length.
MEMORY: Final = 50


class Roster:
    """Everybody who has come up in an article, or whom it names further on.

    Attributes
    ----------
    recent : list of Speaker
        Those who have spoken, the latest last.
    family_names : set of str
        Names by which the text may turn to somebody again.
    """

    def __init__(self, reading: Reading) -> None:
        self.recent: list[Speaker] = []
        self.family_names: set[str] = set()
        self._r = reading
        self._speakers: list[Speaker] = []
        self._ahead: list[Speaker] = []  # named later in the text: nobody speaks in their stead by having spoken last
        self._seen: set[int] = set()
        self._looked: set[tuple[str, bool]] = set()
        self._praised: dict[str, Speaker] = {}
        self._described: dict[tuple[Range, bool], Mention] = {}

    def praised(self, name: str) -> Speaker:
        """Whom a praise in place of a name means (قال تعالى): nobody at hand, so none of those who speak in the text."""
        return self._praised.setdefault(name, Speaker(name, key(name).split(), named=True, praised=True))

    def turn_to(self, speaker: Speaker) -> None:
        """Let the speaker be the one who has spoken last."""
        if speaker in self.recent:
            self.recent.remove(speaker)
        self.recent.append(speaker)
        del self.recent[:-MEMORY]

    def describe(self, span: Range, joined: bool = False) -> Mention:
        """A mention taken apart, once."""
        if (span, joined) not in self._described:
            self._described[span, joined] = describe(self._r, span, joined)
        return self._described[span, joined]

    def known(self) -> list[Speaker]:
        """Those named ahead, then the latest who have come up."""
        return self._ahead + self._speakers[-MEMORY:]

    def new(self, mention: Mention) -> Speaker:
        """Take in somebody who has not come up before."""
        self._speakers.append(speaker := self._made(mention))
        return speaker

    def _made(self, mention: Mention) -> Speaker:
        r = self._r
        span = mention.name or without_attributes(r, mention.span)
        speaker = Speaker(
            self._written(mention, span),
            [v.bare(w) for w in r.words[span[0] : span[1]]],
            set(mention.roles),
            mention.head,
            mention.body,
            self._gender(mention),
            named=mention.name is not None,
            governed=set(mention.governed),
        )
        self._remember(speaker)
        return speaker

    def _remember(self, speaker: Speaker) -> None:
        """Note the family name of a person."""
        if speaker.named and len(speaker.tokens) > 1:
            self.family_names.add(speaker.tokens[-1])

    def _gender(self, mention: Mention) -> str:
        """The gender that a title or the head of a body's name tells, or nothing."""
        k = mention.span[0]
        if mention.name is not None and self._r.written_with_teh(mention.name[0]):
            first = self._r.words[mention.name[0]]
            return "m" if first in v.FUNCTION["masculine_name"] else "f"
        if mention.crowd or not (v.heads(mention.words[0]) or v.heads(mention.head)):
            return ""
        if self._r.written_with_teh(k):
            return "f"
        return "m" if not mention.body and mention.head not in v.WORDS["either_gender"] else ""

    def _written(self, mention: Mention, span: Range) -> str:
        text = self._r.original(*span)[0].replace("\n", " ")  # around a linked name
        if span[0] != mention.span[0]:
            return text
        if is_accusative(self._r, span[0]):  # أن مصدرا أمنيا في الوزارة
            endings = list(takewhile(lambda k: len(self._r.words[k]) > 2 and self._r.words[k][-1] == "ا", range(*span)))
            text = ACCUSATIVE.sub("", text, count=len(endings))
        if mention.joined and begins_with_l(self._r.words[span[0]]):
            return "ال" * self._definite_alike(span) + text[1:]
        if mention.joined:
            return without_preposition(text)
        return text[1:].lstrip() if joined_by_and(self._r, span[0]) else text

    def _definite_alike(self, span: Range) -> bool:
        """Whether a noun in ل behind ل carries the article: alone, or before its adjective (وفقا للائحة، للجنة المنظمة)."""
        second = span[0] + 1
        return second == span[1] or (self._r.has_article(second) and self._r.written_with_teh(second))

    def learn(self, speaker: Speaker, mention: Mention) -> None:
        """Take in what a mention adds: titles, the full name."""
        speaker.roles |= mention.roles
        speaker.governed |= mention.governed
        speaker.governed.discard(mention.office())
        if mention.body and speaker.body:
            self._learn_body(speaker, mention)
        if mention.name is not None:
            tokens = [v.bare(w) for w in self._r.words[mention.name[0] : mention.name[1]]]
            if not speaker.named or len(tokens) > len(speaker.tokens):
                speaker.name, speaker.tokens, speaker.named = self._written(mention, mention.name), tokens, True
                self._remember(speaker)

    def _learn_body(self, speaker: Speaker, mention: Mention) -> None:
        """Call a body by its fuller name once the article gives it."""
        span = without_attributes(self._r, mention.span)
        if span[1] - span[0] > len(speaker.tokens) and span[1] - span[0] <= 6:
            speaker.name = self._written(mention, span)
            speaker.tokens = [v.bare(w) for w in self._r.words[span[0] : span[1]]]

    def find(self, mention: Mention, gender: str) -> Speaker | None:
        """Whom of those known a mention means: by name, or by title alone, whoever has spoken last before others."""
        if mention.name is not None:
            tokens = [v.bare(w) for w in self._r.words[mention.name[0] : mention.name[1]]]
            for speaker in reversed(self.known()):
                if speaker.named and same_name(tokens, speaker.tokens):
                    return speaker
            namesakes = [s for s in self.known() if s.named and _by_given_name(mention, tokens, s)]
            if not namesakes and len(tokens) == 1:
                namesakes = [s for s in self.known() if s.named and spelt_alike(tokens[0], s.tokens[-1])]
            return namesakes[0] if len(namesakes) == 1 else None
        if self._elsewhere(mention):
            return None
        known = [s for s in self.known() if self._plays(s, mention)]
        if gender:
            known = [s for s in known if not s.gender or s.gender == gender] or known
        for speaker in reversed(self.recent):
            if speaker in known:
                return speaker
        return known[-1] if known else None

    def _elsewhere(self, mention: Mention) -> bool:
        """Whether a sentence that turns to another state speaks of its bodies (وفي الكويت، أعلنت السلطات ...)."""
        r, first = self._r, self._r.sentence_start(mention.span[0])
        if not mention.body or len(mention.words) > 1 or first + 2 >= r.size or not v.is_function(r.words[first], "in"):
            return False
        return r.words[first + 1] in v.PLACES and r.stop[first + 2] > 0 and first + 2 < mention.span[0]

    def _plays(self, speaker: Speaker, mention: Mention) -> bool:
        """Whether the speaker holds the office, or is the body, that a mention without a name points to."""
        if mention.crowd or (not mention.definite and len(mention.words) < 2):
            return mention.words == speaker.tokens and not speaker.name.startswith("ال")  # شهود are not الشهود
        if mention.body != speaker.body:
            return False
        if speaker.body and _is_some_text(mention) and len(speaker.tokens) > 1:
            return mention.words == speaker.tokens  # تقرير لوكالة, another than the report before
        told = {w for w in mention.roles if v.SAME.isdisjoint((w, "ال" + w))}
        told = {w for w in told if not (w.endswith("يه") and w[:-1] in mention.roles)}
        told -= v.FUNCTION["of_state"]  # رئيس الجمهورية: الرئيس
        if not speaker.body and of_that_body(self._r, mention):
            return mention.head in speaker.roles
        if speaker.body:
            return mention.head == speaker.head and (told <= speaker.roles or speaker.roles <= told)
        if mention.office() in speaker.governed:
            return False  # مستشار وزير الإسكان سامر حداد is no minister
        return bool(told) and mention.head in speaker.roles and told <= speaker.roles

    def look_ahead(self, mention: Mention) -> None:
        """Learn who the article names, anywhere, with the title or the family name of a mention."""
        sought = mention.head if mention.name is None else self._r.words[mention.name[0]]
        if (sought, mention.name is None) in self._looked:
            return
        self._looked.add((sought, mention.name is None))
        known = self.known()
        named: list[Speaker] = []
        for other in named_with(self._r, sought, mention.name is None, self._seen, self.describe):
            assert other.name is not None
            tokens = [v.bare(w) for w in self._r.words[other.name[0] : other.name[1]]]
            same = next((s for s in known + named if s.named and same_name(tokens, s.tokens)), None)
            if same is None:
                named.append(self._made(other))
            else:
                same.roles |= other.roles
        self._ahead = [*named, *self._ahead][:MEMORY]


def _is_some_text(mention: Mention) -> bool:
    """Whether a mention introduces a report, a survey: indefinite in all its words."""
    several = len(mention.words) > 1 and mention.head in v.TEXTS
    return several and not any(word.startswith("ال") or word in v.PLACES for word in mention.words)


def _by_given_name(mention: Mention, tokens: list[str], speaker: Speaker) -> bool:
    """Whether a given name alone, with the same title, is that of a speaker (الشيخ حمد بن زايد ... الشيخ حمد)."""
    if tokens[0] != speaker.tokens[0] or tokens[0] not in v.GIVEN_NAMES or 1 not in (len(tokens), len(speaker.tokens)):
        return False
    return not mention.roles.isdisjoint(speaker.roles)
