"""Namesakes: titles, bodies, texts and places that are names of persons here (سامر خليفة، المحامية بيان سرحان)."""

from __future__ import annotations

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import behind_given_name, can_begin_phrase
from analysis.quotes.boundaries import COMMA
from analysis.quotes.reading import Reading


def named_like_text(r: Reading, k: int, end: int) -> bool:
    """Whether the noun of a body or a text is a given name: behind an honorific, before a family name (المحامية بيان سرحان)."""
    if k == 0 or not v.is_honorific(r.words[k - 1]) or r.stop[k] or r.has_article(k) or k + 1 >= end or r.stop[k + 1]:
        return False
    family = not r.has_article(k + 1) or r.words[k + 1].endswith("ي")  # الدكتورة وحدة الجميلي
    return family and not v.heads(r.words[k + 1]) and can_begin_phrase(r.words[k + 1])


def named_like_place(r: Reading, k: int, end: int) -> bool:
    """Whether the name of a place is a given name here: behind a complete title, before a family name (المستشارة جورجيا ...)."""
    if r.stop[k] or not r.has_article(k - 1) or k + 1 >= end or r.stop[k + 1] or r.has_article(k + 1):
        return False
    following = r.words[k + 1]
    return can_begin_phrase(following) and not (v.heads(following) or following in v.PLACES or v.deverbal(following))


def known_family_name(r: Reading, k: int, end: int) -> bool:
    """Whether the definite word that ends a mention, behind a definite title, stands behind a given name elsewhere (الوزير المرجبي)."""
    if k + 1 != end or r.stop[k] or v.heads(r.words[k - 1]) != "title" or not r.has_article(k - 1):
        return False
    return v.heads(r.words[k]) == "" and bool(behind_given_name(r, r.words[k], k))


def in_apposition(r: Reading, k: int, end: int) -> bool:
    """Whether a definite word behind a comma is a given name: no adjective follows it (مدير المشفى، الخضر منصور)."""
    apart = r.stop[k] == COMMA or r.words[k - 1] in v.PLACES  # مدير الصحة في عدن الخضر منصور
    if not apart or k + 1 >= end or r.stop[k + 1] or r.has_article(k + 1) or v.heads(r.words[k]):
        return False
    if r.words[k + 1] in v.FUNCTION["direction"]:
        return False  # القرية، الواقعة شمال عدن
    return can_begin_phrase(r.words[k + 1]) and not v.heads(r.words[k + 1])


def is_family_name(r: Reading, run: int, k: int) -> bool:
    """Whether the title that ends a name is the family name (صالح بن سعد القاضي)."""
    named = k - run > 1 or r.words[run] in v.GIVEN_NAMES
    if k - run == 1 and run > 0 and v.is_honorific(r.words[run - 1]) and named and r.has_article(k):
        return not r.stop[k]  # الدكتور سامر الزعيم
    family = r.has_article(k) or r.words[k] in v.GIVEN_NAMES or _closes_as_title(r, k)
    if k - run == 1 and r.words[run] in v.GIVEN_NAMES and family and not r.stop[k]:
        return True  # نبيل | الجراح، سامر | خليفة: nobody is told by a given name and an office
    if "بن" in r.words[run:k] and run > 0 and v.is_honorific(r.words[run - 1]) and not r.stop[k]:
        return r.has_article(k)  # المهندس سامر بن سعيد المخرج
    servant = k - run == 2 and r.words[run] == "عبد"  # عبد الباسط الفقيه
    return named and (servant or v.is_honorific(r.words[k])) and r.has_article(k) and not r.stop[k]


def _closes_as_title(r: Reading, k: int) -> bool:
    """Whether a title that is a family name too has nothing behind it that completes it (سامر خليفة, but محمد مفتي القدس)."""
    if r.words[k] not in v.FUNCTION["family_title"]:
        return False
    return k + 1 >= r.size or r.stop[k + 1] > 0 or not (r.has_article(k + 1) or r.words[k + 1] in v.PLACES)


