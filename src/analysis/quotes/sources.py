"""Sources: the noun phrase that says it, after the cue or before it."""

from __future__ import annotations

import re

from analysis.quotes import vocabulary as v
from analysis.quotes.cues import Cue
from analysis.quotes.phrases import (
    LONGEST,
    Range,
    can_begin,
    can_go_on,
    extend,
    is_name,
    name_before,
    noun_phrase,
    other_party,
    verb_shape,
)
from analysis.quotes.reading import COLON, COMMA, Reading
from analysis.quotes.verbs import forms
from analysis.quotes.vocabulary import COMPLEMENTISERS


def source_after(r: Reading, cue: Cue, limit: int) -> Range | None:
    """The noun phrase between a cue and its complement, or None where the subject is elided.

    Parameters
    ----------
    r : Reading
    cue : Cue
    limit : int
        Index of the word at which the complement (with its preposition) begins.

    Returns
    -------
    tuple of int or None
        Indices of the first word and one past the last.
    """
    first = _behind_adverbs(r, cue.word + 1, limit)
    found = noun_phrase(r, first, limit)
    if found is None and first < limit and cue.form.finite and _foreign_name(r, first):
        found = extend(r, first, limit)
    if found is not None and own_words(r.words[found[0]]):
        return None
    if found is not None and _to_whom(r, found[0]):
        return None  # whom it is said to (قال للرئيس)
    if found is not None and not agrees(r, cue, found[0]):
        return None
    if found is not None and _is_object(r, cue, found):
        return None
    if found is not None and found[0] > cue.word + 1 and r.words[found[0]] in v.function_words("quantifier"):
        return None  # دعا في بيان له | كافة الأطراف
    if found is not None and cue.verb.takes_object:
        end = object_start(r, found)
        return found[0], _ascribed(r, found) if cue.verb.ascribes and end == found[1] else end
    if found is not None and _goes_on_to_name(r, found, limit):
        return found[0], limit
    return found


def _behind_adverbs(r: Reading, first: int, limit: int) -> int:
    """Where behind a verb its subject may begin: behind to whom, when and how it is said (قالت له، أعلنت أمس | الوزارة)."""
    k = first
    while k < limit and not r.stop[k] and (behind := _behind_adverb(r, k)) > k:
        k = behind
    return limit if k > first and (k >= limit or r.stop[k]) else k


def _behind_adverb(r: Reading, k: int) -> int:
    """One past an adverb or a short adverbial phrase (لـ«المرفأ»، للصحفيين، في بيان لها، في هذا الصدد); `k` where none begins."""
    word, following = r.words[k], r.words[k + 1 : k + 3]
    if word in v.function_words("to_whom") or word in v.function_words("at_a_time") or k in r.tanwin:
        return k + 1
    if word[0] == "ل" and (v.bare(word) in v.function_words("addressee") or word[1:] in v.function_words("agency")):
        return k + 1
    if word == "ل" and k + 1 < r.size and (quoted := r.quoted_at(k + 1)) is not None and r.count(quoted) <= _NAME:
        return r.word_at(quoted.end)
    if len(following) < 2 or not (word in v.function_words("true_preposition") or word in v.function_words("in")):
        return k
    if following[0] in v.function_words("demonstrative"):
        return k + 2 + (following[1].startswith("ال") and not v.heads(following[1]))
    return k + 3 if following[1] in v.function_words("to_whom") else k


def _foreign_name(r: Reading, k: int) -> bool:
    """Whether a word right behind a verb can be but a name, though it looks like a verb (يورغين) or like ب with a noun (بريان)."""
    word, following = r.words[k], "".join(r.words[k + 1 : k + 2])
    if r.gap[k] != " " or word in forms() or word in v.not_joined() or v.is_function(word, "pronoun"):
        return False
    if verb_shape(word):
        return word[0] != "ف" and not (r.stop[k + 1] or verb_shape(following) or following in COMPLEMENTISERS)
    rest = word[1:]
    known = v.deverbal(rest) or v.heads(rest) or rest in v.words("occasions") or rest in v.words("manners")
    if r.written_with_teh(k) or rest.endswith("ه") or (k + 2 < r.size and r.has_article(k + 2)):
        return False  # بدارجة أهل المرسى، بدوره
    return (
        word[0] == "ب"
        and len(word) > 4
        and not (known or r.places(rest) or rest.startswith("ال"))
        and can_go_on(r, k + 1)
    )


def _to_whom(r: Reading, k: int) -> bool:
    """Whether ل is joined to a word: with the article, or before what the text names elsewhere."""
    word = r.words[k]
    return word.startswith("لل") or (word[0] == "ل" and word not in v.not_joined() and bool(r.places(word[1:])))


