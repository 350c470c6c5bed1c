"""Time expressions on sentences: what is found, of what type, and what it means seen from a known day."""

import doctest
from datetime import date, datetime
from importlib import import_module

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.arabic import key
from analysis.lexicon import forms, table
from analysis.times import Time, find_times, hijri
from analysis.times.vocabulary import vocabulary

MODULES = (
    "amounts", "anchors", "dates", "dating", "days", "equations", "evidence", "expressions", "feasts", "frames", "hijri",
    "hours", "meanings", "numbers", "sets", "sides", "spans", "structure", "times", "values", "vocabulary", "years",
)  # fmt: skip
THURSDAY = "2025-02-13"


@pytest.mark.parametrize("module", MODULES)
def test_docstrings_run(module):
    assert doctest.testmod(import_module(f"analysis.times.{module}")).failed == 0


def found(text: str, published: str | None = THURSDAY) -> list[tuple[str, str, str | None]]:
    return [(time.text, time.type, time.value) for time in find_times(text, published)]


def values(text: str, published: str | None = THURSDAY) -> list[str | None]:
    return [time.value for time in find_times(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد أمس الأربعاء ويغادر يوم غد الجمعة", [("أمس الأربعاء", "2025-02-12"), ("يوم غد الجمعة", "2025-02-14")]),
        ("افتتح المعرض اليوم الخميس", [("اليوم الخميس", "2025-02-13")]),
        ("تنطلق البطولة اليوم (الخميس)", [("اليوم (الخميس)", "2025-02-13")]),
        ("غادر أول من أمس ثم عاد أمس الأول", [("أول من أمس", "2025-02-11"), ("أمس الأول", "2025-02-11")]),
        ("يعود بعد غد", [("بعد غد", "2025-02-15")]),
        ("سقط المطر الليلة الماضية", [("الليلة الماضية", "2025-02-12TNI")]),
        ("عُقد اللقاء مساء أمس الأول", [("مساء أمس الأول", "2025-02-11TEV")]),
        ("وقع الحادث بعد ظهر أمس", [("بعد ظهر أمس", "2025-02-12TAF")]),
        ("سقط المطر ليل الأحد/الاثنين", [("ليل الأحد/الاثنين", "2025-02-09TNI")]),
        ("ولد ليلة الـ 27 من رمضان 1445هـ", [("ليلة الـ 27 من رمضان 1445هـ", "2024-04-06TNI")]),
        ("تفتح الأبواب مساء غدٍ الجمعة", [("مساء غدٍ الجمعة", "2025-02-14TEV")]),
    ],
)  # fmt: skip
def test_days_from_the_day_of_speaking(text, expected):
    assert [(t, v) for t, _, v in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("التقى الوزير نظيره السبت", "2025-02-08"),
        ("يلتقي الوزير نظيره السبت", "2025-02-15"),
        ("سيلتقي الوزير نظيره السبت", "2025-02-15"),
        ("ومن المقرر أن يعقد الاجتماع يوم الأحد", "2025-02-16"),
        ("لم يصل الوفد الأحد", "2025-02-09"),
        ("بث النادي شريط فيديو السبت", "2025-02-08"),
        ("قال المتحدث الخميس إن الطريق مفتوح", "2025-02-13"),
        ("زار المدينة يوم الخميس الماضي", "2025-02-06"),
        ("يزورها الخميس المقبل", "2025-02-20"),
        ("كشفت وثائق نشرها موقع ويكي نبعة السبت", "2025-02-08"),
        ("حددت اللجنة الأحد موعدا للاقتراع", "2025-02-16"),
        ("الثلاثاء قبل الماضي", "2025-02-04"),
        ("الأربعاء بعد المقبل", "2025-02-26"),
        ("النقابة تمهل الإدارة حتى الأحد", "2025-02-16"),
        ("أكدت أن الباب ما زال مفتوحا حتى الأحد", "2025-02-16"),
        ("في كلمة ألقاها الأحد أمام الصيادين", "2025-02-09"),
        ("كان يفترض أن يتلى البيان الأحد", "2025-02-09"),
        ("يقول الطبيب الذي نام في بيته الأحد", "2025-02-09"),
        ("لم يرحلوا لكن الحفل الذي كان مقررا الأحد", "2025-02-16"),
        ("سأعود إليكم الأحد", "2025-02-16"),
        ("يوم الاثنين من الأسبوع الماضي", "2025-02-03"),
    ],
)
def test_the_side_of_a_weekday_follows_tense_and_modifier(text, expected):
    assert values(text) == [expected]


def test_a_modifier_in_the_dual_belongs_to_both_weekdays():
    assert values("السبت والأحد المقبلين") == ["2025-02-15", "2025-02-16"]


