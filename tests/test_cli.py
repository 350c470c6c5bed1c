"""The command line: what it writes, what it says, how it fails."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

import analysis
from analysis import schema
from analysis.cli import main

STORY = "اقتصاد\n\nافتتاح مصنع في مارينيا\n\nقال مدير المصنع رامي الحلو أمس إن الإنتاج يبدأ في 3 مايو 2031.\n"


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    return folder


def invoke(*arguments):
    return CliRunner().invoke(main, list(map(str, arguments)))


def rows(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_extract_writes_one_row_a_line_with_the_columns_of_the_schema(corpus, tmp_path):
    result = invoke("extract", corpus, "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["dating.jsonl", "quotes.jsonl", "times.jsonl"]
    for name in ("quotes", "times", "dating"):
        for row in rows(tmp_path / "out" / f"{name}.jsonl"):
            assert list(row) == list(schema.FRAMES[name])
    (quote,) = rows(tmp_path / "out" / "quotes.jsonl")
    assert STORY[quote["start"] : quote["end"]] == quote["text"] and quote["speaker"] == "رامي الحلو"
    assert "2031-05-03" in [row["value"] for row in rows(tmp_path / "out" / "times.jsonl")]
    assert "1 articles, 1 quotations" in result.stderr


def test_extract_takes_several_paths_and_formats(corpus, tmp_path):
    other = tmp_path / "others" / "other.txt"
    other.parent.mkdir()
    other.write_text(STORY.replace("رامي", "سامي"), encoding="utf-8")
    out = tmp_path / "out"
    result = invoke("extract", corpus, other, "--out", out, "--format", "csv", "--format", "parquet")
    assert result.exit_code == 0, result.output
    assert sorted(p.suffix for p in out.iterdir()) == [".csv"] * 3 + [".parquet"] * 3
    assert (out / "quotes.csv").read_text("utf-8-sig").count("الحلو") == 4  # source and speaker of each


def test_extract_dates_articles_within_a_window(corpus, tmp_path):
    (corpus / "story.txt").write_text("خبر\n\nوصل الوفد أمس الأربعاء ويغادر غدا الجمعة.\n", encoding="utf-8")
    window = ("--published-window", "2031-05-02", "2031-05-10")
    result = invoke("extract", corpus, "--out", tmp_path / "out", *window)
    assert result.exit_code == 0, result.output
    (dating,) = rows(tmp_path / "out" / "dating.jsonl")
    assert dating["published"] == "2031-05-08" and dating["candidates"] == ["2031-05-08"]
    assert {row["value"] for row in rows(tmp_path / "out" / "times.jsonl")} == {"2031-05-07", "2031-05-09"}
    assert "1 of 1 undated articles dated" in result.stderr


def test_files_that_cannot_be_read_are_named_and_cost_nothing_else(corpus, tmp_path):
    (corpus / "broken.json").write_text("{", encoding="utf-8")
    result = invoke("extract", corpus, "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert "not read: " in result.stderr and "broken.json" in result.stderr
    assert "Warning" not in result.output


def test_what_was_read_with_a_doubt_is_said(corpus, tmp_path):
    (corpus / "articles.csv").write_text("doc_id,outlet\nstory,المرفأ\nother,الضفة\n", encoding="utf-8")
    result = invoke("extract", corpus, "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert "read with a doubt: " in result.stderr and "'other'" in result.stderr


def test_a_file_of_the_working_folder_may_have_its_tables_beside_it(corpus, tmp_path, monkeypatch):
    monkeypatch.chdir(corpus)
    assert invoke("extract", "story.txt", "--out", "tables").exit_code == 0
    again = invoke("extract", ".", "--out", tmp_path / "out")
    assert again.exit_code == 0 and "1 articles, 1 quotations" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["extract", "nowhere", "--out", "x"], "nowhere"),
        (["extract", "EMPTY", "--out", "x"], "no article"),
        (["run", "nowhere", "--out", "x"], "nowhere"),
        (["run", "EMPTY", "--out", "x"], "no article"),
        (["run", "CORPUS", "--out", "x", "--notebook", "99_none"], "no notebook 99_none; there are 01_corpus"),
        (["run", "CORPUS", "--out", "x", "-p", "TYPO", "1"], "no notebook has the parameter TYPO; there are "),
        (["run", "CORPUS", "--out", "x", "-p", "OUT", "y"], "no notebook has the parameter OUT"),
        (["extract", "CORPUS", "--out", "x", "--format", "docx"], "docx"),
        (["extract", "CORPUS", "--out", "x", "--published-window", "2031-05-10", "2031-05-01"], "window"),
        (["extract", "CORPUS"], "--out"),
        (["extract", "CORPUS", "--out", "corpus/tables"], "lies within"),
        (["run", ".", "--out", "reports"], "lies within"),
        (["run", "corpus/story.txt", "--out", "corpus/reports"], "lies within corpus"),
        (["extract", "corpus/*.txt", "--out", "corpus/tables"], "lies within corpus"),
        (["extract", "**/*.txt", "--out", "tables"], "lies within ."),
        (["run", "CORPUS", "--out", "corpus/story.txt"], "is a file; give a folder"),
        (["extract", "corpus/story.txt", "--out", "corpus/story.txt/x"], "story.txt is a file"),
    ],
)
def test_what_the_user_can_put_right_is_one_line_and_no_traceback(corpus, tmp_path, monkeypatch, arguments, words):
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    places = {"CORPUS": str(corpus), "EMPTY": str(tmp_path / "empty")}
    result = invoke(*(places.get(word, word) for word in arguments))
    assert result.exit_code != 0
    assert isinstance(result.exception, SystemExit)
    (line,) = [line for line in result.stderr.splitlines() if line.startswith("Error:")]
    assert words in line
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus", "empty"]


def test_the_version_is_that_of_the_package():
    assert analysis.__version__ in invoke("--version").output


def test_every_command_and_option_has_a_help_text():
    for command in main.commands.values():
        shown = invoke(command.name, "--help").output
        assert " ".join(command.help.split()[:8]) in shown
        assert all(option.help for option in command.params if option.param_type_name == "option")


def test_importing_the_package_or_asking_for_help_loads_nothing_heavy():
    heavy = ["pandas", "numpy", "sklearn", "matplotlib", "plotly", "papermill", "trafilatura", "IPython"]
    code = f"import analysis, analysis.cli, sys; dir(analysis); print([m for m in {heavy} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_public_names_are_all_there():
    assert set(analysis.__all__) < set(dir(analysis))
    for name in analysis.__all__:
        assert callable(getattr(analysis, name)), name
    with pytest.raises(AttributeError, match="nonsense"):
        _ = analysis.nonsense
