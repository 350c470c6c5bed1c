"""Timelines as calendars and for TimelineJS."""

import doctest
import json
from datetime import date, datetime

import icalendar
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis.timeline_files
from analysis import schema
from analysis.timeline_files import write_timeline

HOSTILE = '<script>alert("x")</script>; افتتح, \\n الجسر\x00\nEND:VEVENT'


def event(text="افتتح الجسر.", first="2031-05-04", last=None, precision="day", **more):
    row = {"doc_id": "a", "start": 0, "end": len(text), "text": text, "kind": "event", "speakers": [], "salience": 1.0}
    days = {"earliest": pd.Timestamp(first), "latest": pd.Timestamp(last or first)}
    return row | days | {"precision": precision, "sources": 1, "doc_ids": ["a"]} | more


def timeline(*rows):
    return schema.frame("timeline", rows)


ARTICLES = schema.frame(
    "articles",
    [{"doc_id": "a", "text": "", "title": "الجسر", "outlet": "الأفق", "url": "https://example.org/1?a=1&b=2"}],
)


def calendar(path, *rows, articles=None):
    return icalendar.Calendar.from_ical(write_timeline(path / "t.ics", timeline(*rows), articles).read_bytes())


def slides(path, *rows, articles=None):
    return json.loads(write_timeline(path / "t.json", timeline(*rows), articles).read_text("utf-8"))["events"]


def test_docstrings_run():
    assert doctest.testmod(analysis.timeline_files).failed == 0


def test_a_calendar_has_days_hours_and_where_they_were_told(tmp_path):
    rows = [
        event(first="2031-05-01", last="2031-05-31", precision="month", speakers=["سامر", "ليلى"]),
        event(clock="15:30"),
        event("آخر.", clock="24:00"),
    ]
    month, hour, midnight = calendar(tmp_path, *rows, articles=ARTICLES).walk("VEVENT")
    assert (month["dtstart"].dt, month["dtend"].dt) == (date(2031, 5, 1), date(2031, 6, 1))
    assert str(month["description"]) == "افتتح الجسر.\nسامر, ليلى\nالجسر · الأفق"
    assert month["url"] == ARTICLES["url"][0]
    assert hour["dtstart"].dt == datetime(2031, 5, 4, 15, 30)
    assert "dtend" not in hour
    assert midnight["dtstart"].dt == datetime(2031, 5, 5)
    assert len({str(found["uid"]) for found in (hour, midnight)}) == 2


def test_lines_of_a_calendar_are_folded_and_end_as_the_standard_says(tmp_path):
    lines = write_timeline(tmp_path / "t.ics", timeline(event("كلمة " * 200))).read_bytes().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert not any(b"\n" in line for line in lines)


def test_hostile_text_stays_text(tmp_path):
    (found,) = calendar(tmp_path, event(HOSTILE)).walk("VEVENT")
    assert str(found["description"]).splitlines()[-1] == "END:VEVENT"
    (slide,) = slides(tmp_path, event(HOSTILE), articles=ARTICLES.assign(title=HOSTILE, url='javascript:alert("x")'))
    assert "<script" not in json.dumps(slide)
    assert "href" not in slide["text"]["text"]


@pytest.mark.parametrize(
    ("row", "start", "end"),
    [
        (event(), {"year": 2031, "month": 5, "day": 4}, None),
        (event(clock="09:05"), {"year": 2031, "month": 5, "day": 4, "hour": 9, "minute": 5}, None),
        (event(first="2031-05-01", last="2031-05-31", precision="month"), {"year": 2031, "month": 5}, {"year": 2031, "month": 5}),
        (event(first="2031-01-01", last="2031-12-31", precision="year"), {"year": 2031}, {"year": 2031}),
    ],
)  # fmt: skip
def test_timelinejs_is_told_no_more_than_is_known(tmp_path, row, start, end):
    (slide,) = slides(tmp_path, row, articles=ARTICLES)
    assert slide["start_date"] == start
    assert slide.get("end_date") == end
    assert slide["group"] == "event"
    assert '<a href="https://example.org/1?a=1&amp;b=2">' in slide["text"]["text"]


def test_the_same_rows_give_the_same_bytes(tmp_path):
    for name in ("t.ics", "t.json"):
        one, two = (write_timeline(tmp_path / name, timeline(event(), event(HOSTILE))).read_bytes() for _ in range(2))
        assert one == two


def test_what_cannot_be_written_is_named(tmp_path):
    with pytest.raises(ValueError, match=r"t\.csv.*\.ics or \.json"):
        write_timeline(tmp_path / "t.csv", timeline())
    with pytest.raises(ValueError, match="earliest"):
        write_timeline(tmp_path / "t.ics", timeline().drop(columns="earliest"))
    assert list(calendar(tmp_path).walk("VEVENT")) == []
    assert slides(tmp_path, event() | {"earliest": pd.NaT, "latest": pd.NaT}) == []


@settings(deadline=None, max_examples=60)
@given(st.text(), st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_any_text_comes_back(tmp_path_factory, text, day):
    folder = tmp_path_factory.mktemp("any")
    row = event(text, first=str(pd.Timestamp(day.isoformat()))) if day.year > 1677 else event(text)
    (found,) = calendar(folder, row).walk("VEVENT")
    assert found["dtstart"].dt == row["earliest"].date()
    assert len(slides(folder, row)) == 1
