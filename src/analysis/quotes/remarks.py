"""Remarks: where the writer adds when, where or why a thing was said, or comments on it (، وذلك خلال ...، الأمر الذي نفته ...)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import future_shape, verb_shape
from analysis.quotes.boundaries import COMMA
from analysis.quotes.cues import Cue
from analysis.quotes.reading import Reading
from analysis.quotes.verbs import forms
from analysis.quotes.vocabulary import COMPLEMENTISERS

#: Openings of what the writer adds by the way.
BY_THE_WAY: Final = frozenset("و" + word for word in v.FUNCTION["by_the_way"])
#: A relative clause ends within so many words.
_RELATIVE: Final = 12


def circumstance(r: Reading, k: int) -> bool:
    """Whether the writer adds when or where it was said (، وذلك خلال ...); purpose and means were said too."""
    words = r.words
    if words[k] not in v.FUNCTION["that_is"] or k + 1 >= r.size:
        return False
    if verb_shape(words[k + 1]):
        return False  # ، وذلك يعود إلى ...
    if words[k + 1] in v.FUNCTION["reply"] or k + 2 >= r.size:
        return words[k + 1] in v.FUNCTION["reply"]
    if words[k + 1] in v.FUNCTION["turn_time"]:
        held = v.bare(words[k + 2]) in v.OCCASIONS or v.deverbal(words[k + 2]) != ""
        theirs = words[k + 2][-1] == "ه" and not r.written_with_teh(k + 2)  # خلال ترأسه اجتماعا
        return held or theirs or v.with_pronoun(words[k + 2])  # but وذلك خلال الفترة المقبلة
    if words[k + 2] in v.FUNCTION["time_span"] and k + 3 < r.size and words[k + 3] in v.FROM:
        return words[k + 1] in v.FUNCTION["since", "after_what"]  # وذلك عقب ساعات من ...
    if words[k + 1] == "علي" and words[k + 2] in v.FUNCTION["venue"]:
        return True  # وذلك على هامش المؤتمر
    return words[k + 1] in v.IN and v.bare(words[k + 2]) in v.OCCASIONS


def comes(r: Reading, k: int) -> bool:
    """Whether the writer tells when it was said (، وجاء هذا الإعلان بعد ...)."""
    words = r.words
    if words[k] not in v.WITH_AND["comes"] or k + 1 >= r.size or _closes_relative(r, k):
        return False
    noun = words[k + 1]
    if noun in v.DEMONSTRATIVE:
        if k + 2 >= r.size or r.stop[k + 2] or not r.has_article(k + 2):
            return True  # ، جاء ذلك في ...
        noun = words[k + 2]
    act = v.deverbal(v.bare(noun)) != "" or v.bare(noun) in forms()
    return act or v.bare(noun) in v.OCCASIONS  # but وجاءت هذه السيارة


def _closes_relative(r: Reading, k: int) -> bool:
    """Whether the comma before a word closes a relative clause, which the verb goes on behind (الفكرة، التي طرحت أمس، | جاءت ...)."""
    opens = next((j for j in range(k - 1, max(k - _RELATIVE - 1, 0), -1) if r.stop[j]), 0)
    return r.stop[opens] == COMMA and r.words[opens] in v.RELATIVE and r.words[k][0] != "و"


def comments(r: Reading, k: int, cues: dict[int, Cue], tells: Callable[[int], bool]) -> bool:
    """Whether the writer comments on what was said (، دون أن يوضح ...، الأمر الذي نفته الوزارة)."""
    word = r.words[k]
    if k + 2 >= r.size:
        return False
    comma, following = r.stop[k] == COMMA, r.words[k + 1]
    if word in v.WHICH_IS and comma and following in v.FUNCTION["its_kind"]:
        return True  # ، وهو كلام لم يبدد المخاوف
    if word in v.FUNCTION["which_is", "this_is"]:
        denied = r.words[k + 2] in v.FUNCTION["did_not"]  # وهو ما لم يحدث
        object_left_out = not r.words[k + 2].endswith("ه") and _is_present(r.words[k + 2])
        if object_left_out and not v.heads("".join(r.words[k + 3 : k + 4])):
            return False  # وهو ما يكشف حجم الإنجاز
        on_it = "".join(r.words[k + 3 : k + 4]) in v.BACK_TO  # وهذا ما أكد عليه الوزير
        theirs = _cue_with_object(r.words[k + 2]) and (word in v.WHICH_IS or r.words[k + 2][-1] == "ه" or on_it)
        return comma and following in v.FUNCTION["what"] and (theirs or denied)  # ، وهو ما نفته الوزارة، وهذا ما أكده
    if word in v.FUNCTION["matter"]:
        related = comma and following in v.RELATIVE
        return related and (_cue_with_object(r.words[k + 2], everyday=False) or tells(k + 2))
    if comma and word in BY_THE_WAY:
        return following in COMPLEMENTISERS or r.words[k + 2] in COMPLEMENTISERS  # ، ويذكر أن
    if comma and word in v.FUNCTION["by_the_way"] and following in COMPLEMENTISERS:
        return True  # ، يذكر أن
    if word not in v.FUNCTION["without"]:
        return False
    told = k + 1 + (following in COMPLEMENTISERS)
    cue = cues.get(told)
    if r.has_article(told) and not comma:
        return False  # جرى ذلك من دون الإفصاح عن السبب
    return r.words[told] in v.FUNCTION["detail"] or (comma and cue is not None and not cue.verb.soft)


def explains(r: Reading, k: int) -> bool:
    """Whether the writer tells what it means (في ما يشكل ...)."""
    words = r.words
    means = words[k] in v.IN and words[k + 1 : k + 2] == ["ما"] and r.stop[k] == COMMA
    if not means or k + 2 >= r.size or words[k + 2][0] not in "يت":
        return False
    return words[k + 2] not in forms() or not v.heads("".join(words[k + 3 : k + 4]))


def goes_on_behind(r: Reading, k: int) -> bool:
    """Whether behind the comma that closes a relative clause a verb goes on the clause around it."""
    end = min(k + _RELATIVE, r.sentence_end[k])
    comma = next((j for j in range(k + 1, end) if r.stop[j]), end)
    if comma >= end:
        return False
    word = r.words[comma]
    form = forms().get(word)
    if form is not None:
        return form.finite and not form.joined
    return word[0] == "ت" or verb_shape(word) or future_shape(word)


def _is_present(word: str) -> bool:
    """Whether a word is a cue in the present."""
    form = forms().get(word)
    return form is not None and form.part == "present"


def _cue_with_object(word: str, *, everyday: bool = True) -> bool:
    """Whether a verb is a cue, also with its object (وهو ما رفضته الوزارة); one that is an everyday word only if asked for."""
    form = forms().get(word) or (forms().get(v.without_object(word)) if word.endswith("ه") else None)
    return form is not None and (everyday or not form.verb.weak or word.endswith("ه"))
