"""Days and hours: أمس الأربعاء، يوم غد الجمعة، مساء أمس الأول، الساعة الثالثة عصرا بتوقيت غرينتش."""

from __future__ import annotations

from analysis.times import hours
from analysis.times.dates import day_of_month, month, numeric, short
from analysis.times.structure import LAST, Expression, Scan
from analysis.times.vocabulary import traps
from analysis.times.years import year

_AROUND = frozenset((("(", ")"), ("[", "]"), ("«", "»"), ('"', '"'), ("“", "”")))
_OPENING = "«\"“”'‘„(["
_CLOSING = "»\"“”'’)]"


def chain(s: Scan, i: int, hours_too: bool = True) -> Expression | None:
    """A day by weekday, by its distance from today or by date, with its part of the day and its hour."""
    e = Expression(i, i, "date")
    j, core, day_word = i, False, False
    while True:
        tag = s.tag[j]
        if core and e.shift is not None and e.weekday is None and _weekday_in_brackets(s, j):
            e.weekday, e.bracket = tag.weekday, True  # type: ignore[union-attr]
            j += 1
            break
        if tag is None or (
            j > i and not s.near(j) and not (core and (_comma_date(s, j, e) or _night_between(s, j, e)))
        ):
            break
        step = _core(s, j, e, day_word)
        if step is not None:
            j, core = step, True
            continue
        if (
            not core
            and not day_word
            and tag.unit is not None
            and tag.unit[:2] == ("D", "singular")
            and not tag.article
            and s.word[j][-1] != "ا"
        ):
            if tag.clitic and j > i:
                break
            j, day_word = j + 1, True
            if tag.part is not None and e.part is None:  # ليلة الجمعة
                e.part, e.half = tag.part
            continue
        if not core and e.part is None and (part := s.match(j, "part")):
            j, (e.part, e.half) = part
            continue
        if not core and j > i and "the" in tag.roles and s.near(j + 1) and s.digits(j + 1, 2):
            j, day_word = j + 1, True  # ليلة الـ27 من رمضان، يوم الـ26 من فبراير
            continue
        if e.part == "TNI" and e.weekday is not None and (night := _second_day(s, j, e.weekday)):
            j = night
            continue
        if core and (step := _after_core(s, j, e, hours_too)):
            j = step
            continue
        break
    if not core:
        return None
    e.last = j
    if e.weekday is not None and e.side is None and e.shift is None and e.day is None and e.base is None:
        e.side = _shared_side(s, j)
    if e.part is not None or e.hour is not None:
        e.type = "TIME"
    elif e.weekday is not None and e.last == j and _weekly(s, i, e):
        return Expression(i, j, "fixed", "SET", f"XXXX-WXX-{e.weekday}")
    if e.shift is None and e.day is None and not day_word and e.part is None and _is_name(s, i, j, e):
        return None
    return e


def _weekly(s: Scan, i: int, e: Expression) -> bool:
    """True for a bare weekday in a timetable: يستقبل المراجعين من الأحد إلى الخميس."""
    return e.side is None and e.shift is None and e.day is None and e.base is None and hours.habitual(s, i)


def _core(s: Scan, j: int, e: Expression, day_word: bool) -> int | None:
    """A word that says which day it is: a deictic, a weekday or a date."""
    tag = s.tag[j]
    assert tag is not None
    if (
        e.part is not None
        and e.first < j
        and tag.unit is not None
        and tag.unit[:2] == ("D", "singular")
        and tag.article
    ):
        same = s.match(j + 1, "modifier") if s.near(j + 1) else None
        if same is not None and same[1] == "same":  # مساء اليوم نفسه
            e.unit, e.side = "D", "same"
            return same[0]
    if e.shift is None and e.day is None and (read := s.match(j, "deictic")):
        last, (shift, part) = read
        if _today_is_no_time(s, j, last, shift, day_word):
            return None
        e.shift = shift
        if part is not None:
            e.part = part
        return int(last)
    if e.weekday is None and e.day is None:
        weekday = tag.weekday or (tag.bare_weekday if day_word else None)
        if (
            weekday
            and not (tag.clitic and j > e.first)
            and (day_word or e.part or e.shift is not None or not s.trapped(j, j + 1, "weekday"))
        ):
            e.weekday = weekday
            return j + 1
    if (
        e.day is None
        and (tag.number is not None or tag.ordinal is not None)
        and (day_word or e.weekday or e.shift is not None or e.part is not None)
    ):
        found = numeric(s, j) or day_of_month(s, j) or (short(s, j) if day_word or e.weekday else None)
        if found is not None and found.day is not None:
            e.calendar, e.year, e.month, e.day, e.base = found.calendar, found.year, found.month, found.day, found.base
            if e.weekday is None:
                e.side = found.side
            else:
                e.series = found.side
            e.bracket = found.bracket
            return found.last
    return None


