"""What may begin a noun phrase, and what is a name though it looks like a verb or a preposition."""

from __future__ import annotations

from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.boundaries import COMMA, SENTENCE
from analysis.quotes.formulas import sourcing_phrases
from analysis.quotes.reading import Reading
from analysis.quotes.verbs import first_person, forms
from analysis.quotes.vocabulary import COMPLEMENTISERS

#: A verb and its preposition stand within so many words.
_LED: Final = 10
#: A preposition, the article and nothing more (كال) are a name.
_ARTICLE: Final = 3
#: What ends a name written in one word (يارالله).
_GOD: Final = "الله"
#: Marks around more words than these hold speech, not the name of a source.
NAME_WORDS: Final = 5
#: Function words that are no family names.
_NO_FAMILY: Final = (
    "true_preposition",
    "in",
    "at_a_time",
    "relative",
    "complementiser",
    "negation",
    "to_whom",
    "back_to",
    "which_is",
    "pronoun",
    "personal",
    "interrogative",
    "adjunct",
    "demonstrative",
    "auxiliary",
    "turn_word",
    "part",
    "quantifier",
)


def can_begin(r: Reading, k: int) -> bool:
    """Whether a noun phrase may begin at a word."""
    word = r.words[k]
    if r.gap[k] != " " and (quoted := r.quoted_at(k)) is not None:
        return r.count(quoted) <= NAME_WORDS
    if k in r.tanwin:
        return False
    if is_share(r, k) or counts_people(r, k):
        return True
    if (
        (form := forms().get(word)) is not None
        and form.finite
        and not COMPLEMENTISERS.isdisjoint(r.words[k + 1 : k + 2])
    ):
        return False  # وأضاف | أعلم أنها
    match _BEGINNING[word]:
        case "no":
            named = is_name(r, k) or _day_as_name(r, k) or _named_behind_verb(r, k)
            return named or (word in v.FUNCTION["foreign_given"] and _before_title(r, k))
        case "manner":  # بتأثر, unless it comes back as a name does
            if behind_given_name(r, word, k) or (not r.places(word[1:]) and _before_title(r, k)):
                return True  # باسلمة، بيشي الصرحي المتحدث الرسمي
            return len(r.places(word)) > 1 and not (r.places(word[1:]) or r.written_with_teh(k))
        case "first":
            return r.words[k + 1 : k + 2] != ["من"]  # أول من أمس
    return True


def _before_title(r: Reading, k: int) -> bool:
    """Whether one word, behind a verb, and a title stand behind a word, which is a given name then (دون ريجل، عضو المجلس)."""
    if (
        k == 0
        or r.words[k - 1] not in forms()
        or k + 2 >= r.size
        or r.stop[k + 1]
        or v.heads(r.words[k + 2]) != "title"
    ):
        return False
    family = r.words[k + 1]
    nisba = family.startswith("ال") and family.endswith("ي") and r.has_article(k + 2) and r.stop[k + 2] == 0
    apart = r.stop[k + 2] == COMMA and can_begin_phrase(family)
    return (nisba or apart) and not (v.heads(family) or v.deverbal(v.bare(family)) or family in v.OCCASIONS)


def is_share(r: Reading, k: int) -> bool:
    """Whether a number is a share of those who were asked (37٪ من المجيبين، 37 في المئة منهم)."""
    return r.words[k][0].isdigit() and (r.gap[k + 1].lstrip()[:1] in ("%", "٪") or behind_share(r, k) > k)


def behind_share(r: Reading, k: int) -> int:
    """Index behind a share in words that begins at a word (34 في المئة، 34 بالمئة); `k` where none does."""
    if not r.words[k][0].isdigit() or k + 1 >= r.size or r.stop[k + 1]:
        return k
    led = k + 1 + (r.words[k + 1] in v.IN)
    return led + 1 if led < r.size and r.words[led] in v.FUNCTION["per_cent"] else k


def counts_people(r: Reading, k: int) -> bool:
    """Whether a number counts people with a title (14 خبيرا)."""
    counted = k + 1 < r.size and r.words[k].isdigit() and not r.stop[k + 1] and not r.has_article(k + 1)
    return counted and v.heads(r.words[k + 1]) == "title"


def is_grade(r: Reading, k: int) -> bool:
    """Whether a word is the upper grade of the rank before it (النقيب | أول سامر حداد)."""
    return r.words[k] == "اول" and v.heads(r.words[k - 1]) == "title" and r.has_article(k - 1) and not r.stop[k]


def ends_name_or_rank(r: Reading, k: int) -> bool:
    """Whether a word is the last of the name or rank before it, whatever else it may be (لطفي | براهم، النقيب | أول)."""
    return is_grade(r, k) or closes_name(r, k)


