"""Where units lie: in a space of few dimensions made of their words, or in one that the user brings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.preprocessing import normalize

Embeddings: TypeAlias = "np.ndarray | Callable[[list[str]], Any] | None"

_FEWEST_COMPONENTS, _MOST_COMPONENTS = 20, 100


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


class GivenSpace:
    """Embeddings that the user brings: a function of texts, or rows that belong to the texts of `fit`.

    Parameters
    ----------
    embeddings : array of shape (n_units, n_dimensions) or callable
        A callable takes a list of texts and gives such an array.
    texts : list of str
        The units that the model is fitted on.

    Raises
    ------
    ValueError
        If there is not one row of finite numbers for each unit.
    """

    def __init__(self, embeddings: Embeddings, texts: list[str]) -> None:
        self.function = embeddings if callable(embeddings) else None
        self.fitted = _checked(self.function(texts) if self.function else embeddings, len(texts))
        self._row_of = {text: i for i, text in enumerate(texts)}

    def of(self, texts: Sequence[str]) -> np.ndarray:
        """Rows of the texts; a text that neither a function nor `fit` gives a row has one of NaN."""
        if self.function is not None:
            return _checked(self.function(list(texts)), len(texts)) if texts else self.fitted[:0]
        rows = np.array([self._row_of.get(text, -1) for text in texts], dtype=np.intp)
        return np.where(rows[:, None] >= 0, self.fitted[rows], np.nan)


def _checked(rows: Any, n_units: int) -> np.ndarray:
    array = np.asarray(rows, dtype=float)
    if array.ndim != 2 or len(array) != n_units or not np.isfinite(array).all():
        raise ValueError(
            f"embeddings must be finite numbers, one row for each of the {n_units} texts that topics are learned from "
            f"(see unit), not an array of shape {array.shape}"
        )
    return array
