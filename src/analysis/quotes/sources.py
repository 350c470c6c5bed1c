"""Sources: the noun phrase behind a cue that says it."""

from __future__ import annotations

import re
from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.acts import is_known_definite_act
from analysis.quotes.agreement import agrees
from analysis.quotes.beginnings import can_go_on, is_titular_name, name_before, verb_shape
from analysis.quotes.boundaries import COLON, COMMA
from analysis.quotes.cues import Cue
from analysis.quotes.objects import ascribed_from, called_on, is_object, object_start
from analysis.quotes.phrases import extend, noun_phrase
from analysis.quotes.praise import praise_at
from analysis.quotes.reading import Range, Reading
from analysis.quotes.recall import publishing
from analysis.quotes.verbs import forms
from analysis.quotes.vocabulary import COMPLEMENTISERS

#: First words of what may stand between a verb and its subject.
_ADVERBIAL: Final = v.FUNCTION["to_whom", "of_whom", "in_it", "at_a_time", "true_preposition", "in"]
#: First words of an aside in brackets (قال (في تصريح صحفي) إن).
_ASIDE: Final = v.FUNCTION["which_is", "true_preposition", "in"]
#: Whom, or of whom, it is said (قال له، قال عنه).
_TO_WHOM: Final = v.FUNCTION["to_whom", "of_whom", "in_it"]
#: Participles in the accusative of the forms III, V, VI and X (مدافعا، متوعدا، متسائلا، مستنكرا).
_PARTICIPLE: Final = re.compile("م(.ا..|ت...|ت.ا..|ست...)ا$")
#: ل before a plural in the oblique with a pronoun (لمحققيه، لمرافقيها).
_THEIRS: Final = re.compile("لم.{2,4}ي(?:ه|ها|هم)$")
_NO_NAME: Final = ("preposition", "adjunct", "at_a_time", "pronoun", "lead", "demonstrative")
#: Longer words may end in a pronoun.
_SUFFIXED: Final = 4
#: Whose words they are is named no more words before a relative pronoun.
_OWNER: Final = 12
#: Names have no more words.
NAME: Final = 3
#: A quoted name has no more words.
_QUOTED_NAME: Final = 2


