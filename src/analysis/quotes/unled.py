"""Quotations that no verb of saying leads up to: behind a colon, as a sentence by themselves, or within one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import verb_shape
from analysis.quotes.boundaries import COLON, PARAGRAPH, SENTENCE
from analysis.quotes.headlines import subject
from analysis.quotes.marks import Quoted
from analysis.quotes.namewords import heads_joined
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.reading import Range, Reading
from analysis.quotes.verbs import forms

#: So many words in marks may be a name.
_NAME: Final = 3
#: A quotation that is a sentence by itself has no fewer words.
_SENTENCE: Final = 5
#: A clause in marks within the writer's sentence has no fewer words.
_CLAUSE: Final = 6
#: With whom an interview was stands within so many words.
_WITH: Final = 6
#: What leads up to speech without marks has no more words.
_LEAD: Final = 14
#: The work that a title names stands within so many words before it.
_WORK: Final = 3
#: Marks that end a sentence.
_OVER: Final = frozenset(".!؟?…")


#: The first word of a quotation, one past its last, and who speaks, if that is told where it stands.
Unled = tuple[int, int, Range | None]


def find_speech(r: Reading, loose: list[Quoted]) -> Iterator[Unled]:
    """Those of some quotations that stand behind a colon, with the subject of a headline.

    Where no verb tells who speaks, whoever the sentence is about does (وعن الموسم المقبل: «...»، ولا يخفي ارتياحه: «...»).

    Examples
    --------
    >>> from analysis.quotes.reading import read
    >>> r = read("وعن الموسم المقبل: «نحن جاهزون له تماما»")
    >>> list(find_speech(r, r.quoted))
    [(3, 7, None)]
    """
    for quoted in loose:
        at = r.word_at(quoted.start)
        if not 0 < at < r.size or r.stop[at] < COLON:
            continue
        size = r.count(quoted)
        called = size == 1 and r.text[quoted.end - 1] in "!؟"  # فعلت أصوات: «اجلس!»
        if (
            size <= _NAME
            and not called
            and not (size > 1 and (_worded(r, at) or any(map(_in_clause, r.words[at : at + size]))))
        ):
            continue
        first = r.sentence_start(at - 1)
        asked = "؟" in r.gap[at] and any(v.is_function(word, "topic_on") for word in r.words[first : first + 2])
        if asked or (":" in r.gap[at] and r.words[at - 1] not in v.FUNCTION["naming", "among_them"]):
            spoke = _publisher(r, first, at) or (subject(r, at) if first == 0 else None)
            yield at, r.word_at(quoted.end), spoke


def _publisher(r: Reading, first: int, at: int) -> Range | None:
    """Who publishes the text whose words follow (أصدر | اتحاد العمال بيانا هذا نصه: ...), or None."""
    return _opener(r, at) if v.is_function(r.words[first], "publishes") else None


def find_worded(r: Reading, loose: list[Quoted]) -> Iterator[Unled]:
    """Those of some quotations that a noun of wording or what is written on leads up to, without a colon.

    Examples
    --------
    >>> from analysis.quotes.reading import read
    >>> r = read("وختم الوزير سامر حداد كلمته بعبارة «عدنا ولن نعتذر»")
    >>> list(find_worded(r, r.quoted))
    [(6, 9, (1, 4))]
    """
    for quoted in loose:
        at = r.word_at(quoted.start)
        if not 1 < at < r.size or r.stop[at]:
            continue
        before = r.words[at - 1]
        words = before[0] == "ب" and "ال" + before[1:] in v.FUNCTION["wording"]
        written = before in v.BACK_TO and v.is_function(r.words[at - 2], "written")
        if (words or written) and r.count(quoted) > 1:
            opener = _opener(r, at)
            if opener is not None:  # without a holder a stamp or a wall is read
                yield at, r.word_at(quoted.end), opener


def _opener(r: Reading, at: int) -> Range | None:
    """The person or crowd behind the verb that opens the sentence of a word (رفع | المحتجون لافتات كتب عليها ...), or None."""
    first = r.sentence_start(at)
    source = noun_phrase(r, first + 1, at) if first + 1 < at and not r.stop[first + 1] else None
    if source is None:
        return None
    head = r.words[source[0]]
    somebody = v.heads(head) in ("title", "body") or head in v.GIVEN_NAMES or head in v.GROUP
    return source if somebody or v.is_crowd(head) or head.endswith(("ون", "ين")) else None


def _worded(r: Reading, colon: int) -> bool:
    """Whether the words before a colon announce some (اكتفى بجملة واحدة: «...»)."""
    return any(
        word[0] == "ب" and "ال" + word[1:] in v.FUNCTION["wording"] for word in r.words[max(colon - 2, 0) : colon]
    )


def find_alone(r: Reading, loose: list[Quoted]) -> Iterator[Unled]:
    """Those of some quotations that are a sentence by themselves, with whom a bracket behind names.

    Without the bracket whoever has just spoken goes on (وقال حداد إنه سعيد. «كان عاما طويلا علينا جميعا».).

    Examples
    --------
    >>> from analysis.quotes.reading import read
    >>> r = read("«كان عاما طويلا علينا جميعا».\\n(الوزير سامر حداد)")
    >>> list(find_alone(r, r.quoted))
    [(0, 5, (5, 8))]
    """
    for quoted in loose:
        at = r.word_at(quoted.start)
        if r.stop[at] < SENTENCE or r.count(quoted) < _SENTENCE:
            continue
        end = r.word_at(quoted.end)
        bracket = end < r.size and r.gap[end].endswith("(")
        if end >= r.size or r.stop[end] >= SENTENCE or (bracket and _behind_interview(r, end) > end):
            over = r.text[quoted.end - 1 : quoted.end] in _OVER or (end < r.size and not _OVER.isdisjoint(r.gap[end]))
            if r.stop[at] == PARAGRAPH and not (bracket or over):
                continue  # the name of a book on a line of its own
            yield at, end, noun_phrase(r, _behind_interview(r, end), r.sentence_end[end]) if bracket else None


def _behind_interview(r: Reading, k: int) -> int:
    """Index of the person with whom the interview was that a bracket names (من حوار مع | سامر حداد), else `k`."""
    if k + 3 >= r.size or r.words[k] not in v.FROM or v.bare(r.words[k + 1]) not in v.FUNCTION["interview"]:
        return k
    return next((j + 1 for j in range(k + 2, min(k + _WITH, r.size - 1)) if r.words[j] in v.FUNCTION["with"]), k)


def find_plain(r: Reading) -> Iterator[tuple[int, int, Range]]:
    """Speech without marks behind a colon, in the first person or a denial: its first word, one past its sentence, and who speaks.

    Examples
    --------
    >>> from analysis.quotes.reading import read
    >>> list(find_plain(read("خرج الوزير سامر حداد إلى الساحة: لا مال لدينا")))
    [(6, 9, (1, 4))]
    """
    for at in r.breaks:
        if not 0 < at < r.size or r.stop[at] != COLON or r.quoted_at(at) is not None or not _spoken(r.words[at]):
            continue
        first = r.sentence_start(at - 1)
        if at - first > _LEAD or v.is_function(r.words[at - 1], "naming", "among_them") or r.enclosing(at) is not None:
            continue
        somebody = (k for k in range(first, at) if r.words[k] in v.GIVEN_NAMES or v.heads(r.words[k]) == "title")
        k = next(somebody, at)
        verb = k == first + 1 and (r.words[first] in v.PAST or v.is_function(r.words[first], "auxiliary"))
        listed = k == first + 1 and r.words[first].isdigit()
        source = noun_phrase(r, k, at) if k < at and (k == first or verb or listed) else None
        if source is not None and not (verb and source[1] == at):
            yield at, r.sentence_end[at], source


def _spoken(word: str) -> bool:
    """Whether a word opens speech: a denial, or one who speaks of himself (لا، لن، نحن، سنعود)."""
    return word in v.FUNCTION["bare_speech", "self"] or (word.startswith("سن") and "ي" + word[2:] in forms())


def find_within(r: Reading, loose: list[Quoted]) -> Iterator[Unled]:
    """Those of some quotations that are clauses within a sentence that tells of somebody.

    Examples
    --------
    >>> from analysis.quotes.reading import read
    >>> r = read("توقف حداد عند سنوات الحرب «مع احترامي لمن عاشوها لم نتعلم منها شيئا»")
    >>> list(find_within(r, r.quoted))
    [(5, 13, None)]
    """
    for quoted in loose:
        at = r.word_at(quoted.start)
        if not at or r.stop[at] >= SENTENCE or _named(r, at) or r.count(quoted) < _CLAUSE:
            continue
        end = r.word_at(quoted.end)
        if any(map(_in_clause, r.words[at:end])):
            yield at, end, None


def _in_clause(word: str) -> bool:
    """Whether a word stands in clauses alone: a verb or its negation, a pronoun, what opens a clause."""
    denied = word[0] == "ل" and v.is_function(word, "negation")  # لم، لن، ليس
    return denied or verb_shape(word) or word in v.COMPLEMENTISERS or v.is_function(word, "personal", "copula")


def _named(r: Reading, at: int) -> bool:
    """Whether the words before marks tell that they hold a name or a title (كتاب «...»، بعنوان «...»، أغنيتها الشهيرة «...»)."""
    before = r.words[at - 1]
    if v.is_function(before, "naming", "among_them") or heads_joined(before) != "" or before in ("ل", "ب"):
        return True
    return any(_work(word) for word in r.words[max(at - _WORK, r.sentence_start(at)) : at])


def _work(word: str) -> bool:
    """Whether a word is a work with a title, also with a pronoun (أغنيتها الشهيرة «...»، الفيلم القصير «...»)."""
    plain = v.bare(word)
    stem = plain.removesuffix("ها").removesuffix("ه")
    tied = stem.removesuffix("ت") + "ه"
    return not v.FUNCTION["work"].isdisjoint((plain, stem, tied))
