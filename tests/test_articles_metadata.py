"""A table of metadata beside the texts, and annotations of them."""

import pytest

from analysis import schema
from analysis.articles import RejectedFilesWarning, read_articles
from analysis.articles.metadata import is_annotation
from analysis.tables import write_table


@pytest.fixture
def corpus(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(
            f"اقتصاد\n\nعنوان الخبر {name}\n\nارتفعت الأسعار في نوار.", encoding="utf-8"
        )
    return tmp_path


def test_a_table_gives_the_texts_their_metadata(corpus):
    (corpus / "articles.csv").write_text(
        "doc_id,outlet,published,section\na,المرفأ,2025-03-11,أسواق\nb,الضفة,,\n", encoding="utf-8"
    )
    articles = read_articles(corpus).set_index("doc_id")
    assert articles.outlet.to_dict() == {"a": "المرفأ", "b": "الضفة"}
    assert str(articles.published["a"].date()) == "2025-03-11"
    assert articles.published.isna()["b"]
    assert articles.section.to_dict() == {"a": "أسواق", "b": "اقتصاد"}
    assert articles.title["a"] == "عنوان الخبر a"
    assert articles.attrs["rejected"] == []


def test_ids_that_no_article_has_are_told(corpus):
    (corpus / "articles.csv").write_text("doc_id,outlet\na,المرفأ\nz,الضفة\n", encoding="utf-8")
    (doubt,) = read_articles(corpus).attrs["warnings"]
    assert "1 ids that no article has" in doubt["reason"] and "'z'" in doubt["reason"]


def test_a_table_that_fits_no_article_is_rejected(corpus):
    (corpus / "other.csv").write_text("doc_id,outlet\nx,المرفأ\n", encoding="utf-8")
    with pytest.warns(RejectedFilesWarning, match="no text field"):
        articles = read_articles(corpus)
    assert [r["name"].endswith("other.csv") for r in articles.attrs["rejected"]] == [True]


def test_annotations_of_texts_are_passed_over(corpus):
    (corpus / "gold").mkdir()
    (corpus / "gold" / "a.json").write_text('{"doc": "a.txt", "quotes": [], "times": []}', encoding="utf-8")
    articles = read_articles(corpus)
    assert articles.doc_id.tolist() == ["a", "b"]
    assert articles.attrs["rejected"] == []


@pytest.mark.parametrize("name", [name for name in schema.FRAMES if name != "articles"])
@pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet"])
def test_own_tables_are_passed_over(corpus, name, ending):
    numbers = [
        "start",
        "end",
        "topic",
        "weight",
        "salience",
        "count",
        "articles",
        "group",
        "similarity",
        "speakers_differ",
        "sources",
    ]
    row = dict.fromkeys(schema.FRAMES[name]) | dict.fromkeys(numbers, 1)
    row |= {column: "a" for column in ("doc_id", "text", "label", "value", "person", "alias") if column in row}
    data = schema.frame(name, [row | {"confidence": 0.5}])
    write_table(data, corpus / f"{name}.{ending}")
    articles = read_articles(corpus)
    assert articles.doc_id.tolist() == ["a", "b"]
    assert articles.attrs["rejected"] == [] and articles.attrs["warnings"] == []


def test_an_article_with_topics_and_ends_is_an_article():
    assert not is_annotation({"doc_id": "a", "topic": "اقتصاد", "weight": 3, "text": "ارتفعت الأسعار."})
    assert not is_annotation({"doc_id": "a", "start": 1, "end": 2, "text": "ارتفعت الأسعار."})
