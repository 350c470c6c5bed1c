"""The word classes of ``lexicon/`` that the parser of sources and clauses asks for, folded, as sets."""

from __future__ import annotations

from functools import cache

from analysis import lexicon
from analysis.arabic import key


@cache
def words(name: str) -> frozenset[str]:
    """The folded words of the table `name`."""
    return frozenset(key(row["word"]) for row in lexicon.table(name))


@cache
def function_words(kind: str) -> frozenset[str]:
    """The folded function words of one class of ``function_words.tsv``."""
    return frozenset(key(row["word"]) for row in lexicon.table("function_words") if row["class"] == kind)


@cache
def is_function(word: str, kind: str) -> bool:
    """Whether a folded word, with or without a prefixed و or ف, is a function word of one class."""
    return word in function_words(kind) or (word[0] in "وف" and word[1:] in function_words(kind))


@cache
def titles(*kinds: str) -> frozenset[str]:
    """The folded titles of the given kinds (``honorific``, ``role``, ``relation``, ``crowd``)."""
    return frozenset(key(row["word"]) for row in lexicon.table("titles") if row["kind"] in kinds)


@cache
def bare(word: str) -> str:
    """A folded word without و, ف and the article: for look-ups in word lists.

    Examples
    --------
    >>> bare("والوزير"), bare("للشركة")
    ('وزير', 'شركه')
    """
    word = key(word)
    for prefix in ("وال", "فال", "بال", "كال", "ال", "ولل", "لل"):
        if word.startswith(prefix) and len(word) > len(prefix) + 1:
            return word[len(prefix) :]
    return word


@cache
def heads(word: str) -> str:
    """What a folded word heads as the first word of a name: ``title``, ``body``, ``medium`` or ``""``."""
    for form in _stripped(word):
        if form in titles("honorific", "role", "relation", "crowd"):
            return "title"
        if form in words("media"):
            return "medium"
        if form in words("bodies"):
            return "body"
    return ""


_PRONOUN_ENDS = (("تها", "ه"), ("تهم", "ه"), ("تهن", "ه"), ("هن", ""), ("ته", "ه"), ("ها", ""), ("هم", ""), ("ه", ""))


def _stripped(word: str) -> list[str]:
    """A word as it stands, without its prefixes, and without a pronoun at its end (مديرها، زميلته)."""
    plain = bare(word)
    found = [word, plain]
    if plain == word and word[:1] in ("و", "ف") and len(word) > 3:
        found += [word[1:], bare(word[1:])]
    if not word.startswith("ال"):
        last = found[-1]
        found += [last.removesuffix(end) + tail for end, tail in _PRONOUN_ENDS if last.endswith(end) and len(last) > 4]
        if word.endswith("ا"):
            found.append(last[:-1])  # an accusative (غير أن مصدرا)
    return found
