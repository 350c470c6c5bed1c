"""How topics are learned from units and how units are weighed: what all else in `TopicModel` stands on."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix
from sklearn.base import clone
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.preprocessing import normalize
from threadpoolctl import threadpool_limits

from analysis import arabic, schema
from analysis.analyzer import ArabicAnalyzer
from analysis.progress import with_progress
from analysis.topics.clusters import EmbeddedClusters
from analysis.topics.methods import Method, make_method
from analysis.topics.number import best_number, topic_number_curve
from analysis.topics.seeds import Seed, SeedWords, read_seeds, seed_evidence
from analysis.topics.space import Embeddings, GivenSpace, embed
from analysis.topics.terms import held_by_topic, label, term_scores, top_terms
from analysis.topics.units import Articles, Reading, ids_of, split, texts_of

_FEW = 10  # articles or units, too few to count on
_TERM_UNITS = 3  # a word of only one or two units names a story, not a topic
_LONG = 5_000  # texts that take long enough for a bar
_TYPICAL = 3  # articles, with a sentence each, that stand for a topic in its row
_MOST_COMMON = 0.5  # a key in more than this share of the units tells nothing about any
_REPRESENTATIVES = {
    "topic": "int64",
    "rank": "int64",
    "doc_id": "str",
    "weight": "float64",
    "start": "int64",
    "end": "int64",
    "text": "str",
    "fit": "float64",
}


class TopicLearner:
    """The core of `analysis.topics.TopicModel`, whose parameters and attributes are documented there."""

    n_topics: int | str
    method: str
    n_terms: int
    max_topics: int
    analyzer: ArabicAnalyzer | None
    embeddings: Embeddings
    seed_words: SeedWords
    outliers: float
    progress: bool | None

    n_topics_: int
    unit_: str
    topics_: pd.DataFrame
    labels_: np.ndarray
    auto_curve_: pd.DataFrame
    vocabulary_: dict[str, int]
    analyzer_: ArabicAnalyzer
    method_: Method | None
    _seed: int
    _seeds: list[Seed]
    _given: GivenSpace | None
    _fitted: Reading | None  # what the model was fitted on
    _order: np.ndarray  # topic to the method's number for it
    _held: np.ndarray  # topics by keys: how many units hold them
    _sizes: np.ndarray  # units of each topic
    _scores: np.ndarray  # topics by keys: how much they tell
    _typical: pd.DataFrame
    _outlying: float

    def _choose_unit(self, n_articles: int) -> str:
        """Paragraphs of a few articles, unless the embeddings are of the articles."""
        placed = self.embeddings is not None and not callable(self.embeddings) and len(self.embeddings) == n_articles
        return "article" if placed or n_articles >= _FEW else "paragraph"

    def _shown(self, texts: list[str], what: str) -> Any:
        shown = len(texts) > _LONG if self.progress is None else self.progress
        return with_progress(texts, len(texts), what, shown, "text")

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
        partition = self._divide(reading, usable, number)
        # Of its own accord no topic has too few units to be named, unless all have.
        while self.n_topics == "auto" and number > max(2, len(self._seeds)) and len(usable) >= _FEW * number:
            if np.bincount(partition.argmax(axis=1), minlength=number).min() >= _TERM_UNITS:
                break
            number -= 1
            partition = self._divide(reading, usable, number)
        chief = partition.argmax(axis=1)
        first = np.array([np.argmax(chief == topic) if len(usable) else 0 for topic in range(number)])
        guided = np.minimum(np.arange(number), len(self._seeds))
        self._order = np.lexsort((first, -np.bincount(chief, minlength=number), guided))
        nothing = np.zeros((number, len(self.vocabulary_)))
        self._learn_topics(reading, usable, partition[:, self._order], nothing, np.zeros(number))

    def _divide(self, reading: Reading, usable: np.ndarray, number: int) -> np.ndarray:
        """Fit the method; what of each unit belongs to which topic."""
        self.n_topics_ = number
        self.method_ = self._fit_method(reading, usable) if number > 1 else None
        return self.method_.partition_ if self.method_ is not None else np.ones((len(usable), 1))

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

    def _fit_method(self, reading: Reading, drawn: np.ndarray) -> Any:
        counts = reading.counts[drawn]
        space = reading.space[drawn] if reading.space is not None else None
        evidence = seed_evidence(self._seeds, counts) if self._seeds else None
        embedded = space is not None
        return make_method(self.method, self.n_topics_, self._seed, embedded=embedded).fit(counts, space, evidence)

    def _relabel(self, reading: Reading, drawn: np.ndarray) -> np.ndarray:
        """Labels learned from some of the units alone."""
        if self.n_topics_ == 1:
            return np.zeros(len(drawn), dtype=int)
        return np.asarray(self._fit_method(reading, drawn).partition_.argmax(axis=1))

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

    def _read(self, articles: Articles | Reading | None, unit: str | None = None) -> Reading:
        """Articles as units with their counts; None stands for those of `fit`."""
        if isinstance(articles, Reading) and unit in (None, self.unit_):
            return articles
        if isinstance(articles, Reading):
            articles = articles.articles
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

    def _representatives(self, reading: Reading, weights: np.ndarray, n: int) -> pd.DataFrame:
        units = reading.units
        fit = weights * self._nearness(reading.counts)
        told = (reading.lengths > 0) & weights.any(axis=1)
        chief = np.where(told, weights.argmax(axis=1), -1)
        rows = []
        for topic in range(self.n_topics_):
            own = np.flatnonzero(chief == topic)
            best = own[np.argsort(-fit[own, topic], kind="stable")][:n]
            for rank, i in enumerate(best, 1):
                text = units.text[i]
                spans = arabic.sentences(text)
                a, b = spans[int(self._nearness(self._count([text[a:b] for a, b in spans]))[:, topic].argmax())]
                start, doc_id = units.start[i], reading.ids[units.article[i]]
                rows.append((topic, rank, doc_id, weights[i, topic], start + a, start + b, text[a:b], fit[i, topic]))
        return pd.DataFrame(rows, columns=list(_REPRESENTATIVES)).astype(_REPRESENTATIVES)

    def _nearness(self, counts: csr_matrix) -> np.ndarray:
        """Cosine between texts and topics, by the keys that tell about a topic."""
        if not counts.shape[1]:
            return np.zeros((counts.shape[0], self.n_topics_))
        return np.asarray(normalize(counts.astype(float)) @ normalize(self._scores).T)


def _best_of(one: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """Those of two frames of representatives that stand best for their topics."""
    both = pd.concat([one, other]).sort_values(["topic", "fit"], ascending=[True, False], kind="stable")
    return both.groupby("topic").head(_TYPICAL)
