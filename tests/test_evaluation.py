"""Scoring: each measure on a case small enough to count by hand, and beside a reference where one is at hand."""

import doctest
import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

import analysis as na
from analysis.cli import main
from analysis.evaluation import Gold, judge_quotes, precision_at, read_gold
from analysis.quotes import extract_quotes
from analysis.schema import frame

SEEDS = Path(__file__).parents[1] / "seeds"
SHARED = Path(__file__).parents[2] / "shared" / "annotation"
TEXT = "قال سامر حداد إن الطريق مفتوح. وأضاف أن الجسر مغلق يوم الأحد."


def span(piece: str) -> dict[str, int]:
    return {"start": TEXT.index(piece), "end": TEXT.index(piece) + len(piece)}


def quote(content: str, cue: str, speaker: object, **more: object) -> dict[str, object]:
    at = span(cue)
    return {"doc_id": "a", **span(content), "kind": "indirect", "cue_start": at["start"], "cue_end": at["end"],
            "speaker": speaker, **more}  # fmt: skip


@pytest.fixture
def gold(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    quotes = [
        quote("إن الطريق مفتوح", "قال", ["سامر حداد", "حداد"], source="سامر حداد", optional=False),
        quote("أن الجسر مغلق يوم الأحد", "وأضاف", ["سامر حداد", "حداد"], source=None, optional=False),
    ]
    times = [{**span("يوم الأحد"), "type": "DATE", "value": "2025-03-02|2025-03-09", "optional": False}]
    annotation = {"doc": "a.txt", "quotes": quotes, "times": times}
    (tmp_path / "a.json").write_text(json.dumps(annotation, ensure_ascii=False), encoding="utf-8")
    return tmp_path


def scores(folder: Path, quotes: list[dict], times: list[dict]) -> dict[str, float]:
    result = na.evaluate(na.read_gold(folder), frame("quotes", quotes), frame("times", times))
    return dict(zip(result.measure, result.value, strict=True))


@pytest.mark.parametrize("module", ["gold", "measures", "reliability", "spans"])
def test_docstrings_run(module):
    assert doctest.testmod(import_module(f"analysis.evaluation.{module}")).failed == 0


def test_a_perfect_extraction_scores_one(gold):
    found = scores(
        gold,
        [quote("إن الطريق مفتوح", "قال", "سامر حداد"), quote("أن الجسر مغلق يوم الأحد", "وأضاف", "الوزير سامر حداد")],
        [{"doc_id": "a", **span("يوم الأحد"), "type": "DATE", "value": "2025-03-09"}],
    )
    assert {name: value for name, value in found.items() if value != 1} == dict.fromkeys(
        ("medium recall", "addressee recall", "recall, direct", "recall, mixed"), 0
    )


def test_each_error_costs_its_own_measure(gold):
    found = scores(
        gold,
        [quote("الطريق مفتوح", "وأضاف", "ليلى سرحان", kind="direct"), quote("قال سامر", "قال", "سامر حداد")],
        [{"doc_id": "a", **span("الأحد"), "type": "TIME", "value": "2025-03-03"}],
    )
    assert found["quote precision"] == found["quote recall"] == 0.5
    assert found["quote F1, exact span"] == 0.5
    assert found["attributed F1"] == found["kind accuracy"] == found["cue accuracy"] == 0
    assert found["time F1"] == 1
    assert found["time F1, exact span"] == found["time value F1"] == found["time type accuracy"] == 0


def test_optional_rows_neither_help_nor_hurt(gold):
    annotation = json.loads((gold / "a.json").read_text(encoding="utf-8"))
    for row in (*annotation["quotes"], *annotation["times"]):
        row["optional"] = True
    (gold / "a.json").write_text(json.dumps(annotation), encoding="utf-8")
    found = scores(gold, [quote("إن الطريق مفتوح", "قال", "سوى")], [])
    assert set(found.values()) == {0.0}


def test_nothing_found_scores_nought(gold):
    assert set(scores(gold, [], []).values()) == {0.0}


def test_the_command_scores_what_extract_wrote(gold, tmp_path):
    runner = CliRunner()
    out = tmp_path.parent / f"{tmp_path.name}-out"
    assert runner.invoke(main, ["extract", str(gold), "--out", str(out)]).exit_code == 0
    table = runner.invoke(main, ["score", str(gold), str(out)])
    assert table.exit_code == 0 and "attributed F1" in table.output
    told = json.loads(runner.invoke(main, ["score", str(gold), str(out), "--json"]).output)
    assert next(m["value"] for m in told["measures"] if m["measure"] == "attributed F1") == 1


def test_what_is_missing_is_named(gold, tmp_path):
    result = CliRunner().invoke(main, ["score", str(gold), str(tmp_path / "nowhere")])
    assert result.exit_code == 1 and "no quotes.jsonl" in result.output
    (gold / "b.json").write_text("[1", encoding="utf-8")
    with pytest.raises(ValueError, match=r"b\.json: no JSON"):
        na.read_gold(gold)
    (gold / "b.json").write_text('{"doc": "b.txt"}', encoding="utf-8")
    with pytest.raises(ValueError, match=r"b\.json: no annotation: it lacks quotes, times"):
        na.read_gold(gold)
    (gold / "b.json").unlink()
    (gold / "a.txt").unlink()
    with pytest.raises(FileNotFoundError, match=r"no text a\.txt"):
        na.read_gold(gold)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared gold is not here")
def test_the_measures_agree_with_the_reference_to_three_decimals(tmp_path):
    folder = SHARED / "gold"
    articles = na.read_articles(folder)
    days = {g["doc"].removesuffix(".txt"): g["dct"] for g in map(_json, folder.glob("*.json"))}
    articles["published"] = pd.to_datetime(articles.doc_id.map(days)).astype("datetime64[s]")
    quotes = na.extract_quotes(articles)
    times = na.extract_times(articles, quotes=quotes)
    na.write_tables(tmp_path, formats=["jsonl"], quotes=quotes, times=times)
    command = [
        sys.executable,
        SHARED / "score.py",
        folder,
        tmp_path / "quotes.jsonl",
        tmp_path / "times.jsonl",
        "--json",
    ]
    reference = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    ours = na.evaluate(na.read_gold(folder), quotes, times).set_index("measure").value
    named = {"quote_p": "quote precision", "quote_r": "quote recall", "quote_f1": "quote F1",
             "quote_exact_f1": "quote F1, exact span", "attributed_f1": "attributed F1", "speaker_acc": "speaker accuracy",
             "elided_speaker_acc": "speaker accuracy, elided", "kind_acc": "kind accuracy", "cue_acc": "cue accuracy",
             "recall_direct": "recall, direct", "recall_indirect": "recall, indirect", "recall_mixed": "recall, mixed",
             "time_p": "time precision", "time_r": "time recall", "time_f1": "time F1",
             "time_exact_f1": "time F1, exact span", "time_value_f1": "time value F1",
             "time_type_acc": "time type accuracy"}  # fmt: skip
    assert {name: round(ours[name], 3) for name in named.values()} == {
        name: round(reference[theirs], 3) for theirs, name in named.items()
    }


def _json(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def test_rows_are_judged_and_excused_ones_left_out():
    text = "قال سامر إن الجسر آمن. وقالت ليلى إن السد ممتلئ. وقال نادر إن الباب مفتوح."
    first, second, third = (text.index(part) for part in ("إن الجسر", "إن السد", "إن الباب"))
    rows = [
        {
            "start": first,
            "end": first + 12,
            "optional": False,
            "kind": "indirect",
            "speaker": ["سامر"],
            "source": "سامر",
        },
        {
            "start": second,
            "end": second + 12,
            "optional": False,
            "kind": "indirect",
            "speaker": ["ليلى"],
            "source": "ليلى",
        },
        {
            "start": third,
            "end": third + 13,
            "optional": True,
            "kind": "indirect",
            "speaker": ["نادر"],
            "source": "نادر",
        },
    ]
    gold = [Gold("a", text, rows, [])]
    found = frame(
        "quotes",
        [
            {"doc_id": "a", "start": first, "end": first + 12, "speaker": "سامر", "confidence": 0.9},
            {"doc_id": "a", "start": second, "end": second + 12, "speaker": "نادر", "confidence": 0.6},
            {"doc_id": "a", "start": third, "end": third + 13, "speaker": "نادر", "confidence": 0.7},
        ],
    )
    judged = judge_quotes(gold, found)
    assert judged.confidence.tolist() == [0.9, 0.6]
    assert judged.content.tolist() == [True, True]
    assert judged.right.tolist() == [True, False]
    at = precision_at(judged, [0.0, 0.8, 0.95]).set_index("confidence")
    assert at.right.tolist()[:2] == [0.5, 1.0]
    assert at.rows.tolist() == [2, 1, 0]
    assert at.right.isna().tolist() == [False, False, True]


def test_confidence_is_right_as_often_as_it_says():
    gold = read_gold(SEEDS / "gold")
    articles = frame("articles", [{"doc_id": g.doc_id, "text": g.text} for g in gold])
    judged = judge_quotes(gold, extract_quotes(articles))
    sure = judged[judged.confidence >= 0.9]
    assert sure.right.mean() > judged.right.mean() + 0.02
    assert abs(sure.right.mean() - sure.confidence.mean()) < 0.08
