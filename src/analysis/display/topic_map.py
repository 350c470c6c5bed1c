"""A map of articles by topic: hover over a point, circle some with the mouse, read them beneath.

One piece of HTML with a small script of its own: the same in JupyterLab and in a report, without network. Without the
script (an untrusted notebook) the map and its tooltips are there all the same.
"""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from . import style
from .bidi import direction
from .language import say
from .markup import Markup, escape, shorten
from .table import shown_value

if TYPE_CHECKING:
    import pandas as pd

_WIDTH, _HEIGHT, _MARGIN = 1000, 620, 24
_LISTED = 200
_CHARACTERS = 2_000_000  # of all texts together: what a page carries lightly
# Round the origin, so that more topics than colours are told by shape: circle, square, diamond, triangle.
_SHAPES = (
    "m-{r},0a{r},{r} 0 1,0 {d},0a{r},{r} 0 1,0 -{d},0z",
    "m-{r},-{r}h{d}v{d}h-{d}z",
    "m0,-{r}l{r},{r}l-{r},{r}l-{r},-{r}z",
    "m0,-{r}l{r},{d}h-{d}z",
)


def show_map(
    points: pd.DataFrame, topics: pd.DataFrame, articles: pd.DataFrame, *, title: str = "Map of the articles"
) -> Markup:
    """Show the map of `analysis.TopicModel.project`, from any point of which one gets to the article.

    Parameters
    ----------
    points : pandas.DataFrame
        ``doc_id``, ``start``, ``end``, ``topic``, ``weight``, ``x``, ``y``; a point each. ``attrs["n_units"]``, where
        it is there, tells of how many units they are a sample.
    topics : pandas.DataFrame
        ``topic`` and ``label``.
    articles : pandas.DataFrame
        ``doc_id`` and ``text``, and what there is of ``title``, ``outlet`` and ``published``.
    title : str

    Returns
    -------
    Markup
        Rendered by JupyterLab; ``.save(path)`` writes a page.

    Examples
    --------
    >>> import pandas as pd
    >>> point = {"doc_id": "a", "start": 0, "end": 4, "topic": 0, "weight": 1.0, "x": 0.0, "y": 0.0}
    >>> topics = pd.DataFrame({"topic": [0], "label": ["بحر"]})
    >>> page = show_map(pd.DataFrame([point]), topics, pd.DataFrame({"doc_id": ["a"], "text": ["<موج>"]}))
    >>> "بحر" in page.html and "<موج>" not in page.html
    True
    """
    title = say(title)
    labels = dict(zip(topics["topic"], topics["label"], strict=True))
    rows = articles.drop_duplicates("doc_id").set_index("doc_id").reindex(points["doc_id"].unique())
    known = dict(zip(rows.index, rows.to_dict("records"), strict=True))
    longest = _longest(points["end"] - points["start"])
    read = [_article(point, known[point.doc_id], labels, longest) for point in points.itertuples()]
    x, y = _scaled(points["x"], _WIDTH), _scaled(points["y"], _HEIGHT)
    marks = [
        f'<path data-i="{i}" data-topic="{topic}" data-x="{a}" data-y="{b}" fill="{_color(topic)}" '
        f'd="M{a},{b}{_shape(topic, 6)}"><title>{escape(one["title"])}\n{escape(one["note"])}</title></path>'
        for i, (one, topic, a, b) in enumerate(zip(read, points["topic"], x, y, strict=True))
    ]
    data = json.dumps(read, ensure_ascii=False).replace("<", "\\u003c")
    name = "naba-map-" + hashlib.sha256(f"{title} {data} {x} {y}".encode()).hexdigest()[:10]
    script = (files(__package__) / "topic_map.js").read_text(encoding="utf-8").strip()
    css = (files(__package__) / "topic_map.css").read_text(encoding="utf-8")
    return Markup(
        f'<div class="naba-map" id="{name}" dir="rtl" lang="ar">\n<style>{css}</style>\n'
        f'<p dir="{direction(title)}"><b>{escape(title)}</b></p>\n'
        f'<div class="naba-map-topics">{_legend(points, labels)}</div>\n'
        f'<svg class="naba-map-plot" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(title)}">'
        f"{''.join(marks)}</svg>\n"
        f'<p class="naba-map-note" dir="{direction(_note(points))}">{_note(points)} <span class="naba-map-picked"></span></p>\n'
        f'<div class="naba-map-read"><ol></ol><article></article></div>\n'
        f'<script>{script}("{name}", {data}, {_LISTED});</script>\n</div>'
    )


def _article(point: Any, row: dict[str, Any], labels: dict[int, str | None], longest: int) -> dict[str, str]:
    """What is listed and read of a point: an article, or its paragraph where that is the unit."""
    whole = row["text"] if isinstance(row["text"], str) else ""
    text = whole[point.start : point.end]
    name = _value(row, "title") or text
    origin = (_value(row, "outlet"), _value(row, "published"), point.doc_id)
    label = labels.get(point.topic) or say("no topic")
    cut = text if len(text) <= longest else text[:longest] + " …"
    note = " · ".join(part for part in (label, *origin) if part)
    return {"title": shorten(name, 90), "note": note, "text": cut.strip(), "dir": direction(text)}


def _longest(lengths: pd.Series) -> int:
    """So many characters of a text at most: all, or as many as let the texts share the room evenly."""
    room, left = _CHARACTERS, len(lengths)
    for length in sorted(lengths):
        if length * left > room:
            return int(room // left)
        room, left = room - length, left - 1
    return _CHARACTERS


def _value(row: dict[str, Any], key: str) -> str:
    return shown_value(row[key]) if row.get(key) is not None else ""


def _legend(points: pd.DataFrame, labels: dict[int, str | None]) -> str:
    counts = points["topic"].value_counts().sort_index()
    return "".join(
        f'<button type="button" data-topic="{topic}" aria-pressed="false"><svg viewBox="-9 -9 18 18" aria-hidden="true">'
        f'<path fill="{_color(topic)}" d="M0,0{_shape(topic, 8)}"/></svg> '
        f'<bdi dir="rtl">{escape(labels.get(topic) or say("no topic"))}</bdi> <small>{count:,}</small></button>'
        for topic, count in counts.items()
    )


def _note(points: pd.DataFrame) -> str:
    total = points.attrs.get("n_units", len(points))
    if not len(points):
        return say("nothing to show")
    drawn = say("{count:,} points", count=len(points))
    if total > len(points):
        drawn = say("a sample of {shown:,} of {all:,} texts", shown=len(points), all=total)
    return f"{drawn} · {say('circle some with the mouse, or click one, to read.')}"


def _scaled(values: pd.Series, size: int) -> list[float]:
    low, reach = values.min(), values.max() - values.min()
    if not reach > 0:
        return [size / 2] * len(values)
    return [round(_MARGIN + (value - low) / reach * (size - 2 * _MARGIN), 1) for value in values]


def _color(topic: int) -> str:
    return style.color(topic) if topic >= 0 else style.GRID


def _shape(topic: int, radius: int) -> str:
    return _SHAPES[max(topic, 0) // len(style.PALETTE) % len(_SHAPES)].format(r=radius, d=2 * radius)
