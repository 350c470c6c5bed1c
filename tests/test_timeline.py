"""Timelines: sentences on the day that they speak of."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import arabic, schema
from analysis.timeline import build_timeline, cut_timeline

DAY = pd.Timestamp("2031-05-04")


def articles(*texts, published=DAY):
    return schema.frame(
        "articles", [{"doc_id": f"d{i}", "text": t, "published": published} for i, t in enumerate(texts)]
    )


def time(text, words, first, last=None, doc_id="d0", kind="DATE"):
    start = text.index(words)
    first = pd.Timestamp(first)
    last = pd.Timestamp(last) if last else first
    span = {"doc_id": doc_id, "start": start, "end": start + len(words), "text": words}
    return span | {"type": kind, "earliest": first, "latest": last}


def timeline(text, times, quotes=None, published=DAY):
    frame = None if quotes is None else schema.frame("quotes", quotes)
    return build_timeline(articles(text, published=published), schema.frame("times", times), frame)


def test_sentence_stands_on_the_day_it_means():
    text = "كان الصباح هادئا. افتتح الجسر أمس. ثم هطل المطر."
    events = timeline(text, [time(text, "أمس", "2031-05-03")])
    row = events.iloc[0]
    assert len(events) == 1
    assert text[row["start"] : row["end"]] == row["text"] == "افتتح الجسر أمس."
    assert (row["earliest"], row["latest"], row["precision"], row["kind"]) == (
        pd.Timestamp("2031-05-03"),
        pd.Timestamp("2031-05-03"),
        "day",
        "event",
    )
    assert row["speakers"] == []


@pytest.mark.parametrize(
    ("first", "last", "precision"),
    [
        ("2031-05-04", "2031-05-04", "day"),
        ("2031-05-04", "2031-05-10", "week"),
        ("2031-02-01", "2031-02-28", "month"),
        ("2031-01-01", "2031-03-31", "quarter"),
        ("2032-01-01", "2032-12-31", "year"),
        ("2020-01-01", "2029-12-31", "decade"),
        ("1901-01-01", "2000-12-31", "century"),
        ("1601-01-01", "2000-12-31", "era"),
    ],
)
def test_precision_is_that_of_the_interval(first, last, precision):
    text = "حدث ذلك حينها."
    assert timeline(text, [time(text, "حينها", first, last)])["precision"].tolist() == [precision]


def test_finest_expression_wins_and_the_first_of_equals():
    text = "منذ عام 2030 ينتظر الأهالي، وافتتح الجسر الجمعة بعد زيارة الخميس."
    times = [
        time(text, "عام 2030", "2030-01-01", "2030-12-31"),
        time(text, "الجمعة", "2031-05-02"),
        time(text, "الخميس", "2031-05-01"),
    ]
    assert timeline(text, times)["earliest"].tolist() == [pd.Timestamp("2031-05-02")]
    assert timeline(text, times[::-1])["earliest"].tolist() == [pd.Timestamp("2031-05-02")]


def test_durations_and_open_values_make_no_event():
    text = "دام اللقاء ساعتين. عقد قريبا."
    times = [
        time(text, "ساعتين", "2031-05-03", kind="DURATION"),
        time(text, "قريبا", "2031-05-03") | {"earliest": None, "latest": None},
    ]
    assert timeline(text, times).empty


def test_what_lies_after_publication_is_planned():
    text = "يفتتح المعرض غدا. يغلق اليوم."
    times = [time(text, "غدا", "2031-05-05"), time(text, "اليوم", "2031-05-04")]
    assert dict(zip(*timeline(text, times)[["text", "kind"]].to_numpy().T, strict=True)) == {
        "يفتتح المعرض غدا.": "plan",
        "يغلق اليوم.": "event",
    }
    assert set(timeline(text, times, published=None)["kind"]) == {"event"}


def test_attributions_make_statements_with_speakers():
    text = "قال سامر أمس: «سنبدأ غدا. والله يعيننا الأحد». وهطل المطر اليوم."
    times = [
        time(text, "أمس", "2031-05-03"),
        time(text, "الأحد", "2031-05-02"),
        time(text, "اليوم", "2031-05-04"),
    ]
    quote = {"doc_id": "d0", "start": text.index("سنبدأ"), "end": text.index("»"), "speaker": "سامر"}
    quotes = [quote | {"cue_start": 0, "cue_end": 3}, quote | {"speaker": "سامر"}]
    events = timeline(text, times, quotes)
    kinds = {row.text.split()[0]: (row.kind, row.speakers) for row in events.itertuples()}
    assert kinds["قال"] == ("statement", ["سامر"])
    assert kinds["وهطل"] == ("event", [])
    assert kinds["والله"] == ("statement", ["سامر"])


def test_what_a_speaker_says_of_a_day_ahead_is_a_plan_with_its_speaker():
    text = "قال سامر: «سنفتتح الجسر غدا»."
    quote = {"doc_id": "d0", "start": text.index("سنفتتح"), "end": text.index("»"), "speaker": "سامر"}
    row = timeline(text, [time(text, "غدا", "2031-05-05")], [quote | {"cue_start": 0, "cue_end": 3}]).iloc[0]
    assert (row["kind"], row["speakers"]) == ("plan", ["سامر"])
    undated = timeline(text, [time(text, "غدا", "2031-05-05")], [quote], published=None)
    assert undated["kind"].tolist() == ["statement"]


def test_a_cue_alone_is_a_statement_without_a_known_speaker():
    text = "أمس قال مصدر. كان الجو صحوا."
    quote = {"doc_id": "d0", "start": 14, "end": 20, "cue_start": 4, "cue_end": 7}
    row = timeline(text, [time(text, "أمس", "2031-05-03")], [quote]).iloc[0]
    assert (row["kind"], row["speakers"]) == ("statement", [])


def test_sorted_by_day_then_place():
    texts = ["بدأ السباق اليوم. وصل الوفد أمس.", "عاد الوفد أمس."]
    times = [
        time(texts[0], "اليوم", "2031-05-04"),
        time(texts[0], "أمس", "2031-05-03"),
        time(texts[1], "أمس", "2031-05-03", doc_id="d1"),
    ]
    events = build_timeline(articles(*texts), schema.frame("times", times))
    assert events["text"].tolist() == ["وصل الوفد أمس.", "عاد الوفد أمس.", "بدأ السباق اليوم."]
    assert events.dtypes.astype(str).to_dict() == schema.FRAMES["timeline"]


def test_empty_frames_give_an_empty_timeline():
    for events in (
        build_timeline(articles("نص."), schema.frame("times"), schema.frame("quotes")),
        build_timeline(schema.frame("articles"), schema.frame("times")),
        cut_timeline(schema.frame("timeline"), 3),
    ):
        assert events.empty
        assert events.dtypes.astype(str).to_dict() == schema.FRAMES["timeline"]


def test_missing_columns_are_named():
    with pytest.raises(ValueError, match="earliest"):
        build_timeline(articles("نص."), pd.DataFrame({"doc_id": [], "start": [], "end": [], "type": [], "latest": []}))


@pytest.fixture
def story():
    texts = [
        "انهار جسر الصفصاف أمس بعد الفيضان. نقل سكان القرية السبت. أعلن عن وظائف في 2030.",
        "انهار جسر الصفصاف أمس بعد الفيضان الكبير. بيعت لوحة الأحد.",
        "خبراء يفحصون جسر الصفصاف الذي انهار أمس.",
    ]
    times = [time(text, "أمس", "2031-05-03", doc_id=f"d{i}") for i, text in enumerate(texts)]
    times += [time(texts[0], "السبت", "2031-04-26"), time(texts[0], "2030", "2030-01-01", "2030-12-31")]
    times += [time(texts[1], "الأحد", "2031-04-27", doc_id="d1")]
    return build_timeline(articles(*texts), schema.frame("times", times))


def test_salience_follows_what_the_corpus_speaks_of(story):
    salience = story.set_index("text")["salience"]
    assert salience.max() == 1
    assert salience.idxmax().startswith("انهار جسر الصفصاف أمس")
    assert (salience[salience.index.str.contains("الصفصاف")] > salience["بيعت لوحة الأحد."]).all()


def test_cut_keeps_the_telling_days_one_sentence_each(story):
    assert cut_timeline(story, 1)["earliest"].tolist() == [pd.Timestamp("2031-05-03")]
    short = cut_timeline(story, 2)
    assert len(short) == 2 and short["earliest"].is_monotonic_increasing
    everything = cut_timeline(story, 99)
    assert len(everything) == 4 and everything["earliest"].is_unique
    assert cut_timeline(story, 0).empty
    with pytest.raises(ValueError, match="negative"):
        cut_timeline(story, -1)


def test_cut_does_not_tell_the_same_twice():
    text = "انهار جسر الصفصاف الجمعة. انهار جسر الصفصاف السبت."
    events = timeline(text, [time(text, "الجمعة", "2031-05-02"), time(text, "السبت", "2031-05-03")])
    assert len(cut_timeline(events, 5)) == 1


@given(
    st.text(alphabet="اب. \n!؟»\u064bق", max_size=60),
    st.lists(st.tuples(st.integers(0, 59), st.integers(1, 9)), max_size=6),
)
@settings(max_examples=60, deadline=None)
def test_any_text_with_any_spans_does(text, spans):
    times = [
        {
            "doc_id": "d0",
            "start": a,
            "end": a + n,
            "type": "TIME",
            "earliest": DAY,
            "latest": DAY + pd.Timedelta(days=n),
        }
        for a, n in spans
        if a + n <= len(text)
    ]
    quotes = [{"doc_id": "d0", "start": a, "end": a + n, "cue_start": a} for a, n in spans]
    events = timeline(text, times, quotes)
    assert set(zip(events["start"], events["end"], strict=True)) <= set(arabic.sentences(text))
    assert events["salience"].between(0, 1).all() and not np.isnan(events["salience"]).any()
    assert len(cut_timeline(events, 3)) <= 3


SAME = "افتتح الوزير سامر النوري أمس الجسر الجديد في تل المنارة بحضور مئات الأهالي"


def told_by(*texts, quotes=None):
    times = [time(text, "أمس", "2031-05-03", doc_id=f"d{i}") for i, text in enumerate(texts)]
    return build_timeline(articles(*texts), schema.frame("times", times), quotes)


def test_what_several_articles_tell_is_one_event():
    events = told_by(f"{SAME}.", f"وكان قد {SAME}، بحسب البلدية.", "هطل المطر أمس على الميناء القديم طوال الليل.")
    assert events["sources"].tolist() == [2, 1]
    assert events["doc_ids"].tolist() == [["d0", "d1"], ["d2"]]
    assert events["salience"].max() == 1
    assert str(events["sources"].dtype) == "int64"


def test_speakers_of_one_event_are_joined_and_kinds_stay_apart():
    quotes = schema.frame(
        "quotes",
        [
            {"doc_id": f"d{i}", "start": 0, "end": 9, "cue_start": 0, "cue_end": 5, "speaker": name}
            for i, name in enumerate("أب")
        ],
    )
    events = told_by(SAME, SAME, SAME, quotes=quotes)
    assert sorted(zip(events["kind"], events["sources"], map(tuple, events["speakers"]), strict=True)) == [
        ("event", 1, ()),
        ("statement", 2, ("أ", "ب")),
    ]


def test_short_sentences_are_not_taken_for_each_other():
    assert told_by("وصل أمس.", "وصل أمس.")["sources"].tolist() == [1, 1]


def test_the_hour_is_kept_and_finer_than_its_day():
    text = "افتتح الجسر أمس، وعند الثالثة عصرا غادر الوزير."
    day = time(text, "أمس", "2031-05-03") | {"value": "2031-05-03"}
    hour = time(text, "الثالثة عصرا", "2031-05-03", kind="TIME") | {"value": "2031-05-03T15:00"}
    part = time(text, "الثالثة عصرا", "2031-05-03", kind="TIME") | {"value": "2031-05-03TAF"}
    assert timeline(text, [day, hour])["clock"].tolist() == ["15:00"]
    assert timeline(text, [day, part])["clock"].isna().all()


def test_a_day_that_many_articles_tell_of_is_telling():
    events = schema.frame(
        "timeline",
        [
            {"doc_id": "a", "start": 0, "end": 1, "text": text, "salience": salience, "sources": sources}
            | {"earliest": pd.Timestamp(day), "latest": pd.Timestamp(day)}
            for text, day, salience, sources in (("مطر غزير", "2031-05-01", 1.0, 1), ("جسر جديد", "2031-05-02", 0.5, 3))
        ],
    )
    assert cut_timeline(events, 1)["text"].tolist() == ["جسر جديد"]


def test_the_date_of_a_dispatch_is_not_that_of_its_news():
    text = "رأس الغار في 4 مايو (ونا) - افتتح الجسر أمس. رأس الغار في 4 مايو (ونا) - افتتح الجسر الجديد."
    dispatched = time(text, "4 مايو", "2031-05-04")
    again = dispatched | {"start": text.rindex("4 مايو"), "end": text.rindex("4 مايو") + 6}
    events = timeline(text, [dispatched, time(text, "أمس", "2031-05-03"), again])
    assert events["earliest"].dt.day.tolist() == [3, 4]
