"""Contents: how far the reported words or clause reach."""

from __future__ import annotations

import re
from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import can_begin_phrase, feminine_past
from analysis.quotes.boundaries import COLON, COMMA
from analysis.quotes.cues import Complement, Cue
from analysis.quotes.kinds import WORDS_NOT_NAME, holds_reported_words
from analysis.quotes.marks import Quoted
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.reading import Reading
from analysis.quotes.recall import clause_agrees
from analysis.quotes.verbs import Form, first_person
from analysis.quotes.vocabulary import COMPLEMENTISERS
from analysis.quotes.voice import Voice

Span = tuple[int, int]

_FULL_QUOTATION: Final = 5
#: Reported clauses are no longer, in words: it keeps the time linear in the text's length.
LONGEST: Final = 300
#: An active participle in the accusative: of form I, II or III (تاركا، محطما، مدافعا).
_ACTING: Final = re.compile("(?:.ا..|م.(?:..|ا..))ا$")
#: A participle in the accusative, of any form (مكتفيا، متحديا، مستشهدا).
_MANNER: Final = re.compile("م(?:.ا?..|.ت..|ت.ا?..|ت..ي|ست...)ا$")
#: A clause stands within another that began so many words before.
_NESTED: Final = 60
#: The subject of a verb begins within so many words.
_SUBJECT: Final = 8
#: An adjunct right behind أن has no more words, أن among them.
_ADJUNCT: Final = 4
#: The bracket that credits a picture holds fewer words.
_CREDIT: Final = 4
#: What tells when, or otherwise begins an adjunct.
TIMES: Final = v.WITH_AND["adjunct", "at_a_time", "which_day"]
_EDGE: Final = " \n\r\t\v\f\u2028\u2029\x85\"«»“”„‟‘’'‹›()[]،,.;؛:؟?!…-–—/*•●▪■"


def content_span(
    r: Reading, complement: Complement, voice: Voice, cues: dict[int, Cue], by: Form | None = None
) -> tuple[Span, str]:
    """Offsets (folded) of a content and its kind.

    Parameters
    ----------
    r : Reading
    complement : Complement
        Where it begins.
    voice : Voice
        Tells where the writer speaks again.
    cues : dict of int to Cue
        All cues by word.
    by : Form, optional
        The cue, where its gender and number are those of one who speaks: a verb that differs goes on what is said.

    Returns
    -------
    (start, end), kind
    """
    if complement.quoted is not None and complement.form in ("marks", "colon"):
        q = complement.quoted
        if complement.form == "marks" or r.start[complement.at] >= q.start:
            if (behind := _goes_on_behind(r, q)) is not None and behind not in cues:
                return trim(r, q.start, _clause_end(r, behind, voice, cues, "clause")), "mixed"
            return trim(r, q.start, q.end if q.closed else _left_open(r, q, voice, cues)), "direct"
    first = complement.at
    start = r.start[first]
    end = _clause_end(r, first, voice, cues, complement.form, by)
    span = without_credit(r, trim(r, start, end))
    quoted = r.quoted_at(first) if complement.form == "phrase" else None
    if (
        complement.form == "colon"
        or complement.bare
        or (quoted is not None and quoted.start <= span[0] and span[1] <= quoted.end)
    ):
        return span, "direct"
    return span, "mixed" if holds_reported_words(r, span) else "indirect"


def _clause_end(
    r: Reading,
    first: int,
    voice: Voice,
    cues: dict[int, Cue],
    form: str,
    by: Form | None = None,
) -> int:
    nominal = form == "phrase"
    limit = min(r.sentence_end[first], first + LONGEST)
    enclosing = r.enclosing(first)
    if enclosing is not None and r.start[first] > enclosing.start:
        limit = min(limit, r.word_at(enclosing.end))
    if r.words[first] in COMPLEMENTISERS:
        limit = _before_speech(r, first, limit, cues)
    over = first  # so far a quotation is over
    for k in r.landmarks_from(first, limit):
        if k < over:
            continue
        returns = k > first and not _only_led(r, first, k) and voice.returns(k)
        if returns and form == "colon" and _tells_on(r, k, cues):
            continue
        if returns and by is not None and k in cues and is_another(r, by, cues[k], first):
            returns = _acts_between(r, first, k)
        if returns or (k > first and nominal and _goes_on_verb(r, first, k, cues)):
            break
        if nominal and k > first and r.stop[k] == COLON and r.quoted_at(k) is not None:
            break  # أعلن اعتزاله: «...»
        goes_on = r.words[k] == "وان" and r.stop[k] == COMMA and _written_low(r, k)
        if goes_on and r.words[first] in COMPLEMENTISERS and _within_another(r, first):
            break  # قال إن الشركة أبلغته بأن التسرب توقف، | وإن الفرق أخذت عينات
        told = k > first + 2 and r.stop[k] == COLON and r.words[first] in COMPLEMENTISERS
        if told and cues.keys().isdisjoint((k - 1, k - 2)) and _speaks_of_himself(r, k):
            break  # قال إنه ينتظر منذ الفجر: «لا نرى أحدا هنا»
        quoted = r.quoted_at(k)
        if quoted is not None and quoted.closed and (after := r.word_at(quoted.end)) > k:
            full = (
                k - first <= 4
                and r.count(quoted) >= _FULL_QUOTATION
                and r.words[k - 1] not in v.FUNCTION["relative", "demonstrative"]  # أن هذه «...»، لا تكفي
            )
            if full and k - first < 2 and after < limit and r.words[after] in v.WHICH_IS:
                return quoted.end  # أن «...» وهو ما ...
            if (full or r.count(quoted) >= WORDS_NOT_NAME) and _writer_goes_on(r, after, limit, full, cues):
                return quoted.end
            over = after
    else:
        k = max(limit, over)
    if k == first:
        return r.end[first]
    if k < limit:
        k = voice.first_word(k)
    return r.start[k] if k < r.size else len(r.text)


