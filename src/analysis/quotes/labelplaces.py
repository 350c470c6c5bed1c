"""Label places: whether what stands before the colon of a headline tells where, not who (القصرين: احتجاجات على البطالة)."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.boundaries import PARAGRAPH
from analysis.quotes.namewords import heads_joined, spelt_alike
from analysis.quotes.reading import Reading
from analysis.quotes.verbs import first_person

#: A name of the headline in another spelling is looked for among so many words.
_NEAR: Final = 60
#: The place of a dateline has no more words.
_PLACE: Final = 2
#: A claim shows among so many words behind the colon, a body among as many before a place.
_NAME: Final = 3
#: What the place of a headline is called in the text (من ولاية نابل).
_PLACE_KINDS: Final = v.FUNCTION["place_kind"]


def is_ministry(r: Reading, k: int) -> bool:
    """Whether a word is the field by which the text calls a ministry (العمل: جاهزون ... أكد وكيل وزارة العمل)."""
    return r.has_article(k) and any(r.words[at - 1] in v.FUNCTION["ministry"] for at in r.places(r.words[k]) if at)


def tells_where(r: Reading) -> bool:
    """Whether the unknown first word of a headline tells where, not who: the text tells what happens in it, or goes on and never names it."""
    word = r.words[0]
    if v.heads(word) or word in v.PLACES or word in v.FUNCTION["movement", "agency"] or word in v.GIVEN_NAMES:
        return False
    plain = word.removeprefix("ال")
    if is_ministry(r, 0):
        return False
    again = r.places(plain, (plain, "ال" + plain, "ب" + plain, "بال" + plain))[1:]
    if not again:
        if any(spelt_alike(plain, v.bare(other)) for other in r.words[1:_NEAR]):
            return False
        return any(r.stop[k] == PARAGRAPH for k in r.breaks if 0 < k < r.size)
    return any(r.words[k - 1] in v.IN for k in again)


def is_place(r: Reading, colon: int) -> bool:
    """Whether what opens a headline is a place as the text names it again (سيدي بوزيد: ... من ولاية سيدي بوزيد)."""
    label = r.words[:colon]
    first = label[0]
    known = first in v.PLACES or first in v.GIVEN_NAMES or " ".join(label) in v.WORDS["named_bodies"]
    if not 1 <= colon <= _PLACE or v.heads(first) or known or is_ministry(r, 0):
        return False
    if any(map(claims, r.words[colon : colon + _NAME])) or r.words[colon] in first_person():
        return False  # أردوغان: لن نقبل، أوبك: سنخفض الإنتاج
    if colon == 1 and any(_within(r, k) for k in r.places("ب" + first) if k > colon):
        return True  # القصرين: ... المندوبية الجهوية بالقصرين, but أشاد النقاد بالسرحاني
    spelt = (first, "ب" + first) if colon > 1 else (first,)  # بسيدي ظريف, but أشاد بأردوغان
    for k in r.places(first.removeprefix("ال"), spelt):
        if k >= colon and r.words[k + 1 : k + colon] == label[1:]:
            within = r.words[k - 1] in v.IN and r.words[k - 2] not in v.FUNCTION["source_word"]  # but مصدر في أوبك
            if within or r.words[k] != first or v.bare(r.words[k - 1].removeprefix("ب")) in _PLACE_KINDS:
                return True
    return False


def _within(r: Reading, k: int) -> bool:
    """Whether ب before a word tells in which place a body, or one with an adjective, is (المندوبية الجهوية | بالقصرين)."""
    if r.stop[k] or not r.has_article(k - 1):
        return False
    body = next((j for j in range(k - 1, max(k - _NAME - 1, 0), -1) if heads_joined(r.words[j]) == "body"), 0)
    of_person = heads_joined(r.words[body - 1]) == "title" and r.words[body - 1] not in v.FUNCTION["preposition"]
    return body > 0 and not of_person  # but أشاد رئيس النادي بالموسى


def claims(word: str) -> bool:
    """Whether a word tells that a headline is somebody's claim: a verb of the future, a negation."""
    if word in v.NEGATION:
        return True
    future = word[0] == "س" and word[1:2] in ("ي", "ت", "ن") and len(word) > 3
    return future and not (word.endswith(("ي", "ه", "ات")) or v.heads(word) or word in v.GIVEN_NAMES)
