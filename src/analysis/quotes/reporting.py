"""Reporting: whether a word with the form of a cue reports something here.

Most reporting verbs of Arabic are everyday words as well (بين، ذكر، تقدم، متابعة), so a form counts only with the complement
and the source that go with it.
"""

from __future__ import annotations

from analysis.quotes import vocabulary as v
from analysis.quotes.antecedents import antecedent
from analysis.quotes.beginnings import name_before
from analysis.quotes.complements import asks_for_anonymity, described, find_complement
from analysis.quotes.cues import SHADDA, Complement, Cue
from analysis.quotes.nominal import asked_of
from analysis.quotes.objects import agrees
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.reading import COLON, COMMA, PARAGRAPH, Range, Reading
from analysis.quotes.sources import circumstance, own_words, source_after, source_before
from analysis.quotes.verbs import forms
from analysis.quotes.vocabulary import COMPLEMENTISERS

#: How far its complement may stand behind a participle or a verbal noun, in words: they do not reach as far as verbs.
_PARTICIPLE_REACH = {"clause": 14, "marks": 14, "colon": 14, "phrase": 6}
_WEAK_PARTICIPLE_REACH = 5
_ASIDE_REACH = 14
_MASDAR_REACH = {"clause": 4, "marks": 6, "colon": 10, "phrase": 4}
_NEGATION = v.FUNCTION["negation"]
#: Whom one asks, no thing that one comes back to.
_TO_WHOM = v.FUNCTION["to_whom"] - v.FUNCTION["back_to"]
_TRUE_PREPOSITIONS = v.FUNCTION["true_preposition"]
#: The clause of an everyday verb stands no farther off, but behind a comma.
_WEAK_REACH = 16
#: Verbs with more letters carry that vowel in the passive alone.
_SHORT_PRESENT = 4
#: A clause follows within so many words, if what a verb comes back to is not its content.
_NEAR = 10
#: The line that names the reporter has fewer words.
_BYLINE = 8
#: Whose words a medium carries stands within so many words.
_CARRIED = 12
#: A verb of saying again stands no more words before what it says again.
_RENEWED = 8


class Reporting:
    """What the cues of one reading report, each judged once."""

    def __init__(self, r: Reading) -> None:
        self._r = r
        self._judged: dict[int, Complement | None] = {}

    def reports(self, cue: Cue) -> bool:
        """Whether a word with the form of a cue is one here."""
        return self.complement(cue) is not None

    def complement(self, cue: Cue) -> Complement | None:
        """Where what a cue reports begins; None where the word reports nothing."""
        if cue.word not in self._judged:
            self._judged[cue.word] = _judge(self._r, cue)
        return self._judged[cue.word]


def _judge(r: Reading, cue: Cue) -> Complement | None:
    if _ruled_out(r, cue):
        return None
    complement = find_complement(r, cue)
    if complement is None or _impersonal(r, cue, complement):
        return None
    if cue.verb.soft and complement.form in ("colon", "marks") and "quote" not in cue.verb.takes:
        return None
    judge = {"participle": _participle_reports, "masdar": _masdar_reports}.get(cue.form.part, _verb_reports)
    return complement if judge(r, cue, complement) else None


