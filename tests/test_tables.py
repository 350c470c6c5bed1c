"""Frames to files."""

import csv
import json

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

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


# --- workbooks -------------------------------------------------------------------------------------------------------


def read_sheet(path):
    import openpyxl

    return openpyxl.load_workbook(path).active


def test_a_workbook_reads_from_right_to_left_and_keeps_numbers_and_days(tmp_path):
    rows = [{"doc_id": "a", "published": DAY, "candidates": [DAY.date()]}, {"doc_id": "b"}]
    dating = schema.frame("dating", rows).assign(weight=[0.5, None], sure=[True, False])
    sheet = read_sheet(write_table(dating, tmp_path / "dating.xlsx"))
    assert sheet.sheet_view.rightToLeft and sheet.freeze_panes == "A2" and sheet.auto_filter.ref == "A1:H3"
    head, first, second = ([cell.value for cell in row] for row in sheet.iter_rows())
    assert head == [*schema.FRAMES["dating"], "weight", "sure"]
    assert first[:2] == ["a", DAY.to_pydatetime()] and first[4] == '["2031-05-07"]' and first[6:] == [0.5, True]
    assert second[1:7] == [None] * 6
    assert sheet["B2"].number_format == "yyyy-mm-dd" and sheet["A2"].alignment.readingOrder == 2


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_a_workbook_is_a_formula_or_becomes_one(tmp_path, start):
    text = f'{start}HYPERLINK("http://example.org")'
    sheet = read_sheet(write_table(pd.DataFrame({text: [text, "http://example.org"]}), tmp_path / "t.xlsx"))
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}
    assert sheet["A2"].quotePrefix and sheet["A3"].hyperlink is None


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec=None), min_size=1, max_size=20))
def test_any_text_can_be_written_to_a_workbook(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("book") / "t.xlsx"
    table = write_table(pd.DataFrame({"a": [f"س{text}"]}, dtype=object), path)
    value = unescape(read_sheet(table)["A2"].value)  # _x000D_ stands for what XML has no letter for
    kept = [c for c in text if c.isprintable()]
    assert [c for c in value[1:] if c in kept] == kept


def test_a_workbook_is_the_same_each_time_and_cuts_only_what_no_cell_can_hold(tmp_path):
    long = quotes(text="نعم " * 20_000)
    first, second = (write_table(long, tmp_path / name) for name in ("one.xlsx", "two.xlsx"))
    assert first.read_bytes() == second.read_bytes()
    cell = read_sheet(first)["D2"].value
    assert len(cell) == 32_767 and cell.endswith("…")
    assert read_sheet(write_table(schema.frame("quotes"), tmp_path / "none.xlsx")).max_row == 1


def test_more_rows_than_a_sheet_holds_are_an_error_that_names_a_remedy(tmp_path):
    with pytest.raises(ValueError, match=r"1,048,576 rows are more than .* write \.csv or \.parquet"):
        write_table(pd.DataFrame({"n": range(1_048_576)}), tmp_path / "t.xlsx")
    assert list(tmp_path.iterdir()) == []
