"""Fitted topics at large: along time, by group and by speaker, as a tree, as a map, and how far to trust them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from sklearn.utils.validation import check_is_fitted
from threadpoolctl import threadpool_limits

from analysis import schema
from analysis.topics.clusters import EmbeddedClusters
from analysis.topics.frames import TopicFrames
from analysis.topics.groups import compare_groups
from analysis.topics.hierarchy import topic_tree
from analysis.topics.projection import draw_sample, project
from analysis.topics.space import embed
from analysis.topics.stability import topic_stability
from analysis.topics.trends import topic_trends
from analysis.topics.units import Articles, Reading, owner_of

_MAP = {
    "doc_id": "str",
    "start": "int64",
    "end": "int64",
    "topic": "int64",
    "weight": "float64",
    "x": "float64",
    "y": "float64",
}


class TopicOverviews(TopicFrames):
    """What a fitted `analysis.topics.TopicModel` tells of a corpus.

    Where `articles` can be left out, those that the model was fitted on are meant; what `read` gives stands for articles.
    """

    def over_time(
        self, articles: pd.DataFrame | Reading | pd.Series | None = None, freq: str = "D", smooth: float = 1.0
    ) -> pd.DataFrame:
        """Weight of each topic in each period in which anything was published, smoothed and with its bursts.

        Parameters
        ----------
        articles : DataFrame or Series, optional
            With ``text`` and ``published``; or the days alone, one for each article that the model was fitted on.
            An article without a day is left out.
        freq : str
            Period of pandas: ``D`` day, ``W`` week, ``M`` month, ``Q`` quarter, ``Y`` year.
        smooth : float
            Width of the smoothing in periods; 0 smooths nothing.

        Returns
        -------
        DataFrame
            ``period`` (its first day), ``topic``, ``weight`` (sum over the articles), ``share`` (of the period),
            ``smoothed`` and ``burst`` (see `analysis.topics.trends`).

        Raises
        ------
        ValueError
            If there are no days, or not as many as articles.
        """
        check_is_fitted(self)
        if isinstance(articles, pd.Series):
            reading, days = self._read(None), articles
        else:
            reading = self._read(articles)
            days = self._column(reading, "published")
        weights = self._article_weights(reading)
        _check_length(days, len(weights), "published")
        return topic_trends(weights, days, freq, smooth)

    def compare(
        self, articles: pd.DataFrame | Reading | None = None, by: str | Sequence[Any] = "outlet"
    ) -> pd.DataFrame:
        """Topics of each outlet, or of any other groups of articles, against those of all others.

        Parameters
        ----------
        articles : DataFrame, optional
        by : str or sequence
            A column of `articles`, or the group of each article; an article without one is left out.

        Returns
        -------
        DataFrame
            A column named as `by` is (``group`` for a list), ``topic``, ``weight``, ``share``, ``lift`` and ``z``
            (see `analysis.topics.groups.compare_groups`).

        Raises
        ------
        ValueError
            If there is no such column, or not a group for each article.
        """
        check_is_fitted(self)
        reading = self._read(articles)
        groups = self._column(reading, by) if isinstance(by, str) else by
        weights = self._article_weights(reading)
        _check_length(groups, len(weights), "by")
        name = by if isinstance(by, str) else getattr(by, "name", None) or "group"
        return compare_groups(weights, pd.Series(groups), name)

    def by_speaker(self, quotes: pd.DataFrame, articles: Articles | Reading | None = None) -> pd.DataFrame:
        """Who talks about what: the topics of the articles (or paragraphs, where they are the units) a speaker is in.

        Parameters
        ----------
        quotes : DataFrame
            The quotes frame; a quotation without a speaker, or of another article, is left out.
        articles : DataFrame, optional

        Returns
        -------
        DataFrame
            ``speaker``, ``topic``, ``weight`` (quotations, by part), ``share``, ``lift`` and ``z``, the most quoted
            speaker first (see `analysis.topics.groups.compare_groups`).
        """
        check_is_fitted(self)
        schema.require(quotes, "quotes", "doc_id", "start", "speaker")
        reading = self._read(articles)
        unit = owner_of(reading, quotes["doc_id"], quotes["start"])
        known = (unit >= 0) & quotes["speaker"].notna().to_numpy()
        weights = self._unit_weights(reading)[unit[known]]
        return compare_groups(weights, quotes["speaker"][known], "speaker")

    def hierarchy(self) -> pd.DataFrame:
        """Which topics belong together: the tree of `analysis.topics.hierarchy.topic_tree`.

        Returns
        -------
        DataFrame
            ``node``, ``left``, ``right``, ``distance``, ``size``, ``label``, ``terms``; a row for each join.
        """
        check_is_fitted(self)
        return topic_tree(self._held, self._sizes, self._name)

    def stability(
        self, articles: Articles | Reading | None = None, n_samples: int = 20, progress: bool | None = None
    ) -> pd.DataFrame:
        """Which topics to trust: how far each comes back when the model is fitted on bootstrap samples.

        Parameters
        ----------
        articles : DataFrame or collection of str, optional
            Needed only for a model that was loaded or fitted in parts.
        n_samples : int
        progress : bool, optional
            Show a bar; by default where it takes long.

        Returns
        -------
        DataFrame
            ``topic``, ``size``, ``stability`` (mean Jaccard similarity), ``lowest``, ``dissolved``, ``label``
            (see `analysis.topics.stability.topic_stability`).
        """
        check_is_fitted(self)
        reading = self._read(articles)
        if isinstance(self.method_, EmbeddedClusters) and (reading.space is None or np.isnan(reading.space).any()):
            raise ValueError("the articles have no embeddings to draw anew: fit the model on them first")
        weights = self._unit_weights(reading)
        labels = self.labels_ if articles is None else np.where(weights.any(axis=1), weights.argmax(axis=1), -1)
        usable = reading.known

        def relabel(drawn: np.ndarray) -> np.ndarray:
            return self._relabel(reading, drawn)

        with threadpool_limits(limits=1):
            found = topic_stability(
                np.where(usable, labels, -1), self.n_topics_, relabel, n_samples, self._seed, progress
            )
        return found.assign(label=self.topics_["label"])

    def project(self, articles: Articles | Reading | None = None, most: int = 2_000) -> pd.DataFrame:
        """A map of the articles (or paragraphs, where they are the units): what lies near has words in common.

        Parameters
        ----------
        articles : DataFrame or collection of str, optional
        most : int
            Of more units a sample is drawn, each topic by its share.

        Returns
        -------
        DataFrame
            ``doc_id``, ``start``, ``end``, ``topic`` (chief one, -1 for none), its ``weight``, ``x``, ``y``;
            ``attrs["n_units"]`` tells how many units there are.
        """
        check_is_fitted(self)
        reading = self._read(articles)
        weights = self._unit_weights(reading)
        told = np.flatnonzero(reading.known)
        labels = np.where(weights.any(axis=1), weights.argmax(axis=1), -1)
        kept = told[draw_sample(labels[told], most, self._seed)]
        with threadpool_limits(limits=1):
            if reading.space is not None and np.isfinite(reading.space[kept]).all():
                space = reading.space[kept]
            else:
                space = embed(reading.counts[kept], self.n_topics_, self._seed) if len(kept) else np.zeros((0, 2))
            flat = project(space, self._seed)
        units = reading.units
        data = {
            "doc_id": [reading.ids[i] for i in units.article[kept]],
            "start": [units.start[i] for i in kept],
            "end": [units.end[i] for i in kept],
            "topic": labels[kept],
            "weight": weights[kept].max(axis=1),
            "x": flat[:, 0],
            "y": flat[:, 1],
        }
        found = pd.DataFrame(data).astype(_MAP)
        found.attrs["n_units"] = len(told)
        return found

    def _column(self, reading: Reading, name: str) -> pd.Series:
        """A column of the articles, which must be a frame that has it."""
        if not isinstance(reading.articles, pd.DataFrame):
            raise ValueError(f"the articles are texts alone: give the articles frame, with a column {name}")
        schema.require(reading.articles, "articles", name)
        return reading.articles[name]


def _check_length(values: Sequence[Any], n_articles: int, name: str) -> None:
    if len(values) != n_articles:
        raise ValueError(f"{name} has {len(values)} values for {n_articles} articles")
