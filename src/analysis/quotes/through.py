"""Through whom: the agency, paper, platform or programme that carried a statement."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import verb_shape
from analysis.quotes.boundaries import SENTENCE
from analysis.quotes.cues import Attribution, Cue
from analysis.quotes.mentions import begins_with_l
from analysis.quotes.phrases import extend, noun_phrase
from analysis.quotes.reading import Range, Reading
from analysis.quotes.sources import goes_on_to_name

#: Beyond so many words between source and content no medium or addressee is looked for.
_FAR: Final = 40
#: Behind the source of a sourcing phrase its medium begins within so many words.
_BEHIND: Final = 10
#: The occasion that leads up to a cue is no longer, in words.
_LEAD: Final = 20
#: The name of a medium has no more words, in marks no more than the second.
_NAME: Final = 8
_SHORT_NAME: Final = 4
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


def find_medium(r: Reading, a: Attribution) -> str | None:
    """The medium that relays a statement, or that the words between cue and content name (لـ«عكاظ», على موقع ..., في تصريح لقناة ...).

    It may also stand in the occasion that leads up to the cue (وفي مقابلة مع قناة ...، قال).
    """
    if a.relay is not None:
        return _in_full(r, *a.relay)
    cue, source = a.cue, a.source
    if cue is None:
        return _told_in_label(r, a)
    found = _medium_in(r, between(r, cue, source, a.span), a.span[0], source)
    if found is None:
        found = _medium_in(r, _occasion_before(r, cue), r.start[cue[0]])
    if found is None and source is not None and cue[1] < source[0]:  # كشف لـ«المرفأ» | المتحدث
        found = _medium_in(r, range(cue[1], source[0]), r.start[source[0]])
    if found is None and (r.words[cue[1] - 1] in v.SAYING_SO or a.how == "masdar"):
        found = _medium_in(r, lead(r, cue), r.start[cue[0]])  # صرح حداد لـ«المرفأ» | قائلا
    if found is None and source is not None and a.how == "sourcing" and a.span[0] < r.start[cue[0]]:
        end = next((k for k in range(source[1], r.sentence_end[cue[0]]) if r.stop[k]), r.sentence_end[cue[0]])
        found = _medium_in(
            r, range(source[1], min(source[1] + _BEHIND, end)), len(r.text)
        )  # ...، وفق تقرير | نشره موقع «المرفأ»
    return found


def _told_in_label(r: Reading, a: Attribution) -> str | None:
    """Whom a headline names behind ل, unless those are people (حداد لـ«المرفأ»: ...، حداد ل المرفأ: ...)."""
    stretch = between(r, None, a.source, a.span)
    if (found := _medium_in(r, stretch, a.span[0])) is not None or a.source is None:
        return found
    k = stretch.start
    alone = len(stretch) in (2, 3) and r.words[k] == "ل" and not (v.heads(r.words[k + 1]) or v.is_crowd(r.words[k + 1]))
    return original(r, r.start[k + 1], r.end[stretch.stop - 1]) if alone else None


def lead(r: Reading, cue: Range) -> range:
    """The words of the sentence before a cue that only repeats its verb (صرح حداد للصحفيين | قائلا)."""
    return range(max(r.sentence_start(cue[0]), cue[0] - _LEAD), cue[0])


def carries(r: Reading, k: int) -> bool:
    """Whether a word is a medium or an agency, also with ل or ب before it (لصحيفة، لرويترز)."""
    plain = _WITHOUT_PREPOSITION[r.words[k]]
    if plain == "":
        return False
    led = k > 0 and (v.is_function(r.words[k - 1], "in", "true_preposition") or plain != r.words[k])
    if plain in v.FUNCTION["own_page", "page"]:
        where = r.words[k + 2] if k + 2 < r.size and r.words[k + 1] in v.IN and not r.stop[k + 1] else ""
        page = where == "" or v.heads(where) == "medium" or where in v.FUNCTION["platform"]
        return led and page  # على موقعه, but تميز موقعه، على موقعه في التشكيلة
    if plain in v.FUNCTION["broadcast"]:
        return led or (k + 1 < r.size and r.quoted_at(k + 1) is not None)  # في برنامج, but تعد برنامج تدريب
    return not (plain.endswith("ه") and not r.written_with_teh(k))  # نشرة, not نشره


def _without_preposition(word: str) -> str:
    """A word that is an agency or heads a medium, without ل or ب before it; nothing where it is neither."""
    plain = word[1:] if word[0] in "لب" and v.heads(word) != "medium" else word
    named = v.bare(plain) in v.WORDS["media"] or plain in v.WORDS["media"] or plain in v.FUNCTION["agency"]
    return plain if named else ""


_WITHOUT_PREPOSITION: Final = v.PerWord(_without_preposition)


def _leads_to_medium(word: str) -> bool:
    """Whether a medium may begin at a word or right behind it."""
    return word in v.FUNCTION["to_medium"] or _WITHOUT_PREPOSITION[word] != ""


_LEADS_TO_MEDIUM: Final = v.PerWord(_leads_to_medium)


def _medium_in(r: Reading, stretch: range, limit: int, source: Range | None = None) -> str | None:
    page: str | None = None
    for k in stretch:
        if r.words[k] in v.RELATIVE and source is not None and v.bare(r.words[source[0]]) not in v.TEXTS:
            break  # اليابان التي تسعى إلى التحقق مما كشفه موقع ...
        if not _LEADS_TO_MEDIUM[r.words[k]]:
            continue
        if r.words[k] in v.FUNCTION["to_medium"] and (named := _in_marks(r, k + 1, limit)) is not None:
            if source is None or k > source[1] or not _completes(r, source):
                return named
        elif carries(r, k):
            named = _named(r, k, limit)
            if _WITHOUT_PREPOSITION[r.words[k]] not in v.FUNCTION["own_page", "page"]:
                return named
            page = page or named  # على صفحته | على فيسبوك
    return page


def _in_marks(r: Reading, k: int, limit: int) -> str | None:
    """The short name in marks or brackets that begins at a word (لـ«عكاظ»، لـ(المرفأ))."""
    if k >= r.size or r.gap[k] == " ":
        return None
    q = r.quoted_at(k)
    if q is not None and q.end < limit and r.count(q) <= _SHORT_NAME:
        return original(r, q.start, q.end)
    end = next((j for j in range(k + 1, min(k + _SHORT_NAME, r.size) + 1) if r.gap[j] != " "), k)
    bracket = "(" in r.gap[k] and end > k and r.gap[end].startswith(")") and r.end[end - 1] < limit
    return original(r, r.start[k], r.end[end - 1]) if bracket else None


def _completes(r: Reading, source: Range) -> bool:
    """Whether ل behind a source says what it is of (الرئيس التنفيذي | لـ«أفق»، التقرير الشهري | لـ«تداول»), not who was told."""
    head = v.bare(r.words[source[0]])
    if head in v.TEXTS and head not in v.FUNCTION["source_word"]:
        return True
    near = range(max(source[0], source[1] - 2), source[1])
    return any(v.bare(r.words[k]) in v.FUNCTION["directs"] and r.has_article(k) for k in near)


def _named(r: Reading, k: int, limit: int) -> str:
    """A medium as the article writes it, without the preposition that is joined to it."""
    plain = _WITHOUT_PREPOSITION[r.words[k]]
    joined = int(plain != r.words[k])
    if plain in v.FUNCTION["agency"]:
        rest = k + 1 < r.size and not r.stop[k + 1] and r.words[k + 1] in v.FUNCTION["agency_rest"]
        return original(r, r.start[k] + joined, r.end[k + rest])
    end = _name_end(r, k, r.word_at(limit))
    if r.words[k].startswith("لل") and not begins_with_l(r.words[k]):
        return "ال" + original(r, r.start[k] + 2, _closing(r, end - 1))
    if end == k + 1 and r.has_article(k):
        return _in_full(r, k, k + 1)
    return original(r, r.start[k] + joined, _closing(r, end - 1))


def _name_end(r: Reading, k: int, limit: int) -> int:
    """One past the last word of a medium's name that begins at a word, also with a preposition before it."""
    first = k + (_WITHOUT_PREPOSITION[r.words[k]] != r.words[k])
    go_on = noun_phrase if first > k else extend
    span = go_on(r, first, min(k + _NAME, limit)) if first < r.size and r.stop[first] == 0 else None
    end = max(span[1] if span else k + 1, k + 1)
    marked = r.quoted_at(k + 1) if k + 1 < end else None
    return end if marked is None else min(end, r.word_at(marked.end))  # مجلة «اللقطة» | نشر


