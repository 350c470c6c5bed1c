"""An executed notebook as one page: prose, tables and figures, code only on demand, nothing fetched from anywhere.

A plotly figure is kept in the notebook as data. nbconvert leaves it out, so it becomes a small script here, and
plotly.js goes into the page once; so does DataTables where a table wants it. The page's security policy forbids every connection.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from copy import deepcopy
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from . import browse, style
from .bidi import direction
from .markup import escape

if TYPE_CHECKING:
    from nbformat import NotebookNode

_PLOTLY = "application/vnd.plotly.v1+json"
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline' blob:; img-src data: blob:; "
    "font-src data:"
)


def notebook_page(notebook: NotebookNode, *, notice: str = "") -> str:
    """Turn an executed notebook into a self-contained HTML page.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        It is not changed.
    notice : str
        Said above the text, as where a run broke off.

    Returns
    -------
    str
        HTML that opens without a network and loads nothing.
    """
    from nbconvert import HTMLExporter

    shown = deepcopy(notebook)
    _end_where_it_failed(shown)
    figures = _draw(shown)
    exporter = HTMLExporter(
        template_name="basic",
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        exclude_anchor_links=True,
    )
    body, _ = exporter.from_notebook_node(shown)
    if notice:
        body = f'<p class="naba-notice" role="alert">{escape(notice)}</p>\n{body}'
    title = notebook_title(notebook)
    home = (
        '<nav><a href="index.html">All reports and tables</a>'
        '<label class="naba-code"><input type="checkbox" autocomplete="off"> Show the code</label></nav>'
    )
    scripts = [_plotly_js(), (files(__package__) / "figure.js").read_text(encoding="utf-8")] if figures else []
    if f'class="{browse.CLASS}"' in body:
        scripts.append(browse.browse_script())
    return page(title, f"{home}\n{body}", scripts=scripts)


def page(title: str, body: str, *, scripts: Iterable[str] = ()) -> str:
    """A whole page around `body`, which must be HTML already.

    Parameters
    ----------
    title : str
        Plain text.
    body : str
        HTML.
    scripts : iterable of str
        JavaScript, embedded in the head.

    Returns
    -------
    str
    """
    css = (files(__package__) / "page.css").read_text(encoding="utf-8")
    font = style.font_face() if direction(body) == "rtl" else ""
    embedded = "".join(f"<script>{script}</script>\n" for script in scripts)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{font}\n{css}</style>\n{embedded}</head>\n"
        f"<body data-naba-light>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def notebook_title(notebook: NotebookNode) -> str:
    """The first heading, as plain text; "Naba" where there is none."""
    return next((heading for cell in notebook.cells for heading in _headings(cell)), "Naba")


def _end_where_it_failed(notebook: NotebookNode) -> None:
    """Below a cell that failed nothing was run: end with its cause, and keep the traceback out of the way."""
    from nbconvert.filters import strip_ansi

    for n, cell in enumerate(notebook.cells):
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                trace = escape(strip_ansi("\n".join(output.traceback)))
                cause = escape(f"Here it broke off, in cell [{cell.execution_count}]: {output.ename}: {output.evalue}")
                html = f'<p class="naba-notice" id="failed">{cause}</p>\n<details><summary>Traceback</summary><pre>{trace}</pre></details>'
                output.clear()
                output.update(output_type="display_data", data={"text/html": html}, metadata={})
                del notebook.cells[n + 1 :]


def _draw(notebook: NotebookNode) -> int:
    """Make plotly's data drawable in place and name pictures after the heading above; how many plotly figures."""
    figures, heading = 0, list[str]()
    for cell in notebook.cells:
        heading = _headings(cell)[-1:] or heading
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if _PLOTLY in data:
                figures += 1
                output["data"] = {"text/html": _figure(data[_PLOTLY], f"figure-{figures}")}
            if "image/png" in data:
                output["metadata"]["image/png"] = {"alt": "".join(heading)}
    return figures


def _headings(cell: NotebookNode) -> list[str]:
    lines = cell.source.splitlines() if cell.cell_type == "markdown" else []
    return [line.lstrip("# ") for line in lines if line.startswith("#")]


def _figure(data: dict[str, Any], name: str) -> str:
    spec = json.dumps([data.get("data", []), data.get("layout", {})], ensure_ascii=False).replace("<", "\\u003c")
    return f'<div id="{name}" class="naba-figure"></div>\n<script>nabaDraw("{name}", ...{spec})</script>'


def _plotly_js() -> str:
    from plotly.offline import get_plotlyjs

    return str(get_plotlyjs())
