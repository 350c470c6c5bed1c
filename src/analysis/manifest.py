"""What a run was made of: its inputs, versions, parameters and how each notebook fared."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from .articles.sources import places

_PACKAGES = ("pandas", "pyarrow", "scikit-learn", "plotly", "matplotlib", "jupyterlab", "papermill", "nbconvert")


def write_manifest(
    path: Path,
    *,
    corpus: str | Path,
    articles: int,
    rejected: Iterable[Mapping[str, str]],
    warnings: Iterable[Mapping[str, str]],
    parameters: Mapping[str, Mapping[str, Any]],
    notebooks: list[dict[str, Any]],
) -> None:
    """Write ``manifest.json``.

    Parameters
    ----------
    path : Path
    corpus : str or Path
        As it was given; every file of it is listed with its size in bytes and its sha256.
    articles : int
        How many were read.
    rejected : iterable of mappings
        ``name`` and ``reason`` of what could not be read.
    warnings : iterable of mappings
        ``name`` and ``reason`` of what was read with a doubt.
    parameters : mapping
        The values that each notebook ran with, by its name.
    notebooks : list of dict
        Name, status, start, duration in seconds, and what failed.
    """
    manifest = {
        "corpus": str(corpus),
        "inputs": [
            {"path": place.relative, "bytes": place.path.stat().st_size, "sha256": _sha256(place.path)}
            for place in places([corpus])
        ],
        "articles": articles,
        "rejected": [dict(row) for row in rejected],
        "warnings": [dict(row) for row in warnings],
        "parameters": {notebook: dict(values) for notebook, values in parameters.items()},
        "notebooks": notebooks,
        "versions": {"python": platform.python_version(), "naba": version("naba"), **dict(_versions())},
    }
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=1, default=str) + "\n", encoding="utf-8")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _versions() -> Iterator[tuple[str, str]]:
    for package in _PACKAGES:
        try:
            yield package, version(package)
        except PackageNotFoundError:
            continue
