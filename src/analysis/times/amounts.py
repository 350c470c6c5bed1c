"""Amounts of time: خمس سنوات، ساعة ونصف، أيام عدة، قبل يومين، كل أسبوع."""

from __future__ import annotations

from analysis.times.numbers import UNKNOWN, Part, number, timex
from analysis.times.structure import Expression, Scan

_ASK = frozenset(("span", "since", "before", "after"))  # roles of the words that ask for an amount
_BLURS = 3  # approximators in a row

_GOES_WITH = {"Y": "MD", "M": "WD", "W": "D", "D": ("TH",), "TH": ("TM",), "TM": ("TS",)}


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
            found[-1] = (found[-1][0] + half[1], found[-1][1])  # ثلاث ساعات ونصف الساعة، ثلاث ساعات وربعا
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
        half_year = unit is not None and unit.article and unit.unit is not None and unit.unit[0] == "Y"
        if half_year and not supported:  # امتحانات نصف العام
            return None
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
        bracketed = s.mark(i)[-1:] == "(" and s.mark(j) == ")"  # (24) ساعة، (خمسة) أيام
        if unit is None or not (s.near(j) or bracketed) or unit.unit is None or unit.clitic or unit.unit[1] == "dual":
            return None
        if count == 1000 and s.word[j] == "ليله":  # ألف ليلة وليلة
            return None
        if count == 1 and unit.article and unit.unit[1] == "singular" and not tag.article and s.digits(i) is None:
            return j + 1, (1, unit.unit[0])  # the Maghrebi determiner: واحد العام
        if (unit.article and not (tag.article and unit.unit[1] == "plural")) or not (
            unit.unit[2] or supported or count > 10 or unit.unit[0] in ("TS", "CE")
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
        if tag.article and _foremost(s, i + 1):  # العامين الأولين
            return i + 2, (2, designator)
        return (i + 1, (2, designator)) if (sure or supported or side) and not (counted or general) else None
    if count == "plural":
        if tag.article:
            return _definite_plural(s, i, designator)
        supported = supported or (sure and ("ب" in tag.clitic or s.before(i, "to")))  # قبلها بساعات، تحتاج إلى سنوات
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
    supported = supported or _for_so_long(s, i) or _goes_on(s, i + 1, designator)
    return (i + 1, (1, designator)) if supported and after_is_free(s, i + 1) else None


def _goes_on(s: Scan, i: int, designator: str) -> bool:
    """True if a number of smaller units follows one larger: سنة وثلاثة أشهر."""
    tag = s.tag[i]
    if tag is None or tag.clitic != "و" or tag.number is None or not s.near(i):
        return False
    more = _one_part(s, i, False)
    return more is not None and more[1][1] in _GOES_WITH.get(designator, ())


def _for_so_long(s: Scan, i: int) -> bool:
    """True for a single week or month that is named without an article: انتظرنا أسبوعا، ثمن أسبوع بلا تدريب."""
    tag = s.tag[i]
    if tag is None or tag.unit[0] not in ("W", "M") or tag.clitic or s.gap[i].endswith(") ") or s.mark(i + 1) == "(":
        return False
    return tag.unit[0] == "W" or s.word[i].endswith("ا")


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
    if tag is not None and any(what in ("month", "weekday", "deictic", "feast") for _, what, _ in tag.phrases):
        return False
    if tag is not None and (
        tag.month
        or tag.feast
        or tag.weekday
        or tag.bare_weekday
        or tag.deictic
        or tag.number is not None
        or tag.ordinal
        or tag.part
    ):
        return False
    return not word.startswith("ال")


def _foremost(s: Scan, i: int) -> bool:
    """True for الأولى after an amount, where no whole follows of which it is a part."""
    return s.near(i) and s.has(i, "foremost") and not (s.near(i + 1) and s.has(i + 1, "of"))


def _of_time(s: Scan, i: int) -> bool:
    """True for من before a stretch of the calendar: الأشهر التسعة الأولى من 2024، من العام الجاري."""
    whole = s.tag[i + 1] if s.has(i, "of") and s.near(i) and s.near(i + 1) else None
    return whole is not None and (
        (whole.unit is not None and whole.unit[0] == "Y") or (len(s.word[i + 1]) == 4 and "digits" in whole.roles)
    )


def _definite_plural(s: Scan, i: int, designator: str) -> tuple[int, Part] | None:
    """السنوات الخمس الماضية، الأيام القليلة المقبلة، الأشهر الـ12 الماضية."""
    j, count = i + 1, UNKNOWN
    kind = s.near(j) and s.has(j, "year_kind")  # السنوات المالية الثلاث
    j += kind
    if s.near(j) and s.has(j, "the"):
        j += 1
    if s.near(j) and (read := number(s, j)) and read[1] < 1900:
        j, count = read
    elif designator[0] == "T" and s.has(j + 1, "of"):  # الدقائق الأخيرة من المباراة
        return None
    if s.near(j) and (much := s.match(j, "modifier")) and much[1] == "much":
        j = much[0]
    if count > 0 and (_foremost(s, j) or (s.near(j) and s.has(j, "foremost") and _of_time(s, j + 1))):
        return j + 1, (count, designator)
    placed = s.near(j) and (side := s.match(j, "modifier")) and side[1] in ("past", "next", "this", "prior")
    return (j, (count, designator)) if placed or (kind and count > 0) else None


def duration(s: Scan, i: int) -> Expression | None:
    """An amount by itself, with the words that blur or place it: نحو الساعة والنصف، الأيام القليلة المقبلة."""
    first = s.tag[i]
    if first is not None and first.number is not None and s.tag[i + 1] is None and not first.phrases:
        return None  # three of something: most numbers
    j = approximators(s, i)
    asking = s.tag[i - 1] if i and s.near(i) else None
    supported = j > i or (asking is not None and not _ASK.isdisjoint(asking.roles))
    if s.has(j, "the") and s.near(j + 1):
        j += 1
    read = parts(s, j, supported) or _hour_and_half(s, j) or (_about_one(s, j) if j > i else None)
    if read is None or (s.before(i, "after") and i > 1 and s.word[i - 2].rstrip("ا") == s.word[i]):  # يوما بعد يوم
        return None
    last, amount = read
    placed = False
    while s.near(last) and (more := s.match(last, "modifier")) and more[1] in ("much", "past", "next", "prior"):
        if placed and more[1] == "much":  # خلال 24 ساعة الماضية عدة محاولات
            break
        last, placed = more[0], more[1] != "much"
    if s.near(last) and (more := s.match(last, "after_approximator")):
        last = more[0]
    if s.has(last, "of") and s.near(last) and s.has(last + 1, "time_itself") and s.near(last + 1):
        last += 2
    return Expression(i, last, "fixed", "DURATION", timex(amount))


def _hour_and_half(s: Scan, i: int) -> tuple[int, list[Part]] | None:
    """الساعة والنصف without an hour is an hour and a half; العام ونصف العام."""
    tag, half = s.tag[i], s.tag[i + 1]
    if tag is None or half is None or tag.unit is None or tag.unit[1] != "singular" or not tag.article:
        return None
    if tag.unit[0] != "TH":
        again = s.tag[i + 2] if s.near(i + 1) and s.near(i + 2) and half.clitic == "و" and half.fraction else None
        same = again is not None and again.article and again.unit is not None and again.unit[:2] == tag.unit[:2]
        return (i + 3, [(1 + half.fraction, tag.unit[0])]) if same else None
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


def _never(s: Scan, i: int) -> bool:
    """True after لن: what will not be before a year has passed."""
    for k in range(i - 1, max(i - 8, -1), -1):
        if s.has(k, "never"):
            return True
        if s.breaks(k):
            break
    return False


def _from_now(s: Scan, i: int) -> int | None:
    """Where من الآن, من اليوم end."""
    if not s.near(i + 1):
        return None
    now = s.match(i + 1, "vague") or s.match(i + 1, "deictic")
    return now[0] if now is not None and now[1] in ("PRESENT_REF", (0, None)) else None


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
    now = _from_now(s, last) if to_event else None
    if len(amount) > 1 or amount[0][0] < 0 or (to_event and not now and "since" not in tag.roles):
        return duration(s, j)
    if s.near(last) and (more := s.match(last, "modifier")) and more[1] in ("much", "past", "next"):
        last = more[0]
    forward, tense = "after" in tag.roles, s.tense(i)
    if now:
        last = now
    elif (forward and tense not in ("future", "present", "plan")) or ("before" in tag.roles and _never(s, i)):
        return duration(s, j)  # عاد بعد سنتين؛ لن يعود قبل عام
    count, unit = amount[0]
    e = Expression(i, last, "offset", "TIME" if unit[0] == "T" else "DATE", unit=unit, count=count)
    if not forward:
        e.count = -count
    if s.near(last) and (exact := s.match(last, "exactly")):
        e.last, e.edge = exact[0], "exact"
    return e
