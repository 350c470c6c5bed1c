"""Parties: where, behind a complete noun phrase, another party or an object begins (اتهمت حماس | إسرائيل)."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import (
    behind_given_name,
    can_begin_phrase,
    can_go_on,
    is_name,
    is_titular_name,
    name_before,
)
from analysis.quotes.namewords import (
    acts_on,
    is_definite_act,
    leads_on,
    may_be_bare_object,
    says_clause,
    told_whom,
    whole_name,
)
from analysis.quotes.reading import Reading
from analysis.quotes.verbs import forms

_IDIOM: Final = v.FUNCTION["idiom"]
#: Prepositions that complete a participle (المضرب عن الطعام), not what tells where.
_OF_PARTICIPLE: Final = v.TRUE_PREPOSITION - v.IN
#: Longer words in ون are plurals, longer ones in ها carry a pronoun.
_PLURAL: Final = 5
_SUFFIXED: Final = 4


def turns_to_another(r: Reading, start: int, k: int) -> bool:
    """Whether the phrase from `start` ends before `k`: another party, or whom a name speaks to (قالت الهند | للسلطات)."""
    word = r.words[k]
    if _her_side(r, k):
        return False
    if word in v.COMMON_VERBS and _is_predicate(r, start, k) and not says_clause(r, k):
        return True  # الوزير | يعمل على ذلك
    if (_behind_first if k == start + 1 else _behind_more)(r, start, k) or (word[-1] == "ه" and _own_party(r, k)):
        return True
    if word[0] == "ل" and word[1:2].isascii() and word[1:2].isalpha():
        return True  # سامر حداد | لـCNN
    idiom = word in _IDIOM and (r.has_article(k - 1) or not v.deverbal(r.words[k - 1]))  # but قسم تصحيح النظر
    if k - start > 1 and not r.stop[k] and (idiom or (word[-1] == "ا" and _its_object(r, start, k))):
        return True  # كشف سامر حداد | النقاب عن، أصدرت شركة نونسوفت | ملفا أمنيا
    if word[-1] == "ا" and word[:-1] in v.OCCASIONS and not r.stop[k]:
        return True  # نشر لانكر | مقالا
    if is_person_asked(r, start, k) or (k == start + 1 and r.has_article(start) and told_whom(r, k)):
        return True
    bodies = k == start + 1 and v.heads(r.words[start]) == "body" and v.heads(word) == "body" and not r.stop[k]
    if bodies and r.has_article(start) and r.has_article(k) and r.written_with_teh(k) and not word.endswith("يه"):
        return True  # حملت المعارضة | الحكومة مسؤولية الأزمة
    if word.startswith("لل") and v.is_crowd(word) and " ".join(r.words[start:k]) in v.WORDS["named_bodies"]:
        return True  # أكد الدفاع المدني | للمواطنين
    if word in v.FUNCTION["recording"] and not r.stop[k] and (r.has_article(k - 1) or not v.heads(r.words[k - 1])):
        return True  # نشر تنظيم الراية | شريط فيديو، نشر الوزير | صورة
    if word in v.MULTITUDE and not r.stop[k] and k - start > 1 and name_before(r, k, start):
        return True  # دعا سامر حداد | عناصر الجيش
    named = r.words[k - 1] in v.GIVEN_NAMES or (k - start > 1 and r.words[k - 2] in v.GIVEN_NAMES)
    if named and not r.has_article(k - 1) and is_definite_act(r, k):
        return True  # جدد سامر حداد | التأكيد على أن
    source = (
        r.words[start] in v.FUNCTION["source_word"] and v.heads(r.words[start]) == "title" and not r.has_article(start)
    )
    if source and word[0] == "ل" and (v.heads(word[1:]) == "medium" or word[1:] in v.FUNCTION["writes_for"]):
        return True  # قال مصدر أمني | لمراسل «المرفأ»
    if word[0] == "ل" and v.heads(word[1:]):  # قال سامر حداد | لهيئة الإذاعة
        return not _anybody(r, start, k) or name_before(r, k, start) or is_titular_name(r, start, k)
    if word[0] not in "وبل" and r.has_article(k - 1) and not r.stop[k] and _object(r, start, k):
        return True
    if _is_many(r.words[start]):
        return _of_many(r, start, k)
    if word[:2] == "لل":
        if k == start + 1 and r.has_article(start) and v.heads(r.words[start]) and v.deverbal(v.bare(word)):
            return True  # اشترطت الجامعة | للتقدم
        known = k - start > 1 and behind_given_name(r, r.words[k - 1], k - 1) != []  # أكد الرئيس السنيورة | للوفد
        return bool(v.heads(word)) and (known or not _anybody(r, start, k))
    people = word[0] == "ب" and word.startswith("بال") and word.endswith("ين")  # أهابت الجامعة | بالمتقدمين
    return people and r.has_article(k - 1) and not v.is_honorific(r.words[k - 1])


def _is_predicate(r: Reading, start: int, k: int) -> bool:
    """Whether what is known as a verb goes on no name: behind a definite noun, a state or a whole name."""
    before = r.words[k - 1]
    if r.stop[k] or r.written_with_teh(k) or v.is_honorific(before) or behind_given_name(r, r.words[k], k):
        return False
    family = before not in v.GIVEN_NAMES and not v.heads(before) and behind_given_name(r, before, k - 1) != []
    return r.has_article(k - 1) or before in v.PLACES or family or whole_name(r, k)


def is_person_asked(r: Reading, start: int, k: int) -> bool:
    """Whether a title in the accusative behind a full name is the object (سأل سامر حداد | عاملا عن راتبه)."""
    word = r.words[k]
    person = may_be_bare_object(word) and v.heads(word[:-1]) == "title" and not r.stop[k]
    return person and k - start > 1 and name_before(r, k, start)


def _her_side(r: Reading, k: int) -> bool:
    """Whether what may be a body is the adjective of a woman's title before her name (النائبة | المعارضة سلمى حداد)."""
    if r.stop[k] or not (r.has_article(k) and r.written_with_teh(k) and v.heads(r.words[k - 1]) == "title"):
        return False
    named = k + 1 < r.size and not r.stop[k + 1] and r.words[k + 1] in v.GIVEN_NAMES
    return named and r.has_article(k - 1) and r.written_with_teh(k - 1)


