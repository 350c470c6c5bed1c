"""One look for all figures: colours told apart by every eye, type made for Arabic, plotly and matplotlib alike."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .bidi import direction
from .language import set_language

if TYPE_CHECKING:
    import plotly.graph_objects as go

#: Colour-blind safe, in order of use: Okabe and Ito 2008, "Color Universal Design", without yellow on white.
PALETTE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7F6A00", "#5F5F5F")
#: Marks of the kinds of event, in plotly and in matplotlib.
SYMBOLS = {"event": ("circle", "o"), "statement": ("diamond", "D"), "plan": ("triangle-down", "v")}
INK, PAPER, GRID = "#22252a", "#ffffff", "#e3e6ea"
#: The first that a reader's machine has; each of them was drawn for running Arabic.
FONTS = '"Noto Sans Arabic", "Noto Naskh Arabic", "Segoe UI", "Geeza Pro", "DejaVu Sans", sans-serif'


def color(index: int) -> str:
    """Colour number `index` of the palette, which starts again after its last."""
    return PALETTE[index % len(PALETTE)]


def ink_on(background: str) -> str:
    """Black or white, whichever stands out more on a colour (contrast ratio of WCAG 2.2).

    Examples
    --------
    >>> ink_on("#0072B2"), ink_on("#E69F00")
    ('#fff', '#000')
    """
    parts = [int(background[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "#fff" if 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 else "#000"


@cache
def plotly_template() -> Any:
    """The plotly template ``naba``: quiet grid, Arabic type, room for labels on the right.

    Returns
    -------
    plotly.graph_objects.layout.Template
    """
    import plotly.graph_objects as go

    axis = {"gridcolor": GRID, "linecolor": GRID, "zerolinecolor": GRID, "automargin": True, "title": {"standoff": 12}}
    return go.layout.Template(
        layout={
            "colorway": list(PALETTE),
            "font": {"family": FONTS, "size": 14, "color": INK},
            "title": {"xref": "paper", "font": {"size": 17}},
            "paper_bgcolor": PAPER,
            "plot_bgcolor": PAPER,
            "xaxis": axis,
            "yaxis": axis | {"ticklabelstandoff": 8},
            "margin": {"l": 40, "r": 40, "t": 64, "b": 48},
            "hoverlabel": {"align": "right", "font": {"family": FONTS}},
            "legend": {
                "orientation": "h",
                "x": 1,
                "xanchor": "right",
                "y": 0,
                "yanchor": "bottom",
                "yref": "container",
            },
            "bargap": 0.25,
        }
    )


def title_place(title: str) -> dict[str, Any]:
    """Where plotly puts a title: at the side that it is read from."""
    side = "right" if direction(title) == "rtl" else "left"
    below = {
        "y": 1,
        "yref": "container",
        "yanchor": "top",
        "pad": {"t": 26},
    }  # plotly's buttons, which are on the right
    return {"x": float(side == "right"), "xanchor": side} | (below if side == "right" else {})


@cache
def register_fonts() -> tuple[str, ...]:
    """Make Noto Sans Arabic known to matplotlib, which caches its list of fonts.

    Returns
    -------
    tuple of str
        Font families, the best first.
    """
    from matplotlib import font_manager

    for path in _font_files():
        font_manager.fontManager.addfont(path)
    return ("Noto Sans Arabic", "DejaVu Sans")


def matplotlib_style() -> dict[Any, Any]:
    """Settings for ``matplotlib.rc_context``: the same type, colours and grid as in plotly.

    Returns
    -------
    dict
        Keys and values of ``matplotlib.rcParams``.
    """
    from cycler import cycler

    return {
        "font.family": list(register_fonts()),
        "text.parse_math": False,  # two dollar signs in a headline are prices, not a formula
        "text.color": INK,
        "axes.labelcolor": INK,
        "axes.edgecolor": GRID,
        "axes.prop_cycle": cycler(color=PALETTE),
        "axes.spines.top": False,
        "axes.spines.left": False,
        "grid.color": GRID,
        "figure.dpi": 110,
        "savefig.dpi": 200,
        "svg.hashsalt": "naba",
    }


def set_theme(language: str = "en") -> None:
    """Set this kernel up for the figures: call it once at the top of a notebook.

    plotly figures are displayed as data (the type ``application/vnd.plotly.v1+json``), which JupyterLab draws and
    which keeps notebooks small and the same in each run; matplotlib figures get an Arabic font.

    Parameters
    ----------
    language : {"en", "ar"}
        The language of titles, axes, menus and the reader, as `set_language` takes it.

    Raises
    ------
    ValueError
        For another language.
    """
    set_language(language)
    import matplotlib as mpl
    from IPython import get_ipython

    mpl.rcParams.update(matplotlib_style())
    if shell := get_ipython():
        # plotly's own renderers would do the same, but take 1.5 s of imports (nbformat with all its validators).
        shell.display_formatter.ipython_display_formatter.for_type_by_name(
            "plotly.graph_objs._figure", "Figure", _display_as_data
        )
        shell.run_line_magic("matplotlib", "inline")


def _display_as_data(figure: go.Figure) -> None:
    import json

    from IPython.display import display

    display({"application/vnd.plotly.v1+json": json.loads(figure.to_json())}, raw=True)


@cache
def font_face() -> str:
    """CSS that brings the Arabic font along inside a page, for readers whose machine has none.

    Returns
    -------
    str
        An ``@font-face`` rule with the font as WOFF in base64, about 600 kB; the same bytes each time.
    """
    import base64
    import io

    from fontTools.ttLib import TTFont

    compressed = io.BytesIO()
    font = TTFont(_font_files()[0], recalcTimestamp=False)
    font.flavor = "woff"
    font.save(compressed)
    data = base64.b64encode(compressed.getvalue()).decode("ascii")
    source = f'url("data:font/woff;base64,{data}") format("woff")'
    return f'@font-face{{font-family:"Noto Sans Arabic";font-weight:100 900;src:local("Noto Sans Arabic"),{source}}}'


def _font_files() -> list[Path]:
    import fontpkg_noto_sans_arabic

    return sorted(fontpkg_noto_sans_arabic.ROOT.rglob("*.ttf"))
