"""How good and how quick topics are, beside scikit-learn's own models on the same tokens.

    python benchmarks/bench_topics.py [sample.parquet] [--seeds 5] [--topics N]

Runs on ``seeds/`` with the topics of ``seeds/articles.csv``, or on any Parquet file with the columns ``text`` and
``label``. Figures are medians over the seeds; the spread is the largest
NMI minus the smallest. NPMI and diversity are of the ten best terms; co-occurrence is counted in the articles
themselves, for all models alike.
"""

from __future__ import annotations

import argparse
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.decomposition import NMF, LatentDirichletAllocation, TruncatedSVD
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score
from sklearn.preprocessing import normalize

from analysis.articles import read_articles
from analysis.features import ArabicAnalyzer, _key
from analysis.topics import TopicModel
from analysis.topics.quality import diversity, npmi
from analysis.topics.terms import topic_scores

ROOT = Path(__file__).resolve().parent.parent


class Result(NamedTuple):
    """Labels of the articles, the terms' scores by the reference vocabulary (if any), seconds of fitting."""

    labels: np.ndarray
    scores: np.ndarray | None
    seconds: float


class Reference(NamedTuple):
    """Counts of the keys in which all models are judged."""

    counts: np.ndarray
    keys: list[str]


def naba(texts: list[str], reference: Reference, topics: int | str, seed: int, method: str = "cluster") -> Result:
    start = time.perf_counter()
    model = TopicModel(topics, random_state=seed, method=method, unit="article").fit(texts)
    seconds = time.perf_counter() - start
    labels = model.transform(texts).argmax(axis=1)
    return Result(labels, topic_scores(np.eye(model.n_topics_)[labels], reference.counts), seconds)


def plain_kmeans(texts: list[str], reference: Reference, topics: int, seed: int) -> Result:
    start = time.perf_counter()
    tfidf = TfidfVectorizer(token_pattern=r"\S+").fit_transform(texts)
    space = normalize(TruncatedSVD(min(100, len(texts) - 1), random_state=seed).fit_transform(tfidf))
    labels = KMeans(topics, random_state=seed).fit_predict(space)
    return Result(labels, None, time.perf_counter() - start)


def plain_nmf(texts: list[str], reference: Reference, topics: int, seed: int) -> Result:
    start = time.perf_counter()
    tfidf = TfidfVectorizer(analyzer=ArabicAnalyzer(), vocabulary=reference.keys).fit_transform(texts)
    model = NMF(topics, random_state=seed, max_iter=400).fit(tfidf)
    return Result(model.transform(tfidf).argmax(axis=1), model.components_, time.perf_counter() - start)


def plain_lda(texts: list[str], reference: Reference, topics: int, seed: int) -> Result:
    start = time.perf_counter()
    counts = CountVectorizer(analyzer=ArabicAnalyzer(), vocabulary=reference.keys).fit_transform(texts)
    model = LatentDirichletAllocation(topics, random_state=seed).fit(counts)
    return Result(model.transform(counts).argmax(axis=1), model.components_, time.perf_counter() - start)


MODELS: dict[str, Callable[[list[str], Reference, int, int], Result]] = {
    "k-means on TF-IDF/SVD(100), white space tokens": plain_kmeans,
    "naba cluster": naba,
    "naba cluster, n_topics=auto": lambda texts, ref, topics, seed: naba(texts, ref, "auto", seed),
    "naba nmf": lambda texts, ref, topics, seed: naba(texts, ref, topics, seed, "nmf"),
    "naba lda": lambda texts, ref, topics, seed: naba(texts, ref, topics, seed, "lda"),
    "scikit-learn NMF": plain_nmf,
    "scikit-learn LDA": plain_lda,
}


def load(sample: Path | None) -> tuple[list[str], list[str]]:
    """Texts and labels of a sample, or of the seeds."""
    if sample is not None:
        data = pd.read_parquet(sample)
        return data["text"].tolist(), data["label"].tolist()
    articles = read_articles(ROOT / "seeds")
    topics = pd.read_csv(ROOT / "seeds" / "articles.csv").set_index("doc_id")["topic"]
    return articles["text"].tolist(), topics.loc[articles["doc_id"]].tolist()


def judge(results: list[Result], labels: list[str], reference: Reference) -> dict[str, object]:
    """One row of the table."""
    row: dict[str, object] = {"topics": int(median(len(np.unique(r.labels)) for r in results))}
    information = [normalized_mutual_info_score(labels, r.labels) for r in results]
    row |= {"NMI": median(information), "spread": max(information) - min(information)}
    row["ARI"] = median(adjusted_rand_score(labels, r.labels) for r in results)
    row["NMI of each seed"] = " ".join(f"{value:.4f}" for value in information)
    tops = [
        [[reference.keys[i] for i in np.argsort(-scores, kind="stable")[:10]] for scores in r.scores]
        for r in results
        if r.scores is not None
    ]
    if tops:
        row["NPMI"] = median(npmi(top, reference.counts, reference.keys) for top in tops)
        row["diversity"] = median(diversity(top) for top in tops)
    return row | {"seconds": median(r.seconds for r in results)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sample", type=Path, nargs="?", help="Parquet file with text and label; seeds/ unless given")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--topics", type=int, help="how many topics; as many as there are labels unless given")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    texts, labels = load(arguments.sample)
    topics = min(arguments.topics or len(set(labels)), max(1, len(texts) // 2))
    vectorizer = CountVectorizer(analyzer=ArabicAnalyzer(), min_df=5 if len(texts) > 1000 else 1)
    counts = vectorizer.fit_transform(texts)
    reference = Reference(counts, vectorizer.get_feature_names_out().tolist())
    # The models take turns, so that whatever else the machine does falls on all of them.
    results: dict[str, list[Result]] = {name: [] for name in MODELS}
    for seed in range(arguments.seeds):
        for name, model in MODELS.items():
            _key.cache_clear()  # every fit is a first fit
            results[name].append(model(texts, reference, topics, seed))
    table = pd.DataFrame({name: judge(found, labels, reference) for name, found in results.items()}).T
    table["x k-means"] = table["seconds"] / table["seconds"].iloc[0]
    print(f"{len(texts):,} articles, {len(reference.keys):,} keys, {arguments.seeds} seeds")
    columns = ["topics", "NMI", "spread", "ARI", "NPMI", "diversity", "seconds", "x k-means", "NMI of each seed"]
    with pd.option_context("display.width", 200, "display.float_format", "{:.3f}".format):
        print(table.reindex(columns=columns).infer_objects().to_string(na_rep=""))


if __name__ == "__main__":
    main()
