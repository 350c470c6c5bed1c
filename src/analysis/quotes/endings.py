"""What ends a noun phrase: punctuation, function words, a verb."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import (
    can_begin_phrase,
    can_go_on,
    ends_name_or_rank,
    is_name,
    is_name_like_verb,
    is_share,
    verb_shape,
)
from analysis.quotes.boundaries import COLON, COMMA, SENTENCE
from analysis.quotes.marks import CLOSING
from analysis.quotes.namewords import is_bare_object
from analysis.quotes.objects import PEOPLE
from analysis.quotes.reading import Reading
from analysis.quotes.signs import SHORT_VERB, SIGNS, names_occasion
from analysis.quotes.verbs import forms
from analysis.quotes.vocabulary import COMPLEMENTISERS

#: Those whom one speaks to, with ل and a pronoun, have more letters.
_TO_THEM: Final = 5
#: So far before a name its title stands, in words.
_NAMED: Final = 5
#: Verbs with ف are no longer.
_LONG_VERB: Final = 7


def breaks_off(r: Reading, k: int, limit: int) -> bool:
    """Whether the punctuation before a word ends a phrase: a bracket (a Latin twin, an age), or all but a comma."""
    if "(" in r.gap[k]:
        return not _bracketed_name(r, k)
    return r.stop[k] >= COLON or (r.stop[k] == COMMA and not _apposition(r, k, limit))


def _bracketed_name(r: Reading, k: int) -> bool:
    """Whether a bracket holds the name that a rank or a kind of medium leads up to (العقيد (سامر حداد)، وكالة (نون))."""
    before = r.words[k - 1]
    return r.gap[k] == " (" and (v.is_honorific(before) or (v.heads(before) == "medium" and not r.has_article(k - 1)))


def _ends_there(r: Reading, k: int, suspect: str) -> bool:
    """Whether a suspect word ends the phrase before it."""
    before, following = r.words[k - 1], r.words[k + 1] if k + 1 < r.size else ""
    if suspect == "future":  # صندوق النقد | وستعود, but نادي وستهام
        return not (before in v.GIVEN_NAMES or (v.heads(before) and not r.has_article(k - 1)))
    if suspect == "clearly":  # هدنة الساحل | تتأرجح
        return before not in v.GIVEN_NAMES
    if suspect == "manner":  # إيران | بشكل استثنائي
        return before in v.PLACES or r.has_article(k - 1)
    if suspect == "reflexive":  # معلومات | تحصلت عليها الصحيفة
        return not (r.stop[k] or r.written_with_teh(k) or before in v.GIVEN_NAMES or v.is_honorific(before))
    if suspect == "told":  # تقرير | نشره موقع
        return not r.written_with_teh(k)
    if suspect == "issued":  # تقرير | نشر على الموقع، بلاغ | توصلت به الصحيفة
        told = following in v.FUNCTION["true_preposition", "back_to", "at_a_time"] or v.with_pronoun(following)
        return told and not r.has_article(k - 1)
    if r.stop[k]:
        return False
    if suspect == "acts":  # أشاد مسؤول في البنك | بالإصلاحات, but الخبير بالتأمينات
        return v.heads(before) != "title"
    if suspect == "past":  # وزير التجارة سامر حداد | قلل من
        if r.gap[k][:1] in CLOSING:
            return True  # تقرير «المرفأ» | تراجعت السوق
        whole = r.has_article(k - 1) or not (v.heads(before) or v.deverbal(before))
        return whole and (following in v.TRUE_PREPOSITION or v.is_function(following, "since", "at_a_time"))
    if suspect == "present":  # صحيفة المرفأ اليومية | تستخدم، مبادرة | تستمر على, but رئيس الحكومة تمام سلام
        named = any(v.heads(word) == "title" for word in r.words[max(0, k - _NAMED) : k - 1])
        joined = following[:1] == "ب" and following not in v.NOT_JOINED and following[1:] not in v.PLACES
        governs = joined or following in ("علي", "الي")  # but شرطة تكساس في بيان
        whole = (r.has_article(k - 1) or governs) and r.written_with_teh(k - 1)
        whole = whole or (before in v.PLACES and governs)  # لندن | تحتفل بعيدها
        return whole and r.gap[k] == " " and not named
    if suspect == "object":  # شن الأمين العام لحزب الله | هجوما عنيفا
        return is_bare_object(r, k)
    if suspect == "joined" and _behind_name(r, k):
        return True  # أشاد السفير كامل أوبراين | بمبادرة الأمير
    if not r.has_article(k - 1):
        return False
    if suspect == "joined":  # أدلى عدد من السكان | ببيان، الموقع | بتكريم, but الخبير بتخطيط المدن
        return v.heads(before) != "title" or v.is_crowd(before) or r.words[k][1:] in v.OCCASIONS
    named = following != "" and not r.stop[k + 1] and can_go_on(r, k + 1)  # المستشارة جورجيا ...
    return not r.has_article(k) and before.endswith(("ي", "يه")) and not named  # وصل الرئيس الأمريكي | سوريا


def _to_them(r: Reading, k: int) -> bool:
    """Whether ل and a pronoun tell to whom somebody speaks, not of what he is the holder (المندوب الدائم لبلاده سامر حداد)."""
    word = r.words[k]
    theirs = v.with_pronoun(word) or (len(word) > _TO_THEM and word[1] not in "اويل" and r.carries_pronoun(k))
    if not theirs or word in v.NOT_JOINED or word in v.GIVEN_NAMES or v.heads(word):
        return False
    following = r.words[k + 1] if k + 1 < r.size and not r.stop[k + 1] else ""
    return not (r.has_article(k - 1) and (following in v.GIVEN_NAMES or v.is_honorific(following)))


def _behind_name(r: Reading, k: int) -> bool:
    """Whether a word with ب stands right behind a word that can but go on a name."""
    before = r.words[k - 1]
    if len(r.words[k]) <= SHORT_VERB or r.words[k] in v.GIVEN_NAMES or r.stop[k] or r.stop[k - 1]:
        return False
    known = v.heads(before) or v.deverbal(before) or before in v.OCCASIONS or before in v.PLACES
    name = not (known or r.written_with_teh(k - 1))
    return name and not v.GIVEN_NAMES.isdisjoint(r.words[max(k - 3, 0) : k])


def _awaits(r: Reading, k: int) -> bool:
    """Whether the noun of action before a word is still to be completed (تصحيح | النظر)."""
    return not (r.stop[k] or r.has_article(k - 1)) and v.deverbal(r.words[k - 1]) in ("listed", "shaped")


def ends_phrase(r: Reading, k: int) -> bool:
    """Whether a word by itself ends a noun phrase: a verb, a function word, what is told of the noun."""
    word = r.words[k]
    if word in v.FUNCTION["acting"]:
        return False  # الأمين العام | بالتكليف سامر حداد
    if word[-1] == "ه" and word[:-1] in v.OCCASIONS and r.written_with_teh(k) and r.words[k - 1][-1] == "ه":
        return False  # دراسة حديثة, not حديثه
    suspect, ending = SIGNS[word]
    if suspect and _ends_there(r, k, suspect):
        return True
    if word[0] == "ل" and _to_them(r, k):
        return True  # وأكد ماتياس | لمشجعيه
    following, before = r.words[k + 1] if k + 1 < r.size else "", r.words[k - 1]
    if word.startswith("لل") and not r.stop[k] and _tells_it(r, k):
        return True  # مصدر أمني | للمرفأ نيوز
    if word in v.FUNCTION["between"] and not r.stop[k] and v.heads(before) == "title" and r.has_article(k - 1):
        return v.bare(before) not in v.FUNCTION["directs"]  # وربط الوزير | بين الأمرين, but المنسق بين الوزارات
    if word in v.CARDINALS and not (word.startswith("عشر") or r.stop[k]) and r.has_article(k - 1):
        return True  # مكث الرجل | ست ساعات
    if following[:1].isdigit() and word in v.GIVEN_NAMES and not r.stop[k] and r.has_article(k - 1):
        return True  # نشرت الصحيفة التركية | أسماء 15 شخصا
    if word in v.SAME and ending == "adjunct" and (following in v.GIVEN_NAMES or v.is_honorific(following)):
        return r.stop[k + 1] > 0  # عضو المجلس سابقا | الدكتور سامر حداد
    if _local_body(r, k):
        return False  # المتحدث الإعلامي | بصحة الشرقية سامر حداد
    if (following in v.LACK and not r.has_article(k)) or (k in r.tanwin and k - 1 not in r.tanwin):
        return True
    if not ending or _foreign_name(r, k) or _family_name(r, k) or is_name_like_verb(r, k) or _between_commas(r, k):
        return False
    if word == "فان" and dutch_name(r, k):
        return False
    if word[0] == "ا" and following not in COMPLEMENTISERS and word in forms() and r.original(k, k + 1)[0][0] == "آ":
        return False  # المدير العام لمنطقة آثار الجنوب, not أثار
    no_verb = len(r.words[k]) > _LONG_VERB or (following in COMPLEMENTISERS and r.words[k] not in forms())
    if no_verb and ending != "adjunct" and r.words[k][0] == "ف" and not (r.has_article(k - 1) or v.heads(before)):
        return False  # جيرو فيسترمان، أولريك فيلهن إن
    if r.words[k][0] == "ب" and before in v.FUNCTION["in_charge"]:
        return False  # كاتب الدولة المكلف | بالنقل
    plain = not (r.has_article(k - 1) or v.heads(before) or r.words[k] in forms())
    if plain and r.words[k].endswith("وا") and r.stop[k + 1] == COMMA and v.heads(r.words[k + 1]) == "title":
        return False  # رودريغو أرتوا، المختص ...
    match ending:
        case "becomes":  # الكدمات | بدأت تظهر, but أوليفر كان، رئيس النادي
            over = r.stop[k + 1] > 0 or following in COMPLEMENTISERS
            return not over or r.has_article(k - 1) or v.heads(before) != ""
        case "in":
            return (
                names_occasion(following)
                or following[:1].isdigit()
                or following in v.MONTHS
                or following in v.FUNCTION["moment"]
                or (before.endswith(("ين", "ون")) and not v.heads(before))
            )
        case "governed":
            adjective = k > 1 and r.has_article(k - 1) and r.has_article(k - 2)  # المشرف العام على
            governor = (
                before in v.WITH_AND["governor"]
                or (r.words[k] == "من" and (is_share(r, k - 1) or before in v.FUNCTION["per_cent"]))
                or before[:-1] in v.GROUP
                or (adjective and r.words[k - 2] in v.WITH_AND["governor"] and not v.deverbal(following))
                or (r.words[k] == "من" and (_so_many(r, k) or before in v.FUNCTION["quantity"]))
            )
            if r.words[k] == "عن" and v.with_pronoun(following):
                return True  # أعرب المسؤول الهندي | عن رضاه
            if r.words[k] == "عن" and before in v.FUNCTION["source_word"]:
                return True  # كشفت مصادر | عن ارتفاع العدد
            if r.words[k] == "عن" and before in v.FUNCTION["speaks_for"]:
                governor = v.deverbal(following) == ""  # المتحدث عن الحزب, but امتنع المتحدث | عن تحديد العدد
            return not governor and not is_name(r, k)
        case "addressee":  # but النقابة الوطنية للصحافة
            return not (r.written_with_teh(k - 1) and r.has_article(k - 1))
        case "adjunct":  # but الخميس may be a family name
            if before in v.FUNCTION["source_word"] and r.words[k] in v.FUNCTION["part_of_place"]:
                return False  # مصدر | وسط الثوار
            if before == v.IMAM or (word.startswith("ال") and _awaits(r, k)):
                return False  # إمام الجمعة، قسم تصحيح النظر
            medium = v.heads(before) == "medium" and not (r.has_article(k - 1) or r.stop[k])
            if medium and following.startswith("ال") and not v.is_function(following, "at_a_time", "which_day"):
                return False  # صحيفة صباح التركية
            named = before in v.GIVEN_NAMES or (v.heads(before) == "title" and r.has_article(k - 1))
            return not (named and r.words[k].startswith("ال") and following in COMPLEMENTISERS)
    return True


def _tells_it(r: Reading, k: int) -> bool:
    """Whether an indefinite source, with an adjective or none, stands before a word with لل: it tells the one named behind."""
    noun = k - 2 if r.words[k - 1].endswith(("ي", "يه")) and k > 1 and not r.stop[k - 1] else k - 1
    somebody = r.words[noun] in v.FUNCTION["source_word"] and v.heads(r.words[noun]) == "title"
    return somebody and not (r.has_article(noun) or r.has_article(k - 1))


def _local_body(r: Reading, k: int) -> bool:
    """Whether ب leads to a body of a place, or with a name behind it (بصحة | الرياض, but أقر الوزير بصحة | الأرقام)."""
    word = r.words[k]
    if word[0] != "ب" or v.heads(word[1:]) != "body" or k + 1 >= r.size or r.stop[k + 1]:
        return False
    if v.heads(r.words[k - 1]) == "body":
        return False
    if r.words[k + 1] in v.PLACES:
        return True
    return r.has_article(k + 1) and k + 2 < r.size and not r.stop[k + 2] and r.words[k + 2] in v.GIVEN_NAMES


def _so_many(r: Reading, k: int) -> bool:
    """Whether an adjective stands between an indefinite number and من (عدد كبير | من السكان)."""
    return k > 1 and not r.has_article(k - 1) and r.words[k - 2] in v.FUNCTION["governor", "group", "part"]


def _foreign_name(r: Reading, k: int) -> bool:
    """Whether what looks like a verb is a name: إن or a title follows (ماتيو يرعال إن، داي يرمنهام الرئيس التنفيذي)."""
    if r.words[k][0] != "ي" or k + 1 >= r.size or r.words[k] in forms() or v.heads(r.words[k - 1]):
        return False
    if v.heads(r.words[k + 1]) == "title" and (r.has_article(k + 1) or r.words[k - 1] in v.WORDS["foreign_names"]):
        return not r.has_article(k - 1)
    if r.words[k + 1] not in COMPLEMENTISERS:
        return False
    return r.folded.original[r.folded.offset(r.start[k + 1])] == "إ"


def _between_commas(r: Reading, k: int) -> bool:
    """Whether what looks like a verb, or like ب with a noun, is the second word of a name between commas (، أكساندر ياكوفينكو،)."""
    word = r.words[k]
    if word[0] not in "يب" or word in forms() or k + 1 >= r.size or r.stop[k] or r.has_article(k - 1):
        return False
    if word.startswith("بال") or v.is_function(r.words[k - 1], "adjunct", "at_a_time", "preposition"):
        return False
    return r.stop[k - 1] == r.stop[k + 1] == COMMA and can_begin_phrase(r.words[k - 1]) and not v.heads(r.words[k - 1])


def dutch_name(r: Reading, k: int) -> bool:
    """Whether فان goes on a name (لويس فان جال): written so, between a given name and a word that is no subject of a clause."""
    before = r.words[k - 1]
    if r.stop[k] or k + 1 >= r.size or r.stop[k + 1] or r.original(k, k + 1)[0] != "فان":
        return False
    if before not in v.GIVEN_NAMES:
        return False
    name, behind = r.words[k + 1], r.words[k + 2] if k + 2 < r.size and not r.stop[k + 2] else ""
    if behind and r.has_article(k + 2) and not v.heads(behind):
        return False  # بحسب سامر فان سعر النفط
    return not (r.has_article(k + 1) or v.heads(name) or v.deverbal(name)) and can_begin_phrase(name)


def _family_name(r: Reading, k: int) -> bool:
    """Whether what looks like a verb, or like لي, is part of a name (طه ياسري، / الوزير الصيني لي تشاو)."""
    word, over = r.words[k], k + 1 >= r.size or r.stop[k + 1] > 0 or r.words[k + 1] in COMPLEMENTISERS
    if r.stop[k]:
        return False
    if r.words[k - 1] in v.GIVEN_NAMES and word[0] == word[-1] == "ي" and word not in forms():
        return over
    named = not over and r.words[k + 1][-1] != "ا" and can_begin_phrase(r.words[k + 1])  # but أكد الشيخ لي شخصيا
    return word == "لي" and r.has_article(k - 1) and named


def _apposition(r: Reading, k: int, limit: int) -> bool:
    """Whether what follows a comma names the same source again (، رئيس المركز، or a name after its title)."""
    word = r.words[k]
    if word in v.FUNCTION["adjunct", "preposition", "auxiliary", "demonstrative"]:
        return False
    end = k
    while end < limit and not (end > k and r.stop[end] >= COMMA):
        if end > k and not ends_name_or_rank(r, end) and ends_phrase(r, end):
            told = r.words[end][0] == "ل" and (
                v.heads(word) == "title" or word in v.GIVEN_NAMES
            )  # ، المتحدث باسم الحكومة لـ«المرفأ»، أن
            return end - k > 1 and (told or v.is_honorific(word))  # ، المقدم سامي البنا في تصريح
        end += 1
    if v.heads(word) == "title":
        return True
    if _compatriot(r, k, end):
        return True  # ، الفرنسي كميل برنار، أن
    if PEOPLE.search(word):
        return False  # طالب سامر حداد، | المتفاوضين بأن
    closed = end >= limit or r.stop[end] == COMMA
    if not closed or end - k > 4 or word in forms() or r.stop[k] >= SENTENCE:
        return False
    return word[0] not in "وف" or word in v.NOT_JOINED or (end - k > 1 and _may_begin_with_f(word))


def _compatriot(r: Reading, k: int, end: int) -> bool:
    """Whether a nationality stands before a name between commas."""
    if not r.has_article(k) or r.words[k][2:] not in v.nationalities() or k + 1 >= end or r.has_article(k + 1):
        return False
    return can_begin_phrase(r.words[k + 1]) and not v.heads(r.words[k + 1]) and (end >= r.size or r.stop[end] == COMMA)


def _may_begin_with_f(word: str) -> bool:
    """Whether ف may belong to a foreign name between commas (فدريكا)."""
    rest = word[1:]
    joined = (
        rest in forms()
        or rest.startswith("ال")
        or v.heads(rest)
        or v.deverbal(rest)
        or v.is_function(rest, "auxiliary")
    )
    return word[0] == "ف" and len(rest) > 3 and not (joined or rest in COMPLEMENTISERS or verb_shape(rest))
