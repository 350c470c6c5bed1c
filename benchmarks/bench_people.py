"""How `resolve_speakers` and `group_statements` grow with the corpus.

Run it as ``python benchmarks/bench_people.py [CORPUS]`` (by default over seeds/): seconds for the corpus doubled again
and again, every copy with names of its own and half of its words exchanged. Level ratios mean linear time.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable

import pandas as pd
from sample import SEEDS

import analysis as na

ENDINGS = ["", "ور", "يت", "كن", "شد", "زل", "تم", "وس"]  # a copy's names end in one of them


def copy(quotes: pd.DataFrame, number: int, words: list[str]) -> pd.DataFrame:
    """The quotations of other articles, by other people, in half of other words."""
    chance = random.Random(number)
    texts = [
        " ".join(chance.choice(words) if number and chance.random() < 0.5 else word for word in text.split())
        for text in quotes["text"]
    ]
    return quotes.assign(
        doc_id=quotes["doc_id"] + f"_{number}", speaker=quotes["speaker"] + ENDINGS[number], text=texts
    )


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    found = na.extract_quotes(na.read_articles(sys.argv[1] if len(sys.argv) > 1 else SEEDS))
    vocabulary = [word for text in found["text"] for word in text.split()]
    na.group_statements(na.resolve_speakers(found))  # tables are read once
    for copies in (1, 2, 4, 8):
        quotes = pd.concat([copy(found, number, vocabulary) for number in range(copies)], ignore_index=True)
        speakers = seconds(lambda: na.resolve_speakers(quotes))  # noqa: B023
        people = quotes.assign(person=quotes["speaker"])
        statements = seconds(lambda: na.group_statements(people))  # noqa: B023
        print(
            f"{len(quotes):>9,} quotations, {quotes['speaker'].nunique():>7,} names: resolve_speakers {speakers:6.2f} s, "
            f"{speakers / copies:6.3f} a copy; group_statements {statements:6.2f} s, {statements / copies:6.3f} a copy"
        )
