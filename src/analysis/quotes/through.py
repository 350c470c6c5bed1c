"""Through whom and to whom: the medium that carried a statement and the person spoken to."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import verb_shape
from analysis.quotes.boundaries import COMMA, SENTENCE
from analysis.quotes.cues import Cue
from analysis.quotes.phrases import extend, noun_phrase
from analysis.quotes.reading import Range, Reading
from analysis.quotes.sources import goes_on_to_name
from analysis.quotes.verbs import forms

#: Beyond so many words between source and content no medium or addressee is looked for.
_FAR: Final = 40
#: The occasion that leads up to a cue is no longer, in words.
_LEAD: Final = 20
_ASIDE: Final = 12
_ADDRESSING: Final = v.FUNCTION["addressing", "facing", "meeting"]
_IN: Final = v.WITH_AND["in"]


def relayed(r: Reading, cue: Cue, limit: int, cues: dict[int, Cue]) -> tuple[Range | None, Range | None]:
    """Medium and source of a relayed statement (نقلت وكالة ... عن ... قوله، علمت الصحيفة من مصدر أن).

    Parameters
    ----------
    r : Reading
    cue : Cue
        The relaying verb, or the verbal noun after it.
    limit : int
        Index of the word at which the complement begins.
    cues : dict of int to Cue

    Returns
    -------
    medium, source : tuple of int or None
        Ranges of words.
    """
    of = "عن"
    if cue.verb.sense == "relay" or cue.verb.learns:
        verb: int | None = cue.word
        end = limit
        of = "من" if cue.verb.learns else _of(cue)
    elif cue.form.part == "masdar" and (cue.form.gender or cue.form.plural or r.words[cue.word] == "القول"):
        verb, end = _relaying_verb(r, cue, cues), cue.word
        of = _of(cues[verb]) if verb is not None else of
    else:
        return None, None
    if verb is None:
        return None, None
    for k in range(verb + 1, end):
        if r.words[k] in v.FUNCTION["of_whom"] and k > verb + 1 and cue.form.part == "masdar":
            return noun_phrase(r, verb + 1, k), None  # ونقلت الوكالة | عنه القول إن
        if k + 1 < end and (r.words[k] == of or r.words[k] in v.FUNCTION["tongue"]):
            source = (extend if verb_shape(r.words[k + 1]) else noun_phrase)(r, k + 1, end)  # نقلت عن يفغيني سيروف
            if source is not None and goes_on_to_name(r, source, end):
                source = source[0], end  # المكلف بالإشراف | على القضايا سامر حداد
            k -= r.words[k] != of  # على لسان
            return (noun_phrase(r, verb + 1, k) if k > verb + 1 else None), source
    return None, None


def _of(cue: Cue) -> str:
    """The preposition that leads to whom a relaying verb names (نقلت عن، نسبت إلى)."""
    return "الي" if cue.verb.credits else "عن"


def _relaying_verb(r: Reading, cue: Cue, cues: dict[int, Cue]) -> int | None:
    for k in range(cue.word - 1, max(-1, cue.word - 40), -1):
        if r.sentence_end[k] != r.sentence_end[cue.word]:
            return None
        if (other := cues.get(k)) is not None and (other.verb.sense == "relay" or other.form.part == "past"):
            return k
    return None


def find_medium(r: Reading, cue: Range | None, source: Range | None, content: tuple[int, int]) -> str | None:
    """The medium that the words between cue and content name (لـ«عكاظ», على موقع ..., في تصريح لقناة ...).

    It may also stand in the occasion that leads up to the cue (وفي مقابلة مع قناة ...، قال).
    """
    found = _medium_in(r, _between(r, cue, source, content), content[0])
    if found is None and cue is not None:
        found = _medium_in(r, _occasion_before(r, cue), r.start[cue[0]])
    if found is None and cue is not None and source is not None and cue[1] < source[0]:  # كشف لـ«المرفأ» | المتحدث
        found = _medium_in(r, range(cue[1], source[0]), r.start[source[0]])
    return found


def _without_preposition(word: str) -> str:
    """A word that heads a medium, without ل or ب before it; nothing where it heads none."""
    plain = word[1:] if word[0] in "لب" and v.heads(word) != "medium" else word
    return plain if v.bare(plain) in v.WORDS["media"] or plain in v.WORDS["media"] else ""


_WITHOUT_PREPOSITION: Final = v.PerWord(_without_preposition)


def _leads_to_medium(word: str) -> bool:
    """Whether a medium may begin at a word or right behind it."""
    return word in v.FUNCTION["to_medium"] or _WITHOUT_PREPOSITION[word] != ""


_LEADS_TO_MEDIUM: Final = v.PerWord(_leads_to_medium)


def _medium_in(r: Reading, stretch: range, limit: int) -> str | None:
    for k in stretch:
        word = r.words[k]
        if not _LEADS_TO_MEDIUM[word]:
            continue
        q = r.quoted_at(k + 1) if word in v.FUNCTION["to_medium"] and k + 1 < r.size else None
        if q is not None and q.end < limit and r.count(q) <= 4:
            return _original(r, q.start, q.end)
        plain = _WITHOUT_PREPOSITION[word]
        if plain:
            first = k + 1 if plain != word else k
            span = (
                noun_phrase(r, first, min(k + 8, r.word_at(limit))) if first < r.size and r.stop[first] == 0 else None
            )
            end = max(span[1] if span else k + 1, k + 1)
            if k + 1 < end and (named := r.quoted_at(k + 1)) is not None:
                end = min(end, r.word_at(named.end))  # مجلة «اللقطة» | نشر
            return _original(r, r.start[k] + (plain != word), _closing(r, end - 1))
    return None


def _occasion_before(r: Reading, cue: Range | None) -> range:
    """The words from في and an occasion at the start of the sentence up to the cue, or none."""
    if cue is None or r.stop[cue[0]] >= SENTENCE:
        return range(0)
    first = r.sentence_start(cue[0])
    opens = first + 1 < cue[0] and r.words[first] in _IN and r.words[first + 1] in v.OCCASIONS
    return range(first + 2, cue[0]) if opens and cue[0] - first < _LEAD else range(0)


def find_addressee(r: Reading, cue: Range | None, source: Range | None, content: tuple[int, int]) -> str | None:
    """The person or body spoken to (للصحفيين، مخاطبا النواب، موجها كلامه إلى ..., طالب الوزير الحكومة ب...)."""
    limit = r.word_at(content[0])
    for k in _between(r, cue, source, content):
        word = r.words[k]
        if not _leads_to_addressee(word):
            continue
        if word in v.FUNCTION["addressing"]:
            at = k + 1
            while at < limit and r.words[at] in v.FUNCTION["speech"]:
                at += 1
            span = noun_phrase(r, at, min(at + 8, limit))
            if span:
                return _original(r, r.start[span[0]], r.end[span[1] - 1])
        elif word in v.FUNCTION["facing"] or (
            word in v.FUNCTION["meeting"] and not v.OCCASIONS.isdisjoint(r.words[k - 2 : k])
        ):
            span = noun_phrase(r, k + 1, min(k + 8, limit))
            if span and _is_audience(r, span[0]):
                return _original(r, r.start[span[0]], r.end[span[1] - 1])
        elif word.startswith("لل"):
            return "ال" + _original(r, r.start[k], r.end[k])[2:]
    return _whom(r, cue, source, limit)


def _leads_to_addressee(word: str) -> bool:
    """Whether a word leads up to those addressed, or is who is addressed, with لل."""
    leads = word in _ADDRESSING
    return leads or (word.startswith("لل") and v.bare(word) in v.FUNCTION["addressee"])


def _is_audience(r: Reading, k: int) -> bool:
    """Whether a phrase is headed by people or a body (أمام النواب, not أمام البوابة)."""
    word = r.words[k]
    heads = v.heads(word) or (v.heads(word[:-1]) if word.endswith("ي") else "")  # مديري المصارف
    return heads in ("title", "body") or word.endswith(("ين", "ون")) or word in v.GROUP


def _whom(r: Reading, cue: Range | None, source: Range | None, limit: int) -> str | None:
    """Whom a demand or a message is for: the noun phrase behind its subject, or behind its verb where that is elided."""
    form = forms().get(r.words[cue[0]]) if cue else None
    if cue is None or form is None or not form.verb.addresses:
        return None
    at = _behind_aside(r, source[1] if source is not None and source[1] > cue[1] else cue[1], limit)
    if at < limit and r.words[at] in v.FROM:
        at += 1  # طلبت من الحكومة
    span = noun_phrase(r, at, min(at + 8, limit)) if at < limit else None
    return _original(r, r.start[span[0]], r.end[span[1] - 1]) if span else None


def _behind_aside(r: Reading, at: int, limit: int) -> int:
    """Where the sentence goes on behind an aside between commas that begins here."""
    if at >= limit or r.stop[at] != COMMA:
        return at
    return next((k for k in range(at + 1, min(at + _ASIDE, limit)) if r.stop[k] == COMMA), limit)


def _between(r: Reading, cue: Range | None, source: Range | None, content: tuple[int, int]) -> range:
    """The words between cue or source and content, unless there are too many."""
    first = max(cue[1] if cue else 0, source[1] if source else 0)
    last = r.word_at(content[0])
    return range(first, last) if last - first < _FAR else range(0)


def _closing(r: Reading, word: int) -> int:
    """Offset behind a word and the mark that closes right after it."""
    end = r.end[word]
    return end + 1 if end < len(r.text) and r.text[end] in '"»”’' else end


def _original(r: Reading, start: int, end: int) -> str:
    a, b = r.folded.span(start, end)
    return r.folded.original[a:b]
