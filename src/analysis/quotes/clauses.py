"""Clauses: what opens a reported one, to which word it belongs, and whether one follows quoted words."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import in_name
from analysis.quotes.boundaries import COLON, SENTENCE
from analysis.quotes.marks import Quoted
from analysis.quotes.reading import Reading
from analysis.quotes.verbs import forms
from analysis.quotes.vocabulary import COMPLEMENTISERS

#: Quotations of so many words stand by themselves.
_FULL: Final = 4
#: What is allowed stands within so many words.
_ALLOWED: Final = 8


def is_complementiser(r: Reading, k: int) -> bool:
    """Whether a word is أن, إن or a form of them; ألا counts, إلا (except) does not."""
    word = r.words[k]
    if word == "ان" and k + 1 < r.size and r.words[k + 1] in v.FUNCTION["if_not"]:
        return "أ" in r.original(k, k + 1)[0]  # but إن لم يكن، إن كان
    if word in COMPLEMENTISERS:
        return word != "باني" or (k + 1 < r.size and not r.stop[k + 1])  # but وجبال باني.
    return word in ("الا", "بالا") and "أ" in r.original(k, k + 1)[0]


def judged_likely(r: Reading, j: int) -> bool:
    """Whether a clause begins with من and how likely it is, no attribute of a noun (قال أمس | من الواضح أن)."""
    if r.words[j - 1] not in v.FUNCTION["likely"] or r.words[j - 2] != "من" or r.stop[j - 1]:
        return False
    before = r.words[j - 3] if j > 2 else ""
    if before in v.RELATIVE:
        return False  # المعرض الذي من المتوقع أن
    whole = before in forms() or before in v.FUNCTION["at_a_time"] or before in v.GIVEN_NAMES
    return whole or r.has_article(j - 3) or r.gap[j - 2] != " "  # but مؤتمر من المقرر أن يعقد


def belongs_elsewhere(r: Reading, first: int, j: int) -> bool:
    """Whether a clause belongs not to the cue before it but to a word between, from `first` on."""
    return (
        (_belongs_to(r.words[j - 1]) and not in_name(r, j - 1))
        or _learnt_then(r, first, j)
        or _said_in_it(r, first, j)
        or _suspected(r, j)
        or _allowed(r, first, j)
    )


def _belongs_to(word: str) -> bool:
    """Whether a clause belongs to the verb right before it (رفض ... بعد التسريبات التي تؤكد | أن ...)."""
    if word in v.FUNCTION["with_clause"]:
        return True  # وتبلغ الكلفة مليونا، مما يعني | أنها كبيرة
    form = forms().get(word)
    if form is None or not form.finite or "clause" not in form.verb.takes or form.verb.soft:
        return False
    return not form.verb.weak or (form.plural and form.part == "present")


def _learnt_then(r: Reading, first: int, j: int) -> bool:
    """Whether a clause belongs to the verb of a clause of time (قال ساكن جاء إلى السوق بعدما علم | بأن هناك انفجارا: ...)."""
    if j - 2 < first or "و" + r.words[j - 2] not in v.FUNCTION["when"]:
        return False
    form = forms().get(r.words[j - 1])
    return form is not None and form.finite and "clause" in form.verb.takes


def _said_in_it(r: Reading, first: int, j: int) -> bool:
    """Whether a clause belongs to a verb between that leads back to a text (جاءت في تغريدات اعتبر فيها | أن ...)."""
    if j - 2 < first or r.words[j - 1] not in v.IN_IT:
        return False
    form = forms().get(r.words[j - 2])
    return form is not None and form.finite and "clause" in form.verb.takes


def _suspected(r: Reading, j: int) -> bool:
    """Whether a clause behind في belongs to a verb shortly before (الذي يشتبه الغرب في | أن)."""
    return r.words[j - 1] in v.IN and any(w in v.FUNCTION["with_clause"] for w in r.words[max(0, j - 4) : j - 1])


def _allowed(r: Reading, first: int, j: int) -> bool:
    """Whether a clause tells what is allowed (أقر البرلمان قانونا يسمح للوزير | أن يسافر)."""
    near = range(j - 1, max(first, j - _ALLOWED) - 1, -1)
    allows = next((k for k in near if r.words[k] in v.FUNCTION["allows"]), 0)
    return allows > 0 and not any(r.stop[allows + 1 : j + 1])


def clause_follows(r: Reading, quoted: Quoted, within: int = 12) -> bool:
    """Whether أن or a colon follows a quoted name within a few words."""
    after = r.word_at(quoted.end)
    for k in range(after, min(after + within, r.size)):
        if r.stop[k] == COLON:
            return True
        if r.stop[k] >= SENTENCE:
            return False
        if r.words[k] in COMPLEMENTISERS:
            return True
        another = k == after and r.stop[k] and r.words[k][0] == "و" and r.words[k] not in v.WHICH_IS
        if another and not _may_be_name(r, quoted):
            return False  # «لن أعود إلى المسرح أبدا»، وأتبعته بآخر قالت فيه إن
        if (form := forms().get(r.words[k])) is None:
            continue
        own = form.part == "masdar" and form.gender != ""  # «...»، مع إقراره بأنه
        led = form.part == "participle" and r.count(quoted) > 2  # «لم أنس الوعد» مشددا على أنه
        if own or led or (r.stop[k] and form.part != "masdar"):
            return False
    return False


def _may_be_name(r: Reading, quoted: Quoted) -> bool:
    """Whether quoted words may name somebody: a few, or some that a given name, a title or a body heads."""
    head = r.words[r.word_at(quoted.start)]
    return r.count(quoted) < _FULL or head in v.GIVEN_NAMES or v.heads(head) != ""


def goes_on(r: Reading, quoted: Quoted) -> bool:
    """Whether a few quoted words only begin a noun phrase (أعلن «استقالة» ستة مدراء)."""
    after = r.word_at(quoted.end)
    if r.count(quoted) >= _FULL or after >= r.size or r.stop[after] or is_complementiser(r, after):
        return False
    if v.deverbal(r.words[after]) and not v.deverbal(r.words[r.word_at(quoted.start)]):
        return False  # أعلنت «المرفأ للاستثمار» تعيين مدير
    return not (v.is_function(r.words[after], "true_preposition") and clause_follows(r, quoted))  # كشفت "..." في رد أن
