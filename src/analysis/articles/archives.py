"""Archives and compressed files, read in memory and within bounds.

Nothing is ever unpacked to disk, so a member's name can lead nowhere. The bounds hold for what
really comes out, not for what an archive's directory claims.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import IO, Any, cast

from .encoding import Unreadable

#: The largest single file, in bytes.
MAX_FILE = 1 << 30
#: What one archive may hold: bytes unpacked, members, and bytes unpacked per byte packed.
MAX_UNPACKED = 4 << 30
MAX_MEMBERS = 500_000
MAX_RATIO = 250
#: The ratio counts only beyond this many bytes: small files may well be repetitive.
RATIO_FROM = 64 << 20

#: Endings of archives, and of single files compressed.
ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
COMPRESSED = (".gz", ".bz2", ".xz")

_OPENERS: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys((".gz", ".tgz", ".tar.gz"), partial(gzip.open, mode="rb")),
    **dict.fromkeys((".bz2", ".tbz2", ".tar.bz2"), partial(bz2.open, mode="rb")),
    **dict.fromkeys((".xz", ".txz", ".tar.xz"), partial(lzma.open, mode="rb")),
}
_BROKEN = (EOFError, OSError, lzma.LZMAError, zlib.error, tarfile.TarError, zipfile.BadZipFile)


def whole(path: Path) -> bytes:
    """The bytes of a file on disk; `Unreadable` beyond `MAX_FILE`."""
    _check_size(path.stat().st_size)
    with path.open("rb") as file:
        return _bounded(file)


def unpacked(path: Path, ending: str) -> bytes:
    """The bytes of a single compressed file; `Unreadable` where it is broken or too large."""
    try:
        with path.open("rb") as packed, _OPENERS[ending](packed) as file:
            return _bounded(_Counted(file, path.stat().st_size))
    except _BROKEN as error:
        raise Unreadable(f"broken compression: {error}") from error


def members(path: Path, ending: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Name and bytes of each member of an archive; the bytes are to be taken before going on.

    Raises
    ------
    Unreadable
        If the archive is broken or holds too much; what came before has been given.
    """
    try:
        yield from (_zip(path) if ending == ".zip" else _tar(path, ending))
    except _BROKEN as error:
        raise Unreadable(f"broken archive: {error}") from error


def _check_size(size: int) -> None:
    if size > MAX_FILE:
        raise Unreadable(f"larger than {MAX_FILE >> 20:,} MiB; split it")


def _bounded(file: IO[bytes] | _Counted) -> bytes:
    data = file.read(MAX_FILE + 1)
    _check_size(len(data))
    return data


class _Counted:
    """A file that counts the bytes read from it and refuses to go on beyond the bounds."""

    def __init__(self, file: IO[bytes], packed: int) -> None:
        self.file, self.packed, self.count = file, packed, 0

    def read(self, size: int) -> bytes:
        """Up to `size` bytes, taken in pieces, so that what is too much is known soon."""
        pieces = []
        while size and (piece := self.file.read(min(size, 1 << 20))):
            pieces.append(piece)
            size -= len(piece)
            self.count += len(piece)
            self.check()
        return b"".join(pieces)

    def check(self) -> None:
        """Raise `Unreadable` beyond the bounds."""
        if self.count > MAX_UNPACKED:
            raise Unreadable(f"unpacks to more than {MAX_UNPACKED >> 20:,} MiB; unpack it yourself and give the folder")
        if self.count > RATIO_FROM and self.count > MAX_RATIO * self.packed:
            raise Unreadable(f"unpacks to more than {MAX_RATIO} times its size; unpack it yourself if you trust it")


def _zip(path: Path) -> Iterator[tuple[str, Callable[[], bytes]]]:
    with zipfile.ZipFile(path) as archive:
        counted = _Counted(cast(IO[bytes], None), path.stat().st_size)
        found = [member for member in archive.infolist() if not member.is_dir()]
        if len(found) > MAX_MEMBERS:
            raise Unreadable(f"more than {MAX_MEMBERS:,} members")

        def data(member: zipfile.ZipInfo) -> bytes:
            if member.flag_bits & 1:
                raise Unreadable("encrypted")
            with archive.open(member) as file:
                counted.file = file
                return _bounded(counted)

        for member in found:
            yield member.filename, partial(data, member)
            counted.check()


def _tar(path: Path, ending: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    with path.open("rb") as packed:
        # Members passed over are decompressed too, so the bounds stand between the two layers.
        opener = _OPENERS.get(ending)
        stream = _Counted(opener(packed), path.stat().st_size) if opener else packed
        with tarfile.open(fileobj=cast(Any, stream), mode="r|") as archive:
            for count, member in enumerate(archive):
                if count >= MAX_MEMBERS:
                    raise Unreadable(f"more than {MAX_MEMBERS:,} members")
                # A sparse member claims bytes that the archive does not hold.
                if member.isreg() and not member.issparse() and (file := archive.extractfile(member)):
                    yield member.name, partial(_bounded, file)
