"""Turns: who speaks each attribution of a text, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from analysis.quotes import actors
from analysis.quotes import vocabulary as v
from analysis.quotes.antecedents import proper_before
from analysis.quotes.attention import Attention
from analysis.quotes.cues import Attribution
from analysis.quotes.finder import Finder
from analysis.quotes.persons import Speaker, fits, is_people, leads_back, named_before
from analysis.quotes.praise import praised
from analysis.quotes.reading import Range, Reading
from analysis.quotes.speakers import Cast
from analysis.quotes.verbs import forms

#: A talk whose speaker goes on was led back to within so many words.
_TALK: Final = 30
#: A relative clause that a verb goes on begins within so many words.
_CLAUSE: Final = 8


def with_names(told: list[tuple[Attribution, Speaker | None]]) -> list[tuple[Attribution, Speaker | None]]:
    """Let the first named person who has its title in the text speak under a headline's label (خبير اقتصادي: ...)."""
    first: dict[str, Speaker] = {}  # the first named speaker with each role, from here on
    named: list[tuple[Attribution, Speaker | None]] = []
    for a, speaker in reversed(told):
        if speaker is not None and speaker.named:
            first |= dict.fromkeys(speaker.roles, speaker)
        elif speaker is not None and a.how == "label" and not speaker.body:
            speaker = first.get(speaker.head, speaker)
        named.append((a, speaker))
    return named[::-1]


class Turn(NamedTuple):
    """Who spoke last: the word of the cue, the last of what was said, where the sentence ends, and the speaker."""

    at: int
    last: int
    until: int
    speaker: Speaker


def attributed(r: Reading) -> Iterator[tuple[Attribution, Speaker | None]]:
    """Each attribution of a reading with its speaker, in the order of reading."""
    if not r.words:
        return
    attributions = Finder(r).find()
    attention = Attention(r, [a.at for a in attributions])
    cast = Cast(r, attention)
    last: Turn | None = None
    vouching: Turn | None = None  # who vouches for the clause before
    vouched: Turn | None = None  # the person who has vouched for a sentence since somebody last spoke
    within: Speaker | None = None  # who has just spoken within what another says
    own: tuple[int, Speaker | None] = -1, None  # where somebody's own words end, and whose they are
    for a in attributions:
        end = r.sentence_end[a.at]
        cast.read_on(a.at)
        if (name := praised(r, a.cue, a.source)) is not None:
            speaker: Speaker | None = cast.praised(name)
        elif a.source is not None:
            gender = a.gender if a.how == "finite" and a.relay is None else ""
            speaker = cast.resolve(a.source, gender, a.plural, a.joined, a.continues)
        elif a.relay is not None and a.how == "masdar":
            speaker = cast.at_hand(a.gender, a.plural, besides=cast.resolve(a.relay))  # ونقلت الوكالة عنه القول إن
        elif a.nested and a.how == "finite" and (claimant := _claimant(r, a, cast, last, within)) is not None:
            speaker = claimant
        elif a.how == "finite" and a.at < own[0]:
            speaker = cast.at_hand(a.gender, a.plural, besides=own[1])  # who speaks says of himself: I said
        else:
            here = last if last is not None and last.until == end else None
            voucher = vouching.speaker if here is None and vouching is not None and vouching.until == end else None
            if a.how == "participle" and voucher is not None and _agrees(voucher, a):
                speaker = voucher  # وبحسب خبراء فإن ...، مشيرين إلى
            elif vouched is not None and _goes_on(a, vouched):
                speaker = vouched.speaker  # ...، على ما قالت الصحفية ليلى سرحان. وأضافت
            else:
                speaker = _elided(r, a, cast, attention, here)
                if speaker is not None and _is_told_to(r, a, speaker):
                    speaker = cast.at_hand(a.gender, a.plural, besides=speaker) or speaker
        if a.kind == "direct" and not a.nested:
            own = a.until, speaker
        within = speaker if a.nested else None
        if speaker is not None and speaker.praised:
            yield a, speaker
            continue  # scripture quoted: who quotes it is still the one at hand
        if a.how != "sourcing" or speaker is None or not speaker.named:
            vouched = None if not a.nested else vouched
        elif last is None or last.until != end:
            vouched = Turn(a.at, max(a.at, a.until - 1), end, speaker)
        if speaker is not None and a.how == "sourcing":
            cast.vouch(speaker)
            if a.source is not None and a.span[0] > r.start[a.source[0]]:
                vouching = Turn(a.at, max(a.at, a.until - 1), end, speaker)
                if speaker.named:
                    cast.turn_to(speaker)  # ووفقا لحداد فإن ... ويقول
        elif speaker is not None and not a.nested:
            if a.relay is not None:
                cast.turn_to(cast.resolve(a.relay))  # ونقلت الوكالة عن الوزير ... وأشارت
            cast.turn_to(speaker)
            last = Turn(a.at, max(a.at, a.until - 1), end, speaker)
        yield a, speaker


def _goes_on(a: Attribution, vouched: Turn) -> bool:
    """Whether who has vouched for a sentence speaks on: with a verb of going on, or in the next sentence."""
    if a.plural or not fits(vouched.speaker, a.gender):
        return False
    return a.continues or (a.how == "finite" and a.at == vouched.until)


def _claimant(r: Reading, a: Attribution, cast: Cast, last: Turn | None, within: Speaker | None) -> Speaker | None:
    """Who speaks within what another says without being named again: who spoke there last, or the subject of that clause."""
    if last is None or r.words[a.at][0] != "و":
        return None
    if within is not None and _agrees(within, a):
        return within  # إن السجناء قالوا ...، وطالبوا
    return actors.claimant(r, cast, a.at, last.at, a.gender, a.plural, last.speaker)


