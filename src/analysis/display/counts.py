"""Interactive figures of how many and how much (plotly): numbers in, a ``Figure`` out. Bars grow from the right."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from .figure import chief_columns, label, new_figure, say_nothing, whole_ticks
from .language import say

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go


def plot_bars(counts: pd.Series | pd.DataFrame, title: str, *, unit: str = "", most: int = 20) -> go.Figure:
    """Horizontal bars that grow from the right, the longest on top.

    Parameters
    ----------
    counts : pandas.Series or pandas.DataFrame
        Numbers by name; the columns of a frame are stacked, a colour each (of more than eight the largest seven and
        the sum of the others).
    title : str
    unit : str
        What is counted, under the axis.
    most : int
        The longest bars are kept; the title tells how many there are.

    Returns
    -------
    plotly.graph_objects.Figure

    Examples
    --------
    >>> import pandas as pd
    >>> plot_bars(pd.Series({"أ": 2, "ب": 5}), "Speakers").data[0].x
    (2, 5)
    """
    import plotly.graph_objects as go

    table = counts.to_frame("count") if counts.ndim == 1 else chief_columns(counts)
    table = table.iloc[(-table.sum(axis=1)).argsort(kind="stable")]
    kept = table.head(most).iloc[::-1]
    total = kept.sum(axis=1)
    names = [label(say(str(name))) for name in kept.index]
    hover = "%{customdata}: %{x:,}<extra></extra>"
    bars = [
        go.Bar(
            x=values.tolist(),
            y=list(range(len(names))),
            customdata=[label(say(str(name)), 120) for name in kept.index],
            orientation="h",
            name=label(say(str(column))),
            hovertemplate=hover,
        )
        for column, values in kept.items()
    ]
    shown = title
    if len(table) > most:
        shown = say("{title} (the first {shown:,} of {all:,})", title=say(title), shown=most, all=len(table))
    figure = new_figure(bars, shown, unit)
    figure.update_layout(barmode="stack", showlegend=table.shape[1] > 1, height=170 + 30 * max(len(names), 2))
    figure.update_layout(legend={"traceorder": "normal"})
    figure.update_xaxes(autorange="reversed", rangemode="tozero", **whole_ticks(total))
    figure.update_yaxes(tickvals=list(range(len(names))), ticktext=names, showgrid=False)
    return figure if len(table) else say_nothing(figure)


def plot_histogram(values: pd.Series, title: str, *, unit: str, bins: int = 30) -> go.Figure:
    """How often values of each size occur; counted here, so that the figure stays small.

    Parameters
    ----------
    values : pandas.Series
        Numbers; missing ones are left out.
    title, unit : str
    bins : int

    Returns
    -------
    plotly.graph_objects.Figure
    """
    import numpy as np
    import plotly.graph_objects as go

    known = values.dropna().to_numpy(dtype=float)
    counts, edges = np.histogram(known, bins=min(bins, max(1, len(np.unique(known)))))
    widths, middles = np.diff(edges), (edges[:-1] + edges[1:]) / 2
    ranges = [f"{low:,.0f} – {high:,.0f}" for low, high in pairwise(edges)]
    bars = go.Bar(
        x=middles.tolist(),
        y=counts.tolist(),
        width=widths.tolist(),
        customdata=ranges,
        hovertemplate="%{customdata}: %{y:,}<extra></extra>",
    )
    figure = new_figure([bars], title, unit)
    figure.update_layout(bargap=0, height=340, showlegend=False)
    figure.update_yaxes(**whole_ticks(counts))
    return figure if len(known) else say_nothing(figure)
