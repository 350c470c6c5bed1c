"""A report as a browser draws it: figures come out of it without network and without errors."""

import os
import re
import shutil
import subprocess

import pytest

pd = pytest.importorskip("pandas")

from analysis.display import counts, page  # noqa: E402

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
HOSTILE = '</script><script>document.title="owned"</script><img src=x onerror=\'document.title="owned"\'>'


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """The document after its scripts ran, and what the browser wrote to its console."""
    if CHROMIUM is None:
        pytest.skip("no chromium is installed: what a browser draws is not checked")
    import nbformat.v4 as v4

    folder = tmp_path_factory.mktemp("browser")
    figure = counts.plot_bars(pd.Series({"سلمى درويش": 3, HOSTILE: 2}), f"من يتحدث {HOSTILE}", unit="statements")
    output = v4.new_output("display_data", data={"application/vnd.plotly.v1+json": figure.to_plotly_json()})
    cells = [v4.new_markdown_cell("# تقرير"), v4.new_code_cell("", outputs=[output])]
    report = folder / "report.html"
    report.write_text(page.notebook_page(v4.new_notebook(cells=cells)), encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
    options += [f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=3000", "--enable-logging=stderr"]
    done = subprocess.run(
        [CHROMIUM, *options, "--dump-dom", report.as_uri()],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        env=os.environ | {"HOME": str(folder)},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout, [line for line in done.stderr.splitlines() if "CONSOLE" in line]


def test_a_figure_is_drawn_with_its_bars_and_labels(drawn):
    document, _ = drawn
    assert 'class="main-svg"' in document
    assert len(re.findall(r'<g class="point">', document)) == 2
    assert "سلمى درويش" in re.sub(r"<script>.*?</script>", "", document, flags=re.S)


def test_nothing_of_a_label_runs_and_the_console_stays_silent(drawn):
    document, console = drawn
    assert "<title>تقرير</title>" in document
    assert console == []