def _tells_on(r: Reading, k: int, cues: dict[int, Cue]) -> bool:
    """Whether who speaks may go on himself behind حيث or إذ, with an everyday verb and no other subject (قال: اشتريته، | إذ وجدت أنه جيد)."""
    where = k if r.words[k] in v.FUNCTION["where"] else k - 1
    cue = cues.get(where + 1)
    if cue is None or not cue.verb.weak or r.words[where] not in v.FUNCTION["where"]:
        return False
    following = "".join(r.words[where + 2 : where + 3])
    return not (v.heads(following) or following in v.GIVEN_NAMES or following in v.PLACES)


def _written_low(r: Reading, k: int) -> bool:
    """Whether أن, with what is joined to it, is written إن, and no condition (وإن كان)."""
    following = r.words[k + 1] if k + 1 < r.size else ""
    return "إ" in r.original(k, k + 1)[0] and not v.is_function(following, "auxiliary", "negation")


def _within_another(r: Reading, first: int) -> bool:
    """Whether a clause with أن stands within one with إن (قال إن الشركة أبلغته | بأن)."""
    if _written_low(r, first):
        return False
    before = range(max(r.sentence_start(first), first - _NESTED), first)
    return any(r.words[k] in COMPLEMENTISERS and _written_low(r, k) for k in before)


def _speaks_of_himself(r: Reading, k: int) -> bool:
    """Whether quoted words that begin here, as many as a sentence has, are in the first or second person."""
    q = r.quoted_at(k)
    if q is None or not q.closed or r.count(q) < WORDS_NOT_NAME:
        return False
    words = r.words[k : r.word_at(q.end)]
    return any(v.is_function(word, "self", "to_me") or word in first_person() for word in words)


def _before_speech(r: Reading, first: int, limit: int, cues: dict[int, Cue]) -> int:
    """Where behind a comma the words begin that lead up to speech without a cue (إنها «هشة»، | بينما اكتفى القائد بكلمتين: «...»)."""
    turn = limit
    if not r.quoted_within(r.start[first], r.end[limit - 1]):
        return limit
    for k in r.landmarks_from(first + 1, limit):
        if k in cues and cues[k].form.finite:
            turn = limit
        if r.stop[k] == COMMA and _turns_away(r, k):
            turn = k
        if r.words[k] in COMPLEMENTISERS or r.words[k] == "وان":
            turn = limit
        q = r.quoted_at(k) if r.stop[k] in (COMMA, COLON) else None
        if q is None or not q.closed or q.depth:
            continue
        if r.stop[k] == COLON and r.count(q) > 1 and _leads_up(r, turn, k):
            return turn
        if r.stop[k] == COMMA and r.count(q) >= _FULL_QUOTATION and _told_behind(r, q, cues):
            return k
    return limit


def _told_behind(r: Reading, q: Quoted, cues: dict[int, Cue]) -> bool:
    """Whether a verb of saying and who says it stand behind a quotation and end the sentence («...» | يضيف الوالد بمرارة)."""
    k = r.word_at(q.end)
    cue = cues.get(k)
    if (
        cue is None
        or not cue.form.finite
        or cue.form.joined
        or cue.verb.sense != "say"
        or "quote" not in cue.verb.takes
    ):
        return False
    end = r.sentence_end[k]
    if k + 1 >= end or r.stop[k + 1] or r.clause_end(k + 1, _SUBJECT) != end:
        return False
    return noun_phrase(r, k + 1, end) is not None


