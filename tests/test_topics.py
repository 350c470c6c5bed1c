"""Topic models: an estimator that finds invented themes, on a corpus as on one article."""

import doctest
import warnings
from importlib import import_module
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score
from themes import THEMES, make_corpus, sentence, themes_of

from analysis import schema
from analysis.topics import TopicModel
from analysis.topics.number import best_number, topic_number_curve
from analysis.topics.quality import diversity, npmi


@pytest.fixture(scope="module")
def corpus():
    return make_corpus()


@pytest.fixture(scope="module")
def article():
    return "\n\n".join(sentence(theme, i) for i in range(5) for theme in THEMES)


@pytest.mark.parametrize("method", ["cluster", "nmf", "lda"])
def test_methods_find_the_themes(corpus, method):
    weights = TopicModel(3, method=method).fit_transform(corpus)
    assert weights.shape == (36, 3)
    assert np.allclose(weights.sum(axis=1), 1)
    assert adjusted_rand_score(themes_of(corpus), weights.argmax(axis=1)) > 0.9


def test_number_of_topics_is_found(corpus):
    model = TopicModel().fit(corpus)
    assert model.n_topics_ == 3
    best = model.auto_curve_.set_index("n_topics")["score"].idxmax()
    assert best == 3
    assert model.auto_curve_["score"].equals(model.auto_curve_["separation"] * model.auto_curve_["stability"])


def test_terms_are_written_forms_of_their_theme(corpus):
    model = TopicModel(3, n_terms=5).fit(corpus)
    for terms in model.topics_["terms"]:
        assert len(terms) == 5
        assert any(set(terms) <= set(words.split()) for words in THEMES.values())
    assert list(model.topics_["label"]) == ["، ".join(terms[:3]) for terms in model.topics_["terms"]]


def test_no_two_terms_look_alike():
    texts = [
        "المصانع ومصنع الزجاج والزجاجية والزجاجات لامعة",
        "الزجاج في مصانع الزجاجيات",
        "بحر وموج وشراع",
        "موج البحر",
    ] * 5
    terms = {word for words in TopicModel(2, unit="article").fit(texts).topics_["terms"] for word in words}
    assert sum("زجاج" in term for term in terms) == 1


def test_topics_are_ordered_by_size():
    texts = [sentence("sea", i) for i in range(4)] + [sentence("sport", i) for i in range(9)]
    model = TopicModel(2, unit="article").fit(texts)
    assert model.labels_.tolist() == [1] * 4 + [0] * 9


def test_one_article_is_read_by_paragraphs(article):
    model = TopicModel(3).fit([article])
    assert model.unit_ == "paragraph"
    assert model.transform([article]) == pytest.approx(np.full((1, 3), 1 / 3), abs=0.1)
    found = model.paragraph_topics([article])
    assert all(article[row.start : row.end] == row.text for row in found.itertuples())
    assert adjusted_rand_score([*THEMES] * 5, found["topic"]) == 1


def test_number_of_topics_in_one_article():
    article = "\n\n".join(sentence(theme, i) for i in range(7) for theme in THEMES)
    assert TopicModel().fit([article]).n_topics_ == 3


def test_same_seed_same_bits(corpus):
    one, other = (TopicModel(random_state=4).fit(corpus) for _ in range(2))
    assert one.transform(corpus).tobytes() == other.transform(corpus).tobytes()
    pd.testing.assert_frame_equal(one.topics_, other.topics_)
    pd.testing.assert_frame_equal(one.auto_curve_, other.auto_curve_)


def test_it_is_an_estimator(corpus):
    model = TopicModel(3, method="nmf", random_state=2)
    copy = clone(model)
    assert copy.get_params() == model.get_params()
    with pytest.raises(NotFittedError):
        copy.transform(corpus)
    with pytest.raises(NotFittedError):
        copy.representatives(corpus)
    frame = copy.fit(corpus).set_output(transform="pandas").transform(corpus)
    assert list(frame.columns) == ["topic_0", "topic_1", "topic_2"]
    assert len(copy.document_topics(corpus)) == 3 * len(corpus)


@pytest.mark.parametrize(
    "parameters", [{"n_topics": 0}, {"n_topics": "many"}, {"n_topics": 2.5}, {"method": "magic"}, {"unit": "word"}]
)
def test_wrong_parameters_are_named(corpus, parameters):
    with pytest.raises(ValueError, match=next(iter(parameters))):
        TopicModel(**parameters).fit(corpus)


def test_no_article_is_an_error():
    with pytest.raises(ValueError, match="no article"):
        TopicModel().fit([])
    with pytest.raises(TypeError, match="one text"):
        TopicModel().fit("نص واحد")


