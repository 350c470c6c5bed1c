"""From articles to the frames times and dating."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.arabic import Span
from analysis.cache import recalling
from analysis.progress import with_progress
from analysis.schema import frame, require
from analysis.times.dating import Dating, Window, solve
from analysis.times.evidence import Fact, facts
from analysis.times.expressions import read
from analysis.times.order import in_order
from analysis.times.times import Time, as_day, resolve

if TYPE_CHECKING:
    import pandas as pd

_POINTS = ("DATE", "TIME")


def extract_times(
    articles: pd.DataFrame,
    quotes: pd.DataFrame | None = None,
    progress: bool | None = None,
    cache: str | Path | bool | None = None,
) -> pd.DataFrame:
    """Find every time expression of every article and resolve it.

    Parameters
    ----------
    articles : pandas.DataFrame
        With the columns ``doc_id`` and ``text``; relative expressions count from ``published``. Where that is
        missing they count from the day that the article's own words force, if they force one, and stay open
        if they do not.
    quotes : pandas.DataFrame, optional
        The quotes frame: inside a direct quotation relative expressions count from the day of the utterance,
        where the article gives it.
    progress : bool, optional
        Whether to show a progress bar; by default for more than 200 articles.
    cache : path or bool, optional
        Where to keep what was found, so that the same text need not be read again: a file, or True for the user's
        own; by default the file that the environment variable ``NABA_CACHE`` names, nowhere if it is not set.

    Returns
    -------
    pandas.DataFrame
        One row an expression, columns as in ``schema.FRAMES["times"]``; `find_times` explains them.

    Raises
    ------
    ValueError
        If a frame lacks a column.

    Examples
    --------
    >>> import pandas as pd
    >>> articles = pd.DataFrame({"doc_id": ["a"], "text": ["افتتح الجسر أمس"], "published": ["2025-02-13"]})
    >>> extract_times(articles)[["text", "value", "anchor"]].values.tolist()
    [['أمس', '2025-02-12', 'published']]
    """
    require(articles, "articles", "doc_id", "text")
    spoken = _spoken(quotes)
    days = articles["published"] if "published" in articles.columns else [None] * len(articles)
    rows: list[dict[str, Any]] = []
    told = zip(articles["doc_id"].tolist(), articles["text"].tolist(), list(days), strict=True)
    with recalling(cache, "times") as recall:
        for doc_id, text, stated in with_progress(told, len(articles), "times", progress):
            if isinstance(text, str):
                times = recall(_times, Time, text, as_day(stated), spoken.get(doc_id, ()))
                rows += [{"doc_id": doc_id, **time._asdict()} for time in times]
    return frame("times", rows)


def _times(text: str, published: date | None, spoken: Sequence[Span]) -> list[Time]:
    """Times of one article, counted from its day or from the one that its own words force."""
    reading, anchor = read(text), "published"
    if published is None and (found := solve(facts(reading)).published):
        published, anchor = found, "inferred"
    return resolve(reading, published, spoken, anchor)


def infer_published(
    articles: pd.DataFrame,
    times: pd.DataFrame,
    window: tuple[Any, Any] | None = None,
    group: str | None = None,
    same_day: bool = False,
) -> pd.DataFrame:
    """Infer from each article's own words the days on which it can have appeared.

    The words are read as constraints: أمس الأربعاء (a Thursday), 20 فبراير الجاري with a verb of what is to come
    (a February, before the 20th), a date in full that has been or that is to come, two calendars side by side.
    ``published`` of `articles` is not looked at. No day is claimed that the constraints do not force.

    Parameters
    ----------
    articles : pandas.DataFrame
        With the columns ``doc_id`` and ``text``.
    times : pandas.DataFrame
        The times frame of these articles: only expressions that stand in it testify; those inside quotations
        that count from the day of the utterance do not.
    window : (first, last), optional
        Days between which all articles appeared, for example those of a crawl; either may be None.
    group : str, optional
        A column of `articles`, as "outlet", whose equal values belong together, so that they constrain each
        other: where the articles of a group stand in the order in which they appeared, first or last one first, as
        a crawl leaves them, and what they say shows this order beyond chance (it takes a closed `window` and some
        dozens of articles), the day of each is bounded by its neighbours', and no single mistaken statement decides.
        Otherwise each article stands alone.
    same_day : bool, default False
        Whether the articles of a group appeared on one and the same day, as those of a printed issue or a bulletin
        do: where one day agrees with all that say outright when they appeared, it is the day of these.

    Returns
    -------
    pandas.DataFrame
        One row an article, in their order: ``published`` where one day is left; ``earliest``, ``latest``;
        ``candidates``, a list of `datetime.date`, or None where no window and no fact bounds them;
        ``evidence``, a list of ``[start, end]``.

    Raises
    ------
    ValueError
        If a frame lacks a column, or the window ends before it begins.

    Examples
    --------
    >>> import pandas as pd
    >>> articles = pd.DataFrame({"doc_id": ["a"], "text": ["وصل الوفد أمس الأربعاء ويغادر غدا الجمعة"]})
    >>> dating = infer_published(articles, extract_times(articles), window=("2025-02-07", "2025-02-19"))
    >>> str(dating["published"][0].date())
    '2025-02-13'
    """
    require(articles, "articles", "doc_id", "text", *([group] if group else []))
    require(times, "times", "doc_id", "start", "end", "type", "anchor")
    first, last = (as_day(window[0]), as_day(window[1])) if window is not None else (None, None)
    if first is not None and last is not None and first > last:
        raise ValueError(f"the window ends before it begins: {first} to {last}")
    witnesses: dict[Hashable, set[tuple[int, int]]] = {}
    own = times[(times["anchor"] != "utterance") & times["type"].isin(_POINTS)]
    for doc_id, start, end in zip(own["doc_id"], own["start"], own["end"], strict=True):
        witnesses.setdefault(doc_id, set()).add((start, end))
    known = [
        facts(read(text), witnesses[doc_id]) if doc_id in witnesses and isinstance(text, str) else []
        for doc_id, text in zip(articles["doc_id"], articles["text"], strict=True)
    ]
    found = [solve(one, (first, last)) for one in known]
    if group:
        solve_group = _of_one_day if same_day else _in_order
        for indices in _members(articles[group].tolist()):
            solved = solve_group([found[k] for k in indices], [known[k] for k in indices], (first, last))
            for k, dating in zip(indices, solved, strict=True):
                found[k] = dating
    rows = [_row(doc_id, dating) for doc_id, dating in zip(articles["doc_id"], found, strict=True)]
    return frame("dating", rows)


def weekday_contradictions(times: pd.DataFrame, articles: pd.DataFrame | None = None) -> pd.DataFrame:
    """Dates and distances whose weekday is not the one that the text gives them: الثلاثاء 12 فبراير 2025 was a Wednesday.

    The date decides the value in the times frame, beside a distance (أمس الثلاثاء) the weekday does; which of
    the two is the slip is for the reader to find out.

    Parameters
    ----------
    times : pandas.DataFrame
        The times frame, or any rows of it.
    articles : pandas.DataFrame, optional
        With ``doc_id`` and ``published``: distances from the day of publication are looked at too.

    Returns
    -------
    pandas.DataFrame
        The rows in question, their index kept, with two more columns: ``stated`` and ``actual``, the weekday
        in the text and that of the date or the distance, both as ISO numbers (Monday is 1).

    Raises
    ------
    ValueError
        If a frame lacks a column.

    Examples
    --------
    >>> import pandas as pd
    >>> articles = pd.DataFrame({"doc_id": ["a"], "text": ["وقع العقد الثلاثاء 12 فبراير 2025 ونشر الخميس 13 فبراير 2025"]})
    >>> weekday_contradictions(extract_times(articles))[["text", "stated", "actual"]].values.tolist()
    [['الثلاثاء 12 فبراير 2025', 2, 3]]
    """
    require(times, "times", "doc_id", "text", "earliest", "latest", "anchor")
    days: dict[Hashable, date | None] = {}
    if articles is not None:
        require(articles, "articles", "doc_id", "published")
        days = {doc_id: as_day(day) for doc_id, day in zip(articles["doc_id"], articles["published"], strict=True)}
    one_day = times[times["earliest"].notna() & (times["earliest"] == times["latest"])]
    wrong: dict[Any, tuple[int, int]] = {}
    for index, doc_id, text, meant, anchor in zip(
        one_day.index, one_day["doc_id"], one_day["text"], one_day["earliest"], one_day["anchor"], strict=True
    ):
        for e in read(text).expressions:
            day = days.get(doc_id) if anchor == "published" else None
            actual = meant.date() if e.shift is None else day + timedelta(days=e.shift) if day is not None else None
            if e.weekday is not None and actual is not None and actual.isoweekday() != e.weekday:
                wrong[index] = e.weekday, actual.isoweekday()
    found = times.loc[list(wrong)].copy()
    found["stated"] = [stated for stated, _ in wrong.values()]
    found["actual"] = [actual for _, actual in wrong.values()]
    return found.astype({"stated": "int64", "actual": "int64"})


def _members(groups: list[Any]) -> list[list[int]]:
    """Row numbers of the articles of each group; a missing value groups nothing."""
    members: dict[Any, list[int]] = {}
    for k, name in enumerate(groups):
        if name == name and name is not None:
            members.setdefault(name, []).append(k)
    return list(members.values())


def _in_order(alone: list[Dating], known: list[list[Fact]], window: Window) -> list[Dating]:
    """The articles of a group that appeared one after the other."""
    ordered = in_order(alone, known, window)
    if ordered is None:
        return alone
    return [Dating(days[0], days[-1], days, dating.evidence) for days, dating in zip(ordered, alone, strict=True)]


def _of_one_day(alone: list[Dating], known: list[list[Fact]], window: Window) -> list[Dating]:
    """The articles of a group that appeared together: those that say outright when, solved for one common day."""
    witnesses = [k for k, facts_ in enumerate(known) if any(fact.strength > 1 for fact in facts_)]
    common = solve([fact for k in witnesses for fact in known[k]], window)
    days = set(common.candidates or ())
    if not days or not all(days <= set(alone[k].candidates or days) for k in witnesses):
        return alone
    return [common._replace(evidence=own.evidence) if k in witnesses else own for k, own in enumerate(alone)]


def _row(doc_id: Any, dating: Dating) -> dict[str, Any]:
    return {
        "doc_id": doc_id,
        "published": dating.published,
        "earliest": dating.earliest,
        "latest": dating.latest,
        "candidates": dating.candidates,
        "evidence": [list(span) for span in dict.fromkeys(dating.evidence)],
    }


def _spoken(quotes: pd.DataFrame | None) -> dict[Hashable, list[tuple[int, int]]]:
    """Spans of the direct quotations of each article."""
    spoken: dict[Hashable, list[tuple[int, int]]] = {}
    if quotes is None:
        return spoken
    require(quotes, "quotes", "doc_id", "start", "end", "kind")
    direct = quotes[quotes["kind"] == "direct"]
    for doc_id, start, end in zip(direct["doc_id"], direct["start"].tolist(), direct["end"].tolist(), strict=True):
        spoken.setdefault(doc_id, []).append((start, end))
    return spoken
