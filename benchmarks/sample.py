"""Texts to measure on, and how they are measured: side by side in one run, the best of several rounds."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
BASELINE = r"re.findall(\w+)"
_WORDS = re.compile(r"\w+")


def texts(count: int = 2000) -> list[str]:
    """So many articles of the corpus named on the command line, by default of ``seeds/``, repeated as needed."""
    import analysis as na

    found = na.read_articles(sys.argv[1] if len(sys.argv) > 1 else SEEDS).text.tolist()
    return (found * (count // len(found) + 1))[:count]


def seconds(work: Callable[[str], object], sample: list[str]) -> float:
    """CPU time of one pass."""
    start = time.process_time()
    for text in sample:
        work(text)
    return time.process_time() - start


def compare(stages: Mapping[str, Callable[[str], object]], rounds: int = 5) -> None:
    """Print seconds, ratio to one pass of ``re.findall(r"\\w+")`` and articles a second of each stage."""
    sample = texts()
    work: dict[str, Callable[[str], object]] = {BASELINE: _WORDS.findall, **stages}
    best = dict.fromkeys(work, float("inf"))
    for one in work.values():  # tables are read once
        one(sample[0])
    for _ in range(rounds):  # one after the other in each round, so that a busy machine is busy for all
        for name, one in work.items():
            best[name] = min(best[name], seconds(one, sample))
    for name, time_ in best.items():
        print(f"{name:20} {time_:7.3f} s  {time_ / best[BASELINE]:6.2f} x  {len(sample) / time_:9,.0f} articles/s")


def grow(work: Callable[[str], object], longest: int = 10_000_000) -> None:
    """Print the ratio for one text of growing length: it stays level where the time is linear."""
    whole = "\n".join(texts())
    length = 10_000
    while length <= longest:
        text = (whole * (length // len(whole) + 1))[:length]
        rounds = 3 if length < 1_000_000 else 1
        baseline = min(seconds(_WORDS.findall, [text]) for _ in range(3))
        ours = min(seconds(work, [text]) for _ in range(rounds))
        print(f"one text of {length:>10,} characters: {ours:8.3f} s  {ours / baseline:6.2f} x")
        length *= 10
