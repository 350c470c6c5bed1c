"""Reading a corpus: what becomes an article, under which id, and what is said of the rest."""

import copy
import json
import warnings
from datetime import datetime
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis import schema
from analysis.articles import EmptyCorpusError, RejectedFilesWarning, read_articles

STORY = "وزير الموانئ يفتتح رصيفا في نورلاند\n\nافتتح الوزير سامر العلي أمس الرصيف الجديد.\nوقال: «هذا يوم كبير».\n"
SHARED = Path(__file__).parents[2] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="no shared data beside the repository")

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
    lambda text: text.strip() and text.strip().casefold() not in {"nan", "none", "null", "nat", "<na>", "n/a"}
)
several = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def write(path, content=STORY):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def jsonl(path, *records):
    return write(path, "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records))


def quietly(*args, **kwargs):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RejectedFilesWarning)
        return read_articles(*args, **kwargs)


def reasons(articles):
    return {entry["name"].rsplit("/", 1)[-1]: entry["reason"] for entry in articles.attrs["rejected"]}


def test_a_folder_gives_the_frame_in_order_of_names(tmp_path):
    for name in ("b.txt", "a.txt", "sub/c.txt"):
        write(tmp_path / name)
    articles = read_articles(tmp_path)
    assert articles.dtypes.astype(str).to_dict() == schema.FRAMES["articles"]
    assert articles["doc_id"].to_list() == ["a", "b", "sub/c"]
    assert articles["title"].unique().tolist() == ["وزير الموانئ يفتتح رصيفا في نورلاند"]
    assert articles["text"].unique().tolist() == [STORY]
    assert articles["path"].to_list() == [str(tmp_path / name) for name in ("a.txt", "b.txt", "sub/c.txt")]
    assert articles[["published", "section", "outlet", "author", "url"]].isna().all(axis=None)
    assert articles.attrs == {"rejected": [], "warnings": []}


def test_what_is_no_article_is_passed_over_in_folders_but_read_by_name(tmp_path):
    write(tmp_path / "a.txt")
    for name in ("README.md", "LICENSE", ".hidden.txt", ".git/x.txt", "load.py", "LICENSE.txt", "Makefile"):
        write(tmp_path / name)
    articles = read_articles(tmp_path)
    assert articles["doc_id"].to_list() == ["a"]
    assert articles.attrs["rejected"] == []
    assert read_articles(tmp_path / "README.md")["doc_id"].to_list() == ["README"]


def test_globs_go_through_folders_and_lists_read_each_file_once(tmp_path):
    for name in ("x/2020.txt", "x/y/2021.txt", "x/y/other.txt"):
        write(tmp_path / name)
    assert read_articles(f"{tmp_path}/x/**/20*.txt")["doc_id"].to_list() == ["2020", "y/2021"]
    articles = read_articles([tmp_path / "x/y/other.txt", tmp_path, str(tmp_path / "x")])
    assert articles["doc_id"].to_list() == ["other", "x/2020", "x/y/2021"]


def test_a_path_with_brackets_is_a_path(tmp_path):
    assert len(read_articles(write(tmp_path / "[1].txt"))) == 1


