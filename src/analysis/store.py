"""Rows of plain values on disk, by key: a SQLite file of bounded size that several runs may use at once.

Nothing in it is needed: what goes wrong with the file is said and costs only time.
"""

from __future__ import annotations

import json
import sqlite3
import warnings
import zlib
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

LIMIT = 256 * 2**20  #: bytes that the file may take
_APPLICATION = 0x6E616261  # "naba", in the header of the file
_BATCH = 1000  # keys that are written at a time
_PATIENCE = 20  # seconds to wait for another run that is writing
_JSON = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), check_circular=False, default=lambda day: {"day": day.isoformat()}
)
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class CacheWarning(UserWarning):
    """The cache was broken or cannot be used; results are the same without it."""


class Store:
    """The file. One that is broken is put aside and begun anew; one that cannot be opened is done without.

    Parameters
    ----------
    file : Path
    limit : int
        Bytes; beyond it, what was not used for longest goes when the store is closed.

    Raises
    ------
    ValueError
        If the file is a database of something else.
    """

    def __init__(self, file: Path, limit: int = LIMIT) -> None:
        self.file, self.limit = file, limit
        self._new: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()
        self._today = date.today().toordinal()
        self._rebuilt = False
        self._database: sqlite3.Connection | None = None
        self._guarded(self._open)

    def get(self, key: bytes) -> list[Any] | None:
        """Rows kept under a key, or None; rows that cannot be read are not there."""
        found = (self._new[key], self._today) if key in self._new else self._asked(_find, key)
        if found is None:
            return None
        value, used = found
        try:
            plain = zlib.decompress(value)
            rows = json.loads(plain[len(key) :].decode("utf-8", "surrogatepass"), object_hook=_day)
        except (zlib.error, ValueError, TypeError, KeyError):
            return None
        if used != self._today:
            self._used.add(key)
        return rows if plain.startswith(key) and isinstance(rows, list) else None

    def put(self, key: bytes, rows: list[Any]) -> None:
        """Keep rows, tuples of texts, numbers, days and None."""
        if self._database is not None:
            self._new[key] = zlib.compress(key + packed(rows), 1)  # each value says itself whose it is
            if len(self._new) >= _BATCH:
                self._flush()

    def close(self) -> None:
        """Write what is new and let go of the file."""
        if self._new or self._used:
            self._flush()
            self._asked(_shrink, self.limit)
        if self._database is not None:
            self._database.close()
            self._database = None

    def size(self) -> tuple[int, int]:
        """Number of keys, and of bytes."""
        return self._asked(_size) or (0, 0)

    def clear(self) -> None:
        """Forget everything, also what was put aside."""
        self._asked(lambda database: database.execute("DELETE FROM kept"))
        self._aside.unlink(missing_ok=True)

    @property
    def _aside(self) -> Path:
        return self.file.with_name(self.file.name + ".broken")

    def _flush(self) -> None:
        self._asked(_write, self._new, self._used, self._today)
        self._new, self._used = {}, set()

    def _asked(self, ask: Callable[..., T], *arguments: Any) -> T | None:
        """Ask the database, if there is one."""
        return self._guarded(ask, self._database, *arguments) if self._database is not None else None

    def _guarded(self, act: Callable[..., T], *arguments: Any) -> T | None:
        """Act; what fails is said, and ends the use of this file."""
        try:
            return act(*arguments)
        except (sqlite3.Error, OSError) as error:
            if self._database is not None:
                self._database.close()
                self._database = None
            if getattr(error, "sqlite_errorcode", None) not in _BROKEN or self._rebuilt:
                _say(f"the cache {self.file} is not used: {error}")
                return None
        _say(f"the cache {self.file} was broken and is begun anew; what is left of it is in {self._aside.name}")
        self._rebuilt = True
        with suppress(OSError):  # another run may have done it already
            self.file.replace(self._aside)
        self._guarded(self._open)
        return None

    def _open(self) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)  # it holds what articles say
        self._database = sqlite3.connect(self.file, timeout=_PATIENCE, isolation_level=None)
        run = self._database.execute
        (tables,) = run("SELECT count(*) FROM sqlite_master").fetchone()
        if not tables:
            run("PRAGMA auto_vacuum = FULL")
            run(f"PRAGMA application_id = {_APPLICATION}")
            run("CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL)")
        elif run("PRAGMA application_id").fetchone() != (_APPLICATION,):
            self._database.close()
            raise ValueError(f"{self.file} is a database, but no cache of Naba's; name another file")


def packed(value: Any) -> bytes:
    """Plain values as JSON, days as {"day": "2025-02-13"}; halves of surrogate pairs pass as they are."""
    return _JSON.encode(value).encode("utf-8", "surrogatepass")


def _day(found: dict[str, str]) -> date:
    return date.fromisoformat(found["day"])


def _find(database: sqlite3.Connection, key: bytes) -> tuple[bytes, int] | None:
    found: tuple[bytes, int] | None = database.execute("SELECT value, used FROM kept WHERE key = ?", (key,)).fetchone()
    return found


def _write(database: sqlite3.Connection, new: dict[bytes, bytes], used: set[bytes], today: int) -> None:
    database.execute("BEGIN IMMEDIATE")
    database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", [(*item, today) for item in new.items()])
    database.executemany("UPDATE kept SET used = ? WHERE key = ?", [(today, key) for key in used])
    database.execute("COMMIT")


def _shrink(database: sqlite3.Connection, limit: int) -> None:
    """Beyond the limit, keep what was used last, up to four fifths of it."""
    size = _size(database)[1]
    if size > limit:
        (values,) = database.execute("SELECT sum(length(value)) FROM kept").fetchone()
        rest = values * limit * 4 // (size * 5)
        ranked = "SELECT key, sum(length(value)) OVER (ORDER BY used DESC, rowid DESC) AS total FROM kept"
        database.execute(f"DELETE FROM kept WHERE key IN (SELECT key FROM ({ranked}) WHERE total > {rest})")


def _size(database: sqlite3.Connection) -> tuple[int, int]:
    (count,) = database.execute("SELECT count(*) FROM kept").fetchone()
    (pages,) = database.execute("PRAGMA page_count").fetchone()
    (page,) = database.execute("PRAGMA page_size").fetchone()
    return count, pages * page


def _say(message: str) -> None:
    warnings.warn(message, CacheWarning, stacklevel=2)
