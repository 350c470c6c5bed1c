"""Attribution on sentences: each rule of the stages, on people and bodies that do not exist."""

import ast
import doctest
import re
import sys
from importlib import import_module
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_quote_cues import COMPLEMENTS, CUES

from analysis.quotes import Quote, extract_quotes, find_quotes
from analysis.schema import FRAMES

PACKAGE = Path(sys.modules[find_quotes.__module__].__file__).parent
STAGES = sorted(
    path.stem for path in PACKAGE.glob("*.py") if path.stem != "__init__" and ">>>" in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("stage", STAGES)
def test_docstrings_run(stage):
    assert doctest.testmod(import_module(f"analysis.quotes.{stage}")).failed == 0


def rows(text: str) -> list[tuple[str, str | None, str | None, str]]:
    return [(q.kind, q.cue, q.speaker, q.text) for q in find_quotes(text)]


SENTENCES = {
    "a verb, its subject, a clause": (
        "وقالت وزيرة الصحة نوال البكار إن اللقاحات وصلت إلى المستشفيات.",
        [("indirect", "وقالت", "نوال البكار", "إن اللقاحات وصلت إلى المستشفيات")],
    ),
    "a long subject between verb and clause": (
        "وأكد مدير مستشفى السهل ورئيس لجنة الطوارئ الدكتور فريد النجار، خلال مؤتمر صحفي عقده أمس، أن الحالات تتراجع.",
        [("indirect", "وأكد", "فريد النجار", "أن الحالات تتراجع")],
    ),
    "words in marks after a colon": (
        "وأضاف العمدة حمدان بو خليل: \"الطريق سالك\".",
        [("direct", "وأضاف", "حمدان بو خليل", "الطريق سالك")],
    ),
    "words after a colon without marks end with their sentence": (
        "وقال العمدة حمدان بو خليل: الطريق سالك. وانتهى الاجتماع مساء.",
        [("direct", "وقال", "حمدان بو خليل", "الطريق سالك")],
    ),
    "marks without a colon": (
        "وتابع العمدة حمدان بو خليل «فتحنا الطريق كله أمام الشاحنات اليوم».",
        [("direct", "وتابع", "حمدان بو خليل", "فتحنا الطريق كله أمام الشاحنات اليوم")],
    ),
    "reported words in marks inside a clause": (
        "وذكرت الوزيرة ليلى سرحان أن الخطة «جاهزة منذ شهرين على الأقل» رغم التأخير.",
        [("mixed", "وذكرت", "ليلى سرحان", "أن الخطة «جاهزة منذ شهرين على الأقل» رغم التأخير")],
    ),
    "a quoted name inside a clause is no quotation": (
        "وقال المدير سامر حداد إن شركة «ضياء» ستبدأ العمل.",
        [("indirect", "وقال", "سامر حداد", "إن شركة «ضياء» ستبدأ العمل")],
    ),
    "a participle opens a row of its own": (
        "وقالت ليلى سرحان إن العمل انتهى، مشيرةً إلى أن الافتتاح قريب.",
        [
            ("indirect", "وقالت", "ليلى سرحان", "إن العمل انتهى"),
            ("indirect", "مشيرةً", "ليلى سرحان", "أن الافتتاح قريب"),
        ],
    ),
    "a cue right behind another shares its content": (
        "وقال النائب سامر حداد إن الوقت ضيق. وزاد مؤكدا: \"لن ننتظر أكثر\".",
        [
            ("indirect", "وقال", "سامر حداد", "إن الوقت ضيق"),
            ("direct", "وزاد", "سامر حداد", "لن ننتظر أكثر"),
        ],
    ),
    "a nominal complement": (
        "وشدد الوزير كنعان العمري على ضرورة خفض العجز.",
        [("indirect", "وشدد", "كنعان العمري", "ضرورة خفض العجز")],
    ),
    "a demand": (
        "وطالبت النقابة بزيادة الأجور قبل نهاية العام.",
        [("indirect", "وطالبت", "النقابة", "بزيادة الأجور قبل نهاية العام")],
    ),
    "an agency relays, the person quoted speaks": (
        "ونقلت وكالة «سرندا برس» عن المتحدث باسم البلاط وائل الهادي قوله إن الزيارة تأجلت.",
        [("indirect", "قوله", "وائل الهادي", "إن الزيارة تأجلت")],
    ),
    "the source behind the clause": (
        "ارتفعت أسعار الخبز في العاصمة، بحسب وزارة التموين.",
        [("indirect", "بحسب", "وزارة التموين", "ارتفعت أسعار الخبز في العاصمة")],
    ),
    "the source before the clause": (
        "ووفقا لمصدر في الميناء، فإن السفينة غادرت ليلا.",
        [("indirect", "ووفقا", "مصدر في الميناء", "فإن السفينة غادرت ليلا")],
    ),
    "a verb after the quotation": (
        "«لن نغادر الميدان قبل الاتفاق»، قال زعيم النقابة عاصم الرماح.",
        [("direct", "قال", "عاصم الرماح", "لن نغادر الميدان قبل الاتفاق")],
    ),
    "a text that speaks": (
        "وجاء في بيان للوزارة أن المدارس تفتح أبوابها الأحد.",
        [("indirect", "وجاء", "بيان للوزارة", "أن المدارس تفتح أبوابها الأحد")],
    ),
    "the topic of أما": (
        "أما المديرة سلمى الغزال فقالت إن المطر يتراجع.",
        [("indirect", "فقالت", "سلمى الغزال", "إن المطر يتراجع")],
    ),
    "a subject before its verb": (
        "وكان الوزير يزن الدالي قد أعلن أن المفاوضات مستمرة.",
        [("indirect", "أعلن", "يزن الدالي", "أن المفاوضات مستمرة")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_sentence(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "يذكر أن المدينة شهدت أمطارا غزيرة هذا الأسبوع.",
        "وأشاد الوزير كنعان العمري بجهود المتطوعين.",
        "ولم يعلن الوزير كنعان العمري أن الخطة اكتملت.",
        "المسافة بين القريتين طويلة جدا كما أن الطريق وعرة.",
        "وأعلنت منصة «تروث» الجديدة أسعارها.",
        "على أمل أن يعود اللاعب إلى الملاعب.",
        "نشرت صحيفة «صدى الخليج» صورا للحادث.",
    ],
)
def test_what_looks_like_an_attribution_and_is_none(text):
    assert find_quotes(text) == []


def speakers(text: str) -> list[str | None]:
    return [q.speaker for q in find_quotes(text)]


RULES = {
    "a sourcing phrase ends before فإن": (
        "ووفقا لوزارة الزراعة فإن المحصول تضاعف هذا الموسم.",
        ("وزارة الزراعة", "فإن المحصول تضاعف هذا الموسم"),
    ),
    "a sourcing phrase ends before فقد": (
        "وبحسب هيئة الأرصاد فقد هطلت أمطار غزيرة على الساحل.",
        ("هيئة الأرصاد", "فقد هطلت أمطار غزيرة على الساحل"),
    ),
    "a name that has spoken may follow بحسب": (
        "وقال المهندس نادر الكيلاني إن الجسر آمن. وبحسب الكيلاني، فقد انتهت أعمال الصيانة كلها.",
        ("نادر الكيلاني", "فقد انتهت أعمال الصيانة كلها"),
    ),
    "what follows a topic put first": (
        "وافتتح الوزير هاني القصار المعرض. وبالعودة إلى الرسامة سلمى الديب فقد أكدت أن اللوحات كلها للبيع.",
        ("سلمى الديب", "أن اللوحات كلها للبيع"),
    ),
    "a body behind its verb is no subject where a title follows": (
        "والتقى اللجنة رئيس الهيئة الفريق مازن الدروبي، مؤكدا أن القناة جاهزة.",
        ("مازن الدروبي", "أن القناة جاهزة"),
    ),
    "a full stop without its space": (
        "وأعلن الجيش أن الطريق مفتوح.وكان حزب النهضة اتهم الحكومة بخرق الهدنة.",
        ("حزب النهضة", "بخرق الهدنة"),
    ),
    "a pronoun at a verb of the present": (
        "ويصفها المعهد الجغرافي بأنها أكبر بحيرة في البلاد.",
        ("المعهد الجغرافي", "بأنها أكبر بحيرة في البلاد"),
    ),
    "an adjective before أن is no complement": (
        "وأكدت جهات محلية معارضة أن المصنع سيغلق أبوابه.",
        ("جهات محلية معارضة", "أن المصنع سيغلق أبوابه"),
    ),
    "whom it is said to is no subject": (
        "وقالت الوزارة إن السفير سامي البنا قال للرئيس إن الاتفاق قريب.",
        ("سامي البنا", "إن الاتفاق قريب"),
    ),
    "a short verbal noun in the construct state": (
        "واعترف المتهم رامي سعدون، الذي حضر وحده، بقتل الحارس.",
        ("رامي سعدون", "بقتل الحارس"),
    ),
    "two quoted words are what is demanded": (
        'ودعا المجلس البلدي جميع الأطراف إلى "ضبط النفس".',
        ("المجلس البلدي", "ضبط النفس"),
    ),
    "a clause of time in which somebody else reports": (
        "وأكد الوزير سامي البنا أن المصنع باق، في وقت دعت فيه النقابة إلى وقف العمل.",
        ("سامي البنا", "أن المصنع باق"),
    ),
    "a state holds an opinion inside a report": (
        "وقال المتحدث سامي البنا إن فرنسا ترى أن الحل ممكن.",
        ("فرنسا", "أن الحل ممكن"),
    ),
    "a title behind a verb that goes on": (
        "وقال نوري الصافي إن العمل بدأ. وأضاف الرئيس الجديد للجمعية الوطنية لحقوق المرضى أن العيادات مفتوحة.",
        ("نوري الصافي", "أن العيادات مفتوحة"),
    ),
    "a source with ل and two adjectives": (
        "ووفقا لمصدر أمني محلي فإن الطريق مغلق منذ الصباح.",
        ("مصدر أمني محلي", "فإن الطريق مغلق منذ الصباح"),
    ),
    "somebody else vouches for a report": (
        "دعا الوزير سامي البنا المزارعين إلى ترشيد الري، وفق ما أكد مكتب الإعلام.",
        ("مكتب الإعلام", "دعا الوزير سامي البنا المزارعين إلى ترشيد الري"),
    ),
    "a noun with ل completes a definite title": (
        "وقال المدير التنفيذي للبرنامج البحري للأرصفة المهندس طارق الديب إن الباب مفتوح.",
        ("طارق الديب", "إن الباب مفتوح"),
    ),
    "a rank and name in apposition before an adjunct": (
        "وأوضح المتحدث الرسمي لمديرية المرور، المقدم علي الديب في تصريح صحفي، أن الطريق سالك.",
        ("علي الديب", "أن الطريق سالك"),
    ),
    "a body named after somebody": (
        "وأكد المتحدث الرسمي لمركز الملك سالم للإغاثة والأعمال الإنسانية رأفت الديب أن السفينة وصلت.",
        ("رأفت الديب", "أن السفينة وصلت"),
    ),
    "an honour means the one who has its title": (
        "وقال الرئيس سالم البنا إن الخطة جاهزة. وقال المتحدث نادر الديب إن الاجتماع انتهى، وأكد سيادته أن العمل بدأ.",
        ("سالم البنا", "أن العمل بدأ"),
    ),
    "a family name that is also a title": (
        "وقال أحمد خليفة، المدير العام للشركة، إن المنتج جديد. وأضاف أن السعر مناسب.",
        ("أحمد خليفة", "أن السعر مناسب"),
    ),
    "a construct is no nominal complement": (
        "وأعلنت وكالة أنباء الساحل أن السفينة وصلت.",
        ("وكالة أنباء الساحل", "أن السفينة وصلت"),
    ),
    "a sourcing phrase right behind أنه": (
        "وقال الوزير سامي البنا إنه، وفقا للخطة، يجب أن تنخفض الأسعار هذا الشهر.",
        ("سامي البنا", "إنه، وفقا للخطة، يجب أن تنخفض الأسعار هذا الشهر"),
    ),
    "a given name that is also a title": (
        "وأوضح المتحدث الرسمي للهيئة، خالد مساعد السالمي، أن الخدمة مجانية.",
        ("خالد مساعد السالمي", "أن الخدمة مجانية"),
    ),
    "a name ends before the object": (
        "ووصفت المبعوثة ليلى فوس كلام الوزير بأنه متفائل.",
        ("ليلى فوس", "بأنه متفائل"),
    ),
    "a name ends before a demonstrative": (
        "ووصف نادر الغزال هذا الرقم بأنه كبير.",
        ("نادر الغزال", "بأنه كبير"),
    ),
    "a governor and its adjective": (
        "وقال المشرف العام على الشؤون الإعلامية سعد الديب إن الصحيفة جديدة.",
        ("سعد الديب", "إن الصحيفة جديدة"),
    ),
    "a role is no turn to another speaker": (
        "ودعا الوزير سامي البنا الإعلاميين إلى القيام بدورهم التوعوي في القرى.",
        ("سامي البنا", "القيام بدورهم التوعوي في القرى"),
    ),
    "a name that begins like a preposition": (
        "وتعهد بارتوميو رئيس النادي بأن يبقى الملعب مفتوحا. وغادر بارتوميو القاعة.",
        ("بارتوميو", "بأن يبقى الملعب مفتوحا"),
    ),
    "a title in apposition leads back to its name": (
        "ووجه البرتغالي جوليان سيرا، المدير الفني للفريق، التهنئة للجميع. وأشار المدير الفني إلى أنه سعيد.",
        ("جوليان سيرا", "أنه سعيد"),
    ),
    "the preposition joined to the article": (
        "ووفقا للوزارة فإن المحصول تضاعف هذا الموسم.",
        ("الوزارة", "فإن المحصول تضاعف هذا الموسم"),
    ),
    "a sourcing phrase behind و": (
        "وبحسب ما أعلنت الوزارة فإن المحصول تضاعف هذا الموسم.",
        ("الوزارة", "فإن المحصول تضاعف هذا الموسم"),
    ),
    "a subject that may also head a complement": (
        "وأعلنت وحدة مكافحة الحرائق أن الغابة آمنة.",
        ("وحدة مكافحة الحرائق", "أن الغابة آمنة"),
    ),
    "an honour that may also head a complement": (
        "وقال السفير سالم البنا إن اللقاء مثمر، وأكد سعادته خلال اللقاء أن العلاقات متينة.",
        ("سالم البنا", "أن العلاقات متينة"),
    ),
    "Ali as a second name": (
        "وأوضح وزير المالية محمد علي إن الميزانية جاهزة.",
        ("محمد علي", "إن الميزانية جاهزة"),
    ),
    "two exclamation marks end a sentence": (
        "وقالت الوزارة إن الخبر غير صحيح!! وانتهى الاجتماع.",
        ("الوزارة", "إن الخبر غير صحيح"),
    ),
    "an agency behind ل": (
        "وأكد الوزير سامي البنا لرويترز أن السد ممتلئ.",
        ("سامي البنا", "أن السد ممتلئ"),
    ),
    "a lady's honour": (
        "وقالت الوزيرة ليلى سرحان إن الخطة جاهزة. وأضافت معاليها أن العمل بدأ.",
        ("ليلى سرحان", "أن العمل بدأ"),
    ),
    "a phrase between dashes interrupts its clause": (
        "وتكمن المشكلة -وفق المسؤول المحلي- في نقص المياه عن الحقول.",
        ("المسؤول المحلي", "وتكمن المشكلة -وفق المسؤول المحلي- في نقص المياه عن الحقول"),
    ),
    "a name that begins with ف in apposition": (
        "وقال المتحدث الرسمي بالهيئة، فهد بن سالم الدروبي: إن البرنامج مفتوح.",
        ("فهد بن سالم الدروبي", "إن البرنامج مفتوح"),
    ),
    "a definite adjective behind a rank is no name": (
        "وأعلن جوناثان كول السفير البلجيكي لدى الاتحاد أن الجلسة مغلقة.",
        ("جوناثان كول", "أن الجلسة مغلقة"),
    ),
    "a name without a title takes no complement with ل": (
        "وقالت سرندا للسلطات المحلية إن السفينة وصلت.",
        ("سرندا", "إن السفينة وصلت"),
    ),
    "a subject behind لكن": (
        "ولم تكشف الشرطة عن الأسماء لكن مصادر محلية قالت إنهما شقيقان.",
        ("مصادر محلية", "إنهما شقيقان"),
    ),
    "the weekday governs no noun": (
        "وأعلنت السلطات اليوم الثلاثاء تسجيل سبع إصابات جديدة.",
        ("السلطات", "تسجيل سبع إصابات جديدة"),
    ),
    "the object of a verb is no part of its subject": (
        "وثمن رئيس الهيئة العامة للرياضة الدعم الكبير، مؤكدا نجاح البرامج كلها.",
        ("رئيس الهيئة العامة للرياضة", "نجاح البرامج كلها"),
    ),
    "two full stops end a sentence behind a closing mark": (
        "وقالت الوزيرة ليلى سرحان «الخطة جاهزة منذ شهرين».. وأكد العمدة سامي البنا أن الطريق سالك.",
        ("سامي البنا", "أن الطريق سالك"),
    ),
    "a purpose behind وذلك was said too": (
        "وأكد الوزير سامي البنا أن الخط سيعمل يوميا، وذلك لتسهيل السفر.",
        ("سامي البنا", "أن الخط سيعمل يوميا، وذلك لتسهيل السفر"),
    ),
    "the writer adds when it was said behind وذلك": (
        "وأكد الوزير سامي البنا أن الخط سيعمل يوميا، وذلك خلال لقاء مع الصحفيين.",
        ("سامي البنا", "أن الخط سيعمل يوميا"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), RULES.values(), ids=RULES)
def test_rule(text, expected):
    assert expected in [(q.speaker, q.text) for q in find_quotes(text)]


@pytest.mark.parametrize(
    "text",
    [
        "ويضم نادي الاتحاد بعد فوزه لاعبين جددا بعقد طويل.",
        "وتبين أن الطريق مغلق منذ الصباح.",
        "السعودية: ارتفاع ممارسي الرياضة في المجتمع",
        "الرياض: «صدى الخليج»\nانطلقت الدورة أمس.",
        "كما سجل سعر القمح ارتفاعا جديدا.",
        "وزار الوفد مدنا عدة أن وصل إلى الساحل.",
        "وتقدم المتسابقون بملفاتهم طبقا لما تنص عليه القوانين الجديدة.",
        "وعمل سامي معتمدا على خبرته باعتباره أقدم العمال هنا.",
    ],
)
def test_everyday_words_report_nothing(text):
    assert not find_quotes(text)


def test_the_name_ali_after_an_adjective_where_the_preposition_is_written_otherwise():
    text = "وشدد المدير على الصيانة. وحذر المرشد السياحي علي الدروبي من السباحة، وقال الدروبي إن البحر هائج على طول الساحل."
    assert {q.speaker for q in find_quotes(text)[-2:]} == {"علي الدروبي"}


def test_a_name_joined_to_a_conjunction_stands_without_it():
    text = "وتحدثت الوزيرة ريم الصافي إلى البحارة. واتفق معها العمدة، والصافي قالت إن الميناء مفتوح."
    assert [q.speaker for q in find_quotes(text)] == ["ريم الصافي"]


@pytest.mark.parametrize("pattern", ["قال محمد علي إن الأمر ", "قد قال محمد إن ", "قال الوزير إن «كلمة» «كلمة» "])
def test_a_sentence_without_end_gives_contents_of_bounded_length(pattern):
    once, twice = find_quotes(pattern * 400), find_quotes(pattern * 800)
    assert max(len(q.text.split()) for q in twice) <= max(len(q.text.split()) for q in once)


def test_a_joined_preposition_is_cut_from_the_source_as_it_is_written():
    (quote,) = find_quotes("وفقاً لأمين المجلس سامي البنا، فإن الباب مفتوح.")
    assert (quote.source, quote.speaker) == ("أمين المجلس سامي البنا", "سامي البنا")


def test_lines_cut_at_a_fixed_width_are_read_in_sentences():
    text = """وقال مدير الميناء سامي البنا خلال جولة طويلة في الأرصفة
الجديدة إن العمل سينتهي قبل نهاية العام، وإن السفن
الكبيرة ستدخل الميناء في الصيف المقبل مع بداية الموسم
السياحي في المدينة التي تنتظر منذ سنوات هذا المشروع
الكبير على الساحل."""
    (quote,) = find_quotes(text)
    assert quote.speaker == "سامي البنا"
    assert quote.text.startswith("إن العمل")
    assert quote.text.endswith("على الساحل")


def test_a_title_learned_ahead_belongs_to_the_name_that_is_known():
    text = "وذكر سامي البنا أن الملعب جاهز. وفاز اللاعب سامي البنا بالكأس. وقال اللاعب إن الفريق تعب."
    assert {q.speaker for q in find_quotes(text)} == {"سامي البنا"}


@pytest.mark.parametrize(
    ("text", "medium", "addressee"),
    [
        ("وفي مقابلة مع قناة «الأفق»، أكد الوزير سامي البنا أن السد ممتلئ.", "قناة «الأفق»", None),
        ("وأكد الوزير سامي البنا أمام حشد من البحارة أن الميناء مفتوح.", None, "حشد من البحارة"),
        ("ودعت المبعوثة ليلى سرحان، لدى وصولها إلى المطار، الطرفين إلى وقف القتال.", None, "الطرفين"),
        ("ودعا القائد سيف الدين الأزرق الجماهير إلى الحضور مبكرا.", None, "الجماهير"),
        ("وأكد الوزير سامي البنا في لقاء مفتوح مع مديري المصارف أن السيولة كافية.", None, "مديري المصارف"),
    ],
)
def test_the_medium_and_the_one_spoken_to(text, medium, addressee):
    (quote,) = find_quotes(text)
    assert (quote.medium, quote.addressee) == (medium, addressee)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('البلدية تعلن "إعادة تأهيل" 64 ملعبا في المدينة.', "mixed"),
        ('وأكدت "ليلى سرحان" أن الملعب جاهز.', "indirect"),
    ],
)
def test_quoted_words_may_begin_what_is_announced(text, kind):
    assert [q.kind for q in find_quotes(text)] == [kind]


def test_a_country_is_no_part_of_a_name():
    text = "وأكد المتحدث باسم الرابطة الثقافية في جمهورية إيرلندا حسين الدروبي أن المعرض مفتوح."
    assert [q.speaker for q in find_quotes(text)] == ["حسين الدروبي"]


def test_a_mother_keeps_her_first_letter():
    assert [q.speaker for q in find_quotes("وقالت والدة الطفلين إن المدرسة بعيدة.")] == ["والدة الطفلين"]


def test_one_reported_adjective_makes_a_clause_mixed():
    kinds = [q.kind for q in find_quotes("وأكدت الوزيرة ليلى سرحان أن رفع الحصار «كاملا» شرط للعودة.")]
    assert kinds == ["mixed"]
    named = find_quotes("وأكدت الوزيرة ليلى سرحان أن شركة النفط «سابو» باعت الحقل.")
    assert [q.kind for q in named] == ["indirect"]


@pytest.mark.parametrize(
    "text",
    [
        "وبحسب وكالة الشرق للأنباء، قال الوزير سامي البنا إن السد ممتلئ.",
        "وقال الوزير سامي البنا إن السد ممتلئ، بحسب وكالة الشرق للأنباء.",
    ],
)
def test_an_agency_in_a_sourcing_phrase_is_the_medium(text):
    (quote,) = find_quotes(text)
    assert (quote.speaker, quote.medium) == ("سامي البنا", "وكالة الشرق للأنباء")


def test_a_family_name_leads_to_the_full_name():
    text = "قال وزير المالية كنعان العمري إن العجز تراجع. وأضاف العمري أن الضرائب ثابتة."
    assert speakers(text) == ["كنعان العمري", "كنعان العمري"]


def test_a_title_alone_leads_to_its_holder():
    text = (
        "قال الرئيس النواري جابر العتيقي إن السلام قريب. وقالت الوزيرة السرندية ريم الصافي إن الطريق طويل."
        " وشدد الرئيس النواري على أن بلاده مستعدة."
    )
    assert speakers(text) == ["جابر العتيقي", "ريم الصافي", "جابر العتيقي"]


def test_an_elided_subject_goes_to_the_speaker_at_hand_that_agrees_in_gender():
    text = "قالت الطبيبة نوال البكار إن الوضع مستقر. وقال الطبيب فريد النجار إنه متفائل. وأضافت أن الأدوية متوفرة."
    assert speakers(text) == ["نوال البكار", "فريد النجار", "نوال البكار"]


def test_news_avoids_saying_a_name_twice():
    text = "قالت الروائية لمياء الحداد إن الكتابة صبر. وأوضحت الكاتبة أن روايتها المقبلة طويلة."
    assert speakers(text) == ["لمياء الحداد", "لمياء الحداد"]


def test_a_sentence_may_turn_to_the_one_at_hand_by_another_name():
    text = "قالت الروائية لمياء الحداد إن الكتابة صبر.\n\nوغادرت الكاتبة القاعة مسرعة، مؤكدة أن القطار لا ينتظر."
    assert speakers(text) == ["لمياء الحداد", "لمياء الحداد"]


def test_the_subject_of_a_sentence_speaks_in_its_participles():
    text = (
        "وقال الوزير كنعان العمري إن العجز تراجع.\n\n"
        "في المقابل، تحفظ النائب أكرم الدواس على التقديرات، معتبرا أن بند الدعم كبير."
    )
    assert speakers(text) == ["كنعان العمري", "أكرم الدواس"]


def test_whom_a_demand_is_made_of_is_not_its_speaker():
    text = "قالت الوزيرة نوال البكار إن المرض ينتشر. ودعت السكان إلى البقاء في بيوتهم."
    assert speakers(text) == ["نوال البكار", "نوال البكار"]


def test_a_quotation_broken_by_its_cue_is_two_rows():
    text = "«كل الطرق كانت مقفلة أمامنا»، قال سامر حداد، «لكننا وصلنا في النهاية»."
    assert [(q.text, q.speaker) for q in find_quotes(text)] == [
        ("كل الطرق كانت مقفلة أمامنا", "سامر حداد"),
        ("لكننا وصلنا في النهاية", "سامر حداد"),
    ]


def test_an_update_of_a_live_blog_names_its_speaker():
    text = "٦:٤٠ صباحًا – الدفاع المدني: انهار جسر السواقي.\n\n٧:١٠ صباحًا – عاد التيار إلى المدينة."
    quote, = find_quotes(text)  # fmt: skip
    assert (quote.speaker, quote.text, quote.cue) == ("الدفاع المدني", "انهار جسر السواقي", None)


def test_the_name_may_come_after_a_body_with_several_words():
    text = "وقال مدير مؤسسة المياه بعين الباز نجيب سالم إن الضخ مستمر."
    assert speakers(text) == ["نجيب سالم"]


def test_a_family_name_may_stand_behind_a_rank_alone():
    text = "قال المتحدث باسم الشرطة العقيد سالم العاصمي إن الطريق مغلق. وشدد العقيد العاصمي على أهمية الحذر."
    assert speakers(text) == ["سالم العاصمي", "سالم العاصمي"]


def test_the_name_ali_is_no_preposition():
    assert speakers("وأكد قائد الحرس اللواء علي آل صخر أن الحدود آمنة.") == ["علي آل صخر"]


def test_described_sources_keep_their_description():
    assert speakers("وقال مسؤول في خلية مكافحة الحرائق إن النار خمدت.") == ["مسؤول في خلية مكافحة الحرائق"]


def test_a_headline_label_speaks_without_a_cue():
    quote, *_ = find_quotes("الرماح: لن نشارك في الحكومة\n\nقال زعيم المعارضة عاصم الرماح إن حزبه باق في مكانه.")
    assert (quote.kind, quote.cue, quote.text) == ("direct", None, "لن نشارك في الحكومة")
    assert quote.speaker == "عاصم الرماح"


def test_a_dateline_is_no_label():
    assert find_quotes("خبر الساعة- رأس الغار: افتتح المعرض أمس.\n\nوزار الضيوف المعرض.") == []


def test_a_quotation_over_two_paragraphs_is_one_row():
    text = "وقال العمدة حمدان بو خليل: «بدأنا العمل باكرا.\n\nوسنكمل غدا»."
    assert [q.text for q in find_quotes(text)] == ["بدأنا العمل باكرا.\n\nوسنكمل غدا"]


def test_a_missing_closing_mark_costs_one_paragraph():
    text = "وقال العمدة حمدان بو خليل: «بدأنا العمل باكرا.\nوعاد الهدوء إلى المدينة."
    assert [q.text for q in find_quotes(text)] == ["بدأنا العمل باكرا"]


def test_who_carried_it_and_who_was_addressed():
    quote, = find_quotes("وقال المدرب لورنتس بيكر لصحيفة «الملعب»: \"نحن جاهزون للنهائي\".")  # fmt: skip
    assert quote.medium is not None and "الملعب" in quote.medium
    quote, = find_quotes("وقال الوزير يزن الدالي مخاطبا النواب: \"القرار لكم وحدكم\".")  # fmt: skip
    assert quote.addressee == "النواب"


@pytest.mark.parametrize(
    ("text", "speaker", "addressee"),
    [
        ("ودعا عمدة المدينة حمدان بو خليل الحكومة إلى صرف الدعم.", "حمدان بو خليل", "الحكومة"),
        ('وقال الوزير يزن الدالي للصحفيين في دار السلوى: "انتهينا من النص كله".', "يزن الدالي", "الصحفيين"),
        ("ووصف البلاط الاتصال بأنه مفصل.", "البلاط", None),
        ("وقالت كاتيا روس (Katia Roos) إن القمر جاهز.", "كاتيا روس", None),
    ],
)
def test_subject_and_whom_it_speaks_to_are_told_apart(text, speaker, addressee):
    quote, = find_quotes(text)  # fmt: skip
    assert (quote.speaker, quote.addressee) == (speaker, addressee)


def test_two_holders_of_one_title_are_each_known_by_it():
    text = "التقى الرئيسان النواري جابر العتيقي والسرندي نبيل صفا أمس. وأعلن العتيقي أن الجو صاف."
    assert speakers(text) == ["جابر العتيقي"]


def test_an_adjective_is_no_participle_that_reports():
    assert find_quotes("بعد قطيعة معلنة دامت سنوات، تحدث الرئيسان أمس نحو ساعة.") == []


def test_a_nested_claim_is_a_row_of_its_own():
    text = "وقال الوزير كنعان العمري إن شركة ضياء أعلنت أن المشروع تأجل."
    assert rows(text) == [
        ("indirect", "وقال", "كنعان العمري", "إن شركة ضياء أعلنت أن المشروع تأجل"),
        ("indirect", "أعلنت", "شركة ضياء", "أن المشروع تأجل"),
    ]


def test_writing_variants_do_not_matter_and_offsets_count_them():
    text = "وأكَّدَتْ الوزيرةُ لَيلى سرحان انَّ الخِطّة جاهِزة."
    quote, = find_quotes(text)  # fmt: skip
    assert text[quote.start : quote.end] == quote.text == "انَّ الخِطّة جاهِزة"
    assert quote.cue == "وأكَّدَتْ"


fragments = st.sampled_from(
    [
        "قال",
        "وقالت",
        "أكد",
        "مشيرا",
        "إلى",
        "أن",
        "إن",
        ":",
        "،",
        ".",
        "«",
        "»",
        '"',
        "“",
        "”",
        "الوزير",
        "سامر",
        "حداد",
        "بحسب",
        "وزارة",
        "على",
        "نقلت",
        "وكالة",
        "عن",
        "قوله",
        "كما",
        "\n",
        "الذي",
        "لم",
        "ل",
        "ب",
        "أما",
        "فقال",
        "من",
        "وسبق",
        "للجنة",
        "بل",
        "عدم",
        "برئاسة",
        "(",
        ")",
        "-",
        "\u2028",
    ]
)
texts = st.one_of(
    st.text(max_size=80), st.lists(fragments, max_size=25).map(" ".join), st.lists(fragments, max_size=20).map("".join)
)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_any_text_gives_rows_that_point_at_it(text):
    quotes = find_quotes(text)
    assert quotes == find_quotes(text)
    for q in quotes:
        assert 0 <= q.start < q.end <= len(text)
        assert text[q.start : q.end] == q.text
        assert q.kind in ("direct", "indirect", "mixed")
        for word, start, end in ((q.cue, q.cue_start, q.cue_end), (q.source, q.source_start, q.source_end)):
            assert (word is None) == (start is None) == (end is None)
            assert word is None or text[start:end] == word
        assert 0 <= q.confidence <= 1


WORDS = sorted(
    {w for group in (CUES, COMPLEMENTS) for text, _ in group.values() for w in re.findall(r"\w+|[^\w\s]|\n", text)}
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_words_of_news_in_any_order_give_rows(text):
    assert all(text[q.start : q.end] == q.text for q in find_quotes(text))


def test_the_frame_has_its_columns_even_when_empty():
    empty = extract_quotes(pd.DataFrame({"doc_id": [], "text": []}))
    assert list(empty.columns) == list(FRAMES["quotes"])
    assert {c: str(t) for c, t in empty.dtypes.items()} == FRAMES["quotes"]


def test_missing_text_costs_nothing():
    articles = pd.DataFrame({"doc_id": ["a", "b"], "text": [None, "قال سامر حداد إن الباب مفتوح."]})
    assert extract_quotes(articles).doc_id.tolist() == ["b"]


def test_another_annotator_is_held_against_the_text():
    def annotator(text):
        base = Quote(0, 3, text[:3], "direct", *[None] * 9, 0.5)
        return [
            base,
            Quote(0, 3, "سوى", "direct", *[None] * 9, 0.5),
            Quote(5, 999, text[5:], "direct", *[None] * 9, 0.5),
        ]

    quotes = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": ["قال كل شيء"]}), annotator=annotator)
    assert quotes.text.tolist() == ["قال"]
    assert quotes.attrs["ungrounded"] == 2


def test_a_frame_without_text_is_named_in_the_error():
    with pytest.raises(ValueError, match="articles frame lacks the columns text"):
        extract_quotes(pd.DataFrame({"doc_id": ["a"]}))


@pytest.mark.parametrize(
    "text", ["قال إن الخطة جاهزة، وفي", "قال إن الخطة جاهزة، وعن", "هكذا قال", '"قال', "التي أعلن أنها"]
)
def test_a_text_may_end_anywhere(text):
    find_quotes(text)


def test_a_pause_in_a_headline_gives_each_label_once():
    text = "سامر حداد: الموسم بدأ .. ليلى سرحان .. سلمى الديب: لم نستعد بعد"
    assert [q.text for q in find_quotes(text)].count("لم نستعد بعد") == 1


@pytest.mark.parametrize(
    "pattern",
    [
        "ارتفعت الأسعار كثيرا بحسب وزارة التجارة، ",
        "(بحسب الوزارة) ",
        "خبير اقتصادي: الأسعار ارتفعت كثيرا.\n\n",
        "سامر حداد: الموسم بدأ.\n\n",
    ],
)
def test_repetition_takes_no_more_steps_than_its_length(pattern):
    def steps(times: int) -> int:
        """Lines of Python that run."""
        lines = 0

        def count(frame, event, argument):
            nonlocal lines
            lines += 1
            return count

        before = sys.gettrace()
        sys.settrace(count)
        try:
            find_quotes(pattern * times)
        finally:
            sys.settrace(before)
        return lines

    steps(10)
    assert steps(800) < 2.3 * steps(400)


def sentences():
    """Every Arabic sentence of the tests of attribution."""
    for path in sorted(Path(__file__).parent.glob("test_quote_*.py")):
        strings = (
            node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)
        )
        yield from (text for text in strings if isinstance(text, str) and re.match('[«"]?[\u0621-\u064a]+ ', text))


def test_a_text_may_break_off_at_any_word():
    for sentence in sentences():
        for end in [match.end() for match in re.finditer(r"\w+|،", sentence)]:
            text = sentence[:end]
            assert all(text[q.start : q.end] == q.text for q in find_quotes(text))
