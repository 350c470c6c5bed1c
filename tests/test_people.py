"""Who is who over a corpus: which names are joined, which never are, and that the user's table wins."""

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
from analysis.people.names import parse
from analysis.people.spelling import alike, sound_key

SEEDS = Path(__file__).parents[1] / "seeds"


def said(*pairs: tuple[str, str | None]) -> pd.DataFrame:
    rows = [
        {"doc_id": doc, "start": n, "end": n + 1, "text": "x", "speaker": who} for n, (doc, who) in enumerate(pairs)
    ]
    return schema.frame("quotes", rows)


def persons(*names: str | None, **options: object) -> list[str]:
    """The person of each name, each in an article of its own."""
    return na.resolve_speakers(said(*((f"d{n}", name) for n, name in enumerate(names))), **options)["person"].tolist()


def texts(*texts: str) -> pd.DataFrame:
    return schema.frame("articles", [{"doc_id": f"d{n}", "text": text} for n, text in enumerate(texts)])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("إسراء الأيوبي", "اسراء الايوبى"),
        ("عبد الله الراعي", "عبدالله الراعي"),
        ("عبدالرحمن بن فهد الساحلي", "عبد الرحمن فهد الساحلي"),
        ("أبو بكر النحّاس", "أبوبكر النحاس"),
        ("سيف الدين القلعي", "سيفالدين القلعي"),
        ("راشد آل مرجان", "راشد ال مرجان"),
        ("راشد آل مرجان", "راشد المرجان"),
        ("داود الكاتب", "داوود الكاتب"),
        ("رؤوف الصيرفي", "رءوف الصيرفي"),
        ("هالة بركة", "هاله بركه"),
        ("فلاديمير بوتين", "فلاديمر بوتين"),
        ("سيرغي لافروف", "سيرجي لافروف"),
        ("دونالد ترامب", "دونالد ترمب"),
        ("دونالد ترامب", "الرئيس الأمريكي دونالد ترامب"),
        ("سامر حداد", "د. سامر حداد"),
        ("إيلون ماسك", "إيلون ماسك (Elon Musk)"),
        ("إيلون ماسك (Elon Musk)", "Elon Musk"),
        ("عزام بن محمد الدوّاس", "عزام الدوّاس"),
        ("سلطان بن زاهر", "سلطان بن زاهر بن حمد"),
        ("يزن الدالي", "الدالي"),
        ("حمدان بو خليل", "بو خليل"),
        ("وزارة الخارجية الروسية", "الخارجية الروسية"),
        ("وكالة رويترز", "رويترز"),
        ("شركة «ضياء» للطاقة", 'شركة "ضياء" للطاقة'),
        ("الكرملين", "الكرملين"),
        ("واشنطن", "واشنطن"),
        ("ريم الصافي", "وريم الصافي"),
    ],
)
def test_one_person_or_body(one, other):
    assert len(set(persons(one, other))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مصدر أمني", "مصدر أمني"),
        ("مصادر مطلعة", "مصادر مطلعة"),
        ("الباحثون", "الباحثون"),
        ("بعض الأهالي", "بعض الأهالي"),
        ("صاحب متجر طلب عدم ذكر اسمه", "مصدر أمني طلب عدم ذكر اسمه"),
        ("الوزير", "الوزير"),
        ("المتحدث باسم الحكومة", "المتحدث باسم الحكومة"),
        ("الشركة", "الشركة"),
        ("إدارة النادي", "إدارة النادي"),
        ("التقرير", "التقرير"),
        ("بيان وزارة الصحة", "بيان وزارة الصحة"),
        ("محمد", "محمد"),
        ("أبو نعيم", "أبو نعيم"),
        ("سالم الراعي", "سليم الراعي"),
        ("حسن الأيوبي", "حسين الأيوبي"),
        ("توماس ميلر", "توماس مولر"),
        ("جون كيري", "جان كيري"),
        ("خالد محمد", "خالد محمد الصافي"),
        ("فريد النجار", "فريد النجار وجمانة الصيرفي"),
        ("وزارة الخارجية الروسية", "وزارة الخارجية الأوكرانية"),
        ("وزارة الصحة", "وزارة التعليم"),
    ],
)
def test_different_ones(one, other):
    assert len(set(persons(one, other))) == 2


