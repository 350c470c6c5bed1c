"""The first lines of a plain article."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.articles import formats
from analysis.articles.header import read_header

TITLE = "وزير الموانئ يفتتح رصيفا جديدا في نورلاند"
BODY = (
    "افتتح وزير الموانئ سامر العلي أمس الثلاثاء الرصيف الجديد في ميناء نورلاند الشمالي، بحضور عدد كبير من التجار.\n"
    "وقال إن العمل يبدأ غدا."
)


@pytest.mark.parametrize(
    ("text", "section", "title"),
    [
        (f"{TITLE}\n\n{BODY}", None, TITLE),
        (f"{TITLE}\n{BODY}", None, TITLE),
        (f"\n  {TITLE}  \n \n{BODY}", None, TITLE),
        (f"سياسة دولية\n\n{TITLE}\n\n{BODY}", "سياسة دولية", TITLE),
        (f"سياسة دولية\n{TITLE}\n{BODY}", "سياسة دولية", TITLE),
        (f"مال وأعمال\n\n{TITLE}؟\n\n{BODY}", "مال وأعمال", f"{TITLE}؟"),
        (f"نورلاند اليوم\n\n{TITLE}\n\n{BODY}", "نورلاند اليوم", TITLE),
        (f"هل تعود السفن؟\n\n{BODY}", None, "هل تعود السفن؟"),
        (f"{TITLE}..\n\n{BODY}", None, f"{TITLE}.."),
        (f"قصة ميناء\n\n{BODY}", None, "قصة ميناء"),
        (f"اقتصاد\n\n{BODY}", None, "اقتصاد"),
        (f"{TITLE}\n\nليلى حداد - نورلاند\n{BODY}", None, TITLE),
        (f"عودة السفن إلى الميناء\nليلى حداد - نورلاند\n{BODY}", None, "عودة السفن إلى الميناء"),
        (BODY, None, None),
        (f"ليلى حداد – نورلاند\n\n{BODY}", None, None),
        (f"سامر العلي\n{BODY}", None, None),
        (f"* {TITLE}\n{BODY}", None, None),
        (f"نورلاند (واس):\n{BODY}", None, None),
        (TITLE, None, None),
        ("", None, None),
        ("\n \n", None, None),
        ("...\n\n***\n\n---", None, None),
        (f"{'كلمة ' * 40}\n\n{BODY}", None, None),
    ],
)
def test_headers(text, section, title):
    assert read_header(text) == (section, title)


@given(st.text(st.sampled_from("قال الوزير\n\n .؟:-*«»a1")))
def test_a_header_stands_in_the_text_before_the_body(text):
    section, title = read_header(text)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    assert [line for line in (section, title) if line] == lines[: (section is not None) + (title is not None)]
    assert title is None or len(lines) > 1


@pytest.mark.parametrize("filler", [" ", "\t \n", "ـ ", "- ", "كلمة ", "# ", "---\n", "a: b\n"])
def test_reading_stays_linear(filler):
    text = filler * 300_000
    started = time.process_time()
    read_header(text)
    list(formats.read_md(f"# {text}#x"))
    list(formats.read_md(f"---\n{text}"))
    assert time.process_time() - started < 5  # seconds, where a quadratic reading takes an hour
