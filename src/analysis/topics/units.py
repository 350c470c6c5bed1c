"""What topics are learned from: whole articles, or their paragraphs where there are only a few articles."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix

from analysis import arabic, schema

Articles: TypeAlias = "pd.DataFrame | pd.Series | Iterable[str]"

_SURROGATE = re.compile("[\ud800-\udfff]")


class Units(NamedTuple):
    """Units of text as parallel lists: the number of the article and the span in it."""

    text: list[str]
    article: np.ndarray
    start: list[int]
    end: list[int]


def texts_of(articles: Articles) -> list[str]:
    """Texts of an articles frame, or of any other collection of texts; a missing text is empty.

    Raises
    ------
    TypeError
        For a single text.
    ValueError
        If a frame has no column ``text``.
    """
    if isinstance(articles, str):
        raise TypeError("a collection of texts or the articles frame is needed, not one text: put it in a list")
    if isinstance(articles, pd.DataFrame):
        schema.require(articles, "articles", "text")
        articles = articles["text"]
    return [text if isinstance(text, str) else "" for text in articles]


def ids_of(articles: Articles, n_articles: int) -> list[str]:
    """``doc_id`` of each article; a collection without it is numbered from 0."""
    if isinstance(articles, pd.DataFrame) and "doc_id" in articles:
        return articles["doc_id"].tolist()
    return [str(i) for i in range(n_articles)]


def split(texts: list[str], unit: str) -> Units:
    """Units of the texts; `unit` is ``article`` or ``paragraph``."""
    spans = [[(0, len(text))] if unit == "article" else arabic.paragraphs(text) for text in texts]
    # A surrogate without its other half has no place in a frame.
    texts = [_SURROGATE.sub("?", text) for text in texts]
    rows = [(text[a:b], i, a, b) for i, text in enumerate(texts) for a, b in spans[i]]
    pieces, owners, starts, ends = (list(column) for column in zip(*rows, strict=True)) if rows else ([], [], [], [])
    return Units(pieces, np.array(owners, dtype=np.intp), starts, ends)


class Reading(NamedTuple):
    """Articles read: their ids, their units, counts of the units' keys and, where embeddings are given, their places."""

    articles: Articles
    ids: list[str]
    units: Units
    counts: csr_matrix
    space: np.ndarray | None

    @property
    def lengths(self) -> np.ndarray:
        """Length of each unit in known words."""
        return np.asarray(self.counts.sum(axis=1)).ravel()

    @property
    def known(self) -> np.ndarray:
        """Which units have a known word or a place among the embeddings."""
        placed = np.isfinite(self.space).all(axis=1) if self.space is not None else False
        return np.asarray((self.lengths > 0) | placed)


def owner_of(reading: Reading, doc_ids: Iterable[str], starts: Iterable[int]) -> np.ndarray:
    """Index of the unit in which each span starts, -1 for one of another article or between units."""
    units = reading.units
    first: dict[str, tuple[list[int], list[int]]] = {}
    for i, article in enumerate(units.article):
        begins, numbers = first.setdefault(reading.ids[article], ([], []))
        begins.append(units.start[i])
        numbers.append(i)
    found = []
    for doc_id, start in zip(doc_ids, starts, strict=True):
        begins, numbers = first.get(doc_id, ([], []))
        place = bisect_right(begins, start) - 1
        inside = place >= 0 and start < units.end[numbers[place]]
        found.append(numbers[place] if inside else -1)
    return np.array(found, dtype=np.intp)
