"""Nominal complements: a noun phrase that is affirmed, denied or demanded (أكد أهمية العمل، دعا إلى الحوار)."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.acts import (
    DEFINITE_NOUNS,
    REACH,
    accusative_act,
    behind_text,
    complete_before,
    is_act,
    is_known_definite_act,
    is_office,
    written_act,
)
from analysis.quotes.beginnings import name_before
from analysis.quotes.boundaries import COLON, COMMA
from analysis.quotes.cues import Complement, Cue
from analysis.quotes.formulas import sourcing_phrases
from analysis.quotes.judged import judged
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.prepositional import PREPOSITIONS, behind_party, governs, joined_to
from analysis.quotes.reading import Reading
from analysis.quotes.verbs import forms
from analysis.quotes.vocabulary import COMPLEMENTISERS

#: So many words behind the beginning of a nominal complement a clause may still be the real one.
_NEAR: Final = 6
_FAR: Final = 12
#: Those of whom something is asked are named in fewer words.
_ASKED: Final = 10
#: في stands no more words before the end of what it leads to.
_LED: Final = 6
#: The preposition of verbs that take ل as well (أشار).
_TO: Final = "الي"
#: So few words before a colon only lead up to what is said.
_LEADS_UP: Final = 2
#: A clause behind a subject begins within so many words.
_AHEAD: Final = 20
#: Words at which a nominal complement may begin, besides nouns known by their shape and those with ب or ل.
PHRASE_WORDS: Final = PREPOSITIONS | {"عما"} | v.COMPLEMENT_NOUNS | DEFINITE_NOUNS | v.FUNCTION["amount"]
#: Words behind which طلب is no noun.
_BEFORE_VERB: Final = v.FUNCTION["likewise", "but_he", "then"] | v.WITH_AND["perfect"]


def behind_it(r: Reading, cue: Cue, first: int) -> int:
    """Index behind a pronoun that leads back to the text (كلمة أكد فيها | إصراره)."""
    back = (
        cue.form.finite and first < r.size and (r.words[first] in v.IN_IT or r.words[first] in v.FUNCTION["through_it"])
    )
    return first + back


def phrase_at(r: Reading, cue: Cue, j: int) -> Complement | None:
    """A nominal complement that begins at `j`, or with the preposition there."""
    word = r.words[j]
    if word in PREPOSITIONS:
        return Complement("phrase", j + 1, j) if governs(r, cue, j) and not _holds(r, j + 1) else None
    if r.words[j - 1] in COMPLEMENTISERS or r.words[j - 1] in sourcing_phrases():
        return None  # خاصة أن | تعاون الجهات، بحسب | ما ذكر المحلل
    if word in v.FUNCTION["edge_of_time"] and j + 1 < r.size and v.bare(r.words[j + 1]) in v.FUNCTION["time_span"]:
        which = "".join(r.words[j + 2 : j + 3]) in v.FUNCTION["which_day"]  # نهاية الأسبوع الماضي
        if which or any(w in COMPLEMENTISERS for w in r.words[j + 2 : r.clause_end(j + 2, _NEAR)]):
            return None  # أعلنت الهيئة | نهاية الأسبوع الماضي أن, but أعلنت الهيئة | بداية شهر رمضان
    if r.words[j - 1] in v.FUNCTION["not_told"] and j > 1 and r.words[j - 2] == "عن":
        return None  # عن طريق | خفض العقوبات
    if (
        j + 1 < r.size and r.words[j + 1] in COMPLEMENTISERS
    ):  # an attribute of the subject (جهات معارضة أن), or ضرورة أن
        return Complement("phrase", j, j) if "np" in cue.verb.takes and word in v.FUNCTION["modality"] else None
    if r.words[j - 1] == "عبد" and not r.stop[j]:
        return None  # سامر عبد | الحق
    if word[0] == "ب" and word[1:] in v.FUNCTION["measured_by"] and cue.verb.sense != "demand":
        return None  # أقرت الجمعية توزيع أرباح | بنسبة 12%
    begins = joined_to(r, cue, j)
    if begins is None:
        begins = judged(r, cue, j) if cue.verb.judges else _bare(r, cue, j)
    return Complement("phrase", j, j) if begins else None


def _begins_name(r: Reading, j: int, first: int) -> bool:
    """Whether a given name that is a noun too stands behind a subject and before a family name (دعا أمين الحزب | حسن سهلي أمس إلى)."""
    if r.stop[j] or r.words[j] not in v.GIVEN_NAMES or j + 2 >= r.size or r.stop[j + 1]:
        return False
    family = r.words[j + 1]
    if v.deverbal(family) or v.is_function(family, "true_preposition", "in"):
        return False
    over = j + 2 + (r.words[j + 2] in v.IN_NAME and not r.stop[j + 2] and j + 3 < r.size)  # حسن نصر الله
    behind = r.words[over]
    if j == first:  # أوضح حسن العمري، أحد السكان، أن، توقع حسن روحاني رئيس الوفد نزول السعر
        near = range(over, min(j + _AHEAD, r.sentence_end[j]))
        office = v.heads(behind) == "title" and not (r.has_article(over) or r.has_article(j + 1))
        told = r.stop[over] == COMMA and any(r.words[k] in COMPLEMENTISERS for k in near)
        return told or (office and not r.stop[over])
    if r.has_article(j + 1):
        return False
    apart = v.is_function(behind, "true_preposition", "adjunct", "at_a_time", "complementiser", "to_medium")
    return r.stop[over] > 0 or apart or behind in v.PLACES


def _says_itself(r: Reading, j: int) -> bool:
    """Whether a noun is a text that somebody has made, before what it says (وأظهر | تحقيق أجرته المنظمة أن ...)."""
    if r.has_article(j) or j + 1 >= r.size or r.stop[j + 1] or r.words[j + 1] not in v.FUNCTION["issued"]:
        return False
    return any(w in COMPLEMENTISERS for w in r.words[j + 2 : min(j + _AHEAD, r.sentence_end[j])])


def _names_holder(r: Reading, j: int, first: int) -> bool:
    """Whether two words behind a definite title and before a comma are a name, where the clause is still to come."""
    if j - 1 < first or r.stop[j] or not r.has_article(j - 1) or r.has_article(j) or j + 2 >= r.size or r.stop[j + 1]:
        return False
    title = j - 2 if r.words[j - 1].endswith(("ي", "يه")) and j - 2 >= first else j - 1
    if v.heads(r.words[title]) != "title" or not r.has_article(title) or r.stop[j + 2] != COMMA:
        return False
    last = r.words[j + 1]
    plain = r.has_article(j + 1) or v.is_function(last, "true_preposition", "in") or v.deverbal(last) or v.heads(last)
    return not plain and any(w in COMPLEMENTISERS for w in r.words[j + 2 : min(j + _AHEAD, r.sentence_end[j])])


def _holds(r: Reading, k: int) -> bool:
    """Whether somebody's own noun only leads to the clause with ب behind it (أصر على | موقفه بأن)."""
    if k + 1 >= r.size or r.words[k + 1][0] != "ب" or r.words[k + 1] not in COMPLEMENTISERS:
        return False
    return r.carries_pronoun(k)


