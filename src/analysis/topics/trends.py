"""Topics along time: shares, smoothed shares and bursts."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

_OVER_TIME = {
    "period": "datetime64[s]",
    "topic": "int64",
    "weight": "float64",
    "share": "float64",
    "smoothed": "float64",
    "burst": "bool",
}
# Kleinberg's s and gamma. Chance makes fewer than n ** (1 - gamma) bursts in n periods: one among n topics, not one in each.
_INTENSITY, _RELUCTANCE = 2.0, 2.0


def topic_trends(weights: np.ndarray, published: pd.Series, freq: str = "D", smooth: float = 1.0) -> pd.DataFrame:
    """Weight of each topic in each period in which anything was published.

    Parameters
    ----------
    weights : array of shape (n_articles, n_topics)
    published : Series of shape (n_articles,)
        Days; an article without one is left out.
    freq : str
        Period of pandas: ``D`` day, ``W`` week, ``M`` month, ``Q`` quarter, ``Y`` year.
    smooth : float
        Width of the smoothing in periods, the standard deviation of a Gaussian kernel; 0 smooths nothing.

    Returns
    -------
    DataFrame
        ``period`` (its first day), ``topic``, ``weight`` (sum over the articles), ``share`` (of the period),
        ``smoothed`` (share of the period and those about it, near ones and full ones counting more) and ``burst``
        (see `find_bursts`).
    """
    days = pd.Series(published).reset_index(drop=True)
    dated = days.notna().to_numpy()
    periods = days[dated].dt.to_period(freq)
    kinds, number = np.unique(periods.to_numpy(), return_inverse=True)
    n_topics = weights.shape[1]
    sums = np.zeros((len(kinds), n_topics))
    np.add.at(sums, number, weights[dated])
    totals = sums.sum(axis=1)
    known = np.where(totals > 0, totals, 1)
    place = np.array([period.ordinal for period in kinds], dtype=float)
    data: dict[str, Any] = {
        "period": np.repeat(pd.PeriodIndex(kinds, freq=periods.dt.freq).start_time.to_numpy(), n_topics),
        "topic": np.tile(np.arange(n_topics), len(kinds)),
        "weight": sums.ravel(),
        "share": (sums / known[:, None]).ravel(),
        "smoothed": _smoothed(sums, place, smooth).ravel(),
        "burst": np.stack([find_bursts(column, totals) for column in sums.T], axis=1).ravel() if len(kinds) else [],
    }
    return pd.DataFrame(data).astype(_OVER_TIME)


def _smoothed(sums: np.ndarray, place: np.ndarray, smooth: float) -> np.ndarray:
    """Kernel-weighted sums as shares (Nadaraya 1964, Watson 1964)."""
    if smooth > 0:
        # Each period by itself against all: no matrix of all pairs, which years of days would make large.
        sums = np.array([np.exp(-0.5 * ((place - here) / smooth) ** 2) @ sums for here in place]).reshape(sums.shape)
    total = sums.sum(axis=1, keepdims=True)
    return np.asarray(sums / np.where(total > 0, total, 1))


def find_bursts(relevant: np.ndarray, total: np.ndarray) -> np.ndarray:
    """Periods in which a topic has at least about twice its usual share, and not by chance.

    The two-state automaton for batched arrivals of Kleinberg 2002 ("Bursty and hierarchical structure in streams"):
    the cheapest sequence of states, where a state costs what is unlikely in it and entering the burst costs extra.

    Parameters
    ----------
    relevant, total : array of shape (n_periods,)
        Weight of the topic and of all topics, period after period.

    Returns
    -------
    array of bool of shape (n_periods,)

    Examples
    --------
    >>> find_bursts(np.array([1, 1, 9, 8, 1, 1]), np.array([20] * 6)).tolist()
    [False, False, True, True, False, False]
    """
    n_periods = len(total)
    usual = relevant.sum() / total.sum() if total.sum() > 0 else 0.0
    often = min(_INTENSITY * usual, 0.9999)
    if not 0 < usual < often:
        return np.zeros(n_periods, dtype=bool)
    rates = np.array([usual, often])
    costs = -(relevant[:, None] * np.log(rates) + (total - relevant)[:, None] * np.log(1 - rates))
    enter = _RELUCTANCE * np.log(n_periods)
    best, before = np.array([0.0, enter]), np.zeros((n_periods, 2), dtype=int)
    for i, cost in enumerate(costs):
        paths = np.array([[best[0], best[1]], [best[0] + enter, best[1]]])  # to a state, from a state
        before[i] = paths.argmin(axis=1)
        best = paths.min(axis=1) + cost
    states = np.zeros(n_periods, dtype=int)
    states[-1] = best.argmin()
    for i in range(n_periods - 1, 0, -1):
        states[i - 1] = before[i, states[i]]
    return states == 1
