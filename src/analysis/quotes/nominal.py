"""Nominal complements: a noun phrase that is affirmed, denied or demanded (أكد أهمية العمل، دعا إلى الحوار)."""

from __future__ import annotations

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
    names_act,
    written_act,
)
from analysis.quotes.beginnings import is_name, name_before
from analysis.quotes.cues import Complement, Cue
from analysis.quotes.judged import judged
from analysis.quotes.marks import Quoted
from analysis.quotes.naming import leads_on
from analysis.quotes.objects import PEOPLE
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.reading import COLON, COMMA, SENTENCE, Reading
from analysis.quotes.verbs import forms
from analysis.quotes.vocabulary import COMPLEMENTISERS

#: Longer words may carry ب or ل.
_PREFIXED = 3
#: Digits of a year.
_YEAR = 4
#: ل is the verb's preposition within so many words.
_NEAR_JOINED = 7
#: So many words behind the beginning of a nominal complement a clause may still be the real one.
_NEAR, _FAR = 6, 12
#: Those of whom something is asked are named in fewer words.
_ASKED = 10
#: في stands no more words before the end of what it leads to.
_LED = 6
#: So few words before a colon only lead up to what is said.
_LEADS_UP = 2
#: A clause behind a subject begins within so many words.
_AHEAD = 20
#: Quotations of so many words stand by themselves.
_FULL = 4
PREPOSITIONS = frozenset(("الي", "علي", "عن", "من"))
#: Words at which a nominal complement may begin, besides nouns known by their shape and those with ب or ل.
PHRASE_WORDS = PREPOSITIONS | {"عما"} | v.WORDS["complement_nouns"] | DEFINITE_NOUNS | v.FUNCTION["amount"]


def is_complementiser(r: Reading, k: int) -> bool:
    """Whether a word is أن, إن or a form of them; ألا counts, إلا (except) does not."""
    word = r.words[k]
    if word == "ان" and k + 1 < r.size and r.words[k + 1] in v.FUNCTION["if_not"]:
        return "أ" in r.original(k, k + 1)[0]  # but إن لم يكن، إن كان
    if word in COMPLEMENTISERS:
        return True
    return word in ("الا", "بالا") and "أ" in r.original(k, k + 1)[0]


def goes_on(r: Reading, quoted: Quoted) -> bool:
    """Whether a few quoted words only begin a noun phrase (أعلن «استقالة» ستة مدراء)."""
    after = r.word_at(quoted.end)
    if r.count(quoted) >= _FULL or after >= r.size or r.stop[after] or is_complementiser(r, after):
        return False
    if v.deverbal(r.words[after]) and not v.deverbal(r.words[r.word_at(quoted.start)]):
        return False  # أعلنت «المرفأ للاستثمار» تعيين مدير
    return not (v.is_function(r.words[after], "true_preposition") and clause_follows(r, quoted))  # كشفت "..." في رد أن


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
        if (form := forms().get(r.words[k])) is None:
            continue
        own = form.part == "masdar" and form.gender != ""  # «...»، مع إقراره بأنه
        led = form.part == "participle" and r.count(quoted) > 2  # «لم أنس الوعد» مشددا على أنه
        if own or led or (r.stop[k] and form.part != "masdar"):
            return False
    return False


def behind_it(r: Reading, cue: Cue, first: int) -> int:
    """Index behind a pronoun that leads back to the text (كلمة أكد فيها | إصراره)."""
    return first + (cue.form.finite and first < r.size and r.words[first] in v.FUNCTION["in_it"])


def phrase_at(r: Reading, cue: Cue, j: int) -> Complement | None:
    """A nominal complement that begins at `j`, or with the preposition there."""
    word = r.words[j]
    if word in PREPOSITIONS:
        return Complement("phrase", j + 1, j) if _governs(r, cue, j) else None
    if r.words[j - 1] in COMPLEMENTISERS:
        return None  # خاصة أن | تعاون الجهات
    if j + 1 < r.size and r.words[j + 1] in COMPLEMENTISERS:
        return None  # an attribute of the subject (جهات معارضة أن)
    begins = _joined_to(r, cue, j)
    if begins is None:
        begins = judged(r, cue, j) if cue.verb.judges else _bare(r, cue, j)
    return Complement("phrase", j, j) if begins else None


