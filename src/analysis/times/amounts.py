"""Numbers and amounts of time: خمس سنوات، ساعة ونصف، أيام عدة، قبل يومين، كل أسبوع."""

from __future__ import annotations

from analysis.times.structure import Expression, Scan

Part = tuple[float, str]  # count (negative where unknown) and TIMEX3 designator
UNKNOWN = -1.0
_BLURS = 3  # approximators in a row

_GOES_WITH = {"Y": "MD", "M": "WD", "W": "D", "D": ("TH",), "TH": ("TM",), "TM": ("TS",)}
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


def parts(s: Scan, i: int, supported: bool) -> tuple[int, list[Part]] | None:
    """Read an amount at word `i`: where it ends and its parts, largest unit first.

    `supported` tells that the words before ask for an amount (منذ، لمدة), so that a bare unit is one.
    """
    one = _one_part(s, i, supported)
    if one is None:
        return None
    j, first = one
    found = [first]
    while True:
        k = j + 1 if s.has(j, "and") and s.near(j) else j
        tag = s.tag[k]
        if tag is None or not s.near(k) or not (k > j or tag.clitic == "و"):
            break
        if (half := s.match(k, "fraction")) and found[-1][0] > 0:
            j = half[0]
            found[-1] = (found[-1][0] + half[1], found[-1][1])
            unit = s.tag[j]
            if (
                unit is not None
                and unit.unit is not None
                and s.near(j)
                and unit.unit[0] == found[-1][1]
                and not unit.clitic
            ):
                j += 1
            break
        more = _one_part(s, k, False)
        if more is None or more[1][0] < 0 or more[1][1] not in _GOES_WITH.get(found[-1][1], ()):
            break
        j = more[0]
        found.append(more[1])
    return j, found


def _one_part(s: Scan, i: int, supported: bool) -> tuple[int, Part] | None:
    tag = s.tag[i]
    if tag is None:
        return None
    if fraction := s.match(i, "fraction"):
        unit = s.tag[fraction[0]]
        if unit is not None and s.near(fraction[0]) and unit.unit is not None and unit.unit[1] == "singular":
            return fraction[0] + 1, (fraction[1], unit.unit[0])
        return None
    if many := s.match(i, "many"):
        unit = s.tag[many[0]]
        j = many[0] + 1
        famous = s.near(j) and s.word[j].startswith("ال") and s.match(j, "modifier") is None  # عدد من أشهر الفرق
        if unit is not None and s.near(many[0]) and unit.unit is not None and unit.unit[1] == "plural" and not famous:
            return j, (UNKNOWN, unit.unit[0])
        return None
    if read := number(s, i):
        j, count = read
        unit = s.tag[j]
        if unit is None or not s.near(j) or unit.unit is None or unit.clitic or unit.unit[1] == "dual":
            return None
        if count == 1000 and s.word[j] == "ليله":  # ألف ليلة وليلة
            return None
        if count == 1 and unit.article and unit.unit[1] == "singular" and not tag.article and s.digits(i) is None:
            return j + 1, (1, unit.unit[0])  # the Maghrebi determiner: واحد العام
        if (unit.article and not (tag.article and unit.unit[1] == "plural")) or not (
            unit.unit[2] or supported or count > 10 or unit.unit[0] == "TS"
        ):
            return None
        if unit.unit[1] == "singular" and s.near(j + 1) and len(s.word[j + 1]) == 4 and s.digits(j + 1) is not None:
            return None  # الثاني والعشرين عام 1432
        if s.word[j] == "يوم" and not after_is_free(s, j + 1):
            return None  # 1436 - 1437 يوم الأحد
        return j + 1, (count, unit.unit[0])
    if tag.unit is None:
        return None
    return _counted_by_form(s, i, supported)


def _counted_by_form(s: Scan, i: int, supported: bool) -> tuple[int, Part] | None:
    tag = s.tag[i]
    assert tag is not None
    designator, count, sure = tag.unit
    supported = supported or (sure and "ل" in tag.clitic)
    after = s.tag[i + 1] if s.near(i + 1) else None
    much = s.match(i + 1, "modifier") if after is not None else None
    side = much is not None and much[1] in ("past", "next", "this", "prior")
    if count == "dual":
        counted = tag.article and s.near(i + 1) and s.digits(i + 1) is not None  # الدقيقتين 63 و66
        general = tag.article and designator == "Y" and not (supported or side)  # المديران العامان
        return (i + 1, (2, designator)) if (sure or supported or side) and not (counted or general) else None
    if count == "plural":
        if tag.article:
            return _definite_plural(s, i, designator)
        if (much is not None and (much[1] == "much" or side)) or (supported and after_is_free(s, i + 1)):
            return i + 1, (UNKNOWN, designator)
        return None
    if tag.article:
        return None
    if after is not None and after.number == 1 and not after.clitic:
        return i + 2, (1, designator)
    if after is not None and after.fraction is not None and after.clitic == "و":
        return i + 1, (1, designator)
    if after is not None and "whole" in after.roles:
        return i + 2, (1, designator)
    return (i + 1, (1, designator)) if supported and after_is_free(s, i + 1) else None


def after_is_free(s: Scan, i: int) -> bool:
    """True if word `i` does not turn a unit before it into something else (شهر رمضان، ساعة الصفر، عام 2012)."""
    if not s.near(i):
        return True
    tag, word = s.tag[i], s.word[i]
    if tag is not None and (
        tag.modifier is not None
        or tag.roles & {"of", "before", "after", "in"}
        or tag.after_approximator
        or tag.clitic == "و"
    ):
        return True
    if tag is not None and any(what in ("month", "weekday", "deictic") for _, what, _ in tag.phrases):
        return False
    if tag is not None and (
        tag.month or tag.weekday or tag.bare_weekday or tag.deictic or tag.number is not None or tag.ordinal or tag.part
    ):
        return False
    return not word.startswith("ال")


