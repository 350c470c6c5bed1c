"""Look-alikes: words with the form of a cue that report nothing here, whatever follows (مذكرة، بين البلدين، يذكر أن)."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.antecedents import antecedent
from analysis.quotes.beginnings import is_name_like_verb, verb_shape
from analysis.quotes.boundaries import COLON, COMMA, PARAGRAPH
from analysis.quotes.cues import SHADDA, Complement, Cue
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.preverbal import source_before
from analysis.quotes.reading import Reading
from analysis.quotes.secondcues import asks_for_anonymity, described, is_adverb
from analysis.quotes.verbs import forms
from analysis.quotes.vocabulary import COMPLEMENTISERS

_NEGATION: Final = v.NEGATION
_TRUE_PREPOSITIONS: Final = v.TRUE_PREPOSITION
#: Verbs with more letters carry that vowel in the passive alone.
_SHORT_PRESENT: Final = 4
#: A clause follows within so many words, if what a verb comes back to is not its content.
_NEAR: Final = 10
#: The two things that بين stands between begin within so many words.
_BETWEEN: Final = 30
#: What points stands within so many words of its verb.
_POINTING: Final = 4
_POINTS: Final = v.FUNCTION["points"]
#: An aside between dashes is shorter, in words.
_ASIDE: Final = 5
#: What may stand between كتب and the reporter's name.
_BESIDE: Final = frozenset("-–—/")
#: The line that names the reporter has fewer words.
_BYLINE: Final = 8


def looks_alike(r: Reading, cue: Cue) -> bool:
    """Whether the words around it say that this is no cue, whatever follows."""
    form, verb, k = cue.form, cue.verb, cue.word
    if not verb.takes:
        return True
    if form.part == "masdar":
        return False
    if is_adverb(r, k):
        return True
    finite, word = form.finite, r.words[k]
    if form.part == "participle" and form.gender == "f" and k > 1 and described(r, k):
        at = k - 2 - r.words[k - 1].endswith("يه")
        told = forms().get(r.words[max(at, 0)])
        sources = v.is_crowd(r.words[at + 1]) or r.words[at + 1] in v.FUNCTION["source_word"]
        if sources and told is not None and told.finite and not any(r.stop[at + 1 : k]) and not told.verb.soft:
            return True  # أفادت مصادر | مؤكدة أن
    if word in v.FUNCTION["accused"] and k + 1 < r.size and _of_what(r.words[k + 1]):
        return True  # وأربعة من شركائه متهمين بالسرقة, but متهما بريطانيا بخرق الاتفاق
    accused = form.part == "past" and form.plural and verb.takes_object and k > 0 and k + 1 < r.size
    if accused and r.words[k - 1] in v.RELATIVE and _of_what(r.words[k + 1]):
        return r.words[k + 1] not in COMPLEMENTISERS  # الوزراء الذين اتهموا بالفساد
    governs = r.words[k + 1 : k + 2] and r.words[k + 1] in verb.takes  # داعية إلى ...
    if not finite and form.gender == "f" and not r.stop[k] and v.heads(word) and not governs:
        return True  # مذكرة تفاهم
    if form.part == "participle" and form.gender == "f" and not r.stop[k] and k + 1 < r.size and r.has_article(k + 1):
        plain = not ("np" in verb.takes or verb.takes_object or verb.addresses or verb.sense == "demand")
        if plain and verb.sense == "say" and r.stop[k + 1] == 0:
            return True  # ذاكرة الوصول العشوائي
    if finite and form.joined and _one_of_ours(r, k):
        return True  # طلابنا | وطالبتنا
    if finite and not form.joined and is_name_like_verb(r, k):
        return True  # وأشار | عزت إلى، عادل | عزت، عن
    if verb.preposition and _is_preposition(r, cue):
        return finite
    before = r.words[k - 1] if k else ""
    if finite and before == "ماذا":
        return True  # ماذا يقولون: ...
    if finite and before in v.FUNCTION["comment"] and k > 1 and r.words[k - 2] in v.IN and not r.has_article(k - 1):
        return True  # في مؤشر يؤكد تدهور الأوضاع، ...
    behind = r.words[k + 1 : k + 3]
    event = len(behind) > 1 and behind[0] in v.DEMONSTRATIVE and v.bare(behind[1]) in v.FUNCTION["event"]
    if finite and event and not r.stop[k + 1]:
        return True  # ويذكر هذا الحادث بحادث مماثل
    if before == "ما" and k > 1 and r.words[k - 2] in v.FUNCTION["often"]:
        before = ""  # كثيرا ما قال
    if before in v.IN_NAME and not (r.has_article(k - 1) or r.stop[k]):
        return True  # علي بن أبي طالب, but عبد الرحمن أعلن
    if form.part == "participle" and form.gender == "f" and not form.joined and _of_things(r, k):
        return True  # لافتات | رافضة للقانون
    if finite and r.gap[k].endswith("-") and v.heads(word) == "title" and "-" in "".join(r.gap[k + 1 : k + _ASIDE]):
        return True  # سامر حداد -طالب جامعي-
    if form.part == "participle" and (before == "غير" or _is_predicate(r, k)):
        return True  # معلومات غير مؤكدة، لم يكن مستغربا أن، وهي مضيفة
    dual = form.part == "past" and form.plural and form.gender == "m" and word[-1] == "ا" and word[-2] != "و"
    if dual and r.original(k, k + 1)[0].endswith("أ"):
        return True  # اقرأ
    if dual and (_is_predicate(r, k) or (not form.joined and _is_adjective(r, cue))):
        return True  # a noun: كان طالبا، مولودا ذكرا
    if finite and word[-1] == "ه" and r.written_with_teh(k):
        return True  # a noun, no verb with its object (عدة)
    if before in _NEGATION and not r.stop[k] and verb.sense != "opinion":
        following = r.words[k + 1] if k + 1 < r.size else ""
        what_he_said = word in v.FUNCTION["has_said"] and following in v.COMES_BACK  # ما قال إنه خرق للهدنة
        what_he_described = before == "ما" and verb.takes_object and word.endswith(("ه", "ها"))  # ما وصفه الوزير بأنه
        what_he_described = what_he_described or (before == "ما" and what_he_said)
        if not (what_he_described or v.is_function(word, "ruled_out")):
            return True  # but لم يستبعد وقوع ...
    if verb.lemma in _POINTS and _with_gesture(r, k) and not _with_clause(r, k):
        return True  # أشار بيده إلى الباب
    if not finite:
        return False
    if (form.part == "present" and _still_to_say(r, k)) or _supposed(r, k):
        return True
    if verb.sense == "demand" and _content_before(r, cue, before):
        return True
    if form.part == "present" and _follows(r, k):
        return True
    if verb.sense == "write" and _signs(r, k):
        return True
    following = r.words[k + 1] if k + 1 < r.size else ""
    if verb.lemma == "كشف" and following in v.FUNCTION["listed_in"]:
        tells = any(
            w in COMPLEMENTISERS or w in v.FUNCTION["about"] for w in r.words[k + 2 : r.clause_end(k + 2, _POINTING)]
        )
        return not tells  # كشف درجات, but كشف حساب على الموقع أن
    back = following in v.BACK_TO and not following.startswith("الي")  # but ما ذهب إليه من أن
    if back and verb.weak and verb.takes == {"clause"}:
        return True  # القرار الذي اطلعت عليه الوكالة
    if word.endswith("بلغ") and following in v.FUNCTION["measured"] and not _informs(r, k):
        return True  # مدينة يبلغ عدد سكانها مليون نسمة
    if verb.sense == "demand" and following in v.FUNCTION["felt"]:
        return True  # لم تعد تدعو للقلق
    if (
        verb.sense == "demand"
        and following in verb.takes
        and r.words[k + 2 : k + 3]
        and r.words[k + 2] in v.FUNCTION["felt"]
    ):
        return True  # تدعو إلى القلق
    if verb.judges and form.part == "present" and _is_held(r, k):
        return True  # تعتبر خطوة مهمة
    if word in v.FUNCTION["called"] and following and following not in COMPLEMENTISERS and k > r.sentence_start(k):
        return True  # يدعى فلان
    if r.words[k + 1 : k + 2] and r.words[k + 1] in v.FUNCTION["idiom"] and r.words[k + 2 : k + 3] == ["ان"]:
        return True  # ولفت نظري أن
    if before in v.FUNCTION["quantifier"] and form.part == "past" and not (r.stop[k] or form.plural):
        return True  # كل فرد
    if before in v.WITH_AND["modal"] and form.part == "past" and word == verb.lemma:
        return True  # يمكن توقع «فترة من الهدوء»
    governed = before in _TRUE_PREPOSITIONS or (verb.weak and before in v.WITH_AND["governs_noun"])
    noun = r.stop[k] == 0 and governed and not form.joined  # على أمل أن، فبعد توعد موسكو, but من جبل علي وأشار
    return noun or asks_for_anonymity(r, k) or _first_person(r, cue)


def _one_of_ours(r: Reading, k: int) -> bool:
    """Whether what looks like a verb with its object is a title with the same pronoun as the one before it."""
    before, word = r.words[k - 1] if k and not r.stop[k] else "", r.words[k]
    pronoun = next((p for p in ("نا", "هم", "ها") if word.endswith(p) and before.endswith(p)), "")
    return pronoun != "" and v.heads(word.removesuffix(pronoun)[:-1] + "ه") == "title"


def _informs(r: Reading, k: int) -> bool:
    """Whether a verb like يبلغ is أبلغ, which tells somebody (أبلغ عدد من السكان الشرطة)."""
    told = r.words[k].removeprefix("و").removeprefix("ف")[0] == "ا"
    return told or r.words[k + 2 : k + 3] == ["من"]


def _of_things(r: Reading, k: int) -> bool:
    """Whether a word describes the indefinite things before it: no clause follows, and ات ends neither a name nor a body."""
    before, following = r.words[k - 1] if k else "", r.words[k + 1] if k + 1 < r.size else ""
    if not before.endswith("ات") or r.stop[k] or r.has_article(k - 1) or following in COMPLEMENTISERS:
        return False
    return not (v.is_crowd(before) or v.heads(before) or before in v.GIVEN_NAMES)


def _with_gesture(r: Reading, k: int) -> bool:
    """Whether a verb goes with a part of the body (أشار | بيده)."""
    return not v.FUNCTION["gesture"].isdisjoint(r.words[k + 1 : min(k + _POINTING, r.sentence_end[k])])


def _with_clause(r: Reading, k: int) -> bool:
    """Whether what somebody is to say is told in a clause (ومن المتوقع أن يقول الوزير | إن ...)."""
    return any(word in COMPLEMENTISERS for word in r.words[k + 1 : r.clause_end(k + 1, _NEAR - 1)])


def _still_to_say(r: Reading, k: int) -> bool:
    """Whether a verb in the present tells what somebody may say one day, does not, or to what end (من المقرر أن يعلن، قد يطلب، لكي يقول)."""
    before = r.words[k - 1] if k else ""
    if before in v.WITH_AND["may"] and not r.stop[k]:
        return True
    led = r.words[k - 2] if before == "ان" and k > 1 else ""
    if led in v.FUNCTION["without"]:
        return True  # كتب دون أن يذكر الوزير: "..."
    planned = led in v.FUNCTION["planned"]
    return before in v.FUNCTION["purpose"] or (planned and not _with_clause(r, k))


def _is_held(r: Reading, k: int) -> bool:
    """Whether a verb in the present stands right before an indefinite predicate, as the passive does (تعتبر | خطوة مهمة)."""
    if k + 1 >= r.size or r.stop[k + 1] or r.gap[k + 1] != " " or r.has_article(k + 1):
        return False
    word = r.words[k + 1]
    somebody = v.heads(word) or word in v.GIVEN_NAMES or word in v.PLACES or v.is_crowd(word)
    return not somebody and word not in COMPLEMENTISERS and r.written_with_teh(k + 1)


def _supposed(r: Reading, k: int) -> bool:
    """Whether a verb tells what somebody would say in a case that is supposed (إذا أعلنت، في حال أقر)."""
    if k == 0 or r.stop[k]:
        return False
    in_case = k > 1 and r.words[k - 1] in v.FUNCTION["case"] and r.words[k - 2] in v.WITH_AND["in"]
    return in_case or r.words[k - 1] in v.WITH_AND["supposing"]


def _is_predicate(r: Reading, k: int) -> bool:
    """Whether a word tells what somebody is (كان | طالبا، وهي | مضيفة)."""
    before = r.words[k - 1] if k else ""
    return not r.stop[k] and (before in v.WHICH_IS or v.is_function(before, "copula"))


def _is_adjective(r: Reading, cue: Cue) -> bool:
    """Whether what looks like a dual is an adjective in the accusative, behind its noun (مولودا | ذكرا)."""
    k = cue.word
    before = r.words[k - 1] if k else ""
    following = r.words[k + 1] if k + 1 < r.size else ""
    if before[-1:] != "ا" or r.stop[k] or following in COMPLEMENTISERS or following in cue.verb.takes:
        return False  # ميركل وأوباما أعلنا أن
    named = before in v.PLACES or before in v.GIVEN_NAMES or before in forms() or before[0] == "و"
    return not (named or v.is_function(before, "lead", "auxiliary"))


def _of_what(word: str) -> bool:
    """Whether a word carries ب and tells of what somebody is accused: no state, nobody's quantity (بريطانيا، بعض)."""
    known = word in v.PLACES or word in v.NOT_JOINED or word in v.FUNCTION["quantifier", "part"]
    return word[0] == "ب" and not known