def _ruled_out(r: Reading, cue: Cue) -> bool:
    """Whether the words around it say that this is no cue, whatever follows."""
    form, verb, k = cue.form, cue.verb, cue.word
    if not verb.takes:
        return True
    if form.part == "masdar":
        return False
    finite, word = form.finite, r.words[k]
    if form.part == "participle" and form.gender == "f" and k > 1 and described(r, k):
        at = k - 2 - r.words[k - 1].endswith("يه")
        told = forms().get(r.words[max(at, 0)])
        sources = v.is_crowd(r.words[at + 1]) or r.words[at + 1] in v.FUNCTION["source_word"]
        if sources and told is not None and told.finite and not any(r.stop[at + 1 : k]) and not told.verb.soft:
            return True  # أفادت مصادر | مؤكدة أن
    if word in v.FUNCTION["accused"] and k + 1 < r.size and _of_what(r.words[k + 1]):
        return True  # وأربعة من شركائه متهمين بالسرقة, but متهما بريطانيا بخرق الاتفاق
    governs = r.words[k + 1 : k + 2] and r.words[k + 1] in verb.takes  # داعية إلى ...
    if not finite and form.gender == "f" and not r.stop[k] and v.heads(word) and not governs:
        return True  # مذكرة تفاهم
    if verb.preposition and _is_preposition(r, cue):
        return finite
    before = r.words[k - 1] if k else ""
    if before == "ما" and k > 1 and r.words[k - 2] in v.FUNCTION["often"]:
        before = ""  # كثيرا ما قال
    if before in v.FUNCTION["in_name"] and not (r.has_article(k - 1) or r.stop[k]):
        return True  # علي بن أبي طالب, but عبد الرحمن أعلن
    if form.part == "participle" and (before == "غير" or _is_predicate(r, k)):
        return True  # معلومات غير مؤكدة، لم يكن مستغربا أن، وهي مضيفة
    dual = form.part == "past" and form.plural and form.gender == "m" and word[-1] == "ا" and word[-2] != "و"
    if dual and (_is_predicate(r, k) or (not form.joined and _is_adjective(r, cue))):
        return True  # a noun: كان طالبا، مولودا ذكرا
    if finite and word[-1] == "ه" and r.written_with_teh(k):
        return True  # a noun, no verb with its object (عدة)
    what_he_described = before == "ما" and verb.takes_object and word.endswith(("ه", "ها"))  # ما وصفه الوزير بأنه
    if before in _NEGATION and verb.sense != "opinion" and not what_he_described:
        return True
    if not finite:
        return False
    if form.part == "present" and _still_to_say(r, k):
        return True
    if verb.sense == "demand" and _content_before(r, cue, before):
        return True
    if form.part == "present" and _follows(r, k):
        return True
    if verb.sense == "write" and _signs(r, k):
        return True
    if word in v.FUNCTION["called"] and r.words[k + 1 : k + 2] and r.words[k + 1] not in COMPLEMENTISERS:
        return True  # يدعى فلان
    if before in v.WITH_AND["modal"] and form.part == "past" and word == verb.lemma:
        return True  # يمكن توقع «فترة من الهدوء»
    governed = before in _TRUE_PREPOSITIONS or (verb.weak and before in v.WITH_AND["governs_noun"])
    noun = r.stop[k] == 0 and governed and not form.joined  # على أمل أن، فبعد توعد موسكو, but من جبل علي وأشار
    return noun or asks_for_anonymity(r, k) or _first_person(r, cue)


def _with_clause(r: Reading, k: int) -> bool:
    """Whether what somebody is to say is told in a clause (ومن المتوقع أن يقول الوزير | إن ...)."""
    return any(word in COMPLEMENTISERS for word in r.words[k + 1 : r.clause_end(k + 1, _NEAR - 1)])


def _still_to_say(r: Reading, k: int) -> bool:
    """Whether a verb in the present tells what somebody may say one day, or to what end (من المقرر أن يعلن، لكي يقول)."""
    before = r.words[k - 1] if k else ""
    planned = before == "ان" and k > 1 and r.words[k - 2] in v.FUNCTION["planned"]
    return before in v.FUNCTION["purpose"] or (planned and not _with_clause(r, k))


def _is_predicate(r: Reading, k: int) -> bool:
    """Whether a word tells what somebody is (كان | طالبا، وهي | مضيفة)."""
    before = r.words[k - 1] if k else ""
    return not r.stop[k] and (before in v.FUNCTION["which_is"] or v.is_function(before, "copula"))


def _is_adjective(r: Reading, cue: Cue) -> bool:
    """Whether what looks like a dual is an adjective in the accusative, behind its noun (مولودا | ذكرا)."""
    k = cue.word
    before = r.words[k - 1] if k else ""
    following = r.words[k + 1] if k + 1 < r.size else ""
    if before[-1:] != "ا" or r.stop[k] or following in COMPLEMENTISERS or following in cue.verb.takes:
        return False  # ميركل وأوباما أعلنا أن
    named = before in v.WORDS["places"] or before in v.GIVEN_NAMES or before in forms() or before[0] == "و"
    return not (named or v.is_function(before, "lead", "auxiliary"))


