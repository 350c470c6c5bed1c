"""Who said what, through whom: attributions in Arabic news.

The stages, a module each: `marks` (quotation marks) → `cues` → `complements` (where content begins) → `sources`,
`preverbal`, `sourcing`, `labels`, `headlines`, `backreference`, `unled` (words without a verb of saying) → `contents`,
`voice` (where it ends), `kinds` → `nesting` → `roster`, `speakers` → `through` (medium, addressee) →
`rows` → `attribution`.
"""

from analysis.quotes.attribution import Quote, find_quotes
from analysis.quotes.frames import extract_quotes

__all__ = ["Quote", "extract_quotes", "find_quotes"]
