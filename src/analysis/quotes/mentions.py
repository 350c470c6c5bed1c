"""Mentions: a noun phrase taken apart into titles and name.

Without a model of names, the shape of Arabic noun phrases tells: a title in the construct state takes a complement, a
nationality adjective carries the article, and what is left is the name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import is_titular_name
from analysis.quotes.boundaries import COMMA
from analysis.quotes.namesakes import friend, is_son
from analysis.quotes.namewords import DEFINITE, behind_whole_name, heads_joined, is_definite_act, of_team
from analysis.quotes.naming import find_name
from analysis.quotes.objects import PEOPLE
from analysis.quotes.reading import Range, Reading

_CALLED: Final = v.FUNCTION["called"]
#: What is told by sources and figures has no name (حسابات «المرفأ»).
_SOURCES: Final = v.FUNCTION["source_word"]
#: A name in apposition has at most so many words.
_NAME_WORDS: Final = 4


@dataclass(slots=True)
class Mention:
    """A noun phrase taken apart.

    Attributes
    ----------
    words : list of str
        Folded.
    name : tuple of int or None
        Range of words of the person's name.
    roles : frozenset of str
        Bare words of title, office and nationality.
    head : str
        Bare first word.
    body : bool
        A body, medium or text rather than a person.
    crowd : bool
        Several or unnamed people.
    governed : frozenset of str
        Titles that another one governs: somebody else's (مستشار | وزير الإسكان).
    possessed : str
        A title alone without its pronoun (محاميه: المحامي).
    """

    span: Range
    words: list[str]
    name: Range | None
    roles: frozenset[str]
    head: str
    body: bool
    crowd: bool
    definite: bool
    joined: bool = False
    governed: frozenset[str] = frozenset()
    possessed: str = ""

    def office(self) -> str:
        """The bare first word that is no form of address (معالي | وزير الإسكان)."""
        return next((v.bare(word) for word in self.words if not _is_address(word)), self.head)


def describe(r: Reading, span: Range, joined: bool = False) -> Mention:
    """Take a noun phrase apart into titles and name.

    Parameters
    ----------
    r : Reading
    span : tuple of int
        Range of words.
    joined : bool
        Whether the first word carries the preposition ل, which is no part of it.

    Examples
    --------
    >>> from analysis.quotes.reading import read
    >>> r = read("رئيس بلدية السهل المهندس سامر حداد")
    >>> m = describe(r, (0, r.size))
    >>> r.words[slice(*m.name)]
    ['سامر', 'حداد']
    """
    start, end = span
    words = r.words[start:end]
    if joined:
        words[0] = without_preposition(words[0])
    first, plain, crowd, body, relation, part = _HEADED[words[0]]
    crowd = crowd or words[0][0].isdigit() or words[0] in v.CARDINALS
    crowd = crowd or (first == "" and len(words) > 1 and PEOPLE.search(words[0]) is not None)  # المدافعين عن
    told = first == "" and words[0] in _SOURCES and not any(map(_of_person, words[1:]))
    told = told or (len(words) > 1 and words[0] in v.FUNCTION["latest"])  # آخر إحصاءات المنظمة
    run = None if body or crowd or relation or part or told or _anonymous(r, span) else find_name(r, span, words[0])
    if part and plain not in v.GROUP:
        run = _one_of_them(r, span)
    if relation:
        run = _apposed(r, span) or _of_whom(r, span)
    if not _CALLED.isdisjoint(words[1:-1]):
        run = next(k for k in range(start + 2, end) if r.words[k - 1] in _CALLED), end
    if run is None and first == "title" and not (body or crowd or relation):
        run = _named_at_end(r, span)
    quoted = r.quoted_at(start)
    if first == "" and quoted is not None and r.word_at(quoted.end) >= end:
        run = span  # أعلنت «الساحلي البحري كابيتال»
    if run is None and first == "" and not (crowd or part or told or v.deverbal(words[0])):
        run = _bare_name(r, span)
    if run is None and is_titular_name(r, start, end):
        run = span
    if run is None:
        comma = next((k for k in range(start + 1, end) if r.stop[k]), end)
        titles = words[: comma - start]  # محافظ عدن، كبرى مدن الجنوب
    else:
        titles = words[: run[0] - start] + words[run[1] - start :]
    roles = frozenset().union(*map(_roles, titles))
    definite = words[0].startswith(("ال", "وال"))
    possessed = _possessed(r, start) if len(words) == 1 and first == "title" and not (crowd or body) else ""
    return Mention(span, words, run, roles, plain, body, crowd, definite, joined, _governed(r, span, run), possessed)


def _possessed(r: Reading, k: int) -> str:
    """A title alone without its pronoun (محاميه: المحامي), or nothing where it has none."""
    word = r.words[k]
    suffix = 2 if word.endswith(("ها", "هم")) else int(word[-1] == "ه" and not r.written_with_teh(k))
    if not suffix or r.has_article(k):
        return ""
    stem = v.bare(word[:-suffix])
    tied = stem[:-1] + "ه" if stem.endswith("ت") else stem
    return next((w for w in (tied, stem) if v.heads(w) == "title"), "")


def _governed(r: Reading, span: Range, name: Range | None) -> frozenset[str]:
    """The titles of a mention that stand in the construct behind another title: they are somebody else's."""
    end = name[0] if name is not None else span[1]
    found, within = set(), False
    for k in range(span[0], end):
        word = r.words[k]
        if r.stop[k] or r.has_article(k) or (word[0] == "و" and v.heads(word[1:]) == "title"):
            within = False
        if v.heads(word) != "title" or _is_address(word) or r.has_article(k):
            continue
        if within:
            found.add(word)
        within = True
    return frozenset(found)


