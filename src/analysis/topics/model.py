"""`TopicModel`: an estimator from articles to topics."""

from __future__ import annotations

import warnings
from typing import Any, Self

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.base import BaseEstimator, TransformerMixin, clone
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.utils import check_random_state
from sklearn.utils.validation import check_is_fitted
from threadpoolctl import threadpool_limits

from analysis import schema
from analysis.features import ArabicAnalyzer
from analysis.topics.frames import TopicFrames
from analysis.topics.methods import embed, make_method
from analysis.topics.number import best_number, topic_number_curve
from analysis.topics.terms import label, top_terms, topic_scores
from analysis.topics.units import Articles, Units, split, texts_of

_FEW = 10  # articles or units, too few to count on
_TERM_UNITS = 3  # a word of only one or two units names a story, not a topic
_MOST_COMMON = 0.5  # a key in more than this share of the units tells nothing about any


class TopicModel(TopicFrames, TransformerMixin, BaseEstimator):
    """Find the topics of a corpus, or of one article.

    Parameters
    ----------
    n_topics : int or "auto", default "auto"
        Number of topics. More than there are different texts to tell apart is lowered, with a warning.
        ``"auto"`` takes the smallest number whose topics are about as well separated and as stable as the best
        (`analysis.topics.number.topic_number_curve`).
    method : {"cluster", "nmf", "lda"}, default "cluster"
        Clusters that train a classifier (`analysis.topics.methods.SelfTrainedClusters`), non-negative matrix
        factorisation, or latent Dirichlet allocation.
    random_state : int, RandomState or None, default 0
        The same number gives the same result, bit for bit.
    unit : {"auto", "article", "paragraph"}, default "auto"
        What topics are learned from: ``"auto"`` takes paragraphs for fewer than ten articles.
    n_terms : int, default 10
        Terms a topic.
    max_topics : int, default 20
        Most topics that ``"auto"`` tries.
    analyzer : ArabicAnalyzer, optional
        Other stop words or n-grams.

    Attributes
    ----------
    n_topics_ : int
        Number of topics found.
    topics_ : DataFrame
        ``topic``, ``label`` (missing for a topic without terms) and ``terms`` (list of str, best first; from ten
        units on, only words that at least three of them hold). Topics are
        numbered from 0 by size, largest first; of equals the one whose first unit comes first.
    labels_ : array of shape (n_units,)
        Topic of each unit that the model was fitted on; -1 for a unit without words.
    unit_ : {"article", "paragraph"}
    auto_curve_ : DataFrame
        ``n_topics``, ``separation``, ``stability``, ``score``, ``error``; empty unless ``n_topics="auto"``.
    vocabulary_ : dict of str to int
        The keys counted.
    analyzer_ : ArabicAnalyzer
        Fitted; knows the written form of each key.

    Examples
    --------
    >>> texts = ["ارتفعت أسعار النفط في الأسواق", "أسعار النفط تهبط في الأسواق", "فاز الفريق في المباراة", "مباراة الفريق"]
    >>> model = TopicModel(n_topics=2, unit="article").fit(texts)
    >>> model.transform(texts).argmax(axis=1).tolist()
    [0, 0, 1, 1]
    """

    def __init__(
        self,
        n_topics: int | str = "auto",
        *,
        method: str = "cluster",
        random_state: int | np.random.RandomState | None = 0,
        unit: str = "auto",
        n_terms: int = 10,
        max_topics: int = 20,
        analyzer: ArabicAnalyzer | None = None,
    ) -> None:
        self.n_topics = n_topics
        self.method = method
        self.random_state = random_state
        self.unit = unit
        self.n_terms = n_terms
        self.max_topics = max_topics
        self.analyzer = analyzer

    def fit(self, articles: Articles, y: Any = None) -> Self:
        """Learn the topics.

        Parameters
        ----------
        articles : DataFrame or collection of str
            The articles frame, of which ``text`` is read, or the texts themselves.
        y : ignored

        Returns
        -------
        TopicModel

        Raises
        ------
        ValueError
            For an unknown method or unit, a number of topics below 1, or no article at all.

        Warns
        -----
        UserWarning
            If the texts hold no word to count: then there is one topic, without label and terms.
        """
        self._check_parameters()
        texts = texts_of(articles)
        if not texts:
            raise ValueError("there is no article to learn topics from")
        self.unit_ = self.unit if self.unit != "auto" else "paragraph" if len(texts) < _FEW else "article"
        units = split(texts, self.unit_)
        # One thread: sums in another order differ in the last bits.
        with threadpool_limits(limits=1):
            self._fit_units(units, check_random_state(self.random_state).randint(2**31 - 1))
        return self

    def _check_parameters(self) -> None:
        for name, allowed in (("method", ("cluster", "nmf", "lda")), ("unit", ("auto", "article", "paragraph"))):
            if getattr(self, name) not in allowed:
                raise ValueError(f"{name} must be one of {', '.join(allowed)}, not {getattr(self, name)!r}")
        is_number = isinstance(self.n_topics, int | np.integer) and self.n_topics >= 1
        if self.n_topics != "auto" and not is_number:
            raise ValueError(f'n_topics must be "auto" or at least 1, not {self.n_topics!r}')

    def _fit_units(self, units: Units, seed: int) -> None:
        self.analyzer_ = (clone(self.analyzer) if self.analyzer is not None else ArabicAnalyzer()).fit(units.text)
        counts, keys = self._learn_vocabulary(units.text)
        self.vocabulary_ = {key: i for i, key in enumerate(keys)}
        worded = np.flatnonzero(counts.sum(axis=1))
        counts = counts[worded]
        number = self._choose_number(counts, seed)
        self.method_ = make_method(self.method, number, seed).fit(counts) if number > 1 else None
        partition = self.method_.partition_ if self.method_ is not None else np.ones((len(worded), 1))
        labels = partition.argmax(axis=1)
        sizes = np.bincount(labels, minlength=number)
        first = np.array([np.argmax(labels == topic) if len(worded) else 0 for topic in range(number)])
        self._order = np.lexsort((first, -sizes))
        self.n_topics_ = number
        self.labels_ = np.full(len(units.text), -1)
        self.labels_[worded] = np.argsort(self._order)[labels]
        self._scores = topic_scores(partition[:, self._order], counts)
        common = self._can_name(counts)
        terms = [top_terms(scores * common, keys, self.analyzer_.surface, self.n_terms) for scores in self._scores]
        self.topics_ = schema.frame(
            "topic_terms", [{"topic": i, "label": label(words), "terms": words} for i, words in enumerate(terms)]
        )

    def _can_name(self, counts: csr_matrix) -> np.ndarray:
        """Which keys enough units hold to name a topic: any, where there are only a few units."""
        held = np.bincount(counts.indices, minlength=counts.shape[1])
        return held >= (_TERM_UNITS if counts.shape[0] >= _FEW else 1)

    def _learn_vocabulary(self, texts: list[str]) -> tuple[csr_matrix, list[str]]:
        """Counts of the keys that can tell units apart: neither too rare nor in most of them."""
        if not self.analyzer_.surface_:
            return csr_matrix((len(texts), 0), dtype=np.int64), []
        vectorizer = CountVectorizer(analyzer=self.analyzer_)
        counts = vectorizer.fit_transform(texts).tocsr()
        n_units = len(texts)
        held = np.bincount(counts.indices, minlength=counts.shape[1])
        rare, common = (min(5, max(2, n_units // 200)), _MOST_COMMON * n_units) if n_units >= _FEW else (1, n_units)
        kept = np.flatnonzero((held >= rare) & (held <= common))
        if not len(kept):
            kept = np.arange(counts.shape[1])
        return counts[:, kept], vectorizer.get_feature_names_out()[kept].tolist()

    def _choose_number(self, counts: csr_matrix, seed: int) -> int:
        if not counts.shape[1]:
            warnings.warn("the texts hold no word to count: there is one topic, without terms", stacklevel=4)
        different = len({(row.indices.tobytes(), row.data.tobytes()) for row in counts})
        most = max(1, min(different, counts.shape[1]))
        self.auto_curve_ = topic_number_curve(np.empty((0, 1)))
        if self.n_topics != "auto":
            if self.n_topics > most and counts.shape[1]:
                warnings.warn(f"n_topics={self.n_topics} is lowered to {most}: no more can be told apart", stacklevel=4)
            return min(int(self.n_topics), most)
        if most > 1:
            self.auto_curve_ = topic_number_curve(embed(counts, random_state=seed), min(most, self.max_topics), seed)
        return min(most, self.max_topics, best_number(self.auto_curve_, counts.shape[0]))

    def transform(self, articles: Articles) -> np.ndarray:
        """Weights of the topics in each article.

        Parameters
        ----------
        articles : DataFrame or collection of str

        Returns
        -------
        array of shape (n_articles, n_topics_)
            Rows sum to 1. Where paragraphs are the units, an article has the mean of its paragraphs, weighted by
            their length in known words. A text without a known word has every topic equally.

        Raises
        ------
        sklearn.exceptions.NotFittedError
            Before `fit`.
        """
        check_is_fitted(self)
        texts = texts_of(articles)
        units = split(texts, self.unit_)
        counts = self._count(units.text)
        weights = self._unit_weights(counts)
        length = np.asarray(counts.sum(axis=1)).ravel()
        total = np.zeros((len(texts), self.n_topics_))
        np.add.at(total, units.article, weights * length[:, None])
        known = total.sum(axis=1, keepdims=True)
        return np.where(known > 0, total / np.where(known > 0, known, 1), 1 / self.n_topics_)

    def get_feature_names_out(self, input_features: Any = None) -> np.ndarray:
        """Names of the columns of `transform`: ``topic_0`` and so on."""
        check_is_fitted(self)
        return np.array([f"topic_{i}" for i in range(self.n_topics_)], dtype=object)

    def _count(self, texts: list[str]) -> csr_matrix:
        if not self.vocabulary_ or not texts:
            return csr_matrix((len(texts), len(self.vocabulary_)), dtype=np.int64)
        return CountVectorizer(analyzer=self.analyzer_, vocabulary=self.vocabulary_).transform(texts).tocsr()

    def _unit_weights(self, counts: csr_matrix) -> np.ndarray:
        weights = np.full((counts.shape[0], self.n_topics_), 1 / self.n_topics_)
        worded = np.flatnonzero(counts.sum(axis=1))
        if self.method_ is not None and len(worded):
            with threadpool_limits(limits=1):
                weights[worded] = self.method_.weights(counts[worded])[:, self._order]
        return weights
