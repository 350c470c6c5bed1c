"""How topics are learned: from embeddings, with seed words, in parts, with outliers, without copies; and kept in files."""

import json
import zipfile

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import adjusted_rand_score
from themes import THEMES, make_corpus, sentence, themes_of

from analysis import schema
from analysis.analyzer import ArabicAnalyzer
from analysis.duplicates import find_duplicates, without_duplicates
from analysis.topics import TopicModel


@pytest.fixture(scope="module")
def corpus():
    return make_corpus()


def places(n, groups=2, seed=0):
    """Points about as many centres, which have nothing to do with the words."""
    draw = np.random.default_rng(seed)
    return draw.normal(size=(n, 6)) + 9 * draw.normal(size=(groups, 6))[np.arange(n) % groups]


# Embeddings


def test_clusters_are_those_of_the_embeddings(corpus):
    model = TopicModel(2, embeddings=places(36)).fit(corpus)
    wanted = np.arange(36) % 2
    assert adjusted_rand_score(wanted, model.labels_) == 1
    assert adjusted_rand_score(wanted, model.transform(corpus).argmax(axis=1)) == 1
    part = corpus.iloc[7:20]
    assert np.array_equal(model.transform(part), model.transform(corpus)[7:20])
    assert np.allclose(model.transform(corpus).sum(axis=1), 1)


def test_a_function_embeds_new_texts(corpus):
    def by_theme(texts):
        return [[sum(word in text for word in words.split()) for words in THEMES.values()] for text in texts]

    model = TopicModel("auto", embeddings=by_theme).fit(corpus)
    assert model.n_topics_ == 3
    new = [sentence(theme, 999) for theme in THEMES]
    assert len(set(model.transform(new).argmax(axis=1))) == 3
    assert model.project(most=10)["doc_id"].nunique() == 10
    assert (model.stability(n_samples=3)["stability"] > 0.9).all()


def test_new_texts_without_embeddings_go_by_their_words(corpus):
    by_theme = np.eye(3)[np.arange(36) % 3] * 5
    model = TopicModel(3, embeddings=by_theme).fit(corpus)
    new = [sentence(theme, 999) for theme in THEMES]
    assert model.transform(new).argmax(axis=1).tolist() == model.labels_[:3].tolist()
    with pytest.raises(ValueError, match="embeddings"):
        model.stability(new)


def test_embeddings_of_few_articles_keep_them_whole():
    model = TopicModel(2, embeddings=places(4)).fit(
        [sentence("sea", i) + "\n\n" + sentence("sport", i) for i in range(4)]
    )
    assert model.unit_ == "article"


@pytest.mark.parametrize("wrong", [np.zeros((3, 2)), np.full((36, 2), np.nan), np.zeros(36)])
def test_embeddings_must_fit_the_texts(corpus, wrong):
    with pytest.raises(ValueError, match="embeddings must be finite numbers, one row for each of the 36"):
        TopicModel(2, embeddings=wrong).fit(corpus)


@pytest.mark.parametrize("parameter", [{"embeddings": np.zeros((36, 2))}, {"seed_words": [["بحر"]]}])
def test_what_guides_clusters_is_refused_elsewhere(corpus, parameter):
    with pytest.raises(ValueError, match=f"{next(iter(parameter))}.*method"):
        TopicModel(2, method="lda", **parameter).fit(corpus)


# A model2vec model, made here, kept in a folder and loaded from it


def test_a_local_embedding_model(corpus, tmp_path):
    model2vec = pytest.importorskip("model2vec", reason="the extra 'embeddings' is not installed")
    tokenizers = pytest.importorskip("tokenizers")
    words = {word: theme for theme, text in enumerate(THEMES.values()) for word in text.split()}
    tokenizer = tokenizers.Tokenizer(
        tokenizers.models.WordLevel({"[UNK]": 0} | {w: i for i, w in enumerate(words, 1)}, "[UNK]")
    )
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    vectors = np.vstack([np.zeros((1, 3)), np.eye(3)[list(words.values())]])
    model2vec.StaticModel(vectors, tokenizer).save_pretrained(str(tmp_path / "model"))
    encode = model2vec.StaticModel.from_pretrained(str(tmp_path / "model")).encode
    model = TopicModel(3, embeddings=encode).fit(corpus)
    assert adjusted_rand_score(themes_of(corpus), model.labels_) == 1


# Seed words


def test_seed_words_come_first_and_name_their_topics(corpus):
    model = TopicModel(3, seed_words={"رياضة": ["المباراة", "والملعب"], "بحر": ["السفينة"]}).fit(corpus)
    assert model.topics_["label"].tolist()[:2] == ["رياضة", "بحر"]
    assert set(themes_of(corpus)[model.labels_ == 0]) == {"sport"}
    assert set(themes_of(corpus)[model.labels_ == 1]) == {"sea"}
    assert "، " in TopicModel(3, seed_words=[["المباراة"]]).fit(corpus).topics_["label"][0]


