"""Words that no verb of saying leads up to, in brackets or in headlines; on invented sentences."""

import pytest

from analysis.quotes import find_quotes

BODY = "\nتجمع آلاف الناس في الساحة أمس قبل أن يتفرقوا ليلا."

UNLED = {
    "a clause in marks within the writer's sentence": (
        "توقف الوزير سامر حداد عند سنوات الحرب «مع احترامي لمن عاشوها لم نتعلم منها شيئا»، ثم مضى.",
        ("سامر حداد", "مع احترامي لمن عاشوها لم نتعلم منها شيئا"),
    ),
    "what is not hidden, in marks": (
        "وقالت ليلى سرحان إن الصندوق صغير. ولم تخف المتحدثة ذاتها أن الدعم “لن يكفي أكثر من شهرين فقط”.",
        ("ليلى سرحان", "لن يكفي أكثر من شهرين فقط"),
    ),
    "two words that are a clause behind a colon": (
        "وأعلن النادي رحيل مدربه سامر حداد. وعن مستقبله: «لا أعرف».",
        ("النادي", "لا أعرف"),
    ),
    "speech in brackets behind its source": (
        "وقال الشيخ سامر حداد (ما من أحد إلا وله عيب يستره)، ثم غادر المجلس.",
        ("سامر حداد", "ما من أحد إلا وله عيب يستره"),
    ),
    "speech in brackets behind how it was said": (
        "وأضافت ليلى سرحان بنبرة حادة (سوف يكون لنا موقف)، ثم خرجت.",
        ("ليلى سرحان", "سوف يكون لنا موقف"),
    ),
    "scripture in brackets behind لقوله": (
        "وعلى المؤمن أن يمتثل لقوله تعالى (وقولوا للناس حسنا) في كل حال.",
        ("الله", "وقولوا للناس حسنا"),
    ),
    "inner marks within somebody's words": (
        'وروت ليلى سرحان: «كنت صغيرة حين زارنا الجار فقال لي: "ستكونين كاتبة"، ولم أنس ذلك».',
        (None, "ستكونين كاتبة"),
    ),
    "a report to the speaker within his words": (
        'وقال سامر حداد: "عاد أخي مساء وقال لي إن الطريق مغلق أمام الناس".',
        (None, "إن الطريق مغلق أمام الناس"),
    ),
    "a denial behind a colon and no verb of saying": (
        "كان الوزير سامر حداد، أمام اللجنة، صريحا: لا مال لدينا لطائرات جديدة.",
        ("سامر حداد", "لا مال لدينا لطائرات جديدة"),
    ),
    "the message of somebody": (
        "«نريد مدرسة ولا نريد شفقة». كانت هذه رسالة الشاب سامر حداد التي نشرها أمس.",
        ("سامر حداد", "نريد مدرسة ولا نريد شفقة"),
    ),
    "a confession that comes from somebody": (
        '"أنفقنا على الحملة أكثر مما كسبنا". الاعتراف صادر عن الكاتبة ليلى سرحان.',
        ("ليلى سرحان", "أنفقنا على الحملة أكثر مما كسبنا"),
    ),
    "an interview in a bracket": (
        '"لم يكن في بيت أهلي كتاب واحد. كان فيه مذياع" (من حوار مع الشاعر سامر حداد).',
        ("سامر حداد", "لم يكن في بيت أهلي كتاب واحد. كان فيه مذياع"),
    ),
    "a headline among related ones": (
        "وصلت السفينة أمس.\nأخبار متعلقة\nمحلل: المرفأ ينتظر سفنا أكبر منها\nورست بعد ساعة.",
        ("محلل", "المرفأ ينتظر سفنا أكبر منها"),
    ),
    "what is written on what people carry": (
        "ورفع المحتجون أمام المبنى لافتات كتب عليها «لا ماء لا ضرائب» وانصرفوا.",
        ("المحتجون", "لا ماء لا ضرائب"),
    ),
    "the second thing that is written": (
        "ورفع المحتجون أمام المبنى لافتات كتب عليها «لا ماء لا ضرائب» و«ارحلوا قبل أن نرحل».",
        ("المحتجون", "ارحلوا قبل أن نرحل"),
    ),
    "the phrase that ends a speech": (
        "وختم زعيم حزب النهوض سامر حداد خطابه بعبارة «عدنا ولن نعتذر»، فصفق له الحضور.",
        ("سامر حداد", "عدنا ولن نعتذر"),
    ),
    "the words of a statement": (
        'وأصدر تجمع أهالي المفقودين بيانا هذا نصه: "نحن أهالي المفقودين لم نعد نطلب شيئا من أحد".',
        ("تجمع أهالي المفقودين", "نحن أهالي المفقودين لم نعد نطلب شيئا من أحد"),
    ),
    "one word that somebody answered": (
        "«نعم». بهذه الكلمة أجابت البطلة ليلى سرحان حين سئلت عن العودة.",
        ("ليلى سرحان", "نعم"),
    ),
    "what this is": (
        "«إذا سقطت القلعة سقطنا جميعا»، هذا ما همس به الجنرال سامر حداد في أذن حفيده.",
        ("سامر حداد", "إذا سقطت القلعة سقطنا جميعا"),
    ),
}