def test_the_weekday_that_is_named_outweighs_the_distance():
    assert values("قال أمس الثلاثاء", THURSDAY) == ["2025-02-11"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("منذ آب/ أغسطس 2021", ("آب/ أغسطس 2021", "2021-08")),
        ("في كانون الثاني/يناير الماضي", ("كانون الثاني/يناير الماضي", "2025-01")),
        ("في تشرين الثاني (نوفمبر) 2023", ("تشرين الثاني (نوفمبر) 2023", "2023-11")),
        ("في يوليو (تموز)", ("يوليو (تموز)", "2025-07")),
        ("في يونيو حزيران 2013", ("يونيو حزيران 2013", "2013-06")),
        ("في 20 شباط/ فبراير الجاري", ("20 شباط/ فبراير الجاري", "2025-02-20")),
        ("في 3 غشت 2019", ("3 غشت 2019", "2019-08-03")),
        ("في شتنبر الماضي", ("شتنبر الماضي", "2024-09")),
        ("يوم 5 جويلية 2020", ("يوم 5 جويلية 2020", "2020-07-05")),
        ("في الحادي والعشرين من سبتمبر 2014", ("الحادي والعشرين من سبتمبر 2014", "2014-09-21")),
        ("في الأول من كانون الثاني (يناير) 2018م", ("الأول من كانون الثاني (يناير) 2018م", "2018-01-01")),
        ("في 30يوليو2015", ("30يوليو2015", "2015-07-30")),
        ("في شهر أبريل الجاري", ("شهر أبريل الجاري", "2025-04")),
        ("في مارس من العام الماضي", ("مارس من العام الماضي", "2024-03")),
        ("يوم 5 من الشهر الجاري", ("يوم 5 من الشهر الجاري", "2025-02-05")),
        ("في 22 من الشهر الماضي", ("22 من الشهر الماضي", "2025-01-22")),
        ("نهاية يوليو الماضي", ("نهاية يوليو الماضي", "2024-07")),
        ("الثلاثاء 12 فبراير 2025", ("الثلاثاء 12 فبراير 2025", "2025-02-12")),
        ("يوم ٢٢/٧/٢٠١٥", ("يوم ٢٢/٧/٢٠١٥", "2015-07-22")),
        ("بتاريخ 2015-07-22", ("2015-07-22", "2015-07-22")),
        ("في 22.07.2015", ("22.07.2015", "2015-07-22")),
        ("في 07/22/2015م", ("07/22/2015م", "2015-07-22")),
        ("۲۲/۰۷/۲۰۱۵", ("۲۲/۰۷/۲۰۱۵", "2015-07-22")),
        ("بتاريخ 26-9-1436هـ", ("26-9-1436هـ", "2015-07-13")),
        ("يوم 28 شوال 1436هـ", ("يوم 28 شوال 1436هـ", "2015-08-13")),
        ("في 10 ذي الحجة", ("10 ذي الحجة", "2025-06-06")),
        ("خلال شهر رمضان المقبل", ("شهر رمضان المقبل", "2025-03")),
        ("بتاريخ 7 / يوليو /2015م", ("7 / يوليو /2015م", "2015-07-07")),
        ("وفي يونيو، بدأت الشركة البيع", ("يونيو", "2024-06")),
        ("ألغى الإجازات حتى السابع من مارس", ("السابع من مارس", "2025-03-07")),
        ("طالب المجلس بفتح الجسر في 10 مارس", ("10 مارس", "2025-03-10")),
        ("إذا لم تجفف البرك قبل نهاية سبتمبر", ("نهاية سبتمبر", "2025-09")),
        ("اشترت الثوب في كانون الثاني لكنها ستلبسه", ("كانون الثاني", "2025-01")),
        ("يوم 15/3", ("يوم 15/3", "2025-03-15")),
        ("بتاريخ 3/2", ("3/2", "2025-02-03")),
        ("نسخ المصحف عام 482هـ", ("عام 482هـ", "1089")),
        ("مات في رجب سنة 638هـ", ("رجب سنة 638هـ", "1241-02")),
        ("في مثل هذا اليوم من عام 1990", ("هذا اليوم من عام 1990", "1990-02-13")),
        ("مغلق منذ 29 يونيو وستعود الحركة", ("29 يونيو", "2024-06-29")),
        ("خلال الأيام العشرة الأولى من شهر رمضان الماضي", ("شهر رمضان الماضي", "2024-03")),
        ("يعود في فاتح ماي 2022", ("فاتح ماي 2022", "2022-05-01")),
        ("في الواحد والعشرين من مايو 2020", ("الواحد والعشرين من مايو 2020", "2020-05-21")),
        ("يوم الـ26 من فبراير 2016", ("يوم الـ26 من فبراير 2016", "2016-02-26")),
        ("العام الحالي 2025م", ("العام الحالي 2025م", "2025")),
        ("في عام 1445هـ", ("عام 1445هـ", "2024")),
        ("في العام 2006", ("العام 2006", "2006")),
        ("بحلول 2030", ("2030", "2030")),
    ],
)
def test_dates(text, expected):
    assert [(t, v) for t, _, v in found(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("من 10 إلى 15 أغسطس 2024", ["2024-08-10", "2024-08-15"]),
        ("خلال الفترة 1-4 يونيو 2015م", ["2015-06-01", "2015-06-04"]),
        ("من السابع إلى العاشر من شهر فبراير الجاري", ["2025-02-07", "2025-02-10"]),
        ("في 2012 و2013 و2014", ["2012", "2013", "2014"]),
        ("بين عامي 2012 و2014", ["2012", "2014"]),
        ("الخطة الخمسية (2015 - 2019)", ["2015", "2019"]),
        ("من الساعة الخامسة حتى السابعة مساء", ["2025-02-13T17:00", "2025-02-13T19:00"]),
        ("من يوليو إلى سبتمبر 2024", ["2024-07", "2024-09"]),
        ("من 14 يونيو إلى 15 يوليو 2018", ["2018-06-14", "2018-07-15"]),
        ("من 1 إلى 30/11/1436", ["2015-08-16", "2015-09-14"]),
        ("من 15/3 إلى 20/3", ["2025-03-15", "2025-03-20"]),
        ("من 7 مارس الماضي إلى 13 منه", ["2024-03-07", "2024-03-13"]),
        ("بين عامي 1955 و2024", ["1955", "2024"]),
        ("بين عامي 598هـ و641هـ (1201–1243م)", ["1202", "1243", "1201", "1243"]),
        ("بين الثامنة والعاشرة من صباح أمس", ["2025-02-12T08:00", "2025-02-12T10:00"]),
        ("وصل ليلة السبت إلى الأحد", ["2025-02-08TNI"]),
    ],
)
def test_each_end_of_a_range_is_an_expression(text, expected):
    assert values(text) == expected


