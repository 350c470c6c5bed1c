"""Whom a name means in one article: a family name alone, or a body's name without its country, may be anybody's.

It is given to the one who bears it. Where several do, the article itself has to tell, by naming one of them in full;
otherwise the name stays with its article and is joined to nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property, lru_cache

from analysis import arabic
from analysis.people.clusters import Clusters
from analysis.people.names import (
    BODY,
    DESCRIBED,
    Key,
    Name,
    definite,
    given,
    is_particle,
    opens_compound,
    person_words,
    spelled,
    stop_word,
)
from analysis.people.spelling import alike, foreign, sound_key
from analysis.quotes import vocabulary as v
from analysis.quotes.verbs import forms

#: Consonants that a foreign family name alone must have to be known in another spelling (ترمب, ترامب).
_LONG = 4
#: A family name's least share of articles that have the first name before it.
_TOGETHER = 1 / 3
#: Its greatest share of articles that have before it what may be somebody else's first name.
_OTHERS = 0.1
#: An Arabic family name means the one whom the corpus calls by his full name in so many articles.
_OFTEN = 3
_SHORTEST = 3  # letters of a first name
_NAMES = 6  # so many words before a family name are looked at


class Settler:
    """Tells whom a name means in an article.

    Parameters
    ----------
    clusters : Clusters
    names : mapping of str to Name
        Every name as written in the corpus.
    said_in : mapping of str to collection of str
        By article, the names that its quotations are attributed to.
    texts : mapping of str to str
        The articles' texts, as far as they are known.
    """

    def __init__(
        self,
        clusters: Clusters,
        names: Mapping[str, Name],
        said_in: Mapping[str, Collection[str]],
        texts: Mapping[str, str],
    ) -> None:
        self._clusters = clusters
        self._names = names
        self._said_in = said_in
        self._texts = texts
        self._bearers = clusters.bearers()
        self._fuller_bodies = clusters.fuller_bodies()
        self._judged: dict[tuple[str, Key, str], bool] = {}  # each question is asked again in every article
        self._by_sound: dict[str, set[str]] = defaultdict(set)
        for family in self._bearers:
            self._by_sound[sound_key((family,))[0]].add(family)

    def settle(self, written: str, doc_id: str) -> tuple[Key | None, str | None]:
        """The name that stands for whoever is meant, None for somebody of this article only; and why."""
        name = self._names[written]
        if name.kind == DESCRIBED:
            named = self._named(name.family, doc_id, self._bearers.get(name.family, ()))
            return (named.pop(), "article") if len(named) == 1 else (None, "described")
        key = name.key
        if self._clusters.label(key) is not None:
            return self._clusters.root(key), None
        if name.single and self._clusters.root(key) == key:
            return self._family_name(key, doc_id)
        if name.kind == BODY and (rivals := self._rivals(key)):
            return self._body(key, doc_id, rivals)
        return self._clusters.root(key), None

    def _family_name(self, key: Key, doc_id: str) -> tuple[Key | None, str | None]:
        word = key[1][0]
        bearers = {bearer for bearer in self._bearers_of(word) if self._once("name", bearer, word)}
        named = self._named(word, doc_id, bearers)
        if len(named) == 1:
            return named.pop(), "article"
        if len(bearers) == 1 and not given(word):
            (bearer,) = bearers
            if doc_id not in self._texts or self._once("known", bearer, word):
                return bearer, "family name"
        if bearers or given(word) or definite(word):
            return None, "shared" if bearers else "described"
        return key, None

    def _once(self, question: str, bearer: Key, word: str) -> bool:
        asked = question, bearer, word
        if asked not in self._judged:
            self._judged[asked] = (self._is_name if question == "name" else self._is_known)(bearer, word)
        return self._judged[asked]

    def _is_name(self, bearer: Key, word: str) -> bool:
        """Whether two words or more are a person's name: they begin with a given name or, if foreign, belong together."""
        if given(bearer[1][0]):
            return True
        return not any(map(stop_word, bearer[1])) and (word not in self._places or self._together(bearer, word))

    def _is_known(self, bearer: Key, word: str) -> bool:
        """Whether a family name means its bearer also in an article that does not name him in full.

        The corpus must call nobody else by it, and him by his full name; an Arabic name, which many bear, often.
        """
        places = self._places[word]
        full = sum(self._stands_in(doc_id, word, bearer) for doc_id in places)
        others = sum(
            any(self._is_other(run, bearer) and not definite(run[0]) for run in self._before[doc_id][word])
            for doc_id in places
        )
        return self._together(bearer, word) and others <= _OTHERS * len(places) and (full >= _OFTEN or foreign((word,)))

    def _together(self, bearer: Key, word: str) -> bool:
        """Whether the articles with a family name have it in the full name, a third of them at least."""
        places = self._places[word]
        return sum(self._stands_in(doc_id, word, bearer) for doc_id in places) >= _TOGETHER * len(places)

    def _stands_in(self, doc_id: str, word: str, bearer: Key) -> bool:
        """Whether an article's text has a family name in the full name of its bearer."""
        runs = self._before.get(doc_id, {}).get(word, ())
        return any(run and not self._is_other(run, bearer) for run in runs)

    def _is_other(self, run: tuple[str, ...], bearer: Key) -> bool:
        """Whether the names before a family name are somebody else's: علي بن محمد الغامدي is not محمد الغامدي."""
        if not run:
            return False
        words = self._words_of(bearer)
        if given(run[0]):
            return run[0] != bearer[1][0] or not words.issuperset(run)
        return not words.issuperset(run)

    def _bearers_of(self, word: str) -> set[Key]:
        """The people with a family name, written so or, if nobody is, in another transliteration."""
        if word in self._bearers or not foreign((word,)):
            return self._bearers.get(word, set())
        (sound,) = sound_key((word,))
        families = self._by_sound.get(sound, ()) if len(sound) >= _LONG else ()
        return {bearer for f in families if foreign((f,)) and alike((word,), (f,)) for bearer in self._bearers[f]}

    def _named(self, word: str, doc_id: str, bearers: Iterable[Key]) -> set[Key]:
        """Those bearers of a family name whom an article names in full."""
        return {bearer for bearer in bearers if self._names_in_full(doc_id, word, bearer)}

    def _names_in_full(self, doc_id: str, word: str, bearer: Key) -> bool:
        """Whether an article names somebody in full, as a speaker or in its text."""
        said = (self._names[other] for other in self._said_in[doc_id])
        if any(name.full and self._clusters.root(name.key) == bearer for name in said):
            return True
        return self._stands_in(doc_id, word, bearer)

    def _words_of(self, bearer: Key) -> frozenset[str]:
        return self._members.get(bearer, frozenset())

    @cached_property
    def _members(self) -> dict[Key, frozenset[str]]:
        """The words of all names of a person."""
        members: dict[Key, set[str]] = defaultdict(set)
        for name in self._names.values():
            if name.full:
                members[self._clusters.root(name.key)].update(name.words)
        return {key: frozenset(words) for key, words in members.items()}

    @cached_property
    def _before(self) -> dict[str, dict[str, set[tuple[str, ...]]]]:
        """By article and family name alone, the first names that stand before it in the text."""
        sought: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
        for name in self._names.values():
            if (name.single or name.family) and self._bearers_of(name.family or name.words[0]):
                *particles, last = arabic.words(arabic.key(name.shown)).text
                sought[last].append(([], name.family) if name.family else (particles, name.words[0]))
        found: dict[str, dict[str, set[tuple[str, ...]]]] = {}
        for doc_id, text in self._texts.items():
            words = arabic.words(arabic.fold(text).text).text
            here: dict[str, set[tuple[str, ...]]] = defaultdict(set)
            for at, word in enumerate(words):
                for particles, family in sought.get(word, ()):
                    first = at - len(particles)
                    if words[first:at] == particles:
                        here[family].add(_first_names(words[max(0, first - _NAMES) : first]))
            found[doc_id] = dict(here)
        return found

    @cached_property
    def _places(self) -> dict[str, list[str]]:
        """The articles in which a word stands."""
        found: dict[str, list[str]] = defaultdict(list)
        for doc_id, families in self._before.items():
            for family in families:
                found[family].append(doc_id)
        return found

    def _rivals(self, key: Key) -> set[Key]:
        return self._fuller_bodies.get(key[1], set()) - {self._clusters.root(key)}

    def _body(self, key: Key, doc_id: str, rivals: set[Key]) -> tuple[Key | None, str | None]:
        said = {name.key for name in map(self._names.__getitem__, self._said_in[doc_id])}
        named = {self._clusters.root(other) for other in said if other in self._clusters} & rivals
        named |= {rival for rival in rivals if self._in_text(doc_id, rival)}
        if len(named) == 1:
            return named.pop(), "article"
        return (self._clusters.root(key), None) if len(rivals) == 1 else (None, "shared")

    def _in_text(self, doc_id: str, body: Key) -> bool:
        text = self._texts.get(doc_id)
        return text is not None and any(form in arabic.fold(text).text for form in self._written.get(body, ()))

    @cached_property
    def _written(self) -> dict[Key, set[str]]:
        """The folded names of bodies by the name that stands for all."""
        written: dict[Key, set[str]] = defaultdict(set)
        for name in self._names.values():
            if name.kind == BODY:
                written[self._clusters.root(name.key)].add(arabic.key(name.shown))
        return written


def _first_names(words: list[str]) -> tuple[str, ...]:
    """The first names at the end of some words: given names with what joins them, or one word that may be foreign."""
    start = len(words)
    while start and (_belongs(words[start - 1]) or (start > 1 and opens_compound(words[start - 2]))):
        start -= 1
    if start < len(words):
        return person_words(words[start:])
    return spelled(words[-1:]) if words and _may_be_first(words[-1]) else ()


@lru_cache(maxsize=2**16)
def _belongs(word: str) -> bool:
    return is_particle(word) or given(spelled([word])[0])


@lru_cache(maxsize=2**16)
def _may_be_first(word: str) -> bool:
    """Whether a folded word may be a first name: no title, no verb of saying, no function word."""
    return not (stop_word(word) or v.heads(word) or word in forms() or len(word) < _SHORTEST)
