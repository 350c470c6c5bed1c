"""Through whom and to whom: the medium that carried a statement, and those it was addressed to."""

import pytest

from analysis.quotes import find_quotes

MEDIUM = {
    "an agency with ل": ("وقال أدهم باشو وهو صياد لرويترز عبر الهاتف “عادت القوارب إلى المرفأ”.", "رويترز"),
    "an agency of two words": ("قال مؤسس الجمعية فادي حداد لفرانس برس إن العمل مستمر.", "فرانس برس"),
    "an agency before the verb": ("ووفقا لـ «رويترز» قالت الرابطة الوطنية للوسطاء إن المبيعات زادت.", "رويترز"),
    "the short name of an agency": ("وبحسب «الألمانية»، فقد ذكر تقرير الرابطة أن المحطة جاهزة.", "الألمانية"),
    "brackets": ("وذكرت والدة الطفل في تصريح لـ(المرفأ) أن ابنها بخير.", "المرفأ"),
    "through a paper": ("وناشدت والدة الطفل -عبر «المرفأ»- الجهات المختصة، مساعدتها في علاجه.", "المرفأ"),
    "a platform behind one's own page": ("وقال المدير سامر حداد على صفحته على موقع فيسبوك: إنه استقال.", "موقع فيسبوك"),
    "one's own page alone": ("وقال المدير سامر حداد على صفحته: إنه استقال.", "صفحته"),
    "what was published is no bulletin": ("وأوضحت الكلية في بيان نشره المدير أن الدراسة مستمرة.", None),
    "what a title is of": ("أشار سامر حداد الرئيس التنفيذي لـ«أفق» إلى أن العام كان جيدا.", None),
    "what a report is of": ("وأوضح التقرير الشهري لـ«أفق» أن القيمة بلغت ألفا.", None),
    "the agency that is the source itself": (
        "تتوقع وكالة الأمن البحري أن تواصل السفن الإبحار، وفق تعبير الوكالة.",
        None,
    ),
    "the paper by its name": (
        "ونشرت صحيفة «المرفأ» تحقيقا عن الميناء. ونقلت الصحيفة عن سامر حداد قوله إن العمل صعب.",
        "صحيفة «المرفأ»",
    ),
    "a broadcaster with ل and the article": (
        "وقال الوزير سامر حداد للتلفزيون الرسمي إن السد جاهز.",
        "التلفزيون الرسمي",
    ),
}


@pytest.mark.parametrize(("text", "medium"), MEDIUM.values(), ids=MEDIUM)
def test_through_whom(text, medium):
    assert {quote.medium for quote in find_quotes(text)} == {medium}


ADDRESSEE = {
    "people with ل": ("وقال ظريف للنواب إن القرار لا يشمل السفن.", "النواب"),
    "soldiers": ('وقال كارتر لجنود الحامية في الميناء "نحن نبني قوة هنا".', "جنود الحامية في الميناء"),
    "a colleague by name": ("أكد الوزير لنظيره المصري سامر حداد أن بلاده ملتزمة بالاتفاق.", "نظيره المصري سامر حداد"),
    "what the text names elsewhere": (
        "رحل اللاعب عن فريق نابادا. ولكن باردو أكد لنابادا أن اللاعب لن يعود.",
        "نابادا",
    ),
    "everybody": ("وحث العميد الغرير الجميع على توخي الحذر أثناء السباحة.", "الجميع"),
    "a state behind a family name": (
        "وصل الأمين سامر حداد إلى المطار. وطالب حداد تركيا باحترام الاتفاق.",
        "تركيا",
    ),
    "those behind a comma": ("دعا المتحدث باسم البلدية علي الأحمدي، السكان، إلى توفير الماء.", "السكان"),
    "those behind an adjunct": ("وطالب الدكتور اليامي في بيان اليوم الهيئات الدولية بالتدخل.", "الهيئات الدولية"),
    "a body behind a family name": ("ودعا الحسني قيادة النقابة إلى ضبط النفس.", "قيادة النقابة"),
    "a zone behind a fund": ("طالب صندوق النقد الدولي منطقة اليورو بالمزيد من الإصلاحات.", "منطقة اليورو"),
    "those called on": ("وأهابت الوزارة بملاك العقارات، التي تقرر نزعها، بمراجعة المكتب.", "ملاك العقارات"),
    "those of whom something is asked": ("وطلب الدكتور المحيسن من الجميع التعاون مع الهيئة.", "الجميع"),
    "a body before its region": ("وناشد سكان جبل الساحل السلطات بفتح الطريق.", "السلطات"),
    "what a body is of": ("وأوضح حداد في بيان للاتحاد البحري أن السباق قريب.", None),
    "where somebody works": ("وقال أحد المحققين لدى الادعاء العام إن العمل مستمر.", None),
    "a medium is told, not spoken to": ("وقال الوزير لرويترز إن السد جاهز.", None),
}


@pytest.mark.parametrize(("text", "addressee"), ADDRESSEE.values(), ids=ADDRESSEE)
def test_to_whom(text, addressee):
    assert find_quotes(text)[-1].addressee == addressee
