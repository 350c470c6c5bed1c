"""One speaker in four small figures (plotly): when, on what, where, and with whom they are quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import voices
from . import style
from .along_time import readable_period
from .figure import label, new_figure, whole_ticks
from .language import say

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

_MOST = 8
_WIDTH = 0.4  # of the figure for each of the four; the rest is room for labels
_PANELS = (
    ("topics", "on what", "x2", "y2", (0.0, 1.0)),
    ("outlets", "where", "x3", "y3", (1.0, 0.0)),
    ("together", "quoted beside", "x4", "y4", (0.0, 0.0)),
)


def profile(speaker: str, statements: pd.DataFrame, *, by: str = "speaker") -> go.Figure:
    """Draw what a corpus tells of one speaker: statements in time, topics, outlets or media, who is quoted beside.

    Parameters
    ----------
    speaker : str
        As in the column `by`.
    statements : pandas.DataFrame
        The quotes frame, with ``day``, ``outlet`` and ``topic`` where they are known: see `analysis.join_statements`.
    by : str, default "speaker"

    Returns
    -------
    plotly.graph_objects.Figure
        Four figures; the line under the title counts statements, articles and those quoted word for word. Where no
        outlet is known the media that the statements came through stand in its place. What is not known stays empty.

    Raises
    ------
    ValueError
        If nobody of this name is quoted; it names the nearest ones.

    Examples
    --------
    >>> import pandas as pd
    >>> quotes = pd.DataFrame({"doc_id": ["a", "a"], "speaker": ["سامر", "سلمى"], "kind": ["direct", "direct"]})
    >>> profile("سامر", quotes).data[-1].x
    (1,)
    """
    import plotly.graph_objects as go

    told = voices.portrait(speaker, statements, by=by)
    if told["outlets"].empty:
        told["outlets"] = told["media"]
    own = statements[statements[by] == speaker]
    figure = new_figure([], speaker, "")
    period = readable_period(told["days"])
    counts = told["days"].dt.to_period(period).value_counts().sort_index()
    figure.add_trace(
        go.Bar(
            x=[day.start_time.isoformat() for day in counts.index],
            y=counts.tolist(),
            width=[(day.end_time - day.start_time).total_seconds() * 800 for day in counts.index],
            customdata=[str(day) for day in counts.index],
            hovertemplate="%{customdata}: %{y:,}<extra></extra>",
        )
    )
    figure.update_layout(xaxis=_place(1.0, 1.0)[0] | {"type": "date", "autorange": "reversed", "nticks": 5})
    figure.update_layout(yaxis=_place(1.0, 1.0)[1] | {"rangemode": "tozero", "tickformat": ",d"})
    _head(figure, "when", 1.0, 1.0, told["days"].empty)
    for n, (name, head, x, y, (right, top)) in enumerate(_PANELS, 1):
        shown = told[name].head(_MOST).iloc[::-1]
        figure.add_trace(_bars(shown, x, y, style.color(n)))
        across, down = _place(right, top)
        across |= {
            "anchor": y,
            "autorange": "reversed",
            "rangemode": "tozero",
            "nticks": 5,
            "tickformat": ",d",
        } | whole_ticks(shown)
        figure.update_layout({f"xaxis{x[1:]}": across})
        names = {"tickvals": list(range(len(shown))), "ticktext": [label(one, 24) for one in shown.index]}
        names["range"] = [len(shown) - _MOST - 0.5, len(shown) - 0.5]  # bars of one thickness, from the top
        figure.update_layout({f"yaxis{y[1:]}": down | names | {"anchor": x, "showgrid": False}})
        _head(figure, head, right, top, shown.empty)
    direct = int((own["kind"] == "direct").sum()) if "kind" in own else 0
    facts = say(
        "{count:,} statements in {articles:,} articles, {direct:,} of them direct",
        count=len(own),
        articles=own["doc_id"].nunique(),
        direct=direct,
    )
    figure.update_layout(height=640, showlegend=False, title_subtitle_text=label(facts, 120), margin_t=125)
    return figure


def _bars(counts: pd.Series, x: str, y: str, color: str) -> go.Bar:
    import plotly.graph_objects as go

    return go.Bar(
        x=counts.tolist(),
        y=list(range(len(counts))),
        orientation="h",
        xaxis=x,
        yaxis=y,
        marker_color=color,
        customdata=[label(name, 120) for name in counts.index],
        hovertemplate="%{customdata}: %{x:,}<extra></extra>",
    )


def _place(right: float, top: float) -> tuple[dict[str, Any], dict[str, Any]]:
    """The axes of one of the four: on the right or left, on top or below."""
    across = {"domain": [1 - _WIDTH, 1.0] if right else [0.0, _WIDTH]}
    down = {"domain": [0.6, 1.0] if top else [0.0, 0.4], "side": "right"}
    return across, down


def _head(figure: go.Figure, text: str, right: float, top: float, empty: bool) -> None:
    across, down = _place(right, top)
    shown = say("{panel}: not known", panel=say(text)) if empty else say(text)
    corner = {"x": across["domain"][1], "y": down["domain"][1], "xref": "paper", "yref": "paper"}
    figure.add_annotation(text=f"<b>{label(shown)}</b>", xanchor="right", yanchor="bottom", showarrow=False, **corner)