def _second_day(s: Scan, j: int, weekday: int) -> int | None:
    """ليل الأحد الاثنين، ليلة السبت إلى الأحد: where the second day of a night ends."""
    k = j + 1 if s.has(j, "to") and s.near(j + 1) else j
    tag = s.tag[k]
    return k + 1 if tag is not None and tag.weekday == weekday % 7 + 1 and not tag.clitic else None


def _comma_date(s: Scan, j: int, e: Expression) -> bool:
    return s.mark(j) in ("،", ",") and e.weekday is not None and e.day is None and (s.digits(j) is not None)


def _shared_side(s: Scan, j: int) -> str | None:
    """السبت والأحد الماضيين: the modifier of the second weekday in the dual is that of the first."""
    second = s.tag[j]
    if second is None or second.weekday is None or second.clitic != "و" or not s.near(j) or not s.near(j + 1):
        return None
    side = s.match(j + 1, "modifier")
    return side[1] if side is not None and s.word[j + 1].endswith("ين") and side[1] != "much" else None


def _night_between(s: Scan, j: int, e: Expression) -> bool:
    """ليل الأحد/الاثنين, ليل الأحد - الاثنين: one night."""
    return e.part == "TNI" and e.weekday is not None and s.mark(j) in ("/", "-", "–")


def _weekday_in_brackets(s: Scan, j: int) -> bool:
    """مساء اليوم (السبت)، اليوم «الأحد»."""
    tag = s.tag[j]
    return tag is not None and tag.weekday is not None and (s.mark(j), s.mark(j + 1)[:1]) in _AROUND


def _after_core(s: Scan, j: int, e: Expression, hours_too: bool) -> int | None:
    """What may follow a day: المقبل، مساء، من الأسبوع الماضي، الساعة التاسعة."""
    if e.weekday is not None and e.side is None and e.shift is None and (last := _nth_of_month(s, j, e)):
        return last
    if (
        e.weekday is not None
        and e.side is None
        and e.shift is None
        and (side := s.match(j, "modifier"))
        and side[1] != "much"
    ):
        e.side = side[1]
        return int(side[0])
    if e.part is None and (adverb := s.match(j, "adverb")):
        e.part, e.half = adverb[1]
        return int(adverb[0])
    k = j + 1 if s.has(j, "at") and s.near(j + 1) else j
    k = k + 1 if k > j and s.has(k, "at") and s.near(k + 1) else k
    if (
        hours_too
        and e.hour is None
        and (hour := clock(s, k)) is not None
        and hour.shift is None
        and hour.weekday is None
        and hour.day is None
    ):
        e.hour, e.minute, e.part, e.half = hour.hour, hour.minute, hour.part or e.part, hour.half or e.half
        return hour.last
    if (
        s.has(j, "of")
        and e.shift == 0
        and e.base is None
        and s.near(j + 1)
        and (of_year := _year(s, j + 1)) is not None
    ):
        e.base, e.shift = of_year, None  # في مثل هذا اليوم من عام 1990
        return of_year.last
    if s.has(j, "of") and e.weekday is not None and e.base is None and s.near(j + 1):
        k = j + 2 if s.has(j + 1, "this") and s.near(j + 2) else j + 1
        unit = s.tag[k]
        if unit is not None and unit.unit is not None and unit.unit[:2] == ("W", "singular") and unit.article:
            side = s.match(k + 1, "modifier") if s.near(k + 1) else None
            if side is not None and side[1] != "much":
                e.base = Expression(k, side[0], "unit", unit="W", side=side[1])
                return int(side[0])
            if k > j + 1:
                e.base = Expression(k, k + 1, "unit", unit="W", side="this")
                return k + 1
    return None


