"""Reporting: whether a word with the form of a cue reports something here.

Most reporting verbs of Arabic are everyday words as well (بين، ذكر، تقدم، متابعة), so a form counts only with the complement
and the source that go with it.
"""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.agreement import agrees
from analysis.quotes.beginnings import is_share, name_before
from analysis.quotes.boundaries import COLON, COMMA
from analysis.quotes.complements import find_complement
from analysis.quotes.cues import Complement, Cue
from analysis.quotes.lookalikes import impersonal, looks_alike
from analysis.quotes.nominal import asked_of, is_verb_behind
from analysis.quotes.objects import PEOPLE, is_person
from analysis.quotes.participles import participle_reports
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.preverbal import source_before
from analysis.quotes.reading import Range, Reading
from analysis.quotes.sources import circumstance, own_words, source_after
from analysis.quotes.speech import bracketed
from analysis.quotes.verbs import forms

_GROUPS: Final = v.GROUP
#: How far its complement may stand behind a verbal noun, in words: none reaches as far as a verb.
_ASIDE_REACH: Final = 14
_MASDAR_REACH: Final = {"clause": 4, "marks": 6, "colon": 10, "phrase": 4}
#: Whom one asks, no thing that one comes back to.
_TO_WHOM: Final = v.FUNCTION["to_whom"] - v.BACK_TO
#: The clause of an everyday verb stands no farther off, but behind a comma.
_WEAK_REACH: Final = 16
#: What somebody is accused of stands within so many words.
_ACCUSED: Final = 6
#: Whose words a medium carries stands within so many words.
_CARRIED: Final = 12
#: What is shown in the present stands within so many words: the form is also that of what appears.
_APPEARS: Final = 8
#: A verb of saying again stands no more words before what it says again.
_RENEWED: Final = 8


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
    if looks_alike(r, cue):
        return None
    complement = find_complement(r, cue) or bracketed(r, cue)
    if complement is None or impersonal(r, cue, complement):
        return None
    if cue.verb.soft and complement.form in ("colon", "marks") and "quote" not in cue.verb.takes:
        return None
    judge = {"participle": participle_reports, "masdar": _masdar_reports}.get(cue.form.part, _verb_reports)
    return complement if judge(r, cue, complement) else None


