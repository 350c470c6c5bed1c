"""Interactive figures along time (plotly): days, shares or events in, a ``Figure`` out. Time runs from right to left."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from . import style
from .bidi import direction, isolate
from .figure import chief_columns, escape_plotly, label, new_figure, say_nothing, whole_ticks
from .markup import shorten

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go


# The longest span in days that each period of pandas still cuts into a readable number of parts.
_PERIODS = (("D", 92), ("W", 730), ("M", 4000), ("Y", 10**9))
_MARKED = 7  # an event within so many days is drawn as a mark


def plot_days(days: pd.Series, title: str, *, unit: str = "") -> go.Figure:
    """How much falls on each day, week, month or year, whichever leaves a readable number of bars.

    Parameters
    ----------
    days : pandas.Series
        Days (datetime64); missing ones are left out.
    title, unit : str

    Returns
    -------
    plotly.graph_objects.Figure
        Time runs from right to left.
    """
    import plotly.graph_objects as go

    known = days.dropna()
    counts = known.dt.to_period(readable_period(known)).value_counts().sort_index()
    bars = go.Bar(
        x=[period.start_time.isoformat() for period in counts.index],
        y=counts.tolist(),
        width=[(p.end_time - p.start_time).total_seconds() * 800 for p in counts.index],
        customdata=[str(period) for period in counts.index],
        hovertemplate="%{customdata}: %{y:,}<extra></extra>",
    )
    figure = new_figure([bars], title, unit)
    figure.update_layout(height=340, showlegend=False)
    figure.update_xaxes(type="date", autorange="reversed")
    figure.update_yaxes(**whole_ticks(counts))
    return figure if len(known) else say_nothing(figure)


def readable_period(days: pd.Series, fewest: float = 1) -> str:
    """The period of pandas that cuts a span of days into a readable number of parts, a hundred or so at most.

    Parameters
    ----------
    days : pandas.Series
        Days (datetime64); missing ones are left out.
    fewest : float, default 1
        Articles that a period should hold on average, of those periods that hold any: for shares, which jump by
        chance where there are few.

    Returns
    -------
    {"D", "W", "M", "Y"}
        Days, weeks, months or years: the shortest that is readable and holds enough; if none does, the fullest.

    Examples
    --------
    >>> import pandas as pd
    >>> days = pd.Series(pd.date_range("2031-01-01", periods=60))
    >>> readable_period(days), readable_period(days, fewest=5)
    ('D', 'W')
    """
    known = days.dropna()
    span = 0 if known.empty else (known.max() - known.min()).days
    readable = [period for period, longest in _PERIODS if span <= longest]
    held = {period: len(known) / max(1, known.dt.to_period(period).nunique()) for period in readable}
    return next((period for period in readable if held[period] >= fewest), max(readable, key=held.__getitem__))


def plot_shares(shares: pd.DataFrame, title: str, *, unit: str = "", percent: bool = True) -> go.Figure:
    """Shares, or amounts, over time as stacked bars, a colour each.

    Parameters
    ----------
    shares : pandas.DataFrame
        The index is time (a DatetimeIndex or PeriodIndex), the columns are what shares the whole; there are colours
        for eight, so of more the largest seven are kept and the others added up.
    title, unit : str
    percent : bool, default True
        Whether the values are shares of 1; amounts otherwise, which tell how little a bar may rest on.

    Returns
    -------
    plotly.graph_objects.Figure
        Time runs from right to left.
    """
    import pandas as pd
    import plotly.graph_objects as go

    index = shares.index.to_timestamp() if isinstance(shares.index, pd.PeriodIndex) else shares.index
    form = ".0%" if percent else ",.1f"
    stack = [
        go.Bar(
            x=[moment.isoformat() for moment in index],
            y=values.tolist(),
            name=label(column),
            hovertemplate=f"%{{x|%Y-%m-%d}}: %{{y:{form}}}<extra>%{{fullData.name}}</extra>",
        )
        for column, values in chief_columns(shares).items()
    ]
    figure = new_figure(stack, title, unit)
    figure.update_layout(barmode="stack", height=440, legend={"traceorder": "normal"}, showlegend=True)
    figure.update_xaxes(type="date", autorange="reversed")
    figure.update_yaxes(tickformat=".0%" if percent else None)
    return figure if len(shares) else say_nothing(figure)


def plot_timeline(events: pd.DataFrame, title: str = "Timeline", *, most: int = 300) -> go.Figure:
    """Events as marks that pile up on the day they fall on; a line shows the days within which one lies.

    What is known to no more than a month or a year has no place on a day; a line under the title counts it.

    Parameters
    ----------
    events : pandas.DataFrame
        The timeline frame; rows without a day are left out.
    title : str
    most : int
        The most salient events of a week or less are kept; the line under the title tells how many there are.

    Returns
    -------
    plotly.graph_objects.Figure
        Time runs from right to left; the sentence is in the tooltip.
    """
    import plotly.graph_objects as go

    known = events.dropna(subset=["earliest", "latest"])
    dated = known[(known["latest"] - known["earliest"]).dt.days < _MARKED]
    kept = (
        dated.sort_values("salience", ascending=False, kind="stable").head(most).sort_values("earliest", kind="stable")
    )
    middle = kept["earliest"] + (kept["latest"] - kept["earliest"]) / 2
    height = kept.groupby(middle).cumcount() + 1
    traces = []
    for n, kind in enumerate(sorted(kept["kind"].dropna().unique())):
        mine = (kept["kind"] == kind).to_numpy()
        traces.append(
            go.Scatter(
                x=[moment.isoformat() for moment in middle[mine]],
                y=height[mine].tolist(),
                mode="markers",
                name=label(kind),
                marker={"symbol": style.SYMBOLS.get(kind, ("square",))[0], "size": 10, "color": style.color(n)},
                customdata=[_tooltip(row) for row in kept[mine].to_dict("records")],
                hovertemplate="%{customdata}<extra></extra>",
            )
        )
    traces.append(_ranges(kept["earliest"], kept["latest"], height))
    figure = new_figure(traces, title, "")
    notes = [f"the {most} most salient of {len(dated):,} events"] if len(dated) > most else []
    if wide := len(known) - len(dated):
        notes.append(f"{wide:,} known to no more than a month, year or longer are left out")
    figure.update_layout(height=420, showlegend=True, title_subtitle_text="; ".join(notes) or None)
    figure.update_xaxes(type="date", **_first_view(middle))
    figure.update_yaxes(title="events on the day", rangemode="tozero", **whole_ticks(height))
    return figure if len(kept) else say_nothing(figure)


def _first_view(moments: pd.Series) -> dict[str, Any]:
    """Reversed time without far-out moments (Tukey's outer fences), which a double click brings into view."""
    low, high = moments.quantile(0.25), moments.quantile(0.75)
    reach = 3 * (high - low)
    near = moments[(moments >= low - reach) & (moments <= high + reach)]
    if len(near) == len(moments) or near.min() == near.max():
        return {"autorange": "reversed"}
    margin = (near.max() - near.min()) * 0.03
    return {"range": [(near.max() + margin).isoformat(), (near.min() - margin).isoformat()]}


def _ranges(first: pd.Series, last: pd.Series, height: pd.Series) -> go.Scatter:
    """A line from the first to the last day of each event that is wider than a day."""
    import plotly.graph_objects as go

    wide = first < last
    ends = zip(first[wide], last[wide], height[wide], strict=True)
    points = [point for a, b, y in ends for point in ((a.isoformat(), y), (b.isoformat(), y), (None, None))]
    return go.Scatter(
        x=[x for x, _ in points],
        y=[y for _, y in points],
        mode="lines",
        line={"color": style.PALETTE[-1], "width": 1.5},
        name="a day within these",
        hoverinfo="skip",
    )


def _tooltip(event: dict[Any, Any]) -> str:
    """Day or days, then the sentence in lines of its own direction."""
    first, last = event["earliest"].date().isoformat(), event["latest"].date().isoformat()
    lines = textwrap.wrap(shorten(event["text"], 320), 64)
    when = isolate(first if first == last else f"{first} … {last}", "ltr")
    return "<br>".join([f"<b>{when}</b>", *(isolate(escape_plotly(line), direction(event["text"])) for line in lines)])
