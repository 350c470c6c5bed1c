"""Who is quoted with whom, as a network (networkx for the layout, plotly for the figure)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import schema
from . import style
from .figure import label, new_figure, say_nothing
from .language import say

if TYPE_CHECKING:
    import networkx
    import pandas as pd
    import plotly.graph_objects as go

_WIDEST = 6.0


def plot_network(pairs: pd.DataFrame, title: str = "Who is quoted with whom", *, most: int = 60) -> go.Figure:
    """Draw pairs of speakers as a network: who stands near is quoted in the same articles.

    Parameters
    ----------
    pairs : pandas.DataFrame
        ``one``, ``other`` and ``articles``, as `analysis.quoted_together` gives them.
    title : str
    most : int, default 60
        Only the most frequent pairs are drawn; a line under the title tells how many there are.

    Returns
    -------
    plotly.graph_objects.Figure
        A disc is a speaker, the larger the more articles join it to others; a line joins two who are quoted in the
        same articles, the wider the more. Colours are groups that are quoted together more than chance would have it.
        The same pairs give the same figure.

    References
    ----------
    Kamada and Kawai 1989, "An algorithm for drawing general undirected graphs"; Fruchterman and Reingold 1991, "Graph
    drawing by force-directed placement"; Blondel, Guillaume, Lambiotte and
    Lefebvre 2008, "Fast unfolding of communities in large networks".

    Examples
    --------
    >>> import pandas as pd
    >>> pairs = pd.DataFrame({"one": ["أ", "أ"], "other": ["ب", "ج"], "articles": [3, 1]})
    >>> len(plot_network(pairs).data[-1].x)
    3
    """
    import plotly.graph_objects as go

    schema.require(pairs, "pairs", "one", "other", "articles")
    kept = pairs.sort_values("articles", ascending=False, kind="stable").head(most)
    names = [*dict.fromkeys([*kept["one"], *kept["other"]])]
    graph, places, groups = _layout(kept, names)
    widest = max(kept["articles"].tolist(), default=1)
    lines = [
        go.Scatter(
            x=[places[a][0], places[b][0]],
            y=[places[a][1], places[b][1]],
            mode="lines",
            line={"width": 0.6 + _WIDEST * joint["weight"] / widest, "color": "rgba(110,118,128,.45)"},
            hoverinfo="skip",
        )
        for a, b, joint in graph.edges(data=True)
    ]
    degree = dict(graph.degree(weight="weight"))
    largest = max(degree.values(), default=1)
    beside = [", ".join(label(names[k]) for k in _nearest(graph, n)) for n in range(len(names))]
    discs = go.Scatter(
        x=[places[n][0] for n in range(len(names))],
        y=[places[n][1] for n in range(len(names))],
        mode="markers+text",
        text=[label(name, 28) for name in names],
        textposition="top center",
        textfont={"size": 12},
        marker={
            "size": [10 + 26 * (degree[n] / largest) ** 0.5 for n in range(len(names))],
            "color": [style.color(groups[n]) for n in range(len(names))],
            "line": {"color": style.PAPER, "width": 1.5},
        },
        customdata=[f"<b>{label(name, 80)}</b><br>{near}" for name, near in zip(names, beside, strict=True)],
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )
    figure = new_figure([*lines, discs], title, "")
    figure.update_layout(height=620, showlegend=False)
    if len(pairs) > most:
        note = say("the {shown:,} most frequent of {all:,} pairs", shown=most, all=len(pairs))
        figure.update_layout(title_subtitle_text=label(note, 120))
    figure.update_xaxes(visible=False, range=[-1.25, 1.25]).update_yaxes(visible=False, range=[-1.15, 1.2])
    return figure if names else say_nothing(figure)


def _layout(
    pairs: pd.DataFrame, names: list[str]
) -> tuple[networkx.Graph, dict[int, tuple[float, float]], dict[int, int]]:
    """The graph, a place for each speaker and the group that each belongs to. Nodes are numbers: sets of them always
    come in the same order, which sets of names do not."""
    import networkx

    number = {name: n for n, name in enumerate(names)}
    graph = networkx.Graph()
    graph.add_nodes_from(range(len(names)))
    for one, other, articles in zip(pairs["one"], pairs["other"], pairs["articles"].tolist(), strict=True):
        graph.add_edge(number[one], number[other], weight=articles)
    if not names:
        return graph, {}, {}
    parts = sorted(map(sorted, networkx.connected_components(graph)), key=lambda part: (-len(part), part))
    places = _spread(graph.subgraph(parts[0]), (-1.0, 1.0), (-0.6 if len(parts) > 1 else -1.0, 1.0))
    step = 2.0 / max(len(parts) - 1, 4)
    for n, part in enumerate(parts[1:]):  # what nothing joins to the others stands in a row below
        left = -1.0 + step * n
        places |= _spread(graph.subgraph(part), (left + 0.15 * step, left + 0.85 * step), (-1.05, -0.85))
    communities = sorted(map(sorted, networkx.community.louvain_communities(graph, seed=0)), key=lambda c: (-len(c), c))
    return graph, places, {n: k for k, members in enumerate(communities) for n in members}


def _spread(
    part: networkx.Graph, across: tuple[float, float], down: tuple[float, float]
) -> dict[int, tuple[float, float]]:
    """Places of a connected part of the graph that fill a box."""
    import networkx
    import numpy as np

    start = networkx.kamada_kawai_layout(part, weight=None)
    found = networkx.spring_layout(part, pos=start, weight=None, k=1.6 / len(part) ** 0.5, iterations=60, seed=0)
    nodes = sorted(found)
    points = np.array([found[n] for n in nodes])
    points -= points.min(axis=0)
    points /= np.maximum(points.max(axis=0), 1e-9)
    corner, far = np.array([across[0], down[0]]), np.array([across[1], down[1]])
    points = (corner + points * (far - corner)).round(3)  # so that no last bit of a machine's arithmetic shows
    return {n: (float(x), float(y)) for n, (x, y) in zip(nodes, points, strict=True)}


def _nearest(graph: networkx.Graph, node: int, most: int = 6) -> list[int]:
    """Those with whom a speaker is quoted most."""
    return sorted(graph[node], key=lambda other: (-graph[node][other]["weight"], other))[:most]
