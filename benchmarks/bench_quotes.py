"""Speed of `find_quotes` beside one pass of ``re.findall(r"\\w+", text)`` over the same texts.

Run it as ``python benchmarks/bench_quotes.py [CORPUS]`` (by default over seeds/): the ratio of each stage, articles a second, and the ratio for one text
from 10 kB to 10 MB, which shows whether the time grows with the length alone.
"""

from __future__ import annotations

from types import FunctionType

from sample import compare, grow

from analysis.arabic import fold
from analysis.quotes import find_quotes
from analysis.quotes.cues import find_cues
from analysis.quotes.reading import read

if __name__ == "__main__":
    print("the parser is", "interpreted" if isinstance(read, FunctionType) else "compiled")
    compare(
        {
            "fold": fold,
            "fold, read": read,
            "fold, read, cues": lambda text: find_cues(read(text)),
            "find_quotes": find_quotes,
        }
    )
    grow(find_quotes)
