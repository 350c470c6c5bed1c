"""Prepositional complements: what a cue governs with إلى، على، عن، من, or with ب or ل joined to the noun (دعا إلى الحوار، طالب بالإصلاح)."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.acts import REACH, complete_before, is_known_definite_act, names_act
from analysis.quotes.beginnings import is_name, name_before
from analysis.quotes.boundaries import COMMA, SENTENCE
from analysis.quotes.clauses import goes_on
from analysis.quotes.cues import Cue
from analysis.quotes.formulas import sourcing_phrases
from analysis.quotes.namewords import leads_on
from analysis.quotes.objects import PEOPLE
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.reading import Reading
from analysis.quotes.vocabulary import COMPLEMENTISERS

#: Longer words may carry ب or ل.
_PREFIXED: Final = 3


#: Digits of a year.
_YEAR: Final = 4


#: ل is the verb's preposition within so many words.
_NEAR_JOINED: Final = 7
#: What is demanded with ل of those who are named with their titles before it stands within so many words.
_FAR_JOINED: Final = 14


PREPOSITIONS: Final = frozenset(("الي", "علي", "عن", "من"))


def _alone(r: Reading, cue: Cue, j: int) -> bool:
    """Whether a preposition behind a title that may govern it is the verb's: a noun of action follows, and no other complement (شدد المدافع | على ضرورة)."""
    if j - 2 != cue.word or v.deverbal(r.words[j + 1]) != "listed":
        return False
    return not any(w in cue.verb.takes or w in COMPLEMENTISERS for w in r.words[j + 2 : r.clause_end(j + 2, REACH)])


def governs(r: Reading, cue: Cue, j: int) -> bool:
    """Whether the preposition at `j` is the verb's and what follows can be affirmed or demanded (دعا | إلى الحوار)."""
    word, after = r.words[j], j + 1
    if word not in cue.verb.takes or is_name(r, j) or after >= r.size or r.stop[after] >= SENTENCE:
        return False
    if (r.words[j - 1] in v.WITH_AND["governor"] and not _alone(r, cue, j)) or _in_aside(r, cue, j):
        return False
    if j - 1 > cue.word and r.words[j - 1] in v.FUNCTION["issued"]:
        return False  # أكدت وثائق نشرت | على الإنترنت أن
    following = r.words[after]
    if word == "عن" and r.has_article(after) and following not in v.COMPLEMENT_NOUNS and not _goes_on(r, cue, after):
        return False  # a thing shown, not a fact told
    if word == "من" and cue.verb.weak and v.deverbal(following) == "":
        return False  # يشكو المريض من صداع
    behind = names_act(r, j - 1) and r.words[j - 1].startswith("وال")
    if behind and COMMA in r.stop[cue.word + 1 : j]:
        return False  # أعلنت الوزارة حالة الطوارئ، داعية إلى الحذر والابتعاد | عن الأودية
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
    if following in v.DEMONSTRATIVE and not (after + 1 < r.size and r.has_article(after + 1)):
        return False  # تعلن عن ذلك | لتؤكد للجميع حرصها
    if word in ("عن", "علي") and following in v.FUNCTION["not_told"]:
        return False  # توفي عن عمر يناهز 80 عاما، عن طريق خفض العقوبات، على حد سواء
    if following in v.MONTHS or (word == "عن" and following.isdigit() and len(following) == _YEAR):
        return False  # كشف التقرير الشهري عن أبريل، عن 2015
    if cue.verb.sense == "demand" and following in v.FUNCTION["feeling"]:
        return False  # إنجاز يدعو إلى الفخر
    if following in COMPLEMENTISERS or v.heads(following) == "medium" or following in v.FUNCTION["venue", "saying"]:
        return False  # وخلص إلى القول «...»
    if (v.is_crowd(following) or following in v.FUNCTION["all_of"]) and cue.verb.sense != "demand":
        return False  # كان يلمح إلى مسؤولين، أكد على جميع الراغبين ضرورة ...
    occasion = following.startswith("ال") and following[2:] in v.OCCASIONS and not v.deverbal(following[2:])
    if occasion and cue.verb.sense != "demand":
        return False  # أشارت إلى المقال, but دعوا إلى الاجتماع
    quoted = r.quoted_at(after)
    return quoted is None or cue.verb.ascribes or (goes_on(r, quoted) and cue.verb.sense != "demand")