def _leads_up(r: Reading, turn: int, colon: int) -> bool:
    """Whether words between a turn and a colon tell that somebody speaks: a verb or a person behind لكن, بالقول behind a participle."""
    if turn >= colon:
        return False
    if _MANNER.match(r.words[turn].removeprefix("و")):
        return v.is_function(r.words[colon - 1], "saying", "saying_so")
    following = r.words[turn + 1]
    return following in v.PAST or v.heads(following) == "title" or v.is_function(following, "pronoun", "ordinal")


def _turns_away(r: Reading, k: int) -> bool:
    """Whether a word behind a comma tells a contrast, or how somebody speaks besides (لكن ...، ومتحديا ...)."""
    word = r.words[k]
    goes_on = word[0] == "ف" and word[1:] in v.COMES_BACK  # وإذ أقر بأن ...، | فإنه دافع عنه: «...»
    return (
        goes_on or word in v.FUNCTION["but", "but_he", "meanwhile"] or _MANNER.match(word.removeprefix("و")) is not None
    )


def _only_led(r: Reading, first: int, k: int) -> bool:
    """Whether a clause has but an adjunct so far (بأنه في الساحل، | تبين الأرقام أن ...)."""
    if k - first > _ADJUNCT or r.stop[k] != COMMA or r.words[first] not in v.COMES_BACK:
        return False
    return first + 1 < k and v.is_function(r.words[first + 1], "true_preposition", "in")


def is_another(r: Reading, by: Form, cue: Cue, first: int) -> bool:
    """Whether a verb without a subject tells of another than who speaks, by its gender or number (قالت إنه غادر وأكد أن).

    Somebody whom the clause from the word `first` on is about must agree with it.
    """
    form, k = cue.form, cue.word
    if not (form.finite and form.joined) or r.words[k][0] != "و":
        return False
    if form.gender in ("", by.gender) and form.plural == by.plural:
        return False
    if cue.verb.continues and not cue.verb.soft:
        return False  # وقال المتحدث إن ...، لكنها أكدت أن ...، وأضاف
    following = r.words[k + 1] if k + 1 < r.size else ""
    if following in v.DEMONSTRATIVE:
        return False  # وتركز هذه البلدان على
    if following and v.deverbal(following) == "" and noun_phrase(r, k + 1, min(k + _SUBJECT, r.size)) is not None:
        return False
    return clause_agrees(r, k, first, form.gender, form.plural)


def _acts_between(r: Reading, first: int, limit: int) -> bool:
    """Whether behind a comma somebody with a title acts, who may be the writer's next subject (، وزار الوزير الموقع، وأكد أن)."""
    joined = (k for k in r.landmarks_from(first + 1, limit) if r.stop[k] == COMMA and r.words[k][0] == "و")
    return any(k + 1 < limit and not r.stop[k + 1] and v.heads(r.words[k + 1]) == "title" for k in joined)


def _left_open(r: Reading, q: Quoted, voice: Voice, cues: dict[int, Cue]) -> int:
    """Where a quotation whose closing mark is missing ends: at the writer's participle (... من شخص | مشيرا إلى أن)."""
    first = r.word_at(q.start)
    told = (k for k in r.landmarks_from(first + 1, r.word_at(q.end)) if k in cues and cues[k].form.part == "participle")
    return next((r.start[k] for k in told if voice.returns(k)), q.end)


def _goes_on_behind(r: Reading, q: Quoted) -> int | None:
    """The word behind closed marks with which the clause goes on: a definite one that completes their last («... تعقب تحركات»
    المشجعين), or what the act in them is for («مقاطعة كاملة» لعمليات البيع)."""
    k = r.word_at(q.end)
    if not q.closed or q.depth or k < 2 or k >= r.size or not r.gap[k].endswith(" "):
        return None
    if not r.stop[k] and len(r.gap[k].strip()) == 1 and r.count(q) > 1 and _for_act(r, r.word_at(q.start), k):
        return k
    if not r.stop[k] and r.words[r.word_at(q.start)] in v.DEMONSTRATIVE and r.words[k][0] in "يت":
        return k  # مضيفا «هذه السياسة» تجعل ...
    if r.count(q) < _FULL_QUOTATION:
        return None
    if r.stop[k] or len(r.gap[k].strip()) != 1:
        return None
    last, word = r.words[k - 1], r.words[k]
    if r.has_article(k - 1) or v.is_function(last, "preposition", "pronoun") or k - 1 in r.tanwin:
        return None
    if v.deverbal(last) == "own" or last[-1] == "ا":
        return None  # complete: with its pronoun, or in the accusative
    apart = word in v.RELATIVE or v.heads(word) != "" or word in TIMES
    return k if r.has_article(k) and not apart else None


