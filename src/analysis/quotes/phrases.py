"""Noun phrases: where the mention of a person, a body or a text begins and ends.

Arabic marks neither names nor the ends of phrases, so the word classes of ``lexicon/`` tell: what may begin a phrase, what
ends it, and what only goes on the title before it.
"""

from __future__ import annotations

from analysis.quotes import vocabulary as v
from analysis.quotes.reading import COLON, COMMA, SENTENCE, Reading
from analysis.quotes.verbs import first_person, forms
from analysis.quotes.vocabulary import COMPLEMENTISERS

Range = tuple[int, int]  # word indices, half open

_LACK = v.function_words("lack")

#: Noun phrases are no longer, in words.
LONGEST = 40
#: Marks around more words than these hold speech, not the name of a source.
_NAME_WORDS = 5
#: Longer words in ون are plurals, longer ones in ها carry a pronoun.
_PLURAL = 5
_SUFFIXED = 4


def noun_phrase(r: Reading, start: int, limit: int) -> Range | None:
    """The noun phrase that begins at `start`: titles, name and apposition, without relative clause or adjunct.

    Returns
    -------
    tuple of int or None
        None if no noun phrase begins there.
    """
    limit = min(limit, r.size, start + LONGEST)
    return extend(r, start, limit) if start < limit and can_begin(r, start) else None


def extend(r: Reading, start: int, limit: int) -> Range | None:
    """The noun phrase of which the word at `start` is the first, up to `limit`."""
    if r.words[start] in v.words("honours"):
        return start, start + 1  # معاليه
    k = start
    while k < limit:
        if r.gap[k] != " ":
            if k > start and _breaks_off(r, k, limit):
                break
            if (quoted := r.quoted_at(k)) is not None:
                if r.count(quoted) > _NAME_WORDS + 3:
                    break
                k = min(max(r.word_at(quoted.end), k + 1), limit)
                continue
            if k > start and r.stop[k] == COMMA and verb_shape(r.words[k]):
                k += 1  # a name in apposition may look like a verb
                continue
        if k > start and r.words[k] in v.function_words("in") and _bare(r, start, k):
            break  # وأضاف حداد | في حفل
        if k > start and r.words[k] in v.function_words("called") and _is_called(r, start, k):
            k += 1
            continue
        if k > start and (_turns_to_another(r, start, k) or (_ends_phrase(r, k) and not _completes_title(r, start, k))):
            break
        k += 1
    while k > start and (
        (r.words[k - 1] in v.function_words("preposition") and not is_name(r, k - 1)) or r.words[k - 1] in ("و", "ل")
    ):
        k -= 1
    return (start, k) if k > start else None


def _bare(r: Reading, start: int, k: int) -> bool:
    """Whether nothing before a word tells who is named: no title, no body, no plural."""
    words = r.words[start:k]
    if v.heads(words[0][1:]) and words[0][0] == "ل":
        return False  # وفقا لمصدر في الميناء
    return not any(v.heads(w) or w.endswith(("ين", "ون", "ات")) for w in words) and words[0] not in v.function_words(
        "part"
    )


def _is_called(r: Reading, start: int, k: int) -> bool:
    """Whether the name of somebody described follows (رجل يدعى | سامر حداد)."""
    return v.heads(r.words[start]) == "title" and not r.has_article(start) and can_go_on(r, k + 1)


def _breaks_off(r: Reading, k: int, limit: int) -> bool:
    """Whether the punctuation before a word ends a phrase: a bracket (a Latin twin, an age), or all but a comma."""
    if "(" in r.gap[k]:
        return not _bracketed_name(r, k)
    return r.stop[k] >= COLON or (r.stop[k] == COMMA and not _apposition(r, k, limit))


def _bracketed_name(r: Reading, k: int) -> bool:
    """Whether a bracket holds the name that a rank or a kind of medium leads up to (العقيد (سامر حداد)، وكالة (نون))."""
    before = r.words[k - 1]
    return r.gap[k] == " (" and (v.is_honorific(before) or (v.heads(before) == "medium" and not r.has_article(k - 1)))


