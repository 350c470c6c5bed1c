"""Fitted topics as frames: by article, by paragraph, by day, and the sentences that stand for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix
from sklearn.preprocessing import normalize
from sklearn.utils.validation import check_is_fitted

from analysis import arabic, schema
from analysis.topics.units import Articles, ids_of, split, texts_of

_PASSAGE = {"start": "int64", "end": "int64", "text": "str"}
_PARAGRAPHS = {"doc_id": "str", **_PASSAGE, "topic": "int64", "weight": "float64"}
_REPRESENTATIVES = {"topic": "int64", "rank": "int64", "doc_id": "str", "weight": "float64", **_PASSAGE}


class TopicFrames:
    """What `analysis.topics.TopicModel` tells in frames. All of it needs the model to be fitted."""

    n_topics_: int
    unit_: str
    vocabulary_: dict[str, int]
    _scores: np.ndarray

    if TYPE_CHECKING:

        def transform(self, articles: Articles) -> np.ndarray: ...
        def _count(self, texts: list[str]) -> csr_matrix: ...
        def _unit_weights(self, counts: csr_matrix) -> np.ndarray: ...

    def document_topics(self, articles: Articles) -> pd.DataFrame:
        """The frame ``topics``: ``doc_id``, ``topic``, ``weight``, one row for each article and topic."""
        weights = np.asarray(self.transform(articles))
        data = {
            "doc_id": np.repeat(np.array(ids_of(articles), dtype=object), self.n_topics_),
            "topic": np.tile(np.arange(self.n_topics_), len(weights)),
            "weight": weights.ravel(),
        }
        return pd.DataFrame(data).astype(schema.FRAMES["topics"])

    def paragraph_topics(self, articles: Articles) -> pd.DataFrame:
        """Chief topic of each paragraph that has a known word.

        Returns
        -------
        DataFrame
            ``doc_id``, ``start``, ``end``, ``text``, ``topic`` and its ``weight``, in the order of the texts.
        """
        check_is_fitted(self)
        units = split(texts_of(articles), "paragraph")
        counts = self._count(units.text)
        weights = self._unit_weights(counts)
        ids = ids_of(articles)
        rows = [
            (ids[units.article[i]], units.start[i], units.end[i], units.text[i], weights[i].argmax(), weights[i].max())
            for i in np.flatnonzero(counts.sum(axis=1))
        ]
        return pd.DataFrame(rows, columns=list(_PARAGRAPHS)).astype(_PARAGRAPHS)

    def representatives(self, articles: Articles, n: int = 3) -> pd.DataFrame:
        """Articles that stand for each topic, and the sentence of each that says most about it.

        Parameters
        ----------
        articles : DataFrame or collection of str
        n : int
            Articles a topic, at most; only articles (or paragraphs, where they are the units) whose chief topic it is.

        Returns
        -------
        DataFrame
            ``topic``, ``rank`` (from 1), ``doc_id``, ``weight`` and the sentence: ``start``, ``end``, ``text``.
        """
        check_is_fitted(self)
        ids = ids_of(articles)
        units = split(texts_of(articles), self.unit_)
        counts = self._count(units.text)
        weights = self._unit_weights(counts)
        fit = weights * self._nearness(counts)
        chief = np.where(np.asarray(counts.sum(axis=1)).ravel() > 0, weights.argmax(axis=1), -1)
        rows = []
        for topic in range(self.n_topics_):
            own = np.flatnonzero(chief == topic)
            best = own[np.argsort(-fit[own, topic], kind="stable")][:n]
            for rank, i in enumerate(best, 1):
                text = units.text[i]
                spans = arabic.sentences(text)
                a, b = spans[int(self._nearness(self._count([text[a:b] for a, b in spans]))[:, topic].argmax())]
                start = units.start[i]
                rows.append((topic, rank, ids[units.article[i]], weights[i, topic], start + a, start + b, text[a:b]))
        return pd.DataFrame(rows, columns=list(_REPRESENTATIVES)).astype(_REPRESENTATIVES)

    def _nearness(self, counts: csr_matrix) -> np.ndarray:
        """Cosine between texts and topics, by the keys that tell about a topic."""
        if not self.vocabulary_:
            return np.zeros((counts.shape[0], self.n_topics_))
        return np.asarray(normalize(counts.astype(float)) @ normalize(self._scores).T)

    def over_time(self, articles: pd.DataFrame, freq: str = "D") -> pd.DataFrame:
        """Weight of each topic in each period in which anything was published.

        Parameters
        ----------
        articles : DataFrame
            With ``text`` and ``published``; an article without a day is left out.
        freq : str
            Period of pandas: ``D`` day, ``W`` week, ``M`` month, ``Q`` quarter, ``Y`` year.

        Returns
        -------
        DataFrame
            ``period`` (its first day), ``topic``, ``weight`` (sum over the articles) and ``share`` (of the period).
        """
        schema.require(articles, "articles", "text", "published")
        dated = articles[articles["published"].notna()]
        weights = pd.DataFrame(np.asarray(self.transform(dated)), columns=range(self.n_topics_))
        weights["period"] = dated["published"].dt.to_period(freq).dt.start_time.astype("datetime64[s]").to_numpy()
        sums = weights.groupby("period", as_index=False).sum().melt("period", var_name="topic", value_name="weight")
        sums = sums.sort_values(["period", "topic"], ignore_index=True)
        sums["share"] = sums["weight"] / sums.groupby("period")["weight"].transform("sum")
        return sums.astype({"topic": "int64"})
