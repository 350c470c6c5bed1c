"""Bytes to text: the encodings of Arabic files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.articles.encoding import Unreadable, decode

LINES = [
    "أعلنت وزارة الموانئ في نورلاند يوم الثلاثاء بدء العمل في الرصيف الجديد",
    "قال المتحدث باسم الشرطة: لا إصابات، والطريق مفتوحة أمام الجميع",
    "هل تعود المفاوضات؟ سؤال يطرحه الجميع؛ ولا أحد يجيب",
    "ارتفعت أسعار القمح 3.5 في المئة خلال شهر",
    "فوز كبير لفريق الساحل على ضيفه",
]
WORDS = [
    "قال",
    "الوزير",
    "إن",
    "مدينة",
    "نورلاند",
    "غدا",
    "سوف",
    "تستقبل",
    "ضيوف",
    "المهرجان",
    "الكبير",
    "الذي",
    "يضم",
    "عشرات",
    "الكتاب",
    "والشعراء",
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859-6"])
@pytest.mark.parametrize("line", LINES)
def test_every_encoding_of_arabic_is_known(line, encoding):
    assert decode(line.encode(encoding)).text == line


@given(st.permutations(WORDS).flatmap(lambda words: st.integers(7, len(words)).map(lambda n: " ".join(words[:n]))))
def test_the_two_legacy_encodings_are_told_apart(line):
    for encoding in ("cp1256", "iso8859-6"):
        assert decode(line.encode(encoding)).text == line


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffd\ufeff"), min_size=1))
def test_utf8_is_never_mistaken(line):
    assert decode(line.encode()).text == line
    assert decode(line.encode("utf-8-sig")).text == line


def test_windows_marks_and_latin_names_survive():
    line = "وقالت الشركة (Café Noir) إن “المشروع” – وهو كبير – سيبدأ…"
    assert decode(line.encode("cp1256")).text == line


def test_a_second_mark_is_text():
    assert decode("\ufeff\ufeffقال".encode()).text == "\ufeffقال"


def test_a_page_mostly_in_ascii_is_judged_by_its_letters():
    page = "<p class='x'>" * 500 + "وزير الخارجية" + "</p>" * 500
    assert decode(page.encode("cp1256")).text == page


def test_french_is_left_to_the_library():
    line = "Le ministre a été reçu à l'hôtel de ville, où il a répété que la fête était prévue pour le mois d'août."
    assert decode(line.encode("cp1252")).text == line


def test_broken_utf8_is_read_with_a_note():
    decoded = decode((LINES[0] * 20).encode()[:-1])
    assert decoded.text[:-1] == (LINES[0] * 20)[:-1]
    assert decoded.note == "1 places are no utf-8 and stand as U+FFFD"


def test_a_stored_replacement_character_is_no_fault():
    assert decode(f"{LINES[0]} \ufffd".encode()).note == ""


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n" + bytes(200), b"\x00\x01\x02\x03" * 50])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(Unreadable):
        decode(data)
