"""Complements: where, after a cue, the reported words or clause begin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.acts import REACH, may_be_act
from analysis.quotes.beginnings import is_name, name_before, verb_shape
from analysis.quotes.boundaries import COLON, COMMA, SENTENCE
from analysis.quotes.clauses import goes_on, is_complementiser
from analysis.quotes.cues import Complement, Cue, cue_at
from analysis.quotes.marks import Quoted
from analysis.quotes.nominal import PHRASE_WORDS, behind_it, far_clause_likely, phrase_at
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.praise import behind_praise
from analysis.quotes.prepositional import PREPOSITIONS
from analysis.quotes.reading import Reading
from analysis.quotes.speech import and_more, described_as, is_speech, says, with_preposition
from analysis.quotes.verbs import Form, first_person, forms
from analysis.quotes.vocabulary import COMPLEMENTISERS, OPENERS

WEAK_REACH: Final = 28
#: Adjectives by their shape: فاعل, فعيل, مفعول and the participles in مُ (فارغ، عقيم، مقبول، مؤسف), with ة too.
_QUALITY: Final = re.compile("(?:.ا..|..ي.|م..و.|م[ؤت].{1,3})ه?$")
#: A blessing between dashes has fewer words.
_BLESSING: Final = 6
#: Nouns and verbs with نا have so many letters.
_OURS: Final = 5
#: Where أن, a colon or marks follow it is a name: they are looked for within so many words.
_AHEAD: Final = 10
#: An aside between dashes has fewer words.
_ASIDE: Final = 12
#: The verb of a relative clause and what it governs stand within so many words.
_RELATIVE: Final = 4
#: The preposition of somebody who calls (داعية السكان إلى) stands within so many words.
_CALLS: Final = 5
#: What is allowed stands within so many words.
_ALLOWED: Final = 8
#: Without a verb, words that nothing marks as speech are so many at least.
_SPOKEN: Final = 4
#: The name of a body or a medium in marks has no more words.
_NAME_WORDS: Final = 4
#: Words behind a comma that turn to another clause.
_AGAINST: Final = v.FUNCTION["but", "rather"]


def find_complement(r: Reading, cue: Cue) -> Complement | None:
    """The complement of a cue, or None where the word reports nothing.

    Parameters
    ----------
    r : Reading
    cue : Cue

    Returns
    -------
    Complement or None
    """
    verb, first = cue.verb, behind_it(r, cue, _behind_object(r, cue.word + 1))
    table = forms()
    limit = min(cue.word + (WEAK_REACH if verb.weak else REACH), r.sentence_end[cue.word] + 1, r.size)
    asks = verb.sense == "ask"
    asks_if = asks and (cue.form.finite or not verb.weak)  # سأله إن كان جاهزا, but مياه سائلة ... إن لم يكن
    if _bare_speech(r, cue, first):
        return Complement("clause", first, first, bare=_own_words(r, cue, first))
    if not r.opens_between(first, limit) and not (verb.takes_phrase or asks):
        return None
    words, gap = r.words, r.gap
    phrase: Complement | None = None
    over = first  # so far a quoted name is over
    where: Iterable[int] = range(first, limit) if verb.takes_phrase or asks else r.landmarks_from(first, limit)
    for j in where:
        if j < over:
            continue
        if gap[j] != " ":
            stop, quoted = r.stop[j], r.quoted_at(j)
            if quoted is not None and j == first and stop == 0 and _names_source(r, cue, quoted):
                over = r.word_at(quoted.end)
                continue
            if quoted is not None and not (stop >= SENTENCE and "." in gap[j]):
                near = j == first or (j == first + 1 and words[first] in v.FUNCTION["to_whom"])  # أكد له "دعمه" القرار
                several = r.count(quoted) > 1 or (v.deverbal(words[j]) != "" and not verb.weak)  # تعلن «استشهاد» ضابط
                if "np" in verb.takes and near and stop == 0 and several and goes_on(r, quoted):
                    return Complement("phrase", j, j)
                if "ب" in verb.takes and stop == 0 and with_preposition(r, j, quoted):
                    return Complement("phrase", j, j)
                if "as" in verb.takes and stop == 0 and described_as(r, cue, j, quoted):
                    return Complement("phrase", j - 1, j - 1)
                if "quote" in verb.takes and is_speech(r, cue, j, quoted):
                    if words[j - 1] in verb.takes and and_more(r, quoted):
                        return Complement("phrase", j, j - 1)
                    return Complement("marks", j, j, quoted)
                if stop < COLON:  # a quoted name
                    over = max(r.word_at(quoted.end), j + 1)
                    continue
            if gap[j] == " -" and (closed := _dash_closes(r, j, limit)):
                over = closed  # أكد سامر حداد -مشرف على المشروع- | أنهم يحتفلون
                continue
            if stop == COLON and j == first and _names_speaker(r, j, limit):
                continue  # تقول: | ليلى: «...»
            if stop == COLON:
                return None if _in_bracket(r, cue.word + 1, j) else _after_colon(r, cue, j)
            if stop >= SENTENCE or (stop == COMMA and words[j] in _AGAINST and _turns_against(r, j)):
                break
            if stop == COMMA and words[j] in v.FUNCTION["meanwhile"] and _happens(r, j + 1):
                break  # ستعلن نتائجها الأسبوع المقبل، | فيما ينتظر توزيع الأرباح
        word = words[j]
        if j > first and not (_MAY_OPEN[word] or verb.judges):
            continue
        if "as" in verb.takes and _described(r, cue, j):
            return Complement("phrase", j, j)
        if word in v.LACK and asks_for_anonymity(r, j - 1):
            over = j + 3  # يؤكد متابع فضل | عدم كشف هويته عدم وجود ...
            continue
        if gap[j] != " " and asks_for_anonymity(r, j):
            over = j + 3  # كشف مصدر، رفض ذكر اسمه، أن
            continue
        if word in OPENERS and "clause" in verb.takes and (asks_if or is_complementiser(r, j)):
            if j - first > 1 and _judged_likely(r, j):
                return Complement("clause", j - 2, j - 2)
            if j > first and (
                (_belongs_to(words[j - 1]) and not _in_name(r, j - 1))
                or _learnt_then(r, first, j)
                or _said_in_it(r, first, j)
                or _suspected(r, j)
                or _allowed(r, first, j)
            ):
                continue
            if words[j - 1] == "علي" and r.stop[j - 1] == COMMA and "علي" not in verb.takes:
                return phrase  # تعلن النتائج في مارس، على أن تطبع الكتب
            if j == first or words[j - 1] not in v.FUNCTION["not_before_anna"]:
                governed = words[j - 1] in PREPOSITIONS and j - 1 > cue.word and not is_name(r, j - 1)
                left = j - 1 if governed else j
                return Complement("clause", j, left)
        elif (asks and word in v.FUNCTION["interrogative"]) or (
            word in v.FUNCTION["said_so"] and says(cue) and words[j - 1] not in v.RELATIVE and _said_so(r, j)
        ):
            return Complement("clause", j, j, bare=_own_words(r, cue, j))
        elif (other := table.get(word)) and _takes_over(r, cue, j, other):
            return _through(r, cue, cue_at(j, other)) if j == first else None
        if verb.takes_phrase and phrase is None and word in v.WHICH_IS and gap[j] == " ":
            if _says_who(r, j):
                over = next(
                    (i for i in range(j + 1, limit) if words[i] in verb.takes or words[i] in COMPLEMENTISERS), limit
                )
                continue
            return None  # أعلن الوزير وهو الأمر الذي يسهل ...
        if verb.takes_phrase and phrase is None and word[0] in "بل" and _in_relative(r, first, j):
            continue
        if verb.takes_phrase and phrase is None and (j == first or verb.judges or _MAY_OPEN_PHRASE[word]):
            phrase = phrase_at(r, cue, j)
            if phrase and not far_clause_likely(r, phrase):
                return phrase
    return phrase


def _happens(r: Reading, k: int) -> bool:
    """Whether a verb opens a clause of its own, no aside before what is said (، فيما ينتظر ..., but ، فيما يبدو، أن)."""
    if k >= r.size or not verb_shape(r.words[k]) or r.words[k] in v.FUNCTION["concerns", "seems"]:
        return False
    comma = r.clause_end(k, _AHEAD)
    return not (comma < r.size and r.stop[comma] == COMMA and r.words[comma] in COMPLEMENTISERS)


def _names_source(r: Reading, cue: Cue, quoted: Quoted) -> bool:
    """Whether marks right behind a verb hold who says what follows them (أفاد «مكتب أخبار الساحل» بشن هجوم، أكد «الاتحاد» أن)."""
    after = r.word_at(quoted.end)
    if not cue.form.finite or after >= r.size or r.stop[after] or r.count(quoted) > _NAME_WORDS:
        return False
    word = r.words[after]
    return word in COMPLEMENTISERS or ("ب" in cue.verb.takes and word[0] == "ب" and v.deverbal(word[1:]) != "")


def _described(r: Reading, cue: Cue, j: int) -> bool:
    """Whether more than one word tells what something is like (وصف حداد الخطاب | بالفارغ من حيث المضمون)."""
    word = r.words[j]
    if not word.startswith("بال") or j < cue.word + 2 or r.stop[j] or j + 1 >= r.size or r.stop[j + 1]:
        return False
    quality = word[3:]
    if quality not in v.FUNCTION["quality"] and (not _QUALITY.match(quality) or _is_thing(quality)):
        return False  # وصف رحلته بالقطار من الشمال
    if not v.RELATIVE.isdisjoint(r.words[cue.word + 1 : j]):
        return False  # المشاريع التي تربط الساحل بالعاصمة
    likened = any(w in COMPLEMENTISERS for w in r.words[j : r.clause_end(j, REACH)])
    return r.gap[j + 1] == " " and not likened


def _is_thing(word: str) -> bool:
    """Whether a word is known as a noun or a place."""
    return bool(v.heads(word) or v.deverbal(word)) or word in v.OCCASIONS or word in v.PLACES or "ال" + word in v.PLACES


def _dash_closes(r: Reading, j: int, limit: int) -> int:
    """Index behind an aside that a dash opens at a word; 0 where no dash closes it."""
    return next((k for k in range(j + 1, min(j + _ASIDE, limit)) if r.gap[k].startswith("-")), 0)


def _names_speaker(r: Reading, j: int, limit: int) -> bool:
    """Whether a colon too many stands between a verb and who says it, before another colon or أن."""
    person = v.heads(r.words[j]) == "title" or r.words[j] in v.GIVEN_NAMES
    span = noun_phrase(r, j, limit) if person and r.gap[j] == ": " else None
    if span is None or span[1] >= limit:
        return False
    named = v.is_crowd(r.words[j]) or name_before(r, span[1], j)
    if not named or not v.FUNCTION["deity"].isdisjoint(r.words[j : span[1]]):
        return False  # قال: الرئيس: رجل صعب، قال: أحمد الله أن
    return r.stop[span[1]] == COLON or (not r.stop[span[1]] and is_complementiser(r, span[1]))


def _in_bracket(r: Reading, first: int, j: int) -> bool:
    """Whether a bracket opens behind a cue and is still open at a word (تختتم الندوة محاور (القانون: المنجزات))."""
    gaps = (r.gap[j].partition(":")[0], *(r.gap[k] for k in range(j - 1, first - 1, -1)))
    return next((mark == "(" for gap in gaps for mark in reversed(gap) if mark in "()"), False)


def _said_so(r: Reading, j: int) -> bool:
    """Whether a word behind the speaker opens what he says (قال سامر حداد | لقد سررت), or is all he says (قال حداد | نعم.)."""
    return r.words[j] in v.FUNCTION["bare_speech"] or r.stop[j + 1] >= COMMA


def _judged_likely(r: Reading, j: int) -> bool:
    """Whether a clause begins with من and how likely it is, no attribute of a noun (قال أمس | من الواضح أن)."""
    if r.words[j - 1] not in v.FUNCTION["likely"] or r.words[j - 2] != "من" or r.stop[j - 1]:
        return False
    before = r.words[j - 3] if j > 2 else ""
    if before in v.RELATIVE:
        return False  # المعرض الذي من المتوقع أن
    whole = before in forms() or before in v.FUNCTION["at_a_time"] or before in v.GIVEN_NAMES
    return whole or r.has_article(j - 3) or r.gap[j - 2] != " "  # but مؤتمر من المقرر أن يعقد


def _suspected(r: Reading, j: int) -> bool:
    """Whether a clause behind في belongs to a verb shortly before (الذي يشتبه الغرب في | أن)."""
    return r.words[j - 1] in v.IN and any(w in v.FUNCTION["with_clause"] for w in r.words[max(0, j - 4) : j - 1])


def _in_relative(r: Reading, first: int, j: int) -> bool:
    """Whether ب or ل belongs to the verb of a relative clause behind a comma (وذكرت اللجنة، التي تقوم | بصياغة القانون: ...)."""
    near = range(j - 1, max(first, j - _RELATIVE) - 1, -1)
    pronoun = next((k for k in near if r.words[k] in v.RELATIVE), 0)
    return pronoun > 0 and r.stop[pronoun] == COMMA and not any(r.stop[pronoun + 1 : j + 1])


def _allowed(r: Reading, first: int, j: int) -> bool:
    """Whether a clause tells what is allowed (أقر البرلمان قانونا يسمح للوزير | أن يسافر)."""
    near = range(j - 1, max(first, j - _ALLOWED) - 1, -1)
    allows = next((k for k in near if r.words[k] in v.FUNCTION["allows"]), 0)
    return allows > 0 and not any(r.stop[allows + 1 : j + 1])


def _says_who(r: Reading, j: int) -> bool:
    """Whether what follows وهو only says who somebody is (دعا حداد | وهو سياسي بارز إلى ...)."""
    return j + 1 < r.size and not (r.stop[j + 1] or r.has_article(j + 1)) and v.heads(r.words[j + 1]) == "title"


def _turns_against(r: Reading, j: int) -> bool:
    """Whether a contrast opens a clause of its own (، لكن المحكمة خفضت المبلغ، بل ألمح إلى ...), no aside (، لكن دون تفاصيل،)."""
    if j + 2 >= r.size or r.stop[j + 2]:
        return False
    return r.has_article(j + 1) or (r.words[j] in v.FUNCTION["rather"] and r.words[j + 1] in forms())


def _in_name(r: Reading, k: int) -> bool:
    """Whether what looks like a verb goes on a name (سامر أبو | طالب)."""
    return r.words[k - 1] in v.IN_NAME and not (r.has_article(k - 1) or r.stop[k])


def _belongs_to(word: str) -> bool:
    """Whether a clause belongs to the verb right before it (رفض ... بعد التسريبات التي تؤكد | أن ...)."""
    if word in v.FUNCTION["with_clause"]:
        return True  # وتبلغ الكلفة مليونا، مما يعني | أنها كبيرة
    form = forms().get(word)
    if form is None or not form.finite or "clause" not in form.verb.takes or form.verb.soft:
        return False
    return not form.verb.weak or (form.plural and form.part == "present")


def _learnt_then(r: Reading, first: int, j: int) -> bool:
    """Whether a clause belongs to the verb of a clause of time (قال ساكن جاء إلى السوق بعدما علم | بأن هناك انفجارا: ...)."""
    if j - 2 < first or "و" + r.words[j - 2] not in v.FUNCTION["when"]:
        return False
    form = forms().get(r.words[j - 1])
    return form is not None and form.finite and "clause" in form.verb.takes


def _said_in_it(r: Reading, first: int, j: int) -> bool:
    """Whether a clause belongs to a verb between that leads back to a text (جاءت في تغريدات اعتبر فيها | أن ...)."""
    if j - 2 < first or r.words[j - 1] not in v.IN_IT:
        return False
    form = forms().get(r.words[j - 2])
    return form is not None and form.finite and "clause" in form.verb.takes


def _bare_speech(r: Reading, cue: Cue, first: int) -> bool:
    """Whether what is said follows its verb without أن (وأضاف لقد مهدنا الطريق)."""
    if first >= r.sentence_end[cue.word]:
        return False
    word = r.words[first]
    if r.words[cue.word] in v.SAYING_SO and first == cue.word + 1 and _opens_speech(r, first):
        return True
    spoken = r.words[cue.word] in v.WITH_AND["has_said"] or (cue.verb.continues and cue.form.joined)
    ours = spoken and first == cue.word + 1 and _ours(r, first)
    if not ours and word not in v.FUNCTION["bare_speech"] and (word not in first_person() or word in v.GIVEN_NAMES):
        return False  # قال نصر الله
    told = says(cue) or r.words[cue.word] in v.WITH_AND["saying_so"] or _his_words(r, cue.word)
    told = told or (cue.form.part == "participle" and cue.verb.continues and not cue.verb.weak)  # مضيفا لدي مهمة
    return told and r.gap[first].strip() in ("", "،")


def _own_words(r: Reading, cue: Cue, k: int) -> bool:
    """Whether the words from one on are the speaker's own: behind قائلا, in the first person, or behind لقد."""
    word = r.words[k]
    own = r.words[cue.word] in v.SAYING_SO or word in v.FUNCTION["said_so"] or word in first_person()
    return own or _ours(r, k)


