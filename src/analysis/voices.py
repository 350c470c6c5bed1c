"""Voices across a corpus: who is quoted on what, together with whom, by which outlet, and how.

All of it counts rows of the quotes frame; `by` names the column that tells the speakers apart.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from . import arabic, lexicon, schema

if TYPE_CHECKING:
    import pandas as pd


def join_statements(
    quotes: pd.DataFrame,
    articles: pd.DataFrame,
    weights: pd.DataFrame | None = None,
    topics: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Quotations with what is known of their articles: the day, the outlet, the chief topic.

    Parameters
    ----------
    quotes, articles : pandas.DataFrame
        The frames of these names.
    weights : pandas.DataFrame, optional
        The frame ``topics`` (``doc_id``, ``topic``, ``weight``), as ``TopicModel.document_topics`` gives it.
    topics : pandas.DataFrame, optional
        The frame ``topic_terms``, for the labels; without it a topic bears its number.

    Returns
    -------
    pandas.DataFrame
        The rows and the index of `quotes` with three more columns: ``day`` (when the article was published),
        ``outlet`` and ``topic`` (the label of the one that weighs most in the article). What is not known is missing.

    Examples
    --------
    >>> import pandas as pd
    >>> quotes = schema.frame("quotes", [{"doc_id": "a", "start": 0, "end": 3, "speaker": "سامر"}])
    >>> articles = schema.frame("articles", [{"doc_id": "a", "published": pd.Timestamp("2031-05-06")}])
    >>> join_statements(quotes, articles)["day"].dt.date.astype(str).tolist()
    ['2031-05-06']
    """
    schema.require(articles, "articles", "doc_id", "published", "outlet")
    known = articles.drop_duplicates("doc_id").set_index("doc_id")
    facts = {"day": known["published"], "outlet": known["outlet"], "topic": _chief_topics(weights, topics)}
    return quotes.assign(**{name: fact.reindex(quotes["doc_id"]).array for name, fact in facts.items()})


def _chief_topics(weights: pd.DataFrame | None, topics: pd.DataFrame | None) -> pd.Series:
    """The label of each article's heaviest topic."""
    chief = schema.frame("topics") if weights is None else weights
    chief = chief.sort_values("weight", ascending=False, kind="stable").drop_duplicates("doc_id")
    numbers = chief.set_index("doc_id")["topic"]
    if topics is None:
        return numbers.astype("str")
    labels = topics.set_index("topic")["label"].reindex(numbers)
    return labels.set_axis(numbers.index)


def quoted_together(quotes: pd.DataFrame, *, by: str = "speaker", most: int = 40) -> pd.DataFrame:
    """Who is quoted in the same articles.

    Parameters
    ----------
    quotes : pandas.DataFrame
    by : str, default "speaker"
    most : int, default 40
        Only the speakers who are heard in most articles are paired.

    Returns
    -------
    pandas.DataFrame
        One row a pair with ``one`` and ``other`` (the one heard in more articles first), ``articles`` (in which both
        are quoted) and ``jaccard``, their share of the articles that quote either (Jaccard 1912); the most frequent
        pairs first.

    Examples
    --------
    >>> import pandas as pd
    >>> quotes = pd.DataFrame({"doc_id": ["a", "a", "b"], "speaker": ["سامر", "سلمى", "سامر"]})
    >>> quoted_together(quotes).values.tolist()
    [['سامر', 'سلمى', 1, 0.5]]
    """
    import pandas as pd

    schema.require(quotes, "quotes", "doc_id", by)
    heard = quotes[["doc_id", by]].dropna().drop_duplicates()
    reach = heard[by].value_counts()
    rank = {name: n for n, name in enumerate(sorted(reach.index, key=lambda name: (-reach[name], name))[:most])}
    heard = heard[heard[by].isin(rank)]
    pairs: Counter[tuple[str, str]] = Counter()
    for _, names in heard.groupby("doc_id", sort=False)[by]:
        pairs.update(combinations(sorted(names, key=rank.__getitem__), 2))
    rows = [(one, other, n, n / (int(reach[one]) + int(reach[other]) - n)) for (one, other), n in pairs.items()]
    rows.sort(key=lambda row: (-row[2], rank[row[0]], rank[row[1]]))
    kinds = {"one": "str", "other": "str", "articles": "int64", "jaccard": "float64"}
    return pd.DataFrame(rows, columns=list(kinds)).astype(kinds)


def is_anonymous(quotes: pd.DataFrame, *, by: str = "speaker") -> pd.Series:
    """Which statements name nobody: there is no speaker, or only a word such as "a source" or "experts" for one.

    Parameters
    ----------
    quotes : pandas.DataFrame
    by : str, default "speaker"

    Returns
    -------
    pandas.Series
        bool, with the index of `quotes`. The words are those of ``lexicon/anonymous.tsv``; a body (a ministry, an
        agency) is no person but is named.

    Examples
    --------
    >>> import pandas as pd
    >>> is_anonymous(pd.DataFrame({"speaker": ["مصدر أمني", "سامر حداد", None]})).tolist()
    [True, False, True]
    """
    schema.require(quotes, "quotes", by)
    return quotes[by].map(_names_nobody).astype(bool)


def _names_nobody(speaker: object) -> bool:
    words = arabic.key(speaker).split() if isinstance(speaker, str) else []
    return not words or words[0] in _nobodies()


