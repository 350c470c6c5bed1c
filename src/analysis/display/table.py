"""A frame as a table that reads from right to left."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from .bidi import direction
from .language import say
from .markup import Markup, escape, shorten

if TYPE_CHECKING:
    import pandas as pd

#: So many characters stay on one line: a day, a number, a name.
SHORT = 24
_CSS = (
    ".naba-table{border-collapse:collapse;font-size:.95em;line-height:1.6;max-width:100%}"
    ".naba-table td,.naba-table th{text-align:right!important;vertical-align:top;padding:.3em .7em;line-height:1.7!important;"
    "border-bottom:1px solid rgba(128,128,128,.3);white-space:normal;max-width:36em}"
    ".naba-table caption{caption-side:bottom;text-align:right;opacity:.7;padding:.4em}"
    ".naba-table td.naba-short{white-space:nowrap}"
    ".naba-scroll{overflow-x:auto}"
)


def table(data: pd.DataFrame, *, columns: list[str] | None = None, rows: int = 20, width: int = 160) -> Markup:
    """Show a frame right to left, every cell escaped and in its own direction.

    Parameters
    ----------
    data : pandas.DataFrame
        Any frame; the index is not shown.
    columns : list of str, optional
        The columns to show, in this order; all of them if not given.
    rows : int
        The most rows to show; a line below tells how many there are.
    width : int
        Longer texts are cut; the whole text is in the cell's tooltip.

    Returns
    -------
    Markup
        Rendered by JupyterLab; the markup is in ``.html``.

    Raises
    ------
    KeyError
        If a column is not there.

    Examples
    --------
    >>> import pandas as pd
    >>> "&lt;i&gt;</bdi>" in table(pd.DataFrame({"a": ["<i>"]})).html
    True
    """
    shown = data if columns is None else data[columns]
    head = "".join(f"<th>{escape(column)}</th>" for column in shown.columns)
    body = "\n".join(
        f"<tr>{''.join(_cell(value, width) for value in row)}</tr>"
        for row in shown.head(rows).itertuples(index=False, name=None)
    )
    more = say("{shown:,} of {all:,} rows", shown=rows, all=len(data)) if len(data) > rows else ""
    more = f"<caption><bdi>{say('no rows') if data.empty else more}</bdi></caption>" if more or data.empty else ""
    return Markup(
        f'<div class="naba-scroll" dir="rtl"><style>{_CSS}</style>\n<table class="naba-table" dir="rtl">{more}'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )


def _cell(value: Any, width: int) -> str:
    whole = shown_value(value)
    text = bdi(whole, shorten(whole, width))
    if len(whole) > width:
        return f'<td title="{escape(whole)}">{text}</td>'
    return f'<td class="naba-short">{text}</td>' if len(whole) <= SHORT else f"<td>{text}</td>"


def bdi(text: str, shown: str | None = None) -> str:
    """A text, or what of it is `shown`, as HTML that keeps its own direction.

    Examples
    --------
    >>> bdi("BBC & نبأ")
    '<bdi dir="rtl">BBC &amp; نبأ</bdi>'
    """
    return f'<bdi dir="{direction(text)}">{escape(text if shown is None else shown)}</bdi>'


def shown_value(value: Any) -> str:
    """A cell as people read it: nothing for a missing one, ISO days, lists with the Arabic comma.

    Examples
    --------
    >>> shown_value(["أ", "ب"]), shown_value(float("nan")), shown_value(0.25)
    ('أ، ب', '', '0.25')
    """
    import pandas as pd

    if pd.api.types.is_list_like(value):
        return "، ".join(map(shown_value, value))
    if pd.isna(value):
        return ""
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ", "minutes").removesuffix(" 00:00")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:,.2f}" if isinstance(value, float) else str(value)
