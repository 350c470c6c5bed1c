"""Words of a name: whether one begins it, goes on it, ends it, or stands in none."""

from __future__ import annotations

import re
from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import behind_given_name, future_shape, verb_shape
from analysis.quotes.boundaries import COLON, COMMA
from analysis.quotes.reading import Reading
from analysis.quotes.verbs import first_person, forms

DEFINITE: Final = ("ال", "وال", "بال", "لل")
_LONG_VOWELS: Final = re.compile("[اوي]")
#: Names that may be written with other long vowels have so many letters and so many consonants.
_VARIED: Final = 5
_CONSONANTS: Final = 4
#: Longer words in ين with the article are plurals.
_MANY: Final = 6
#: What links a name to the one before it (بن، آل), or is part of a name of two words (عبد، أبو).
_LINKS: Final = v.FUNCTION["son"] | v.NAME_PARTICLES
#: A name with ل joined to it has more letters.
_JOINED: Final = 4
#: Between a verb of saying and its clause stand so many words.
_REACH: Final = 16
_SAYING: Final = ("say", "write", "opinion")


def spelt_alike(name: str, other: str) -> bool:
    """Whether two folded names are one, written with other long vowels within.

    Examples
    --------
    >>> spelt_alike("بينيتيز", "بنيتيز"), spelt_alike("ابراهيم", "ابراهيمي")
    (True, False)
    """
    if min(len(name), len(other)) < _VARIED or (name[0], name[-1]) != (other[0], other[-1]):
        return False
    if abs(len(name) - len(other)) != 1 or {name, other} <= v.GIVEN_NAMES:
        return False  # منصوري, مناصري؛ سلمان, سليمان
    consonants = _LONG_VOWELS.sub("", name)
    return len(consonants) >= _CONSONANTS and consonants == _LONG_VOWELS.sub("", other)


def heads_joined(word: str) -> str:
    """What a word heads, also with a preposition joined to it (لمصدر)."""
    if word in v.GIVEN_NAMES and not v.heads(word):
        return ""  # بدور
    return v.heads(word) or (v.heads(word[1:]) if word[0] in "بل" and len(word) > 3 else "")


def is_scholar(r: Reading, k: int) -> bool:
    """Whether a word, more often the world, is a scholar's title here (عالم الآثار)."""
    told = r.words[k] in v.FUNCTION["scholar"] and k + 1 < r.size and not r.stop[k + 1]
    return told and r.words[k + 1] in v.FUNCTION["science"]


def on_behalf(r: Reading, k: int) -> bool:
    """Whether باسم says for whom somebody speaks (الناطق باسم الحركة), and is no given name (المدرب باسم سرحان)."""
    if k + 1 >= r.size or r.stop[k + 1] or r.gap[k + 1] != " ":
        return True
    word = r.words[k + 1]
    spokesman = not v.FUNCTION["official"].isdisjoint(map(v.bare, r.words[max(k - 2, 0) : k]))
    if spokesman or v.heads(word) in ("body", "medium") or v.is_crowd(word) or word in v.PLACES:
        return True
    return r.has_article(k + 1) and v.heads(r.words[k - 1]) != "title"


def _of_father(r: Reading, k: int) -> bool:
    """Whether a word behind a given name is a family name in بو or با (حسين بوزيدة، محمد باجودة)."""
    word = r.words[k]
    return (
        word[:2] in ("بو", "با") and r.words[k - 1] in v.GIVEN_NAMES and not (v.heads(word[1:]) or v.deverbal(word[1:]))
    )


def nisba(r: Reading, k: int, role_seen: bool) -> bool:
    """An indefinite adjective right after an indefinite title (مسؤول أمريكي)."""
    if not role_seen or k == 0:
        return False
    word, before = r.words[k], r.words[k - 1]
    if word in v.GIVEN_NAMES and word not in v.nationalities():
        return False  # رئيستها سلمى سرحان
    adjective = word.endswith(("ي", "يه", "يون", "يين")) and word not in forms()
    if not adjective or before.startswith(DEFINITE) or v.is_honorific(before):
        return False
    return heads_joined(before) == "title" or nisba(r, k - 1, role_seen)