def _opens_speech(r: Reading, k: int) -> bool:
    """Whether a word right behind قائلا opens what is said (قائلا | كان اجتماعا ممتازا), and says not to whom, how or that."""
    word = r.words[k]
    if (
        r.stop[k]
        or word in COMPLEMENTISERS
        or (word[0] == "ل" and word not in v.NOT_JOINED and not v.is_function(word[1:], "personal"))
    ):
        return False
    if v.is_function(word, "preposition", "adjunct", "in", "to_whom", "at_a_time", "interrogative") or k in r.tanwin:
        return False
    if word[0] == "ب" and k + 1 < r.size and word[1:] in v.DEMONSTRATIVE:
        return False  # قائلا | بذلك كل شيء
    if r.sentence_end[k] - k < _SPOKEN and not (verb_shape(word) or word in v.PAST or v.is_function(word, "personal")):
        return False  # قائلا | كلمة واحدة
    end = min(k + _AHEAD, r.sentence_end[k])
    return not (any(r.stop[j] == COLON for j in range(k, end)) or r.quoted_within(r.start[k], r.end[end - 1]))


def _ours(r: Reading, k: int) -> bool:
    """Whether a word with the pronoun of the first person opens a sentence of somebody's own (وقال | هدفنا هو السلام)."""
    word = r.words[k]
    if not word.endswith("نا") or len(word) < _OURS or word in v.GIVEN_NAMES or word in v.PLACES or r.stop[k]:
        return False
    if v.heads(word) or v.heads(word[:-2]):
        return False  # وقال مديرنا
    end = min(k + _AHEAD, r.sentence_end[k])
    named = not COMPLEMENTISERS.isdisjoint(r.words[k + 1 : end]) or any(r.stop[j] == COLON for j in range(k, end))
    return not (named or r.quoted_within(r.start[k], r.end[end - 1]))


