"""Cues under one name each: the forms of a reporting verb are counted together."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from analysis import arabic, lexicon
from analysis.quotes.verbs import forms

if TYPE_CHECKING:
    import pandas as pd


def cue_verbs(cues: pd.Series) -> pd.Series:
    """The verb of each cue, by its third person of the past as in the lexicon of cues.

    Parameters
    ----------
    cues : pandas.Series
        As in the column ``cue`` of the quotes frame; missing ones stay missing.

    Returns
    -------
    pandas.Series
        Same index. What is no verb, as the phrases for "according to", stands without a prefixed conjunction if
        the cues have it so, too.

    Examples
    --------
    >>> import pandas as pd
    >>> cue_verbs(pd.Series(["وقالت", "يؤكد", "وبحسب", "بحسب"])).tolist()
    ['قال', 'أكد', 'بحسب', 'بحسب']
    """
    plain: dict[str, str] = {}
    for cue in cues.dropna().unique():
        plain.setdefault(arabic.key(cue), cue)
    return cues.map({cue: _verb(cue) or _bare(cue, plain) for cue in cues.dropna().unique()}).astype(cues.dtype)


def _verb(cue: str) -> str | None:
    """The verb of a cue of one word or more, in which it comes last."""
    found = (forms().get(word) for word in (arabic.key(cue), *reversed(arabic.key(cue).split())))
    form = next(filter(None, found), None)
    return form and _citation_forms().get(form.verb.lemma, form.verb.lemma)


def _bare(cue: str, plain: dict[str, str]) -> str:
    word = arabic.key(cue)
    return plain.get(word[1:] if word[:1] in ("و", "ف") and word[1:] in plain else word, cue)


@cache
def _citation_forms() -> dict[str, str]:
    """Verbs as the lexicon writes them, by their folded form."""
    return {arabic.key(row["past"]): row["past"] for row in lexicon.table("cues")}
