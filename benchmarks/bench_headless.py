"""A headless run of all notebooks against `jupyter execute` of the same: reports and tables included, within 1.5 times.

    python benchmarks/bench_headless.py [CORPUS] [--rounds N]

Both run in turn, so that a busy machine slows both; what counts is the median.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIMIT = 1.5
REPOSITORY = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent


def seconds(command: list[str | Path], cwd: Path) -> float:
    """Wall time of a command that must succeed."""
    start = time.perf_counter()
    subprocess.run(list(map(str, command)), cwd=cwd, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> int:
    """Measure and print; exit status 1 if the run takes longer than allowed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", type=Path, default=REPOSITORY / "seeds")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        shutil.copytree(options.corpus, folder / "seeds")  # where the notebooks look of themselves
        shutil.copytree(REPOSITORY / "notebooks", folder / "notebooks")
        notebooks = sorted((folder / "notebooks").glob("*.ipynb"))
        for _ in range(options.rounds):
            theirs.append(seconds([BIN / "jupyter", "execute", *notebooks], folder / "notebooks"))
            ours.append(seconds([BIN / "naba", "run", "seeds", "--out", "reports"], folder))
    ratio = statistics.median(ours) / statistics.median(theirs)
    print(f"naba run         {statistics.median(ours):6.1f} s  ({', '.join(f'{s:.1f}' for s in ours)})")
    print(f"jupyter execute  {statistics.median(theirs):6.1f} s  ({', '.join(f'{s:.1f}' for s in theirs)})")
    print(f"ratio            {ratio:6.2f}    (at most {LIMIT})")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
