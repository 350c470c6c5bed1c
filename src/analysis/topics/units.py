"""What topics are learned from: whole articles, or their paragraphs where there are only a few articles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

import numpy as np
import pandas as pd

from analysis import arabic, schema

Articles: TypeAlias = "pd.DataFrame | pd.Series | Iterable[str]"


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


def ids_of(articles: Articles) -> list[str]:
    """``doc_id`` of each article; a collection without it is numbered from 0."""
    if isinstance(articles, pd.DataFrame) and "doc_id" in articles:
        return articles["doc_id"].tolist()
    return [str(i) for i in range(len(texts_of(articles)))]


def split(texts: list[str], unit: str) -> Units:
    """Units of the texts; `unit` is ``article`` or ``paragraph``."""
    spans = [[(0, len(text))] if unit == "article" else arabic.paragraphs(text) for text in texts]
    rows = [(text[a:b], i, a, b) for i, text in enumerate(texts) for a, b in spans[i]]
    pieces, owners, starts, ends = (list(column) for column in zip(*rows, strict=True)) if rows else ([], [], [], [])
    return Units(pieces, np.array(owners, dtype=np.intp), starts, ends)