def _its_object(r: Reading, start: int, k: int) -> bool:
    """Whether, behind the name of a body or a group, a word in the accusative is a noun: its adjective or the text tells."""
    word = r.words[k]
    if not may_be_bare_object(word) or word.endswith("يا"):
        return False
    if v.heads(r.words[start]) not in ("body", "medium") and not v.is_crowd(r.words[start]):
        return False
    following = r.words[k + 1] if k + 1 < r.size and not r.stop[k + 1] else ""
    return following.endswith("يا") or bool(r.places(word[:-1]) or r.places("ال" + word[:-1]))


def _behind_first(r: Reading, start: int, k: int) -> bool:
    """Whether one word is the whole phrase: a state, a family name or a plural."""
    word, state = r.words[k], r.words[start] in v.PLACES and not r.stop[k]
    if word in v.PLACES and not r.stop[k] and r.words[start] in v.FUNCTION["movement"]:
        return True  # اتهمت حماس | إسرائيل
    if state and (v.heads(word) in ("title", "body") or (word in v.PLACES and _acts(r, start))):
        return True  # ناشدت بريطانيا | الرئيس الأمريكي، اتهمت باكستان | الهند
    act = v.deverbal(word) not in ("", "own") or word in forms()
    if state and v.is_act_plural(v.bare(word)):
        return True  # نفت إيران | الاتهامات
    if state and r.has_article(k) and not word.endswith(("ي", "يه", "ه", "ى")) and v.bare(word) not in v.GIVEN_NAMES:
        return word not in v.FUNCTION["of_state_name"]  # رفضت إثيوبيا | الخلاف, but ليبيا الأم
    if state and act and word not in v.GIVEN_NAMES and not r.has_article(k):
        return True  # وصفت واشنطن | تأجيل القمة، طلب التأشيرة
    return _complete_name(r, start, k) or other_party(r, k) or _several(r, start, k)  # اتهم كوران | سيروان