def _bare(r: Reading, cue: Cue, j: int) -> bool:
    """Whether a noun of action that the verb takes as its object begins at `j` (أعلن | تأجيل المباراة)."""
    takes, word, first = cue.verb.takes, r.words[j], cue.word + 1
    first = behind_it(r, cue, first) if first < j else first
    if _begins_name(r, j, first) or (j == first and _says_itself(r, j)):
        return False
    if j > first and word[-1] == "ا" and v.bare(r.words[j - 1]) in v.FUNCTION["comparative"]:
        return False  # النادي، الأكثر | تتويجا
    if cue.verb.estimates and j == first and cue.form.gender == "f" and r.written_with_teh(j):
        return False  # قدرت كلفة الجولة بمليون: it was estimated
    if cue.verb.estimates and word in v.FUNCTION["amount"] and not r.stop[j]:
        return j == first or complete_before(r, j) or name_before(r, j, first)  # قدرت الوزارة | عدد المنشآت بألفين
    if j > first and not r.stop[j] and r.words[j - 1] in v.FUNCTION["planned"]:
        return False  # المسلسل المقرر | عرضه
    plain = j > first and v.deverbal(word) != "own" and not (r.has_article(j) or any(r.stop[first : j + 1]))
    if plain and any(r.words[i] in v.RELATIVE for i in range(first, j)):
        return False  # أوضح حداد الأسباب التي تقود إلى | فوز فريقه
    amounting = j + 1 < r.size and not r.stop[j + 1] and r.words[j + 1] in v.FUNCTION["amounting"]
    if amounting and "np" in takes and cue.form.finite and not (r.has_article(j) or r.stop[j]):
        return True  # توقعوا | قراءة قدرها 49
    if "np" not in takes and word not in v.FUNCTION["quantifier"] and behind_party(r, cue, j):
        return v.deverbal(word) in ("listed", "own") or (not cue.verb.weak and is_known_definite_act(r, j))
    if "np" not in takes or (cue.form.part == "masdar" and not cue.form.gender) or word in v.WORDS["honours"]:
        return False
    may_be_noun = cue.form.finite and not (cue.form.joined or is_verb_behind(r, cue.word))  # بطلب من الشركة
    if word in v.FUNCTION["besides"] and r.words[j + 1 : j + 2] and r.words[j + 1] in PREPOSITIONS:
        return False  # إضافة إلى ذلك
    if cue.verb.requests and asked_of(r, first + may_be_noun, j):
        act = v.deverbal(word) != "" or written_act(r, j)
        return act or (r.has_article(j) and v.deverbal(v.bare(word)) != "")  # من الشركة | تقديم خطة
    if cue.verb.requests and j == first and r.words[j - 1] in v.IN_IT:
        return v.deverbal(v.bare(word)) != ""  # خطابا يطلب فيه | السماح لوفده بالسفر
    if cue.verb.requests and cue.form.part == "past" and cue.form.gender == "m":
        return False  # طلب may be a noun
    before = r.words[j - 1]
    whole = before.endswith(("ون", "ين", "ان")) and v.is_crowd(before)  # مسؤولون | وجود: no construct
    whole = whole or behind_text(r, j) or (j - 1 > first and is_office(r, j - 1))  # مختص اقتصادي | نزول
    figures = before in v.TEXTS and before.endswith("ات") and v.deverbal(word) == "listed"
    whole = whole or (figures and j == first + 1)  # أظهرت بيانات | هبوط الأسعار
    whole = whole or before in v.FUNCTION["platform"]  # شركة فيسبوك | استحواذها
    whole = whole or v.with_pronoun(before)  # أكدت والدتها | توقف التنفس
    whole = whole or (r.words[j - 2] in v.GIVEN_NAMES and not r.stop[j - 1])  # أكد المحامي ريان مفتي | صحة القضية
    construct = j > first and not (r.stop[j] or whole or r.has_article(j - 1)) and v.heads(before)  # وكالة أنباء
    each = r.words[j + 1 : j + 2] == ["من"] and word in v.FUNCTION["quantifier"]  # كل من
    clause = r.has_article(j) and any(w in COMPLEMENTISERS for w in r.words[j : min(j + _AHEAD, r.sentence_end[j])])
    clause = clause or (v.heads(word) != "" and _complement_behind(r, j, takes))
    clause = clause or (r.has_article(j) and "ب" in takes and _act_behind(r, j))  # أفادت الأنباء الواردة | بغرق ...
    subject = j == first and clause  # أعلن تنظيم القاعدة أن، أفادت الأنباء أن
    verb = r.words[j - 1] in v.RELATIVE  # اللقاء الذي | ضم الوزراء
    copy = word in v.FUNCTION["copy"] and j + 1 < r.size and r.words[j + 1] in v.FUNCTION["to_whom"]
    given = word in v.GIVEN_NAMES and (r.stop[j] > 0 or v.heads(before) == "title")
    named = given or _names_holder(r, j, first)  # أكد المحامي | الحسن السهلي؛ الفنانة المغربية | نجاة سهلي، أمس، أن
    if verb or construct or each or subject or copy or named:
        return False  # ، حسن سالم، على أن
    if (
        cue.verb.sense == "deny"
        and j == cue.word + 2
        and len(r.places(r.words[j - 1])) > 1
        and not r.has_article(j - 1)
    ):
        return v.deverbal(word) in ("own", "listed") and not v.heads(r.words[j - 1])  # ونفت لانكر | استخدام البيانات
    if cue.verb.sense == "deny" and j == first and v.bare(word) in v.FUNCTION["denied"]:
        return True  # نفى | معلومات أخرى
    if cue.verb.sense == "deny" and r.has_article(j) and v.bare(word) in v.COMPLEMENT_NOUNS:
        return j == first or name_before(r, j, first) or is_act(r, j)  # نفى سامر حداد | الأنباء
    if cue.form.finite and not cue.verb.requests and accusative_act(word) and noun_phrase(r, first, j) == (first, j):
        return not any(w in COMPLEMENTISERS for w in r.words[j : r.clause_end(j, REACH)])  # توقع المحللون | ارتفاعا
    if cue.form.finite and j > first and is_known_definite_act(r, j) and noun_phrase(r, first, j) == (first, j):
        return True  # أعلن مسؤولون أكراد | التوصل إلى اتفاق
    if (j == first and (v.deverbal(word) or written_act(r, j))) or (is_act(r, j) and not _governed(r, j)):
        return True
    if cue.verb.addresses and _addressed(r, j):
        return False  # مناشدا | الجميع عدم الخروج
    return j == first and cue.form.part == "participle" and _opens_noun_phrase(word) and r.stop[j] == 0