def of_team(r: Reading, k: int) -> bool:
    """Whether an adjective tells that الفريق is a team, no rank (الفريق الطبي)."""
    if r.words[k - 1] not in v.FUNCTION["team"] or not r.has_article(k) or behind_given_name(r, r.words[k], k):
        return False
    return r.words[k].endswith(("ي", "يه")) or r.words[k] in v.FUNCTION["of_rank"]


def possessed(r: Reading, k: int) -> bool:
    """Whether a title carries a pronoun (قائدتهن، مديرها): nothing completes it."""
    word = r.words[k]
    if word.endswith(("ها", "هم", "هن")):
        return v.heads(word[:-2]) != "" or v.heads(word[:-3] + "ه") != ""
    if word[-1] != "ه" or r.written_with_teh(k):
        return False
    return "title" in (v.heads(word[:-1]), word[-2] == "ت" and v.heads(word[:-2] + "ه"))  # مديره، محاميته


def _never_names(word: str) -> bool:
    """Whether a word is known as no name: the first person of a verb, a function word."""
    if word[0].isdigit():
        return True
    if word[0] == "ف" and len(word) > 3 and verb_shape(word[1:]) and word not in v.NOT_JOINED:
        return True  # فيجد
    if word in v.FUNCTION["in_whose_name"]:
        return True  # المتحدث الرسمي | باسمها
    if word.startswith("لل") and word not in v.NOT_JOINED:
        return True  # المفتي | للشباب
    if word[0] == "ب" and word[1:] in v.WORDS["manners"]:
        return True  # وزير التعليم | بشكل منتظم
    return (
        word in first_person()
        or word in v.CARDINALS
        or word in v.FUNCTION["what", "no_subject", "auxiliary", "naming", "amount", "one_of", "direction"]
    )


_NEVER_NAMES: Final = v.PerWord(_never_names)


def no_name(r: Reading, k: int, first: bool) -> bool:
    """Whether a word looks like a verb or a noun of action; what is first in its mention, or stands behind a comma in
    apposition, may be a foreign name."""
    word = r.words[k]
    if word in v.GIVEN_NAMES:
        return False  # بدور
    if k in r.tanwin or (_NEVER_NAMES[word] and (word != "باسم" or on_behalf(r, k))):
        return True
    act = (
        v.deverbal(word)
        or is_bare_object(r, k)
        or (word[0] in "بل" and v.deverbal(word[1:]) and word not in v.NOT_JOINED)
    )
    if word[0] in "بل" and word not in v.NOT_JOINED and _before_hamza(r, k):
        return True  # أشاد المدرب التونسي | بأداء فريقه
    return (verb_shape(word) and not (first or r.stop[k])) or bool(act)