def _for_act(r: Reading, first: int, k: int) -> bool:
    """Whether a noun of action with ل at a word goes on with one at the beginning of quoted words."""
    word = r.words[k]
    act = (
        word[0] == "ل"
        and word[1:2] != "ل"
        and (v.deverbal(word[1:]) == "listed" or (word.endswith("ات") and not v.is_crowd(word[1:])))
    )
    return act and v.deverbal(v.bare(r.words[first])) != "" and word not in v.NOT_JOINED


def _related(r: Reading, first: int, k: int) -> bool:
    """Whether a relative clause or a verb stands between two words, which another verb may go on."""
    return any(w in v.RELATIVE or w in v.COMPLEMENTISERS or w in v.PAST for w in r.words[first:k])


def _goes_on_verb(r: Reading, first: int, k: int, cues: dict[int, Cue]) -> bool:
    """Whether a verb is joined behind a comma: it goes on the verb of the cue, not a nominal complement (أوصت بعقد ...، وناقشت)."""
    if r.stop[k] != COMMA:
        return False
    word, cue = r.words[k], cues.get(k)
    if cue is None and k in r.tanwin and _ACTING.match(word):
        return True  # أعلن خطبته، محطما ...
    amounts = k + 1 < r.size and v.is_function(r.words[k + 1], "amounts_to")  # فيما بلغت الصادرات مليارا
    if word in v.FUNCTION["but", "but_he", "sets_in"] and not amounts:
        return True  # أعلن تأجيل الحفل، وقد ...
    if k + 1 >= r.size:
        return False
    following, definite = r.words[k + 1], r.has_article(k + 1)
    if word in v.FUNCTION["matter"] and following in v.RELATIVE:
        return True  # دعا إلى مقاطعة الزيارة، الأمر الذي دفع ...
    acts = can_begin_phrase(following) or following in v.PAST
    if word in v.FUNCTION["likewise"] and acts and not definite:
        return True  # ، كما قام الصندوق بـ...
    if word in v.FUNCTION["that_is"] and v.is_function(following, "since"):
        return True  # أعلن اعتزاله، وذلك بعد اجتماعه
    acts = word[0] == "و" and word[1:] in v.PAST and word not in v.NOT_JOINED and not v.deverbal(word[1:])
    if acts and word[1:] not in v.NEGATION and not _related(r, first, k):
        return True  # أعلن تأجيل الحفل، وحاول ...
    if v.is_function(word, "then") and following in v.PAST:
        return True  # أعلن إطلاق الخدمة، ثم عاد ...
    if feminine_past(word) and (following in v.DEMONSTRATIVE or definite):
        return True  # ، وأقيمت هذه الاحتفالية
    return cue is not None and cue.form.joined and cue.form.part == "past" and not cue.verb.weak


def _writer_goes_on(r: Reading, k: int, limit: int, full: bool, cues: dict[int, Cue]) -> bool:
    """Whether behind a closed quotation the reported clause is over.

    After a quotation that makes up the clause (`full`) any comma ends it, unless the clause goes on with a conjunction;
    after one within the clause only the writer's own verb or an adjunct does (، وسوف ...، وسط تصفيق ...).
    """
    if k >= limit or r.stop[k] < COMMA:
        return k >= limit and full
    word = r.words[k]
    if word.startswith("وب") and v.deverbal(v.bare(word[2:])) != "":
        return False  # بالتعاون «...»، وبالتخطيط «...»
    if word in v.FUNCTION["goes_on"] or (word[0] == "و" and word[1:] in COMPLEMENTISERS):
        return False
    denies = word in v.NEGATION and k + 1 < r.size and r.words[k + 1][0] in "يت"  # هذه «...»، لا تكفي
    if full or (word in v.FUNCTION["adjunct"] and not denies):
        return True
    cue = cues.get(k)
    return word[0] == "و" and (word[1:] in v.FUNCTION["auxiliary"] or (cue is not None and cue.form.finite))


def without_credit(r: Reading, span: Span) -> Span:
    """Leave out the bracket that ends a caption and says whose picture it is (... لسحب قواتها | (رويترز - أرشيف))."""
    if not r.text.startswith(")", span[1]):
        return span
    last = r.word_at(span[1])
    opens = next((k for k in range(last - 1, max(last - _CREDIT, 0), -1) if "(" in r.gap[k]), None)
    if opens is None or r.start[opens] <= span[0]:
        return span
    credit = all(w in v.FUNCTION["agency", "wire", "credit"] for w in r.words[opens:last])
    return trim(r, span[0], r.end[opens - 1]) if credit else span


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
