"""Static figures in matplotlib, for paper: matplotlib 3.11 shapes Arabic itself."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from . import style
from .bidi import direction, isolate
from .language import say

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D


def draw_timeline(events: pd.DataFrame, title: str = "Timeline", *, most: int = 12, width: int = 88) -> Figure:
    """Draw the most salient events as a column of days that reads downwards, each with its sentence.

    Parameters
    ----------
    events : pandas.DataFrame
        The timeline frame; rows without a day are left out.
    title : str
    most : int
        How many events to draw.
    width : int
        Characters a line; a sentence gets three lines.

    Returns
    -------
    matplotlib.figure.Figure
        Shown by JupyterLab; ``figure.savefig("timeline.pdf")`` writes it for a paper.
    """
    import matplotlib as mpl
    from matplotlib.figure import Figure

    title = say(title)
    dated = events.dropna(subset=["earliest", "latest"])
    kept = dated.sort_values("salience", ascending=False, kind="stable").head(most)
    kept = kept.sort_values(["earliest", "latest"], kind="stable")
    texts = [textwrap.wrap(text, width, max_lines=3, placeholder=" …") or [""] for text in kept["text"]]
    kinds = sorted(kept["kind"].unique())
    with mpl.rc_context(style.matplotlib_style()):
        figure = Figure(figsize=(9, 1.2 + 0.27 * sum(map(len, texts)) + 0.2 * len(texts)), layout="constrained")
        axes = figure.add_subplot()
        axes.set_axis_off()
        axes.set_title(
            isolate(title, direction(title)), loc=style.title_place(title)["xanchor"], fontsize=14, parse_math=False
        )
        axes.set_xlim(0, 1)
        line = 0.0
        for row, lines in zip(kept.itertuples(), texts, strict=True):
            marker = style.SYMBOLS.get(row.kind, ("", "s"))[1]
            axes.plot([0.74], [-line], marker=marker, color=style.color(kinds.index(row.kind)), clip_on=False)
            axes.text(0.765, -line, _days(row.earliest, row.latest), va="center", fontsize=10)
            for text in lines:
                shown = isolate(text, direction(row.text))
                axes.text(0.715, -line, shown, ha="right", va="center", fontsize=11, parse_math=False)
                line += 1
            line += 0.7
        axes.plot([0.74, 0.74], [0.5, 0.5 - line], color=style.GRID, zorder=0)
        axes.set_ylim(0.7 - max(line, 1), 0.7)
        if kinds:
            keys = [_key(kind, n) for n, kind in enumerate(kinds)]
            axes.legend(handles=keys, ncols=len(keys), loc="lower right", bbox_to_anchor=(1, 1), frameon=False)
        if kept.empty:
            axes.text(0.5, 0.2, say("nothing to show"), ha="center", color=style.INK)
    return figure


def _key(kind: str, number: int) -> Line2D:
    from matplotlib.lines import Line2D

    marker = style.SYMBOLS.get(kind, ("", "s"))[1]
    return Line2D(
        [], [], marker=marker, color=style.color(number), linestyle="", label=isolate(say(kind), direction(say(kind)))
    )


def _days(first: pd.Timestamp, last: pd.Timestamp) -> str:
    start, end = first.date().isoformat(), last.date().isoformat()
    return isolate(start if start == end else f"{start} … {end}", "ltr")
