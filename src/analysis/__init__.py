"""Naba: who said what, through whom, when and about what, in Arabic news.

>>> import analysis as na
>>> [quote.kind for quote in na.find_quotes("قال الوزير: «سنبدأ غدًا».")]
['direct']

Every name below is loaded when it is first used, so that the import itself costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_HOME = {
    "articles": ("read_articles", "EmptyCorpusError"),
    "quotes": ("find_quotes", "extract_quotes"),
    "times": ("find_times", "extract_times", "infer_published", "weekday_contradictions"),
    "analyzer": ("ArabicAnalyzer",),
    "features": ("ArticleFeatures",),
    "duplicates": ("find_duplicates", "without_duplicates"),
    "topics": ("TopicModel",),
    "people": ("resolve_speakers", "speaker_aliases"),
    "statements": ("group_statements",),
    "timeline": ("build_timeline", "cut_timeline"),
    "concordance": ("kwic",),
    "voices": ("join_statements", "quoted_together", "outlet_voices", "is_anonymous"),
    "timeline_files": ("write_timeline",),
    "display.reader": ("show",),
    "display.selection": ("Selection",),
    "display.kwic": ("show_kwic",),
    "display.wording": ("compare_statements", "compare_groups"),
    "display.heat": ("plot_heat",),
    "display.network": ("plot_network",),
    "display.outlets": ("plot_outlets",),
    "display.portrait": ("profile",),
    "display.table": ("table",),
    "display.browse": ("browse",),
    "display.verbs": ("cue_verbs",),
    "display.counts": ("plot_bars", "plot_histogram"),
    "display.along_time": ("plot_days", "plot_shares", "readable_period"),
    "display.timeline": ("plot_timeline",),
    "display.topic_figures": ("plot_topic_number", "plot_topic_trends", "plot_topic_tree"),
    "display.topic_map": ("show_map",),
    "display.paper": ("draw_timeline",),
    "display.style": ("set_theme",),
    "display.language": ("say", "set_language"),
    "evaluation": ("evaluate", "judge_quotes", "precision_at", "read_gold", "read_extraction"),
    "tables": ("write_table", "write_tables"),
    "notebooks": ("run_notebooks",),
    "notebook_copies": ("copy_notebooks",),
}
_MODULE = {name: module for module, names in _HOME.items() for name in names}

__all__ = [*_MODULE]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        value: Any = version("naba")
    elif name in _MODULE:
        value = getattr(import_module(f".{_MODULE[name]}", __name__), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "__version__"})
