"""Kinds: whether the marks within a reported clause hold words as they were said (mixed), or names alone (indirect)."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.reading import Reading
from analysis.quotes.spelt import letter_names

#: Quoted names have no more words.
_LONGEST_NAME: Final = 5
#: From this many words on, marks hold reported words rather than a name.
WORDS_NOT_NAME: Final = 3
#: Shorter words in marks are mostly acronyms (كونا).
_ADJECTIVE: Final = 5
_DASHES: Final = (" - ", " – ", " — ")


def holds_reported_words(r: Reading, span: tuple[int, int]) -> bool:
    """Whether a reported clause holds words in marks that are more than a name."""
    if not r.quoted:
        return False
    first = r.word_at(span[0])
    for q in r.quoted_within(span[0] - 1, span[1]):
        if q.depth:
            continue
        at, size = r.word_at(q.start), r.count(q)
        if r.text[q.close_at : q.close_at + 2] == " (":
            continue  # a name with its Latin twin
        if size <= WORDS_NOT_NAME and r.comes_back(q) and not _told_of(r, at, size):
            continue  # «القمر الأزرق», again and again
        if size > 1 and r.words[at - 1] == "ب" and at == first + 1 and q.close_at >= span[1]:
            return True  # طالب | بـ«وضع برنامج هجومي»
        if 2 <= size <= WORDS_NOT_NAME and _plain_words(r, at, size):
            return True
        if size > WORDS_NOT_NAME and not (size <= _LONGEST_NAME and _is_called(r, at)):
            return True
        if size <= WORDS_NOT_NAME and any(word[0].isdigit() for word in r.words[at : at + size]):
            continue  # بواقع "8" مراكز، طائرات "إف 5"
        if any(dash in r.text[q.start : q.end] for dash in _DASHES) and size <= WORDS_NOT_NAME:
            continue  # جسر «المرفأ - السهل»
        if size == 2 and at == first + 1 and q.start > span[0] and r.words[first] == "ان":
            continue  # أن «سحت المساء» تتخذ ...
        if 2 <= size <= WORDS_NOT_NAME and not (_names(r, at) or v.heads(r.words[at]) in ("body", "medium")):
            return True
        if 2 <= size <= WORDS_NOT_NAME and _words_no_name(r, at, size):
            return True
        if size == WORDS_NOT_NAME and not _names(r, at) and _no_title(r, at):
            return True
        if size == 1 and at > first and _is_word(r, at):
            return True
    return False


def _told_of(r: Reading, at: int, size: int) -> bool:
    """Whether words in marks tell what something is, and name nothing (بأنها «معيبة للغاية»، «كل ما يمكن»)."""
    words = r.words[at : at + size]
    return r.words[at - 1] in v.COMES_BACK or words[-1] in v.FUNCTION["degree"] or words[0] in v.FUNCTION["quantifier"]


def _no_title(r: Reading, at: int) -> bool:
    """Whether three words are no name: two adjectives («تحقيقات كاملة وشاملة»), an adjunct («بالنيابة عن الجميع»)."""
    first, second, third = r.words[at : at + WORDS_NOT_NAME]
    joined = third[0] == "و" and second[-1] == third[-1] == "ه" and not (r.has_article(at + 1) or r.has_article(at + 2))
    return joined or (first.startswith("بال") and v.is_function(second, "true_preposition", "in"))


def _plain_words(r: Reading, at: int, size: int) -> bool:
    """Whether two or three words are no name: acts with an adjective («إجراءات مناسبة»), what comes back («موثوق بها») or is denied
    («غير مبرر»), a quantity («مزيد من القيود»)."""
    words = r.words[at : at + size]
    if words[1] == "من" and not r.has_article(at):
        return True
    if any(map(r.has_article, range(at, at + size))) or any(v.heads(w) or w in v.GIVEN_NAMES for w in words):
        return False
    if words[0] in v.FUNCTION["un", "negation"]:
        return True
    return (v.is_act_plural(words[0]) and words[1].endswith("ه")) or words[-1] in v.BACK_TO


def _words_no_name(r: Reading, at: int, size: int) -> bool:
    """Whether two or three words cannot be a name: an indefinite noun and its adjective, an adverb (من «عواقب وخيمة»، «فورا ودون شروط»)."""
    words = r.words[at : at + size]
    if any(map(r.has_article, range(at, at + size))) or any(v.heads(w) or w in v.GIVEN_NAMES for w in words):
        return False
    if at == 0:
        return False
    if r.words[at - 1] in v.TRUE_PREPOSITION:
        return words[1].endswith("ه") and not words[0].endswith("ا")
    return r.has_article(at - 1) and len(words[0]) >= _ADJECTIVE and words[0].endswith("ا")


def _is_word(r: Reading, at: int) -> bool:
    """Whether one quoted word is no name: a predicate (هي «حقيقية»), an adjective (الأحكام «القاسية»), a noun of action."""
    before, word = r.words[at - 1], r.words[at]
    if before.startswith(("بانه", "انه", "بال")) or _describes(r, at):
        return True
    if v.is_function(before, "copula", "personal", "like"):
        return True
    named = _heads_name(before) or (at > 1 and r.has_article(at - 1) and _heads_name(r.words[at - 2]))
    if r.has_article(at - 1) and r.has_article(at) and word.endswith("يه"):
        return not named
    act = v.bare(word[1:] if word[0] == "ب" and v.deverbal(word) == "" else word)  # قام «بتحييد» ...
    return v.deverbal(act) in ("listed", "own") and not named and before != "ب"


def _is_called(r: Reading, at: int) -> bool:
    """Whether several quoted words are a name by what leads up to them (فيلم «...»، ما يعرف بـ«...»، جماعة «...»)."""
    before = r.words[at - 1] if at else ""
    if before in v.FUNCTION["naming"] or (before == "ب" and at > 1 and r.words[at - 2] in v.FUNCTION["known_as"]):
        return True
    described = before.endswith("ات") and r.words[at].endswith("يه") and not r.has_article(at)  # مؤسسات «دينية معتبرة»
    return v.heads(before) == "body" and not (r.has_article(at - 1) or described)


def _describes(r: Reading, at: int) -> bool:
    """Whether one quoted word is an adjective (رفع الحصار «كاملا»), not a name: indefinite, accusative or feminine."""
    word = r.words[at]
    described = len(word) >= _ADJECTIVE and word.endswith(("ا", "ه")) and not r.has_article(at)
    theirs = at > 0 and r.words[at - 1].endswith(("ه", "ها", "هم")) and not r.written_with_teh(at - 1)
    return described and (theirs or not _names(r, at))  # حكومته «مستقرة»


def _names(r: Reading, at: int) -> bool:
    """Whether the quoted words that begin at `at` stand as a name: after what they name, or joined to a clitic."""
    before = r.words[at - 1] if at else ""
    if _heads_name(before) or before in ("ل", "ب"):
        return True
    if at > 1 and r.has_article(at - 1) and not r.stop[at - 1] and _heads_name(r.words[at - 2]):
        return True  # البرنامج التدريبي «...»
    text = r.words[at]
    if " " in text or text in letter_names("sure"):
        return True  # «إف بي آي»
    return not ("\u0621" <= text[:1] <= "\u064a") or before in ("ب", "ل", "من", "علي", "في", "عن", "الي")


def _heads_name(word: str) -> bool:
    """Whether a quoted name may follow a word (الوكالة، لوكالة، كتاب، يدعى)."""
    return word in v.FUNCTION["naming"] or bool(v.heads(word) or (word[:1] in ("ل", "ب") and v.heads(word[1:])))
