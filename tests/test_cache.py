"""The cache: the same tables with and without it, nothing stale, nothing lost but time when it breaks."""

import ast
import json
import multiprocessing
import os
import subprocess
import sys
import warnings
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis as na
from analysis import cache as cache_module
from analysis import schema
from analysis.cache import cache_file, fingerprint, recalling
from analysis.cli import main
from analysis.quotes import frames as quote_frames
from analysis.store import CacheWarning, Store
from analysis.times import frames as time_frames

SOURCE = Path(cache_module.__file__).parent
STORIES = [
    ("2031-05-06", "قالت وزيرة النقل سلمى درويش أمس الاثنين: «سنبدأ البناء غدا»، وأضافت أن الجسر افتتح."),
    ("2031-05-07", "أكد رامي الحلو أن السوق مغلقة حتى يوم الجمعة 9 مايو."),
    (None, "غادر الوفد اليوم الثلاثاء 6 مايو 2031 ويعود غدا. \u200f🌊"),
    (None, None),
    ("2031-05-07", ""),
]


WORDS = [*'قال: «»"\n🌊', "قال ", "أمس ", "الوزير ", "إن ", "الأحد "]


@pytest.fixture
def articles():
    rows = [{"doc_id": f"خبر-{n}", "published": day, "text": text} for n, (day, text) in enumerate(STORIES)]
    return schema.frame("articles", rows)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "cache" / "kept.sqlite"


@pytest.fixture
def counted(monkeypatch):
    """How often an article was really read, for quotations and for times."""
    calls = {"quotes": 0, "times": 0}

    def count(name, find):
        def counting(*arguments):
            calls[name] += 1
            return find(*arguments)

        counting.__qualname__ = find.__qualname__
        return counting

    monkeypatch.setattr(quote_frames, "find_quotes", count("quotes", quote_frames.find_quotes))
    monkeypatch.setattr(time_frames, "_times", count("times", time_frames._times))
    return calls


def extract(articles, cache):
    quotes = na.extract_quotes(articles, cache=cache)
    return quotes, na.extract_times(articles, quotes=quotes, cache=cache)


def same(one, other):
    for left, right in zip(one, other, strict=True):
        pd.testing.assert_frame_equal(left, right, check_exact=True)
        assert left.attrs == right.attrs


def test_the_same_tables_without_a_cache_with_a_new_one_and_with_a_full_one(articles, file, counted):
    plain = extract(articles, False)
    assert len(plain[0]) >= 3 and len(plain[1]) >= 5 and "inferred" in set(plain[1]["anchor"])
    read = dict(counted)
    same(extract(articles, file), plain)
    assert counted == {name: 2 * count for name, count in read.items()}
    same(extract(articles, file), plain)
    assert counted == {name: 2 * count for name, count in read.items()}
    turned = articles.iloc[::-1].assign(doc_id=["e", "d", "c", "b", "a"]).reset_index(drop=True)
    same(extract(turned, file), extract(turned, False))  # order and ids are those of the articles


@settings(max_examples=25, deadline=None)
@given(texts=st.lists(st.lists(st.sampled_from(WORDS), max_size=30).map("".join)))
def test_any_text_comes_back_as_it_was_found(texts, tmp_path_factory):
    articles = schema.frame("articles", [{"doc_id": str(n), "text": text} for n, text in enumerate(texts)])
    file = tmp_path_factory.mktemp("any") / "kept.sqlite"
    plain = extract(articles, False)
    same(extract(articles, file), plain)
    same(extract(articles, file), plain)


def test_only_what_changed_is_read_again(articles, file, counted):
    extract(articles, file)
    counted.update(quotes=0, times=0)
    changed = articles.copy()
    changed.loc[1, "text"] = changed.loc[1, "text"] + " وأضاف أنها تفتح السبت."
    changed.loc[0, "published"] = pd.Timestamp("2031-05-08")
    same(extract(changed, file), extract(changed, False))
    assert counted["quotes"] - 4 == 1  # four of the five articles are texts
    assert counted["times"] - 4 == 2  # another text, another day


def test_other_quotations_give_other_times(file):
    told = [{"doc_id": "a", "published": "2031-05-08", "text": "قال الوزير يوم الثلاثاء: «سنبدأ البناء غدا»."}]
    articles = schema.frame("articles", told)
    quotes = na.extract_quotes(articles)
    for given_quotes in (None, quotes, None):
        same(
            [na.extract_times(articles, given_quotes, cache=file)],
            [na.extract_times(articles, given_quotes, cache=False)],
        )