def test_seed_words_decide_what_is_split(corpus):
    """With two topics for three themes, the seeds say which theme stands alone."""
    for theme in THEMES:
        model = TopicModel(2, seed_words=[THEMES[theme].split()]).fit(corpus)
        assert set(themes_of(corpus)[model.labels_ == 0]) == {theme}
        assert (model.labels_ == 0).sum() == 12


def test_auto_leaves_room_for_all_seeds(corpus):
    seeds = [[word] for word in ["السفينة", "الميناء", "المدرسة", "الطالب", "المباراة"]]
    assert TopicModel(seed_words=seeds).fit(corpus).n_topics_ >= 5


@pytest.mark.parametrize(
    ("seeds", "cause"),
    [
        ([["غائب"]], "counts none of the words غائب"),
        (["السفينة"], "collections of words"),
        ([["السفينة"]] * 4, "only 3"),
    ],
)
def test_wrong_seed_words_are_named(corpus, seeds, cause):
    with pytest.raises(ValueError, match=cause):
        TopicModel(3, seed_words=seeds).fit(corpus)


# Outliers


def test_no_outliers_unless_asked_for(corpus):
    model = TopicModel(3).fit(corpus)
    assert (model.labels_ >= 0).all() and np.allclose(model.transform(corpus).sum(axis=1), 1)


@pytest.mark.parametrize("method", ["cluster", "nmf", "lda"])
def test_outliers_are_the_share_asked_for(corpus, method):
    odd = schema.frame(
        "articles", [{"doc_id": "odd", "text": "زعفران وعنبر ومسك وعود " * 5 + "البحر المدرسة المباراة"}]
    )
    articles = pd.concat([corpus, odd], ignore_index=True)
    model = TopicModel(3, method=method, outliers=0.06).fit(articles)
    weights = model.transform(articles)
    assert np.flatnonzero(model.labels_ < 0).size == int(0.06 * 37) == 2
    assert model.labels_[-1] == -1 and not weights[-1].any()
    assert np.array_equal(weights.any(axis=1), model.labels_ >= 0)
    assert np.allclose(weights[model.labels_ >= 0].sum(axis=1), 1)
    assert "odd" not in set(model.paragraph_topics(articles)["doc_id"]) | set(model.representatives()["doc_id"])
    assert model.document_topics()["weight"].sum() == pytest.approx(35)


def test_outliers_of_embeddings_lie_furthest(corpus):
    space = places(36)
    space[5] += 100
    model = TopicModel(2, embeddings=space, outliers=0.03).fit(corpus)
    # The far point either stands alone as a topic or is the outlier; it never drags others along.
    assert (model.labels_ == -1).sum() == 1


@pytest.mark.parametrize("share", [-0.1, 1, 2])
def test_outliers_are_a_share(corpus, share):
    with pytest.raises(ValueError, match="outliers"):
        TopicModel(3, outliers=share).fit(corpus)


# In parts


@pytest.mark.parametrize("method", ["cluster", "nmf", "lda"])
def test_parts_are_learned_one_after_the_other(corpus, method):
    model = TopicModel(3, method=method)
    parts = [corpus.iloc[:18], corpus.iloc[18:27], corpus.iloc[27:]]
    for part in parts:
        assert model.partial_fit(part) is model
        assert model.labels_.shape == (len(part),)
    assert adjusted_rand_score(themes_of(corpus), model.transform(corpus).argmax(axis=1)) > 0.9
    assert model._sizes.sum() == pytest.approx(36)
    with pytest.raises(ValueError, match="keeps none"):
        model.document_topics()


def test_parts_change_terms_and_representatives(corpus):
    model = TopicModel(3).partial_fit(corpus.iloc[:18])
    before = model.topics_["articles"].explode().tolist()
    more = schema.frame(
        "articles", [{"doc_id": f"new{i}", "text": THEMES["sea"] + ". " + "اليخوت القارب"} for i in range(9)]
    )
    model.partial_fit(more)
    after = model.topics_["articles"].explode().tolist()
    assert set(after) - set(before) <= set(more["doc_id"]) and set(after) != set(before)
    again = TopicModel(3).partial_fit(corpus.iloc[:18]).partial_fit(more)
    pd.testing.assert_frame_equal(model.topics_, again.topics_)


def test_a_part_without_words_changes_nothing(corpus):
    model = TopicModel(3).partial_fit(corpus)
    before = model.topics_.copy()
    model.partial_fit(["", "123"])
    pd.testing.assert_frame_equal(model.topics_, before)


