"""Sourcing phrases: بحسب الوزارة, وفق ما أفاد به مصدر, نقلا عن وكالة, على حد قوله."""

from __future__ import annotations

from typing import Final, NamedTuple

from analysis.quotes import vocabulary as v
from analysis.quotes.boundaries import COMMA, NONE
from analysis.quotes.complements import find_complement
from analysis.quotes.cues import cue_at
from analysis.quotes.formulas import sourcing_phrases
from analysis.quotes.mentions import describe, without_preposition
from analysis.quotes.phrases import extend, noun_phrase
from analysis.quotes.reading import Range, Reading
from analysis.quotes.sources import behind_adverb
from analysis.quotes.verbs import forms

_LONGEST: Final = 25
#: A name that no title heads has at most so many words.
_NAME: Final = 3
#: The pronouns of what is told, or to whom (وفق ما أكده، ما أفادتنا به).
_OBJECTS: Final = ("ه", "نا", "ها", "هم")
#: Longer words in ين are plurals.
_PLURAL: Final = 4


class Sourcing(NamedTuple):
    """A sourcing phrase at its place.

    Attributes
    ----------
    word, until : int
        Indices of its first word and one past the last word of the phrase itself (the source left out).
    after : str
        ``np``, ``verb`` or ``self`` (see ``lexicon/sourcing.tsv``).
    source : tuple of int or None
        Word indices of the source.
    opens_clause : bool
        Whether the clause that it vouches for follows it.
    joined : bool
        Whether the first word of the source carries the preposition ل.
    """

    word: int
    until: int
    after: str
    source: Range | None
    opens_clause: bool
    joined: bool = False


def find_sourcing(r: Reading) -> list[Sourcing]:
    """All sourcing phrases of a text, in order.

    Examples
    --------
    >>> from analysis.quotes.reading import read
    >>> [s.after for s in find_sourcing(read("ارتفعت الأسعار، بحسب وزارة التجارة."))]
    ['np']
    """
    phrases = sourcing_phrases()
    found = []
    for i in [i for i in r.notable if r.words[i] in phrases]:
        by_second = phrases[r.words[i]]
        longer = by_second.get(r.words[i + 1], []) if i + 1 < r.size else []
        for words, after in (*longer, *by_second.get("", [])):
            if (phrase := _match(r, i, words, after)) is not None:
                found.append(phrase)
                break
    return found


def _match(r: Reading, i: int, words: tuple[str, ...], after: str) -> Sourcing | None:
    if words[0] == "علي" and i and not r.stop[i] and _takes_on(r.words[i - 1], words[1]):
        return None  # ردا | على ما صرح به
    until = i + len(words)
    joined = words[-1] == "ل"  # وفقا ل + word: the preposition is joined to the next word or stands before a mark
    if joined:
        until -= 1
        if tuple(r.words[i:until]) != words[:-1] or until >= r.size or r.words[until][0] != "ل":
            return None
    elif tuple(r.words[i:until]) != words or any(r.stop[k] >= COMMA for k in range(i + 1, min(until, r.size))):
        return None
    opens = (
        r.stop[i] > COMMA
        or (r.stop[i] == COMMA and words[0][0] == "ف" and len(words[0]) > 2)
        or (r.stop[i] == COMMA and words[0][0] == "و" and words[0][1:] in sourcing_phrases())
        or (i > 0 and r.stop[i - 1] > COMMA and v.is_function(r.words[i - 1], "lead"))
    )
    if after == "self":
        return Sourcing(i, until, after, None, opens and opens_clause(r, until))
    if after == "verb":
        return _with_verb(r, i, until, opens)
    if until >= r.size or r.stop[until] > COMMA:
        return None
    alone = not joined or r.words[until] == "ل"
    until += joined and alone
    first = until
    if first + 1 < r.size and _this(r.words[first]) and r.has_article(first + 1) and not r.stop[first + 1]:
        first, alone = first + 1, True  # وحسب تلك | التقارير، وفقا لهذه | التقارير، بحسب ذات | المصدر
    limit = min(first + _LONGEST, r.size)
    span = noun_phrase(r, first, limit) if alone else extend(r, first, limit)
    if span is not None:
        span = span[0], next((k for k in range(span[0] + 1, span[1]) if _goes_on(r, k)), span[1])
    if span is None or not _is_source(r, span, not alone):
        return None
    if words[0] in v.FUNCTION["depending"] and not _speaking(r.words[span[0]]):
        return None  # تبعا للظروف
    return Sourcing(i, until, after, span, opens, not alone)


def _goes_on(r: Reading, k: int) -> bool:
    """Whether a participle tells what the source says besides (بحسب وكالة الأنباء | موضحة أن)."""
    form = forms().get(r.words[k])
    if form is None or form.part != "participle" or k + 1 >= r.size or r.stop[k + 1] or r.has_article(k):
        return False
    return r.words[k + 1] in v.COMPLEMENTISERS or r.words[k + 1] in form.verb.takes


