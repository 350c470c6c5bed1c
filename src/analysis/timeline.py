"""What happened when: sentences put on the day that they speak of, not the day on which they were printed.

The date-wise extractive approach to news timelines: days are weighed by how often they are mentioned, and
sentences by how central they are (Gholipour Ghalandari and Ifrim 2020, "Examining the state-of-the-art in news
timeline summarization", ACL).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis import arabic, schema
from analysis.times.anchors import past_dateline

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

# Longest interval in days that still has the precision; what is longer is an era.
_PRECISION = (
    ("day", 1),
    ("week", 7),
    ("month", 31),
    ("quarter", 92),
    ("year", 366),
    ("decade", 3_653),
    ("century", 36_525),
)
_ERA = "era"
_POINTS = ("DATE", "TIME")
_SAME_NEWS = 0.5  # share of common words from which two sentences tell the same
_FEW_WORDS = 3  # words up to which a sentence is too short to be told from another
_HOUR = re.compile(r"T(\d\d:\d\d)$")


class _Event(NamedTuple):
    """One sentence with its expression, and what salience needs: its number in the article."""

    row: dict[str, Any]
    number: int


def build_timeline(articles: pd.DataFrame, times: pd.DataFrame, quotes: pd.DataFrame | None = None) -> pd.DataFrame:
    """Turn each sentence that speaks of a known time into an event.

    A sentence with several expressions stands at the most precise of them, of equally precise ones at the first;
    the date of a dispatch counts only where there is no other.
    Sentences of one time and kind that tell the same in nearly the same words (of their words at least half in
    common) become one event: the most salient of them stands for all.

    Parameters
    ----------
    articles : DataFrame
        With ``doc_id`` and ``text``; ``published``, where it is known, tells what lies ahead.
    times : DataFrame
        Time expressions; those of type DATE and TIME with ``earliest`` and ``latest`` count.
    quotes : DataFrame, optional
        Attributions; without them there are no statements and no speakers.

    Returns
    -------
    DataFrame
        The frame ``timeline``, sorted by ``earliest``, ``doc_id``, ``start``:

        - ``start``, ``end``, ``text``: the sentence
        - ``earliest``, ``latest``: the days in which it happened, both included
        - ``precision``: ``day``, ``week``, ``month``, ``quarter``, ``year``, ``decade``, ``century`` or ``era``:
          the shortest of them that holds the interval
        - ``kind``: ``plan`` if the interval lies after the day of publication, whoever speaks of it; otherwise
          ``statement`` if the sentence holds the cue or part of the content of an attribution; otherwise ``event``
        - ``speakers``: list of the speakers of these attributions, in order, without repetition
        - ``salience``: 0 to 1, the most salient event has 1. Product of the sentence's centrality (cosine of its
          TF-IDF vector with the mean of all events), of how often the corpus mentions its time (per day that it
          lasts), and of its position in the article, the latter two at half weight.
        - ``clock``: the hour as ``HH:MM``, if the expression names one
        - ``sources``: how many articles tell the event
        - ``doc_ids``: list of these articles, in order; ``doc_id`` is that of the sentence

    Raises
    ------
    ValueError
        If a frame lacks a column.

    Examples
    --------
    >>> import pandas as pd
    >>> articles = schema.frame("articles", [{"doc_id": "a", "text": "وصل الوفد أمس. كان الجو باردا."}])
    >>> day = pd.Timestamp("2031-05-04")
    >>> time = {"doc_id": "a", "start": 10, "end": 13, "type": "DATE", "earliest": day, "latest": day}
    >>> build_timeline(articles, schema.frame("times", [time]))[["text", "precision", "kind"]]
                 text precision   kind
    0  وصل الوفد أمس.       day  event
    """
    schema.require(articles, "articles", "doc_id", "text")
    schema.require(times, "times", "doc_id", "start", "end", "type", "value", "earliest", "latest")
    points = times[times["type"].isin(_POINTS) & times["earliest"].notna() & times["latest"].notna()]
    points_of = _by_article(points, "start", "end", "earliest", "latest", "value")
    spoken_of = _by_article(_spoken(quotes), "start", "end", "speaker") if quotes is not None else {}
    published = articles["published"] if "published" in articles else [None] * len(articles)
    events: list[_Event] = []
    for doc_id, text, day in zip(articles["doc_id"], articles["text"], published, strict=True):
        if doc_id in points_of and isinstance(text, str):
            events += _events_of(doc_id, text, day, points_of[doc_id], spoken_of.get(doc_id, []))
    data = schema.frame("timeline", [event.row for event in events])
    if data.empty:
        return data
    mentions = Counter(zip(points["earliest"], points["latest"], strict=True))
    words = _words(data["text"])
    data["salience"] = _salience(data, words, mentions, [event.number for event in events])
    data = _merged(data, [frozenset(found) for found in words])
    return data.sort_values(["earliest", "doc_id", "start"], ignore_index=True, kind="stable")


def cut_timeline(events: pd.DataFrame, k: int = 10) -> pd.DataFrame:
    """Keep the `k` most telling days (or longer intervals), each with its one most salient sentence.

    Days are ranked by the salience of all their sentences together, an event that several articles tell counting
    for each, longer intervals by what of it falls on each of their days; a sentence that tells what a chosen one tells already gives way to the next of its day.

    Parameters
    ----------
    events : DataFrame
        The frame ``timeline``.
    k : int, default 10

    Returns
    -------
    DataFrame
        At most `k` rows of `events`, in their order.

    Raises
    ------
    ValueError
        If `k` is negative or a column is missing.
    """
    schema.require(events, "timeline", "text", "earliest", "latest", "salience")
    if k < 0:
        raise ValueError(f"k must not be negative, but is {k}")
    if not len(events):
        return events.reset_index(drop=True)
    keys = [frozenset(found) for found in _words(events["text"])]
    ranked = events.reset_index(drop=True).sort_values("salience", ascending=False, kind="stable")
    weight = ranked["salience"] * ranked.get("sources", 1)
    per_day = (weight / _days(ranked)).groupby([ranked["earliest"], ranked["latest"]]).sum()
    days = per_day.sort_values(ascending=False, kind="stable")
    places = ranked.groupby(["earliest", "latest"]).indices
    chosen: list[int] = []
    for day in days.index:
        fresh = (i for i in ranked.index[places[day]] if not any(_overlap(keys[i], keys[j]) for j in chosen))
        if len(chosen) < k and (best := next(fresh, None)) is not None:
            chosen.append(best)
    return events.iloc[sorted(chosen)].reset_index(drop=True)


def _by_article(data: pd.DataFrame, *columns: str) -> dict[str, list[tuple[Any, ...]]]:
    """Rows of each article as tuples, in text order."""
    rows: dict[str, list[tuple[Any, ...]]] = {}
    ordered = data.sort_values("start", kind="stable")
    for doc_id, *row in zip(ordered["doc_id"], *(ordered[column] for column in columns), strict=True):
        rows.setdefault(doc_id, []).append(tuple(row))
    return rows


def _spoken(quotes: pd.DataFrame) -> pd.DataFrame:
    """Spans that belong to attributions, contents and cues alike, each with its speaker."""
    import pandas as pd

    schema.require(quotes, "quotes", "doc_id", "start", "end", "cue_start", "cue_end", "speaker")
    cues = quotes[quotes["cue_start"].notna() & quotes["cue_end"].notna()]
    cues = cues.drop(columns=["start", "end"]).rename(columns={"cue_start": "start", "cue_end": "end"})
    columns = ["doc_id", "start", "end", "speaker"]
    return pd.concat([quotes[columns], cues[columns].astype({"start": "int64", "end": "int64"})], ignore_index=True)


def _events_of(doc_id: str, text: str, published: Any, points: list[Any], spoken: list[Any]) -> list[_Event]:
    """Events of one article in one sweep; `points` and `spoken` are sorted by start."""
    import pandas as pd

    found = []
    point = span = 0
    open_spans: list[Any] = []
    for number, (start, end) in enumerate(arabic.sentences(text)):
        inside = []
        while point < len(points) and points[point][0] < end:
            inside.append(points[point])
            point += 1
        while span < len(spoken) and spoken[span][0] < end:
            open_spans.append(spoken[span])
            span += 1
        open_spans = [touched for touched in open_spans if touched[1] > start]
        if not inside:
            continue
        told = past_dateline(text, start, end)  # the day of a dispatch is not that of its news
        inside = [one for one in inside if one[0] >= told] or inside
        _, _, earliest, latest, value = min(inside, key=_fineness)  # the first of equals
        ahead = not pd.isna(published) and earliest > pd.Timestamp(published).normalize()
        row = {
            "doc_id": doc_id,
            "start": start,
            "end": end,
            "text": text[start:end],
            "earliest": earliest,
            "latest": latest,
            "precision": _precision((latest - earliest).days + 1),
            "kind": "plan" if ahead else "statement" if open_spans else "event",
            "speakers": list(dict.fromkeys(speaker for *_, speaker in open_spans if not pd.isna(speaker))),
            "clock": _clock(value),
            "sources": 1,
            "doc_ids": [doc_id],
        }
        found.append(_Event(row, number))
    return found


def _fineness(point: tuple[Any, ...]) -> tuple[Any, bool]:
    """How long an expression's time is; an hour is finer than its day."""
    _, _, earliest, latest, value = point
    return latest - earliest, _clock(value) is None