def _follows(r: Reading, k: int) -> bool:
    """Whether the writer tells what follows from what he said (مما يؤكد أن، الأمر الذي يشير إلى أن)."""
    before = r.words[k - 1] if k else ""
    matter = before in v.RELATIVE and k > 1 and r.words[k - 2] in v.FUNCTION["matter"]
    somebody = (
        k + 1 < r.size and not r.stop[k + 1] and v.heads(r.words[k + 1]) == "title"
    )  # الأمر الذي يرى محللون أنه ...
    return (matter and not somebody) or before in v.WITH_AND["as_follows"]


def _signs(r: Reading, k: int) -> bool:
    """Whether a verb of writing opens the line that names the reporter (كتب- سامر حداد:، كتبت ليلى سرحان)."""
    end = next((j for j in range(k + 1, min(k + _BYLINE, r.size + 1)) if r.stop[j] >= COLON), 0)
    if r.stop[k] != PARAGRAPH or not end or any(r.quoted_at(j) is not None for j in range(k + 1, end)):
        return False  # وكتب الوزير «لن نقبل بهذا»
    return r.stop[end] == PARAGRAPH or "\n" in r.gap[end] or not _BESIDE.isdisjoint(r.gap[k + 1])


def _content_before(r: Reading, cue: Cue, before: str) -> bool:
    """Whether a verb of demand comes back to what stands before it (مسيرات دعا إليها الحزب), or tells what led to what
    (الأسباب التي دعت الكاتب إلى، مما دعاه إلى)."""
    following = r.words[cue.word + 1 : cue.word + 1 + _NEAR]
    if following and following[0] in v.BACK_TO and not any(w in COMPLEMENTISERS for w in following):
        return True
    if before in v.RELATIVE and cue.word > 1 and r.words[cue.word - 2] in v.FUNCTION["matter"]:
        return True  # الأمر الذي دعا إلى
    timed = cue.word > 1 and r.words[cue.word - 2] in v.FUNCTION["while"]  # في الوقت الذي دعا فيه ...
    related = before in v.RELATIVE and cue.verb.takes_object and not timed and antecedent(r, cue) is None
    return related or before in v.FUNCTION["what"]


