"""Across the corpus: who is quoted on what, with whom, by which outlet and how, and how that is drawn."""

import time

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis as na
from analysis import schema
from analysis.display import bidi
from analysis.voices import portrait

HOSTILE = '<script>alert("x")</script>'


def said(*rows):
    """Quotations from (doc_id, speaker, kind, medium)."""
    names = ("doc_id", "speaker", "kind", "medium")
    full = [
        dict(zip(names, row, strict=False)) | {"start": n, "end": n + 1, "text": "نعم"} for n, row in enumerate(rows)
    ]
    return schema.frame("quotes", full)


QUOTES = said(
    ("a", "سلمى درويش", "direct"),
    ("a", "سامر حداد", "indirect"),
    ("a", "سلمى درويش", "indirect", "وكالة أنباء"),
    ("b", "سلمى درويش", "direct"),
    ("b", "مصدر أمني", "indirect", "وكالة أنباء"),
    ("c", None, "mixed"),
)
ARTICLES = schema.frame(
    "articles",
    [
        {"doc_id": "a", "published": pd.Timestamp("2031-05-06"), "outlet": "منبر"},
        {"doc_id": "b", "published": pd.Timestamp("2031-05-08"), "outlet": "منبر"},
        {"doc_id": "c", "outlet": "صوت"},
        {"doc_id": "d"},
    ],
)
WEIGHTS = schema.frame(
    "topics", [{"doc_id": d, "topic": t, "weight": w} for d, t, w in (("a", 0, 0.2), ("a", 1, 0.8), ("b", 0, 1.0))]
)
TOPICS = schema.frame("topic_terms", [{"topic": 0, "label": "سوق"}, {"topic": 1, "label": "جسر"}])
NOTHING = schema.frame("quotes")


def test_statements_know_their_article_s_day_outlet_and_chief_topic():
    joined = na.join_statements(QUOTES, ARTICLES, WEIGHTS, TOPICS)
    assert joined["topic"].tolist()[:4] == ["جسر", "جسر", "جسر", "سوق"] and pd.isna(joined["topic"].iloc[5])
    assert joined["outlet"].tolist()[4:] == ["منبر", "صوت"]
    assert pd.isna(joined["day"].iloc[5]) and joined["day"].iloc[3] == pd.Timestamp("2031-05-08")
    assert joined.index.equals(QUOTES.index) and joined[QUOTES.columns].equals(QUOTES)
    assert na.join_statements(QUOTES, ARTICLES, WEIGHTS)["topic"].iloc[0] == "1"
    assert na.join_statements(NOTHING, ARTICLES, WEIGHTS, TOPICS).empty


def test_pairs_count_the_articles_that_quote_both():
    pairs = na.quoted_together(QUOTES).to_dict("records")
    assert [(p["one"], p["other"], p["articles"], p["jaccard"]) for p in pairs] == [
        ("سلمى درويش", "سامر حداد", 1, 0.5),
        ("سلمى درويش", "مصدر أمني", 1, 0.5),
    ]
    assert na.quoted_together(QUOTES, most=1).empty
    empty = na.quoted_together(NOTHING)
    assert empty.dtypes.astype(str).to_dict() == na.quoted_together(QUOTES).dtypes.astype(str).to_dict()
    assert na.quoted_together(QUOTES.assign(person="س"), by="person").empty


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("سصضط")), max_size=20))
def test_no_pair_is_counted_more_often_than_either_is_heard(rows):
    quotes = said(*rows)
    heard = quotes.groupby("speaker")["doc_id"].nunique()
    for pair in na.quoted_together(quotes).itertuples():
        assert pair.one != pair.other and 1 <= pair.articles <= min(heard[pair.one], heard[pair.other])
        assert 0 < pair.jaccard <= 1


@pytest.mark.parametrize("speaker", ["مصدر أمني", "مصادر", "مسؤولٌ في الوزارة", "الخبراء", None])
def test_who_is_not_named_is_anonymous(speaker):
    assert na.is_anonymous(said(("a", speaker))).tolist() == [True]


@pytest.mark.parametrize("speaker", ["سلمى درويش", "وزارة الصحة", "المتحدث باسم الجيش سامر حداد"])
def test_persons_and_bodies_are_named(speaker):
    assert na.is_anonymous(said(("a", speaker))).tolist() == [False]


def test_outlets_are_compared_by_shares_of_their_own_statements():
    voices = na.outlet_voices(QUOTES, ARTICLES)
    assert voices.index.tolist() == ["منبر", "صوت"]
    assert voices.loc["منبر"].round(2).to_dict() == {
        "articles": 2, "statements": 5, "speakers": 3, "per_article": 2.5, "direct": 0.4, "anonymous": 0.2,
        "through": 0.4, "chief": 0.6,
    }  # fmt: skip
    silent = na.outlet_voices(NOTHING, ARTICLES)
    assert silent["statements"].tolist() == [0, 0] and silent["direct"].isna().all() and silent["chief"].isna().all()
    assert na.outlet_voices(NOTHING, schema.frame("articles")).empty


def test_a_portrait_counts_what_is_known_and_names_who_was_meant():
    told = portrait("سلمى درويش", na.join_statements(QUOTES, ARTICLES, WEIGHTS, TOPICS))
    assert told["topics"].to_dict() == {"جسر": 2, "سوق": 1} and told["outlets"].to_dict() == {"منبر": 3}
    assert told["together"].to_dict() == {"سامر حداد": 1, "مصدر أمني": 1} and len(told["days"]) == 3
    with pytest.raises(ValueError, match="nobody is quoted as 'سلمى'; did you mean سلمى درويش"):
        portrait("سلمى", QUOTES)


