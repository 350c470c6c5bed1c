"""Which one of a series is meant: by a modifier (الماضي), by tense, by nearness to the day of reference."""

from __future__ import annotations

from datetime import date, timedelta

from analysis.times.meanings import Meaning
from analysis.times.structure import Expression

_FAR = 4  # times as far from the reference as the other side: farther than a tense can be trusted


def agreeing(day: date, weekday: int | None) -> date:
    """The day itself, or the nearest that falls on the weekday the text names: papers print yesterday's wire."""
    for step in (0, -1, 1, -2, 2, -3, 3):
        near = day + timedelta(days=step)
        if weekday is None or near.isoweekday() == weekday:
            return near
    return day


def of_week(e: Expression, reference: date, tense: str | None) -> date:
    """The weekday that an expression names, by its modifier, else by tense, else the last one."""
    assert e.weekday is not None
    back = (reference.isoweekday() - e.weekday) % 7
    ahead = (e.weekday - reference.isoweekday()) % 7
    if e.side == "this":
        return reference - timedelta(days=reference.isoweekday() - e.weekday)
    if e.side in ("past", "prior", "beforelast"):
        return reference - timedelta(days=(back or 7) + (7 if e.side == "beforelast" else 0))
    if e.side in ("next", "following", "afternext"):
        return reference + timedelta(days=(ahead or 7) + (7 if e.side == "afternext" else 0))
    return reference + timedelta(days=ahead) if tense in ("future", "present") else reference - timedelta(days=back)


def choose(e: Expression, options: list[Meaning], reference: date, tense: str | None) -> Meaning:
    """One of the same day or month of several years, by its modifier, else by tense, else the nearest."""

    def distance(m: Meaning) -> timedelta:
        assert m.earliest and m.latest
        return max(m.earliest - reference, reference - m.latest, timedelta())

    side = e.series or e.side
    if side is None:  # the stretch that holds the reference has begun, and is not over
        past = [m for m in options if m.earliest and m.earliest <= reference]
        coming = [m for m in options if m.latest and m.latest >= reference]
    else:
        past = [m for m in options if m.latest and m.latest < reference]
        coming = [m for m in options if m.earliest and m.earliest > reference]
    nearest = min(options, key=distance)
    found = nearest
    if past and (side in ("past", "prior", "beforelast") or (side is None and tense in ("past", "since"))):
        found = past[-2] if side == "beforelast" and len(past) > 1 else past[-1]
    elif coming and (side in ("next", "following", "afternext") or (side is None and tense == "future")):
        found = coming[1] if side == "afternext" and len(coming) > 1 else coming[0]
    misread = side is None and tense != "since" and distance(found) > _FAR * distance(nearest)
    return nearest if misread else found
