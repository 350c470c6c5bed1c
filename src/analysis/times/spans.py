"""Stretches of the calendar: this week, last year, edges of months, quarters, seasons, decades, centuries."""

from __future__ import annotations

from analysis.times import dates, days, hijri, years
from analysis.times.structure import LAST, Expression, Scan
from analysis.times.vocabulary import traps


def demonstrative(s: Scan, i: int) -> Expression | None:
    """هذا الأسبوع، هذا الصيف، ذلك العام."""
    tag, unit = s.tag[i], s.tag[i + 1]
    if tag is None or unit is None or not s.near(i + 1) or unit.clitic or not unit.article:
        return None
    if not tag.roles & {"this", "that"}:
        return None
    side = "this" if "this" in tag.roles else "that"
    if unit.season is not None:
        return Expression(i, i + 2, "season", season=unit.season[0], side=side)
    if unit.part is not None and unit.unit is None and side == "this" and not s.has(i + 1, "era"):  # هذا الصباح
        return Expression(i, i + 2, "date", "TIME", shift=0, part=unit.part[0], half=unit.part[1])
    if unit.unit is None or unit.unit[1] != "singular" or unit.unit[0][0] == "T" or unit.unit[0] == "DE":
        return None  # هذا العقد is a contract more often than a decade
    e = Expression(i, i + 2, "unit", unit=unit.unit[0], side=side)
    if unit.unit[0] == "Y" and s.near(i + 2) and (figure := years.year_figure(s, i + 2)):
        return Expression(i, figure[0], "date", calendar=figure[2], year=figure[1])
    return e


def relative(s: Scan, i: int, bare: bool = False) -> Expression | None:
    """العام الماضي، الشهر السابق، الأسبوع قبل الماضي، العام الدراسي المقبل; with `bare` also العام by itself."""
    tag = s.tag[i]
    if tag is None or tag.unit is None or tag.unit[1] != "singular" or not tag.article or tag.unit[0][0] == "T":
        return None
    unit = tag.unit[0]
    j, school = i + 1, None
    if s.near(j) and s.has(j, "year_kind") and unit == "Y":
        school = "school" if s.has(j, "school") else None
        j += 1
    side = s.match(j, "modifier") if s.near(j) else None
    if side is None or side[1] == "much":
        before = s.tag[i - 1] if i else None
        sure = tag.unit[2] or (unit == "CE" and before is not None and before.edge is not None)  # منتصف القرن
        return Expression(i, j, "unit", unit=unit, use=school) if bare and sure else None
    if (unit in ("DE", "CE") and side[1] in ("prior", "following", "same")) or (
        unit == "DE" and s.word[i + 1] == "الحاليه"
    ):
        return None
    last = side[0]
    if (
        unit == "Y"
        and s.near(last)
        and school is None
        and s.has(i + 1, "year_kind")
        and (pair := years.two_years(s, i, last))
    ):
        return pair  # العام المالي الماضي 2023/2024
    if unit == "Y" and s.near(last) and (figure := years.year_figure(s, last)):
        return Expression(i, figure[0], "date", calendar=figure[2], year=figure[1], side=side[1])
    return Expression(i, last, "unit", unit=unit, side=side[1], use=school)


def century(s: Scan, i: int) -> Expression | None:
    """القرن التاسع عشر، القرن الحادي والعشرين، القرن الـ19."""
    tag = s.tag[i]
    if tag is None or tag.unit is None or tag.unit[:2] != ("CE", "singular") or not tag.article or not s.near(i + 1):
        return None
    j = i + 2 if s.has(i + 1, "the") and s.near(i + 2) else i + 1
    number = s.digits(j, 2)
    last = j + 1
    if number is None:
        read = s.match(j, "ordinal")
        if read is not None:
            last, number = read
            tens = s.tag[last]
            if tens is not None and s.near(last) and tens.clitic == "و" and tens.number == 20:
                last, number = last + 1, number + 20
        elif (word := s.tag[j]) is not None and word.number == 20 and word.article:
            number = 20
    if number is None or not 1 <= number <= 25:
        return None
    if s.near(last) and s.has(last, "era_h"):
        middle = hijri.to_gregorian(100 * number - 50, 1, 1)
        return Expression(i, last + 1, "fixed", value=f"{middle.year // 100:02d}") if middle else None
    if s.near(last) and s.has(last, "era_g"):
        last += 1
    elif number <= 10:  # early centuries are Hijri ones as often as not
        return None
    return Expression(i, last, "fixed", value=f"{number - 1:02d}")


def decade(s: Scan, i: int) -> Expression | None:
    """السبعينيات، ثمانينيات القرن الماضي."""
    tag = s.tag[i]
    assert tag is not None
    j = i + 1
    k = j + 1 if s.has(j, "of") and s.near(j) else j
    if s.near(k) and (s.word[k].startswith(("عمر", "العمر"))):
        return None
    base = (century(s, k) or relative(s, k)) if s.near(k) else None
    if base is not None and (base.unit == "CE" or base.value):
        return Expression(i, base.last, "unit", unit="DE", day=tag.decade, base=base)
    if not s.word[i].removeprefix(tag.clitic).startswith(("ال", "ل")) or tag.decade < 30:
        return None
    return Expression(i, j, "fixed", value=f"19{tag.decade // 10}")


