"""The same statement in several articles: `likeness` (of two statements) → `candidates` (pairs to compare) → `groups`."""

from analysis.statements.groups import group_statements

__all__ = ["group_statements"]
