"""Pairs of statements that are worth comparing: those with two rare words in common.

Comparing all pairs takes quadratic time. A statement that is told again shares its rare words, and each of those stands
in few statements, so the pairs grow with the corpus, not with its square (the idea of prefix filtering: Chaudhuri,
Ganti and Kaushik 2006, "A primitive operator for similarity joins in data cleaning").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

#: A key in more statements than this is not rare.
_RARE = 100
_IN_COMMON = 2
_ROWS = 4096  # compared at a time: bounds the memory


def similar_pairs(keys: list[list[str]], least: float) -> Iterator[tuple[int, int, float]]:
    """Pairs with two rare keys in common and the cosine of their TF-IDF vectors.

    Parameters
    ----------
    keys : list of list of str
        The keys of each statement.
    least : float
        Pairs below this cosine are left out.

    Yields
    ------
    (int, int, float)
        The smaller index first, in order.

    Examples
    --------
    >>> keys = [["جسر", "يفتح", "احد"], ["جسر", "يفتح", "سبت"], ["سوق", "مزدحم", "احد"]]
    >>> [(i, j) for i, j, _ in similar_pairs(keys, 0.1)]
    [(0, 1)]
    """
    if not any(keys):
        return
    vectors = _vectors(keys)
    present = vectors.copy()
    present.data[:] = 1
    frequency = present.sum(axis=0).A1
    rare = present[:, (frequency > 1) & (frequency <= _RARE)].tocsr()
    for begin in range(0, len(keys), _ROWS):
        common = (rare[begin : begin + _ROWS] @ rare.T).tocoo()
        rows, columns = common.row + begin, common.col
        wanted = (common.data >= _IN_COMMON) & (rows < columns)
        rows, columns = rows[wanted], columns[wanted]
        for at in range(0, len(rows), _ROWS):
            some, others = rows[at : at + _ROWS], columns[at : at + _ROWS]
            cosines = vectors[some].multiply(vectors[others]).sum(axis=1).A1
            near = cosines >= least
            yield from zip(some[near].tolist(), others[near].tolist(), cosines[near].tolist(), strict=True)


def _vectors(keys: list[list[str]]) -> csr_matrix:
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(analyzer=keys.__getitem__, sublinear_tf=True).fit_transform(range(len(keys))).tocsr()