def test_embeddings_are_not_learned_in_parts(corpus):
    model = TopicModel(2, embeddings=places(36)).partial_fit(corpus)
    with pytest.raises(ValueError, match="partial_fit"):
        model.partial_fit(corpus)


# Copies


def test_topics_without_copies_are_assigned_to_them(corpus):
    copies = corpus.iloc[[0] * 30].assign(doc_id=[f"copy{i}" for i in range(30)])
    articles = pd.concat([corpus, copies], ignore_index=True)
    distinct = without_duplicates(articles)
    assert distinct["doc_id"].tolist() == corpus["doc_id"].tolist()
    model = TopicModel(3).fit(distinct)
    labels = model.transform(articles).argmax(axis=1)
    assert set(labels[36:]) == {labels[0]} and adjusted_rand_score(themes_of(corpus), labels[:36]) == 1
    again = without_duplicates(articles, find_duplicates(articles))
    pd.testing.assert_frame_equal(distinct, again)


# Files


@pytest.mark.parametrize("method", ["cluster", "nmf", "lda"])
def test_a_saved_model_is_the_same(corpus, method, tmp_path):
    model = TopicModel(3, method=method, n_terms=5, outliers=0.1, random_state=3).fit(corpus)
    path = model.save(tmp_path / "topics.npz")
    other = TopicModel.load(path)
    assert other.transform(corpus).tobytes() == model.transform(corpus).tobytes()
    pd.testing.assert_frame_equal(other.topics_, model.topics_)
    pd.testing.assert_frame_equal(other.hierarchy(), model.hierarchy())
    pd.testing.assert_frame_equal(other.representatives(corpus), model.representatives())
    assert other.get_params() == model.get_params()
    for one in (model, other):
        one.partial_fit(corpus.iloc[:9])
    pd.testing.assert_frame_equal(other.topics_, model.topics_)


def test_saved_models_of_all_sorts(corpus, tmp_path):
    grams = ArabicAnalyzer(stop_words=["وقال"], ngram_range=(1, 2))
    guided = TopicModel(analyzer=grams, seed_words={"بحر": ["السفينة"]}).fit(corpus)
    embedded = TopicModel(2, embeddings=places(36)).fit(corpus)
    with pytest.warns(UserWarning, match="no word"):
        empty = TopicModel(3).fit(["", "1"])
    for model in (guided, embedded, empty):
        other = TopicModel.load(model.save(tmp_path / "m.npz"))
        pd.testing.assert_frame_equal(other.topics_, model.topics_)
        pd.testing.assert_frame_equal(other.auto_curve_, model.auto_curve_)
        assert np.array_equal(other.transform(["بحر وسفينة"]), model.transform(["بحر وسفينة"]))
    assert TopicModel.load(guided.save(tmp_path / "m.npz")).topics_["label"][0] == "بحر"


def test_a_file_holds_no_pickle(corpus, tmp_path):
    path = TopicModel(3).fit(corpus).save(tmp_path / "m.npz")
    with zipfile.ZipFile(path) as archive:
        assert not any(b"\x80\x04" in archive.read(name)[:2] or name.endswith(".pkl") for name in archive.namelist())
    with np.load(path, allow_pickle=False) as arrays:
        assert all(arrays[name].dtype != object for name in arrays.files)


def test_nothing_in_a_file_is_run(corpus, tmp_path):
    path = TopicModel(3).fit(corpus).save(tmp_path / "m.npz")
    with np.load(path) as archive:
        arrays = dict(archive)
    state = json.loads(bytes(arrays["state"]))
    state["method"]["class"] = "Popen"
    arrays["state"] = np.frombuffer(json.dumps(state).encode(), np.uint8)
    np.savez(tmp_path / "other.npz", **arrays)
    with pytest.raises(ValueError, match=r"other\.npz is no topic model"):
        TopicModel.load(tmp_path / "other.npz")
    np.savez(tmp_path / "pickle.npz", state=np.array([{"format": 1}], dtype=object))
    with pytest.raises(ValueError, match="no topic model"):
        TopicModel.load(tmp_path / "pickle.npz")
    (tmp_path / "text.npz").write_text("not an archive")
    with pytest.raises(ValueError, match="no topic model"):
        TopicModel.load(tmp_path / "text.npz")
    with pytest.raises(FileNotFoundError):
        TopicModel.load(tmp_path / "absent.npz")


def test_only_an_own_analyzer_is_saved(corpus, tmp_path):
    class Other(ArabicAnalyzer):
        pass

    with pytest.raises(ValueError, match="Other"):
        TopicModel(3, analyzer=Other()).fit(corpus).save(tmp_path / "m.npz")
    assert not list(tmp_path.iterdir())
