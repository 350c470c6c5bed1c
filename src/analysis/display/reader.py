"""The reader: one article, right to left, with who says what and when marked in the text itself.

Static HTML: it needs no kernel, no script and no network, so that reports and viewers show it too. A speaker is told
by a number as well as by a colour and a line, so that nobody depends on colours.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from .. import arabic, schema
from . import style
from .bidi import direction
from .markup import Markup, escape
from .spans import Piece, Span, number_speakers, pieces, quote_spans, time_spans
from .table import shown_value

if TYPE_CHECKING:
    import pandas as pd

_LEGEND = " · ".join(f'<span class="naba-{role}">{role}</span>' for role in ("source", "cue", "content"))
_LINES = ("solid", "dashed", "dotted", "double")


def show(
    article: pd.Series | Mapping[str, Any], quotes: pd.DataFrame | None = None, times: pd.DataFrame | None = None
) -> Markup:
    """Show an article with its quotations and time expressions marked.

    Parameters
    ----------
    article : pandas.Series or mapping
        One row of the articles frame: ``doc_id``, ``text``, and what there is of ``title``, ``section``,
        ``published``, ``outlet``, ``author``.
    quotes : pandas.DataFrame, optional
        The quotes frame; rows of other articles are left out.
    times : pandas.DataFrame, optional
        The times frame, likewise.

    Returns
    -------
    Markup
        Rendered by JupyterLab; the markup is in ``.html``, and ``.save(path)`` writes a page.

    Raises
    ------
    ValueError
        If a frame lacks the columns of its schema.

    Examples
    --------
    >>> from analysis import schema
    >>> text = "قال سامر: نعم."
    >>> row = {"doc_id": "a", "start": 10, "end": 13, "speaker": "سامر", "source_start": 4, "source_end": 8}
    >>> page = show({"doc_id": "a", "text": text}, schema.frame("quotes", [row]))
    >>> 'data-n="1"' in page.html
    True
    """
    text, doc_id = article["text"], article["doc_id"]
    said = _of_article(quotes, "quotes", doc_id)
    dated = _of_article(times, "times", doc_id)
    numbers = number_speakers(said)
    spans = [*quote_spans(said, numbers), *time_spans(dated)]
    reader = "naba-" + hashlib.sha256(f"{doc_id} {text}".encode("utf-8", "replace")).hexdigest()[:10]
    rules = _css() + _speaker_css(reader, len(numbers))
    return Markup(
        f'<div class="naba-reader" id="{reader}" lang="ar" dir="rtl">\n<style>{rules}</style>\n'
        f"{_side(reader, said, dated, numbers)}\n"
        f"<article>\n{_head(article)}{_body(article, spans)}</article>\n</div>"
    )


def _of_article(data: pd.DataFrame | None, name: str, doc_id: str) -> pd.DataFrame:
    if data is None:
        return schema.frame(name)
    schema.require(data, name, *schema.FRAMES[name])
    return data[data["doc_id"] == doc_id]


def _css() -> str:
    return (files(__package__) / "reader.css").read_text(encoding="utf-8")


def _speaker_css(reader: str, count: int) -> str:
    """Colour and line of each speaker, and what fades when only one speaker is kept."""
    rules = []
    for n in range(1, count + 1):
        line = _LINES[(n - 1) // len(style.PALETTE) % len(_LINES)]
        rules.append(f"#{reader} .s{n}{{--c:{style.color(n - 1)};--l:{line}}}")
        rules.append(f"#{reader}:has(#{reader}-{n}:checked) article [data-s]:not(.s{n}){{--c:transparent;opacity:.55}}")
    return "".join(rules)


def _head(article: pd.Series | Mapping[str, Any]) -> str:
    """Title and origin, where they are known and the text does not open with them itself."""
    lines = []
    title = _value(article, "title")
    if title and title not in str(article["text"])[:600]:
        lines.append(f"<h3>{_bdi(title)}</h3>\n")
    origin = [_value(article, key) for key in ("outlet", "author", "published", "doc_id")]
    lines.append(f'<p class="naba-origin">{" · ".join(_bdi(part) for part in origin if part)}</p>\n')
    return "".join(lines)


def _value(article: pd.Series | Mapping[str, Any], key: str) -> str:
    return shown_value(article[key]) if key in article and article[key] is not None else ""


def _bdi(text: str) -> str:
    return f'<bdi dir="{direction(text)}">{escape(text)}</bdi>'


def _body(article: pd.Series | Mapping[str, Any], spans: list[Span]) -> str:
    text = article["text"]
    special = {_value(article, "title"): " class=naba-title", _value(article, "section"): " class=naba-section"}
    by_line = _spans_by_line(arabic.paragraphs(text), spans)
    return "".join(
        f"<p{special.get(text[a:b], '')} dir={direction(text[a:b])}>"
        f"{''.join(_piece(text, piece) for piece in pieces(a, b, marks))}</p>\n"
        for (a, b), marks in by_line
    )


def _spans_by_line(lines: list[tuple[int, int]], spans: list[Span]) -> Iterable[tuple[tuple[int, int], list[Span]]]:
    """The spans that touch each line, in one pass over both; a span may reach over several lines."""
    waiting = sorted(spans, key=lambda s: s.start, reverse=True)
    open_: list[Span] = []
    for line in lines:
        open_ = [s for s in open_ if s.end > line[0]]
        while waiting and waiting[-1].start < line[1]:
            open_.append(waiting.pop())
        yield line, open_


def _piece(text: str, piece: Piece) -> str:
    shown = escape(text[piece.start : piece.end])
    if not piece.spans:
        return shown
    quotes = [span for span in piece.spans if span.role != "time"]
    classes = " ".join(dict.fromkeys(f"naba-{span.role}" for span in piece.spans))
    attributes = ""
    if quotes:
        inner = quotes[-1]  # of quotations within each other the innermost speaks
        classes += f" s{inner.speaker}"
        attributes = f' data-s="{inner.speaker}"'
        begins = next((s for s in reversed(quotes) if s.role == "content" and s.start == piece.start), None)
        if begins:
            attributes += f' data-n="{begins.speaker}"'
    notes = " | ".join(dict.fromkeys(span.note for span in reversed(piece.spans) if span.note))
    return f'<span class="{classes}"{attributes} title="{escape(notes)}">{shown}</span>'


def _side(reader: str, said: pd.DataFrame, dated: pd.DataFrame, numbers: dict[str | None, int]) -> str:
    """Speakers with their counts, as the choice of whom to keep."""
    counts = said["speaker"].value_counts(dropna=False)
    rows = [_choice(reader, 0, "all", len(said))] if numbers else ["<p>no quotations found</p>"]
    for speaker, n in numbers.items():
        count = int(counts[speaker]) if speaker is not None else int(said["speaker"].isna().sum())
        rows.append(_choice(reader, n, speaker or "speaker not found", count))
    return (
        f'<aside aria-label="speakers">\n{"".join(rows)}'
        f'<p class="naba-legend">{_LEGEND}<br><bdi class="naba-time" dir="ltr">{len(dated):,} time expressions</bdi></p></aside>'
    )


def _choice(reader: str, number: int, name: str, count: int) -> str:
    checked = "" if number else " checked"
    badge = f'<b class="naba-badge s{number}">{number}</b>' if number else ""
    return (
        f'<label><input type="radio" name="{reader}" id="{reader}-{number}"{checked}>'
        f"{badge}{_bdi(name)}<i>{count:,}</i></label>\n"
    )
