"""Topics as clusters: found in a space of few dimensions, then read from all words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

import numpy as np
from scipy.sparse import csr_matrix
from scipy.special import softmax
from sklearn.base import BaseEstimator
from sklearn.cluster import KMeans
from sklearn.naive_bayes import ComplementNB

from analysis.topics.seeds import anchors
from analysis.topics.space import embed

_STARTS = 10
_ROUNDS = 10
_FUZZINESS = 1.5


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

    def fit(self, counts: csr_matrix, space: np.ndarray | None = None, evidence: np.ndarray | None = None) -> Self:
        """Find the clusters; none is empty. The first are those that seed words give `evidence` for."""
        space = embed(counts, self.n_topics, self.random_state)
        found = _k_means(space, self.n_topics, self.random_state, evidence)
        kept = np.full(len(space), -1) if evidence is None else anchors(evidence, self.n_topics)
        labels = np.where(kept >= 0, kept, found)
        tamed = _tame(counts)
        self.classifier_ = ComplementNB().fit(tamed, labels)
        for _ in range(_ROUNDS):
            moved = np.where(kept >= 0, kept, self.classifier_.predict(tamed))
            if np.array_equal(moved, labels) or len(np.unique(moved)) < self.n_topics:
                break
            labels = moved
            self.classifier_ = ComplementNB().fit(tamed, labels)
        self.partition_ = np.eye(self.n_topics)[labels]
        return self

    def partial_fit(self, counts: csr_matrix) -> Self:
        """Learn from more units, each as what it is taken for."""
        tamed = _tame(counts)
        labels = self.classifier_.predict(tamed)
        self.classifier_.partial_fit(tamed, labels)
        self.partition_ = np.eye(self.n_topics)[labels]
        return self

    def weights(self, counts: csr_matrix, space: np.ndarray | None = None) -> np.ndarray:
        """Tempered posterior: words of one text are not independent, so its log odds count as the root of its length."""
        return _tempered(self.classifier_, counts)


class EmbeddedClusters(BaseEstimator):
    """K-means in a given space. Units outside of it are judged by their words: by naive Bayes over the clusters.

    Weights are the memberships of fuzzy c-means (Bezdek 1981) in the clusters found.

    Parameters
    ----------
    n_topics : int
    random_state : int
    """

    def __init__(self, n_topics: int, random_state: int = 0) -> None:
        self.n_topics = n_topics
        self.random_state = random_state

    def fit(self, counts: csr_matrix, space: np.ndarray, evidence: np.ndarray | None = None) -> Self:
        """Find the clusters in `space`; the first are those that seed words give `evidence` for."""
        labels = _k_means(space, self.n_topics, self.random_state, evidence)
        self.centers_ = np.array([space[labels == topic].mean(axis=0) for topic in range(self.n_topics)])
        self.classifier_ = ComplementNB().fit(_tame(counts), labels) if counts.shape[1] else None
        self.partition_ = np.eye(self.n_topics)[labels]
        return self

    def partial_fit(self, counts: csr_matrix) -> Self:
        """Not to be had: the space of the units to come is not known."""
        raise ValueError("partial_fit goes by words: take a model without embeddings")

    def weights(self, counts: csr_matrix, space: np.ndarray | None = None) -> np.ndarray:
        """Memberships by distance to the centres, by words where a row of `space` is missing."""
        weights = np.full((counts.shape[0], self.n_topics), 1 / self.n_topics)
        placed = np.isfinite(space).all(axis=1) if space is not None else np.zeros(counts.shape[0], dtype=bool)
        if space is not None and placed.any():
            distances = ((space[placed, None, :] - self.centers_) ** 2).sum(axis=2)
            weights[placed] = softmax(-np.log(np.maximum(distances, 1e-12)) / (_FUZZINESS - 1), axis=1)
        worded = ~placed & (np.asarray(counts.sum(axis=1)).ravel() > 0)
        if self.classifier_ is not None and worded.any():
            weights[worded] = _tempered(self.classifier_, counts[worded])
        return weights


def _tame(counts: csr_matrix) -> csr_matrix:
    """Counts to 1 + log(count): the tenth mention of a word says less than the first."""
    tamed = counts.astype(float)
    tamed.data = 1 + np.log(tamed.data)
    return tamed


def _tempered(classifier: ComplementNB, counts: csr_matrix) -> np.ndarray:
    tamed = _tame(counts)
    odds = classifier.predict_joint_log_proba(tamed)
    length = np.asarray(tamed.sum(axis=1)).reshape(-1, 1)
    return softmax(odds / np.sqrt(np.maximum(length, 1)), axis=1)


def _k_means(space: np.ndarray, n_topics: int, random_state: int, evidence: np.ndarray | None) -> np.ndarray:
    """Labels by k-means; `evidence` for guided topics adds dimensions as wide as the space and tells where to start."""
    if evidence is None:
        return KMeans(n_topics, n_init=_STARTS, random_state=random_state).fit(space).labels_
    width = np.sqrt(((space - space.mean(axis=0)) ** 2).sum(axis=1).mean())
    start = _start_at(anchors(evidence, n_topics))
    found = KMeans(n_topics, init=start, n_init=_STARTS, random_state=random_state)
    return found.fit(np.hstack([space, width * evidence])).labels_


def _start_at(anchored: np.ndarray) -> Callable[[np.ndarray, int, np.random.RandomState], np.ndarray]:
    """Starts of k-means at the anchors (Basu, Banerjee and Mooney 2002), the others far from them as in k-means++."""

    def start(space: np.ndarray, n_clusters: int, random_state: np.random.RandomState) -> np.ndarray:
        centers = [space[anchored == topic].mean(axis=0) for topic in range(anchored.max() + 1)]
        nearest = np.min([((space - center) ** 2).sum(axis=1) for center in centers], axis=0)
        while len(centers) < n_clusters:
            far = nearest / nearest.sum() if nearest.sum() > 0 else None
            centers.append(space[random_state.choice(len(space), p=far)])
            nearest = np.minimum(nearest, ((space - centers[-1]) ** 2).sum(axis=1))
        return np.array(centers)

    return start
