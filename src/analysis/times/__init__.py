"""Time expressions (TIMEX3) of Arabic news, and the day on which an undated article appeared."""

from typing import TYPE_CHECKING, Any

from analysis.times.times import Time, find_times

if TYPE_CHECKING:
    from analysis.times.frames import extract_times, infer_published, weekday_contradictions

__all__ = ["Time", "extract_times", "find_times", "infer_published", "weekday_contradictions"]


def __getattr__(name: str) -> Any:
    if name in ("extract_times", "infer_published", "weekday_contradictions"):
        from analysis.times import frames

        return getattr(frames, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
