"""Frames to files."""

import csv
import json

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis import schema
from analysis.tables import write_table, write_tables

DAY = pd.Timestamp("2031-05-07")


def quotes(**values):
    row = {"doc_id": "خبر-1", "start": 4, "end": 9, "text": "إن الجسر آمن", "confidence": 0.5}
    return schema.frame("quotes", [row | values])


def read_csv(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_json_lines_hold_a_row_a_line_with_all_columns_and_null_for_what_is_missing(tmp_path):
    path = write_table(quotes(cue_start=1), tmp_path / "quotes.jsonl")
    (line,) = path.read_text("utf-8").splitlines()
    row = json.loads(line)
    assert list(row) == list(schema.FRAMES["quotes"])
    assert row["cue_start"] == 1 and row["cue_end"] is None and row["speaker"] is None
    assert "الجسر" in line


def test_days_are_iso_and_lists_are_json(tmp_path):
    rows = [{"doc_id": "a", "published": DAY, "candidates": [DAY.date()], "evidence": [(1, 5)]}, {"doc_id": "b"}]
    dating = schema.frame("dating", rows)
    write_tables(tmp_path, dating=dating)
    first, second = (json.loads(line) for line in (tmp_path / "dating.jsonl").open(encoding="utf-8"))
    assert (
        first["published"] == "2031-05-07" and first["candidates"] == ["2031-05-07"] and first["evidence"] == [[1, 5]]
    )
    assert second["published"] is None and second["candidates"] is None
    assert read_csv(tmp_path / "dating.csv")[0]["candidates"] == '["2031-05-07"]'
    read = pq.read_table(tmp_path / "dating.parquet").to_pylist()
    assert read[0]["published"] == DAY.to_pydatetime() and read[1]["evidence"] is None


def test_a_moment_keeps_its_hour(tmp_path):
    path = write_table(pd.DataFrame({"at": [DAY + pd.Timedelta(hours=14)]}), tmp_path / "t.jsonl")
    assert json.loads(path.read_text()) == {"at": "2031-05-07T14:00:00"}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_csv_cells_run_no_formula_and_the_other_formats_keep_the_text(tmp_path, start):
    text = f'{start}HYPERLINK("x")'
    write_tables(tmp_path, quotes=quotes(text=text, speaker=text))
    (row,) = read_csv(tmp_path / "quotes.csv")
    assert row["text"] == row["speaker"] == f"'{text}"
    assert json.loads((tmp_path / "quotes.jsonl").read_text("utf-8"))["text"] == text
    assert pq.read_table(tmp_path / "quotes.parquet").to_pylist()[0]["text"] == text


def test_negative_numbers_are_no_formulas(tmp_path):
    path = write_table(pd.DataFrame({"n": [-1.5], "i": pd.array([None], dtype="Int64")}), tmp_path / "n.csv")
    assert read_csv(path) == [{"n": "-1.5", "i": ""}]


def test_excel_sees_that_a_csv_is_utf_8(tmp_path):
    assert write_table(quotes(), tmp_path / "q.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", schema.FRAMES)
def test_an_empty_frame_keeps_its_columns(tmp_path, name):
    write_tables(tmp_path, **{name: schema.frame(name)})
    columns = list(schema.FRAMES[name])
    assert (tmp_path / f"{name}.jsonl").read_text() == ""
    assert (tmp_path / f"{name}.csv").read_text("utf-8-sig").strip() == ",".join(columns)
    assert pq.read_table(tmp_path / f"{name}.parquet").column_names == columns


def test_the_same_rows_give_the_same_bytes_and_nothing_else_is_left(tmp_path):
    for folder in ("a", "b"):
        write_tables(tmp_path / folder, quotes=quotes(), dating=schema.frame("dating"))
    names = sorted(p.name for p in (tmp_path / "a").iterdir())
    assert len(names) == 6
    assert all((tmp_path / "a" / n).read_bytes() == (tmp_path / "b" / n).read_bytes() for n in names)


def test_an_unknown_format_is_an_error_and_writes_nothing(tmp_path):
    with pytest.raises(ValueError, match="jsonl, csv, parquet"):
        write_table(quotes(), tmp_path / "q.doc")
    assert list(tmp_path.iterdir()) == []


def test_a_failed_write_leaves_the_old_file(tmp_path):
    path = write_table(quotes(), tmp_path / "q.jsonl")
    before = path.read_bytes()
    with pytest.raises(TypeError):
        write_table(pd.DataFrame({"x": [object()]}), path)
    assert path.read_bytes() == before and len(list(tmp_path.iterdir())) == 1


@settings(max_examples=25, deadline=None)
@example(text="\r")
@example(text="أول\u2028ثان")
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_back(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("any")
    write_tables(folder, quotes=quotes(text=text))
    lines = (folder / "quotes.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == 1 and json.loads(lines[0])["text"] == text
    assert pq.read_table(folder / "quotes.parquet").to_pylist()[0]["text"] == text
    assert read_csv(folder / "quotes.csv")[0]["text"].removeprefix("'") == text.removeprefix("'")