def _first_person(r: Reading, cue: Cue) -> bool:
    """Whether somebody speaks of himself (أعتقد أن, not اعتقد أن): the hamza tells, where no subject follows."""
    k = cue.word
    if cue.form.part != "past" or r.words[k][cue.form.joined] != "ا" or r.words[k + 1 : k + 2] == []:
        return False
    if r.words[k + 1] not in COMPLEMENTISERS:
        return False
    alef = r.folded.original[r.folded.offset(r.end[k] - len(r.words[k]) + cue.form.joined)]
    return alef == "آ" or (alef == "أ" and cue.verb.joining_alef)


def _is_preposition(r: Reading, cue: Cue) -> bool:
    """Whether a word such as بين is the preposition: it goes on a clause rather than opening one."""
    k = cue.word
    if not k or r.stop[k] > COMMA or SHADDA in r.original(k, k + 1)[0]:
        return False
    if _between_two_clauses(r, k):
        return True
    if r.words[k] != cue.verb.lemma:
        return False
    if k > 1 and r.words[k - 1] in v.FUNCTION["while"] and r.words[k - 2] in v.IN:
        return False  # في حين بين حداد أن
    following = r.words[k + 1] if k + 1 < r.size else ""
    if _between_two(r, k) or ("np" not in cue.verb.takes and v.deverbal(following.removesuffix("ه"))):
        return True  # ، بين الإنسان وبيئته، عقب لقائه الوزير
    if v.heads(following) == "title" and _leads_to_clause(r, k):
        return False  # وفي السياق ذاته بين وكيل الأمين بأنه
    if r.stop[k] == COMMA and v.heads("".join(r.words[k + 1 : k + 2])) not in ("body", "medium"):
        return False  # ، بين حداد أن, but ، عبر وسائل الإعلام
    if r.words[k + 1 : k + 2] and r.words[k + 1] in COMPLEMENTISERS:
        return False
    return not v.is_function(r.words[k - 1], "auxiliary", "lead", "turn", "because")


