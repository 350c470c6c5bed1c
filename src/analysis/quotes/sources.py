"""Sources: the noun phrase that says it, after the cue or before it."""

from __future__ import annotations

import re

from analysis.quotes import vocabulary as v
from analysis.quotes.cues import Cue
from analysis.quotes.reading import COLON, COMMA, SENTENCE, Reading
from analysis.quotes.verbs import forms
from analysis.quotes.vocabulary import COMPLEMENTISERS

Range = tuple[int, int]  # word indices, half open

_LONGEST = 40
#: Marks around more words than these hold speech, not the name of a source.
_NAME_WORDS = 5


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
    first = cue.word + 1
    if first < limit and (r.words[first] in v.function_words("to_whom") or first in r.tanwin):
        first += 1
    found = noun_phrase(r, first, limit)
    if found is not None and r.words[found[0]].startswith("لل"):
        return None  # whom it is said to (قال للرئيس)
    if found is not None and not agrees(r, cue, found[0]):
        return None
    if found is not None and _is_object(r, cue, found):
        return None
    if found is not None and cue.verb.takes_object:
        return found[0], object_start(r, found)
    return found


_OBLIQUE = re.compile("ين$|يه$|يها$|يهم$")
#: A people in the accusative (ونصح السوريين بـ...): as a subject it would end in ون.
_PEOPLE = re.compile("^ال.+يين$")


