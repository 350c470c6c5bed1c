"""Actors: whom a sentence names that may be the subject which a verb leaves out, as speakers."""

from __future__ import annotations

from analysis.quotes import recall
from analysis.quotes import vocabulary as v
from analysis.quotes.mentions import Mention
from analysis.quotes.persons import Speaker, fits, is_family_name, may_be_named
from analysis.quotes.reading import Range, Reading
from analysis.quotes.speakers import Cast


def acting(r: Reading, cast: Cast, at: int, gender: str, since: int | None = None) -> Speaker | None:
    """The person or state known by name who is the subject of an earlier verb of the sentence, behind the word `since`."""
    for span in recall.acting(r, at, since, gender):
        mention = cast.roster.describe(span)
        plain = v.bare(mention.words[0])
        told = len(mention.words) == 1 and (plain in v.OCCASIONS or v.deverbal(plain) == "listed")
        if span[1] == at and not told and r.words[at] in v.SAYING_SO:
            return cast.resolve(span, gender)  # أشارت الراية | قائلة
        if mention.body or mention.crowd or told:
            continue  # كرر | الحديث عن ...
        if mention.name is None:
            title = since is None and v.heads(mention.words[0]) == "title"
            title = title and (len(mention.words) > 1 or mention.definite)
            title = title or (since is None and mention.words[0] in v.FUNCTION["one_of"])  # ورفض أحد المارة ذلك وكتب
            described = cast.resolve(span, gender) if title else None
            if described is not None and fits(described, gender):
                return described  # وعبرت شقيقة الراحل عن شكوكها وقالت
            continue
        if since is None and len(mention.words) == 1 and mention.words[0] in v.PLACES:
            return cast.resolve(span, gender)  # ونددت تايوان، الأربعاء، بالمناورات، وقالت
        speaker = cast.roster.find(mention, gender)
        if speaker is None and may_be_named(mention) and is_family_name(r, mention.name[0]):
            cast.roster.look_ahead(mention)
            speaker = cast.roster.find(mention, gender)
        whole = mention.name[1] - span[0] > 1 and _explained(r, mention)
        named = mention.name[0] == span[0] and (whole or mention.words[0] in v.GIVEN_NAMES)
        if speaker is None and gender and (named or v.heads(mention.words[0]) == "title"):
            speaker = cast.resolve(span, gender)
        if speaker is not None and fits(speaker, gender):
            return speaker
    return None


def _explained(r: Reading, mention: Mention) -> bool:
    """Whether a definite title follows a name (ميلان فوكوفيتش المستشار لدى الرئيس): it is no verb with its object."""
    assert mention.name is not None
    k = mention.name[1]
    return k < mention.span[1] and r.has_article(k) and v.heads(r.words[k]) == "title"


def claimant(
    r: Reading, cast: Cast, at: int, since: int, gender: str, plural: bool, besides: Speaker
) -> Speaker | None:
    """The subject of a clause that somebody reports (`besides`), who agrees with a verb that goes on that clause."""
    for span in recall.clauses(r, at, since):
        head = r.words[span[0]]
        known = v.heads(head) or head in v.PLACES or head in v.GIVEN_NAMES or _passive_person(head)
        if not known or not recall.may_act(r, span[0], gender, plural):
            continue
        speaker = cast.resolve(span)
        if speaker is not besides and (speaker.plural if plural else fits(speaker, gender)):
            return speaker
    return None


def opening(r: Reading, cast: Cast, at: int, gender: str) -> Speaker | None:
    """Who the subject of the verb is that opens the sentence of a word."""
    span = recall.opening(r, at)
    speaker = cast.resolve(span, gender) if span is not None else None
    return speaker if speaker is not None and fits(speaker, gender) else None


def last_feminine(r: Reading, cast: Cast, at: int) -> Speaker | None:
    """The body or woman last named in the sentence of a word."""
    span = recall.last_feminine(r, at)
    return cast.resolve(span, "f") if span is not None else None


def several(r: Reading, cast: Cast, at: int) -> Speaker | None:
    """The group last named in the sentence of a word."""
    span = recall.several(r, at)
    return cast.resolve(span, plural=True) if span is not None else None


def holder(r: Reading, cast: Cast, at: int, gender: str, plural: bool, subject: Range | None) -> Speaker | None:
    """Who gave what a clause leads back to: who published it, a person in the sentence, its subject, whom the text has turned to, or the
    last person named."""
    if (publisher := None if plural else recall.publishing(r, at, gender)) is not None:
        return cast.resolve(publisher, gender)
    named = cast.introduced(at, plural, r.sentence_start(at))
    if named is None and subject is not None:
        return cast.resolve(subject)
    return named or cast.topic or cast.introduced(at, plural)


def _passive_person(word: str) -> bool:
    """Whether a definite participle may name somebody by what befell him (المتهم، المعتقل)."""
    return word.startswith("الم") and len(word) > 5 and not (v.deverbal(word[2:]) or word[2:] in v.OCCASIONS)
