"""Ahead: whom an article names anywhere, with a title or a family name that a mention gives alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.boundaries import COMMA
from analysis.quotes.mentions import Mention
from analysis.quotes.persons import LONGEST_NAME, is_noun, named_before
from analysis.quotes.phrases import extend, noun_phrase
from analysis.quotes.reading import Range, Reading

#: How far before a family name the title stands that introduces its bearer, in words.
_TITLE_BEFORE: Final = 6
#: A mention that names somebody is no longer, in words.
MENTION: Final = 24


def named_with(
    r: Reading, sought: str, title: bool, seen: set[int], describe: Callable[[Range, bool], Mention]
) -> Iterator[Mention]:
    """The mentions that give a title or a family name with the full name.

    Parameters
    ----------
    r : Reading
    sought : str
        The folded title or family name.
    title : bool
        Whether it is a title.
    seen : set of int
        Words that were looked at before; those looked at now are added.
    describe : callable
        Takes a noun phrase apart.
    """
    for k in _places(r, sought, title):
        if k in seen or (r.stop[k] == 0 and _goes_on_title(r, k)):
            continue
        seen.add(k)
        joined = v.heads(r.words[k]) == ""  # بيان لوزير النفط سامر حداد
        span = (extend if joined else noun_phrase)(r, k, min(k + MENTION, r.size))
        if span is None:
            continue
        mention = describe((span[0], _first_of_several(r, span)), joined)
        if _named_later(r, k, mention) and (name := named_before(r, k)) is not None:
            mention = replace(mention, name=name)
        if mention.name is not None and _is_full(r, mention.name):
            yield mention


def _places(r: Reading, sought: str, title: bool) -> list[int]:
    """Where the title stands, or the titles right before the family name."""
    if title:
        plain = sought.removeprefix("ال")
        stem = plain.removesuffix("ه")
        theirs = (stem + ("ت" if stem != plain else "") + pronoun for pronoun in ("ه", "ها", "هم"))
        return r.places(stem, (*v.with_prefixes(sought), "ل" + sought, "ب" + sought, *theirs))  # محاميها، زوجته
    near = {k for at in r.places(sought) for k in range(max(0, at - _TITLE_BEFORE), at)}
    return [k for k in sorted(near) if v.heads(r.words[k]) == "title"]


def _is_full(r: Reading, name: Range) -> bool:
    """Whether a name has a family name, is no longer than names are, and begins with no noun."""
    first, end = name
    if end - first < 2 or len([w for w in r.words[first:end] if w not in v.FUNCTION["son"]]) > LONGEST_NAME:
        return False
    if end - first > LONGEST_NAME and r.has_article(end - 2) and not r.has_article(end - 1):
        return False  # زار المدير سامر بن كامل الساحلي | مدارس المنطقة
    return not is_noun(r.words[first])


def _named_later(r: Reading, k: int, mention: Mention) -> bool:
    """Whether a title has no name, or one behind a comma, which may be another's (حداد، وزير الثقافة، المخرج سامر الزين)."""
    return mention.name is None or any(r.stop[k + 1 : mention.name[0] + 1])


def _goes_on_title(r: Reading, k: int) -> bool:
    """Whether the word before is a title, no name (سامر بن مساعد | أمير السهل), or an office of one (مدير مكتب | معالي الوزير)."""
    office = k > 1 and v.heads(r.words[k - 1]) == "body" and v.heads(r.words[k - 2]) == "title"
    if office and not (r.has_article(k - 1) or r.has_article(k - 2)):
        return True
    return v.heads(r.words[k - 1]) == "title" and not (k > 1 and r.words[k - 2] in v.IN_NAME)


def _first_of_several(r: Reading, span: Range) -> int:
    """Where the first of several persons ends: before a title that و joins behind a comma (الوزير سامر حداد، ومدير الصندوق ...)."""
    joined = (k for k in range(span[0] + 1, span[1]) if r.stop[k] == COMMA and r.words[k][0] == "و")
    return next((k for k in joined if v.heads(r.words[k][1:]) == "title"), span[1])