def _behind_more(r: Reading, start: int, k: int) -> bool:
    """Whether several words are the whole phrase: what follows has a number or a name of its own, or is an object."""
    word = r.words[k]
    if word in v.CARDINALS and r.written_with_teh(k):
        return True  # اتهمت العارضة | أربعة لاعبين
    if r.stop[k]:
        return False
    if word in v.FUNCTION["everybody"] and (r.has_article(k - 1) or not v.deverbal(r.words[k - 1])):
        return True  # هنأ اللواء الزهيدي | الجميع
    if v.is_crowd(word) and r.words[k - 1] in v.PLACES and v.heads(r.words[start]) == "title":
        return True  # دعا وكيل أمانة الرياض | سكان العاصمة
    if v.bare(word) in v.COMMON_NOUNS and acts_on(r, k):
        return True  # افتتح الأمير سامر بن كامل | الجلسة
    if r.words[k - 1] in v.GIVEN_NAMES and v.deverbal(word) == "shaped":
        return True  # واستنكر الأمير خالد | اختفاء
    placed = r.words[k - 1] in v.PLACES and (v.heads(r.words[start]) == "body" or r.words[k - 2] in v.IN)
    if placed and v.heads(word) == "title" and not r.has_article(k) and word[0] != "و":
        return v.heads(r.words[start]) != "title"  # طالبت القوى السياسية في العراق | رئيس الوزراء
    return _behind_full_name(r, k) or _second_person(r, start, k)


def _acts(r: Reading, k: int) -> bool:
    """Whether what stands before a state is no noun that it completes: a verb (دعت | بغداد تركيا), or a mark."""
    before = r.words[k - 1] if k else ""
    return k == 0 or r.stop[k] > 0 or before in v.PAST or before in forms() or r.has_article(k + 1)


def _is_many(word: str) -> bool:
    """Whether a word stands for many (باحثون، حشد)."""
    return v.is_crowd(word) or word in v.GROUP


def _anybody(r: Reading, start: int, k: int) -> bool:
    """Whether a title, a body or a text stands before a word, the first also with ل (لتقرير | لمركز البحوث)."""
    first = r.words[start]
    return any(map(v.heads, r.words[start:k])) or (first[0] == "ل" and v.heads(first[1:]) != "")


def _own_party(r: Reading, k: int) -> bool:
    """Whether a title or a body with a pronoun is another party: it completes no title before it."""
    word = r.words[k]
    if word[-1] != "ه" or r.stop[k] or r.written_with_teh(k) or not v.heads(word[:-1]) or word[0] in "وبل":
        return False
    return not v.heads(r.words[k - 1]) or r.has_article(k - 1)


def _behind_full_name(r: Reading, k: int) -> bool:
    """Whether an object follows given and family name (حضر سامر حداد | المباراة، ألقى سامر حداد | خطابا)."""
    given = r.words[k - 2]
    if given not in v.GIVEN_NAMES or r.stop[k - 1] or given in v.FUNCTION["naming"]:
        return False
    if given in v.FUNCTION["also_name"] and not is_name(r, k - 2):
        return False  # المشرف على العلاقات العامة
    if v.heads(given) == "title" and r.has_article(k - 1):
        return False  # أمين المنطقة الشرقية
    word = r.words[k]
    if v.heads(word) or v.heads(r.words[k - 1]) or word in v.GIVEN_NAMES:
        return False
    if r.has_article(k):
        following = r.words[k + 1] if k + 1 < r.size else ""
        if r.written_with_teh(k):
            return True
        if not word.startswith("الم") or word.endswith("ي"):
            return False
        adverb = (following[-1:] == "ا" and following not in forms() and following not in v.PLACES) or k + 1 in r.tanwin
        goes_on = adverb or following in v.IN
        led = v.bare(r.words[k + 2]) if k + 2 < r.size else ""  # أشار سامر حداد المهنا إلى أن
        of_verb = led in v.COMPLEMENTISERS or led in v.COMPLEMENT_NOUNS or v.deverbal(led) != ""
        if following in _OF_PARTICIPLE:
            return not of_verb  # سامر حداد | المضرب عن الطعام
        return goes_on and not says_clause(r, k)
    return word.removesuffix("ا") in v.OCCASIONS or v.is_act_plural(word)


