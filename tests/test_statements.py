"""The same statement over articles: repeated, cut, in other words, and what is none."""

import csv
import itertools
import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis as na
from analysis import schema
from analysis.statements.candidates import similar_pairs

GOLD = Path(__file__).parents[1] / "seeds" / "gold"
BRIDGE = "سيُفتح الجسر الجديد أمام الشاحنات الثقيلة صباح الأحد"


def said(*rows: tuple[str, str, str | None]) -> pd.DataFrame:
    """Quotations by article, speaker and text, one behind the other in each article."""
    table = [
        {"doc_id": doc, "start": 1000 * n, "end": 1000 * n + len(text), "text": text, "speaker": who}
        for n, (doc, text, who) in enumerate(rows)
    ]
    return schema.frame("quotes", table)


def matches(*rows: tuple[str, str, str | None], **options: object) -> list[tuple[str, object]]:
    found = na.group_statements(said(*rows), **options)
    return [
        (doc, None if pd.isna(match) else match) for doc, match in zip(found["doc_id"], found["match"], strict=True)
    ]


def test_the_same_words_however_they_are_written():
    rows = matches(("a", BRIDGE, "هالة حداد"), ("b", f"أنّ {BRIDGE}".replace("أ", "ا"), "هالة حداد"))
    assert [match for _, match in rows] == [None, "same words"]


def test_a_part_of_a_statement_is_a_cut_one():
    whole = f"نشكر كل من عمل معنا طوال الشتاء. {BRIDGE}، وسيبقى القديم للمشاة"
    assert matches(("a", BRIDGE, "هالة حداد"), ("b", whole, "هالة حداد")) == [("b", None), ("a", "cut")]


def test_other_words_of_the_same_speaker():
    other = "إن الجسر الجديد يفتح للشاحنات الثقيلة يوم الأحد صباحا"
    rows = matches(("a", BRIDGE, "هالة حداد"), ("b", other, "الوزيرة هالة حدّاد"))
    assert [match for _, match in rows] == [None, "other words"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BRIDGE, "ارتفعت أسعار الخبز في المدينة القديمة منذ بداية الصيف"),
        ("تلقت الفرق 14 بلاغا عن حرائق في الغابة الشرقية", "تلقت الفرق 22 بلاغا عن حرائق في الغابة الشرقية"),
        ("سيغلق الميناء أمام السفن الكبيرة خلال الصيف", "لن يغلق الميناء أمام السفن الكبيرة في الصيف أبدا"),
        ("شكرا لكم جميعا", "شكرا لكم جميعا"),
    ],
)
def test_different_statements(one, other):
    assert matches(("a", one, "هالة حداد"), ("b", other, "هالة حداد")) == []


def test_one_article_makes_no_group():
    assert matches(("a", BRIDGE, "هالة حداد"), ("a", BRIDGE, "هالة حداد")) == []


@pytest.mark.parametrize(
    ("speakers", "differ"),
    [
        (("هالة حداد", "سامر نجار"), True),
        (("هالة حداد", "الوزيرة هالة حداد"), False),
        (("هالة حداد", "مصدر في الوزارة"), False),
        (("هالة حداد", None), False),
    ],
)
def test_it_is_told_where_speakers_disagree(speakers, differ):
    found = na.group_statements(said(*((str(n), BRIDGE, who) for n, who in enumerate(speakers))))
    assert found["speakers_differ"].tolist() == [differ, differ]


def test_other_words_count_within_some_days_only():
    other = "إن الجسر الجديد يفتح للشاحنات الثقيلة يوم الأحد صباحا"
    days = pd.to_datetime(["2031-03-01", "2031-04-01"])
    articles = schema.frame(
        "articles",
        [{"doc_id": d, "text": t, "published": p} for d, t, p in zip("ab", [BRIDGE, other], days, strict=True)],
    )
    rows = [("a", BRIDGE, "هالة حداد"), ("b", other, "هالة حداد")]
    assert matches(*rows, articles=articles) == []
    assert len(matches(*rows, articles=articles, days=31)) == 2
    with pytest.raises(ValueError, match="days must not be negative"):
        matches(*rows, days=-1)


