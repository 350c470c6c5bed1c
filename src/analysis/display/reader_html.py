"""The reader's HTML: an article with its annotations marked, whom and when to choose, and a note on each mark.

All that the text and the frames bring along is escaped here. A speaker is told by a number and a line as well as by a
colour, so that nobody depends on colours (WCAG 2.2, criterion 1.4.1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from .. import arabic
from . import style
from .bidi import direction
from .language import say
from .markup import escape
from .spans import Piece, Span, known, number_speakers, pieces, quote_spans, time_spans
from .table import bdi, shown_value

if TYPE_CHECKING:
    import pandas as pd

_LINES = ("solid", "dashed", "dotted", "double")
_LOOKS = len(style.PALETTE) * len(_LINES)  # so many speakers look different; the numbers go on
_LONG = 12_000  # characters from which an article scrolls in a frame of its own
_ROLES = ("source", "cue", "content")
_QUOTE_NOTES = ("source", "cue", "medium", "addressee", "kind", "confidence")
_TIME_NOTES = ("type", "anchor", "confidence")

Article = Mapping[str, Any]


def reader_html(article: Article, quotes: pd.DataFrame, times: pd.DataFrame, by: str = "speaker") -> str:
    """The reader as HTML, complete without a script.

    Parameters
    ----------
    article : pandas.Series or mapping
        A row of the articles frame.
    quotes, times : pandas.DataFrame
        The rows of this article.
    by : str, default "speaker"
        The column of `quotes` that tells speakers apart.

    Returns
    -------
    str
        One element, ``div.naba-page``, and the notes and the card beside it.
    """
    numbers = number_speakers(quotes, by)
    of_quote = [numbers[name if known(name) else None] for name in quotes[by]]
    spans = [*quote_spans(quotes), *time_spans(times)]
    long = " naba-long" if len(article["text"]) > _LONG else ""
    values = times["value"].tolist()
    return (
        f'<div class="naba-page">\n{_side(quotes[by], times, numbers)}\n'
        f'<article class="naba-text{long}">\n{_head(article)}{_body(article, spans, of_quote, values)}</article>\n</div>\n'
        f'<ol class="naba-notes" hidden>\n{"".join(_notes(quotes, times, of_quote, by))}</ol>\n'
        '<div class="naba-card" role="status" hidden></div>'
    )


@cache
def reader_css() -> str:
    """The reader's style sheet with the colours and lines of speakers."""
    rules = [(files(__package__) / "reader.css").read_text(encoding="utf-8")]
    for n in range(_LOOKS):
        color, line = style.color(n), _LINES[(n + n // len(style.PALETTE)) % len(_LINES)]
        rules.append(f".naba-reader .s{n}{{--c:{color};--on:{style.ink_on(color)};--l:{line}}}")
    return "".join(rules)


@cache
def reader_script() -> str:
    """The reader's behaviour: defines ``enliven(root, chosen, report)``."""
    return (files(__package__) / "reader.js").read_text(encoding="utf-8")


def _look(number: int) -> str:
    return f"s{(number - 1) % _LOOKS}"


def _head(article: Article) -> str:
    """Title and origin, where they are known and the text does not open with them itself."""
    lines = []
    title = _value(article, "title")
    if title and title not in str(article["text"])[:600]:
        lines.append(f"<h3>{bdi(title)}</h3>\n")
    origin = [_value(article, key) for key in ("outlet", "author", "published", "doc_id")]
    lines.append(f'<p class="naba-origin">{" · ".join(bdi(part) for part in origin if part)}</p>\n')
    return "".join(lines)


def _value(article: Article, key: str) -> str:
    return shown_value(article[key]) if key in article and article[key] is not None else ""


def _body(article: Article, spans: list[Span], of_quote: list[int], values: list[Any]) -> str:
    text = article["text"]
    special = {_value(article, "title"): " class=naba-title", _value(article, "section"): " class=naba-section"}
    lines = []
    for (a, b), marks in _spans_by_line(arabic.paragraphs(text), spans):
        shown = "".join(_piece(text, piece, of_quote, values) for piece in pieces(a, b, marks))
        lines.append(f"<p{special.get(text[a:b], '')} dir={direction(text[a:b])}>{shown}</p>\n")
    return "".join(lines)


def _spans_by_line(lines: list[tuple[int, int]], spans: list[Span]) -> Iterable[tuple[tuple[int, int], list[Span]]]:
    """The spans that touch each line, in one pass over both; a span may reach over several lines."""
    waiting = sorted(spans, key=lambda s: s.start, reverse=True)
    open_: list[Span] = []
    for line in lines:
        open_ = [s for s in open_ if s.end > line[0]]
        while waiting and waiting[-1].start < line[1]:
            open_.append(waiting.pop())
        yield line, open_


def _piece(text: str, piece: Piece, of_quote: list[int], values: list[Any]) -> str:
    shown = escape(text[piece.start : piece.end])
    if not piece.spans:
        return shown
    quotes = [span for span in piece.spans if span.role != "time"]
    times = [span for span in piece.spans if span.role == "time"]
    classes = [f"naba-{span.role}" for span in piece.spans]
    attributes: dict[str, object] = {}
    if quotes:  # of quotations within each other the innermost speaks
        classes.append(_look(of_quote[quotes[-1].row]))
        attributes["data-q"] = _rows(quotes)
    if times:
        attributes["data-t"] = _rows(times)
    begins = [s for s in piece.spans if s.start == piece.start and s.role in ("content", "time")]
    for span in begins:
        if span.role == "content":
            attributes["data-n"] = of_quote[span.row]
        elif known(values[span.row]):
            attributes["data-value"] = values[span.row]
    if begins:
        attributes |= {"tabindex": -1, "role": "button"}
    told = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f'<span class="{" ".join(dict.fromkeys(classes))}"{told}>{shown}</span>'


def _rows(spans: list[Span]) -> str:
    return " ".join(str(row) for row in dict.fromkeys(span.row for span in spans))


def _notes(quotes: pd.DataFrame, times: pd.DataFrame, of_quote: list[int], by: str) -> Iterator[str]:
    """What is known of each quotation and each time expression, in the order of their frames."""
    for number, row in zip(of_quote, quotes.to_dict("records"), strict=True):
        speaker = row[by] if known(row[by]) else say("not found")
        yield f'<li data-s="{number}">{_note({"speaker": speaker} | {key: row[key] for key in _QUOTE_NOTES})}</li>\n'
    for row in times.to_dict("records"):
        first, last = days_of(row)
        days = {"days": first if first == last else f"{first} … {last}"} if first else {}
        facts = {"value": row["value"]} | days | {key: row[key] for key in _TIME_NOTES}
        yield f'<li data-from="{first}" data-to="{last}">{_note(facts)}</li>\n'


def _note(facts: dict[str, Any]) -> str:
    """What is known as a list of terms; what is missing is not named."""
    pairs = (
        f"<dt>{say(key)}</dt><dd>{bdi(say(shown_value(value)))}</dd>" for key, value in facts.items() if known(value)
    )
    return f"<dl>{''.join(pairs)}</dl>"


def days_of(time: Mapping[Any, Any]) -> tuple[str, str]:
    """First and last day of a time expression in ISO 8601, empty where it has none."""
    if not (known(time["earliest"]) and known(time["latest"])):
        return "", ""
    return time["earliest"].date().isoformat(), time["latest"].date().isoformat()


def _side(speakers: pd.Series, times: pd.DataFrame, numbers: dict[str | None, int]) -> str:
    """Speakers and dates with their counts, as the choice of what to keep."""
    counts = speakers.value_counts()
    rows = []
    for speaker, n in numbers.items():
        count = int(counts[speaker]) if speaker is not None else int(speakers.isna().sum())
        badge = f'<b class="naba-badge {_look(n)}">{n}</b>'
        rows.append(
            _button({"data-s": n, "data-name": speaker or ""}, speaker or say("speaker not found"), count, badge)
        )
    dates: dict[tuple[str, str], int] = {}
    for row in times.to_dict("records"):
        if (days := days_of(row))[0]:
            dates[days] = dates.get(days, 0) + 1
    chosen = [
        _button({"data-from": first, "data-to": last}, first if first == last else f"{first} … {last}", count)
        for (first, last), count in sorted(dates.items())
    ]
    who = (
        f'<div role="group" aria-label="{say("speakers")}">{"".join(rows)}</div>'
        if rows
        else f"<p>{say('no quotations found')}</p>"
    )
    told = say("{dates:,} dates in {count:,} time expressions", dates=len(dates), count=len(times))
    summary = f"<summary>{bdi(told)}</summary>"
    legend = " · ".join(f'<span class="naba-{role}">{say(role)}</span>' for role in _ROLES)
    when = f'<details>{summary}<div role="group" aria-label="{say("dates")}">{"".join(chosen)}</div></details>'
    return (
        f'<aside aria-label="{say("whom and when to keep")}">\n'
        f'<button type="button" class="naba-clear" disabled><bdi>{say("all speakers")}</bdi><i>{len(speakers):,}</i></button>\n'
        f"{who}{when if dates else ''}\n"
        f'<label><input type="checkbox" class="naba-passages"><bdi>{say("only their passages")}</bdi></label>\n'
        f'<p class="naba-legend">{legend}<br><span class="naba-time">{say("time")}</span></p></aside>'
    )


def _button(data: dict[str, object], name: str, count: int, badge: str = "") -> str:
    told = "".join(f' {key}="{escape(value)}"' for key, value in data.items())
    return f'<button type="button" aria-pressed="false"{told}>{badge}{bdi(name)}<i>{count:,}</i></button>\n'