@v.per_word
def _of_what(word: str) -> bool:
    """Whether a word carries ب and tells of what somebody is accused: no state, nobody's quantity (بريطانيا، بعض)."""
    known = word in v.WORDS["places"] or word in v.NOT_JOINED or word in v.FUNCTION["quantifier", "part"]
    return word[0] == "ب" and not known


def _follows(r: Reading, k: int) -> bool:
    """Whether the writer tells what follows from what he said (مما يؤكد أن، الأمر الذي يشير إلى أن)."""
    before = r.words[k - 1] if k else ""
    matter = before in v.FUNCTION["relative"] and k > 1 and r.words[k - 2] in v.FUNCTION["matter"]
    return matter or before in v.WITH_AND["as_follows"]


def _signs(r: Reading, k: int) -> bool:
    """Whether a verb of writing opens the line that names the reporter (كتب- سامر حداد:، كتبت ليلى سرحان)."""
    end = next((j for j in range(k + 1, min(k + _BYLINE, r.size + 1)) if r.stop[j] >= COLON), 0)
    if r.stop[k] != PARAGRAPH or not end:
        return False
    return r.stop[end] == PARAGRAPH or "\n" in r.gap[end] or "-" in r.gap[k + 1]


def _content_before(r: Reading, cue: Cue, before: str) -> bool:
    """Whether a verb of demand comes back to what stands before it (مسيرات دعا إليها الحزب), or tells what led to what
    (الأسباب التي دعت الكاتب إلى، مما دعاه إلى)."""
    following = r.words[cue.word + 1 : cue.word + 1 + _NEAR]
    if following and following[0] in v.FUNCTION["back_to"] and not any(w in COMPLEMENTISERS for w in following):
        return True
    if before in v.FUNCTION["relative"] and cue.word > 1 and r.words[cue.word - 2] in v.FUNCTION["matter"]:
        return True  # الأمر الذي دعا إلى
    timed = cue.word > 1 and r.words[cue.word - 2] in v.FUNCTION["while"]  # في الوقت الذي دعا فيه ...
    related = before in v.FUNCTION["relative"] and cue.verb.takes_object and not timed and antecedent(r, cue) is None
    return related or before in v.FUNCTION["what"]


def _first_person(r: Reading, cue: Cue) -> bool:
    """Whether somebody speaks of himself (أعتقد أن, not اعتقد أن): the hamza tells, where no subject follows."""
    k = cue.word
    if cue.form.part != "past" or r.words[k][cue.form.joined] != "ا" or r.words[k + 1 : k + 2] == []:
        return False
    if r.words[k + 1] not in COMPLEMENTISERS:
        return False
    alef = r.original(k, k + 1)[0][cue.form.joined]
    return alef == "آ" or (alef == "أ" and cue.verb.joining_alef)


def _is_preposition(r: Reading, cue: Cue) -> bool:
    """Whether a word such as بين is the preposition: it goes on a clause rather than opening one."""
    k = cue.word
    if r.words[k] != cue.verb.lemma or not k or r.stop[k] > COMMA or SHADDA in r.original(k, k + 1)[0]:
        return False
    if k > 1 and r.words[k - 1] in v.FUNCTION["while"] and r.words[k - 2] in v.FUNCTION["in"]:
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
    return not v.is_function(r.words[k - 1], "auxiliary", "lead", "turn")


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


def _impersonal(r: Reading, cue: Cue, complement: Complement) -> bool:
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
    subject = before and before not in v.FUNCTION["contrast"] and v.is_function(before, "pronoun")
    if before in v.FUNCTION["relative"] and antecedent(r, cue) is not None:
        return r.words[complement.at + 1 : complement.at + 2] in (["يكون"], ["تكون"])  # but ليلى حداد التي تبين أن
    return not subject and source_before(r, cue) is None


