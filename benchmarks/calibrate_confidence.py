"""Fit the weights behind the confidence of quotes to annotated articles, and show how well they hold.

Run it as ``python benchmarks/calibrate_confidence.py [GOLD ...] [--unseen SHARE] [--write]``: folders of standoff
annotations, by default ``seeds/gold``. Each article is judged with weights fitted to the others (ten folds); ``--write``
then renews ``lexicon/confidence.tsv`` from all of them. Rules are right more often on articles that they were mended on
than on others: ``--unseen`` gives the share of rows found right on articles that nobody had read, and moves the constant
so that the confidence says as much on average.
"""

from __future__ import annotations

import argparse
from importlib.resources import files
from pathlib import Path

import numpy as np
import pandas as pd
from sample import SEEDS
from scipy.optimize import brentq
from scipy.special import expit
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline

from analysis.evaluation import Gold, precision_at, read_gold
from analysis.evaluation.measures import pair_quotes
from analysis.evaluation.spans import same_speaker
from analysis.quotes.confidence import evidence
from analysis.quotes.reading import read
from analysis.quotes.turns import attributed

HEAD = (
    "# Weights of a logistic regression: what makes an attribution likely to be right (content and speaker).\n"
    "# Written by benchmarks/calibrate_confidence.py.\nevidence\tweight\n"
)


def judged(gold: Gold) -> list[tuple[dict[str, int], bool]]:
    """The evidence of each attribution found in an article, and whether its content and speaker are right."""
    r = read(gold.text)
    found = [
        (dict.fromkeys(evidence(r, a, speaker), 1), r.folded.span(*a.span), speaker.name if speaker else None)
        for a, speaker in list(attributed(r))
    ]
    pairs = pair_quotes(gold.text, [{"start": span[0], "end": span[1]} for _, span, _ in found], gold.quotes)
    rows = []
    for i, (known, _, name) in enumerate(found):
        if i not in pairs.excused:
            hit = pairs.hits.get(i)
            rows.append((known, hit is not None and same_speaker(name, gold.quotes[hit[0]]["speaker"])))
    return rows


def shift(scores: np.ndarray, share: float) -> float:
    """What to add to the log odds of all rows so that their mean chance is a share."""
    return brentq(lambda added: expit(scores + added).mean() - share, -10, 10)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gold", nargs="*", default=[str(SEEDS / "gold")], help="folders of standoff annotations")
    parser.add_argument("--unseen", type=float, metavar="SHARE", help="share of rows right on articles not seen before")
    parser.add_argument("--write", action="store_true", help="renew lexicon/confidence.tsv")
    options = parser.parse_args()
    articles = [gold for folder in options.gold for gold in read_gold(folder)]
    rows = [(known, right, n) for n, gold in enumerate(articles) for known, right in judged(gold)]
    known, right, article = (list(column) for column in zip(*rows, strict=True))
    model = make_pipeline(DictVectorizer(sparse=False), LogisticRegression(fit_intercept=False, max_iter=1000))
    chance = cross_val_predict(
        model, known, right, groups=article, cv=GroupKFold(min(10, len(articles))), method="predict_proba"
    )[:, 1]
    brier, flat = brier_score_loss(right, chance), brier_score_loss(right, np.full(len(right), np.mean(right)))
    print(
        f"{len(articles)} articles, {len(rows)} rows, {np.mean(right):.3f} right; Brier score {brier:.3f}, of the mean alone {flat:.3f}"
    )
    table = pd.DataFrame({"confidence": chance, "content": right, "right": right})
    print(precision_at(table).drop(columns="content").to_string(index=False, float_format="%.3f"))
    groups = pd.cut(table.confidence, [0, 0.5, 0.7, 0.8, 0.9, 1])
    means = table.groupby(groups, observed=True).agg(
        rows=("right", "size"), said=("confidence", "mean"), right=("right", "mean")
    )
    print(means.to_string(float_format="%.3f"))
    if options.write:
        model.fit(known, right)
        weights = dict(zip(model[0].feature_names_, model[1].coef_[0], strict=True))
        if options.unseen is not None:
            weights["always"] += shift(model.decision_function(known), options.unseen)
        path = Path(str(files("analysis") / "lexicon" / "confidence.tsv"))
        path.write_text(
            HEAD + "".join(f"{name}\t{weight:.2f}\n" for name, weight in sorted(weights.items())), encoding="utf-8"
        )
