"""Which noun phrase behind a verb is its subject, and which its object."""

from __future__ import annotations

import re
from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import behind_given_name, name_before
from analysis.quotes.boundaries import COMMA
from analysis.quotes.cues import Cue
from analysis.quotes.marks import CLOSING
from analysis.quotes.namesakes import is_also_name
from analysis.quotes.reading import Range, Reading
from analysis.quotes.verbs import forms
from analysis.quotes.vocabulary import COMPLEMENTISERS

_OBLIQUE: Final = re.compile("ين$|يه$|يها$|يهم$")
#: A plural with a pronoun, in the accusative.
_THEIRS: Final = re.compile("^م.{2,}ي(ها|هم)$")
#: Participles in the plural before what they are completed by, in the accusative (فاعلي الخير، منسوبي الوزارة).
_THOSE: Final = re.compile("^(?:.ا[^وي].|م..و.)ي$")
#: People in the accusative (ونصح السوريين بـ...، حث المتدربين على): as a subject they would end in ون.
PEOPLE: Final = re.compile("^ال(.+ي|م.{3,})ين$")
#: Longer words in ين or ات with the article are plurals.
_LONG_PLURAL: Final = 7
#: A title in the construct state is complete within so many words.
_CONSTRUCT: Final = 3
#: A given name stands no more words before the end of a name.
_NAME: Final = 5


def is_object(r: Reading, cue: Cue, span: Range) -> bool:
    """Whether a phrase behind a verb is its object: an accusative plural, or whom an elided subject accuses."""
    if not cue.form.finite:
        return False  # behind a verbal noun the subject is oblique as well
    plain = v.bare(r.words[span[0]])
    if cue.verb.urges and span[1] - span[0] == 1 and v.with_pronoun(r.words[span[0]]):
        return True  # وحثت | شركاتها على ...
    if _THEIRS.search(r.words[span[0]]) and r.words[span[0]].rstrip("هام") not in v.ROLES:
        return True  # أوصت مستخدميها
    if (
        _OBLIQUE.search(plain)
        and not r.written_with_teh(span[0])
        and (plain in v.CROWDS or _OBLIQUE.sub("ون", plain) in v.CROWDS)
    ):
        return True
    if cue.verb.sense == "deny" and plain in v.FUNCTION["denied"]:
        return True  # كما نفى | معلومات أخرى
    if (cue.verb.takes_object or cue.verb.addresses) and _those_of(r, span[0]):
        return True  # وناشد | فاعلي الخير
    if not cue.verb.takes_object:
        return False
    named = not v.WORDS["named_bodies"].isdisjoint((r.words[span[0]], " ".join(r.words[span[0] : span[0] + 2])))
    act = plain in v.COMPLEMENT_NOUNS or (v.deverbal(plain) != "" and not v.heads(plain))
    if act and not (named or is_person(r, span)):
        return True  # ووصفت الأنباء بأنها، ووصف استخدام القنابل بأنه
    alone = span[1] - span[0] == 1 and not r.words[cue.word].endswith(("ه", "ها", "هم"))
    if "as" in cue.verb.takes and alone and "".join(r.words[span[1] : span[1] + 1]).startswith(("بان", "بال")):
        return True  # ووصف الخطوة بأنها, but وصفته الصحيفة بأنه
    if cue.verb.ascribes and r.has_article(span[0]) and not v.heads(r.words[span[0]]):
        return True  # وأرجع السبب إلى
    world = v.bare(r.words[span[0]]) in v.FUNCTION["called_on"] and cue.verb.sense == "demand"
    world = world and not (cue.form.gender == "f" and r.written_with_teh(span[0]))  # but دعت الأسرة الدولية
    if world and span[1] - span[0] == 2 and r.words[span[0] + 1] in v.FUNCTION["called_on"]:
        return True  # دعا | المجتمع الدولي إلى التدخل
    many = v.is_crowd(plain) or plain in v.MULTITUDE
    if many and cue.verb.sense == "demand" and r.has_article(span[0]) and _goes_on(r, cue):
        return True  # وأشار إلى أن ...، وطالب | الأطراف بـ...
    if cue.verb.urges and _has_spoken(r, cue) and object_start(r, span) == span[1]:
        return True  # ووصف حداد الأمر بأنه خطير وحث | الرئيس على الحوار
    if cue.verb.urges and many and object_start(r, span) in (span[0] + 1, span[1]):
        return True  # وحث | السكان على ...، وحث | صناع السياسات على ...
    if r.words[span[0]] in v.FUNCTION["deity"] or r.words[span[0]] in v.FUNCTION["everybody", "all_of"]:
        return True
    if cue.form.plural and cue.form.gender != "f" and not (plain in v.CROWDS or plain.endswith("ون")):
        return True  # وطالبوا الوزارة: before its subject a verb is singular
    return _people(r.words[span[0]]) or _people_told_of(r, *span) or _elided_before(r, cue, span)


