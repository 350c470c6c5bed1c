"""Measures of an extraction against gold: spans, speakers, kinds, cues, time values, with intervals over articles.

The measures are those of quotation attribution (Pareti 2016; Newell, Cowlishaw and Wilson 2018) and of TempEval
(UzZaman et al. 2013): spans are matched one to one so that their total overlap is greatest (the assignment problem, Kuhn
1955), a match counts from half of the union on, and gold rows marked optional neither help nor hurt.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.evaluation.gold import Gold, Row, rows_by_document
from analysis.evaluation.spans import iou, match, same_speaker, trim
from analysis.schema import require

if TYPE_CHECKING:
    import pandas as pd

#: From this share of the union on, two spans are the same quotation.
_HALF = 0.5
#: An extracted quotation that covers so much of an optional one is not counted.
_OPTIONAL = 0.3
_ROUNDS = 500
_KINDS = ("direct", "indirect", "mixed")


def evaluate(gold: Sequence[Gold], quotes: pd.DataFrame, times: pd.DataFrame) -> pd.DataFrame:
    """Score the quotes and times frames against gold.

    Parameters
    ----------
    gold : sequence of Gold
        As from `read_gold`.
    quotes, times : pandas.DataFrame
        The frames of an extraction; rows are matched to gold by ``doc_id`` (its last part, without ending).

    Returns
    -------
    pandas.DataFrame
        A row a measure: ``measure``, ``value``, and ``low`` and ``high``, a 95 % bootstrap interval over articles.

    Raises
    ------
    ValueError
        If a frame lacks a column.
    """
    import pandas as pd

    require(quotes, "quotes", "doc_id", "start", "end", "kind", "cue_start", "cue_end", "speaker")
    require(times, "times", "doc_id", "start", "end", "type", "value")
    said, when = rows_by_document(quotes), rows_by_document(times)
    counts = [
        _count_quotes(g.text, said.get(g.doc_id, []), g.quotes) + _count_times(g.text, when.get(g.doc_id, []), g.times)
        for g in gold
    ]
    rows = []
    whole = _total(counts)
    resampler = random.Random(7)
    resampled = [_total(resampler.choices(counts, k=len(counts))) for _ in range(_ROUNDS)]
    for name, measure in MEASURES.items():
        spread = sorted(measure(one) for one in resampled)
        low, high = spread[int(_ROUNDS * 0.025)], spread[int(_ROUNDS * 0.975)]
        rows.append({"measure": name, "value": measure(whole), "low": low, "high": high})
    return pd.DataFrame(rows)


class Pairs(NamedTuple):
    """Extracted quotations held against gold ones.

    Attributes
    ----------
    hits : dict of int to (int, bool)
        For each extracted row that hits one, the gold row, and whether their spans are the same.
    excused : set of int
        Extracted rows that an optional gold row excuses.
    """

    hits: dict[int, tuple[int, bool]]
    excused: set[int]


def pair_quotes(text: str, found: Sequence[Row], gold: Sequence[Row]) -> Pairs:
    """Match the extracted quotations of one article with its gold ones."""
    spans = [trim(text, row["start"], row["end"]) for row in found]
    wanted = [trim(text, row["start"], row["end"]) for row in gold]
    hits: dict[int, tuple[int, bool]] = {}
    excused = set()
    for i, j, overlap in match(spans, wanted):
        if gold[j]["optional"]:
            excused |= {i} if overlap >= _OPTIONAL else set()
        elif overlap >= _HALF:
            hits[i] = j, spans[i] == wanted[j]
    optional = [span for span, row in zip(wanted, gold, strict=True) if row["optional"]]
    excused |= {i for i, span in enumerate(spans) if i not in hits and any(iou(span, o) >= _OPTIONAL for o in optional)}
    return Pairs(hits, excused)


def _count_quotes(text: str, found: list[dict[str, Any]], gold: list[dict[str, Any]]) -> Counter[str]:
    c: Counter[str] = Counter()
    pairs = pair_quotes(text, found, gold)
    for i, (j, exact) in pairs.hits.items():
        _count_hit(c, found[i], gold[j], exact)
    c["found"] += len(found) - len(pairs.excused)
    for row in gold:
        if not row["optional"]:
            c["gold"] += 1
            c[f"gold {row['kind']}"] += 1
    return c


def _count_hit(c: Counter[str], found: Row, gold: Row, exact: bool) -> None:
    named = same_speaker(found["speaker"], gold["speaker"])
    c.update({"hit": 1, "exact": exact, "kind": found["kind"] == gold["kind"], "speaker": named})
    c[f"hit {gold['kind']}"] += 1
    if gold["source"] is None:
        c.update({"elided": 1, "elided speaker": named})
    if gold.get("cue_start") is not None:
        cue = (found["cue_start"], found["cue_end"])
        right = cue[0] is not None and iou(cue, (gold["cue_start"], gold["cue_end"])) >= _HALF
        c.update({"cues": 1, "cue": right})
    for role in ("medium", "addressee"):
        if gold.get(role):
            c.update({f"gold {role}": 1, role: same_speaker(found.get(role), [gold[role]])})


def _count_times(text: str, found: list[dict[str, Any]], gold: list[dict[str, Any]]) -> Counter[str]:
    c: Counter[str] = Counter()
    spans = [(row["start"], row["end"]) for row in found]
    wanted = [(row["start"], row["end"]) for row in gold]
    matched, free = set(), set()
    for i, j, _ in match(spans, wanted):
        if gold[j]["optional"]:
            free.add(i)
            continue
        matched.add(i)
        exact = trim(text, *spans[i]) == trim(text, *wanted[j])
        value = str(found[i]["value"]) in gold[j]["value"].split("|")
        c.update({"times hit": 1, "times exact": exact, "type": found[i]["type"] == gold[j]["type"], "value": value})
    optional = [span for span, row in zip(wanted, gold, strict=True) if row["optional"]]
    free |= {i for i, span in enumerate(spans) if i not in matched and any(iou(span, o) > 0 for o in optional)}
    c["times found"] += len(found) - len(free)
    c["times gold"] += sum(not row["optional"] for row in gold)
    return c


def _total(counts: Iterable[Counter[str]]) -> Counter[str]:
    whole: Counter[str] = Counter()
    for one in counts:
        whole.update(one)
    return whole


def _share(part: str, whole: str) -> Callable[[Counter[str]], float]:
    return lambda c: c[part] / c[whole] if c[whole] else 0.0


def _f1(hit: str, found: str, gold: str) -> Callable[[Counter[str]], float]:
    return lambda c: 2 * c[hit] / (c[found] + c[gold]) if c[found] + c[gold] else 0.0


#: The measures, in the order in which they are shown.
MEASURES: dict[str, Callable[[Counter[str]], float]] = {
    "quote precision": _share("hit", "found"),
    "quote recall": _share("hit", "gold"),
    "quote F1": _f1("hit", "found", "gold"),
    "quote F1, exact span": _f1("exact", "found", "gold"),
    "attributed F1": _f1("speaker", "found", "gold"),
    "speaker accuracy": _share("speaker", "hit"),
    "speaker accuracy, elided": _share("elided speaker", "elided"),
    "kind accuracy": _share("kind", "hit"),
    "cue accuracy": _share("cue", "cues"),
    "medium recall": _share("medium", "gold medium"),
    "addressee recall": _share("addressee", "gold addressee"),
    **{f"recall, {kind}": _share(f"hit {kind}", f"gold {kind}") for kind in _KINDS},
    "time precision": _share("times hit", "times found"),
    "time recall": _share("times hit", "times gold"),
    "time F1": _f1("times hit", "times found", "times gold"),
    "time F1, exact span": _f1("times exact", "times found", "times gold"),
    "time value F1": _f1("value", "times found", "times gold"),
    "time type accuracy": _share("type", "times hit"),
}
