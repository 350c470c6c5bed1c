"""The notebooks as people use them: opened from JupyterLab's file browser in a real browser, run, read and clicked."""

import pytest

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
    reader.locator("[aria-pressed=true]").focus()
    page.keyboard.press("Escape")
    assert reader.locator("article .naba-content:not(.naba-off)").count() == everything