def _goes_on(r: Reading, cue: Cue, k: int) -> bool:
    """Whether a listed noun of action with the article, which its own preposition goes on, is announced (أعلن عن | التعاقد مع)."""
    return cue.form.finite and cue.verb.sense == "say" and is_known_definite_act(r, k)


def joined_to(r: Reading, cue: Cue, j: int) -> bool | None:
    """Whether a noun carries the verb's preposition (نادى | بالإصلاح); None where it carries none."""
    takes, word, after = cue.verb.takes, r.words[j], j + 1
    if word == "عما" and word in takes and after < r.size:
        return True
    if word in ("ب", "بال") and "ب" in takes and after < r.size and r.quoted_at(after):
        return True
    if r.words[j - 1] in v.FUNCTION["true_preposition", "in"] and not r.stop[j]:
        return None  # في | بلابينرانتا
    act = word[1:] in v.COMPLEMENT_NOUNS and word[1:] not in v.FUNCTION["quantifier"]
    short = len(word) <= _PREFIXED and not act  # but طالب بحل الاتحاد
    if short or " " in word or word in v.GIVEN_NAMES:
        return None
    charged = j - 1 > cue.word and r.words[j - 1] in v.FUNCTION["in_charge"] and not r.stop[j]  # أفاد المكلف | بمهمة
    speed = word[1:] in v.FUNCTION["modality"]  # طالب الجهات المعنية | بسرعة إيجاد الحلول
    charged = charged and word[0] in "بل" and not speed
    if word in sourcing_phrases():
        return False  # وتطالب الجمعية | بحسب بيانها
    manner = word[0] == "ب" and word[1:] in v.WORDS["manners"] and after < r.size and not r.has_article(after)
    demanded = (
        cue.verb.sense == "demand" and after < r.size and v.deverbal(r.words[after]) != ""
    )  # باحترام سيادة الدولة
    if charged or (manner and not demanded):
        return False  # مفيدة | بشكل خاص
    first = r.words[cue.word + 1]
    asks = cue.form.joined or v.heads(first) != "" or first in v.GIVEN_NAMES or first in v.FROM
    if cue.verb.requests and word[0] == "ب" and not (asks and v.deverbal(v.bare(word[1:])) == "listed"):
        return None  # طلب بسيط من السكان، طلبت الشركة بدورها تأجيل الجلسة
    if "ب" in takes and word[0] == "ب" and _joined_preposition(r, cue, j):
        return not ("ل" in takes and PEOPLE.search(word[1:]))  # but whom it is for (أهاب بالمواطنين | للحضور)
    asked = cue.verb.sense == "demand" and word.startswith("لل") and "ب" in takes and behind_party(r, cue, j)
    if asked and not _completes_subject(r, cue, j):
        return v.deverbal(v.bare(word)) != "" or leads_on(r, j)  # طالب المجتمع الدولي | للضغط على ...
    near = j <= cue.word + _NEAR_JOINED or _far_demand(r, cue, j)
    return True if "ل" in takes and word[0] == "ل" and near and _joined_preposition(r, cue, j) else None


def _far_demand(r: Reading, cue: Cue, j: int) -> bool:
    """Whether what is demanded with ل stands behind those who are named with their titles, and no إلى follows."""
    if cue.verb.sense != "demand" or v.deverbal(r.words[j][1:]) == "" or j > cue.word + _FAR_JOINED:
        return False
    return not any(r.words[k] in cue.verb.takes for k in range(j + 1, r.clause_end(j + 1, _FAR_JOINED)))


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


