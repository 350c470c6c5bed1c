"""The progress bar of work that goes article by article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

#: From this many articles on a bar is shown.
_MANY = 200


def with_progress(
    rows: Iterable[T], total: int, what: str, progress: bool | None, unit: str = "article"
) -> Iterator[T]:
    """Pass `rows` on under a bar: always, never, or (None) for more than 200 articles."""
    if progress is False or (progress is None and total <= _MANY):
        yield from rows
        return
    from tqdm.auto import tqdm

    yield from tqdm(rows, total=total, desc=what, unit=unit)
