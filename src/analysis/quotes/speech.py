"""Speech in marks: whether what is quoted behind a cue was said, or is a name."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.acts import may_be_act
from analysis.quotes.beginnings import future_shape, verb_shape
from analysis.quotes.boundaries import COLON, COMMA, SENTENCE
from analysis.quotes.clauses import clause_follows
from analysis.quotes.cues import Complement, Cue
from analysis.quotes.marks import Quoted
from analysis.quotes.namewords import heads_joined
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.praise import praise_at
from analysis.quotes.prepositional import PREPOSITIONS
from analysis.quotes.reading import Reading

#: So many words in marks are no name.
_LONG: Final = 7
#: Right behind a verb with its subject before it a saying has no fewer.
_SAYING: Final = 5
#: Speech in brackets has no fewer words, begins within so many words of its verb, and has fewer characters.
_FEW: Final = 3
_BEFORE_BRACKET: Final = 8
_BRACKET: Final = 600
#: A bracket that opens speech, also behind a stray mark.
_OPENING: Final = frozenset(("(", "((", "”(", '"('))
_BLANK: Final = " \u00a0"

#: Words that open a clause: what stands in marks is no name.
_CLAUSE: Final = v.COMPLEMENTISERS | v.FUNCTION["bare_speech"]


def says(cue: Cue) -> bool:
    """Whether a cue is a verb of saying that takes words as they were said."""
    return cue.form.finite and cue.verb.sense == "say" and "quote" in cue.verb.takes


def is_speech(r: Reading, cue: Cue, j: int, quoted: Quoted) -> bool:
    """Whether marks after a cue hold what was said rather than a name."""
    size, after = r.count(quoted), r.word_at(quoted.end)
    if size > 1 and praise_at(r, cue.word + 1) is not None:
        return True  # في قوله تعالى «وليس الذكر كالأنثى»
    if cue.verb.shouts and r.stop[j] == 0:
        return True  # هتفوا "عار"
    if r.words[j - 1] in v.FUNCTION["entitled"] and not r.stop[j]:
        return False  # في ندوة تحت عنوان "أي مصير للعائدين؟"
    acts = after < r.size and not r.stop[after] and v.deverbal(r.words[after]) != ""
    if acts and size < _LONG and "np" in cue.verb.takes and not v.deverbal(r.words[j]):
        return False  # أعلنت «المرفأ للاستثمار» تعيين مدير
    if cue.verb.sense == "demand" and j == cue.word + 1 and size > 1 and r.words[j] in v.LACK:
        return True  # طلب «عدم التكهن»
    if cue.verb.judges and r.words[cue.word].endswith(("ه", "ها", "هم")):
        between = r.words[cue.word + 1 : j]
        return size > 1 and r.stop[j] == 0 and not any(w.endswith("ا") for w in between)  # واعتبره الوزير «خطوة مهمة»
    if r.stop[j] == 0 and v.is_honorific(r.words[j]) and cue.word + 1 < j and size < _LONG:
        return False  # قائد القوة "اللواء سامر حداد", but شدد على "الحاجة إلى ..."
    governed = (
        after < r.size and not r.stop[after] and r.words[after] in cue.verb.takes and r.words[after] in PREPOSITIONS
    )
    if cue.verb.sense == "demand" and governed and r.words[j - 1] not in cue.verb.takes:
        return False  # دعا "كل الغيورين على هذا البلد" إلى التعاون
    joined = (
        after < r.size
        and not r.stop[after]
        and r.words[after][0] == "ب"
        and v.deverbal(v.bare(r.words[after][1:])) != ""
    )
    if (
        cue.verb.sense == "demand"
        and joined
        and size < _LONG
        and "ب" in cue.verb.takes
        and r.words[j - 1] not in cue.verb.takes
    ):
        return False  # طالبت "القوات الغازية" بالانسحاب
    if r.stop[j] == COLON:
        return size > 3 or not clause_follows(r, quoted)
    if size == 1 and r.words[j] in v.FUNCTION["said_so"] and _ends_there(r, cue, j, after):
        return True  # قال الوزير "نعم".
    told = cue.verb.sense in ("say", "write") and j == cue.word + 1 and r.stop[j] == 0 and cue.form.finite
    if told and size > 1 and (r.words[j] in v.NEGATION or verb_shape(r.words[j])):
        return True  # كتب «لن أعود أبدا»
    short = size > 1 and cue.form.finite and not (cue.verb.soft or _is_named(r, cue, j) or clause_follows(r, quoted))
    if short and r.text[quoted.end - 1 : quoted.end] in ("!", "؟"):
        return True  # كتبت الصحيفة "يا للعجب!"
    if short and size == 2 and r.words[cue.word] in v.WITH_AND["has_said"] and _ends_there(r, cue, j, after):
        return True  # وقالت ليلى سرحان "هذا مقزز"، وأضافت
    if size > _FEW and cue.verb.continues and cue.form.joined and _ends_there(r, cue, j, after) and r.stop[j] == 0:
        return True  # وأضاف مساعد وزير الخارجية "جار متابعة الأمر".
    goes_on = cue.verb.continues and cue.form.joined and j == cue.word + 1
    if short and size == 3 and goes_on and _ends_there(r, cue, j, after):
        return True  # وتابعت "والله الفيديو قديم"
    if (
        short
        and cue.verb.sense == "say"
        and "quote" in cue.verb.takes
        and not (cue.verb.locative or cue.verb.continues)
    ):
        stop = r.stop[after] if after < r.size else SENTENCE
        first = cue.word + 1 + (r.words[cue.word + 1] in v.FUNCTION["to_whom", "back_to"])
        if stop >= SENTENCE and r.stop[j] == 0 and first < j and noun_phrase(r, first, j) == (first, j):
            return True  # فرد عليه رئيس الجلسة «اجلس مكانك».
    posted = cue.verb.sense == "write" and cue.form.finite and r.stop[j] == 0
    if posted and size > 1 and _in_post(r, cue, j) and not clause_follows(r, quoted, 1):
        return True  # كتب حداد على صفحته «لن أعود»
    posted = posted and noun_phrase(r, cue.word + 1, j) == (cue.word + 1, j)  # وكتب الوزير «لن نقبل بهذا القرار»
    told = (size > 1 and not cue.verb.weak) or (size > 3 and (cue.verb.sense == "say" or posted))
    if told and _is_clause(r, j, size) and not clause_follows(r, quoted, 1):
        return True  # قال حداد في المطار "إنها بداية الطريق"
    if size >= _LONG:
        return not clause_follows(r, quoted, 1)
    named = v.heads(r.words[j]) in ("body", "medium")  # قال "مركز المرفأ لحقوق الإنسان في البلاد" إن
    if size >= _SAYING and says(cue) and j == cue.word + 1 and not (r.stop[j] or cue.form.joined or named):
        return not clause_follows(r, quoted, 1)  # والمثل يقول «من زرع حصد في آخر العام» ومن لم يزرع ...
    led = r.words[j - 1] in cue.verb.takes  # دعا إلى "ضبط النفس"، محذرا السكان من "مثل هذه الحالات"
    if led and size >= (2 if cue.verb.sense == "demand" else 3):
        return True
    if _is_named(r, cue, j) or clause_follows(r, quoted):
        return False
    if size == 3 and cue.form.finite and not (cue.verb.weak or cue.verb.soft) and _ends_there(r, cue, j, after):
        return True
    return size >= (2 if j == cue.word + 1 and not cue.verb.weak else 4)


def with_preposition(r: Reading, j: int, quoted: Quoted) -> bool:
    """Whether quoted words begin with the verb's ب and a noun of action (اتهمت الدولة "بالإخلال بواجباتها")."""
    if r.words[j][0] != "ب" or r.count(quoted) < 2:
        return False
    noun = v.bare(r.words[j])
    accused = r.words[j].startswith("بال") and not v.heads(r.words[j])  # اتهمت الحكومة "بالصمت والسلبية"
    return accused or v.deverbal(noun) != "" or may_be_act(noun) or v.deverbal(r.words[j][1:]) != ""


