"""Cues: the words of a text that have the form of a reporting verb."""

from __future__ import annotations

from typing import NamedTuple

from analysis.quotes.reading import Reading
from analysis.quotes.verbs import Form, Verb, forms


class Cue(NamedTuple):
    """A form at its place: the index of its word in the reading, the form, its verb."""

    word: int
    form: Form
    verb: Verb


def cue_at(word: int, form: Form) -> Cue:
    """The cue that a form makes at a word."""
    return Cue(word, form, form.verb)


def find_cues(reading: Reading) -> list[Cue]:
    """All words of the text that have the form of a cue, in order; the later stages decide.

    Examples
    --------
    >>> from analysis.quotes.reading import read
    >>> [cue.verb.lemma for cue in find_cues(read("وقالت الوزيرة إنها سعيدة، مشيرةً إلى النتائج"))]
    ['قال', 'اشار']
    """
    table = forms()
    words = reading.words
    return [cue_at(i, table[words[i]]) for i in reading.notable if words[i] in table]
