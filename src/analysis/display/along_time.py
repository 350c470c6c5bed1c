"""Interactive figures along time (plotly): days or shares in, a ``Figure`` out. Time runs from right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .figure import chief_columns, label, new_figure, say_nothing, whole_ticks

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go


# The longest span in days that each period of pandas still cuts into a readable number of parts.
_PERIODS = (("D", 92), ("W", 730), ("M", 4000), ("Y", 10**9))


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
