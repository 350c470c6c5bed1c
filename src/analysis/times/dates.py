"""Calendar dates: months in every naming system, numeric dates, days by ordinal, years and lists of years."""

from __future__ import annotations

from analysis.times.structure import Expression, Scan
from analysis.times.vocabulary import traps
from analysis.times.years import HIJRI_YEARS, year_figure

_TWIN_MARKS = frozenset(("/", "-", "–", "(", "\\", "|", "،", "/ ", "["))
_LONGEST_LIST = 8  # years or days that one preposition or month governs


def month_name(s: Scan, i: int) -> tuple[int, str, int, str, bool] | None:
    """Read a month at word `i`: end, calendar, number, how sure the word is, whether a bracket was opened.

    A second name of the same month after a slash or in brackets belongs to it: شباط/ فبراير.
    """
    read = s.match(i, "month")
    if read is None:
        return None
    j, (calendar, number, sure) = read
    bracket = False
    if s.mark(j) in _TWIN_MARKS or (s.near(j) and s.match(j, "month")):
        twin = s.match(j, "month")
        if twin is not None and twin[1][:2] == (calendar, number) and s.word[i] != s.word[j]:
            bracket = s.mark(j) in ("(", "[")
            third = s.match(twin[0], "month") if not bracket and s.mark(twin[0]) in ("(", "[") else None
            if third is not None and third[1][:2] == (calendar, number):  # كانون الثاني يناير (كانون الثاني)
                return third[0], calendar, number, "yes", True
            return twin[0], calendar, number, "yes", bracket
    return j, calendar, number, sure, bracket


def _closed(s: Scan, j: int, bracket: bool) -> bool:
    """True if word `j` goes on with a date before it, over the bracket that a twin name opened."""
    if bracket:
        return s.mark(j) in (")", "]", "),")
    return s.near(j)


def complete(s: Scan, e: Expression) -> Expression:
    """Add to a date that names a month what follows: its year, or which one of its series it is."""
    j = e.last
    if not _closed(s, j, e.bracket) and s.mark(j) not in ("/", "-", "،", ","):
        return e
    k = j
    if s.has(k, "of") and s.near(k + 1):
        k += 1
        each = s.tag[k + 1] if s.has(k, "every") and s.near(k + 1) else None
        if each is not None and each.unit is not None and each.unit[:2] == ("Y", "singular"):  # من كل عام
            e.type, e.last = "SET", k + 2
            return e
    tag = s.tag[k]
    if tag is not None and tag.unit is not None and tag.unit[0] == "Y" and tag.unit[1] == "singular" and s.near(k + 1):
        if read := year_figure(s, k + 1):
            e.last, e.year, e.bracket = read[0], read[1], False
            return e
        if tag.article and (side := s.match(k + 1, "modifier")) and side[1] not in ("much",):
            e.last, e.bracket = side[0], False
            e.base = Expression(k, side[0], "unit", unit="Y", side=side[1])
            return e
    if s.has(k, "this") and s.tag[k + 1] is not None and s.near(k + 1):
        unit = s.tag[k + 1]
        if unit is not None and unit.unit is not None and unit.unit[:2] == ("Y", "singular") and unit.article:
            e.last, e.bracket = k + 2, False
            e.base = Expression(k, k + 2, "unit", unit="Y", side="this")
            return e
    comma = s.mark(j) in ("،", ",") and e.day is not None
    slash = s.mark(j) in ("/", "-") and e.day is not None and not s.word[j - 1][-1].isdecimal()
    read = year_figure(s, j) if s.near(j) or e.bracket or comma or slash else None
    if read is not None and (read[2] == e.calendar or (e.calendar == "h" and read[1] in HIJRI_YEARS)):
        e.last, e.year, e.bracket = read[0], read[1], False
        return e
    if side := s.match(j, "modifier"):
        if side[1] != "much":
            e.last, e.side, e.bracket = side[0], side[1], False
            again = year_figure(s, e.last) if s.near(e.last) else None
            if again is not None and again[2] == e.calendar:
                e.last, e.year = again[0], again[1]
        return e
    return e


