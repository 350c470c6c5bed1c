"""Speed of `find_times` beside one pass of ``re.findall(r"\\w+", text)`` over the same texts.

Run it as ``python benchmarks/bench_times.py [CORPUS]`` (by default over seeds/): the ratio of each stage, articles a second, and the ratio for one text
from 10 kB to 10 MB, which shows whether the time grows with the length alone.
"""

from __future__ import annotations

from sample import compare, grow

from analysis.arabic import fold
from analysis.times import find_times
from analysis.times.expressions import find_expressions
from analysis.times.structure import Scan

REFERENCE = "2015-08-01"


def dated(text: str) -> object:
    """The times of a text, relative ones counted from a fixed day."""
    return find_times(text, REFERENCE)


if __name__ == "__main__":
    compare(
        {
            "fold": fold,
            "fold, scan": lambda text: Scan(fold(text)),
            "fold, scan, find": lambda text: find_expressions(Scan(fold(text))),
            "find_times": dated,
        }
    )
    grow(dated)