def _his_words(r: Reading, k: int) -> bool:
    """Whether a word is the noun of saying with its pronoun (ونقلت عن الوزير | قوله لا نعرف), not in على حد قوله."""
    return r.words[k] in v.FUNCTION["his_words"] and k > 0 and r.words[k - 1] not in v.FUNCTION["extent"]


def _may_open(word: str) -> bool:
    """Whether a complement may begin at a word, or another cue: of most words it is quick to say that none does."""
    known = word in OPENERS or word in forms() or word in v.FUNCTION["interrogative", "which_is"]
    return known or _MAY_OPEN_PHRASE[word]


_MAY_OPEN: Final = v.PerWord(_may_open)


def _may_open_phrase(word: str) -> bool:
    """Whether a nominal complement may begin at a word."""
    accusative = word[-1] == "ا" and v.deverbal(word[:-1]) != ""  # ارتفاعا
    return accusative or word[0] in "بل" or word in PHRASE_WORDS or v.shaped(word) or may_be_act(word)


_MAY_OPEN_PHRASE: Final = v.PerWord(_may_open_phrase)


def _behind_object(r: Reading, first: int) -> int:
    """Index behind a pronoun that is the verb's object (مهددا إياه), a blessing between dashes (مؤكدا -أيده الله-) or a praise
    in place of a name (قوله تعالى)."""
    if first >= r.size:
        return first
    if (behind := behind_praise(r, first)) > first:
        return behind
    if r.words[first] in v.FUNCTION["object_pronoun"]:
        return first + 1
    if "-" in r.gap[first]:
        return next((k for k in range(first + 1, min(first + _BLESSING, r.size)) if "-" in r.gap[k]), first)
    return first