def is_given_name(r: Reading, k: int, end: int) -> bool:
    """Whether a title before the last word is the given name (المتحدث بالمنطقة الشرقية | مساعد غالي): not in the construct."""
    if r.words[k] not in v.GIVEN_NAMES or k + 2 != end or r.stop[k] or v.heads(r.words[k + 1]):
        return False
    if v.is_honorific(r.words[k - 1]):
        return True
    if r.has_article(k + 1) and (v.deverbal(r.words[k + 1][2:]) or r.written_with_teh(k + 1)):
        return False  # مساعد الإدارة
    return r.has_article(k - 1) or (not v.heads(r.words[k - 1]) and r.words[k - 1] not in v.PREPOSITION)


def begins_name(r: Reading, k: int, end: int) -> bool:
    """Whether a given name that is a title too begins a mention, another title behind it (مساعد غالي المتحدث الرسمي)."""
    if r.words[k] not in v.GIVEN_NAMES or k + 2 >= end or r.has_article(k + 1) or v.heads(r.words[k + 1]):
        return False
    return r.has_article(k + 2) and v.heads(r.words[k + 2]) == "title"


def is_also_name(r: Reading, k: int, end: int, alone: bool) -> bool:
    """Whether a title goes on a name (أحمد خليفة، خالد مساعد السهلي): the last word of a name alone, or a given name
    before a family name."""
    if r.words[k].startswith("ال") and k + 2 == end and r.words[k - 1] in v.GIVEN_NAMES and not r.stop[k + 1]:
        following = r.words[k + 1]  # محمد الصديق مرجاني
        return not (r.has_article(k + 1) or v.heads(following)) and can_begin_phrase(following)
    if r.has_article(k) and k + 1 < end and r.words[k - 1] in v.GIVEN_NAMES and v.heads(r.words[k + 1]) == "title":
        return alone and not (r.has_article(k + 1) or r.stop[k + 1] or r.stop[k])  # سامر الخليفة مستشار الرئيس
    if r.has_article(k) or r.words[k][0] == "و":
        return False
    second = r.words[k - 1] in v.GIVEN_NAMES and (k < 2 or r.words[k - 2] not in v.GIVEN_NAMES)
    if _closes_as_title(r, k) and second and not r.stop[k]:
        return True  # سامر خليفة, but سامر حسين مفتي القدس
    if k == end - 1 or r.stop[k + 1] > 0:
        return alone and r.gap[k] == " " and not r.has_article(k - 1)  # but ليلى حداد - كاتبة -
    following = r.words[k + 1]
    if (
        (r.words[k - 1] in v.GIVEN_NAMES or r.words[k] in v.GIVEN_NAMES)
        and v.heads(following) == "title"
        and not (r.has_article(k + 1) or following[0] == "و")
    ):
        return True  # إسماعيل قاضي رئيس اللجنة
    whole = r.has_article(k - 1) and r.words[k - 1] not in v.GIVEN_NAMES  # سامر ناصر الجنيبي | أمين السر
    attribute = (
        k + 2 < r.size and r.has_article(k + 2) and r.words[k + 2].endswith("يه")
    )  # أميت باتان | نجم السينما الهندية
    if whole or attribute:
        return False
    middle = r.words[k] in v.GIVEN_NAMES or (
        r.words[k - 1] in v.GIVEN_NAMES and r.has_article(k - 1) and (k + 2 == end or r.stop[k + 2] > 0)
    )
    return middle and r.has_article(k + 1) and not v.heads(following)  # الباجي قائد السهلي


def friend(r: Reading, k: int) -> bool:
    """Whether a relative with the article is a family name behind a given name (سامر | الصديق)."""
    return k > 0 and r.has_article(k) and v.bare(r.words[k]) in v.RELATIONS and r.words[k - 1] in v.GIVEN_NAMES


def is_son(r: Reading, k: int) -> bool:
    """Whether ابن goes on a name (عبد الإله ابن سرحان), rather than saying what somebody is (ابن المنطقة)."""
    if r.words[k] != "ابن" or r.stop[k] or k + 1 >= r.size:
        return False
    return not r.has_article(k + 1) or r.words[k + 1] in v.GIVEN_NAMES
