"""Where contents begin and end, and their kinds: marks, colons, brackets, the voice returning; on invented sentences."""

import pytest

from analysis.quotes import find_quotes

UNTIL = {
    "the same speaker says something else behind لكنه": (
        "وأكد الوزير سامر حداد أن الجسر جاهز، لكنه شدد على أن الافتتاح بعيد.",
        "أن الجسر جاهز",
    ),
    "the same speaker demands something behind غير أنه": (
        "وأعلن الوزير سامر حداد أن الجسر جاهز، غير أنه طالب بفحصه مرة أخرى.",
        "أن الجسر جاهز",
    ),
    "the same body says something else behind إلا أنها": (
        "وأعلنت الوزارة أن الجسر جاهز، إلا أنها أكدت أن الافتتاح بعيد.",
        "أن الجسر جاهز",
    ),
    "others speak behind أما and فقد": (
        "وأكد الوزير سامر حداد أن الجسر جاهز، أما سكان القرية فقد طالبوا بفتحه فورا.",
        "أن الجسر جاهز",
    ),
    "what others do at the time was said as well": (
        "وقالت الوزارة إن الجسر جاهز، بينما رفض السكان العبور.",
        "إن الجسر جاهز، بينما رفض السكان العبور",
    ),
    "what others do at the time, with فيما": (
        "وقالت الوزارة إن الجسر جاهز، فيما شكر السكان العمال.",
        "إن الجسر جاهز، فيما شكر السكان العمال",
    ),
    "a purpose was said as well": (
        "وقالت الوزارة إن الجسر سيغلق، وذلك حفاظا على سلامة السكان.",
        "إن الجسر سيغلق، وذلك حفاظا على سلامة السكان",
    ),
    "what it led to was said as well": (
        "وقالت الوزارة إن الجسر سيغلق، الأمر الذي دفع السكان إلى الرحيل.",
        "إن الجسر سيغلق، الأمر الذي دفع السكان إلى الرحيل",
    ),
    "a verbal noun ends before وقد": ("وأعلن النادي تأجيل الحفل، وقد بيعت التذاكر كلها.", "تأجيل الحفل"),
    "a verbal noun ends before وكان": ("وأعلنت البلدية إغلاق الشاطئ، وكانت قد حذرت من التيار.", "إغلاق الشاطئ"),
    "a verbal noun ends before لكن": ("وأعلنت البلدية إغلاق الشاطئ، لكن السباحين عادوا إليه.", "إغلاق الشاطئ"),
    "a verbal noun ends before و and a verb in the present": (
        "وأعلن النادي تأجيل الحفل إلى الأسبوع المقبل، ويأتي القرار بعد أمطار غزيرة.",
        "تأجيل الحفل إلى الأسبوع المقبل",
    ),
    "a verbal noun ends before و and a verb of saying": (
        "وأوصت اللجنة بعقد دورات للمعلمين، وناقشت خطة العام المقبل.",
        "بعقد دورات للمعلمين",
    ),
    "a demand ends before ولم": ("ودعت البلدية إلى ترشيد الماء، ولم تحدد مدة الانقطاع.", "ترشيد الماء"),
    "a demand goes on behind marks with a relative clause": (
        "ودعا الوزير سامر حداد إلى «ضبط النفس» الذي يحتاجه الجميع.",
        "ضبط النفس» الذي يحتاجه الجميع",
    ),
    "a bulleted line ends before its bullets": ("وقالت الوزارة إن الجسر جاهز • • •", "إن الجسر جاهز"),
    "by what they claim": ("وقالوا إن الجسر جاهز على حد زعمهم.", "إن الجسر جاهز"),
    "in their words": ("وقال سكان الحي إن الجسر خطر، بحسب تعبيرهم.", "إن الجسر خطر"),
    "the same speaker sets a condition behind a comma": (
        "وقال سامر حداد إن العقد جاهز، واشترط الحصول على راتب شهرين.",
        "إن العقد جاهز",
    ),
    "the same speaker says something else behind لكنه without a comma": (
        "وأظهرت بيانات أن المبيعات ارتفعت في الشتاء لكنه قال إن الأرباح قليلة.",
        "أن المبيعات ارتفعت في الشتاء",
    ),
    "the same speaker says something else behind إلا أنه without a comma": (
        "وأظهرت بيانات أن المبيعات ارتفعت في الشتاء إلا أنه قال إن الأرباح قليلة.",
        "أن المبيعات ارتفعت في الشتاء",
    ),
    "a gloss in brackets ends nothing": (
        "وأوضح سامر حداد أن الظرف صعب (في إشارة إلى الموازنة) وأنه سيتغير.",
        "أن الظرف صعب (في إشارة إلى الموازنة) وأنه سيتغير",
    ),
    "a number is estimated behind a colon": (
        "وقال المشرف على المعرض سامر حداد: إن المركز سيشارك بإصداراته، وقدر حداد: إجمالي الدور بستين دارا.",
        "إن المركز سيشارك بإصداراته",
    ),
    "the writer goes on behind a whole quotation with وهو": (
        "وأكد الوزير سامر حداد أن «أكثر من ألفي زائر عبروا الجسر الجديد» وهو جسر قديم.",
        "أن «أكثر من ألفي زائر عبروا الجسر الجديد",
    ),
    "what somebody says besides behind مع": (
        "وأكد الوزير سامر حداد أن الجسر جاهز، مع قوله إن الافتتاح بعيد.",
        "أن الجسر جاهز",
    ),
    "norms are part of what is said": (
        "وأكد الوزير سامر حداد أن التعيين مفتوح للجميع وفق نظام التعيين الجديد.",
        "أن التعيين مفتوح للجميع وفق نظام التعيين الجديد",
    ),
    "a while ago does not open a clause of time": (
        "وبحسب المركز، فإن سامر حداد وعد، في وقت سابق من العام، بفتح الطريق.",
        "فإن سامر حداد وعد، في وقت سابق من العام، بفتح الطريق",
    ),
    "at the time when somebody else calls": (
        "أكدت جهات محلية أن الطريق مفتوح، في الوقت الذي دعا فيه الائتلاف الوطني إلى إغلاقه.",
        "أن الطريق مفتوح",
    ),
    "a matter that promises something was said as well": (
        "وقال سامر حداد إن العمل متقدم، الأمر الذي يبشر بالخير.",
        "إن العمل متقدم، الأمر الذي يبشر بالخير",
    ),
    "a matter that follows from a demand": (
        "ودعت النقابة إلى مقاطعة الزيارة، الأمر الذي دفع المستشار إلى مهاجمتها.",
        "مقاطعة الزيارة",
    ),
    "a passive in the feminine goes on a nominal complement": (
        "أكد الأستاذ سامر حداد حرص البلدية على النظافة، وأقيمت هذه الاحتفالية في الحديقة.",
        "حرص البلدية على النظافة",
    ),
    "what a body did as well, behind كما": (
        "أعلن صندوق الادخار تأجيل الاكتتاب، كما قام الصندوق بشراء شركة.",
        "تأجيل الاكتتاب",
    ),
    "what a body did however, behind لكنها": (
        "وأكدت السلطات تصدي الدفاعات للصواريخ، لكنها دفعت السكان إلى الملاجئ.",
        "تصدي الدفاعات للصواريخ",
    ),
    "behind a clause of time somebody speaks": (
        "وظن الحارس سامر حداد أنني أمازحه، وعندما تيقن من جديتي قال: على المتضرر اللجوء للقضاء.",
        "أنني أمازحه",
    ),
    "but for وذلك before a sourcing phrase": (
        "سقطت طائرة عسكرية في مياه البحر صباح الإثنين، وذلك وفقا لصحيفة المرفأ.",
        "سقطت طائرة عسكرية في مياه البحر صباح الإثنين",
    ),
}  # fmt: skip