def _nth_of_month(s: Scan, j: int, e: Expression) -> int | None:
    """الجمعة الأخيرة من رمضان، الأحد الأول من مايو المقبل: adds the month to a weekday and says where it ends."""
    k, number = (j + 1, LAST) if s.has(j, "last") else s.match(j, "ordinal") or (j, 0)
    if not number or number > 5 or not s.has(k, "of") or not s.near(k) or not s.near(k + 1) or s.tag[k + 1] is None:
        return None
    of_month = month(s, k + 1, supported=True)
    if of_month is None:
        unit = s.tag[k + 1]
        side = s.match(k + 2, "modifier") if s.near(k + 2) else None
        if unit.unit is None or unit.unit[:2] != ("M", "singular") or side is None or side[1] == "much":  # type: ignore[union-attr]
            return None
        of_month = Expression(k + 1, side[0], "unit", unit="M", side=side[1])
    if of_month.type == "SET":  # الخميس الأخير من أكتوبر من كل عام
        e.kind, e.type, e.value = "fixed", "SET", f"XXXX-{of_month.month:02d}"
    e.base, e.count = of_month, number
    return of_month.last


def _year(s: Scan, i: int) -> Expression | None:
    """عام 1990، العام الماضي."""
    tag = s.tag[i]
    if tag is None or tag.unit is None or tag.unit[:2] != ("Y", "singular"):
        return None
    side = s.match(i + 1, "modifier") if tag.article and s.near(i + 1) else None
    if side is not None and side[1] in ("past", "beforelast"):
        return Expression(i, side[0], "unit", unit="Y", side=side[1])
    return year(s, i, supported=True)


def _today_is_no_time(s: Scan, j: int, last: int, shift: int, day_word: bool) -> bool:
    """True for صحيفة «اليوم»، اليوم الوطني، في اليوم (a day, any day), في أمس الحاجة."""
    if day_word or shift not in (0, -1):
        return False
    after = s.tag[last] if s.near(last) else None
    if after is not None and after.weekday:
        return False
    if s.trapped(j, last, "today"):
        return True
    if shift == -1 or last > j + 1:
        return False
    opening, closing = s.gap[j].rstrip()[-1:], s.gap[last].lstrip()[:1]
    if opening and closing and opening in _OPENING and closing in _CLOSING:
        return True
    if s.near(j) and j and s.word[j - 1] in traps("a_day", "before"):
        return True
    word = s.tag[j]
    return word is not None and "ل" in word.clitic and after is not None and s.match(last, "ordinal") is not None


def _is_name(s: Scan, i: int, j: int, e: Expression) -> bool:
    """True if a bare weekday is a family name, after a given name (عبدالله الخميس) or once it has been one."""
    if e.side is not None or e.base is not None or e.weekday is None or e.hour is not None:
        return False
    if e.weekday in s.surnames:
        return True
    if i == 0 or not s.near(i) or s.tag[i].clitic:  # type: ignore[union-attr]
        return False
    name = s.word[i - 1]
    if name.removeprefix("و") not in traps("name", "before") and not name.startswith(("عبد", "وعبد")):
        return False
    if i > 1 and s.near(i - 1) and s.word[i - 2] in traps("crown", "before"):  # الملك سلمان الخميس is a day
        return False
    s.surnames.add(e.weekday)
    return True