def is_person(r: Reading, span: Range) -> bool:
    """Whether a noun is a given name here, before a family name (وطالب حسن روحاني الجهات بـ ...)."""
    k = span[0]
    if r.words[k] not in v.GIVEN_NAMES or k + 1 >= span[1] or r.stop[k + 1] or r.has_article(k + 1):
        return False
    return v.deverbal(r.words[k + 1]) == "" and not r.carries_pronoun(k + 1)


def _goes_on(r: Reading, cue: Cue) -> bool:
    """Whether a joined verb goes on a sentence that opens with a verb of reporting in the same gender, its subject elided."""
    first = r.sentence_start(cue.word)
    form = forms().get(r.words[first])
    if not cue.form.joined or r.stop[cue.word] != COMMA or form is None or not form.finite or first + 1 >= cue.word:
        return False
    elided = r.words[first + 1] in COMPLEMENTISERS or r.words[first + 1] in form.verb.takes
    return elided and form.gender == cue.form.gender and form.part == cue.form.part


def _has_spoken(r: Reading, cue: Cue) -> bool:
    """Whether a joined verb goes on a sentence that opens with a verb in the same gender and its subject."""
    first = r.sentence_start(cue.word)
    form = forms().get(r.words[first])
    if not cue.form.joined or form is None or not form.finite or first + 1 >= cue.word:
        return False
    subject = r.words[first + 1] not in COMPLEMENTISERS and r.words[first + 1] not in form.verb.takes
    return subject and (form.gender, form.plural) == (cue.form.gender, cue.form.plural) and first + 2 < cue.word


def _those_of(r: Reading, k: int) -> bool:
    """Whether a word is a plural of people in the accusative, before what it is completed by (فاعلي | الخير)."""
    if not _THOSE.match(r.words[k]) or k + 1 >= r.size or r.stop[k + 1] or not r.has_article(k + 1):
        return False
    return v.heads(r.words[k]) == "" and r.words[k] not in v.GIVEN_NAMES and r.written_with_yeh(k)


def _people_told_of(r: Reading, k: int, end: int) -> bool:
    """Whether an adjective in the accusative follows a definite noun (دعا | الأطباء اليمنيين إلى ...)."""
    people = k + 1 < end and r.has_article(k) and (v.heads(r.words[k]) == "" or v.is_crowd(r.words[k]))
    return people and not r.stop[k + 1] and PEOPLE.search(r.words[k + 1]) is not None


def _elided_before(r: Reading, cue: Cue, span: Range) -> bool:
    """Whether a verb behind إذ has its object right behind it (إذ اعتبر | القرار خطوة), no subject before أن (إذ اعتبر النواب أنه)."""
    if cue.word == 0 or r.words[cue.word - 1] != "اذ":
        return False
    return not (span[1] < r.size and r.words[span[1]] in COMPLEMENTISERS and r.words[span[1]][0] != "ب")


def _people(word: str) -> bool:
    """Whether a word names people in the accusative, also by a longer form in ين alone (ودعا | الفاعلين إلى)."""
    if PEOPLE.search(word):
        return True
    long = len(word) > _LONG_PLURAL and word.startswith("ال") and word.endswith("ين")
    return long and not v.heads(word) and word not in v.PLACES


