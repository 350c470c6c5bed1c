"""File formats: what becomes of each of them."""

import io
import json
import zipfile

import openpyxl
import pandas as pd
import pytest

from analysis.articles import fields, formats, read_articles
from analysis.articles.encoding import Unreadable

BODY = "".join(
    f"<p>أعلن وزير الموانئ سامر العلي يوم الثلاثاء أن العمل في الرصيف رقم {n} سيبدأ قريبا، وقال إن «المشروع كبير».</p>"
    for n in range(5)
)
PAGE = f"""<?xml version="1.0" encoding="windows-1256"?><!DOCTYPE html><html lang="ar"><head>
<title>افتتاح رصيف - صحيفة المرفأ</title><meta property="og:title" content="افتتاح رصيف">
<meta property="og:site_name" content="صحيفة المرفأ"><meta name="author" content="ليلى حداد">
<meta property="article:published_time" content="2021-03-04T23:30:00+03:00">
<meta property="article:modified_time" content="2022-05-06T10:00:00+03:00">
<meta property="article:section" content="اقتصاد"><link rel="canonical" href="https://almarfa.example/1"></head>
<body><nav><a href="/">الرئيسية</a> <a href="/s">الرياضة</a></nav><article>{BODY}</article>
<aside>الأكثر قراءة</aside><footer>جميع الحقوق محفوظة 2024</footer></body></html>"""


