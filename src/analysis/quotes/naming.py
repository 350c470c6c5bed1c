"""Which words of a noun phrase are the name: what no title, complement or adjective accounts for."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import behind_given_name, can_begin_phrase, future_shape, verb_shape
from analysis.quotes.reading import COMMA, Range, Reading
from analysis.quotes.verbs import first_person, forms

#: A mark within a mention ends a name.
_MARKS = frozenset('"«»“”()')
#: Names that look like a noun with ل or ب have so many letters.
_SHORT = 4
DEFINITE = ("ال", "وال", "بال", "لل")


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
    ]
    full = any(end - start > 1 for start, end, _ in runs)
    for start, end, honoured in runs:
        if honoured and not (full and end - start == 1 and r.has_article(start)):  # مورين السفير الكندي
            return start, end
    apart = next((run for run in runs if r.stop[run[0]] and r.words[run[0]] in v.GIVEN_NAMES), None)
    if apart is not None:
        return apart[:2]  # المدير بجهة بني سهيل السفلى، سامر حداد
    runs.sort(key=lambda run: (run[1] - run[0] < 2, run[0]))
    return runs[0][:2] if runs else None


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
        heads = "title" if _is_scholar(r, k) else heads_joined(word)
        if heads == "title" and run is not None:
            if k == end - 1 and _is_family_name(r, run, k):
                break
            if v.heads(word) == "title" and _is_also_name(r, k, end, run == start or r.has_article(run - 1)):
                continue
        if heads and word in v.GIVEN_NAMES:
            given = _is_given_name(r, k, end) if titled else k == start and _begins_name(r, k, end)
            heads = "" if given else heads
        if v.heads(word) == "body" and _named_like_text(r, k, end):
            heads = ""
        definite = r.has_article(k)
        preposition = (
            word in v.FUNCTION["preposition"] and not (word in v.FUNCTION["also_name"] and r.written_with_yeh(k))
        ) or (titled and word == "باسم")
        marked = r.gap[k] != " " and not _MARKS.isdisjoint(r.gap[k])
        if run is not None and (heads or r.stop[k] > 0 or preposition or marked or _ends_name(r, k)):
            yield run, k, honoured
            run = None
        takes = takes and r.stop[k] == 0
        fits = not (heads or takes or preposition or word in v.FUNCTION["same"])
        if fits and word in v.WORDS["places"]:
            fits = titled and _named_like_place(r, k, end)
        ranked = k > start and v.is_honorific(r.words[k - 1]) and not of_team(r, k)
        apart = k == start or r.stop[k] > 0 or r.has_article(k - 1)
        named = (apart and word in v.GIVEN_NAMES) or (ranked and k == end - 1)  # behind a rank alone a family name
        named = named or (definite and titled and (_in_apposition(r, k, end) or _known_family_name(r, k, end)))
        opens = not definite or named
        joined = word[0] == "و" and word not in v.NOT_JOINED
        if ranked and definite and k == start + 1 == end - 1 and word[2:] in v.nationalities():
            continue  # السفير التركي
        before_name = (
            ranked and k + 1 < end and not (r.stop[k + 1] or heads_joined(r.words[k + 1]))
        )  # د. انتصار المرجاني
        no_name = not before_name and _no_name(r, k, k == start)
        if run is None and fits and opens and not (joined or _nisba(r, k, titled) or no_name):
            run, honoured = k, ranked
        if heads:
            titled = True
            takes = not definite and not v.is_honorific(word) and not _possessed(r, k)
        else:
            takes = preposition
    if run is not None:
        yield run, end, honoured


def of_team(r: Reading, k: int) -> bool:
    """Whether an adjective tells that الفريق is a team, no rank (الفريق الطبي)."""
    if r.words[k - 1] not in v.FUNCTION["team"] or not r.has_article(k) or behind_given_name(r, r.words[k], k):
        return False
    return r.words[k].endswith(("ي", "يه")) or r.words[k] in v.FUNCTION["of_rank"]


def _is_scholar(r: Reading, k: int) -> bool:
    """Whether a word, more often the world, is a scholar's title here (عالم الآثار)."""
    told = r.words[k] in v.FUNCTION["scholar"] and k + 1 < r.size and not r.stop[k + 1]
    return told and r.words[k + 1] in v.FUNCTION["science"]


