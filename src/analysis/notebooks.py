"""Headless runs: the notebooks over a corpus, with nobody at the keyboard (papermill, nbconvert).

What a run leaves behind does not depend on when or where to it was run: executed notebooks and
tables of two runs over the same corpus are the same bytes.
"""

from __future__ import annotations

import ast
import os
import re
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .cache import VARIABLE

if TYPE_CHECKING:
    from nbformat import NotebookNode

_GIVEN = ("CORPUS", "OUT")  # parameters that the run sets itself; each notebook has them
_WIDGET = "application/vnd.jupyter.widget-view+json"
_SHOWN = 5  # so many ids are named in a message


@dataclass(frozen=True)
class Outcome:
    """How one notebook fared.

    Attributes
    ----------
    notebook : str
        Its name, as ``04_quotes``.
    status : {"ok", "failed"}
    started : str
        ISO 8601, UTC.
    seconds : float
    cell : int or None
        Execution count of the cell that failed, the number in its brackets.
    cause : str or None
        Name and message of the error.
    """

    notebook: str
    status: str
    started: str
    seconds: float
    cell: int | None = None
    cause: str | None = None

    def __str__(self) -> str:
        where = f", cell [{self.cell}]" if self.cell else ""
        return f"{self.notebook}{where}: {self.cause}" if self.cause else f"{self.notebook}: {self.status}"


def find_notebooks(names: Iterable[str] = ()) -> list[Path]:
    """The notebooks that come with Naba, in order, or those of them that are named.

    Parameters
    ----------
    names : iterable of str, optional
        As ``04_quotes`` or ``04_quotes.ipynb``.

    Returns
    -------
    list of Path

    Raises
    ------
    ValueError
        For a name that is none of theirs.
    """
    installed = Path(str(files(__package__))) / "_notebooks"
    folder = installed if installed.is_dir() else Path(__file__).resolve().parents[2] / "notebooks"
    found = {path.stem: path for path in sorted(folder.glob("[0-9]*.ipynb"))}
    wanted = [name.removesuffix(".ipynb") for name in names] or [*found]
    if unknown := [name for name in wanted if name not in found]:
        raise ValueError(f"no notebook {', '.join(unknown)}; there are {', '.join(found) or 'none'}")
    return [found[name] for name in wanted]


def run_notebooks(
    corpus: str | Path,
    out: str | Path,
    *,
    notebooks: Iterable[str] = (),
    parameters: Mapping[str, Any] | None = None,
    progress: bool = False,
    cache: str | Path | bool | None = None,
    report: Callable[[Outcome], None] = lambda outcome: None,
) -> list[Outcome]:
    """Run notebooks over a corpus and leave reports, tables and a manifest.

    A notebook that fails costs the others nothing; its report goes as far as it came.

    Parameters
    ----------
    corpus : str or Path
        What `analysis.read_articles` takes.
    out : str or Path
        Folder for ``<notebook>.html``, ``index.html``, the tables, ``manifest.json`` and ``notebooks/``.
    notebooks : iterable of str, optional
        Names of notebooks; all of them if none is given.
    parameters : mapping, optional
        Values for the notebooks' parameters other than ``CORPUS`` and ``OUT``.
    progress : bool
        Show a bar of cells on stderr.
    cache : path or bool, optional
        Where extraction is kept for the next notebook and the next run, as in `analysis.extract_quotes`.
    report : callable, optional
        Called with each `Outcome` as it comes.

    Returns
    -------
    list of Outcome

    Raises
    ------
    ValueError
        For an unknown notebook, parameter or ``ARTICLE``, before anything runs.
    analysis.EmptyCorpusError
        If there is no article in `corpus`.
    """
    from .articles import read_articles
    from .cache import cache_file
    from .manifest import write_manifest
    from .store import Store

    paths = find_notebooks(notebooks)
    given = dict(parameters or {})
    known = _check_parameters(paths, given)
    articles = read_articles(corpus)
    if given.get("ARTICLE") is not None:
        given["ARTICLE"] = str(given["ARTICLE"])  # an id of digits is text all the same
        _check_article(given["ARTICLE"], articles["doc_id"].tolist())
    if given.get("ALIASES") is not None:
        given["ALIASES"] = str(Path(given["ALIASES"]).resolve())  # the kernel works elsewhere
    out = Path(out).resolve()
    (out / "notebooks").mkdir(parents=True, exist_ok=True)
    before = _tables(out)
    kept = cache_file(cache)
    if kept is not None:
        kept = kept.resolve()
        Store(kept).close()  # if it is broken, that is said here and not in a kernel
    outcomes = []
    for path in paths:
        # The kernel works in the folder of the run, so that no notebook bears the folder's name.
        values = {"CORPUS": str(Path(corpus).resolve()), "OUT": "."} | given
        outcomes.append(_run(path, out, _among([*_GIVEN, *known[path]], values), progress, kept))
        report(outcomes[-1])
    write_manifest(
        out / "manifest.json",
        corpus=corpus,
        articles=len(articles),
        rejected=articles.attrs.get("rejected", []),
        warnings=articles.attrs.get("warnings", []),
        parameters={path.stem: known[path] | _among(known[path], given) for path in paths},
        notebooks=[asdict(outcome) for outcome in outcomes],
    )
    written = [name for name, changed in _tables(out).items() if before.get(name) != changed]
    _write_index(out, f"{len(articles):,} articles of {Path(corpus).name}", paths, outcomes, written)
    return outcomes


