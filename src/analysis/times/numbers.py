"""Numbers in digits and in words, and the TIMEX3 value of an amount."""

from __future__ import annotations

from analysis.times.structure import Scan

Part = tuple[float, str]  # count (negative where unknown) and TIMEX3 designator
UNKNOWN = -1.0
_SMALLER = {"CE": (100, "Y"), "DE": (10, "Y"), "Y": (12, "M"), "D": (24, "TH"), "TH": (60, "TM"), "TM": (60, "TS")}


def number(s: Scan, i: int) -> tuple[int, float] | None:
    """Read a cardinal at word `i`, in digits or in words: where it ends and what it is."""
    value = s.digits(i, 5)
    if value is not None:
        if not s.loose(i) and not (s.gap[i] in ("-", "–") and s.digits(i - 1, 3) is not None and s.loose(i - 1)):
            return None
        if s.gap[i + 1] in (".", ",") and s.digits(i + 1) is not None:
            if s.gap[i + 1] == "," and len(s.word[i + 1]) == 3:
                return i + 2, value * 1000 + int(s.word[i + 1])
            return i + 2, float(f"{value}.{s.word[i + 1]}")
        return _thousands(s, i + 1, value)
    read = s.match(i, "number")
    if read is None:
        return None
    j, total = read
    while s.near(j) and (tag := s.tag[j]) is not None and tag.clitic == "و" and (more := s.match(j, "number")):
        hundreds = (total >= 100 and total % 100 == 0 and more[1] < 100) or (total % 1000 == 0 and more[1] < 1000)
        if not hundreds and not (total % 100 < 10 and 20 <= more[1] < 100):
            break
        j, total = more[0], total + more[1]
    return _thousands(s, j, total)


def _thousands(s: Scan, j: int, count: float) -> tuple[int, float]:
    """100 ألف ساعة."""
    tag = s.tag[j]
    return (
        (j + 1, count * 1000)
        if tag is not None and tag.number == 1000 and "digits" not in tag.roles and s.near(j)
        else (j, count)
    )


def timex(amount: list[Part]) -> str:
    """TIMEX3 value of an amount.

    Examples
    --------
    >>> timex([(1.5, "TH")]), timex([(-1.0, "D")]), timex([(2, "DE")])
    ('PT1H30M', 'PXD', 'P2DE')
    """
    whole: list[Part] = []
    for count, unit in amount:
        rest = round(count % 1, 3) if count > 0 else 0
        if rest and unit in _SMALLER:
            factor, smaller = _SMALLER[unit]
            if int(count):
                whole.append((int(count), unit))
            whole.append((round(rest * factor), smaller))
        else:
            whole.append((count, unit))
    if len(whole) == 2 and whole[0][1] in ("DE", "CE"):  # a decade and a half is fifteen years
        factor, smaller = _SMALLER[whole[0][1]]
        whole = [(whole[0][0] * factor + whole[1][0], smaller)]
    days = "".join(_figure(c) + u for c, u in whole if u[0] != "T")
    hours = "".join(_figure(c) + u[1] for c, u in whole if u[0] == "T")
    return "P" + days + ("T" + hours if hours else "")


def _figure(count: float) -> str:
    return "X" if count < 0 else str(int(count)) if count == int(count) else str(count)