def test_twin_dates_have_the_value_that_the_text_equates():
    text = "بدأ المهرجان في 15 شوال الجاري الموافق الأول من أغسطس 2015م"
    assert values(text, "2015-08-06") == ["2015-08-01", "2015-08-01"]
    assert values("يوم الاثنين المقبل (25 شوال 1436هـ الموافق 10 أغسطس 2015م)", "2015-08-06") == ["2015-08-10"] * 3
    assert values("في 15 شوال 1436هـ الموافق 1 أغسطس", None) == ["2015-08-01", "2015-08-01"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هذا الأسبوع", "2025-W07"),
        ("في وقت سابق من هذا الأسبوع", "2025-W07"),
        ("الأسبوع الماضي", "2025-W06"),
        ("الشهر الماضي", "2025-01"),
        ("هذا العام", "2025"),
        ("العام قبل الماضي", "2023"),
        ("العام الدراسي المقبل", "2025/2026"),
        ("العام الدراسي الحالي", "2024/2025"),
        ("السنة المالية 2025-2026", "2025/2026"),
        ("موازنة 2025/2026", "2025/2026"),
        ("العام الدراسي 1436/1437هـ", "2015/2016"),
        ("بداية العام", "2025"),
        ("مطلع الشهر المقبل", "2025-03"),
        ("الربع الأول من العام الجاري", "2025-Q1"),
        ("الربع الثاني 2015م", "2015-Q2"),
        ("النصف الثاني من 2024", "2024-H2"),
        ("النصف الثاني من آذار (مارس)", "2025-03"),
        ("النصف الأول من الشهر المقبل", "2025-03"),
        ("النصف الثاني من القرن الماضي", "19"),
        ("الربع الأخير من عام 2024", "2024-Q4"),
        ("ارتفعت المبيعات في الربع الرابع", "2024-Q4"),
        ("قبل نهاية الربع الثاني", "2025-Q2"),
        ("الأسبوع الأول من سبتمبر 2025", "2025-W36"),
        ("الأسبوع الأخير من يناير الماضي", "2025-W05"),
        ("العقد الأول من القرن الحادي والعشرين", "200"),
        ("منتصف القرن", "20"),
        ("يعود الناس قبل نهاية الصيف", "2025-SU"),
        ("غاب المطر منذ الخريف", "2024-FA"),
        ("صيف 2014", "2014-SU"),
        ("الصيف الماضي", "2024-SU"),
        ("هذا الشتاء", "2025-WI"),
        ("ثمانينيات القرن الماضي", "198"),
        ("مطلع تسعينات القرن الماضي", "199"),
        ("العقد الماضي", "201"),
        ("القرن الحادي والعشرين", "20"),
        ("القرن الـ19", "18"),
        ("القرن الرابع الهجري", "09"),
        ("منتصف القرن السابع الهجري", "12"),
        ("القرن الماضي", "19"),
    ],
)
def test_stretches_of_the_calendar(text, expected):
    assert values(text) == [expected]


