"""Words that guide: the user names what some topics are to be about."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple, TypeAlias

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.preprocessing import normalize

SeedWords: TypeAlias = "Mapping[str, Collection[str]] | Iterable[Collection[str]] | None"

_ANCHORED = 0.1  # of the units that a topic has on average, so many begin with it


class Seed(NamedTuple):
    """What guides one topic: its name, if it has one, and columns of its words."""

    name: str | None
    columns: list[int]


def read_seeds(
    seed_words: SeedWords, analyzer: Callable[[str], list[str]], vocabulary: Mapping[str, int]
) -> list[Seed]:
    """Seed words as columns of the counts.

    Parameters
    ----------
    seed_words : mapping of str to words, or collection of collections of words
    analyzer : callable
        Text to keys.
    vocabulary : mapping of str to int

    Returns
    -------
    list of Seed

    Raises
    ------
    ValueError
        If none of a topic's words is in the vocabulary, or a text stands where a collection of words is needed.
    """
    named = seed_words.items() if isinstance(seed_words, Mapping) else ((None, words) for words in seed_words or ())
    seeds = []
    for name, words in named:
        if isinstance(words, str):
            raise ValueError(f"seed_words must be collections of words, not the text {words!r}")
        written = list(words)
        columns = sorted({vocabulary[key] for word in written for key in analyzer(word) if key in vocabulary})
        if not columns:
            raise ValueError(f"seed_words: the corpus counts none of the words {', '.join(written)}")
        seeds.append(Seed(name, columns))
    return seeds


def seed_evidence(seeds: list[Seed], counts: csr_matrix) -> np.ndarray:
    """How much each unit speaks for each guided topic.

    Parameters
    ----------
    seeds : list of Seed
    counts : sparse matrix of shape (n_units, n_keys)

    Returns
    -------
    array of shape (n_units, n_seeds)
        Cosine with the seed words (TF-IDF), 1 for the unit that speaks for the topic most.
    """
    tfidf = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
    words = np.zeros((len(seeds), counts.shape[1]))
    for topic, seed in enumerate(seeds):
        words[topic, seed.columns] = 1
    nearness = np.asarray(tfidf @ normalize(words).T)
    return nearness / np.maximum(nearness.max(axis=0), 1e-12)


def anchors(evidence: np.ndarray, n_topics: int) -> np.ndarray:
    """Units that speak for one guided topic before all others, up to a tenth of an average topic.

    Parameters
    ----------
    evidence : array of shape (n_units, n_seeds)
    n_topics : int

    Returns
    -------
    array of shape (n_units,)
        Number of the seed, -1 for most units.
    """
    found = np.full(len(evidence), -1)
    most = max(1, int(_ANCHORED * len(evidence) / n_topics))
    chief = evidence.argmax(axis=1)
    for topic, mine in enumerate(evidence.T):
        own = np.flatnonzero((chief == topic) & (mine > 0))
        if not len(own):  # its words stand only beside those of others
            own = np.array([np.argmax(np.where(found < 0, mine, -1))])
        found[own[np.argsort(-mine[own], kind="stable")][:most]] = topic
    return found