def month(s: Scan, i: int, supported: bool = False) -> Expression | None:
    """A month without a day: سبتمبر/أيلول الماضي، شهر يوليو 2015م."""
    j, named = i, supported
    tag = s.tag[i]
    if tag is not None and ((tag.unit is not None and tag.unit[:2] == ("M", "singular")) or "months" in tag.roles):
        if not s.near(i + 1):
            return None
        j, named = i + 1, True
    read = month_name(s, j)
    if read is None:
        return None
    last, calendar, number, sure, bracket = read
    if s.near(last) and s.word[last] in traps("month", "after"):
        return None
    e = complete(s, Expression(i, last, "date", calendar=calendar, month=number, bracket=bracket))
    if sure == "yes" or named or e.year is not None or e.side is not None or e.base is not None:
        return e
    if sure == "no" and (
        s.before(j, "in")
        or _listed(s, i, last)
        or (tag is not None and tag.clitic[-1:] in ("ب", "ل") and calendar == "h")
    ):
        return e
    return None


def _listed(s: Scan, i: int, last: int) -> bool:
    """True if another month stands beside: يناير ومارس، مارس وأبريل."""
    tag, after = s.tag[i], s.tag[last]
    if (
        tag is not None
        and tag.clitic == "و"
        and i
        and s.near(i)
        and (before := s.tag[i - 1]) is not None
        and before.month
    ):
        return True
    return (
        after is not None
        and after.clitic == "و"
        and s.near(last)
        and after.month is not None
        and after.month[2] == "yes"
    )


def _day_number(s: Scan, i: int) -> tuple[int, int] | None:
    """A day of the month at word `i`, in digits or as an ordinal: 20، الأول، الحادي والعشرين."""
    value = s.digits(i, 2)
    if value is not None:
        ranged = s.gap[i] in ("-", "–", "—") and s.digits(i - 1, 2) is not None and s.loose(i - 1)
        return (i + 1, value) if (s.loose(i) or ranged) and 1 <= value <= 31 else None
    tag = s.tag[i]
    if tag is None:
        return None
    if (read := s.match(i, "ordinal")) and not s.word[i].endswith(("ه", "اولي")):  # a day is masculine
        j, day = read
        tens = s.tag[j]
        if tens is not None and s.near(j) and tens.clitic == "و" and tens.number in (20, 30) and day < 10:
            return j + 1, day + tens.number
        return j, day
    if tag.number is not None and tag.article and tag.number in (10, 20, 30):
        return i + 1, tag.number
    return None


def day_of_month(s: Scan, i: int, listed: int = _LONGEST_LIST) -> Expression | None:
    """20 شباط/ فبراير الجاري، الأول من أغسطس 2015م، 22 من الشهر الجاري, and the first end of 10 - 15 أغسطس."""
    read = _day_number(s, i)
    if read is None:
        return None
    j, day = read
    digits = s.digits(i) is not None
    k = j
    if s.has(k, "of") and s.near(k):
        k += 1
    joined = s.near(k) or (digits and k == j and s.mark(k) in ("-", "/", "–", "."))
    if joined and (found := _month_of_day(s, i, k, day, k > j or digits)):
        return found
    if digits and k == j and s.near(j) and (found := _of_series(s, i, j, day)):
        return found
    return _first_of_range(s, i, j, day, listed - 1) if listed else None


def _of_series(s: Scan, i: int, j: int, day: int) -> Expression | None:
    """يوم 11 الجاري، في 24 المقبل: a day of a month that is not named."""
    side = s.match(j, "modifier")
    if (
        side is None
        or side[1] not in ("this", "past", "next")
        or not s.word[j].startswith("ال")
        or s.word[j][-1] in "هن"
    ):
        return None
    before = s.tag[i - 1] if i and s.near(i) else None
    if before is None or not (before.weekday or before.roles & {"in", "dated"} or _day_word(s, i - 1)):
        return None
    return Expression(i, side[0], "date", day=day, base=Expression(j, side[0], "unit", unit="M", side=side[1]))


def _month_of_day(s: Scan, i: int, k: int, day: int, loose_unit: bool) -> Expression | None:
    tag = s.tag[k]
    if tag is None:
        return None
    month_word = k + 1 if "this" in tag.roles and s.near(k + 1) else k  # 5 من هذا الشهر، 22 من الشهر الجاري
    unit = s.tag[month_word]
    start = k
    if "every" in tag.roles and k > i + 1:  # يوم 27 من كل شهر
        each = s.tag[k + 1] if s.near(k + 1) else None
        monthly = each is not None and each.unit is not None and each.unit[:2] == ("M", "singular")
        return Expression(i, k + 2, "fixed", "SET", f"XXXX-XX-{day:02d}") if monthly else None
    if "of_it" in tag.roles and (s.before(i, "in") or s.before(i, "to")):  # من 7 أبريل إلى 13 منه
        return Expression(i, k + 1, "date", day=day, base=Expression(k, k + 1, "unit", unit="M", side="same"))
    if unit is not None and unit.unit is not None and unit.unit[:2] == ("M", "singular"):
        side = s.match(month_word + 1, "modifier") if s.near(month_word + 1) else None
        if unit.article and loose_unit and month_word > k:
            base = Expression(k, k + 2, "unit", unit="M", side="this")
            return Expression(i, k + 2, "date", day=day, base=base)
        if unit.article and loose_unit and side is not None and side[1] != "much":
            base = Expression(k, side[0], "unit", unit="M", side=side[1])
            return Expression(i, side[0], "date", day=day, base=base)
        start = k + 1
    read = month_name(s, start)
    head = s.tag[start]
    if read is None or (head is not None and head.clitic):
        return None
    last, calendar, number, sure, bracket = read
    e = complete(s, Expression(i, last, "date", calendar=calendar, day=day, month=number, bracket=bracket))
    return None if sure == "weak" and not s.near(k) and e.year is None else e  # 2/صفر is a score