def own_words(word: str) -> bool:
    """Whether it is what somebody says rather than who (أنهت | حديثها)."""
    return word in v.words("occasions") and word.endswith(("ه", "ها", "هم")) and not v.heads(word)


def _goes_on_to_name(r: Reading, span: Range, limit: int) -> bool:
    """Whether a title whose attribute a preposition leads to ends in the name (عضو لجنة الرقابة | على الأسعار سامر حداد)."""
    start, end = span
    if end >= limit or v.heads(r.words[start]) != "title" or any(r.stop[end:limit]):
        return False
    return (
        r.words[end] in v.function_words("true_preposition")
        and name_before(r, limit, end + 1)
        and not name_before(r, end, start)
    )


_OBLIQUE = re.compile("ين$|يه$|يها$|يهم$")
#: People in the accusative (ونصح السوريين بـ...، حث المتدربين على): as a subject they would end in ون.
_PEOPLE = re.compile("^ال(.+ي|م.{3,})ين$")


def _is_object(r: Reading, cue: Cue, span: Range) -> bool:
    """Whether a phrase behind a verb is its object: an accusative plural, or whom an elided subject accuses."""
    if not cue.form.finite:
        return False  # behind a verbal noun the subject is oblique as well
    plain = v.bare(r.words[span[0]])
    if _OBLIQUE.search(plain) and (plain in v.titles("crowd") or _OBLIQUE.sub("ون", plain) in v.titles("crowd")):
        return True
    if not cue.verb.takes_object:
        return False
    if cue.verb.ascribes and r.has_article(span[0]) and not v.heads(r.words[span[0]]):
        return True  # وأرجع السبب إلى
    if r.words[span[0]] in v.function_words("deity"):
        return True
    if cue.form.plural and cue.form.gender != "f" and not (plain in v.titles("crowd") or plain.endswith("ون")):
        return True  # وطالبوا الوزارة: before its subject a verb is singular
    return _PEOPLE.search(r.words[span[0]]) is not None or (cue.word > 0 and r.words[cue.word - 1] == "اذ")


def object_start(r: Reading, span: Range) -> int:
    """Where, behind a subject, the object of its verb begins (دعا الوزير | الحكومة إلى ...); the end if nowhere.

    A definite noun that is no adjective, behind a complete name or definite noun, is another party.
    """
    start, end = span
    for k in range(start + 1, end):
        if not r.has_article(k) or r.words[k][0] != "ا" or r.stop[k] or r.words[k] in v.function_words("in_name"):
            continue
        before, word = r.words[k - 1], r.words[k]
        heads = v.heads(word)
        construct = (v.heads(before) and not r.has_article(k - 1)) or _completes(r, start, k)
        if construct or word.endswith(("ي", "يه")) or before in v.function_words("preposition"):
            continue
        named = heads == "title" and k + 1 < end and not v.heads(r.words[start]) and not r.has_article(k + 1)
        if named or heads in ("body", "medium") or v.bare(word) in v.titles("crowd") or word.endswith(("ين", "ات")):
            return k
        if k == start + 1 and r.has_article(start) and k == end - 1 and heads == "":
            return k  # وصف الكرملين | الاتصال
    return end


def _ascribed(r: Reading, span: Range) -> int:
    """Where, behind the subject of a verb such as عزا, what is put down to something begins; the end if nowhere."""
    start, end = span
    for k in range(start + 1, end):
        word, after_definite = r.words[k], r.has_article(k - 1)
        if r.stop[k] or v.heads(word) or word.endswith(("ي", "يه")) or word in v.function_words("same"):
            continue
        if v.deverbal(word) or (after_definite and r.has_article(k) and v.heads(r.words[k - 1]) != "title"):
            return k
        if after_definite and r.words[k - 1].endswith("يه") and word not in v.given_names():
            return k  # المسؤولة الأممية | وفاة الأطفال
    return end


def _completes(r: Reading, start: int, k: int) -> bool:
    """Whether the first definite word behind a title in the construct state completes it (مدير شؤون | المعلمين)."""
    if v.heads(r.words[start]) != "title" or k - start > _CONSTRUCT:
        return False
    return not any(r.has_article(j) or r.words[j] in v.given_names() for j in range(start, k))


