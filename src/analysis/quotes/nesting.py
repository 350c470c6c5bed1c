"""Nesting: which cues inside a content report another claimant (قال حداد إن | الوزارة أكدت أن)."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.antecedents import antecedent
from analysis.quotes.beginnings import behind_given_name, is_share
from analysis.quotes.contents import is_another
from analysis.quotes.cues import Complement, Cue
from analysis.quotes.objects import PEOPLE
from analysis.quotes.praise import praise_at
from analysis.quotes.preverbal import source_before
from analysis.quotes.reading import Range, Reading
from analysis.quotes.sources import NAME, source_after
from analysis.quotes.verbs import Form
from analysis.quotes.vocabulary import COMPLEMENTISERS

#: The subject of a body that has promised something has no more words.
_SUBJECT: Final = 6
#: What a body within a content has promised stands within so many words.
_WITHIN: Final = 4


def may_nest(r: Reading, cue: Cue, complement: Complement, outer: Form | None, led: int) -> bool:
    """Whether a cue inside a content reports another claimant: only with a clause and a subject of its own.

    Parameters
    ----------
    r : Reading
    cue : Cue
    complement : Complement
        What it reports.
    outer : Form or None
        The cue of the content around it, where one person or body speaks.
    led : int
        Index of the word at which that content begins.
    """
    if cue.verb.soft:
        return False
    if complement.form in ("marks", "colon") and praise_at(r, cue.word + 1) is not None:
        return True  # لقوله تعالى (...)
    if (
        complement.form in ("marks", "colon")
        and r.words[cue.word] in v.FUNCTION["his_words"]
        and cue.form.part == "masdar"
    ):
        return True  # واستبعدت السلطات نقل القضية، ونقلت الصحف عن حداد قوله: "..."
    if cue.form.part == "participle" or cue.form.part == "masdar":
        return False
    to_me = r.words[cue.word + 1] in v.FUNCTION["to_me"] and r.enclosing(cue.word) is not None
    if to_me and r.words[cue.word] in v.WITH_AND["has_said"]:
        return True  # "عاد أخي وقال لي إن ..."
    told = cue.form.part == "past" and not cue.verb.weak
    if told and outer is not None and is_another(r, outer, cue, led):
        return True  # قالت إنه غادر وأكد أنه ...
    many = cue.form.plural and cue.form.gender == "m" and cue.verb.sense == "opinion"
    alone = outer is not None and not outer.plural
    if many and alone and cue.form.part == "present" and complement.form == "clause":
        return True  # قال حداد إن السكان خائفون لأنهم يعتقدون أن ...
    source = source_after(r, cue, complement.left)
    if source is None and r.words[cue.word - 1] not in COMPLEMENTISERS:
        source = source_before(r, cue)
    if source is None and complement.form in ("marks", "colon"):
        inner = complement.quoted is not None and (complement.quoted.depth > 0 or r.enclosing(cue.word) is None)
        quoting = inner and cue.form.finite and cue.verb.sense != "demand"
        return quoting or antecedent(r, cue) is not None  # من بينهم سامر حداد الذي قال: ...
    clause = complement.form == "clause" and (not cue.verb.weak or cue.verb.sense == "opinion")
    related = r.words[cue.word - 1] in v.RELATIVE
    if source is None and clause and (related or _tells_of_itself(r, cue, complement)):
        source = antecedent(r, cue)
    return (
        source is not None
        and (not cue.verb.weak or _tells_within(r, cue, complement, source))
        and (complement.form != "phrase" or bool(v.heads(r.words[source[0]])) or _people_say(r, cue, source))
    )


def _people_say(r: Reading, cue: Cue, source: Range) -> bool:
    """Whether people, or somebody by name before a verb in the past, stand right behind أن (أن المجتمعين | شددوا على ...)."""
    k, end = source
    if k == 0 or r.words[k - 1] not in COMPLEMENTISERS:
        return False
    named = (
        end - k <= NAME
        and cue.form.part == "past"
        and (r.words[k] in v.GIVEN_NAMES or bool(behind_given_name(r, r.words[end - 1], end - 1)))
    )
    return named or PEOPLE.search(r.words[k]) is not None


def _tells_of_itself(r: Reading, cue: Cue, complement: Complement) -> bool:
    """Whether a clause right behind its verb may be an attribute of the noun before it (وسط تقارير | تفيد بأن)."""
    before = r.words[cue.word - 1]
    return complement.left == cue.word + 1 and not v.is_function(before, "complementiser", "pronoun", "lead")


def _tells_within(r: Reading, cue: Cue, complement: Complement, source: Range) -> bool:
    """Whether an everyday verb reports within a content: an opinion held, or what a body right behind أن has promised."""
    if complement.form == "clause":
        return _holds(r, cue, source)
    k = source[0]
    stated = k > 0 and r.words[k - 1] in COMPLEMENTISERS and v.heads(r.words[k]) in ("body", "medium", "title")
    near = complement.form == "phrase" and complement.left - cue.word <= _WITHIN and source[1] - k <= _SUBJECT
    told = cue.form.part == "past" or (cue.form.plural and cue.verb.sense == "opinion")
    return stated and near and told and not cue.verb.continues


def _holds(r: Reading, cue: Cue, source: Range) -> bool:
    """Whether it is the opinion of a body or a state (فرنسا ترى أن), or what somebody told another."""
    word = r.words[source[0]]
    if cue.verb.sense == "opinion" and (v.heads(word) in ("body", "medium") or is_share(r, source[0])):
        return True  # أن 47 في المئة من السكان يعتقدون أن
    if cue.verb.addresses and cue.form.part == "past":
        return True  # إن حداد أبلغ اللجنة بأن
    finds = cue.form.part == "past" and not cue.verb.learns and source[0] and r.words[source[0] - 1] in COMPLEMENTISERS
    if finds and v.heads(word) in ("body", "medium"):
        return True  # إن التقارير أثبتت أن
    if cue.verb.takes_object and r.words[cue.word].endswith(("ه", "ها", "هم")) and v.heads(word):
        return True  # حكما وصفته الصحيفة بأنه قاس
    return (cue.verb.sense, cue.form.part) == ("opinion", "present") and (
        source[1] - source[0] == 1 and word in v.PLACES
    )