def _leads_to_clause(r: Reading, k: int) -> bool:
    """Whether nothing but a title and its name stands between a word and بأن."""
    at = next(
        (j for j in range(k + 2, min(k + _NEAR, r.size)) if r.words[j][0] == "ب" and r.words[j] in COMPLEMENTISERS), 0
    )
    return at > 0 and noun_phrase(r, k + 1, at) == (k + 1, at)


def _between_two(r: Reading, k: int) -> bool:
    """Whether بين stands between two things joined by و."""
    following = r.words[k + 1 : k + 3]
    return len(following) == 2 and r.has_article(k + 1) and following[1][0] == "و" and following[1] not in v.NOT_JOINED


def _between_two_clauses(r: Reading, k: int) -> bool:
    """Whether بين, or وبين behind it, stands between two things, a clause one of them (بين أن تبيع وبين أن تنتظر، بينه وبين أهله)."""
    and_between = "و" + r.words[k].removeprefix("و")
    if r.words[k] == and_between:
        for j in range(k - 1, max(r.sentence_start(k), k - _BETWEEN) - 1, -1):
            if v.is_function(v.without_pronoun(r.words[j]), "between"):
                return r.words[j + 1] in COMPLEMENTISERS or not any(r.stop[j + 1 : k + 1])
        return False
    opens = k + 1 < r.size and r.words[k + 1] in COMPLEMENTISERS
    return opens and and_between in r.words[k + 2 : min(k + _BETWEEN, r.sentence_end[k])]