def _of_person(word: str) -> bool:
    """Whether a word is a given name or a title."""
    return word in v.GIVEN_NAMES or v.heads(word) == "title"


def _is_address(word: str) -> bool:
    """Whether a title is but a form of address (معالي), no office as well (مستشار)."""
    return v.is_honorific(word) and (word.startswith("ال") or word not in v.ROLES)


def _headed(word: str) -> tuple[str, str, bool, bool, bool, bool]:
    """What the first word tells: what it heads, its bare form; whether a crowd, a body, a relative, one of several."""
    if word[0] == "و" and v.heads(word[1:]) and word not in v.NOT_JOINED:
        word = word[1:]  # ومصادر مستقلة تقول
    first, plain = v.heads(word), v.bare(word)
    body = first in ("body", "medium") and plain not in v.titles("role", "honorific")
    of_many = v.FUNCTION["part", "group", "quantifier", "quantity", "same_person"]  # أحد المصادر، عدد من السكان
    part = word in of_many or plain in of_many
    return first, plain, plain in v.CROWDS, body, plain in v.RELATIONS, part


_HEADED: Final = v.PerWord(_headed)


def _roles(word: str) -> tuple[str, ...]:
    """A word of a title as it is compared: without clitics (لمجموعة الدول is للمجموعة later), a dual as one of two too."""
    led = word[0] == "ل" and not word.startswith("لل") and v.heads(word) == "" and word not in v.NOT_JOINED
    plain = word[1:] if led and len(word) > 3 else v.bare(word)  # القوة الخاصة لأمن الطرق, قوة أمن الطرق later
    if plain.endswith("يه") and plain[:-1] in v.nationalities():
        return plain, plain[:-1]  # وزارة السياحة الفلسطينية, the minister may be called الفلسطيني later
    return (plain, plain[:-2]) if plain.endswith("ان") and v.heads(plain) == "title" else (plain,)


def without_preposition(word: str) -> str:
    """A folded word without the ل before it: لمصدر is مصدر, للوزارة is الوزارة, للجنه is لجنه."""
    return "ال" + word[2:] if word.startswith("لل") and not begins_with_l(word) else word[1:]


def begins_with_l(word: str) -> bool:
    """Whether a noun behind ل begins with ل itself (للجنة); with the article it is written the same."""
    return word.startswith("لل") and v.heads(word[1:]) != "" and not v.heads(word[2:])


def _anonymous(r: Reading, span: Range) -> bool:
    """An indefinite title with a preposition behind it, and no rank: described, not named (مسؤول في الوزارة)."""
    start, end = span
    if end - start < 2 or r.words[start].startswith(DEFINITE) or r.words[start].endswith("نا"):
        return False  # المدير في الميناء، مراسلنا في الميناء
    second = r.words[start + 1]
    if second in v.WITH_AND["governor"] and end - start > 2 and v.is_function(r.words[start + 2], "true_preposition"):
        return True  # مصدر مقرب من سامر حداد
    if any(r.stop[k] == COMMA and v.is_honorific(r.words[k]) for k in range(start + 2, end)):
        return False  # متحدث باسم القوات، العقيد سامر حداد
    return (second in v.PREPOSITION or second == "باسم") and _named_at_end(r, span) is None


