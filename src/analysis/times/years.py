"""Years by their figures: عام 2011، 1436هـ، 2012–2014، السنة المالية 2025/2026، and which bare figures are none."""

from __future__ import annotations

from analysis.times.structure import Expression, Scan
from analysis.times.vocabulary import traps

_GREGORIAN_YEARS = range(1000, 2101)
HIJRI_YEARS = range(1300, 1501)  # without an era
_HIJRI_ERA = range(1, 1501)
_SPAN = 100  # years between the ends of a range
_LONGEST_LIST = 8  # years that one preposition governs


def year_figure(s: Scan, i: int) -> tuple[int, int, str] | None:
    """Read a year in four digits at word `i`: end (its era included), year, calendar."""
    year = s.digits(i)
    if year is None or not (s.loose(i) or _second_year(s, i)):
        return None
    j = i + 1
    if s.near(j) and s.has(j, "era_h"):
        return (j + 1, year, "h") if year in _HIJRI_ERA and len(s.word[i]) > 2 else None
    if len(s.word[i]) != 4:
        return None
    if s.near(j) and s.has(j, "era_g"):
        return (j + 1, year, "g") if year in _GREGORIAN_YEARS else None
    if not s.loose_end(j) and not (
        s.gap[j] in ("-", "–", "/", "،", ",", ".") and (s.gap[j] in "،.," or s.digits(j) is not None)
    ):
        return None
    if year in HIJRI_YEARS:
        return j, year, "h"
    return (j, year, "g") if year in _GREGORIAN_YEARS else None


def _second_year(s: Scan, i: int) -> bool:
    """The second of 2012–2014, 2014/2015."""
    first = s.digits(i - 1)
    return (
        s.gap[i] in ("-", "–", "—", "/")
        and first is not None
        and len(s.word[i - 1]) == 4
        and 0 < int(s.word[i]) - first < _SPAN
    )


def year(s: Scan, i: int, supported: bool = False) -> Expression | None:
    """عام 2011, 1436هـ, and a bare 2012 where the words around it make it a year."""
    tag = s.tag[i]
    assert tag is not None
    j, named = i, False
    if (tag.unit is not None and tag.unit[0] == "Y" and tag.unit[1] == "singular") or "years" in tag.roles:
        j, named = i + 1, True
        if s.near(j) and s.has(j, "year_kind"):
            j += 1
        if not s.near(j) and s.mark(j) != "(":
            return None
    read = year_figure(s, j)
    if read is None:
        return None
    last, figure, calendar = read
    era = last > j + 1 or _era_of_second(s, last)
    if s.digits(last) == figure + 1 and (s.gap[last] == "/" or (s.gap[last] == "-" and s.has(j - 1, "year_kind"))):
        end = year_figure(s, last)  # السنة المالية 2025/2026
        if end is not None:
            return Expression(i, end[0], "date", calendar=end[2], year=figure, use="two years")
    bare = not (named or era or supported)
    if bare and (calendar == "h" or not 1900 <= figure <= 2099 or not _year_in_context(s, j, last)):
        return None
    return Expression(i, last, "date", calendar=calendar, year=figure, bracket=named and s.mark(j) == "(")


def _era_of_second(s: Scan, last: int) -> bool:
    """1201–1243م: the era stands with the second year."""
    return s.gap[last] in ("-", "–") and s.has(last + 1, "era_g") and len(s.word[last]) == 4


def _year_in_context(s: Scan, i: int, last: int) -> bool:
    """True if a bare figure is a year: after a preposition, in brackets, in a list or a range of years."""
    after = s.tag[last] if s.near(last) else None
    if (s.near(last) and s.word[last] in traps("year", "after")) or (
        after and (after.number is not None or after.unit)
    ):
        return False
    if s.mark(last) in ("-", "–") and len(s.word[last]) == 4 and s.near(i):
        end = s.digits(last)
        if end is not None and 0 < end - int(s.word[i]) < _SPAN:
            return True
    for _ in range(_LONGEST_LIST):
        before = s.tag[i - 1] if i and s.near(i) else None
        if before is not None and (
            {"in", "years"} & before.roles or before.edge or (before.unit and before.unit[0] == "Y")
        ):
            return True
        if s.mark(i)[-1:] == "(" and s.gap[i + 1].lstrip()[:1] in (")", "-", "–"):
            return True
        k = i - 2 if i > 1 and s.has(i - 1, "and") and s.near(i) else i - 1  # a list or a range: 2012 و2013، 2012–2014
        earlier = s.digits(k) if k >= 0 and (s.near(k + 1) or s.mark(k + 1) in ("-", "–", "،", ",", "/")) else None
        if earlier is None or not 1900 <= earlier <= 2099 or abs(earlier - int(s.word[i])) >= _SPAN:
            return False
        if k == 0:
            return True
        i = k
    return False