def impersonal(r: Reading, cue: Cue, complement: Complement) -> bool:
    """Whether the writer speaks for nobody (يذكر أن، يشار إلى أن), with no subject before the verb."""
    k = cue.word
    if cue.form.part == "past" and _passive(r, cue) and r.words[k + 1] not in v.WHERE:
        return True  # أُعلن أن, but أُعلن في بيان للرئاسة أن
    if complement.left - k > 1 or not v.is_function(r.words[k], "impersonal"):
        return False
    before = r.words[k - 1] if k else ""
    if _passive(r, cue):
        return True
    if before in v.FUNCTION["because"] and cue.verb.judges:
        return False  # ولا يذهب العمدة بعيدا، إذ يعتبر أن
    if cue.form.joined and not r.stop[k] and cue.verb.judges and r.words[k][0] == "و" and _acts_before(r, k):
        return False  # أما سامر حداد فيخالفها الرأي ويعتبر أن
    if before in v.COMES_BACK and before.endswith("ه") and cue.form.gender == "f":
        return True  # مع أنه تبين أن
    if before in v.FUNCTION["this_is"] or (before in v.DEMONSTRATIVE and cue.form.joined):
        return True  # هذا ويذكر أن
    subject = before and before not in v.FUNCTION["contrast"] and v.is_function(before, "pronoun")
    if before in v.RELATIVE and antecedent(r, cue) is not None:
        return r.words[complement.at + 1 : complement.at + 2] in (["يكون"], ["تكون"])  # but ليلى حداد التي تبين أن
    return not subject and source_before(r, cue) is None


def _acts_before(r: Reading, k: int) -> bool:
    """Whether a verb in the present, masculine, stands shortly before a word in its clause."""
    for j in range(k - 1, max(r.sentence_start(k), k - _NEAR) - 1, -1):
        if verb_shape(r.words[j]) and r.words[j].removeprefix("ف")[0] == "ي":
            return True
        if r.stop[j]:
            return False
    return False


def _passive(r: Reading, cue: Cue) -> bool:
    """Whether the first letter of a verb, in the present one of five letters, carries the vowel of the passive (يُعتقد)."""
    at = r.folded.offset(r.end[cue.word] - len(r.words[cue.word]) + cue.form.joined)
    at += cue.form.part == "past" and cue.verb.joining_alef and cue.verb.lemma[1:2] == "ت"  # اتُهم
    telling = cue.form.part == "past" or len(r.words[cue.word]) - cue.form.joined > _SHORT_PRESENT
    return telling and r.folded.original[at + 1 : at + 2] == "\u064f"