def object_start(r: Reading, span: Range, judges: bool = False) -> int:
    """Where, behind a subject, the object of its verb begins (دعا الوزير | الحكومة إلى ...); the end if nowhere.

    A definite noun that is no adjective, behind a complete name or definite noun, is another party.
    """
    start, end = span
    for k in range(start + 1, end):
        if k == end - 1 and r.words[k] in v.PLACES and not r.stop[k] and _full_name_before(r, start, k):
            return k  # دعا الرئيس سامر حداد | إثيوبيا إلى
        if k == end - 1 and r.words[k] in v.PLACES and r.words[k - 1].endswith("ون") and not r.stop[k]:
            return k  # اتهم مسؤولون إيطاليون | فرنسا بـ...
        if r.words[k] in v.FUNCTION["one_of"] and not (
            r.stop[k]
            or name_before(r, k, start)
            or r.has_article(k - 1)
            or v.is_function(r.words[k - 1], "true_preposition", "in")
        ):
            return k  # اتهمت مقيمة | أحد المستشفيات
        if r.words[k] in v.FUNCTION["everybody", "all_of"] and not (
            r.stop[k] or v.is_function(r.words[k - 1], "preposition")
        ):
            return k  # حث العميد حداد | الجميع على
        if k == end - 1 == start + 1 and r.words[k] in v.PLACES and not r.stop[k] and _known_name(r, start):
            return k  # طالب حداد | تركيا بـ...
        if r.stop[k] == COMMA and _other_party(r, start, k):
            return k  # دعا المدير سامر حداد، | السكان إلى
        settled = r.words[k - 1] in v.PLACES and k > start + 1 and not r.stop[k]
        if settled and v.heads(r.words[k]) == "body" and not r.has_article(k) and v.is_crowd(r.words[start]):
            return k  # ناشد شيوخ قبائل الساحل | قوات الأمن
        second = k == start + 1 and r.has_article(start) and r.has_article(k) and v.heads(r.words[k]) == "title"
        people = v.is_crowd(r.words[start]) or (k + 1 < end and r.words[start] in v.FUNCTION["state_title"])
        if second and people and not (r.stop[k] or v.is_honorific(r.words[k]) or _agreeing(r.words[k])):
            return k  # ناشد السكان | الوزير، دعا الرئيس | الوزير سامر حداد
        if " " in r.words[k] and v.heads(r.words[k]) == "medium" and k > start + 1 and not r.stop[k]:
            return k  # أخبر أحد المزارعين | سي إن إن
        marked = not CLOSING.isdisjoint(r.gap[k]) and not r.stop[k] and v.heads(r.words[start]) == "body"
        if marked and v.heads(r.words[k]) in ("body", "title") and not r.has_article(k):
            return k  # دعا الاتحاد «أفق» | سلطات الطيران إلى
        of_many = r.words[start] in v.FUNCTION["one_of", "part", "quantifier"] and r.has_article(k - 1)
        if of_many and r.has_article(k) and v.heads(r.words[k]) == "title" and not r.stop[k]:
            return k  # اتهم أحد النواب | الوزير بالتقصير
        judged = (
            judges
            and r.has_article(k - 1)
            and r.written_with_teh(k)
            and not r.has_article(k)
            and v.heads(r.words[k]) in ("", "body")
        )
        noun = v.deverbal(r.words[k]) != "" or r.words[k] in v.OCCASIONS
        noun = noun or (k + 1 < end and r.words[k + 1] in v.PLACES)  # وصف الوزير | سياسة إسرائيل
        if judged and (k > start + 1 or noun) and not r.stop[k] and r.words[k][0] not in "وبلف":
            return k  # وصفت سلمى سرحان مديرة المركز | قاعة الأوبرا بأنها ...
        placed = k - start > 2 and r.words[k - 1] in v.PLACES and r.words[k - 2] in v.IN
        party = (
            v.heads(r.words[k]) == "title"
            and r.has_article(k)
            and not (v.is_honorific(r.words[k]) and r.has_article(start))
        )
        if placed and party and not r.stop[k]:
            return k  # اتهم مسؤول سابق في الفاتيكان | البابا
        office = v.heads(r.words[start]) == "title" and not v.is_honorific(r.words[start])
        if (
            office
            and v.heads(r.words[k]) == "title"
            and not (r.has_article(k) or r.stop[k])
            and name_before(r, k, start + 2)
            and not is_also_name(r, k, end, r.has_article(k - 2))
        ):
            return k  # أبلغ وزير الدفاع سامر حداد | رئيس البلدية أن
        if v.with_pronoun(r.words[k - 1]) and v.heads(r.words[k]) == "title" and not (r.has_article(k) or r.stop[k]):
            return k  # ناشد والد الطفلة ووالدتها | أمير المنطقة
        relative = k > start + 1 and r.words[start] in v.RELATIONS and r.has_article(k - 1) and not r.stop[k]
        if relative and v.heads(r.words[k]) == "title" and r.words[k][0] != "و" and not r.has_article(k):
            return k  # ناشد والد الطفلة | أمير المنطقة
        plain = r.words[k][0] not in "بلو" or r.words[k] in v.WORDS["bodies"] or r.words[k] in v.WORDS["body_kinds"]
        indefinite = plain and not (r.has_article(k) or r.stop[k] or v.is_honorific(r.words[k - 1]))
        if r.has_article(k - 1) and indefinite and v.heads(r.words[k]) == "body":
            return k  # اتهم المصدر | حزب الله، دعا الحسني | قيادة الحزب
        of_body = v.heads(r.words[start]) == "body" and k > start + 1 and v.heads(r.words[k]) == ""
        if r.has_article(k - 1) and indefinite and of_body and r.written_with_teh(k):
            return k  # حذرت الأمم المتحدة | دولة الجزر من
        if r.words[k][0] not in "ابلو" and r.carries_pronoun(k) and _may_be_theirs(r, start, k):
            return k  # اتهم حداد | خصمه
        if not r.has_article(k) or r.words[k][0] != "ا" or r.stop[k]:
            continue
        if (
            k == end - 1 > start + 1
            and v.is_crowd(r.words[start])
            and r.has_article(k - 1)
            and v.heads(r.words[k]) == "title"
        ):
            return k  # ناشد أهالي القرية | الوزير
        called_on = v.FUNCTION["called_on"]
        if k + 1 < end and v.bare(r.words[k]) in called_on and r.words[k + 1] in called_on and not _in_construct(r, k):
            return k  # طالب حداد | المجتمع الدولي
        if not v.IN_NAME.isdisjoint(r.words[k - 1 : k + 1]):
            continue  # سامر آل الزين
        before, word = r.words[k - 1], r.words[k]
        heads = v.heads(word)
        heading = v.heads(before) or (before[0] == "ل" and v.heads(before[1:]))  # المتحدث الرسمي لمديرية | الدفاع
        construct = (heading and not r.has_article(k - 1)) or before == "باسم" or completes(r, start, k)
        construct = (
            construct or before in v.FUNCTION["one_of", "part", "quantifier", "group"]
        )  # أحد | المهندسين، آلاف | الإيطاليين
        if before.endswith("ون") and heads == "body" and not construct:
            return k  # طالب المواطنون | البلدية
        if construct or word.endswith(("ي", "يه")) or before in v.PREPOSITION:
            continue
        act = k == start + 1 and heads == "" and not (r.has_article(start) or _is_noun(r.words[start]))
        if act and v.deverbal(v.bare(word)) == "listed" and not behind_given_name(r, word, k):
            return k  # وصف لانكر | الهجوم
        alone = (
            k == start + 1 and r.has_article(start) and v.heads(r.words[start]) == "body"
        )  # أخبرت الشركة | السيد حداد
        named = heads == "title" and k + 1 < end and not r.has_article(k + 1) and (alone or not v.heads(r.words[start]))
        if named or heads in ("body", "medium") or v.bare(word) in v.CROWDS or word.endswith(("ين", "ات")):
            return k
        if word in v.FUNCTION["of_rank"]:
            continue  # دعا الأمين العام إلى
        adjective = r.has_article(k - 1) and before.endswith(("ي", "يه"))
        if k == end - 1 and r.has_article(start) and adjective and heads == "":
            return k  # وصف المركزي الأمريكي | الاقتصاد بأنه
        ranked = v.is_honorific(r.words[start])  # وحذر الدكتور المسند من
        if k == start + 1 and r.has_article(start) and k == end - 1 and heads == "" and not ranked:
            return k  # وصف الكرملين | الاتصال
    return end


