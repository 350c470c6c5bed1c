"""Participles: whether one with the form of a cue reports (قال ذلك مؤكدا أن), or only describes (سوقا واعدا)."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.boundaries import COMMA
from analysis.quotes.cues import Complement, Cue
from analysis.quotes.namewords import may_be_bare_object
from analysis.quotes.reading import Reading

#: How far its complement may stand behind a participle, in words: none reaches as far as a verb.
_REACH: Final = {"clause": 14, "marks": 14, "colon": 14, "phrase": 6}
_WEAK_REACH: Final = 5


def participle_reports(r: Reading, cue: Cue, complement: Complement) -> bool:
    """Whether a participle with the form of a cue reports what stands behind it."""
    before = r.words[cue.word - 1] if cue.word and not r.stop[cue.word] else ""
    if cue.form.gender == "f" and complement.form == "marks" and v.deverbal(before.removeprefix("ب")):
        return False  # بوضع لافتة «للكبار فقط»
    form, k = cue.form, cue.word
    distance = complement.left - k
    apart = r.stop[complement.left] == COMMA and "-" not in r.gap[complement.left]  # but داعيا -حفظه الله- إلى
    if (complement.form == "phrase" and apart) or (complement.form != "clause" and _describes(r, cue, complement)):
        return False  # طالبة وطالبا، برعاية ...
    if form.gender == "f" and form.plural and complement.form != "clause" and r.words[k + 1] not in cue.verb.takes:
        return False  # رافعين لافتات «...», but لافتات إلى «...»
    may_describe = form.gender == "f" and not (form.joined or r.stop[k])
    may_describe = may_describe and (cue.verb.sense == "demand" or cue.verb.weak or not r.has_article(k - 1))
    judges = cue.verb.takes_object and (r.has_article(k + 1) or r.words[k + 1] in v.FUNCTION["object_pronoun"])
    if may_describe and not judges and complement.form == "phrase":
        return False  # an adjective (قطيعة معلنة، الدولة مطالبة بـ), but نفت الدولة الاتهامات مشيرة إلى، واصفة القرار بـ«...»
    if form.verb.weak:
        if form.gender == "f" and (complement.form == "colon" or "-" in r.gap[k]):
            return False  # a noun before a colon (متابعة:)
        reach = _REACH["clause"] if cue.verb.takes_object else _WEAK_REACH
        governs = complement.form == "clause" and complement.at == k + 1  # مدعيا بأن
        governs = governs or (complement.form in ("colon", "marks") and r.stop[k] == COMMA)  # ، معلقا على القرار: ...
        asks = cue.verb.requests and r.stop[k] == COMMA and r.words[k + 1] in v.FROM  # ، طالبا من القاضي
        governs = governs or asks
        if (v.heads(r.words[k]) and not governs) or (complement.form != "clause" and distance > reach):
            return False
        if cue.verb.takes_object:
            return distance <= reach
    return distance <= (_REACH["clause"] if cue.verb.addresses else _REACH[complement.form])


def _describes(r: Reading, cue: Cue, complement: Complement) -> bool:
    """Whether an indefinite accusative right behind another one is its adjective (سوقا واعدا، 43 ملفا مقترحا)."""
    k = cue.word
    if k == 0 or r.stop[k] or cue.form.joined:
        return False
    alike = k > 1 and r.words[k - 1][-1] == r.words[k][-1] == "ا"
    described = alike and (r.words[k - 2].isdigit() or (not r.stop[k - 1] and _is_described(r, k - 2, complement.at)))
    return described or {k - 1, k} <= r.tanwin


def _is_described(r: Reading, k: int, at: int) -> bool:
    """Whether a participle goes on a noun and its adjective in ـيا, and no act or matter follows (حصارا بحريا | مشددا على المدينة, but خطابا سياسيا محذرا من التصعيد)."""
    told = v.bare(r.words[at].removeprefix("ب"))
    if told in v.COMPLEMENT_NOUNS or told in v.OCCASIONS or v.deverbal(told):
        return False
    return all(may_be_bare_object(word) for word in r.words[k : k + 2]) and r.words[k + 1].endswith("يا")