def _speaking(word: str) -> bool:
    """Whether a word, also with ل, heads somebody, a body or a text."""
    return v.heads(word) != "" or (word[0] == "ل" and v.heads(word[1:]) != "")


def _this(word: str) -> bool:
    """Whether a word is a demonstrative or the noun of the same, also with ل."""
    return any(w in v.DEMONSTRATIVE or w in v.FUNCTION["the_same"] for w in (word, word.removeprefix("ل")))


def _takes_on(word: str, following: str) -> bool:
    """Whether a word goes on with على (ردا على، التعليق على، يرد على ما ..., but جاء على لسان)."""
    verb = following == "ما" and v.is_verb(word)
    return verb or v.is_function(word, "reply") or v.bare(word) in v.COMPLEMENT_NOUNS


def _with_verb(r: Reading, i: int, until: int, opens: bool) -> Sourcing | None:
    """A phrase such as وفق ما أفاد به مصدر: the verb must be one of saying, without a clause of its own."""
    before = until < r.size and r.words[until] in v.FUNCTION["beforehand"]  # كما سبق وأعلن، كما سبق أن أعلن
    until += before + (before and until + 1 < r.size and r.words[until + 1] == "ان")
    word = r.words[until] if until < r.size else ""
    form = forms().get(word)
    if form is None or not form.finite:
        form = next((f for s in _OBJECTS if word.endswith(s) and (f := forms().get(word.removesuffix(s)))), form)
    if form is None or not form.finite or (form.joined and not before) or form.verb.soft or form.verb.doubled:
        return None
    if opens and form.verb.sense == "relay" and r.words[i] in v.FUNCTION["as_verb"]:
        return None  # كما نقلت الوكالة عن الوزير قوله
    if (
        form.verb.weak
        and not (form.verb.locative and r.words[until + 1 : until + 2] and r.words[until + 1] in v.WHERE)
        and form.verb.sense == "say"
        and (r.words[i] in v.FUNCTION["as_verb"] or "علي" in form.verb.takes or r.words[i] == "علي")
    ):
        return None  # كما سجل السعر، طبقا لما تنص عليه
    k = until + 1
    while k < r.size and (behind := k + 1 if r.words[k] in v.FUNCTION["back_to"] else behind_adverb(r, k)) > k:
        k = behind  # بحسب ما نشرته الاثنين | الصحيفة، وفق ما أكده لـ«المرفأ» | مصدر أمني
    if form.verb.locative and k < r.size and r.words[k] in v.WHERE:
        k += 1  # حسب ما ورد في | التقرير
    if r.words[i] in v.FUNCTION["as_verb"] and _clause_within(r, k):
        return None
    over = k < r.size and r.stop[k] > COMMA  # ...، كما قال.
    aside = k < r.size and k == until + 1 and r.stop[i] == r.stop[k] == COMMA  # تأقلمت حداد، كما تقول، مع ...
    span = None if over or aside else noun_phrase(r, k, min(k + _LONGEST, r.size))
    if span is None and r.words[i] in v.FUNCTION["as_verb"]:
        return Sourcing(i, k, "self", None, opens) if aside and not form.verb.weak else None
    return Sourcing(i, until, "verb", span, opens)


def _clause_within(r: Reading, k: int) -> bool:
    cue = cue_at(k - 1, forms().get(r.words[k - 1]) or forms()["قال"])
    return find_complement(r, cue) is not None


