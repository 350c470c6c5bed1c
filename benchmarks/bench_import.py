"""What `import analysis` and `naba --version` cost: at most half a second, and no heavy package is loaded.

python benchmarks/bench_import.py [--rounds N]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

LIMIT = 0.5
HEAVY = ("pandas", "numpy", "sklearn", "matplotlib", "plotly", "papermill", "trafilatura", "IPython")
NAMES = f"import analysis, sys; dir(analysis); print([m for m in {HEAVY} if m in sys.modules])"
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "import analysis": [sys.executable, "-c", NAMES],
    "naba --version": [str(Path(sys.executable).parent / "naba"), "--version"],
    "naba run --help": [str(Path(sys.executable).parent / "naba"), "run", "--help"],
}


def seconds(command: list[str], rounds: int) -> float:
    """Median wall time of a command that must succeed."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> int:
    """Measure and print; exit status 1 if a command takes too long or loads too much."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    slow = False
    for name, command in COMMANDS.items():
        taken = seconds(command, rounds)
        slow |= taken > LIMIT
        print(f"{name:16} {taken:6.3f} s  (at most {LIMIT})")
    loaded = subprocess.run(COMMANDS["import analysis"], check=True, capture_output=True, text=True).stdout.strip()
    print(f"heavy packages loaded: {loaded}")
    return int(slow or loaded != "[]")


if __name__ == "__main__":
    sys.exit(main())
