"""Whom each name in each article means: names taken apart, joined over the corpus, settled in their articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from analysis.people.clusters import Clusters
from analysis.people.given import Given, folded
from analysis.people.names import DESCRIBED, Key, Name, parse
from analysis.people.settling import Settler
from analysis.quotes import vocabulary as v


class Mention(NamedTuple):
    """A speaker's name as written, and its article."""

    written: str
    doc_id: str


class Found(NamedTuple):
    """Whom a mention means, and the rule that tells."""

    person: str
    reason: str


def identify(counts: Mapping[Mention, int], texts: Mapping[str, str], given: Given) -> dict[Mention, Found]:
    """Whom each mention means.

    Parameters
    ----------
    counts : mapping of Mention to int
        How often each name speaks in each article.
    texts : mapping of str to str
        Texts by article, as far as they are known.
    given : Given
        What the user says.

    Examples
    --------
    >>> counts = {Mention("هالة حداد", "a"): 2, Mention("حداد", "b"): 1}
    >>> identify(counts, {}, Given())[Mention("حداد", "b")]
    Found(person='هالة حداد', reason='family name')
    """
    names = {written: parse(written) for written in sorted({mention.written for mention in counts})}
    cut = _cut_conjunctions(names)
    seeds = [parse(person) for person in sorted(set(given.everywhere.values()))]
    clusters = Clusters([*names.values(), *seeds], _labels(names, given))
    said_in: dict[str, set[str]] = defaultdict(set)
    for written, doc_id in counts:
        said_in[doc_id].add(written)
    settler = Settler(clusters, names, said_in, {doc: texts[doc] for doc in sorted(said_in) if doc in texts})

    found: dict[Mention, Found] = {}
    settled: dict[Mention, tuple[Key, str | None]] = {}
    for mention in sorted(counts):
        person = given.person(*mention)
        key, reason = (None, "given") if person is not None else settler.settle(*mention)
        if key is None:
            own = f"{names[mention.written].shown} [{mention.doc_id}]"
            found[mention] = Found(own if person is None else person, reason or "described")
        else:
            settled[mention] = key, reason
    chosen = _choose(settled, names, counts)
    for mention, (key, reason) in settled.items():
        if reason is None:
            told = "conjunction" if mention.written in cut else None
            reason = told or _reason(mention.written, names, clusters, chosen[key])
        found[mention] = Found(clusters.label(key) or names[chosen[key]].shown, reason)
    return found


def _cut_conjunctions(names: dict[str, Name]) -> frozenset[str]:
    """Take a و or ف off the names that the corpus also has without it (والدالي); in place."""
    known = {name.key for name in names.values()}
    cut = set()
    for written, name in names.items():
        first, *others = name.words
        bare = name.kind, (first[1:], *others)
        if name.kind != DESCRIBED and first[0] in "وف" and first not in v.NOT_JOINED and bare in known:
            names[written] = replace(name, words=bare[1], shown=name.shown[1:])
            cut.add(written)
    return frozenset(cut)


def _labels(names: Mapping[str, Name], given: Given) -> dict[Key, str]:
    """The persons whom the user gave, by the name in one spelling; names given to two are left out."""
    persons: dict[Key, set[str]] = defaultdict(set)
    for written, name in names.items():
        if (person := given.everywhere.get(folded(written))) is not None:
            persons[name.key].add(person)
    for person in given.everywhere.values():
        persons[parse(person).key].add(person)
    return {key: min(found) for key, found in persons.items() if len(found) == 1 and key[0] != DESCRIBED}


def _choose(
    settled: Mapping[Mention, tuple[Key, str | None]], names: Mapping[str, Name], counts: Mapping[Mention, int]
) -> dict[Key, str]:
    """The name to call each person by: of the full ones that with most articles, quotations, then the plainest."""
    articles: dict[Key, Counter[str]] = defaultdict(Counter)
    quotations: Counter[str] = Counter()
    for mention, (key, _) in settled.items():
        articles[key][mention.written] += 1
        quotations[mention.written] += counts[mention]

    def rank(key: Key, written: str) -> tuple[object, ...]:
        name = names[written]
        shortened = name.single or name.titled or name.kind == DESCRIBED
        spread = -articles[key][written], -quotations[written]
        return shortened, *spread, len(name.words), -len(written), written

    return {key: min(used, key=lambda written: rank(key, written)) for key, used in articles.items()}


def _reason(written: str, names: Mapping[str, Name], clusters: Clusters, chosen: str) -> str:
    """Why a name is taken for that of the person whom another is chosen to name."""
    name, chief = names[written], names[chosen]
    if name.key != chief.key:
        return clusters.reason(name.key) or clusters.reason(chief.key) or "spelling"
    if clusters.label(name.key) is not None:
        return "given"
    if written == chosen:
        return "name"
    return "title" if name.titled else "Latin twin" if name.latin != chief.latin else "spelling"