def _governs(r: Reading, cue: Cue, j: int) -> bool:
    """Whether the preposition at `j` is the verb's and what follows can be affirmed or demanded (دعا | إلى الحوار)."""
    word, after = r.words[j], j + 1
    if word not in cue.verb.takes or is_name(r, j) or after >= r.size or r.stop[after] >= SENTENCE:
        return False
    if r.words[j - 1] in v.WITH_AND["governor"] or _in_aside(r, cue, j):
        return False
    following = r.words[after]
    if word == "عن" and r.has_article(after) and following not in v.WORDS["complement_nouns"]:
        return False  # a thing shown, not a fact told
    if word == "من" and cue.verb.weak and v.deverbal(following) == "":
        return False  # يشكو المريض من صداع
    if (
        j - 1 > cue.word
        and names_act(r, j - 1)
        and any(r.words[k] == word and r.stop[k] == COMMA for k in range(after, r.sentence_end[j]))
    ):
        return False  # كشف بمناسبة الإعلان | عن حالة الطوارئ، عن تراجع المستثمر
    if word == "عن" and v.heads(following) == "body" and not r.has_article(after) and name_before(r, j, cue.word + 1):
        return False  # النائبة ليلى سرحان | عن كتلة الوفاق
    tells = "np" in cue.verb.takes or cue.verb.weak or cue.verb.addresses
    if word == "عن" and not tells and (v.deverbal(following) == "" or any(r.stop[cue.word + 1 : j])):
        return False  # صرح مسؤول رفض الكشف | عن هويته
    if word == "عن" and cue.verb.weak and cue.form.part != "past":
        return False  # خصم يبلغ 28٪ عن سعر السوق
    if following in v.FUNCTION["demonstrative"] and not (after + 1 < r.size and r.has_article(after + 1)):
        return False  # تعلن عن ذلك | لتؤكد للجميع حرصها
    if following in v.MONTHS or (word == "عن" and following.isdigit() and len(following) == _YEAR):
        return False  # كشف التقرير الشهري عن أبريل، عن 2015
    if cue.verb.sense == "demand" and following in v.FUNCTION["feeling"]:
        return False  # إنجاز يدعو إلى الفخر
    if following in COMPLEMENTISERS or v.heads(following) == "medium" or following in v.FUNCTION["venue", "saying"]:
        return False  # وخلص إلى القول «...»
    if (v.is_crowd(following) or following in v.FUNCTION["all_of"]) and cue.verb.sense != "demand":
        return False  # كان يلمح إلى مسؤولين، أكد على جميع الراغبين ضرورة ...
    occasion = following.startswith("ال") and following[2:] in v.WORDS["occasions"] and not v.deverbal(following[2:])
    if occasion and cue.verb.sense != "demand":
        return False  # أشارت إلى المقال, but دعوا إلى الاجتماع
    quoted = r.quoted_at(after)
    return quoted is None or cue.verb.ascribes or (goes_on(r, quoted) and cue.verb.sense != "demand")


def _joined_to(r: Reading, cue: Cue, j: int) -> bool | None:
    """Whether a noun carries the verb's preposition (نادى | بالإصلاح); None where it carries none."""
    takes, word, after = cue.verb.takes, r.words[j], j + 1
    if word == "عما" and word in takes and after < r.size:
        return True
    if word in ("ب", "بال") and "ب" in takes and after < r.size and r.quoted_at(after):
        return True
    if r.words[j - 1] in v.FUNCTION["true_preposition", "in"] and not r.stop[j]:
        return None  # في | بلابينرانتا
    act = word[1:] in v.WORDS["complement_nouns"] and word[1:] not in v.FUNCTION["quantifier"]
    short = len(word) <= _PREFIXED and not act  # but طالب بحل الاتحاد
    if short or " " in word or (word[0] == "ل" and word in v.GIVEN_NAMES):
        return None
    charged = j - 1 > cue.word and r.words[j - 1] in v.FUNCTION["in_charge"] and not r.stop[j]  # أفاد المكلف | بمهمة
    if charged or (word[0] == "ب" and word[1:] in v.WORDS["manners"] and after < r.size and not r.has_article(after)):
        return False  # مفيدة | بشكل خاص
    if "ب" in takes and word[0] == "ب" and _joined_preposition(r, cue, j):
        return not ("ل" in takes and PEOPLE.search(word[1:]))  # but whom it is for (أهاب بالمواطنين | للحضور)
    asked = cue.verb.sense == "demand" and word.startswith("لل") and "ب" in takes and _behind_party(r, cue, j)
    if asked and not _completes_subject(r, cue, j):
        return v.deverbal(v.bare(word)) != "" or leads_on(r, j)  # طالب المجتمع الدولي | للضغط على ...
    near = j <= cue.word + _NEAR_JOINED
    return True if "ل" in takes and word[0] == "ل" and near and _joined_preposition(r, cue, j) else None


