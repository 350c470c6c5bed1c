"""Statements grouped over articles and outlets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis import schema
from analysis.statements.candidates import similar_pairs
from analysis.statements.likeness import OTHER, SAME, Statement, likeness, statement

if TYPE_CHECKING:
    import pandas as pd

_LEAST = 0.25  # cosine below which even a cut statement is none
_SAME_ARTICLE = 0.8  # similarity from which two articles are the same one (find_duplicates)

Edges = Mapping[int, Mapping[int, tuple[str, float]]]


class _Row(NamedTuple):
    """A quotation with what is known of its article; sorted by article and place."""

    doc_id: str
    start: int
    end: int
    text: str
    speaker: Any
    person: Any
    outlet: Any
    day: Any


def group_statements(quotes: pd.DataFrame, articles: pd.DataFrame | None = None, days: int = 7) -> pd.DataFrame:
    """Find the statements that several articles carry: repeated, cut or told in other words.

    Parameters
    ----------
    quotes : pandas.DataFrame
        The frame ``quotes``; with a column ``person``, as `resolve_speakers` gives it, that is who speaks, otherwise
        it is found here.
    articles : pandas.DataFrame, optional
        With ``doc_id`` and ``text``; ``published`` and ``outlet`` are used where they are known. Of articles that
        repeat each other (`find_duplicates`) only the first takes part, or a report that many outlets printed would
        be all that is found; ``attrs["left_out"]`` counts the quotations of the others.
    days : int, default 7
        Articles further apart tell different things in similar words: daily reports, yearly feasts. Statements in the
        same words, or cut, may be any time apart.

    Returns
    -------
    pandas.DataFrame
        The frame ``statements``, a row a member, the largest groups first, of each the representative first:

        - ``group``: number of the group, from 0; a statement is in one group only
        - ``doc_id``, ``start``, ``end``, ``text``, ``speaker``, ``person``: the quotation and who speaks
        - ``match``: ``same words``, ``cut`` (one contains the other) or ``other words``, seen from the group's
          representative, the member that most articles share; missing for itself
        - ``similarity``: with the representative: Jaccard similarity of runs of three words for the same words, share
          of the shorter's runs for cut ones, cosine of TF-IDF vectors for other words
        - ``speakers_differ``: whether the group's articles give the statement to different persons; those named
          nowhere (مصدر أمني) agree with anybody
        - ``same_outlet``, ``other_outlet``: how many other articles of the group are from the same outlet, and from
          others; missing where the outlet is unknown

    Raises
    ------
    ValueError
        If a column is missing or `days` is negative.

    Notes
    -----
    Statements of fewer than five words, or three words that count, are left out, and statements with different numbers
    are different. Every member is like the representative itself: there are no chains.

    Examples
    --------
    >>> said = ["لن نغلق الجسر القديم قبل نهاية الصيف", "لن نغلق الجسر القديم قبل نهاية الصيف المقبل كما قيل"]
    >>> rows = [{"doc_id": str(i), "start": 0, "end": len(t), "text": t, "speaker": s}
    ...         for i, (t, s) in enumerate(zip(said, ["هالة حداد", "سامر نجار"]))]
    >>> group_statements(schema.frame("quotes", rows))[["doc_id", "match", "speakers_differ"]]
      doc_id match  speakers_differ
    0      1   NaN             True
    1      0   cut             True
    """
    schema.require(quotes, "quotes", "doc_id", "start", "end", "text", "speaker")
    if days < 0:
        raise ValueError(f"days must not be negative, but is {days}")
    rows, left_out = _rows(quotes, articles)
    analyzer_keys = _keys([row.text for row in rows])
    prepared = [statement(row.text, keys) for row, keys in zip(rows, analyzer_keys, strict=True)]
    copies: dict[tuple[str, ...], list[int]] = defaultdict(list)  # the same words -> the rows that have them
    for i, one in enumerate(prepared):
        if one.tells:
            copies[one.words].append(i)
    nodes = list(copies.values())
    edges = _edges(nodes, rows, prepared, days)
    stars = _stars(nodes, edges, rows)
    table = [row for number, star in enumerate(stars) for row in _members(number, star, nodes, edges, rows)]
    data = schema.frame("statements", table)
    data.attrs["left_out"] = left_out
    return data


def _rows(quotes: pd.DataFrame, articles: pd.DataFrame | None) -> tuple[list[_Row], int]:
    """The quotations in an order of their own, those of repeated articles left out."""
    import pandas as pd

    if "person" not in quotes.columns:
        from analysis.people import resolve_speakers

        quotes = resolve_speakers(quotes, articles)
    repeated: set[str] = set()
    known: dict[str, tuple[Any, Any]] = {}
    if articles is not None:
        from analysis.duplicates import find_duplicates

        found = find_duplicates(articles, _SAME_ARTICLE)
        repeated = set(found["doc_id"][found["doc_id"] != found["representative"]])
        missing = [None] * len(articles)
        outlets = articles["outlet"].tolist() if "outlet" in articles else missing
        published = articles["published"].tolist() if "published" in articles else missing
        known = dict(zip(articles["doc_id"], zip(outlets, published, strict=True), strict=True))
    columns = ["doc_id", "start", "end", "text", "speaker", "person"]
    rows = [
        _Row(*[None if pd.isna(value) else value for value in (*row, *known.get(row[0], (None, None)))])  # type: ignore[arg-type]
        for row in quotes[columns].itertuples(index=False, name=None)
        if row[0] not in repeated and isinstance(row[3], str)
    ]
    return sorted(rows, key=lambda row: (row.doc_id, row.start, row.end)), len(quotes) - len(rows)


def _keys(texts: list[str]) -> list[list[str]]:
    from analysis.analyzer import ArabicAnalyzer, family

    analyzer = ArabicAnalyzer()
    return [[family(key) for key in analyzer(text)] for text in texts]


def _edges(nodes: list[list[int]], rows: list[_Row], prepared: list[Statement], days: int) -> Edges:
    """The pairs of nodes that are the same statement, both ways."""
    edges: dict[int, dict[int, tuple[str, float]]] = defaultdict(dict)
    persons = [{rows[i].person for i in node if rows[i].person is not None} for node in nodes]
    spans = [_span(node, rows) for node in nodes]
    for i, j, cosine in similar_pairs([prepared[node[0]].keys for node in nodes], _LEAST):
        match = likeness(prepared[nodes[i][0]], prepared[nodes[j][0]], cosine, bool(persons[i] & persons[j]))
        if match is not None and (match[0] != OTHER or _days_between(spans[i], spans[j]) <= days):
            edges[i][j] = edges[j][i] = match
    return edges


def _span(node: list[int], rows: list[_Row]) -> tuple[Any, Any] | None:
    known = [rows[i].day for i in node if rows[i].day is not None]
    return (min(known), max(known)) if known else None


def _days_between(one: tuple[Any, Any] | None, other: tuple[Any, Any] | None) -> int:
    """Days between two stretches of time; none if they overlap or one is unknown."""
    if one is None or other is None:
        return 0
    return max(0, (other[0] - one[1]).days, (one[0] - other[1]).days)


def _stars(nodes: list[list[int]], edges: Edges, rows: list[_Row]) -> list[list[int]]:
    """Groups of nodes, each around the one that most articles share; the largest first."""
    articles = [{rows[i].doc_id for i in node} for node in nodes]
    free = set(range(len(nodes)))

    def reach(center: int) -> int:
        return len(articles[center].union(*(articles[j] for j in edges.get(center, {}) if j in free)))

    def rank(center: int) -> tuple[Any, ...]:
        first = rows[nodes[center][0]]
        verbatim = sum(match != OTHER for match, _ in edges.get(center, {}).values())
        return -reach(center), -verbatim, -len(first.text), first.doc_id, first.start

    stars = []
    for center in sorted(free, key=rank):
        if center in free and reach(center) > 1:
            star = [center, *sorted(j for j in edges.get(center, {}) if j in free)]
            free.difference_update(star)
            stars.append(star)
    sizes = {star[0]: len(set().union(*(articles[node] for node in star))) for star in stars}
    return sorted(stars, key=lambda star: (-sizes[star[0]], rank(star[0])[1:]))


def _members(
    number: int, star: list[int], nodes: list[list[int]], edges: Edges, rows: list[_Row]
) -> list[dict[str, Any]]:
    center, *others = star
    first, *copies = nodes[center]
    matches: dict[int, tuple[str | None, float]] = {first: (None, 1.0), **dict.fromkeys(copies, (SAME, 1.0))}
    for node in others:
        matches |= dict.fromkeys(nodes[node], edges[center][node])
    kept = _without_nested(matches, rows)
    outlets = dict.fromkeys((rows[i].doc_id, rows[i].outlet) for i in kept)
    per_outlet = Counter(outlet for _, outlet in outlets if outlet is not None)
    differ = len({rows[i].person for i in kept if _identified(rows[i])}) > 1
    return [
        {
            **{name: getattr(rows[i], name) for name in ("doc_id", "start", "end", "text", "speaker", "person")},
            "group": number,
            "match": matches[i][0],
            "similarity": matches[i][1],
            "speakers_differ": differ,
            "same_outlet": None if rows[i].outlet is None else per_outlet[rows[i].outlet] - 1,
            "other_outlet": None if rows[i].outlet is None else per_outlet.total() - per_outlet[rows[i].outlet],
        }
        for i in kept
    ]


def _without_nested(matches: Mapping[int, tuple[str | None, float]], rows: list[_Row]) -> list[int]:
    """The members in order, the representative first, less those that lie within another of their article."""
    kept: list[int] = []
    last: dict[str, int] = {}  # how far the members of an article reach
    for i in sorted(matches, key=lambda i: (rows[i].doc_id, rows[i].start, -rows[i].end)):
        if matches[i][0] is None or rows[i].end > last.get(rows[i].doc_id, -1):
            kept.append(i)
            last[rows[i].doc_id] = max(rows[i].end, last.get(rows[i].doc_id, -1))
    return sorted(kept, key=lambda i: (matches[i][0] is not None, -matches[i][1], rows[i].doc_id, rows[i].start))


def _identified(row: _Row) -> bool:
    """Whether the person of a quotation is known beyond its article."""
    return row.person is not None and not row.person.endswith(f"[{row.doc_id}]")