def source_after(r: Reading, cue: Cue, limit: int) -> Range | None:
    """The noun phrase between a cue and its complement, or None where the subject is elided.

    Parameters
    ----------
    r : Reading
    cue : Cue
    limit : int
        Index of the word at which the complement (with its preposition) begins.

    Returns
    -------
    tuple of int or None
        Indices of the first word and one past the last.
    """
    if praise_at(r, cue.word + 1) is not None:
        return None  # قال تعالى
    if cue.form.finite and cue.word and r.words[cue.word - 1] in v.WHICH_IS and not r.stop[cue.word]:
        return None  # وهو أبلغ | الشرطة أنه
    first = _behind_adverbs(r, cue.word + 1, limit)
    if first + 1 < limit and r.words[first] in v.DEMONSTRATIVE and _person_at_hand(r, first + 1):
        first += 1  # تابع هذا | المصرفي
    if first < limit and is_known_definite_act(r, first):
        return None  # تعلن | البدء بإعادة البناء، جدد | التأكيد على أن
    again = first + 1 < limit and cue.verb.continues and cue.verb.soft and r.words[first + 1] in v.FUNCTION["about"]
    if again and r.has_article(first) and v.bare(r.words[first]) in v.OCCASIONS:
        return None  # كرر | الحديث عن النجاح
    behind_it = cue.verb.requests and r.words[first - 1] in v.IN_IT
    if behind_it and first < limit and r.has_article(first) and v.deverbal(v.bare(r.words[first])):
        return None  # خطابا يطلب فيه | السماح لوفده بالسفر
    asked = first < limit and (cue.verb.takes_object or cue.verb.addresses)
    if asked and r.words[first - 1] in v.IN_IT and publishing(r, cue.word, cue.form.gender) is not None:
        return None  # نشر الرئيس مقالا دعا فيه | إسرائيل إلى ...
    k = cue.word - 1
    owned = k > 1 and r.words[k] in v.RELATIVE and not v.GIVEN_NAMES.isdisjoint(r.words[max(k - _OWNER, 0) : k])
    if asked and owned and r.words[first - 1] in v.FUNCTION["through_it"]:
        return None  # كلمة حداد التي حذر من خلالها | سكان قريته من أن
    found = noun_phrase(r, first, limit)
    if found is None and first < limit and cue.form.finite and _foreign_name(r, first):
        found = extend(r, first, limit)
    if found is not None and "(" in r.gap[found[0]] and r.words[found[0]] in _ASIDE:
        return None  # يقول (وهو يبتسم) إن، قال (في تصريح صحفي) إن
    if found is not None and (own_words(r.words[found[0]]) or _words_said(r, found) or circumstance(r, *found)):
        return None
    bare = found is not None and found[0] + 1 < limit and r.words[found[0] + 1] in v.LACK
    if found is not None and bare and r.words[found[0]][-1] == "ا":
        return None  # قال طالبا عدم ذكر اسمه
    if found is not None and _to_whom(r, found[0]):
        return None  # whom it is said to (قال للرئيس)
    if found is not None and of_theirs(r, found):
        return None  # توقع | سماعها
    if (
        found is not None
        and not agrees(r, cue, found[0])
        and not ((cue.form.gender == "f" and name_before(r, found[1], found[0])) or is_titular_name(r, *found))
    ):
        return None  # but قالت نقيب الممرضين ليلى سرحان
    if found is not None and is_object(r, cue, found):
        return None
    if found is not None and found[0] > cue.word + 1 and r.words[found[0]] in v.FUNCTION["quantifier"]:
        return None  # دعا في بيان له | كافة الأطراف
    if found is not None and cue.verb.lemma in v.CALLING_ON:
        near = (k for k in range(found[0] + 1, found[1]) if r.words[k][0] == "ب" and called_on(r, k))
        return found[0], next(near, found[1])  # أهابت الوزارة | بملاك العقارات
    if found is not None and (cue.verb.takes_object or cue.verb.addresses):
        end = object_start(r, found, cue.verb.takes_object and cue.verb.sense != "demand")
        return found[0], ascribed_from(r, found) if cue.verb.ascribes and end == found[1] else end
    told = _before_told(r, found[1], limit) if found is not None else limit
    if found is not None and goes_on_to_name(r, found, told):
        return found[0], told
    return found


def _person_at_hand(r: Reading, k: int) -> bool:
    """Whether a definite title stands behind هذا: somebody just mentioned."""
    person = v.heads(r.words[k]) == "title" and r.words[k] not in v.FUNCTION["matter"]  # but هذا الأمر
    return person and not r.stop[k] and r.has_article(k)


def _behind_adverbs(r: Reading, first: int, limit: int) -> int:
    """Where behind a verb its subject may begin: behind to whom, when and how it is said (قالت له، أعلنت أمس | الوزارة)."""
    k = first
    while k < limit and not r.stop[k] and (behind := behind_adverb(r, k)) > k:
        k = behind
    if first < k < limit and r.stop[k] == COMMA and r.words[k - 1] not in v.FUNCTION["at_a_time"] and _named(r, k):
        return k  # أكدت لـ«المرفأ»، | ليلى سرحان مديرة المكتب، أن
    return limit if k > first and (k >= limit or r.stop[k]) else k


def _named(r: Reading, k: int) -> bool:
    """Whether a full name begins at a word, or an honorific before one."""
    if v.is_honorific(r.words[k]):
        return True
    return r.words[k] in v.GIVEN_NAMES and k + 1 < r.size and not r.stop[k + 1] and not r.words[k].startswith("ال")