def ends_name(r: Reading, k: int) -> bool:
    """Whether a word cannot go on a name: a preposition, a second name after و, a purpose (لإبلاغه)."""
    word = r.words[k]
    if word in v.FUNCTION["also_name"] and r.written_with_yeh(k):
        return False
    if word[0].isdigit():
        return True
    family = word in v.FUNCTION["family_day"] and r.words[k - 1] in v.GIVEN_NAMES  # سامر الخميس
    goes_on = k + 1 < r.size and not r.stop[k + 1] and r.words[k + 1] not in v.COMPLEMENTISERS
    many = goes_on and word in v.MULTITUDE  # but سامر زوار
    if many or (word in v.FUNCTION["part", "at_a_time", "turn_word"] and not family) or is_bare_object(r, k):
        return True  # سامر حداد | أحد كبار المستثمرين، سامر حداد | بدوره
    apart = k + 1 >= r.size or r.gap[k + 1] != " "
    plain = v.bare(word)
    foreign = word.startswith("بال") and not (v.heads(plain) or v.deverbal(plain) or plain in v.OCCASIONS)
    purpose = word[0] == "ل" and word not in v.NOT_JOINED and r.written_with_teh(k)  # محمد بن سلمان | لعملية «التطهير»
    if (
        apart
        and not purpose
        and r.words[k - 1] in v.GIVEN_NAMES
        and (foreign or not (r.has_article(k) or v.is_act_plural(word)))
    ):
        return False  # غسان حق -نائب المتحدث، بيتر بالدوسن، الرئيس
    if word not in v.GIVEN_NAMES and (word in v.OCCASIONS or v.deverbal(word) or v.is_act_plural(word)):
        return True  # the object (وصفت ليلى سرحان كلام الوزير)
    if is_definite_act(r, k) and (r.words[k - 1] in v.GIVEN_NAMES or not v.heads(r.words[k - 1])):
        return True  # جدد فرحان | التأكيد على ...
    if verb_shape(word) and k + 1 < r.size and is_bare_object(r, k + 1):
        return True  # سامر | يعي تماما
    foreign_first = verb_shape(r.words[k - 1]) or r.words[k - 1] in v.WORDS["foreign_names"]  # يفغيني سيروف
    future = future_shape(word) and word not in v.GIVEN_NAMES and not foreign_first
    if future and k > 1 and not v.heads(r.words[k - 2]) and r.stop[k - 1] == 0:
        return True  # سامر حداد | سيبقى, but الدكتور نيتين سيتوهل
    if word in v.PAST and word[-1] == "ت" and whole_name(r, k):
        return True  # بحضور سامر حداد | عقدت اللجنة
    form = forms().get(word)
    if form is not None and form.part == "participle" and form.gender == "f" and whole_name(r, k):
        return True  # وكتبت ليلى سرحان | معلقة على الصورة
    if form is not None and form.finite:
        if form.gender == "f" or form.part == "present":
            return True
        goes_on = k + 1 < r.size and r.words[k + 1] not in v.COMPLEMENTISERS  # but سمير بشر إن
        if goes_on and not v.heads(r.words[k - 1]) and word not in v.GIVEN_NAMES and len(r.places(word)) == 1:
            return True  # الوزير سامر حداد | وصف الخطة, but الطيب لوح، وقال لوح
    if v.with_pronoun(word) or behind_whole_name(r, k):
        return True  # her question, سامر حداد | ألبومه
    if v.is_function(word, "preposition") or word in v.SAME or word.startswith(("بال", "لل", "وال")):
        return True
    if k + 1 < r.size and r.words[k + 1] == "الله" and r.gap[k + 1] == " ":
        return False  # سامر | وديعة الله
    if word[0] == "و" and len(word) > 3 and word not in v.NOT_JOINED:
        known = word[1:] in v.GIVEN_NAMES or v.heads(word[1:]) or r.places(word[1:])
        one_of = k + 1 < r.size and r.words[k + 1] in v.FUNCTION["one_of"]
        if (one_of or r.words[k - 1] in v.WORDS["foreign_names"]) and not known:
            return False  # سوزان ورمال، دان ويرسن | أحد مستشاري الشركة
        alone = k > 1 and r.words[k - 1] in v.GIVEN_NAMES and r.words[k - 2] in forms()
        if alone and not known and (apart or r.words[k + 1] in v.COMPLEMENTISERS):
            return False  # وقال سامر واصفي إن
        whole = k > 1 and not v.heads(r.words[k - 2]) and r.words[k - 2] not in forms()
        return len(word) < 6 or bool(r.places(word[1:])) or whole
    if word[0] not in "بل" or word in v.NOT_JOINED or _of_father(r, k):
        return False
    if told_whom(r, k):
        return True  # السيسي | لميركل
    apposed = r.words[k - 1] in v.GIVEN_NAMES and r.stop[k - 1] == COMMA and k + 1 < r.size and r.stop[k + 1] == COMMA
    if apposed and not (v.deverbal(word[1:]) or v.heads(word[1:])):
        return False  # مدير المنتخب، إيهاب لهيطة، قال
    act = word not in v.GIVEN_NAMES and (
        v.deverbal(word[1:]) in ("own", "listed") or (word[0] == "ب" and _names_saying(word[1:]))
    )  # | لاعتداء
    return _before_hamza(r, k) or r.written_with_teh(k) or act  # لإبلاغه، بأداء، برقية


def _is_verb(r: Reading, k: int) -> bool:
    """Whether what is known as a verb stands behind a whole name (سامر حداد | يعمل)."""
    return r.words[k] in v.COMMON_VERBS and not r.written_with_teh(k)


