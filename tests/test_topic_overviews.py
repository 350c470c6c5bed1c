"""Topics at large: groups, speakers, trends and bursts, the tree, stability, the map."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from themes import THEMES, make_corpus, sentence, themes_of

from analysis import schema
from analysis.topics import TopicModel
from analysis.topics.groups import compare_groups
from analysis.topics.hierarchy import topic_tree
from analysis.topics.projection import draw_sample, project
from analysis.topics.stability import topic_stability
from analysis.topics.trends import find_bursts, topic_trends


@pytest.fixture(scope="module")
def corpus():
    return make_corpus()


@pytest.fixture(scope="module")
def model(corpus):
    return TopicModel(3).fit(corpus)


def topic_of(model, theme):
    return int(model.labels_[[*THEMES].index(theme)])


def test_the_fitted_articles_need_not_be_given(model, corpus):
    pd.testing.assert_frame_equal(model.document_topics(), model.document_topics(corpus))
    pd.testing.assert_frame_equal(model.paragraph_topics(), model.paragraph_topics(corpus))
    pd.testing.assert_frame_equal(model.representatives(n=2), model.representatives(corpus, n=2))
    pd.testing.assert_frame_equal(model.over_time(freq="W"), model.over_time(corpus, freq="W"))
    pd.testing.assert_frame_equal(model.compare(by="outlet"), model.compare(corpus, by="outlet"))
    pd.testing.assert_frame_equal(model.stability(n_samples=2), model.stability(corpus, n_samples=2))
    pd.testing.assert_frame_equal(model.project(), model.project(corpus))


def test_rows_of_topics_tell_what_stands_for_them(model, corpus):
    texts = corpus.set_index("doc_id")["text"]
    for row in model.topics_.itertuples():
        assert len(row.articles) == len(row.sentences) == 3
        assert all(sentence_ in texts[doc_id] for doc_id, sentence_ in zip(row.articles, row.sentences, strict=True))
        assert {model.labels_[corpus["doc_id"].tolist().index(doc_id)] for doc_id in row.articles} == {row.topic}


# Groups


def test_outlets_are_compared(model, corpus):
    data = model.compare(by="outlet")
    assert list(data.columns) == ["outlet", "topic", "weight", "share", "lift", "z"]
    assert np.allclose(data.groupby("outlet")["share"].sum(), 1)
    assert data["weight"].sum() == pytest.approx(36)
    sea = data[data["topic"] == topic_of(model, "sea")].set_index("outlet")
    assert sea.loc["المرفأ", "z"] > 2 and sea.loc["الملعب", "z"] < -2
    assert sea.loc["المرفأ", "lift"] > 1 > sea.loc["الملعب", "lift"]


def test_groups_may_be_a_list_with_gaps(model):
    groups = ["أ"] * 10 + ["ب"] * 20 + [None] * 6
    data = model.compare(by=groups)
    assert data["group"].unique().tolist() == ["ب", "أ"] and data["weight"].sum() == pytest.approx(30)
    with pytest.raises(ValueError, match="by has 2 values for 36"):
        model.compare(by=["أ", "ب"])
    with pytest.raises(ValueError, match="lacks the columns colour"):
        model.compare(by="colour")
    with pytest.raises(ValueError, match="articles frame"):
        TopicModel(2).fit(["بحر وموج", "مدرسة وطالب"]).compare(by="outlet")


def test_log_odds_grow_with_evidence():
    some, many = np.array([[3.0, 1.0], [1.0, 3.0]]), np.array([[30.0, 10.0], [10.0, 30.0]])
    few_z, many_z = (compare_groups(w, ["a", "b"])["z"].to_numpy() for w in (some, many))
    assert np.allclose(few_z, -few_z[::-1]) is False or few_z[0] == pytest.approx(-few_z[1])
    assert many_z[0] > few_z[0] > 0
    assert compare_groups(np.ones((2, 2)), ["a", "a"])["z"].isna().all()
    empty = compare_groups(np.ones((2, 2)), [None, None])
    assert empty.empty and list(empty.columns) == ["group", "topic", "weight", "share", "lift", "z"]


def test_who_talks_about_what(model, corpus):
    rows = [
        {"doc_id": f"{theme}{i}", "start": 5, "end": 9, "speaker": speaker}
        for theme, speaker in (("sea", "سامر"), ("sport", "ليلى"))
        for i in range(6)
    ]
    rows += [{"doc_id": "sea0", "start": 3, "end": 4}, {"doc_id": "elsewhere", "start": 0, "end": 1, "speaker": "هند"}]
    data = model.by_speaker(schema.frame("quotes", rows))
    assert set(data["speaker"]) == {"سامر", "ليلى"}
    assert data["weight"].sum() == pytest.approx(12)
    best = data.sort_values("share").groupby("speaker")["topic"].last()
    assert best.to_dict() == {"سامر": topic_of(model, "sea"), "ليلى": topic_of(model, "sport")}
    assert model.by_speaker(schema.frame("quotes")).empty


def test_in_one_article_a_speaker_has_the_topic_of_the_paragraph():
    text = "\n\n".join(sentence(theme, i) for i in range(5) for theme in THEMES)
    one = TopicModel(3).fit([text])
    paragraphs = one.paragraph_topics()
    rows = [
        {"doc_id": "0", "start": start, "end": start + 1, "speaker": str(topic)}
        for start, topic in zip(paragraphs["start"], paragraphs["topic"], strict=True)
    ]
    data = one.by_speaker(schema.frame("quotes", rows))
    assert (data["topic"].astype(str) == data["speaker"])[data["share"] > 0.5].sum() == 3


# Time


def test_smoothing_spreads_and_keeps_shares(model, corpus):
    days = themes_of(corpus).map(
        {theme: pd.Timestamp(2031, 5, day) for theme, day in zip(THEMES, (1, 2, 5), strict=True)}
    )
    rough, smooth = model.over_time(days, smooth=0), model.over_time(days, smooth=2)
    assert np.allclose(rough["share"], rough["smoothed"])
    assert np.allclose(smooth.groupby("period")["smoothed"].sum(), 1)
    assert smooth["smoothed"].std() < rough["share"].std()
    first = smooth[smooth["period"] == "2031-05-01"].set_index("topic")["smoothed"]
    assert first[topic_of(model, "sea")] > first[topic_of(model, "school")] > first[topic_of(model, "sport")]


def test_days_alone_are_those_of_the_fitted_articles(model, corpus):
    days = corpus["published"] + pd.Timedelta(days=365)
    data = model.over_time(days, "Y")
    assert data["period"].unique().tolist() == [pd.Timestamp("2032-01-01")]
    with pytest.raises(ValueError, match="published has 3 values for 36"):
        model.over_time(days.iloc[:3])


def test_a_burst_is_marked():
    days = pd.Series(pd.date_range("2031-01-01", periods=30).repeat(10))
    weights = np.tile([0.1, 0.9], (300, 1))
    weights[100:140] = [0.7, 0.3]
    data = topic_trends(weights, days)
    marked = data[data["burst"]]
    assert set(marked["topic"]) == {0}
    assert marked["period"].tolist() == list(pd.date_range("2031-01-11", periods=4).astype("datetime64[s]"))


def test_chance_is_no_burst():
    draw = np.random.default_rng(0)
    total = np.full(60, 40.0)
    assert not find_bursts(draw.binomial(40, 0.2, 60).astype(float), total).any()
    assert not find_bursts(np.zeros(5), np.ones(5)).any()
    assert not find_bursts(np.ones(1), np.ones(1)).any()


@given(st.lists(st.tuples(st.floats(0, 5), st.floats(0, 5)), min_size=1, max_size=8))
def test_bursts_are_the_cheapest_states(pairs):
    """Viterbi against all sequences."""
    from itertools import product

    relevant = np.array([a for a, _ in pairs])
    total = relevant + np.array([b for _, b in pairs])
    found = find_bursts(relevant, total)
    usual = relevant.sum() / total.sum() if total.sum() else 0
    often = min(2 * usual, 0.9999)
    if not 0 < usual < often:
        assert not found.any()
        return

    def cost(states):
        rates = np.where(states, often, usual)
        entries = sum(b and not a for a, b in zip([False, *states[:-1]], states, strict=True))
        return -(relevant * np.log(rates) + (total - relevant) * np.log(1 - rates)).sum() + entries * 2 * np.log(
            len(total)
        )

    assert cost(found) == pytest.approx(min(cost(np.array(s)) for s in product([False, True], repeat=len(total))))


# Tree


def test_what_is_alike_is_joined_first():
    held = np.array([[9, 1, 0, 0], [8, 2, 0, 0], [0, 0, 5, 5]], dtype=float)
    tree = topic_tree(held, np.array([3, 4, 5]), lambda scores: [str(int(scores.argmax()))])
    assert tree[["node", "left", "right"]].to_numpy().tolist() == [[3, 0, 1], [4, 2, 3]]
    assert tree["size"].tolist() == [7, 12] and tree["distance"].is_monotonic_increasing
    assert tree["terms"].tolist()[0] == ["0"]
    assert topic_tree(held[:1], np.array([3]), lambda scores: []).empty


def test_the_tree_has_readable_nodes(model):
    tree = model.hierarchy()
    assert tree["node"].tolist() == [3, 4] and tree["size"].iloc[-1] == 36
    assert tree["terms"].map(len).min() > 3


# Stability


def test_real_topics_are_stable_and_a_split_theme_is_not(corpus, model):
    assert (model.stability(n_samples=8)["stability"] > 0.95).all()
    split = TopicModel(6).fit(corpus).stability(n_samples=8)
    assert split["stability"].min() < 0.75
    assert (split["lowest"] <= split["stability"]).all() and split["dissolved"].between(0, 1).all()


def test_agreement_by_hand():
    labels = np.array([0, 0, 1, 1, -1])
    same = topic_stability(labels, 3, lambda drawn: labels[drawn], n_samples=4)
    assert same["stability"].tolist()[:2] == [1, 1] and np.isnan(same["stability"][2])
    assert same["size"].tolist() == [2, 2, 0]
    merged = topic_stability(np.repeat([0, 1], 500), 2, lambda drawn: np.zeros(len(drawn), int), n_samples=4)
    assert merged["stability"].tolist() == pytest.approx([0.5, 0.5], abs=0.03)


# Map


def test_the_map_puts_themes_apart(model, corpus):
    flat = model.project()
    assert flat["doc_id"].tolist() == corpus["doc_id"].tolist() and flat.attrs["n_units"] == 36
    centers = flat.groupby(themes_of(flat))[["x", "y"]].transform("mean")
    spread = np.hypot(flat["x"] - centers["x"], flat["y"] - centers["y"]).mean()
    middles = centers.drop_duplicates().to_numpy()
    assert np.linalg.norm(middles[0] - middles[1]) > 1.5 * spread
    pd.testing.assert_frame_equal(flat, model.project())


@pytest.mark.parametrize("n", [0, 1, 2, 4, 5, 9])
def test_a_map_of_few_points(n):
    assert project(np.eye(max(n, 1))[:n]).shape == (n, 2)
    assert np.isfinite(project(np.ones((n, 3)))).all()


@given(st.lists(st.integers(-1, 3), max_size=40), st.integers(1, 50))
def test_a_sample_leaves_no_topic_out_while_there_is_room(labels, most):
    labels = np.array(labels, dtype=int)
    kept = draw_sample(labels, most)
    assert len(kept) == min(most, len(labels)) == len(set(kept)) and (np.diff(kept) > 0).all()
    if most >= 5:
        assert set(labels[kept]) == set(labels)
