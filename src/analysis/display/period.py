"""A period: one day or two, however they were given."""

from __future__ import annotations

from typing import Any


def as_period(value: Any) -> tuple[str, str] | None:
    """One day or two as ISO 8601, the first first.

    Parameters
    ----------
    value : None, str, date, or a pair of them

    Returns
    -------
    tuple of str or None

    Raises
    ------
    ValueError
        If it is none of these.

    Examples
    --------
    >>> as_period("2031-05-06"), as_period(["2031-05-31", "2031-05-01"])
    (('2031-05-06', '2031-05-06'), ('2031-05-01', '2031-05-31'))
    """
    import pandas as pd

    if value is None:
        return None
    given = list(value) if isinstance(value, list | tuple) else [value, value]
    try:
        first, last = sorted(pd.Timestamp(day).date().isoformat() for day in given)
    except (TypeError, ValueError) as error:
        raise ValueError(f'a period is a day or two of them, as ("2031-05-01", "2031-05-31"), not {value!r}') from error
    return first, last