def _masdar_reports(r: Reading, cue: Cue, complement: Complement) -> bool:
    besides = cue.word > 0 and r.words[cue.word - 1] in v.FUNCTION["with"]  # مع تأكيده احترام القرار
    closing = r.words[cue.word] in v.FUNCTION["closing"] and complement.left == cue.word + 1
    closing = (
        closing and cue.word > 0 and r.words[cue.word - 1] in v.FUNCTION["talk"]
    )  # ختم كلمته بالتأكيد على أهمية الماء
    if complement.form == "phrase" and not (closing or besides or _renewed(r, cue) or _carried(r, cue)):
        return False
    before = r.words[cue.word - 1] if cue.word else ""
    if (before in v.FUNCTION["governs_noun"] or v.is_function(before, "impersonal")) and r.words[cue.word][0] == "ب":
        return False  # أثناء بحثه في تاريخ المدينة، أن؛ جدير بالإشارة أن
    answers = (forms().get(r.words[k]) for k in range(cue.word + 1, complement.left)) if cue.verb.sense == "ask" else ()
    if any(form is not None and form.finite and form.verb.sense == "say" for form in answers):
        return False  # عند سؤاله عن التأخير | أجاب بأن
    if before in v.WITH_AND["modal"] and not cue.form.gender:
        return False  # يمكننا القول إن
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
    appears = cue.form.part == "present" and cue.verb.lemma in v.FUNCTION["appears"]
    if appears and (complement.form == "phrase" or distance > _APPEARS):
        return False  # تظهر | العيوب حتى, but تظهر الأرقام أن
    if complement.form == "phrase" and r.words[cue.word + 1] in v.BACK_TO and complement.at > cue.word + 1:
        return False  # النظام الذي أعلنت عنه الشركة وتم طرحه
    if complement.form == "phrase" and cue.verb.lemma in v.SUPERLATIVE:
        titled = v.heads(r.words[cue.word + 1]) == "title"
        person = cue.form.part == "past" and (titled or (cue.form.joined and _in_talk(r, cue.word + 1)))
        if distance == 1 or not person:
            return False  # وهنا أبرز | ما جاء فيه, النتائج تبرز | تحسن القيمة, but أبرز الوزير | أهمية التعاون
    related = cue.word > 0 and r.words[cue.word - 1] in v.RELATIVE
    related = related and not (cue.word > 1 and v.bare(r.words[cue.word - 2]) in v.FUNCTION["while"])  # في الوقت الذي
    behind = range(cue.word + 1, complement.left)
    if related and complement.form == "phrase" and any(r.stop[k] == COMMA for k in behind):
        return False  # الصحفي الذي كشف الفضيحة، بسبب خلاف عن قضية
    if related and r.stop[complement.left] == COMMA:
        return False  # المدرب الذي سيعلن قائمته غدا، أن: the relative clause is over
    comes_back = distance == 1 and r.words[complement.at] in v.COMES_BACK
    masculine = cue.form.gender == "m" and not cue.form.plural
    nobody = comes_back and masculine and related and v.is_function(r.words[cue.word - 1], "feminine_relative")
    if nobody and r.words[cue.word] not in v.FUNCTION["has_said"]:
        return False  # المناورات التي أعلن أنها: nobody is named, but تونس، التي قال إنها آمنة
    if (
        comes_back
        and masculine
        and cue.verb.sense == "opinion"
        and cue.form.part == "present"
        and _of_thing(r, cue.word - 1)
    ):
        return False  # سقط صاروخ | يعتقد أنه ...
    if cue.verb.locative and (in_it(r, cue) or _opens_place(r, cue)):
        return in_it(r, cue) or stated_in(r, cue, complement.left) is not None
    apart = r.stop[complement.left] > 0 or ")" in r.gap[complement.left]  # أبرز حداد، الذي زار البلدة (قرب الساحل) أن
    if cue.verb.weak and complement.form == "clause" and distance > _WEAK_REACH and not apart:
        return False
    if (
        complement.form == "phrase"
        and cue.verb.lemma == "هدد"
        and cue.form.part == "present"
        and not (cue.form.plural or _somebody(r, cue))
    ):
        return False  # جنون الأسعار يهدد بتراجع الطلب
    another = any(r.stop[k] == COMMA and r.words[k][0] == "و" and r.words[k] not in v.NOT_JOINED for k in behind)
    if complement.form == "phrase" and cue.verb.weak and another and not (cue.verb.takes_object or cue.verb.addresses):
        return False  # فصول توثق الحدث، ومنهجية | جمع مادته
    if cue.verb.weak and distance > 1:
        return _weak_verb_reports(r, cue, complement)
    if complement.form == "phrase" and distance > 1 and complement.left == complement.at:
        source = source_after(r, cue, complement.left)
        return r.words[cue.word + 1] not in v.FUNCTION["idiom"] if source is None else _credible(r, source)
    return True