FROM = {
    "the trade of a subject is no complement": ("وأوضح تجار محال بيع الأقمشة أن السوق هادئة.", "أن السوق هادئة"),
    "whom one appeals to is no complement": (
        "وأهابت البلدية بالمواطنين للحضور قبل موعد الحفل.",
        "للحضور قبل موعد الحفل",
    ),
    "the cause of a demand is no complement": ("وطالبت الوزارة بفضل المتطوعين بتنظيف الشاطئ.", "بتنظيف الشاطئ"),
    "what is denied begins with its own noun": ("ونفى المطرب سامر حداد وفاته في حادث سير.", "وفاته في حادث سير"),
    "a dateline with the paper behind the dash": (
        "الساحل - «صدى الخليج»: الجسر جاهز منذ شهرين، بحسب وزارة النقل.",
        "الجسر جاهز منذ شهرين",
    ),
    "a dateline with the paper before the dash": (
        "الساحل «صدى الخليج» - الجسر جاهز منذ شهرين، بحسب وزارة النقل.",
        "الجسر جاهز منذ شهرين",
    ),
    "a clause in brackets with its source": (
        "وافتتح المعرض (الأكبر في تاريخ المدينة بحسب وزارة الثقافة) أمس.",
        "الأكبر في تاريخ المدينة",
    ),
    "a clause around its source, which an aside goes on": (
        "والجسر، وفقا لوزارة النقل على موقعها، سيغلق أسبوعا.",
        "والجسر، وفقا لوزارة النقل على موقعها، سيغلق أسبوعا",
    ),
    "a clause whose source is followed by لكن": (
        "وأغلق الجسر أسبوعا كاملا، بحسب الوزارة، لكن السكان عادوا إلى القرية.",
        "وأغلق الجسر أسبوعا كاملا",
    ),
    "a clause whose source is followed by a day": (
        "وأغلق الجسر أسبوعا، بحسب الوزارة، اليوم الأحد.",
        "وأغلق الجسر أسبوعا",
    ),
    "ف with a verb in the future behind a person": (
        "وبحسب الناقد كامل الزين فستكون القاعة صغيرة على الجمهور.",
        "فستكون القاعة صغيرة على الجمهور",
    ),
    "ف with a verb in the future behind a body": (
        "ووفقا للوزارة فسيغلق الجسر أسبوعا كاملا.",
        "فسيغلق الجسر أسبوعا كاملا",
    ),
    "a colon without a space": (
        "وعن طبيعة الدور الجديد، قال سامر حداد:اللجنة زارت المطار أمس.",
        "اللجنة زارت المطار أمس",
    ),
    "a month is no noun of action": (
        "وسبق أن أعلن النادي، في أكتوبر/تشرين الأول الماضي، عن خسائر كبيرة.",
        "خسائر كبيرة",
    ),
    "what a state is judged to do, behind a name": (
        "واعتبر المتحدث باسم الكرملين سامر حداد تزويد المدينة بالسلاح تصعيدا.",
        "تزويد المدينة بالسلاح تصعيدا",
    ),
    "this invitation is judged": (
        "وكانت النقابة قد اعتبرت هذه الدعوة محاولة للالتفاف.",
        "هذه الدعوة محاولة للالتفاف",
    ),
    "what somebody says begins with لقد behind the name": (
        "وقال الفارس سامر حداد لقد سررت بنجاح المسيرة.",
        "لقد سررت بنجاح المسيرة",
    ),
    "scripture behind the praise of God": (
        "حتى بلغنا تمام الشهر حيث قال سبحانه (ولتكملوا العدة ولتكبروا الله على ما هداكم)، فالحمد لله.",
        "ولتكملوا العدة ولتكبروا الله على ما هداكم",
    ),
    "a quotation within speech without marks": (
        "يوضح الشيخ سامر حداد الرأي قائلا: أخبرنا الإمام بالإسراع حيث قال: «أسرعوا بالجنازة فإن تك صالحة فخير»، وهذا أمر منه.",
        "أسرعوا بالجنازة فإن تك صالحة فخير",
    ),
}  # fmt: skip