def described_as(r: Reading, cue: Cue, j: int, quoted: Quoted) -> bool:
    """Whether quoted words behind ب say what something is like (وصف الوزير القرار بـ«الخطأ الكبير»), more than one term."""
    led = j > cue.word + 1 and r.words[j - 1] == "ب" and r.count(quoted) > 1
    if not led or cue.form.part == "masdar" or v.bare(r.words[j - 2]) in v.FUNCTION["known_as"]:
        return False  # العملية المعروفة بـ«عاصفة الحزم»
    behind = r.words[r.word_at(quoted.end) : r.word_at(quoted.end) + 1]
    before = r.words[cue.word - 1] if cue.word else ""
    clause = behind != [] and behind[0][0] == "ب" and behind[0] in v.COMPLEMENTISERS
    return not (clause or v.is_function(before, "relative", "what", "preposition", "topic_on"))


def and_more(r: Reading, quoted: Quoted) -> bool:
    """Whether a demand goes on behind quoted words: with a noun of action (على «ضبط النفس» وفتح الطريق) or a relative clause."""
    after = r.word_at(quoted.end)
    if after >= r.size or r.stop[after]:
        return False
    word = r.words[after]
    if word in v.IN and after + 1 < r.size:  # من «وقوع أعمال» في العاصمة, but في بيان
        following = r.words[after + 1]
        return following not in v.OCCASIONS and following not in v.FUNCTION["moment", "venue"]
    return word in v.RELATIVE or word in v.FUNCTION["supposing"] or (word[0] == "و" and bool(v.deverbal(word[1:])))


