"""Which topics belong together: a tree over them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import pdist

from analysis.topics.terms import label, term_scores

_TREE = {
    "node": "int64",
    "left": "int64",
    "right": "int64",
    "distance": "float64",
    "size": "float64",
    "label": "str",
    "terms": "object",
}
_SMOOTHING = 0.01  # added to every count, so that no distribution has a zero


def topic_tree(held: np.ndarray, sizes: np.ndarray, name: Callable[[np.ndarray], list[str]]) -> pd.DataFrame:
    """Join the two topics that use words most alike, then the next, until one is left (average linkage).

    The distance is the square root of the Jensen-Shannon divergence of their words (Endres and Schindelin 2003).

    Parameters
    ----------
    held : array of shape (n_topics, n_keys)
        From `analysis.topics.terms.held_by_topic`.
    sizes : array of shape (n_topics,)
    name : callable
        Scores of the keys to terms.

    Returns
    -------
    DataFrame
        A row for each join: ``node`` (numbered on from the topics), what it joins (``left`` and ``right``: a topic or
        an earlier node), their ``distance`` (0 to 0.83 and never falling), its ``size`` in units, ``label`` and
        ``terms`` (list of str): what tells all its topics from the others, at the root what is frequent.
    """
    n_topics = len(held)
    if n_topics < 2:
        return pd.DataFrame(columns=list(_TREE)).astype(_TREE)
    words = held + _SMOOTHING
    joins = linkage(pdist(words / words.sum(axis=1, keepdims=True), "jensenshannon"), method="average")
    parts = [*held]
    masses = [*sizes]
    rows = []
    for step, (left, right, distance, _) in enumerate(joins):
        a, b = sorted((int(left), int(right)))
        parts.append(parts[a] + parts[b])
        masses.append(masses[a] + masses[b])
        rest = held.sum(axis=0) - parts[-1]
        is_root = step == n_topics - 2
        terms = name(term_scores(parts[-1][None] if is_root else np.stack([parts[-1], rest]))[0])
        rows.append((n_topics + step, a, b, distance, masses[-1], label(terms), terms))
    return pd.DataFrame(rows, columns=list(_TREE)).astype(_TREE)