def _second_person(r: Reading, start: int, k: int) -> bool:
    """Whether a definite title with its own name follows title and name (دعا الرئيس سامر حداد | الملك سالم الزين إلى ...)."""
    if v.heads(r.words[k]) != "title" or k - start < 3 or not (r.has_article(start) and r.has_article(k)):
        return False
    if v.heads(r.words[start]) != "title" or v.is_honorific(r.words[start]) or v.is_honorific(r.words[k]):
        return False
    return name_before(r, k, start + 1) and any(w in v.GIVEN_NAMES or w in v.IN_NAME for w in r.words[k + 1 : k + 3])


def _complete_name(r: Reading, start: int, k: int) -> bool:
    """Whether a phrase begins with a family name, which stands behind a given name elsewhere, and no title goes on it."""
    name, word = r.words[start], r.words[k]
    if r.stop[k] or r.has_article(start) or r.has_article(k) or v.heads(name) or v.heads(word) or word[0] in "وبل":
        return False
    if name in v.GIVEN_NAMES or word in v.GIVEN_NAMES or not can_begin_phrase(word):
        return False
    behind = behind_given_name(r, name, start)
    return bool(behind) and not any(r.words[at + 1 : at + 2] == [word] and not r.stop[at + 1] for at in behind)


def _object(r: Reading, start: int, k: int) -> bool:
    """Whether, behind a definite word, a verb or an object begins (واصل الرئيس | توجيه اللوم، الوكالة | اعتمدت على ...).

    A noun is no attribute there without the article, and where its form tells that it is none, it is no name either.
    """
    word = r.words[k]
    state = word in v.PLACES and not r.has_article(k) and k - start > 1 and r.words[k - 1].endswith(("ي", "يه"))
    if state and v.heads(r.words[start]) == "body" and not says_clause(r, k):
        return can_go_on(r, k + 1)  # اتهمت الخارجية الروسية | أوكرانيا بخرق
    if word in v.GIVEN_NAMES or word in v.PLACES:
        return False
    goes_on = k + 1 < r.size and not r.stop[k + 1] and r.words[k + 1] not in forms()
    ranked = k - 1 > start or (goes_on and v.heads(r.words[start]) == "title")  # but المدرب الأول قال
    of_rank = word in v.FUNCTION["of_rank"] and ranked  # قائد الفريق الأول، الوزير الأول
    if of_rank or word in v.FUNCTION["same", "in_name"]:
        return False
    if v.bare(word) in v.COMMON_NOUNS and not v.heads(word) and _is_thing_done(r, start, k):
        return True  # اعتمد اتحاد الكرة | اسم المدرب، ألقت سلطات المطار | القبض على
    if r.has_article(k):
        before = r.words[k - 2]
        named = before in v.GIVEN_NAMES and before not in v.FUNCTION["naming"] and not r.written_with_teh(k - 1)
        named = named and not (v.heads(before) == "title" and r.has_article(k - 1))  # أمين المنطقة الشرقية
        named = named and (before not in v.FUNCTION["also_name"] or is_name(r, k - 2))  # المشرف على الشؤون الإدارية
        noun = word[2:]  # the object (وثمن رئيس الهيئة | الدعم، أوضحت الدكتورة سلمى الفاطمي | الخطورة)
        act = noun in v.COMPLEMENT_NOUNS or noun in v.OCCASIONS
        adjective = noun[0] == "م" or noun.endswith("يه")  # الدول المساهمة في، الأركان التركية في
        act = act or (v.deverbal(noun) != "" and leads_on(r, k) and not adjective)  # حاول مسؤول | الاستخفاف بالأمر
        people = word.endswith("ين") and v.is_crowd(word) and not v.is_crowd(r.words[start])
        if people and (r.words[k - 1].endswith(("ي", "يه")) or v.bare(r.words[k - 1]) in v.PLACES):
            return True  # الإدارة العامة للدفاع المدني | المواطنين
        return act or (named and k - 2 > start and r.written_with_teh(k) and not v.heads(word))
    if word in v.OCCASIONS:
        return v.heads(r.words[start]) == "title" or not v.heads(word)
    if v.heads(word):  # نادي الشراع الأول | نادي الفنار، المركز الاقتصادي | منظمات الإغاثة
        return r.words[start] == word or (v.heads(word) == v.heads(r.words[start]) == "body" and word.endswith("ات"))
    if v.deverbal(word) not in ("", "own"):
        return True
    if len(word) > _SUFFIXED and word.endswith(("ه", "ها", "هم")) and not (r.written_with_teh(k) or says_clause(r, k)):
        return not (word.endswith("يه") and can_go_on(r, k + 1))  # المحافظ | وقعها, but ايرسيه مورال
    unnamed = v.heads(r.words[start]) in ("body", "medium")  # no name follows
    return unnamed and len(word) >= _SUFFIXED and (r.written_with_teh(k) or word[-1] == "ت") and word not in v.CARDINALS


