"""Concordance lines under each other: the keyword in the middle, read from right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import arabic, schema
from .language import say
from .markup import Markup, escape
from .style import FONTS
from .table import bdi

if TYPE_CHECKING:
    import pandas as pd

_CSS = (
    f".naba-kwic{{border-collapse:collapse;font-family:{FONTS};line-height:1.7;max-width:100%}}"
    ".naba-kwic td{padding:.15em .35em;vertical-align:top;border:0;white-space:pre-wrap}"
    ".naba-kwic .naba-before{text-align:left!important}"  # towards the keyword: to the left of it stands what follows
    ".naba-kwic .naba-after,.naba-kwic .naba-where{text-align:right!important}"
    ".naba-kwic .naba-keyword{text-align:center!important;white-space:nowrap;font-weight:700;color:#b33c00}"
    'body[data-jp-theme-light="false"] .naba-kwic .naba-keyword{color:#ff9d6b}'
    ".naba-kwic .naba-where{opacity:.7;font-size:.85em}"
    ".naba-kwic caption{caption-side:bottom;text-align:right;opacity:.7;padding:.4em}"
)


def show_kwic(lines: pd.DataFrame, *, sort: str | None = None, rows: int = 100) -> Markup:
    """Show a concordance with the keywords under each other.

    Parameters
    ----------
    lines : pandas.DataFrame
        The frame ``concordance``, as `analysis.kwic` gives it.
    sort : {None, "before", "after"}
        By the words nearest to the keyword on one side, so that what it goes with stands together; None keeps the order.
    rows : int, default 100
        The most lines to show; a line below tells how many there are.

    Returns
    -------
    Markup
        Rendered by JupyterLab; the markup is in ``.html``.

    Raises
    ------
    ValueError
        If `lines` lacks a column, or for another `sort`.

    Examples
    --------
    >>> import pandas as pd
    >>> from analysis import kwic
    >>> articles = pd.DataFrame({"doc_id": ["a"], "text": ["وصل الوفد أمس."]})
    >>> show_kwic(kwic(articles, "وفد")).html.count("<tr>")
    1
    """
    schema.require(lines, "concordance", *schema.FRAMES["concordance"])
    shown = sorted_lines(lines, sort).head(rows)
    body = "\n".join(
        f'<tr><td class="naba-before" dir="rtl">{escape(row.before)}</td>'
        f'<td class="naba-keyword" dir="rtl">{escape(row.keyword)}</td>'
        f'<td class="naba-after" dir="rtl">{escape(row.after)}</td>'
        f'<td class="naba-where">{bdi(_where(row.speaker, row.doc_id))}</td></tr>'
        for row in shown.itertuples()
    )
    note = "" if len(lines) else say("no such place")
    if len(lines) > rows:
        note = say("{shown:,} of {all:,} places", shown=len(shown), all=len(lines))
    caption = f"<caption><bdi>{note}</bdi></caption>" if note else ""
    return Markup(
        f'<div class="naba-scroll" dir="rtl"><style>{_CSS}</style>\n<table class="naba-kwic" dir="rtl">{caption}'
        f"<tbody>\n{body}\n</tbody></table></div>"
    )


def sorted_lines(lines: pd.DataFrame, by: str | None) -> pd.DataFrame:
    """The lines by the words nearest to the keyword on one side, compared folded.

    Parameters
    ----------
    lines : pandas.DataFrame
        The frame ``concordance``.
    by : {None, "before", "after"}

    Returns
    -------
    pandas.DataFrame
    """
    if by is None:
        return lines
    if by not in ("before", "after"):
        raise ValueError(f'sort is "before", "after" or None, not {by!r}')
    step = -1 if by == "before" else 1
    words = [arabic.words(arabic.key(text)).text[::step] for text in lines[by]]
    return lines.iloc[sorted(range(len(lines)), key=words.__getitem__)]


def _where(speaker: object, doc_id: str) -> str:
    return f"{speaker} · {doc_id}" if isinstance(speaker, str) else doc_id
