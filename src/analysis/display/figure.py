"""What all plotly figures share: a frame to start from, and the way of every string onto the screen.

Each string that is shown goes through `label`, which keeps its order (`analysis.display.bidi`) and
leaves no markup in it. Labels stand on the right, where Arabic begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import style
from .bidi import direction, isolate
from .language import say
from .markup import shorten

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go


def label(value: object, width: int = 40) -> str:
    """A display string for plotly: one line, cut, escaped, isolated in its own direction.

    Examples
    --------
    >>> from analysis.display.bidi import plain
    >>> plain(label("<b>نبأ</b>"))
    '&lt;b&gt;نبأ&lt;/b&gt;'
    """
    text = shorten(str(value), width)
    return isolate(escape_plotly(text), direction(text))


def escape_plotly(text: str) -> str:
    """Escape for plotly, which knows some tags and these three entities, but no ``&quot;``."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def new_figure(traces: list[Any], title: str, unit: str) -> go.Figure:
    """A figure of `traces` in the project's style, with a title and what its x axis counts."""
    import plotly.graph_objects as go

    title = say(title)

    figure = go.Figure(traces)
    figure.update_layout(
        template=style.plotly_template(), title={"text": label(title, 120), **style.title_place(title)}
    )
    figure.update_xaxes(title=label(say(unit)) if unit else None)
    figure.update_yaxes(side="right")
    return figure


def whole_ticks(counts: Any) -> dict[str, Any]:
    """Small counts get a tick each: there are no halves of articles."""
    few = len(counts) and max(counts) <= 8 and all(count == int(count) for count in counts)
    return {"dtick": 1} if few else {}


def chief_columns(table: pd.DataFrame) -> pd.DataFrame:
    """As many columns as there are colours: the largest, in their order, and the sum of the others."""
    if table.shape[1] <= len(style.PALETTE):
        return table
    by_size = (-table.sum().to_numpy()).argsort(kind="stable")
    kept = sorted(by_size[: len(style.PALETTE) - 1])
    rest = table.iloc[:, by_size[len(style.PALETTE) - 1 :]].sum(axis=1)
    return table.iloc[:, kept].assign(**{say("{number:,} others", number=table.shape[1] - len(kept)): rest})


def say_nothing(figure: go.Figure) -> go.Figure:
    """An empty figure says that it is empty."""
    figure.update_layout(height=180)
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    return figure.add_annotation(text=say("nothing to show"), showarrow=False, xref="paper", yref="paper", x=0.5, y=0.5)