def _addressed(r: Reading, j: int) -> bool:
    """Whether those whom somebody addresses stand right before what is asked of them (الجميع عدم الخروج، السكان الابتعاد عن)."""
    word = r.words[j]
    if j + 1 >= r.size or r.stop[j + 1] or not (word in v.FUNCTION["everybody"] or v.is_crowd(word)):
        return False
    return r.words[j + 1] in v.LACK or v.deverbal(v.bare(r.words[j + 1])) != ""


def _told_to(r: Reading, phrase: Complement) -> bool:
    """Whether those whom somebody impresses a thing on follow على (على | أعضائها، على | الموظفين)."""
    word = r.words[phrase.at]
    stem = v.without_pronoun(word)
    return r.words[phrase.left] == "علي" and any(map(v.is_crowd, (word, stem, stem[:-1] + "ء")))


def is_verb_behind(r: Reading, k: int) -> bool:
    """Whether the word before one tells that it is a verb, no noun (كما طلب، لكنه طلب، ثم طلب)."""
    return k > 0 and r.words[k - 1] in _BEFORE_VERB and not r.stop[k]


def asked_of(r: Reading, first: int, j: int) -> bool:
    """Whether من and those of whom something is asked stand right before a word."""
    j -= j > 0 and r.words[j - 1] in v.FUNCTION["at_a_time"]
    of = next((k for k in range(j - 2, max(first, j - _ASKED) - 1, -1) if r.words[k] == "من" and not r.stop[k]), -1)
    them = j > first and r.words[j - 1] in v.FUNCTION["of_them"]  # وطلب منهم | الدعاء
    return them or (of >= first and noun_phrase(r, of + 1, j) == (of + 1, j))


