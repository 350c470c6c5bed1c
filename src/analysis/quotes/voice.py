"""The writer's voice: where, behind reported words, it returns.

A reported clause is over at a new cue, a sourcing phrase, another speaker, or where the writer comments.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from analysis.quotes import vocabulary as v
from analysis.quotes.boundaries import COLON, COMMA
from analysis.quotes.cues import Cue
from analysis.quotes.newcues import along_with, denied, is_new_cue
from analysis.quotes.phrases import noun_phrase
from analysis.quotes.reading import Reading
from analysis.quotes.remarks import BY_THE_WAY, circumstance, comes, comments, explains, goes_on_behind
from analysis.quotes.sourcing import Sourcing
from analysis.quotes.vocabulary import COMPLEMENTISERS

#: Words, besides cues and sourcing phrases, at which a reported clause may be over: anywhere, or behind a comma.
_TURNING: Final = v.FUNCTION["turn_word", "turn", "gloss", "comment", "topic_of"]
_TOPICS: Final = frozenset("و" + word for word in v.FUNCTION["topic_on"])
_TOPIC_FIRST: Final = frozenset(joined + word for joined in ("", "و") for word in v.FUNCTION["topic"])
_TURNING_AFTER_COMMA: Final = (
    _TOPICS
    | BY_THE_WAY
    | _TOPIC_FIRST
    | v.FUNCTION[
        "reply",
        "lead",
        "in",
        "that_is",
        "matter",
        "before_that",
        "then",
        "without",
        "but",
        "but_he",
        "so_has",
        "likewise",
        "with",
        "when",
        "where",
        "which_is",
        "this_is",
        "noting",
        "at_a_time",
        "relative",
    ]
    | v.WITH_AND["comes"]
)
#: The subject before its verb, the topic that the writer turns to, the subject behind its verb: no longer, in words.
_SUBJECT: Final = 10
_TOPIC: Final = 12
_SUBJECT_BEHIND: Final = 12


class Voice:
    """Tells the reported words of one reading from the writer's.

    Parameters
    ----------
    r : Reading
    cues : dict of int to Cue
        All cues by word.
    sourcing : dict of int to Sourcing
        All sourcing phrases by word.
    reports : callable
        Tells of a cue whether it has a complement of its own.
    """

    def __init__(
        self, r: Reading, cues: dict[int, Cue], sourcing: dict[int, Sourcing], reports: Callable[[Cue], bool]
    ) -> None:
        self._r = r
        self._cues = cues
        self._sourcing = sourcing
        self._reports = reports
        self._known: dict[int, bool] = {}

    def returns(self, k: int) -> bool:
        """Whether a reported clause is over at word `k`."""
        if k not in self._known:
            self._known[k] = self._judge(k)
        return self._known[k]

    def _judge(self, k: int) -> bool:
        r, word = self._r, self._r.words[k]
        turning = k in self._cues or k in self._sourcing or word in _TURNING or word in v.BUT
        if not turning and (r.gap[k] == " " or word not in _TURNING_AFTER_COMMA):
            return False
        if k in self._sourcing and not self._sourcing[k].opens_clause:
            return not (r.words[k - 1] in COMPLEMENTISERS or self._and_that(k))  # but أنه وفقا لما ...
        if k in self._sourcing and word[0] == "و" and r.stop[k] == COMMA:
            return True  # ، ووفقا للبنك فإن ...
        if self._turns(k) or comments(r, k, self._cues, self._tells_finite) or explains(r, k) or self._not_said(k):
            return True
        if r.stop[k] == COMMA and word in v.RELATIVE:
            return self._said_of_it(k + 1)
        if r.stop[k] == COMMA and (over := self._behind_comma(k)) is not None:
            return over
        if word in v.BUT and not r.stop[k]:
            return self._somebody_else(k)  # ... تعكر صفو البطولة | لكن الوزير حذر من
        if (r.stop[k] or ".." in r.gap[k]) and self._carries(k):
            return True  # .. ونقل عن مصادر قولها
        if word in v.FUNCTION["lead"] and r.stop[k] >= COMMA:
            acts = r.stop[k] == COMMA and word in v.FUNCTION["meanwhile"] and self._acts(k + 1)
            return acts or self._tells(k + 1, finite=True)
        if self._conjunction_before(k) or self._likewise_before(k):
            return self._tells(k, finite=True)
        cue = self._cues.get(k)
        return cue is not None and r.words[k - 1] not in v.RELATIVE and is_new_cue(r, cue, self._cues, self._reports)

    def _behind_comma(self, k: int) -> bool | None:
        """Whether a word behind a comma tells that the clause is over; None where it tells nothing."""
        word = self._r.words[k]
        if (
            word in v.FUNCTION["at_a_time"]
            and all("،" in gap for gap in self._r.gap[k : k + 2])
            and k + 1 in self._cues
        ):
            return True  # ، الجمعة، معلنا
        if word in v.FUNCTION["reply", "noting"] or circumstance(self._r, k) or comes(self._r, k):
            return True  # ، ردا على ...، علما بأن ...
        if after := self._afterwards(k):
            return self._tells(k + after) or (after > 1 and self._says_so(k + after))
        if self._somebody_else(k) or self._another_topic(k) or self._topic_first(k):
            return True
        if word in v.FUNCTION["when"] and self._tells_then(k):
            return True
        seems = word in v.FUNCTION["meanwhile"] and k + 2 < self._r.size and self._r.words[k + 1] in v.FUNCTION["seems"]
        if seems and word[0] != "و" and not self._r.stop[k + 2]:
            return True  # ، فيما بدا هجوما على ...، but ، فيما يبدو، ...
        if self._while(k):
            return self._tells(k + 2) or self._tells(k + 3)
        if word in v.FUNCTION["likewise"] and k + 2 < self._r.size and self._r.words[k + 2] in v.WORDS["honours"]:
            return True  # ، كما قدم سموه شكره
        where = word in v.FUNCTION["where"] and self._tells(k + 1, past=True)  # حيث قال
        but_he = word in v.FUNCTION["but_he"] and self._tells(k + 1, finite=True)
        but_he = but_he or (word in v.FUNCTION["so_has"] and self._tells(k + 1, past=True))  # ، فقد قال: «...»
        return True if where or but_he or self._however(k) or self._carries(k) else None

    def _and_that(self, k: int) -> bool:
        """Whether behind a sourcing phrase the clause goes on with another أن (أن البيوت قليلة بحسب فرق المسح، وأن الجمعية ...)."""
        r = self._r
        span = self._sourcing[k].source
        end = span[1] if span is not None else k
        return end < r.sentence_end[k] and r.stop[end] == COMMA and r.words[end] == "وان"

    def _said_of_it(self, k: int) -> bool:
        """Whether a relative clause tells what somebody has said of a thing (تونس، التي | قال إنها آمنة)."""
        words = self._r.words
        if k >= self._r.size or goes_on_behind(self._r, k):
            return False  # إن تونس، التي قال إنها آمنة، | تستقبل السياح
        if (
            k + 1 < self._r.size
            and k in self._cues
            and self._cues[k].verb.takes_object
            and words[k].endswith(("ه", "ها"))
        ):
            return self._tells(k, past=True)  # في القضية، التي | وصفها بيان رسمي بأنها ...
        said = k + 1 < self._r.size and words[k] in v.FUNCTION["has_said"]
        return said and words[k + 1] in v.COMES_BACK and self._tells(k, past=True)

    def first_word(self, k: int) -> int:
        """Where the words begin with which the clause is over: with what stands before `k` and belongs to it (وذلك، من، في، ولم، إلا أنه، كما)."""
        before = self._r.words[k - 1]
        if self._r.words[k] in v.FUNCTION["gloss", "comment", "topic_of"]:
            led = before in v.IN
        else:
            led = before in v.FUNCTION["that_is" if k in self._sourcing else "from"] or denied(self._r, k)
            led = led or (k in self._sourcing and before in v.FUNCTION["but"])  # ، لكن | وفقا لخبراء فإن ...
        if (adjunct := self._meantime_before(k)) > 0:
            return k - adjunct
        if before in v.FUNCTION["but"] and self._r.words[k] in v.FUNCTION["without"] and not self._r.stop[k]:
            return k - 1  # ، لكن | دون أن يحدد موعدا
        rather = before in v.FUNCTION["rather"] and self._r.words[k][0] != "و"
        return k - (
            led
            or rather
            or self._not_said(k)
            or along_with(self._r, k, self._cues)
            or self._conjunction_before(k)
            or self._likewise_before(k)
        )

    def _meantime_before(self, k: int) -> int:
        """How many words between commas before a verb say when it is said (، وفي الوقت نفسه، | أصر حداد على)."""
        words, stop = self._r.words, self._r.stop
        if stop[k] != COMMA or k not in self._cues:
            return 0
        first = next((j for j in range(k - 1, max(k - 5, 0), -1) if stop[j]), 0)
        led = first > 0 and stop[first] == COMMA and words[first].removeprefix("و") in v.FUNCTION["in", "from"]
        return k - first if led and words[first + 1] in v.FUNCTION["meantime"] else 0

    def _tells(self, k: int, *, finite: bool = False, past: bool = False) -> bool:
        """Whether a word is a cue that reports something."""
        cue = self._cues.get(k)
        if cue is None or (finite and not cue.form.finite) or (past and cue.form.part != "past"):
            return False
        return not ((finite or past) and cue.verb.soft) and self._reports(cue)

    def _tells_finite(self, k: int) -> bool:
        """Whether a word is a finite cue that reports something."""
        return self._tells(k, finite=True)

    def _is_finite(self, k: int) -> bool:
        return k in self._cues and self._cues[k].form.finite

    def _acts(self, k: int) -> bool:
        """Whether a word is a verb that tells what somebody says, not what he does besides."""
        if not self._is_finite(k) or (cue := self._cues[k]).verb.soft:
            return False
        return not cue.verb.weak or cue.verb.takes_object or self._reports(cue)  # but فيما تسجل المدينة 39 درجة

    def _verbs(self, first: int, limit: int) -> Iterator[Cue]:
        """The finite cues from a word on that report by themselves as a rule."""
        for k in self._r.noted(first, limit):
            if (cue := self._cues.get(k)) is not None and cue.form.finite and not cue.verb.soft:
                yield cue

    def _turns(self, k: int) -> bool:
        """Whether the turn passes to another speaker (من جهته، بدوره), or the writer says what is meant (في إشارة إلى)."""
        r, word, before = self._r, self._r.words[k], self._r.words[k - 1]
        if word in v.FUNCTION["turn_word"]:
            return r.stop[k] >= COMMA or k + 1 in self._cues  # but not القيام بدورهم
        if word in v.FUNCTION["turn"] and before in v.FROM:
            within = r.stop[k - 1] == 0 and k + 1 < r.size and r.words[k + 1] in v.TRUE_PREPOSITION
            return not within  # but البلدية عازمة من جهتها على ...
        if word in v.FUNCTION["topic_of"] and before in v.IN and r.stop[k - 1] == COMMA and k + 1 < r.size:
            apart = k + 2 < r.size and r.stop[k + 2] > 0 and not self._is_finite(k + 2)  # ، في سياق آخر، بمعنى القوة
            return r.words[k + 1] in v.FUNCTION["another"] and not apart  # ، في سياق آخر أعلن الوزير
        if word in v.FUNCTION["comment"] and r.stop[k - 1] != COMMA:
            return False  # تراجع في مؤشر الأرباح
        return word in v.FUNCTION["gloss", "comment"] and before in v.IN and "(" not in r.gap[k - 1]

    def _carries(self, k: int) -> bool:
        """Whether a medium carries another's words, which are not told (، ونقلت عن مصادر عدة)."""
        cue = self._cues.get(k)
        if cue is None or cue.verb.sense != "relay" or not cue.form.joined:
            return False
        return self._r.words[k + 1 : k + 2] != [] and self._r.words[k + 1] in v.FUNCTION["about"]

    def _somebody_else(self, k: int) -> bool:
        """Whether a contrast is opened with another who speaks (، إلا أن وكيل اللاعب أكد ...)."""
        r = self._r
        if r.words[k] not in v.FUNCTION["but", "likewise"] or k + 2 >= r.size:
            return False
        first = k + 1 + (r.words[k + 1] in COMPLEMENTISERS)
        if not v.heads(r.words[first]) or (r.words[k] in v.FUNCTION["likewise"] and first == k + 1):
            return False  # كما أن الوزارة نفت, but كما الوزارة
        cue = next(self._verbs(first + 1, min(first + _SUBJECT, r.sentence_end[k])), None)
        return cue is not None and noun_phrase(r, first, cue.word) == (first, cue.word) and self._reports(cue)

    def _however(self, k: int) -> bool:
        """Whether a contrast is opened with the same speaker again (، غير أنه طالب ...)."""
        words = self._r.words
        if words[k] not in v.FUNCTION["but", "with"] or k + 2 >= self._r.size:
            return False  # ، مع أنه صرح بأن
        return words[k + 1] in v.COMES_BACK and self._tells(k + 2, finite=True)

    def _conjunction_before(self, k: int) -> int:
        """How many words before a verb join it: a contrast (لكنه | قال، إلا أنه | قال) or what goes on meanwhile (بينما | قالت)."""
        words = self._r.words
        if self._r.stop[k]:
            return 0
        if words[k - 1] in v.FUNCTION["but_he"]:
            return 1
        if words[k - 1] in v.FUNCTION["meanwhile"]:
            return 1  # بينما | قالت تقارير إن
        if k > 1 and words[k - 1] in v.FUNCTION["while"] and words[k - 2] in v.IN:
            return 2  # في حين | تطالب سوريا بـ...
        contrast = k > 1 and words[k - 1] in v.COMES_BACK and words[k - 2] in v.FUNCTION["but"]
        return 2 if contrast else 0

    def _likewise_before(self, k: int) -> bool:
        """Whether كما or حيث opens what is said besides, without a comma (كما | قال إنه ...، حيث | قال الوزير إن ...)."""
        words, cue = self._r.words, self._cues.get(k)
        if cue is None or words[k - 1] not in v.FUNCTION["likewise", "where"] or cue.form.part != "past":
            return False
        if cue.verb.sense != "say" or self._r.stop[k] or k + 1 >= self._r.size:
            return False  # جاءت النتائج كما توقع أن تكون
        if words[k - 1] in v.FUNCTION["where"]:
            told = self._r.stop[k + 1] == COLON or self._r.quoted_at(k + 1) is not None
            told = told or words[k + 1] in v.FUNCTION["turn_word"]  # حيث اعترف بدوره بأن
            to_whom = words[k + 1][0] == "ل" and words[k + 1] not in v.NOT_JOINED  # حيث أكد للوزير أن
            subject = told or (
                not to_whom and noun_phrase(self._r, k + 1, min(k + _SUBJECT_BEHIND, self._r.size)) is not None
            )
            return subject and (not cue.verb.weak or (cue.verb.addresses and self._reports(cue)))
        return words[k + 1] in COMPLEMENTISERS or self._r.quoted_at(k + 1) is not None

    def _topic_first(self, k: int) -> bool:
        """Whether the writer turns to somebody else, who speaks (، أما السكان فطالبوا ...)."""
        r = self._r
        if r.words[k] not in _TOPIC_FIRST:
            return False
        limit = min(k + _TOPIC, r.sentence_end[k])
        joined = (j for j in range(k + 2, limit) if r.words[j][0] == "ف" and r.words[j] not in v.NOT_JOINED)
        return any(self._is_finite(j) or self._is_finite(j + 1) for j in joined)

    def _another_topic(self, k: int) -> bool:
        """Whether the writer turns to another topic on which somebody speaks (، وفي الشأن السوري قال ...)."""
        r = self._r
        if r.words[k] not in _TOPICS:
            return False
        verbs = self._verbs(k + 2, min(k + _TOPIC, r.sentence_end[k]))
        cue = next((c for c in verbs if c.form.part == "past" and not c.verb.weak), None)
        return cue is not None and r.words[cue.word - 1] not in v.RELATIVE and self._reports(cue)

    def _afterwards(self, k: int) -> int:
        """How many words lead up to what was said next (ثم قالت، قبل أن تضيف)."""
        words = self._r.words
        if words[k] in v.FUNCTION["then"]:
            return 1
        return 2 if words[k] in v.FUNCTION["before_that"] and words[k + 1 : k + 2] == ["ان"] else 0

    def _says_so(self, k: int) -> bool:
        """Whether the clause of a verb ends in how it is said (قبل أن | يستدرك أمام النواب قائلا: ...)."""
        r = self._r
        if k >= r.size:
            return False
        end = next((j for j in r.landmarks_from(k + 1, r.sentence_end[k]) if r.stop[j]), r.sentence_end[k])
        return any(r.words[j] in v.SAYING_SO for j in range(k + 1, min(end, k + _TOPIC)))

    def _tells_then(self, k: int) -> bool:
        """Whether behind a clause of time somebody speaks (، وعندما سئل قال: ...)."""
        cues = self._verbs(k + 1, min(k + _TOPIC, self._r.sentence_end[k]))
        told = ((cue, self._r.stop[cue.word + 1]) for cue in cues if cue.form.part == "past" and not cue.form.joined)
        return any(stop == COLON and self._reports(cue) for cue, stop in told)

    def _while(self, k: int) -> bool:
        """Whether a clause of time opens behind a comma in which somebody else may report (، في حين دعت ...)."""
        r = self._r
        opens = r.stop[k] == COMMA and r.words[k] in v.IN
        return opens and k + 1 < r.size and r.words[k + 1] in v.FUNCTION["while"]

    def _not_said(self, k: int) -> int:
        """How many words before a verb open what the speaker did not say (، لكنه لم | يوضح)."""
        words, cue = self._r.words, self._cues.get(k)
        if cue is None or k < 2 or not cue.form.finite or words[k - 1] not in v.FUNCTION["did_not"]:
            return 0
        if words[k - 2] not in v.FUNCTION["but_he"] or words[k] not in v.FUNCTION["detail"]:
            return 0
        behind = words[k + 1 : min(k + _TOPIC, self._r.sentence_end[k])]
        goes_on = any(word[0] == "و" and word[1:] in COMPLEMENTISERS for word in behind)
        return 0 if goes_on else 2
