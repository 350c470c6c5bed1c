"""Finding the expressions: at each word of time the readers are tried in order, and the first that reads takes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import compress
from operator import attrgetter
from typing import NamedTuple

from analysis.arabic import Span, fold
from analysis.times import amounts, dates, days, feasts, sets, spans, years
from analysis.times.structure import Expression, Scan
from analysis.times.vocabulary import SENSES, Entry, traps, vocabulary

Reader = Callable[[Scan, int], Expression | None]


def _vague(s: Scan, i: int) -> Expression | None:
    read = s.match(i, "vague")
    if (
        read
        and s.near(i)
        and i
        and s.word[i] in traps("vague", "start")
        and (
            (s.word[i - 1].endswith("ا") and not s.word[i - 1].endswith("ها"))
            or s.word[read[0]] in traps("vague", "after")
        )
    ):  # مسؤولا سابقا، سابقا لأوانه
        return None
    return Expression(i, read[0], "fixed", value=read[1]) if read else None


def _days(s: Scan, i: int) -> Expression | None:
    """يومي السبت والأحد: the plural word belongs to the first weekday."""
    if every_one := sets.weekdays(s, i):
        return every_one
    e = days.chain(s, i + 1) if s.near(i + 1) else None
    if e is None or (e.weekday is None and e.day is None):
        return None
    e.first = i
    return e


def _about(s: Scan, i: int) -> Expression | None:
    """نحو ثلاث سنوات، نحو الساعة الثالثة، قرابة العاشرة مساء."""
    j = amounts.approximators(s, i)
    if j == i or s.tag[j] is None:
        return None
    e = amounts.duration(s, i) or days.clock(s, j) or (days.part_alone(s, j) if s.has(j, "midnight") else None)
    if e is not None:
        e.first = i
    return e


def _figure(s: Scan, i: int) -> Expression | None:
    """What begins with digits; most figures in news are no times, and are left at once."""
    year = years.year if len(s.word[i]) == 4 or s.has(i + 1, "era_h") else _nothing
    mark = s.gap[i + 1].strip(" ")
    if mark == "":
        after = s.tag[i + 1]
        if after is None or not after.joins:
            return year(s, i)
        if s.has(i + 1, "times"):
            return sets.frequency(s, i)
        if after.number is not None or (after.unit is not None and after.unit[:2] != ("M", "singular")):
            return amounts.duration(s, i) or year(s, i)
        amount = amounts.duration if after.unit is not None else _nothing
        return days.clock(s, i) or dates.day_of_month(s, i) or amount(s, i) or year(s, i)
    if mark == ":":
        return days.clock(s, i) or year(s, i)
    if mark == ".":
        return (
            dates.numeric(s, i) or days.clock(s, i) or dates.day_of_month(s, i) or amounts.duration(s, i) or year(s, i)
        )
    if mark in ("/", "-", "–", "—", "\\"):
        return dates.numeric(s, i) or dates.dated(s, i) or dates.day_of_month(s, i) or year(s, i)
    if mark == ",":
        return amounts.duration(s, i)
    return (amounts.duration(s, i) if mark == ")" else None) or year(s, i)


def _nothing(_s: Scan, _i: int) -> None:
    return None


_FIGURE: tuple[Reader, ...] = (_figure,)
#: The readers in the order in which they are tried, with the senses and roles that call them.
READERS: tuple[tuple[frozenset[str], Reader], ...] = (
    (frozenset({"recurrence"}), sets.recurrence),
    (frozenset({"times", "number"}), sets.frequency),
    (frozenset({"deictic", "weekday", "part", "day"}), days.chain),
    (frozenset({"part", "day"}), feasts.part),
    (frozenset({"every"}), sets.every),
    (frozenset({"before", "after", "since"}), amounts.offset),
    (frozenset({"this", "that"}), spans.demonstrative),
    (frozenset({"digits"}), _figure),
    (frozenset({"ordinal"}), feasts.nth),
    (frozenset({"ordinal", "hour"}), days.clock),
    (frozenset({"ordinal", "number"}), dates.day_of_month),
    (frozenset({"days"}), _days),
    (frozenset({"month", "moon", "months"}), dates.month),
    (frozenset({"years", "year"}), years.year),
    (frozenset({"edge"}), spans.edge),
    (frozenset({"vague"}), _vague),
    (frozenset({"half", "quarter"}), spans.share),
    (frozenset({"decade"}), spans.decade),
    (frozenset({"season"}), spans.season),
    (frozenset({"century"}), spans.century),
    (frozenset({"unit"}), spans.one_of),
    (frozenset({"unit"}), spans.relative),
    (frozenset({"part", "adverb", "midnight"}), days.part_alone),
    (frozenset({"number", "fraction", "many", "unit"}), amounts.duration),
    (frozenset({"approximator"}), _about),
)
_UNIT_WORDS = {"D": "day", "M": "moon", "Y": "year", "CE": "century", "TH": "hour"}
_SENSES = frozenset().union(*(senses for senses, _ in READERS))
_NUMERAL = frozenset({"number", "ordinal", "fraction", "many"})
_COUNTING = _NUMERAL | {"approximator"}
_LEADING = _COUNTING | {"edge"}
_POINTING = frozenset({"before", "after", "since", "this", "that"})
_ARTICLED = frozenset(
    (unit, "singular") for unit in ("D", "W", "M", "Y", "DE", "CE")
)  # العام, and a word that places it
#: What can stand after a number, قبل or هذا that belongs to a time: senses and roles.
_JOINS = _NUMERAL | {"unit", "month", "part", "adverb", "season", "modifier", "approximator"}
_JOINS_ROLES = frozenset(
    {"of", "to", "and", "the", "times", "days", "other", "half", "quarter", "third", "zone", "utc", "utc_letters",
     "local_time", "era_g", "era_h", "of_it"}
)  # fmt: skip


@cache
def _set_readers() -> None:
    """Tell every entry of the vocabulary which readers begin at it, once."""
    for entry in vocabulary().values():
        entry.readers = _readers(entry)
        senses = {sense for sense in SENSES if sense not in ("role", "tense") and getattr(entry, sense) is not None}
        begins, called = senses & _SENSES, entry.roles & _SENSES
        joins = senses | {what for _, what, _ in entry.phrases}
        entry.joins = not _JOINS.isdisjoint(joins) or not _JOINS_ROLES.isdisjoint(entry.roles)
        articled = begins == {"unit"} and entry.unit[:2] in _ARTICLED and entry.article
        before_day = begins == {"part"} and not entry.article and entry.adverb is None
        if not begins or (not called and (begins <= _LEADING or articled or before_day)):
            entry.strict = not begins and not called
            entry.counts = begins <= _COUNTING if begins else called <= _POINTING
            entry.heads = frozenset(rest[0] for rest, _, _ in entry.phrases)


def _readers(entry: Entry) -> tuple[Reader, ...]:
    senses = set(entry.roles) | {what for _, what, _ in entry.phrases if what != "adverb"}
    senses |= {sense for sense in _SENSES & set(Entry.__slots__) if getattr(entry, sense) is not None}
    if entry.unit is not None and entry.unit[1] == "singular":
        senses.add(_UNIT_WORDS.get(entry.unit[0], "unit"))
    if "digits" in senses:
        return _FIGURE
    return tuple(reader for wanted, reader in READERS if wanted & senses)


class Reading(NamedTuple):
    """A text read once: as written, its words with their senses, its expressions."""

    text: str
    scan: Scan
    expressions: list[Expression]

    def span(self, e: Expression) -> Span:
        """Span of an expression in the text as written."""
        return self.scan.folded.span(e.start, e.end)


def read(text: str) -> Reading:
    """Fold a text and find its expressions."""
    scan = Scan(fold(text))
    return Reading(text, scan, find_expressions(scan))


def find_expressions(s: Scan) -> list[Expression]:
    """All time expressions of a scanned text, in order and disjoint, with their offsets in the folded text."""
    found: list[Expression] = []
    done = 0
    _set_readers()
    tags = s.tag
    for i, tag in _beginnings(tags):
        if i < done:
            continue
        heads = tag.heads
        if heads is not None:
            after = tags[i + 1]
            if (tag.strict or after is None or (tag.counts and not after.joins)) and s.word[i + 1] not in heads:
                continue
        elif tag.readers is _FIGURE and s.gap[i + 1] == " " and len(s.word[i]) != 4:
            after = tags[i + 1]
            if after is None or not after.joins:  # 50 في المائة: most figures
                continue
        for reader in tag.readers:
            e = reader(s, i)
            if e is not None:
                done = e.last
                if not _is_event_name(s, e):
                    if found:
                        _share_year(s, found[-1], e)
                    head = tags[e.first]
                    e.start = s.offset(e.first) + (head.skip if head is not None else 0) - _opened(s, e)
                    e.end = s.offset(e.last - 1) + len(s.word[e.last - 1]) + e.bracket
                    found.append(e)
                break
    return found


def _beginnings(tags: Sequence[Entry | None]) -> Iterator[tuple[int, Entry]]:
    """The words at which an expression may begin, with their numbers; most words are none, so no loop looks at them."""
    known = list(compress(range(len(tags)), tags))
    entries: list[Entry] = list(compress(tags, tags))  # type: ignore[arg-type]
    return compress(zip(known, entries, strict=True), map(attrgetter("readers"), entries))


def _opened(s: Scan, e: Expression) -> bool:
    """True if the first figure stands in brackets: (24) ساعة."""
    closes = e.type == "DURATION" and s.mark(e.first + 1)[:1] == ")"
    return closes and e.last > e.first + 1 and s.gap[e.first][-1:] == "("


def _share_year(s: Scan, a: Expression, b: Expression) -> None:
    """Give the first end of a range the year of the second: من 14 يونيو إلى 15 يوليو 2018، من 5 مايو حتى 9 يونيو المقبل."""
    if (
        (b.year is None and b.side is None and b.base is None)
        or a.year is not None
        or not a.month
        or not b.month
        or a.side
        or a.base
        or a.calendar != b.calendar
    ):
        return
    to = b.first - a.last
    ranged = (s.has(a.last, "to") and (to == 1 or (to == 2 and s.has(a.last + 1, "utmost")))) or (
        not to and s.mark(b.first) in ("-", "–")
    )
    if ranged and a.month <= b.month and b.use is None:
        a.year, a.until = b.year, b if b.year is None else None


def _is_event_name(s: Scan, e: Expression) -> bool:
    """True for ثورة 25 يناير، حزب 14 آذار: a name made of a day and a month, or of a month."""
    return (
        e.kind == "date"
        and e.month is not None
        and e.year is None
        and e.side is None
        and e.weekday is None
        and e.first > 0
        and s.near(e.first)
        and s.bare(e.first - 1) in traps("date", "before")
    )