def _is_source(r: Reading, span: Range, joined: bool) -> bool:
    """Whether what follows بحسب can speak: a person, a body, a text or a quoted name (not بحسب الحاجة)."""
    word = r.words[span[0]]
    if joined:
        word = without_preposition(word)
    latest = r.words[span[0] + 1] if word in v.FUNCTION["latest"] and span[0] + 1 < span[1] else ""
    if r.stop[span[0] - 1] == COMMA and (latest in v.TEXTS or latest in v.FUNCTION["source_word"]):
        return True  # ، وفقا لآخر إحصاءات المنظمة
    if word in v.FUNCTION["no_subject", "superlative", "comparative"] or (
        v.bare(word) in v.COMPLEMENT_NOUNS and word not in v.FUNCTION["source_word"]
    ):
        return False  # بحسب تنفيذ الخطة, but بحسب تقدير الخبراء
    following = r.words[span[0] + 1] if span[0] + 1 < r.size else ""
    if word in v.CARDINALS and (v.heads(following) or v.is_crowd(following) or following in v.FUNCTION["source_word"]):
        return True  # وفقا لأربعة مصادر
    charged = following in v.FUNCTION["accusing"]  # بحسب لائحة | الاتهام
    norm = v.bare(word) in v.FUNCTION["norm"] and not charged  # وفق قرار المجلس, but ووفقا للقرار فإن ...
    described = span[1] - span[0] > 1 and not r.has_article(span[0] + 1)
    norm = norm or (v.bare(word) in v.FUNCTION["plan"] and described)  # وفق برنامج زمني, but وفق برنامج الأغذية العالمي
    if not norm and (
        v.heads(word)
        or v.is_crowd(word)
        or word in v.FUNCTION["agency"]
        or r.quoted_at(span[0]) is not None
        or word in v.FUNCTION["source_word"]
        or _is_named_body(r, word, span[0] + 1)
    ):
        return True
    if not norm and any(
        v.heads(r.words[k]) == "title" and (r.stop[k] == COMMA or (r.has_article(k) and not joined))
        for k in range(span[0] + 1, min(span[1], span[0] + _NAME + 1))
    ):
        return True  # وفق كوران المدير الفني، وفقا لكوران، مدير الفريق
    k = span[1]
    if k < r.size and r.words[k] in v.RELATIVE:
        k = next((j for j in range(k + 1, min(k + _LONGEST, r.sentence_end[k])) if r.stop[j] == COMMA), k)
    if norm:
        return opens_clause(r, k)
    people = len(word) > _PLURAL and word.endswith("ين")
    if people and word.startswith("ال"):  # بحسب المتتبعين للشأن المحلي، فإن ...
        k = next((j for j in range(k, min(k + _NAME + 1, r.size)) if r.stop[j]), k)
    if opens_clause(r, k) or (people and not word.startswith("ال")):
        return True  # بحسب الكيلاني فإن ..., بحسب متابعين
    again = [k for k in r.places(word) if k != span[0]]
    alone = span[1] - span[0] == 1 and r.stop[span[1]] >= COMMA
    if span[1] - span[0] == 1 and (len(again) > 1 or alone) and _is_proper(r, span[0]):
        return True  # بحسب ويكيليكس, which the text names again and again, or which ends the clause
    return span[1] - span[0] <= _NAME and any(
        _speaks(r, k) or (span[1] - span[0] == 1 and _titled(r, k)) for k in again
    )


def _is_named_body(r: Reading, word: str, k: int) -> bool:
    """Whether a word, or two with the one at `k`, is the name of a body or a government (بحسب واشنطن، بحسب الهلال الأحمر)."""
    names, plain = v.WORDS["named_bodies"], v.bare(word)
    whole = k >= r.size or not r.has_article(k)  # but بحسب دمشق القديمة
    if plain in v.WORDS["proper_nouns"] or (whole and (word in names or (word in v.PLACES and word == plain))):
        return True
    return k < r.size and r.stop[k] == NONE and f"{word} {r.words[k]}" in names


def _is_proper(r: Reading, k: int) -> bool:
    """Whether nothing in a word or its other places tells that it is a common noun."""
    word = r.words[k]
    plain = (
        word[0] in "بلف"
        or (word[0] == "و" and r.places(word[1:]) != [])
        or r.has_article(k)
        or r.written_with_teh(k)
        or r.places("ال" + word)
        or v.deverbal(word)
    )
    return not (
        plain or r.carries_pronoun(k) or v.with_pronoun(word) or word in v.OCCASIONS or word.endswith(("ات", "ين", "ا"))
    )


def opens_clause(r: Reading, k: int) -> bool:
    """Whether فإن or فقد stands here, as behind a sourcing phrase."""
    word = r.words[k] if k < r.size else ""
    if word[:1] != "ف" or word in v.GIVEN_NAMES:
        return False
    return word[1:] in v.COMPLEMENTISERS or word[1:] in v.FUNCTION["auxiliary"] or word.startswith(v.FUTURE_WITH_F)


def _titled(r: Reading, k: int) -> bool:
    """Whether a word ends a name behind a title (المدعي العام | مازن لانكر)."""
    first = next(
        (j for j in range(k - 1, max(-1, k - 1 - _NAME - 1), -1) if r.stop[j + 1] or v.heads(r.words[j]) == "title"), k
    )
    if first == k or v.heads(r.words[first]) != "title" or r.stop[first + 1] or r.has_article(k):
        return False
    span = noun_phrase(r, first, k + 1)
    return span == (first, k + 1) and describe(r, span).name is not None and not v.deverbal(r.words[k])


def _speaks(r: Reading, k: int) -> bool:
    """Whether a word stands right behind a verb of saying, or ends the name there: somebody who has spoken."""
    if r.words[k] in v.FUNCTION["to_whom", "back_to"]:
        return False
    for verb in range(k - 1, max(-1, k - 1 - _NAME), -1):
        if r.stop[verb + 1] != NONE:
            return False
        form = forms().get(r.words[verb])
        if form is not None:
            return form.finite and form.verb.sense == "say" and not form.verb.weak
    return False
