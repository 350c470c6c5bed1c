"""Confidence: how likely it is that an attribution's content and speaker are both right.

A logistic regression over what the stages know of an attribution. Its weights (``lexicon/confidence.tsv``) are fitted to
annotated articles by ``benchmarks/calibrate_confidence.py``, the constant so that of the rows with .9 about nine in ten are
right in articles on which no rule was mended
(calibration in the sense of Niculescu-Mizil and Caruana 2005, "Predicting good probabilities with supervised learning").
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import Final

from analysis import lexicon
from analysis.quotes.cues import Attribution
from analysis.quotes.persons import Speaker
from analysis.quotes.reading import Reading

#: Contents of fewer words are fragments, contents of more have run on; cues farther off were reached over other words.
_SHORT: Final = 4
_LONG: Final = 60
_FAR: Final = 12
#: The least and the greatest confidence: no row is certain.
_LEAST: Final = 0.02
_GREATEST: Final = 0.99


def evidence(r: Reading, a: Attribution, speaker: Speaker | None) -> list[str]:
    """What is known of an attribution that makes it likelier or less likely to be right: rows of ``lexicon/confidence.tsv``."""
    known = ["always", a.how, a.kind]
    if a.form == "phrase":
        known.append("nominal complement")
    if a.weak:
        known.append("everyday verb")
    if a.nested:
        known.append("nested")
    if a.source is None and a.cue is not None:
        known.append("elided subject")
    first, last = r.word_at(a.span[0]), r.word_at(a.span[1])
    if last - first < _SHORT:
        known.append("short content")
    elif last - first > _LONG:
        known.append("long content")
    if a.cue is not None and first - a.cue[1] > _FAR:
        known.append("far cue")
    if speaker is None:
        known.append("no speaker")
    elif speaker.named:
        known.append("full name" if len(speaker.tokens) > 1 else "one name")
    else:
        known.append("body" if speaker.body else "described")
    return known


@lru_cache(maxsize=2**12)
def confidence(known: tuple[str, ...]) -> float:
    """The probability that the evidence gives, between 0 and 1.

    Examples
    --------
    >>> confidence(("always", "finite", "full name")) > confidence(("always", "participle", "no speaker"))
    True
    """
    weights = _weights()
    chance = 1 / (1 + math.exp(-sum(weights.get(name, 0.0) for name in known)))
    return round(min(max(chance, _LEAST), _GREATEST), 2)


@cache
def _weights() -> dict[str, float]:
    return {row["evidence"]: float(row["weight"]) for row in lexicon.table("confidence")}