def _named_like_text(r: Reading, k: int, end: int) -> bool:
    """Whether the noun of a body or a text is a given name: behind an honorific, before a family name (المحامية بيان سرحان)."""
    if k == 0 or not v.is_honorific(r.words[k - 1]) or r.stop[k] or r.has_article(k) or k + 1 >= end or r.stop[k + 1]:
        return False
    family = not r.has_article(k + 1) or r.words[k + 1].endswith("ي")  # الدكتورة وحدة الجميلي
    return family and not v.heads(r.words[k + 1]) and can_begin_phrase(r.words[k + 1])


def _known_family_name(r: Reading, k: int, end: int) -> bool:
    """Whether the definite word that ends a mention, behind a definite title, stands behind a given name elsewhere (الوزير المرجبي)."""
    if k + 1 != end or r.stop[k] or v.heads(r.words[k - 1]) != "title" or not r.has_article(k - 1):
        return False
    return v.heads(r.words[k]) == "" and bool(behind_given_name(r, r.words[k], k))


def _in_apposition(r: Reading, k: int, end: int) -> bool:
    """Whether a definite word behind a comma is a given name: no adjective follows it (مدير المشفى، الخضر منصور)."""
    apart = r.stop[k] == COMMA or r.words[k - 1] in v.WORDS["places"]  # مدير الصحة في عدن الخضر منصور
    if not apart or k + 1 >= end or r.stop[k + 1] or r.has_article(k + 1) or v.heads(r.words[k]):
        return False
    if r.words[k + 1] in v.FUNCTION["direction"]:
        return False  # القرية، الواقعة شمال عدن
    return can_begin_phrase(r.words[k + 1]) and not v.heads(r.words[k + 1])


def _named_like_place(r: Reading, k: int, end: int) -> bool:
    """Whether the name of a place is a given name here: behind a complete title, before a family name (المستشارة جورجيا ...)."""
    if r.stop[k] or not r.has_article(k - 1) or k + 1 >= end or r.stop[k + 1] or r.has_article(k + 1):
        return False
    following = r.words[k + 1]
    return can_begin_phrase(following) and not (
        v.heads(following) or following in v.WORDS["places"] or v.deverbal(following)
    )


def _is_family_name(r: Reading, run: int, k: int) -> bool:
    """Whether the title that ends a name is the family name (صالح بن سعد القاضي)."""
    named = k - run > 1 or r.words[run] in v.GIVEN_NAMES
    if k - run == 1 and run > 0 and v.is_honorific(r.words[run - 1]) and named and r.has_article(k):
        return not r.stop[k]  # الدكتور سامر الزعيم
    titled = run > 0 and v.heads(r.words[run - 1]) == "title" and not r.stop[run]
    if k - run == 1 and titled and r.words[run] in v.GIVEN_NAMES and r.has_article(k) and not r.stop[k]:
        return True  # النائب نبيل | الجراح
    servant = k - run == 2 and r.words[run] == "عبد"  # عبد الباسط الفقيه
    return named and (servant or v.is_honorific(r.words[k])) and r.has_article(k) and not r.stop[k]


@v.per_word
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