def _tables(out: Path) -> dict[str, int]:
    """The tables in a folder and when they were written: what an earlier run left is no result of this one."""
    endings = (".jsonl", ".csv", ".parquet", ".xlsx")
    return {path.name: path.stat().st_mtime_ns for path in sorted(out.iterdir()) if path.suffix in endings}


def _check_parameters(paths: list[Path], given: Mapping[str, Any]) -> dict[Path, dict[str, Any]]:
    """Each notebook's own parameters with defaults; an unknown one is an error, as papermill only warns of it."""
    import papermill

    known = {}
    for path in paths:
        found = papermill.inspect_notebook(str(path))
        known[path] = {name: ast.literal_eval(found[name]["default"]) for name in found if name not in _GIVEN}
    names = set().union(*known.values())
    if unknown := sorted(set(given) - names):
        raise ValueError(f"no notebook has the parameter {', '.join(unknown)}; there are {', '.join(sorted(names))}")
    return known


def _among(names: Collection[str], values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name in names}


def _check_article(wanted: str, doc_ids: list[str]) -> None:
    if wanted not in doc_ids:
        more = ", ..." if len(doc_ids) > _SHOWN else ""
        raise ValueError(f"ARTICLE: no article {wanted!r}; there are {', '.join(doc_ids[:_SHOWN])}{more}")


def _run(path: Path, out: Path, parameters: dict[str, Any], progress: bool, cache: Path | None) -> Outcome:
    import nbformat
    import papermill

    executed = out / "notebooks" / path.name
    executed.unlink(missing_ok=True)
    started, clock = datetime.now(UTC).isoformat(timespec="seconds"), time.perf_counter()
    cell = cause = None
    with _steady_kernels(cache):
        try:
            papermill.execute_notebook(
                path,
                executed,
                parameters,
                progress_bar={"desc": path.stem} if progress else False,
                resources={"metadata": {"path": str(out)}},
                record_timing=False,
                extra_arguments=["--log-level=CRITICAL"],  # what matters comes as an error of a cell
                shutdown_kernel="immediate",  # all is written by then; a polite end takes half a second
            )
        except papermill.PapermillExecutionError as error:
            cell, cause = error.exec_count, f"{error.ename}: {_line(error.evalue)}"
        except Exception as error:  # a kernel that died or never came costs this notebook only
            cause = f"{type(error).__name__}: {_line(error)}"
    outcome = Outcome(
        path.stem,
        "failed" if cause else "ok",
        started,
        round(time.perf_counter() - clock, 2),
        cell,
        cause,
    )
    notebook = nbformat.read(executed if executed.exists() else path, as_version=4)
    _settle(notebook)
    nbformat.write(notebook, executed)
    _write_report(notebook, outcome, out / f"{path.stem}.html")
    return outcome


