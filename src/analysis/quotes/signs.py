"""Signs: what a word by itself tells of the end of a noun phrase."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import verb_shape
from analysis.quotes.formulas import sourcing_phrases
from analysis.quotes.namewords import may_be_bare_object
from analysis.quotes.verbs import forms

#: Verbs of the future with و are longer.
_LONG_FUTURE: Final = 4
#: Verbs of the present are longer.
SHORT_VERB: Final = 3


def _signs(word: str) -> tuple[str, str]:
    """What a word may be that ends a phrase where the words around it fit, and how it ends one by itself."""
    return _suspect(word), _ending(word)


SIGNS: Final = v.PerWord(_signs)


def _suspect(word: str) -> str:
    """What a word may be that ends a phrase where the words around it fit: ``reflexive``, ``clearly`` a verb, ``future``, ``told``, ``issued``, ``acts``,
    ``object``, ``place``, ``past``, ``present``, ``manner``, ``joined``, or nothing."""
    future = word.startswith(v.FUTURE_JOINED) and len(word) > _LONG_FUTURE
    if future and word not in v.NOT_JOINED and word not in v.GIVEN_NAMES and not v.heads(word):
        return "future"
    if v.past_with_object(word):
        return "told"
    if word in v.FUNCTION["issued"]:
        return "issued"
    if word.startswith("بال") and v.is_act_plural(word[3:]):
        return "acts"
    if may_be_bare_object(word):
        return "object"
    if word in v.PLACES:
        return "place"
    if word in v.PAST and not (word in v.GIVEN_NAMES or v.heads(word) or v.deverbal(word) or word in forms()):
        return "past"
    if word.startswith("تت") and len(word) > _LONG_FUTURE and not _known_noun(word):
        return "clearly"
    if word[0] == "ت" and len(word) > SHORT_VERB and not _known_noun(word):
        return "reflexive" if word[-1] == "ت" and word[-2] != "ا" and len(word) > SHORT_VERB + 1 else "present"
    if word[0] != "ب" or word in v.NOT_JOINED or _ending(word):
        return ""
    if word[1:] in v.WORDS["manners"] and not v.heads(word[1:]):
        return "manner"
    act = v.deverbal(word[1:]) != "" and v.heads(word[1:]) == ""
    return "joined" if act or word[1:] in v.OCCASIONS else ""


def _known_noun(word: str) -> bool:
    """Whether a word is known as a name or a noun."""
    return bool(word in v.GIVEN_NAMES or word in v.OCCASIONS or v.heads(word) or v.deverbal(word))


def _ending(word: str) -> str:
    """How a word ends the noun phrase before it: ``always``, ``in``, ``governed``, ``adjunct``, or not at all."""
    if word in v.RELATIVE or v.is_function(word, "complementiser") or verb_shape(word):
        return "always"
    if v.is_function(word, "personal") or v.is_function(word, "demonstrative"):
        return "always"
    if word in v.FUNCTION["to_whom", "back_to"]:
        return "always"  # نقلت الصحيفة | عنه قوله
    if word[0] == "ف" and word[1:] in v.FUNCTION["auxiliary"]:
        return "always"  # بحسب الوزارة فقد ...
    if word[0] == "و" and (word[1:] in v.LACK or (word[1:2] == "ب" and word[2:] in v.WORDS["manners"])):
        return "always"  # استنكرت البحرين | وبشدة
    if word[0] == "ل" and len(word) > SHORT_VERB and verb_shape(word[1:]) and _asks(word[1:]):
        return "always"  # عاد القاضي | ليسأله
    if word in v.FUNCTION["becomes"]:
        return "becomes"
    if word in v.FUNCTION["quantifier"] or word in ("مع", "الي", "ل", "ب"):
        return "always"  # whom one speaks to, or about
    if word in v.IN:
        return "in"
    if word in ("عن", "علي", "من"):
        return "governed"
    if word in v.FUNCTION["adjunct"]:
        return "adjunct"
    if word in sourcing_phrases():
        return "always"  # وأضاف الوزير | بحسب البيان
    if (
        word[0] == "ف"
        and (word[1:2] == "ي" or word.startswith(v.FUTURE_WITH_F))
        and word not in v.NOT_JOINED
        and not v.heads(word)
        and (word[1:2] == "س" or verb_shape(word[1:]))
    ):
        return "always"  # أما الوزير | فيبدو
    if word in v.GIVEN_NAMES:
        return ""  # بدور
    plain = v.bare(word)
    if word[0] == "ل" and word[1:] in v.FUNCTION["agency"]:
        return "always"
    if word in v.FUNCTION["to_the_press"]:
        return "addressee"
    if word.startswith("لل") and plain in v.OCCASIONS and not v.heads(word):
        return "always"  # تطرق الرئيس | للحديث
    if word[0] == "ل" and (
        v.FUNCTION["addressee"] & {plain, word[1:]} or "medium" in (v.heads(word[1:]), v.heads(plain))
    ):
        return "always"
    if word[0] == "ب" and ((word[1:3] != "ال" and names_occasion(word[1:])) or plain in v.COMPLEMENT_NOUNS):
        return "always"
    if word[0] == "ب" and (
        word[1:] in v.COMPLEMENT_NOUNS or v.deverbal(word[1:]) == "own" or plain in v.FUNCTION["time_span"]
    ):
        return "always"
    if word.startswith("بال") and v.is_crowd(word):
        return "always"  # أهابت البلدية | بالمواطنين
    if word.startswith("بال") and word.endswith("يه") and word[3:] in v.FUNCTION["language"]:
        return "always"  # قال حداد | بالإنجليزية
    if word in v.FUNCTION["saying", "talk"]:
        return "always"  # اكتفى العمدة | بالقول، أنهى حداد | كلامه
    if word.endswith(("ه", "ها")) and not word.startswith("ال") and word in v.OCCASIONS:
        return "always"  # his statements: the object, not the subject
    if word[-1] == "ا" and not word.endswith("ها") and v.heads(word) in ("body", "medium") and v.heads(word[:-1]):
        return "always"  # the object (أصدر الاتحاد | بيانا)
    form = forms().get(word)
    if form is None or v.heads(word):
        return ""
    if form.part == "masdar" and (form.gender or form.plural):
        return "always"  # وأضاف حداد | قوله
    finite = form.finite and not form.verb.weak
    return "always" if finite or (form.part == "participle" and word.endswith(("ا", "ين"))) else ""


def _asks(word: str) -> bool:
    """Whether a word is a verb of reporting, alone or with its object (يسأله)."""
    return word in forms() or word.removesuffix("ها").removesuffix("ه") in forms()


def names_occasion(word: str) -> bool:
    """Whether a word names an occasion, with or without what is joined to it."""
    occasions = v.OCCASIONS
    return word in occasions or v.bare(word) in occasions
