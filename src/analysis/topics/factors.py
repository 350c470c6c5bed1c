"""Topics as factors of the word counts: scikit-learn's NMF and LDA."""

from __future__ import annotations

from typing import Self

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.base import BaseEstimator
from sklearn.decomposition import NMF, LatentDirichletAllocation, MiniBatchNMF
from sklearn.feature_extraction.text import TfidfTransformer


class Factors(BaseEstimator):
    """Topics as factors of the word counts: ``nmf`` on TF-IDF or ``lda`` on the counts.

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

    def fit(self, counts: csr_matrix, space: np.ndarray | None = None, evidence: np.ndarray | None = None) -> Self:
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

    def partial_fit(self, counts: csr_matrix) -> Self:
        """Learn from more units: online variational Bayes (Hoffman et al. 2010), online NMF (Lefèvre et al. 2011)."""
        scaled = self._scaled(counts)
        if isinstance(self.model_, NMF):
            found = self.model_
            self.model_ = MiniBatchNMF(self.n_topics, init="custom", random_state=self.random_state)
            self.model_.partial_fit(scaled, W=found.transform(scaled), H=found.components_.copy())
        else:
            self.model_.partial_fit(scaled)
        self.partition_ = self.weights(counts)
        return self

    def weights(self, counts: csr_matrix, space: np.ndarray | None = None) -> np.ndarray:
        """Loadings of the units, scaled to sum to 1."""
        loadings = self.model_.transform(self._scaled(counts))
        total = loadings.sum(axis=1, keepdims=True)
        return np.where(total > 0, loadings / np.where(total > 0, total, 1), 1 / self.n_topics)

    def _scaled(self, counts: csr_matrix) -> csr_matrix:
        return self.scale_.transform(counts) if self.scale_ is not None else counts