def test_the_month_before_is_counted_from_the_month_named_last():
    text = "ارتفع الإنتاج في يوليو 2015 مقارنة بالشهر السابق، وفي عام 2013 زاد عن العام السابق"
    assert values(text) == ["2015-07", "2015-06", "2013", "2012"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("زاره قبل يومين", ("قبل يومين", "DATE", "2025-02-11")),
        ("يعمل هنا منذ ما يقارب أربع سنوات", ("منذ ما يقارب أربع سنوات", "DATE", "2021")),
        ("قبل أسبوعين", ("قبل أسبوعين", "DATE", "2025-W05")),
        ("قبل شهر ونصف الشهر", ("قبل شهر ونصف الشهر", "DATE", "2025-01")),
        ("سيعود بعد أسبوعين", ("بعد أسبوعين", "DATE", "2025-W09")),
        ("عاد بعد سنتين من التوتر", ("سنتين", "DURATION", "P2Y")),
        ("قبل يومين من الاقتراع", ("يومين", "DURATION", "P2D")),
        ("منذ أيام عدة", ("أيام عدة", "DURATION", "PXD")),
        ("قبل سنوات", ("سنوات", "DURATION", "PXY")),
        ("حكم بالسجن لمدة 14 عامًا", ("14 عامًا", "DURATION", "P14Y")),
        ("خمسة وعشرين عاما", ("خمسة وعشرين عاما", "DURATION", "P25Y")),
        ("إحدى عشرة سنة", ("إحدى عشرة سنة", "DURATION", "P11Y")),
        ("ألف وخمسمئة ساعة", ("ألف وخمسمئة ساعة", "DURATION", "PT1500H")),
        ("استمرت نحو الساعة والنصف", ("نحو الساعة والنصف", "DURATION", "PT1H30M")),
        ("استمرت لأكثر من ساعة", ("أكثر من ساعة", "DURATION", "PT1H")),
        ("ثلاث ساعات ونصف الساعة", ("ثلاث ساعات ونصف الساعة", "DURATION", "PT3H30M")),
        ("ساعتين و30 دقيقة", ("ساعتين و30 دقيقة", "DURATION", "PT2H30M")),
        ("نصف قرن من الزمان", ("نصف قرن من الزمان", "DURATION", "P50Y")),
        ("خلال العامين الماضيين", ("العامين الماضيين", "DURATION", "P2Y")),
        ("خلال السنوات الماضية", ("السنوات الماضية", "DURATION", "PXY")),
        ("خلال الأيام القليلة المقبلة", ("الأيام القليلة المقبلة", "DURATION", "PXD")),
        ("خلال السنوات الخمس المقبلة", ("السنوات الخمس المقبلة", "DURATION", "P5Y")),
        ("خلال الـ24 ساعة الماضية", ("24 ساعة الماضية", "DURATION", "PT24H")),
        ("قبل ثلاثة أسابيع على انطلاق السباق", ("ثلاثة أسابيع", "DURATION", "P3W")),
        ("أعمارهم بين 19-20 عاما", ("20 عاما", "DURATION", "P20Y")),
        ("استمر أسبوعا كاملا", ("أسبوعا كاملا", "DURATION", "P1W")),
        ("غاب قرابة الشهر", ("قرابة الشهر", "DURATION", "P1M")),
        ("كيقرا واحد العام ومن بعد كيمشي", ("واحد العام", "DURATION", "P1Y")),
        ("لمدة 100 ألف ساعة", ("100 ألف ساعة", "DURATION", "PT100000H")),
        ("عند الساعة 0947 بتوقيت غرينتش", ("الساعة 0947 بتوقيت غرينتش", "TIME", "2025-02-13T09:47")),
        ("خلال الأشهر الـ 12 الماضية", ("الأشهر الـ 12 الماضية", "DURATION", "P12M")),
        ("منذ عقود", ("عقود", "DURATION", "PXDE")),
        ("خلال العقود الثلاثة الماضية", ("العقود الثلاثة الماضية", "DURATION", "P3DE")),
        ("سامر حداد (63 عامًا)", ("63 عامًا", "DURATION", "P63Y")),
        ("يصدر يوميا", ("يوميا", "SET", "P1D")),
        ("يصدر كل يوم جمعة", ("كل يوم جمعة", "SET", "XXXX-WXX-5")),
        ("يصدر كل سنتين", ("كل سنتين", "SET", "P2Y")),
        ("يصدر سنويا", ("سنويا", "SET", "P1Y")),
        ("يحملون الماء كل صباح", ("كل صباح", "SET", "XXXX-XX-XXTMO")),
        ("يقطفون الثمر في كل خريف", ("كل خريف", "SET", "XXXX-FA")),
        ("يغلق المتحف أيام الاثنين", ("أيام الاثنين", "SET", "XXXX-WXX-1")),
        ("يتدرب مرتين في الأسبوع", ("مرتين في الأسبوع", "SET", "P1W")),
        ("تجتمع اللجنة مرة كل ثلاثة أشهر", ("مرة كل ثلاثة أشهر", "SET", "P3M")),
        ("تبدأ السنة المالية في الأول من تموز من كل عام", ("الأول من تموز من كل عام", "SET", "XXXX-07-01")),
        ("كان الأمر أصعب لو انتظرنا أسبوعا آخر", ("أسبوعا", "DURATION", "P1W")),
        ("دفع الفريق ثمن أسبوع بلا تدريب", ("أسبوع", "DURATION", "P1W")),
        ("أخلي الوادي قبل وصول الماء بساعات", ("ساعات", "DURATION", "PTXH")),
        ("تحتاج الفاجعة إلى سنوات", ("سنوات", "DURATION", "PXY")),
        ("فليعودوا يوما واحدا على الأقل", ("يوما واحدا على الأقل", "DURATION", "P1D")),
        ("استغرقت ثلاث ساعات وربعا", ("ثلاث ساعات وربعا", "DURATION", "PT3H15M")),
        ("خلال العامين الأولين", ("العامين الأولين", "DURATION", "P2Y")),
        ("في الدقائق العشر الأولى", ("الدقائق العشر الأولى", "DURATION", "PT10M")),
        ("ثمانية قرون في قاعة", ("ثمانية قرون", "DURATION", "P8CE")),
        ("نام في بيته بعد 24 يوما في الخيام", ("24 يوما", "DURATION", "P24D")),
        ("لن يعود قبل عام كامل", ("عام كامل", "DURATION", "P1Y")),
        ("أطول إضراب منذ ربع قرن", ("منذ ربع قرن", "DATE", "2000")),
        ("أكد قبل أسبوع بالضبط", ("قبل أسبوع بالضبط", "DATE", "2025-02-06")),
        ("تحدث إلينا صيادون هذا الصباح", ("هذا الصباح", "TIME", "2025-02-13TMO")),
        ("لم يبع شيئا منذ الصباح", ("الصباح", "TIME", "2025-02-13TMO")),
        ("في مؤتمر عقدته صباحا أمام البوابة", ("صباحا", "TIME", "2025-02-13TMO")),
        ("تستمر التغطية حتى منتصف الليل", ("منتصف الليل", "TIME", "2025-02-13T24:00")),
        ("زوال أمس الأربعاء", ("زوال أمس الأربعاء", "TIME", "2025-02-12TAF")),
        ("قبل مساء الأول من آذار/ مارس", ("مساء الأول من آذار/ مارس", "TIME", "2025-03-01TEV")),
        ("يعمل الآن", ("الآن", "DATE", "PRESENT_REF")),
        ("أعلن لاحقًا", ("لاحقًا", "DATE", "FUTURE_REF")),
        ("أعلن في وقت سابق", ("وقت سابق", "DATE", "PAST_REF")),
        ("عند الساعة 3 مساء", ("الساعة 3 مساء", "TIME", "2025-02-13T15:00")),
        ("الساعة الثامنة والنصف من مساء أمس", ("الساعة الثامنة والنصف من مساء أمس", "TIME", "2025-02-12T20:30")),
        ("الساعة 15:00 بتوقيت غرينتش", ("الساعة 15:00 بتوقيت غرينتش", "TIME", "2025-02-13T15:00")),
        ("في الثالثة عصرا", ("الثالثة عصرا", "TIME", "2025-02-13T15:00")),
    ],
)
def test_amounts_sets_hours_and_vague_times(text, expected):
    assert found(text) == [expected]