def season(s: Scan, i: int) -> Expression | None:
    """الصيف الماضي، صيف 2014، صيف هذا العام; with the article also by itself: منذ الشتاء، حتى الخريف."""
    tag = s.tag[i]
    assert tag is not None
    e = Expression(i, i + 1, "season", season=tag.season[0])
    if found := _of_year(s, e, article=tag.article):
        return found
    return e if tag.article and tag.season[1] and _closed(s, i + 1) else None


def _closed(s: Scan, i: int) -> bool:
    """True if no adjective or part that word `i` begins makes the phrase before it another."""
    return not s.near(i) or not (s.word[i].startswith("ال") or s.has(i, "of"))


def share(s: Scan, i: int) -> Expression | None:
    """الربع الأول من العام الجاري، النصف الثاني من 2014; of a month or a century the value is that of the whole.

    A quarter also stands by itself: الربع الثالث.
    """
    tag = s.tag[i]
    assert tag is not None
    if "half" in tag.roles and (hijri_half := _half_of_month(s, i)):
        return hijri_half
    read = _ordinal(s, i + 1)
    if read is None or not tag.article or tag.clitic == "ف":
        return None
    j, ordinal = read
    name, most = ("Q", 4) if "quarter" in tag.roles else ("H", 2)
    ordinal = most if ordinal == LAST else ordinal
    if ordinal > most:
        return None
    e = Expression(i, j, "season", season=f"{name}{ordinal}")
    term = "term" in tag.roles
    if found := _of_year(s, e, article=not term):
        of_school = found.base is not None and (found.base.use is not None or found.base.calendar == "h")
        return None if term and of_school else found
    if term:
        return None
    if s.has(j, "of") and s.near(j) and s.near(j + 1) and s.tag[j + 1] is not None:
        whole = dates.month(s, j + 1, supported=True) or century(s, j + 1) or relative(s, j + 1, bare=True)
        if whole is None or whole.unit == "W":
            return None
        whole.first = i
        return whole
    return e if name == "Q" and _closed(s, j) else None


def _half_of_month(s: Scan, i: int) -> Expression | None:
    """النصف من شعبان is its fifteenth day."""
    if not s.has(i + 1, "of") or not s.near(i + 1) or not s.near(i + 2) or s.tag[i + 2] is None:
        return None
    e = dates.month(s, i + 2, supported=True)
    if e is None or e.calendar != "h" or e.month is None:
        return None
    e.first, e.day = i, 15
    return e


def one_of(s: Scan, i: int) -> Expression | None:
    """الأسبوع الأول من سبتمبر المقبل، العقد الأخير من القرن الماضي."""
    tag = s.tag[i]
    if tag is None or tag.unit is None or tag.unit[:2] not in (("W", "singular"), ("DE", "singular")):
        return None
    read = _ordinal(s, i + 1)
    if read is None or not tag.article or not s.has(read[0], "of") or not s.near(read[0]) or not s.near(read[0] + 1):
        return None
    j, ordinal = read[0] + 1, read[1]
    if tag.unit[0] == "DE":
        whole = (century(s, j) or relative(s, j)) if s.tag[j] is not None else None
        if whole is None or not (whole.unit == "CE" or whole.value):
            return None
        return Expression(
            i, whole.last, "unit", unit="DE", day=90 if ordinal == LAST else 10 * (ordinal - 1), base=whole
        )
    whole = (
        (dates.month(s, j, supported=True) or relative(s, j, bare=True) or demonstrative(s, j)) if s.tag[j] else None
    )
    if whole is None or not (whole.month or whole.unit == "M") or ordinal > 5:
        return None
    return Expression(i, whole.last, "unit", unit="W", day=ordinal, base=whole)


def _ordinal(s: Scan, i: int) -> tuple[int, int] | None:
    """An ordinal or "the last" at word `i`."""
    if not s.near(i):
        return None
    return (i + 1, LAST) if s.has(i, "last") else s.match(i, "ordinal")


def _of_year(s: Scan, e: Expression, article: bool) -> Expression | None:
    j = e.last
    if not s.near(j):
        return None
    k = j + 1 if s.has(j, "of") and s.near(j + 1) else j
    side = s.match(j, "modifier")
    if side is not None and article and side[1] in ("past", "next", "this", "prior", "beforelast", "afternext"):
        e.last, e.side = side[0], side[1]
        return e
    if s.tag[k] is None:
        return None
    base = years.year(s, k, supported=True) or demonstrative(s, k) or relative(s, k, bare=k > j)
    if base is None or not (base.year or base.unit == "Y"):
        return None
    e.last, e.base = base.last, base
    return e


def edge(s: Scan, i: int) -> Expression | None:
    """نهاية يوليو الماضي، بداية العام، وقت سابق من هذا الأسبوع: the value is that of the whole."""
    read = s.match(i, "edge")
    if read is None:
        return None
    j, which = read
    tag = s.tag[j]
    if tag is None or not s.near(j):
        return None
    inner = (
        (days.chain(s, j) if which == "any" else None)
        or dates.month(s, j, supported=True)
        or years.year(s, j, supported=True)
        or demonstrative(s, j)
        or century(s, j)
        or relative(s, j, bare=True)
        or (decade(s, j) if tag.decade is not None else None)
        or (one_of(s, j) if tag.unit is not None else None)
        or (season(s, j) if tag.season is not None else None)
        or (share(s, j) if tag.roles & {"half", "quarter"} else None)
    )
    if inner is None or (inner.unit == "D" and which != "any"):
        return None
    if which in ("end", "start") and s.word[i] in traps("edge", "start") and inner.month is None:
        return None
    inner.first, inner.edge = i, which
    return inner