def _definite_plural(s: Scan, i: int, designator: str) -> tuple[int, Part] | None:
    """السنوات الخمس الماضية، الأيام القليلة المقبلة، الأشهر الـ12 الماضية."""
    j, count = i + 1, UNKNOWN
    if s.near(j) and s.has(j, "the"):
        j += 1
    if s.near(j) and (read := number(s, j)) and read[1] < 1900:
        j, count = read
    elif designator[0] == "T" and s.has(j + 1, "of"):  # الدقائق الأخيرة من المباراة
        return None
    if s.near(j) and (much := s.match(j, "modifier")) and much[1] == "much":
        j = much[0]
    if s.near(j) and (side := s.match(j, "modifier")) and side[1] in ("past", "next", "this", "prior"):
        return j, (count, designator)
    return None


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


def duration(s: Scan, i: int) -> Expression | None:
    """An amount by itself, with the words that blur or place it: نحو الساعة والنصف، الأيام القليلة المقبلة."""
    j = approximators(s, i)
    supported = j > i or s.before(i, "span") or s.before(i, "since") or s.before(i, "before") or s.before(i, "after")
    if s.has(j, "the") and s.near(j + 1):
        j += 1
    read = parts(s, j, supported) or _hour_and_half(s, j) or (_about_one(s, j) if j > i else None)
    if read is None or (s.before(i, "after") and i > 1 and s.word[i - 2].rstrip("ا") == s.word[i]):  # يوما بعد يوم
        return None
    last, amount = read
    while s.near(last) and (more := s.match(last, "modifier")) and more[1] in ("much", "past", "next", "prior"):
        last = more[0]
    if s.near(last) and (more := s.match(last, "after_approximator")):
        last = more[0]
    if s.has(last, "of") and s.near(last) and s.has(last + 1, "time_itself") and s.near(last + 1):
        last += 2
    return Expression(i, last, "fixed", "DURATION", timex(amount))


def _hour_and_half(s: Scan, i: int) -> tuple[int, list[Part]] | None:
    """الساعة والنصف without an hour is an hour and a half."""
    tag, half = s.tag[i], s.tag[i + 1]
    if tag is None or half is None or tag.unit is None or tag.unit[:2] != ("TH", "singular"):
        return None
    if s.near(i + 1) and half.clitic == "و" and ("half" in half.roles or half.fraction):
        return i + 2, [(1.5, "TH")]
    return None


def _about_one(s: Scan, i: int) -> tuple[int, list[Part]] | None:
    """قرابة الشهر، نحو القرن: a single unit with the article, after an approximator."""
    tag = s.tag[i]
    if tag is None or tag.unit is None or tag.unit[1] != "singular" or not tag.article or tag.unit[0] == "D":
        return None
    if s.near(i + 1) and (s.match(i + 1, "modifier") or not after_is_free(s, i + 1)):
        return None
    return i + 1, [(1, tag.unit[0])]


def approximators(s: Scan, i: int) -> int:
    """Where the approximators that begin at word `i` end."""
    for _ in range(_BLURS):
        if not (blur := s.match(i, "approximator")) or not s.near(blur[0]):
            break
        i = blur[0]
    return i


def offset(s: Scan, i: int) -> Expression | None:
    """قبل يومين، منذ أربع سنوات، بعد أسبوعين: an amount from the day of speaking; a bare duration where it is not."""
    tag = s.tag[i]
    assert tag is not None
    j = i + 1
    if s.tag[j] is None or not s.near(j):
        return None
    read = parts(s, approximators(s, j), True)
    if read is None or duration(s, j) is None:
        return None
    last, amount = read
    to_event = s.near(last) and s.has(last, "from_event")  # قبل يومين من الاقتراع، بعد شهر على الاتفاق
    if len(amount) > 1 or amount[0][0] < 0 or (to_event and "since" not in tag.roles):
        return duration(s, j)
    if s.near(last) and (more := s.match(last, "modifier")) and more[1] in ("much", "past", "next"):
        last = more[0]
    forward = "after" in tag.roles
    if forward and s.tense(i) not in ("future", "present", "plan"):
        return duration(s, j)
    count, unit = amount[0]
    kind = "TIME" if unit[0] == "T" else "DATE"
    return Expression(i, last, "offset", kind, unit=unit, count=count if forward else -count)


def every(s: Scan, i: int) -> Expression | None:
    """كل يوم، كل يوم جمعة، كل خمس سنوات: a SET."""
    j = i + 1
    tag = s.tag[j]
    if tag is None or not s.near(j):
        return None
    day = s.tag[j + 1] if s.near(j + 1) else None
    if tag.unit is not None and tag.unit[:2] == ("D", "singular") and not tag.article and day is not None:
        weekday = day.weekday or day.bare_weekday
        if weekday:
            return Expression(i, j + 2, "fixed", "SET", f"XXXX-WXX-{weekday}")
    if tag.weekday or tag.bare_weekday:
        return Expression(i, j + 1, "fixed", "SET", f"XXXX-WXX-{tag.weekday or tag.bare_weekday}")
    if tag.unit is not None and tag.unit[1] == "singular" and not tag.article and tag.unit[2]:
        return Expression(i, j + 1, "fixed", "SET", timex([(1, tag.unit[0])])) if after_is_free(s, j + 1) else None
    read = parts(s, j, False)
    if read is None or read[1][0][0] < 0:
        return None
    return Expression(i, read[0], "fixed", "SET", timex(read[1]))
