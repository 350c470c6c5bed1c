"""The notebooks as people use them: opened from JupyterLab's file browser in a real browser, run, read and clicked."""

import pytest

from analysis.display import bidi
from analysis.notebooks import find_notebooks

pytestmark = pytest.mark.browser

RUN_ALL = 120_000  # milliseconds that a notebook may take over twelve articles
DONE = """() => {
  const { content, sessionContext } = window.jupyterapp.shell.currentWidget;
  const cells = content.widgets.filter((cell) => cell.model.type === "code");
  return sessionContext.session?.kernel?.status === "idle" &&
    cells.every((cell) => cell.model.executionCount !== null || !cell.model.sharedModel.source);
}"""
ERRORS = """() => window.jupyterapp.shell.currentWidget.content.widgets
  .filter((cell) => cell.model.type === "code")
  .flatMap((cell) => cell.model.outputs.toJSON())
  .filter((output) => output.output_type === "error" || output.name === "stderr")"""


@pytest.fixture
def run_notebook(lab, open_page):
    """Open a notebook by a double click in the file browser and run all of it from the menu."""

    def run(name, **options):
        page = open_page(lab, network=True, strict=False, **options)
        page.locator(".jp-DirListing-item", has_text=f"{name}.ipynb").dblclick(timeout=60_000)
        page.locator(".jp-Notebook:visible .jp-Cell").first.wait_for()
        page.wait_for_function("window.jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel")
        page.locator(".lm-MenuBar-item", has_text="Run").click()
        page.locator(".lm-Menu-item[data-command='runmenu:run-all']").click()
        page.wait_for_function(DONE, timeout=RUN_ALL)
        return page

    return run


@pytest.mark.parametrize("name", [path.stem for path in find_notebooks()])
def test_a_notebook_runs_in_jupyterlab_without_an_error(name, run_notebook, keep_picture):
    page = run_notebook(name)
    assert page.evaluate(ERRORS) == []
    keep_picture(page, f"_{name}")


def test_the_reader_in_a_notebook_is_pointed_at_clicked_and_filtered(run_notebook, keep_picture):
    page = run_notebook("04_quotes", viewport={"width": 1400, "height": 1000})
    reader = page.locator(".jp-OutputArea-output .naba-reader")
    reader.scroll_into_view_if_needed()
    marks = reader.locator("article .naba-content")
    everything = reader.locator("article .naba-content:not(.naba-off)").count()
    marks.first.hover()
    assert reader.locator(".naba-card").is_visible() and "speaker" in reader.locator(".naba-card").inner_text()
    marks.first.click()
    assert 0 < reader.locator("article .naba-content:not(.naba-off)").count() < everything
    keep_picture(page)
    brightness = (
        "[...getComputedStyle(document.querySelector('.naba-reader')).backgroundColor.match(/\\d+/g)].map(Number)"
    )
    assert min(page.evaluate(brightness)) > 200
    page.evaluate("window.jupyterapp.commands.execute('apputils:change-theme', { theme: 'JupyterLab Dark' })")
    page.wait_for_function("document.body.dataset.jpThemeLight === 'false'")
    assert max(page.evaluate(brightness)) < 60
    keep_picture(page, "_dark")
    page.evaluate("window.jupyterapp.commands.execute('apputils:change-theme', { theme: 'JupyterLab Light' })")
    page.wait_for_function("document.body.dataset.jpThemeLight === 'true'")
    reader.locator("[aria-pressed=true]").focus()
    page.keyboard.press("Escape")
    assert reader.locator("article .naba-content:not(.naba-off)").count() == everything


def test_one_choice_drives_all_views_of_the_story(run_notebook, keep_picture):
    page = run_notebook("05_story", viewport={"width": 1400, "height": 1000})
    summary = page.locator(".naba-choose .widget-html-content")

    def output(cell_id):
        """What the cell shows now, as the notebook would be saved."""
        return page.evaluate(
            """(id) => JSON.stringify(window.jupyterapp.shell.currentWidget.content.widgets
              .find((cell) => cell.model.id === id).model.outputs.toJSON().map((output) => output.data))""",
            cell_id,
        )

    before = {name: output(name) for name in ("who", "when", "events", "topics", "table")}
    assert "statements in" in summary.text_content()
    reader = page.locator(".jp-OutputArea-output .naba-reader")
    reader.scroll_into_view_if_needed()
    name = reader.locator("button[data-s]").first.get_attribute("data-name")
    reader.locator("button[data-s]").first.click()  # a speaker, in the reader
    page.wait_for_function("(name) => document.querySelector('.naba-choose').textContent.includes(name)", arg=name)
    for cell in before:
        page.wait_for_function(
            """([id, before]) => JSON.stringify(window.jupyterapp.shell.currentWidget.content.widgets
              .find((cell) => cell.model.id === id).model.outputs.toJSON().map((output) => output.data)) !== before""",
            arg=[cell, before[cell]],
        )
    assert name in output("who")
    keep_picture(page, "_reader")
    page.locator(".naba-choose input[type=text]").first.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('.js-plotly-plot .ytick') !== null")
    names = page.locator(".js-plotly-plot").first.locator(".ytick text").all_text_contents()  # as drawn, not as data
    assert [bidi.plain(drawn) for drawn in names] == [name]
    assert page.locator(".naba-choose input[type=text]").first.input_value() == name
    keep_picture(page, "_fields")
    page.locator(".naba-choose input[type=text]").first.fill("")  # and let go in the fields
    page.keyboard.press("Enter")
    page.wait_for_function("(name) => !document.querySelector('.naba-choose b')?.textContent.includes(name)", arg=name)
    page.wait_for_function("document.querySelector('.naba-reader [aria-pressed=true]') === null")
    assert page.evaluate(ERRORS) == []