def can_go_on(r: Reading, k: int) -> bool:
    """Whether a name of one word may go on with the word at `k`: another one, without a break."""
    if k >= r.size or r.stop[k] or r.gap[k] != " " or r.has_article(k):
        return False
    return _BEGINNING[r.words[k]] in ("", "manner") and not v.heads(r.words[k])


def can_begin_phrase(word: str) -> bool:
    """Whether a folded word by itself may begin a noun phrase."""
    return _BEGINNING[word] == ""


def _beginning(word: str) -> str:
    """What a word says of a noun phrase that would begin with it: ``no``, ``manner``, ``first``, or nothing."""
    if " " in word:
        return ""  # an abbreviation
    if v.is_function(word, "preposition", "adjunct", "pronoun"):
        return "no"
    if word in v.GIVEN_NAMES:
        return ""  # فيصل, not ف with a verb
    if v.is_function(word, "relative", "auxiliary", "personal"):
        return "no"
    if word in v.NEGATION or v.is_function(word, "no_subject"):
        return "no"
    if word in COMPLEMENTISERS or word[0].isdigit() or verb_shape(word) or word in first_person():
        return "no"
    joined = word[0] == "و" and len(word) > 1 and word not in v.NOT_JOINED and not v.heads(word)
    if joined and (v.with_manner(word[1:]) or verb_shape(word[1:])):
        return "no"  # وبصورة، ويبطن
    heads = v.heads(word)
    if not heads and (word.startswith("وال") or word in sourcing_phrases()):
        return "no"
    if word[0] == "ب" and len(word) > 3 and word not in v.NOT_JOINED:
        return "" if heads else "manner"
    if word == "اول":
        return "first"
    if (
        word not in ("كل", "كلا")
        and word[0] in "بلك"
        and ((word[1:3] == "ال" and len(word) > _ARTICLE) or word[:2] == "لل" or v.heads(word[1:]))
    ):
        return "" if heads else "no"
    form = forms().get(word)
    if form is None or heads:
        return ""
    participle = form.part == "participle" and word.endswith("ا")
    return "no" if participle or not (form.verb.weak or form.verb.soft) else ""


_BEGINNING: Final = v.PerWord(_beginning)


def is_name_like_verb(r: Reading, k: int) -> bool:
    """Whether what looks like a verb is a family name: the subject of the verb before it, or behind a given name in apposition."""
    if k == 0 or r.stop[k]:
        return False
    before = forms().get(r.words[k - 1])
    if (
        before is not None
        and before.finite
        and before.verb.sense == "say"
        and not (before.verb.weak or before.verb.soft)
    ):
        return v.heads(r.words[k - 1]) == ""
    named = r.words[k - 1] in v.GIVEN_NAMES and r.stop[k - 1] == COMMA
    return named and k + 1 < r.size and r.stop[k + 1] == COMMA


def _leads_to_somebody(r: Reading, k: int) -> bool:
    """Whether ل before the rest of a word leads to an agency, a state, somebody's relative or somebody named in the text."""
    word, rest = r.words[k], r.words[k][1:]
    if word in v.NOT_JOINED:
        return False
    known = (
        rest in v.FUNCTION["agency", "addressee"] or rest in v.PLACES or v.heads(rest) != "" or rest in v.GIVEN_NAMES
    )
    return known or v.with_pronoun(word) or r.carries_pronoun(k) or r.places(rest) != []


def closes_name(r: Reading, k: int) -> bool:
    """Whether a word behind a given name alone, and before the clause, a comma or an office, is the family name, whatever else it may be
    (وقال لطفي براهم إن، قال سامر الشاهد، رئيس النقابة، إن)."""
    if k > 0 and r.words[k - 1] == "عبد" and r.gap[k] == " " and r.has_article(k):
        return True  # سامر عبد الحق
    if k < 1 or r.gap[k] != " " or r.words[k - 1] not in v.GIVEN_NAMES or k in r.tanwin:
        return False
    if k > 1 and not r.stop[k - 1] and (r.words[k - 2] in v.GIVEN_NAMES or r.words[k - 2] in v.IN_NAME):
        return False
    word = r.words[k]
    if r.words[k - 1] in v.FUNCTION["also_name", "naming"] or word in forms() or word in v.PAST or word in v.PLACES:
        return False
    if (
        v.is_function(word, *_NO_FAMILY)
        or verb_shape(word)
        or word[0] == "و"
        or word in v.SAME
        or word[1:] in v.WORDS["manners"]
    ):
        return False
    if word.startswith(("لل", "بال")) or (word[0] == "ل" and _leads_to_somebody(r, k)):
        return False  # قال محمد | للصحفيين، قال خالد | لابنه
    before = forms().get(r.words[k - 2]) if k > 1 else None
    if before is not None and "np" in before.verb.takes and r.has_article(k) and word[-1] != "ي":
        return False  # أعلن سامر | النتائج، مؤكدا
    following = r.words[k + 1] if k + 1 < r.size else ""
    office = v.heads(following) == "title" and not r.has_article(k + 1)
    if k + 1 >= r.size or r.stop[k + 1] > 0 or following in v.WITH_AND["complementiser"] or office:
        return True
    noun = v.deverbal(v.bare(word)) or word in v.OCCASIONS or word[0] in "بلف"
    return not noun and v.is_function(following, "true_preposition", "in", "at_a_time", "to_whom", "relative")


