"""Articles that repeat each other: the same words, nearly the same, or the same but for the numbers.

Near-duplicates are found by MinHash and locality-sensitive hashing over word shingles (Broder 1997; Indyk and
Motwani 1998) and then verified: the similarity reported is the exact Jaccard similarity of the shingles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from analysis import arabic, schema

if TYPE_CHECKING:
    import pandas as pd

_SHINGLE = 3  # words
_NUMBER = 0  # stands for any
_PERMUTATIONS = 128
_BATCH = 1 << 14  # shingles hashed at a time: bounds the memory that one long text takes
_COLUMNS = {"doc_id": "str", "group": "int64", "representative": "str", "similarity": "float64", "kind": "str"}


def find_duplicates(articles: pd.DataFrame, threshold: float = 0.8) -> pd.DataFrame:
    """Group the articles that repeat each other.

    Parameters
    ----------
    articles : DataFrame
        With ``doc_id`` and ``text``. Articles without words are no one's duplicates.
    threshold : float in (0, 1], default 0.8
        Least Jaccard similarity of two articles' sets of three successive words (folded).

    Returns
    -------
    DataFrame
        One row for each article that has a duplicate, by group and then in the articles' order:

        - ``doc_id``: the article
        - ``group``: number of its group, from 0, in order of first appearance
        - ``representative``: ``doc_id`` of the group's earliest article: by ``published`` where that is
          known, otherwise by order
        - ``similarity``: Jaccard similarity with the representative. Groups are chains of similar pairs, so it
          can lie below the threshold.
        - ``kind``: ``exact`` (the same words as the representative), ``near``, or ``template`` (alike only where all
          numbers count as one, as in daily reports of a market); missing for the representative

    Raises
    ------
    ValueError
        If `threshold` is not in (0, 1] or a column is missing.

    Examples
    --------
    >>> texts = ["افتتح الوزير المعرض الدولي اليوم.", "افتتح الوزير المعرض الدولي، اليوم", "خبر آخر"]
    >>> articles = schema.frame("articles", [{"doc_id": str(i), "text": t} for i, t in enumerate(texts)])
    >>> find_duplicates(articles)[["doc_id", "representative", "similarity"]]
      doc_id representative  similarity
    0      0              0         1.0
    1      1              0         1.0
    """
    import pandas as pd

    schema.require(articles, "articles", "doc_id", "text")
    if not 0 < threshold <= 1:
        raise ValueError(f"threshold must be above 0 and at most 1, not {threshold}")
    shingles: list[np.ndarray] = []
    frames: list[np.ndarray] = []  # the shingles with all numbers taken for one
    same: dict[tuple[int, ...], list[int]] = defaultdict(list)  # word sequence -> the articles that have it
    for i, text in enumerate(articles["text"].fillna("")):
        found = arabic.words(arabic.fold(text).text).text
        words = [_word_hash(word) for word in found]
        shingles.append(_shingles(words))
        masked = [_NUMBER if word[0].isdigit() else code for word, code in zip(found, words, strict=True)]
        # A frame needs words to be one: where most are numbers, the numbers are the text.
        frames.append(_shingles(masked) if 2 * masked.count(_NUMBER) < len(masked) else shingles[-1])
        if words:
            same[tuple(words)].append(i)
    parent = list(range(len(articles)))
    for first, *others in same.values():
        for other in others:
            parent[other] = first
    _join_near([copies[0] for copies in same.values()], frames, parent, threshold)

    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(len(articles)):
        groups[_root(parent, i)].append(i)
    doc_ids = articles["doc_id"].tolist()
    age = articles["published"] if "published" in articles else pd.Series(pd.NaT, index=articles.index)
    rank = pd.Series(age.to_numpy()).argsort(kind="stable").argsort().tolist()  # the missing come last
    words_of = {i: words for words, copies in same.items() for i in copies}
    rows = []
    for number, group in enumerate(group for group in groups.values() if len(group) > 1):
        first = min(group, key=rank.__getitem__)
        for i in group:
            exact = words_of[i] == words_of[first]
            similarity = _jaccard(shingles[i], shingles[first])
            framed = similarity < threshold <= _jaccard(frames[i], frames[first])
            kind = None if i == first else "exact" if exact else "template" if framed else "near"
            rows.append((doc_ids[i], number, doc_ids[first], similarity, kind))
    return pd.DataFrame(rows, columns=list(_COLUMNS)).astype(_COLUMNS)


def without_duplicates(articles: pd.DataFrame, duplicates: pd.DataFrame | None = None) -> pd.DataFrame:
    """Articles of which each group of duplicates has its representative only: what topics are best learned from.

    Parameters
    ----------
    articles : DataFrame
    duplicates : DataFrame, optional
        From `find_duplicates`, which is called unless it is given.

    Returns
    -------
    DataFrame
        Rows of `articles`, with their index.

    Examples
    --------
    >>> articles = schema.frame("articles", [{"doc_id": i, "text": "افتتح الوزير المعرض"} for i in "ab"])
    >>> without_duplicates(articles)["doc_id"].tolist()
    ['a']
    """
    found = find_duplicates(articles) if duplicates is None else duplicates
    copies = found.loc[found["doc_id"] != found["representative"], "doc_id"]
    return articles[~articles["doc_id"].isin(copies)]


def _join_near(distinct: Iterable[int], shingles: list[np.ndarray], parent: list[int], threshold: float) -> None:
    """Join the articles whose shingles are similar enough; `distinct` have different words."""
    from datasketch import MinHash, MinHashLSH

    # Candidates are verified, so a missed pair costs more than a false one.
    index = MinHashLSH(threshold=threshold, num_perm=_PERMUTATIONS, weights=(0.1, 0.9))
    empty = MinHash(num_perm=_PERMUTATIONS, hashfunc=int)
    for i in distinct:
        sketch = empty.copy()
        for begin in range(0, len(shingles[i]), _BATCH):
            sketch.update_batch(shingles[i][begin : begin + _BATCH])
        for j in sorted(index.query(sketch)):
            near, far = _root(parent, i), _root(parent, j)
            if near != far and _jaccard(shingles[i], shingles[j]) >= threshold:
                parent[max(near, far)] = min(near, far)
        index.insert(i, sketch, check_duplication=False)


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        parent[i] = i = parent[parent[i]]
    return i


@lru_cache(maxsize=1 << 18)
def _word_hash(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


def _shingles(words: list[int]) -> np.ndarray:
    """Hashes of the distinct runs of three words, sorted; a shorter text is one shingle."""
    hashes = np.array(words, dtype=np.uint64)
    n = min(_SHINGLE, len(words))
    if not n:
        return hashes
    mixed = np.zeros(len(words) - n + 1, dtype=np.uint64)
    for k in range(n):
        mixed = (mixed ^ hashes[k : k + len(mixed)]) * np.uint64(0x9E3779B97F4A7C15)  # Knuth's multiplicative hash
        mixed ^= mixed >> np.uint64(29)
    return np.unique((mixed >> np.uint64(32)).astype(np.uint32))


def _jaccard(a: np.ndarray, b: np.ndarray) -> float:
    common = len(np.intersect1d(a, b, assume_unique=True))
    return common / (len(a) + len(b) - common)
