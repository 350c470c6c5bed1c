"""The timeline as other programs read it: a calendar (iCalendar, RFC 5545) or the data of TimelineJS.

Article text comes in as text: iCalendar escapes it by the rules of its values, and for TimelineJS, which shows
strings as HTML, every markup character is escaped.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis import schema
from analysis.tables import whole

if TYPE_CHECKING:
    import pandas as pd

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # RFC 5545 allows none of them in a text
_HEADLINE = 90  # characters of a sentence that stand for it
_DAY = timedelta(days=1)


class _Entry(NamedTuple):
    """An event as a reader of calendars needs it; `hour` is a moment, else the days from `first` to `last` are meant."""

    id: str
    first: date
    last: date
    hour: datetime | None
    precision: str
    kind: str
    text: str
    about: list[str]
    url: str | None

    @property
    def headline(self) -> str:
        words = " ".join(self.text.split())
        return words if len(words) <= _HEADLINE else words[: words.rfind(" ", 0, _HEADLINE)] + " …"


def write_timeline(path: str | Path, events: pd.DataFrame, articles: pd.DataFrame | None = None) -> Path:
    """Write a timeline as a calendar or for TimelineJS; the ending of `path` tells which.

    Parameters
    ----------
    path : str or Path
        Ends in ``.ics`` (iCalendar, RFC 5545: days as all-day events, hours as local time without a zone) or in
        ``.json`` (the data of TimelineJS 3). The same rows give the same bytes.
    events : pandas.DataFrame
        The timeline frame, or any rows of it; those without a day are left out. What is known to a month or a year
        alone lasts as long in a calendar; TimelineJS is told no more than the month or the year.
    articles : pandas.DataFrame, optional
        The articles frame: titles, outlets and addresses go with the events.

    Returns
    -------
    Path

    Raises
    ------
    ValueError
        For another ending, or if a column is missing.

    References
    ----------
    Desruisseaux (2009), "Internet Calendaring and Scheduling Core Object Specification (iCalendar)", RFC 5545.
    TimelineJS: Knight Lab, "JSON format".

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     print(write_timeline(Path(folder) / "story.json", schema.frame("timeline")).read_text("utf-8"))
    {"events": []}
    """
    path = Path(path)
    if path.suffix not in _WRITERS:
        raise ValueError(f"cannot write {path.name}: a timeline is written as {' or '.join(_WRITERS)}")
    schema.require(events, "timeline", "doc_id", "start", "end", "text", "earliest", "latest", "precision", "kind")
    content = _WRITERS[path.suffix](list(_entries(events, articles)))
    with whole(path) as partial:
        partial.write_bytes(content)
    return path


def _entries(events: pd.DataFrame, articles: pd.DataFrame | None) -> Iterator[_Entry]:
    told: dict[str, dict[str, Any]] = {}
    if articles is not None:
        schema.require(articles, "articles", "doc_id")
        told = {str(row["doc_id"]): row for row in articles.to_dict("records")}
    dated = events.dropna(subset=["earliest", "latest"])
    for row in dated.to_dict("records"):
        article = told.get(str(row["doc_id"]), {})
        named = [_CONTROLS.sub("", str(article[key])) for key in ("title", "outlet") if _given(article.get(key))]
        speakers = row.get("speakers")
        about = [", ".join(map(str, speakers))] if isinstance(speakers, list) and speakers else []
        about += [" · ".join(named)] if named else []
        url = article.get("url")
        yield _Entry(
            id=hashlib.sha256(f"{row['doc_id']}\x1f{row['start']}\x1f{row['end']}".encode()).hexdigest()[:24],
            first=row["earliest"].date(),
            last=row["latest"].date(),
            hour=_hour(row["earliest"].date(), row.get("clock")),
            precision=str(row["precision"]),
            kind=str(row["kind"]),
            text=_CONTROLS.sub("", str(row["text"])),
            about=[_CONTROLS.sub("", line) for line in about],
            url=url if isinstance(url, str) and re.match(r"https?://[^\s\"<>]+$", url) else None,
        )


def _given(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _hour(day: date, clock: Any) -> datetime | None:
    """The moment at which a clock shows ``HH:MM``; 24:00 is the midnight that ends the day."""
    if not isinstance(clock, str):
        return None
    hours, minutes = map(int, clock.split(":"))
    return datetime.combine(day, time()) + timedelta(hours=hours, minutes=minutes)


def _calendar(entries: list[_Entry]) -> bytes:
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Naba//Timeline of Arabic news//EN")
    calendar.add("version", "2.0")
    for entry in entries:
        event = Event()
        event.add("uid", f"{entry.id}@naba")
        event.add("dtstamp", datetime.combine(entry.first, time()).replace(tzinfo=UTC))  # no clock: the same bytes
        event.add("dtstart", entry.hour or entry.first)
        if entry.hour is None:
            event.add("dtend", min(entry.last, date.max - _DAY) + _DAY)  # the first day after it
        event.add("summary", entry.headline)
        event.add("description", "\n".join([entry.text, *entry.about]))
        event.add("categories", [entry.kind, entry.precision])
        event.add("transp", "TRANSPARENT")
        if entry.url:
            event.add("url", entry.url)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _timelinejs(entries: list[_Entry]) -> bytes:
    slides = [
        {
            "unique_id": f"naba-{entry.id}",
            "group": entry.kind,
            "start_date": _date(entry.first, entry.precision, entry.hour),
            **({"end_date": _date(entry.last, entry.precision)} if entry.last > entry.first else {}),
            "text": {"headline": html.escape(entry.headline), "text": _paragraphs(entry)},
        }
        for entry in entries
    ]
    return json.dumps({"events": slides}, ensure_ascii=False).encode("utf-8", errors="backslashreplace")


def _date(day: date, precision: str, hour: datetime | None = None) -> dict[str, int]:
    """No more of a date than is known."""
    if hour is not None:
        return {"year": hour.year, "month": hour.month, "day": hour.day, "hour": hour.hour, "minute": hour.minute}
    known = {"year": day.year}
    if precision in ("day", "week", "month", "quarter"):
        known["month"] = day.month
    if precision in ("day", "week"):
        known["day"] = day.day
    return known


def _paragraphs(entry: _Entry) -> str:
    lines = [html.escape(line) for line in (entry.text, *entry.about)]
    if entry.url:
        lines[-1] = f'<a href="{html.escape(entry.url)}">{lines[-1]}</a>'
    return "".join(f'<p dir="auto">{line}</p>' for line in lines)


_WRITERS: dict[str, Callable[[list[_Entry]], bytes]] = {".ics": _calendar, ".json": _timelinejs}
