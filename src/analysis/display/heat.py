"""A table of numbers as a heat map (plotly): speakers by topics, outlets by speakers. Columns run from right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import style
from .figure import label, new_figure, say_nothing
from .language import say

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go


def plot_heat(
    table: pd.DataFrame, title: str, *, unit: str = "", most: int = 20, columns: int = 12, percent: bool = False
) -> go.Figure:
    """Draw a table of numbers, with a shade and the number in each field that is not zero.

    Parameters
    ----------
    table : pandas.DataFrame
        Numbers, with names as index and columns, as `pandas.crosstab` gives them; missing ones stay empty.
    title : str
    unit : str
        What is counted, beside the scale.
    most, columns : int
        So many rows and columns are drawn: those with the largest sums, the largest on top and on the right.
    percent : bool, default False
        Whether the numbers are shares of 1.

    Returns
    -------
    plotly.graph_objects.Figure

    Examples
    --------
    >>> import pandas as pd
    >>> figure = plot_heat(pd.crosstab(pd.Series(["أ", "أ", "ب"]), pd.Series(["سوق", "سوق", "سوق"])), "من وماذا")
    >>> figure.data[0].z
    ([1], [2])
    """
    import plotly.graph_objects as go

    rows = (-table.sum(axis=1)).argsort(kind="stable")[:most]
    order = (-table.sum(axis=0)).argsort(kind="stable")[:columns]
    kept = table.iloc[rows, order].iloc[::-1]
    form = ".0%" if percent else ",.3~g"
    numbers = kept.to_numpy().tolist()
    heat = go.Heatmap(
        z=[[None if value != value else value for value in row] for row in numbers],
        x=list(range(kept.shape[1])),
        y=list(range(kept.shape[0])),
        customdata=[[f"{label(row, 80)}<br>{label(column, 80)}" for column in kept.columns] for row in kept.index],
        text=[[format(value, ".0%" if percent else ".3g") if value > 0 else "" for value in row] for row in numbers],
        texttemplate="%{text}",
        hovertemplate=f"%{{customdata}}: %{{z:{form}}}<extra></extra>",
        hoverongaps=False,
        colorscale=[[0, style.PAPER], [1, style.PALETTE[0]]],
        zmin=0,
        zmax=max((value for row in numbers for value in row if value > 0), default=1),
        xgap=1,
        ygap=1,
        colorbar={"title": {"text": label(say(unit)), "side": "right"}, "x": 0, "xanchor": "right", "thickness": 12}
        | ({"tickformat": ".0%"} if percent else {}),
    )
    cut = []
    if kept.shape[0] < table.shape[0]:
        cut.append(say("{shown:,} of {all:,} rows", shown=kept.shape[0], all=table.shape[0]))
    if kept.shape[1] < table.shape[1]:
        cut.append(say("{shown:,} of {all:,} columns", shown=kept.shape[1], all=table.shape[1]))
    figure = new_figure([heat], title, "")
    figure.update_layout(
        height=190 + 28 * max(len(kept), 3),
        title_subtitle_text=label(" · ".join(cut), 120) if cut else None,
        margin_t=84,
    )
    names = [label(name, 24) for name in kept.columns]
    figure.update_xaxes(tickvals=list(range(len(names))), ticktext=names, autorange="reversed", tickangle=-35)
    figure.update_yaxes(tickvals=list(range(len(kept))), ticktext=[label(name) for name in kept.index])
    figure.update_xaxes(showgrid=False).update_yaxes(showgrid=False)
    return figure if kept.size else say_nothing(figure)
