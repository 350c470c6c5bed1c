"""Years by their figures: عام 2011، 1436هـ، 2012–2014، السنة المالية 2025/2026، and which bare figures are none."""

from __future__ import annotations

from analysis.times.structure import Expression, Scan
from analysis.times.vocabulary import traps

_GREGORIAN_YEARS = range(1000, 2101)
HIJRI_YEARS = range(1300, 1501)  # without an era
_HIJRI_ERA = range(1, 1501)
_SPAN = 100  # years between the ends of a range
_SHORT_YEARS = 40  # from which figure on two digits are a year of the last century
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
    """The second of 2012–2014, 2014/2015, 36/1437."""
    first, second = s.digits(i - 1), int(s.word[i])
    if first is None or s.gap[i] not in ("-", "–", "—", "/"):
        return False
    short = len(s.word[i - 1]) == 2 and first == (second - 1) % 100
    return short or (len(s.word[i - 1]) == 4 and 0 < second - first < _SPAN)


def year(s: Scan, i: int, supported: bool = False) -> Expression | None:
    """عام 2011, 1436هـ, عام 94, موسم 2014-2015, and a bare 2012 where the words around it make it a year."""
    tag = s.tag[i]
    assert tag is not None
    j, named = i, False
    if (tag.unit is not None and tag.unit[0] == "Y" and tag.unit[1] == "singular") or "years" in tag.roles:
        j, named = i + 1, True
        if s.near(j) and s.has(j, "year_kind"):
            j += 1
        if not s.near(j) and s.mark(j) != "(":
            return None
    if pair := two_years(s, i, j):
        return pair
    read = year_figure(s, j) or (_short_year(s, j) if named and tag.unit is not None else None)
    if read is None:
        return None
    last, figure, calendar = read
    era = last > j + 1 or _era_of_second(s, last)
    if named and s.near(last) and _before_our_era(s, last):
        return Expression(i, last + 2, "fixed", value=f"BC{figure:04d}")
    bare = not (named or era or supported)
    if bare and (calendar == "h" or not 1900 <= figure <= 2099 or not _year_in_context(s, j, last)):
        return None
    return Expression(i, last, "date", calendar=calendar, year=figure, bracket=named and s.mark(j) == "(")


def _before_our_era(s: Scan, i: int) -> bool:
    """True for قبل الميلاد and ق.م."""
    letters = s.has(i, "bc_letters") and s.mark(i + 1) == "." and s.has(i + 1, "era_g")
    return letters or (s.has(i, "before") and s.near(i + 1) and s.has(i + 1, "birth"))


def _short_year(s: Scan, i: int) -> tuple[int, int, str] | None:
    """عام 94: a year of the last century in two digits; عام 762: one in three."""
    figure = s.digits(i, 3)
    if figure is None or not s.loose(i) or not s.loose_end(i + 1):
        return None
    if s.near(i + 1) and s.has(i + 1, "era_h"):
        return i + 2, figure, "h"
    last = i + 1 + (s.near(i + 1) and s.has(i + 1, "era_g"))
    if figure < _SHORT_YEARS or _counts(s, i, i + 1):
        return None
    return last, figure if len(s.word[i]) == 3 else 1900 + figure, "g"


def two_years(s: Scan, i: int, j: int) -> Expression | None:
    """السنة المالية 2025/2026, موسم 2014-15, الموسم الرياضي 36/1437هـ: one year that lies in two of the calendar."""
    first, second = s.digits(j), s.digits(j + 1)
    paired = s.has(j - 1, "year_kind") or s.has(j - 1, "paired") or s.has(j - 2, "year_kind")
    if first is None or second is None or not (s.mark(j + 1) == "/" or (paired and s.dash(j + 1))):
        return None
    lengths = len(s.word[j]), len(s.word[j + 1])
    end = year_figure(s, j + 1) if lengths[1] == 4 else None
    if lengths == (4, 4) and end is not None and second == first + 1:
        return Expression(i, end[0], "date", calendar=end[2], year=first, use="two years")
    if lengths == (2, 4) and end is not None and paired and (second - 1) % 100 == first:
        return Expression(i, end[0], "date", calendar=end[2], year=second - 1, use="two years")
    if lengths == (4, 2) and paired and (first + 1) % 100 == second and s.loose_end(j + 2):
        era = s.near(j + 2) and (s.has(j + 2, "era_h") or s.has(j + 2, "era_g"))
        calendar = "h" if first in HIJRI_YEARS else "g"
        return Expression(i, j + 2 + era, "date", calendar=calendar, year=first, use="two years")
    return None


def _counts(s: Scan, i: int, last: int) -> bool:
    """True if a figure counts what follows it, or numbers what stands before it: 2000 فعالية، غرفة رقم 2022."""
    if i and s.bare(i - 1) in traps("year", "before") and not s.mark(i).strip("("):
        return True
    if not s.near(last) or s.dash(last):
        return False
    after, word = s.tag[last], s.word[last]
    if word in traps("year", "after") or (after and (after.number is not None or after.unit)):
        return True
    return after is None and len(word) > 3 and int(s.word[i]) % 100 == 0  # of round figures few are years


def _era_of_second(s: Scan, last: int) -> bool:
    """1201–1243م: the era stands with the second year."""
    return s.gap[last] in ("-", "–") and s.has(last + 1, "era_g") and len(s.word[last]) == 4


def _year_in_context(s: Scan, i: int, last: int) -> bool:
    """True if a bare figure is a year: after a preposition, in brackets, in a list or a range of years."""
    if _counts(s, i, last):
        return False
    if _ranged(s, i, last) or (i and _ranged(s, i - 1, i)) or _heads_line(s, i, last):
        return True
    for _ in range(_LONGEST_LIST):
        before = s.tag[i - 1] if i and s.near(i) else None
        if before is not None and (
            {"in", "years", "paired"} & before.roles or before.edge or (before.unit and before.unit[0] == "Y")
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


def _ranged(s: Scan, i: int, last: int) -> bool:
    """True for the two ends of 2012–2014."""
    first, end = s.digits(i), s.digits(last)
    if first is None or end is None or not s.dash(last) or len(s.word[i]) != 4 or len(s.word[last]) != 4:
        return False
    return 1900 <= first < end < first + _SPAN and s.gap[i] not in ("-", "/") and s.gap[last + 1] not in ("-", "/")


def _heads_line(s: Scan, i: int, last: int) -> bool:
    """True for the year of an entry in a chronicle: 1933 - ..."""
    opens = i == 0 or "\n" in s.gap[i]
    return opens and (s.dash(last) or s.mark(last) == ":") and s.digits(last) is None
