"""Bytes to text: which encoding an Arabic text was stored in.

Marks settle it where there are any; else UTF-16 shows by its regular pattern of high bytes and
UTF-8 by its own grammar. The two legacy encodings of Arabic accept nearly the same bytes, so
they are told apart by how usual the letters are that each of them makes of a text: the method
of Li and Momoi (2001, "A composite approach to language/encoding detection"), with the letter
frequencies in ``lexicon/letters.tsv``.
"""

from __future__ import annotations

import codecs
import math
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from analysis import lexicon

#: The encodings told apart by letter frequency; the first wins a tie.
LEGACY = ("cp1256", "iso8859_6")
#: Others that news in Arab countries comes in; charset-normalizer chooses among them.
OTHERS = ["cp1252", "cp720", "cp864"]

# UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf_8"),
    (codecs.BOM_UTF32_LE, "utf_32_le"),
    (codecs.BOM_UTF32_BE, "utf_32_be"),
    (codecs.BOM_UTF16_LE, "utf_16_le"),
    (codecs.BOM_UTF16_BE, "utf_16_be"),
)
_SAMPLE = 1 << 16
# High bytes of UTF-16 in Arabic news: ASCII, Arabic, general punctuation, presentation forms.
_HIGH = b"\x00\x06\x20\xfb\xfe"
_CONTROLS = [chr(code) for code in (*range(32), 127) if chr(code) not in "\t\n\r\f\v\x1a\x1b"]


class Unreadable(ValueError):
    """A file, or one record of it, that cannot become an article; the message says why."""


class Decoded(NamedTuple):
    """A text, the encoding it was stored in, and a note where bytes of it made no sense there."""

    text: str
    encoding: str
    note: str = ""


def decode(data: bytes) -> Decoded:
    """Decode the bytes of a text file.

    The byte order mark is taken off; nothing else is changed.

    Parameters
    ----------
    data : bytes
        A whole file.

    Returns
    -------
    Decoded

    Raises
    ------
    Unreadable
        If the bytes are no text, or text in an unknown encoding.

    Examples
    --------
    >>> decode("قال الوزير".encode("cp1256")).text
    'قال الوزير'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _settle(data[len(mark) :], encoding)
    for encoding in filter(None, (_utf16(data), "utf_8")):
        try:
            return _checked(Decoded(data.decode(encoding), encoding))
        except UnicodeDecodeError:
            continue
    if _is_utf8(data):
        return _settle(data, "utf_8")
    return _settle(data, _legacy(data))


def _settle(data: bytes, encoding: str) -> Decoded:
    """Decode with U+FFFD for what makes no sense, and say how much that was."""
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    if lost:
        lost -= data.decode(encoding, "ignore").count("\ufffd")  # those that were stored
    note = f"{lost} places are no {encoding.replace('_', '-')} and stand as U+FFFD" if lost else ""
    return _checked(Decoded(text, encoding, note))


def _checked(decoded: Decoded) -> Decoded:
    text = decoded.text
    odd = sum(text.count(char) for char in _CONTROLS) + text.count("\ufffd")
    if odd > 1 and odd * 20 > len(text):
        raise Unreadable("not a text: it is full of control characters or broken bytes")
    return decoded


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: one half of the bytes, every second one, are high bytes."""
    if len(data) < 4 or len(data) % 2 or not (b"\x00" in data or b"\x06" in data):
        return None
    shares = [_share(data[first:_SAMPLE:2], _HIGH) for first in (0, 1)]
    if max(shares) < 0.7 or min(shares) > 0.5:
        return None
    return "utf_16_be" if shares[0] > shares[1] else "utf_16_le"


def _share(data: bytes, chosen: bytes) -> float:
    return 1 - len(data.translate(None, delete=chosen)) / len(data)


def _is_utf8(data: bytes) -> bool:
    """UTF-8 with a few broken bytes: a cut file, or a foreign name pasted in."""
    text = data.decode("utf_8", "replace")
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return text.count("\ufffd") * 4 < beyond


def _legacy(data: bytes) -> str:
    beyond = data.translate(None, delete=bytes(range(128)))
    counts = Counter(beyond[:_SAMPLE])
    likelihoods = {encoding: _likelihood(counts, _letter_costs(encoding)) for encoding in LEGACY}
    best = max(LEGACY, key=lambda encoding: likelihoods[encoding])
    if likelihoods[best] > _UNLIKELY:
        return best
    from charset_normalizer import from_bytes

    match = from_bytes(data[:_SAMPLE], cp_isolation=OTHERS).best()
    if match is None:
        raise Unreadable("unknown encoding; store it as UTF-8")
    return match.encoding


# Arabic scores -3.0 to -3.6 a letter in the right encoding; French, or noise, below -9.
_UNLIKELY = -6.0
_FLOOR = math.log(1e-6)
_IMPOSSIBLE = math.log(1e-8)


def _likelihood(counts: Mapping[int, int], costs: tuple[float, ...]) -> float:
    total = sum(counts.values())
    return sum(costs[byte] * n for byte, n in counts.items()) / total if total else _IMPOSSIBLE


@cache
def _letter_costs(encoding: str) -> tuple[float, ...]:
    """Log probability of each byte, were it of Arabic news in this encoding."""
    rows = lexicon.table("letters")
    total = sum(int(row["frequency"]) for row in rows)
    known = {row["letter"]: math.log(int(row["frequency"]) / total) for row in rows}
    chars = [bytes([byte]).decode(encoding, "replace") for byte in range(256)]
    return tuple(_IMPOSSIBLE if char == "\ufffd" else known.get(char, _FLOOR) for char in chars)