def bracketed(r: Reading, cue: Cue) -> Complement | None:
    """What is said in round brackets behind a verb of saying and its source, where nothing else is (وقال الشاعر (لا تصالح)، ثم)."""
    if cue.verb.weak or "quote" not in cue.verb.takes or cue.verb.sense == "demand":
        return None
    for j in range(cue.word + 1, min(cue.word + _BEFORE_BRACKET, r.sentence_end[cue.word])):
        if r.gap[j].strip(_BLANK) in _OPENING:
            return _in_bracket(r, j)
        if r.stop[j] or "(" in r.gap[j]:
            return None
    return None


def _in_bracket(r: Reading, j: int) -> Complement | None:
    """The speech that a bracket before a word holds, or None: it says who somebody is, or the sentence goes on behind it."""
    close = r.text.find(")", r.start[j], r.start[j] + _BRACKET)
    after = r.word_at(close)
    if close < 0 or after - j < _FEW or r.text.find("\n", r.start[j], close) >= 0:
        return None
    if not (after - j > _LONG or any(map(_in_clause, r.words[j:after]))):
        return None
    if (
        r.words[j] in v.RELATIVE
        or v.heads(r.words[j])
        or (after < r.size and not r.stop[after] and r.words[after][0] not in "وف")
    ):
        return None
    opens = r.text.rfind("(", r.end[j - 1], r.start[j])
    return Complement("marks", j, j, Quoted(r.start[j], close, opens, close + 1, 0, True))


def _in_clause(word: str) -> bool:
    """Whether a word stands in clauses alone, or denies."""
    return _verbal(word) or v.is_function(word, "negation", "personal", "interrogative")


def _in_post(r: Reading, cue: Cue, j: int) -> bool:
    """Whether nothing but who wrote it and the post or the page stands between a verb of writing and marks (كتب في تغريدة «...»)."""
    k = cue.word + 1
    if k + 1 == j and v.is_function(r.words[k], "in_it"):
        return True  # وكتبت تحتها «...»
    if (source := noun_phrase(r, k, j)) is not None and source[0] == k:
        k = source[1]
    if k + 1 >= j or not v.is_function(r.words[k], "in", "true_preposition", "adjunct") or any(r.stop[k + 1 : j]):
        return False
    noun = v.bare(r.words[k + 1])
    picture = noun in v.FUNCTION["recording"] and r.has_article(k + 1)  # كتب تحت الصورة «...»
    return (picture or noun in v.FUNCTION["post", "own_page", "page", "platform"]) and not _takes_name(r, j - 1)


def _is_named(r: Reading, cue: Cue, j: int) -> bool:
    """Whether the word before marks, or their first one behind a demand, tells that they hold a name (ودعا "آل سرحان" الجميع إلى)."""
    called = cue.verb.sense == "demand" and (r.words[j] in v.GIVEN_NAMES or r.words[j] in v.IN_NAME)
    return called or r.words[j - 1] in ("ل", "ب") or r.words[j - 1] in v.FUNCTION["naming"] or _takes_name(r, j - 1)


def _ends_there(r: Reading, cue: Cue, j: int, after: int) -> bool:
    """Whether the clause is over behind marks right behind the source (قال الوزير «توجد أزمة كتاب»؛), or the sentence is."""
    stop = r.stop[after] if after < r.size else SENTENCE
    if says(cue) and stop >= SENTENCE:
        return True  # قال حداد في رده على الأسئلة "نعم الجميع بخير".
    source = noun_phrase(r, cue.word + 1, j) if stop >= COMMA else None
    told = source is not None and source[1] == j - 1 and v.bare(r.words[j - 1]) in v.FUNCTION["addressee"]
    return told or (source is not None and source[1] == j)  # قالت ليلى سرحان للصحفيين «...»،


def _is_clause(r: Reading, j: int, size: int) -> bool:
    """Whether marked words are a clause, no name: they open like one, or hold a verb in the present or future."""
    if r.words[j] in _CLAUSE:
        return True
    before = r.words[j - 1]
    named = _takes_name(r, j - 1) and not r.has_article(j - 1) and before not in v.OCCASIONS  # منظمة «...»
    return size > 3 and not named and any(map(_verbal, r.words[j : j + size]))


def _verbal(word: str) -> bool:
    """Whether a word stands in clauses alone: a verb in the present or future, what opens a clause or a relative one."""
    future = future_shape(word) and word not in v.FUNCTION["feminine"]
    return future or verb_shape(word) or word in _CLAUSE or word in v.FUNCTION["relative", "negation"]


def _takes_name(r: Reading, k: int) -> bool:
    """Whether a word heads a name that may follow in marks (صحيفة «...»); تويتر and سي إن إن are names themselves."""
    word = r.words[k]
    if word in v.FUNCTION["own_page", "platform"] or " " in word:
        return False  # كتب على صفحته «...»
    return heads_joined(word) in ("medium", "body")