def _of_thing(r: Reading, k: int) -> bool:
    """Whether an indefinite noun behind its verb stands at a word, nobody who holds an opinion (سقط | صاروخ يعتقد أنه)."""
    if k < 1 or r.stop[k + 1] or r.has_article(k) or r.words[k - 1] not in v.PAST:
        return False
    word = r.words[k]
    known = v.heads(word) or word in v.GIVEN_NAMES or word in v.PLACES
    return not known and len(r.places(word)) == 1


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
    if cue.verb.addresses and complement.form == "clause" and cue.word and r.words[cue.word - 1] in v.WHICH_IS:
        return True  # وهو أبلغ المصدر أنه
    if cue.verb.addresses and complement.form == "clause" and not cue.form.joined and _told_them(r, cue, complement):
        return True  # المدير سامر حداد أبلغ المساهمين أن
    first = cue.word + 1
    source = source_after(r, cue, complement.left)
    if source is not None:
        whom = r.words[source[1]]
        addressed = cue.verb.addresses and (
            v.heads(whom) != "" or PEOPLE.search(whom) is not None
        )  # وجه الرئيس الحكومة بـ...
        takes_another = cue.verb.takes_object or addressed
        given = r.words[first : complement.left]
        if (
            complement.form == "phrase"
            and cue.verb.addresses
            and any(w[:-1] in _GROUPS and w[-1] == "ا" for w in given)
        ):
            return False  # وجهت الشرطة عددا من التحذيرات للمقيمين بالبلاد
        return _credible(r, source) and (takes_another or _bridges(r, source, complement.left))
    accused = cue.verb.takes_object and joined and v.deverbal(r.words[complement.at][1:]) != ""
    if accused and cue.form.part == "present" and complement.left <= cue.word + _ACCUSED:
        who = source_before(r, cue)  # منظمة الشفق تتهم | المسلحين في الجبل بخطف ...
        if who is not None and v.heads(r.words[who[0]]):
            return True
    party = cue.verb.takes_object and noun_phrase(r, cue.word + 1, complement.left)
    party_known = party and (
        v.heads(r.words[party[0]])
        or r.words[party[0]] in v.PLACES
        or r.words[party[0]] in v.FUNCTION["one_man"]
        or r.words[party[1] - 1] in v.SAME_PERSON
    )
    if party and party_known and not agrees(r, cue, party[0]):
        return True  # اتهم | الحكومة بخرق الهدنة
    if complement.form in ("marks", "colon") and circumstance(r, first, first + 1):
        return True  # وتابع مدافعا عن موقفه: ...
    if complement.quoted is not None and complement.left == cue.word + 2 and _of_it(r, cue):
        return True  # وعلق عليها: «...»
    adverbial = v.is_function(r.words[first], "preposition", "adjunct")
    if complement.form == "clause" and complement.left == cue.word + 2 and r.words[cue.word + 1] in v.IN_IT:
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
    asked = asked or is_verb_behind(r, cue.word)
    if cue.verb.requests and complement.form == "phrase" and asked and asked_of(r, first, complement.at):
        return True  # كما طلب من الرئيس التدخل، وطلب من السكان الالتزام بالتعليمات
    threat = complement.form == "phrase" and complement.left == complement.at and r.words[complement.at][0] == "ب"
    if threat and (adverbial or r.words[first] in v.FUNCTION["at_a_time"] or v.with_manner(r.words[first])):
        led = r.words[complement.at].startswith("بال")  # هدد الخميس بالرد
        return _somebody(r, cue) and (led or v.deverbal(r.words[complement.at][1:]) != "")
    if complement.form in ("marks", "colon") and own_words(r.words[cue.word + 1]):
        return True  # وأنهت حديثها: «...»
    if complement.form in ("marks", "colon") and cue.word and r.words[cue.word - 1] in v.FUNCTION["but_he"]:
        return True  # لكنها تبين في حديث خاص: ...
    if complement.quoted is not None and v.with_manner(r.words[cue.word + 1]):
        return True  # وزادت بتأثر: «...»
    if complement.form == "clause" and r.stop[cue.word + 1] == r.stop[complement.left] == COMMA:
        return True  # وتابع، وهو يشير إلى الجدار، أن
    if complement.form == "clause" and r.words[first] == "ل" and _somebody_before(r, cue):
        return True  # وكان الوزير قد أبرز لـ«المرفأ» أن
    if complement.form == "clause" and cue.form.joined and _in_talk(r, first):
        return True  # واعتبر في مؤتمر صحافي عقده أمس، أن
    if adverbial or complement.form in ("marks", "colon"):
        written = complement.form == "colon" and cue.verb.sense == "write"  # وكتب على صفحته: ...
        spoken = adverbial and (complement.quoted is not None or written)
        return spoken or source_before(r, cue) is not None
    return False


