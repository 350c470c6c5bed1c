"""Which topics to trust: those that come back when the corpus is drawn anew."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from analysis.progress import with_progress

_STABILITY = {"topic": "int64", "size": "int64", "stability": "float64", "lowest": "float64", "dissolved": "float64"}
_MOST_UNITS = 4_000  # enough to tell; more only cost time
_LONG = 1_000  # units from which on a sample takes long enough for a bar
_DISSOLVED = 0.5


def topic_stability(
    labels: np.ndarray,
    n_topics: int,
    relabel: Callable[[np.ndarray], np.ndarray],
    n_samples: int = 20,
    random_state: int = 0,
    progress: bool | None = None,
) -> pd.DataFrame:
    """Bootstrap agreement of each topic (Hennig 2007, "Cluster-wise assessment of cluster stability").

    Parameters
    ----------
    labels : array of shape (n_units,)
        Topic of each unit; -1 for a unit without one.
    n_topics : int
    relabel : callable
        Indices of units, drawn with replacement, to labels learned from those units alone.
    n_samples : int
    random_state : int
    progress : bool, optional

    Returns
    -------
    DataFrame
        ``topic``; ``size`` in units; ``stability``, the mean over the samples of the Jaccard similarity with the most
        similar topic found in the sample; ``lowest``, the least of them; ``dissolved``, the share of samples in which
        it is at most one half. NaN for a topic that no unit has. Hennig's reading: above .85 a topic is very stable,
        above .75 it can be trusted, between .6 and .75 its core is real but its border is not, below it is chance.
    """
    draw = np.random.default_rng(random_state)
    usable = np.flatnonzero(labels >= 0)
    size = min(len(usable), _MOST_UNITS)
    agreement = np.full((n_samples, n_topics), np.nan)
    shown = size > _LONG if progress is None else progress
    for row in with_progress(agreement, n_samples, "stability", shown, "sample"):
        drawn = draw.choice(usable, size) if size else usable
        units, first = np.unique(drawn, return_index=True)
        found = relabel(drawn)[first]
        for topic in range(n_topics):
            own = labels[units] == topic
            if own.any():
                row[topic] = max(
                    np.mean((found == f)[own | (found == f)] & own[own | (found == f)]) for f in set(found)
                )
    seen = np.isfinite(agreement)
    counted = np.maximum(seen.sum(axis=0), 1)
    missing = ~seen.any(axis=0)
    data = {
        "topic": np.arange(n_topics),
        "size": np.bincount(labels[usable], minlength=n_topics),
        "stability": np.where(missing, np.nan, np.where(seen, agreement, 0).sum(axis=0) / counted),
        "lowest": np.where(missing, np.nan, np.where(seen, agreement, np.inf).min(axis=0)),
        "dissolved": np.where(missing, np.nan, (np.where(seen, agreement, np.inf) <= _DISSOLVED).sum(axis=0) / counted),
    }
    return pd.DataFrame(data).astype(_STABILITY)
