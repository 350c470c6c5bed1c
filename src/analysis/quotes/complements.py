"""Complements: where, after a cue, the reported words or clause begin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.acts import REACH, may_be_act
from analysis.quotes.beginnings import is_name, name_before, verb_shape
from analysis.quotes.boundaries import COLON, COMMA, SENTENCE
from analysis.quotes.clauses import belongs_elsewhere, goes_on, is_complementiser, judged_likely
from analysis.quotes.cues import Complement, Cue, cue_at
from analysis.quotes.marks import Quoted
from analysis.quotes.nominal import PHRASE_WORDS, behind_it, far_clause_likely, phrase_at
from analysis.quotes.objects import called_on
from analysis.quotes.phrases import extend, noun_phrase
from analysis.quotes.praise import behind_praise
from analysis.quotes.prepositional import PREPOSITIONS
from analysis.quotes.reading import Reading
from analysis.quotes.secondcues import asks_for_anonymity, takes_over
from analysis.quotes.speech import and_more, described_as, is_speech, says, with_preposition
from analysis.quotes.unmarked import in_own_words, is_bare_speech, said_so, speaks_for_himself
from analysis.quotes.verbs import Verb, first_person, forms
from analysis.quotes.vocabulary import COMPLEMENTISERS, OPENERS

WEAK_REACH: Final = 28
#: Adjectives by their shape: فاعل, فعيل, مفعول and the participles in مُ (فارغ، عقيم، مقبول، مؤسف), with ة too.
_QUALITY: Final = re.compile("(?:.ا..|..ي.|م..و.|م[ؤت].{1,3})ه?$")
#: A blessing between dashes has fewer words.
_BLESSING: Final = 6
#: The comma that closes an aside is looked for within so many words.
_AHEAD: Final = 10
#: An aside between dashes has fewer words.
_ASIDE: Final = 12
#: The verb of a relative clause and what it governs stand within so many words.
_RELATIVE: Final = 4
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
    if is_bare_speech(r, cue, first):
        return Complement("clause", first, first, bare=in_own_words(r, cue, first))
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
                if stop == 0 and _refused(r, verb, j):
                    return Complement("phrase", j - 1, j - 2)  # عبر عن | رفضه "محاولات التأجيل"
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
            if j - first > 1 and judged_likely(r, j):
                return Complement("clause", j - 2, j - 2)
            if j > first and belongs_elsewhere(r, first, j):
                continue
            if words[j - 1] == "علي" and r.stop[j - 1] == COMMA and "علي" not in verb.takes:
                return phrase  # تعلن النتائج في مارس، على أن تطبع الكتب
            if j == first or words[j - 1] not in v.FUNCTION["not_before_anna"] or _earlier(r, j):
                governed = words[j - 1] in PREPOSITIONS and j - 1 > cue.word and not is_name(r, j - 1)
                left = j - 1 if governed else j
                return Complement("clause", j, left)
        elif (asks and word in v.FUNCTION["interrogative"]) or (
            word in v.FUNCTION["said_so"] and says(cue) and words[j - 1] not in v.RELATIVE and said_so(r, j)
        ):
            return Complement("clause", j, j, bare=in_own_words(r, cue, j))
        elif j > first and not verb.weak and says(cue) and speaks_for_himself(r, first, j):
            return Complement("clause", j, j, bare=True)  # قال الوزير في المطار | نناشد الجميع
        elif (other := table.get(word)) and takes_over(r, cue, j, other):
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
        if verb.lemma in v.CALLING_ON and phrase is None and word[0] == "ب" and called_on(r, j):
            over = (extend(r, j, limit) or (j, j + 1))[1]
            over = next((k for k in range(j + 1, over) if r.has_article(k - 1) and _is_asked(r, k)), over)
            if (asked := _asked(r, over, limit)) is not None:
                return asked
            continue
        if verb.takes_phrase and phrase is None and (j == first or verb.judges or _MAY_OPEN_PHRASE[word]):
            phrase = phrase_at(r, cue, j)
            if phrase and not far_clause_likely(r, phrase):
                return phrase
    return phrase


def _refused(r: Reading, verb: Verb, j: int) -> bool:
    """Whether somebody's own noun of action leads from the verb's preposition to the marks (عن رفضه "...")."""
    if j < 2 or r.words[j - 2] not in PREPOSITIONS or r.stop[j - 1] or not (verb.soft or r.words[j - 2] in verb.takes):
        return False
    return r.carries_pronoun(j - 1) and v.deverbal(v.without_pronoun(r.words[j - 1])) == "listed"


def _asked(r: Reading, k: int, limit: int) -> Complement | None:
    """What those called on shall do, behind them or a clause that tells who they are (أهاب بالسكان | التعاون، بمن غاب | بمراجعة المكتب)."""
    if k < limit and r.words[k] in v.RELATIVE:
        k = next((j for j in range(k + 1, limit) if r.words[j][0] == "ب" and v.deverbal(r.words[j][1:])), limit)
    if k >= limit or r.stop[k] > COMMA:
        return None
    return Complement("phrase", k, k) if _is_asked(r, k) else None


def _is_asked(r: Reading, k: int) -> bool:
    """Whether a word is what somebody is called on to do, or how (التعاون، بمراجعة المكتب، سرعة مراجعته)."""
    noun = v.bare(r.words[k].removeprefix("ب"))
    manner = k + 1 < r.size and not (r.has_article(k) or r.stop[k + 1]) and v.deverbal(r.words[k + 1]) == "listed"
    return v.deverbal(noun) != "" or noun in v.COMPLEMENT_NOUNS or r.words[k] in v.LACK or manner


def _earlier(r: Reading, j: int) -> bool:
    """Whether من قبل before أن and a noun tells when (اعتبر من قبل | أن الاتفاق خطوة, not من قبل أن يولد)."""
    return r.words[j - 1] == "قبل" and r.words[j - 2] == "من" and j + 1 < r.size and r.has_article(j + 1)


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


def _in_relative(r: Reading, first: int, j: int) -> bool:
    """Whether ب or ل belongs to the verb of a relative clause behind a comma (وذكرت اللجنة، التي تقوم | بصياغة القانون: ...)."""
    near = range(j - 1, max(first, j - _RELATIVE) - 1, -1)
    pronoun = next((k for k in near if r.words[k] in v.RELATIVE), 0)
    return pronoun > 0 and r.stop[pronoun] == COMMA and not any(r.stop[pronoun + 1 : j + 1])


def _says_who(r: Reading, j: int) -> bool:
    """Whether what follows وهو only says who or what somebody is (دعا حداد | وهو سياسي بارز إلى ...، وهي منظمة غير حكومية)."""
    noun = v.heads(r.words[j + 1]) if j + 1 < r.size and not r.stop[j + 1] else ""
    return noun in ("title", "body") and not r.has_article(j + 1)


def _turns_against(r: Reading, j: int) -> bool:
    """Whether a contrast opens a clause of its own (، لكن المحكمة خفضت المبلغ، بل ألمح إلى ...), no aside (، لكن دون تفاصيل،)."""
    if j + 2 >= r.size or r.stop[j + 2]:
        return False
    return r.has_article(j + 1) or (r.words[j] in v.FUNCTION["rather"] and r.words[j + 1] in forms())


def _may_open(word: str) -> bool:
    """Whether a complement may begin at a word, or another cue: of most words it is quick to say that none does."""
    known = (
        word in OPENERS or word in forms() or word in first_person() or word in v.FUNCTION["interrogative", "which_is"]
    )
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