def _after_colon(r: Reading, cue: Cue, j: int) -> Complement | None:
    if not cue.verb.takes & {"quote", "clause"} or (r.words[j].isdigit() and r.words[j - 1].isdigit()):
        return None
    if cue.verb.weak and "quote" not in cue.verb.takes and r.words[j] not in COMPLEMENTISERS:
        return None
    if r.words[j - 1] in v.FUNCTION["naming", "among_them"] or (
        cue.verb.weak and r.words[j - 1] in v.FUNCTION["listed"]
    ):
        return None  # كتب مقالا بعنوان: ...، نقل المعرفة في قطاعات منها: ...، بعد استيفاء أحد الضوابط التالية: ...
    return Complement("colon", j, j, r.quoted_at(j))


def _through(r: Reading, cue: Cue, second: Cue) -> Complement | None:
    """The complement of a second cue right behind the first, which is theirs together (وزاد مؤكدا: ...)."""
    if not cue.form.finite or second.form.part != "participle":
        return None
    found = find_complement(r, second)
    return found._replace(left=second.word) if found and found.form in ("colon", "marks") else None


def asks_for_anonymity(r: Reading, k: int) -> bool:
    """Whether a verb only asks that a name be kept back (طلب عدم ذكر اسمه), or is the noun of that (رفض ذكر اسمه)."""
    if k + 2 >= r.size:
        return False
    following = r.words[k + 1]
    if following in v.LACK:
        return r.words[k + 2] in v.FUNCTION["anonymity"]
    if following not in v.FUNCTION["anonymity"]:
        return False
    refused = r.stop[k] == COMMA and r.words[k + 2] in v.FUNCTION["anonymity"]  # مصدر، رفض ذكر اسمه، أن
    return refused or r.words[k] in v.FUNCTION["anonymity"]


