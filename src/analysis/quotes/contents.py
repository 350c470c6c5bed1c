"""Contents: how far the reported words or clause reach."""

from __future__ import annotations

from collections.abc import Callable

from analysis.quotes import vocabulary as v
from analysis.quotes.complements import Complement
from analysis.quotes.cues import Cue
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.reading import COMMA, Reading
from analysis.quotes.sourcing import Sourcing
from analysis.quotes.vocabulary import COMPLEMENTISERS

Span = tuple[int, int]

#: From this many words on, marks hold reported words rather than a name.
WORDS_NOT_NAME = 3
_FULL_QUOTATION = 5
#: Reported clauses are no longer, in words: it keeps the time linear in the text's length.
_LONGEST = 300
#: The subject before its verb is no longer, in words.
_SUBJECT = 10
#: The topic that the writer turns to is no longer, in words.
_TOPIC = 7
#: First letters of verbs in the present: what is said to follow from something (، الأمر الذي يؤدي إلى ...).
_PRESENT = "يتن"
#: Shorter words in marks are mostly acronyms (كونا).
_ADJECTIVE = 5
#: Words, besides cues and sourcing phrases, at which a reported clause may be over: anywhere, or behind a comma.
_TURNING = v.function_words("turn_word") | v.function_words("turn") | v.function_words("gloss")
_TURNING_AFTER_COMMA = frozenset[str]().union(
    *map(v.function_words, ("reply", "lead", "in", "that_is", "before_that", "then", "without", "matter", "but"))
)
_EDGE = " \n\r\t\v\f\u2028\u2029\x85\"«»“”„‟‘’'‹›()[]،,.;؛:؟?!…-–—/"


def content_span(
    r: Reading,
    complement: Complement,
    reports: Callable[[Cue], bool],
    cues: dict[int, Cue],
    sourcing: dict[int, Sourcing],
) -> tuple[Span, str]:
    """Offsets (folded) of a content and its kind.

    Parameters
    ----------
    r : Reading
    complement : Complement
        Where it begins.
    reports : callable
        Tells of a later cue whether it has a complement of its own.
    cues : dict of int to Cue
        All cues by word.
    sourcing : dict of int to Sourcing
        All sourcing phrases by word.

    Returns
    -------
    (start, end), kind
    """
    if complement.quoted is not None and complement.form in ("marks", "colon"):
        q = complement.quoted
        if complement.form == "marks" or r.start[complement.at] >= q.start:
            return trim(r, q.start, q.end), "direct"
    first = complement.at
    start = r.start[first]
    end = _clause_end(r, complement, reports, cues, sourcing)
    span = trim(r, start, end)
    quoted = r.quoted_at(first) if complement.form == "phrase" else None
    if complement.form == "colon" or (quoted is not None and quoted.start <= span[0] and span[1] <= quoted.end):
        return span, "direct"
    return span, "mixed" if holds_reported_words(r, span) else "indirect"


def _clause_end(
    r: Reading,
    complement: Complement,
    reports: Callable[[Cue], bool],
    cues: dict[int, Cue],
    sourcing: dict[int, Sourcing],
) -> int:
    first = complement.at
    limit = min(r.sentence_end[first], first + _LONGEST)
    enclosing = r.enclosing(first)
    if enclosing is not None and r.start[first] > enclosing.start:
        limit = min(limit, r.word_at(enclosing.end))
    words, gap, over = r.words, r.gap, first  # so far a quotation is over
    for k in r.landmarks_from(first, limit):
        if k < over:
            continue
        word, spaced = words[k], gap[k] == " "
        turning = k in cues or k in sourcing or word in _TURNING or (not spaced and word in _TURNING_AFTER_COMMA)
        if turning and k > first and _voice_returns(r, k, reports, cues, sourcing):
            break
        quoted = None if spaced else r.quoted_at(k)
        if quoted is not None and quoted.closed and (after := r.word_at(quoted.end)) > k:
            full = k - first <= 4 and r.count(quoted) >= _FULL_QUOTATION
            if (full or r.count(quoted) >= WORDS_NOT_NAME) and _writer_goes_on(r, after, limit, full, cues):
                return quoted.end
            over = after
    else:
        k = max(limit, over)
    if k == first:
        return r.end[first]
    if k < limit and _leads_up(r, k, k in sourcing):
        k -= 1
    return r.start[k] if k < r.size else len(r.text)


def _leads_up(r: Reading, k: int, sourced: bool) -> bool:
    """Whether the word before the one at which a clause ends belongs to the writer as well (وذلك بحسب، من جهته، في إشارة)."""
    before = r.words[k - 1]
    if r.words[k] in v.function_words("gloss"):
        return before in v.function_words("in")
    return before in v.function_words("that_is" if sourced else "from") or _denied(r, k)