def _bare(r: Reading, cue: Cue, j: int) -> bool:
    """Whether a noun of action that the verb takes as its object begins at `j` (أعلن | تأجيل المباراة)."""
    takes, word, first = cue.verb.takes, r.words[j], cue.word + 1
    first = behind_it(r, cue, first) if first < j else first
    if cue.verb.estimates and j == first and cue.form.gender == "f" and r.written_with_teh(j):
        return False  # قدرت كلفة الجولة بمليون: it was estimated
    if cue.verb.estimates and word in v.FUNCTION["amount"] and not r.stop[j]:
        return j == first or complete_before(r, j) or name_before(r, j, first)  # قدرت الوزارة | عدد المنشآت بألفين
    plain = j > first and v.deverbal(word) != "own" and not (r.has_article(j) or any(r.stop[first : j + 1]))
    if plain and any(r.words[i] in v.FUNCTION["relative"] for i in range(first, j)):
        return False  # أوضح حداد الأسباب التي تقود إلى | فوز فريقه
    amounting = j + 1 < r.size and not r.stop[j + 1] and r.words[j + 1] in v.FUNCTION["amounting"]
    if amounting and "np" in takes and cue.form.finite and not (r.has_article(j) or r.stop[j]):
        return True  # توقعوا | قراءة قدرها 49
    if "np" not in takes and word not in v.FUNCTION["quantifier"] and _behind_party(r, cue, j):
        return v.deverbal(word) in ("listed", "own") or (not cue.verb.weak and is_known_definite_act(r, j))
    if "np" not in takes or (cue.form.part == "masdar" and not cue.form.gender) or word in v.WORDS["honours"]:
        return False
    likewise = cue.word > 0 and r.words[cue.word - 1] in v.FUNCTION["likewise"]
    may_be_noun = cue.form.finite and not (cue.form.joined or likewise)  # بطلب من الشركة
    if word in v.FUNCTION["besides"] and r.words[j + 1 : j + 2] and r.words[j + 1] in PREPOSITIONS:
        return False  # إضافة إلى ذلك
    if cue.verb.requests and asked_of(r, first + may_be_noun, j):
        return v.deverbal(word) != "" or (r.has_article(j) and v.deverbal(v.bare(word)) != "")  # من الشركة | تقديم خطة
    if cue.verb.requests and j == first and r.words[j - 1] in v.FUNCTION["in_it"]:
        return v.deverbal(v.bare(word)) != ""  # خطابا يطلب فيه | السماح لوفده بالسفر
    if cue.verb.requests and cue.form.part == "past" and cue.form.gender == "m":
        return False  # طلب may be a noun
    before = r.words[j - 1]
    whole = before.endswith(("ون", "ين", "ان")) and v.is_crowd(before)  # مسؤولون | وجود: no construct
    whole = whole or behind_text(r, j) or (j - 1 > first and is_office(r, j - 1))  # مختص اقتصادي | نزول
    whole = whole or before in v.FUNCTION["platform"]  # شركة فيسبوك | استحواذها
    construct = j > first and not (r.stop[j] or whole or r.has_article(j - 1)) and v.heads(before)  # وكالة أنباء
    each = r.words[j + 1 : j + 2] == ["من"] and word in v.FUNCTION["quantifier"]  # كل من
    clause = r.has_article(j) and any(w in COMPLEMENTISERS for w in r.words[j : min(j + _AHEAD, r.sentence_end[j])])
    clause = clause or (v.heads(word) != "" and _complement_behind(r, j, takes))
    subject = j == first and clause  # أعلن تنظيم القاعدة أن، أفادت الأنباء أن
    verb = r.words[j - 1] in v.FUNCTION["relative"]  # اللقاء الذي | ضم الوزراء
    copy = word in v.FUNCTION["copy"] and j + 1 < r.size and r.words[j + 1] in v.FUNCTION["to_whom"]
    if verb or construct or each or subject or copy or (r.stop[j] and word in v.GIVEN_NAMES):
        return False  # ، حسن سالم، على أن
    if (
        cue.verb.sense == "deny"
        and j == cue.word + 2
        and len(r.places(r.words[j - 1])) > 1
        and not r.has_article(j - 1)
    ):
        return v.deverbal(word) in ("own", "listed") and not v.heads(r.words[j - 1])  # ونفت لانكر | استخدام البيانات
    if cue.verb.sense == "deny" and r.has_article(j) and v.bare(word) in v.WORDS["complement_nouns"]:
        return j == first or name_before(r, j, first) or is_act(r, j)  # نفى سامر حداد | الأنباء
    if cue.form.finite and not cue.verb.requests and accusative_act(word) and noun_phrase(r, first, j) == (first, j):
        return not any(w in COMPLEMENTISERS for w in r.words[j : r.clause_end(j, REACH)])  # توقع المحللون | ارتفاعا
    if cue.form.finite and j > first and is_known_definite_act(r, j) and noun_phrase(r, first, j) == (first, j):
        return True  # أعلن مسؤولون أكراد | التوصل إلى اتفاق
    if (j == first and (v.deverbal(word) or written_act(r, j))) or (is_act(r, j) and not _governed(r, j)):
        return True
    return j == first and cue.form.part == "participle" and _opens_noun_phrase(word) and r.stop[j] == 0


