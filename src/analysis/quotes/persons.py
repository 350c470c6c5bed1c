"""Persons and bodies that speak in an article, and what makes two mentions one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import can_begin_phrase
from analysis.quotes.boundaries import COMMA
from analysis.quotes.mentions import Mention
from analysis.quotes.reading import Range, Reading
from analysis.quotes.verbs import forms

#: Names before a title in apposition have no more words, بن and the like aside.
LONGEST_NAME: Final = 4
#: A name whose words may be written together has more letters.
_JOINED: Final = 4
#: The ending of an indefinite accusative, with or without its sign.
ACCUSATIVE: Final = re.compile(r"(?:\u064bا|ا\u064b?)(?!\w)")


@dataclass(slots=True, eq=False)
class Speaker:
    """Somebody who speaks in the article: the fullest name so far, roles, gender and number, and whether scripture
    quotes it; equal to itself alone."""

    name: str
    tokens: list[str]
    roles: set[str] = field(default_factory=set)
    head: str = ""
    body: bool = False
    gender: str = ""
    plural: bool = False
    named: bool = False
    praised: bool = False
    governed: set[str] = field(default_factory=set)  # titles of others within those of the person


def is_accusative(r: Reading, k: int) -> bool:
    """Whether an indefinite title, body or medium is in the accusative (مصدرا)."""
    word = r.words[k]
    if word[-1] != "ا" or word.endswith("ها") or r.has_article(k):
        return False
    if k + 1 < r.size and not r.stop[k + 1] and (r.has_article(k + 1) or r.words[k + 1] in v.PLACES):
        return False  # a dual: مندوبا المملكة
    return v.heads(word) == v.heads(word[:-1]) != ""


def is_family_name(r: Reading, k: int) -> bool:
    """Whether a word alone may be a family name: with the article, or nothing else, and more than once in the text."""
    return r.has_article(k) or (
        goes_on_name(r.words[k]) and not r.written_with_teh(k) and len(r.places(r.words[k])) > 1
    )


def of_that_body(r: Reading, mention: Mention) -> bool:
    """Whether a title has but a body known to the reader behind it (مدرب الفريق، رئيس النادي الملكي)."""
    start, end = mention.span
    if end - start not in (2, 3) or r.has_article(start):
        return False
    return r.words[start + 1] in v.FUNCTION["that_body"]


def may_be_named(mention: Mention) -> bool:
    """Whether the article may name a person elsewhere whom a mention gives by title or family name alone."""
    if mention.name is not None:
        return mention.name[1] - mention.name[0] == 1
    unnamed = mention.head in v.FUNCTION["source_word"] and not mention.definite  # مصدر أمني
    unnamed = unnamed or (len(mention.words) == 1 and v.heads(mention.words[0]) == "")  # العمل، for its ministry
    return not (mention.body or mention.crowd or unnamed)


def goes_on_name(word: str) -> bool:
    """Whether a word may stand in a name: no title, no function word, no verb, nothing known as a common noun."""
    return not v.heads(word) and not is_noun(word) and can_begin_phrase(word)


def is_noun(word: str) -> bool:
    """Whether a word is known as something else than a name (اللاعب طلب ...)."""
    if word in forms() or word in v.FUNCTION["no_subject"]:
        return True
    return word in v.COMPLEMENT_NOUNS or word in v.OCCASIONS


def fits(speaker: Speaker, gender: str) -> bool:
    """Whether the gender of a verb in the singular allows a speaker."""
    if (
        gender == "f"
        and speaker.plural
        and not speaker.body
        and speaker.tokens[:1]
        and speaker.tokens[0].endswith("ون")
    ):
        return False  # الباحثون ... وقالت
    if gender == "m" and is_people(speaker):
        return False  # آلاف المتظاهرين ... وقال
    return not gender or not speaker.gender or speaker.gender == gender or (speaker.body and speaker.plural)


def is_people(speaker: Speaker) -> bool:
    """Whether a speaker is several people (الأهالي), no sources or bodies, which take verbs in the feminine."""
    return speaker.plural and not speaker.body and v.bare(speaker.tokens[0]) not in v.FUNCTION["feminine"]


def same_name(a: list[str], b: list[str]) -> bool:
    """Whether the shorter name is part of the longer: the family name, or first and family name."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    if small == large or _spaced(small, large) or _spaced(large, small):
        return True
    if not small or (small[-1] not in large[-2:] and small[0] != large[0]):
        return False
    if any(len(w) < 2 for w in small):
        return False
    return (small[-1] in large[-2:] and all(w in large for w in small)) or (
        small == large[: len(small)] and len(small) > 1
    )


def _spaced(a: list[str], b: list[str]) -> bool:
    """Whether a name ends in another one, whose words it writes apart (عبد الأمير يار الله، يارالله), articles aside."""
    if not len(a) > len(b) > 0 or a[-1][-1] != b[-1][-1]:
        return False
    end = "".join(b).replace("ال", "")
    if len(end) <= _JOINED:
        return False
    return any("".join(a[i:]).replace("ال", "") == end for i in range(1, len(a) - 1))


def leads_back(r: Reading, at: int) -> bool:
    """Whether a clause leads back to what was just named (في كلمة للوزيرة، أوضحت فيها ...): whoever gave it speaks."""
    if at == 0 or at + 1 >= r.size or r.stop[at] not in (0, COMMA):
        return False
    through = "".join(r.words[at + 2 : at + 3]) in v.FUNCTION["through_it"]
    return r.words[at + 1] in v.IN_IT or (through and r.words[at + 1] in v.FROM)


def named_before(r: Reading, k: int) -> Range | None:
    """The full name that a title explains behind a comma, or right behind a given name (جوليان سيرا، المدير الفني)."""
    start, particles = k, 0
    if k == 0 or r.stop[k] > COMMA or (r.words[k][0] == "و" and r.words[k] not in v.NOT_JOINED):
        return None
    while start > 0 and k - start - particles < LONGEST_NAME and (start == k or not r.stop[start]):
        after_al = start > 1 and r.words[start - 2] in v.IN_NAME  # آل الشيخ
        if not (goes_on_name(r.words[start - 1]) or after_al):
            break
        start -= 1
        particles += r.words[start] in v.FUNCTION["son"]
        linked = start > 0 and r.words[start - 1] in v.IN_NAME
        on = r.stop[k] > 0 and start > 0 and r.words[start - 1] in v.GIVEN_NAMES
        if r.words[start] in v.GIVEN_NAMES and not (linked or on):
            break  # ووصل | سامر آل الشيخ، المدير
    linked = k - start > 1 and r.words[start + 1] in v.IN_NAME
    son = linked and r.words[start + 1] not in v.FUNCTION["deity"]  # هاضل بن سعد الساحلي
    if not (r.stop[k] or son) and r.words[start] not in v.GIVEN_NAMES:
        return None
    while start < k and r.has_article(start):
        start += 1  # the adjective of a people (البرتغالي ...)
    return (start, k) if k - start > 1 else None


def joined_by_and(r: Reading, k: int) -> bool:
    """Whether و stands joined before a name: the rest carries the article or comes back alone."""
    word = r.words[k]
    if word[0] not in "وف" or len(word) < 4 or word in v.NOT_JOINED:
        return False
    if v.heads(word) and not v.heads(word[1:]):
        return False  # والدة
    return (
        word.startswith(("وال", "فال")) or v.heads(word[1:]) != "" or word[1:] in v.PLACES or bool(r.places(word[1:]))
    )