def _is_thing_done(r: Reading, start: int, k: int) -> bool:
    """Whether a common noun behind a definite word is an object: with the article behind a noun that nothing completes, or none."""
    head, before = v.heads(r.words[start]), r.words[k - 1]
    if head == "" or v.heads(before) == "title" or before in v.IN_NAME or before in v.FUNCTION["in_charge"]:
        return False  # عضو المجلس النائب | نعمة سرحان، المكلف | القضايا
    if says_clause(r, k):
        return False  # وقال الخبير الاقتصادي فضل السرحاني إن
    following = r.words[k + 1] if k + 1 < r.size and not r.stop[k + 1] else ""
    if r.has_article(k):
        return not (following and v.is_honorific(following))
    if r.written_with_teh(k):
        return following != ""
    named = following in v.IN_NAME or (head == "title" and following.endswith("ي"))  # الإعلامي السعودي | مزيد السرحاني
    act = v.deverbal(following) != "" and following not in v.GIVEN_NAMES
    goes_on = following != "" and (r.has_article(k + 1) or following[0] == "ل" or act)
    return head != "medium" and not named and goes_on  # اسم المدرب، أسباب ارتفاع الأسعار


def _of_many(r: Reading, start: int, k: int) -> bool:
    """Whether a group is complete before an indefinite noun (رفع عدد من المساهمين | دعوى), or many before a definite act."""
    word = r.words[k]
    bare = r.words[start].endswith("ون") and not (r.has_article(start) or r.has_article(k - 1) or r.stop[k])
    if bare and k - start > 1 and r.has_article(k) and v.deverbal(word[2:]) not in ("", "own"):
        return True  # أعلن مسؤولون أكراد | التوصل إلى اتفاق
    plural = r.words[k - 1].endswith(("ين", "ون")) or k == start + 1  # الخبراء | حاملي هواتف
    complete = plural and r.has_article(k - 1) and not r.stop[k]
    if not r.stop[k] and r.words[k - 1].endswith("ون") and (word in v.OCCASIONS or word.endswith("ات")):
        return True  # معارضون بارزون | خطاب الرئيس
    plain = not (r.has_article(k) or word[0] in "وبل" or word in v.SAME)
    return complete and plain and can_begin_phrase(word) and word not in v.GIVEN_NAMES


def _several(r: Reading, k: int, following: int) -> bool:
    """Whether a plural with its ن stands before a definite noun: it is no construct (رفض مهاجرون | الخطة)."""
    word = r.words[k]
    return (
        len(word) > _PLURAL
        and word.endswith("ون")
        and not r.has_article(k)
        and r.has_article(following)
        and (word not in v.GIVEN_NAMES and len(r.places(word)) == 1)
    )


def other_party(r: Reading, k: int) -> bool:
    """Whether a body ends before a title in the construct state: object and subject (التقى اللجنة | رئيس البلدية)."""
    return (
        v.heads(r.words[k - 1]) == "body"
        and r.has_article(k - 1)
        and v.heads(r.words[k]) == "title"
        and not r.has_article(k)
        and r.words[k][0] != "و"
    )
