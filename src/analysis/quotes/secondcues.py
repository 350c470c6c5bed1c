"""Second cues: whether the next word with the form of a cue opens a clause of its own (سأله | فأجاب) or only goes on the first (قال | مجددا)."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.beginnings import in_name, is_name_like_verb
from analysis.quotes.boundaries import COLON, COMMA
from analysis.quotes.clauses import is_complementiser
from analysis.quotes.cues import Cue
from analysis.quotes.reading import Reading
from analysis.quotes.verbs import Form
from analysis.quotes.vocabulary import COMPLEMENTISERS

#: The preposition of somebody who calls (داعية السكان إلى) stands within so many words.
_CALLS: Final = 5


def takes_over(r: Reading, cue: Cue, j: int, form: Form) -> bool:
    """Whether the cue-like word at `j` starts a clause of its own, so that the cue before it has no complement."""
    if form.part == "masdar":
        if cue.verb.sense == "demand" and "ب" in cue.verb.takes and form.verb.lemma != "قال":
            return False  # تطالبه | بتذكيرها
        own = form.gender != "" or form.plural
        if r.words[j] in v.FUNCTION["closing"] and r.words[j - 1] not in v.FUNCTION["talk"]:
            return False  # اكتفى المدير | بالإشارة إلى أن, but ختم كلمته | بالإشارة إلى أن
        return r.words[j] in v.FUNCTION["saying"] or (own and (r.words[j][0] == "ب" or cue.verb.sense == "relay"))
    if in_name(r, j) or (form.finite and not form.joined and is_name_like_verb(r, j)):
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
    manner = form.part == "participle" and r.words[j] in v.FUNCTION["at_a_time"] and not r.stop[j]
    if manner and "clause" not in form.verb.takes and cue.form.finite and "quote" in cue.verb.takes:
        return False  # أجاب الوزير | ضاحكا: «...»
    plain = form.part == "participle" and "clause" not in form.verb.takes and not any(r.stop[j : j + 2])
    if plain and "".join(r.words[j + 1 : j + 2]) in COMPLEMENTISERS:
        return False  # وأكد | ضاحكا أن
    before = r.words[j - 1]
    if form.finite and before in v.FUNCTION["because"] and r.stop[j - 1] == COMMA:
        return True  # ، إذ يعتقد الوزير أن
    if r.words[j] in v.FUNCTION["addressing"] or before in v.LACK:
        return False
    comments = form.part == "participle" and form.verb.weak and r.words[j] not in v.SAYING_SO
    if comments and j + 1 < r.size and r.words[j + 1] == "علي" and cue.verb.sense == "say" and not cue.verb.weak:
        return False  # وقال حداد، معلقا على القرار: «...»
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