def test_an_hour_belongs_to_the_day_named_in_its_sentence():
    assert values("تقام المباراة السبت المقبل، وتبدأ الساعة 8 مساء.") == ["2025-02-15", "2025-02-15T20:00"]


def test_lines_of_a_live_blog_are_stamped_with_the_hour():
    text = "لحظة بلحظة\n\n٢٠:٠٥ - أقلعت الطائرة قبل ربع ساعة.\n\n٢٠:٣١ الوفد ينفي.\nخسر الفريق 3:21"
    assert values(text) == ["2025-02-13T20:05", "2025-02-13T19:50", "2025-02-13T20:31"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أبوابها مفتوحة يوميا من العاشرة صباحا حتى التاسعة مساء", ["P1D", "XXXX-XX-XXT10:00", "XXXX-XX-XXT21:00"]),
        ("ستجري الأشغال من العاشرة مساء وحتى الرابعة فجرا", ["XXXX-XX-XXT22:00", "XXXX-XX-XXT04:00"]),
        ("تستقبل العيادة المراجعين من الأحد إلى الخميس", ["XXXX-WXX-7", "XXXX-WXX-4"]),
        ("وصل الأحد. وفتح الباب الثالثة عصرا.", ["2025-02-09", "2025-02-09T15:00"]),
        ("سيصل الأحد. وقال إنه نام العاشرة مساء.", ["2025-02-16", "2025-02-13T22:00"]),
    ],
)
def test_an_hour_is_of_every_day_or_of_the_day_named(text, expected):
    found_ = find_times(text, THURSDAY)
    assert [time.value for time in found_] == expected
    assert all((time.type == "SET") == (time.value[:4] in ("XXXX", "P1D")) for time in found_)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ثاني أيام العيد", "2025-03-31"),
        ("أول أيام عيد الأضحى", "2025-06-06"),
        ("أول أيام شهر رمضان", "2025-03-01"),
        ("ليلة العيد", "2025-03-29TNI"),
        ("صباح عيد الفطر", "2025-03-30TMO"),
    ],
)
def test_days_of_feasts_are_those_of_umm_al_qura(text, expected):
    assert values(text, "2025-03-20") == [expected]