def _named_at_end(r: Reading, span: Range) -> Range | None:
    """The name that ends a description, behind a definite word (عضو في الوفد | سامر حداد، نائب عن الساحل | عبد الله حداد)."""
    start, end = span
    for k in range(start + 3, end - 1):
        word, before = r.words[k], r.words[k - 1]
        if (word not in v.GIVEN_NAMES and word != "عبد") or r.has_article(k) or any(r.stop[k:end]):
            continue
        if any(v.heads(word) == "title" for word in r.words[start + 1 : k]):
            return None  # متحدث باسم الرئيس سامر حداد
        whole = r.has_article(k - 1) or before in v.FUNCTION["movement"] or before in v.PLACES
        if whole:
            return (k, end) if not any(map(_ends_name, r.words[k + 1 : end])) else None
    return None


def _ends_name(word: str) -> bool:
    """Whether a word can be no part of a name: it heads another, or is a preposition."""
    if word in v.GIVEN_NAMES:
        return False  # محمد علي سالم
    return heads_joined(word) != "" or word in v.TRUE_PREPOSITION or word in v.IN


def _one_of_them(r: Reading, span: Range) -> Range | None:
    """The name of one of a group (أحد السياح | سامر حداد), from a given name on."""
    start, end = span
    for k in range(start + 2, end - 1):
        if r.words[k] in v.GIVEN_NAMES and not r.stop[k + 1] and not heads_joined(r.words[k + 1]):
            return k, next((j for j in range(k + 2, end) if r.stop[j] or heads_joined(r.words[j])), end)
    return None


def _apposed(r: Reading, span: Range) -> Range | None:
    """The name behind a comma that ends a mention (والد الفتاة، سامر حداد)."""
    start, end = span
    comma = next((k for k in range(start + 1, end) if r.stop[k]), None)
    if comma is None or not 1 < end - comma <= _NAME_WORDS or any(heads_joined(w) for w in r.words[comma:end]):
        return None
    return None if r.has_article(comma) else (comma, end)


def _of_whom(r: Reading, span: Range) -> Range | None:
    """The name behind a relative with a pronoun or the article (صديقه الدكتور | سامر حداد، الزوج | سامر حداد)."""
    start, end = span
    theirs = r.words[start].endswith(("ه", "ها", "هم")) and not r.written_with_teh(start)
    definite = r.words[start].startswith("ال")  # والد is none
    if end - start < 3 or r.stop[start + 1] or not (theirs or definite):
        return None
    if v.heads(r.words[start + 1]):
        return find_name(r, (start + 1, end), r.words[start + 1])
    return _bare_name(r, (start + 1, end)) if r.words[start + 1] in v.GIVEN_NAMES else None


def _bare_name(r: Reading, span: Range) -> Range | None:
    """A mention without a title before it: all of it is the name, up to a comma or a title (الدروبي المدير العام)."""
    start, end = span
    k = start + 1
    given = r.words[start] in v.GIVEN_NAMES
    while k < end and r.stop[k] == 0 and not _goes_no_further(r, k, given):
        k += 1
    return (start, k)


def _goes_no_further(r: Reading, k: int, given: bool) -> bool:
    """Whether a word goes on no name: a title, unless it is ابن, a definite noun of action, behind a given name a body."""
    word = r.words[k]
    if word in v.GIVEN_NAMES or friend(r, k):
        return False
    if is_definite_act(r, k) or behind_whole_name(r, k):
        return True  # وجدد فرحان | التأكيد على، عزا محمد علي حداد | التأخير إلى
    if v.heads(word) == "title":
        return not is_son(r, k)
    return given and v.heads(word) != "" and r.has_article(k)  # وزار محمد علي حداد | الميناء


def without_attributes(r: Reading, span: Range) -> Range:
    """A title-only mention or the name of a body, without honorifics before and attributes behind."""
    start, end = span
    while end - start > 1 and v.is_honorific(r.words[start]) and v.bare(r.words[start]) not in v.ROLES:
        if of_team(r, start + 1):
            break
        start += 1
    if r.words[start] in ("كل", "كلا") and end - start > 2:
        start += 2
    title = v.heads(r.words[start]) == "title"
    for k in range(start + 1, end):
        apart = r.stop[k] == COMMA if title else _one_of(r, k)
        if apart or r.words[k] in v.FUNCTION["belonging"]:
            return start, k
    return start, end


def _one_of(r: Reading, k: int) -> bool:
    """Whether what follows a complete name tells among whom it is (الإمارات | إحدى أكبر الدول، الحزب الاشتراكي | أبرز الحركات)."""
    return r.words[k] in v.FUNCTION["superlative", "part"] and (r.has_article(k - 1) or r.words[k - 1] in v.PLACES)