def one(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_articles(path).loc[0]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256"])
def test_a_page_gives_its_article_and_what_it_says_of_itself(tmp_path, encoding):
    article = one(tmp_path, "p.html", PAGE.encode(encoding))
    assert article["text"].count("المشروع كبير") == 5
    for boilerplate in ("الرياضة", "الأكثر قراءة", "جميع الحقوق", "<p>"):
        assert boilerplate not in article["text"]
    assert article["title"] == "افتتاح رصيف"
    assert article["published"] == pd.Timestamp("2021-03-04")
    assert article[["outlet", "author", "section"]].to_list() == ["صحيفة المرفأ", "ليلى حداد", "اقتصاد"]
    assert article["url"] == "https://almarfa.example/1"


def test_a_date_in_the_prose_of_a_page_is_no_publication_date(tmp_path):
    article = one(
        tmp_path, "p.htm", f"<html><body><article>{BODY}<p>جرى ذلك في 5 مايو 2019.</p></article></body></html>"
    )
    assert pd.isna(article["published"])


def test_line_ends_and_mark_are_settled_in_text_files_alone(tmp_path):
    assert one(tmp_path, "a.txt", "\ufeffعنوان\r\n\r\nنص.\rآخر.")["text"] == "عنوان\n\nنص.\nآخر."
    assert one(tmp_path, "a.md", "نص\r\nآخر")["text"] == "نص\nآخر"


def test_front_matter_is_metadata_and_no_text(tmp_path):
    front = '---\nTitle: "سفن: تعود"\ndate: 2021-03-04\nauthors:\n  - ليلى حداد\n  - سامر العلي\ntags: [أ, ب]\ncategory:\n---\n'
    article = one(tmp_path, "a.md", f"{front}\n# عنوان آخر\n\nنص.\n")
    assert article["text"] == "\n# عنوان آخر\n\nنص.\n"
    assert article["title"] == "سفن: تعود"
    assert article["author"] == "ليلى حداد، سامر العلي"
    assert article["published"] == pd.Timestamp("2021-03-04")
    assert pd.isna(article["section"])


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# عنوان #\n\nنص.", "عنوان"),
        ("وزير الموانئ يفتتح رصيفا\n\nنص.", "وزير الموانئ يفتتح رصيفا"),
        ("---\nقال الوزير كلاما طويلا.\n---\nنص.", None),
        ("---\ntitle: لا نهاية\nنص.", None),
    ],
)
def test_markdown_titles(tmp_path, text, title):
    article = one(tmp_path, "a.md", text)
    assert article["text"] == text
    assert article["title"] == title or (title is None and pd.isna(article["title"]))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators_are_found(tmp_path, separator):
    rows = [
        ("id", "Title", "Content"),
        ("1", "عنوان, أول; ثان", 'سطر "أول"\r\n\r\nسطر؛ ثان,'),
        ("2", "", "x" * 200_000),
    ]
    cells = (separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    path = tmp_path / "d.csv"
    path.write_bytes("\ufeff".encode() + "\r\n".join(cells).encode())
    articles = read_articles(path)
    assert articles["text"].to_list() == [rows[1][2], rows[2][2]]
    assert articles["doc_id"].to_list() == ["1", "2"]
    assert articles["title"].isna().to_list() == [False, True]


def test_a_row_with_too_many_cells_is_rejected():
    rows = list(formats.read_csv("id,text\n1,نص,زائد\n2,نص\n\n3\n"))
    assert [row.fault for row in rows] == ["3 cells under 2 names", "", ""]
    assert [row.label for row in rows] == ["1", "2", "3"]


def test_missing_cells_of_pandas_are_missing(tmp_path):
    frame = pd.DataFrame(
        {"text": ["نص", None], "title": [float("nan"), "ع"], "author": ["nan", "None"], "id": [5, None]}
    )
    frame.to_csv(tmp_path / "d.csv")
    frame.to_parquet(tmp_path / "d.parquet")
    for name in ("d.csv", "d.parquet"):
        with pytest.warns(UserWarning, match=f"{name}:2 .no text"):
            articles = read_articles(tmp_path / name)
        # A CSV has lost what the number was; its 5.0 is kept as the text that it is.
        assert articles["doc_id"].to_list() == ["5.0" if name == "d.csv" else "5"]
        assert articles[["title", "author"]].isna().all(axis=None)


@pytest.mark.parametrize(
    "data",
    [
        [{"headline": "ع", "body": "نص"}],
        {"headline": "ع", "body": "نص"},
        {"status": "ok", "articles": [{"title": "ع", "content": "نص"}]},
        [{"title": "ع", "text": ["نص"]}],
        [{"title": "ع", "text": None, "body": "نص"}],
        [{"العنوان": "ع", "النص": "نص"}],
    ],
)
def test_shapes_of_json(tmp_path, data):
    assert one(tmp_path, "d.json", json.dumps(data))[["title", "text"]].to_list() == ["ع", "نص"]


def test_ids_of_json(tmp_path):
    assert one(tmp_path, "d.json", '{"text": "نص"}')["doc_id"] == "d"
    assert one(tmp_path, "d.json", '[{"text": "نص"}]')["doc_id"] == "d-1"
    assert one(tmp_path, "d.json", '[{"text": "نص", "_id": {"$oid": "5f"}}]')["doc_id"] == "5f"


def test_json_lines_under_the_name_of_json(tmp_path):
    (tmp_path / "d.json").write_text('{"text": "أول"}\n{"text": "ثان"}\n', encoding="utf-8")
    assert read_articles(tmp_path / "d.json")["doc_id"].to_list() == ["d-1", "d-2"]


def test_sources_and_authors_may_be_objects(tmp_path):
    record = {"text": "نص", "source": {"id": None, "name": "المرفأ"}, "authors": ["ليلى", {"name": "سامر"}]}
    assert one(tmp_path, "d.json", json.dumps(record))[["outlet", "author"]].to_list() == ["المرفأ", "ليلى، سامر"]


def test_standoff_annotation_is_no_article(tmp_path):
    (tmp_path / "a.json").write_text('{"doc": "a.txt", "quotes": [{"text": "نعم", "start": 3}]}', encoding="utf-8")
    with pytest.raises(ValueError, match=r"no article in .* are annotations"):
        read_articles(tmp_path)


def test_deep_json_is_refused():
    for reader in (formats.read_json, formats.read_jsonl):
        try:
            rows = list(reader("[" * 200_000))
        except Unreadable:
            continue
        assert all(row.fault for row in rows)


def test_only_needed_columns_of_parquet_are_read(tmp_path):
    frame = pd.DataFrame({"text": ["نص"], "embedding": [[0.1] * 10], "published": [pd.Timestamp("2021-03-04 05:00")]})
    frame.to_parquet(tmp_path / "d.parquet")
    (row,) = formats.read_parquet((tmp_path / "d.parquet").read_bytes(), fields.Fields().wanted)
    assert row.fields["embedding"] is None
    assert read_articles(tmp_path / "d.parquet").loc[0, "published"] == pd.Timestamp("2021-03-04 05:00")


def workbook(*sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_all_sheets_of_a_workbook(tmp_path):
    import datetime as dt

    first = ("أ", [("العنوان", "النص", "التاريخ"), ("ع", "نص", dt.datetime(2021, 3, 4)), (None, None, None)])
    article = one(tmp_path, "b.xlsx", workbook(first))
    assert article[["doc_id", "title", "text"]].to_list() == ["b-1", "ع", "نص"]
    assert article["published"] == pd.Timestamp("2021-03-04")
    (tmp_path / "c.xlsx").write_bytes(workbook(first, ("ب", [("text",), ("آخر",)])))
    assert read_articles(tmp_path / "c.xlsx")["doc_id"].to_list() == ["c-أ-1", "c-ب-1"]


def test_entities_in_a_workbook_are_refused():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(("s", [("text",), ("نص",)])))) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part.endswith("sheet1.xml"):
                content = bomb.encode() + content
            new.writestr(part, content)
    with pytest.raises(Unreadable, match="entities"):
        list(formats.read_xlsx(out.getvalue(), bool))


def test_every_known_name_is_known_once():
    names = [
        fields._plain(name) for row in fields.lexicon.table("fields") for name in fields.lexicon.forms(row["names"])
    ]
    known = {row["column"] for row in fields.lexicon.table("fields")}
    assert known == {*fields.COLUMNS, "records"}
    assert len(fields._ranks()) == len(
        {
            fields._plain(n)
            for r in fields.lexicon.table("fields")
            if r["column"] != "records"
            for n in r["names"].split("|")
        }
    )
    assert "crawled" not in names
