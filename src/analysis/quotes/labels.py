"""Labels: headlines of the form "فلان: ..." and the speakers' names before the answers of an interview."""

from __future__ import annotations

from analysis.quotes import vocabulary as v
from analysis.quotes.cues import forms
from analysis.quotes.reading import COLON, PARAGRAPH, Reading
from analysis.quotes.sources import Range

_LONGEST = 5
_HEAD_PARAGRAPHS = 3


def find_labels(r: Reading) -> list[tuple[int, int, Range]]:
    """Labelled speech: index of its first word, one past the last word of its first sentence, the label's range.

    A label in the headline counts once; elsewhere it must come back, as in an interview.

    Examples
    --------
    >>> from analysis.quotes.reading import read
    >>> find_labels(read("سامر حداد: الموسم بدأ"))
    [(2, 4, (0, 2))]
    """
    candidates = []
    paragraphs = [k for k, stop in enumerate(r.stop[:-1]) if stop == PARAGRAPH]
    for paragraph, k in enumerate(paragraphs, 1):
        colon = k + 1
        while colon < r.size and colon - k <= _LONGEST and r.stop[colon] < COLON:
            colon += 1
        if colon < r.size and r.stop[colon] == COLON and colon - k <= _LONGEST and _is_label(r, k, colon):
            candidates.append((paragraph, k, colon))
    counts: dict[tuple[str, ...], int] = {}
    for _, k, colon in candidates:
        label = tuple(r.words[k:colon])
        counts[label] = counts.get(label, 0) + 1
    return [
        (colon, r.sentence_end[colon], (k, colon))
        for paragraph, k, colon in candidates
        if (paragraph <= _HEAD_PARAGRAPHS and _is_headline(r, k)) or counts[tuple(r.words[k:colon])] > 1
    ]


def _is_label(r: Reading, start: int, colon: int) -> bool:
    words = r.words[start:colon]
    if any("-" in r.gap[k] or "–" in r.gap[k] for k in range(start + 1, colon)):
        return False  # a dateline: سبق- الطائف:
    if any(w in v.function_words("no_speaker") or w[0].isdigit() for w in words):
        return False
    if words[0] in v.function_words("preposition") or words[0] in v.function_words("adjunct"):
        return False
    return not any(w in forms() and not v.heads(w) and not forms()[w].verb.weak for w in words)


def _is_headline(r: Reading, start: int) -> bool:
    """Whether the paragraph that begins here is short and ends without a full stop, as headlines do."""
    end = start + 1
    while end < r.size and r.stop[end] < PARAGRAPH:
        end += 1
    return end - start <= 25 and "." not in r.gap[end].strip(". ")[:1] + r.gap[end][:1].replace(" ", "")
