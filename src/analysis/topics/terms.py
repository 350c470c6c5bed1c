"""What a topic is called: its most telling words, in the form in which people write them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from scipy.sparse import csr_matrix

from analysis.analyzer import family

_LABEL_TERMS = 3


def held_by_topic(partition: np.ndarray, counts: csr_matrix) -> np.ndarray:
    """In how many units of each topic each key stands: a unit counts a key once, and by its share in the topic.

    Parameters
    ----------
    partition : array of shape (n_units, n_topics)
        Share of each unit in each topic.
    counts : sparse matrix of shape (n_units, n_keys)

    Returns
    -------
    array of shape (n_topics, n_keys)
    """
    return np.asarray((counts > 0).astype(float).T @ partition).T


def term_scores(held: np.ndarray) -> np.ndarray:
    """How much each key tells about each topic: its share of the divergence between topic and corpus.

    The pointwise Kullback-Leibler divergence of Tomokiyo and Hurst 2003 ("A language model approach to keyphrase
    extraction"): like class-based TF-IDF, what is frequent in the topic and rare elsewhere, but a key that is common
    everywhere gets nothing. As a unit counts a key once, no single article can give a topic its name.

    Parameters
    ----------
    held : array of shape (n_topics, n_keys)
        From `held_by_topic`.

    Returns
    -------
    array of shape (n_topics, n_keys)
        0 and more; a single topic, which differs from nothing, has the frequencies.
    """
    inside = held / np.maximum(held.sum(axis=1, keepdims=True), 1e-12)
    if len(held) == 1:
        return inside
    overall = held.sum(axis=0) / max(held.sum(), 1e-12)
    return np.maximum(inside * np.log(np.maximum(inside, 1e-12) / np.maximum(overall, 1e-12)), 0)


def top_terms(scores: np.ndarray, keys: Sequence[str], surface: Callable[[str], str], n_terms: int) -> list[str]:
    """Written forms of the best keys, no two of which look alike.

    Parameters
    ----------
    scores : array of shape (n_keys,)
    keys : sequence of str
    surface : callable
        Key to written form.
    n_terms : int

    Returns
    -------
    list of str
        Best first; only keys with a positive score.
    """
    chosen: list[str] = []
    for i in np.argsort(-scores, kind="stable"):
        if len(chosen) == n_terms or scores[i] <= 0:
            break
        if not any(_alike(keys[i], other) for other in chosen):
            chosen.append(keys[i])
    return [surface(key) for key in chosen]


def _alike(one: str, other: str) -> bool:
    if family(one) == family(other):
        return True
    short, long = sorted((one, other), key=len)
    return len(short) > 2 and len(long) - len(short) <= 2 and short in long


def label(terms: Sequence[str]) -> str | None:
    """A topic's label: its first three terms; missing if there are none."""
    return "، ".join(terms[:_LABEL_TERMS]) or None
