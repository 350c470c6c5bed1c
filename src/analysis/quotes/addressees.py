"""To whom: the person or body that a statement is addressed to."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.boundaries import COMMA
from analysis.quotes.mentions import begins_with_l, without_preposition
from analysis.quotes.phrases import extend, noun_phrase
from analysis.quotes.reading import Range, Reading
from analysis.quotes.through import between, carries, lead, original
from analysis.quotes.verbs import forms

#: An aside between commas is no longer, in words.
_ASIDE: Final = 12
#: Those addressed are named in no more words.
_LONGEST: Final = 9
#: Plurals in ون and ين have more letters.
_SHORT: Final = 4
_ADDRESSING: Final = v.FUNCTION["addressing", "facing", "meeting"]


def find_addressee(r: Reading, cue: Range | None, source: Range | None, content: tuple[int, int]) -> str | None:
    """The person or body spoken to (للصحفيين، مخاطبا النواب، أمام النواب، طالب الوزير الحكومة بـ ...).

    Examples
    --------
    >>> from analysis.quotes.reading import read
    >>> r = read("قال الوزير للنواب إن السد جاهز")
    >>> find_addressee(r, (0, 1), (1, 2), (18, 30))
    'النواب'
    """
    limit = r.word_at(content[0])
    behind = between(r, cue, source, content)
    for k in behind:
        if r.words[k] in _ADDRESSING and (named := _faced(r, k, limit)) is not None:
            return named
    if (named := _told(r, behind, limit)) is not None:
        return named
    if cue is not None and source is not None and cue[1] < source[0]:  # قال للصحفيين | الوزير
        named = _told(r, range(cue[1], source[0]), source[0])
    if named is None and cue is not None and r.words[cue[1] - 1] in v.SAYING_SO:
        named = _said_to(r, lead(r, cue), cue[0])
    return named or _whom(r, cue, source, limit)


def _faced(r: Reading, k: int, limit: int) -> str | None:
    """Whom a word turns to (مخاطبا النواب، موجها كلامه إلى ...، أمام حشد، في لقاء مع الطلاب)."""
    word, at = r.words[k], k + 1
    if word in v.FUNCTION["addressing"]:
        while at < limit and r.words[at] in v.FUNCTION["speech"]:
            at += 1
        return _named(r, at, limit)
    meets = word in v.FUNCTION["meeting"] and not v.OCCASIONS.isdisjoint(r.words[k - 2 : k])
    if (word in v.FUNCTION["facing"] or meets) and at < limit and _is_audience(r, r.words[at]) and not carries(r, at):
        return _named(r, at, limit)
    return None


def _said_to(r: Reading, stretch: range, limit: int) -> str | None:
    """Whom the sentence turns to before قائلا (خاطب الوزير النواب | قائلا، توجه إلى الطلاب | قائلا)."""
    for k in stretch:
        if r.words[k] in v.FUNCTION["facing"] and not v.TRUE_PREPOSITION.isdisjoint(r.words[stretch.start : k]):
            continue  # علق على الخسارة | أمام منتخب السودان
        if r.words[k] in _ADDRESSING and (named := _faced(r, k, limit)) is not None:
            return named
    return _told(r, stretch, limit)


def _told(r: Reading, stretch: range, limit: int) -> str | None:
    """To whom ل leads, right behind who speaks, a comma, an occasion or a time (قال حداد للنواب، في رسالته للوزير)."""
    for k in stretch:
        word = r.words[k]
        if word in v.RELATIVE:
            break  # مورينيو الذي لم يخسر أمام ...
        if word[0] != "ل" or len(word) < 3 or word in v.NOT_JOINED or _is_particle(word) or carries(r, k):
            continue
        if word.startswith("لل") and v.bare(word) in v.FUNCTION["addressee"]:
            return _behind_l(r, k, limit)
        before = r.words[k - 1]
        led = k == stretch.start or r.stop[k] == COMMA or before in v.FUNCTION["at_a_time", "to_whom"]
        if led and _is_told(r, k):
            return _behind_l(r, k, limit)
        if (before in v.OCCASIONS or v.with_pronoun(before)) and _are_people(without_preposition(r.words[k])):
            return _behind_l(r, k, limit)  # في رسالتها للوزير, but في بيان للاتحاد
    return None


def _is_told(r: Reading, k: int) -> bool:
    """Whether behind ل stands somebody (للنواب، لنظيره، لمحققيه), or what the text names elsewhere (لأرسنال)."""
    plain = without_preposition(r.words[k])
    return _is_audience(r, plain) or _is_known(r, plain)


def _behind_l(r: Reading, k: int, limit: int) -> str | None:
    """Those addressed as the article writes them, without the ل before them."""
    span = extend(r, k, min(k + _LONGEST, limit))
    written = original(r, r.start[k], r.end[(span or (k, k + 1))[1] - 1])
    definite = r.words[k].startswith("لل") and not begins_with_l(r.words[k])
    return "ال" + written[2:] if definite else written[1:]


def _is_audience(r: Reading, word: str) -> bool:
    """Whether a word names people or a body that can be spoken to (النواب، نظيره، أحد السكان; not البوابة)."""
    return v.heads(word) == "body" or _are_people(word) or word in v.FUNCTION["deity"]


def _are_people(word: str) -> bool:
    """Whether a word names people: a title, a name, a plural (الوزير، مديري، المشاركين)."""
    title = v.heads(word) == "title" or (word.endswith("ي") and v.heads(word[:-1]) == "title")
    several = len(word) > _SHORT and word.endswith(("ين", "ون"))
    known = v.is_crowd(word) or word in v.GROUP or word in v.GIVEN_NAMES
    return title or several or known or word in v.FUNCTION["one_of", "everybody", "all_of"]


def _is_particle(word: str) -> bool:
    """Whether a word that begins with ل is one word (لدى، لأن)."""
    return v.is_function(word, "preposition", "adjunct", "complementiser", "true_preposition")


def _is_known(r: Reading, word: str) -> bool:
    """Whether the text names elsewhere what ل leads to (أكد دورتموند لأرسنال أن), and it is no time and no act."""
    other = v.deverbal(word) or word in v.OCCASIONS or v.is_function(word, "at_a_time", "ordinal", "preposition")
    return not other and (word in v.PLACES or any(r.words[k] == word for k in r.places(word)))


def _whom(r: Reading, cue: Range | None, source: Range | None, limit: int) -> str | None:
    """Whom a demand or a message is for: the noun phrase behind its subject, or behind its verb where that is elided."""
    form = forms().get(r.words[cue[0]]) if cue else None
    if cue is None or form is None:
        return None
    at = source[1] if source is not None and source[1] > cue[1] else cue[1]
    between_commas = at < limit and r.stop[at] == COMMA and form.verb.addresses and _is_audience(r, r.words[at])
    at = at if between_commas else _behind_aside(r, at, limit)
    if at >= limit:
        return None
    if form.verb.sense == "demand" and r.words[at] in v.FROM and r.words[at + 1] not in v.FUNCTION["to_whom"]:
        return _named(r, at + 1, limit)  # طلبت من الحكومة
    if form.verb.lemma in v.CALLING_ON and r.words[at][0] == "ب":
        return _behind_b(r, at, limit)
    if not form.verb.addresses:
        return None
    if v.is_function(r.words[at], "in", "true_preposition"):
        at = next((k for k in range(at + 2, limit) if _resumes(r, k)), limit)  # طالب في بيان اليوم | الهيئات
    return None if at >= limit or carries(r, at) else _named(r, at, limit)


def _resumes(r: Reading, k: int) -> bool:
    """Whether those addressed stand behind an adjunct of the verb (دعا في بيان له | الأطراف، طالبت في الوقت ذاته | الوزارة)."""
    before = r.words[k - 1]
    closed = r.stop[k] == COMMA or before in v.FUNCTION["at_a_time", "to_whom"] or before in v.SAME
    return (closed or v.with_pronoun(before)) and _is_audience(r, r.words[k])


def _behind_b(r: Reading, k: int, limit: int) -> str | None:
    """Those called on as the article writes them, without the ب before them (أهاب | بالسكان)."""
    span = extend(r, k, min(k + _LONGEST, limit))
    return original(r, r.start[k] + 1, r.end[span[1] - 1]) if span else None


def _named(r: Reading, k: int, limit: int) -> str | None:
    """The noun phrase that begins at a word, as the article writes it."""
    span = noun_phrase(r, k, min(k + _LONGEST, limit)) if k < limit else None
    return original(r, r.start[span[0]], r.end[span[1] - 1]) if span else None


def _behind_aside(r: Reading, at: int, limit: int) -> int:
    """Where the sentence goes on behind an aside between commas that begins here."""
    if at >= limit or r.stop[at] != COMMA:
        return at
    return next((k for k in range(at + 1, min(at + _ASIDE, limit)) if r.stop[k] == COMMA), limit)
