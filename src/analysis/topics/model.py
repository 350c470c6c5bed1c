"""`TopicModel`: an estimator from articles to topics."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any, Self

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix
from sklearn.base import BaseEstimator, TransformerMixin, clone
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.utils import Tags, check_random_state
from sklearn.utils.validation import check_is_fitted
from threadpoolctl import threadpool_limits

from analysis import schema
from analysis.analyzer import ArabicAnalyzer
from analysis.progress import with_progress
from analysis.topics import persistence
from analysis.topics.clusters import EmbeddedClusters
from analysis.topics.frames import TopicFrames
from analysis.topics.methods import METHODS, make_method
from analysis.topics.number import best_number, topic_number_curve
from analysis.topics.seeds import SeedWords, anchors, read_seeds
from analysis.topics.space import Embeddings, GivenSpace, embed
from analysis.topics.terms import held_by_topic, label, term_scores, top_terms
from analysis.topics.units import Articles, Reading, ids_of, split, texts_of

_FEW = 10  # articles or units, too few to count on
_TERM_UNITS = 3  # a word of only one or two units names a story, not a topic
_TYPICAL = 3  # articles, with a sentence each, that stand for a topic in its row
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
        Show bars while words are counted; by default for more than 200 texts.

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

    def _choose_unit(self, n_articles: int) -> str:
        """Paragraphs of a few articles, unless the embeddings are of the articles."""
        placed = self.embeddings is not None and not callable(self.embeddings) and len(self.embeddings) == n_articles
        return "article" if placed or n_articles >= _FEW else "paragraph"

    def _shown(self, texts: list[str], what: str) -> Any:
        return with_progress(texts, len(texts), what, self.progress, "text")

    def _first_reading(self, articles: Articles, texts: list[str]) -> Reading:
        """The articles with what is learned from them: written forms, vocabulary, places."""
        units = split(texts, self.unit_)
        self.analyzer_ = (clone(self.analyzer) if self.analyzer is not None else ArabicAnalyzer()).fit(
            self._shown(units.text, "words")
        )
        counts, keys = self._learn_vocabulary(units.text)
        self.vocabulary_ = {key: i for i, key in enumerate(keys)}
        self._given = GivenSpace(self.embeddings, units.text) if self.embeddings is not None else None
        space = self._given.fitted if self._given is not None else None
        self._fitted = Reading(articles, ids_of(articles, len(texts)), units, counts, space)
        return self._fitted

    def _learn_vocabulary(self, texts: list[str]) -> tuple[csr_matrix, list[str]]:
        """Counts of the keys that can tell units apart: neither too rare nor in most of them."""
        if not self.analyzer_.surface_:
            return csr_matrix((len(texts), 0), dtype=np.int64), []
        vectorizer = CountVectorizer(analyzer=self.analyzer_)
        counts = vectorizer.fit_transform(self._shown(texts, "counts")).tocsr()
        n_units = len(texts)
        held = np.bincount(counts.indices, minlength=counts.shape[1])
        rare, common = (min(5, max(2, n_units // 200)), _MOST_COMMON * n_units) if n_units >= _FEW else (1, n_units)
        kept = np.flatnonzero((held >= rare) & (held <= common))
        if not len(kept):
            kept = np.arange(counts.shape[1])
        return counts[:, kept], vectorizer.get_feature_names_out()[kept].tolist()

    def _fit_units(self, reading: Reading) -> None:
        usable = np.flatnonzero(reading.known)
        self._seeds = read_seeds(self.seed_words, self.analyzer_, self.vocabulary_)
        number = self._choose_number(reading, usable)
        if number < len(self._seeds):
            raise ValueError(f"seed_words guide {len(self._seeds)} topics, but there are only {number}")
        self.n_topics_ = number
        self.method_ = self._fit_method(reading, usable) if number > 1 else None
        partition = self.method_.partition_ if self.method_ is not None else np.ones((len(usable), 1))
        chief = partition.argmax(axis=1)
        first = np.array([np.argmax(chief == topic) if len(usable) else 0 for topic in range(number)])
        guided = np.minimum(np.arange(number), len(self._seeds))
        self._order = np.lexsort((first, -np.bincount(chief, minlength=number), guided))
        nothing = np.zeros((number, len(self.vocabulary_)))
        self._learn_topics(reading, usable, partition[:, self._order], nothing, np.zeros(number))

    def _fit_method(self, reading: Reading, drawn: np.ndarray) -> Any:
        counts = reading.counts[drawn]
        space = reading.space[drawn] if reading.space is not None else None
        starts = anchors(self._seeds, counts, self.n_topics_) if self._seeds else None
        embedded = isinstance(getattr(self, "method_", None), EmbeddedClusters) or space is not None
        return make_method(self.method, self.n_topics_, self._seed, embedded=embedded).fit(counts, space, starts)

    def _relabel(self, reading: Reading, drawn: np.ndarray) -> np.ndarray:
        """Labels learned from some of the units alone."""
        if self.n_topics_ == 1:
            return np.zeros(len(drawn), dtype=int)
        return np.asarray(self._fit_method(reading, drawn).partition_.argmax(axis=1))

    def _choose_number(self, reading: Reading, usable: np.ndarray) -> int:
        counts = reading.counts[usable]
        if reading.space is not None:
            most = max(1, len(np.unique(reading.space[usable], axis=0)))
        else:
            if not counts.shape[1]:
                warnings.warn("the texts hold no word to count: there is one topic, without terms", stacklevel=4)
            different = len({(row.indices.tobytes(), row.data.tobytes()) for row in counts})
            most = max(1, min(different, counts.shape[1]))
        self.auto_curve_ = topic_number_curve(np.empty((0, 1)))
        if self.n_topics != "auto":
            if int(self.n_topics) > most and (counts.shape[1] or reading.space is not None):
                warnings.warn(f"n_topics={self.n_topics} is lowered to {most}: no more can be told apart", stacklevel=4)
            return min(int(self.n_topics), most)
        if most > 1:
            space = reading.space[usable] if reading.space is not None else embed(counts, random_state=self._seed)
            self.auto_curve_ = topic_number_curve(space, min(most, self.max_topics), self._seed)
        chosen = min(self.max_topics, best_number(self.auto_curve_, counts.shape[0]))
        return min(most, max(chosen, len(self._seeds)))

    def _learn_topics(
        self, reading: Reading, usable: np.ndarray, partition: np.ndarray, held: np.ndarray, sizes: np.ndarray
    ) -> None:
        """What the topics are called and what stands for them, from these units and what was learned before."""
        counts, first = reading.counts[usable], not sizes.any()
        self._scores = term_scores(held + held_by_topic(partition, counts))
        if first:
            self._outlying = self._bound_of_outliers(reading, usable)
        if self.outliers:
            partition = partition * (self._typicality(reading)[usable] >= self._outlying)[:, None]
        self._held, self._sizes = held + held_by_topic(partition, counts), sizes + partition.sum(axis=0)
        self._scores = term_scores(self._held)
        if first:
            self._outlying = self._bound_of_outliers(reading, usable)
        weights = self._unit_weights(reading)
        belongs = weights[usable].any(axis=1)
        self.labels_ = np.full(len(reading.units.text), -1)
        self.labels_[usable[belongs]] = partition.argmax(axis=1)[belongs]
        typical = self._representatives(reading, weights, _TYPICAL)
        self._typical = typical if first else _best_of(self._typical, typical)
        self.topics_ = schema.frame("topic_terms", [self._describe(topic) for topic in range(self.n_topics_)])

    def _describe(self, topic: int) -> dict[str, Any]:
        """One row of ``topics_``."""
        terms = self._name(self._scores[topic])
        given = self._seeds[topic].name if topic < len(self._seeds) else None
        own = self._typical[self._typical["topic"] == topic]
        stands = {"articles": own["doc_id"].tolist(), "sentences": own["text"].tolist()}
        return {"topic": topic, "label": given or label(terms), "terms": terms, **stands}

    def _name(self, scores: np.ndarray) -> list[str]:
        """Terms by scores: of keys that enough units hold to name a topic, or of any where there are only a few units."""
        enough = _TERM_UNITS if self._sizes.sum() >= _FEW else 0
        common = self._held.sum(axis=0) > enough - 0.5  # shares of topics add up to whole units, but for rounding
        return top_terms(scores * common, [*self.vocabulary_], self.analyzer_.surface, self.n_terms)

    def _typicality(self, reading: Reading) -> np.ndarray:
        """How near each unit lies to the topic nearest to it."""
        nearness = self._nearness(reading.counts).max(axis=1)
        if reading.space is None or not isinstance(self.method_, EmbeddedClusters):
            return nearness
        distances = np.sqrt(((reading.space[:, None, :] - self.method_.centers_) ** 2).sum(axis=2)).min(axis=1)
        return np.where(np.isfinite(distances), -distances, np.inf)  # without a place nothing lies outside

    def _bound_of_outliers(self, reading: Reading, usable: np.ndarray) -> float:
        """The typicality below which a unit is an outlier."""
        typicality = np.sort(self._typicality(reading)[usable])
        share = int(self.outliers * len(usable))
        return float(typicality[share]) if share else -np.inf

    def transform(self, articles: Articles) -> np.ndarray:
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

    def _read(self, articles: Articles | None, unit: str | None = None) -> Reading:
        """Articles as units with their counts; None stands for those of `fit`."""
        if articles is None:
            if self._fitted is None:
                raise ValueError("give the articles: a model that was loaded or fitted in parts keeps none")
            if unit in (None, self.unit_):
                return self._fitted
            articles = self._fitted.articles
        texts = texts_of(articles)
        units = split(texts, unit or self.unit_)
        space = self._given.of(units.text) if self._given is not None else None
        return Reading(articles, ids_of(articles, len(texts)), units, self._count(units.text), space)

    def _count(self, texts: list[str]) -> csr_matrix:
        if not self.vocabulary_ or not texts:
            return csr_matrix((len(texts), len(self.vocabulary_)), dtype=np.int64)
        return CountVectorizer(analyzer=self.analyzer_, vocabulary=self.vocabulary_).transform(texts).tocsr()

    def _unit_weights(self, reading: Reading) -> np.ndarray:
        weights = np.full((len(reading.units.text), self.n_topics_), 1 / self.n_topics_)
        known = np.flatnonzero(reading.known)
        if self.method_ is not None and len(known):
            space = reading.space[known] if reading.space is not None else None
            with threadpool_limits(limits=1):
                weights[known] = self.method_.weights(reading.counts[known], space)[:, self._order]
        if self._outlying > -np.inf:
            weights[self._typicality(reading) < self._outlying] = 0
        return weights

    def _article_weights(self, reading: Reading) -> np.ndarray:
        n_articles = len(reading.ids)
        length = np.where(reading.known, np.maximum(reading.lengths, 1), 0)
        total = np.zeros((n_articles, self.n_topics_))
        np.add.at(total, reading.units.article, self._unit_weights(reading) * length[:, None])
        known = np.bincount(reading.units.article, weights=length, minlength=n_articles) > 0
        summed = total.sum(axis=1, keepdims=True)
        even = np.where(known, 0, 1 / self.n_topics_)[:, None]
        return np.where(summed > 0, total / np.where(summed > 0, summed, 1), even)


def _best_of(one: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """Those of two frames of representatives that stand best for their topics."""
    both = pd.concat([one, other]).sort_values(["topic", "fit"], ascending=[True, False], kind="stable")
    return both.groupby("topic").head(_TYPICAL)