def _behind_party(r: Reading, cue: Cue, j: int) -> bool:
    """Whether subject and object of a verb that has both stand before a word (طالب الرئيس إيران | التوقف، أبلغ المدرب الإدارة | رحيله)."""
    first = cue.word + 1
    if cue.form.part != "past" or not cue.verb.addresses or j == first or r.stop[j] or v.is_honorific(r.words[j - 1]):
        return False
    if j - 1 > first and r.words[j - 1] in v.WORDS["places"]:
        return noun_phrase(r, first, j - 1) == (first, j - 1)  # طالب الرئيس | إيران
    return complete_before(r, j) and noun_phrase(r, first, j) == (first, j)


def asked_of(r: Reading, first: int, j: int) -> bool:
    """Whether من and those of whom something is asked stand right before a word."""
    j -= j > 0 and r.words[j - 1] in v.FUNCTION["at_a_time"]
    of = next((k for k in range(j - 2, max(first, j - _ASKED) - 1, -1) if r.words[k] == "من" and not r.stop[k]), -1)
    return of >= first and noun_phrase(r, of + 1, j) == (of + 1, j)


def _complement_behind(r: Reading, j: int, takes: frozenset[str]) -> bool:
    """Whether a complementiser, the verb's preposition, or soon another noun of action, follows in the sentence."""
    end = r.sentence_end[j]
    if any(word in COMPLEMENTISERS or word in takes for word in r.words[j + 1 : min(j + _AHEAD, end)]):
        return True
    aside = next((k for k in range(j + 1, min(j + _AHEAD, end)) if r.stop[k] == COMMA), end)
    if any(r.stop[k] == COMMA and v.deverbal(r.words[k]) != "" for k in range(aside, min(j + _AHEAD, end))):
        return True  # أعلن تنظيم الراية في العراق، أمس، تفجير الجسر
    return any(word in v.WORDS["complement_nouns"] for word in r.words[j + 2 : min(j + 5, end)])


def ascribed(r: Reading, complement: Complement, first: int) -> Complement:
    """The complement of عزا with what is put down to something, which begins at `first` or behind an adjunct there."""
    aside = v.is_function(r.words[first], "preposition") or v.is_function(r.words[first], "adjunct")
    comma = next((k for k in range(first + 1, complement.left) if r.stop[k] == COMMA), first) if aside else first
    return complement._replace(at=comma)


