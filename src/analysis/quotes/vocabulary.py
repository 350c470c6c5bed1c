"""The word classes of ``lexicon/`` that the parser of sources and clauses asks for, folded, as sets."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cache, lru_cache
from typing import Final, TypeVar

from analysis import lexicon
from analysis.arabic import key
from analysis.quotes.verbs import forms

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
_REMEMBERED: Final = 2**16
#: Longer words in ون are plurals, longer ones in ها carry a pronoun.
_PLURAL: Final = 4


class PerWord(dict[str, T]):
    """What a function says of each word, remembered: for functions that take longer than a look-up.

    So many words are remembered, for a corpus may hold millions.
    """

    def __init__(self, function: Callable[[str], T]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> T:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[word] = self._function(word)
        return found


class _Classes(dict[K, frozenset[str]]):
    """Classes of folded words by name, each read when it is first asked for: a look-up costs less than a call."""

    def __init__(self, read: Callable[[K], Iterable[str]]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, name: K) -> frozenset[str]:
        found = self[name] = frozenset(map(key, self._read(name)))
        if not found:
            raise KeyError(name)
        return found


@cache
def _classes() -> dict[str, list[str]]:
    classes: dict[str, list[str]] = {}
    for row in lexicon.table("function_words"):
        classes.setdefault(row["class"], []).append(row["word"])
    return classes


def _of_class(kinds: str | tuple[str, ...]) -> Iterator[str]:
    wanted = (kinds,) if isinstance(kinds, str) else kinds
    return (word for kind in wanted for word in _classes()[kind])


#: The words of a table of ``lexicon/``.
WORDS: Final[_Classes[str]] = _Classes(lambda name: (row["word"] for row in lexicon.table(name)))
#: The function words of a class of ``function_words.tsv``, or of some classes.
FUNCTION: Final[_Classes[str | tuple[str, ...]]] = _Classes(_of_class)

#: The same, also with و or ف before them.
WITH_AND: Final[_Classes[str | tuple[str, ...]]] = _Classes(
    lambda kinds: (p + w for w in FUNCTION[kinds] for p in ("", "و", "ف"))
)


# The classes asked for most: what is final the compiled stages reach without a look-up.
PLACES: Final = WORDS["places"]
OCCASIONS: Final = WORDS["occasions"]
#: Nouns that head no person and no body; verbs that do not report.
COMMON_NOUNS: Final = WORDS["common_nouns"]
COMMON_VERBS: Final = WORDS["common_verbs"]
#: Nouns of action that open what is said (ضرورة، رفض).
COMPLEMENT_NOUNS: Final = WORDS["complement_nouns"]
#: What makes one name with the word behind it (عبد، أبو، آل).
NAME_PARTICLES: Final = frozenset(
    key(row["particle"]) for row in lexicon.table("name_particles") if row["joins"] == "with"
)
ADVERB: Final = FUNCTION["adverb"]
BACK_TO: Final = FUNCTION["back_to"]
#: Verbs that ب leads from to those called on (أهاب بالسكان).
CALLING_ON: Final = FUNCTION["calling_on"]
COMES_BACK: Final = FUNCTION["comes_back"]
DEMONSTRATIVE: Final = FUNCTION["demonstrative"]
FROM: Final = FUNCTION["from"]
GROUP: Final = FUNCTION["group"]
IN: Final = FUNCTION["in"]
IN_IT: Final = FUNCTION["in_it"]
IN_NAME: Final = FUNCTION["in_name"]
LACK: Final = FUNCTION["lack"]
MULTITUDE: Final = FUNCTION["multitude"]
NEGATION: Final = FUNCTION["negation"]
PREPOSITION: Final = FUNCTION["preposition"]
RELATIVE: Final = FUNCTION["relative"]
SAME: Final = FUNCTION["same"]
SAME_PERSON: Final = FUNCTION["same_person"]
#: لكن and ولكن, which open a contrast without a comma too.
BUT: Final = frozenset(word for word in FUNCTION["but"] if word.endswith("لكن"))
SAYING_SO: Final = FUNCTION["saying_so"]
SUPERLATIVE: Final = FUNCTION["superlative"]
TRUE_PREPOSITION: Final = FUNCTION["true_preposition"]
WHICH_IS: Final = FUNCTION["which_is"]


def _forms(table: str, column: str, value: str) -> frozenset[str]:
    rows = (row for row in lexicon.table(table) if row[column] == value)
    return frozenset(key(form) for row in rows for form in lexicon.forms(row["forms"]))


#: Given names that are no other word as well, Arabic ones and those of other languages.
GIVEN_NAMES: Final = WORDS["given_names"] | WORDS["foreign_names"]
#: The title that folding makes a preposition (إمام المسجد, أمام المسجد): a reading keeps it as it is written.
IMAM: Final = "إمام"
#: Words whose first و, ف, ب or ل is no conjunction and no preposition.
NOT_JOINED: Final = WORDS["not_joined"] | GIVEN_NAMES
#: What tells of the past: everyday verbs (أبدى، اتفق), لم, and a few nouns of what happened (مقتل), as headlines begin.
PAST: Final = _forms("tenses", "tense", "past")
#: The cardinal numbers.
CARDINALS: Final = _forms("numbers", "kind", "cardinal")
_MONTHS: Final = _forms("months", "sure", "yes") & _forms("months", "calendar", "g")
#: The names of months that are no other word as well; of longer Gregorian ones the first word (تشرين الأول, but not نيسان أبريل).
MONTHS: Final = (frozenset(name.split()[0] for name in _MONTHS) - _forms("months", "sure", "no")) | {
    name for name in _forms("months", "sure", "yes") if " " not in name
}


def is_function(word: str, *kinds: str) -> bool:
    """Whether a folded word, with or without a prefixed و or ف, is a function word of some class."""
    return word in WITH_AND[kinds]


def is_verb(word: str) -> bool:
    """Whether a folded word is a verb of reporting."""
    form = forms().get(word)
    return form is not None and form.finite


@cache
def titles(*kinds: str) -> frozenset[str]:
    """The folded titles of the given kinds (``honorific``, ``role``, ``relation``, ``crowd``): plurals also in the construct
    state (ممثلو الادعاء)."""
    found = {key(row["word"]) for row in lexicon.table("titles") if row["kind"] in kinds}
    return frozenset(found | {word[:-1] for word in found if word.endswith("ون") and len(word) > _PLURAL})


ROLES: Final = titles("role")
RELATIONS: Final = titles("relation")
CROWDS: Final = titles("crowd")
#: Nouns of what is written or counted, no bodies (تقرير، بيانات).
TEXTS: Final = frozenset(key(row["word"]) for row in lexicon.table("body_kinds") if row["kind"] == "text")


def is_crowd(word: str) -> bool:
    """Whether a folded word names several people, in any case (مواطنون، المواطنين)."""
    return _CROWDED[word]


def _names_several(word: str) -> bool:
    plain = bare(word)
    return plain in CROWDS or (plain.endswith("ين") and plain[:-2] + "ون" in CROWDS)


_CROWDED: Final = PerWord(_names_several)


@cache
def honour_titles(word: str) -> frozenset[str]:
    """The folded titles of those to whom an honour such as معاليه is given."""
    found = (row["titles"] for row in lexicon.table("honours") if key(row["word"]) == word)
    return frozenset(key(title) for cell in found for title in cell.split())


#: Honorifics as they may stand before a name, also with the article.
_HONORIFICS: Final = titles("honorific").union("ال" + word.removeprefix("ال") for word in titles("honorific"))


def is_honorific(word: str) -> bool:
    """Whether a folded word is a rank or form of address that goes before a name (العقيد، الدكتورة، د)."""
    return word in _HONORIFICS


def bare(word: str) -> str:
    """A folded word without و, ف and the article: for look-ups in word lists.

    Examples
    --------
    >>> bare("والوزير"), bare("للوزير")
    ('وزير', 'وزير')
    """
    if word.startswith("ال"):
        return word[2:] if len(word) > 3 else word
    if "ال" in word or "لل" in word:
        for prefix in ("وال", "فال", "بال", "كال", "ولل", "لل"):
            if word.startswith(prefix) and len(word) > len(prefix) + 1:
                return word[len(prefix) :]
    return word


_BARE_PREFIXES: Final = ("", "و", "ف")
_DEFINITE_PREFIXES: Final = ("ال", "وال", "فال", "بال", "كال", "لل", "ولل")
PRONOUNS: Final = ("ه", "ها", "هم", "هن")


@cache
def nationalities() -> frozenset[str]:
    """Folded adjectives of the places by rule (تركي، فرنسيه), and those of no rule (إنجليزي); the rule also makes some that nobody says."""
    names = PLACES | {word.removeprefix("ال") for word in PLACES}  # ألمانيا has no article
    stems = {word.removesuffix("يا").removesuffix("ا").removesuffix("ه").removesuffix("ي") for word in names}
    stems = {stem for stem in stems if len(stem) > 2} | {word.removesuffix("ي") for word in FUNCTION["nationality"]}
    return frozenset(stem + ending for stem in stems for ending in ("ي", "يه")) - FUNCTION["no_nationality"]


_HEADS: Final[dict[str, str]] = {}


def head_words() -> dict[str, str]:
    """Every form of the nouns that head a name, with its prefixes and pronouns (والوزير، مديرها، زميلته)."""
    if not _HEADS:  # asked for too often for a cache that is called
        _HEADS.update(_head_words())
    return _HEADS


def _head_words() -> dict[str, str]:
    nouns = [(word, "title") for word in titles("honorific", "role", "relation", "crowd")]
    nouns += [(word, "medium") for word in WORDS["media"]] + [(word, "body") for word in WORDS["bodies"]]
    table: dict[str, str] = {}
    for inflect in (with_prefixes, _with_ending):  # محافظة goes before محافظ with its pronoun
        for word, kind in nouns:
            for form in inflect(word):
                if inflect is with_prefixes or form not in GIVEN_NAMES:  # نادية is not his club
                    table.setdefault(form, kind)
    table |= dict.fromkeys((prefix + IMAM for prefix in _BARE_PREFIXES), "title")
    matters = set(map(bare, FUNCTION["matter"]))  # الأمر, more often than الآمر
    return {form: kind for form, kind in table.items() if bare(form) == form or bare(form) not in matters}


@lru_cache(maxsize=2**12)
def with_prefixes(word: str) -> tuple[str, ...]:
    """A folded noun with the conjunctions, prepositions and the article that may be written with it."""
    found = tuple(prefix + word for prefix in _BARE_PREFIXES)
    if word.startswith("ال"):
        return (*found, "لل" + word[2:], "ولل" + word[2:])
    return found + tuple(prefix + word for prefix in _DEFINITE_PREFIXES if len(word) > 2)


def _with_ending(word: str) -> tuple[str, ...]:
    if word.startswith("ال") or len(word) < 3:
        return ()
    tied = word[:-1] + "ت" if word.endswith("ه") else word
    accusative = [] if word.endswith(("ا", "ه")) else [word + "ا"]
    dual = [tied + "ي"] if word.endswith("ه") else []  # جامعتي الساحل والجبل
    endings = [*(tied + end for end in PRONOUNS), *accusative, *dual]
    return tuple(prefix + form for prefix in _BARE_PREFIXES for form in endings)


def heads(word: str) -> str:
    """What a folded word heads as the first word of a name: ``title``, ``body``, ``medium`` or ``""``.

    Examples
    --------
    >>> heads("والوزير"), heads("مديرها"), heads("شجره")
    ('title', 'title', '')
    """
    return head_words().get(word, "")


@cache
def _masdar() -> re.Pattern[str]:
    shapes = "|".join(key(row["shape"]) for row in lexicon.table("masdars"))
    return re.compile(f"(?!ال)(?:{shapes})({'|'.join(PRONOUNS)})?")


@cache
def _masdar_initials() -> frozenset[str]:
    return frozenset(row["shape"][0] for row in lexicon.table("masdars"))


def shaped(word: str) -> bool:
    """Whether a folded word may be a verbal noun by its shape or its pronoun: quick to say of most words that they are none."""
    if word[-1] in "هام" and word.endswith(("ه", "ها", "هم", "هما")) and deverbal(word) == "own":
        return True
    return word[0] in _masdar_initials() and word[1:2] != "ل" and deverbal(word) != ""


def without_object(word: str) -> str:
    """A verb without the pronoun of its object; of a defective verb the alif before it was ى.

    Examples
    --------
    >>> without_object("اكده"), without_object("نفاه")
    ('اكد', 'نفي')
    """
    bare_verb = word[:-1]
    return bare_verb[:-1] + "ي" if bare_verb[-1:] == "ا" and bare_verb not in forms() else bare_verb


def past_with_object(word: str) -> bool:
    """Whether a word is a cue in the past with its object (نشره); a noun in ة looks the same once it is folded."""
    form = forms().get(without_object(word)) if word[-1] == "ه" else None
    return form is not None and form.part == "past" and not heads(word)


def deverbal(word: str) -> str:
    """How a folded word is known as a noun of action: ``listed``, ``own`` with a pronoun (امتلاكه), ``shaped``, or ``""``.

    Examples
    --------
    >>> deverbal("ضروره"), deverbal("امتلاكه"), deverbal("اكتساح"), deverbal("كتاب")
    ('listed', 'own', 'shaped', '')
    """
    return _DEVERBAL[word]


def _deverbal(word: str) -> str:
    if word in COMPLEMENT_NOUNS:
        return "listed"
    for pronoun in ("هما", "ها", "هم", "ه"):
        if word.endswith(pronoun) and _untied(word.removesuffix(pronoun)) in COMPLEMENT_NOUNS:
            return "own"  # دخوله، وفاتها
    if word in GIVEN_NAMES or word in MONTHS or word in PLACES or word in OCCASIONS or heads(word):
        return ""
    shape = _masdar().fullmatch(word)
    return "" if shape is None else "own" if shape[1] else "shaped"


_DEVERBAL: Final = PerWord(_deverbal)


def _untied(stem: str) -> str:
    """A noun as it is written without a pronoun: what ends in ت and is no word of its own ends in ة (وفاتها)."""
    tied = stem[:-1] + "ه"
    return tied if stem.endswith("ت") and stem not in COMPLEMENT_NOUNS else stem


def is_act_plural(word: str) -> bool:
    """Whether a folded word is the plural of a noun of action (انتقادات، تطورات)."""
    stem = word[:-2]
    return word.endswith("ات") and len(stem) > 2 and (deverbal(stem) != "" or stem in COMPLEMENT_NOUNS)


def without_pronoun(word: str) -> str:
    """A folded noun or preposition without the pronoun of the third person behind it (بينهم، أعضائها)."""
    return word.removesuffix("ها").removesuffix("هم").removesuffix("ه")


def is_thing_plural(word: str) -> bool:
    """Whether a folded plural in ات is neither people nor bodies (الملفات، but القيادات، المنظمات)."""
    return word.endswith("ات") and not (is_crowd(word) or heads(word))


def with_pronoun(word: str) -> bool:
    """Whether a folded word ends in ها or هم: mostly a noun that comes back to somebody (مشاركتها), and no name."""
    return len(word) > _PLURAL and word.endswith(("ها", "هم"))


def with_manner(word: str) -> bool:
    """Whether a folded word may be ب with how a thing is said (بتأثر): no name, no title, no body."""
    if word[:1] != "ب" or len(word) < 4 or word in NOT_JOINED or word.startswith("بال"):
        return False
    return not heads(word) and not heads(word[1:])


#: Where it stands (جاء في البيان، جاء على حساب الوزارة).
WHERE: Final = FUNCTION["in", "also_name", "within"]
#: The future behind ف (فسيبدأ، فستقوم).
FUTURE_WITH_F: Final = ("فسي", "فست")
#: The future behind و or ف, ours as well (وستعود، فسنعود).
FUTURE_JOINED: Final = (*FUTURE_WITH_F, "فسن", "وسي", "وست", "وسن")
#: أن, إن and their forms, with and without ب.
COMPLEMENTISERS: Final = FUNCTION["complementiser"]


#: Words that may open a clause; of ألا and بألا only what is written with أ, of لقد and نعم what somebody says.
OPENERS: Final = COMPLEMENTISERS | {"الا", "بالا"} | FUNCTION["said_so"]
