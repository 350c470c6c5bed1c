"""Spellings: who says what hangs neither on how marks, commas, blanks and letters are typed nor on the speaker's name."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from test_quote_rules import WHO as RULES
from test_quote_speakers import WHO as SPEAKERS

from analysis.quotes import find_quotes

SENTENCES = {**RULES, **SPEAKERS}
#: Ways of typing that newsrooms and their systems differ in.
TYPED: dict[str, Callable[[str], str]] = {
    "straight marks": lambda text: re.sub("[«»“”]", '"', text),
    "Latin commas": lambda text: text.replace("،", ","),
    "blanks before commas": lambda text: text.replace("،", " ،"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "stretched letters": lambda text: text.replace("قال", "قـال").replace("أكد", "أكــد"),
}


def who_says(text: str) -> set[tuple[str | None, str]]:
    return {(quote.speaker, quote.text) for quote in find_quotes(text)}


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED)
def test_typing_changes_no_speaker(typed: Callable[[str], str]):
    lost = [
        name
        for name, (text, (speaker, said)) in SENTENCES.items()
        if (speaker and typed(speaker), typed(said))
        not in {(s and typed(s), said) for s, said in who_says(typed(text))}
    ]
    assert lost == []


@pytest.mark.parametrize(
    "name", ["عبد الله حداد", "محمد علي حداد", "علي حداد", "سامر بن سعيد حداد", "باسم حداد", "جون حداد", "بلال حداد"]
)
def test_another_name_is_found_as_well(name: str):
    lost = [
        rule
        for rule, (text, (speaker, said)) in RULES.items()
        if speaker == "سامر حداد" and (name, said.replace(speaker, name)) not in who_says(text.replace(speaker, name))
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وحضر سامر حداد المباراه، وقال إن الفريق قوي.", "سامر حداد"),
        ("وحذر الحكومه من الغلاء. وقالت النائبه المعارضه سلمى حداد إن الخزانه فارغه.", "سلمى حداد"),
        ("وأضاف سامر حداد لـ« صدى المرفأ » أن البحر هادئ.", "سامر حداد"),
    ],
)
def test_texts_without_teh_or_with_wide_marks(text: str, speaker: str):
    assert [quote.speaker for quote in find_quotes(text)][-1] == speaker
