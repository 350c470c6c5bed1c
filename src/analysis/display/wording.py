"""Two wordings of a statement side by side, from right to left, with the words marked that differ."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import arabic, schema
from .language import say
from .markup import Markup, escape
from .spans import known
from .style import FONTS
from .table import bdi, shown_value

if TYPE_CHECKING:
    import pandas as pd

_MOST = 600  # words of each that are compared: the time grows with their product
_DIVERGING = ("other words", "cut")
_CSS = (
    f".naba-wording{{display:grid;grid-template-columns:repeat(auto-fit,minmax(16em,1fr));gap:1.2em;font:1em/2 {FONTS}}}"
    ".naba-wording>*{min-width:0}"
    ".naba-wording p{margin:0;text-align:right;overflow-wrap:anywhere}"
    ".naba-wording .naba-who{opacity:.75;font-size:.85em;border-bottom:1px solid rgba(128,128,128,.4);margin-bottom:.4em}"
    # told apart without colour too: one is struck under with waves, the other with a line
    ".naba-wording del{text-decoration:underline wavy 1.5px #d55e00;text-underline-offset:.35em;background:rgba(213,94,0,.16)}"
    ".naba-wording ins{text-decoration:underline solid 2px #0072b2;text-underline-offset:.35em;background:rgba(0,114,178,.16)}"
    ".naba-wording .naba-share{grid-column:1/-1;opacity:.75;font-size:.85em}"
)


def compare_statements(
    one: str | pd.Series | Mapping[str, Any], other: str | pd.Series | Mapping[str, Any], *, by: str = "speaker"
) -> Markup:
    """Set two wordings of a statement side by side and mark the words that only one of them has.

    Words are compared folded: vowel signs, the ways to write an alef and punctuation make no difference.

    Parameters
    ----------
    one, other : str, pandas.Series or mapping
        The texts, or rows of the quotes frame, of which ``text``, the speaker, ``outlet``, ``day``, ``kind`` and
        ``doc_id`` are shown where they are known.
    by : str, default "speaker"
        The column that holds the speaker.

    Returns
    -------
    Markup
        On the right the first, whose own words have a wavy line; on the left the other, whose own have a straight one.
        Below stands the share of words that they have in common (Ratcliff and Metzener 1988). The first 600 words
        are compared.

    Examples
    --------
    >>> html = compare_statements("سنفتح الجسر غدًا", "سنفتح الجسر في يونيو").html
    >>> "<del>غدًا</del>" in html and "<ins>في يونيو</ins>" in html
    True
    """
    texts = [str(side if isinstance(side, str) else side["text"]) for side in (one, other)]
    cut = [_words(text) for text in texts]
    mine, theirs = ([word for word, _, _ in words[:_MOST]] for words in cut)
    matcher = difflib.SequenceMatcher(None, mine, theirs, autojunk=False)
    alike = matcher.get_matching_blocks()
    columns = []
    for n, (tag, side) in enumerate((("del", one), ("ins", other))):
        same = {i for block in alike for i in range(block[n], block[n] + block.size)}
        columns.append(f"<div>{_who(side, by)}<p>{_marked(texts[n], cut[n], same, tag)}</p></div>")
    share = f'<p class="naba-share">{bdi(say("{share:.0%} of the words in common", share=matcher.ratio()))}</p>'
    return Markup(
        f'<div class="naba-wording" lang="ar" dir="rtl"><style>{_CSS}</style>\n{columns[0]}\n{columns[1]}\n{share}</div>'
    )


def compare_groups(groups: pd.DataFrame, *, most: int = 3, by: str = "person") -> Markup:
    """Set the wordings of statements that several articles carry side by side: the representative and the one least like it.

    Parameters
    ----------
    groups : pandas.DataFrame
        The frame ``statements``, as `analysis.group_statements` gives it.
    most : int, default 3
        So many groups: those told in other words first, then those that were cut; the same words leave nothing to compare.
    by : str, default "person"
        The column that holds the speaker.

    Returns
    -------
    Markup
        A pair as in `compare_statements` for each group.

    Raises
    ------
    ValueError
        If `groups` lacks a column.
    """
    schema.require(groups, "statements", "group", "doc_id", "text", "match", "similarity", by)
    representatives = groups[groups["match"].isna()].drop_duplicates("group").set_index("group")
    others = groups[groups["match"].isin(_DIVERGING)]
    others = others.assign(rank=others["match"].map(_DIVERGING.index)).sort_values(
        ["rank", "similarity"], kind="stable"
    )
    pairs = [
        compare_statements(representatives.loc[row["group"]], row, by=by).html
        for row in others.drop_duplicates("group").to_dict("records")
        if row["group"] in representatives.index
    ]
    if not pairs:
        return Markup(f"<p>{bdi(say('no statement is told differently in two articles'))}</p>")
    more = ""
    if len(pairs) > most:
        more = bdi(say("{shown:,} of {all:,} statements told differently", shown=most, all=len(pairs)))
    return Markup("\n".join(pairs[:most]) + (more and f"<p>{more}</p>"))


def _words(text: str) -> list[tuple[str, int, int]]:
    """The words of a text, folded, with their offsets."""
    folded = arabic.fold(text)
    found = arabic.words(folded.text)
    return [(word, *folded.span(a, b)) for word, a, b in zip(found.text, found.start, found.end, strict=True)]


def _marked(text: str, words: list[tuple[str, int, int]], same: set[int], tag: str) -> str:
    """The text with its own words, and what stands between two of them, in a tag."""
    parts, done, i = [], 0, 0
    compared = min(len(words), _MOST)
    while i < compared:
        if i in same:
            i += 1
            continue
        j = i
        while j + 1 < compared and j + 1 not in same:
            j += 1
        start, end = words[i][1], words[j][2]
        parts.append(f"{escape(text[done:start])}<{tag}>{escape(text[start:end])}</{tag}>")
        done, i = end, j + 1
    return "".join([*parts, escape(text[done:])])


def _who(side: str | pd.Series | Mapping[str, Any], by: str) -> str:
    if isinstance(side, str):
        return ""
    keys = (by, "outlet", "day", "kind", "doc_id")
    told = [bdi(shown_value(side[key])) for key in keys if key in side and known(side[key])]
    return f'<p class="naba-who">{" · ".join(told)}</p>' if told else ""
