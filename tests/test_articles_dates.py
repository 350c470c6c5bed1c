"""Publication dates as dumps write them."""

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.articles.dates import month_first, parse

DAY = dt.datetime(2021, 3, 4)


@pytest.mark.parametrize(
    "value",
    [
        *("2021-03-04", "2021/03/04", "2021-3-4", "20210304", 20210304, 20210304.0, "٢٠٢١-٠٣-٠٤", "\u200f2021-03-04 "),
        *("04/03/2021", "4-3-2021", "4.3.2021", "٤/٣/٢٠٢١"),
        *("4 Mar 2021", "4 March 2021", "March 4, 2021", "Mar 4, 2021", "Thursday, March 4, 2021"),
        *("4 مارس 2021", "الخميس، 4 آذار/مارس 2021", "٤ آذار (مارس) ٢٠٢١ - 10:30 م", "20 رجب 1442 هـ، 4 مارس، 2021 م"),
        *(dt.date(2021, 3, 4), dt.datetime(2021, 3, 4, tzinfo=dt.UTC), pd.Timestamp("2021-03-04")),
        *(1614816000, 1614816000.0, "1614816000", 1614816000000, "1614816000000", 1614816000000000000),
    ],
)
def test_one_day_in_many_spellings(value):
    assert parse(value) == DAY


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2021-03-04T23:30:15.123+03:00", dt.datetime(2021, 3, 4, 23, 30, 15)),
        ("2021-03-04T23:30:15Z", dt.datetime(2021, 3, 4, 23, 30, 15)),
        ("2021-03-04 23:30 +0300", dt.datetime(2021, 3, 4, 23, 30)),
        ("2021-03-04 23:30:00+00", dt.datetime(2021, 3, 4, 23, 30)),
        ("Thu, 04 Mar 2021 23:30:00 -0500", dt.datetime(2021, 3, 4, 23, 30)),
        ("Thu, 04 Mar 2021 23:30:00 GMT", dt.datetime(2021, 3, 4, 23, 30)),
        ("Thu, 04 Mar 2021 23:30:00", dt.datetime(2021, 3, 4, 23, 30)),
        ("Thu Mar  4 23:30:00 2021", dt.datetime(2021, 3, 4, 23, 30)),
        ("04/03/2021 11:30 PM", dt.datetime(2021, 3, 4, 23, 30)),
        (pd.Timestamp("2021-03-04 23:30", tz="Asia/Riyadh"), dt.datetime(2021, 3, 4, 23, 30)),
    ],
)
def test_a_date_keeps_the_day_where_it_was_written(value, expected):
    assert parse(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        *(
            "",
            "2021",
            2021,
            "2021-03",
            "31/02/2021",
            "1442-07-20",
            "04/03/21",
            "قريبا",
            "March 2021",
            "مارس 2021",
            "4 آذار/أبريل 2021",
            True,
            [],
            5,
        ),
        *(float("inf"), "2021-03-04" * 50, "1/2/3/2021", "9" * 19, "2021-13-01", b"2021-03-04"),
    ],
)
def test_what_is_no_day_is_none(value):
    assert parse(value) is None


def test_the_month_comes_first_only_where_the_file_shows_it():
    assert month_first(["03/04/2021", "03/25/2021", None, 5, "x"])
    assert not month_first(["03/04/2021", "25/03/2021"])
    assert not month_first(["03/25/2021", "25/03/2021"])
    assert not month_first(["03/04/2021"])
    assert parse("03/04/2021", month_first=True) == DAY


@given(st.datetimes(dt.datetime(1800, 1, 1), dt.datetime(2199, 1, 1)))
def test_iso_comes_back(moment):
    assert parse(moment.isoformat()) == moment.replace(microsecond=0)


@given(st.text() | st.integers() | st.floats() | st.none() | st.text(st.sampled_from("0123456789-/: TZMar,+")))
def test_nothing_breaks_it(value):
    assert parse(value) is None or 1800 <= parse(value).year < 2200
