"""Stretches of the calendar: this week, last year, edges of months, quarters, seasons, decades, centuries."""

from __future__ import annotations

from analysis.times import dates, days
from analysis.times.structure import Expression, Scan
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
    if unit.unit is None or unit.unit[1] != "singular" or unit.unit[0][0] == "T" or unit.unit[0] == "DE":
        return None  # هذا العقد is a contract more often than a decade
    e = Expression(i, i + 2, "unit", unit=unit.unit[0], side=side)
    if unit.unit[0] == "Y" and s.near(i + 2) and (figure := dates.year_figure(s, i + 2)):
        return Expression(i, figure[0], "date", calendar=figure[2], year=figure[1])
    return e


def relative(s: Scan, i: int, bare: bool = False) -> Expression | None:
    """العام الماضي، الشهر السابق، الأسبوع قبل الماضي، العام الدراسي المقبل; with `bare` also العام by itself."""
    tag = s.tag[i]
    if tag is None or tag.unit is None or tag.unit[1] != "singular" or not tag.article or tag.unit[0][0] == "T":
        return None
    unit = tag.unit[0]
    j = i + 1
    if s.near(j) and s.has(j, "year_kind") and unit == "Y":
        j += 1
    side = s.match(j, "modifier") if s.near(j) else None
    if side is None or side[1] == "much":
        return Expression(i, j, "unit", unit=unit, side="this") if bare and tag.unit[2] else None
    if (unit in ("DE", "CE") and side[1] in ("prior", "following", "same")) or (
        unit == "DE" and s.word[i + 1] == "الحاليه"
    ):
        return None
    last = side[0]
    if unit == "Y" and s.near(last) and (figure := dates.year_figure(s, last)):
        return Expression(i, figure[0], "date", calendar=figure[2], year=figure[1], side=side[1])
    return Expression(i, last, "unit", unit=unit, side=side[1])


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
    if s.near(last) and s.has(last, "era_g"):
        last += 1
    elif number <= 10 or (
        s.near(last) and s.has(last, "era_h")
    ):  # early centuries are Hijri ones unless said otherwise
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
    """الصيف الماضي، صيف 2014، صيف هذا العام."""
    tag = s.tag[i]
    assert tag is not None
    e = Expression(i, i + 1, "season", season=tag.season[0])
    return _of_year(s, e, article=tag.article)


def quarter(s: Scan, i: int) -> Expression | None:
    """الربع الأول من العام الجاري، النصف الثاني من 2014."""
    tag = s.tag[i]
    assert tag is not None
    read = s.match(i + 1, "ordinal") if s.near(i + 1) else None
    if read is None or not tag.article:
        return None
    j, ordinal = read
    if s.word[i + 1] in ("الاخير",) or ordinal > (4 if "quarter" in tag.roles else 2):
        return None
    e = Expression(i, j, "season", season=f"{'Q' if 'quarter' in tag.roles else 'H'}{ordinal}")
    return _of_year(s, e, article=True)


def _of_year(s: Scan, e: Expression, article: bool) -> Expression | None:
    j = e.last
    if not s.near(j):
        return None
    k = j + 1 if s.has(j, "of") and s.near(j + 1) else j
    side = s.match(j, "modifier")
    if side is not None and article and side[1] not in ("much", "same"):
        e.last, e.side = side[0], side[1]
        return e
    if s.tag[k] is None:
        return None
    base = dates.year(s, k, supported=True) or demonstrative(s, k) or relative(s, k, bare=k > j)
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
        dates.month(s, j, supported=True)
        or dates.year(s, j, supported=True)
        or demonstrative(s, j)
        or relative(s, j, bare=True)
        or (decade(s, j) if tag.decade is not None else None)
        or century(s, j)
        or (season(s, j) if tag.season is not None else None)
        or (days.chain(s, j) if which == "any" else None)
    )
    if inner is None or (inner.unit == "D" and which != "any"):
        return None
    if which in ("end", "start") and s.word[i] in traps("edge", "start") and inner.month is None:
        return None
    inner.first, inner.edge = i, which
    return inner