def told_whom(r: Reading, k: int) -> bool:
    """Whether ل is joined to an unknown name behind a family name: the text has neither elsewhere, or the name alone."""
    word, before = r.words[k], r.words[k - 1]
    if word[0] != "ل" or len(word) <= _JOINED or word in v.GIVEN_NAMES or word.startswith("لل") or r.stop[k]:
        return False
    if r.has_article(k - 1) and before[-1] != "ي" and not (k > 1 and r.words[k - 2] in v.GIVEN_NAMES):
        return False  # الخضر لصوري
    whole = not (
        before in v.GIVEN_NAMES or before in v.WORDS["foreign_names"] or before in v.IN_NAME or v.heads(before)
    )
    return whole and (len(r.places(word)) == 1 or r.places(word[1:]) != [])


def _names_saying(word: str) -> bool:
    """Whether a word is a noun of saying, or a verb of the past that may be one (طلب)."""
    form = forms().get(word)
    return form is not None and form.part in ("masdar", "past") and not form.joined


def _owned(r: Reading, k: int) -> bool:
    """Whether a noun with somebody's pronoun stands behind a whole name: the text has it elsewhere without (الألبوم)."""
    if not r.carries_pronoun(k) or r.words[k] in v.FUNCTION["deity"]:
        return False
    stem = r.words[k][:-1] if r.words[k][-1] == "ه" else r.words[k][:-2]
    nouns = (stem, stem[:-1] + "ه") if stem.endswith("ت") else (stem,)
    known = any(noun in v.COMMON_NOUNS or noun in v.OCCASIONS or v.deverbal(noun) == "listed" for noun in nouns)
    following = r.words[k + 1] if k + 1 < r.size and r.has_article(k + 1) else ""
    if known or (
        following and not (following.startswith("لل") or following.endswith(("ي", "يه")) or v.heads(following))
    ):
        return True  # سامر حداد | حزنه العميق، سامر حداد | رضاه التام
    return len(stem) > 2 and r.places(stem, (stem, "ال" + stem, "لل" + stem, "بال" + stem)) != []


def behind_whole_name(r: Reading, k: int) -> bool:
    """Whether a word goes on no name, because the one before it is complete: what its bearer owns, acts on or does."""
    return whole_name(r, k) and (acts_on(r, k) or ((_owned(r, k) or _is_verb(r, k)) and not says_clause(r, k)))


def says_clause(r: Reading, k: int) -> bool:
    """Whether the verb of saying before a name has its clause behind it, or what it tells, so that what stands between is no object (قال سامر بن فضل البحر في بيان إن)."""
    first = max(k - _REACH, r.sentence_start(k))
    verb = next((forms()[w] for w in reversed(r.words[first:k]) if w in forms()), None)
    if verb is None or not verb.finite or verb.verb.sense not in _SAYING or verb.verb.addresses:
        return False
    told = r.words[k + 1] if k + 1 < r.size and r.stop[k + 1] <= COMMA else ""
    if (told in v.COMPLEMENT_NOUNS and r.has_article(k)) or (r.stop[k + 1] and v.deverbal(told)):
        return True  # أكد سامر محمد النخيل ضرورة التعاون، سامر محمد الفقير، استلام المشروع
    for at in range(k, min(k + _REACH, r.size)):
        if r.stop[at] >= COLON or r.words[at] in v.COMPLEMENTISERS:
            return r.stop[at] <= COLON
        form = forms().get(r.words[at])
        if form is not None and at > k and (form.finite or r.stop[at] == COMMA):
            return False  # another cue (، مشيرا إلى أن)
    return False


