"""From the quotes frame to the table of aliases and back."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from analysis import schema
from analysis.people.given import Given
from analysis.people.identity import Mention, identify

if TYPE_CHECKING:
    import pandas as pd

    from analysis.people.given import Aliases


def speaker_aliases(
    quotes: pd.DataFrame, articles: pd.DataFrame | None = None, aliases: Aliases | None = None
) -> pd.DataFrame:
    """The people and bodies of a corpus, with every name under which they speak, and why it is taken for theirs.

    Parameters
    ----------
    quotes : pandas.DataFrame
        With ``doc_id`` and ``speaker``.
    articles : pandas.DataFrame, optional
        With ``doc_id`` and ``text``. An article's text may tell which bearer of a family name is meant, and where it
        is known, a family name alone is not trusted to mean the only bearer who is quoted: others may be spoken of.
    aliases : pandas.DataFrame, mapping or path of a CSV, optional
        The user's own table, which wins over every rule: ``alias`` and ``person``, or a mapping of alias to person.
        With a column ``doc_ids`` a row holds in these articles only; where that is missing it holds everywhere, and
        draws the other spellings of the alias along. So the result of this function may be edited and passed back in.

    Returns
    -------
    pandas.DataFrame
        The frame ``aliases``, persons with most quotations first:

        - ``person``: the name found in most articles. Who is not known beyond the article has its ``doc_id`` in
          brackets behind.
        - ``alias``: the speaker as in `quotes`
        - ``count``: number of quotations; ``articles``, ``doc_ids``: in how many, in which articles
        - ``reason``: ``name``; ``title`` (without it the same), ``spelling``, ``Latin twin``, ``transliteration``,
          ``fuller name``, ``noun left out`` (الخارجية الروسية), ``conjunction`` (a و was taken off); ``family name``:
          the only one who bears it; ``article``: the article names this bearer in full; ``shared``: it does not, and
          there are several, or the text leaves room for another; ``described``: no name, or one that tells nobody
          from others (مصدر أمني، محمد); ``given``: the user's

    Raises
    ------
    ValueError
        If a column is missing, or the user's table gives two persons for one alias.

    Notes
    -----
    Names are compared in one spelling: without vowel signs, hamza and doubled letters, compounds together (عبد الله), بن
    left out. Two people of exactly the same full name are one here; a row of `aliases` with ``doc_ids`` parts them.

    Examples
    --------
    >>> names = ["يزن الدالي", "الوزير يزن الدالي", "الدالي", "مصدر أمني", "مصدر أمني"]
    >>> quotes = schema.frame("quotes", [{"doc_id": d, "start": 0, "end": 1, "speaker": s} for d, s in zip("abcde", names)])
    >>> speaker_aliases(quotes)[["person", "alias", "reason"]]
              person              alias       reason
    0     يزن الدالي             الدالي  family name
    1     يزن الدالي  الوزير يزن الدالي        title
    2     يزن الدالي         يزن الدالي         name
    3  مصدر أمني [d]          مصدر أمني    described
    4  مصدر أمني [e]          مصدر أمني    described
    """
    counts = _mentions(quotes)
    found = identify(counts, _texts(articles), Given(aliases))
    rows: dict[tuple[str, str, str], list[Mention]] = defaultdict(list)
    totals: Counter[str] = Counter()
    for mention, (person, reason) in found.items():
        rows[person, mention.written, reason].append(mention)
        totals[person] += counts[mention]
    table: list[dict[str, Any]] = [
        {
            "person": person,
            "alias": alias,
            "count": sum(counts[mention] for mention in mentions),
            "articles": len(mentions),
            "doc_ids": sorted(mention.doc_id for mention in mentions),
            "reason": reason,
        }
        for (person, alias, reason), mentions in rows.items()
    ]
    order = sorted(table, key=lambda row: (-totals[row["person"]], row["person"], -row["count"], row["alias"], row["reason"]))  # fmt: skip
    return schema.frame("aliases", order)


def resolve_speakers(
    quotes: pd.DataFrame, articles: pd.DataFrame | None = None, aliases: Aliases | None = None
) -> pd.DataFrame:
    """Tell for each quotation who in the whole corpus speaks, over articles and outlets.

    Parameters
    ----------
    quotes, articles, aliases
        As in `speaker_aliases`, which gives the reasons of what is found here.

    Returns
    -------
    pandas.DataFrame
        `quotes` with a column ``person`` more, missing where there is no speaker. Anonymous sources of different
        articles are different persons: their ``doc_id`` stands behind the description.

    Raises
    ------
    ValueError
        As in `speaker_aliases`.

    Examples
    --------
    >>> rows = [("a", "فلاديمير بوتين"), ("b", "فلاديمر بوتين"), ("c", "بوتين")]
    >>> quotes = schema.frame("quotes", [{"doc_id": d, "start": 0, "end": 1, "speaker": s} for d, s in rows])
    >>> resolve_speakers(quotes)["person"].nunique()
    1
    >>> resolve_speakers(quotes, aliases={"بوتين": "الرئيس"})["person"].tolist()
    ['فلاديمير بوتين', 'فلاديمير بوتين', 'الرئيس']
    """
    import pandas as pd

    found = identify(_mentions(quotes), _texts(articles), Given(aliases))
    pairs = zip(quotes["doc_id"], quotes["speaker"], strict=True)
    persons = [found[Mention(who, doc)].person if isinstance(who, str) and who.strip() else None for doc, who in pairs]
    return quotes.assign(person=pd.Series(persons, index=quotes.index, dtype="str"))


def _mentions(quotes: pd.DataFrame) -> Counter[Mention]:
    schema.require(quotes, "quotes", "doc_id", "speaker")
    pairs = zip(quotes["speaker"], quotes["doc_id"], strict=True)
    return Counter(Mention(who, doc) for who, doc in pairs if isinstance(who, str) and who.strip())


def _texts(articles: pd.DataFrame | None) -> dict[str, str]:
    if articles is None:
        return {}
    schema.require(articles, "articles", "doc_id", "text")
    pairs = zip(articles["doc_id"], articles["text"], strict=True)
    return {doc_id: text for doc_id, text in pairs if isinstance(text, str)}