def test_the_evening_of_the_same_day_is_that_of_the_day_named():
    assert values("وصل الوفد أمس الأول، وغادر مساء اليوم نفسه") == ["2025-02-11", "2025-02-11TEV"]


def test_an_hour_of_a_dated_evening_keeps_its_twin():
    assert values("مساء السبت 21 شوال 1446هـ، الموافق 19 نيسان 2025") == ["2025-04-19TEV", "2025-04-19"]


@pytest.mark.parametrize(("year", "first"), [(1, "0622-07-19"), (482, "1089-03-22"), (1342, "1923-08-14")])
def test_beyond_the_tables_hijri_years_are_tabular(year, first):
    assert hijri.to_gregorian(year, 1, 1).isoformat() == first
    assert hijri.year_month(date.fromisoformat(first)) == (year, 1)


@given(st.integers(1, 1500), st.integers(1, 12), st.integers(1, 29))
def test_a_hijri_day_leads_back_to_its_month(year, month, day):
    assert hijri.year_month(hijri.to_gregorian(year, month, day)) == (year, month)


def test_a_weekday_that_contradicts_its_date_is_less_sure():
    agreeing, contradicting = (find_times(text)[0] for text in ("الأربعاء 12 فبراير 2025", "الثلاثاء 12 فبراير 2025"))
    assert agreeing.value == contradicting.value == "2025-02-12"
    assert contradicting.confidence < agreeing.confidence


@pytest.mark.parametrize(
    "text",
    [
        "خسر الفريق 2-1 ثم 3:2 وبلغت النسبة 12.5% وارتفع المؤشر 2015 نقطة",
        "هاتف المكتب 2015-555-123 والقرار رقم 2012/45 والنشرة 09/2022",
        "مارس المجلس ضغوطا على البنك بما يوليه من اهتمام",
        "فاز رمضان حداد وشعبان نصار على رجب سالم",
        "قال سعد محمد الخميس: الطريق مفتوح",
        "رفع المتظاهرون صور ثورة 25 يناير في شارع 26 يوليو وحضر حزب 14 آذار",
        "نشرت صحيفة «اليوم» الخبر",
        "يحتفل البلد باليوم الوطني وهو في أمس الحاجة إليه",
        "خطبة الجمعة وسوق الخميس",
        "المدير العام والقطاع العام والرأي العام",
        "وقع عقدين مع شركتين",
        "سجل هدفين في الدقيقتين 63 و66",
        "من أشهر الفرق عدد من أشهر الشعراء",
        "قرأ ألف ليلة وليلة",
        "تكبر الفجوة يوما بعد يوم",
        "اجتاز الدورة الثانية والمرة الثالثة",
        "لم يحضر أحد من الوفد",
        "ساعة الصفر وعام الفيل",
        "هجمات 11 سبتمبر",
        "في السبعينيات من عمره",
        "مستشفى مايو كلينك",
        "تعادل الفريقان صفر صفر",
        "هذا العقد مع الشركة",
        "المديران العامان للهيئتين",
        "شرح الدكتور الخميس القصيدة",
        "هدفان في النصف الثاني من المباراة",
        "فاز الفريق 2 / صفر ثم 1-صفر",
        "مدينة 6 أكتوبر",
        "قال مسؤول كان مستشارا سابقا للوزير",
        "تحديات هذا العصر",
        "الدقائق الأخيرة من المباراة",
    ],
)
def test_what_looks_like_a_time_and_is_none(text):
    assert found(text) == []