def _completes_title(r: Reading, start: int, k: int) -> bool:
    """Whether a word completes a title: لدى, or a noun with لل a definite one (المدير التنفيذي | للبرنامج)."""
    if r.words[k] == "لدي":
        return v.heads(r.words[start]) == "title"
    if not r.words[k].startswith("لل") or v.heads(r.words[start]) != "title" or not r.has_article(start):
        return False
    return r.stop[k] == 0 and all(r.has_article(j) for j in range(start, k))


def _turns_to_another(r: Reading, start: int, k: int) -> bool:
    """Whether the phrase from `start` ends before `k`: another party, or whom a name speaks to (قالت الهند | للسلطات)."""
    word = r.words[k]
    if k == start + 1 and (other_party(r, k) or _several(r, start, k)):
        return True
    if word[0] == "ل" and v.heads(word[1:]) in ("body", "medium"):  # قال سامر حداد | لهيئة الإذاعة
        return not any(map(v.heads, r.words[start:k])) or name_before(r, k, start)
    if _of_many(r, start, k) or (r.has_article(k - 1) and _object(r, start, k)):
        return True
    if word[:2] == "لل":
        return bool(v.heads(word)) and not any(map(v.heads, r.words[start:k]))
    return False


def _object(r: Reading, start: int, k: int) -> bool:
    """Whether, behind a definite word, a verb or an object begins (واصل الرئيس | توجيه اللوم، الوكالة | اعتمدت على ...).

    A noun is no attribute there without the article, and where its form tells that it is none, it is no name either.
    """
    word = r.words[k]
    if r.stop[k] or word[0] in "وبل" or word in v.given_names() or word in v.words("places"):
        return False
    if word in v.function_words("same") or word in v.function_words("in_name"):
        return False
    if r.has_article(k):
        before = r.words[k - 2]
        named = before in v.given_names() and before not in v.function_words("naming") and not r.written_with_teh(k - 1)
        noun = word[2:]  # the object (وثمن رئيس الهيئة | الدعم، أوضحت الدكتورة سلمى الفاطمي | الخطورة)
        act = noun in v.words("complement_nouns") or noun in v.words("occasions")
        people = word.endswith("ين") and v.is_crowd(word) and not v.is_crowd(r.words[start])
        if people and (r.words[k - 1].endswith(("ي", "يه")) or v.bare(r.words[k - 1]) in v.words("places")):
            return True  # الإدارة العامة للدفاع المدني | المواطنين
        return act or (named and k - 2 > start and r.written_with_teh(k) and not v.heads(word))
    if word in v.words("occasions"):
        return v.heads(r.words[start]) == "title" or not v.heads(word)
    if v.heads(word):  # نادي الشراع الأول | نادي الفنار، المركز الاقتصادي | منظمات الإغاثة
        return r.words[start] == word or (v.heads(word) == v.heads(r.words[start]) == "body" and word.endswith("ات"))
    if v.deverbal(word) not in ("", "own"):
        return True
    if len(word) > _SUFFIXED and word.endswith(("ه", "ها", "هم")) and not r.written_with_teh(k):
        return True  # المحافظ | وقعها
    unnamed = v.heads(r.words[start]) in ("body", "medium")  # no name follows
    return (
        unnamed and len(word) >= _SUFFIXED and (r.written_with_teh(k) or word[-1] == "ت") and word not in v.cardinals()
    )


def _of_many(r: Reading, start: int, k: int) -> bool:
    """Whether a group is complete before an indefinite noun (رفع عدد من المساهمين | دعوى)."""
    head, word = r.words[start], r.words[k]
    if not (head in v.function_words("group") or v.bare(head) in v.titles("crowd")):
        return False
    complete = r.has_article(k - 1) and r.words[k - 1].endswith(("ين", "ون")) and not r.stop[k]
    if not r.stop[k] and r.words[k - 1].endswith("ون") and (word in v.words("occasions") or word.endswith("ات")):
        return True  # معارضون بارزون | خطاب الرئيس
    plain = not (r.has_article(k) or word[0] in "وبل" or word in v.function_words("same"))
    return complete and plain and _beginning(word) == "" and word not in v.given_names()


