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


def anchors(seeds: list[Seed], counts: csr_matrix, n_topics: int) -> np.ndarray:
    """Units that hold the seed words of one topic before all others, up to a tenth of an average topic.

    Parameters
    ----------
    seeds : list of Seed
    counts : sparse matrix of shape (n_units, n_keys)
    n_topics : int

    Returns
    -------
    array of shape (n_units,)
        Number of the seed, -1 for most units.
    """
    tfidf = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
    words = np.zeros((len(seeds), counts.shape[1]))
    for topic, seed in enumerate(seeds):
        words[topic, seed.columns] = 1
    nearness = np.asarray(tfidf @ normalize(words).T)
    found = np.full(counts.shape[0], -1)
    most = max(1, int(_ANCHORED * counts.shape[0] / n_topics))
    for topic in range(len(seeds)):
        own = np.flatnonzero((nearness.argmax(axis=1) == topic) & (nearness[:, topic] > 0))
        if not len(own):  # its words stand only beside those of others
            own = np.array([np.argmax(np.where(found < 0, nearness[:, topic], -1))])
        found[own[np.argsort(-nearness[own, topic], kind="stable")][:most]] = topic
    return found