def acts_on(r: Reading, k: int) -> bool:
    """Whether a noun behind a whole name is what its bearer acts on (وصف سامر حداد | اللقاء بالمثمر، هنأ سامر حداد | اللاعبين)."""
    word = r.words[k]
    if not whole_name(r, k) or word.endswith("ي") or behind_given_name(r, word, k) or word.startswith("وال"):
        return False
    following = r.words[k + 1] if k + 1 < r.size else ""
    if says_clause(r, k):
        return False  # وأكد سامر بن فضل البار أن
    if not r.has_article(k):
        goes_on = following != "" and not r.stop[k + 1] and v.heads(following) == ""
        return word in v.COMMON_NOUNS and (r.written_with_teh(k) or goes_on)  # عزز سامر حداد | فكرة رحيله
    if v.bare(r.words[k - 1]) in v.RELATIONS:
        return False  # عائشة أم المؤمنين
    plain = v.bare(word)
    if word in v.FUNCTION["everybody"] or plain in v.COMMON_NOUNS:
        return True  # شكر سامر حداد | الجميع، افتتح الأمير سامر بن كامل | الجلسة
    many = v.is_crowd(word) or (len(word) > _MANY and word.endswith("ين"))
    return many or plain in v.OCCASIONS or v.deverbal(plain) in ("listed", "shaped")


def whole_name(r: Reading, k: int) -> bool:
    """Whether a given name and another, or a chain of them, stand before a word that is none (سامر حداد، سامر بن كامل آل سرحان)."""
    if k < 2 or r.stop[k] or r.words[k] in v.GIVEN_NAMES or v.heads(r.words[k]):
        return False
    if r.words[k - 1] in _LINKS or v.heads(r.words[k - 1]):
        return False  # سامر بن | فضل، سامر حسن قائد | عملية المرفأ
    last = k - 1
    while last > 1 and r.words[last - 1] in _LINKS and not r.stop[last]:
        last -= 1
    servant = last > 1 and r.words[last - 2] == "عبد"  # عبد الله حداد
    given = r.words[last - 1]
    if r.stop[last] or v.is_honorific(r.words[last]) or r.words[last].startswith("لل"):
        return False  # جامعة الأمير فيصل، د. | عواطف حداد، مركز الملك فيصل للإغاثة
    known = given in v.GIVEN_NAMES and (last < k - 1 or not v.heads(given))  # but أمين مجلس ...
    known = known and (given not in v.FUNCTION["also_name"] or r.written_with_yeh(last - 1))  # but على الوكالة ...
    return servant or (known and not (given == "باسم" and on_behalf(r, last - 1)))


def may_be_bare_object(word: str) -> bool:
    """Whether a word has the accusative's alif, and is no name."""
    return word[-1] == "ا" and len(word) > 3 and word not in v.GIVEN_NAMES and word not in v.PLACES


def is_bare_object(r: Reading, k: int) -> bool:
    """Whether a word is an object without the article: a noun of action (هجوما), or one before its adjective (جدلا واسعا)."""
    word = r.words[k]
    if not may_be_bare_object(word):
        return False
    before = r.words[k - 1] if k else ""
    if before[-1:] == "ا" and not (before in v.GIVEN_NAMES or before in v.PLACES):
        return False  # لكن مصدرا سياسيا قال
    if v.deverbal(word[:-1]) or word in v.ADVERB:
        return True
    following = r.words[k + 1] if k + 1 < r.size and r.gap[k + 1] == " " else ""
    return following in v.FUNCTION["such"] and following not in v.GIVEN_NAMES


def is_definite_act(r: Reading, k: int) -> bool:
    """Whether a word is a noun of action with the article that a preposition goes on (التأكيد على), no name (الحسن): it comes but once."""
    word = r.words[k]
    if word in v.GIVEN_NAMES or not r.has_article(k) or not leads_on(r, k) or len(r.places(word)) > 1:
        return False
    return v.deverbal(word[2:]) in ("own", "listed")


def leads_on(r: Reading, k: int) -> bool:
    """Whether a preposition, or ب with a noun of action, stands behind a word (التأكيد | على، البدء | بإعادة)."""
    following = r.words[k + 1] if k + 1 < r.size else ""
    joined = following[:1] == "ب" and v.deverbal(following[1:]) != ""
    return joined or following in v.FUNCTION["true_preposition", "with"]


def _before_hamza(r: Reading, k: int) -> bool:
    """Whether the second letter of a word is an alif with its hamza: what stands before it is joined."""
    at = r.folded.offset(r.start[k])
    return r.folded.original[at + 1 : at + 2] in ("إ", "أ")
