"""Speakers: whom the sources of one article mean.

A mention with a name or a title finds its bearer in the roster; an elided subject, a pronoun or a description means the
speaker at hand. The order of preference follows the salience of centering theory (Grosz, Joshi and
Weinstein 1995), as far as news needs it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from analysis.quotes import recall
from analysis.quotes import vocabulary as v
from analysis.quotes.ahead import MENTION
from analysis.quotes.attention import Attention
from analysis.quotes.beginnings import behind_given_name
from analysis.quotes.datelines import is_byline
from analysis.quotes.mentions import Mention
from analysis.quotes.persons import (
    Speaker,
    fits,
    goes_on_name,
    may_be_named,
)
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.reading import Range, Reading
from analysis.quotes.roster import Roster
from analysis.quotes.sources import own_words

#: So far before it stands whom "the latter" means, in words.
_LATTER: Final = 40
#: Somebody's lawyer, husband or doctor is named within so many words.
_SOON: Final = 250
#: A relative told by the person alone (والد الطالبة، زوجها) has no more words.
_RELATED: Final = 2
#: So far before a nationality the title stands, in words.
_TITLE_BEFORE: Final = 6
#: So many titles are looked at before an honour.
_LOOKS: Final = 12


class Cast:
    """The speakers of one article in the order in which they come up."""

    def __init__(self, reading: Reading, attention: Attention) -> None:
        self._r = reading
        self._attention = attention
        self.roster = Roster(reading)
        self._topic: Speaker | None = None
        self._turned: Range | None = None  # the mention of the topic
        self._at = 0  # the word that has been read up to
        self._spoke = -1  # where somebody last spoke
        self._vouched: Speaker | None = None  # whom a sourcing phrase has named since somebody last spoke

    def resolve(
        self, span: Range, gender: str = "", plural: bool = False, joined: bool = False, continues: bool = False
    ) -> Speaker:
        """The speaker whom a source names; a new one if nobody so far fits."""
        if (
            span[1] - span[0] == 1
            and own_words(self._r.words[span[0]])
            and (at_hand := self.at_hand(gender)) is not None
        ):
            return at_hand  # بحسب رأيه
        mention = self.roster.describe(span, joined)
        if not continues and (home := self._at_home(mention)) is not None:
            return self.resolve(home)
        speaker = self._at_hand_again(mention, gender) or self.roster.find(mention, gender)
        if speaker is None and may_be_named(mention):
            self.roster.look_ahead(mention)
            speaker = self.roster.find(mention, gender)
        if speaker is None and mention.possessed:
            speaker = self._named_soon(mention)
        if speaker is None and (speaker := self._varied(mention, gender, continues)) is not None:
            mention = replace(
                mention, roles=mention.roles - v.WORDS["descriptions"], name=None
            )  # the next may be called so too
        if speaker is None:
            speaker = self.roster.new(mention)
        self.roster.learn(speaker, mention)
        if gender and (not speaker.gender or (speaker.named and not plural)):
            speaker.gender = gender  # the verb knows better than a title (قالت نقيب الممرضين)
        counted = mention.words[0] in v.FUNCTION["source_word"] and not v.GROUP.isdisjoint(mention.words[1:2])
        group = counted or mention.words[0] in v.GROUP or mention.words[0] in v.CARDINALS or _some_people(mention.words)
        several = mention.words[0].endswith("ون") and mention.words[0] not in v.GIVEN_NAMES and not mention.body
        of_trade = mention.words[0].startswith("ال") and mention.words[0].endswith("يون")  # الحرفيون
        many = several and (of_trade or not v.TRUE_PREPOSITION.isdisjoint(mention.words))  # قائمون على البنوك
        speaker.plural = speaker.plural or plural or mention.crowd or group or many
        return speaker

    def _at_home(self, mention: Mention) -> Range | None:
        """Whom a title of state alone means, where the text calls another's by his country (الرئيس الغيني): the first with a name."""
        r, (k, end) = self._r, mention.span
        if end - k > 1 or mention.head not in v.FUNCTION["state_title"] or not mention.definite:
            return None
        places = r.places(r.words[k])
        if not any(self._foreign(at) for at in places):
            return None
        first = next((at for at in places if at + 1 < r.size and not (r.stop[at + 1] or self._foreign(at))), k)
        span = noun_phrase(r, first, min(first + MENTION, r.size)) if first < k else None
        named = self.roster.describe(span) if span is not None else None
        return named.span if named is not None and named.name is not None and named.name[0] == first + 1 else None

    def _foreign(self, k: int) -> bool:
        """Whether a title is told by a country (الرئيس | الغيني)."""
        r = self._r
        return k + 1 < r.size and not r.stop[k + 1] and r.words[k + 1].removeprefix("ال") in v.nationalities()

    def praised(self, name: str) -> Speaker:
        """Whom a praise in place of a name means (قال تعالى): nobody at hand, so none of those who speak in the text."""
        return self.roster.praised(name)

    def read_on(self, at: int) -> None:
        """Take in what the text says up to a word."""
        self._at = at

    @property
    def topic(self) -> Speaker | None:
        """Whom the text has turned to since somebody last spoke."""
        turned = self._attention.turned_to(self._spoke, self._at, self.roster.family_names)
        if turned != self._turned:
            self._turned = turned  # resolving may itself ask who is at hand
            self._topic = self.resolve(turned) if turned is not None else None
        return self._topic

    def _at_hand_again(self, mention: Mention, gender: str) -> Speaker | None:
        """The speaker at hand, where the mention says that it is the same (المسؤول ذاته), or is but an honour (معاليه)."""
        if mention.words[0] in v.WORDS["honours"]:
            honoured = self._honoured(mention.words[0]) or self.at_hand(gender)
            return honoured if honoured is not None and not honoured.body else self._honoured_before(mention)
        if mention.words[0] in v.FUNCTION["the_latter"]:
            return self._last_named(mention.span[0])
        if len(mention.words) == 1 and mention.words[0] in v.FUNCTION["the_former"]:
            return self._first_of_two(mention.span[0]) or self.introduced(mention.span[0])
        if len(mention.words) == 1 and mention.definite and v.heads(mention.words[0]) == "medium":
            return self._body_before(mention) or self.roster.find(
                mention, gender
            )  # صحيفة «...» عنونت ...، وقالت الصحيفة
        if len(mention.words) == 1 and mention.definite and mention.body:
            topic = self.topic
            first = self._turned is not None and self._turned[0] == self._r.sentence_start(self._turned[0])
            if topic is not None and first and topic.head == mention.head and not topic.name.startswith("ال"):
                return topic  # وشركة الراية تقدم نصائح. وتقول الشركة
            found, spoken = (
                self.roster.find(mention, gender),
                any(s.head == mention.head for s in self.roster.known()),
            )
            if found is not None or spoken:
                return found
            before = self._body_before(mention)  # وعبر حزب «...» عن قلقه ...، ودعا الحزب
            if before is None and mention.head in v.FUNCTION["generic_body"]:
                last = self.at_hand(gender)
                return last if last is not None and last.body else None
            return before
        same = self._is_same(mention)
        if mention.body and same:
            return self.roster.find(mention, gender) or self._body_before(mention)
        if same and (mention.name is None or mention.words[0] in v.SAME_PERSON):
            official = any(v.bare(word) in v.FUNCTION["official"] for word in mention.words)  # ذات المسؤول
            if self._vouched is not None and (official or mention.head in self._vouched.roles):
                return self._vouched
            last = self.at_hand(gender)
            if last is not None and last.body and (holder := self.roster.find(mention, gender)) is not None:
                return holder  # الناطق ذاته, where a council spoke last
            return last or next((s for s in reversed(self.roster.known()) if s.named), None)
        return None

    def _is_same(self, mention: Mention) -> bool:
        """Whether نفسه or ذاته says that somebody is meant again."""
        r, end = self._r, mention.span[1]
        behind = r.words[end : end + 1] if r.stop[end] == 0 else []
        return any(w in v.SAME_PERSON for w in (*mention.words, *behind))

    def _last_named(self, before: int) -> Speaker | None:
        """The person named last before a word (لكن الأخير نفى ذلك)."""
        named = {speaker.tokens[-1]: speaker for speaker in self.roster.known() if speaker.named}
        words = self._r.words
        for k in range(before - 1, max(-1, before - _LATTER), -1):
            if (speaker := named.get(v.bare(words[k]))) is not None:
                return speaker
            if is_byline(self._r, self._r.sentence_start(k)):
                continue
            if words[k] in v.GIVEN_NAMES and (span := noun_phrase(self._r, k, before)) is not None:
                return self.resolve(span)
            if goes_on_name(words[k]) and behind_given_name(self._r, words[k], k):
                return self.resolve((k, k + 1))
        return self.introduced(before)

    def _first_of_two(self, before: int) -> Speaker | None:
        """The person named with a title before the last one (التقى الوزير سامر بالمدرب كامل، وأكد الأول)."""
        last = recall.introduced(self._r, before, first=max(0, before - _LATTER))
        earlier = recall.introduced(self._r, last[0][0], first=max(0, before - _LATTER)) if last is not None else None
        return self.resolve(earlier[0], joined=earlier[1]) if earlier is not None else None

    def _body_before(self, mention: Mention) -> Speaker | None:
        """The body that the text last named with a word (منظمة «...» ... المنظمة نفسها)."""
        span = recall.body(self._r, mention.span[0], mention.head)
        return self.resolve(span) if span is not None else None

    def _named_soon(self, mention: Mention) -> Speaker | None:
        """Whom the text soon names by the title of somebody's (قال محاميه إن ...، وقال المحامي سامر حداد إن)."""
        r, sought = self._r, mention.possessed
        soon = (k for k in r.places(sought, (sought, "ال" + sought)) if mention.span[1] <= k < mention.span[1] + _SOON)
        span = next((noun_phrase(r, k, min(k + MENTION, r.size)) for k in soon), None)
        named = self.roster.describe(span) if span is not None else None
        return self.resolve(named.span) if named is not None and named.name is not None else None

    def _honoured(self, word: str) -> Speaker | None:
        """The latest speaker who has a title that goes with an honour (سيادته: the president)."""
        titles = v.honour_titles(word)
        for speaker in (*reversed(self.roster.recent), *reversed(self.roster.known())):
            if speaker.named and not titles.isdisjoint(speaker.roles):
                return speaker
        return None

    def _honoured_before(self, mention: Mention) -> Speaker | None:
        """The person last named with a title that goes with an honour, before anybody spoke; else any person with a title."""
        titles, before = v.honour_titles(mention.words[0]), mention.span[0]
        for _ in range(_LOOKS):
            if (found := recall.introduced(self._r, before)) is None:
                break
            (first, end), joined = found
            known = self.roster.describe((first, end), joined).name is not None
            if known and not titles.isdisjoint(map(v.bare, self._r.words[first:end])):
                return self.resolve((first, end), joined=joined)  # الأمير بدر ... شكر سمو ولي العهد، وأوضح سموه
            before = first
        return self.introduced(mention.span[0])

    def _varied(self, mention: Mention, gender: str, continues: bool) -> Speaker | None:
        """The named person at hand under another description (الخبير، الفنانة): news avoids saying a name twice.

        Where the verb goes on with what was said (وأضاف الرئيس الجديد) any title will do.
        """
        foreign = any(map(_tells_country, mention.words[1:])) and all(w.startswith("ال") for w in mention.words)
        if (mention.name is not None and not foreign) or mention.body or mention.crowd:
            return None
        if mention.words == ["المصدر"] and self._vouched is not None and (self._vouched.body or self._vouched.plural):
            return self._vouched  # وبحسب الصحيفة ...، حسب المصدر
        k = mention.span[0] + 1
        epithet = k < mention.span[1] and self._r.quoted_at(k) is not None  # صاحبة «الرواية»
        generic = (
            epithet
            or (mention.head in v.RELATIONS and not self._related(mention))
            or (mention.definite and mention.head in v.WORDS["descriptions"])
        )
        whole = mention.definite or any(word.startswith("ال") for word in mention.words[1:3])  # رئيس الفريق بالبرلمان
        person = v.heads(mention.words[0]) == "title" or foreign  # الحكم الإنجليزي
        if not (continues and whole and person):
            described = any(w in v.PREPOSITION or w == "باسم" or w.startswith("لل") for w in mention.words)
            described = described or (v.bare(mention.words[0]) in v.FUNCTION["official"] and len(mention.words) > 2)
            first = mention.span[0]
            pointed = first > 0 and self._r.words[first - 1] in v.DEMONSTRATIVE  # هذا | الخبير في شؤون المنطقة
            if (described and not pointed) or not generic:
                return None
        alone = mention.definite and len(mention.words) == 1
        speaker = self.at_hand(gender, continues=continues)
        if speaker is not None and speaker.body and alone and mention.head not in v.FUNCTION["official"]:
            people = (s for s in reversed(self.roster.recent) if s.named and not s.body and fits(s, gender))
            speaker = next(people, None)
        official = mention.head in v.FUNCTION["official", "speaks_for"]
        if speaker is None and mention.definite and v.heads(mention.words[0]) == "title" and not official:
            last = self._last_named(mention.span[0])  # ولجت ليلى سرحان القاعة. وقالت الكاتبة
            speaker = last if last is not None and last.tokens[0] in v.GIVEN_NAMES else None
        if speaker is not None and _of_another_country(speaker, mention):
            speaker = self._compatriot(mention) or speaker  # وقال بحاح ...، وأعرب المسؤول الإماراتي
        mother = mention.head in v.RELATIONS and gender == "f"  # وأكدت والدتها: no man at hand
        known = ("", gender) if not mother else (gender,)
        return speaker if speaker is not None and speaker.named and (not gender or speaker.gender in known) else None

    def _compatriot(self, mention: Mention) -> Speaker | None:
        """The person whom the text names with a title and the nationality of a description (المسؤول الإماراتي)."""
        r, before = self._r, mention.span[0]
        for k in (k for country in sorted(_countries(mention.roles)) for k in r.places("ال" + country) if k < before):
            for first in range(k - 1, max(-1, k - _TITLE_BEFORE), -1):
                span = (
                    noun_phrase(r, first, min(first + MENTION, r.size)) if v.heads(r.words[first]) == "title" else None
                )
                named = self.roster.describe(span) if span is not None and span[1] > k else None
                if named is not None and named.name is not None:
                    return self.resolve(named.span)
        return None

    def _related(self, mention: Mention) -> bool:
        """Whether a relative is told by persons with titles and a name (زوج المعلمة ووالد الطالبة سامر حداد)."""
        return len(mention.words) > _RELATED and any(v.heads(word) == "title" for word in mention.words[1:])

    def at_hand(
        self, gender: str = "", plural: bool = False, continues: bool = False, besides: Speaker | None = None
    ) -> Speaker | None:
        """Whom an elided subject means: the latest who agrees with the verb in gender and number.

        Somebody whom the text has turned to since goes before the last who spoke, unless the verb goes on with the
        words of the latter (أضاف).
        """
        if not (continues or plural or besides) and (topic := self.topic) is not None and fits(topic, gender):
            return topic
        if plural:
            return next((s for s in reversed(self.roster.recent) if s.plural and s is not besides), None)
        recent = [s for s in self.roster.recent if s is not besides]
        for speaker in reversed(recent):
            if fits(speaker, gender):
                return speaker
        woman = recall.introduced(self._r, self._at, gender=gender) if gender == "f" and recent else None
        if woman is not None and self.roster.describe(*woman).name is not None:
            return self.resolve(woman[0], gender, joined=woman[1])  # بحضور محاميته ليلى سرحان. وقالت
        return recent[-1] if recent else None

    def vouch(self, speaker: Speaker) -> None:
        """Note whom a sourcing phrase has named: the same source, or المصدر alone, means it."""
        self._vouched = speaker

    def turn_to(self, speaker: Speaker) -> None:
        """Let the speaker be the one at hand."""
        self._topic = self._turned = self._vouched = None
        self._spoke = self._at
        self.roster.turn_to(speaker)

    def introduced(self, before: int, plural: bool = False, first: int = 0) -> Speaker | None:
        """The person last named with a title before a word, for a cue with nobody at hand; a crowd for a plural."""
        named = recall.introduced(self._r, before, plural, first)
        return self.resolve(named[0], joined=named[1]) if named is not None else None


def _tells_country(word: str) -> bool:
    """Whether a definite word is a nationality (الإنجليزي)."""
    return word.startswith("ال") and word.removeprefix("ال") in v.nationalities()


def _countries(roles: Iterable[str]) -> set[str]:
    """The nationalities among the words of titles, in the masculine."""
    return {role for role in roles if role in v.nationalities()}


def _of_another_country(speaker: Speaker, mention: Mention) -> bool:
    """Whether a mention tells another nationality than a speaker is known to have."""
    told, known = _countries(mention.roles), _countries(speaker.roles)
    return bool(told and known) and told.isdisjoint(known)


def _some_people(words: list[str]) -> bool:
    """Whether a mention tells of some or all of a crowd (بعض المواطنين، معظم السكان)."""
    return len(words) > 1 and words[0] in v.FUNCTION["quantifier"] and (v.is_crowd(words[1]) or words[1].endswith("ين"))