def _in_full(r: Reading, first: int, end: int) -> str:
    """A medium with its name: of what is only called الصحيفة or القناة, the one of that kind named last."""
    if first + 1 == end and r.has_article(first) and r.words[first][0] == "ا":
        for k in reversed(r.places(v.bare(r.words[first]))):
            end_of_name = _name_end(r, k, r.size) if k < first else k
            if end_of_name > k + 1:
                return r.original(k, end_of_name)[0]
    word = r.words[first]
    if word[0] == "ل" and _WITHOUT_PREPOSITION[word] not in ("", word):  # وفقا | لوكالة الأنباء
        definite = word.startswith("لل") and not begins_with_l(word)
        return ("ال" if definite else "") + r.original(first, end)[0][1 + definite :]
    return r.original(first, end)[0]


def _occasion_before(r: Reading, cue: Range | None) -> range:
    """The words from في and an occasion at the start of the sentence up to the cue, or none."""
    if cue is None or r.stop[cue[0]] >= SENTENCE:
        return range(0)
    first = r.sentence_start(cue[0])
    opens = first + 1 < cue[0] and r.words[first] in _IN and r.words[first + 1] in v.OCCASIONS
    return range(first + 2, cue[0]) if opens and cue[0] - first < _LEAD else range(0)


def between(r: Reading, cue: Range | None, source: Range | None, content: tuple[int, int]) -> range:
    """The words between cue or source and content, unless there are too many."""
    first = max(cue[1] if cue else 0, source[1] if source else 0)
    last = r.word_at(content[0])
    return range(first, last) if last - first < _FAR else range(0)


def _closing(r: Reading, word: int) -> int:
    """Offset behind a word and the mark that closes right after it."""
    end = r.end[word]
    return end + 1 if end < len(r.text) and r.text[end] in '"»”’' else end


def original(r: Reading, start: int, end: int) -> str:
    """A stretch of the folded text as the article writes it."""
    a, b = r.folded.span(start, end)
    return r.folded.original[a:b]