def agrees(r: Reading, cue: Cue, k: int) -> bool:
    """Whether a verb agrees in gender with the title that would be its subject (not ودعت السكان)."""
    form, head = cue.form, r.words[k]
    if head in v.words("honours"):
        return not form.gender or head.endswith("ها") == (form.gender == "f")
    if not form.finite or form.plural or not form.gender:
        return True
    plain = v.bare(head)
    if plain in v.titles("crowd"):
        return form.gender == "m" or plain.startswith("مصادر") or cue.verb.sense != "demand"
    if v.heads(head) != "title" or plain in v.words("either_gender"):
        return True
    written = r.original(k, k + 1)[0]
    feminine = written.endswith("ة") or plain.endswith(("تها", "تهم", "تهن", "ته"))
    return feminine == (form.gender == "f") or (plain.endswith("ه") and not written.endswith("ة"))


def source_before(r: Reading, cue: Cue) -> Range | None:
    """The noun phrase that stands as subject before its verb (الوزارة أعلنت أن), or None."""
    end = cue.word
    while end > 0 and r.words[end - 1] in v.function_words("auxiliary") and r.stop[end] < COMMA:
        end -= 1
    if cue.form.joined and cue.form.finite and end == cue.word and r.words[end][0] == "و":
        return None  # وقال opens a sentence
    if end and r.words[end - 1] in v.function_words("what"):
        return None  # لما يقول إنها
    if r.words[end][0] == "ف" and (topic := _topic(r, end)) is not None:
        return topic
    start = end
    while (
        start > 0
        and end - start < LONGEST
        and r.stop[start] < COMMA
        and not v.is_function(r.words[start - 1], "complementiser")
        and r.words[start - 1] not in v.function_words("relative")
        and r.words[start - 1] not in v.function_words("contrast")
    ):
        start -= 1
    if start > 0 and r.stop[start] == COMMA and r.words[start - 1] in COMPLEMENTISERS:
        return None
    while start < end and (r.words[start] in v.function_words("lead") or r.words[start][0].isdigit()):
        start += 1
    for begin in [start, *(k for k in range(max(start + 1, end - 3), end) if r.words[k][0] == "و")]:
        found = noun_phrase(r, begin, end) if begin < end else None
        if found and found[1] == end and _can_speak(r, found):
            return found
    return None


#: A name before a relative pronoun has no more words.
_NAME = 2
#: A title in the construct state is complete within so many words.
_CONSTRUCT = 3
#: So far before a relative pronoun its antecedent may begin, in words.
_ANTECEDENT = 16


def antecedent(r: Reading, cue: Cue) -> Range | None:
    """Whom the relative clause of a cue describes (مع الوزير سامر حداد الذي حث ...، بعد تقرير صحفي أشار إلى ...), or None.

    What the clause itself comes back to (الخطة التي قال إنها ...) is not its subject.
    """
    k, first = cue.word, r.sentence_start(cue.word)
    while k > first and r.words[k - 1] in v.function_words("auxiliary") and not r.stop[k]:
        k -= 1
    pronoun = k > first and v.is_function(r.words[k - 1], "relative")
    if not pronoun and cue.form.joined:
        return None  # وعلق
    end = k - pronoun
    if r.stop[k] or (not pronoun and k + 1 < r.size and r.words[cue.word + 1] in v.function_words("in_it")):
        return None
    for start in range(end - 1, max(first, end - _ANTECEDENT) - 1, -1):
        if r.stop[start + 1] and start + 1 < end:
            return None
        if not v.heads(r.words[start]) or (start and not r.stop[start] and _goes_on_head(r, start, pronoun)):
            continue
        if k + 1 < r.size and (r.words[k + 1] in v.function_words("comes_back") or _leads_back(r, cue.word + 1)):
            return None
        if not pronoun and start - 1 > first and _governs(r, start - 1):
            continue  # ناشر | من دار السلوى | زعم أن
        if not pronoun and not _indefinite(r, start, end):
            return None
        if not pronoun and cue.form.gender == "m" and v.heads(r.words[start]) != "title" and r.written_with_teh(start):
            return None  # مذكرة | يقول إن
        found = noun_phrase(r, start, end)
        if found is not None and found[1] < end and not pronoun and _attribute(r, found[1], end):
            found = start, end
        if found is not None and found[1] == end:
            return found if agrees(r, cue, start) else None
        break
    return _named_before(r, end, first) if pronoun and cue.form.finite else None


def _leads_back(r: Reading, k: int) -> bool:
    """Whether a preposition leads back to what a relative clause describes (تصريحاتها التي قالت | من خلالها إنها)."""
    return (
        r.words[k] in v.function_words("true_preposition")
        and r.words[k + 1 : k + 2] != []
        and (r.words[k + 1].endswith(("ها", "هم")) and not v.heads(r.words[k + 1]))
    )