def test_too_many_topics_are_lowered_with_a_warning():
    texts = ["بحر وموج", "بحر وموج", "مدرسة وطالب"]
    with pytest.warns(UserWarning, match="lowered to 2"):
        model = TopicModel(7).fit(texts)
    assert model.n_topics_ == 2
    assert model.transform(texts).argmax(axis=1).tolist() == [0, 0, 1]


def test_of_its_own_accord_no_topic_is_a_story():
    themes = [sentence(theme, i) for i in range(60) for theme in THEMES]
    odd = ["زعفران وعنبر ومسك وعود وصندل وبخور " * 4] * 2
    model = TopicModel().fit(themes + odd)
    assert np.bincount(model.labels_).min() >= 3
    assert TopicModel(4).fit(themes + odd).n_topics_ == 4  # a number that is asked for is kept


def test_identical_texts_are_one_topic():
    model = TopicModel().fit([sentence("sea", 1)] * 30)
    assert model.n_topics_ == 1
    assert len(model.topics_["terms"][0]) > 5


def test_without_words_there_is_one_nameless_topic():
    with pytest.warns(UserWarning, match="no word"):
        model = TopicModel().fit(["", "123", None])
    assert model.transform(["", "بحر"]).tolist() == [[1.0], [1.0]]
    assert model.topics_["label"].isna().all()
    assert model.labels_.tolist() == [-1]  # one paragraph, without words


@pytest.mark.parametrize("method", ["cluster", "nmf", "lda"])
@pytest.mark.parametrize(("n_topics", "copies"), [("auto", 1), ("auto", 12), (3, 12)])
def test_without_words_everything_else_works(method, n_topics, copies):
    articles = schema.frame("articles", [{"doc_id": f"d{i}", "text": "123 456"} for i in range(copies)])
    articles["published"] = pd.Timestamp("2031-05-01")
    with pytest.warns(UserWarning, match="no word") as caught:
        model = TopicModel(n_topics, method=method).fit(articles)
    assert len(caught) == 1
    assert model.topics_["terms"].tolist() == [[]] and model.topics_["label"].isna().all()
    assert model.transform(articles).tolist() == [[1.0]] * copies
    assert model.document_topics(articles)["weight"].tolist() == [1.0] * copies
    assert model.representatives(articles).empty and model.paragraph_topics(articles).empty
    assert model.over_time(articles)["weight"].tolist() == [copies]


def test_words_of_one_or_two_units_name_nothing(corpus):
    texts = [text + " زعفران" * 9 if i < 2 else text + f" كلمة{i}" for i, text in enumerate(corpus["text"])]
    model = TopicModel(3, n_terms=50).fit(texts)
    assert "زعفران" in model.vocabulary_
    assert "زعفران" not in {word for words in model.topics_["terms"] for word in words}
    assert "زعفران" in TopicModel(2, n_terms=50).fit(texts[:4]).topics_["terms"].explode().tolist()


def test_an_unknown_text_has_all_topics_equally(corpus):
    weights = TopicModel(3).fit(corpus).transform(["", "xyz"])
    assert weights == pytest.approx(np.full((2, 3), 1 / 3))


@given(
    st.lists(st.text(alphabet="ابتثمنو .\n\x00a1\u0651ﷺ\ud800", max_size=20), min_size=1, max_size=6),
    st.sampled_from([2, "auto"]),
)
@settings(max_examples=40, deadline=None)
def test_any_texts_do(texts, n_topics):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        model = TopicModel(n_topics).fit(texts)
    weights = model.transform(texts)
    assert weights.shape == (len(texts), model.n_topics_)
    assert np.allclose(weights.sum(axis=1), 1) and (weights >= 0).all()
    assert len(model.topics_) == model.n_topics_


# The frames


def test_document_topics(corpus):
    model = TopicModel(3).fit(corpus)
    data = model.document_topics(corpus)
    assert data.dtypes.astype(str).to_dict() == schema.FRAMES["topics"]
    assert np.allclose(data.groupby("doc_id")["weight"].sum(), 1)
    assert model.document_topics(corpus.iloc[:0]).dtypes.astype(str).to_dict() == schema.FRAMES["topics"]


def test_representatives_point_into_the_articles(corpus):
    model = TopicModel(3).fit(corpus)
    data = model.representatives(corpus, n=2)
    assert data.groupby("topic")["rank"].apply(list).tolist() == [[1, 2]] * 3
    texts = corpus.set_index("doc_id")["text"]
    assert all(texts[row.doc_id][row.start : row.end] == row.text for row in data.itertuples())
    chief = dict(zip(corpus["doc_id"], model.transform(corpus).argmax(axis=1), strict=True))
    assert all(chief[row.doc_id] == row.topic for row in data.itertuples())


