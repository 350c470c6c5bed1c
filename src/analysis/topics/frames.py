"""Fitted topics as frames: by article, by paragraph, and the sentences that stand for them."""

from __future__ import annotations

import numpy as np
import pandas as pd
from sklearn.utils.validation import check_is_fitted

from analysis import schema
from analysis.topics.learning import TopicLearner
from analysis.topics.units import Articles, Reading

_PARAGRAPHS = {"doc_id": "str", "start": "int64", "end": "int64", "text": "str", "topic": "int64", "weight": "float64"}


class TopicFrames(TopicLearner):
    """What a fitted `analysis.topics.TopicModel` tells of articles.

    Where `articles` can be left out, those that the model was fitted on are meant. Articles that several questions are
    asked of can be read once: what `read` gives stands for them.
    """

    def read(self, articles: Articles) -> Reading:
        """Split and count articles once, for any number of questions.

        Parameters
        ----------
        articles : DataFrame or collection of str

        Returns
        -------
        Reading
            To be given as `articles` to the methods of this model.
        """
        check_is_fitted(self)
        return self._read(articles)

    def document_topics(self, articles: Articles | Reading | None = None) -> pd.DataFrame:
        """The frame ``topics``: ``doc_id``, ``topic``, ``weight``, one row for each article and topic."""
        check_is_fitted(self)
        reading = self._read(articles)
        weights = self._article_weights(reading)
        data = {
            "doc_id": np.repeat(np.array(reading.ids, dtype=object), self.n_topics_),
            "topic": np.tile(np.arange(self.n_topics_), len(weights)),
            "weight": weights.ravel(),
        }
        return pd.DataFrame(data).astype(schema.FRAMES["topics"])

    def paragraph_topics(self, articles: Articles | Reading | None = None) -> pd.DataFrame:
        """Chief topic of each paragraph that has a known word.

        Returns
        -------
        DataFrame
            ``doc_id``, ``start``, ``end``, ``text``, ``topic`` and its ``weight``, in the order of the texts.
        """
        check_is_fitted(self)
        reading = self._read(articles, "paragraph")
        weights = self._unit_weights(reading)
        units = reading.units
        rows = [
            (
                reading.ids[units.article[i]],
                units.start[i],
                units.end[i],
                units.text[i],
                weights[i].argmax(),
                weights[i].max(),
            )
            for i in np.flatnonzero((reading.lengths > 0) & weights.any(axis=1))
        ]
        return pd.DataFrame(rows, columns=list(_PARAGRAPHS)).astype(_PARAGRAPHS)

    def representatives(self, articles: Articles | Reading | None = None, n: int = 3) -> pd.DataFrame:
        """Articles that stand for each topic, and the sentence of each that says most about it.

        Parameters
        ----------
        articles : DataFrame or collection of str, optional
        n : int
            Articles a topic, at most; only articles (or paragraphs, where they are the units) whose chief topic it is.

        Returns
        -------
        DataFrame
            ``topic``, ``rank`` (from 1), ``doc_id``, ``weight`` and the sentence: ``start``, ``end``, ``text``.
        """
        check_is_fitted(self)
        reading = self._read(articles)
        return self._representatives(reading, self._unit_weights(reading), n).drop(columns="fit")
