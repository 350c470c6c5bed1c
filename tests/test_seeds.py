"""The seed corpus: texts, metadata and gold belong together, and the gold says only what the texts hold."""

import csv
import json
import re
from datetime import date
from pathlib import Path

import pytest

import analysis as na
from analysis.evaluation.spans import name_tokens

SEEDS = Path(__file__).parents[1] / "seeds"
GOLD = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((SEEDS / "gold").glob("*.json"))}
TEXTS = {path.stem: path.read_bytes().decode("utf-8") for path in sorted(SEEDS.glob("*.txt"))}
with (SEEDS / "articles.csv").open(encoding="utf-8", newline="") as table:
    METADATA = {row["doc_id"]: row for row in csv.DictReader(table)}

TIMEX = re.compile(
    r"(?:\d{2,3}|(?:\d{4}|XXXX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?|-W(?:\d\d|XX)(?:-(?:\d|WE))?|-Q[1-4]|-H[12]|-(?:SP|SU|FA|WI))?)"
    r"(?:T(?:\d\d:\d\d(?::\d\d)?|MO|MI|AF|EV|NI))?|T(?:\d\d:\d\d|MO|MI|AF|EV|NI)|FY\d{4}|\d{4}/\d{4}"
    r"|P(?:(?:[\d.]+|X)(?:[YMWDQE]|DE|CE))*(?:T(?:(?:[\d.]+|X)[HMS])+)?|PXX|P\dX|(?:PRESENT|PAST|FUTURE)_REF"
)
NAMES = sorted(GOLD)


def test_every_text_has_metadata_and_gold():
    assert set(TEXTS) == set(METADATA) == set(GOLD)
    assert len(TEXTS) > 60


@pytest.mark.parametrize("name", NAMES)
def test_gold_points_at_its_text(name):
    text = TEXTS[name]
    for row in (*GOLD[name]["quotes"], *GOLD[name]["times"]):
        assert text[row["start"] : row["end"]] == row["text"].strip() != ""
    for row in GOLD[name]["quotes"]:
        for part in ("cue", "source"):
            start, end = row[f"{part}_start"], row[f"{part}_end"]
            assert row[part] == (text[start:end] if start is not None else None)


@pytest.mark.parametrize("name", NAMES)
def test_kinds_types_and_values_are_of_the_scheme(name):
    assert {row["kind"] for row in GOLD[name]["quotes"]} <= {"direct", "indirect", "mixed"}
    assert {row["type"] for row in GOLD[name]["times"]} <= {"DATE", "TIME", "DURATION", "SET"}
    odd = [v for row in GOLD[name]["times"] for v in row["value"].split("|") if not TIMEX.fullmatch(v)]
    assert odd == []


@pytest.mark.parametrize("name", NAMES)
def test_speakers_occur_in_the_text(name):
    words = set(name_tokens(TEXTS[name]))
    joined = {word[:-1] for word in words if word.endswith("ا")}  # an accusative
    joined |= {word[1:] for word in words if word[0] in "وفبل"} | {
        "ال" + word[2:] for word in words if word[:2] == "لل"
    }
    for row in GOLD[name]["quotes"]:
        if row["optional"]:
            continue
        assert any(set(name_tokens(speaker)) <= words | joined for speaker in row["speaker"]), row["speaker"]


@pytest.mark.parametrize("name", NAMES)
def test_the_day_of_the_metadata_is_the_day_of_the_gold(name):
    day = date.fromisoformat(GOLD[name]["dct"])
    assert METADATA[name]["published"] in ("", day.isoformat())
    assert GOLD[name]["topic"] == METADATA[name]["topic"] != ""


def test_the_corpus_reads_without_a_doubt():
    articles = na.read_articles(SEEDS)
    assert articles.attrs["rejected"] == articles.attrs["warnings"] == []
    assert articles.doc_id.tolist() == NAMES
    assert articles.text.tolist() == [TEXTS[name] for name in NAMES]
    assert articles.title.notna().all()
    assert articles.published.isna().sum() == sum(not row["published"] for row in METADATA.values()) > 5


def test_the_corpus_shows_rises_and_falls_of_at_least_eight_topics():
    days = [date.fromisoformat(gold["dct"]) for name, gold in GOLD.items() if name != "lead_call"]
    assert len({gold["topic"] for gold in GOLD.values()}) >= 8
    assert (max(days) - min(days)).days >= 9 * 7


def test_extraction_from_the_seeds_keeps_its_level():
    articles = na.read_articles(SEEDS)
    quotes = na.extract_quotes(articles)
    times = na.extract_times(articles, quotes=quotes)
    scores = na.evaluate(na.read_gold(SEEDS / "gold"), quotes, times).set_index("measure").value
    assert scores["quote F1"] > 0.88
    assert scores["attributed F1"] > 0.75
    assert scores["time F1"] > 0.90