def _passive(r: Reading, cue: Cue) -> bool:
    """Whether the first letter of a verb, in the present one of five letters, carries the vowel of the passive (يُعتقد)."""
    at = r.folded.offset(r.start[cue.word] + cue.form.joined)
    at += cue.form.part == "past" and cue.verb.joining_alef and cue.verb.lemma[1:2] == "ت"  # اتُهم
    telling = cue.form.part == "past" or len(r.words[cue.word]) - cue.form.joined > _SHORT_PRESENT
    return telling and r.folded.original[at + 1 : at + 2] == "\u064f"


def _participle_reports(r: Reading, cue: Cue, complement: Complement) -> bool:
    before = r.words[cue.word - 1] if cue.word and not r.stop[cue.word] else ""
    if cue.form.gender == "f" and complement.form == "marks" and v.deverbal(before.removeprefix("ب")):
        return False  # بوضع لافتة «للكبار فقط»
    form, k = cue.form, cue.word
    distance = complement.left - k
    apart = r.stop[complement.left] == COMMA and "-" not in r.gap[complement.left]  # but داعيا -حفظه الله- إلى
    if complement.form == "phrase" and (apart or _describes(r, cue)):
        return False  # طالبة وطالبا، برعاية ...
    may_describe = form.gender == "f" and not (form.joined or r.stop[k])
    may_describe = may_describe and (cue.verb.sense == "demand" or not r.has_article(k - 1))
    if may_describe and complement.form == "phrase":
        return False  # an adjective (قطيعة معلنة، الدولة مطالبة بـ), but نفت الدولة الاتهامات مشيرة إلى
    if form.verb.weak:
        if form.gender == "f" and (complement.form == "colon" or "-" in r.gap[k]):
            return False  # a noun before a colon (متابعة:)
        reach = _PARTICIPLE_REACH["clause"] if cue.verb.takes_object else _WEAK_PARTICIPLE_REACH
        governs = complement.form == "clause" and complement.at == k + 1  # مدعيا بأن
        governs = governs or (complement.form in ("colon", "marks") and r.stop[k] == COMMA)  # ، معلقا على القرار: ...
        if (v.heads(r.words[k]) and not governs) or (complement.form != "clause" and distance > reach):
            return False
        if cue.verb.takes_object:
            return distance <= reach
    return distance <= (_PARTICIPLE_REACH["clause"] if cue.verb.addresses else _PARTICIPLE_REACH[complement.form])


def _describes(r: Reading, cue: Cue) -> bool:
    """Whether an indefinite accusative right behind another one is its adjective (سوقا واعدا)."""
    k = cue.word
    return k > 0 and not r.stop[k] and not cue.form.joined and {k - 1, k} <= r.tanwin


def _masdar_reports(r: Reading, cue: Cue, complement: Complement) -> bool:
    besides = cue.word > 0 and r.words[cue.word - 1] in v.FUNCTION["with"]  # مع تأكيده احترام القرار
    if complement.form == "phrase" and not (besides or _renewed(r, cue) or _carried(r, cue)):
        return False
    before = r.words[cue.word - 1] if cue.word else ""
    if not cue.form.gender and (before == "علي" or before in v.WITH_AND["after_what"]):
        direct = complement.at == cue.word + 1
        return complement.form == "clause" and (direct or source_after(r, cue, complement.left) is not None)
    aside = complement.form == "clause" and r.stop[cue.word + 1] == r.stop[complement.left] == COMMA
    form = "colon" if r.stop[complement.left] == COLON else complement.form
    aside_first = (
        r.words[cue.word + 1] in v.FUNCTION["true_preposition", "in", "adjunct"]
    )  # قوله في أعقاب اجتماع ... إن
    if aside_first and cue.form.gender and complement.form == "clause":
        return complement.left - cue.word <= _ASIDE_REACH
    return aside or complement.left - cue.word <= _MASDAR_REACH[form]  # قوله، في كلمة مقتضبة، إن


def _carried(r: Reading, cue: Cue) -> bool:
    """Whether a medium carries what a verbal noun with its pronoun says (نقلت الوكالة عن الوزير نفيه استخدام ...)."""
    first = max(r.sentence_start(cue.word), cue.word - _CARRIED)
    return cue.form.gender != "" and any(
        form is not None and form.finite and form.verb.sense == "relay" and "عن" in r.words[at + 1 : cue.word]
        for at, form in ((at, forms().get(r.words[at])) for at in range(first, cue.word))
    )