def test_a_report_printed_twice_counts_once_and_outlets_are_counted():
    story = (
        f"افتتحت الوزيرة المعرض ثم تحدثت عن الطرق. وقالت هالة حداد: «{BRIDGE}». وحضر الحفل جمهور كبير من سكان المدينة."
    )
    articles = schema.frame(
        "articles",
        [
            {"doc_id": "a", "text": story, "outlet": "الأفق"},
            {"doc_id": "copy", "text": story + " انتهى", "outlet": "المرفأ"},
            {"doc_id": "b", "text": "خبر آخر", "outlet": "الضفة"},
            {"doc_id": "c", "text": "خبر ثالث تماما", "outlet": "الضفة"},
        ],
    )
    quotes = said(*((doc, BRIDGE, "هالة حداد") for doc in ("a", "copy", "b", "c")))
    found = na.group_statements(quotes, articles).set_index("doc_id")
    assert [*found.index] == ["a", "b", "c"]
    assert found["same_outlet"].to_dict() == {"a": 0, "b": 1, "c": 1}
    assert found["other_outlet"].to_dict() == {"a": 2, "b": 1, "c": 1}
    assert na.group_statements(quotes, articles).attrs["left_out"] == 1
    assert na.group_statements(quotes)["same_outlet"].isna().all()


def test_nested_rows_of_an_article_are_one_member():
    quotes = said(("a", BRIDGE, "هالة حداد"), ("b", f"أن {BRIDGE}", "هالة حداد"), ("b", BRIDGE, "هالة حداد"))
    quotes.loc[2, ["start", "end"]] = quotes.loc[1, "start"] + 3, quotes.loc[1, "end"]
    assert len(na.group_statements(quotes)) == 2


def test_empty_input_has_all_columns():
    empty = na.group_statements(schema.frame("quotes"))
    assert empty.dtypes.equals(schema.frame("statements").dtypes)
    with pytest.raises(ValueError, match="quotes frame lacks"):
        na.group_statements(pd.DataFrame({"doc_id": []}))


def test_pairs_share_two_rare_words():
    keys = [["جسر", "شاحن", "احد"], ["جسر", "شاحن"], ["جسر"], []]
    assert [pair[:2] for pair in similar_pairs(keys, 0.1)] == [(0, 1)]


TEXTS = st.lists(st.sampled_from((*BRIDGE.split(), "الشتاء", "لن", "12", "المدينة", "\n")), max_size=14).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("abc"), TEXTS, st.sampled_from(["هالة حداد", "سامر", None])), max_size=12),
    st.integers(0, 99),
)
def test_groups_hold_each_statement_once_whatever_the_order(rows, seed):
    quotes = said(*rows)
    found = na.group_statements(quotes)
    assert not found.duplicated(["doc_id", "start"]).any()
    assert all(len(set(members)) > 1 for _, members in found.groupby("group")["doc_id"])
    assert (found.groupby("group")["match"].apply(lambda match: match.isna().sum()) == 1).all()
    assert found["similarity"].between(0.6, 1 + 1e-9).all()
    assert na.group_statements(quotes.sample(frac=1, random_state=seed)).equals(found)


def test_over_the_seeds_no_group_is_wrong():
    """Pairs over articles against seeds/gold/statements.csv, from the annotated quotations."""
    with (GOLD / "statements.csv").open(encoding="utf-8", newline="") as table:
        gold: dict[tuple[str, int], set[str]] = {}
        for row in csv.DictReader(table):
            gold.setdefault((row["doc_id"], int(row["start"])), set()).add(row["group"])
    rows = [
        {**row, "doc_id": path.stem, "speaker": row["speaker"][0] if row["speaker"] else None}
        for path in sorted(GOLD.glob("*.json"))
        for row in json.loads(path.read_text(encoding="utf-8"))["quotes"]
    ]
    quotes = schema.frame("quotes", rows)
    assert set(gold) <= set(zip(quotes["doc_id"], quotes["start"], strict=True))
    found = na.group_statements(quotes)
    places = list(zip(found["group"], found["doc_id"], found["start"], strict=True))
    pairs = {(a[1:], b[1:]) for a, b in itertools.combinations(places, 2) if a[0] == b[0] and a[1] != b[1]}
    assert all(gold.get(a, set()) & gold.get(b, set()) for a, b in pairs)
    assert len(pairs) >= 10
    wrong = found[found["speakers_differ"]]
    assert {"strait_statement_03"} <= set(wrong["doc_id"])