def _agreeing(word: str) -> bool:
    """Whether a title may be an adjective of the people before it (السكان | المحليين)."""
    return word.endswith(("ي", "يه", "ون", "ين", "ات")) or v.is_crowd(word)


def called_on(r: Reading, j: int) -> bool:
    """Whether ب leads to those called on, not to what they shall do (أهاب بالسكان, not بضرورة التعاون)."""
    noun = v.bare(r.words[j][1:])
    if r.words[j][1:] in v.FUNCTION["quantifier"] and j + 1 < r.size:
        noun = v.bare(r.words[j + 1])  # بجميع | السكان
    return v.is_crowd(noun) or v.heads(noun) != "" or (v.deverbal(noun) == "" and noun not in v.COMPLEMENT_NOUNS)


def _known_name(r: Reading, k: int) -> bool:
    """Whether one word is the family name of somebody whom the text names in full."""
    if v.heads(r.words[k]) or v.deverbal(r.words[k]):
        return False
    return any(at and r.words[at - 1] in v.GIVEN_NAMES and not r.stop[at] for at in r.places(r.words[k]))


def _other_party(r: Reading, start: int, k: int) -> bool:
    """Whether behind a person and a comma stand a body or people that do not tell who that person is."""
    person = v.heads(r.words[start]) == "title" and not v.is_crowd(r.words[start])
    if not person or not name_before(r, k, start):
        return False
    word = r.words[k]
    many = r.has_article(k) and (
        v.is_crowd(word) or v.bare(word) in v.FUNCTION["called_on"] or PEOPLE.search(word) is not None
    )
    return many or (v.heads(word) == "body" and word[0] not in "وبل") or word in v.FUNCTION["everybody", "all_of"]


