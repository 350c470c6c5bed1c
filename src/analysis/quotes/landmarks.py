"""Landmarks: the words of a text that a stage may start from, and where a clause or speech may open."""

from __future__ import annotations

from functools import cache

from analysis.quotes.boundaries import COLON
from analysis.quotes.formulas import sourcing_phrases
from analysis.quotes.marks import Quoted
from analysis.quotes.spelt import letter_names, particle_names
from analysis.quotes.verbs import first_person, forms
from analysis.quotes.vocabulary import BUT, FUNCTION, OPENERS
from analysis.splitting import Words, first_beyond


@cache
def _notable() -> frozenset[str]:
    """The words that some stage starts from: forms of cues, also in the first person, openers, first words of sourcing phrases, turns, letter names."""
    turns = FUNCTION["turn_word", "turn", "topic_of", "gloss", "comment"]
    return turns.union(
        BUT, OPENERS, forms(), first_person(), sourcing_phrases(), letter_names("sure"), particle_names()
    )


def find_notable(w: Words) -> list[int]:
    """The words that some stage may start from."""
    known = _notable()
    return [k for k, word in enumerate(w.text) if word in known]


def find_openings(w: Words, notable: list[int], breaks: list[int], stop: list[int], quoted: list[Quoted]) -> list[int]:
    """Where a clause or speech may open: openers and verbs in the first person among the notable words, words behind a colon or an opening mark."""
    own = first_person()
    found = {k for k in notable if w.text[k] in OPENERS or w.text[k] in own}
    found |= {k for k in breaks if stop[k] == COLON}
    return sorted(found | {first_beyond(w.end, q.start) for q in quoted})
