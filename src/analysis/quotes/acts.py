"""Nouns of action: which of them say what is affirmed, denied or demanded (إطلاق، الحصول على), and where they may stand."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.formulas import sourcing_phrases
from analysis.quotes.namewords import leads_on, may_be_bare_object
from analysis.quotes.reading import Reading
from analysis.quotes.verbs import forms
from analysis.quotes.vocabulary import COMPLEMENTISERS

#: How far behind its verb a complement may begin, in words: subjects with all their titles are long.
REACH: Final = 60
#: Letters of a verbal noun of form IV (إرسال).
_FORM_IV: Final = 5
#: The pronouns that a verb takes as its object.
OBJECTS: Final = ("ه", "ها", "هم")
#: Nouns of action with the article.
DEFINITE_NOUNS: Final = frozenset("ال" + noun for noun in v.COMPLEMENT_NOUNS)


def names_act(r: Reading, k: int) -> bool:
    """Whether a word is a noun of action with the article, also one of a cue (الإعلان)."""
    noun = v.bare(r.words[k])
    form = forms().get(noun)
    return r.has_article(k) and (v.deverbal(noun) != "" or (form is not None and form.part == "masdar"))


def accusative_act(word: str) -> bool:
    """Whether a word is an indefinite noun of action in the accusative (ارتفاعا), and opens no adjunct (استنادا إلى)."""
    if word[-1] != "ا" or not may_be_bare_object(word) or v.deverbal(word[:-1]) in ("", "own"):
        return False
    return word not in sourcing_phrases() and not v.is_function(word, "adjunct", "preposition", "reply", "adverb")


def is_act(r: Reading, j: int) -> bool:
    """Whether a noun says what is affirmed or denied: a word listed, or one of the shape of a verbal noun.

    The latter only where it completes no noun before it and no clause follows.
    """
    if r.words[j] in DEFINITE_NOUNS:  # أعلن الجيش | السيطرة على المدينة، اشترط | الحصول على
        return complete_before(r, j) or (is_known_definite_act(r, j) and forms().get(r.words[j - 1]) is not None)
    known = v.deverbal(r.words[j]) or ("shaped" if written_act(r, j) else "")
    if known == "":
        return False
    completes = not (complete_before(r, j) or r.words[j - 1] in forms())
    if known == "listed" and not completes:
        return True
    limit = min(j + REACH, r.size)
    end = next((k for k in range(j + 1, limit) if r.stop[k] or _reports_besides(r.words[k])), limit)
    clause = any(w in COMPLEMENTISERS for w in r.words[j + 1 : end])  # أوضح باعة محال بيع الإطارات أن
    if known == "listed" or clause or r.words[j - 1] in v.FUNCTION["no_subject"]:
        return not clause and known == "listed"
    return known == "own" or complete_before(r, j)


def is_known_definite_act(r: Reading, j: int) -> bool:
    """Whether a word is a listed noun of action with the article that a preposition goes on (الحصول على، البدء بإعادة)."""
    if r.words[j] not in DEFINITE_NOUNS or v.heads(r.words[j]):
        return False  # أعلن التنظيم على موقعه
    return leads_on(r, j)


def _reports_besides(word: str) -> bool:
    """Whether a word is و with a cue in the past (أكد ضرورة العمل | ووصفه بأنه ...)."""
    form = forms().get(word)
    if form is None or not form.joined or form.part != "past":
        return False
    return not form.verb.weak or word.endswith(OBJECTS)


def complete_before(r: Reading, j: int) -> bool:
    """Whether the noun phrase before a word is complete: it ends in a definite word, one with a pronoun, a mark or a comma."""
    before = r.words[j - 1]
    if is_office(r, j - 1):
        return True  # وتوقع مختص اقتصادي | نزول الأسعار
    if behind_text(r, j):
        return True
    if (
        j > 1
        and before in v.TEXTS
        and (told := forms().get(r.words[j - 2])) is not None
        and told.finite
        and not r.stop[j]
    ):
        return True  # أظهرت بيانات | هبوط الأسعار
    pronoun = v.with_pronoun(before) and not v.is_function(before, "at_a_time")
    crowd = v.is_crowd(before) and not r.stop[j]  # أكد مسؤولون | وجود قوات
    since = (
        j > 1 and r.words[j - 2] in v.FUNCTION["since"] and before in v.FUNCTION["time_span"]
    )  # نفت منذ فترة | توريد الغاز
    return r.has_article(j - 1) or pronoun or crowd or since or before in v.ADVERB or r.gap[j] != " "


def behind_text(r: Reading, j: int) -> bool:
    """Whether a word stands behind the text in which something is stated (أكد المكتب في بيان | مقتل العميد)."""
    if r.has_article(j - 1) or (r.has_article(j) and not is_known_definite_act(r, j)):
        return False
    k = j - 1 - (r.words[j - 1].endswith(("ه", "ي")) and j > 2 and not r.stop[j - 1])  # في تصريحات سابقة | ...
    return any(
        (r.words[at] in v.OCCASIONS or v.heads(r.words[at]) == "body") and r.words[at - 1] in v.IN
        for at in {k, j - 1}
        if at > 0
    )


def is_office(r: Reading, k: int) -> bool:
    """Whether adjectives up to a word follow an indefinite title (مصدر أمني عراقي)."""
    if not r.words[k].endswith(("ي", "يه")):
        return False
    while k > 0 and not r.stop[k] and r.words[k].endswith(("ي", "يه")):
        k -= 1
    return v.heads(r.words[k]) == "title" and not r.has_article(k)


def written_act(r: Reading, j: int) -> bool:
    """Whether a word is a verbal noun of form IV (إرسال), which only its hamza tells from a plural (أعمال)."""
    return may_be_act(r.words[j]) and r.folded.original[r.folded.offset(r.start[j])] == "إ"


def may_be_act(word: str) -> bool:
    """Whether a folded word has the letters of a verbal noun of form IV."""
    if len(word) != _FORM_IV or word[0] != "ا" or word[1] == "ل" or word[3] != "ا":
        return False
    return word not in v.GIVEN_NAMES and word not in v.PLACES and not v.heads(word)


def is_accusative(r: Reading, k: int) -> bool:
    """Whether a word is an indefinite accusative, with its sign or the alif alone (دليلا)."""
    return k in r.tanwin or (may_be_bare_object(r.words[k]) and not r.words[k].endswith(("ها", "يا")))
