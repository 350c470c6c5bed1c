"""Days of feasts: ثاني أيام عيد الفطر، صباح العيد، أول أيام رمضان."""

from __future__ import annotations

from analysis.times import dates
from analysis.times.structure import Expression, Scan


def nth(s: Scan, i: int) -> Expression | None:
    """The first, second ... day of a feast, or of a month."""
    read = s.match(i, "ordinal")
    if read is None or not 1 <= read[1] <= 30:
        return None
    j, day = read
    if not s.near(j) or not s.has(j, "days") or s.tag[j].clitic or not s.near(j + 1):  # type: ignore[union-attr]
        return None
    if feast := s.match(j + 1, "feast"):
        return Expression(i, feast[0], "feast", value=feast[1], day=day)
    of_month = dates.month(s, j + 1, supported=True)
    if of_month is None or of_month.base is not None or of_month.month is None:
        return None
    of_month.first, of_month.day = i, day
    return of_month


def part(s: Scan, i: int) -> Expression | None:
    """A part of the day of a feast, or its eve: صباح العيد، ليلة عيد الأضحى، يوم العيد."""
    tag = s.tag[i]
    assert tag is not None
    day = s.tag[i + 1]
    among = day is not None and day.unit is not None and day.unit[:2] == ("D", "singular") and s.near(i + 2)
    k = i + 2 if among and tag.part is not None else i + 1  # صبيحة يوم العيد
    feast = s.match(k, "feast") if s.near(i + 1) else None
    if feast is None or tag.article or tag.clitic in ("ب", "وب"):
        return None
    e = Expression(i, feast[0], "feast", value=feast[1])
    if tag.part is not None:
        e.type, (e.part, e.half) = "TIME", tag.part
        e.day = 0 if tag.unit is not None or "eve" in tag.roles else 1  # ليلة، عشية: the day before
    return e if tag.part is not None or tag.unit is not None else None