def test_a_family_name_stays_one():
    text = "كشف رئيس اللجنة محمد الخميس أن البرنامج بدأ. وأضاف الخميس أن العمل مستمر."
    assert found(text) == []
    assert values("استقبل الملك سلمان الخميس وفدا") == ["2025-02-13"]


def test_without_a_day_of_reference_relative_values_stay_open():
    text = "قال أمس الأربعاء إنه يعود هذا الأسبوع بعد غياب سنتين، ثم يوميا، في 20 فبراير"
    assert [(t.value, t.earliest) for t in find_times(text)] == [
        (None, None), (None, None), ("P2Y", None), ("P1D", None), ("XXXX-02-20", None),
    ]  # fmt: skip


def test_intervals_anchors_and_confidence():
    month, week, duration = find_times("في مايو 2024 وهذا الأسبوع ولمدة شهرين", THURSDAY)
    assert (month.earliest, month.latest, month.anchor) == (date(2024, 5, 1), date(2024, 5, 31), "explicit")
    assert (week.earliest, week.latest, week.anchor) == (date(2025, 2, 10), date(2025, 2, 16), "published")
    assert (duration.earliest, duration.latest, duration.anchor) == (None, None, "explicit")
    assert month.confidence > week.confidence > find_times("اجتماع الأحد", THURSDAY)[0].confidence


def test_a_day_that_does_not_exist_has_no_value():
    assert values("في 30 شباط 2024 و31/02/2023") == [None, None]


@pytest.mark.parametrize(
    "published",
    ["2025-02-13", "2025-02-13T21:15:00", date(2025, 2, 13), datetime(2025, 2, 13, 9), pd.Timestamp(THURSDAY)],
)
def test_the_day_of_publication_may_come_in_many_forms(published):
    assert find_times("أمس", published)[0].value == "2025-02-12"


@pytest.mark.parametrize("published", [None, "", pd.NaT, float("nan")])
def test_a_missing_day_of_publication_is_missing(published):
    assert find_times("أمس", published)[0].value is None


def test_a_published_that_is_no_date_is_an_error():
    with pytest.raises(ValueError, match="yesterday"):
        find_times("أمس", "yesterday")


def test_marks_and_direction_controls_do_not_hide_a_time():
    text = "وَصَلَ \u200fأَمْسِ الأربعــاء"
    (time,) = find_times(text, THURSDAY)
    assert (text[time.start : time.end], time.value) == ("أَمْسِ الأربعــاء", "2025-02-12")


def test_words_inside_a_quotation_count_from_the_day_of_the_utterance():
    text = 'شكر الرئيس، الثلاثاء الماضي، ضيفه.\nوأضاف: "سنخبركم غدًا".'
    quote = (text.index("سنخبركم"), text.index("غدًا") + 4)
    times = find_times(text, THURSDAY, quotes=[quote])
    assert [(t.value, t.anchor) for t in times] == [("2025-02-11", "published"), ("2025-02-12", "utterance")]
    assert find_times(text, THURSDAY)[1].value == "2025-02-14"


def test_a_quotation_without_a_day_of_its_own_counts_from_publication():
    text = 'قال الوزير: "سنعود غدًا". وكانت القمة عقدت الأحد الماضي.'
    quote = (text.index("سنعود"), text.index("غدًا") + 4)
    assert find_times(text, THURSDAY, quotes=[quote])[0].value == "2025-02-14"


def test_a_dateline_is_not_the_day_of_the_utterance():
    text = 'مرسى الحجر في 13 فبراير (نبأ) - التقى الرئيس، أمس، الصيادين.\n\nوقال: "سنسافر غدا".'
    quote = (text.index("سنسافر"), text.index("غدا") + 3)
    assert find_times(text, THURSDAY, quotes=[quote])[-1].value == "2025-02-13"


