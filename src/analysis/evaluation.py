"""Scores of an extraction against gold: spans, speakers, kinds, cues, time values, with intervals over articles.

The measures are those of quotation attribution (Pareti 2016; Newell, Cowlishaw and Wilson 2018) and of TempEval
(UzZaman et al. 2013): spans are matched one to one so that their total overlap is greatest (the assignment problem, Kuhn
1955), a match counts from half of the union on, and gold rows marked optional neither help nor hurt.
"""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.arabic import CONTROLS, MARKS
from analysis.schema import require

if TYPE_CHECKING:
    import pandas as pd

Span = tuple[int, int]
Row = Mapping[str, Any]

#: From this share of the union on, two spans are the same quotation.
_HALF = 0.5
#: An extracted quotation that covers so much of an optional one is not counted.
_OPTIONAL = 0.3
_ROUNDS = 500
_KINDS = ("direct", "indirect", "mixed")
_EDGE = re.compile(rf"[\s\"'«»“”„‟‘’‹›<>()\[\]{{}}،,.;؛:؟?!…\-–—\u0640\u066c{CONTROLS}]")
_COMPLEMENTISER = re.compile(r"(?:[وف]?(?:أن|إن|ان|بأن|بان|إلى|الى|على|عن|من)\s+)+")
_SPELLING = str.maketrans("أإآٱىةؤئ", "اااايهوي")
_TITLES = (
    "الرئيس رئيس الوزير وزير المتحدث الناطق مصدر المصدر السيد الدكتور الأمير الملك ملك مدير المدير الشيخ اللواء العميد المهندس"
    " الأستاذ صحيفة وكالة المحامي"
)


class Gold(NamedTuple):
    """The annotation of one article: its text, its quotations, its times (dicts as in the standoff file)."""

    doc_id: str
    text: str
    quotes: list[dict[str, Any]]
    times: list[dict[str, Any]]


def read_gold(folder: str | Path, docs: str | Path | None = None) -> list[Gold]:
    """Read standoff annotations and the texts that they point into.

    Parameters
    ----------
    folder : path
        Holds one JSON file per article: ``{"doc": "a.txt", "quotes": [...], "times": [...]}``.
    docs : path, optional
        Folder of the texts; by default `folder`, or the one above it.

    Raises
    ------
    FileNotFoundError
        If there is no annotation, or no text for one; the message names it.
    ValueError
        If a file is no annotation; the message names it and what it lacks.
    """
    folder = Path(folder)
    places = [Path(docs)] if docs else [folder, folder.parent]
    gold = []
    for path in sorted(folder.glob("*.json")):
        annotation = _read_annotation(path)
        found = [place / annotation["doc"] for place in places if (place / annotation["doc"]).is_file()]
        if not found:
            raise FileNotFoundError(f"{path}: no text {annotation['doc']} in {', '.join(map(str, places))}")
        text = found[0].read_bytes().decode("utf-8")
        doc_id = annotation["doc"].removesuffix(".txt")
        gold.append(Gold(doc_id, text, annotation["quotes"], annotation["times"]))
    if not gold:
        raise FileNotFoundError(f"no annotations (*.json) in {folder}")
    return gold


def _read_annotation(path: Path) -> dict[str, Any]:
    try:
        annotation = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path}: no JSON: {error}") from error
    missing = {"doc", "quotes", "times"}.difference(annotation if isinstance(annotation, dict) else ())
    if missing:
        raise ValueError(f"{path}: no annotation: it lacks {', '.join(sorted(missing))}")
    return annotation


def read_extraction(folder: str | Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The quotes and times that ``naba extract`` left in a folder, as frames.

    Raises
    ------
    FileNotFoundError
        If ``quotes.jsonl`` or ``times.jsonl`` is not there.
    """
    from analysis.schema import frame

    def rows(name: str) -> list[dict[str, Any]]:
        path = Path(folder) / f"{name}.jsonl"
        if not path.is_file():
            raise FileNotFoundError(f"no {path.name} in {folder}; naba extract PATH --out {folder} writes it")
        return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]

    return frame("quotes", rows("quotes")), frame("times", rows("times"))


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
    said, when = _by_document(quotes), _by_document(times)
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


def _by_document(frame: pd.DataFrame) -> dict[str, list[dict[str, Any]]]:
    """Rows by the last part of their document's id, missing values as None."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in frame.astype(object).where(frame.notna(), None).to_dict("records"):
        rows.setdefault(Path(str(row["doc_id"])).name.removesuffix(".txt"), []).append(row)
    return rows


def _count_quotes(text: str, found: list[dict[str, Any]], gold: list[dict[str, Any]]) -> Counter[str]:
    c: Counter[str] = Counter()
    spans = [trim(text, row["start"], row["end"]) for row in found]
    wanted = [trim(text, row["start"], row["end"]) for row in gold]
    free = set()  # extracted rows that an optional one excuses
    hits = set()
    for i, j, overlap in _match(spans, wanted):
        if gold[j]["optional"]:
            free |= {i} if overlap >= _OPTIONAL else set()
        elif overlap >= _HALF:
            hits.add(i)
            _count_hit(c, found[i], gold[j], spans[i] == wanted[j])
    optional = [span for span, row in zip(wanted, gold, strict=True) if row["optional"]]
    free |= {i for i, span in enumerate(spans) if i not in hits and any(iou(span, o) >= _OPTIONAL for o in optional)}
    c["found"] += len(found) - len(free)
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
    for i, j, _ in _match(spans, wanted):
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


def _match(found: list[Span], gold: list[Span]) -> list[tuple[int, int, float]]:
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
