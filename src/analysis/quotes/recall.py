"""Recall: whom the words before a verb without a subject have named, read backwards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.agreement import of_hers
from analysis.quotes.boundaries import COMMA
from analysis.quotes.mentions import without_preposition
from analysis.quotes.namewords import heads_joined
from analysis.quotes.objects import is_judged
from analysis.quotes.phrases import extend, noun_phrase
from analysis.quotes.reading import Range, Reading
from analysis.quotes.verbs import forms

#: How far back somebody is looked for, in words.
_BACK: Final = 120
#: How far back a body is looked for, in words.
_FAR: Final = 400
#: The subject of a verb is looked for within so many words.
_SUBJECT: Final = 8
#: What somebody published is led back to within so many words.
_PUBLISHED: Final = 30
#: A mention read backwards is no longer, in words.
_MENTION: Final = 24


def acting(r: Reading, at: int, since: int | None, gender: str = "") -> Iterator[Range]:
    """The subjects of the earlier verbs of a sentence, the nearest first (ثم كررت ليلى الدعوة، وقالت).

    A verb in the other gender has another subject (قارنت الشبكة هدفه بهدف | سجله سامر حداد، وقالت).

    Only verbs behind the word `since` are looked at; without one the sentence may also open with any verb.
    """
    start = r.sentence_start(at)
    first = start if since is None else max(start, since + 1)
    noted = r.noted(max(first, at - _BACK), at - 1)
    verbs = {k for k in noted if (form := forms().get(r.words[k])) is not None and form.finite}
    if r.stop[at] == COMMA or r.words[at - 1] in v.FUNCTION["where"]:
        verbs |= {
            k
            for k in range(max(first, at - _SUBJECT * 2), at - 1)
            if v.past_with_object(r.words[k])
            and not (r.written_with_teh(k) or (k and v.is_function(r.words[k - 1], "true_preposition", "topic_on")))
        }  # وهذا ما أكده حداد، حيث قال
    if since is None:
        verbs |= {
            k
            for k in range(max(first + 1, at - _BACK), at - 1)
            if r.words[k][0] in "يت" and v.is_function(r.words[k - 1], "did_not")
        }
    if r.words[at] in v.SAYING_SO:
        verbs |= {k for k in range(max(first, at - _MENTION), at - 1) if r.words[k] in v.PAST}  # تحدث سامر حداد قائلا
    opens = v.is_function(r.words[start], "true_preposition", "in", "topic_on")
    if since is None and r.stop[at] == COMMA and (opens or v.is_function(r.words[start], "since", "after_what")):
        told = range(max(first + 1, at - _MENTION), at - 1)
        verbs |= {k for k in told if r.words[k] in v.PAST and _titled(r, k + 1) and r.words[k - 1] != "ان"}
    if since is None and not (opens or r.words[start] in v.GIVEN_NAMES or v.heads(r.words[start])):
        verbs.add(first + v.is_function(r.words[first], "then", "has_done"))
    for k in sorted(verbs, reverse=True):
        form = forms().get(r.words[k])
        if form is not None and form.verb.preposition and r.words[k] == form.verb.lemma and k > start:
            continue  # عن طموحه عبر | هذا المهرجان، لافتا إلى
        noun = form is not None and form.verb.weak and k > start and not (r.stop[k] or r.has_article(k - 1))
        if noun and v.deverbal(r.words[k - 1]) != "":
            continue  # تقديم | طلب التسجيل، قائلا
        if k + 1 >= at or r.stop[k + 1] or {_gender(r.words[k]), gender} == {"f", "m"}:
            continue
        if since is None and k > start and not r.stop[k] and noun_phrase(r, start, k) == (start, k):
            yield start, k  # الداخلية تكشف التفاصيل وتعلن ...
            continue
        on_it = r.words[k + 1] in v.BACK_TO  # وهذا ما أكد عليه الوزير بقوله
        if k > first and r.words[k - 1] in v.FUNCTION["auxiliary"] and r.words[k] in forms() and not on_it:
            continue  # وكان سامر قد استقبل ليلى، وقال
        form = forms().get(r.words[k])
        if form is not None and form.verb.takes_object and r.carries_pronoun(k + 1):
            continue  # واتهم | خصومه، قائلا
        first = k + 1 + (r.words[k + 1] in v.FUNCTION["back_to", "of_whom"])  # التي تحدث عنها | سامر حداد
        if _gender(r.words[k]) == "f" and first < at and _of_a_man(r, first):
            continue  # لتخبر | مديرها قائلة
        if v.is_function(r.words[k], "turns_to") and noun_phrase(r, first, at) == (first, at):
            continue  # وخاطب | القضاة قائلا
        if r.words[first] == "ل" and (medium := r.quoted_at(first + 1)) is not None:
            first = min(r.word_at(medium.end), at)  # وأوضح لـ«المرفأ» | سامر حداد قائلا
        reach = at if r.words[at] in v.SAYING_SO else first + _SUBJECT
        span = noun_phrase(r, first, min(reach, at))
        if span is not None and not (_led_to(r, span) or (first == k + 1 and is_judged(r, k, span[1]))):
            yield span


def _led_to(r: Reading, span: Range) -> bool:
    """Whether ل leads to where somebody goes (يذهب | لمنزل والدها): no name, no title and no body by itself."""
    word = r.words[span[0]]
    known = word in v.NOT_JOINED or word in v.GIVEN_NAMES or v.heads(word) or word in v.PLACES
    return (
        word[0] == "ل"
        and len(word) > 3
        and not known
        and (v.heads(word[1:]) != "" or word[1:] in v.FUNCTION["place", "part_of_place", "venue"])
    )


def _titled(r: Reading, k: int) -> bool:
    """Whether a person with a title stands right behind a verb (وبعد إخماد النيران وصل | مدير المركز)."""
    return not r.stop[k] and v.heads(r.words[k]) == "title" and not v.is_crowd(r.words[k])


def _of_a_man(r: Reading, k: int) -> bool:
    """Whether a title of one man stands at a word: no subject of a verb in the feminine."""
    word = r.words[k]
    plain = v.bare(word)
    if v.heads(word) != "title" or r.written_with_teh(k) or v.is_crowd(word):
        return False
    if plain in v.WORDS["either_gender"] and not of_hers(r, k):
        return False
    return not plain.endswith(("ات", "ون", "ين")) and not (word.endswith(("ه", "ها")) and v.heads(word[:-1]) == "")


def _gender(word: str) -> str:
    """The gender that a verb of the third person tells, or nothing."""
    form = forms().get(word)
    if form is not None and form.finite:
        return form.gender
    if v.past_with_object(word):
        return "f" if word[-2] == "ت" else "m"
    return ("f" if word[-1] == "ت" else "m") if word in v.PAST else ""


def publishing(r: Reading, at: int, gender: str) -> Range | None:
    """Who published, in the clause before a verb, what that leads back to (نشر التنظيم شريطا أعلن فيه أن)."""
    for k in range(at - 1, max(r.sentence_start(at), at - _PUBLISHED) - 1, -1):
        if (r.stop[k + 1] and k + 1 < at) or _guest(r, k):
            return None  # سجل اللاعب هدفين، وعقد المدرب لقاء قال فيه؛ نشرت الصحيفة لقاء مع المدرب قال فيه
        if not v.is_function(r.words[k], "publishes") or (
            k and v.is_function(r.words[k - 1], "in", "true_preposition")
        ):
            continue  # في بث مباشر
        agrees = (r.words[k][-1] == "ت") == (gender == "f")
        return noun_phrase(r, k + 1, min(k + _MENTION, at)) if agrees else None
    return None


def _guest(r: Reading, k: int) -> bool:
    """Whether a word leads to a person who is heard or writes in what another publishes (مع الوزير، للكاتبة)."""
    if r.words[k] in v.FUNCTION["with"]:
        return k + 1 < r.size and v.heads(r.words[k + 1]) == "title"
    word, before = r.words[k], r.words[k - 1] if k else ""
    text = k - 1 in r.tanwin or (before[-1:] == "ا" and before[:-1] in v.OCCASIONS)
    somebody = "title" in (v.heads(word[1:]), v.heads(without_preposition(word)))
    return text and word[0] == "ل" and len(word) > 2 and somebody and not v.heads(word)


def clauses(r: Reading, at: int, since: int) -> Iterator[Range]:
    """The subjects of the clauses that أن opens between two words, the nearest first (إن الصندوق يريد ذلك ويصر على ...)."""
    for k in range(at - 1, max(since, at - _BACK), -1):
        if r.words[k] in v.COMPLEMENTISERS and (span := noun_phrase(r, k + 1, min(k + _MENTION, at))) is not None:
            yield span[0], next((j for j in range(span[0] + 1, span[1]) if r.words[j] in v.PAST), span[1])


def clause_agrees(r: Reading, at: int, since: int, gender: str, plural: bool) -> bool:
    """Whether a clause that أن opens between two words is about somebody who agrees with a verb (قالت إنه غادر وأكد)."""
    pronouns = ("هم", "هما") if plural else ("ها",) if gender == "f" else ("ه",)
    near = range(max(since, at - _BACK, 0), at)
    if any(r.words[k] in v.COMPLEMENTISERS and r.words[k].endswith(pronouns) for k in near):
        return True
    if any(v.heads(r.words[k]) and may_act(r, k, gender, plural) for k in near):
        return True  # استمتع الفرسان وأظهروا
    return any(may_act(r, span[0], gender, plural) for span in clauses(r, at, since - 1))


def may_act(r: Reading, k: int, gender: str, plural: bool) -> bool:
    """Whether a noun agrees with a verb in gender and number: by its ending, or as a state, a crowd or a plural."""
    word, plain = r.words[k], v.bare(r.words[k])
    many = v.is_crowd(word) or word.endswith(("ون", "ين")) or word in v.FUNCTION["group", "quantifier", "quantity"]
    if plural:
        return many
    feminine = (
        r.written_with_teh(k)
        or plain.endswith("ات")
        or plain in v.FUNCTION["feminine"]
        or word in v.FUNCTION["feminine_state"]
    )
    return feminine if gender == "f" else not feminine and not v.is_crowd(word)


def opening(r: Reading, at: int) -> Range | None:
    """The subject of the verb that opens a sentence, before or behind it (الأمم المتحدة ترحب بالهدنة وتدعو إلى ...)."""
    first = r.sentence_start(at)
    for k in r.noted(first, min(first + _SUBJECT, at - 1)):
        form = forms().get(r.words[k])
        if form is None or not form.finite:
            continue
        if (before := noun_phrase(r, first, k)) == (first, k):
            return before
        end = min(k + _SUBJECT, at)
        end = next((j for j in range(k + 2, end) if r.words[j][0] == "ب" and r.words[j] not in v.NOT_JOINED), end)
        return noun_phrase(r, k + 1, end)  # رحبت الوزارة | بالهدنة
    return None


def last_feminine(r: Reading, at: int) -> Range | None:
    """The body or woman last named in the sentence of a word (مع الوزارة، التي نفت ذلك، مؤكدة ...)."""
    for k in _back(r, at):
        construct = k > 0 and v.heads(r.words[k - 1]) != "" and not r.has_article(k - 1)  # وزارة الصحة
        led = r.words[k].startswith(("لل", "بال"))  # الأعمال التابعة للشركة
        if v.heads(r.words[k]) and not (r.stop[k] or construct or led) and r.written_with_teh(k):
            return noun_phrase(r, k, min(k + _MENTION, at))
        if r.words[k] in v.PLACES and k > 0 and not r.stop[k] and r.words[k - 1][-1] == "ت":
            return noun_phrase(r, k, min(k + _MENTION, at))  # شنت كوريا الشمالية هجوما، قائلة
    return None


def several(r: Reading, at: int) -> Range | None:
    """The group last named in the sentence of a word (قال الوزير إن القادة تضامنوا، داعين ...)."""
    for k in _back(r, at):
        word = r.words[k]
        construct = k > 0 and v.heads(r.words[k - 1]) == "title" and not r.has_article(k - 1)  # رئيس الوزراء
        if word.startswith("لل") or (construct and not r.stop[k]):
            continue
        counted = (
            word in v.GROUP and r.words[k + 1] in v.FROM and not v.is_thing_plural(r.words[k + 2])
        )  # عدد من القادة
        if counted or v.bare(word) in v.CROWDS:
            span = noun_phrase(r, k, min(k + _MENTION, at))
            if span is not None:
                return span
    return None


def body(r: Reading, before: int, head: str) -> Range | None:
    """The body or medium last named in full before another word (صحيفة «...» ...، الصحيفة)."""
    for k in range(before - 1, max(-1, before - _FAR), -1):
        if not r.words[k].endswith(head):
            continue
        attributed = r.words[k].startswith("ال") and k + 1 < before and r.has_article(k + 1)
        attributed = attributed and r.words[k + 1].endswith(("ي", "يه", "يا")) and not r.stop[k + 1]  # المحكمة العليا
        stated = k > 0 and r.words[k - 1] in v.IN  # في بيان مقتضب
        worse = k + 1 < before and v.is_function(r.words[k + 1], "comparative", "superlative")  # نتائج أسوأ
        if v.bare(r.words[k]) == head and not (stated or worse) and (attributed or not r.has_article(k)):
            end = next(
                (j for j in range(k + 1, min(k + _MENTION, r.size)) if r.stop[j] or _apart(r.words[j])), k + _MENTION
            )
            span = noun_phrase(r, k, min(end, r.size))
            if span is not None and span[1] - span[0] > 1:
                return span
    return None


def _apart(word: str) -> bool:
    """Whether a word goes on no name of a body: و or ب joined to it, a verb with its object (بيان تلته)."""
    return word.startswith(("وال", "بال")) or word.endswith(("ته", "تها"))


def introduced(
    r: Reading, before: int, plural: bool = False, first: int = 0, gender: str = ""
) -> tuple[Range, bool] | None:
    """The person last named with a title between two words, a crowd for a plural; and whether ل is joined to the mention.

    Of crowds one that no preposition governs is the likelier subject (فحص باحثون عددا من الطلاب. ووجدوا أن).
    """
    governed: tuple[Range, bool] | None = None
    for k in range(before - 1, max(first - 1, before - _BACK), -1):
        word = r.words[k]
        if heads_joined(word) != "title" or plural != _crowd(word) or _theirs(r, k) or _describes(r, k):
            continue
        if (form := forms().get(word)) is not None and form.finite:
            continue  # وطالب ...
        if gender == "f" and not (r.written_with_teh(k) or word.endswith(("ته", "تها", "تهم"))):
            continue
        if k == 0 or v.heads(r.words[k - 1]) != "title" or r.stop[k] > 0:
            joined = v.heads(word) == "" or word.startswith("لل")  # في كلمة لرئيسة اللجنة، للمدير العام
            span = (extend if joined else noun_phrase)(r, k, min(k + _MENTION, before))
            if span is not None and plural and _is_governed(r, k, span[1]):
                governed = governed or (span, joined)
            elif span is not None:
                return span, joined
    return governed


def _is_governed(r: Reading, k: int, end: int) -> bool:
    """Whether a crowd is in the genitive: behind a preposition, and its adjective shows it (عدد من | الطلاب الجامعيين)."""
    led = k > 0 and not r.stop[k] and r.words[k - 1] in v.TRUE_PREPOSITION
    return led and any(r.words[j].endswith("ين") and r.has_article(j) for j in range(k, end))


def _crowd(word: str) -> bool:
    """Whether a word stands for many, also behind و or ل (ورجال الأمن، لطلاب الكلية)."""
    return v.is_crowd(word) or (word[0] in "ول" and v.is_crowd(word[1:]))


def _theirs(r: Reading, k: int) -> bool:
    """Whether a relative of somebody's is named by that alone (لوالده المريض): he does not speak next."""
    if r.written_with_teh(k):
        return False
    return any(_relative_of(r.words[k], pronoun) for pronoun in ("ه", "ها", "هم"))


