"""Outlets compared by how they quote (plotly): bars beside each other, an outlet a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import schema
from . import style
from .figure import label, new_figure, say_nothing
from .language import say

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

#: Columns of `analysis.outlet_voices` from right to left: what they say, and whether it is a share.
_MEASURES = {
    "per_article": ("statements an article", False),
    "direct": ("word for word", True),
    "anonymous": ("naming nobody", True),
    "through": ("through a medium", True),
}


def plot_outlets(voices: pd.DataFrame, title: str = "How outlets quote", *, most: int = 20) -> go.Figure:
    """Compare outlets: how often they quote, how directly, how anonymously, how much at second hand.

    Parameters
    ----------
    voices : pandas.DataFrame
        As `analysis.outlet_voices` gives it.
    title : str
    most : int, default 20
        The outlets with most articles are drawn.

    Returns
    -------
    plotly.graph_objects.Figure
        Four columns of bars that grow from the right; the tooltip tells on how many statements a bar rests.
    """
    import plotly.graph_objects as go

    schema.require(voices, "voices", "statements", *_MEASURES)
    kept = voices.head(most).iloc[::-1]
    if len(voices) > most:
        title = say("{title} (the first {shown:,} of {all:,})", title=say(title), shown=most, all=len(voices))
    figure = new_figure([], title, "")
    width = 1 / len(_MEASURES)
    for n, (column, (name, share)) in enumerate(_MEASURES.items()):
        axis = "" if n == 0 else str(n + 1)
        form = ".0%" if share else ".1f"
        figure.add_trace(
            go.Bar(
                x=[None if value != value else value for value in kept[column].tolist()],
                y=list(range(len(kept))),
                orientation="h",
                xaxis=f"x{axis}",
                marker_color=style.color(n),
                texttemplate=f"%{{x:{form}}}",
                textposition="auto",
                textangle=0,
                customdata=[
                    f"{label(outlet, 80)}<br>{label(say('{count:,} statements', count=count))}"
                    for outlet, count in kept["statements"].items()
                ],
                hovertemplate=f"%{{customdata}}<br>{label(say(name))}: %{{x:{form}}}<extra></extra>",
                showlegend=False,
            )
        )
        place = {
            "domain": [1 - (n + 1) * width + 0.02, 1 - n * width],
            "title": label(say(name)),
            "autorange": "reversed",
        }
        figure.update_layout({f"xaxis{axis}": place | {"tickformat": form, "nticks": 4, "rangemode": "tozero"}})
    figure.update_layout(height=170 + 30 * max(len(kept), 2))
    figure.update_yaxes(tickvals=list(range(len(kept))), ticktext=[label(name, 28) for name in kept.index])
    figure.update_yaxes(showgrid=False, position=1, anchor="free")
    return figure if len(kept) else say_nothing(figure)