def is_name(r: Reading, k: int) -> bool:
    """Whether a word such as علي is the name here, not the preposition.

    It is written so, and stands after a title, or before or after a part of a name (بن، محمد); in a text that writes the
    preposition على as a rule, a definite word (المرشد الإيراني علي ...) or a comma before it will do.
    """
    if r.words[k] not in v.FUNCTION["also_name"] or not r.written_with_yeh(k):
        return False
    before = r.words[k - 1] if k else ""
    following = r.words[k + 1] if k + 1 < r.size else ""
    if before and before in v.WITH_AND["topic"]:
        return True  # أما علي ...
    if before in v.WITH_AND["governor"] or _led_to(r, k):
        return False  # المشرف علي الشؤون، شدد علي أن, where ي is written for ى
    if following in v.IN_NAME or before in v.IN_NAME or v.heads(before) == "title":
        return True
    titled = k + 2 < r.size and not r.stop[k + 2] and v.heads(r.words[k + 2]) == "title" and not r.stop[k + 1]
    plain = following != "" and not r.has_article(k + 1) and _BEGINNING[following] == "" and not v.heads(following)
    if (cue := forms().get(before)) is not None and cue.finite and "علي" not in cue.verb.takes and plain and titled:
        return v.deverbal(following) == ""  # وقال علي مسفر مدير الدائرة
    apart = r.knows_alef_maksura(r.words[k])
    over = k + 1 >= r.size or r.stop[k + 1] > 0 or following in v.WITH_AND["complementiser"]
    if before in v.GIVEN_NAMES and r.stop[k] == 0 and (over or apart or _names_on(r, k + 1)):
        return True  # محمد علي
    if apart and (k == 0 or r.stop[k] >= SENTENCE or ".." in r.gap[k]) and following and _names_on(r, k + 1):
        return True  # علي حداد، رئيس النادي
    cue = forms().get(before)
    if following in v.GIVEN_NAMES and apart and (before not in forms() or (cue is not None and cue.finite)):
        return True  # قال علي حسن
    if _between_commas(r, k, apart) and v.heads(following) == "":
        return True  # ، علي بهرام شاهي،
    if cue is not None and cue.finite and "علي" not in cue.verb.takes and following in COMPLEMENTISERS:
        return bool(behind_given_name(r, r.words[k], k))  # أعلن علي أنه
    if not apart or following in v.COMPLEMENT_NOUNS or following in COMPLEMENTISERS:
        return False
    said = cue is not None and cue.finite and r.words[k] not in cue.verb.takes  # أوضح علي البحري
    told = before in v.FUNCTION["to_whom"] and k > 1 and r.words[k - 2] in forms() and plain  # كما أكد لنا علي حداد
    acts = before.removeprefix("و") in v.PAST and before not in forms() and plain  # وزار علي حداد الميناء
    said = said or (
        (acts or told) and not (v.deverbal(following) or following in v.OCCASIONS or r.written_with_teh(k + 1))
    )
    family = following != "" and r.has_article(k + 1) and following[-1] == "ي"  # المتحدث باسم الحركة في عدن علي الأحمدي
    return said or family or r.stop[k] == COMMA or (before.startswith("ال") and before not in forms())


def _led_to(r: Reading, k: int) -> bool:
    """Whether a verb shortly before takes على, and a clause, a noun of action or the article follows, in a text without ى."""
    if r.has_alef_maksura() or k + 1 >= r.size or r.stop[k] or r.words[k - 1] in v.GIVEN_NAMES:
        return False
    told = (forms().get(w) for w in r.words[max(r.sentence_start(k), k - _LED) : k])
    leads = r.words[k + 1] in COMPLEMENTISERS or v.deverbal(r.words[k + 1]) != ""
    return leads and any(form is not None and "علي" in form.verb.takes for form in told)


def _names_on(r: Reading, k: int) -> bool:
    """Whether a word may be a family name: no known noun, and with the article before أن or a comma (حداد، الحسيني أن)."""
    word = r.words[k]
    if v.deverbal(word) or v.heads(word) or word in v.OCCASIONS or word in v.CARDINALS:
        return False
    if not r.has_article(k):
        return can_go_on(r, k) and word not in v.PLACES and not word[0].isdigit()
    behind = r.words[k + 1] if k + 1 < r.size and not r.stop[k + 1] else ""
    return word[-1] == "ي" and (behind == "" or behind in COMPLEMENTISERS)