def explains(r: Reading, complement: Complement) -> bool:
    """Whether a noun of action or of cause is put down to something, or something to it (not أرجع الكرة إلى الحارس)."""
    ends = {f(r.words[k]) for k in (complement.at, complement.left + 1) if k < r.size for f in (str, v.bare)}
    return any(v.deverbal(word) or word in v.FUNCTION["cause"] for word in ends)


def _in_aside(r: Reading, cue: Cue, j: int) -> bool:
    """Whether the word at `j` stands between commas in an adjunct (، لدى وصولها إلى المطار،)."""
    comma = next((k for k in range(j - 1, max(cue.word, j - 12), -1) if r.stop[k] == COMMA), None)
    if r.stop[j] == COMMA:
        return False  # the verb's own preposition, behind an aside (أعلن الحزب، اليوم، عن ...)
    if (
        comma is None
        or all(w in v.FUNCTION["at_a_time"] for w in r.words[comma:j])
        or not v.is_function(r.words[comma], "adjunct", "preposition")
    ):
        return False
    over = next((k for k in range(j + 1, min(j + 12, r.size)) if r.stop[k] == COMMA), None)
    if over is None:
        return False
    return any(w in cue.verb.takes or w in COMPLEMENTISERS for w in r.words[over : min(over + 20, r.sentence_end[j])])


def _governed(r: Reading, j: int) -> bool:
    """Whether the word at `j` belongs to a preposition before it."""
    before = r.words[j - 1]
    if r.stop[j] or r.has_article(j - 1) or before in v.FUNCTION["adverb"]:  # اليوم الثلاثاء
        return False
    return v.is_function(before, "preposition", "adjunct")


def _joined_preposition(r: Reading, cue: Cue, j: int) -> bool:
    """Whether ب or ل before the word at `j` is the verb's preposition: not part of the subject, not of a name."""
    word = r.words[j]
    rest = word[1:]
    construct = v.heads(r.words[j - 1]) == "body" and j - 1 > cue.word and not (r.has_article(j - 1) or r.stop[j])
    if construct and not rest.startswith("ال"):
        return False  # نادي برشلونة
    given = r.words[j - 1] in v.GIVEN_NAMES or r.words[j - 1].removeprefix("و") in v.GIVEN_NAMES
    if j - 1 > cue.word and given and not (v.deverbal(rest) or v.deverbal(v.bare(word))):
        return False  # الزميلة ريتا | بيرنار
    if word in COMPLEMENTISERS or rest.startswith("اسم") or (v.heads(word) and not word.startswith(("بال", "لل"))):
        return False  # بيان
    if rest[0].isdigit():
        return True
    if v.bare(word) in v.FUNCTION["time_span"]:
        return False  # بالأسابيع الماضية
    if word.startswith("با") and rest[1:2] != "ل" and v.deverbal(rest) == "" and r.original(j, j + 1)[0][1] == "ا":
        return False  # رئيس الوزراء | باكاليتا, but بأيام، باهتمام
    if (
        v.bare(word) in v.WORDS["places"]
        or v.bare(word) in v.FUNCTION["addressee"]
        or v.is_function(word, "preposition", "adjunct")
    ):
        return False  # اعترف بالقدس عاصمة، بفضل، للصحفيين
    if j + 1 < r.size and r.stop[j] == 0 and r.stop[j + 1] == COMMA and v.heads(r.words[cue.word + 1]):
        return False  # ends a title (رئيس الجالية بالخارج، سامر حداد، ...)
    if word.startswith("لل") and _completes_subject(r, cue, j):
        return False
    if word.startswith("بال") and _places_subject(r, cue, j):
        return False
    certain = word[1] == "ل" if word[0] == "ل" else rest.startswith("ال")
    if certain or rest in v.WORDS["complement_nouns"]:
        return j == cue.word + 1 or not v.heads(rest) or rest in v.WORDS["complement_nouns"]
    if j == cue.word + 1:  # a name may begin with the letter
        if any(w[0] == "ب" and w in COMPLEMENTISERS for w in r.words[j + 1 : min(j + 20, r.sentence_end[j])]):
            return False  # تعهد بولارين ... بأن
        following = r.words[j + 1 : j + 8]
        if not v.deverbal(rest) and any(w[0] == "ب" and v.deverbal(w[1:]) for w in following):
            return False  # اعترف بولارين بإقامة
        return cue.form.part == "participle" or not any(w in cue.verb.takes for w in following)
    if word[0] == "ل" and v.deverbal(rest):
        return True  # داعية الدول لاتخاذ ...
    if word[0] != "ب" or v.heads(rest) or word in v.NOT_JOINED or rest in v.WORDS["places"]:
        return False
    if cue.verb.weak and not cue.verb.takes_object and word[0] == "ب" and not v.deverbal(v.bare(rest)):
        return False  # تهدد الأرواح بأسرع وقت
    completed = j + 1 < r.size and r.has_article(j + 1)  # بقتل الجنود
    return len(rest) > 3 or (len(rest) == 3 and (completed or cue.verb.takes_object))


