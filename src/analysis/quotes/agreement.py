"""Agreement: whether a verb agrees in gender and number with what would be its subject (not ودعت | السكان)."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import behind_given_name
from analysis.quotes.cues import Cue
from analysis.quotes.reading import Reading

#: Longer words in ات with the article are plurals.
_LONG_PLURAL: Final = 7


def _are_many(r: Reading, k: int) -> bool:
    """Whether a word is a definite plural in ات, no family name or club (الشحات، الوحدات)."""
    word = r.words[k]
    if not (r.has_article(k) and word.endswith("ات")) or len(word) < _LONG_PLURAL:
        return False
    named = word in v.PLACES or word in v.GIVEN_NAMES or word in v.FUNCTION["movement"]
    return not (named or behind_given_name(r, word, k))


def _are_feminine(r: Reading, k: int) -> bool:
    """Whether a word is definite and stands for several bodies without ة (الدول، السلطات)."""
    behind = k + 1 < r.size and not r.stop[k + 1] and r.has_article(k + 1) and r.words[k + 1].endswith("ي")
    return r.has_article(k) and v.bare(r.words[k]) in v.FUNCTION["feminine"] and not behind  # but الدفاع المدني


def of_hers(r: Reading, k: int) -> bool:
    """Whether what completes a title leads back to a woman (وأخبرت | مدير أعمالها أن): she is another than its bearer."""
    return k + 1 < r.size and not r.stop[k + 1] and r.words[k + 1].endswith("ها") and r.carries_pronoun(k + 1)


def _masculine_adjective(r: Reading, k: int) -> bool:
    """Whether an adjective of a people or place in the masculine follows a definite noun that heads nothing (الشباب | العربي)."""
    if k + 1 >= r.size or r.stop[k + 1] or not (r.has_article(k) and r.has_article(k + 1)) or v.heads(r.words[k]):
        return False
    return r.words[k + 1].endswith("ي") and v.bare(r.words[k + 1]) in v.nationalities() and not r.written_with_teh(k)


def _one_masculine(r: Reading, k: int) -> bool:
    """Whether a word stands for one body in the masculine (البنك، المجلس, but المحاكم، الدول)."""
    plain = v.bare(r.words[k])
    return not (
        r.written_with_teh(k)
        or plain.endswith(("ات", "اء", "ا"))
        or plain in v.FUNCTION["feminine"]
        or v.is_crowd(plain)
    )


def agrees(r: Reading, cue: Cue, k: int) -> bool:
    """Whether a verb agrees in gender with the title that would be its subject (not ودعت السكان)."""
    form, head = cue.form, r.words[k]
    if head in v.WORDS["honours"]:
        return not form.gender or head.endswith("ها") == (form.gender == "f")
    if not form.finite or form.plural or not form.gender:
        return True
    plain = v.bare(head)
    if form.gender == "f" and cue.verb.takes_object and _masculine_adjective(r, k):
        return False  # ودعت | الشباب العربي إلى ...
    if head in v.FUNCTION["everybody"] or (cue.verb.takes_object and head in v.FUNCTION["one_man"]):
        return form.gender == "m"  # توصي | الجميع بـ...، اتهمت | أحدهما
    again = r.words[k + 1] if k + 1 < r.size and not r.stop[k + 1] else ""
    if cue.verb.takes_object and again in v.SAME_PERSON and again[-1] == "ه":
        return form.gender == "m"  # اتهمت | الشخص ذاته
    if cue.verb.takes_object and head in v.FUNCTION["feminine_state"]:
        return form.gender == "f"  # ويطالب | إيران بـ...
    if plain in v.CROWDS:
        return form.gender == "m" or plain in v.FUNCTION["feminine"] or cue.verb.sense != "demand"
    if cue.verb.takes_object and form.gender == "m" and (_are_many(r, k) or _are_feminine(r, k)):
        return False  # ودعا | المنشآت إلى ...، ناشد | الدول الغربية
    if v.heads(head) == "body" and (cue.verb.takes_object or cue.verb.addresses) and form.gender == "m":
        return not r.written_with_teh(k)  # ودعا | الوزارة إلى ...، وحذر | الحكومة من
    if v.heads(head) == "body" and cue.verb.takes_object and form.gender == "f" and r.has_article(k):
        return not _one_masculine(r, k)  # وطالبت | البنك بـ...
    if v.heads(head) != "title" or (plain in v.WORDS["either_gender"] and not of_hers(r, k)):
        return True
    written = r.original(k, k + 1)[0]
    feminine = written.endswith("ة") or plain.endswith(("تها", "تهم", "تهن", "ته"))
    return feminine == (form.gender == "f") or (plain.endswith("ه") and not written.endswith("ة"))
