"""The publication day from an article's own words: what each fact says, and that nothing more is claimed."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.schema import FRAMES
from analysis.times import extract_times, infer_published, weekday_contradictions
from analysis.times.dating import solve
from analysis.times.evidence import facts
from analysis.times.expressions import read

WINDOW = (date(2025, 2, 1), date(2025, 3, 31))


def candidates(text: str, window=WINDOW) -> list[date]:
    return solve(facts(read(text)), window).candidates


def frames(*texts: str, **columns) -> tuple[pd.DataFrame, pd.DataFrame]:
    articles = pd.DataFrame({"doc_id": [f"a{n}" for n in range(len(texts))], "text": list(texts), **columns})
    return articles, extract_times(articles)


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("وصل الوفد أمس الأربعاء", 4),
        ("يغادر الوفد يوم غد الجمعة", 4),
        ("افتتح المعرض اليوم السبت", 6),
        ("غادر أول من أمس الأحد", 2),
        ("وقع الحادث ظهر السبت (أمس)", 7),
        ("وقع الحادث أمس، السبت، في الشمال", 7),
        ("تنطلق البطولة مساء اليوم (الاثنين)", 1),
    ],
)
def test_a_weekday_beside_a_distance_is_an_equation(text, weekday):
    days = candidates(text)
    assert days
    assert {day.isoweekday() for day in days} == {weekday}
    assert len(days) in (8, 9)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("سيعقد اللقاء في 20 فبراير الجاري", date(2025, 2, 1), date(2025, 2, 19)),
        ("أكد الوزير إرسال الوفد في 20 شباط/ فبراير الجاري", date(2025, 2, 1), date(2025, 2, 19)),
        ("عقد اللقاء في 20 فبراير الجاري", date(2025, 2, 20), date(2025, 2, 28)),
        ("أعلن المجلس عقد اللقاء في 20 فبراير الجاري", date(2025, 2, 1), date(2025, 2, 19)),
        ("يذكر أن اللقاء في 20 فبراير الجاري", date(2025, 2, 1), date(2025, 2, 28)),
        ("وصل الوفد في 20 فبراير الجاري", date(2025, 2, 20), date(2025, 2, 28)),
        ("ارتفع السعر في فبراير الماضي", date(2025, 3, 1), date(2025, 3, 31)),
        ("يرتفع السعر في مارس المقبل", date(2025, 2, 1), date(2025, 2, 28)),
        ("وصل الوفد في 5 مارس 2025", date(2025, 3, 5), date(2025, 3, 31)),
        ("سيصل الوفد في 5 مارس 2025", date(2025, 2, 1), date(2025, 3, 5)),
        ("وصل الوفد في 5 مارس", date(2025, 3, 5), date(2025, 3, 31)),
        ("يعمل الجسر منذ فبراير 2025", date(2025, 3, 1), date(2025, 3, 31)),
        ("يصل الوفد يوم الأحد المقبل 16 فبراير 2025", date(2025, 2, 9), date(2025, 2, 15)),
        ("يصل الوفد يوم الأحد المقبل (16 فبراير)", date(2025, 2, 9), date(2025, 2, 15)),
        ("وصل الوفد الأحد الماضي 16 فبراير", date(2025, 2, 17), date(2025, 2, 23)),
        ("رأس الحجر في 3 مارس – نبأ – أقرت اللجنة الخطة", date(2025, 3, 3), date(2025, 3, 4)),
        ("رأس الحجر 3-3-2025 (نبأ) - أقرت اللجنة الخطة", date(2025, 3, 3), date(2025, 3, 4)),
    ],
)
def test_dates_bound_the_day(text, first, last):
    days = candidates(text)
    assert (days[0], days[-1]) == (first, last)
    assert len(days) == (last - first).days + 1


@pytest.mark.parametrize(
    "text",
    [
        "يغادر الوفد اليوم الخميس 13 فبراير 2025",
        "غادر الوفد أمس الأربعاء 12 فبراير",
        "غادر الوفد أمس الموافق 12 فبراير 2025م",
        "يصل الوفد غدا الجمعة (15 شعبان 1446هـ الموافق 14 فبراير 2025م)",
        "غادر أمس الأربعاء ويعود يوم الأحد المقبل 16 فبراير",
        "مرسى الحجر في 12 فبراير (نبأ) - وصل الوفد أمس الأربعاء",
    ],
)
def test_one_day_is_named_where_the_words_leave_one(text):
    assert candidates(text) == [date(2025, 2, 13)]


def test_a_hijri_day_without_a_twin_may_be_off_by_one():
    assert candidates("يغادر اليوم 14 شعبان") == [date(2025, 2, 12), date(2025, 2, 13), date(2025, 2, 14)]


@pytest.mark.parametrize(
    "text",
    [
        "زار المدينة الأسبوع الماضي",
        "قال الأربعاء إن الطريق مفتوح",
        "بلغ عدد السكان 2025 نسمة",
        "وقال: «سنلتقي غدا الجمعة في المدينة».",
        "كنت أفكر اليوم الأحد وأنا جالس في الحديقة",
        "مددت المهلة حتى 5 مارس 2025",
        "لوحت النقابة بخوض إضراب ليوم واحد",
        "قررت اللجنة أن ترفع تقريرها قبل 5 مارس 2025",
        "",
    ],
)
def test_words_that_force_nothing_leave_the_window_as_it_is(text):
    days = candidates(text)
    assert (days[0], days[-1], len(days)) == (*WINDOW, 59)


def test_tense_narrows_but_never_names_a_day():
    text = "وصل في 13 فبراير 2025 وسيغادر في 13 فبراير 2025"
    assert len(candidates(text)) == 59
    assert len(candidates("وصل في 12 فبراير 2025 وسيغادر في 13 فبراير 2025")) == 2


def test_weekdays_that_contradict_each_other_all_stay_possible():
    days = candidates("وصل أمس الأربعاء ثم غادر أمس الخميس")
    assert {day.isoweekday() for day in days} == {4, 5}


def test_what_hangs_on_tense_gives_way_to_what_is_said_outright():
    text = "وصل الوفد في 25 فبراير 2025 ويغادر اليوم الخميس 13 فبراير 2025"
    assert candidates(text) == [date(2025, 2, 13)]


def test_without_a_window_nothing_is_listed_that_the_facts_do_not_bound():
    dating = solve(facts(read("عاد الوفد أمس الأربعاء بعد غياب منذ عام 2022")))
    assert dating.candidates is None
    assert (dating.earliest, dating.latest, dating.published) == (date(2023, 1, 1), None, None)
    assert solve(facts(read("غادر اليوم 13 فبراير 2025"))).published == date(2025, 2, 13)


ARTICLE = (
    "أعلن رئيس نبعة، أمس الأربعاء، أنه هاتف نظيره، في أول اتصال منذ شباط/ فبراير 2022.\n\n"
    "ويزور وزيره المدينة يوم غد الجمعة. وأكد هذا الأسبوع إرسال مبعوثه في 20 شباط/ فبراير الجاري."
)


def test_a_dispatch_is_dated_by_its_words():
    articles, times = frames(ARTICLE)
    wide = infer_published(articles, times, window=("2023-01-01", "2026-12-31")).iloc[0]
    thursdays = [date(2023, 1, 1) + timedelta(days=n) for n in range(4 * 365 + 1)]
    thursdays = [day for day in thursdays if day.isoweekday() == 4 and day.month == 2 and day.day < 20]
    assert wide["candidates"] == thursdays
    assert pd.isna(wide["published"])
    assert (wide["earliest"].date(), wide["latest"].date()) == (thursdays[0], thursdays[-1])
    narrow = infer_published(articles, times, window=("2025-02-07", "2025-02-19")).iloc[0]
    assert narrow["published"] == pd.Timestamp("2025-02-13")
    said = [ARTICLE[start:end] for start, end in narrow["evidence"]]
    assert said == ["أمس الأربعاء", "شباط/ فبراير 2022", "يوم غد الجمعة", "20 شباط/ فبراير الجاري"]


def test_only_expressions_of_the_frame_testify():
    articles, times = frames("وصل الوفد أمس الأربعاء")
    found = infer_published(articles, times.iloc[:0], window=WINDOW).iloc[0]
    assert len(found["candidates"]) == 59
    assert found["evidence"] == []
    spoken = times.assign(anchor="utterance")
    assert len(infer_published(articles, spoken, window=WINDOW).iloc[0]["candidates"]) == 59


def test_the_stated_day_is_not_looked_at():
    articles, times = frames("وصل الوفد أمس الأربعاء", published=["2024-01-01"])
    assert pd.isna(infer_published(articles, times)["published"][0])


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("وقال في خطبة الجمعة أمس إنه باق", 6),
        ("استقبل اليوم «الأحد» الوفد", 7),
        ("يعلن في وقت لاحق من اليوم (الاثنين) القرار", 1),
    ],
)
def test_a_weekday_beside_a_distance_names_the_weekday_of_publication(text, weekday):
    articles, times = frames(text)
    days = infer_published(articles, times, window=WINDOW)["candidates"][0]
    assert {day.isoweekday() for day in days} == {weekday}


def test_articles_of_one_issue_constrain_each_other():
    texts = "وصل الوفد أمس الأربعاء", "يعود الوفد يوم الأحد المقبل 16 فبراير", "لا وقت هنا"
    articles, times = frames(*texts, issue=["x", "x", "x"])
    alone = infer_published(articles, times, window=WINDOW)
    together = infer_published(articles, times, window=WINDOW, group="issue", same_day=True)
    assert alone["published"].isna().all()
    assert together["published"].dt.strftime("%m-%d").tolist()[:2] == ["02-13", "02-13"]
    assert len(together["candidates"][2]) == 59


def test_an_article_that_only_hangs_on_tense_is_told_nothing_by_its_issue():
    texts = "غادر اليوم الخميس 13 فبراير 2025", "وصل في 10 فبراير 2025"
    articles, times = frames(*texts, issue=["x", "x"])
    together = infer_published(articles, times, window=WINDOW, group="issue", same_day=True)
    assert together["published"].notna().tolist() == [True, False]


def test_a_group_that_contradicts_itself_is_not_solved_together():
    articles, times = frames("وصل أمس الأربعاء", "وصل أمس الخميس", outlet=["x", "x"])
    alone = infer_published(articles, times, window=WINDOW)
    together = infer_published(articles, times, window=WINDOW, group="outlet", same_day=True)
    assert together["candidates"].tolist() == alone["candidates"].tolist()


def test_weekdays_that_contradict_their_dates_are_reported():
    _, times = frames(
        "وقع العقد الثلاثاء 12 فبراير 2025، ونشر يوم الخميس 13 فبراير 2025.", "يلتقيان الأحد، 4 مارس 2025", "وصل الأحد"
    )
    found = weekday_contradictions(times)
    assert list(found[["doc_id", "text", "stated", "actual"]].itertuples(index=False, name=None)) == [
        ("a0", "الثلاثاء 12 فبراير 2025", 2, 3),
        ("a1", "الأحد، 4 مارس 2025", 7, 2),
    ]
    assert set(found.index) <= set(times.index)
    none = weekday_contradictions(times.iloc[:0])
    assert none.empty
    assert list(none.columns) == [*times.columns, "stated", "actual"]


def test_a_weekday_that_contradicts_its_distance_is_reported():
    articles, times = frames(
        "وصل أمس الثلاثاء وغادر اليوم الخميس", "يلتقيان الأحد الموافق 17 فبراير 2025", "وصل أمس الثلاثاء"
    )
    articles["published"] = pd.to_datetime(["2025-02-13", "2025-02-13", None])
    times = extract_times(articles)
    found = weekday_contradictions(times, articles)
    assert list(found[["text", "stated", "actual"]].itertuples(index=False, name=None)) == [
        ("أمس الثلاثاء", 2, 3),
        ("الأحد", 7, 1),
    ]
    assert weekday_contradictions(times)["text"].tolist() == ["الأحد"]


WEEKDAYS = "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"
NOTHING = "لا وقت هنا"


def day_of_outlet(number: int) -> list[str]:
    """Six articles of a day in February 2025, counted from Monday the 10th: two say nothing of it."""
    before, today, after = (WEEKDAYS[(number + step) % 7] for step in (-1, 0, 1))
    return [f"وصل أمس {before}", f"يصل غدا {after}", NOTHING, f"يعود اليوم {today}", NOTHING, f"غادر أمس {before}"]


FIRST, LAST = "يفتتح اليوم الاثنين 10 فبراير 2025", "يغادر اليوم السبت 22 فبراير 2025"
SEQUENCE = [FIRST, FIRST, *(text for number in range(13) for text in day_of_outlet(number)), LAST, LAST]
MONTH = ("2025-02-01", "2025-03-31")


def named(texts: list[str], window: tuple[str, str] = MONTH) -> list[int | None]:
    articles, times = frames(*texts, outlet=["x"] * len(texts))
    dating = infer_published(articles, times, window=window, group="outlet")
    return [None if pd.isna(day) else day.day for day in dating["published"]]


def test_articles_in_order_bound_each_other():
    days = named(SEQUENCE)
    assert days[26:32] == [
        14,
        14,
        14,
        14,
        None,
        14,
    ]  # the third by its neighbours alone; the fifth has but one after it
    assert sum(day is not None for day in days) >= 70
    assert named(SEQUENCE[::-1]) == days[::-1]
    assert sum(day is not None for day in named(SEQUENCE, (None, None))) == 4


def test_no_single_mistaken_statement_moves_a_sequence():
    late = [*SEQUENCE[:26], "وصل أمس الأحد", *SEQUENCE[27:]]
    days, right = named(late), named(SEQUENCE)
    assert days[26] is None
    assert days[:20] == right[:20]
    assert days[35:] == right[35:]


def test_without_an_order_articles_stand_alone():
    shuffled = [text for start in range(5) for text in SEQUENCE[start::5]]
    assert [day for day in named(shuffled) if day] == [10, 22, 10, 22]
    assert [day for day in named(SEQUENCE[:8]) if day] == [10, 10]  # too few for an order


def test_frames_have_their_columns_and_dtypes_also_when_empty():
    articles = pd.DataFrame({"doc_id": pd.Series(dtype="str"), "text": pd.Series(dtype="str")})
    times = extract_times(articles)
    dating = infer_published(articles, times, window=WINDOW)
    for name, frame in (("times", times), ("dating", dating)):
        assert {column: str(dtype) for column, dtype in frame.dtypes.items()} == FRAMES[name]
        assert frame.empty


def test_extraction_uses_the_day_that_is_forced_and_says_so():
    articles, times = frames(
        "يغادر الوفد اليوم الخميس 13 فبراير 2025 ويعود غدا", "يغادر غدا", published=[pd.NaT, pd.NaT]
    )
    assert times["value"].tolist()[:2] == ["2025-02-13", "2025-02-14"]
    assert times["anchor"].tolist()[1] == "inferred"
    assert times["value"].isna().tolist() == [False, False, True]
    stated = extract_times(articles.assign(published=pd.Timestamp("2025-02-20")))
    assert stated["value"].tolist()[2] == "2025-02-21"
    assert times["earliest"].dtype == "datetime64[s]"


def test_extraction_with_quotes_counts_from_the_utterance():
    text = 'شكر الرئيس، الثلاثاء الماضي، ضيفه. وأضاف: "سنخبركم غدا".'
    articles = pd.DataFrame({"doc_id": ["a"], "text": [text], "published": ["2025-02-13"]})
    start = text.index("سنخبركم")
    quote = {"doc_id": "a", "start": start, "end": start + len("سنخبركم غدا"), "kind": "direct"}
    assert extract_times(articles, pd.DataFrame([quote]))["value"].tolist() == ["2025-02-11", "2025-02-12"]
    quote["kind"] = "indirect"
    assert extract_times(articles, pd.DataFrame([quote]))["value"].tolist() == ["2025-02-11", "2025-02-14"]


def test_a_missing_column_is_named():
    with pytest.raises(ValueError, match="text"):
        extract_times(pd.DataFrame({"doc_id": ["a"]}))
    with pytest.raises(ValueError, match="anchor"):
        infer_published(
            pd.DataFrame({"doc_id": ["a"], "text": ["x"]}), pd.DataFrame({"doc_id": [], "start": [], "end": []})
        )


def test_a_window_that_ends_before_it_begins_is_an_error():
    articles, times = frames("أمس")
    with pytest.raises(ValueError, match="window"):
        infer_published(articles, times, window=("2025-03-01", "2025-02-01"))


def test_inputs_are_not_changed():
    articles, times = frames(ARTICLE)
    copies = articles.copy(), times.copy()
    infer_published(articles, times, window=WINDOW)
    pd.testing.assert_frame_equal(articles, copies[0])
    pd.testing.assert_frame_equal(times, copies[1])


NAMES = {1: "الاثنين", 2: "الثلاثاء", 3: "الأربعاء", 4: "الخميس", 5: "الجمعة", 6: "السبت", 7: "الأحد"}


@settings(deadline=None, max_examples=60)
@given(st.dates(date(2010, 1, 1), date(2030, 1, 1)), st.integers(-2, 2))
def test_the_true_day_is_among_the_candidates(day, shift):
    word = {-2: "أول من أمس", -1: "أمس", 0: "اليوم", 1: "غدا", 2: "بعد غد"}[shift]
    meant = day + timedelta(days=shift)
    window = (day - timedelta(days=40), day + timedelta(days=40))
    days = candidates(f"الموعد {word} {NAMES[meant.isoweekday()]}", window)
    assert day in days
    assert all((other - day).days % 7 == 0 for other in days)
    assert candidates(f"الموعد {word} {meant:%d/%m/%Y}", window) == [day]
