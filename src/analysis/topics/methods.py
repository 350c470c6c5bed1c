"""From word counts to topic weights: clusters that train themselves, and factorisations.

Each method is fitted on the counts of the units (articles or paragraphs), none of them empty, and gives

- ``partition_``, array of shape (n_units, n_topics): what of each unit a topic is made of;
- ``weights(counts)``, array of shape (n, n_topics): the topics of any units, rows summing to 1.
"""

from __future__ import annotations

from typing import Protocol, Self

import numpy as np
from scipy.sparse import csr_matrix
from scipy.special import softmax
from sklearn.base import BaseEstimator
from sklearn.cluster import KMeans
from sklearn.decomposition import NMF, LatentDirichletAllocation, TruncatedSVD
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.naive_bayes import ComplementNB
from sklearn.preprocessing import normalize

_FEWEST_COMPONENTS, _MOST_COMPONENTS = 20, 100
_STARTS = 10
_ROUNDS = 10


class Method(Protocol):
    """What `analysis.topics.model.TopicModel` asks of a method."""

    partition_: np.ndarray

    def fit(self, counts: csr_matrix) -> Self: ...

    def weights(self, counts: csr_matrix) -> np.ndarray: ...


def embed(counts: csr_matrix, n_topics: int = 0, random_state: int = 0) -> np.ndarray:
    """Place units in a space of few dimensions: TF-IDF, truncated SVD, unit length (latent semantic analysis).

    Few dimensions separate few topics best; a corpus that has no more of them is left as it is.

    Parameters
    ----------
    counts : sparse matrix of shape (n_units, n_keys)
    n_topics : int
        The space has at least as many dimensions, within 20 to 100.
    random_state : int

    Returns
    -------
    array of shape (n_units, n_dimensions)
    """
    tfidf = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
    dimensions = min(max(_FEWEST_COMPONENTS, n_topics), _MOST_COMPONENTS)
    if min(counts.shape) <= dimensions:
        return tfidf.toarray()
    return normalize(TruncatedSVD(dimensions, random_state=random_state).fit_transform(tfidf))


class SelfTrainedClusters(BaseEstimator):
    """K-means in the embedded space, then complement naive Bayes that trains itself on the clusters.

    K-means finds the groups in few dimensions but sees only those; the classifier (Rennie, Shih, Teevan and
    Karger 2003, "Tackling the poor assumptions of naive Bayes text classifiers") reads all words, assigns the
    units anew, learns from its own assignment and so on until nothing moves (hard expectation maximisation as
    in Nigam, McCallum, Thrun and Mitchell 2000).

    Parameters
    ----------
    n_topics : int
    random_state : int
    """

    def __init__(self, n_topics: int, random_state: int = 0) -> None:
        self.n_topics = n_topics
        self.random_state = random_state

    def fit(self, counts: csr_matrix) -> Self:
        """Find the clusters; none is empty."""
        space = embed(counts, self.n_topics, self.random_state)
        labels = KMeans(self.n_topics, n_init=_STARTS, random_state=self.random_state).fit(space).labels_
        tamed = _tame(counts)
        self.classifier_ = ComplementNB().fit(tamed, labels)
        for _ in range(_ROUNDS):
            moved = self.classifier_.predict(tamed)
            if np.array_equal(moved, labels) or len(np.unique(moved)) < self.n_topics:
                break
            labels = moved
            self.classifier_ = ComplementNB().fit(tamed, labels)
        self.partition_ = np.eye(self.n_topics)[labels]
        return self

    def weights(self, counts: csr_matrix) -> np.ndarray:
        """Tempered posterior: words of one text are not independent, so its log odds count as the root of its length."""
        tamed = _tame(counts)
        odds = self.classifier_.predict_joint_log_proba(tamed)
        length = np.asarray(tamed.sum(axis=1)).reshape(-1, 1)
        return softmax(odds / np.sqrt(np.maximum(length, 1)), axis=1)


def _tame(counts: csr_matrix) -> csr_matrix:
    """Counts to 1 + log(count): the tenth mention of a word says less than the first."""
    tamed = counts.astype(float)
    tamed.data = 1 + np.log(tamed.data)
    return tamed


class Factors(BaseEstimator):
    """Topics as factors of the word counts: ``nmf`` on TF-IDF or ``lda`` on the counts, both scikit-learn's.

    Parameters
    ----------
    method : {"nmf", "lda"}
    n_topics : int
    random_state : int
    """

    def __init__(self, method: str, n_topics: int, random_state: int = 0) -> None:
        self.method = method
        self.n_topics = n_topics
        self.random_state = random_state

    def fit(self, counts: csr_matrix) -> Self:
        """Find the factors."""
        if self.method == "lda":
            self.scale_ = None
            self.model_ = LatentDirichletAllocation(self.n_topics, max_iter=20, random_state=self.random_state)
        else:
            self.scale_ = TfidfTransformer(sublinear_tf=True).fit(counts)
            self.model_ = NMF(self.n_topics, init="nndsvda", max_iter=400, random_state=self.random_state)
        self.model_.fit(self._scaled(counts))
        self.partition_ = self.weights(counts)
        return self

    def weights(self, counts: csr_matrix) -> np.ndarray:
        """Loadings of the units, scaled to sum to 1."""
        loadings = self.model_.transform(self._scaled(counts))
        total = loadings.sum(axis=1, keepdims=True)
        return np.where(total > 0, loadings / np.where(total > 0, total, 1), 1 / self.n_topics)

    def _scaled(self, counts: csr_matrix) -> csr_matrix:
        return self.scale_.transform(counts) if self.scale_ is not None else counts


def make_method(name: str, n_topics: int, random_state: int = 0) -> Method:
    """The unfitted method of that name: ``cluster``, ``nmf`` or ``lda``."""
    if name == "cluster":
        return SelfTrainedClusters(n_topics, random_state)
    return Factors(name, n_topics, random_state)
