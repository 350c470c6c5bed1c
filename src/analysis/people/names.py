"""Names taken apart: what of a speaker's name tells who it is, in one spelling.

The speaker of an article is a person, a body, or somebody described (مصدر أمني). Titles and twins in Latin letters are
taken off a name, and what is left is folded further than other words: names are where Arabic spelling varies most.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from analysis import lexicon
from analysis.arabic import MARKS, key
from analysis.quotes import vocabulary as v
from analysis.quotes.mentions import describe, without_attributes
from analysis.quotes.reading import Reading, read

Key = tuple[str, tuple[str, ...]]

PERSON, BODY, DESCRIBED = "person", "body", "described"

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_LATIN_NAME = re.compile(r"[A-Za-z]")
_DOUBLED = re.compile(r"([^\W\d])\1+")
_HAMZA = str.maketrans({"ؤ": "و", "ئ": "ي", "ء": None})
_UNSEEN = re.compile(f"[{MARKS}]")
#: So many words identify a body that otherwise only its own article makes known (لجنة أطباء السودان المركزية).
_LONG = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A speaker's name taken apart.

    Attributes
    ----------
    kind : str
        ``person``, ``body`` or ``described``: the latter names nobody outside its article.
    words : tuple of str
        What identifies it, in one spelling; two names of the same kind and words are one.
    shown : str
        The name as written, without title and Latin twin.
    titled : bool
        Whether something stood before or behind the name.
    latin : str
        The twin in Latin letters, lower case, without accents; empty if there is none.
    family : str
        Of a description, the word behind its title, which may be a family name (الرئيس العتيقي) or not (الرئيس التونسي).
    """

    kind: str
    words: tuple[str, ...]
    shown: str
    titled: bool = False
    latin: str = ""
    family: str = ""

    @property
    def key(self) -> Key:
        """Kind and words: names with the same are one."""
        return self.kind, self.words

    @property
    def single(self) -> bool:
        """Whether it is one word: a family name, or a first name, alone."""
        return self.kind == PERSON and len(self.words) == 1

    @property
    def full(self) -> bool:
        """Whether it is a person's name of two words or more."""
        return self.kind == PERSON and len(self.words) > 1


def parse(written: str) -> Name:
    """Take a speaker's name apart.

    Examples
    --------
    >>> parse("الرئيس إيلون ماسك (Elon Musk)").shown
    'إيلون ماسك'
    >>> parse("عبد الله بن زيد").words == parse("عبدالله زيد").words
    True
    >>> parse("مصدر أمني").kind, parse("وزارة الصحة").kind, parse("الوزارة").kind
    ('described', 'body', 'described')
    """
    latin = next(filter(None, (_latin(inside) for inside in _BRACKETS.findall(written))), "")
    plain = " ".join(_BRACKETS.sub(lambda found: " " if _latin(found[1]) else found[0], written).split())
    reading = read(plain)
    if not reading.size:
        return Name(DESCRIBED, (plain,), plain)
    if _LATIN_NAME.match(reading.words[0]):
        return Name(PERSON, tuple(_latin(plain).split()), plain, latin=_latin(plain))
    if _is_compound(reading):
        return Name(PERSON, person_words(reading.words), plain, latin=latin)
    mention = describe(reading, (0, reading.size))
    if _names_nobody(reading) or mention.crowd or _kinds(reading.words[0]) == "text":
        return Name(DESCRIBED, spelled(reading.words), plain)
    if mention.body:
        return _body(reading, plain, latin)
    if mention.name is None or _several(reading) or _asks_not_to_be_named(reading):
        words = spelled(reading.words)
        titled = reading.size == 2 and mention.head in v.titles("role") and reading.has_article(0)
        behind_title = titled and reading.has_article(1)  # نائب العتيقي is somebody else
        return Name(DESCRIBED, words, plain, family=words[1] if behind_title else "")
    start, end = mention.name
    if start == 0 and end == reading.size - 1 and reading.has_article(end) and not reading.stop[end]:
        end += 1  # a family name that is also a title (عبد الله الراعي)
    words = person_words(reading.words[start:end])
    titled = end - start < reading.size
    if len(words) == 1 and proper(words[0]):
        return Name(BODY, words, plain, titled, latin)
    if not words or (len(words) == 1 and not _may_name(reading, start, words[0], titled)):
        return Name(DESCRIBED, spelled(reading.words), plain)
    return Name(PERSON, words, reading.original(start, end)[0] if titled else plain, titled, latin)


def _names_nobody(r: Reading) -> bool:
    """Whether a mention begins with a quantity, a pronoun or a function word; that علي is none shows in its ي."""
    word, unnamed = r.words[0], v.WORDS["unnamed"]
    if word in _particles() or (word in v.FUNCTION["also_name"] and r.written_with_yeh(0)):
        return r.size == 1 and word in _particles()
    return word in unnamed or word in _stop_words() or (word[0] in "وف" and word[1:] in unnamed)


def _is_compound(r: Reading) -> bool:
    """Whether a mention begins with a name of two words, of which the first may be a title (نجم الدين)."""
    return r.size > 2 and _particles().get(r.words[1], ("",))[0] == "before" and v.heads(r.words[0]) == "title"


def _several(r: Reading) -> bool:
    """Whether a mention names another one behind a و: a given name, or somebody with a title."""
    behind = (word[1:] for word in r.words[1:] if word[0] == "و" and word not in v.NOT_JOINED)
    return any(given(spelled([word])[0]) or v.heads(word) == "title" for word in behind if len(word) > 1)