def _first_of_range(s: Scan, i: int, j: int, day: int, listed: int) -> Expression | None:
    """The first end of من 10 إلى 15 أغسطس: its month and year stand with the second."""
    k = j
    if s.mark(j) in ("-", "–", "—", "/") and s.digits(j, 2) is not None:
        pass
    elif s.near(j) and (s.has(j, "to") or s.has(j, "and")) and s.near(j + 1):
        k = j + 1
    elif not (s.near(j) and (listed_too := s.tag[j]) is not None and listed_too.ordinal and listed_too.clitic == "و"):
        return None  # الثالث والثاني عشر من أبريل
    second = numeric(s, k) if k > j else None  # من 1 إلى 30/11/1436
    if second is None:
        if s.digits(i) is not None and (s.digits(k, 2) is None or s.digits(k + 1, 2) is not None):
            return None
        second = day_of_month(s, k, listed)
    if second is None or second.day is None or second.day <= day:
        return None
    second.first, second.last, second.day, second.bracket = i, j, day, False
    return second


def numeric(s: Scan, i: int) -> Expression | None:
    """22/07/2015م، 2015-07-22، 22.7.2015، 15/10/1436هـ: three figures in any order."""
    mark = s.gap[i + 1].strip(" ")
    if mark not in ("/", "-", ".", "\\", "–") or s.gap[i + 2].strip(" ") != mark or not s.loose(i):
        return None
    a, b, c = (s.digits(k) for k in (i, i + 1, i + 2))
    if a is None or b is None or c is None or (s.gap[i + 3] == mark and s.digits(i + 3) is not None):
        return None
    lengths = [len(s.word[k]) for k in (i, i + 1, i + 2)]
    if lengths[0] == 4:
        year, month_, day = a, b, c
    elif lengths[2] == 4:
        year, month_, day = c, b, a
    elif lengths[2] == 2 and mark == "/" and (s.before(i, "in") or s.has(i - 1, "unit_day") or _day_word(s, i - 1)):
        year, month_, day = 2000 + c, b, a
    else:
        return None
    if month_ > 12 >= day:
        month_, day = day, month_
    if not (1 <= month_ <= 12 and 1 <= day <= 31):
        return None
    last, calendar = i + 3, "h" if year in HIJRI_YEARS else "g"
    if s.near(last) and (s.has(last, "era_g") or s.has(last, "era_h")):
        last += 1
    if calendar == "g" and not 1000 <= year <= 2100:
        return None
    return Expression(i, last, "date", calendar=calendar, year=year, month=month_, day=day)


def short(s: Scan, i: int) -> Expression | None:
    """15/8: day and month without a year, where the words before ask for a date."""
    day, month_ = s.digits(i, 2), s.digits(i + 1, 2)
    if day is None or month_ is None or s.gap[i + 1] != "/" or not s.loose(i) or not s.loose_end(i + 2):
        return None
    if not (1 <= day <= 31 and 1 <= month_ <= 12):
        return None
    return Expression(i, i + 2, "date", day=day, month=month_)


def dated(s: Scan, i: int) -> Expression | None:
    """بتاريخ 15/8، من 15/8 إلى 20/8: a short date and what shows that it is one."""
    e = short(s, i)
    if e is None or s.before(i, "dated"):
        return e
    begins = s.has(e.last, "to") and short(s, e.last + 1) is not None
    ends = s.before(i, "to") and i > 2 and short(s, i - 3) is not None
    return e if begins or ends else None


def _day_word(s: Scan, i: int) -> bool:
    tag = s.tag[i] if i >= 0 else None
    return tag is not None and tag.unit is not None and tag.unit[0] == "D"
