"""Spans held against each other: trimmed, overlapping, matched one to one; and names in other spellings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from analysis.arabic import CONTROLS, MARKS

Span = tuple[int, int]

_EDGE = re.compile(rf"[\s\"'«»“”„‟‘’‹›<>()\[\]{{}}،,.;؛:؟?!…\-–—\u0640\u066c{CONTROLS}]")
_COMPLEMENTISER = re.compile(r"(?:[وف]?(?:أن|إن|ان|بأن|بان|إلى|الى|على|عن|من)\s+)+")
_SPELLING = str.maketrans("أإآٱىةؤئ", "اااايهوي")
_TITLES = (
    "الرئيس رئيس الوزير وزير المتحدث الناطق مصدر المصدر السيد الدكتور الأمير الملك ملك مدير المدير الشيخ اللواء العميد المهندس"
    " الأستاذ صحيفة وكالة المحامي"
)


def trim(text: str, start: int, end: int) -> Span:
    """A span without marks, punctuation and white space at its edges, nor a complementiser at its start.

    Examples
    --------
    >>> text = "أن «الباب مفتوح»."
    >>> text[slice(*trim(text, 0, len(text)))]
    '«الباب مفتوح'
    """
    while start < end and _EDGE.match(text[start]):
        start += 1
    if lead := _COMPLEMENTISER.match(text, start, end):
        start = lead.end()
    while end > start and _EDGE.match(text[end - 1]):
        end -= 1
    return start, end


def iou(a: Span, b: Span) -> float:
    """Intersection over union of two spans."""
    inner = min(a[1], b[1]) - max(a[0], b[0])
    return inner / (max(a[1], b[1]) - min(a[0], b[0])) if inner > 0 else 0.0


def match(found: list[Span], gold: list[Span]) -> list[tuple[int, int, float]]:
    """Pairs of overlapping spans, one to one, with the greatest total overlap."""
    if not found or not gold:
        return []
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    overlap = np.array([[iou(f, g) for g in gold] for f in found])
    rows, columns = linear_sum_assignment(overlap, maximize=True)
    return [(i, j, overlap[i, j]) for i, j in zip(rows, columns, strict=True) if overlap[i, j] > 0]


def name_tokens(name: str) -> list[str]:
    """The words of a name in one spelling, without marks."""
    plain = re.sub(f"[{MARKS}]", "", unicodedata.normalize("NFKC", name)).translate(_SPELLING)
    return re.findall(r"\w+", plain)


_GENERIC = frozenset(name_tokens(_TITLES))


def same_speaker(name: str | None, accepted: Iterable[str]) -> bool:
    """Whether a name is one of the accepted ones, or one of them holds the other as whole words that are no mere title.

    Examples
    --------
    >>> same_speaker("الوزيرة ليلى سرحان", ["ليلى سرحان"]), same_speaker("الوزير", ["الوزير سامر حداد"])
    (True, False)
    """
    ours = name_tokens(name) if name else []
    for theirs in map(name_tokens, accepted):
        if not ours or not theirs:
            continue
        small, large = sorted((ours, theirs), key=len)
        whole = len(small) == len(large) or not _GENERIC.issuperset(small)
        if whole and set(small) <= set(large):
            return True
    return False