def _no_name(r: Reading, k: int, first: bool) -> bool:
    """Whether a word looks like a verb or a noun of action; what is first in its mention, or stands behind a comma in
    apposition, may be a foreign name."""
    word = r.words[k]
    if word in v.GIVEN_NAMES:
        return False  # بدور
    if k in r.tanwin or _never_names(word):
        return True
    act = (
        v.deverbal(word)
        or is_bare_object(r, k)
        or (word[0] in "بل" and v.deverbal(word[1:]) and word not in v.NOT_JOINED)
    )
    if word[0] in "بل" and word not in v.NOT_JOINED and _before_hamza(r, k):
        return True  # أشاد المدرب التونسي | بأداء فريقه
    return (verb_shape(word) and not (first or r.stop[k])) or bool(act)


def _possessed(r: Reading, k: int) -> bool:
    """Whether a title carries a pronoun (قائدتهن، مديرها): nothing completes it."""
    word = r.words[k]
    if word.endswith(("ها", "هم", "هن")):
        return v.heads(word[:-2]) != "" or v.heads(word[:-3] + "ه") != ""
    return word[-1] == "ه" and not r.written_with_teh(k) and v.heads(word[:-1]) == "title"


def _is_also_name(r: Reading, k: int, end: int, alone: bool) -> bool:
    """Whether a title goes on a name (أحمد خليفة، خالد مساعد السهلي): the last word of a name alone, or a given name
    before a family name."""
    if r.words[k].startswith("ال") and k + 2 == end and r.words[k - 1] in v.GIVEN_NAMES and not r.stop[k + 1]:
        following = r.words[k + 1]  # محمد الصديق مرجاني
        return not (r.has_article(k + 1) or v.heads(following)) and can_begin_phrase(following)
    if r.has_article(k) and k + 1 < end and r.words[k - 1] in v.GIVEN_NAMES and v.heads(r.words[k + 1]) == "title":
        return alone and not (r.has_article(k + 1) or r.stop[k + 1] or r.stop[k])  # سامر الخليفة مستشار الرئيس
    if r.has_article(k) or r.words[k][0] == "و":
        return False
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
    middle = r.words[k] in v.GIVEN_NAMES or (r.words[k - 1] in v.GIVEN_NAMES and r.has_article(k - 1) and k + 2 == end)
    return middle and r.has_article(k + 1) and not v.heads(following)  # الباجي قائد السهلي


def _is_given_name(r: Reading, k: int, end: int) -> bool:
    """Whether a title before the last word is the given name (المتحدث بالمنطقة الشرقية | مساعد غالي): not in the construct."""
    if r.words[k] not in v.GIVEN_NAMES or k + 2 != end or r.stop[k] or v.heads(r.words[k + 1]):
        return False
    if v.is_honorific(r.words[k - 1]):
        return True
    if r.has_article(k + 1) and (v.deverbal(r.words[k + 1][2:]) or r.written_with_teh(k + 1)):
        return False  # مساعد الإدارة
    return r.has_article(k - 1) or (not v.heads(r.words[k - 1]) and r.words[k - 1] not in v.FUNCTION["preposition"])


def _begins_name(r: Reading, k: int, end: int) -> bool:
    """Whether a given name that is a title too begins a mention, another title behind it (مساعد غالي المتحدث الرسمي)."""
    if r.words[k] not in v.GIVEN_NAMES or k + 2 >= end or r.has_article(k + 1) or v.heads(r.words[k + 1]):
        return False
    return r.has_article(k + 2) and v.heads(r.words[k + 2]) == "title"


def heads_joined(word: str) -> str:
    """What a word heads, also with a preposition joined to it (لمصدر)."""
    if word in v.GIVEN_NAMES and not v.heads(word):
        return ""  # بدور
    return v.heads(word) or (v.heads(word[1:]) if word[0] in "بل" and len(word) > 3 else "")


def _follows_title(r: Reading, run: tuple[int, int, bool], first: int) -> bool:
    """Whether a name of one word stands right behind a title or its adjective (المدرب السابق بيكر)."""
    start, end, honoured = run
    if honoured or end - start > 1 or start == first or " " in r.words[start]:
        return True
    before = r.words[start - 1]
    return v.heads(before) == "title" or before.endswith(("ي", "يه")) or before in v.FUNCTION["same"]


