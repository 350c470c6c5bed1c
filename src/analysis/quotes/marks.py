"""Quotation marks: which open, which close, and which belong together.

Arabic papers mix families («» “” "" '' //) in one text, type them in reverse and leave them open, so a mark is
judged by what stands around it first and by its code point only where that leaves doubt.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from analysis.quotes.formulas import praises
from analysis.quotes.verbs import forms
from analysis.quotes.vocabulary import FUNCTION
from analysis.splitting import first_beyond, places

_SINGLE: Final = "\"«»“”„‟″‘’'‹›{}"
#: Scripture stands in brackets behind a colon, or behind the praise of God; some write speech so, right behind its verb.
_PRAISE: Final = {praise.words[-1] for entries in praises().values() for praise in entries}
_SPOKEN: Final = "|".join(rf"(?<=\b{w} \()|(?<=\b[وف]{w} \()" for w in sorted({*_PRAISE, *FUNCTION["before_bracket"]}))
_LED: Final = rf"(?<=:\()|(?<=: \()|{_SPOKEN}"
_BRACKET: Final = re.compile(rf"\((?!\()(?:{_LED})")
_MARK: Final = re.compile(rf"[{_SINGLE}]|(?<![:/])//(?!/)|\(\(|\)\)|{_BRACKET.pattern}|\)")
_FAMILY: Final = {
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys('“”„‟″"', "double"),
    **dict.fromkeys("‘’'", "single"),
    **dict.fromkeys("‹›", "angle"),
    "//": "slash",
    "((": "round",
    "))": "round",
    **dict.fromkeys("{}", "brace"),
    **dict.fromkeys("()", "bracket"),
}
_OPENS: Final = frozenset("«“„‹‘{(") | {"(("}
_CLOSES: Final = frozenset("»”″›})") | {"))"}
#: Marks that close a quoted name or what was said.
CLOSING: Final = frozenset('»”"')
#: Marks of these families close their own kind alone.
_APART: Final = frozenset(("single", "brace", "bracket"))
#: Marks that end a sentence.
_ENDS: Final = frozenset(".؟?!")
_SPACE: Final = frozenset(" \n\r\t\v\f\u2028\u2029\x85")
_BEFORE_OPENING: Final = frozenset(":([-–—،,./…_") | _SPACE
_AFTER_CLOSING: Final = frozenset("،,.؛;:؟?!)]-–—…") | _SPACE
#: Nobody's words begin with a space or with these.
_NOT_OPENED: Final = frozenset("،,؛;:؟?!)]") | _SPACE
#: Letters that are written joined to a quoted name: وبـ"الاستحقاق".
_CLITIC: Final = frozenset("وفبلكـ")
_DEEPEST: Final = 4
#: What leads up to a quotation is no longer, in characters.
_LEAD: Final = 80
#: A verb and its subject before a mark have no more characters.
_VERB: Final = 60
_CLAUSE_END: Final = re.compile("[.،,؛\n]")
#: A colon stands so few characters behind the verb and the word that follows it, where the writer turns to a quotation.
_TURN: Final = 24
_FIRST_WORD: Final = re.compile(r"[ \t]*(\w+)")
#: A sentence that begins with و, and the word behind.
_AND_VERB: Final = re.compile(r"[.؟!]\s+(و\w+)\s+(\w+)")
_LINE_BREAKS: Final = "\n\r\v\f\u2028\u2029\x85"
_LINE_BREAK: Final = re.compile(f"[{_LINE_BREAKS}]")


@cache
def _turns() -> re.Pattern[str]:
    """A sentence in which the writer turns to somebody else (إلى ذلك، شهد ...، من جهته قال ...) or tells what somebody felt
    (أبدى حداد سعادته)."""
    turn = "|".join(sorted(FUNCTION["turn"] | FUNCTION["side"]))
    felt = (w for w, f in forms().items() if f.part == "past" and f.verb.soft and "clause" in f.verb.takes)
    words = "|".join(sorted({*FUNCTION["turn_word"], *felt}))
    return re.compile(rf"\. (?:الي ذلك|و?من (?:{turn})|{words})(?!\w)")


@cache
def _told() -> frozenset[str]:
    """The verbs with which the writer reports again (وقالت)."""
    return frozenset(
        word
        for word, form in forms().items()
        if form.joined and form.part == "past" and form.verb.sense == "say"
        if form.verb.continues or not form.verb.weak
    )


def _reports(text: str, start: int, end: int) -> bool:
    """Whether a paragraph begins between two offsets in which the writer reports again (وقالت الشرطة إن ...)."""
    return any(_first_word(text, line + 1, end) in _told() for line in places(text, "\n", start, end))


def _over(text: str, start: int, end: int, paired: bool = False) -> int:
    """Where, between two marks, the writer reports again, so that the closing mark of what was said before is missing; `end` if nowhere.

    Scripture may be cited, and somebody may tell what he was told (وقال تعالى، وقال لي): between marks that open and close
    (`paired`) only a verb with a colon soon behind it counts.
    """
    for sentence in _AND_VERB.finditer(text, start, end):
        verb, behind = sentence.groups()
        ours = verb.endswith(("نا", "ني"))  # وأكدنا
        if paired and ":" not in text[sentence.end() : min(sentence.end() + _TURN, end)].partition(".")[0]:
            continue
        if verb in _told() and not ours and behind not in praises() and behind not in FUNCTION["to_whom"]:
            return sentence.start() + 1
    return end


def _first_word(text: str, start: int, end: int) -> str:
    """The word behind blanks at an offset, or nothing."""
    found = _FIRST_WORD.match(text, start, end)
    return found[1] if found is not None else ""


@cache
def _leads() -> re.Pattern[str]:
    """A sentence in which the writer leads up to the next quotation (. وتابعت الوزيرة "...), or a verb right before it (، وأضاف "...)."""
    told = "|".join(sorted(_told()))
    return re.compile(rf"(?:\. (?:{told})(?!\w)[^.\n]{{0,{_LEAD}}}|[،,] (?:{told}):? ?)\Z")


class Quoted(NamedTuple):
    """What stands between two marks: offsets of the inside, and how it is marked.

    Attributes
    ----------
    start, end : int
        The inside, marks left out.
    open_at, close_at : int
        Where the opening mark begins and where the closing mark ends (`end` where it is missing).
    depth : int
        0 for the outermost.
    closed : bool
        Whether there is a closing mark.
    """

    start: int
    end: int
    open_at: int
    close_at: int
    depth: int
    closed: bool


class _Mark:
    """Where a mark stands, its family, and its role: ``open``, ``close`` or ``either``."""

    def __init__(self, at: int, end: int, family: str, role: str) -> None:
        self.at = at
        self.end = end
        self.family = family
        self.role = role


def find_quoted(text: str) -> list[Quoted]:
    """Pair the quotation marks of a text.

    A mark left open ends with its paragraph, unless the next one opens with a mark again or the next
    mark closes it: then the paragraphs are one quotation.

    Parameters
    ----------
    text : str
        A folded text.

    Returns
    -------
    list of Quoted
        Sorted by start.

    Examples
    --------
    >>> text = 'قال: "نعم"، وسمّاه »الشاهد«'
    >>> [text[q.start : q.end] for q in find_quoted(text)]
    ['نعم', 'الشاهد']
    """
    marks = [
        _Mark(start, end, _FAMILY[text[start:end]], role)
        for start, end in _marks(text)
        if (role := _role(text[max(start - 2, 0) : start], text[start:end], text[end : end + 2]))
    ]
    if not marks:
        return []
    lines = sorted(at + 1 for char in _LINE_BREAKS if char in text for at in places(text, char))
    found: list[Quoted] = []
    stack: list[_Mark] = []
    line = 0  # the paragraph up to which the open quotation is known to run
    even: dict[int, bool] = {}  # whether a paragraph has as many marks as it takes to close them all
    for i, mark in enumerate(marks):
        here = first_beyond(lines, mark.at)
        closing = mark.role == "close" or (mark.role == "either" and here > 0 and _unfinished(text, lines[here - 1]))
        closes = stack != [] and closing and stack[0].family == mark.family
        if stack and here != line and not (closes and not _reports(text, stack[0].end, mark.at)):
            if _continues(text, stack, mark, lines[here - 1]):
                line = here
                continue
            stack = _leave_open(text, stack, found)
        line = here
        if mark.role == "close" or (mark.role == "either" and any(s.family == mark.family for s in stack)):
            opener = _opener(stack, mark)
            if opener is None:
                if mark.role == "close" and mark.family != "bracket" and _reversed(text, marks, i):
                    stack.append(mark)
                continue
            del stack[opener + 1 :]
            begin = stack.pop()
            paired = text[begin.at] in _OPENS and text[mark.at] in _CLOSES
            if not paired and here not in even:
                bounds = (lines[here - 1] if here else 0, lines[here] if here < len(lines) else len(text))
                even[here] = text.count(text[mark.at], *bounds) % 2 == 0
            paired = paired or even[here]
            over = mark.at if stack else _over(text, begin.end, mark.at, paired)
            if over < mark.at:  # "... بالتعاون. وأضاف الوزير: ..."
                found.append(Quoted(begin.end, over, begin.at, over, 0, False))
            elif text[begin.end : mark.at].strip():
                found.append(Quoted(begin.end, mark.at, begin.at, mark.end, len(stack), True))
        elif stack and stack[-1].family == mark.family and not _closes_twice(marks, i):
            if len(stack) == 1 and text[mark.at - 2 : mark.at] == ". ":
                continue  # "... الفحص. | "وعندئذ ...": each paragraph opened with a mark, and the breaks are lost
            stray = stack[-1]
            lead = _leads().search(text, stray.end, mark.at)  # "... لتر من الزيت. وتابعت الوزيرة | "نحن ...
            said = lead is not None and (lead[0][0] == "." or _told_right_before(text, stray.at))
            if lead is not None and said and text[stray.end : lead.start()].strip():
                found.append(Quoted(stray.end, lead.start(), stray.at, lead.start(), len(stack) - 1, False))
            stack[-1] = mark
        elif len(stack) < _DEEPEST:
            stack.append(mark)
    _leave_open(text, stack, found)
    return sorted(found)


def _told_right_before(text: str, at: int) -> bool:
    """Whether a verb of saying, and at most its subject, stand before a mark (وأضاف حداد "..., not وأوضح لـ"المرفأ")."""
    words = _CLAUSE_END.split(text[max(at - _VERB, 0) : at])[-1].rstrip(" :").split()
    return bool(words) and words[0] in _told() and words[-1].rstrip("ـ") not in ("ل", "ب")


def _unfinished(text: str, line: int) -> bool:
    """Whether the line before an offset ends with a comma: what was said goes on."""
    return text[max(line - 3, 0) : line].strip()[-1:] in ("،", ",")


def _marks(text: str) -> list[tuple[int, int]]:
    """The offsets of all marks, in order."""
    brackets = places(text, "(")
    if ("/" in text and "//" in text) or any(
        text[at + 1 : at + 2] == "(" or _BRACKET.match(text, at) for at in brackets
    ):
        return [m.span() for m in _MARK.finditer(text)]
    return [(at, at + 1) for at in sorted([at for char in _SINGLE if char in text for at in places(text, char)])]


@lru_cache(maxsize=2**14)
def _role(left: str, char: str, right: str) -> str:
    """What a mark is by the two characters before and behind it; nothing where it is none (an apostrophe, inches)."""
    before, after = left[-1:] or "\n", right[:1] or "\n"
    family = _FAMILY[char]
    if family in ("brace", "bracket"):
        return "open" if char in _OPENS else "close"
    if family == "single" and before.isalnum() and after.isalnum():
        return ""
    if char == '"' and before.isdigit() and not _after_ends(after):
        return ""
    if before == ":" or left == ": " or (before in _CLITIC and left[:-1] in _SPACE and char in _OPENS):
        return "open"  # قال: «، قال لـ« المرفأ »
    if before in _SPACE and after in _SPACE and before != "\n":
        return "either"
    ends = after in _NOT_OPENED or (after == "." and right[1:] != ".")
    can_open = (before in _BEFORE_OPENING or before in _CLITIC or before in _FAMILY) and not ends
    can_close = before not in _SPACE and (_after_ends(after) or after in _FAMILY)
    if can_open and before in _CLITIC and can_close:
        can_open = False
    if can_open and before in _ENDS and left[-2:-1] != before and char not in _OPENS:
        return "either"  # الأمر خطير.»وتابع
    if can_open != can_close:
        return "open" if can_open else "close"
    return "open" if char in _OPENS else "close" if char in _CLOSES else "either"


def _after_ends(after: str) -> bool:
    return after in _AFTER_CLOSING


def _opener(stack: list[_Mark], mark: _Mark) -> int | None:
    """Index in the stack of the mark that this one closes: its own family first, then any."""
    for i in range(len(stack) - 1, -1, -1):
        if stack[i].family == mark.family:
            return i
    return len(stack) - 1 if stack and _APART.isdisjoint((stack[-1].family, mark.family)) else None


def _closes_twice(marks: list[_Mark], i: int) -> bool:
    """Whether two closing marks of the family follow before another opens: then this one is nested."""
    following = [mark.role for mark in marks[i + 1 : i + 4] if mark.family == marks[i].family]
    return len(following) >= 2 and "open" not in following[:2]


def _reversed(text: str, marks: list[_Mark], i: int) -> bool:
    """Whether a closing mark opens, typed in reverse or without its space: the next one closes."""
    glued = text[marks[i].at] == '"' and text[marks[i].end : marks[i].end + 1] == " "  # بأنه" لا يمكن ..."
    if not (glued or text[marks[i].at - 1 : marks[i].at].isspace()) or i + 1 == len(marks):
        return False
    following = marks[i + 1]
    return (following.family, following.role) == (marks[i].family, "close") and not _LINE_BREAK.search(
        text, marks[i].end, following.at
    )


def _continues(text: str, stack: list[_Mark], mark: _Mark, line_start: int) -> bool:
    """Whether an opening mark at a paragraph's start carries the quotation of the one before on."""
    return mark.role == "open" and stack[0].family == mark.family and not text[line_start : mark.at].strip()


def _leave_open(text: str, stack: list[_Mark], found: list[Quoted]) -> list[_Mark]:
    for depth, mark in enumerate(stack[:1]):
        line = _LINE_BREAK.search(text, mark.end)
        end = line.start() if line else len(text)
        if (turn := _turns().search(text, mark.end, end)) is not None:
            end = turn.start() + 1
        end = _over(text, mark.end, end)
        if text[mark.end : end].strip():
            found.append(Quoted(mark.end, end, mark.at, end, depth, False))
    return []