def _somebody(r: Reading, cue: Cue) -> bool:
    """Whether nothing but somebody stands as the subject before a verb (وهدد بشكل مباشر بتنفيذ ..., but المرض يهدد)."""
    return source_before(r, cue) is None or _somebody_before(r, cue)


def _somebody_before(r: Reading, cue: Cue) -> bool:
    """Whether a person, a body or a place stands as the subject before a verb."""
    if (who := source_before(r, cue)) is None:
        return False
    head = r.words[who[0]]
    return v.heads(head) != "" or head in v.PLACES or name_before(r, who[1], who[0])


def _told_them(r: Reading, cue: Cue, complement: Complement) -> bool:
    """Whether somebody stands before a verb, and one definite phrase, whom it tells, between it and its clause."""
    who = source_before(r, cue)
    if who is None or not r.has_article(cue.word + 1):
        return False
    known = v.heads(r.words[who[0]]) != "" or r.words[who[0]] in v.GIVEN_NAMES or name_before(r, who[1], who[0])
    return known and noun_phrase(r, cue.word + 1, complement.left) == (cue.word + 1, complement.left)


def _of_it(r: Reading, cue: Cue) -> bool:
    """Whether a verb that opens its clause leads back to what is spoken of or written in, but not on (وكتبت فيها، وعلق عليها)."""
    word = r.words[cue.word + 1]
    opens = cue.form.joined or r.stop[cue.word] > 0
    on = cue.verb.sense == "write" and word in v.BACK_TO  # وكتب عليه «...»
    return opens and not on and v.is_function(word, "in_it", "of_whom", "back_to")


def _in_talk(r: Reading, k: int) -> bool:
    """Whether the occasion on which something was said, or the post, begins at a word (في مؤتمر صحافي، في تغريدة)."""
    led = v.is_function(r.words[k], "in", "turn_time")
    noun = v.bare(r.words[k + 1]) if led and k + 1 < r.size and not r.stop[k + 1] else ""
    return noun in v.OCCASIONS or noun in v.FUNCTION["post"]


def in_it(r: Reading, cue: Cue) -> bool:
    """Whether a text just named is where it stands (بيان جاء فيه)."""
    return cue.verb.locative and r.words[cue.word + 1] in v.IN_IT


def stated_in(r: Reading, cue: Cue, limit: int) -> Range | None:
    """The text in which it stands (وجاء في البيان), or None."""
    return noun_phrase(r, cue.word + 2, limit) if _opens_place(r, cue) else None


def _opens_place(r: Reading, cue: Cue) -> bool:
    return cue.verb.locative and r.words[cue.word + 1] in v.WHERE


def _credible(r: Reading, source: Range) -> bool:
    """Whether a phrase is headed like somebody who speaks, or short enough to be a name."""
    head, last = source
    if is_share(r, head):
        return True  # 47 في المئة من الشباب
    made = r.words[last] in v.FUNCTION["issued"] and not r.has_article(head)  # تحقيق | أجرته المنظمة
    act = v.deverbal(r.words[head]) not in ("", "own") and not is_person(r, source)
    if act and v.heads(r.words[head]) != "body" and not made:
        return False  # قد يؤكد اكتشاف الحطام ...
    return (
        last - head <= 3
        or r.words[head] in v.GIVEN_NAMES
        or any(v.heads(word) for word in r.words[head : min(head + 4, last)])
    )


def _bridges(r: Reading, source: Range, left: int) -> bool:
    """Whether nothing but an adjunct or a relative clause stands between a source and the complement."""
    k = source[1]
    if r.words[k] in v.DEMONSTRATIVE:
        k = min(k + 2, left)  # طلبت الشبكة | هذا الأسبوع | من الاتحاد
    return (
        k >= left
        or r.stop[k] > 0
        or v.is_function(
            r.words[k], "adjunct", "at_a_time", "preposition", "relative", "which_is", "issued", "among_them"
        )
        or r.words[k][0] in "بل"
        or own_words(r.words[k])
        or (not r.has_article(source[0]) and (form := forms().get(r.words[k])) is not None and form.finite)
    )
