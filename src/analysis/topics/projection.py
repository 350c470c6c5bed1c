"""A map of the units: two dimensions in which what is near has words in common."""

from __future__ import annotations

import numpy as np
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE

_FEWEST = 5  # units that t-SNE needs
_PERPLEXITY = 30.0


def draw_sample(labels: np.ndarray, most: int, random_state: int = 0) -> np.ndarray:
    """Indices of at most so many units: each topic by its share, but no topic left without one while there is room.

    Parameters
    ----------
    labels : array of shape (n_units,)
    most : int
    random_state : int

    Returns
    -------
    array
        Ascending.
    """
    if len(labels) <= most:
        return np.arange(len(labels))
    draw = np.random.default_rng(random_state)
    shuffled = draw.permutation(len(labels))
    # The first unit of each topic comes first, then all as they were drawn.
    _, first = np.unique(labels[shuffled], return_index=True)
    order = np.concatenate([np.sort(first), np.setdiff1d(np.arange(len(labels)), first)])
    return np.sort(shuffled[order[:most]])


def project(space: np.ndarray, random_state: int = 0) -> np.ndarray:
    """Two dimensions by t-SNE (van der Maaten and Hinton 2008), started from the principal components.

    Parameters
    ----------
    space : array of shape (n_units, n_dimensions)
    random_state : int

    Returns
    -------
    array of shape (n_units, 2)
        Fewer than five units, or units all alike, have their principal components.
    """
    n_units = len(space)
    centered = space - space.mean(axis=0) if n_units else space
    if n_units < _FEWEST or not centered.any():
        flat = np.zeros((n_units, 2))
        size = min(2, *centered.shape)
        if size and centered.any():
            flat[:, :size] = PCA(size, svd_solver="full").fit_transform(centered)
        return flat
    init = np.zeros((n_units, 2))
    size = min(2, centered.shape[1])
    init[:, :size] = PCA(size, svd_solver="full").fit_transform(centered)
    init *= 1e-4 / max(init[:, 0].std(), 1e-12)
    perplexity = min(_PERPLEXITY, (n_units - 1) / 3)
    found = TSNE(init=init, perplexity=perplexity, random_state=random_state, n_jobs=1).fit_transform(centered)
    return np.asarray(found, dtype=float)