def _governs(r: Reading, k: int) -> bool:
    """Whether من stands behind an indefinite title, whom it tells more of."""
    return r.words[k] == "من" and v.heads(r.words[k - 1]) == "title" and not r.has_article(k - 1) and not r.stop[k]


def _attribute(r: Reading, k: int, end: int) -> bool:
    """Whether the words up to `end` are but a prepositional attribute (ناشر | من دار السلوى | زعم أن)."""
    led = r.words[k] in v.function_words("true_preposition") or r.words[k] in v.function_words("in")
    return led and k + 1 < end and noun_phrase(r, k + 1, end) == (k + 1, end)


def _goes_on_head(r: Reading, k: int, definite: bool) -> bool:
    """Whether a head only goes on another before it (نائب وزير، تقرير صحفي)."""
    before = v.heads(r.words[k - 1])
    return before == "title" or (before != "" and not definite and not r.has_article(k - 1))


def _named_before(r: Reading, end: int, first: int) -> Range | None:
    """The proper name before a relative pronoun (خطة حداد الذي قال): what is definite there without an article or a suffix."""
    start = end
    while start > first and end - start < _NAME and not r.stop[start] and _proper(r, start - 1):
        start -= 1
    if start == end:
        return None
    whole = (start > 0 and r.has_article(start - 1)) or r.words[start] in v.given_names()
    return (start, end) if whole else (end - 1, end)


def _proper(r: Reading, k: int) -> bool:
    """Whether a word may be a proper name: no article, no suffix, nothing known as a common noun."""
    word = r.words[k]
    if r.has_article(k) or word.endswith(("ه", "ها", "هم")) or (word[0] in "وبلف" and word not in v.not_joined()):
        return False
    return can_begin(r, k) and not v.heads(word) and not v.deverbal(word) and word not in v.words("occasions")


def _indefinite(r: Reading, start: int, end: int) -> bool:
    """Whether a phrase without a break has no article, neither at its head nor at what may complete it."""
    return not any(r.stop[start + 1 : end + 1]) and not any(
        r.has_article(k) or r.words[k] in v.words("places") for k in range(start, min(start + 3, end))
    )


def sentence_subject(r: Reading, first: int) -> Range | None:
    """The person or body that a sentence is about: its first noun phrase, before or right after its verb.

    Only a phrase headed by a title or a body counts, one behind أما, or a name explained by وهو or وهي.
    """
    end = r.sentence_end[first]
    k, topic = _skip_lead(r, first, end)
    if k >= end or _participle(r, k):
        return None
    for start in (k, k + 1, k + 2):
        if start >= end or (start > k and r.stop[start]):
            break
        if start == k and r.words[k][0] == "و" and not (v.heads(r.words[k]) or r.words[k] in v.not_joined()):
            continue  # وخرج
        if start > k + 1 and not v.is_function(r.words[k + 1], "adjunct"):
            break  # only behind an adverb (أصدر الاثنين الاتحاد ...)
        headed = topic or bool(v.heads(r.words[start])) or _people(r, start) or _full_name(r, start)
        if not (headed or any(r.stop[start + 1 : start + 5])) or not _nominal(r, start):
            continue
        span = extend(r, start, min(end, start + 20))
        if span is not None and span[1] < end and not r.stop[span[1]] and other_party(r, span[1]):
            span = extend(r, span[1], min(end, span[1] + 20))
        if span is not None and (headed or _explained(r, span, end)):
            return (span[0], _before_object(r, span)) if start > k else span
    return None


def _participle(r: Reading, k: int) -> bool:
    """Whether a sentence opens with a participle of its elided subject (محملا الحكومة المسؤولية، قال)."""
    word = r.words[k]
    return (
        len(word) > _PLURAL
        and word[0] == "م"
        and word[-1] == "ا"
        and not v.heads(word)
        and word not in v.words("places")
    )


def _before_object(r: Reading, span: Range) -> int:
    """Where a subject behind its verb ends: before people in the accusative (شكر العمدة | المتطوعين), and a body also before
    an indefinite noun that follows its adjective (نشرت الوزارة الألمانية | صورة)."""
    start, end = span
    body = v.heads(r.words[start]) in ("body", "medium")
    if r.words[start] in v.given_names():  # انتقد سامر الدروبي | سياسة الحزب
        definite = (k for k in range(start + 2, end) if r.has_article(k - 1) and not r.has_article(k) and not r.stop[k])
        return next(definite, end)
    for k in range(start + 1, end):
        if _PEOPLE.search(r.words[k]) and not r.stop[k] and not v.heads(r.words[k - 1]) and not _completes(r, start, k):
            return k
        adjective = body and k > start + 1 and r.has_article(k - 1) and r.words[k - 1].endswith("يه")
        if adjective and not r.has_article(k) and r.gap[k] == " " and v.bare(r.words[k]) not in v.words("places"):
            return k
    return end