def behind_given_name(r: Reading, word: str, besides: int = -1) -> list[int]:
    """Where a word stands behind a given name, as family names do, other than at `besides`: the first places."""
    places = (k for k in r.places(word) if k and k != besides)
    return [k for k in places if not r.stop[k] and (r.words[k - 1] in v.GIVEN_NAMES or r.words[max(k - 2, 0)] == "عبد")]


def is_titular_name(r: Reading, start: int, end: int) -> bool:
    """Whether a title alone, without the article, is a family name (وقالت صديق): elsewhere it stands behind another word
    of the name."""
    word = r.words[start]
    if end - start > 1 or v.heads(word) != "title" or r.has_article(start) or word[0] in "وف":
        return False
    if behind_given_name(r, word, start):
        return True
    before = [r.words[at - 1] for at in r.places(word) if at and at != start and not r.stop[at]]
    again = (w for i, w in enumerate(before) if w in before[:i] and can_begin_phrase(w) and w not in forms())
    return any(w in v.GIVEN_NAMES for w in before) or any(
        not v.heads(w) and v.deverbal(w) in ("", "shaped") for w in again
    )


def _named_behind_verb(r: Reading, k: int) -> bool:
    """Whether a word right behind a verb only looks like و and another verb: elsewhere it is a family name (وقال | ويلموت)."""
    word = r.words[k]
    if word[0] != "و" or k == 0 or word in forms() or (before := forms().get(r.words[k - 1])) is None:
        return False
    return before.finite and not r.stop[k] and bool(behind_given_name(r, word, k))


def _day_as_name(r: Reading, k: int) -> bool:
    """Whether the name of a day is a family name here (الخميس): elsewhere it stands behind a given name."""
    word = r.words[k]
    if word not in v.FUNCTION["at_a_time"] or not word.startswith("ال"):
        return False
    return bool(behind_given_name(r, word))


def _between_commas(r: Reading, k: int, apart: bool) -> bool:
    """Whether a few words stand between commas, as a name in apposition does.

    A family name with the article follows only in a text that writes the preposition differently (`apart`).
    """
    if r.stop[k] != COMMA or k + 1 >= r.size or r.stop[k + 1] or (r.has_article(k + 1) and not apart):
        return False
    following = r.words[k + 1]
    if following in v.OCCASIONS or following in v.FUNCTION["venue"] or v.deverbal(following):
        return False
    return any(r.stop[j] == COMMA for j in range(k + 2, min(k + _NAME + 1, r.size)))


#: و with a verb in the feminine past has as many letters.
_FEMININE: Final = 5
#: Names of persons have at most so many words.
_NAME: Final = 4


def name_before(r: Reading, k: int, first: int) -> bool:
    """Whether the words from `first` on, up to `k`, end in a person's name: a given name, or what follows an honorific."""
    for j in range(k - 1, max(first - 1, k - 1 - _NAME), -1):
        if r.stop[j + 1] and j + 1 < k:
            return False
        word = r.words[j]
        preposition = word in v.FUNCTION["also_name"] and not is_name(r, j)
        if not preposition and (word in v.GIVEN_NAMES or (j < k - 1 and v.is_honorific(word))):
            return True
        if preposition or _BEGINNING[word] == "no" or v.heads(word):
            return False
    return False


def in_name(r: Reading, k: int) -> bool:
    """Whether what looks like a verb goes on a name (سامر أبو | طالب)."""
    return r.words[k - 1] in v.IN_NAME and not (r.has_article(k - 1) or r.stop[k])


def verb_shape(word: str) -> bool:
    """Whether a folded word looks like a verb, third person: present tense, masculine, or plural; spelt letters never do."""
    if word in v.GIVEN_NAMES or " " in word or word.endswith(_GOD):
        return False
    if word.endswith("وا") and len(word) > 4:
        return word not in v.WORDS["not_verbs"]
    if word[0] == "ف" and word[1:] in forms():
        return True
    return word[0] == "ي" and len(word) > 3 and word not in v.WORDS["not_verbs"]


def future_shape(word: str) -> bool:
    """Whether a folded word looks like a verb of the future, third person masculine or plural (سيبقى)."""
    return word[0] == "س" and len(word) > 4 and verb_shape(word[1:])


def feminine_past(word: str) -> bool:
    """Whether a word may be و with a verb in the feminine past (وأقيمت), and is known as nothing else."""
    if word[0] != "و" or word[-1] != "ت" or word[-2:] == "ات" or len(word) < _FEMININE:
        return False
    return not (v.heads(word) or v.deverbal(word[1:]) or word in v.NOT_JOINED or word[1:] in v.GIVEN_NAMES)