def behind_adverb(r: Reading, k: int) -> int:
    """One past an adverb or a short adverbial phrase (لـ«المرفأ»، للصحفيين، في بيان لها، في هذا الصدد); `k` where none begins."""
    word = r.words[k]
    if word[0] != "ل" and word not in _ADVERBIAL and k not in r.tanwin:
        return k
    following = r.words[k + 1 : k + 3]
    if word in v.FUNCTION["at_a_time"] and following and following[0] in v.FUNCTION["which_day"]:
        return k + 2  # أمس الأول
    if word in _TO_WHOM or word in v.FUNCTION["at_a_time"] or k in r.tanwin:
        return k + 1
    if word[0] == "ل" and " " in word:
        return k + 1  # قال لبي بي سي
    if word[0] == "ل" and (v.bare(word) in v.FUNCTION["addressee"] or word[1:] in v.FUNCTION["agency"]):
        return k + 1 + (following[:1] != [] and following[0] in v.FUNCTION["agency_rest"])  # لفرانس برس
    if (
        word == "ل"
        and k + 1 < r.size
        and (quoted := r.quoted_at(k + 1)) is not None
        and r.count(quoted) <= _QUOTED_NAME
    ):
        return r.word_at(quoted.end)
    if word == "ل" and "(" in r.gap[k + 1] and ")" in r.gap[min(k + 2, r.size)]:
        return k + 2  # أوضح لـ(المرفأ) | رئيس اللجنة
    if word in v.TRUE_PREPOSITION and following and following[0] in v.FUNCTION["to_whom"]:
        return k + 2  # أعلن من خلاله | الوزير
    if len(following) < 2 or word not in v.FUNCTION["true_preposition", "in"]:
        return k
    if following[0] in v.DEMONSTRATIVE:
        return k + 2 + (following[1].startswith("ال") and not v.heads(following[1]))
    return k + 3 if following[1] in v.FUNCTION["to_whom"] else k


def _foreign_name(r: Reading, k: int) -> bool:
    """Whether a word right behind a verb can be but a name, though it looks like a verb (يورغين) or like ب with a noun (بريان)."""
    word, following = r.words[k], "".join(r.words[k + 1 : k + 2])
    if r.gap[k] != " " or word in forms() or word in v.NOT_JOINED or v.is_function(word, "pronoun"):
        return False
    if verb_shape(word):
        return word[0] != "ف" and not (r.stop[k + 1] or verb_shape(following) or following in COMPLEMENTISERS)
    rest = word[1:]
    known = v.deverbal(rest) or v.heads(rest) or rest in v.OCCASIONS or rest in v.WORDS["manners"]
    if r.written_with_teh(k) or rest.endswith("ه") or (k + 2 < r.size and r.has_article(k + 2)):
        return False  # بدارجة أهل المرسى، بدوره
    return (
        word[0] == "ب"
        and len(word) > 4
        and not (known or r.places(rest) or rest.startswith("ال"))
        and can_go_on(r, k + 1)
    )


def _to_whom(r: Reading, k: int) -> bool:
    """Whether ل is joined to a word: with the article, or before what the text names elsewhere."""
    word = r.words[k]
    if word[0] == "ل" and word.endswith("ي") and word not in v.NOT_JOINED and k + 1 < r.size and r.has_article(k + 1):
        return True  # قال | لمحبي الموسيقى
    if _THEIRS.match(word) and r.carries_pronoun(k):
        return True  # وقال | لمحققيه
    return word.startswith("لل") or (word[0] == "ل" and word not in v.NOT_JOINED and bool(r.places(word[1:])))


def own_words(word: str) -> bool:
    """Whether it is what somebody says rather than who (أنهت | حديثها، كتب | انطباعاته)."""
    if word.endswith(("اته", "اتها")) and v.is_act_plural(word.removesuffix("ها").removesuffix("ه")):
        return True
    if word in v.FUNCTION["talk"]:
        return True
    return word in v.OCCASIONS and word.endswith(("ه", "ها", "هم")) and not v.heads(word)


def of_theirs(r: Reading, span: Range) -> bool:
    """Whether one word with a pronoun is a thing of somebody's (خصمه، مبادراتهم), no person (رئيسها، منتقدوها) and no name."""
    k = span[0]
    word = r.words[k]
    if span[1] - k > 1 or len(word) <= _SUFFIXED or r.has_article(k) or v.heads(word) or word in v.NOT_JOINED:
        return False
    suffix = 2 if v.with_pronoun(word) else int(r.carries_pronoun(k))
    following = r.words[k + 1] if k + 1 < r.size else ""
    family = following[:1] == "ف" and len(following) > _SUFFIXED and following[1:] not in forms()  # مارجريته فيستدر
    if not suffix or family or len(r.places(word)) > 1 or word in v.WORDS["honours"]:
        return False
    known = v.deverbal(word) or word[:-1] in v.OCCASIONS or r.places(word[:-1])
    if suffix == 1 and following in COMPLEMENTISERS and not known:
        return False  # وقال شحاته إن
    of_them = word[:-suffix] in v.FUNCTION["one_of", "quantifier", "quantity", "part", "group"]  # أحدهم، بعضهم
    return not (of_them or word[:-suffix].endswith(("و", "ؤ")))


