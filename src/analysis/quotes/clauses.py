"""Clauses: what opens a reported one, and whether one follows quoted words."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.boundaries import COLON, SENTENCE
from analysis.quotes.marks import Quoted
from analysis.quotes.reading import Reading
from analysis.quotes.verbs import forms
from analysis.quotes.vocabulary import COMPLEMENTISERS

#: Quotations of so many words stand by themselves.
_FULL: Final = 4


def is_complementiser(r: Reading, k: int) -> bool:
    """Whether a word is أن, إن or a form of them; ألا counts, إلا (except) does not."""
    word = r.words[k]
    if word == "ان" and k + 1 < r.size and r.words[k + 1] in v.FUNCTION["if_not"]:
        return "أ" in r.original(k, k + 1)[0]  # but إن لم يكن، إن كان
    if word in COMPLEMENTISERS:
        return word != "باني" or (k + 1 < r.size and not r.stop[k + 1])  # but وجبال باني.
    return word in ("الا", "بالا") and "أ" in r.original(k, k + 1)[0]


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
