"""The notebooks as they are kept, and headless runs over a corpus of a few articles."""

import json
import re
from html.parser import HTMLParser

import nbformat
import pytest
from click.testing import CliRunner

from analysis.cli import main
from analysis.notebooks import find_notebooks, run_notebooks

HOSTILE = '<script>alert("x")</script><img src=x onerror=y>'
STORIES = [
    (
        "2031-05-06",
        "نورلاند تفتتح الجسر",
        "قالت وزيرة النقل سلمى درويش أمس الاثنين إن الجسر افتتح، وأضافت: «سنبدأ بناء جسر ثان في يونيو».",
    ),
    (
        "2031-05-07",
        f"هجوم {HOSTILE}",
        f"أعلن المتحدث باسم البلدية {HOSTILE} رامي الحلو أن السوق مغلقة حتى يوم الجمعة.",
    ),
    (None, None, "أكد الخبير الاقتصادي نادر الصباغ: «الأسعار ترتفع منذ عام 2029»، وفق وكالة أنباء مارينيا."),
    ("2031-05-07", "=HYPERLINK()", "هبت رياح قوية على الساحل وتوقفت حركة السفن في الميناء. ويتوقع أن تهدأ غدا."),
]
TABLES = ["quotes", "aliases", "statements", "times", "dating", "topics", "topic_terms", "timeline"]
NAMES = ["01_corpus", "02_topics", "03_timeline", "04_quotes", "05_story"]


