"""The timeline as an interactive figure (plotly): it runs from right to left and zooms from years to hours.

Its filters are plotly's own menu, so that they also work in a report that no kernel stands behind.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from . import style
from .bidi import direction, isolate
from .figure import escape_plotly, label, new_figure, say_nothing
from .language import say
from .markup import shorten

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

_MARKED = 7  # an event within so many days is drawn as a mark
_LONGEST = 366  # an event within so many days as a line
_LINES = 40  # that are kept, the most salient
_CHOICES = 10  # names that the menu offers of each sort


def plot_timeline(
    events: pd.DataFrame,
    title: str = "Timeline",
    *,
    articles: pd.DataFrame | None = None,
    topics: Mapping[str, str] | pd.Series | None = None,
    most: int = 300,
) -> go.Figure:
    """Events as marks that pile up on the day they fall on; a line shows the days within which one lies.

    A mark stands at the hour of its event where that is known, so that a day can be zoomed into. What is known to
    no more than a month, a quarter or a year lies as a line below the days, once its entry in the legend is clicked.
    A menu leaves only the events of one speaker, or of one topic.

    Parameters
    ----------
    events : pandas.DataFrame
        The timeline frame; rows without a day are left out.
    title : str
    articles : pandas.DataFrame, optional
        The articles frame: tooltips then name the article by its title and its outlet.
    topics : mapping of str to str, optional
        The topic of an article by its ``doc_id``: with it the menu offers the commonest topics too.
    most : int
        The most salient events of a week or less are kept; the line under the title tells how many there are.

    Returns
    -------
    plotly.graph_objects.Figure
        Time runs from right to left; the sentence and its article are in the tooltip.
    """
    known = events.dropna(subset=["earliest", "latest"])
    days = (known["latest"] - known["earliest"]).dt.days
    dated, wide = known[days < _MARKED], known[(days >= _MARKED) & (days < _LONGEST)]
    kept = _placed(_most_salient(dated, most))
    kept["tooltip"] = _tooltips(kept, articles)
    kinds = sorted(kept["kind"].dropna().unique())
    figure = new_figure([*_marks(kept, kinds), _ranges(kept), *_long(wide, articles)], title, "")
    notes = []
    if len(dated) > most:
        notes.append(say("the {shown:,} most salient of {all:,} events", shown=most, all=len(dated)))
    if len(wide) > _LINES:
        known_to = "{shown:,} of {all:,} known to a month or a year wait in the legend"
        notes.append(say(known_to, shown=_LINES, all=len(wide)))
    elif len(wide):
        notes.append(say("{count:,} known to a month or a year wait in the legend", count=len(wide)))
    if undrawn := len(known) - len(dated) - len(wide):
        notes.append(say("{count:,} known to longer are left out", count=undrawn))
    figure.update_layout(
        height=440, showlegend=True, title_subtitle_text=label(" · ".join(notes), 200) if notes else None
    )
    figure.update_xaxes(type="date", **_first_view(kept["moment"]))
    figure.update_yaxes(title=label(say("events on the day")), rangemode="tozero", tickvals=_ticks(kept["height"]))
    if menu := _menu(kept, kinds, topics):
        away = "left" if direction(say(title)) == "rtl" else "right"  # from the title
        figure.update_layout(updatemenus=[{**menu, "x": float(away == "right"), "xanchor": away}], margin_t=92)
    return figure if len(kept) else say_nothing(figure)


def _ticks(heights: pd.Series) -> list[int]:
    """Whole numbers, five or so: the lines below the days have no height."""
    highest = int(heights.max()) if len(heights) else 1
    step = next(step for step in (1, 2, 5, 10, 20, 50, 10**6) if highest <= 5 * step)
    return list(range(step, highest + 1, step))


def _most_salient(events: pd.DataFrame, most: int) -> pd.DataFrame:
    chosen = events.sort_values("salience", ascending=False, kind="stable").head(most)
    return chosen.sort_values("earliest", kind="stable").reset_index(drop=True)


def _placed(events: pd.DataFrame) -> pd.DataFrame:
    """The events with the moment at which each is marked, and how high in the heap of its day."""
    import pandas as pd

    middle = events["earliest"] + (events["latest"] - events["earliest"]) / 2
    clock = events["clock"] if "clock" in events else pd.Series(None, index=events.index, dtype="str")
    hours = pd.to_timedelta(clock.fillna("00:00") + ":00")
    height = events.groupby(middle.dt.normalize()).cumcount() + 1
    return events.assign(moment=middle + hours, height=height)


def _marks(events: pd.DataFrame, kinds: list[str]) -> list[go.Scatter]:
    import plotly.graph_objects as go

    return [
        go.Scatter(
            **_points(events[events["kind"] == kind]),
            mode="markers",
            name=label(say(kind)),
            marker={"symbol": style.SYMBOLS.get(kind, ("square",))[0], "size": 10, "color": style.color(n)},
            hovertemplate="%{customdata}<extra></extra>",
        )
        for n, kind in enumerate(kinds)
    ]


def _points(events: pd.DataFrame) -> dict[str, list[Any]]:
    return {
        "x": [moment.isoformat() for moment in events["moment"]],
        "y": events["height"].tolist(),
        "customdata": events["tooltip"].tolist(),
    }


def _spans(events: pd.DataFrame) -> dict[str, list[Any]]:
    """A line from the first to the last day of each event that is wider than a day."""
    wide = events[events["earliest"] < events["latest"]]
    ends = zip(wide["earliest"], wide["latest"], wide["height"], strict=True)
    points = [point for a, b, y in ends for point in ((a.isoformat(), y), (b.isoformat(), y), (None, None))]
    return {"x": [x for x, _ in points], "y": [y for _, y in points]}


def _ranges(events: pd.DataFrame) -> go.Scatter:
    import plotly.graph_objects as go

    line = {"color": style.PALETTE[-1], "width": 1.5}
    return go.Scatter(
        **_spans(events), mode="lines", line=line, name=label(say("a day within these")), hoverinfo="skip"
    )


def _long(events: pd.DataFrame, articles: pd.DataFrame | None) -> Iterator[go.Scatter]:
    """What is known to a month, a quarter or a year: lines in as few rows below the days as they need."""
    import plotly.graph_objects as go

    if events.empty:
        return
    lines = _most_salient(events, _LINES)
    free: list[Any] = []
    x, y, shown = [], [], []
    for row, tooltip in zip(lines.itertuples(), _tooltips(lines, articles), strict=True):
        lane = next((k for k, last in enumerate(free) if last < row.earliest), len(free))
        free[lane : lane + 1] = [row.latest]
        x += [
            row.earliest.isoformat(),
            (row.earliest + (row.latest - row.earliest) / 2).isoformat(),
            row.latest.isoformat(),
            None,
        ]
        y += [-1 - lane] * 3 + [None]
        shown += [tooltip] * 4
    yield go.Scatter(
        x=x,
        y=y,
        customdata=shown,
        mode="lines+markers",
        name=label(say("a month or more")),
        visible="legendonly",
        line={"color": style.color(3), "width": 3},
        marker={"size": 6},
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip


def _menu(
    events: pd.DataFrame, kinds: list[str], topics: Mapping[str, str] | pd.Series | None
) -> dict[str, Any] | None:
    """A menu that redraws the marks for the events of one speaker, or of one topic."""
    choices = list(_choices(events, topics))
    if not choices:
        return None
    indices = list(range(len(kinds) + 1))  # the marks of each kind, and the ranges
    buttons = []
    for name, chosen in [(say("everything"), events), *choices]:
        heaped = _placed(chosen)
        points = [_points(heaped[heaped["kind"] == kind]) for kind in kinds]
        spans = _spans(heaped)
        data = {
            "x": [*(p["x"] for p in points), spans["x"]],
            "y": [*(p["y"] for p in points), spans["y"]],
            "customdata": [*(p["customdata"] for p in points), []],
        }
        buttons.append({"label": label(name, 44), "method": "restyle", "args": [data, indices]})
    place = {"y": 1.02, "yanchor": "bottom", "direction": "down", "showactive": True}
    return {"buttons": buttons, **place, "bgcolor": style.PAPER, "bordercolor": style.GRID, "pad": {"b": 4}}


def _choices(events: pd.DataFrame, topics: Mapping[str, str] | pd.Series | None) -> Iterator[tuple[str, pd.DataFrame]]:
    """The commonest speakers and topics, each with its events."""
    import pandas as pd

    spoken = events["speakers"].map(lambda names: list(names) if isinstance(names, list) else [])
    for name, count in spoken.explode().dropna().value_counts().head(_CHOICES).items():
        yield (
            say("speaker: {name} ({count:,})", name=name, count=count),
            events[spoken.map(lambda names, one=name: one in names)],
        )
    if topics is not None:
        told = events["doc_id"].map(pd.Series(topics, dtype="str"))
        for name, count in told.value_counts().head(_CHOICES).items():
            yield say("topic: {name} ({count:,})", name=name, count=count), events[told == name]


def _first_view(moments: pd.Series) -> dict[str, Any]:
    """Reversed time without far-out moments (Tukey's outer fences), which a double click brings into view."""
    low, high = moments.quantile(0.25), moments.quantile(0.75)
    reach = 3 * (high - low)
    near = moments[(moments >= low - reach) & (moments <= high + reach)]
    if len(near) == len(moments) or near.min() == near.max():
        return {"autorange": "reversed"}
    margin = (near.max() - near.min()) * 0.03
    return {"range": [(near.max() + margin).isoformat(), (near.min() - margin).isoformat()]}


def _tooltips(events: pd.DataFrame, articles: pd.DataFrame | None) -> list[str]:
    titles: dict[Any, list[str]] = {}
    if articles is not None:
        columns = [column for column in ("title", "outlet") if column in articles]
        rows = articles[columns].astype("object").to_numpy()
        named = [[str(value) for value in row if isinstance(value, str) and value] for row in rows]
        titles = dict(zip(articles["doc_id"], named, strict=True))
    return [_tooltip(row, titles.get(row["doc_id"]) or [str(row["doc_id"])]) for row in events.to_dict("records")]


def _tooltip(event: Mapping[Any, Any], article: list[str]) -> str:
    """When, then the sentence and its article in lines of their own direction."""
    first, last = event["earliest"].date().isoformat(), event["latest"].date().isoformat()
    clock = event.get("clock")
    when = f"{first} {clock}" if isinstance(clock, str) else first if first == last else f"{first} … {last}"
    told = int(event.get("sources") or 1)
    wrapped = textwrap.wrap(shorten(event["text"], 320), 64)
    lines = [isolate(escape_plotly(line), direction(event["text"])) for line in wrapped]
    more = f" + {told - 1}" if told > 1 else ""
    source = shorten(" · ".join(article), 80) + more
    return "<br>".join(
        [f"<b>{isolate(when, 'ltr')}</b>", *lines, f"<i>{isolate(escape_plotly(source), direction(source))}</i>"]
    )
