"""Reading: files of many formats and encodings become the articles frame."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from analysis import schema

from .fields import Fields
from .formats import BINARY, TEXT
from .reading import Reading, read_place, unique_ids
from .sources import Place, is_archive, places

if TYPE_CHECKING:
    import pandas as pd
    from tqdm.auto import tqdm

__all__ = ["EmptyCorpusError", "RejectedFilesWarning", "read_articles"]

#: So many rejections are listed one by one; the rest is counted.
LISTED = 1000
#: So many are named in a message.
SHOWN = 5
#: Beyond so many files a progress bar is shown.
MANY = 50


class EmptyCorpusError(ValueError):
    """Nothing that was given holds an article."""


class RejectedFilesWarning(UserWarning):
    """Some files, or records of them, could not be read; ``articles.attrs["rejected"]`` lists them."""


def read_articles(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    columns: Mapping[str, str] | None = None,
    progress: bool | None = None,
) -> pd.DataFrame:
    """Read a corpus of articles.

    Parameters
    ----------
    paths : path, or iterable of paths
        Files, folders (with all below them), globs (``**`` goes through folders), archives (zip, tar,
        also compressed with gzip, bzip2 or xz), single compressed files. Formats: ``.txt``, ``.md``,
        ``.html``, ``.csv``, ``.tsv``, ``.json``, ``.jsonl``, ``.ndjson``, ``.parquet``, ``.xlsx``.
        In folders, globs and archives hidden files and what is evidently no article (README, LICENSE,
        code, settings, standoff annotations) are passed over; given by its own name, any file is read. A
        file given twice is read once. A table without texts, but with ids of articles read here, gives them
        its metadata.
    columns : mapping, optional
        Column of the frame → field of the files, as in ``{"text": "nass"}``: for dumps whose field
        names are not known (``lexicon/fields.tsv`` has those that are, whatever their case).
    progress : bool, optional
        Show a progress bar; by default with archives and more than 50 files, if they take a second.

    Returns
    -------
    pandas.DataFrame
        One row an article: ``doc_id``, ``text``, ``title``, ``section``, ``published`` (datetime64[s],
        local time as written, NaT where unknown), ``outlet``, ``author``, ``url``, ``path``; in the order
        given, by name within a folder. ``attrs["rejected"]`` lists what could not be read and
        ``attrs["warnings"]`` what was read with a doubt, as dicts with ``name`` and ``reason``.

    Raises
    ------
    FileNotFoundError
        If a path does not exist or a glob matches nothing.
    EmptyCorpusError
        If there is no article in what was given.
    ValueError
        If `columns` names a column that the frame has not, or a field that no record has.

    Warns
    -----
    RejectedFilesWarning
        If anything was rejected.

    Notes
    -----
    All offsets count from the start of ``text``, so the text is what was stored and nothing else:

    - text files (``.txt``, ``.md``) are decoded, their byte order mark is dropped, and ``\\r\\n`` and
      ``\\r`` become ``\\n``. The text of a ``.txt`` is the whole file, section line and headline included;
      that of a ``.md`` is what follows its front matter;
    - texts in records (JSON, CSV, Parquet, ...) are kept exactly (a lone surrogate, which is no
      character, becomes U+FFFD); a text stored as a list of paragraphs is joined by ``\\n``;
    - the text of a web page is what trafilatura (Barbaresi 2021) extracts.

    ``doc_id`` is the record's own id, else the path below what was given, without its ending, and for
    records also the row (``dump-7``). Where that is not unique, later ones get ``-2``, ``-3``, ...

    Examples
    --------
    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "a.txt")
    ...     _ = path.write_text("افتتاح جسر في نورلاند\\n\\nافتتح الوزير الجسر أمس.", encoding="utf-8")
    ...     articles = read_articles(folder)
    >>> articles.loc[0, ["doc_id", "title"]].to_list()
    ['a', 'افتتاح جسر في نورلاند']
    """
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    fields = Fields(columns)
    reading = Reading()
    found = places(given)
    with _bar(found, progress) as bar:
        for place in found:
            reading.extend(read_place(place, fields, bar.update))
    fields.check_met()
    reading.join_metadata()
    if not reading.rows:
        raise EmptyCorpusError(_nothing_found(given, len(found), reading.rejected))
    reading.doubts.extend(unique_ids(reading.rows))
    articles = schema.frame("articles", reading.rows)
    articles.attrs.update(rejected=_listed(reading.rejected), warnings=_listed(reading.doubts))
    if reading.rejected:
        warnings.warn(
            f"{len(reading.rejected):,} not read: {_summary(reading.rejected)}", RejectedFilesWarning, stacklevel=2
        )
    return articles


def _bar(found: list[Place], progress: bool | None) -> tqdm:
    from tqdm.auto import tqdm

    archives = any(map(is_archive, found))
    show = (archives or len(found) > MANY) if progress is None else progress
    # How many files an archive holds shows only on the way. What takes no second needs no bar.
    return tqdm(
        total=None if archives else len(found), disable=not show, unit=" files", delay=0 if progress else 1, leave=False
    )


def _listed(entries: list[dict[str, str]]) -> list[dict[str, str]]:
    """The entries as kept in ``attrs``, which pandas copies with every step: not too many."""
    more = len(entries) - LISTED
    return entries[:LISTED] + ([{"name": "...", "reason": f"{more:,} more"}] if more > 0 else [])


def _summary(rejected: list[dict[str, str]]) -> str:
    """The first few rejections for a message, those of one reason together."""
    names: dict[str, list[str]] = {}
    for entry in rejected[:SHOWN]:
        names.setdefault(entry["reason"], []).append(entry["name"])
    more = len(rejected) - SHOWN
    rest = [f"and {more:,} more, listed in attrs['rejected']"] if more > 0 else []
    return "; ".join([*(f"{', '.join(alike)} ({reason:.200})" for reason, alike in names.items()), *rest])


def _nothing_found(given: list[str | os.PathLike[str]], found: int, rejected: list[dict[str, str]]) -> str:
    where = ", ".join(os.fspath(path) for path in given[:SHOWN]) or "an empty list of paths"
    wanted = ", ".join(sorted({*TEXT, *BINARY}))
    held = "what is there are annotations of texts" if found else "there is no such file"
    why = f"not read: {_summary(rejected)}" if rejected else held
    return f"no article in {where}. Looked for {wanted}, also in archives; {why}."
