"""Confidence: how likely it is that an attribution's content and speaker are both right.

A logistic regression over what the stages know of an attribution. Its weights (``lexicon/confidence.tsv``) are fitted to
annotated articles by ``benchmarks/calibrate_confidence.py``, so that of the rows with .9 about nine in ten are right there
(calibration in the sense of Niculescu-Mizil and Caruana 2005, "Predicting good probabilities with supervised learning").
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache, lru_cache

from analysis import lexicon
from analysis.quotes.finder import Attribution
from analysis.quotes.persons import Speaker
from analysis.quotes.reading import Reading

#: Contents of fewer words are fragments, contents of more have run on; cues farther off were reached over other words.
_SHORT, _LONG, _FAR = 4, 60, 12
#: The least and the greatest confidence: no row is certain.
_BOUNDS = 0.02, 0.99


def evidence(r: Reading, a: Attribution, speaker: Speaker | None) -> Iterator[str]:
    """What is known of an attribution that makes it likelier or less likely to be right.

    Yields
    ------
    str
        Names of rows of ``lexicon/confidence.tsv``.
    """
    yield "always"
    yield a.how
    yield a.kind
    if a.form == "phrase":
        yield "nominal complement"
    if a.weak:
        yield "everyday verb"
    if a.nested:
        yield "nested"
    if a.source is None and a.cue is not None:
        yield "elided subject"
    first, last = r.word_at(a.span[0]), r.word_at(a.span[1])
    if last - first < _SHORT:
        yield "short content"
    elif last - first > _LONG:
        yield "long content"
    if a.cue is not None and first - a.cue[1] > _FAR:
        yield "far cue"
    if speaker is None:
        yield "no speaker"
    elif speaker.named:
        yield "full name" if len(speaker.tokens) > 1 else "one name"
    else:
        yield "body" if speaker.body else "described"


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
    return round(min(max(chance, _BOUNDS[0]), _BOUNDS[1]), 2)


@cache
def _weights() -> dict[str, float]:
    return {row["evidence"]: float(row["weight"]) for row in lexicon.table("confidence")}
