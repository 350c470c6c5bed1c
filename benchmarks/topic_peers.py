"""Topic models to hold Naba's against: each takes texts, a number of topics and a seed, and gives labels and best keys.

All but the first read the same tokens, those of `analysis.ArabicAnalyzer`. What is not installed is left out of `MODELS`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.cluster import KMeans
from sklearn.decomposition import NMF, LatentDirichletAllocation, TruncatedSVD
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer, TfidfVectorizer
from sklearn.preprocessing import normalize

from analysis.analyzer import ArabicAnalyzer
from analysis.topics import TopicModel
from analysis.topics.terms import held_by_topic, term_scores

TERMS = 10


class Found(NamedTuple):
    """Topic of each text, and the best keys of each topic, if the model tells any."""

    labels: Sequence[int]
    keys: list[list[str]]


def vectorizer(texts: list[str]) -> CountVectorizer:
    """The tokens that all peers read."""
    return CountVectorizer(analyzer=ArabicAnalyzer(), min_df=5 if len(texts) > 1000 else 1, max_df=0.5)


def best_keys(scores: np.ndarray, keys: np.ndarray) -> list[list[str]]:
    return [[str(keys[i]) for i in np.argsort(-row, kind="stable")[:TERMS]] for row in scores]


def counted(texts: list[str]) -> tuple[csr_matrix, np.ndarray]:
    found = vectorizer(texts)
    return found.fit_transform(texts), found.get_feature_names_out()


def tokens(texts: list[str]) -> list[list[str]]:
    words = [*map(ArabicAnalyzer(), texts)]
    known = vectorizer(texts).set_params(analyzer=list).fit(words).vocabulary_
    return [[key for key in text if key in known] for text in words]


def naba(texts: list[str], topics: int | str, seed: int, method: str = "cluster") -> Found:
    model = TopicModel(topics, random_state=seed, method=method, unit="article", n_terms=TERMS).fit(texts)
    keys = [[model.analyzer_.key_of(term) for term in terms] for terms in model.topics_["terms"]]
    return Found(model.labels_.tolist(), keys)


def plain_kmeans(texts: list[str], topics: int, seed: int) -> Found:
    tfidf = TfidfVectorizer().fit_transform(texts)
    space = normalize(TruncatedSVD(min(100, len(texts) - 1), random_state=seed).fit_transform(tfidf))
    return Found(KMeans(topics, random_state=seed).fit_predict(space).tolist(), [])


def kmeans(texts: list[str], topics: int, seed: int) -> Found:
    counts, keys = counted(texts)
    tfidf = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
    space = normalize(TruncatedSVD(min(100, *(n - 1 for n in tfidf.shape)), random_state=seed).fit_transform(tfidf))
    labels = KMeans(topics, n_init=10, random_state=seed).fit_predict(space)
    return Found(labels.tolist(), best_keys(term_scores(held_by_topic(np.eye(topics)[labels], counts)), keys))


def sklearn_nmf(texts: list[str], topics: int, seed: int) -> Found:
    counts, keys = counted(texts)
    tfidf = TfidfTransformer().fit_transform(counts)
    model = NMF(topics, random_state=seed, max_iter=400).fit(tfidf)
    return Found(model.transform(tfidf).argmax(axis=1).tolist(), best_keys(model.components_, keys))


def sklearn_lda(texts: list[str], topics: int, seed: int) -> Found:
    counts, keys = counted(texts)
    model = LatentDirichletAllocation(topics, random_state=seed).fit(counts)
    return Found(model.transform(counts).argmax(axis=1).tolist(), best_keys(model.components_, keys))


def gensim_lda(texts: list[str], topics: int, seed: int) -> Found:
    from gensim.corpora import Dictionary
    from gensim.models import LdaModel

    words = tokens(texts)
    dictionary = Dictionary(words)
    bags = [dictionary.doc2bow(text) for text in words]
    model = LdaModel(bags, topics, dictionary, passes=10, random_state=seed)
    labels = [max(model.get_document_topics(bag, 0), key=lambda pair: pair[1])[0] for bag in bags]
    keys = [[dictionary[i] for i, _ in model.get_topic_terms(topic, TERMS)] for topic in range(topics)]
    return Found(labels, keys)


def tomotopy_lda(texts: list[str], topics: int, seed: int) -> Found:
    import tomotopy

    model = tomotopy.LDAModel(k=topics, seed=seed)
    for words in tokens(texts):
        model.add_doc(words or ["-"])
    model.train(1000, workers=1)
    labels = [int(np.argmax(text.get_topic_dist())) for text in model.docs]
    return Found(labels, [[word for word, _ in model.get_topic_words(topic, TERMS)] for topic in range(topics)])


def bertopic(texts: list[str], topics: int, seed: int) -> Found:
    """With TF-IDF and SVD for embeddings, as no transformer is at hand; its own UMAP, k-means and class-based TF-IDF."""
    from bertopic import BERTopic
    from umap import UMAP

    counts, _ = counted(texts)
    tfidf = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
    space = normalize(TruncatedSVD(min(100, *(n - 1 for n in tfidf.shape)), random_state=seed).fit_transform(tfidf))
    model = BERTopic(
        language="multilingual",  # "english" drops every Arabic letter
        umap_model=UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=seed),
        hdbscan_model=KMeans(topics, random_state=seed),
        vectorizer_model=CountVectorizer(analyzer=ArabicAnalyzer()),
        top_n_words=TERMS,
    )
    labels, _ = model.fit_transform(texts, embeddings=space)
    keys = [[word for word, _ in model.get_topic(topic)] for topic in sorted(set(labels))]
    return Found([int(one) for one in labels], keys)


_ALL: dict[str, tuple[tuple[str, ...], Callable[[list[str], int, int], Found]]] = {
    "k-means, plain scikit-learn": ((), plain_kmeans),
    "naba cluster": ((), naba),
    "naba cluster, n_topics=auto": ((), lambda texts, topics, seed: naba(texts, "auto", seed)),
    "naba nmf": ((), lambda texts, topics, seed: naba(texts, topics, seed, "nmf")),
    "naba lda": ((), lambda texts, topics, seed: naba(texts, topics, seed, "lda")),
    "k-means": ((), kmeans),
    "scikit-learn NMF": ((), sklearn_nmf),
    "scikit-learn LDA": ((), sklearn_lda),
    "gensim LDA": (("gensim",), gensim_lda),
    "tomotopy LDA": (("tomotopy",), tomotopy_lda),
    "BERTopic on SVD": (("bertopic", "umap"), bertopic),
}
MODELS = {name: model for name, (needed, model) in _ALL.items() if all(find_spec(one) for one in needed)}
ABSENT = [name for name in _ALL if name not in MODELS]