def clock(s: Scan, i: int, ranged: bool = False) -> Expression | None:
    """An hour of the day: الساعة 3 مساء، الثالثة عصرا، 15:00 بتوقيت غرينتش; the first of a span has the day of the second."""
    tag = s.tag[i]
    if tag is None:
        return None
    j, named = i, False
    if tag.unit is not None and tag.unit[:2] == ("TH", "singular") and tag.article and s.near(i + 1):
        j, named = i + 1, True
    read = hours.hour(s, j)
    if read is None:
        return None
    last, hour, minute, figure = read
    e = Expression(i, last, "date", "TIME", hour=hour, minute=minute)
    strong = named or (figure and s.before(i, "sharp"))
    k = last + 1 if s.has(last, "of") and s.near(last) and s.near(last + 1) else last
    if s.near(last) and (adverb := s.match(k, "adverb") or s.match(k, "part")):
        e.last, (e.part, e.half) = adverb
        strong = True
        if s.near(e.last) and not _joined(s, e.last) and (day := chain(s, e.last, hours_too=False)):
            _take_day(e, day)
    elif s.near(last) and (named or k > last) and (day := chain(s, k, hours_too=False)) and (day.part or named):
        _take_day(e, day)
        strong = True
    strong = strong or (figure and s.near(last) and (s.has(last, "zone") or s.has(last, "utc")))
    if not strong and figure and hours.stamp(s, i):
        e.use = "stamp"
        return e
    begins = not ranged and (s.has(e.last, "to") or s.before(i, "between")) and s.near(e.last)
    until = clock(s, e.last + (not s.has(e.last, "and") and s.has(e.last, "to")), ranged=True) if begins else None
    if until is not None and until.hour is not None:  # من الخامسة حتى السابعة مساء، بين الثامنة والعاشرة من صباح اليوم
        strong, e.use = True, "range"
        if e.half is None and until.half and until.hour % 12 > hour % 12:
            e.part, e.half = until.part, until.half
        if until.shift is not None or until.weekday is not None or until.day is not None:
            end, part, half = e.last, e.part, e.half
            _take_day(e, until)
            e.last, e.part, e.half = end, part, half
    if not strong:
        return None
    hours.zone(s, e)
    if named and e.day is None and e.shift is None and e.weekday is None and s.near(e.last):
        k = e.last + 1 if s.has(e.last, "of") else e.last
        if s.near(k) and (day := chain(s, k, hours_too=False)):
            _take_day(e, day)
    if e.shift is None and e.weekday is None and e.day is None and e.base is None:
        if hours.habitual(s, i):
            e.use = "habit"
        elif s.before(i, "to") or (s.tag[i].clitic == "و" and i > 1):  # type: ignore[union-attr]
            e.use = e.use or "range"
    return e


def _joined(s: Scan, i: int) -> bool:
    """True if a conjunction opens word `i`: حتى العاشرة مساء ويوم الجمعة."""
    tag = s.tag[i]
    return tag is not None and tag.clitic[:1] in ("و", "ف") and tag.clitic != ""


def part_alone(s: Scan, i: int) -> Expression | None:
    """A part of the day by itself: منذ الصباح، عند الظهيرة، منتصف الليل، وصل صباحا."""
    tag = s.tag[i]
    assert tag is not None
    if read := s.match(i, "adverb"):
        midnight = s.has(i, "midnight")
        once = read[0] == i + 1 and not tag.clitic and read[1][0] != "TNI" and s.tense(i) == "past"
        if midnight or (once and not hours.habitual(s, i)):
            last, (part, half) = read
            return Expression(i, last, "date", "TIME", part=part, half=half, hour=24 if midnight else None)
    if tag.part is None or not tag.article or tag.clitic or "era" in tag.roles:
        return None
    if s.before(i, "since") or (s.before(i, "upon") and s.tense(i) == "past"):
        return Expression(i, i + 1, "date", "TIME", part=tag.part[0], half=tag.part[1])
    return None


def _take_day(e: Expression, day: Expression) -> None:
    e.last, e.weekday, e.shift, e.day, e.month, e.year = day.last, day.weekday, day.shift, day.day, day.month, day.year
    e.calendar, e.side, e.series, e.base, e.unit = day.calendar, day.side, day.series, day.base, day.unit
    e.part, e.half = e.part or day.part, e.half or day.half
