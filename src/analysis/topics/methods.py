"""What a `analysis.topics.model.TopicModel` asks of a method, and the methods by name.

Each method is fitted on the counts of the units (articles or paragraphs), none of them empty, and gives

- ``partition_``, array of shape (n_units, n_topics): what of each unit last learned from a topic is made of;
- ``weights(counts, space)``, array of shape (n, n_topics): the topics of any units, rows summing to 1.

``space`` holds embeddings that the user brought, with NaN where there are none; ``evidence``, of shape (n_units,
n_seeds), what seed words say.
"""

from __future__ import annotations

from typing import Protocol, Self

import numpy as np
from scipy.sparse import csr_matrix

from analysis.topics.clusters import EmbeddedClusters, SelfTrainedClusters
from analysis.topics.factors import Factors

METHODS = ("cluster", "nmf", "lda")


class Method(Protocol):
    """What `analysis.topics.model.TopicModel` asks of a method."""

    partition_: np.ndarray

    def fit(self, counts: csr_matrix, space: np.ndarray | None, evidence: np.ndarray | None) -> Self: ...

    def partial_fit(self, counts: csr_matrix) -> Self: ...

    def weights(self, counts: csr_matrix, space: np.ndarray | None = None) -> np.ndarray: ...


def make_method(name: str, n_topics: int, random_state: int = 0, *, embedded: bool = False) -> Method:
    """The unfitted method of that name: ``cluster``, ``nmf`` or ``lda``; `embedded` for clusters of a given space."""
    if name == "cluster":
        return EmbeddedClusters(n_topics, random_state) if embedded else SelfTrainedClusters(n_topics, random_state)
    return Factors(name, n_topics, random_state)
