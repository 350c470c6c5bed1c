"""How many topics: the fewest that stand apart and come back from half of the data about as well as any."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score
from sklearn.metrics.pairwise import euclidean_distances
from sklearn.preprocessing import normalize

_MOST_UNITS = 4_000  # enough to tell; more only cost time
_HALVES = 6
_CURVE = {"n_topics": "int64", **dict.fromkeys(("separation", "stability", "score", "error"), "float64")}
_UNITS_PER_TOPIC = 6  # on average; with fewer, single stories pass for topics


def topic_number_curve(space: np.ndarray, most: int = 20, random_state: int = 0) -> pd.DataFrame:
    """Judge each number of topics by separation and stability.

    Parameters
    ----------
    space : array of shape (n_units, n_dimensions)
        From `analysis.topics.space.embed`, or embeddings.
    most : int
        Largest number to try; there are also at least six units a topic on average.
    random_state : int

    Returns
    -------
    DataFrame
        ``n_topics`` from 2, ``separation`` (simplified silhouette in squared distance, Hruschka et al. 2004: how much
        nearer units lie to their own centre than to the next, -1 to 1), ``stability`` (mean adjusted Rand index
        between clusterings learned from random halves, Ben-Hur et al. 2002), ``score``, their product, and ``error``,
        the standard error of the score over the pairs of halves. Empty for fewer than twelve units.
    """
    draw = np.random.default_rng(random_state)
    if len(space) > _MOST_UNITS:
        space = space[np.sort(draw.choice(len(space), _MOST_UNITS, replace=False))]
    n_units = len(space)
    halves = [np.sort(draw.choice(n_units, n_units // 2, replace=False)) for _ in range(_HALVES)]
    rows = []
    for n_topics in range(2, min(most, n_units // _UNITS_PER_TOPIC) + 1):
        centers = KMeans(n_topics, n_init=3, random_state=random_state).fit(space).cluster_centers_
        views = [
            KMeans(n_topics, n_init=2, random_state=random_state).fit(space[half]).predict(space) for half in halves
        ]
        agreements = [adjusted_rand_score(a, b) for a, b in combinations(views, 2)]
        separation, stability = _separation(space, centers), float(np.mean(agreements))
        error = abs(separation) * float(np.std(agreements, ddof=1)) / len(agreements) ** 0.5
        rows.append((n_topics, separation, stability, separation * stability, error))
    return pd.DataFrame(rows, columns=list(_CURVE)).astype(_CURVE)


def best_number(curve: pd.DataFrame, n_units: int) -> int:
    """Fewest topics whose score is within one standard error of the best (Breiman et al. 1984); 1 or 2 without a curve."""
    if curve.empty:
        return min(2, max(1, n_units // 2))
    best = curve.loc[curve["score"].idxmax()]
    return int(curve.loc[curve["score"] >= best["score"] - best["error"], "n_topics"].min())


def _separation(space: np.ndarray, centers: np.ndarray) -> float:
    if np.allclose((space**2).sum(axis=1), 1):
        centers = normalize(centers)  # on the sphere, where the squared distance is twice the cosine distance
    own, other = np.sort(euclidean_distances(space, centers, squared=True), axis=1)[:, :2].T
    return float(np.mean((other - own) / np.maximum(other, 1e-9)))