def _adjectives(r: Reading, run: tuple[int, int, bool]) -> bool:
    """Whether a run ends like a described noun (كبرى مدن الجنوب اليمني), not like a name."""
    words = r.words[run[0] : run[1]]
    if len(words) == 2 and words[1] in v.FUNCTION["level"]:
        return True  # مسؤول رفيع المستوى
    if run[2] or words[0] in v.GIVEN_NAMES:
        return False  # د. أحمد الله الشعيبي
    if words[0] in v.FUNCTION["superlative"]:
        return True
    if r.written_with_teh(run[0]) and len(words) > 1 and words[1] in v.WORDS["places"]:
        return True  # وصف الوزير سياسة تونس
    if len(words) == 2 and r.written_with_teh(run[0]) and r.written_with_teh(run[0] + 1):
        person = run[0] > 0 and r.has_article(run[0] - 1) and v.heads(r.words[run[0] - 1]) == "title"
        return not person  # وحدة متكاملة, but النائب نعمة طعمة
    return len(words) > 2 and r.has_article(run[1] - 1) and r.has_article(run[1] - 2) and "عبد" not in words


def _last_name(r: Reading, run: tuple[int, int, bool], end: int) -> bool:
    """Whether the one word that ends a mention is a name: behind a definite adjective (رئيس الاتحاد السابق | بيكر)."""
    before = r.words[run[0] - 1]
    return (
        run[1] == end and r.has_article(run[0] - 1) and (before in v.FUNCTION["same"] or before.endswith(("ي", "يه")))
    )


def _predicate(r: Reading, run: tuple[int, int, bool]) -> bool:
    """Whether one word behind a title tells what it is or whom it is for (المرأة موجودة), rather than naming it."""
    start, end, honoured = run
    word = r.words[start]
    if honoured or end - start > 1 or word in v.GIVEN_NAMES or r.has_article(start):
        return False  # الرئيس السنيورة
    if word[0] in "لب" and (word[1:] in v.WORDS["places"] or r.places(word[1:])):
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
    definite = r.has_article(run[1] - 1) or r.words[run[1] - 1] in v.WORDS["places"]
    return definite and not run[2] and word not in v.NOT_JOINED and word not in v.GIVEN_NAMES


def _namesake(r: Reading, run: tuple[int, int, bool]) -> bool:
    """Whether a body is named after somebody (مركز الملك سلمان): a name, but not of the one mentioned."""
    before = run[0] - 2
    return run[2] and before >= 0 and heads_joined(r.words[before]) == "body" and not r.has_article(before)


def _without_place(r: Reading, run: tuple[int, int, bool]) -> tuple[int, int, bool]:
    """Leave out a place with ب, a purpose with ل, or a definite attribute, before the name (بعدن نجيب أحمد)."""
    start, end, honoured = run
    named = r.words[start] in v.GIVEN_NAMES or r.words[start] in v.FUNCTION["in_name"]  # عبد الرحمن فهد
    for k in range(start + 1, end) if not named else ():
        place = k == start + 1 and end - k > 1 and _completes_noun(r, start)  # إمام مسجد ريفنا | سامر حداد
        if (place or r.has_article(k - 1) or r.words[k - 1] in v.WORDS["places"]) and r.words[k] in v.GIVEN_NAMES:
            return k, end, honoured  # نتائج الحوار الوطني | سامر حداد، مدير فنون عدن | سامر حداد
    while end - start > 2 and (
        (r.words[start][0] in "بل" and r.words[start] not in v.NOT_JOINED)
        or (r.words[start].startswith("ال") and start > run[0])
    ):
        start += 1
    return start, end, honoured


def _completes_noun(r: Reading, k: int) -> bool:
    """Whether a word stands right behind a noun that heads the name of a place (مسجد | ريفنا)."""
    return k > 0 and r.stop[k] == 0 and r.words[k - 1] in v.FUNCTION["place", "part_of_place"]