# --- figures -------------------------------------------------------------------------------------------------------


def drawn(speaker, quotes):
    joined = na.join_statements(quotes, ARTICLES.assign(outlet=speaker), WEIGHTS, TOPICS.assign(label=speaker))
    return {
        "profile": na.profile(speaker, joined),
        "heat": na.plot_heat(pd.crosstab(joined["speaker"], joined["topic"]), speaker, unit=speaker),
        "network": na.plot_network(na.quoted_together(quotes), speaker),
        "outlets": na.plot_outlets(na.outlet_voices(joined, ARTICLES.assign(outlet=speaker)), speaker),
    }


@pytest.mark.parametrize("name", ["profile", "heat", "network", "outlets"])
def test_no_string_of_a_figure_holds_markup_and_the_same_input_gives_the_same_figure(name):
    hostile = QUOTES.assign(speaker=QUOTES["speaker"].replace("سلمى درويش", HOSTILE))
    first, second = drawn(HOSTILE, hostile)[name], drawn(HOSTILE, hostile)[name]
    shown = repr(first.to_dict())
    assert "<script" not in shown and "&lt;script&gt;" in shown
    assert first.to_json() == second.to_json()


def test_empty_figures_say_so():
    figures = [
        na.plot_heat(pd.DataFrame(), "t"),
        na.plot_network(na.quoted_together(NOTHING)),
        na.plot_outlets(na.outlet_voices(NOTHING, schema.frame("articles"))),
    ]
    for figure in figures:
        assert [note.text for note in figure.layout.annotations] == ["nothing to show"]


def test_a_heat_map_shows_the_largest_rows_and_columns_from_the_right():
    table = pd.DataFrame([[0, 5, 1], [9, 0, 0]], index=["أ", "ب"], columns=["س", "ص", "ض"])
    figure = na.plot_heat(table, "t", columns=2)
    assert [bidi.plain(name) for name in figure.layout.yaxis.ticktext] == ["أ", "ب"]  # upwards
    assert [bidi.plain(name) for name in figure.layout.xaxis.ticktext] == ["س", "ص"]
    assert figure.layout.xaxis.autorange == "reversed" and figure.data[0].text == (["", "5"], ["9", ""])
    assert bidi.plain(figure.layout.title.subtitle.text) == "2 of 3 columns"


def test_a_network_has_a_disc_for_each_and_keeps_unjoined_parts_apart():
    pairs = na.quoted_together(said(*[(d, s) for d, names in (("a", "سصضط"), ("b", "ظع")) for s in names]))
    discs = na.plot_network(pairs).data[-1]
    below = {bidi.plain(name): y < -0.8 for name, y in zip(discs.text, discs.y, strict=True)}
    assert below == {"س": False, "ص": False, "ض": False, "ط": False, "ظ": True, "ع": True}


# --- wordings ------------------------------------------------------------------------------------------------------


def test_words_that_differ_are_marked_on_their_side_and_spelling_does_not_count():
    html = na.compare_statements("سنفتح الجسرَ «غدًا» أمام الناس", "سنفتح الجسر في يونيو أمام الناس").html
    assert "<del>غدًا</del>" in html and "<ins>في يونيو</ins>" in html and html.count("<del>") == 1
    same = na.compare_statements("إن الأمر واضح.", "ان الامرَ واضح").html
    assert "<del>" not in same and "<ins>" not in same and "100% of the words" in same


def test_wordings_are_escaped_and_rows_tell_whose_they_are():
    row = QUOTES.assign(text=HOSTILE, speaker=HOSTILE).iloc[0]
    html = na.compare_statements(row, row.to_dict() | {"text": "آخر", "medium": None}).html
    assert "<script" not in html and html.count('<p class="naba-who">') == 2 and "None" not in html
    assert '<p class="naba-who"' not in na.compare_statements("", "").html


@settings(deadline=None)
@given(st.text(alphabet="ابت <&\u064e.", max_size=40), st.text(alphabet="ابت <&\u064e.", max_size=40))
def test_marking_leaves_the_texts_as_they_are(one, other):
    import html
    import re

    shown = na.compare_statements(one, other).html
    texts = [html.unescape(re.sub(r"</?(del|ins)>", "", p)) for p in re.findall(r"<p>(.*?)</p>", shown, re.S)]
    assert texts == [one, other]


def test_groups_are_compared_where_they_are_told_differently():
    rows = [
        ("0", "a", "سنفتح الجسر غدا", None, None),
        ("0", "b", "سنفتح الجسر", "cut", 1.0),
        ("0", "c", "يفتح المعبر يوم غد", "other words", 0.6),
        ("1", "a", "لا", None, None),
        ("1", "b", "لا", "same words", 1.0),
    ]
    names = ["group", "doc_id", "text", "match", "similarity"]
    groups = pd.DataFrame(rows, columns=names).assign(person="سلمى", similarity=lambda g: g["similarity"].astype(float))
    html = na.compare_groups(groups).html
    assert html.count('<div class="naba-wording"') == 1 and "<ins>يفتح المعبر يوم غد</ins>" in html
    assert "no statement is told differently" in na.compare_groups(groups[groups["group"] == "1"]).html
    assert (
        "1 of 2 statements"
        in na.compare_groups(pd.concat([groups, groups.assign(group="2")], ignore_index=True), most=1).html
    )
    assert "no statement" in na.compare_groups(schema.frame("statements")).html


def test_comparing_takes_a_bounded_time():
    begun = time.perf_counter()
    na.compare_statements("نعم لا " * 50_000, "لا نعم نعم " * 50_000)
    assert time.perf_counter() - begun < 20
