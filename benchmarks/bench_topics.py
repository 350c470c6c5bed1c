"""How good, how quick and how large topics are, beside other models on the same tokens (`topic_peers`).

    python benchmarks/bench_topics.py [sample.parquet] [--seeds 5] [--topics N] [--only NAME ...]

Runs on ``seeds/`` with the topics of ``seeds/articles.csv``, or on any Parquet file with the columns ``text`` and
``label``. Every fit has a process of its own, so that each is a first one and its peak of memory can be told. Figures
are medians over the seeds; the spread is the largest NMI minus the smallest. NPMI and diversity are of the ten best
terms as shown; co-occurrence is counted in the articles themselves, for all models alike. Where gensim is installed,
its NPMI of the same terms stands beside ours: they differ where two terms never meet, which gensim smooths.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
import warnings
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score
from topic_peers import ABSENT, MODELS

from analysis.analyzer import ArabicAnalyzer
from analysis.articles import read_articles
from analysis.topics.quality import diversity, npmi

ROOT = Path(__file__).resolve().parent.parent


def load(sample: Path | None) -> tuple[list[str], list[str]]:
    """Texts and labels of a sample, or of the seeds."""
    if sample is not None:
        data = pd.read_parquet(sample)
        return data["text"].tolist(), data["label"].tolist()
    articles = read_articles(ROOT / "seeds")
    topics = pd.read_csv(ROOT / "seeds" / "articles.csv").set_index("doc_id")["topic"]
    return articles["text"].tolist(), topics.loc[articles["doc_id"]].tolist()


def run_one(name: str, texts: list[str], topics: int, seed: int) -> None:
    """Fit one model and print what it found, as JSON."""
    warnings.simplefilter("ignore")
    MODELS[name](texts[:20], 2, seed)  # imports and tables are no part of the fit
    start = time.perf_counter()
    labels, keys = MODELS[name](texts, topics, seed)
    seconds = time.perf_counter() - start
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"labels": [*labels], "keys": keys, "seconds": seconds, "MB": megabytes}))


def gensim_npmi(topics: list[list[str]], texts: list[list[str]]) -> float:
    from gensim.corpora import Dictionary
    from gensim.models import CoherenceModel

    longest = max(map(len, texts)) + 1  # a window as wide as the longest text: the text
    model = CoherenceModel(
        topics=topics, texts=texts, dictionary=Dictionary(texts), coherence="c_npmi", window_size=longest, processes=1
    )
    return float(model.get_coherence())


def judge(results: list[dict[str, Any]], labels: list[str], texts: list[str]) -> dict[str, object]:
    """One row of the table."""
    row: dict[str, object] = {"topics": int(median(len(set(r["labels"])) for r in results))}
    information = [normalized_mutual_info_score(labels, r["labels"]) for r in results]
    row |= {"NMI": median(information), "spread": max(information) - min(information)}
    row["ARI"] = median(adjusted_rand_score(labels, r["labels"]) for r in results)
    row |= {what: median(r[what] for r in results) for what in ("seconds", "MB")}
    row["NMI of each seed"] = " ".join(f"{value:.4f}" for value in information)
    tops = [r["keys"] for r in results if r["keys"]]
    if tops:
        analyzer = ArabicAnalyzer()
        words = [analyzer(text) for text in texts]
        vectorizer = CountVectorizer(analyzer=list, vocabulary=sorted({k for top in tops for t in top for k in t}))
        counts, keys = vectorizer.fit_transform(words), vectorizer.get_feature_names_out().tolist()
        row["NPMI"] = median(npmi(top, counts, keys) for top in tops)
        row["diversity"] = median(diversity(top) for top in tops)
        if find_spec("gensim"):
            row["gensim's NPMI"] = median(gensim_npmi(top, words) for top in tops)
    return row


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sample", type=Path, nargs="?", help="Parquet file with text and label; seeds/ unless given")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--topics", type=int, help="how many topics; as many as there are labels unless given")
    parser.add_argument("--only", nargs="+", choices=list(MODELS), default=list(MODELS), metavar="NAME")
    parser.add_argument("--fit", help=argparse.SUPPRESS)
    parser.add_argument("--seed", type=int, default=0, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    texts, labels = load(arguments.sample)
    topics = min(arguments.topics or len(set(labels)), max(1, len(texts) // 2))
    if arguments.fit:
        run_one(arguments.fit, texts, topics, arguments.seed)
        return
    results: dict[str, list[dict[str, Any]]] = {name: [] for name in arguments.only}
    # The models take turns, so that whatever else the machine does falls on all of them.
    for seed in range(arguments.seeds):
        for name, found in results.items():
            command = [sys.executable, __file__, *([str(arguments.sample)] if arguments.sample else [])]
            command += ["--fit", name, "--seed", str(seed), "--topics", str(topics)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                sys.exit(f"{name}: {done.stderr[-2000:]}")
            found.append(json.loads(done.stdout.splitlines()[-1]))
    table = pd.DataFrame({name: judge(found, labels, texts) for name, found in results.items()}).T
    table["x first"] = table["seconds"] / table["seconds"].iloc[0]
    print(f"{len(texts):,} articles, {topics} topics asked for, {arguments.seeds} seeds")
    columns = ["topics", "NMI", "spread", "ARI", "NPMI", "gensim's NPMI", "diversity", "seconds", "x first", "MB"]
    columns = [column for column in [*columns, "NMI of each seed"] if column in table]
    with pd.option_context("display.width", 250, "display.float_format", "{:.3f}".format):
        print(table[columns].infer_objects().to_string(na_rep=""))
    if ABSENT:
        print("not installed:", ", ".join(ABSENT))


if __name__ == "__main__":
    main()