@contextmanager
def _steady_kernels(cache: Path | None) -> Iterator[None]:
    """Kernels inherit this environment: sets in one order, no bars, no word about frozen modules, one cache or none."""
    steady = {"PYTHONHASHSEED": "0", "TQDM_DISABLE": "1", "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
    steady[VARIABLE] = str(cache or "")
    before = {name: os.environ.get(name) for name in steady}
    os.environ.update(steady)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _line(message: object) -> str:
    from .display.markup import shorten

    return shorten(str(message), 300)


def _settle(notebook: NotebookNode) -> None:
    """Take away what differs between two runs: timings, progress, widgets, warnings with a kernel's number, random ids."""
    for noted in ("papermill", "widgets"):
        notebook.metadata.pop(noted, None)
    notebook.cells = [c for c in notebook.cells if "papermill-error-cell-tag" not in c.metadata.get("tags", [])]
    for cell in notebook.cells:
        for noted in ("papermill", "execution"):
            cell.metadata.pop(noted, None)
        if "injected-parameters" in cell.metadata.get("tags", []):
            cell["id"] = "injected-parameters"
        if cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if not _passing(output)]
            for output in cell.outputs:
                if "text/html" in output.get("data", {}):  # the static twin of a widget, which needs its kernel
                    output["data"].pop(_WIDGET, None)


def _passing(output: Mapping[str, Any]) -> bool:
    """Whether an output was for those who watched: what went to stderr, and progress bars."""
    data = output.get("data", {})
    bar = _WIDGET in data and "%|" in str(data.get("text/plain"))
    return bar or output.get("name") == "stderr"


def _write_report(notebook: NotebookNode, outcome: Outcome, path: Path) -> None:
    """The report names the corpus, but not the folders above it: a report is handed on."""
    from .display.page import notebook_page

    for cell in notebook.cells:
        if cell.get("id") == "injected-parameters":
            cell.source = re.sub(r'(?m)^CORPUS = "(?:.*/)?(.*)"$', r'CORPUS = "\1"', cell.source)
    notice = f"This report is not complete: {outcome}" if outcome.cause else ""
    path.write_text(notebook_page(notebook, notice=notice), encoding="utf-8")


def _write_index(out: Path, what: str, paths: list[Path], outcomes: list[Outcome], files: list[str]) -> None:
    """The page that leads to all: each notebook with its question and how it fared, each table with its formats."""
    import nbformat

    from .display.markup import escape
    from .display.page import notebook_title, page

    def report(path: Path, outcome: Outcome) -> str:
        title = escape(notebook_title(nbformat.read(path, as_version=4)))
        state = f'<br><span class="naba-failed">not complete: {escape(outcome)}</span>' if outcome.cause else ""
        return f'<li><a href="{path.stem}.html">{title}</a> <span class="naba-files">{path.stem}</span>{state}</li>'

    def table(name: str) -> str:
        own = [file for file in files if Path(file).stem == name]
        links = ", ".join(f'<a href="{escape(file)}">{escape(Path(file).suffix[1:])}</a>' for file in own)
        return f'<li>{escape(name)} <span class="naba-files">{links}</span></li>'

    reports = "".join(map(report, paths, outcomes))
    tables = "".join(map(table, dict.fromkeys(Path(file).stem for file in files)))
    body = (
        f"<h1>Naba</h1>\n<p>{escape(what)}</p>\n<h2>Reports</h2>\n<ul>{reports}</ul>\n<h2>Tables</h2>\n<ul>{tables}</ul>\n"
        '<p>What this was made of: <a href="manifest.json">manifest.json</a>; the notebooks as they ran: <a href="notebooks/">notebooks</a></p>'
    )
    (out / "index.html").write_text(page("Naba: reports and tables", body), encoding="utf-8")