class Tags(HTMLParser):
    """The elements of a page as a browser parses them, and what of them would run."""

    def __init__(self, html):
        super().__init__()
        self.names, self.handlers = set(), []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.handlers += [
            (tag, *pair) for pair in attrs if pair[0].startswith("on") or "javascript:" in (pair[1] or "")
        ]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    lines = [
        json.dumps({"id": f"خبر-{n}", "published": day, "title": title, "source": f"منبر {HOSTILE}", "text": text})
        for n, (day, title, text) in enumerate(STORIES)
    ]
    (folder / "stories.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "broken.json").write_text("{", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def run(corpus, tmp_path_factory):
    """One headless run that all tests look at."""
    out = tmp_path_factory.mktemp("first") / "reports"
    result = CliRunner().invoke(main, ["run", str(corpus), "--out", str(out)])
    assert result.exit_code == 0, result.output
    return result, out


@pytest.fixture(params=NAMES)
def kept(request):
    """Each notebook as it is kept in the repository."""
    return nbformat.read(find_notebooks([request.param])[0], as_version=4)


# --- as kept ---------------------------------------------------------------------------------------------------------


def test_the_five_notebooks_are_found_in_order():
    assert [path.stem for path in find_notebooks()] == NAMES


def test_a_notebook_is_valid_without_outputs_and_parameters_come_first(kept):
    nbformat.validate(kept)
    code = [cell for cell in kept.cells if cell.cell_type == "code"]
    assert code[0].metadata.tags == ["parameters"]
    assert "CORPUS = " in code[0].source and "OUT = None" in code[0].source
    assert not any(cell.outputs or cell.execution_count for cell in code)
    assert kept.metadata.kernelspec.name == "python3"


def test_cells_are_short_define_nothing_hold_no_arabic_and_keep_their_ids(kept):
    for cell in kept.cells:
        assert re.fullmatch("[a-z-]+", cell.id)
        if cell.cell_type == "code":
            assert not re.search(r"\bdef |\bclass |[\u0600-\u06ff]", cell.source)
    body = [cell for cell in kept.cells if cell.cell_type == "code"][1:]
    assert all(len(re.findall(r"^.*\S", cell.source, re.M)) <= 5 for cell in body)


def test_every_figure_and_table_is_led_up_to_in_words(kept):
    assert kept.cells[0].cell_type == "markdown" and kept.cells[0].source.startswith("# ")
    assert 15 <= len(kept.cells) <= 40
    prose = sum(cell.cell_type == "markdown" for cell in kept.cells)
    assert prose >= len(kept.cells) / 3


# --- a run -----------------------------------------------------------------------------------------------------------


def test_a_run_leaves_reports_tables_notebooks_and_a_manifest(run):
    _, out = run
    wanted = [f"{name}.html" for name in [*NAMES, "index"]] + ["manifest.json", "notebooks"]
    wanted += [f"{table}.{kind}" for table in TABLES for kind in ("jsonl", "csv", "parquet")]
    wanted.append("story.xlsx")
    wanted += ["timeline.ics", "timeline.json"]
    assert sorted(path.name for path in out.iterdir()) == sorted(wanted)
    assert sorted(path.stem for path in (out / "notebooks").iterdir()) == NAMES


def test_the_tables_hold_what_the_articles_say(run):
    _, out = run
    rows = {name: [json.loads(line) for line in (out / f"{name}.jsonl").open(encoding="utf-8")] for name in TABLES}
    assert "سلمى درويش" in {row["speaker"] for row in rows["quotes"]}
    assert "2031-05-05" in {row["value"] for row in rows["times"]}
    assert [row["doc_id"] for row in rows["dating"]] == [f"خبر-{n}" for n in range(len(STORIES))]
    assert {row["doc_id"] for row in rows["topics"]} == {f"خبر-{n}" for n in range(len(STORIES))}
    assert rows["topic_terms"] and rows["timeline"]
    for row in rows["quotes"]:
        text = STORIES[int(row["doc_id"][-1])][2]
        assert text[row["start"] : row["end"]] == row["text"]


def test_nothing_of_the_articles_becomes_markup_or_code_in_a_report(run):
    _, out = run
    for page in out.glob("*.html"):
        html = page.read_text("utf-8")
        assert HOSTILE not in html and "<img src=x" not in html, page.name
        body = re.sub(r"<script>.*?</script>", "", html, flags=re.S)
        assert "<script" not in body and "script>alert" not in body, page.name
        tags = Tags(body)
        assert tags.names and not tags.handlers, page.name


def test_reports_load_nothing_and_name_the_corpus_without_its_folders(run, corpus):
    _, out = run
    for name in NAMES:
        html = (out / f"{name}.html").read_text("utf-8")
        assert f'>"{corpus.name}"<' in html and f'{corpus}"' not in html
        assert "default-src 'none'" in html
        own = re.sub(r"<script>.*?</script>", "", html, flags=re.S)
        assert not re.search(r"<(script|link|iframe|object)\b", own)
        assert not re.search(r"""(src|href)=["']?(https?:)?//""", own)
        assert html.count('nabaDraw("figure-') >= 1 and html.count("plotly.js v") == 1


def test_the_manifest_tells_inputs_versions_and_how_each_notebook_fared(run, corpus):
    result, out = run
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    assert [entry["path"] for entry in manifest["inputs"]] == ["broken.json", "stories.jsonl"]
    assert manifest["inputs"][1]["bytes"] == (corpus / "stories.jsonl").stat().st_size
    assert all(re.fullmatch("[0-9a-f]{64}", entry["sha256"]) for entry in manifest["inputs"])
    assert manifest["articles"] == len(STORIES)
    assert [entry["notebook"] for entry in manifest["notebooks"]] == NAMES
    assert {entry["status"] for entry in manifest["notebooks"]} == {"ok"}
    assert all(entry["seconds"] > 0 for entry in manifest["notebooks"])
    assert {"python", "naba", "pandas", "plotly"} <= manifest["versions"].keys()
    assert manifest["rejected"][0]["name"].endswith("broken.json") and "broken.json" in result.stderr


def test_undated_articles_are_dated_within_a_month_of_the_dated_ones(tmp_path):
    texts = {
        "dated": ("2031-05-06", "وصل الوفد."),
        "bare": (None, "هبت الرياح."),
        "told": (None, "غادر الوفد أمس الأربعاء."),
    }
    rows = [{"id": name, "published": day, "text": text} for name, (day, text) in texts.items()]
    rows.append(rows[2] | {"id": "told"})  # the same id twice is read with a doubt
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    out = tmp_path / "out"
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "stories.jsonl").write_text(lines, encoding="utf-8")
    command = ["run", str(tmp_path / "in"), "--notebook", "03_timeline", "--out"]
    result = CliRunner().invoke(main, [*command, str(out)])
    assert result.exit_code == 0, result.output
    dating = [json.loads(line) for line in (out / "dating.jsonl").open(encoding="utf-8")]
    days = {row["doc_id"]: row["candidates"] for row in dating}["told"]
    assert days[0] == "2031-04-10" and days[-1] == "2031-06-05" and len(days) == 9  # the Thursdays
    html = (out / "03_timeline.html").read_text("utf-8")
    assert "3 articles bear no day; the words of 2 of them narrow it down." in html
    (doubt,) = json.loads((out / "manifest.json").read_text("utf-8"))["warnings"]
    assert "told" in doubt["reason"] and "naba: read with a doubt: " in result.stderr


def test_the_index_leads_to_everything(run):
    _, out = run
    links = re.findall('href="([^"]+)"', (out / "index.html").read_text("utf-8"))
    assert {f"{name}.html" for name in NAMES} | {"quotes.csv", "manifest.json", "notebooks/"} <= set(links)
    assert all((out / link).exists() for link in links)


def test_a_second_run_elsewhere_gives_the_same_tables_and_notebooks(run, corpus, tmp_path):
    _, first = run
    outcomes = run_notebooks(corpus, tmp_path / "second")
    assert all(outcome.status == "ok" for outcome in outcomes)
    kept = [p.relative_to(first) for p in first.rglob("*") if p.is_file() and p.name != "manifest.json"]
    different = [str(p) for p in kept if (first / p).read_bytes() != (tmp_path / "second" / p).read_bytes()]
    assert different == []


def test_a_cell_that_fails_is_named_its_report_kept_and_the_others_run(corpus, tmp_path):
    arguments = ["run", str(corpus), "--out", str(tmp_path), "--notebook", "02_topics", "--notebook", "01_corpus"]
    result = CliRunner().invoke(main, [*arguments, "-p", "TOPICS", "-1"])
    assert result.exit_code == 1
    (line,) = [line for line in result.stderr.splitlines() if "02_topics" in line]
    assert re.fullmatch(r"naba: 02_topics, cell \[\d+\]: ValueError: .*-1", line)
    manifest = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert [entry["status"] for entry in manifest["notebooks"]] == ["failed", "ok"]
    assert manifest["notebooks"][0]["cell"] > 1 and manifest["parameters"] == {
        "02_topics": {"TOPICS": -1, "ARTICLE": None, "SEED": 0, "LANG": "en"},
        "01_corpus": {"SAMPLE": 20, "LANG": "en"},
    }
    report = (tmp_path / "02_topics.html").read_text("utf-8")
    assert "This report is not complete" in report and "What is it about?" in report
    assert "Here it broke off, in cell [" in report and report.count("<details><summary>Traceback</summary>") == 1
    assert "Which topics there are" not in report  # nothing below the cell was run
    assert "not complete: 02_topics, cell [" in (tmp_path / "index.html").read_text("utf-8")
    assert re.search(r"^naba: 01_corpus: ok, \d+ s$", result.stderr, re.M)
    assert "1 of 2 notebooks ran" in result.stdout


def test_a_parameter_reaches_the_notebooks_that_have_it(corpus, tmp_path):
    run_notebooks(corpus, tmp_path, notebooks=["04_quotes"], parameters={"ARTICLE": "خبر-2"})
    executed = nbformat.read(tmp_path / "notebooks" / "04_quotes.ipynb", as_version=4)
    (injected,) = [cell for cell in executed.cells if cell.id == "injected-parameters"]
    assert "ARTICLE = " in injected.source and str(tmp_path) not in injected.source
    assert "نادر الصباغ" in executed.cells[-1].outputs[0].data["text/html"]


def test_an_unknown_article_is_one_error_that_names_the_parameter_and_ids(corpus, tmp_path):
    result = CliRunner().invoke(main, ["run", str(corpus), "--out", str(tmp_path / "x"), "-p", "ARTICLE", "7"])
    assert result.exit_code == 1 and not (tmp_path / "x").exists()
    assert result.stderr.splitlines()[-1].startswith("Error: ARTICLE: no article '7'; there are خبر-0, خبر-1")