def _takes_over(r: Reading, cue: Cue, j: int, form: Form) -> bool:
    """Whether the cue-like word at `j` starts a clause of its own, so that the cue before it has no complement."""
    if form.part == "masdar":
        if cue.verb.sense == "demand" and "ب" in cue.verb.takes and form.verb.lemma != "قال":
            return False  # تطالبه | بتذكيرها
        own = form.gender != "" or form.plural
        if r.words[j] in v.FUNCTION["closing"] and r.words[j - 1] not in v.FUNCTION["talk"]:
            return False  # اكتفى المدير | بالإشارة إلى أن, but ختم كلمته | بالإشارة إلى أن
        return r.words[j] in v.FUNCTION["saying"] or (own and (r.words[j][0] == "ب" or cue.verb.sense == "relay"))
    if _in_name(r, j):
        return False
    if is_adverb(r, j):
        return False  # قال الوزير | مجددا إن
    if form.finite and (j in r.tanwin or (r.words[j][-1] == "ه" and r.written_with_teh(j))):
        return False  # ولدت | ذكرًا، ولي أمر | طالبة: no verb with its object
    if (form.verb.soft and not (form.part == "participle" and _near(r, j))) or asks_for_anonymity(r, j):
        return False
    if form.part == "participle" and form.gender == "f" and cue.form.gender == "m" and cue.form.finite:
        return False  # قال في ندوة مناقشة
    if form.part == "participle" and form.gender == "f" and j <= cue.word + 3 and described(r, j):
        return False  # أفادت مصادر | مؤكدة أن
    calls = r.stop[j] == COMMA and any(word in form.verb.takes for word in r.words[j + 1 : j + _CALLS])
    if form.part == "participle" and form.gender == "f" and v.heads(r.words[j]) == "title" and not calls:
        return False  # وقالت | متحدثة باسم الشرطة, but ، داعية السكان إلى ...
    plain = form.part == "participle" and "clause" not in form.verb.takes and not any(r.stop[j : j + 2])
    if plain and "".join(r.words[j + 1 : j + 2]) in COMPLEMENTISERS:
        return False  # وأكد | ضاحكا أن
    before = r.words[j - 1]
    if form.finite and before in v.FUNCTION["because"] and r.stop[j - 1] == COMMA:
        return True  # ، إذ يعتقد الوزير أن
    if r.words[j] in v.FUNCTION["addressing"] or before in v.LACK:
        return False
    led = r.words[j - 2] if before in v.NEGATION and not r.stop[j] else before
    if not r.stop[j] and (v.is_function(before, "relative", "preposition", "pronoun") or led in v.RELATIVE):
        return False  # a clause within this one (وهو يشير إلى ...، الذي لم يفصح عن اسمه)
    told = form.part == "past" or (
        form.part == "present" and r.words[j + 1 : j + 2] and r.words[j + 1] in COMPLEMENTISERS
    )
    apart = r.stop[j] == COMMA or (r.words[j][0] == "ف" and r.stop[j + 1 : j + 2] != [COMMA])  # سأله عن السعر فأجاب
    if form.joined and told and apart and "quote" in form.verb.takes:
        return True
    if form.verb.weak or form.verb.soft:
        return form.part == "participle" and r.words[j].endswith(("ا", "ين", "ه")) and _near(r, j)
    return True


