"""Fitted models to files and back, without pickle: numpy arrays and one piece of JSON in an ``.npz`` archive.

Reading runs nothing that the file brings along: arrays are read with ``allow_pickle=False``, and an object is only made
of the classes named here.
"""

from __future__ import annotations

import json
import os
import zipfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator
from sklearn.decomposition import NMF, LatentDirichletAllocation, MiniBatchNMF
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.naive_bayes import ComplementNB
from sklearn.utils import check_random_state

from analysis import schema
from analysis.analyzer import ArabicAnalyzer
from analysis.topics.clusters import EmbeddedClusters, SelfTrainedClusters
from analysis.topics.factors import Factors
from analysis.topics.number import topic_number_curve
from analysis.topics.seeds import Seed

if TYPE_CHECKING:
    from analysis.topics.model import TopicModel

_FORMAT = "naba topic model 1"
_CLASSES: dict[str, type[BaseEstimator]] = {
    one.__name__: one
    for one in (
        *(SelfTrainedClusters, EmbeddedClusters, Factors),
        *(ComplementNB, LatentDirichletAllocation, NMF, MiniBatchNMF, TfidfTransformer),
    )
}
_PARAMETERS = ("n_topics", "method", "unit", "n_terms", "max_topics", "outliers", "progress")
_ARRAYS = ("_order", "_held", "_sizes", "_scores", "labels_")


def save(model: TopicModel, path: str | Path) -> Path:
    """Write a fitted model; the file appears whole or not at all."""
    analyzer = model.analyzer_
    if type(analyzer) is not ArabicAnalyzer:
        raise ValueError(f"only a model with an ArabicAnalyzer can be saved, not with a {type(analyzer).__name__}")
    arrays = {name: getattr(model, name) for name in _ARRAYS}
    stop_words = analyzer.stop_words
    state = {
        "format": _FORMAT,
        "parameters": {name: _plain(getattr(model, name)) for name in _PARAMETERS},
        "random_state": model.random_state if isinstance(model.random_state, int) else None,
        "fitted": {"seed": model._seed, "unit": model.unit_, "outlying": model._outlying, "n_topics": model.n_topics_},
        "vocabulary": [*model.vocabulary_],
        "analyzer": {
            "stop_words": stop_words if isinstance(stop_words, bool | None) else sorted(stop_words),
            "ngram_range": [*analyzer.ngram_range],
        },
        "forms": _forms_that_count(model),
        "seeds": [[seed.name, seed.columns] for seed in model._seeds],
        "method": _pack(model.method_, "method", arrays) if model.method_ is not None else None,
        "topics": model.topics_.to_dict("list")
        | {"label": [*model.topics_["label"].astype(object).where(model.topics_["label"].notna(), None)]},
        "typical": model._typical.to_dict("list"),
        "curve": model.auto_curve_.to_dict("list"),
    }
    path = Path(path)
    arrays["state"] = np.frombuffer(json.dumps(state, ensure_ascii=False).encode("utf-8", "surrogatepass"), np.uint8)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with unfinished.open("wb") as file:
            np.savez_compressed(file, allow_pickle=False, **arrays)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return path


def load(kind: type[TopicModel], path: str | Path) -> Any:
    """Read a model that `save` wrote."""
    try:
        with np.load(path, allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
        state = json.loads(bytes(arrays.pop("state")).decode("utf-8", "surrogatepass"))
        if state["format"] != _FORMAT:
            raise ValueError(f"format {state['format']!r}, not {_FORMAT!r}")
        return _restore(kind, state, arrays)
    except (KeyError, TypeError, ValueError, AttributeError, zipfile.BadZipFile, EOFError) as error:
        raise ValueError(f"{Path(path).name} is no topic model that can be read: {error}") from error


def _restore(kind: type[TopicModel], state: dict[str, Any], arrays: dict[str, np.ndarray]) -> TopicModel:
    stop_words, grams = state["analyzer"]["stop_words"], tuple(state["analyzer"]["ngram_range"])
    analyzer = ArabicAnalyzer(stop_words=stop_words, ngram_range=grams)
    default = stop_words is True and grams == (1, 1)
    model = kind(**state["parameters"], random_state=state["random_state"], analyzer=None if default else analyzer)
    model.analyzer_ = ArabicAnalyzer(stop_words=stop_words, ngram_range=grams).partial_fit([])
    model.analyzer_.forms_ = Counter(state["forms"])
    model.analyzer_.partial_fit([])
    for name in _ARRAYS:
        setattr(model, name, arrays[name])
    fitted = state["fitted"]
    model._seed, model.unit_, model.n_topics_ = fitted["seed"], fitted["unit"], fitted["n_topics"]
    model._outlying = fitted["outlying"]
    model.vocabulary_ = {key: i for i, key in enumerate(state["vocabulary"])}
    model._seeds = [Seed(name, columns) for name, columns in state["seeds"]]
    model._fitted = model._given = None
    model.method_ = _unpack(state["method"], "method", arrays, model._seed) if state["method"] else None
    model.topics_ = pd.DataFrame(state["topics"]).astype(schema.FRAMES["topic_terms"])
    model._typical = pd.DataFrame(state["typical"])
    model.auto_curve_ = pd.DataFrame(state["curve"]).astype(topic_number_curve(np.empty((0, 1))).dtypes.to_dict())
    return model


def _forms_that_count(model: TopicModel) -> dict[str, int]:
    """Written forms of the keys in the vocabulary."""
    analyzer = model.analyzer_
    return {form: n for form, n in analyzer.forms_.items() if analyzer.key_of(form) in model.vocabulary_}


def _plain(value: Any) -> Any:
    return value.item() if isinstance(value, np.generic) else value


def _pack(estimator: BaseEstimator, name: str, arrays: dict[str, np.ndarray]) -> dict[str, Any]:
    """Class, parameters and fitted numbers of an estimator; its arrays go into `arrays`, under names that begin so."""
    given = estimator.get_params(deep=False)
    packed: dict[str, Any] = {"class": type(estimator).__name__, "parameters": {k: _plain(v) for k, v in given.items()}}
    packed |= {"values": {}, "arrays": [], "parts": {}}
    for key, value in vars(estimator).items():
        if key in given or isinstance(value, np.random.RandomState) or key == "partition_":
            continue
        if isinstance(value, BaseEstimator):
            packed["parts"][key] = _pack(value, f"{name}.{key}", arrays)
        elif isinstance(value, np.ndarray):
            arrays[f"{name}.{key}"] = value
            packed["arrays"].append(key)
        elif isinstance(value, np.generic | int | float | str | None):
            packed["values"][key] = _plain(value)
    return packed


def _unpack(packed: dict[str, Any], name: str, arrays: dict[str, np.ndarray], seed: int) -> Any:
    estimator = _CLASSES[packed["class"]](**packed["parameters"])
    for key, value in packed["values"].items():
        setattr(estimator, key, value)
    for key in packed["arrays"]:
        setattr(estimator, key, arrays[f"{name}.{key}"])
    for key, part in packed["parts"].items():
        setattr(estimator, key, _unpack(part, f"{name}.{key}", arrays, seed))
    if isinstance(estimator, LatentDirichletAllocation | MiniBatchNMF):
        estimator.random_state_ = estimator._rng = check_random_state(seed)
    return estimator
