"""Common words learnt by counting: what a word stands behind tells a noun from an adjective, a verb and a name."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "learn_words.py"
spec = importlib.util.spec_from_file_location("learn_words", SCRIPT)
assert spec is not None and spec.loader is not None
learn_words = importlib.util.module_from_spec(spec)
spec.loader.exec_module(learn_words)

LINES = (
    "رأينا الطاولة المكسورة رقم {}",
    "هذه طاولة مكسورة رقم {}",
    "لم يركض الحصان رقم {}",
    "كان سامر الزهيري هنا رقم {}",
    "كان زهيري هنا رقم {}",
)


@pytest.fixture(scope="module")
def counts():
    return learn_words.Counts(line.format(number) for number in range(20) for line in LINES)


def test_a_noun_is_told_from_an_adjective_and_a_family_name(counts):
    assert [word for word in ("طاوله", "مكسوره", "زهيري") if counts.is_noun(word)] == ["طاوله"]


def test_a_verb_is_told_from_a_noun(counts):
    assert [word for word in ("يركض", "طاوله", "مكسوره") if counts.is_verb(word)] == ["يركض"]


def test_words_are_written_as_the_articles_write_them(counts):
    assert counts.spelt("طاوله") == "طاولة"


def test_what_comes_back_counts_once():
    assert learn_words.Counts(["رأينا الطاولة"] * 20).all["الطاوله"] == 1
