"""Where articles lie: paths, folders, globs and archives become files, one after the other."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from . import archives
from .encoding import Unreadable

#: Passed over in folders, globs and archives without a word; given by name, they are read.
NO_ARTICLES = (
    *("readme*", "license*", "licence*", "copying*", "changelog*", "citation*", "notice*", "contributing*"),
    *("sources.*", "authors.*", "contributors.*", "guidelines.*", "datasheet*", "todo.*"),
    *("makefile", "dockerfile", "requirements*.txt", "constraints*.txt", "~$*"),
    *("*.py", "*.pyc", "*.ipynb", "*.r", "*.rmd", "*.sh", "*.toml", "*.yml", "*.yaml", "*.cfg", "*.ini", "*.lock"),
    *("*.sha256", "*.md5", "thumbs.db", "desktop.ini"),
)


class Place(NamedTuple):
    """A file on disk.

    Attributes
    ----------
    path : Path
    relative : str
        The name it goes by under what was given.
    named : bool
        Whether it was given by its own name, and not found in a folder.
    """

    path: Path
    relative: str
    named: bool

    @property
    def name(self) -> str:
        """The path as shown to the reader."""
        return _shown(str(self.path))


class Source(NamedTuple):
    """A file to read, on disk or in an archive.

    Attributes
    ----------
    name : str
        As shown to the reader and stored in ``articles.path``.
    doc_id : str
        The name relative to what was given, without its endings.
    ending : str
        In lower case, with the dot.
    data : callable
        Gives the bytes; raises `Unreadable` or OSError where it cannot.
    """

    name: str
    doc_id: str
    ending: str
    data: Callable[[], bytes]


def places(paths: Iterable[str | os.PathLike[str]]) -> list[Place]:
    """All files under the paths given, each once: in the order given, by name within a folder or glob.

    Raises
    ------
    FileNotFoundError
        If a path does not exist, or a glob matches nothing.
    """
    found: dict[str, Place] = {}
    for path in paths:
        for place in _under(os.fspath(path)):
            found.setdefault(os.path.realpath(place.path), place)
    return list(found.values())


def _under(path: str) -> list[Place]:
    if Path(path).is_dir():
        return _folder(Path(path), Path(path))
    if Path(path).exists():
        return [Place(Path(path), Path(path).name, named=True)]
    matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - as in the shell: "**", no hidden files
    if not matches:
        raise FileNotFoundError(f"{'no file matches' if glob.has_magic(path) else 'no such file or folder:'} {path}")
    parts = Path(path).parts
    base = Path(*parts[: next(i for i, part in enumerate(parts) if glob.has_magic(part))])
    return [place for match in matches for place in _matched(Path(match), base)]


def _matched(match: Path, base: Path) -> list[Place]:
    if match.is_dir():
        return _folder(match, base)
    return [] if _is_no_article(match.name) else [Place(match, match.relative_to(base).as_posix(), named=False)]


def _folder(folder: Path, base: Path) -> list[Place]:
    found: list[Path] = []
    entered: set[str] = set()
    # What cannot be opened is listed like a file, and then rejected like one.
    for here, below, names in os.walk(folder, onerror=lambda e: found.append(Path(e.filename)), followlinks=True):
        real = os.path.realpath(here)
        if real in entered:  # a link back up
            below.clear()
            continue
        entered.add(real)
        below[:] = [name for name in below if not _is_hidden(name)]
        found.extend(Path(here, name) for name in names if not _is_no_article(name))
    return [Place(file, file.relative_to(base).as_posix(), named=False) for file in sorted(found)]


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "__"))


def _is_no_article(name: str) -> bool:
    return _is_hidden(name) or any(fnmatchcase(name.lower(), pattern) for pattern in NO_ARTICLES)


def is_archive(place: Place) -> bool:
    """Whether there may be several files at one place."""
    return _split(place.relative)[1] in archives.ARCHIVES


def sources(place: Place) -> Iterator[Source]:
    """The files to read at one place: itself, or the members of the archive that it is.

    Raises
    ------
    Unreadable, OSError
        If the file cannot be opened, or the archive is broken or too large; what came before has been given.
    """
    mode = place.path.stat().st_mode
    if not stat.S_ISREG(mode):
        raise Unreadable("a folder that may not be opened" if stat.S_ISDIR(mode) else "no regular file")
    doc_id, ending = _split(_shown(place.relative))
    if ending in archives.ARCHIVES:
        prefix = "" if place.named else f"{doc_id}/"
        for member, data in archives.members(place.path, ending):
            if source := _member(place.name, prefix, member, data):
                yield source
    elif ending in archives.COMPRESSED:
        yield Source(place.name, *_split(doc_id), partial(archives.unpacked, place.path, ending))
    else:
        yield Source(place.name, doc_id, ending, partial(archives.whole, place.path))


def _member(archive: str, prefix: str, member: str, data: Callable[[], bytes]) -> Source | None:
    """The source for a member, or None where it is no article; its name is only ever a name."""
    parts = [part for part in _shown(member).replace("\\", "/").split("/") if part not in ("", ".", "..")]
    if not parts or any(map(_is_hidden, parts[:-1])) or _is_no_article(parts[-1]):
        return None
    inside = "/".join(parts)
    doc_id, ending = _split(inside)
    return Source(f"{archive}/{inside}", prefix + doc_id, ending, data)


def _split(name: str) -> tuple[str, str]:
    """A name without its ending, and the ending in lower case: that of an archive may be double."""
    last = PurePosixPath(name).name.lower()
    double = [ending for ending in archives.ARCHIVES if last.endswith(ending) and last != ending]
    ending = max(double, key=len, default=PurePosixPath(last).suffix)
    return name[: len(name) - len(ending)], ending


def _shown(name: str) -> str:
    """A file name fit to be printed and stored: bytes that are no UTF-8 show as U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
