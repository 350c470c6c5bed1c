"""Back references: words behind a statement that lead back to it and say whose it is (بهذه العبارة لخص حداد يومه، هذا ما أكده الوزير)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from analysis.quotes import vocabulary as v
from analysis.quotes.boundaries import COMMA, SENTENCE
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.reading import Range, Reading
from analysis.quotes.verbs import forms

#: A quotation that is referred to has no fewer words.
_SAID: Final = 2
#: A clause that is referred to has no fewer words.
_CLAUSE: Final = 4
#: Who said it is named within so many words.
_SOURCE: Final = 24
#: A verb with its object, also in the feminine (طرحه، كررتها، يرددها).
_OBJECT: Final = re.compile("^[^\\W\\d_]{3,6}ها?$")
_COPULA: Final = v.WITH_AND["copula"]
#: What may stand between the verb and who said it.
_BETWEEN: Final = v.FUNCTION["back_to", "to_whom", "in_it", "at_a_time"]


class BackReference(NamedTuple):
    """A statement and the words that lead back to it.

    Attributes
    ----------
    said : tuple of int
        Word indices of the statement.
    word : int
        Index of the verb, or of the word that stands for it.
    source : tuple of int or None
        Word indices of who said it.
    quoted : bool
        Whether the statement stands in marks.
    """

    said: Range
    word: int
    source: Range | None
    quoted: bool


def find_back_references(r: Reading) -> Iterator[BackReference]:
    """The statements to which the words behind them lead back, the quotations first.

    Examples
    --------
    >>> from analysis.quotes.reading import read
    >>> r = read("«تعبنا من الانتظار»، بهذه العبارة خاطبنا حداد")
    >>> [(b.said, r.words[slice(*b.source)]) for b in find_back_references(r)]
    [((0, 3), ['حداد'])]
    """
    for quoted in r.quoted:
        at, end = r.word_at(quoted.start), r.word_at(quoted.end)
        if quoted.depth or not quoted.closed or end + 2 >= r.size:
            continue
        alone = r.count(quoted) < _SAID  # «نعم». بهذه الكلمة أجابت
        if alone and not (r.words[end][0] == "ب" and r.words[end][1:] in v.DEMONSTRATIVE):
            continue
        word = _leads_back(r, end) or (_takes_up(r, end) if r.stop[at] >= SENTENCE else 0)
        if word:
            yield BackReference((at, end), word, _source(r, word), True)
    told = -1  # the sentence whose clause is referred to already
    for k in r.landmarks_from(_CLAUSE, r.size):
        if r.stop[k] == COMMA and r.words[k] in v.DEMONSTRATIVE and (word := _as_what(r, k)):
            first = r.sentence_start(k)
            if k - first >= _CLAUSE and first != told:
                told = first
                yield BackReference((first, k), word, _source(r, word), False)


def _leads_back(r: Reading, k: int) -> int:
    """Index of the verb of words that begin at `k` and lead back to what stands before them; 0 where they do not."""
    if r.words[k] in _COPULA and r.words[k + 1] in v.DEMONSTRATIVE and k + 3 < r.size:
        k += 1  # كانت | هذه رسالة حداد
    this, noun = r.words[k], r.words[k + 1]
    if "ال" + noun in v.FUNCTION["wording"] and this in v.DEMONSTRATIVE and not r.stop[k + 1]:
        return k + 1  # هذه | كلمات حداد
    if this.removeprefix("و") in v.FUNCTION["wording", "statement"] and noun in v.FUNCTION["coming"]:
        return k + 2 if r.words[k + 2] in v.FUNCTION["about"] else 0  # الاعتراف صادر | عن حداد
    if noun in v.FUNCTION["wording"] and this[:1] == "ب" and this[1:] in v.DEMONSTRATIVE:
        return k + 2 + (k + 3 < r.size and r.has_article(k + 2))  # بهذه النبرة الحازمة | خاطب
    if noun in v.FUNCTION["wording"] and k + 3 < r.size and r.words[k + 2] in v.RELATIVE:
        return k + 3 if this in v.DEMONSTRATIVE or "و" + this in v.WHICH_IS else 0
    return _as_what(r, k) if this in v.DEMONSTRATIVE else 0


def _takes_up(r: Reading, k: int) -> int:
    """Index of a verb behind a comma whose object is the quotation that opens the sentence («...»، سؤال | طرحه الوزير); 0 without one."""
    if r.stop[k] != COMMA and ".." not in r.gap[k]:
        return 0
    verb = k + ("ال" + r.words[k] in v.FUNCTION["wording"])
    if verb + 1 >= r.size or r.stop[verb + 1] or (verb > k and r.stop[verb]) or not _OBJECT.search(r.words[verb]):
        return 0
    if v.heads(r.words[verb][:-1]) or v.heads(r.words[verb][:-2]):
        return 0  # «...»، زميله سامر حداد
    source = _source(r, verb)
    person = source is not None and (r.words[source[0]] in v.GIVEN_NAMES or v.heads(r.words[source[0]]) == "title")
    return verb if person else 0


def _as_what(r: Reading, k: int) -> int:
    """Index of the verb of هذا ما with its object (هذا ما | أكده الوزير، ذلك ما | توعد به حداد); 0 where there is none."""
    if k + 3 >= r.size or r.words[k + 1] != "ما" or any(r.stop[k + 1 : k + 4]):
        return 0
    word = r.words[k + 2]
    plain = word in forms() and r.words[k + 3] in v.BACK_TO
    return k + 2 if plain or (word[-1] == "ه" and word[:-1] in forms()) else 0


def _source(r: Reading, verb: int) -> Range | None:
    limit = min(r.sentence_end[verb], verb + _SOURCE)
    first = next((k for k in range(verb + 1, limit) if r.stop[k] or r.words[k] not in _BETWEEN), limit)
    return noun_phrase(r, first, limit) if first < limit and r.stop[first] < SENTENCE else None