HEADLINES = {
    "speech before its speaker": (
        "«لن أعود أبدا».. المدرب سامر حداد يرد على منتقديه",
        ("سامر حداد", "لن أعود أبدا"),
    ),
    "speech before a title alone": (
        "«لا رجعة عن القرار»... رئيس الوزراء يتحدى خصومه",
        ("رئيس الوزراء", "لا رجعة عن القرار"),
    ),
    "speech before a dash and a name": ("«لن أترشح» - سامر حداد", ("سامر حداد", "لن أترشح")),
    "a short quotation behind a name": ('سامر حداد: "انتهى كل شيء"', ("سامر حداد", "انتهى كل شيء")),
    "a minister before her verb": (
        "وزيرة الصحة تطمئن المواطنين: لا داعي للهلع",
        ("وزيرة الصحة", "لا داعي للهلع"),
    ),
    "a woman before her verb": ("ليلى سرحان تعتذر على الهواء: ظلمت زميلتي", ("ليلى سرحان", "ظلمت زميلتي")),
    "a body with a quoted name behind a pause": (
        "النفط يلامس 90 دولارا.. و«أويل بالس»: المخزونات عند أدنى مستوى",
        ("أويل بالس", "المخزونات عند أدنى مستوى"),
    ),
    "words behind what is denied": (
        'وزارة الصحة تنفي تسجيل وفيات بين التلاميذ: "لا صحة لما قيل"',
        ("وزارة الصحة", "لا صحة لما قيل"),
    ),
    "words behind what somebody does": (
        "مدرب الوحدة يعتذر للجمهور: «لم نكن جيدين»",
        ("مدرب الوحدة", "لم نكن جيدين"),
    ),
    "a question before who asks it": (
        "«أين ذهبت الأموال؟».. سؤال نائب يشعل جلسة البرلمان",
        ("نائب", "أين ذهبت الأموال؟"),
    ),
    "one quotation and another": (
        "سامر حداد: «لا أريد مالا» و«أريد اعتذارا»",
        ("سامر حداد", "أريد اعتذارا"),
    ),
    "words behind a name and a pause": ("أم مصطفى.. «ابني لم يمت، ابني تأخر»", ("أم مصطفى", "ابني لم يمت، ابني تأخر")),
    "another behind the words of one": (
        "ليلى سرحان تحسم الجدل: «انفصلنا بهدوء».. وطليقها: «بأي هدوء؟»",
        ("طليقها", "بأي هدوء؟"),
    ),
    "the first comment of somebody": (
        "شاهد.. أول تعليق من والدة الطفل الغريق: أريد أن أعرف من ترك البئر مكشوفة",
        ("والدة الطفل الغريق", "أريد أن أعرف من ترك البئر مكشوفة"),
    ),
    "a warning that somebody utters": (
        "«إذا لم يعد الضوء فلا مدارس غدا».. تحذير أطلقه نقيب المعلمين سامر حداد",
        ("سامر حداد", "إذا لم يعد الضوء فلا مدارس غدا"),
    ),
}

NOTHING = {
    "the title of a drama before who plays in it": "«البيت الكبير».. ليلى سرحان تعود إلى الدراما",
    "who somebody is, in brackets": "وقال المدرب سامر حداد (الذي لم يحضر أمس) بعد المباراة.",
    "an office in brackets": "وقالت ليلى سرحان (رئيسة القسم في المركز الذي افتتح أمس)، ثم غادرت.",
    "the title of a book within a sentence": "صدر للكاتب كتاب «كيف يفكر العلماء في مصير هذا الكوكب»، وهو الثاني.",
    "the title of a song behind its adjective": (
        "غنت الفنانة ليلى سرحان أغنيتها الشهيرة «أنا لا أنساك يا حبيبي أبدا طول العمر» أمام الجمهور."
    ),
    "the title of a film before its maker": "«لا أحد ينام في المدينة».. فيلم سامر حداد يفوز بالجائزة",
    "a relative clause that is a title": "الفنان سامر حداد - «الرجل الذي لا ينام»",
    "what somebody suffers from": "يعاني الأستاذ سامر حداد من مشكلة: لا عمل ولا سكن.",
    "what is written on a box": "وصلت العلبة مختومة بعبارة «صنع في المرفأ» إلى الميناء.",
    "what is written on a stamp": "وصدر طابع آخر بعد أعوام، وكتب عليه «الذكرى المئوية لافتتاح القناة».",
    "titles in a row": "ومن كتبه «سيرة مدينة»، «كيف يعيش الناس بعد الحرب هناك».",
}


@pytest.mark.parametrize(("text", "expected"), UNLED.values(), ids=UNLED)
def test_words_without_a_verb_of_saying(text, expected):
    assert expected in [(q.speaker, q.text) for q in find_quotes(text)]


@pytest.mark.parametrize(("headline", "expected"), HEADLINES.values(), ids=HEADLINES)
def test_headlines(headline, expected):
    quoted = [q for q in find_quotes(headline + BODY) if (q.speaker, q.text) == expected]
    assert [q.kind for q in quoted] == ["direct"]


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_what_nobody_says(text):
    assert [q for q in find_quotes(text) if q.kind == "direct"] == []


def test_an_empty_quotation_ends_the_text():
    assert [q.speaker for q in find_quotes("سامر حداد: الموسم بدأ .. و «…»")] == ["سامر حداد"]


def test_a_line_that_begins_with_a_colon_is_no_speech_of_the_line_before():
    quotes = find_quotes("سامر حداد يكشف لأول مرة: تعبت من الغناء\n\n: أطلق الفنان سامر حداد أغنية جديدة أمس.")
    assert [q.text for q in quotes] == ["تعبت من الغناء"]
