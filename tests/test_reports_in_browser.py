"""Reports as a browser shows them, cut off from every network: figures, tables and the reader live in one file."""

import json

import pytest

pd = pytest.importorskip("pandas")

from analysis.display import counts, page  # noqa: E402
from analysis.notebooks import find_notebooks, run_notebooks  # noqa: E402

pytestmark = pytest.mark.browser

NAMES = [path.stem for path in find_notebooks()]
HOSTILE = '</script><script>document.title="owned"</script><img src=x onerror=\'document.title="owned"\'>'
STORIES = [
    (
        "2031-05-06",
        "قالت وزيرة النقل سلمى درويش أمس إن الجسر افتتح، وأضافت: «سنبدأ بناء جسر ثان في 20 يونيو». ورد سامر حداد: «لا».",
    ),
    ("2031-05-07", f"أعلن رئيس البلدية سامر حداد أن السوق {HOSTILE} مغلقة. وردت سلمى درويش: «السوق مفتوحة»."),
    ("2031-05-09", "أكد الخبير الاقتصادي نادر الصباغ: «الأسعار ترتفع منذ عام 2029»، وفق وكالة أنباء مارينيا."),
]


@pytest.fixture(scope="module")
def reports(tmp_path_factory, chromium):
    folder = tmp_path_factory.mktemp("reports")
    rows = [
        {"id": f"خبر-{n}", "published": day, "source": f"منبر {HOSTILE}", "title": HOSTILE, "text": text}
        for n, (day, text) in enumerate(STORIES)
    ]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    (folder / "stories.jsonl").write_text("\n".join(lines), encoding="utf-8")
    outcomes = run_notebooks(folder / "stories.jsonl", folder / "out")
    assert {outcome.status for outcome in outcomes} == {"ok"}
    return folder / "out"


def test_a_figure_is_drawn_with_its_bars_and_labels_and_nothing_of_them_runs(open_page, tmp_path):
    import nbformat.v4 as v4

    figure = counts.plot_bars(pd.Series({"سلمى درويش": 3, HOSTILE: 2}), f"من يتحدث {HOSTILE}", unit="statements")
    output = v4.new_output("display_data", data={"application/vnd.plotly.v1+json": figure.to_plotly_json()})
    cells = [v4.new_markdown_cell("# تقرير"), v4.new_code_cell("", outputs=[output])]
    (tmp_path / "report.html").write_text(page.notebook_page(v4.new_notebook(cells=cells)), encoding="utf-8")
    shown = open_page((tmp_path / "report.html").as_uri())
    shown.wait_for_selector(".main-svg g.point")
    assert (
        shown.locator("g.point").count() == 2 and "سلمى درويش" in shown.locator(".ytick text").all_text_contents()[-1]
    )
    assert shown.title() == "تقرير"


@pytest.mark.parametrize("name", NAMES)
def test_a_report_draws_all_its_figures_stays_silent_and_fits_a_phone(name, reports, open_page, keep_picture):
    shown = open_page((reports / f"{name}.html").as_uri())
    shown.wait_for_function(
        "[...document.querySelectorAll('.naba-figure')].every((one) => one.querySelector('.main-svg'))"
    )
    assert shown.locator(".naba-figure").count() > 0 and shown.title() != "owned"
    assert shown.locator("main img[src='x']").count() == 0
    keep_picture(shown, f"_{name}")
    shown.set_viewport_size({"width": 360, "height": 740})
    shown.wait_for_function("document.documentElement.scrollWidth <= 360", timeout=10_000)
    keep_picture(shown, f"_{name}_phone")


def test_the_code_of_a_report_is_shown_on_demand(reports, open_page):
    shown = open_page((reports / "01_corpus.html").as_uri())
    code = shown.locator("pre", has_text="read_articles(CORPUS)")
    assert code.count() == 1 and not code.is_visible()
    shown.get_by_label("Show the code").check()
    assert code.is_visible()


LABELS_BEYOND = """() => [...document.querySelectorAll('.naba-figure')].flatMap((figure) => {
  const box = figure.getBoundingClientRect();
  const texts = [...figure.querySelectorAll('.ytick text, .y2tick text, .gtitle')];
  return texts.filter((text) => text.getBoundingClientRect().right > box.right).map((text) => text.textContent);
})"""


@pytest.mark.parametrize("width", [1100, 360])
def test_labels_and_titles_at_the_right_edge_are_whole(width, reports, open_page):
    """Labels are measured as they are drawn: that has to wait for the font."""
    for name in NAMES:
        shown = open_page((reports / f"{name}.html").as_uri(), viewport={"width": width, "height": 800})
        shown.wait_for_function(
            "[...document.querySelectorAll('.naba-figure')].every((one) => one.querySelector('.main-svg'))"
        )
        assert shown.evaluate(LABELS_BEYOND) == []
        room = "() => [...document.querySelectorAll('.naba-figure')].map((one) => one._fullLayout._size.r)"
        drawn = shown.evaluate(room)
        shown.evaluate(
            "async () => { for (const one of document.querySelectorAll('.naba-figure')) await Plotly.relayout(one, {'margin.b': 49}) }"
        )
        assert shown.evaluate(room) == drawn


def test_the_reader_in_a_report_is_filtered_without_a_kernel(reports, open_page):
    shown = open_page((reports / "05_story.html").as_uri())
    reader = shown.locator(".naba-reader")
    everything = reader.locator("article .naba-content:not(.naba-off)").count()
    reader.locator("button[data-s]").first.click()
    assert 0 < reader.locator("article .naba-content:not(.naba-off)").count() < everything
    reader.locator(".naba-clear").click()
    assert reader.locator("article .naba-content:not(.naba-off)").count() == everything


def test_a_table_in_a_report_is_searched_and_sorted(reports, open_page):
    shown = open_page((reports / "05_story.html").as_uri())
    table = shown.locator(".naba-browse")
    rows = table.locator("tbody tr")
    everything = rows.count()
    table.locator("input[type=search]").fill("السوق")
    assert 0 < rows.count() < everything and all("السوق" in text for text in rows.all_text_contents())
    table.locator("input[type=search]").fill("")
    table.locator("th", has_text="person").click()
    table.locator("th[aria-sort=ascending]", has_text="person").wait_for()
    names = table.locator("tbody td:nth-child(3)").all_text_contents()
    assert names == sorted(names) and len(set(names)) > 1
