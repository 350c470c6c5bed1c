"""Evaluation: an extraction held against annotated articles."""

from analysis.evaluation.gold import Gold, read_extraction, read_gold
from analysis.evaluation.measures import MEASURES, evaluate
from analysis.evaluation.reliability import judge_quotes, precision_at

__all__ = ["MEASURES", "Gold", "evaluate", "judge_quotes", "precision_at", "read_extraction", "read_gold"]