def _ends_name(r: Reading, k: int) -> bool:
    """Whether a word cannot go on a name: a preposition, a second name after و, a purpose (لإبلاغه)."""
    word = r.words[k]
    if word in v.FUNCTION["also_name"] and r.written_with_yeh(k):
        return False
    if word[0].isdigit():
        return True
    family = word in v.FUNCTION["family_day"] and r.words[k - 1] in v.GIVEN_NAMES  # سامر الخميس
    goes_on = k + 1 < r.size and not r.stop[k + 1] and r.words[k + 1] not in v.COMPLEMENTISERS
    many = goes_on and word in v.FUNCTION["multitude"]  # but سامر زوار
    if many or (word in v.FUNCTION["part", "at_a_time", "turn_word"] and not family) or is_bare_object(r, k):
        return True  # سامر حداد | أحد كبار المستثمرين، سامر حداد | بدوره
    apart = k + 1 >= r.size or r.gap[k + 1] != " "
    plain = v.bare(word)
    foreign = word.startswith("بال") and not (v.heads(plain) or v.deverbal(plain) or plain in v.WORDS["occasions"])
    purpose = word[0] == "ل" and word not in v.NOT_JOINED and r.written_with_teh(k)  # محمد بن سلمان | لعملية «التطهير»
    if (
        apart
        and not purpose
        and r.words[k - 1] in v.GIVEN_NAMES
        and (foreign or not (r.has_article(k) or v.is_act_plural(word)))
    ):
        return False  # غسان حق -نائب المتحدث، بيتر بالدوسن، الرئيس
    if word not in v.GIVEN_NAMES and (word in v.WORDS["occasions"] or v.deverbal(word) or v.is_act_plural(word)):
        return True  # the object (وصفت ليلى سرحان كلام الوزير)
    if r.words[k - 1] in v.GIVEN_NAMES and is_definite_act(r, k):
        return True  # جدد فرحان | التأكيد على ...
    if verb_shape(word) and k + 1 < r.size and is_bare_object(r, k + 1):
        return True  # سامر | يعي تماما
    foreign_first = verb_shape(r.words[k - 1]) or r.words[k - 1] in v.WORDS["foreign_names"]  # يفغيني سيروف
    future = future_shape(word) and word not in v.GIVEN_NAMES and not foreign_first
    if future and k > 1 and not v.heads(r.words[k - 2]) and r.stop[k - 1] == 0:
        return True  # سامر حداد | سيبقى, but الدكتور نيتين سيتوهل
    form = forms().get(word)
    if form is not None and form.finite:
        if form.gender == "f" or form.part == "present":
            return True
        goes_on = k + 1 < r.size and r.words[k + 1] not in v.COMPLEMENTISERS  # but سمير بشر إن
        if goes_on and not v.heads(r.words[k - 1]) and word not in v.GIVEN_NAMES and len(r.places(word)) == 1:
            return True  # الوزير سامر حداد | وصف الخطة, but الطيب لوح، وقال لوح
    if v.with_pronoun(word):
        return True  # her question
    if v.is_function(word, "preposition") or word in v.FUNCTION["same"] or word.startswith(("بال", "لل", "وال")):
        return True
    if k + 1 < r.size and r.words[k + 1] == "الله" and r.gap[k + 1] == " ":
        return False  # سامر | وديعة الله
    if word[0] == "و" and len(word) > 3 and word not in v.NOT_JOINED:
        known = word[1:] in v.GIVEN_NAMES or v.heads(word[1:]) or r.places(word[1:])
        one_of = k + 1 < r.size and r.words[k + 1] in v.FUNCTION["one_of"]
        if (one_of or r.words[k - 1] in v.WORDS["foreign_names"]) and not known:
            return False  # سوزان ورمال، دان ويرسن | أحد مستشاري الشركة
        return len(word) < 6 or bool(r.places(word[1:])) or (k > 1 and not v.heads(r.words[k - 2]))
    if word[0] not in "بل" or word in v.NOT_JOINED or _of_father(r, k):
        return False
    act = word not in v.GIVEN_NAMES and v.deverbal(word[1:]) in ("own", "listed")  # صادم | لاعتداء
    return _before_hamza(r, k) or r.written_with_teh(k) or act  # لإبلاغه، بأداء، برقية


