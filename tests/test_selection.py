"""One choice that views follow: what it keeps, what it refuses, what it shows without anybody to click."""

import pandas as pd
import pytest

import analysis as na
from analysis import schema
from analysis.display.controls import controls

HOSTILE = "<script>alert(1)</script>"
ROWS = [
    ("a", 0, "سلمى درويش", "سنفتح الجسر"),
    ("a", 20, "سامر حداد", "الطريق مغلق"),
    ("b", 0, "سلمى درويش", "والجسرُ آمن"),
    ("c", 0, None, "لا نعلم"),
]
QUOTES = schema.frame(
    "quotes", [{"doc_id": d, "start": s, "end": s + len(t), "speaker": n, "text": t} for d, s, n, t in ROWS]
)
ARTICLES = schema.frame(
    "articles",
    [
        {"doc_id": "a", "published": pd.Timestamp("2031-05-06"), "text": "سنفتح الجسر         الطريق مغلق"},
        {"doc_id": "b", "published": pd.Timestamp("2031-05-08"), "text": "والجسرُ آمن"},
        {"doc_id": "c", "text": "لا نعلم"},
    ],
)
WEIGHTS = schema.frame("topics", [{"doc_id": d, "topic": t, "weight": 1.0} for d, t in (("a", 0), ("b", 1))])
TOPICS = schema.frame("topic_terms", [{"topic": 0, "label": "جسر، سوق"}, {"topic": 1, "label": "جسر، نهر"}])


@pytest.fixture
def story():
    return na.Selection(na.join_statements(QUOTES, ARTICLES, WEIGHTS, TOPICS))


def kept(story):
    return story.chosen["text"].tolist()


@pytest.mark.parametrize(
    ("chosen", "texts"),
    [
        ({}, ["سنفتح الجسر", "الطريق مغلق", "والجسرُ آمن", "لا نعلم"]),
        ({"speaker": "سلمى درويش"}, ["سنفتح الجسر", "والجسرُ آمن"]),
        ({"topic": "نهر"}, ["والجسرُ آمن"]),
        ({"period": ("2031-05-07", "2031-05-08")}, ["والجسرُ آمن"]),
        ({"period": pd.Timestamp("2031-05-06")}, ["سنفتح الجسر", "الطريق مغلق"]),
        ({"words": "جسر"}, ["سنفتح الجسر", "والجسرُ آمن"]),
        ({"words": "جسر", "period": "2031-05-06"}, ["سنفتح الجسر"]),
        ({"speaker": "سامر حداد", "words": "جسر"}, []),
        ({"speaker": "", "topic": "", "words": " "}, ["سنفتح الجسر", "الطريق مغلق", "والجسرُ آمن", "لا نعلم"]),
    ],
)
def test_what_is_chosen_is_kept(story, chosen, texts):
    given = na.Selection(story.statements, **chosen)
    assert kept(given) == texts
    for name, value in chosen.items():
        setattr(story, name, value)
    assert kept(story) == texts


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        ({"speaker": "درويش"}, "nobody is quoted as 'درويش'; did you mean سلمى درويش"),
        ({"topic": "جسر"}, "2 topics are called 'جسر'; there are جسر، سوق; جسر، نهر"),
        ({"topic": "بحر"}, "no topics are called 'بحر'"),
        ({"period": "soon"}, "a period is a day or two"),
    ],
)
def test_what_cannot_be_chosen_is_named_with_what_can(story, chosen, message):
    with pytest.raises(ValueError, match=message):
        na.Selection(story.statements, **chosen)


def test_other_frames_are_kept_where_they_touch_a_chosen_statement(story):
    spans = pd.DataFrame({"doc_id": ["a", "a", "b"], "start": [3, 21, 50], "end": [5, 23, 60]}, index=[7, 8, 9])
    assert story.within(spans).index.tolist() == [7, 8]
    story.speaker = "سامر حداد"
    assert story.within(spans).index.tolist() == [8]
    assert story.within(spans.iloc[:0]).empty


def test_what_the_views_ask_for_follows_the_choice(story):
    assert story.chief == "سلمى درويش" and story.keyword == ["جسر"]
    story.speaker = "سامر حداد"
    assert story.chief == "سامر حداد" and story.beside["text"].tolist() == ["سنفتح الجسر", "الطريق مغلق"]
    story.words = "بحر"
    assert story.chief == "سامر حداد" and story.keyword == ["بحر"] and story.beside.empty
    story.speaker = story.words = None
    story.period = "2000-01-01"
    assert story.chief is None and story.keyword == []


def test_the_reader_follows_and_a_click_in_it_sets_the_choice(story):
    reader = story.read(ARTICLES, QUOTES)
    assert "سنفتح الجسر" in reader.html
    story.words = "آمن"
    assert "والجسرُ" in reader.html and "سنفتح" not in reader.html
    reader.speaker = "سلمى درويش"
    assert story.speaker == "سلمى درويش"
    story.speaker = None
    assert reader.speaker is None
    story.article = "c"
    assert "لا نعلم" in reader.html


def test_a_click_on_statements_without_a_speaker_chooses_nobody(story):
    reader = story.read(ARTICLES, QUOTES)
    reader.speaker = ""
    assert story.speaker is None


def test_a_choice_shows_its_fields_and_in_a_report_a_line(story):
    story.speaker = "سلمى درويش"
    shown, _ = story._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in shown
    assert "سلمى درويش" in shown["text/html"] and "2 of 4 statements in 2 articles" in shown["text/html"]
    hostile = na.Selection(story.statements.assign(speaker=HOSTILE), speaker=HOSTILE)
    assert "<script" not in hostile.html


def test_fields_and_choice_follow_each_other(story):
    box = controls(story)
    speaker, topic, words, article, first, last = [field for row in box.children[:-1] for field in row.children]
    speaker.value, words.value = "سلمى درويش", "جسر"
    assert kept(story) == ["سنفتح الجسر", "والجسرُ آمن"] and story.words == "جسر"
    first.value = pd.Timestamp("2031-05-07").date()
    assert story.period == ("2031-05-07", "2031-05-08") and last.value is None
    assert [doc_id for _, doc_id in article.options] == [None, "b"]
    story.period, story.speaker, story.words = ("2031-04-01", "2031-05-06"), None, None
    assert first.value.isoformat() == "2031-04-01" and last.value.isoformat() == "2031-05-06" and speaker.value == ""
    topic.value = "جسر، سوق"
    assert story.topic == "جسر، سوق" and story.articles() == ["a"]
    first.value = None
    last.value = None
    assert story.period is None


def test_an_empty_corpus_of_statements_can_be_chosen_from():
    story = na.Selection(na.join_statements(schema.frame("quotes"), ARTICLES))
    assert story.chosen.empty and "لا نعلم" not in story.read(ARTICLES, QUOTES).html
    assert "0 of 0 statements" in story._repr_mimebundle_()[0]["text/html"]