def _asks_not_to_be_named(r: Reading) -> bool:
    return not v.FUNCTION["anonymity"].isdisjoint(r.words[1:])


def _may_name(r: Reading, at: int, word: str, titled: bool) -> bool:
    """Whether a word alone may be a name: no digits, no letter, no noun with a pronoun (زوجته)."""
    return len(word) > 1 and not word.isdigit() and (titled or not v.heads(r.words[at]))


def _body(r: Reading, plain: str, latin: str) -> Name:
    start, end = without_attributes(r, (0, r.size))
    words = spelled([_without_and(r.words[start]), *r.words[start + 1 : end]])
    local = _kinds(r.words[start]) == "local" and len(words) < _LONG
    if local or (len(words) == 1 and not proper(words[0])):
        return Name(DESCRIBED, words, plain)
    cut = end < r.size
    shown = r.original(start, end)[0] if cut else plain
    return Name(BODY, words, shown[len(r.words[start]) - len(_without_and(r.words[start])) :], cut, latin)


def _without_and(word: str) -> str:
    """A noun that heads a body without a و that the article set before it: ووزارة."""
    return word[1:] if word[0] == "و" and v.heads(word[1:]) else word


def spelled(words: list[str]) -> tuple[str, ...]:
    """Folded words in one spelling: no hamza, no letter twice but with the article (اللجنة, للصحة)."""
    plain = (word.translate(_HAMZA) or word for word in words)
    cut = ((word, 2 if word.startswith(("ال", "لل")) else 0) for word in plain)
    return tuple(word[:n] + _DOUBLED.sub(r"\1", word[n:]) for word, n in cut)


def person_words(words: list[str]) -> tuple[str, ...]:
    """The folded words of a person's name in one spelling, compounds written together, without بن between them.

    Examples
    --------
    >>> person_words(["عبد", "الله", "بن", "سيف", "الدين"])
    ('عبداله', 'سيفالدين')
    """
    joined: list[str] = []
    before = ""
    for k, word in enumerate(words):
        how, shape = _particles().get(word, ("", word))
        if how == "not" and joined and k + 1 < len(words):
            continue
        if (how == "with" or how == "not") and k + 1 < len(words):
            before += shape
        elif how == "before" and joined and not before:
            joined[-1] += shape
        else:
            joined.append(before + word)
            before = ""
    return spelled(joined)


@cache
def _particles() -> dict[str, tuple[str, str]]:
    rows = lexicon.table("name_particles")
    return {key(row["particle"]): (row["joins"], key(row["as"] or row["particle"])) for row in rows}


def is_particle(word: str) -> bool:
    """Whether a folded word belongs to the names around it (بن، عبد، الدين)."""
    return word in _particles()


def opens_compound(word: str) -> bool:
    """Whether a folded word is written together with the next one, or apart from it (عبد)."""
    return _particles().get(word, ("",))[0] == "with"


@cache
def _kunyas() -> tuple[str, ...]:
    return tuple({key(row["as"]) for row in lexicon.table("name_particles") if row["kunya"] == "yes"})


@cache
def _given_names() -> frozenset[str]:
    return frozenset(person_words([key(row["word"])])[0] for row in lexicon.table("given_names"))


@cache
def _body_kinds() -> dict[str, str]:
    return {key(row["word"]): row["kind"] for row in lexicon.table("body_kinds")}


def _kinds(head: str) -> str:
    """What the folded noun at the head of a body's name tells of it (``lexicon/body_kinds.tsv``)."""
    return _body_kinds().get(v.bare(_without_and(head)), "")


def silent(head: str) -> bool:
    """Whether a word in one spelling heads names of bodies and may be left out of them (وزارة، وكالة)."""
    return head in _silent_heads()


def medium(head: str) -> bool:
    """Whether a word in one spelling heads the name of a medium: of those, many are called by a common noun (الوطن)."""
    return v.heads(head) == "medium"


@cache
def _silent_heads() -> frozenset[str]:
    return frozenset(spelled([word])[0] for word, kind in _body_kinds().items() if kind == "silent")


@cache
def _proper_nouns() -> frozenset[str]:
    """Bodies, capitals and countries of one word, in one spelling and without the article."""
    from babel import Locale

    countries = (name for code, name in Locale("ar").territories.items() if code.isalpha())
    nouns = [*(row["word"] for row in lexicon.table("proper_nouns")), *(name for name in countries if " " not in name)]
    return frozenset(v.bare(spelled([key(noun)])[0]) for noun in nouns)


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(key(form) for row in lexicon.table("stopwords") for form in lexicon.forms(row["forms"]))


def given(word: str) -> bool:
    """Whether a word in one spelling is a given name of Arabic speakers, or a name by one's child (أبو نعيم)."""
    return word in _given_names() or any(word.startswith(kunya) and len(word) > len(kunya) + 2 for kunya in _kunyas())


def definite(word: str) -> bool:
    """Whether a word in one spelling carries the article, or آل."""
    return word.startswith("ال") and len(word) > 4


def stop_word(word: str) -> bool:
    """Whether a folded word is one that says nothing by itself: no name holds it."""
    return word in _stop_words() and not given(word)


def proper(word: str) -> bool:
    """Whether a word with the article is a name all by itself (الكرملين)."""
    return v.bare(word) in _proper_nouns()


def _latin(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return " ".join(re.findall(r"[a-z]+", "".join(c for c in plain if not unicodedata.combining(c)).casefold()))