@v.per_word
def may_be_bare_object(word: str) -> bool:
    """Whether a word has the accusative's alif, and is no name."""
    return word[-1] == "ا" and len(word) > 3 and word not in v.GIVEN_NAMES and word not in v.WORDS["places"]


def is_bare_object(r: Reading, k: int) -> bool:
    """Whether a word is an object without the article: a noun of action (هجوما), or one before its adjective (جدلا واسعا)."""
    word = r.words[k]
    if not may_be_bare_object(word):
        return False
    before = r.words[k - 1] if k else ""
    if before[-1:] == "ا" and not (before in v.GIVEN_NAMES or before in v.WORDS["places"]):
        return False  # لكن مصدرا سياسيا قال
    if v.deverbal(word[:-1]) or word in v.FUNCTION["adverb"]:
        return True
    following = r.words[k + 1] if k + 1 < r.size and r.gap[k + 1] == " " else ""
    return following in v.FUNCTION["such"] and following not in v.GIVEN_NAMES


def _before_hamza(r: Reading, k: int) -> bool:
    """Whether the second letter of a word is an alif with its hamza: what stands before it is joined."""
    at = r.folded.offset(r.start[k])
    return r.folded.original[at + 1 : at + 2] in ("إ", "أ")


def leads_on(r: Reading, k: int) -> bool:
    """Whether a preposition, or ب with a noun of action, stands behind a word (التأكيد | على، البدء | بإعادة)."""
    following = r.words[k + 1] if k + 1 < r.size else ""
    joined = following[:1] == "ب" and v.deverbal(following[1:]) != ""
    return joined or following in v.FUNCTION["true_preposition", "with"]


def is_definite_act(r: Reading, k: int) -> bool:
    """Whether a word is a noun of action with the article that a preposition goes on (التأكيد على), no name (الحسن): it comes but once."""
    word = r.words[k]
    if word in v.GIVEN_NAMES or not r.has_article(k) or not leads_on(r, k) or len(r.places(word)) > 1:
        return False
    return v.deverbal(word[2:]) in ("own", "listed")


def is_son(r: Reading, k: int) -> bool:
    """Whether ابن goes on a name (عبد الإله ابن سرحان), rather than saying what somebody is (ابن المنطقة)."""
    if r.words[k] != "ابن" or r.stop[k] or k + 1 >= r.size:
        return False
    return not r.has_article(k + 1) or r.words[k + 1] in v.GIVEN_NAMES


def _of_father(r: Reading, k: int) -> bool:
    """Whether a word behind a given name is a family name in بو or با (حسين بوزيدة، محمد باجودة)."""
    word = r.words[k]
    return (
        word[:2] in ("بو", "با") and r.words[k - 1] in v.GIVEN_NAMES and not (v.heads(word[1:]) or v.deverbal(word[1:]))
    )


def _nisba(r: Reading, k: int, role_seen: bool) -> bool:
    """An indefinite adjective right after an indefinite title (مسؤول أمريكي)."""
    if not role_seen or k == 0:
        return False
    word, before = r.words[k], r.words[k - 1]
    if word in v.GIVEN_NAMES and word not in v.nationalities():
        return False  # رئيستها سلمى سرحان
    adjective = word.endswith(("ي", "يه", "يون", "يين")) and word not in forms()
    if not adjective or before.startswith(DEFINITE) or v.is_honorific(before):
        return False
    return heads_joined(before) == "title" or _nisba(r, k - 1, role_seen)
