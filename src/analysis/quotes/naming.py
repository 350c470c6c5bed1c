"""Which words of a noun phrase are the name: what no title, complement or adjective accounts for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import behind_given_name, closes_name, is_grade
from analysis.quotes.boundaries import COMMA
from analysis.quotes.namesakes import (
    begins_name,
    friend,
    in_apposition,
    is_also_name,
    is_family_name,
    is_given_name,
    is_son,
    known_family_name,
    named_like_place,
    named_like_text,
)
from analysis.quotes.namewords import (
    DEFINITE,
    ends_name,
    heads_joined,
    is_scholar,
    nisba,
    no_name,
    of_team,
    on_behalf,
    possessed,
)
from analysis.quotes.reading import Range, Reading
from analysis.quotes.verbs import forms

#: A mark within a mention ends a name.
_MARKS: Final = frozenset('"«»“”()')
#: Names that look like a noun with ل or ب have so many letters.
_SHORT: Final = 4


def find_name(r: Reading, span: Range, head: str) -> Range | None:
    """The words that no title, complement or adjective accounts for: the name.

    The run right after an honorific is taken before others, then a given name behind a comma, then the first of two words
    or more, then the first.
    """
    runs = list(_runs(r, span))
    if not head.startswith(DEFINITE) and v.heads(head):
        runs = [run for run in runs if run[1] - run[0] > 1 or run[2] or _last_name(r, run, span[1])]
    runs = [
        _without_place(r, run)
        for run in runs
        if not _purpose(r, run)
        and not _namesake(r, run)
        and not _placed(r, run)
        and not _adjectives(r, run)
        and _follows_title(r, run, span[0])
        and not _predicate(r, run)
        and not _verb(r, run)
        and not _is_thing(r, run)
    ]
    full = any(end - start > 1 for start, end, _ in runs)
    for start, end, honoured in runs:
        if honoured and not (full and end - start == 1 and r.has_article(start)):  # مورين السفير الكندي
            return start, end
    apart = next((run for run in runs if r.stop[run[0]] and r.words[run[0]] in v.GIVEN_NAMES), None)
    if apart is not None:
        return apart[:2]  # المدير بجهة بني سهيل السفلى، سامر حداد
    last = runs[-1] if runs else (0, 0, False)
    if last[1] == span[1] and last[1] - last[0] > 2 and _has_given_name(r, last) and not _has_given_name(r, runs[0]):
        return last[:2]  # المكلف بقضايا الفساد في البلاد | كامل عبدالله حداد
    runs.sort(key=lambda run: (run[1] - run[0] < 2, run[0]))
    return runs[0][:2] if runs else None


def _family_title(r: Reading, k: int) -> bool:
    """Whether a title right behind an honorific stands elsewhere behind a given name: the family name (الأستاذ | المرشد)."""
    if r.stop[k] or not (r.has_article(k) and v.is_honorific(r.words[k - 1])) or v.is_honorific(r.words[k]):
        return False
    return bool(behind_given_name(r, r.words[k], k))


def _verb(r: Reading, run: tuple[int, int, bool]) -> bool:
    """Whether a word is the verb behind a subject (النائبة سالفة الذكر | اعتبرت أن)."""
    k, end, _ = run
    form = forms().get(r.words[k])
    if end - k > 1 or form is None or not form.finite or r.words[k] in v.GIVEN_NAMES:
        return False
    return end < r.size and r.words[end] in v.COMPLEMENTISERS


def _is_thing(r: Reading, run: tuple[int, int, bool]) -> bool:
    """Whether a run begins with a common noun that the next word completes (مدير عام | كرة القدم), and no honorific stands before it."""
    k, end, honoured = run
    noun = (
        r.words[k] in v.COMMON_NOUNS
        and not v.is_function(r.words[k], "part")
        and end - k > 1
        and (r.stop[k] or not r.has_article(k - 1))
    )
    completed = bool(
        noun and r.has_article(k + 1) and r.words[k + 1] not in v.IN_NAME and r.words[k + 1][-1] != "ي"
    )  # but فخر الدين، مزيد السرحاني
    return completed and not (honoured or _has_given_name(r, run))


def _has_given_name(r: Reading, run: tuple[int, int, bool]) -> bool:
    return not v.GIVEN_NAMES.isdisjoint(r.words[run[0] : run[1]])


def _runs(r: Reading, span: Range) -> Iterator[tuple[int, int, bool]]:
    start, end = span
    run: int | None = None
    honoured = False  # an honorific stands before the run
    takes = False  # the word before is in the construct state: this one completes it
    titled = False
    for k in range(start, end):
        word = r.words[k]
        if run is not None and (r.words[k - 1] in ("ال", "بن", "عبد", "ابن") or is_son(r, k)):
            continue  # what follows آل or بن belongs to the name
        grade = k > start and is_grade(r, k)
        heads = "title" if grade or is_scholar(r, k) else heads_joined(word)
        if heads and friend(r, k):
            heads = ""
        if run is not None and k == run + 1 and closes_name(r, k):
            continue  # لطفي براهم، سامر الشاهد، رئيس النقابة
        if heads == "title" and run is not None:
            if k == end - 1 and is_family_name(r, run, k):
                break
            if v.heads(word) == "title" and is_also_name(r, k, end, run == start or r.has_article(run - 1)):
                continue
        if heads and word in v.GIVEN_NAMES:
            given = is_given_name(r, k, end) if titled else k == start and begins_name(r, k, end)
            heads = "" if given else heads
        if v.heads(word) == "body" and named_like_text(r, k, end):
            heads = ""
        if heads == "title" and k == start + 1 == end - 1 and _family_title(r, k):
            heads = ""
        definite = r.has_article(k)
        preposition = (word in v.PREPOSITION and not (word in v.FUNCTION["also_name"] and r.written_with_yeh(k))) or (
            titled and word == "باسم" and on_behalf(r, k)
        )
        marked = r.gap[k] != " " and not _MARKS.isdisjoint(r.gap[k])
        if run is not None and (heads or r.stop[k] > 0 or preposition or marked or ends_name(r, k)):
            yield run, k, honoured
            run = None
        takes = takes and r.stop[k] == 0
        fits = not (heads or takes or preposition or word in v.SAME)
        if fits and word in v.PLACES:
            fits = titled and named_like_place(r, k, end)
        ranked = k > start and v.is_honorific(r.words[k - 1]) and not of_team(r, k)
        apart = k == start or r.stop[k] > 0 or r.has_article(k - 1)
        named = (apart and word in v.GIVEN_NAMES) or (ranked and k == end - 1)  # behind a rank alone a family name
        named = named or (definite and titled and (in_apposition(r, k, end) or known_family_name(r, k, end)))
        opens = not definite or named
        joined = word[0] == "و" and word not in v.NOT_JOINED
        if ranked and definite and k == start + 1 == end - 1 and word[2:] in v.nationalities():
            continue  # السفير التركي
        before_name = (
            ranked and k + 1 < end and not (r.stop[k + 1] or heads_joined(r.words[k + 1]))
        )  # د. انتصار المرجاني
        unfit = not before_name and no_name(r, k, k == start)
        if run is None and fits and opens and not (joined or nisba(r, k, titled) or unfit):
            run, honoured = k, ranked
        if heads:
            titled = True
            takes = not (definite or grade or v.is_honorific(word) or possessed(r, k))
        else:
            takes = preposition or (takes and not definite and word in v.FUNCTION["unit"])  # قائد قوة | أمن الطرق
    if run is not None:
        yield run, end, honoured


def _follows_title(r: Reading, run: tuple[int, int, bool], first: int) -> bool:
    """Whether a name of one word stands right behind a title or its adjective (المدرب السابق بيكر)."""
    start, end, honoured = run
    if honoured or end - start > 1 or start == first or " " in r.words[start]:
        return True
    before = r.words[start - 1]
    return v.heads(before) == "title" or before.endswith(("ي", "يه")) or before in v.SAME


def _adjectives(r: Reading, run: tuple[int, int, bool]) -> bool:
    """Whether a run ends like a described noun (كبرى مدن الجنوب اليمني), not like a name."""
    words = r.words[run[0] : run[1]]
    if len(words) == 2 and words[1] in v.FUNCTION["level"]:
        return True  # مسؤول رفيع المستوى
    if run[2] or words[0] in v.GIVEN_NAMES:
        return False  # د. أحمد الله الشعيبي
    if words[0] in v.SUPERLATIVE:
        return True
    if r.written_with_teh(run[0]) and len(words) > 1 and words[1] in v.PLACES:
        return True  # وصف الوزير سياسة تونس
    if len(words) == 2 and r.written_with_teh(run[0]) and r.written_with_teh(run[0] + 1):
        person = run[0] > 0 and r.has_article(run[0] - 1) and v.heads(r.words[run[0] - 1]) == "title"
        return not person  # وحدة متكاملة, but النائب نعمة طعمة
    return len(words) > 2 and r.has_article(run[1] - 1) and r.has_article(run[1] - 2) and "عبد" not in words


def _last_name(r: Reading, run: tuple[int, int, bool], end: int) -> bool:
    """Whether the one word that ends a mention is a name: behind a definite adjective (رئيس الاتحاد السابق | بيكر)."""
    before = r.words[run[0] - 1]
    return run[1] == end and r.has_article(run[0] - 1) and (before in v.SAME or before.endswith(("ي", "يه")))


def _predicate(r: Reading, run: tuple[int, int, bool]) -> bool:
    """Whether one word behind a title tells what it is or whom it is for (المرأة موجودة), rather than naming it."""
    start, end, honoured = run
    word = r.words[start]
    if honoured or end - start > 1 or word in v.GIVEN_NAMES or r.has_article(start):
        return False  # الرئيس السنيورة
    if word[0] in "لب" and (word[1:] in v.PLACES or r.places(word[1:])):
        return True  # سفير الملك بمالي
    return r.written_with_teh(start)


def _purpose(r: Reading, run: tuple[int, int, bool]) -> bool:
    """Whether a run is what a body is for (المنظمة المغربية | لحقوق الإنسان): ل and a construct, no name."""
    word = r.words[run[0]]
    if run[2] or word[0] != "ل" or word in v.NOT_JOINED or run[1] - run[0] < 2 or _short_name(r, run[0]):
        return False
    return all(r.has_article(k) for k in range(run[0] + 1, run[1]))


def _short_name(r: Reading, k: int) -> bool:
    """Whether four letters are a name rather than a noun of three behind ل or ب (لوبا), which the text may use as well."""
    word = r.words[k]
    if r.written_with_teh(k) and word not in v.GIVEN_NAMES:
        return False  # لكرة القدم
    return len(word) == _SHORT and not (v.deverbal(word[1:]) or v.heads(word[1:]) or r.places(word[1:]))


def _placed(r: Reading, run: tuple[int, int, bool]) -> bool:
    """Whether a run is ب or ل with a noun in the construct state (بحي الورود، لريال مدريد), no name."""
    word = r.words[run[0]]
    if word[0] not in "بل" or len(word) < 4 or run[1] - run[0] != 2:
        return False
    if word[1:] in v.FUNCTION["part_of_place", "place"]:
        return True  # فندق الفريق برأس الغار
    if _short_name(r, run[0]):
        return False
    if not run[2] and r.written_with_teh(run[0]) and word not in v.NOT_JOINED and word not in v.GIVEN_NAMES:
        return True  # المدير التنفيذي لمحلية أم سيالة
    definite = r.has_article(run[1] - 1) or r.words[run[1] - 1] in v.PLACES
    return definite and not run[2] and word not in v.NOT_JOINED and word not in v.GIVEN_NAMES


def _namesake(r: Reading, run: tuple[int, int, bool]) -> bool:
    """Whether a body is named after somebody (مركز الملك سلمان): a name, but not of the one mentioned."""
    before = run[0] - 2
    return run[2] and before >= 0 and heads_joined(r.words[before]) == "body" and not r.has_article(before)


def _without_place(r: Reading, run: tuple[int, int, bool]) -> tuple[int, int, bool]:
    """Leave out a place with ب, a purpose with ل, or a definite attribute, before the name (بعدن نجيب أحمد)."""
    start, end, honoured = run
    named = r.words[start] in v.GIVEN_NAMES or r.words[start] in v.IN_NAME  # عبد الرحمن فهد
    for k in range(start + 1, end) if not named else ():
        place = k == start + 1 and end - k > 1 and _completes_noun(r, start)  # إمام مسجد ريفنا | سامر حداد
        if (
            r.words[k] == "عبد"
            and k == start + 1
            and r.stop[start] == COMMA
            and not r.words[start].endswith(("ي", "يه"))
        ):
            break  # ، الطيب عبد الباقي
        if (place or r.has_article(k - 1) or r.words[k - 1] in v.PLACES) and r.words[k] in v.GIVEN_NAMES:
            return k, end, honoured  # نتائج الحوار الوطني | سامر حداد، مدير فنون عدن | سامر حداد
    while end - start > 2 and (
        (r.words[start][0] in "بل" and r.words[start] not in v.NOT_JOINED)
        or (r.words[start].startswith("ال") and start > run[0])
    ):
        start += 1
    if end - start > 2 and r.words[start] in v.GIVEN_NAMES and r.words[end - 1] in v.PLACES:
        end -= 1  # زار المبعوث ستيفان كارل | طهران
    return start, end, honoured


def _completes_noun(r: Reading, k: int) -> bool:
    """Whether a word stands right behind a noun that heads the name of a place (مسجد | ريفنا)."""
    return k > 0 and r.stop[k] == 0 and r.words[k - 1] in v.FUNCTION["place", "part_of_place"]
