"""The script layer: folding with a way back, words, clitics, sentences."""

import doctest
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import analysis.arabic
import analysis.folding
import analysis.splitting
from analysis.arabic import clitics, fold, key, paragraphs, sentences, tokens
from analysis.splitting import words

arabic = st.text(
    st.sampled_from('اأإآىيةهوفبكلس مقرن\u064b\u0651\u0640\u200f\ufefb\ufdf2،.\n؟٣۴\u066c"«»:'), max_size=60
)
anything = st.one_of(arabic, st.text(max_size=60))


def test_docstrings_run():
    assert doctest.testmod(analysis.arabic).failed == 0
    assert doctest.testmod(analysis.folding).failed == 0
    assert doctest.testmod(analysis.splitting).failed == 0


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("مُؤكِّدًا", "مؤكدا"),
        ("الـــوزير", "الوزير"),
        ("إلى أنّ آمال", "الي ان امال"),
        ("المدرسة على", "المدرسه علي"),
        ("٢٠٢٥ و۱۴۰۴", "2025 و1404"),
        ("سياق آخر٬ أشاد", "سياق اخر، اشاد"),
        ("١٢٬٥٠٠", "12,500"),
        ("\ufefb شك", "لا شك"),
        ("ﺍﻟﻮﺯﻳﺮ", "الوزير"),
        ("\u200fقال\u200e", "قال"),
        ("کتاب یمن", "كتاب يمن"),
        ("لا\u00a0بأس", "لا باس"),
    ],
)
def test_variants_of_writing_become_one(written, folded):
    assert fold(written).text == folded


def test_a_span_leads_back_with_its_marks():
    text = "وأكّدَ الـمُتحدِّثُ: نعم"
    folded = fold(text)
    start = folded.text.index("المتحدث")
    assert text[slice(*folded.span(start, start + len("المتحدث")))] == "الـمُتحدِّثُ"


def test_each_letter_of_a_ligature_leads_to_the_ligature():
    folded = fold("كـ\ufefb")
    assert folded.text == "كلا"
    assert folded.span(1, 3) == (2, 3)
    assert folded.span(2, 3) == (2, 3)


@given(anything)
def test_spans_of_folded_words_lie_in_order_within_the_text(text):
    folded = fold(text)
    last = 0
    for start, end in zip(words(folded.text).start, words(folded.text).end, strict=True):
        a, b = folded.span(start, end)
        assert last <= a < b <= len(text)
        assert key(text[a:b]) == folded.text[start:end]
        last = a


@given(anything)
def test_folding_twice_changes_nothing_more(text):
    once = fold(text).text
    assert fold(once).text == once


@given(anything)
def test_words_and_gaps_make_up_the_text(text):
    w = words(text)
    assert w.text == re.findall(r"\w+", text)
    assert "".join(g + t for g, t in zip(w.gap, [*w.text, ""], strict=True)) == text
    assert all(text[a:b] == t for a, b, t in zip(w.start, w.end, w.text, strict=True))


@given(anything)
def test_tokens_sentences_and_paragraphs_point_into_the_text(text):
    for token in tokens(text):
        assert text[token.start : token.end] == token.text
    blocks = paragraphs(text)
    for start, end in sentences(text):
        assert text[start:end].strip() == text[start:end] != ""
        assert any(a <= start and end <= b for a, b in blocks)


@pytest.mark.parametrize(
    ("word", "stem", "prefix"),
    [
        ("وسيقول", "يقول", "وس"),
        ("فالرئيس", "رئيس", "فال"),
        ("للوزارة", "وزارة", "لل"),
        ("كالبحر", "بحر", "كال"),
        ("وبالحوار", "حوار", "وبال"),
    ],
)
def test_clitics_come_off(word, stem, prefix):
    assert (prefix, stem) in [(c.prefix, c.stem) for c in clitics(word)]


def test_a_vocabulary_decides_between_readings():
    assert [c.stem for c in clitics("وزير", known={"وزير", "حكم"}.__contains__)] == ["وزير"]
    assert [c.stem for c in clitics("وحكم", known={"وزير", "حكم"}.__contains__)] == ["حكم"]


def test_sentences_end_where_they_should():
    text = "بلغ السعر 9.5 دولار. وقال د. سامر: «كفى!» هل يكفي هذا؟ لا أحد يدري\nوفي سطر آخر..."
    assert [text[a:b] for a, b in sentences(text)] == [
        "بلغ السعر 9.5 دولار.",
        "وقال د. سامر: «كفى!»",
        "هل يكفي هذا؟",
        "لا أحد يدري",
        "وفي سطر آخر...",
    ]
