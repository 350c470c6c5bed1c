"""The compiled parser finds what its source finds, in seeds and in texts of no sense."""

import json
import random
import subprocess
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

import analysis.quotes
from analysis.quotes import find_quotes

STAGES = Path(analysis.quotes.__file__).parent
SEEDS = Path(__file__).parents[1] / "seeds"
COMPILED = """
import json, sys
from analysis.quotes import find_quotes, reading
assert not reading.__file__.endswith(".py")
json.dump([find_quotes(text) for text in json.load(sys.stdin)], sys.stdout)
"""
#: What makes the rules turn: cues, marks, breaks, half words.
PIECES = (
    *[
        "قال",
        "وأضاف",
        "أن",
        "إنه",
        "«",
        "»",
        '"',
        "“",
        "”",
        ":",
        "،",
        ".",
        "\n",
        "(",
        ")",
        "//",
        "الوزير",
        "سامر",
        "حداد",
        "بحسب",
        "وكالة",
        "مشيرًا",
        "إلى",
        "من",
        "جهته",
        "و",
        "ل",
        "ب",
        "قوله",
        "ما",
        "لم",
    ],
    *("\u200f", "ـ", "ً", "﷽", "ﻻ", "٬", "١٢", "x", "-", "؟", "\u2028", "\U0001f600"),
)


def texts():
    random_texts = random.Random(7)
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text("utf-8")
        yield from (text, text[: len(text) // 2], text[len(text) // 3 :], text.replace(" ", "", 40))
    for _ in range(3000):
        joint = random_texts.choice(("", " ", " "))
        yield joint.join(random_texts.choices(PIECES, k=random_texts.randint(0, 30)))


@pytest.mark.skipif(
    not any((STAGES / f"reading{end}").exists() for end in EXTENSION_SUFFIXES), reason="the parser is not compiled here"
)
def test_the_compiled_parser_finds_the_same():
    sample = list(texts())
    run = subprocess.run(
        [sys.executable, "-c", COMPILED], input=json.dumps(sample), capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    told = "the compiled parser is older than its source: make setup"
    assert json.loads(run.stdout) == json.loads(json.dumps([find_quotes(text) for text in sample])), told