def _writer_goes_on(r: Reading, k: int, limit: int, full: bool, cues: dict[int, Cue]) -> bool:
    """Whether behind a closed quotation the reported clause is over.

    After a quotation that makes up the clause (`full`) any comma ends it, unless the clause goes on with a conjunction;
    after one within the clause only the writer's own verb or an adjunct does (، وسوف ...، وسط تصفيق ...).
    """
    if k >= limit or r.stop[k] < COMMA:
        return k >= limit and full
    word = r.words[k]
    if word in v.function_words("goes_on") or (word[0] == "و" and word[1:] in COMPLEMENTISERS):
        return False
    if full or word in v.function_words("adjunct"):
        return True
    cue = cues.get(k)
    return word[0] == "و" and (word[1:] in v.function_words("auxiliary") or (cue is not None and cue.form.finite))


def _voice_returns(
    r: Reading,
    k: int,
    reports: Callable[[Cue], bool],
    cues: dict[int, Cue],
    sourcing: dict[int, Sourcing],
) -> bool:
    """Whether at word `k` the reported clause is over: a new cue, a sourcing phrase, a change of speaker."""
    word = r.words[k]
    if k in sourcing and not sourcing[k].opens_clause:
        return r.words[k - 1] not in COMPLEMENTISERS  # but أنه وفقا لما ...
    if word in v.function_words("turn") and r.words[k - 1] in v.function_words("from"):
        return True  # من جهته
    if word in v.function_words("turn_word") and (r.stop[k] >= COMMA or k + 1 in cues):
        return True  # بدوره, but not القيام بدورهم
    if r.stop[k] == COMMA and (word in v.function_words("reply") or _adds_circumstance(r, k)):
        return True
    if r.stop[k] == COMMA and _comments(r, k, cues):
        return True
    if r.stop[k] == COMMA and (after := _afterwards(r, k)):
        nxt = cues.get(k + after)
        return nxt is not None and reports(nxt)
    if r.stop[k] == COMMA and (_somebody_else(r, k, reports, cues) or _topic_opens(r, k, reports, cues)):
        return True
    if word in v.function_words("gloss") and r.words[k - 1] in v.function_words("in"):
        return True  # في إشارة إلى
    if _while(r, k):
        return any((nxt := cues.get(j)) is not None and reports(nxt) for j in range(k + 2, k + 4))
    if word in v.function_words("lead") and r.stop[k] >= COMMA:
        nxt = cues.get(k + 1)
        if nxt is None or not nxt.form.finite:
            return False
        return (word in v.function_words("meanwhile") and r.stop[k] == COMMA) or (not nxt.verb.soft and reports(nxt))
    cue = cues.get(k)
    if cue is None or r.words[k - 1] in v.function_words("relative"):
        return False
    form = cue.form
    if form.part == "participle":
        return (
            _is_accusative(word)
            and (r.stop[k] > 0 or r.words[k - 1] not in v.function_words("preposition"))
            and (reports(cue) or (r.stop[k] == COMMA and (cue.verb.soft or r.words[k + 1 : k + 2] == ["ذلك"])))
        )
    if form.finite and not cue.verb.soft:
        if _denied(r, k):
            return v.heads("".join(r.words[k + 1 : k + 2])) != ""
        own_subject = form.joined or (r.stop[k] == COMMA and noun_phrase(r, k + 1, min(k + 12, r.size)) is not None)
        return own_subject and reports(cue) and r.words[k - 1] not in COMPLEMENTISERS
    return form.joined and form.part == "past" and "clause" in cue.verb.takes and _somebody_feels(r, k)


def _adds_circumstance(r: Reading, k: int) -> bool:
    """Whether the writer adds when or where it was said (، وذلك خلال ...); purpose and means (وذلك لتسهيل ...) were said too."""
    if r.words[k] not in v.function_words("that_is") or k + 1 >= r.size:
        return False
    return r.words[k + 1][0] not in "لب" and r.words[k + 1] not in v.function_words("means")


def _comments(r: Reading, k: int, cues: dict[int, Cue]) -> bool:
    """Whether the writer comments on what was said (، دون أن يوضح ...، الأمر الذي نفته الوزارة)."""
    word, following = r.words[k], "".join(r.words[k + 1 : k + 2])
    if word in v.function_words("matter"):
        return following in v.function_words("relative") and r.words[k + 2][0] not in _PRESENT
    if word not in v.function_words("without"):
        return False
    told = k + 2 if following in COMPLEMENTISERS else k + 1
    cue = cues.get(told)
    detail = told < r.size and (r.words[told] in v.function_words("detail"))
    return detail or (cue is not None and not cue.verb.soft)