def _several(r: Reading, k: int, following: int) -> bool:
    """Whether a plural with its ن stands before a definite noun: it is no construct (رفض مهاجرون | الخطة)."""
    word = r.words[k]
    return (
        len(word) > _PLURAL
        and word.endswith("ون")
        and not r.has_article(k)
        and r.has_article(following)
        and (word not in v.given_names() and len(r.places(word)) == 1)
    )


def other_party(r: Reading, k: int) -> bool:
    """Whether a body ends before a title in the construct state: object and subject (التقى اللجنة | رئيس البلدية)."""
    return (
        v.heads(r.words[k - 1]) == "body"
        and r.has_article(k - 1)
        and v.heads(r.words[k]) == "title"
        and not r.has_article(k)
        and r.words[k][0] != "و"
    )


def can_begin(r: Reading, k: int) -> bool:
    """Whether a noun phrase may begin at a word."""
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


def can_go_on(r: Reading, k: int) -> bool:
    """Whether a name of one word may go on with the word at `k`: another one, without a break."""
    if k >= r.size or r.stop[k] or r.gap[k] != " " or r.has_article(k):
        return False
    return _beginning(r.words[k]) == "" and not v.heads(r.words[k])


def can_begin_phrase(word: str) -> bool:
    """Whether a folded word by itself may begin a noun phrase."""
    return _beginning(word) == ""


@v.per_word
def _beginning(word: str) -> str:
    """What a word says of a noun phrase that would begin with it: ``no``, ``manner``, ``first``, or nothing."""
    if " " in word:
        return ""  # an abbreviation
    if any(v.is_function(word, kind) for kind in ("preposition", "adjunct", "pronoun")):
        return "no"
    if word in v.given_names():
        return ""  # فيصل, not ف with a verb
    if any(v.is_function(word, kind) for kind in ("relative", "auxiliary", "personal")):
        return "no"
    if word in v.function_words("negation") or v.is_function(word, "no_subject"):
        return "no"
    if word in COMPLEMENTISERS or word[0].isdigit() or verb_shape(word) or word in first_person():
        return "no"
    if word[0] == "و" and v.with_manner(word[1:]) and word not in v.not_joined():
        return "no"  # وبصورة
    heads = v.heads(word)
    if not heads and (word.startswith("وال") or word in v.sourcing_phrases()):
        return "no"
    if word[0] == "ب" and len(word) > 3 and word not in v.not_joined():
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

    It is written so, and stands after a title, or before or after a part of a name (بن، محمد); in a text that writes the
    preposition على as a rule, a definite word (المرشد الإيراني علي ...) or a comma before it will do.
    """
    if r.words[k] not in v.function_words("also_name") or not r.written_with_yeh(k):
        return False
    before = r.words[k - 1] if k else ""
    following = r.words[k + 1] if k + 1 < r.size else ""
    if before and v.is_function(before, "topic"):
        return True  # أما علي ...
    if following in v.function_words("in_name") or before in v.function_words("in_name") or v.heads(before) == "title":
        return True
    apart = r.knows_alef_maksura(r.words[k])
    over = k + 1 >= r.size or r.stop[k + 1] > 0 or v.is_function(following, "complementiser")
    if before in v.given_names() and r.stop[k] == 0 and (over or apart):
        return True  # محمد علي
    cue = forms().get(before)
    if following in v.given_names() and apart and (before not in forms() or (cue is not None and cue.finite)):
        return True  # قال علي حسن
    if not apart or following in v.words("complement_nouns") or following in COMPLEMENTISERS:
        return False
    return r.stop[k] == COMMA or (before.startswith("ال") and before not in forms())


#: Names of persons have at most so many words.
_NAME = 4


def name_before(r: Reading, k: int, first: int) -> bool:
    """Whether the words from `first` on, up to `k`, end in a person's name: a given name, or what follows an honorific."""
    for j in range(k - 1, max(first, k - 1 - _NAME), -1):
        if r.stop[j + 1] and j + 1 < k:
            return False
        word = r.words[j]
        if word in v.given_names() or (j < k - 1 and v.is_honorific(word)):
            return True
        if _beginning(word) == "no" or v.heads(word):
            return False
    return False


