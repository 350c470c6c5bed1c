"""Key words in context: what is found, where it is, and how it is laid out."""

import re
import time

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import kwic, schema, show_kwic
from analysis.display.kwic import sorted_lines

HOSTILE = "<b>وفد</b>"
TEXT = "وصل الوفد إلى نورلاند.\nوقال الوزير لوفد مارينيا إن الوفدَ الأوّل غادر، وللوفود الأخرى موعد."


def articles(*texts):
    return pd.DataFrame({"doc_id": [f"d{n}" for n in range(len(texts))], "text": list(texts)})


def keywords(words, text=TEXT, **options):
    return kwic(articles(text), words, **options)["keyword"].tolist()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("وفد", ["الوفد", "لوفد", "الوفدَ"]),
        ("الوفد", ["الوفد", "الوفدَ"]),
        ("وفُود", ["وللوفود"]),
        ("وف*د", ["الوفد", "لوفد", "الوفدَ", "وللوفود"]),
        ("*رلاند", ["نورلاند"]),
        ("وفد اول", ["الوفدَ الأوّل"]),
        ("قال * لوفد", ["وقال الوزير لوفد"]),
        (["وزير", "نورلاند", "وزير لوفد"], ["نورلاند", "الوزير لوفد"]),
        ("سفن", []),
    ],
)
def test_words_are_found_however_they_are_written_or_joined(words, found):
    assert keywords(words) == found


def test_clitics_count_only_where_asked():
    assert keywords("وفد", clitics=False) == [] and keywords("الوفد", clitics=False) == ["الوفد", "الوفدَ"]


def test_context_is_counted_in_words_and_ends_with_the_line():
    lines = kwic(articles(TEXT), "نورلاند", window=2)
    assert lines[["before", "after"]].to_numpy().tolist() == [["الوفد إلى ", "."]]
    assert kwic(articles(TEXT), "قال", window=9)["before"].tolist() == [""]
    assert kwic(articles(TEXT), "قال", window=0)["after"].tolist() == [""]


def test_offsets_of_quotations_are_those_of_their_article():
    start = TEXT.index("إن الوفدَ")
    row = {"doc_id": "d0", "start": start, "end": len(TEXT), "text": TEXT[start:], "speaker": "سامر", "person": "س"}
    quotes = schema.frame("quotes", [row]).assign(person="س")
    (line,) = kwic(quotes, "وفد").to_dict("records")
    assert TEXT[line["start"] : line["end"]] == "الوفدَ" and line["speaker"] == "سامر"
    assert kwic(quotes, "وفد", by="person")["speaker"].tolist() == ["س"]


@settings(deadline=None)
@given(st.text(alphabet="وفدا لن.\n\u064e\u0640ﻻ", max_size=60), st.integers(0, 3))
def test_a_line_is_a_stretch_of_its_text(text, window):
    for line in kwic(articles(text), ["وفد", "لا"], window=window).to_dict("records"):
        assert text[line["start"] : line["end"]] == line["keyword"]
        whole = line["before"] + line["keyword"] + line["after"]
        assert text[line["start"] - len(line["before"]) :].startswith(whole) and "\n" not in whole


def test_nothing_found_is_an_empty_frame_with_all_columns():
    for empty in (kwic(articles(TEXT), "سفن"), kwic(schema.frame("articles"), "وفد"), kwic(articles(None), "وفد")):
        assert empty.empty and empty.dtypes.astype(str).to_dict() == schema.FRAMES["concordance"]
    assert "no such place" in show_kwic(empty).html


@pytest.mark.parametrize("words", ["", "...", ["وفد", "* *"]])
def test_what_has_no_letter_is_refused(words):
    with pytest.raises(ValueError, match="has no letter to look for"):
        kwic(articles(TEXT), words)


def test_no_pattern_takes_more_than_linear_time():
    def seconds(size):
        text = articles("و" * size + " " + "وفد " * size)
        begun = time.perf_counter()
        kwic(text, "*و*و*و*و*و*ف")
        return time.perf_counter() - begun

    seconds(1000)
    assert seconds(80_000) < 40 * max(seconds(8_000), 0.002)


def test_the_lines_are_escaped_and_counted():
    html = show_kwic(kwic(articles(f"قال {HOSTILE} نعم"), "وفد").assign(speaker=HOSTILE, doc_id=HOSTILE)).html
    assert "<b>" not in html and html.count("&lt;") >= 4
    many = kwic(articles("وفد " * 30), "وفد")
    assert "10 of 30 places" in show_kwic(many, rows=10).html


def test_lines_are_sorted_by_the_nearest_words_on_one_side():
    lines = kwic(articles("جاء وفد بعد\nغادر وفد أول\nإن وفد تأخر"), "وفد")
    assert sorted_lines(lines, "after")["after"].tolist() == [" أول", " بعد", " تأخر"]
    assert sorted_lines(lines, "before")["before"].tolist() == ["إن ", "جاء ", "غادر "]
    assert re.findall("before", show_kwic(lines, sort="after").html)
    with pytest.raises(ValueError, match="sort is"):
        show_kwic(lines, sort="x")