def _renewed(r: Reading, cue: Cue) -> bool:
    """Whether a verbal noun with its pronoun is the object of a verb of saying again (جدد الوزير دعوته إلى ...)."""
    first = max(r.sentence_start(cue.word), cue.word - _RENEWED)
    return (cue.form.gender != "" or r.has_article(cue.word)) and any(
        form is not None and form.finite and form.verb.continues and form.verb.soft
        for form in map(forms().get, r.words[first : cue.word])
    )


def _verb_reports(r: Reading, cue: Cue, complement: Complement) -> bool:
    distance = complement.left - cue.word
    if complement.form == "phrase" and r.words[cue.word + 1] in v.FUNCTION["back_to"]:
        return False  # النظام الذي أعلنت عنه الشركة وتم طرحه
    related = cue.word > 0 and r.words[cue.word - 1] in v.FUNCTION["relative"]
    if related and r.stop[complement.left] == COMMA:
        return False  # المدرب الذي سيعلن قائمته غدا، أن: the relative clause is over
    comes_back = distance == 1 and r.words[complement.at] in v.FUNCTION["comes_back"]
    masculine = cue.form.gender == "m" and not cue.form.plural
    if comes_back and masculine and related and r.words[cue.word - 1] in v.FUNCTION["feminine_relative"]:
        return False  # المناورات التي أعلن أنها: nobody is named
    if cue.verb.locative and (in_it(r, cue) or _opens_place(r, cue)):
        return in_it(r, cue) or stated_in(r, cue, complement.left) is not None
    if cue.verb.weak and complement.form == "clause" and distance > _WEAK_REACH and not r.stop[complement.left]:
        return False
    if cue.verb.weak and distance > 1:
        return _weak_verb_reports(r, cue, complement)
    if complement.form == "phrase" and distance > 1 and complement.left == complement.at:
        source = source_after(r, cue, complement.left)
        return r.words[cue.word + 1] not in v.FUNCTION["idiom"] if source is None else _credible(r, source)
    return True