def _may_be_theirs(r: Reading, start: int, k: int) -> bool:
    """Whether a word like a noun with a pronoun stands behind a name: no part of it, and completed by nothing before."""
    word, before = r.words[k], r.words[k - 1]
    if r.stop[k] or word in v.GIVEN_NAMES or word.endswith("الله") or v.is_function(before, "preposition", "son"):
        return False
    return not v.heads(before) and (k == start + 1 or r.words[k - 2] in v.GIVEN_NAMES)


def _is_noun(word: str) -> bool:
    """Whether a word is known as a noun, a title or a body, or a part of a name that another follows."""
    known = v.heads(word) or v.deverbal(word) or word in v.OCCASIONS
    return bool(known) or word in v.FUNCTION["event", "in_name", "part", "quantifier", "preposition"]


def _in_construct(r: Reading, k: int) -> bool:
    """Whether a noun before a word takes it as its complement (ممثلو | المجتمع الدولي)."""
    return v.heads(r.words[k - 1]) != "" and not r.has_article(k - 1)


def _full_name_before(r: Reading, start: int, k: int) -> bool:
    """Whether given and family name stand before a word."""
    near = any(r.words[j] in v.GIVEN_NAMES for j in range(max(start, k - _NAME), k - 1))
    return near and not (r.stop[k - 1] or v.heads(r.words[k - 1]))


def ascribed_from(r: Reading, span: Range) -> int:
    """Where, behind the subject of a verb such as عزا, what is put down to something begins; the end if nowhere."""
    start, end = span
    for k in range(start + 1, end):
        word, after_definite = r.words[k], r.has_article(k - 1)
        if r.stop[k] == COMMA and v.deverbal(v.bare(word)):
            return k  # أرجع الوزير، | التأخير إلى
        if r.stop[k] or v.heads(word) or word.endswith(("ي", "يه")) or word in v.SAME:
            continue
        if v.deverbal(word) or (after_definite and r.has_article(k) and v.heads(r.words[k - 1]) != "title"):
            return k
        if word in v.FUNCTION["cause"] and (after_definite or k > start + 1):
            return k  # وعزت الشركة | سبب الخسارة إلى، وأرجع المدير نوفرين كابسيتار | سبب التراجع إلى
        if after_definite and r.words[k - 1].endswith("يه") and word not in v.GIVEN_NAMES:
            return k  # المسؤولة الأممية | وفاة الأطفال
    return end


def completes(r: Reading, start: int, k: int) -> bool:
    """Whether the first definite word behind a title in the construct state completes it (مدير شؤون | المعلمين)."""
    if v.heads(r.words[start]) != "title" or k - start > _CONSTRUCT:
        return False
    return not any(r.has_article(j) or r.words[j] in v.GIVEN_NAMES for j in range(start, k))


def is_judged(r: Reading, k: int, end: int) -> bool:
    """Whether what follows a verb that always has an object is that object: ب with a noun follows, and its subject is elided."""
    form = forms().get(r.words[k])
    judges = form is not None and form.finite and form.joined and form.verb.takes_object and form.verb.sense == "say"
    if not judges or end >= r.size or r.stop[end]:
        return False
    return r.words[end][0] == "ب" and r.words[end] not in v.NOT_JOINED and r.words[end] not in COMPLEMENTISERS