def _clock(value: Any) -> str | None:
    """The hour in a TIMEX3 value: 15:00 of 2031-05-04T15:00."""
    found = _HOUR.search(value) if isinstance(value, str) else None
    return found[1] if found else None


def _merged(events: pd.DataFrame, words: Sequence[frozenset[str]]) -> pd.DataFrame:
    """One row for all sentences of one time and kind that tell the same: the most salient, which leads the others."""
    import numpy as np

    leader = np.arange(len(events))
    salience = events["salience"].to_numpy()
    for rows in events.groupby(["earliest", "latest", "kind"]).indices.values():
        leaders_with: dict[str, list[int]] = {}
        for row in sorted(rows, key=lambda i: -salience[i]):
            common = Counter(other for word in words[row] for other in leaders_with.get(word, ()))
            best = max(common, key=lambda i: (_overlap(words[row], words[i]), -i), default=None)
            if best is not None and len(words[row]) > _FEW_WORDS and _overlap(words[row], words[best]) >= _SAME_NEWS:
                leader[row] = best
                continue
            for word in words[row]:
                leaders_with.setdefault(word, []).append(row)
    kept = events[leader == np.arange(len(events))].copy()
    told: dict[int, list[int]] = {}
    for row, led_by in enumerate(leader):
        told.setdefault(int(led_by), []).append(row)
    doc_ids, speakers = events["doc_id"].tolist(), events["speakers"].tolist()
    kept["doc_ids"] = [list(dict.fromkeys(doc_ids[k] for k in told[row])) for row in kept.index]
    kept["speakers"] = [list(dict.fromkeys(name for k in told[row] for name in speakers[k])) for row in kept.index]
    kept["sources"] = kept["doc_ids"].map(len).astype("int64")
    return kept


