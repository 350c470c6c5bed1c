"""Subjects: whom a sentence is about, and whom its topic puts first."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import can_begin, can_go_on, is_name
from analysis.quotes.boundaries import COLON, COMMA
from analysis.quotes.objects import PEOPLE, completes, is_judged
from analysis.quotes.parties import is_person_asked, other_party
from analysis.quotes.phrases import LONGEST, extend, noun_phrase
from analysis.quotes.reading import Range, Reading
from analysis.quotes.verbs import forms
from analysis.quotes.vocabulary import COMPLEMENTISERS

#: What may stand before the subject of a sentence (لكن، بدوره، أن).
_LEADS_UP: Final = COMPLEMENTISERS | v.WITH_AND["lead", "turn_word", "negation"]
#: What opens what stands before the comma of a sentence (في ...، ردا على ...).
_OPENS_ADJUNCT: Final = v.WITH_AND["preposition", "adjunct", "reply"]
_BEHIND: Final = v.WITH_AND["adjunct", "demonstrative"]
_AS_FOR: Final = v.WITH_AND["as_for"]
_HAS_DONE: Final = v.WITH_AND["has_done"]
_TOPIC: Final = v.WITH_AND["topic"]
_TOPIC_TO: Final = v.WITH_AND["topic_to"]


def sentence_subject(r: Reading, first: int) -> Range | None:
    """The person or body that a sentence is about: its first noun phrase, before or right after its verb.

    Only a phrase headed by a title or a body counts, one behind أما, or a name explained by وهو or وهي.
    """
    end = r.sentence_end[first]
    k, topic = _skip_lead(r, first, end)
    if r.words[first] in v.FUNCTION["of_topic"]:
        return None  # وعن سامر حداد، قال
    if (
        k >= end
        or _participle(r, k)
        or (topic and (_is_thing(v.bare(r.words[k])) or r.words[k] in v.FUNCTION["ordinal"]))
    ):
        return None
    for start in (k, k + 1, k + 2):
        if start >= end or (start > k and r.stop[start]):
            break
        if start == k and r.words[k][0] == "و" and not (v.heads(r.words[k]) or r.words[k] in v.NOT_JOINED):
            continue  # وخرج
        acts = start == k and r.words[k][0] == "و" and r.words[k][1:] in v.PAST
        if acts and "".join(r.words[k + 1 : k + 2]) in v.GIVEN_NAMES:
            continue  # وأمر | سامر حداد بفتح تحقيق
        if start == k and k > first and r.words[k - 1] in _HAS_DONE:
            continue  # وقد | غيرت
        if start == k + 1 and k > first and v.is_function(r.words[k - 1], "was") and _accusative(r.words[start]):
            continue  # وكان حداد | صحفيا
        following = r.words[k + 1] if k + 1 < r.size else ""
        behind = following in _BEHIND or following.startswith("بال")
        if start > k + 1 and following.startswith("بال") and r.has_article(start) and r.written_with_teh(start):
            break  # كما أشاد بالمواقف | المشرفة
        if start > k + 1 and not behind:
            break  # only behind an adverb or what it is about (أصدر الاثنين الاتحاد ...، أوضح ذلك الوزير)
        headed = (
            topic
            or _headed(r, start)
            or _people(r, start)
            or _of_people(r, start)
            or _full_name(r, start)
            or (start > k and _before_given_name(r, start))
            or _comes_back(r, start)
        )
        if not (headed or any(r.stop[start + 1 : start + 5])) or not _nominal(r, start):
            continue
        text = r.words[start] in v.OCCASIONS and r.written_with_teh(start)
        if start == k + 1 and text and not _feminine(r.words[k]):
            continue  # وجه | رسالة
        span = extend(r, start, min(end, start + LONGEST))
        if start == k + 1 and span is not None and is_judged(r, k, span[1]):
            return None  # ووصف | الرئيس بعبارات شديدة، معتبرا أن
        if span is not None and span[1] < end and not r.stop[span[1]] and other_party(r, span[1]):
            span = extend(r, span[1], min(end, span[1] + 20))
        if span is not None and (headed or _explained(r, span, end)):
            return (span[0], _before_object(r, span)) if start > k else span
    return None


def _is_thing(word: str) -> bool:
    """Whether a topic is an event or an amount, nobody who speaks (أما الحادث الثاني فكان ...، أما إجمالي العدد فبلغ ...)."""
    return word in v.FUNCTION["event", "amount"] or (v.deverbal(word) != "" and not v.heads(word))


def _feminine(word: str) -> bool:
    """Whether a word may be a verb in the feminine, or is no verb (وفي الوزارة)."""
    plain = word[1:] if word[0] in "وف" else word
    return plain[:1] in ("ت", "") or plain[-1] == "ت" or plain[:2] == "ست" or v.is_function(word, "auxiliary", "lead")


def _headed(r: Reading, k: int) -> bool:
    """Whether a word heads people or a body: a title, the noun of a body but no place, or a group (عدد من القادة)."""
    word = r.words[k]
    if v.heads(word):
        return v.bare(word) not in v.FUNCTION["place"]
    of = word in v.GROUP and k + 2 < r.size and r.words[k + 1] == "من"
    return of and not v.is_thing_plural(r.words[k + 2])  # عدد من القادة, but عدد من الملفات


def _accusative(word: str) -> bool:
    """Whether a word is an indefinite title in the accusative (صحفيا): a predicate behind كان."""
    return word[-1] == "ا" and v.heads(word) == v.heads(word[:-1]) == "title"


def _comes_back(r: Reading, k: int) -> bool:
    """Whether a word behind كان may be a name alone: it stands before a comma and comes back in the text (وكان ريكو، ...)."""
    word = r.words[k]
    if k == 0 or not v.is_function(r.words[k - 1], "auxiliary") or k + 1 >= r.size:
        return False
    if r.stop[k + 1] != COMMA and not (r.words[k + 1] in _HAS_DONE or r.words[k + 1] in v.PAST):
        return False  # وكان ريكو انتقد ...
    plain = not (r.has_article(k) or v.deverbal(word) or word in v.OCCASIONS or word[0] in "وفبل")
    return plain and can_begin(r, k) and len(r.places(word)) > 1


def _participle(r: Reading, k: int) -> bool:
    """Whether a sentence opens with a participle of its elided subject (محملا الحكومة المسؤولية، قال)."""
    word = r.words[k]
    return len(word) > _PLURAL and word[0] == "م" and word[-1] == "ا" and not v.heads(word) and word not in v.PLACES


def _before_object(r: Reading, span: Range) -> int:
    """Where a subject behind its verb ends: before people in the accusative (شكر العمدة | المتطوعين), and a body also before
    an indefinite noun that follows its adjective (نشرت الوزارة الألمانية | صورة)."""
    start, end = span
    if start and v.is_function(r.words[start - 1], "of_thing"):  # أشادت الوزارة | بالطريقة
        end = next((k for k in range(start + 1, end) if _with_thing(r.words[k]) and not r.stop[k]), end)
    end = next((k for k in range(start + 2, end) if is_person_asked(r, start, k)), end)
    body = v.heads(r.words[start]) in ("body", "medium")
    if r.words[start] in v.GIVEN_NAMES:  # انتقد سامر الدروبي | سياسة الحزب
        behind = (k for k in range(start + 2, end) if r.has_article(k - 1) and not (r.has_article(k) or r.stop[k]))
        return next((k for k in behind if r.words[k - 1] not in v.IN_NAME), end)  # but علاء الدين حداد
    if end - start > 1 and r.has_article(start) and r.words[start + 1] in v.IN:
        return start + 1  # ويعمل الرجل | في الاتحاد
    for k in range(start + 1, end):
        if r.words[k - 1] in v.FROM:
            continue  # فريق من | المغردين
        if PEOPLE.search(r.words[k]) and not r.stop[k] and not v.heads(r.words[k - 1]) and not completes(r, start, k):
            return k
        if body and r.words[k][0].isdigit() and r.has_article(k - 1):
            return k  # أوقفت وزارة العمل | 20 مكتبا
        if body and k == start + 1 and r.has_article(start) and r.gap[k] == " " and _is_indefinite(r, k):
            return k  # نفذت الوزارة | قرية نهائية
        adjective = body and k > start + 1 and r.has_article(k - 1) and r.words[k - 1].endswith(("ي", "يه"))
        if adjective and r.gap[k] == " " and _is_indefinite(r, k):
            return k
    return end


def _is_indefinite(r: Reading, k: int) -> bool:
    """Whether a word is neither definite nor a name, and nothing is joined to it."""
    word = r.words[k]
    named = word in v.GIVEN_NAMES or word in v.IN_NAME or v.bare(word) in v.PLACES
    joined = word[0] in "وبلف" and word not in v.NOT_JOINED
    return not (r.has_article(k) or named or joined)


def _with_thing(word: str) -> bool:
    """Whether a word carries ب (أشاد المدرب | بأداء فريقه)."""
    return word[0] == "ب" and word not in v.NOT_JOINED and word not in v.GIVEN_NAMES and word not in v.PLACES


def _full_name(r: Reading, k: int) -> bool:
    """Whether a given name stands before another name (وانتقد سامر حداد ...، وانتقد عبد الله سرحان ...)."""
    if r.words[k] not in v.GIVEN_NAMES or r.words[k] in forms() or k + 1 >= r.size or r.stop[k + 1]:
        return False
    following = r.words[k + 1]
    another = following in v.GIVEN_NAMES and r.gap[k + 1] == " "
    if another and (following not in v.FUNCTION["also_name"] or is_name(r, k + 1)):
        return True  # زار محمد علي حداد ...، زار سامر حسن حداد ...
    return r.gap[k + 1] == " " and (r.has_article(k + 1) or can_go_on(r, k + 1)) and not v.deverbal(following)


def _before_given_name(r: Reading, k: int) -> bool:
    """Whether a word behind a verb in the past, of which nothing tells that it is no name, stands before a given name (قامت دنيا سامر سرحان، انتقد أبو يوسف القرار)."""
    if k + 1 >= r.size or r.stop[k + 1] or r.words[k + 1] not in v.GIVEN_NAMES or r.words[k - 1] not in v.PAST:
        return False
    verb = r.words[k - 1]
    person = verb[-1] == "ت" or r.words[k] in v.IN_NAME  # but انتهى مسلسل سامر حداد
    return person and not r.stop[k] and r.words[k] not in v.WORDS["manners"] and _may_name(r, k)


def _of_people(r: Reading, k: int) -> bool:
    """Whether a definite adjective stands for the people of whom the name follows (وكرر الجمهوري سامر حداد ...)."""
    word = r.words[k]
    if not (r.has_article(k) and word.endswith(("ي", "يه"))) or k + 2 >= r.size or r.stop[k + 1]:
        return False
    foreign = word[2:] in v.nationalities() and not r.stop[k + 2] and all(_may_name(r, j) for j in (k + 1, k + 2))
    return foreign or _full_name(r, k + 1)  # دافعت الفرنسية إيلودي مارشان عن نفسها


def _may_name(r: Reading, k: int) -> bool:
    """Whether nothing tells that a word is no name: no article, no verb, no known noun, no function word."""
    word = r.words[k]
    if word in v.GIVEN_NAMES:
        return True
    known = v.heads(word) or v.deverbal(word) or word in v.OCCASIONS or word in forms()
    return not (known or r.has_article(k) or k in r.tanwin) and can_go_on(r, k)


def _people(r: Reading, k: int) -> bool:
    """Whether a word is a state or people by its form (رفض الأردن، انتفض مهاجرون): both may speak."""
    word = r.words[k]
    if r.stop[k]:
        return False
    if word in v.CARDINALS and k + 1 < r.size:  # رفض سبعة مترشحين
        return v.is_crowd(r.words[k + 1]) or r.words[k + 1].endswith("ين")
    return word in v.PLACES or (len(word) > _PLURAL and word.endswith("ون"))


def _explained(r: Reading, span: Range, end: int) -> bool:
    """Whether a name is explained by وهو, وهي or a relative clause behind it, or by a title in apposition."""
    start, last = span
    if last < end and 1 < last - start <= 3 and r.words[last] in v.RELATIVE:
        return not any(r.has_article(k) for k in range(start, last - 1))
    if last < end and r.words[last] in v.WHICH_IS and last - start <= 3:
        return True
    if 1 < last - start <= 3 and r.words[last - 1] in v.SAME_PERSON:
        return True  # حداد نفسه لا يبدو ...
    return any(r.stop[k] == COMMA and v.heads(r.words[k]) == "title" for k in range(start + 1, last))


#: Longer words in ون are plurals.
_PLURAL: Final = 4


#: The longest phrase before the comma that leads up to a subject, in words.
_LEAD: Final = 16


def _skip_lead(r: Reading, first: int, end: int) -> tuple[int, bool]:
    """Index behind the words that lead up to a subject (غير أن، في المقابل،), and whether أما stands there."""
    k = first
    if lead := _topic_lead(r, k):
        return k + lead, True
    for _ in range(3):
        if k + 1 < end and r.words[k] in _AS_FOR and r.words[k + 1] in v.FUNCTION["concerns"]:
            k = next((j for j in range(k + 1, min(k + _LEAD, end)) if r.stop[j] == COMMA), k)  # وفيما يخص ...،
            continue
        if k < end and r.words[k] in _LEADS_UP:
            k += 1
            continue
        if k + 1 < end and r.words[k] in v.FROM and r.words[k + 1] in v.FUNCTION["turn"]:
            k += 2  # من جهته
            continue
        if k + 3 < end and r.words[k + 2] in v.FUNCTION["another"] and _turns(r, k):
            k += 3  # من جهة أخرى | أصدرت الهيئة
            continue
        if k + 3 < end and r.words[k] in v.WITH_AND["beforehand"] and r.words[k + 1] == "ان":
            k += 2  # وسبق أن | أصدرت المحكمة
            continue
        if k + 3 < end and r.words[k] in _OPENS_ADJUNCT and r.words[k + 1] in v.DEMONSTRATIVE:
            behind = k + 2 + r.has_article(k + 2)
            if not any(r.stop[k + 1 : behind + 1]):
                k = behind  # وحيال ذلك | اكتفى الأمين العام ...، وبعد هذا التصريح | قام الاتحاد
                continue
        verb = k + 1 < end and r.words[k] in forms() and v.heads(r.words[k + 1]) == "title"  # وعبر الوزير
        if k < end and not verb and r.words[k] in _OPENS_ADJUNCT and not is_name(r, k):
            k = next((j for j in range(k + 1, min(k + _LEAD, end)) if r.stop[j] == COMMA), k)
    return k, False


def _turns(r: Reading, k: int) -> bool:
    """Whether a preposition and a noun turn to another topic (من جهة، في سياق)."""
    led = r.words[k].removeprefix("و") in v.FUNCTION["from", "in"]
    return led and r.words[k + 1] in v.FUNCTION["topic_of", "side"]


def _nominal(r: Reading, k: int) -> bool:
    """Whether a word can begin the subject of a sentence; after أن and لكن it may be accusative."""
    return can_begin(r, k) or (k in r.tanwin and v.heads(r.words[k]) == "title")


def topic_before(r: Reading, end: int) -> tuple[bool, Range | None]:
    """Whether something is put first, and the topic that a verb with ف comes back to (أما الوزير فقال، وبالعودة إلى الوزير فقد قال)."""
    start = end
    while start > 0 and end - start < LONGEST and r.stop[start] < COLON and not (start < end and _topic_lead(r, start)):
        start -= 1
    lead = _topic_lead(r, start)
    if not lead or _adverb(r, start + lead):
        return lead > 0, None  # أما دوليا فقد دعا حداد
    return True, noun_phrase(r, start + lead, end)


def _adverb(r: Reading, k: int) -> bool:
    """Whether a word is an adverb made of an adjective (دوليا، سياسيا)."""
    word = r.words[k]
    known = word in v.GIVEN_NAMES or word in v.PLACES or v.heads(word)
    return len(word) > _PLURAL and word.endswith("يا") and not known


def _topic_lead(r: Reading, k: int) -> int:
    """How many words from `k` on put a topic first: أما, بالعودة إلى, or none."""
    if k + 1 < r.size and r.words[k] in _TOPIC:
        led = v.is_function(r.words[k + 1], "true_preposition", "concerns", "topic_on") and not is_name(r, k + 1)
        return 0 if led else 1  # أما عن الخطة، فقال الوزير
    going_back = r.words[k] in _TOPIC_TO and r.words[k + 1 : k + 2] == ["الي"]
    return 2 if going_back else 0