def test_a_family_name_that_two_people_share_is_nobodys():
    nader, salma, alone = persons("نادر الغزّال", "سلمى الغزّال", "الغزّال")
    assert len({nader, salma, alone}) == 3
    assert alone == "الغزّال [d2]"


def test_the_article_settles_whose_family_name_it_is():
    quotes = said(("a", "نادر الغزّال"), ("b", "سلمى الغزّال"), ("b", "الغزال"), ("c", "الغزّال"), ("d", "الغزّال"))
    articles = schema.frame(
        "articles",
        [
            {"doc_id": "c", "text": "وصل الخبير نادر الغزّال أمس. وقال الغزّال إن السوق هادئة."},
            {"doc_id": "d", "text": "تحدث الغزّال عن السوق."},
        ],
    )
    found = na.resolve_speakers(quotes, articles)["person"].tolist()
    assert found[2] == found[1] == "سلمى الغزّال"
    assert found[3] == found[0]
    assert found[4] == "الغزّال [d]"


def test_a_title_with_a_family_name_is_settled_by_the_article_alone():
    quotes = said(("a", "جابر العتيقي"), ("a", "الرئيس العتيقي"), ("b", "الرئيس العتيقي"), ("a", "نائب العتيقي"))
    found = na.resolve_speakers(quotes)["person"].tolist()
    assert found == ["جابر العتيقي", "جابر العتيقي", "الرئيس العتيقي [b]", "نائب العتيقي [a]"]


def test_somebody_elses_son_in_the_text_settles_nothing():
    articles = texts("محمد الساري", "قال علي بن محمد الساري إن الطريق مفتوح. وأضاف الساري أن العمل مستمر.")
    found = persons("محمد الساري", "الساري", articles=articles)
    assert found == ["محمد الساري", "الساري [d1]"]


def test_a_common_name_is_not_taken_for_a_longer_one_by_chance():
    others = [f"{first} الساري" for first in ("هند", "ماهر", "ليلى")]
    namesakes = [f"محمد {family}" for family in ("الراعي", "الدالي", "الكاتب")]
    short, long, *_ = persons("محمد الساري", "محمد بن علي الساري", *others, *namesakes)
    assert short != long


def test_a_ministry_of_two_countries_needs_its_article():
    quotes = said(
        ("a", "وزارة الصحة العراقية"), ("b", "وزارة الصحة السورية"), ("a", "وزارة الصحة"), ("c", "وزارة الصحة")
    )
    found = na.resolve_speakers(quotes)["person"].tolist()
    assert found[2] == found[0]
    assert found[3] == "وزارة الصحة [c]"


def test_the_name_in_most_articles_is_shown_and_reasons_tell():
    aliases = na.speaker_aliases(
        said(("a", "فلاديمير بوتين"), ("b", "فلاديمير بوتين"), ("c", "فلاديمر بوتين"), ("d", "بوتين"))
    )
    assert aliases["person"].unique().tolist() == ["فلاديمير بوتين"]
    assert dict(zip(aliases["alias"], aliases["reason"], strict=True)) == {
        "فلاديمير بوتين": "name",
        "فلاديمر بوتين": "transliteration",
        "بوتين": "family name",
    }
    assert aliases["doc_ids"].tolist()[0] == ["a", "b"]
    assert aliases["articles"].tolist() == [2, 1, 1]


@pytest.mark.parametrize("form", ["mapping", "frame", "csv"])
def test_the_users_table_wins(form, tmp_path):
    table: object = {"سيرغي لافروف": "لافروف الابن", "مصدر أمني": "ناطق الشرطة"}
    if form != "mapping":
        table = pd.DataFrame(list(table.items()), columns=["alias", "person"])
    if form == "csv":
        table = na.write_table(table, tmp_path / "aliases.csv")
    found = persons("سيرغي لافروف", "سيرجي لافروف", "مصدر أمني", "مصدر أمني", aliases=table)
    assert found == ["لافروف الابن", "لافروف الابن", "ناطق الشرطة", "ناطق الشرطة"]


def test_the_users_person_draws_the_family_name():
    assert persons("الرئيس", "ترامب", aliases={"الرئيس": "دونالد ترامب"}) == ["دونالد ترامب", "دونالد ترامب"]