def test_over_time(corpus):
    model = TopicModel(3).fit(corpus)
    undated = corpus.assign(published=corpus["published"].where(corpus.index > 2))
    data = model.over_time(undated)
    assert data["weight"].sum() == pytest.approx(33)
    assert np.allclose(data.groupby("period")["share"].sum(), 1)
    assert len(data) == 4 * 3
    assert model.over_time(corpus, "M")["period"].unique().tolist() == [pd.Timestamp("2031-05-01")]
    empty = model.over_time(corpus.assign(published=pd.NaT))
    assert list(empty.columns) == list(data.columns) and empty.empty


@pytest.mark.parametrize(
    "name",
    [
        "analyzer",
        "duplicates",
        "features",
        "display.topic_map",
        *(f"topics.{m}" for m in ("model", "quality", "trends")),
    ],
)
def test_examples_in_the_documentation(name):
    outcome = doctest.testmod(import_module(f"analysis.{name}"))
    assert outcome.attempted and not outcome.failed


# Number and quality


def test_curve_of_too_few_units_is_empty():
    assert topic_number_curve(np.eye(11)).empty
    assert topic_number_curve(np.eye(18))["n_topics"].tolist() == [2, 3]
    assert best_number(topic_number_curve(np.eye(1)), 1) == 1


def test_fewest_topics_within_one_standard_error():
    curve = pd.DataFrame({"n_topics": [2, 3, 4, 5], "score": [0.1, 0.45, 0.3, 0.5], "error": [0.9, 0.0, 0.0, 0.06]})
    assert best_number(curve, 40) == 3
    assert best_number(curve.assign(error=0.01), 40) == 5


def test_chance_groups_do_not_fill_the_range():
    space = np.abs(np.random.default_rng(1).normal(size=(66, 40)))
    curve = topic_number_curve(space / np.linalg.norm(space, axis=1, keepdims=True))
    assert curve["n_topics"].max() == 66 // 6
    assert np.allclose(curve["score"], curve["separation"] * curve["stability"]) and (curve["error"] >= 0).all()
    assert best_number(curve, 66) < 66 // 6


def test_npmi_by_hand():
    counts = np.array([[1, 1, 0], [1, 0, 0], [0, 1, 1], [0, 0, 1]])
    # p(a)=p(b)=1/2, p(ab)=1/4: independent; a and c never meet.
    assert npmi([["a", "b"]], counts, ["a", "b", "c"]) == pytest.approx(0)
    assert npmi([["a", "c"]], counts, ["a", "b", "c"]) == -1
    assert np.isnan(npmi([["a"]], counts, ["a", "b", "c"]))
    with pytest.raises(KeyError):
        npmi([["a", "z"]], counts, ["a", "b", "c"])


def test_diversity_by_hand():
    assert diversity([["a", "b"], ["b", "c"]]) == 0.75


def test_npmi_is_gensims():
    """Document co-occurrence: gensim's sliding window, wider than any text. Pairs that never meet count -1 here alone."""
    gensim = pytest.importorskip("gensim", reason="gensim is not installed")
    from gensim.models import CoherenceModel
    from sklearn.feature_extraction.text import CountVectorizer

    draw = np.random.default_rng(5)
    words = np.array([*"ابتثجحخد"])
    texts = [[*draw.choice(words, 5, replace=False)] for _ in range(200)]
    topics = [["ا", "ب", "ت"], ["ج", "ح", "خ", "د"]]
    theirs = CoherenceModel(
        topics=topics, texts=texts, dictionary=gensim.corpora.Dictionary(texts), coherence="c_npmi", window_size=99
    ).get_coherence()
    vectorizer = CountVectorizer(analyzer=list)
    counts = vectorizer.fit_transform(texts)
    assert npmi(topics, counts, vectorizer.get_feature_names_out().tolist()) == pytest.approx(theirs, abs=1e-9)


LABELLED = Path(__file__).resolve().parents[2] / "shared" / "data" / "sanad_dev.parquet"


@pytest.mark.skipif(not LABELLED.exists(), reason="the labelled sample is not here")
def test_real_articles_fall_into_their_sections():
    data = pd.read_parquet(LABELLED).groupby("label").head(40)
    model = TopicModel(7).fit(data)
    assert normalized_mutual_info_score(data["label"], model.transform(data).argmax(axis=1)) > 0.7
