"""What Naba says of its own, in English and in Arabic: figures, notes, headings, copies of the notebooks."""

import ast
import re
import string
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from click.testing import CliRunner

import analysis as na
from analysis import lexicon
from analysis.cli import main
from analysis.display.bidi import plain
from analysis.display.language import say, say_headings, set_language, speaking
from analysis.display.outlets import _MEASURES
from analysis.display.portrait import _PANELS
from analysis.display.reader_html import _QUOTE_NOTES, _ROLES, _TIME_NOTES
from analysis.notebooks import find_notebooks, run_notebooks
from analysis.schema import FRAMES

PHRASES = {row["en"]: row["ar"] for row in lexicon.table("phrases")}
SOURCE = Path(na.__file__).parent
#: The kinds that the frames tell apart and figures name.
KINDS = {
    "event",
    "statement",
    "plan",
    "direct",
    "indirect",
    "mixed",
    "DATE",
    "TIME",
    "DURATION",
    "SET",
    "explicit",
    "inferred",
    "utterance",
}
FIGURES = re.compile("plot_|draw_|show_map")


@pytest.fixture
def arabic():
    with speaking("ar"):
        yield


def strings(code):
    """What a piece of code says through `say`, or as title or unit of a figure."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            wanted = node.args[:1] if name == "say" else []
            if FIGURES.match(name):  # data first, then words
                wanted += [argument for argument in node.args[1:] if isinstance(argument, ast.Constant)]
            wanted += [word.value for word in node.keywords if word.arg == "unit" and FIGURES.match(name)]
            for argument in wanted:
                yield from (n.value for n in ast.walk(argument) if isinstance(n, ast.Constant) and n.value)
        elif isinstance(node, ast.FunctionDef) and FIGURES.match(node.name):
            defaults = [*node.args.defaults, *node.args.kw_defaults]
            yield from (
                n.value for n in defaults if isinstance(n, ast.Constant) and isinstance(n.value, str) and n.value
            )


def said_in_notebooks():
    for path in find_notebooks():
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "code":
                yield from (text for text in strings(cell.source) if isinstance(text, str))
            else:
                yield from re.findall(r"^#+ (.+)$", cell.source, re.M)


def said_by_the_library():
    for path in SOURCE.rglob("*.py"):
        yield from (text for text in strings(path.read_text("utf-8")) if isinstance(text, str) and text != "ar")
    yield from (name for name, _ in _MEASURES.values())
    yield from (panel[1] for panel in _PANELS)
    yield from (*_ROLES, *_QUOTE_NOTES, *_TIME_NOTES, *KINDS)


def test_every_heading_title_and_axis_of_the_notebooks_has_its_arabic():
    assert set(said_in_notebooks()) - PHRASES.keys() == set()


def test_all_that_the_library_says_has_its_arabic():
    assert set(said_by_the_library()) - PHRASES.keys() == set()


def test_no_phrase_is_left_over():
    code = "".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    told = {*said_in_notebooks(), *said_by_the_library(), *FRAMES["articles"]}
    assert [phrase for phrase in PHRASES if phrase not in told and f'"{phrase}"' not in code] == []


@pytest.mark.parametrize("english", PHRASES)
def test_a_phrase_and_its_arabic_take_the_same_values(english):
    def fields(text):
        return sorted((name, form) for _, name, form, _ in string.Formatter().parse(text) if name)

    assert fields(english) == fields(PHRASES[english])
    assert re.search("[\u0621-\u064a]", PHRASES[english]) and not re.search("[\u0621-\u064a]", english)


def test_figures_turn_with_the_language(arabic):
    figure = na.plot_bars(pd.Series({"direct": 2}, name="n"), "Kinds of quotation", unit="statements")
    assert plain(figure.layout.title.text) == "أنواع الاقتباس" and figure.layout.title.x == 1
    assert plain(figure.layout.xaxis.title.text) == "أقوال" and plain(figure.layout.yaxis.ticktext[0]) == "مباشر"
    assert figure.data[0].x == (2,)


def test_a_title_of_ones_own_stays(arabic):
    figure = na.plot_bars(pd.Series({"{a}": 2}), "My {own} title")
    assert plain(figure.layout.title.text) == "My {own} title" and plain(figure.layout.yaxis.ticktext[0]) == "{a}"


def test_the_reader_speaks_arabic_about_the_text_and_leaves_the_text_alone(arabic):
    article = {"doc_id": "a", "text": "قال سامر: «نعم». speakers"}
    html = na.show(article, na.extract_quotes(pd.DataFrame([article]))).html
    assert "كل المتحدثين" in html and "<dt>لفظ النقل</dt>" in html and "all speakers" not in html
    assert ">speakers<" not in html and "speakers" in html


def test_the_language_is_put_back_and_an_unknown_one_refused():
    with pytest.raises(ValueError, match="'fr'"), speaking("ar"):
        set_language("fr")
    assert say("Copies") == "Copies"


def test_only_headings_turn(arabic):
    assert (
        say_headings("## Copies\n\n# Copies\nCopies\n#Copies")
        == f"## {PHRASES['Copies']}\n\n# {PHRASES['Copies']}\nCopies\n#Copies"
    )


def test_copies_to_work_in_have_arabic_headings_and_the_parameter_set(tmp_path):
    result = CliRunner().invoke(main, ["notebooks", str(tmp_path / "mine"), "--lang", "ar"])
    assert result.exit_code == 0, result.output
    for path in find_notebooks():
        copy = nbformat.read(tmp_path / "mine" / path.name, as_version=4)
        nbformat.validate(copy)
        assert 'LANG = "ar"' in next(cell for cell in copy.cells if cell.cell_type == "code").source
        headings = [
            line for cell in copy.cells if cell.cell_type == "markdown" for line in re.findall("^#+ .*", cell.source)
        ]
        assert len(headings) > 5 and all(re.search("[\u0621-\u064a]", heading) for heading in headings)
    again = CliRunner().invoke(main, ["notebooks", str(tmp_path / "mine")])
    assert again.exit_code == 1 and "there already" in again.output


def test_a_run_in_arabic_has_arabic_headings_figures_and_index(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("قالت الوزيرة سلمى درويش: «سنفتح الجسر غدًا».", encoding="utf-8")
    for language in ("en", "ar"):
        out = tmp_path / language
        (outcome,) = run_notebooks(tmp_path / "in", out, notebooks=["04_quotes"], parameters={"LANG": language})
        assert outcome.status == "ok", outcome
    page, index = ((tmp_path / "ar" / name).read_text("utf-8") for name in ("04_quotes.html", "index.html"))
    assert '<html lang="ar">' in page and "<h2>الجداول</h2>" in index
    assert PHRASES["Who speaks"] in page and PHRASES["Kinds of quotation"] in page
    english = (tmp_path / "en" / "04_quotes.html").read_text("utf-8")
    assert "Kinds of quotation" in english and PHRASES["Kinds of quotation"] not in english
    tables = [(tmp_path / language / "quotes.jsonl").read_bytes() for language in ("en", "ar")]
    assert tables[0] == tables[1]


def test_an_unknown_language_is_refused_before_anything_runs(tmp_path):
    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    with pytest.raises(ValueError, match="LANG is one of en, ar"):
        run_notebooks(tmp_path / "a.txt", tmp_path / "out", parameters={"LANG": "fr"})
    assert not (tmp_path / "out").exists()