def _is_object(r: Reading, cue: Cue, span: Range) -> bool:
    """Whether a phrase behind a verb is its object: an accusative plural, or whom an elided subject accuses."""
    plain = v.bare(r.words[span[0]])
    if _OBLIQUE.search(plain) and (plain in v.titles("crowd") or _OBLIQUE.sub("ون", plain) in v.titles("crowd")):
        return True
    if not cue.verb.takes_object:
        return False
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
        construct = v.heads(before) and not r.has_article(k - 1)
        if construct or word.endswith(("ي", "يه")) or before in v.function_words("preposition"):
            continue
        if heads in ("body", "medium") or v.bare(word) in v.titles("crowd") or word.endswith(("ين", "ات")):
            return k
        if k == start + 1 and r.has_article(start) and k == end - 1 and heads == "":
            return k  # وصف الكرملين | الاتصال
    return end


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
    if r.words[end][0] == "ف" and (topic := _topic(r, end)) is not None:
        return topic
    start = end
    while (
        start > 0
        and end - start < _LONGEST
        and r.stop[start] < COMMA
        and r.words[start - 1] not in COMPLEMENTISERS
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


def sentence_subject(r: Reading, first: int) -> Range | None:
    """The person or body that a sentence is about: its first noun phrase, before or right after its verb.

    Only a phrase headed by a title or a body counts, one behind أما, or a name explained by وهو or وهي.
    """
    end = r.sentence_end[first]
    k, topic = _skip_lead(r, first, end)
    if k >= end:
        return None
    for start in (k, k + 1):
        if start >= end or (start > k and r.stop[start]):
            break
        headed = topic or bool(v.heads(r.words[start]))
        if not (headed or any(r.stop[start + 1 : start + 5])) or not _nominal(r, start):
            continue
        span = extend(r, start, min(end, start + 20))
        if span is not None and span[1] < end and not r.stop[span[1]] and _other_party(r, span[1]):
            span = extend(r, span[1], min(end, span[1] + 20))
        if span is not None and (headed or _explained(r, span, end)):
            return span
    return None


def _explained(r: Reading, span: Range, end: int) -> bool:
    """Whether a name is explained by وهو or وهي behind it, or by a title in apposition."""
    start, last = span
    if last < end and r.words[last] in ("وهو", "وهي") and last - start <= 3:
        return True
    return any(r.stop[k] == COMMA and v.heads(r.words[k]) == "title" for k in range(start + 1, last))


#: The longest phrase before the comma that leads up to a subject, in words.
_LEAD = 16


def _skip_lead(r: Reading, first: int, end: int) -> tuple[int, bool]:
    """Index behind the words that lead up to a subject (غير أن، في المقابل،), and whether أما stands there."""
    k = first
    if lead := _topic_lead(r, k):
        return k + lead, True
    for _ in range(3):
        if k < end and (v.is_function(r.words[k], "lead") or r.words[k] in COMPLEMENTISERS):
            k += 1
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
    return _can_begin(r, k) or (k in r.tanwin and v.heads(r.words[k]) == "title")


def _topic(r: Reading, end: int) -> Range | None:
    """The topic that a verb with ف comes back to (أما الوزير فقال، وبالعودة إلى الوزير فقد قال)."""
    start = end
    while start > 0 and end - start < _LONGEST and r.stop[start] < COLON:
        start -= 1
    lead = _topic_lead(r, start)
    return noun_phrase(r, start + lead, end) if lead else None


def _topic_lead(r: Reading, k: int) -> int:
    """How many words from `k` on put a topic first: أما, بالعودة إلى, or none."""
    if k < r.size and v.is_function(r.words[k], "topic"):
        return 1
    going_back = v.is_function(r.words[k], "topic_to") and r.words[k + 1 : k + 2] == ["الي"]
    return 2 if going_back else 0


def _can_speak(r: Reading, span: Range) -> bool:
    """Whether a phrase before a verb is headed like a person, a body or a text, or short enough to be a name."""
    if v.heads(r.words[span[0]]):
        return True
    return span[1] - span[0] <= 3 and not any(w in forms() or verb_shape(w) for w in r.words[span[0] : span[1]])


def noun_phrase(r: Reading, start: int, limit: int) -> Range | None:
    """The noun phrase that begins at `start`: titles, name and apposition, without relative clause or adjunct.

    Returns
    -------
    tuple of int or None
        None if no noun phrase begins there.
    """
    limit = min(limit, r.size, start + _LONGEST)
    return extend(r, start, limit) if start < limit and _can_begin(r, start) else None


def extend(r: Reading, start: int, limit: int) -> Range | None:
    """The noun phrase of which the word at `start` is the first, up to `limit`."""
    if r.words[start] in v.words("honours"):
        return start, start + 1  # معاليه
    k = start
    while k < limit:
        if k > start and r.stop[k] >= COLON:
            break
        if k > start and r.stop[k] == COMMA and not _apposition(r, k, limit):
            break
        if k > start and "(" in r.gap[k]:
            break  # a Latin twin, an age
        if r.gap[k] != " " and (quoted := r.quoted_at(k)) is not None:
            if r.count(quoted) > _NAME_WORDS + 3:
                break
            k = min(max(r.word_at(quoted.end), k + 1), limit)
            continue
        if k > start and _turns_to_another(r, start, k):
            break
        if (
            k > start
            and _ends_phrase(r, k)
            and not _completes_title(r, start, k)
            and not (r.words[k] == "لدي" and v.heads(r.words[start]) == "title")
        ):
            break
        k += 1
    while k > start and (
        (r.words[k - 1] in v.function_words("preposition") and not is_name(r, k - 1)) or r.words[k - 1] in ("و", "ل")
    ):
        k -= 1
    return (start, k) if k > start else None


def _completes_title(r: Reading, start: int, k: int) -> bool:
    """Whether a noun with لل completes a definite title before it (المدير التنفيذي | للبرنامج)."""
    if not r.words[k].startswith("لل") or v.heads(r.words[start]) != "title" or not r.has_article(start):
        return False
    return r.stop[k] == 0 and all(r.has_article(j) for j in range(start, k))


def _turns_to_another(r: Reading, start: int, k: int) -> bool:
    """Whether the phrase from `start` ends before `k`: another party, or whom a name speaks to (قالت الهند | للسلطات)."""
    word = r.words[k]
    if k == start + 1 and _other_party(r, k):
        return True
    if word[:2] != "ال":
        return word[:2] == "لل" and bool(v.heads(word)) and not any(map(v.heads, r.words[start:k]))
    return r.has_article(k - 1) and word[2:] in v.words("complement_nouns")  # the object (وثمن رئيس الهيئة | الدعم)


def _other_party(r: Reading, k: int) -> bool:
    """Whether a body ends before a title in the construct state: object and subject (التقى اللجنة | رئيس البلدية)."""
    return (
        v.heads(r.words[k - 1]) == "body"
        and r.has_article(k - 1)
        and v.heads(r.words[k]) == "title"
        and not r.has_article(k)
        and r.words[k][0] != "و"
    )


def _can_begin(r: Reading, k: int) -> bool:
    word = r.words[k]
    if r.gap[k] != " " and (quoted := r.quoted_at(k)) is not None:
        return r.count(quoted) <= _NAME_WORDS
    if k in r.tanwin:
        return False
    match _beginning(word):
        case "no":
            return is_name(r, k)
        case "manner":  # بتأثر, unless it comes back as a name does
            return len(r.places(word)) > 1 and not r.places(word[1:])
        case "first":
            return r.words[k + 1 : k + 2] != ["من"]  # أول من أمس
    return True


def can_begin_phrase(word: str) -> bool:
    """Whether a folded word by itself may begin a noun phrase."""
    return _beginning(word) == ""


@v.per_word
def _beginning(word: str) -> str:
    """What a word says of a noun phrase that would begin with it: ``no``, ``manner``, ``first``, or nothing."""
    if any(v.is_function(word, kind) for kind in ("preposition", "adjunct", "pronoun")):
        return "no"
    if any(v.is_function(word, kind) for kind in ("relative", "auxiliary", "personal")):
        return "no"
    if any(word in v.function_words(kind) for kind in ("negation", "no_subject")):
        return "no"
    if word in COMPLEMENTISERS or word[0].isdigit() or verb_shape(word):
        return "no"
    heads = v.heads(word)
    if not heads and (word.startswith("وال") or word in v.sourcing_phrases()):
        return "no"
    if word[0] == "ب" and len(word) > 3 and word not in v.words("not_joined"):
        return "" if heads else "manner"
    if word == "اول":
        return "first"
    if word not in ("كل", "كلا") and word[0] in "بلك" and (word[1:3] == "ال" or word[1:2] == "ل" or v.heads(word[1:])):
        return "" if heads else "no"
    form = forms().get(word)
    if form is None or heads:
        return ""
    participle = form.part == "participle" and word.endswith("ا")
    return "no" if participle or not (form.verb.weak or form.verb.soft) else ""


def is_name(r: Reading, k: int) -> bool:
    """Whether a word such as علي is the name here, not the preposition.

    It is written so, and stands after a title or a name or before بن or آل; in a text that writes the preposition على
    as a rule, an adjective (المرشد الإيراني علي ...) or a comma before it will do.
    """
    if r.words[k] not in v.function_words("also_name") or not r.written_with_yeh(k):
        return False
    before = r.words[k - 1] if k else ""
    following = r.words[k + 1] if k + 1 < r.size else ""
    if following in v.function_words("in_name") or before in v.function_words("in_name") or v.heads(before) == "title":
        return True
    over = k + 1 >= r.size or r.stop[k + 1] > 0 or v.is_function(following, "complementiser")
    if before in v.words("given_names") and r.stop[k] == 0 and (over or r.knows_alef_maksura(r.words[k])):
        return True  # محمد علي
    cue = forms().get(before)
    if following in v.words("given_names") and cue is not None and cue.finite and r.knows_alef_maksura(r.words[k]):
        return True  # قال علي حسن
    if not r.knows_alef_maksura(r.words[k]) or following in v.words("complement_nouns") or following in COMPLEMENTISERS:
        return False
    return r.stop[k] == COMMA or (before.startswith("ال") and before not in forms())


def verb_shape(word: str) -> bool:
    """Whether a folded word looks like a verb: present tense, third person masculine, or third person plural."""
    if word.endswith("وا") and len(word) > 4:
        return True
    if word[0] == "ف" and word[1:] in forms():
        return True
    return word[0] == "ي" and len(word) > 3 and word not in v.words("not_verbs")


def _ends_phrase(r: Reading, k: int) -> bool:
    before = r.words[k - 1]
    following = r.words[k + 1] if k + 1 < r.size else ""
    if following == "عدم" or (k in r.tanwin and k - 1 not in r.tanwin):
        return True
    match _ending(r.words[k]):
        case "":
            return False
        case "in":
            return _occasion(following) or (before.endswith(("ين", "ون")) and not v.heads(before))
        case "governed":
            adjective = k > 1 and r.has_article(k - 1) and r.has_article(k - 2)  # المشرف العام على
            governor = before in v.function_words("governor") or (
                adjective and r.words[k - 2] in v.function_words("governor")
            )
            return not governor and not is_name(r, k)
        case "adjunct":  # but الخميس may be a family name
            titled = r.words[k].startswith("ال") and v.heads(before) == "title" and r.has_article(k - 1)
            return not (titled and following in COMPLEMENTISERS)
    return True


@v.per_word
def _ending(word: str) -> str:
    """How a word ends the noun phrase before it: ``always``, ``in``, ``governed``, ``adjunct``, or not at all."""
    if word in v.function_words("relative") or v.is_function(word, "complementiser") or verb_shape(word):
        return "always"
    if v.is_function(word, "personal") or v.is_function(word, "demonstrative"):
        return "always"
    if word[0] == "ف" and word[1:] in v.function_words("auxiliary"):
        return "always"  # بحسب الوزارة فقد ...
    if word in v.function_words("quantifier") or word in ("مع", "الي", "ل"):
        return "always"  # whom one speaks to, or about
    if word == "في":
        return "in"
    if word in ("عن", "علي", "من"):
        return "governed"
    if word in v.function_words("adjunct"):
        return "adjunct"
    plain = v.bare(word)
    if word[0] == "ل" and word[1:] in v.function_words("agency"):
        return "always"
    if word[0] == "ل" and (plain in v.function_words("addressee") or "medium" in (v.heads(word[1:]), v.heads(plain))):
        return "always"
    if word[0] == "ب" and ((word[1:3] != "ال" and _occasion(word[1:])) or word[1:] in v.words("complement_nouns")):
        return "always"
    if word.endswith(("ه", "ها")) and not word.startswith("ال") and word in v.words("occasions"):
        return "always"  # his statements: the object, not the subject
    form = forms().get(word)
    if form is None or v.heads(word):
        return ""
    finite = form.finite and not form.verb.weak
    return "always" if finite or (form.part == "participle" and word.endswith("ا")) else ""


def _occasion(word: str) -> bool:
    occasions = v.words("occasions")
    return word in occasions or v.bare(word) in occasions


def _apposition(r: Reading, k: int, limit: int) -> bool:
    """Whether what follows a comma names the same source again (، رئيس المركز، or a name after its title)."""
    word = r.words[k]
    if any(word in v.function_words(kind) for kind in ("adjunct", "preposition", "auxiliary")):
        return False
    end = k
    while end < limit and not (end > k and r.stop[end] >= COMMA):
        if end > k and _ends_phrase(r, end):
            return v.is_honorific(word) and end - k > 1  # ، المقدم سامي البنا في تصريح
        end += 1
    if v.heads(word) == "title":
        return True
    closed = end >= limit or r.stop[end] == COMMA
    if not closed or end - k > 4 or word in forms() or r.stop[k] >= SENTENCE:
        return False
    return word[0] not in "وف" or word in v.words("not_joined")
