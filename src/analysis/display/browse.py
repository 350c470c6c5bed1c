"""A big table to search, sort and leaf through (DataTables, as itables brings it along), from right to left.

A widget where a kernel runs; elsewhere a plain table of the same rows, which a report makes searchable with the copy
of DataTables that it carries. Nothing is fetched from anywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .bidi import direction, isolate
from .language import say
from .markup import Markup
from .table import SHORT, shown_value, table

if TYPE_CHECKING:
    import pandas as pd

#: What a page looks for to know that it needs DataTables.
CLASS = "naba-browse"
_LAYOUT = {"topStart": "search", "topEnd": "pageLength", "bottomStart": "paging", "bottomEnd": "info"}
_CSS = (
    f".{CLASS}{{max-height:80vh;overflow:auto}}.{CLASS}:has(.dt-container){{max-height:none}}.{CLASS} table{{width:100%}}"
    f".{CLASS} td,.{CLASS} th{{text-align:right!important}}"
    f".{CLASS} td:not(.naba-short){{min-width:16em}}"
    f".{CLASS} .dt-column-header{{flex-direction:row!important}}"
)


class Browser(Markup):
    """A table to search and sort; made by `browse`."""

    def __init__(self, html: str, shown: pd.DataFrame) -> None:
        super().__init__(html)
        object.__setattr__(self, "_shown", shown)

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        widget, metadata = _widget(self._shown)._repr_mimebundle_(**kwargs) or ({}, {})  # type: ignore[attr-defined]
        return widget | {"text/plain": repr(self), "text/html": self.html}, metadata


def browse(data: pd.DataFrame, *, columns: list[str] | None = None, rows: int = 2000, width: int = 400) -> Browser:
    """Show a frame as a table to search, sort and leaf through.

    Parameters
    ----------
    data : pandas.DataFrame
        Any frame; the index is not shown.
    columns : list of str, optional
        The columns to show, in this order; all of them if not given.
    rows : int, default 2000
        The most rows that go to the browser; a line below tells how many there are. `analysis.write_table` writes all.
    width : int, default 400
        Longer texts are cut.

    Returns
    -------
    Browser
        Rendered by JupyterLab; ``.html`` is a plain table of the rows.

    Raises
    ------
    KeyError
        If a column is not there.

    Examples
    --------
    >>> import pandas as pd
    >>> browse(pd.DataFrame({"a": ["<i>", "نبأ"]})).html.count("<tr>")
    3
    """
    chosen = data if columns is None else data[columns]
    plain = table(chosen, rows=rows, width=width).html
    kept = chosen.head(rows)
    return Browser(f'<div class="{CLASS}" dir="rtl"><style>{_CSS}</style>\n{plain}</div>', kept)


def _widget(kept: pd.DataFrame) -> Any:
    """The table as the widget of itables, each text isolated in its own direction; numbers stay numbers."""
    import pandas as pd
    from itables.widget import ITable

    shown = pd.DataFrame(
        {
            str(name): kept[name] if pd.api.types.is_numeric_dtype(kept[name]) else kept[name].map(_cell)
            for name in kept.columns
        }
    )
    short = [n for n, name in enumerate(shown) if shown[name].map(lambda cell: len(str(cell))).max() <= SHORT]
    return ITable(
        shown,
        showIndex=False,
        maxBytes=0,
        classes="display compact",
        style="direction:rtl;width:100%;margin:0",
        layout=_LAYOUT,
        language=_words(),
        columnDefs=[{"className": "dt-right", "targets": "_all"}, {"className": "dt-nowrap", "targets": short}],
    )


def _cell(value: Any) -> str:
    text = shown_value(value)
    return text if direction(text) == "rtl" else isolate(text, "ltr") if text else ""


def _words() -> dict[str, str]:
    told = {"search": say("Search:"), "info": say("_START_ to _END_ of _TOTAL_")}
    return {name: isolate(text, direction(text)) for name, text in told.items()}


def browse_script() -> str:
    """DataTables and the lines that make every table of `browse` on a page searchable.

    Returns
    -------
    str
        JavaScript; about a megabyte.
    """
    import base64
    import json
    from importlib.resources import files

    parts = {name: (files("itables") / "html" / f"dt_bundle.{name}").read_bytes() for name in ("js", "css")}
    script, style = (base64.b64encode(parts[name]).decode("ascii") for name in ("js", "css"))
    options = json.dumps({"order": [], "layout": _LAYOUT, "language": _words()})
    return (
        "(() => {\n"
        "const text = (data) => new TextDecoder().decode(Uint8Array.from(atob(data), (c) => c.charCodeAt(0)));\n"
        f'const source = "{script}", style = "{style}";\n'
        'document.addEventListener("DOMContentLoaded", async () => {\n'
        '  document.head.append(Object.assign(document.createElement("style"), { textContent: text(style) }));\n'
        '  const url = URL.createObjectURL(new Blob([text(source)], { type: "text/javascript" }));\n'
        "  const { default: DataTable } = await import(url);\n"
        f'  for (const table of document.querySelectorAll(".{CLASS} table")) {{\n'
        f"    new DataTable(table, {options});\n"
        "  }\n});\n})();"
    )