SPANS = {**UNTIL, **FROM}


@pytest.mark.parametrize(("text", "content"), SPANS.values(), ids=SPANS)
def test_where_it_begins_and_ends(text, content):
    assert content in [q.text for q in find_quotes(text)]


KINDS = {
    "words before a verb without a comma": (
        "«الطريق إلى القرية طويل» قال السائق سامر حداد.",
        ("direct", "الطريق إلى القرية طويل"),
    ),
    "a question before its verb": (
        "«لماذا تأخر القطار كل هذا الوقت؟»، سألت المسافرة ليلى سرحان.",
        ("direct", "لماذا تأخر القطار كل هذا الوقت؟"),
    ),
    "a clause before its verb": (
        "الطريق إلى القرية طويل وشاق، يقول السائق سامر حداد.",
        ("indirect", "الطريق إلى القرية طويل وشاق"),
    ),
    "a clause before a verb in the past": (
        "الطريق إلى القرية طويل وشاق، أوضح السائق سامر حداد.",
        ("indirect", "الطريق إلى القرية طويل وشاق"),
    ),
    "words behind a colon without a verb": (
        "وجلس الصياد سامر حداد أمام قاربه: «البحر لم يعد كما كان قبل سنوات».",
        ("direct", "البحر لم يعد كما كان قبل سنوات"),
    ),
    "words on a topic behind a colon": (
        "وتحدث المدرب سامر حداد عن فريقه. وعن اللقاء القادم: «سنلعب من أجل الفوز وحده».",
        ("direct", "سنلعب من أجل الفوز وحده"),
    ),
    "words that answer a question of the writer's": (
        "وعن سبب الغياب؟ «كنت مريضا طوال الأسبوع الماضي»، هكذا رد اللاعب سامر حداد.",
        ("direct", "كنت مريضا طوال الأسبوع الماضي"),
    ),
    "words within a reported clause": (
        "وأكد سامر حداد أن الجسر جاهز وأن العمال قالوا له: «لن يتأخر الافتتاح عن هذا الموعد».",
        ("direct", "لن يتأخر الافتتاح عن هذا الموعد"),
    ),
    "a label behind a call to watch": (
        "بالصور.. سامر حداد: الجسر جاهز للافتتاح\n\nزار الوزير سامر حداد الموقع أمس.",
        ("direct", "الجسر جاهز للافتتاح"),
    ),
    "words in braces": (
        "وقال الشيخ سامر حداد: {الصبر مفتاح الفرج في كل حال}.",
        ("direct", "الصبر مفتاح الفرج في كل حال"),
    ),
    "marks the wrong way round behind بأنه": (
        "وأكد الوزير سامر حداد بأنه\" لا بد من إصلاح الجسر القديم\".",
        ("mixed", "بأنه\" لا بد من إصلاح الجسر القديم"),
    ),
    "the name of a programme with its adjective": (
        "وقال الوزير سامر حداد إن البرنامج التدريبي «خطوة أولى» سينطلق غدا.",
        ("indirect", "إن البرنامج التدريبي «خطوة أولى» سينطلق غدا"),
    ),
    "the name of a body": (
        "وقالت الوزارة إن «جمعية الساحل» ستنظم المعرض.",
        ("indirect", "إن «جمعية الساحل» ستنظم المعرض"),
    ),
    "the long title of a book": (
        "وقالت الوزارة إن كتاب «رحلة إلى أعماق البحر» سيصدر غدا.",
        ("indirect", "إن كتاب «رحلة إلى أعماق البحر» سيصدر غدا"),
    ),
    "a name of two words with a dash": (
        "وقال الوزير إن العمل في جسر «بحري – توتي» توقف.",
        ("indirect", "إن العمل في جسر «بحري – توتي» توقف"),
    ),
    "what is known by a name of four words": (
        "أفاد المرصد أن القتال مستمر مع ما يعرف بـ«جماعة الراية في الشمال» منذ أسبوع.",
        ("indirect", "أن القتال مستمر مع ما يعرف بـ«جماعة الراية في الشمال» منذ أسبوع"),
    ),
    "a title as the subject of the clause": (
        "أوضح المخرج أن «سحت المساء» تتخذ من الغناء وسيلة للتواصل.",
        ("indirect", "أن «سحت المساء» تتخذ من الغناء وسيلة للتواصل"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KINDS.values(), ids=KINDS)
def test_of_which_kind_it_is(text, expected):
    assert expected in [(q.kind, q.text) for q in find_quotes(text)]


def test_the_title_of_a_film_is_no_speech():
    text = "وعن فيلم «ليالي الساحل الطويلة»، قال المخرج سامر حداد إنه تجربة صعبة."
    assert [(q.speaker, q.text) for q in find_quotes(text)] == [("سامر حداد", "إنه تجربة صعبة")]


def test_what_somebody_is_called_is_no_speech():
    text = "وحضر شاعر يدعى «أبو ليلى الساحلي القديم» الحفل، وقال إن القصيدة طويلة."
    assert [q.text for q in find_quotes(text)] == ["إن القصيدة طويلة"]


STILL = {
    "لكنه and no verb of saying": (
        "وأكد الوزير سامر حداد أن الجسر جاهز، لكنه يحتاج إلى طلاء.",
        "أن الجسر جاهز، لكنه يحتاج إلى طلاء",
    ),
    "إلا أنه and no verb of saying": (
        "وأعلنت الوزارة أن الجسر جاهز، إلا أنه يحتاج إلى طلاء.",
        "أن الجسر جاهز، إلا أنه يحتاج إلى طلاء",
    ),
    "another verbal noun behind a comma": (
        "وأعلنت البلدية إغلاق الشاطئ، وتنظيف الحديقة.",
        "إغلاق الشاطئ، وتنظيف الحديقة",
    ),
    "what the writer says it answers": ("وقالت الوزارة إن الجسر سيغلق، وذلك ردا على شكاوى السكان.", "إن الجسر سيغلق"),
    "what others refused": ("وقالت الوزارة إن الجسر سيغلق، الأمر الذي رفضه السكان.", "إن الجسر سيغلق"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "content"), STILL.values(), ids=STILL)
def test_no_rule_goes_too_far(text, content):
    assert content in [q.text for q in find_quotes(text)]
