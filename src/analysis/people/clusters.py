"""Who is who: names of a whole corpus joined to people and bodies.

Names with the same words are one to begin with. From there on a rule joins two names only if nothing else in the corpus
fits as well: where two could be meant, nobody is. Every rule looks its partners up by a key, so the time is linear in
the number of names; and as each decides by what there is, not by what came first, the order of rows does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from analysis.people.names import BODY, DESCRIBED, PERSON, Key, Name, definite, given, medium, silent
from analysis.people.spelling import alike, foreign, sound_key
from analysis.quotes import vocabulary as v

#: More names with one sound than this are noise, and comparing all of them would take its time.
_MOST_ALIKE = 20
#: First and family name make one person of a shorter and a fuller name up to so many namesakes to be expected.
_CHANCE = 0.05


class Clusters:
    """Names joined to people: a forest in which each name knows the rule that joined it.

    Parameters
    ----------
    names : iterable of Name
        All that is said of anybody in the corpus; described ones take no part.
    labels : mapping of (kind, words) to str, optional
        Persons whom the user gave; names with different labels are never joined.
    """

    def __init__(self, names: Iterable[Name], labels: Mapping[Key, str] | None = None) -> None:
        known = sorted({(name.kind, name.words, name.latin) for name in names if name.kind != DESCRIBED})
        self._labels = {key: {label} for key, label in (labels or {}).items()}
        self._parent: dict[Key, Key] = {(kind, words): (kind, words) for kind, words, _ in known}
        self._reason: dict[Key, str] = {}
        self._join_labelled()
        self._join_twins(known)
        self._join_houses()
        self._join_transliterations()
        self._join_fuller_names()
        self._join_headless_bodies()

    def __contains__(self, key: Key) -> bool:
        return key in self._parent

    def root(self, key: Key) -> Key:
        """The name that stands for all that are joined to this one."""
        while self._parent[key] != key:
            self._parent[key] = key = self._parent[self._parent[key]]
        return key

    def label(self, key: Key) -> str | None:
        """The person whom the user gave for a name, or for one joined to it."""
        return next(iter(self._labels.get(self.root(key), ())), None)

    def reason(self, key: Key) -> str | None:
        """The rule that joined a name to another; None for a name that others were joined to."""
        return self._reason.get(key)

    def _join(self, key: Key, to: Key, reason: str) -> None:
        near, far = self.root(key), self.root(to)
        labels = self._labels.get(near, set()) | self._labels.get(far, set())
        if near == far or len(labels) > 1:
            return
        self._parent[near] = far
        self._reason[key] = reason
        if labels:
            self._labels[far] = labels

    def _join_all(self, keys: Iterable[Key], reason: str) -> None:
        first, *others = sorted(keys)
        if len(set().union(*(self._labels.get(self.root(key), set()) for key in (first, *others)))) < 2:
            for key in others:
                self._join(key, first, reason)

    def _join_labelled(self) -> None:
        same: dict[str, list[Key]] = defaultdict(list)
        for key, labels in sorted(self._labels.items()):
            if key in self._parent:
                same[next(iter(labels))].append(key)
        for keys in same.values():
            self._join_all(keys, "given")

    def _join_twins(self, known: list[tuple[str, tuple[str, ...], str]]) -> None:
        same: dict[str, set[Key]] = defaultdict(set)
        for kind, words, latin in known:
            if " " in latin:  # a family name alone would join those who share it
                same[latin].add((kind, words))
        for keys in same.values():
            self._join_all(keys, "Latin twin")

    def _join_houses(self) -> None:
        """Join the spellings of names with آل: apart, which is the rule, or as if it were the article (السعود)."""
        for kind, words in sorted(self._parent):
            article = kind, tuple(word.replace("ال_", "ال") for word in words)
            if kind == PERSON and len(words) > 1 and article[1] != words and article in self._parent:
                self._join_all([(kind, words), article], "spelling")

    def _join_transliterations(self) -> None:
        same: dict[tuple[str, ...], list[Key]] = defaultdict(list)
        for kind, words in sorted(self._parent):
            if kind == PERSON and len(words) > 1 and foreign(words):
                same[sound_key(words)].append((kind, words))
        for keys in same.values():
            if 1 < len(keys) <= _MOST_ALIKE and all(alike(a[1], b[1]) for i, a in enumerate(keys) for b in keys[:i]):
                self._join_all(keys, "transliteration")

    def _join_fuller_names(self) -> None:
        """Join a name to the one fuller name that begins, or begins and ends, with it.

        Given names alone tell too little: خالد محمد begins the name of many, خالد بن محمد بن ... that of few.
        """
        fuller: dict[tuple[str, ...], set[Key]] = defaultdict(set)
        people = sorted(key for key in self._parent if key[0] == PERSON and len(key[1]) > 1)
        self._count(people)
        self._join_beginnings(people)
        for key in people:
            for short in _shorter(key[1]):
                fuller[short].add(key)
        for key in sorted(people, key=lambda key: (-len(key[1]), key)):
            roots = {self.root(other) for other in fuller.get(key[1], ())} - {self.root(key)}
            if len(roots) == 1 and self._coincidences(key[1]) <= _CHANCE:
                self._join(key, min(other for other in fuller[key[1]] if self.root(other) in roots), "fuller name")

    def _join_beginnings(self, people: list[Key]) -> None:
        """Join what goes on behind a family name with the article to the name that ends there."""
        for kind, words in people:
            for n in range(len(words) - 1, 1, -1):
                if definite(words[n - 1]) and (kind, words[:n]) in self._parent:
                    if words[n][0] != "و" or words[n] in v.NOT_JOINED:  # no second name
                        self._join((kind, words), (kind, words[:n]), "fuller name")
                    break

    def _count(self, people: list[Key]) -> None:
        """The people by first and by family name, each with the other of the two."""
        self._firsts: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._lasts: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for _, words in people:
            self._firsts[words[0]].add((words[0], words[-1]))
            self._lasts[words[-1]].add((words[0], words[-1]))
        self._people = len(set().union(*self._firsts.values()))

    def _coincidences(self, words: tuple[str, ...]) -> float:
        """How many others of the same first and family name there would be, were names dealt out by chance."""
        first, last = self._firsts[words[0]], self._lasts[words[-1]]
        both = len(first & last)
        return (len(first) - both) * (len(last) - both) / max(1, self._people) if given(words[0]) else 0.0

    def _join_headless_bodies(self) -> None:
        """Join a body's name without its first noun to the one name that has it (الخارجية الروسية)."""
        headed: dict[tuple[str, ...], set[Key]] = defaultdict(set)
        for kind, words in sorted(self._parent):
            if kind == BODY and silent(words[0]) and len(words) > 1 and not (medium(words[0]) and definite(words[1])):
                headed[words[1:]].add((kind, words))
        for kind, words in sorted(self._parent):
            alone = len(words) == 1 and (definite(words[0]) or given(words[0]))
            if not alone and len({self.root(key) for key in headed.get(words, ())}) == 1:
                self._join((kind, words), min(headed[words]), "noun left out")

    def bearers(self) -> dict[str, set[Key]]:
        """The people of each family name, each by the name that stands for all."""
        people: dict[str, set[Key]] = defaultdict(set)
        for key in self._parent:
            if key[0] == PERSON and len(key[1]) > 1:
                people[key[1][-1]].add(self.root(key))
        return people

    def fuller_bodies(self) -> dict[tuple[str, ...], set[Key]]:
        """The bodies whose name says by adjectives which of its kind they are (وزارة الصحة + العراقية)."""
        fuller: dict[tuple[str, ...], set[Key]] = defaultdict(set)
        for kind, words in self._parent:
            for n in (len(words) - 1, len(words) - 2):
                if kind == BODY and n > 1 and all(word.startswith(("ال", "وال")) for word in words[n:]):
                    fuller[words[:n]].add(self.root((kind, words)))
        return fuller


def _shorter(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The shorter names by which somebody of this name may be called."""
    for n in range(2, len(words)):
        if not all(map(given, words[:n])) or given(words[n]) or words[n].startswith("ال_"):
            yield words[:n]
    if len(words) > 2:
        yield words[0], words[-1]
        yield from ((words[0], middle, words[-1]) for middle in words[1:-1] if len(words) > 3)