def _full_name(r: Reading, k: int) -> bool:
    """Whether a given name stands before another name (وانتقد سامر حداد ...)."""
    if r.words[k] not in v.given_names() or r.words[k] in forms() or k + 1 >= r.size or r.stop[k + 1]:
        return False
    return r.gap[k + 1] == " " and (r.has_article(k + 1) or can_go_on(r, k + 1)) and not v.deverbal(r.words[k + 1])


def _people(r: Reading, k: int) -> bool:
    """Whether a word is a state or people by its form (رفض الأردن، انتفض مهاجرون): both may speak."""
    word, following = r.words[k], "".join(r.words[k + 1 : k + 2])
    if r.stop[k]:
        return False
    counted = word in v.cardinals() and (v.bare(following) in v.titles("crowd") or following.endswith("ين"))
    return counted or word in v.words("places") or (len(word) > _PLURAL and word.endswith("ون"))


def _explained(r: Reading, span: Range, end: int) -> bool:
    """Whether a name is explained by وهو, وهي or a relative clause behind it, or by a title in apposition."""
    start, last = span
    if last < end and 1 < last - start <= 3 and r.words[last] in v.function_words("relative"):
        return not any(r.has_article(k) for k in range(start, last - 1))
    if last < end and r.words[last] in ("وهو", "وهي") and last - start <= 3:
        return True
    if 1 < last - start <= 3 and r.words[last - 1] in v.function_words("same_person"):
        return True  # حداد نفسه لا يبدو ...
    return any(r.stop[k] == COMMA and v.heads(r.words[k]) == "title" for k in range(start + 1, last))


#: Longer words in ون are plurals.
_PLURAL = 4
#: The longest phrase before the comma that leads up to a subject, in words.
_LEAD = 16


def _skip_lead(r: Reading, first: int, end: int) -> tuple[int, bool]:
    """Index behind the words that lead up to a subject (غير أن، في المقابل،), and whether أما stands there."""
    k = first
    if lead := _topic_lead(r, k):
        return k + lead, True
    for _ in range(3):
        if k < end and (
            any(v.is_function(r.words[k], kind) for kind in ("lead", "turn_word", "negation"))
            or r.words[k] in COMPLEMENTISERS
        ):
            k += 1
            continue
        if k + 1 < end and r.words[k] in v.function_words("from") and r.words[k + 1] in v.function_words("turn"):
            k += 2  # من جهته
            continue
        verb = k + 1 < end and r.words[k] in forms() and v.heads(r.words[k + 1]) == "title"  # وعبر الوزير
        if (
            k < end
            and not verb
            and any(v.is_function(r.words[k], kind) for kind in ("preposition", "adjunct", "reply"))
        ):
            k = next((j for j in range(k + 1, min(k + _LEAD, end)) if r.stop[j] == COMMA), k)
    return k, False


def _nominal(r: Reading, k: int) -> bool:
    """Whether a word can begin the subject of a sentence; after أن and لكن it may be accusative."""
    return can_begin(r, k) or (k in r.tanwin and v.heads(r.words[k]) == "title")


def _topic(r: Reading, end: int) -> Range | None:
    """The topic that a verb with ف comes back to (أما الوزير فقال، وبالعودة إلى الوزير فقد قال)."""
    start = end
    while start > 0 and end - start < LONGEST and r.stop[start] < COLON and not (start < end and _topic_lead(r, start)):
        start -= 1
    lead = _topic_lead(r, start)
    return noun_phrase(r, start + lead, end) if lead else None


def _topic_lead(r: Reading, k: int) -> int:
    """How many words from `k` on put a topic first: أما, بالعودة إلى, or none."""
    if k + 1 < r.size and v.is_function(r.words[k], "topic"):
        led = r.words[k + 1] in v.function_words("true_preposition") and not is_name(r, k + 1)
        return 0 if led else 1  # أما عن الخطة، فقال الوزير
    going_back = v.is_function(r.words[k], "topic_to") and r.words[k + 1 : k + 2] == ["الي"]
    return 2 if going_back else 0


def _can_speak(r: Reading, span: Range) -> bool:
    """Whether a phrase before a verb is headed like a person, a body or a text, or short enough to be a name."""
    if v.heads(r.words[span[0]]):
        return True
    return span[1] - span[0] <= 3 and not any(w in forms() or verb_shape(w) for w in r.words[span[0] : span[1]])
