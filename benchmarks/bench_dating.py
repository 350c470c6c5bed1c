"""How often the words of an article name its day, and how often they are right, with the true day hidden.

Run it as ``python benchmarks/bench_dating.py [CORPUS]`` (by default over seeds/): each article by itself, then with the articles of its
outlet in their order. The window is that of the calendar months in which the dated articles appeared.
"""

from __future__ import annotations

import sys

import pandas as pd
from sample import SEEDS

import analysis as na


def dated(corpus: str) -> pd.DataFrame:
    """The articles of a corpus whose day is known."""
    articles = na.read_articles(corpus)
    return articles[articles["published"].notna()].reset_index(drop=True)


if __name__ == "__main__":
    articles = dated(sys.argv[1] if len(sys.argv) > 1 else str(SEEDS))
    true = articles["published"].dt.date.tolist()
    window = (articles["published"].min().replace(day=1), articles["published"].max() + pd.offsets.MonthEnd(0))
    hidden = articles.assign(published=pd.NaT)
    times = na.extract_times(hidden)
    for group in (None, "outlet"):
        dating = na.infer_published(hidden, times, window=window, group=group)
        named = [(day.date(), right) for day, right in zip(dating["published"], true, strict=True) if not pd.isna(day)]
        correct = sum(day == right for day, right in named)
        inside = sum(days is None or right in days for days, right in zip(dating["candidates"], true, strict=True))
        print(
            f"{'each outlet in order' if group else 'each article alone':22}"
            f"{len(named):5} of {len(true)} named, {correct} rightly; the true day is possible for {inside / len(true):.1%}"
        )