def _agrees(speaker: Speaker, a: Attribution) -> bool:
    """Whether a participle agrees with who vouches for the clause before it, in number too."""
    return speaker.plural if a.plural else fits(speaker, a.gender) and not is_people(speaker)


def _is_told_to(r: Reading, a: Attribution, speaker: Speaker) -> bool:
    """Whether somebody is named behind a verb as whom it addresses (وتطالب | بيروت بالإفراج عن ...)."""
    k = a.at + 1 + (a.at + 1 < r.size and r.words[a.at + 1] in v.IN_IT)  # قرارا تطالب فيه | بيروت بـ...
    end = k + len(speaker.tokens)
    if a.how != "finite" or a.plural or end > r.word_at(a.span[0]):
        return False
    whole = [v.bare(word) for word in r.words[k:end]] == speaker.tokens
    return whole or (speaker.body and r.has_article(k) and v.bare(r.words[k]) == speaker.tokens[0])  # وحذر | الحكومة


def _elided(r: Reading, a: Attribution, cast: Cast, attention: Attention, last: Turn | None) -> Speaker | None:
    """Who speaks where the subject is elided.

    Whoever has acted in the sentence since somebody spoke in it (`last`); for a participle the subject of its sentence; whom
    a clause leads back to; or who is at hand.
    """
    if last is not None and not (a.plural or a.nested):
        since = last.last if fits(last.speaker, a.gender) else last.at  # what was said may have run on
        if (actor := actors.acting(r, cast, a.at, a.gender, since)) is not None:
            return actor  # وأوضحت اللجنة ...، وأعرب الأمين عن سعادته، مؤكدا
        other = not fits(last.speaker, a.gender)
        carried = last.speaker.head in v.WORDS["media"] and not a.continues  # قال التلفزيون إن الوزير استبعد ذلك وأكد
        if a.how == "finite" and (other or carried):
            claimant = actors.claimant(r, cast, a.at, last.at, a.gender, a.plural, last.speaker)
            if claimant is not None and (other or claimant.named):
                return claimant  # ذكرت الصحيفة أن الوزير رفض التعليق، لكنه أكد
    elif a.how == "finite" and not a.plural and (named := _described(r, a.at)) is not None:
        return cast.resolve(named, a.gender)  # مع ليث سرحان الذي رحب به وقال
    elif not a.plural and (clause := _leading_back(r, a.at)):
        holder = actors.holder(r, cast, clause, a.gender, a.plural, attention.subject(a.at))
        if holder is not None and not holder.plural:
            return holder
    spoke = last.speaker if last is not None else None
    if a.how == "participle" and (subject := _of_participle(r, a, cast, attention, spoke)) is not None:
        return subject
    if a.how == "finite" and a.plural and not (spoke is not None and spoke.plural):
        group = actors.several(r, cast, a.at)
        if group is not None:
            return group
    if (
        leads_back(r, a.at)
        and (holder := actors.holder(r, cast, a.at, a.gender, a.plural, attention.subject(a.at))) is not None
    ):
        return holder
    if last is None and not a.plural and (actor := actors.acting(r, cast, a.at, a.gender)) is not None:
        return actor
    return (
        cast.at_hand(a.gender, a.plural, a.continues)
        or cast.introduced(a.at, a.plural)
        or cast.at_hand("" if a.plural else a.gender)
        or (actors.opening(r, cast, a.at, a.gender) if a.how == "finite" and not a.plural else None)
    )


def _described(r: Reading, at: int) -> Range | None:
    """The full name whose relative clause a joined verb goes on, without a break (ليث سرحان الذي رحب به | وقال), or None."""
    for k in range(at - 1, max(r.sentence_start(at), at - _CLAUSE), -1):
        if r.stop[k + 1] or r.words[k] in v.COMPLEMENTISERS or r.words[at][0] != "و":
            return None
        if r.words[k] in v.RELATIVE:
            tells = r.words[k + 1] in v.PAST or r.words[k + 1] in forms()
            return (named_before(r, k) or proper_before(r, k, r.sentence_start(at))) if tells else None
    return None


def _leading_back(r: Reading, at: int) -> int:
    """Index of the verb, earlier in the sentence of a word, that leads back to a talk (كلمة للوزير | رحب فيها بالحضور وأكد), or 0."""
    for k in range(at - 1, max(r.sentence_start(at), at - _TALK), -1):
        through = r.words[k] in v.FUNCTION["through_it"]
        verb = k - 1 - (through and r.words[k - 1] in v.FROM)  # شكر من خلالها الحضور
        tells = verb >= 0 and (r.words[verb] in v.PAST or r.words[verb] in forms())
        if (through or r.words[k] in v.IN_IT) and tells and not any(r.stop[verb + 1 : k + 1]):
            return verb
    return 0


def _of_participle(
    r: Reading, a: Attribution, cast: Cast, attention: Attention, spoke: Speaker | None
) -> Speaker | None:
    """The subject of a participle: who spoke in its sentence or whom that is about, else who agrees with it there."""
    subject = spoke or (cast.topic if attention.subject(a.at) is not None else None)
    if subject is not None and a.gender == "m" and subject.body and subject.gender == "f":
        subject = (
            cast.introduced(a.at, first=r.sentence_start(a.at)) or subject
        )  # والوزارة في مقدمتها وكيلها سامر حداد، مشيرا
    if subject is not None and a.gender == "f" and (subject.gender == "m" or is_people(subject)):
        subject = actors.last_feminine(r, cast, a.at) or subject
    if subject is not None and a.plural and not subject.plural:
        subject = actors.several(r, cast, a.at) or subject
    return subject