def _somebody_else(r: Reading, k: int, reports: Callable[[Cue], bool], cues: dict[int, Cue]) -> bool:
    """Whether a contrast is opened with another who speaks (، إلا أن وكيل اللاعب أكد ...)."""
    if r.words[k] not in v.function_words("but"):
        return False
    first = k + 1 + (r.words[k + 1 : k + 2] != [] and r.words[k + 1] in COMPLEMENTISERS)
    if first >= r.size or not v.heads(r.words[first]):
        return False
    for j in r.noted(first + 1, min(first + _SUBJECT, r.sentence_end[first])):
        cue = cues.get(j)
        if cue is not None and cue.form.finite and not cue.verb.soft:
            return noun_phrase(r, first, j) == (first, j) and reports(cue)
    return False


def _topic_opens(r: Reading, k: int, reports: Callable[[Cue], bool], cues: dict[int, Cue]) -> bool:
    """Whether the writer turns to another topic on which somebody speaks (، وفي الشأن السوري قال ...)."""
    if r.words[k][0] != "و" or not v.is_function(r.words[k], "topic_on"):
        return False
    for j in r.noted(k + 2, min(k + _TOPIC, r.sentence_end[k])):
        cue = cues.get(j)
        if cue is not None and cue.form.part == "past" and not (cue.verb.soft or cue.verb.weak):
            return r.words[j - 1] not in v.function_words("relative") and reports(cue)
    return False


def _somebody_feels(r: Reading, k: int) -> bool:
    """Whether a verb of feeling has a subject and عن (وعبر سامر حداد عن سعادته)."""
    span = noun_phrase(r, k + 1, min(k + 12, r.size))
    return span is not None and span[1] < r.size and r.words[span[1]] in v.function_words("about")


def _denied(r: Reading, k: int) -> bool:
    """Whether the writer says behind a comma that a thing was not said (، ولم يعلن النادي ...)."""
    before = r.words[k - 1]
    return r.stop[k - 1] == COMMA and before[0] == "و" and before in v.function_words("negation")


def _afterwards(r: Reading, k: int) -> int:
    """How many words lead up to what was said next (ثم قالت، قبل أن تضيف)."""
    if r.words[k] in v.function_words("then"):
        return 1
    before = r.words[k] in v.function_words("before_that") and r.words[k + 1 : k + 2] == ["ان"]
    return 2 if before else 0


def _while(r: Reading, k: int) -> bool:
    """Whether a clause of time opens behind a comma in which somebody else may report (، في حين دعت ...)."""
    return (
        r.stop[k] == COMMA
        and r.words[k] in v.function_words("in")
        and k + 1 < r.size
        and r.words[k + 1] in v.function_words("while")
    )


def _is_accusative(word: str) -> bool:
    return word.endswith(("ا", "ين", "ه", "ات"))


def holds_reported_words(r: Reading, span: Span) -> bool:
    """Whether a reported clause holds words in marks that are more than a name."""
    if not r.quoted:
        return False
    first = r.word_at(span[0])
    for q in r.quoted_within(span[0] - 1, span[1]):
        if q.depth:
            continue
        at, size = r.word_at(q.start), r.count(q)
        if r.text[q.close_at : q.close_at + 2] == " (":
            continue  # a name with its Latin twin
        if size >= WORDS_NOT_NAME + 1 or (size >= 2 and not _names(r, at)):
            return True
        if size == 1 and at > first and (r.words[at - 1].startswith(("بانه", "انه", "بال")) or _describes(r, at)):
            return True
    return False


def _describes(r: Reading, at: int) -> bool:
    """Whether one quoted word is an adjective (رفع الحصار «كاملا»), not a name: indefinite, accusative or feminine."""
    word = r.words[at]
    described = len(word) >= _ADJECTIVE and word.endswith(("ا", "ه")) and not r.has_article(at)
    return described and not _names(r, at)


def _names(r: Reading, at: int) -> bool:
    """Whether the quoted words that begin at `at` stand as a name: after what they name, or joined to a clitic."""
    before = r.words[at - 1] if at else ""
    joined = before[:1] in ("ل", "ب") and v.heads(before[1:])
    if before in v.function_words("naming") or v.heads(before) or joined or len(before) == 1:
        return True
    text = r.words[at]
    return not ("\u0621" <= text[:1] <= "\u064a") or before in ("ب", "ل", "من", "علي", "في", "عن", "الي")


def trim(r: Reading, start: int, end: int) -> Span:
    """Leave out white space, marks and final punctuation at both edges."""
    text = r.text
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if end < len(text) and text[end] == "؟":
        end += 1
    return start, end