@cache
def _nobodies() -> frozenset[str]:
    return frozenset(arabic.key(row["word"]) for row in lexicon.table("anonymous"))


def outlet_voices(quotes: pd.DataFrame, articles: pd.DataFrame, *, by: str = "speaker") -> pd.DataFrame:
    """How each outlet quotes: how often, how many voices, how directly, how anonymously, how much at second hand.

    Parameters
    ----------
    quotes, articles : pandas.DataFrame
        The frames of these names; articles without an outlet are left out.
    by : str, default "speaker"

    Returns
    -------
    pandas.DataFrame
        Indexed by outlet, the one with most articles first: ``articles``, ``statements``, ``speakers`` (numbers),
        ``per_article`` (statements in an article), and shares of the statements between 0 and 1: ``direct``,
        ``anonymous``, ``through`` (a medium is named that it came through) and ``chief`` (the most quoted speaker's).
        Shares of an outlet without statements are missing.

    Examples
    --------
    >>> import pandas as pd
    >>> articles = schema.frame("articles", [{"doc_id": "a", "outlet": "منبر"}, {"doc_id": "b", "outlet": "منبر"}])
    >>> row = {"doc_id": "a", "start": 0, "end": 3, "kind": "direct"}
    >>> quotes = schema.frame("quotes", [row | {"speaker": "سلمى"}, row | {"speaker": "مصدر"}])
    >>> outlet_voices(quotes, articles).round(2).values.tolist()
    [[2.0, 2.0, 2.0, 1.0, 1.0, 0.5, 0.0, 0.5]]
    """
    import pandas as pd

    schema.require(quotes, "quotes", "doc_id", "kind", "medium", by)
    schema.require(articles, "articles", "doc_id", "outlet")
    known = articles.drop_duplicates("doc_id").set_index("doc_id")["outlet"]
    size = known.dropna().value_counts()
    size = size[sorted(size.index, key=lambda name: (-size[name], name))]
    facts = pd.DataFrame(
        {
            "outlet": quotes["doc_id"].map(known),
            "speaker": quotes[by],
            "direct": (quotes["kind"] == "direct").astype(float),
            "anonymous": is_anonymous(quotes, by=by).astype(float),
            "through": quotes["medium"].notna().astype(float),
        }
    )
    outlets = facts.groupby("outlet")
    table = pd.DataFrame({"articles": size.astype("int64")})
    table["statements"] = outlets.size().reindex(table.index, fill_value=0)
    table["speakers"] = outlets["speaker"].nunique().reindex(table.index, fill_value=0)
    table["per_article"] = table["statements"] / table["articles"]
    for share in ("direct", "anonymous", "through"):
        table[share] = outlets[share].mean()
    most = facts.groupby(["outlet", "speaker"]).size().groupby("outlet").max()
    table["chief"] = most / table["statements"].where(table["statements"] > 0)
    return table.rename_axis("outlet")


def portrait(speaker: str, statements: pd.DataFrame, *, by: str = "speaker") -> dict[str, pd.Series]:
    """What the corpus tells of one speaker: when, on what, where, through whom, with whom and how they are quoted.

    Parameters
    ----------
    speaker : str
    statements : pandas.DataFrame
        Quotations, with the columns of `join_statements` where they are known.
    by : str, default "speaker"

    Returns
    -------
    dict of str to pandas.Series
        ``days`` (one a statement), and numbers of statements by ``topics``, ``outlets``, ``media`` and ``kinds``, the
        largest first; ``together``: in how many articles others are quoted beside.

    Raises
    ------
    ValueError
        If nobody of this name is quoted; it names the nearest ones.
    """
    import pandas as pd

    schema.require(statements, "quotes", "doc_id", by)
    own = statements[statements[by] == speaker]
    if own.empty:
        raise ValueError(nobody_called(speaker, statements[by]))
    beside = statements[statements["doc_id"].isin(own["doc_id"]) & (statements[by] != speaker)]
    nothing = pd.Series(dtype="str")

    def counted(column: str) -> pd.Series:
        counts = own.get(column, nothing).dropna().value_counts()
        return counts[sorted(counts.index, key=lambda name: (-counts[name], name))]

    together = beside.groupby(by)["doc_id"].nunique()
    return {
        "days": own["day"].dropna() if "day" in own else pd.Series(dtype="datetime64[s]"),
        "topics": counted("topic"),
        "outlets": counted("outlet"),
        "media": counted("medium"),
        "kinds": counted("kind"),
        "together": together[sorted(together.index, key=lambda name: (-together[name], name))],
    }


def nobody_called(speaker: str, speakers: pd.Series) -> str:
    """The message that nobody is quoted under a name, with names that share a word with it or else look alike.

    Examples
    --------
    >>> import pandas as pd
    >>> nobody_called("حداد", pd.Series(["سامر حداد"]))
    "nobody is quoted as 'حداد'; did you mean سامر حداد?"
    """
    import difflib

    names = sorted(speakers.dropna().unique())
    words = set(arabic.key(speaker).split())
    alike = [name for name in names if words & set(arabic.key(name).split())]
    alike = alike or difflib.get_close_matches(speaker, names, cutoff=0.5)
    return f"nobody is quoted as {speaker!r}" + (f"; did you mean {', '.join(alike[:5])}?" if alike else "")