def _weak_verb_reports(r: Reading, cue: Cue, complement: Complement) -> bool:
    """Whether an everyday verb has a subject that can speak and nothing else between it and its complement."""
    joined = r.words[complement.at][0] == "ب"
    if cue.verb.takes_object and complement.form == "clause" and joined:
        return True  # اتهم النقابة بأنها ...
    many = cue.form.plural and cue.form.gender == "m"
    if cue.verb.takes_object and many and joined and v.deverbal(r.words[complement.at][1:]):
        return True  # ويتهمون المصرف بعدم منح السيولة
    if cue.verb.sense == "relay" and complement.form == "clause" and r.words[cue.word + 1] in v.FUNCTION["about"]:
        return True  # ونقلت عن حداد أن
    if cue.verb.learns and complement.form == "clause" and r.words[cue.word + 1] == "من":
        return True  # علم من مصدر رسمي أن
    source = source_after(r, cue, complement.left)
    if source is not None:
        addressed = cue.verb.addresses and v.heads(r.words[source[1]]) != ""  # وجه الرئيس الحكومة بـ...
        takes_another = cue.verb.takes_object or addressed
        return _credible(r, source) and (takes_another or _bridges(r, source, complement.left))
    party = cue.verb.takes_object and noun_phrase(r, cue.word + 1, complement.left)
    if party and v.heads(r.words[party[0]]) and not agrees(r, cue, party[0]):
        return True  # اتهم | الحكومة بخرق الهدنة
    first = cue.word + 1
    if complement.form in ("marks", "colon") and circumstance(r, first, first + 1):
        return True  # وتابع مدافعا عن موقفه: ...
    adverbial = v.is_function(r.words[first], "preposition", "adjunct")
    if complement.form == "clause" and complement.left == cue.word + 2 and r.words[cue.word + 1] in v.FUNCTION["in_it"]:
        return True  # بلاغا أخبر فيه أن
    if complement.form == "clause" and complement.left == cue.word + 2 and r.words[cue.word + 1] in _TO_WHOM:
        return True  # وطلب منه أن
    if cue.verb.requests and complement.form == "clause" and asked_of(r, first, complement.left):
        return cue.form.joined or (
            cue.word > 0 and v.is_function(r.words[cue.word - 1], "then")
        )  # ثم طلب من الجمهور أن
    governed = complement.form == "clause" and complement.left < complement.at
    if governed and cue.form.joined and v.with_manner(r.words[cue.word + 1]):
        return True  # وتوصلت بنسبة كبيرة إلى أن
    asked = cue.form.joined and cue.form.part == "past" and not r.stop[cue.word]
    likewise = asked or (cue.word > 0 and r.words[cue.word - 1] in v.FUNCTION["likewise"])
    if cue.verb.requests and complement.form == "phrase" and likewise and asked_of(r, first, complement.at):
        return True  # كما طلب من الرئيس التدخل، وطلب من السكان الالتزام بالتعليمات
    threat = complement.form == "phrase" and complement.left == complement.at and r.words[complement.at][0] == "ب"
    if threat and (adverbial or r.words[first] in v.FUNCTION["at_a_time"] or v.with_manner(r.words[first])):
        who = source_before(r, cue)  # وهدد بشكل مباشر بتنفيذ ...، توعد في تسجيل له بتصعيد, but المرض يهدد
        led = r.words[complement.at].startswith("بال")  # هدد الخميس بالرد
        person = who is None or v.heads(r.words[who[0]]) != "" or name_before(r, who[1], who[0])
        return person and (led or v.deverbal(r.words[complement.at][1:]) != "")
    if complement.form in ("marks", "colon") and own_words(r.words[cue.word + 1]):
        return True  # وأنهت حديثها: «...»
    if complement.form in ("marks", "colon") and cue.word and r.words[cue.word - 1] in v.FUNCTION["but_he"]:
        return True  # لكنها تبين في حديث خاص: ...
    if complement.quoted is not None and v.with_manner(r.words[cue.word + 1]):
        return True  # وزادت بتأثر: «...»
    if complement.form == "clause" and r.stop[cue.word + 1] == r.stop[complement.left] == COMMA:
        return True  # وتابع، وهو يشير إلى الجدار، أن
    if adverbial or complement.form in ("marks", "colon"):
        written = complement.form == "colon" and cue.verb.sense == "write"  # وكتب على صفحته: ...
        spoken = adverbial and (complement.quoted is not None or written)
        return spoken or source_before(r, cue) is not None
    return False


def in_it(r: Reading, cue: Cue) -> bool:
    """Whether a text just named is where it stands (بيان جاء فيه)."""
    return cue.verb.locative and r.words[cue.word + 1] in v.FUNCTION["in_it"]


def stated_in(r: Reading, cue: Cue, limit: int) -> Range | None:
    """The text in which it stands (وجاء في البيان), or None."""
    return noun_phrase(r, cue.word + 2, limit) if _opens_place(r, cue) else None


def _opens_place(r: Reading, cue: Cue) -> bool:
    return cue.verb.locative and r.words[cue.word + 1] in v.WHERE


def _credible(r: Reading, source: Range) -> bool:
    """Whether a phrase is headed like somebody who speaks, or short enough to be a name."""
    head, last = source
    if v.deverbal(r.words[head]) not in ("", "own"):
        return False  # قد يؤكد اكتشاف الحطام ...
    return (
        last - head <= 3
        or r.words[head] in v.GIVEN_NAMES
        or any(v.heads(word) for word in r.words[head : min(head + 4, last)])
    )


def _bridges(r: Reading, source: Range, left: int) -> bool:
    """Whether nothing but an adjunct or a relative clause stands between a source and the complement."""
    k = source[1]
    if r.words[k] in v.FUNCTION["demonstrative"]:
        k = min(k + 2, left)  # طلبت الشبكة | هذا الأسبوع | من الاتحاد
    return (
        k >= left
        or r.stop[k] > 0
        or v.is_function(r.words[k], "adjunct", "preposition", "relative", "which_is", "issued")
        or r.words[k][0] in "بل"
        or own_words(r.words[k])
        or (not r.has_article(source[0]) and (form := forms().get(r.words[k])) is not None and form.finite)
    )