def _complement_behind(r: Reading, j: int, takes: frozenset[str]) -> bool:
    """Whether a complementiser, the verb's preposition, or soon another noun of action, follows in the sentence."""
    end = r.sentence_end[j]
    if any(word in COMPLEMENTISERS or word in takes for word in r.words[j + 1 : min(j + _AHEAD, end)]):
        return True
    aside = next((k for k in range(j + 1, min(j + _AHEAD, end)) if r.stop[k] == COMMA), end)
    if any(r.stop[k] == COMMA and v.deverbal(r.words[k]) != "" for k in range(aside, min(j + _AHEAD, end))):
        return True  # أعلن تنظيم الراية في العراق، أمس، تفجير الجسر
    return any(word in v.COMPLEMENT_NOUNS for word in r.words[j + 2 : min(j + 5, end)])


def _act_behind(r: Reading, j: int) -> bool:
    """Whether a noun of action with ب follows in the clause."""
    behind = r.words[j + 1 : r.clause_end(j + 1, _ASKED)]
    return any(w[0] == "ب" and v.deverbal(w[1:]) == "listed" for w in behind)


def ascribed(r: Reading, complement: Complement, first: int) -> Complement:
    """The complement of عزا with what is put down to something, which begins at `first` or behind an adjunct there."""
    aside = v.is_function(r.words[first], "preposition") or v.is_function(r.words[first], "adjunct")
    comma = next((k for k in range(first + 1, complement.left) if r.stop[k] == COMMA), first) if aside else first
    return complement._replace(at=comma)