def test_nothing_is_kept_unless_asked(articles, tmp_path, monkeypatch):
    monkeypatch.setattr(cache_module, "user_file", lambda: tmp_path / "own.sqlite")
    monkeypatch.delenv("NABA_CACHE", raising=False)
    extract(articles, None)
    assert cache_file() is None and list(tmp_path.iterdir()) == []
    monkeypatch.setenv("NABA_CACHE", str(tmp_path / "named.sqlite"))
    extract(articles, None)
    extract(articles, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["named.sqlite", "own.sqlite"]


def test_what_an_annotator_finds_is_not_kept(articles, file):
    na.extract_quotes(articles, annotator=lambda text: [], cache=file)
    assert len(na.extract_quotes(articles, cache=file)) == len(na.extract_quotes(articles)) > 0


# --- nothing stale ---------------------------------------------------------------------------------------------------


@pytest.fixture
def sources(tmp_path, monkeypatch):
    """A copy of the sources that the fingerprints are taken of."""
    import shutil

    home = tmp_path / "analysis"
    shutil.copytree(SOURCE, home, ignore=shutil.ignore_patterns("__pycache__", "display", "topics"))
    monkeypatch.setattr(cache_module, "_HERE", home)
    return home


@pytest.mark.parametrize(
    ("changed", "concerned"),
    [
        ("lexicon/cues.tsv", {"quotes", "times"}),
        ("arabic.py", {"quotes", "times"}),
        ("quotes/finder.py", {"quotes"}),
        ("times/dates.py", {"times"}),
        ("cli.py", set()),
    ],
)
def test_a_changed_rule_or_word_gives_another_fingerprint(sources, changed, concerned):
    before = {name: fingerprint(name) for name in ("quotes", "times")}
    path = sources / changed
    stamp = path.stat()
    path.write_text(path.read_text("utf-8") + "\n#", encoding="utf-8")
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert {name for name in before if fingerprint(name) != before[name]} == concerned


def test_rules_edited_under_a_running_process_keep_nothing(sources, articles, file, counted):
    extract(articles, file)
    (sources / "lexicon" / "cues.tsv").touch()
    later = cache_module._LOADED + 60
    os.utime(sources / "lexicon" / "cues.tsv", (later, later))
    counted.update(quotes=0, times=0)
    with pytest.warns(CacheWarning, match="before a restart"):
        extract(articles, file)
    assert counted == {"quotes": 4, "times": 4}


@pytest.mark.parametrize("package", ["quotes", "times"])
def test_all_code_that_an_extractor_runs_is_in_its_fingerprint(package):
    example = {"quotes": "na.find_quotes('قال سامر حداد أمس: «نعم»')", "times": "na.find_times('أمس الأحد 3 رجب 1446')"}
    code = (
        f"import sys, analysis as na; {example[package]}; print(*(m for m in sys.modules if m.startswith('analysis')))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    decide_nothing = {"analysis", "analysis.progress", "analysis.schema", "analysis.cache", "analysis.store"}
    paths = {Path(sys.modules[name].__file__ if name in sys.modules else "") for name in decide_nothing}
    assert all(path.suffix == ".py" for path in paths)
    ground = {"analysis.arabic", "analysis.folding", "analysis.splitting", "analysis.lexicon"}
    assert {name for name in loaded if name not in decide_nothing | ground} and not {
        name
        for name in loaded
        if name not in decide_nothing | ground and not name.startswith(f"analysis.{package}")
    }  # fmt: skip
    libraries = set()
    for path in (SOURCE / package).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            libraries |= {name.split(".")[0] for name in names}
    tables = {"pandas", "numpy"}  # they hold what was found
    assert libraries - set(sys.stdlib_module_names) - {"analysis"} - tables <= set(cache_module._LIBRARIES)


# --- the file --------------------------------------------------------------------------------------------------------


def break_whole(path):
    path.write_bytes(b"this is no database" * 500)


def break_inside(path):
    with path.open("r+b") as raw:
        raw.seek(5000)
        raw.write(b"\xff" * (path.stat().st_size - 5000))


def cut(path):
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize("harm", [break_whole, break_inside, cut])
def test_a_broken_cache_costs_only_itself_and_is_said_once(harm, articles, file):
    plain = extract(articles, False)
    many = pd.concat([articles.assign(text=articles["text"] + f" {n}") for n in range(20)], ignore_index=True)
    na.extract_quotes(many, cache=file)
    harm(file)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        same(extract(articles, file), plain)
    assert [word.category for word in said] == [CacheWarning] and "begun anew" in str(said[0].message)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        same(extract(articles, file), plain)
    store = Store(file)
    assert store.size()[0] == 8
    store.close()


def test_a_value_that_is_not_what_was_kept_is_found_again(articles, file):
    import sqlite3
    import zlib

    plain = extract(articles, file)
    for value in (b"", b"\0" * 30, zlib.compress(b"[]"), zlib.compress(b"x" * 20 + b"[[1]]")):
        with sqlite3.connect(file) as database:
            database.execute("UPDATE kept SET value = ?", (value,))
        database.close()
        same(extract(articles, file), plain)


def test_a_cache_that_cannot_be_written_is_done_without(articles, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.warns(CacheWarning, match="is not used"):
        same(extract(articles, tmp_path / "file" / "kept.sqlite"), extract(articles, False))


def test_a_database_of_something_else_is_left_alone(articles, file):
    import sqlite3

    file.parent.mkdir()
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE theirs (a)")
    database.close()
    before = file.read_bytes()
    with pytest.raises(ValueError, match="no cache of Naba"):
        extract(articles, file)
    assert file.read_bytes() == before


def test_the_file_stays_bounded_and_keeps_what_was_used_last(file, monkeypatch):
    def day(n):
        store = Store(file, limit=200_000)
        store._today = n
        return store

    noise = [[str(hash((n, "x")))] for n in range(200)]
    for today in range(1, 30):
        store = day(today)
        store.get(b"daily")
        store.put(b"daily" if today == 1 else b"key %d" % today, noise)
        for n in range(20):
            store.put(b"%d %d" % (today, n), noise)
        store.close()
        assert file.stat().st_size < 250_000
    store = day(30)
    assert store.get(b"daily") == noise and store.get(b"29 3") == noise and store.get(b"2 3") is None
    assert store.size()[0] < 29 * 21
    store.close()


class Row(NamedTuple):
    text: str
    day: date | None


def _many(file, start):
    with recalling(file, "quotes") as recall:
        for n in range(start, start + 1500):
            recall(_found, Row, n)


def _found(n):
    return [Row(f"سطر {n}", date(2031, 1, 1) if n % 2 else None)]


def test_runs_that_write_at_once_lose_nothing(file):
    context = multiprocessing.get_context("spawn")
    runs = [context.Process(target=_many, args=(file, start)) for start in (0, 700, 1500)]
    for one in runs:
        one.start()
    for one in runs:
        one.join(120)
    assert [one.exitcode for one in runs] == [0, 0, 0]
    store = Store(file)
    assert store.size()[0] == 3000
    store.close()
    with recalling(file, "quotes") as recall:
        _found.__code__, kept = (lambda n: pytest.fail("read again")).__code__, _found.__code__
        try:
            assert recall(_found, Row, 1) == [Row("سطر 1", date(2031, 1, 1))]
        finally:
            _found.__code__ = kept


# --- the command -----------------------------------------------------------------------------------------------------


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    lines = [json.dumps({"id": n, "published": day, "text": text}) for n, (day, text) in enumerate(STORIES[:3])]
    (folder / "stories.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def naba(*arguments):
    return CliRunner().invoke(main, list(map(str, arguments)))


def tables(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in (".jsonl", ".csv", ".parquet")}


def test_extract_keeps_what_it_found_unless_told_not_to(corpus, tmp_path, user_cache, counted):
    for name, option in (("none", ["--no-cache"]), ("first", []), ("second", [])):
        result = naba("extract", corpus, "--out", tmp_path / name, *option)
        assert result.exit_code == 0, result.output
        assert user_cache.exists() == (name != "none")
    assert counted == {"quotes": 6, "times": 6}
    assert tables(tmp_path / "none") == tables(tmp_path / "first") == tables(tmp_path / "second")


def test_the_notebooks_of_a_run_share_the_cache_and_leave_the_same_without_it(corpus, tmp_path, user_cache):
    names = ["--notebook", "03_timeline", "--notebook", "04_quotes"]
    assert naba("run", corpus, "--out", tmp_path / "none", "--no-cache", *names).exit_code == 0
    assert not user_cache.exists()
    for out in ("first", "second"):
        assert naba("run", corpus, "--out", tmp_path / out, *names).exit_code == 0
    store = Store(user_cache)
    assert store.size()[0] >= 6
    store.close()
    assert tables(tmp_path / "none") == tables(tmp_path / "first") == tables(tmp_path / "second")
    for path in (tmp_path / "none" / "notebooks").iterdir():
        assert path.read_bytes() == (tmp_path / "second" / "notebooks" / path.name).read_bytes()


def test_the_command_tells_what_is_kept_and_clears_it(corpus, tmp_path, user_cache):
    assert "nothing is kept" in naba("cache").stdout
    naba("extract", corpus, "--out", tmp_path / "out")
    assert f"{user_cache}: 6 results, " in naba("cache").stdout
    assert ": 0 results, " in naba("cache", "--clear").stdout


def test_a_broken_cache_is_one_line_of_a_run(corpus, tmp_path, user_cache):
    user_cache.parent.mkdir(exist_ok=True)
    break_whole(user_cache)
    result = naba("extract", corpus, "--out", tmp_path / "out")
    assert result.exit_code == 0
    (line,) = [line for line in result.stderr.splitlines() if line.startswith("naba: the cache ")]
    assert "begun anew" in line
