"""Preverbal sources: the noun phrase that stands as subject before its verb (الوزارة أعلنت أن), or has said something before."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.agreement import agrees
from analysis.quotes.beginnings import behind_given_name, feminine_past, is_share, name_before, verb_shape
from analysis.quotes.boundaries import COMMA
from analysis.quotes.cues import Cue
from analysis.quotes.endings import dutch_name
from analysis.quotes.objects import PEOPLE
from analysis.quotes.phrases import LONGEST, extend, noun_phrase
from analysis.quotes.praise import before_praise
from analysis.quotes.reading import Range, Reading
from analysis.quotes.sources import NAME, acts_or_relates, of_theirs
from analysis.quotes.subjects import topic_before
from analysis.quotes.verbs import forms
from analysis.quotes.vocabulary import COMPLEMENTISERS

_WHO_IS: Final = v.WHICH_IS
#: What only leads up to a subject.
_LEADS: Final = v.FUNCTION["lead", "exists"]
_COMPLEMENTISERS: Final = v.WITH_AND["complementiser"]
_DEMONSTRATIVE: Final = v.WITH_AND["demonstrative"]
_WAS: Final = v.WITH_AND["was"]
#: كان stands behind what leads up to it (في الأيام الأخيرة كان ...) within so many words.
_LED_UP: Final = 6
#: Opens the words of a narrator.
_FROM: Final = frozenset(("عن", "وعن", "فعن"))
#: The longest blessing, in words.
_BLESSING: Final = 4
#: A bracket beside a name holds fewer words (حداد (إلى اليمين) قال).
_SIDE: Final = 4


def source_before(r: Reading, cue: Cue) -> Range | None:
    """The noun phrase that stands as subject before its verb (الوزارة أعلنت أن), or None."""
    end = _before_bracket(r, cue.word)
    bracketed = end < cue.word
    if end and r.words[end - 1] in COMPLEMENTISERS and (before := has_said_before(r, end - 1)) is not None:
        return before
    end = _before_then(r, end)
    end = before_praise(r, end) if not r.stop[end] else end
    while end > 0 and r.words[end - 1].removeprefix("ف") in v.FUNCTION["auxiliary"] and r.stop[end] < COMMA:
        end -= 1
    if cue.form.joined and cue.form.finite and end == cue.word and r.words[end][0] == "و":
        return None  # وقال opens a sentence
    if end and (r.words[end - 1] in v.FUNCTION["but_he"] or r.words[end - 1] in v.WITH_AND["what"]):
        return None  # لما يقول إنها، المذكرة «...» لكنه أكد
    put_first, topic = topic_before(r, end) if r.words[cue.word if bracketed else end][0] == "ف" else (False, None)
    if put_first and cue.word + 1 < r.size and r.words[cue.word + 1] in v.IN_IT:
        return None  # أما المحور الثالث فدعا فيه | سامر حداد
    if put_first:
        return topic if topic is not None and _same_gender(r, cue, topic[0]) else None
    if end < cue.word and r.stop[end] == COMMA and v.is_function(r.words[r.sentence_start(end)], "was"):
        first = r.sentence_start(end) + 1  # كانت مصادر محلية، قد ذكرت
        subject = noun_phrase(r, first, end) if end - first < LONGEST else None
        return subject if subject is not None and subject[1] == end else None
    if end == cue.word and r.stop[end] == COMMA and (text := _issued_text(r, cue)) is not None:
        return text
    if end == cue.word and (named := _between_commas(r, cue) or _narrator(r, cue)) is not None:
        return named
    start = end
    while (
        start > 0
        and end - start < LONGEST
        and r.stop[start] < COMMA
        and ".." not in r.gap[start]  # رسميا.. | النادي يعلن رحيل المدرب
        and (r.words[start - 1] not in _COMPLEMENTISERS or dutch_name(r, start - 1))
        and r.words[start - 1] not in v.RELATIVE
        and r.words[start - 1] not in v.FUNCTION["contrast"]
    ):
        start -= 1
    if start > 0 and r.stop[start] == COMMA and r.words[start - 1] in COMPLEMENTISERS:
        return None
    if not cue.form.joined and (many := _many_before(r, cue, start, end)) is not None:
        return many
    if start > 0 and r.words[start - 1] in v.COMES_BACK and r.words[start].endswith("ت"):
        start += 1  # إنها جمعت | بيانات أشارت إلى
    if (
        end - start == 1
        and cue.form.part == "present"
        and verb_shape(r.words[start])
        and len(r.places(r.words[start])) > 1
    ):
        return start, end  # two verbs do not follow each other: a name (يرعال يتهم تركيا)
    if not cue.form.joined and (described := _described_subject(r, cue, start, end)) is not None:
        return described
    while start < end and not is_share(r, start) and (r.words[start] in _LEADS or r.words[start][0].isdigit()):
        start += 1
    if start + 1 < end and r.words[start] in _DEMONSTRATIVE and r.has_article(start + 1):
        start += 1  # هذه | الفئة ترى
    following = r.words[cue.word + 1] if cue.word + 1 < r.size else ""
    joined = (k for k in range(max(start + 1, end - 3), end) if r.words[k][0] == "و" and not _behind_preposition(r, k))
    if following in v.COMES_BACK and not cue.form.plural:
        joined = (
            k for k in joined if v.heads(v.bare(r.words[k][1:])) or r.has_article(k)
        )  # but وكيانات | قالت إنها تدعم
    was = (k + 1 for k in range(start, min(start + _LED_UP, end - 1)) if r.words[k].removeprefix("ف") in _WAS)
    for begin in [*was, start, *joined]:  # وقبلها كان | سامر حداد قد أعلن
        accusative = begin in r.tanwin and begin > 0 and r.words[begin - 1] in COMPLEMENTISERS  # أن عددا من الموقوفين
        found = (extend if accusative else noun_phrase)(r, begin, end) if begin < end else None
        issued = found is not None and found[1] < end and _issued(r, found[1])
        if found and (found[1] == end or issued) and _can_speak(r, found):
            return None if _has_seen(r, cue, found[0]) else found  # دراسة | أجريت على ... كشفت
    return None


def _between_commas(r: Reading, cue: Cue) -> Range | None:
    """The name between commas behind a title, right before a verb (رئيس الوزراء السابق وأحد مؤسسي الحزب، سامر حداد، | قال), or None."""
    end = cue.word
    if cue.form.joined or r.stop[end] != COMMA:
        return None
    first = next((k for k in range(end - 1, max(end - NAME - 2, 0), -1) if r.stop[k]), 0)
    start = r.sentence_start(end)
    if end - first < 2 or r.stop[first] != COMMA or r.words[first] not in v.GIVEN_NAMES or start >= first:
        return None
    return (first, end) if v.heads(r.words[start]) == "title" and noun_phrase(r, first, end) == (first, end) else None


def _narrator(r: Reading, cue: Cue) -> Range | None:
    """The name behind فعن, or behind عن and before a blessing, right before قال: whose report it is, not whom it is about.

    فعن مالك بن سعد | قال، عن عائشة رضي الله عنها | قالت
    """
    if cue.form.joined or cue.form.part != "past" or cue.verb.lemma != "قال":
        return None
    led = (k for k in range(cue.word - 2, max(cue.word - NAME - _BLESSING, -1), -1) if r.words[k] in _FROM)
    first = next(led, -1) + 1
    if first == 0 or (first > 1 and not r.stop[first - 1]):
        return None
    end = next((k for k in range(first + 1, cue.word) if r.words[k] in v.FUNCTION["blessing"]), cue.word)
    if end == cue.word and r.words[first - 1] != "فعن":
        return None  # وعن سامر حداد قال
    named = r.words[first] in v.GIVEN_NAMES or v.is_function(r.words[first], "kunya", "in_name")
    return (first, end) if named and not any(r.stop[first + 1 : end]) else None


def _has_seen(r: Reading, cue: Cue, k: int) -> bool:
    """Whether who stands before a verb has only seen a text, and another follows (اطلعت عليه الوكالة | اعتبرت الجمعية أن)."""
    if k < 2 or r.words[k - 1] not in v.BACK_TO or r.words[k - 2] not in v.WITH_AND["issued"]:
        return False
    return noun_phrase(r, cue.word + 1, min(cue.word + LONGEST, r.size)) is not None


def _before_bracket(r: Reading, end: int) -> int:
    """Index of the first word of a bracket that ends before a verb (حداد (يمين) | قال), but of a dateline; else `end`."""
    if r.gap[end] != ") ":
        return end
    opened = next((k for k in range(end - 1, max(end - _SIDE, 0) - 1, -1) if "(" in r.gap[k]), 0)
    if not opened:
        return end
    agency = any(len(word) == 1 or word in v.FUNCTION["agency", "wire"] for word in r.words[opened:end])
    return end if agency else opened  # بيروت (ا ف ب) حذر


def _many_before(r: Reading, cue: Cue, first: int, end: int) -> Range | None:
    """A quantity of people before their verb, up to what only goes on it (بعض الناس عندنا | يرون، كثيرين من المدمنين على الموقع | يظنون)."""
    if cue.form.part != "present":
        return None
    for k in range(first, end - 1):
        head = r.words[k]
        people = k > 0 and r.words[k - 1] in COMPLEMENTISERS and cue.form.plural and PEOPLE.search(head) is not None
        if not people and head not in v.FUNCTION["quantity"] and v.bare(head) not in v.FUNCTION["quantity"]:
            continue  # أن المهنيين في قطاع السياحة | يتوقعون
        between = range(k + 1, end)
        if any(r.stop[j] for j in range(k + 1, end + 1)) or any(acts_or_relates(r.words[j]) for j in between):
            return None
        found = extend(r, k, end)
        led = found is not None and v.is_function(r.words[found[1]], "true_preposition", "in", "pronoun", "to_whom")
        return found if found is not None and (found[1] == end or led) else None
    return None


def _issued(r: Reading, k: int) -> bool:
    """Whether a word opens what is told of a text without the article (دراسة | أجريت على ...)."""
    return r.words[k] in v.FUNCTION["issued"] and not r.has_article(k - 1)


def _issued_text(r: Reading, cue: Cue) -> Range | None:
    """The text before a comma that somebody has issued (يذكر أن دراسة أجرتها الجامعة، | كشفت أن)."""
    end, first = cue.word, r.sentence_start(cue.word)
    near = range(max(first, end - LONGEST), end - 1)
    opened = next((k + 1 for k in reversed(near) if r.words[k] in COMPLEMENTISERS), near.start)
    told = next((k for k in range(opened + 1, end) if _issued(r, k)), 0)
    if not told or v.heads(r.words[opened]) != "body" or any(r.stop[opened + 1 : end]) or not agrees(r, cue, opened):
        return None
    return noun_phrase(r, opened, told)


def has_said_before(r: Reading, end: int) -> Range | None:
    """Who has said something before, with ل (سبق | لمصدر في الوزارة أن | أكد)."""
    near = range(max(r.sentence_start(end), end - LONGEST), end - 1)
    first = next((k for k in near if r.words[k] in v.WITH_AND["beforehand"]), end)
    if first + 1 >= end:
        return None
    word = r.words[first + 1]
    if word[0] != "ل" or len(word) < 2 or word in v.NOT_JOINED or word in v.FUNCTION["to_whom"]:
        return None  # سبق لهم أن
    return extend(r, first + 1, end)


def _before_then(r: Reading, end: int) -> int:
    """Where what somebody has done before begins between him and a verb (العلماء | سبق لهم أن أثبتوا), else `end`."""
    then = end - 3
    led = then > 0 and r.words[end - 1] in COMPLEMENTISERS and r.words[end - 2] in v.FUNCTION["to_whom"]
    return then if led and r.words[then] in v.WITH_AND["beforehand"] else end


def _behind_preposition(r: Reading, k: int) -> bool:
    """Whether a preposition stands before a word (من | واقع تجربته)."""
    return v.is_function(r.words[k - 1], "true_preposition")


def _described_subject(r: Reading, cue: Cue, start: int, end: int) -> Range | None:
    """The subject before a relative clause or وهو (الدراسات التي أجريت أمس | أشارت إلى), from the beginning of its clause."""
    if not 0 < start < end or not (v.is_function(r.words[start - 1], "relative") or r.words[start] in _WHO_IS):
        return _led_subject(r, cue, start, end)
    behind = start - (r.words[start] not in _WHO_IS)
    first = behind
    while (
        first > 0 and behind - first < LONGEST and r.stop[first] < COMMA and r.words[first - 1] not in COMPLEMENTISERS
    ):
        first -= 1
    while first < behind and r.words[first] in v.FUNCTION["lead"]:
        first += 1
    found = noun_phrase(r, first, behind) if first < behind else None
    if found is None or found[1] != behind or not agrees(r, cue, first):
        return None
    opens = v.heads(r.words[first]) or r.words[first] in v.GIVEN_NAMES
    return found if opens or r.words[first] in v.FUNCTION["part", "in_name"] else None


def _led_subject(r: Reading, cue: Cue, start: int, end: int) -> Range | None:
    """The body or text at the beginning of a clause before a preposition that goes on it (الوزارة في بيان لها | قالت)."""
    while start < end and r.words[start] in v.FUNCTION["lead"]:
        start += 1
    if end - start > LONGEST or start + 1 >= end:
        return None
    headed = v.heads(r.words[start]) != ""
    if not (headed or r.words[start] in v.GIVEN_NAMES or behind_given_name(r, r.words[start])):
        return None
    found = noun_phrase(r, start, end)
    if found is None or found[1] >= end or any(r.stop[start + 1 : end + 1]):
        return None
    talk = r.words[found[1]] in v.WITH_AND["in"] and v.bare(r.words[found[1] + 1]) in v.OCCASIONS  # حداد وفي مقابلة
    led = talk or (headed and r.words[found[1]] in v.PREPOSITION)
    others = any(
        ((form := forms().get(w)) is not None and form.finite) or verb_shape(w) for w in r.words[found[1] : end]
    )
    return found if led and not others and agrees(r, cue, start) else None


def _same_gender(r: Reading, cue: Cue, k: int) -> bool:
    """Whether a verb in the feminine has a topic that may be feminine (not أما المشروع، فبينت)."""
    word = r.words[k]
    masculine = v.heads(word) != "" and not r.written_with_teh(k) and v.bare(word) not in v.FUNCTION["feminine"]
    return agrees(r, cue, k) and not (cue.form.gender == "f" and not cue.form.plural and masculine)


def _can_speak(r: Reading, span: Range) -> bool:
    """Whether a phrase before a verb is headed like a person, a body or a text, or short enough to be a name."""
    head = r.words[span[0]]
    if is_share(r, span[0]):
        return True  # 47 في المئة من الشباب | يعتقدون
    behind = r.words[span[1] + 1] if span[1] + 1 < r.size else ""
    if v.heads(head):
        return v.heads(head) == "title" or behind not in v.IN_IT  # بلاغا | قالت فيه
    if of_theirs(r, span) or (head in v.OCCASIONS and behind in v.IN_IT):
        return False  # كلمة | أكد فيها
    if head[0] == "و" and v.deverbal(head[1:]) and head not in v.NOT_JOINED:
        return False  # لاحتضان | واستقبال القوات قال
    if feminine_past(head) and span[1] - span[0] > 1 and v.heads(r.words[span[0] + 1]):
        return False  # واعتقلت | جماعة اعترفت بأنها
    short = span[1] - span[0] <= NAME or name_before(r, span[1], span[0])  # عالم الآثار سامر حداد
    return short and not any(w in forms() or verb_shape(w) for w in r.words[span[0] : span[1]])