def test_a_heading_that_ends_in_marks_is_a_heading():
    text = 'الكأس تعود إلى "المنارة"\n\nلم تنم المدينة ليل أمس.\n\nوقال القائد: "سنحتفل غدا".'
    quote = (text.index("سنحتفل"), text.index("غدا") + 3)
    assert find_times(text, THURSDAY, quotes=[quote])[-1].value == "2025-02-13"


def test_a_new_section_has_its_own_day():
    text = (
        "أعلن الوزير، الأحد الماضي، خطة المياه.\n\nزيارة إلى الشمال\nوصل الوزير إلى الشمال بلا موعد معلن.\n"
        'وقال: "نبدأ غدا".'
    )
    quote = (text.index("نبدأ"), text.index("غدا") + 3)
    assert find_times(text, THURSDAY, quotes=[quote])[-1].anchor == "published"


def test_month_names_are_those_of_cldr():
    from babel.dates import get_month_names

    rows = [row for row in table("months") if row["calendar"] == "g"]
    for locale in ("ar", "ar_SY", "ar_IQ", "ar_DZ", "ar_MA"):
        for number, name in get_month_names("wide", locale=locale).items():
            known = {key(f) for row in rows if int(row["number"]) == number for f in forms(row["forms"])}
            assert key(name) in known, (locale, name)


@pytest.mark.parametrize("row", [r for r in table("months") if r["calendar"] == "g"], ids=lambda r: r["forms"])
def test_every_month_name_is_read(row):
    for form in forms(row["forms"]):
        assert values(f"في 3 {form} 2019") == [f"2019-{int(row['number']):02d}-03"], form


def test_proclitics_do_not_hide_a_word():
    words = vocabulary()
    assert all(form in words for form in ("والخميس", "للشهر", "وبالعام", "فاليوم", "كالامس", "ولعام"))
    assert [t.text for t in find_times("ويوم الأحد وللخميس المقبل", THURSDAY)] == ["يوم الأحد", "للخميس المقبل"]


PIECES = [
    "أمس", "اليوم", "غدًا", "الأربعاء", "يوم", "20", "شباط/", "فبراير", "2025", "1436هـ", "شوال", "الموافق", "منذ", "قبل",
    "ثلاثة", "أعوام", "الساعة", "3", ":", "30", "مساء", "من", "إلى", "-", "/", "(", ")", "«", "»", ".", "\n", "الماضي",
    "المقبل", "القرن", "نهاية", "هذا", "الأسبوع", "كل", "و", "نصف", "عدة", "أيام", "الـ", "الحادي", "والعشرين", "9" * 5000,
]  # fmt: skip


def check(text: str, published: date | None) -> list[Time]:
    times = find_times(text, published)
    assert times == find_times(text, published)
    done = 0
    for time in times:
        assert done <= time.start < time.end <= len(text)
        assert text[time.start : time.end] == time.text
        assert time.type in ("DATE", "TIME", "DURATION", "SET")
        assert (time.earliest is None) == (time.latest is None)
        assert time.earliest is None or time.earliest <= time.latest
        assert 0 <= time.confidence <= 1
        done = time.end
    return times


@pytest.mark.parametrize(
    "piece",
    ["نحو ", "أكثر من ", "السابع إلى ", "10 و ", "10-", "2012 و", "2012–", "السبت الساعة 3 مساء ", "الساعة 3 حتى ", "مئة و", "يوم ",
     "قبل ", "هذا ", "شباط/", "نهاية ", "كل ", "عام ونصف و", "«اليوم ", "\"", "قال محمد الخميس ", "20 شباط/ فبراير (", "1/2/",
     "الخامسة حتى ", "10:20 ", "النصف الثاني من ", "مرة كل ", "بين الثامنة و", "أول أيام ", "18:40 قبل ساعة ",
     "أمس يوميا الثالثة عصرا "],
)  # fmt: skip
def test_words_that_never_end_are_read(piece):
    check(piece * 3000, date(2025, 2, 13))


days = st.none() | st.dates()


@settings(deadline=None, max_examples=150)
@given(st.text(), days)
def test_any_text_is_read(text, published):
    check(text, published)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join), days)
def test_any_jumble_of_time_words_is_read(text, published):
    check(text, published)


@settings(deadline=None, max_examples=100)
@given(st.dates(date(2000, 1, 1), date(2076, 1, 1)))
def test_a_day_written_in_full_means_itself(day):
    months = {int(r["number"]): forms(r["forms"])[0] for r in table("months") if r["system"] == "ar_SY"}
    assert values(f"في {day.day} {months[day.month]} {day.year}") == [day.isoformat()]
    assert values(f"في {day:%d/%m/%Y}") == [day.isoformat()]