def _relative_of(word: str, pronoun: str) -> bool:
    """Whether a word, also with ل, is a relative with a pronoun (والده، لزوجته)."""
    if not word.endswith(pronoun):
        return False
    stem = word.removesuffix(pronoun)
    stem = stem[:-1] + "ه" if stem.endswith("ت") else stem
    return stem in v.RELATIONS or (stem[:1] == "ل" and stem[1:] in v.RELATIONS)


def _describes(r: Reading, k: int) -> bool:
    """Whether a word like a title is but an adjective (الأسر المنتجة)."""
    if k == 0 or r.stop[k]:
        return False
    word = r.words[k]
    before = r.words[k - 1]
    if word.endswith(("ي", "يا")) and not r.has_article(k) and v.heads(before) != "title":
        noun = before in v.OCCASIONS or v.deverbal(before) != ""
        return word[-1] == before[-1] == "ا" or noun  # مؤتمرا صحافيا، لقاء صحفي، تميز صحفي
    if not (r.written_with_teh(k) and r.has_article(k)):
        return False
    return r.has_article(k - 1) and not v.heads(r.words[k - 1])


def _back(r: Reading, at: int) -> range:
    """The words before a word in its sentence, backwards."""
    return range(at - 1, max(r.sentence_start(at), at - _BACK) - 1, -1)