def verb_shape(word: str) -> bool:
    """Whether a folded word looks like a verb, third person: present tense, masculine, or plural; spelt letters never do."""
    if word in v.given_names() or " " in word:
        return False
    if word.endswith("وا") and len(word) > 4:
        return word not in v.words("not_verbs")
    if word[0] == "ف" and word[1:] in forms():
        return True
    return word[0] == "ي" and len(word) > 3 and word not in v.words("not_verbs")


@v.per_word
def _with_object(word: str) -> bool:
    """Whether a word is a cue in the past with its object."""
    form = forms().get(word[:-1])
    return form is not None and form.part == "past" and not v.heads(word)


def _ends_phrase(r: Reading, k: int) -> bool:
    following = r.words[k + 1] if k + 1 < r.size else ""
    ending = _ending(r.words[k])
    if r.words[k][-1] == "ه" and not r.written_with_teh(k) and _with_object(r.words[k]):
        return True  # تقرير | نشره موقع
    if (following in _LACK and not r.has_article(k)) or (k in r.tanwin and k - 1 not in r.tanwin):
        return True
    if not ending:
        return False
    before = r.words[k - 1]
    match ending:
        case "in":
            return (
                _occasion(following)
                or following[:1].isdigit()
                or following in v.months()
                or (before.endswith(("ين", "ون")) and not v.heads(before))
            )
        case "governed":
            adjective = k > 1 and r.has_article(k - 1) and r.has_article(k - 2)  # المشرف العام على
            governor = before in v.function_words("governor") or (
                adjective and r.words[k - 2] in v.function_words("governor") and not v.deverbal(following)
            )
            return not governor and not is_name(r, k)
        case "adjunct":  # but الخميس may be a family name
            if r.words[k] in v.function_words("same") and following in v.given_names():
                return False  # عضو المجلس سابقا | سامر حداد
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
    if word in v.function_words("to_whom") or word in v.function_words("back_to"):
        return "always"  # نقلت الصحيفة | عنه قوله
    if word[0] == "ف" and word[1:] in v.function_words("auxiliary"):
        return "always"  # بحسب الوزارة فقد ...
    if word[0] == "و" and word[1:] in _LACK:
        return "always"
    if word in v.function_words("quantifier") or word in ("مع", "الي", "ل"):
        return "always"  # whom one speaks to, or about
    if word in v.function_words("in"):
        return "in"
    if word in ("عن", "علي", "من"):
        return "governed"
    if word in v.function_words("adjunct"):
        return "adjunct"
    if word in v.sourcing_phrases():
        return "always"  # وأضاف الوزير | بحسب البيان
    if (
        word[0] == "ف"
        and word[1:2] == "ي"
        and word not in v.not_joined()
        and not v.heads(word)
        and verb_shape(word[1:])
    ):
        return "always"  # أما الوزير | فيبدو
    if word in v.given_names():
        return ""  # بدور
    plain = v.bare(word)
    if word[0] == "ل" and word[1:] in v.function_words("agency"):
        return "always"
    if word[0] == "ل" and (plain in v.function_words("addressee") or "medium" in (v.heads(word[1:]), v.heads(plain))):
        return "always"
    if word[0] == "ب" and ((word[1:3] != "ال" and _occasion(word[1:])) or word[1:] in v.words("complement_nouns")):
        return "always"
    if word.endswith(("ه", "ها")) and not word.startswith("ال") and word in v.words("occasions"):
        return "always"  # his statements: the object, not the subject
    if word[-1] == "ا" and v.heads(word) in ("body", "medium") and v.heads(word[:-1]):
        return "always"  # the object (أصدر الاتحاد | بيانا)
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
    if any(word in v.function_words(kind) for kind in ("adjunct", "preposition", "auxiliary", "demonstrative")):
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
    return word[0] not in "وف" or word in v.not_joined()
