"""`TopicModel`: an estimator from articles to topics."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Self

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils import Tags, check_random_state
from sklearn.utils.validation import check_is_fitted
from threadpoolctl import threadpool_limits

from analysis.analyzer import ArabicAnalyzer
from analysis.topics import persistence
from analysis.topics.methods import METHODS
from analysis.topics.overviews import TopicOverviews
from analysis.topics.seeds import SeedWords
from analysis.topics.space import Embeddings
from analysis.topics.units import Articles, Reading, texts_of


class TopicModel(TopicOverviews, TransformerMixin, BaseEstimator):
    """Find the topics of a corpus, or of one article.

    Parameters
    ----------
    n_topics : int or "auto", default "auto"
        Number of topics. More than there are different texts to tell apart is lowered, with a warning.
        ``"auto"`` takes the smallest number whose topics are about as well separated and as stable as the best
        (`analysis.topics.number.topic_number_curve`).
    method : {"cluster", "nmf", "lda"}, default "cluster"
        Clusters that train a classifier (`analysis.topics.clusters.SelfTrainedClusters`), non-negative matrix
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
    embeddings : array of shape (n_units, n_dimensions) or callable, optional
        Where clusters are found instead of in the space of words: a row for each article of `fit` (or paragraph,
        where they are the units), or a function from a list of texts to such an array, as the ``encode`` of a model
        that sentence-transformers or model2vec loads from a local folder. With an array, texts that `fit` has not
        seen are judged by their words.
    seed_words : mapping of str to words, or collection of collections of words, optional
        Words that guide the first topics: these come first, in this order, and in a mapping bear its keys as labels.
        Only for clusters.
    outliers : float in [0, 1), default 0
        Share of the units that belong to no topic: those whose words are least like their topic's (or that lie
        furthest from it in `embeddings`). Their weights are 0 and their label is -1. None unless asked for.
    progress : bool, optional
        Show bars while words are counted; by default for more than 5,000 texts.

    Attributes
    ----------
    n_topics_ : int
        Number of topics found.
    topics_ : DataFrame
        ``topic``, ``label`` (missing for a topic without terms), ``terms`` (list of str, best first; from ten units
        on, only words that at least three of them hold), ``articles`` and ``sentences`` (lists: ``doc_id`` of those
        that stand for the topic, and the sentence of each that says most about it). Topics are numbered from 0 by
        size, largest first, after those of `seed_words`; of equals the one whose first unit comes first.
    labels_ : array of shape (n_units,)
        Topic of each unit that the model was last fitted on; -1 for an outlier or a unit without words.
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
        embeddings: Embeddings = None,
        seed_words: SeedWords = None,
        outliers: float = 0.0,
        progress: bool | None = None,
    ) -> None:
        self.n_topics = n_topics
        self.method = method
        self.random_state = random_state
        self.unit = unit
        self.n_terms = n_terms
        self.max_topics = max_topics
        self.analyzer = analyzer
        self.embeddings = embeddings
        self.seed_words = seed_words
        self.outliers = outliers
        self.progress = progress

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.input_tags.two_d_array, tags.input_tags.string = False, True
        return tags

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
            For a parameter that cannot be, embeddings or seed words that do not fit the texts, or no article at all.

        Warns
        -----
        UserWarning
            If the texts hold no word to count: then there is one topic, without label and terms.
        """
        self._check_parameters()
        texts = texts_of(articles)
        if not texts:
            raise ValueError("there is no article to learn topics from")
        self._seed = int(check_random_state(self.random_state).randint(2**31 - 1))
        self.unit_ = self.unit if self.unit != "auto" else self._choose_unit(len(texts))
        # One thread: sums in another order differ in the last bits.
        with threadpool_limits(limits=1):
            self._fit_units(self._first_reading(articles, texts))
        return self

    def partial_fit(self, articles: Articles, y: Any = None) -> Self:
        """Learn from a corpus that does not fit in memory, part by part.

        The first part is learned from as in `fit` and settles the number of topics, their order and the words that
        count, so it should be a sample of the whole, some thousand articles. Each further part is sorted into the
        topics, which learn from it: their classifier, their terms and those that stand for them.

        Parameters
        ----------
        articles : DataFrame or collection of str
        y : ignored

        Returns
        -------
        TopicModel

        Raises
        ------
        ValueError
            As in `fit`; for further parts with embeddings.
        """
        if not hasattr(self, "topics_"):
            return self.fit(articles)
        self._check_parameters()
        self._fitted = None
        with threadpool_limits(limits=1):
            reading = self._read(articles)
            self.analyzer_.partial_fit(self._shown(reading.units.text, "words"))
            usable = np.flatnonzero(reading.known)
            partition = np.ones((len(usable), 1))
            if self.method_ is not None and len(usable):
                partition = self.method_.partial_fit(reading.counts[usable]).partition_[:, self._order]
            if len(usable) or self.n_topics_ == 1:
                self._learn_topics(reading, usable, partition, self._held, self._sizes)
        return self

    def transform(self, articles: Articles | Reading) -> np.ndarray:
        """Weights of the topics in each article.

        Parameters
        ----------
        articles : DataFrame or collection of str

        Returns
        -------
        array of shape (n_articles, n_topics_)
            Rows sum to 1, but for outliers, whose rows are 0. Where paragraphs are the units, an article has the mean
            of its paragraphs, weighted by their length in known words. A text without a known word has every topic
            equally.

        Raises
        ------
        sklearn.exceptions.NotFittedError
            Before `fit`.
        """
        check_is_fitted(self)
        return self._article_weights(self._read(articles))

    def get_feature_names_out(self, input_features: Any = None) -> np.ndarray:
        """Names of the columns of `transform`: ``topic_0`` and so on."""
        check_is_fitted(self)
        return np.array([f"topic_{i}" for i in range(self.n_topics_)], dtype=object)

    def save(self, path: str | Path) -> Path:
        """Write the fitted model to a file of plain arrays and JSON (`analysis.topics.persistence`).

        Embeddings are not written: loaded, the model judges texts by their words.

        Parameters
        ----------
        path : str or Path
            By custom it ends in ``.npz``.

        Returns
        -------
        Path
        """
        check_is_fitted(self)
        return persistence.save(self, path)

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """Read a model that `save` wrote. Nothing in the file is run.

        Parameters
        ----------
        path : str or Path

        Returns
        -------
        TopicModel
            It holds no articles: give them where they can be left out otherwise.

        Raises
        ------
        ValueError
            If the file is no such model.
        """
        return persistence.load(cls, path)

    def _check_parameters(self) -> None:
        for name, allowed in (("method", METHODS), ("unit", ("auto", "article", "paragraph"))):
            if getattr(self, name) not in allowed:
                raise ValueError(f"{name} must be one of {', '.join(allowed)}, not {getattr(self, name)!r}")
        is_number = isinstance(self.n_topics, int | np.integer) and self.n_topics >= 1
        if self.n_topics != "auto" and not is_number:
            raise ValueError(f'n_topics must be "auto" or at least 1, not {self.n_topics!r}')
        if not 0 <= self.outliers < 1:
            raise ValueError(f"outliers must be a share of at least 0 and below 1, not {self.outliers!r}")
        for name in ("embeddings", "seed_words"):
            if getattr(self, name) is not None and self.method != "cluster":
                raise ValueError(f'{name} guide clusters: they need method="cluster", not {self.method!r}')
