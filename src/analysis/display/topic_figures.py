"""Interactive figures of topics (plotly): how many there are, how they come and go, which belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import style
from .figure import label, new_figure, say_nothing
from .language import say

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

_MOST_LINES = len(style.PALETTE)


def plot_topic_number(curve: pd.DataFrame, chosen: int, title: str = "How many topics") -> go.Figure:
    """Separation, stability and their product for each number of topics, with the number that was chosen.

    Parameters
    ----------
    curve : pandas.DataFrame
        ``auto_curve_`` of a `analysis.TopicModel`: ``n_topics``, ``separation``, ``stability``, ``score``, ``error``.
    chosen : int
        ``n_topics_``.
    title : str

    Returns
    -------
    plotly.graph_objects.Figure
    """
    import plotly.graph_objects as go

    dashes = {"separation": "dot", "stability": "dash", "score": "solid"}
    told = {"score": "score: their product"}
    lines = [
        go.Scatter(
            x=curve["n_topics"].tolist(),
            y=curve[name].tolist(),
            name=label(say(told.get(name, name))),
            mode="lines+markers",
            line={"dash": dash, "width": 3 if name == "score" else 1.5},
            error_y={"array": curve["error"].tolist(), "thickness": 1} if name == "score" else None,
            hovertemplate=f"%{{x}} topics, {name}: %{{y:.2f}}<extra></extra>",
        )
        for name, dash in dashes.items()
    ]
    figure = new_figure(lines, title, "topics")
    figure.update_layout(height=360)
    if len(curve):
        figure.add_vline(x=chosen, line={"color": style.INK, "width": 1, "dash": "dash"})
        figure.add_annotation(
            x=chosen,
            y=1,
            yref="paper",
            text=label(say("{number:,} chosen", number=chosen)),
            xanchor="left",
            showarrow=False,
        )
    figure.update_xaxes(dtick=1 if len(curve) <= 30 else None)
    return figure if len(curve) else say_nothing(figure)


def plot_topic_trends(over_time: pd.DataFrame, labels: pd.Series, title: str, *, unit: str = "") -> go.Figure:
    """Smoothed share of each topic along time, its bursts marked.

    Parameters
    ----------
    over_time : pandas.DataFrame
        From `analysis.TopicModel.over_time`. Of more than eight topics the largest are drawn, those with bursts first.
    labels : pandas.Series
        Topic to label.
    title, unit : str

    Returns
    -------
    plotly.graph_objects.Figure
        Time runs from right to left.
    """
    import plotly.graph_objects as go

    sizes = over_time.groupby("topic").agg(burst=("burst", "any"), weight=("weight", "sum"))
    kept = sorted(sizes.sort_values(["burst", "weight"], ascending=False, kind="stable").index[:_MOST_LINES])
    traces: list[Any] = []
    for number, topic in enumerate(kept):
        mine = over_time[over_time["topic"] == topic]
        name, color = label(labels.get(topic) or say("no words")), style.color(number)
        burst = mine[mine["burst"]]
        common = {"legendgroup": str(topic), "name": name}
        traces.append(
            go.Scatter(
                x=[moment.isoformat() for moment in mine["period"]],
                y=mine["smoothed"].tolist(),
                mode="lines",
                line={"color": color, "width": 2},
                customdata=mine["share"].tolist(),
                hovertemplate="%{x|%Y-%m-%d}: %{y:.0%} smoothed, %{customdata:.0%} as it is<extra>%{fullData.name}</extra>",
                **common,
            )
        )
        traces.append(
            go.Scatter(
                x=[moment.isoformat() for moment in burst["period"]],
                y=burst["smoothed"].tolist(),
                mode="markers",
                marker={"color": color, "size": 11, "symbol": "star", "line": {"color": style.INK, "width": 1}},
                showlegend=False,
                hovertemplate="%{x|%Y-%m-%d}: a burst<extra>%{fullData.name}</extra>",
                **common,
            )
        )
    shown = title
    if len(sizes) > _MOST_LINES:
        shown = say("{title} ({shown:,} of {all:,})", title=say(title), shown=_MOST_LINES, all=len(sizes))
    figure = new_figure(traces, shown, unit)
    figure.update_layout(height=460, legend={"traceorder": "normal"}, showlegend=True)
    figure.update_xaxes(type="date", autorange="reversed")
    figure.update_yaxes(tickformat=".0%", rangemode="tozero")
    return figure if len(over_time) else say_nothing(figure)


def plot_topic_tree(tree: pd.DataFrame, labels: pd.Series, title: str = "Which topics belong together") -> go.Figure:
    """The tree of topics: what is joined near the names is alike.

    Parameters
    ----------
    tree : pandas.DataFrame
        From `analysis.TopicModel.hierarchy`.
    labels : pandas.Series
        Topic to label.
    title : str

    Returns
    -------
    plotly.graph_objects.Figure
    """
    import plotly.graph_objects as go

    if tree.empty:
        return say_nothing(new_figure([], title, ""))
    joins = {row.node: row for row in tree.itertuples()}
    order, waiting = [], [int(tree["node"].iloc[-1])]
    while waiting:
        node = waiting.pop()
        if node in joins:
            waiting += [joins[node].right, joins[node].left]
        else:
            order.append(node)
    height = {topic: float(place) for place, topic in enumerate(reversed(order))}
    depth = dict.fromkeys(order, 0.0)
    x: list[float | None] = []
    y: list[float | None] = []
    for row in tree.itertuples():
        a, b = row.left, row.right
        x += [depth[a], row.distance, row.distance, depth[b], None]
        y += [height[a], height[a], height[b], height[b], None]
        height[row.node], depth[row.node] = (height[a] + height[b]) / 2, row.distance
    lines = go.Scatter(x=x, y=y, mode="lines", line={"color": style.PALETTE[0], "width": 2}, hoverinfo="skip")
    nodes = go.Scatter(
        x=tree["distance"].tolist(),
        y=[height[node] for node in tree["node"]],
        mode="markers",
        marker={"color": style.PALETTE[0], "size": 9},
        customdata=[label("، ".join(terms), 120) for terms in tree["terms"]],
        hovertemplate="%{customdata}<extra></extra>",
    )
    figure = new_figure([lines, nodes], title, "distance of their words")
    names = [label(labels.get(topic) or say("no words")) for topic in order]
    figure.update_layout(height=150 + 30 * len(order), showlegend=False)
    figure.update_xaxes(autorange="reversed", rangemode="tozero")
    figure.update_yaxes(tickvals=[height[topic] for topic in order], ticktext=names, showgrid=False)
    return figure
