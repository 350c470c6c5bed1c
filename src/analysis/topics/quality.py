"""How good topics are, measured without labels: coherence and diversity of their terms."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from scipy.sparse import csc_matrix, spmatrix


def npmi(topics: Sequence[Sequence[str]], counts: spmatrix, keys: Sequence[str]) -> float:
    """Coherence: mean normalised pointwise mutual information of the terms of a topic (Bouma 2009; Lau et al. 2014).

    Parameters
    ----------
    topics : sequence of sequences of str
        The keys of each topic.
    counts : sparse matrix of shape (n_documents, n_keys)
        The reference in which co-occurrence is counted, a document being the window.
    keys : sequence of str
        Names of the columns of `counts`.

    Returns
    -------
    float
        -1 (terms never together) to 1 (always together), mean over pairs, then over topics.

    Raises
    ------
    KeyError
        If a term is not in the reference.

    Examples
    --------
    >>> round(npmi([["نفط", "سوق"]], csc_matrix([[1, 1], [2, 1], [0, 0]]), ["نفط", "سوق"]), 3)
    1.0
    """
    column = {key: i for i, key in enumerate(keys)}
    wanted = sorted({column[term] for terms in topics for term in terms})
    held = csc_matrix(counts)[:, wanted] > 0
    together = np.asarray((held.T.astype(float) @ held.astype(float)).todense()) / counts.shape[0]
    place = {i: position for position, i in enumerate(wanted)}

    def pair(one: str, other: str) -> float:
        a, b = place[column[one]], place[column[other]]
        joint = together[a, b]
        if joint in (0, 1):
            return float(2 * joint - 1)
        return float(np.log(joint / (together[a, a] * together[b, b])) / -np.log(joint))

    scores = [np.mean([pair(a, b) for a, b in combinations(terms, 2)]) for terms in topics if len(terms) > 1]
    return float(np.mean(scores)) if scores else float("nan")


def diversity(topics: Sequence[Sequence[str]]) -> float:
    """Share of different terms among the terms of all topics (Dieng, Ruiz and Blei 2020).

    Examples
    --------
    >>> diversity([["نفط", "سوق"], ["نفط", "هدف"]])
    0.75
    """
    terms = [term for topic in topics for term in topic]
    return len(set(terms)) / len(terms) if terms else float("nan")
