"""Who writes, or speaks, about what: topics against outlets, speakers or any other groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

_COMPARED = {"topic": "int64", "weight": "float64", "share": "float64", "lift": "float64", "z": "float64"}


def compare_groups(weights: np.ndarray, groups: Sequence[Any] | pd.Series, name: str = "group") -> pd.DataFrame:
    """Hold the topics of each group against those of all others.

    Parameters
    ----------
    weights : array of shape (n_rows, n_topics)
    groups : sequence of shape (n_rows,)
        A row without a group (missing) is left out.
    name : str
        Of the column that names the group.

    Returns
    -------
    DataFrame
        Groups by size, largest first: the group, ``topic``, ``weight`` (sum over its rows), ``share`` (of the group),
        ``lift`` (its share against that of all groups together; missing for a topic that nobody has) and ``z``: the
        log odds against the other groups in standard errors, with all groups together as the prior (Monroe, Colaresi
        and Quinn 2008, "Fightin' words"): beyond 2 or -2 it is hardly chance. With one group all ``z`` are missing.
    """
    column = pd.Series(groups).reset_index(drop=True)
    known = column.notna().to_numpy()
    kinds = column[known].value_counts(sort=True)
    kinds = kinds.sort_index(kind="stable").sort_values(ascending=False, kind="stable").index
    number = pd.Index(kinds).get_indexer(column[known])
    n_topics = weights.shape[1]
    sums = np.zeros((len(kinds), n_topics))
    np.add.at(sums, number, weights[known])
    totals, overall = sums.sum(axis=1, keepdims=True), sums.sum(axis=0)
    shares = sums / np.where(totals > 0, totals, 1)
    expected = overall / max(overall.sum(), 1e-12)
    with np.errstate(divide="ignore", invalid="ignore"):
        lift = np.where(expected > 0, shares / expected, np.nan)
    data = {
        name: np.repeat(np.array(kinds, dtype=object), n_topics),
        "topic": np.tile(np.arange(n_topics), len(kinds)),
        "weight": sums.ravel(),
        "share": shares.ravel(),
        "lift": lift.ravel(),
        "z": _log_odds(sums).ravel(),
    }
    return pd.DataFrame(data).astype({name: column.dtype if len(kinds) else "str", **_COMPARED})


def _log_odds(sums: np.ndarray) -> np.ndarray:
    """Log odds of each group and topic against the other groups, over their standard errors."""
    n_groups, n_topics = sums.shape
    overall = sums.sum(axis=0)
    if n_groups < 2 or n_topics < 2 or not overall.sum():
        return np.full(sums.shape, np.nan)
    prior = n_topics * (overall + 1) / (overall.sum() + n_topics)  # one unit a topic, spread as in all groups
    own, other = sums + prior, overall - sums + prior
    own_rest = own.sum(axis=1, keepdims=True) - own
    other_rest = other.sum(axis=1, keepdims=True) - other
    return np.asarray((np.log(own / own_rest) - np.log(other / other_rest)) / np.sqrt(1 / own + 1 / other))
