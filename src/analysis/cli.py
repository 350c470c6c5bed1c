"""The command ``naba``: the library's verbs for those who work without a notebook."""

from __future__ import annotations

import glob
import json
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from .notebooks import Outcome

_FORMATS = ("jsonl", "csv", "parquet", "xlsx")
_NAMED = 10  # so many files that could not be read, or not without a doubt, are named; manifest.json has them all


_no_cache = click.option("--no-cache", is_flag=True, help="Read every article anew; keep nothing for the next run.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="naba", prog_name="naba")
def main() -> None:
    """Read Arabic news closely: who said what, through whom, when, about what."""


@main.command()
@click.argument("path")
@click.option("--out", default="reports", show_default=True, help="Folder for reports, tables and the manifest.")
@click.option("--notebook", "notebooks", multiple=True, metavar="NAME", help="Only this one, as 04_quotes; repeatable.")
@click.option("-p", "--parameter", "parameters", nargs=2, multiple=True, metavar="NAME VALUE",
              help="Set a notebook's parameter, as -p TOPICS 7; repeatable.")  # fmt: skip
@_no_cache
def run(
    path: str, out: str, notebooks: tuple[str, ...], parameters: tuple[tuple[str, str], ...], no_cache: bool
) -> None:
    """Run all notebooks over the articles in PATH: a file, a folder, an archive or a quoted glob.

    Leaves one readable HTML page per notebook, the tables as JSON Lines, CSV and Parquet, the executed notebooks, and
    manifest.json with the inputs, versions, parameters and durations. Ends with an error if a notebook failed.
    """
    from .notebooks import run_notebooks

    _check_apart([path], out)
    _warnings_are_lines()
    terminal = sys.stderr.isatty()
    outcomes = _or_complain(
        run_notebooks,
        path,
        out,
        notebooks=notebooks,
        parameters={name: _value(text) for name, text in parameters},
        progress=terminal,
        cache=not no_cache,
        report=_report if terminal else _report_all,
    )
    click.echo(f"{sum(o.status == 'ok' for o in outcomes)} of {len(outcomes)} notebooks ran: {Path(out, 'index.html')}")
    manifest = json.loads(Path(out, "manifest.json").read_text(encoding="utf-8"))
    _say("not read", manifest["rejected"])
    _say("read with a doubt", manifest["warnings"])
    if any(outcome.cause for outcome in outcomes):
        raise SystemExit(1)


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--out", required=True, help="Folder for the tables.")
@click.option("--format", "formats", multiple=True, type=click.Choice(_FORMATS), default=["jsonl"], show_default=True,
              help="Repeatable.")  # fmt: skip
@click.option("--published-window", "window", nargs=2, type=click.DateTime(["%Y-%m-%d"]), metavar="FIRST LAST",
              help="Days between which undated articles must have appeared.")  # fmt: skip
@_no_cache
def extract(
    paths: tuple[str, ...],
    out: str,
    formats: tuple[str, ...],
    window: tuple[datetime, datetime] | None,
    no_cache: bool,
) -> None:
    """Extract quotations, time expressions and publication days from the articles in PATH.

    Writes the tables quotes, times and dating, a row a line, with offsets into the articles' texts.
    """
    import analysis as na

    if window and window[0] > window[1]:
        raise click.BadParameter("the window ends before it begins", param_hint="--published-window")
    _check_apart(paths, out)
    _warnings_are_lines()
    articles = _or_complain(na.read_articles, list(paths))
    _say("not read", articles.attrs.get("rejected", []))
    _say("read with a doubt", articles.attrs.get("warnings", []))
    quotes = _or_complain(na.extract_quotes, articles, cache=not no_cache)
    times = na.extract_times(articles, quotes=quotes, cache=not no_cache)
    dating = na.infer_published(articles, times, window=window, group="outlet")
    undated = articles["published"].isna()
    if window and undated.any():  # words such as "yesterday" get their day from what the window settled
        found = articles["doc_id"].map(dating.set_index("doc_id")["published"])
        dated = articles.assign(published=articles["published"].fillna(found))
        times = na.extract_times(dated, quotes=quotes, cache=not no_cache)
    _or_complain(na.write_tables, out, formats=formats, quotes=quotes, times=times, dating=dating)
    settled = dating.loc[dating["doc_id"].isin(articles.loc[undated, "doc_id"]), "published"].notna().sum()
    click.echo(
        f"{len(articles):,} articles, {len(quotes):,} quotations, {len(times):,} time expressions; "
        f"{int(settled):,} of {int(undated.sum()):,} undated articles dated: {out}",
        err=True,
    )


def _check_apart(paths: Iterable[str], out: str) -> None:
    """Tables and reports need a folder, and none that lies where the next run would read them as articles."""
    place = Path(out).resolve()
    if file := next((folder for folder in (place, *place.parents) if folder.is_file()), None):
        raise click.BadParameter(f"{file} is a file; give a folder", param_hint="--out")
    for folder in map(_folder_of, paths):
        if folder and place.is_relative_to(folder.resolve()):
            raise click.BadParameter(
                f"{out} lies within {folder}: the next run would read it as articles", param_hint="--out"
            )


def _folder_of(path: str) -> Path | None:
    """The folder that a path reads from; that of a file or flat glob may be the working folder, which holds all."""
    if Path(path).is_dir():
        return Path(path)
    parts = Path(path).parts
    magic = (n for n, part in enumerate(parts) if not Path(path).exists() and glob.has_magic(part))
    folder = Path(*parts[: next(magic, len(parts) - 1)])
    return None if folder.resolve() == Path.cwd() and "**" not in parts else folder


@main.command()
@click.argument("gold")
@click.argument("extraction", metavar="OUT")
@click.option("--docs", help="Folder of the articles' texts; by default GOLD, or the folder above it.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def score(gold: str, extraction: str, docs: str | None, as_json: bool) -> None:
    """Score the extraction in OUT (as naba extract leaves it) against the annotations in GOLD.

    Quotations count as found from half of the union on; intervals are 95 % bootstrap over articles.
    """
    import analysis as na

    annotated = _or_complain(na.read_gold, gold, docs)
    quotes, times = _or_complain(na.read_extraction, extraction)
    result = _or_complain(na.evaluate, annotated, quotes, times)
    reliability = na.precision_at(na.judge_quotes(annotated, quotes))
    if as_json:
        tables = {
            "measures": result.to_dict("records"),
            "reliability": json.loads(reliability.to_json(orient="records")),
        }
        click.echo(json.dumps({"articles": len(annotated), **tables}, indent=1))
        return
    click.echo(f"{len(annotated):,} articles\n{'':26}value   95 % interval")
    for row in result.itertuples():
        click.echo(f"{row.measure:26}{row.value:.3f}   {row.low:.3f}–{row.high:.3f}")
    click.echo(f"\n{'quotes with confidence':26}rows   share   content right   speaker right as well")
    for row in reliability.itertuples():
        click.echo(
            f"{f'at least {row.confidence:.2f}':26}{row.rows:4}   {row.share:5.3f}   {row.content:13.3f}   {row.right:.3f}"
        )


@main.command()
@click.option("--clear", is_flag=True, help="Forget what is kept.")
def cache(clear: bool) -> None:
    """Tell where extraction is kept for the next run, and how much of it; or clear it.

    Quotations and time expressions are found again by the content of their article and the version of the rules:
    nothing in the cache is needed, and nothing in it can be out of date.
    """
    from .cache import user_file
    from .store import LIMIT, Store

    _warnings_are_lines()
    file = user_file()
    if not file.exists():
        click.echo(f"{file}: nothing is kept")
        return
    store = _or_complain(Store, file)
    if clear:
        store.clear()
    count, size = store.size()
    store.close()
    click.echo(f"{file}: {count:,} results, {size / 2**20:.1f} of at most {LIMIT / 2**20:.0f} MB")


def _value(text: str) -> Any:
    """A parameter's value as JSON where it is JSON, as text where it is not."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _report(outcome: Outcome) -> None:
    if outcome.cause:
        click.echo(f"naba: {outcome}", err=True)


def _report_all(outcome: Outcome) -> None:
    """Where no bar is shown, a line a notebook tells how far the run is."""
    click.echo(f"naba: {outcome}" + (f", {outcome.seconds:.0f} s" if not outcome.cause else ""), err=True)


def _warnings_are_lines() -> None:
    """A warning of the cache is one line; what was not read is said by `_say`, and its warning would say it twice."""
    import warnings

    from .articles import RejectedFilesWarning
    from .store import CacheWarning

    click.get_current_context().with_resource(warnings.catch_warnings())
    warnings.simplefilter("ignore", RejectedFilesWarning)
    warnings.simplefilter("once", CacheWarning)
    shown = warnings.showwarning

    def show(message: Warning | str, category: type[Warning], *place: Any, **where: Any) -> None:
        if issubclass(category, CacheWarning):
            click.echo(f"naba: {message}", err=True)
        else:
            shown(message, category, *place, **where)

    warnings.showwarning = show


def _say(what: str, rows: list[dict[str, str]]) -> None:
    for row in rows[:_NAMED]:
        click.echo(f"naba: {what}: {row['name']}: {row['reason']}", err=True)
    if len(rows) > _NAMED:
        click.echo(f"naba: {what}: {len(rows) - _NAMED:,} more, {len(rows):,} in all", err=True)


def _or_complain(verb: Any, *args: Any, **options: Any) -> Any:
    """Call `verb`; what the user can put right is said in one line, without a traceback."""
    try:
        return verb(*args, **options)
    except (ValueError, OSError) as error:
        raise click.ClickException(str(error)) from error