def test_a_link_back_up_ends(tmp_path):
    write(tmp_path / "a" / "x.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    assert read_articles(tmp_path)["doc_id"].to_list() == ["a/x"]


@pytest.mark.parametrize("path", ["nowhere", "nowhere/*.txt", "a/**/*.csv"])
def test_a_path_that_leads_nowhere_is_named(tmp_path, path):
    with pytest.raises(FileNotFoundError, match=path.replace("*", r"\*")):
        read_articles(tmp_path / path)


def test_an_empty_corpus_says_what_was_looked_for_and_what_was_rejected(tmp_path):
    with pytest.raises(EmptyCorpusError, match=r"no article in .*\.jsonl.*no such file"):
        read_articles(tmp_path)
    write(tmp_path / "scan.pdf", b"%PDF-1.7")
    with pytest.raises(EmptyCorpusError, match=r"scan\.pdf \(unsupported format \.pdf"):
        read_articles(tmp_path)
    with pytest.raises(EmptyCorpusError, match="empty list"):
        read_articles([])
    assert issubclass(EmptyCorpusError, ValueError)


def test_a_bad_file_costs_only_itself_and_is_told(tmp_path):
    write(tmp_path / "good.txt")
    bad = {
        "scan.pdf": b"%PDF-1.7",
        "noise.txt": bytes(range(256)) * 4,
        "empty.txt": b"",
        "blank.txt": b" \n\t\n",
        "cut.json": b'{"text": "',
        "scalar.json": b"3",
        "none.json": b"[]",
        "bad.parquet": b"PAR1 but no more",
        "bad.xlsx": b"PK\x03\x04",
        "empty.csv": b"",
        "page.html": b"<html><body></body></html>",
        "bad.zip": b"PK\x03\x04 cut",
        "bad.tar.gz": b"\x1f\x8b cut",
    }
    for name, content in bad.items():
        write(tmp_path / name, content)
    with pytest.warns(RejectedFilesWarning, match=rf"{len(bad)} not read: .*and {len(bad) - 5} more"):
        articles = read_articles(tmp_path)
    assert articles["doc_id"].to_list() == ["good"]
    assert reasons(articles).keys() == bad.keys()
    assert all(reasons(articles).values())
    assert copy.deepcopy(articles.attrs) == articles.copy().attrs


def test_records_keep_their_ids_and_texts_exactly(tmp_path):
    stored = ["  نص\r\nثان\r", "\ufeffأول\ufeff ", "سطر\u2028وسطر\x0b", "😀 قال"]
    path = jsonl(tmp_path / "c.jsonl", *({"doc_id": f" id/{i}", "text": t} for i, t in enumerate(stored)))
    articles = read_articles(path)
    assert articles["text"].to_list() == stored
    assert articles["doc_id"].to_list() == [" id/0", " id/1", " id/2", " id/3"]


@several
@given(stored=st.lists(texts, min_size=1, max_size=5))
def test_texts_survive_every_record_format(tmp_path, stored):
    frame = pd.DataFrame({"doc_id": [f"d{i}" for i in range(len(stored))], "text": stored})
    jsonl(tmp_path / "a.jsonl", *frame.to_dict("records"))
    write(tmp_path / "a.json", json.dumps(frame.to_dict("records")))
    frame.to_csv(tmp_path / "a.csv", index=False, quoting=1)
    frame.to_csv(tmp_path / "a.tsv", index=False, quoting=1, sep="\t")
    frame.to_parquet(tmp_path / "a.parquet")
    for ending in ("jsonl", "json", "csv", "tsv", "parquet"):
        if ending in ("csv", "tsv", "jsonl") and any(mangled(text) for text in stored):
            continue
        articles = read_articles(tmp_path / f"a.{ending}")
        assert articles["text"].to_list() == stored, ending
        assert articles["doc_id"].to_list() == frame["doc_id"].to_list()


def mangled(text):
    """Too full of control characters for a file of text."""
    return any((ord(char) < 32 and char not in "\t\n\r") or char in "\x7f\ufffd" for char in text)


@several
@given(content=st.binary(max_size=300))
def test_any_bytes_are_an_article_or_a_rejection(tmp_path, content):
    write(tmp_path / "good.txt")
    write(tmp_path / "wild.txt", content)
    articles = quietly(tmp_path)
    assert len(articles) + len(articles.attrs["rejected"]) == 2


@several
@given(content=st.binary(max_size=200), ending=st.sampled_from(["md", "csv", "json", "jsonl", "html", "xlsx", "zip"]))
def test_no_bytes_in_any_format_end_the_run(tmp_path, content, ending):
    write(tmp_path / "good.txt")
    wild = write(tmp_path / f"wild.{ending}", content)
    assert "good" in quietly(tmp_path)["doc_id"].to_list()
    wild.unlink()


def test_ids_are_made_from_rows_and_are_unique(tmp_path):
    jsonl(tmp_path / "d.jsonl", {"text": "أول"}, {"text": "ثان", "id": 7}, {"text": "ثالث", "id": 7})
    write(tmp_path / "d-1.txt")
    write(tmp_path / "d-1.md")
    articles = read_articles(tmp_path)
    assert articles["doc_id"].to_list() == ["d-1", "d-1-2", "d-1-3", "7", "7-2"]
    assert len(articles.attrs["warnings"]) == 3


def test_the_name_of_another_is_never_taken(tmp_path):
    path = jsonl(tmp_path / "d.jsonl", *({"id": i, "text": "نص"} for i in ("a", "a", "a-2", "a")))
    assert read_articles(path)["doc_id"].to_list() == ["a", "a-3", "a-2", "a-4"]


def test_a_record_without_text_and_a_broken_line_are_told_by_number(tmp_path):
    path = write(tmp_path / "d.jsonl", '{"text": "أول"}\n\n{"text": " "}\n{"text"\n[1]\n{"text": 5}\n{"text": null}\n')
    articles = quietly(path)
    assert articles["doc_id"].to_list() == ["d-1"]
    found = reasons(articles)
    assert found["d.jsonl:3"] == found["d.jsonl:7"] == "no text"
    assert found["d.jsonl:4"].startswith("broken JSON")
    assert found["d.jsonl:5"] == "no JSON object"
    assert found["d.jsonl:6"] == "its text is no text but int"


def test_a_dump_without_text_names_its_fields_and_the_remedy(tmp_path):
    write(tmp_path / "good.txt")
    jsonl(tmp_path / "d.jsonl", {"nass": "نص", "unwan": "عنوان"})
    articles = quietly(tmp_path)
    assert reasons(articles) == {"d.jsonl": "no text field among nass, unwan; say which it is: columns={'text': ...}"}
    mapped = read_articles(tmp_path / "d.jsonl", columns={"text": "nass", "title": "unwan"})
    assert mapped.loc[0, ["text", "title"]].to_list() == ["نص", "عنوان"]


def test_columns_go_before_known_names(tmp_path):
    path = jsonl(tmp_path / "d.jsonl", {"text": "ملخص", "full": "النص الكامل", "title": "عنوان"})
    assert read_articles(path, columns={"text": "full"}).loc[0, "text"] == "النص الكامل"
    swapped = read_articles(path, columns={"text": "title", "title": "text"})
    assert swapped.loc[0, ["text", "title"]].to_list() == ["عنوان", "ملخص"]


def test_wrong_columns_are_an_error(tmp_path):
    path = jsonl(tmp_path / "d.jsonl", {"text": "نص"})
    with pytest.raises(ValueError, match=r"no body.*doc_id, text"):
        read_articles(path, columns={"body": "text"})
    with pytest.raises(ValueError, match=r"no record has .*nass.*there are text"):
        read_articles(path, columns={"text": "nass"})


def test_dates_and_doubts(tmp_path):
    days = ["2021-03-04T23:30:00+03:00", "04/03/2021", "Thu, 04 Mar 2021 09:00:00 GMT", 1614816000, "قريبا", None]
    path = jsonl(tmp_path / "d.jsonl", *({"text": "نص", "Publish-Date": day, "crawled": "2024-01-01"} for day in days))
    articles = read_articles(path)
    assert str(articles["published"].dtype) == "datetime64[s]"
    assert articles["published"].dt.normalize().to_list()[:4] == [pd.Timestamp(2021, 3, 4)] * 4
    assert articles["published"].isna().to_list() == [False] * 4 + [True] * 2
    (doubt,) = articles.attrs["warnings"]
    assert doubt["reason"] == "1 dates not understood, as 'قريبا' in 5"


def test_rejections_are_bounded(tmp_path):
    path = jsonl(tmp_path / "d.jsonl", {"text": "نص"}, *[{"text": ""}] * 1200)
    with pytest.warns(RejectedFilesWarning, match=r"1,200 not read.*1,195 more"):
        articles = read_articles(path)
    assert articles.attrs["rejected"][-1]["reason"] == "200 more"
    assert len(articles.attrs["rejected"]) == 1001


def test_half_characters_do_not_break_the_frame(tmp_path):
    path = write(tmp_path / "d.jsonl", r'{"text": "قال \ud83d نعم", "title": "\udc00"}')
    assert read_articles(path).loc[0, ["text", "title"]].to_list() == ["قال \ufffd نعم", "\ufffd"]


def test_a_progress_bar_on_demand(tmp_path, capsys):
    write(tmp_path / "a.txt")
    read_articles(tmp_path)
    assert capsys.readouterr().err == ""
    read_articles(tmp_path, progress=True)
    assert "0/1" in capsys.readouterr().err


@needs_shared
def test_gold_texts_are_the_files_to_the_letter():
    articles = quietly(SHARED / "annotation" / "gold")
    files = sorted((SHARED / "annotation" / "gold").glob("*.txt"))
    assert articles["doc_id"].to_list() == [file.stem for file in files]
    assert articles["text"].to_list() == [file.read_bytes().decode() for file in files]
    assert articles["title"].notna().all()
    assert articles.attrs["rejected"] == []


@needs_shared
def test_the_seed_has_section_and_headline():
    article = read_articles(SHARED / "seeds").loc[0]
    assert article["section"] == "سياسة دولية"
    assert article["title"] == article["text"].split("\n")[2]
    assert article["text"].startswith("سياسة دولية\n\n")


@needs_shared
def test_a_real_dump_knows_published_from_crawled():
    path = SHARED / "data" / "saudinewsnet_dev.parquet"
    articles, stored = read_articles(path), pd.read_parquet(path)
    assert articles["text"].equals(stored["text"])
    assert articles["published"].isna().equals(stored["published"].isna())
    assert articles["published"].dropna().min() >= datetime(2015, 7, 1)
    assert articles["outlet"].to_list() == stored["source"].to_list()