def _words(texts: Iterable[str]) -> list[list[str]]:
    """The words of each text that carry meaning."""
    from analysis.analyzer import ArabicAnalyzer

    analyzer = ArabicAnalyzer()
    return [analyzer(text) for text in texts]


def _precision(days: int) -> str:
    return next((name for name, most in _PRECISION if days <= most), _ERA)


def _salience(
    events: pd.DataFrame, words: list[list[str]], mentions: Counter[Any], numbers: Sequence[int]
) -> np.ndarray:
    """Centrality x mentions of the time x position, scaled to a maximum of 1."""
    import numpy as np

    times = zip(events["earliest"], events["latest"], strict=True)
    prominence = np.log1p(np.array([mentions[time] for time in times]) / _days(events))
    position = 1 / np.sqrt(1 + np.array(numbers))
    raw = _centrality(words) * (1 + prominence / prominence.max()) / 2 * (1 + position) / 2
    return raw / raw.max()


def _days(events: pd.DataFrame) -> np.ndarray:
    """Length of each interval in days, both ends included."""
    return ((events["latest"] - events["earliest"]).dt.days + 1).to_numpy()


def _centrality(words: list[list[str]]) -> np.ndarray:
    """Cosine of each text with the mean of all; the same for all where no text has a word to compare."""
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.preprocessing import normalize

    try:
        vectors = TfidfVectorizer(analyzer=list, sublinear_tf=True).fit_transform(words)
    except ValueError:  # no vocabulary at all
        return np.ones(len(words))
    return np.asarray(vectors @ normalize(np.asarray(vectors.mean(axis=0))).T).ravel()


def _overlap(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one or other) and len(one & other) / len(one | other) >= _SAME_NEWS