def _joined_preposition(r: Reading, cue: Cue, j: int) -> bool:
    """Whether ب or ل before the word at `j` is the verb's preposition: not part of the subject, not of a name."""
    word = r.words[j]
    rest = word[1:]
    construct = v.heads(r.words[j - 1]) == "body" and j - 1 > cue.word and not (r.has_article(j - 1) or r.stop[j])
    construct = construct and r.words[j - 1] not in v.TEXTS  # أفادت تقارير | بإقدامها على ...
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
        v.bare(word) in v.PLACES
        or (word[0] == "ب" and word[1:] in v.PLACES)
        or v.bare(word) in v.FUNCTION["addressee"]
        or v.is_function(word, "preposition", "adjunct")
    ):
        return False  # اعترف بالقدس عاصمة، بفضل، للصحفيين
    ends = j + 1 < r.size and r.stop[j] == 0 and r.stop[j + 1] == COMMA and not v.deverbal(v.bare(word))
    if ends and v.heads(r.words[cue.word + 1]):
        return False  # ends a title (رئيس الجالية بالخارج، سامر حداد، ...), but طالب السكان | بالتدخل، محذرين
    if word.startswith("لل") and _completes_subject(r, cue, j):
        return False
    if word.startswith("بال") and _places_subject(r, cue, j):
        return False
    certain = word[1] == "ل" if word[0] == "ل" else rest.startswith("ال")
    if certain or rest in v.COMPLEMENT_NOUNS:
        act = rest in v.COMPLEMENT_NOUNS or v.bare(rest) in v.COMPLEMENT_NOUNS or leads_on(r, j)  # بالدفاع عن
        return j == cue.word + 1 or not v.heads(rest) or act
    if j == cue.word + 1:  # a name may begin with the letter
        if any(w[0] == "ب" and w in COMPLEMENTISERS for w in r.words[j + 1 : min(j + 20, r.sentence_end[j])]):
            return False  # تعهد بولارين ... بأن
        following = r.words[j + 1 : j + 8]
        if not v.deverbal(rest) and any(w[0] == "ب" and v.deverbal(w[1:]) for w in following):
            return False  # اعترف بولارين بإقامة
        return cue.form.part == "participle" or not any(w in cue.verb.takes for w in following)
    if word[0] == "ل" and v.deverbal(rest):
        return True  # داعية الدول لاتخاذ ...
    if word[0] != "ب" or v.heads(rest) or word in v.NOT_JOINED or rest in v.PLACES:
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
    led = j + 1 < r.size and r.words[j + 1] in v.TRUE_PREPOSITION
    if led and v.deverbal(v.bare(r.words[j])):
        return False  # دعت الأمانة السكان | للابتعاد عن الشاطئ
    body = r.has_article(j - 1) and any(v.heads(r.words[k]) == "body" for k in subject)
    if not body and not all(map(r.has_article, subject)):
        return False
    following = r.words[j + 1 : min(j + REACH, r.sentence_end[j])]
    return any(w in cue.verb.takes or (w[0] == "ب" and w[1:] in v.COMPLEMENT_NOUNS) for w in following)


def behind_party(r: Reading, cue: Cue, j: int) -> bool:
    """Whether subject and object of a verb that has both stand before a word (طالب الرئيس إيران | التوقف، أبلغ المدرب الإدارة | رحيله)."""
    first = cue.word + 1
    if cue.form.part != "past" or not cue.verb.addresses or j == first or r.stop[j] or v.is_honorific(r.words[j - 1]):
        return False
    if j - 1 > first and r.words[j - 1] in v.PLACES:
        return noun_phrase(r, first, j - 1) == (first, j - 1)  # طالب الرئيس | إيران
    return complete_before(r, j) and noun_phrase(r, first, j) == (first, j)