def _words_said(r: Reading, span: Range) -> bool:
    """Whether one indefinite word says what is said (يضيف | عبارة: ...)."""
    word = r.words[span[0]]
    return span[1] - span[0] == 1 and word in v.OCCASIONS and not (v.heads(word) or r.has_article(span[0]))


def circumstance(r: Reading, start: int, end: int) -> bool:
    """Whether a participle alone tells how it is said (وتابع | مدافعا عن موقفه: ...), rather than who says it."""
    word = r.words[start]
    if end - start > 1 or end >= r.size or not _PARTICIPLE.match(word):
        return False
    named = word in v.GIVEN_NAMES or word in v.PLACES or (len(r.places(word)) > 1 and not v.heads(word))
    return not named and (r.stop[end] == COLON or r.words[end] in v.TRUE_PREPOSITION)


def goes_on_to_name(r: Reading, span: Range, limit: int) -> bool:
    """Whether a title whose attribute a preposition leads to ends in the name (عضو لجنة الرقابة | على الأسعار سامر حداد)."""
    start, end = span
    if end >= limit or v.heads(r.words[start]) != "title":
        return False
    apart = [k for k in range(end, limit) if r.stop[k]]
    if len(apart) == 1 and r.stop[apart[0]] == COMMA and v.is_honorific(r.words[apart[0]]):
        return name_before(r, limit, apart[0])  # مؤسس مبادرة ابتسم الخيرية، د. سامر حداد
    if not apart and v.heads(r.words[end]) == "title" and not (r.has_article(end) or name_before(r, end, start)):
        return noun_phrase(r, end, limit) == (end, limit) and name_before(
            r, limit, end
        )  # رئيس اللجنة | عضو المجلس سامر حداد
    led = v.is_function(r.words[end], "in", "true_preposition")
    led = led or (
        len(apart) == 1 and not any(acts_or_relates(w) or w in COMPLEMENTISERS for w in r.words[end : apart[0]])
    )
    if led and apart and r.stop[apart[-1]] == COMMA and r.stop[limit] in (COMMA, COLON):
        last = apart[-1]  # النائبة في البرلمان، | ليلى سرحان،
        return (_named(r, last) or _name_like(r, last, limit)) and noun_phrase(r, last, limit) == (last, limit)
    if apart or (r.words[end] in v.IN and r.words[end + 1] in v.OCCASIONS):
        return False  # أكد الوزير | في كلمة للمدير سامر حداد أن
    return r.words[end] in v.TRUE_PREPOSITION and name_before(r, limit, end + 1) and not name_before(r, end, start)


def _before_told(r: Reading, first: int, limit: int) -> int:
    """Where a medium that is told stands right before what is said (... سامر حداد | لـ«المرفأ» إن), else `limit`."""
    near = range(limit - 1, max(first, limit - _QUOTED_NAME - 2), -1)
    return next((k for k in near if r.words[k] == "ل" and r.quoted_at(k + 1) is not None), limit)


def _name_like(r: Reading, first: int, limit: int) -> bool:
    """Whether nothing in two or three words between commas tells that they are no name (، راسيل برايس،)."""
    return 1 < limit - first <= NAME and not any(
        r.has_article(k)
        or v.is_function(r.words[k], *_NO_NAME)
        or v.heads(r.words[k])
        or v.deverbal(r.words[k])
        or r.words[k] in v.OCCASIONS
        or v.with_pronoun(r.words[k])
        for k in range(first, limit)
    )


def acts_or_relates(word: str) -> bool:
    """Whether a word is a verb that needs a subject of its own, or opens a relative clause."""
    form = forms().get(word)
    return verb_shape(word) or word in v.RELATIVE or (form is not None and form.finite and not form.verb.weak)