def _places_subject(r: Reading, cue: Cue, j: int) -> bool:
    """Whether بال behind a definite title says where it is held (السفيرة الأميركية | بالأمم المتحدة): a clause follows."""
    subject = range(cue.word + 1, j)
    if not subject or v.heads(r.words[cue.word + 1]) != "title" or not all(map(r.has_article, subject)):
        return False
    if r.stop[j] or v.deverbal(v.bare(r.words[j])) or "clause" not in cue.verb.takes:
        return False
    return not COMPLEMENTISERS.isdisjoint(r.words[j + 1 : min(j + REACH, r.sentence_end[j])])


def _completes_subject(r: Reading, cue: Cue, j: int) -> bool:
    """Whether لل goes on the name of the subject (دعت المديرية العامة | للجوازات السكان إلى): the verb's preposition follows."""
    subject = range(cue.word + 1, j)
    if not subject or not v.heads(r.words[cue.word + 1]) or any(r.stop[k] for k in subject):
        return False
    body = r.has_article(j - 1) and any(v.heads(r.words[k]) == "body" for k in subject)
    if not body and not all(map(r.has_article, subject)):
        return False
    following = r.words[j + 1 : min(j + REACH, r.sentence_end[j])]
    return any(w in cue.verb.takes or (w[0] == "ب" and w[1:] in v.WORDS["complement_nouns"]) for w in following)


def _opens_noun_phrase(word: str) -> bool:
    return (
        word not in v.FUNCTION["preposition"]
        and word not in v.FUNCTION["adjunct"]
        and word not in v.FUNCTION["relative"]
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
    return any(word in v.FUNCTION["in"] for word in r.words[max(k - _LED, 0) : k])


def far_clause_likely(r: Reading, phrase: Complement) -> bool:
    """Whether the noun phrase only leads up to the real clause (أشار في حديثه إلى الصحيفة إلى أن ...)."""
    comma = next((k for k in range(phrase.at, min(phrase.at + REACH, r.sentence_end[phrase.at])) if r.stop[k]), 0)
    if comma and r.stop[comma] == COMMA and r.words[comma] in COMPLEMENTISERS:
        return True  # أوضح تقرير المفتش إستوارت بوين، أن
    word = r.words[phrase.at]
    joined = word[0] == "ب" and (word.startswith("بال") or v.deverbal(word[1:]) == "")
    for k in range(phrase.at, min(phrase.at + _FAR, r.size)):
        if joined and not r.stop[k] and r.words[k][0] == "ب" and r.words[k] in COMPLEMENTISERS:
            return True  # أفاد الديوان الخاص بالترويج بأن
        if r.stop[k] == COLON and k - phrase.at <= _LEADS_UP and _in_words(r, phrase.at):
            return True  # كشف في كلمة ألقاها بالمناسبة: ...
        if r.stop[k] >= COMMA:
            return False
        if r.words[k] in COMPLEMENTISERS and name_before(r, k, phrase.at):
            return True  # أكد عضو لجنة الرقابة على الأسعار سامر حداد أن
        same = r.words[k - 1] == r.words[phrase.left] or r.words[phrase.left].startswith("ل")
        if r.words[k] in COMPLEMENTISERS and r.words[k - 1] in PREPOSITIONS and same:
            return k - phrase.at <= _NEAR
    return False
