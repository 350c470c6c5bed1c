"""Unmarked speech: words that follow their verb without أن, a colon or marks (وأضاف لقد مهدنا الطريق)."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import verb_shape
from analysis.quotes.boundaries import COLON, COMMA
from analysis.quotes.cues import Cue
from analysis.quotes.reading import Reading
from analysis.quotes.speech import says
from analysis.quotes.verbs import first_person
from analysis.quotes.vocabulary import COMPLEMENTISERS

#: Nouns and verbs with نا have so many letters.
_OURS: Final = 5
#: Where أن, a colon or marks follow it is a name: they are looked for within so many words.
_AHEAD: Final = 10
#: Without a verb, words that nothing marks as speech are so many at least.
_SPOKEN: Final = 4


def is_bare_speech(r: Reading, cue: Cue, first: int) -> bool:
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


def in_own_words(r: Reading, cue: Cue, k: int) -> bool:
    """Whether the words from one on are the speaker's own: behind قائلا, in the first person, or behind لقد."""
    word = r.words[k]
    own = r.words[cue.word] in v.SAYING_SO or word in v.FUNCTION["said_so"] or word in first_person()
    return own or _ours(r, k)


def speaks_for_himself(r: Reading, first: int, j: int) -> bool:
    """Whether, behind who speaks, a verb in the first person opens what he says (قال الوزير في المطار | نناشد الجميع الهدوء)."""
    word, before = r.words[j], r.words[j - 1]
    if word not in first_person() or word[0] == "و" or word in v.GIVEN_NAMES or v.deverbal(word) or r.stop[j]:
        return False
    if v.heads(r.words[first]) != "title" and r.words[first] not in v.GIVEN_NAMES:
        return False
    if before in COMPLEMENTISERS or v.is_function(before, "preposition", "in", "negation", "relative", "auxiliary"):
        return False
    if before in v.FUNCTION["time_span", "moment", "meanwhile", "while", "adjunct"]:
        return False  # قال المدير في وقت | نشهد فيه أزمة إن
    later = (k for k in range(j + 1, r.clause_end(j, _AHEAD)) if r.words[k] in COMPLEMENTISERS)
    if any(r.original(k, k + 1)[0].startswith("إ") for k in later):
        return False  # the clause of the verb of saying follows
    return COMPLEMENTISERS.isdisjoint(r.words[first:j]) and v.RELATIVE.isdisjoint(r.words[first:j])


def said_so(r: Reading, j: int) -> bool:
    """Whether a word behind the speaker opens what he says (قال سامر حداد | لقد سررت), or is all he says (قال حداد | نعم.)."""
    return r.words[j] in v.FUNCTION["bare_speech"] or r.stop[j + 1] >= COMMA


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
    if not word.endswith("نا") or len(word) < _OURS or k + 1 >= r.size or r.stop[k]:
        return False
    if word in v.GIVEN_NAMES or word in v.PLACES:
        return False
    if v.heads(word) or v.heads(word[:-2]):
        return False  # وقال مديرنا
    end = min(k + _AHEAD, r.sentence_end[k])
    behind = [] if v.is_function(r.words[k + 1], "personal") else r.words[k + 1 : end]  # هدفنا | هو السلام ونأمل أن ...
    named = not COMPLEMENTISERS.isdisjoint(behind) or any(r.stop[j] == COLON for j in range(k, end))
    return not (named or r.quoted_within(r.start[k], r.end[end - 1]))


def _his_words(r: Reading, k: int) -> bool:
    """Whether a word is the noun of saying with its pronoun (ونقلت عن الوزير | قوله لا نعرف), not in على حد قوله."""
    return r.words[k] in v.FUNCTION["his_words"] and k > 0 and r.words[k - 1] not in v.FUNCTION["extent"]