def explains(r: Reading, complement: Complement) -> bool:
    """Whether a noun of action or of cause is put down to something, or something to it (not أرجع الكرة إلى الحارس)."""
    ends = {f(r.words[k]) for k in (complement.at, complement.left + 1) if k < r.size for f in (str, v.bare)}
    return any(v.deverbal(word) or word in v.FUNCTION["cause"] for word in ends)


def _governed(r: Reading, j: int) -> bool:
    """Whether the word at `j` belongs to a preposition before it."""
    before = r.words[j - 1]
    if r.stop[j] or r.has_article(j - 1) or before in v.ADVERB:  # اليوم الثلاثاء
        return False
    led = j > 1 and not r.stop[j - 1] and r.words[j - 2] in v.IN and v.deverbal(r.words[j]) == "own"
    led = led and not (before in v.PLACES or before in v.DEMONSTRATIVE)  # في إطار | مشاركتها
    return led or v.is_function(before, "preposition", "adjunct")


def _opens_noun_phrase(word: str) -> bool:
    return (
        word not in v.PREPOSITION
        and word not in v.FUNCTION["adjunct"]
        and word not in v.RELATIVE
        and word not in v.FUNCTION["pronoun"]
        and not v.heads(word)
        and word not in v.WORDS["honours"]
        and word not in forms()
        and word[0] not in "بل"
        and word not in v.FUNCTION["quantifier"]
        and word not in ("ذلك", "هذا", "هذه", "ما")
    )


def _in_words(r: Reading, k: int) -> bool:
    """Whether في stands shortly before a word: it tells in which words something was said (كشف في كلمة ألقاها | بالمناسبة: ...)."""
    return any(word in v.IN for word in r.words[max(k - _LED, 0) : k])


def _is_if(r: Reading, k: int) -> bool:
    """Whether إن opens a condition or a clause of its own, not أن."""
    return r.words[k] == "ان" and "إ" in r.original(k, k + 1)[0]


def far_clause_likely(r: Reading, phrase: Complement) -> bool:
    """Whether the noun phrase only leads up to the real clause (أشار في حديثه إلى الصحيفة إلى أن ...)."""
    comma = next((k for k in range(phrase.at + 1, min(phrase.at + REACH, r.sentence_end[phrase.at])) if r.stop[k]), 0)
    word = r.words[phrase.at]
    again = r.words[comma] == (
        _TO if word[0] == "ل" else r.words[phrase.left]
    )  # ليلى سرحان، رئيسة بنك | للتنمية، إلى أن
    clause = comma + (again and comma + 1 < r.size)
    if comma and r.stop[comma] == COMMA and r.words[clause] in COMPLEMENTISERS:
        return True  # أوضح تقرير المفتش إستوارت بوين، أن
    joined = word[0] == "ب" and (word.startswith("بال") or v.deverbal(word[1:]) == "")
    for k in range(phrase.at, min(phrase.at + _FAR, r.size)):
        led = joined and not r.stop[k] and r.words[k] in COMPLEMENTISERS
        near = k - phrase.at <= _NEAR and not _is_if(r, k)
        if led and (r.words[k][0] == "ب" or (near and v.deverbal(v.bare(word[1:])) == "")):
            return True  # أفاد الديوان الخاص بالترويج بأن، أفاد المتحدث باسم الهيئة بالحدود الشمالية أن
        if r.stop[k] == COLON and k - phrase.at <= _LEADS_UP and _in_words(r, phrase.at):
            return True  # كشف في كلمة ألقاها بالمناسبة: ...
        if r.stop[k] >= COMMA:
            return False
        if r.words[k] in COMPLEMENTISERS and name_before(r, k, phrase.at):
            return True  # أكد عضو لجنة الرقابة على الأسعار سامر حداد أن
        if r.words[k] in COMPLEMENTISERS and k == phrase.at + 1 and _told_to(r, phrase):
            return True  # أكدت اللجنة على أعضائها أنه ..., but على ضرورة أن
        same = r.words[k - 1] == r.words[phrase.left] or r.words[phrase.left].startswith("ل")
        if r.words[k] in COMPLEMENTISERS and r.words[k - 1] in PREPOSITIONS and same:
            return k - phrase.at <= _NEAR
    return False