def is_adverb(r: Reading, k: int) -> bool:
    """Whether what looks like a participle tells how often something is said (صرح مجددا بأن), with no object behind it."""
    if r.words[k] not in v.ADVERB or k + 1 >= r.size:
        return False
    return not (r.words[k + 1].startswith("ال") or v.deverbal(r.words[k + 1]))


def described(r: Reading, j: int) -> bool:
    """Whether a participle in the feminine may be the adjective of the indefinite noun before it (مصادر مؤكدة، مصادر مصرية مطلعة)."""
    if r.stop[j] or r.has_article(j - 1):
        return False
    noun = r.words[j - 1]
    if noun.endswith("يه") and j > 1 and not r.stop[j - 1]:
        noun = r.words[j - 2]
        return v.is_crowd(noun) or noun in v.FUNCTION["source_word"]  # but صحيفة بريطانية قائلة
    return v.heads(noun) != "" or v.is_crowd(noun)


def _near(r: Reading, j: int) -> bool:
    """Whether a complementiser, a colon or a mark follows the word within its own phrase."""
    for k in range(j + 1, min(j + 5, r.size)):
        if r.stop[k] == COLON or (r.quoted_at(k) is not None and r.stop[k] == 0):
            return True
        if r.stop[k] != 0:
            return False
        if is_complementiser(r, k):
            return True
    return False
