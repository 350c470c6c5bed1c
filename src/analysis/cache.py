"""What was extracted before, kept on disk by content: reading an unchanged article again costs a look-up.

A result is found by a hash of all that decides it: the arguments of the function that found it (the text among
them), and the sources and lexicon that it runs on. So nothing is ever out of date: what changed has another key, and
what is no longer asked for makes room once the file is full. One SQLite file; several runs may use it at once.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

VARIABLE = "NABA_CACHE"  #: the environment variable that names the file for calls that do not
_LOADED = time.time()
_HERE = Path(__file__).parent
#: What every extractor stands on, beside its own package.
_GROUND = ("arabic.py", "folding.py", "splitting.py", "lexicon/*")
_LIBRARIES = ("hijridate",)


@contextmanager
def recalling(cache: str | Path | bool | None, package: str) -> Iterator[Callable[..., list[Any]]]:
    """Give ``recall(find, kind, *arguments)``, which is ``find(*arguments)``, looked up where it was found before.

    Parameters
    ----------
    cache : path, bool or None
        See `cache_file`.
    package : str
        The package of `analysis` whose code `find` runs, as "quotes".

    Yields
    ------
    callable
        `find` must be a pure function of texts, numbers, days and sequences of them, and give a list of `kind`:
        a named tuple of texts, numbers and days.

    Raises
    ------
    ValueError
        If the file is a database of something else.
    """
    file = cache_file(cache)
    mark = fingerprint(package) if file is not None else None
    if file is None or mark is None:
        yield lambda find, kind, *arguments: find(*arguments)
        return
    from analysis.store import Store, packed  # not before a cache is asked for: it loads a database

    store = Store(file)

    def recall(find: Callable[..., list[T]], kind: type[T], *arguments: Any) -> list[T]:
        asked = packed([find.__qualname__, arguments])
        key = hashlib.blake2b(asked, digest_size=20, key=mark).digest()
        kept = store.get(key)
        if kept is not None:
            return [kind(*row) for row in kept]
        found = find(*arguments)
        store.put(key, found)
        return found

    try:
        yield recall
    finally:
        store.close()


def cache_file(cache: str | Path | bool | None = None) -> Path | None:
    """The file that a parameter ``cache`` means.

    Parameters
    ----------
    cache : path, bool or None
        A file; True for the user's own; False for none; None for what the environment variable ``NABA_CACHE`` names,
        none where it is not set.

    Returns
    -------
    Path or None

    Examples
    --------
    >>> cache_file(False) is None
    True
    >>> cache_file("kept.sqlite").name
    'kept.sqlite'
    """
    if cache is None:
        named = os.environ.get(VARIABLE)
        return Path(named) if named else None
    if cache is True:
        return user_file()
    return Path(cache) if cache else None


def user_file() -> Path:
    """Where the user's own cache is: in the folder that the system has for such, as ``~/.cache/naba``."""
    import platformdirs

    return platformdirs.user_cache_path("naba", appauthor=False) / "extraction.sqlite"


def fingerprint(package: str) -> bytes | None:
    """Hash of all that decides what `package` finds beside the text: its code, what it stands on, Python itself.

    Parameters
    ----------
    package : str
        As "quotes" or "times".

    Returns
    -------
    bytes or None
        32 bytes; None, with a `CacheWarning`, where the sources are newer than what this process has loaded of them.
    """
    paths = {path for pattern in (*_GROUND, f"{package}/**/*.py") for path in _HERE.glob(pattern)}
    if any(_HERE.glob(f"{package}/*.so")) or any(_HERE.glob("folding*.so")):
        paths.update(_HERE.parent.glob("*__mypyc*.so"))  # compiled once, it may be older than its source
    sources = [path for path in sorted(paths) if path.is_file()]
    if not sources or max(path.stat().st_mtime for path in sources) > _LOADED:
        from analysis.store import CacheWarning

        edited = "the rules or words were edited since they were loaded: the cache is not used before a restart"
        warnings.warn(edited, CacheWarning, stacklevel=2)
        return None
    from importlib.metadata import version

    state = hashlib.blake2b(digest_size=32)
    for text in (sys.version, *map(version, _LIBRARIES)):
        state.update(text.encode() + b"\0")
    for path in sources:
        state.update(path.relative_to(_HERE.parent).as_posix().encode() + b"\0")
        state.update(hashlib.blake2b(path.read_bytes()).digest())
    return state.digest()
