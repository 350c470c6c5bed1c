"""Who said what, through whom: attributions in Arabic news.

The stages, a module each: `boundaries`, `marks` (quotation marks) → `cues` → `complements`, `unmarked` (where content
begins) → `sources`, `preverbal`, `tellers` (who says it), `inversions` (verbs behind their words), `sourcing`, `datelines`,
`labels`, `headlines`, `backreference`, `unled` (words without a verb of saying) → `contents`, `voice`, `newcues` (where it ends),
`kinds` → `nesting` → `roster`, `speakers`, `actors` → `through` (medium), `addressees` → `rows` → `attribution`.
"""

from analysis.quotes.attribution import Quote, find_quotes
from analysis.quotes.frames import extract_quotes

__all__ = ["Quote", "extract_quotes", "find_quotes"]