def test_the_user_parts_what_a_rule_joins():
    table = pd.DataFrame(
        [("سامر حداد", "سامر حداد الطبيب", ["d0"]), ("سامر حداد", "سامر حداد اللاعب", '["d1"]')],
        columns=["alias", "person", "doc_ids"],
    )
    found = persons("سامر حداد", "سامر حداد", "سامر حداد", aliases=table)
    assert found == ["سامر حداد الطبيب", "سامر حداد اللاعب", "سامر حداد"]


def test_two_persons_for_one_alias_are_an_error():
    table = pd.DataFrame([("حداد", "أ"), ("حدّاد", "ب")], columns=["alias", "person"])
    with pytest.raises(ValueError, match="two persons for"):
        persons("حداد", aliases=table)


def test_a_table_without_its_columns_is_an_error():
    with pytest.raises(ValueError, match="aliases frame lacks the columns person"):
        persons("حداد", aliases=pd.DataFrame({"alias": ["حداد"]}))


def test_nobody_stays_missing_and_empty_input_has_all_columns():
    resolved = na.resolve_speakers(said(("a", None), ("a", "سامر حداد")))
    assert resolved["person"].isna().tolist() == [True, False]
    empty = na.resolve_speakers(schema.frame("quotes"))
    assert [*empty.columns] == [*schema.FRAMES["quotes"], "person"]
    assert na.speaker_aliases(schema.frame("quotes")).dtypes.equals(schema.frame("aliases").dtypes)


NAMES = ["يزن الدالي", "الدالي", "نادر الغزّال", "سلمى الغزّال", "الغزال", "فلاديمير بوتين", "فلاديمر بوتين", "بوتين"]
NAMES += [
    "مصدر أمني",
    "وزارة الصحة",
    "وزارة الصحة العراقية",
    "الصحة العراقية",
    "رويترز",
    "وكالة رويترز",
    "محمد",
    "((",
    "د.",
]
MENTIONS = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(NAMES) | st.text(max_size=12)), max_size=20)


@settings(max_examples=60, deadline=None)
@given(MENTIONS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(mentions, shuffler):
    quotes = said(*mentions)
    shuffled = quotes.sample(frac=1, random_state=shuffler.randrange(2**31))
    assert na.resolve_speakers(shuffled)["person"].sort_index().equals(na.resolve_speakers(quotes)["person"])
    assert na.speaker_aliases(shuffled).equals(na.speaker_aliases(quotes))


@settings(max_examples=40, deadline=None)
@given(MENTIONS)
def test_the_table_passed_back_in_gives_the_same_persons(mentions):
    quotes = said(*mentions)
    resolved = na.resolve_speakers(quotes)
    assert na.resolve_speakers(quotes, aliases=na.speaker_aliases(quotes))["person"].equals(resolved["person"])
    assert resolved["person"].isna().tolist() == [not name.strip() for _, name in mentions]


def test_vowels_may_be_left_out_but_not_exchanged():
    putin, short = parse("فلاديمير بوتين").words, parse("فلدمير بوتن").words
    assert sound_key(putin) == sound_key(short)
    assert alike(putin, short)
    assert not alike(parse("مارتن مولر").words, parse("مارتن ميلر").words)


def test_over_the_seeds_nobody_is_joined_wrongly():
    """Pairs of mentions by the annotated speakers, against seeds/gold/people.csv."""
    people: dict[tuple[str, str], object] = {}
    with (SEEDS / "gold" / "people.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            people |= {(doc, row["alias"]): row["person"] for doc in json.loads(row["doc_ids"])}
    mentions = []
    for path in sorted((SEEDS / "gold").glob("*.json")):
        speakers = [
            row["speaker"][0] for row in json.loads(path.read_text(encoding="utf-8"))["quotes"] if row["speaker"]
        ]
        mentions += [(path.stem, name) for name in dict.fromkeys(speakers)]
    assert set(people) <= set(mentions)
    gold = [people.get(mention, mention) for mention in mentions]
    found = na.resolve_speakers(said(*mentions))["person"]
    pairs = list(itertools.combinations(range(len(mentions)), 2))
    joined = {(i, j) for i, j in pairs if found[i] == found[j]}
    right = {(i, j) for i, j in pairs if gold[i] == gold[j]}
    assert joined <= right
    assert len(joined) >= 0.95 * len(right)
