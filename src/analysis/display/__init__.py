"""What people see: the article reader, right-to-left tables, and the figures.

Nothing here computes anything about the news; it shows frames. All text is taken to be hostile
and is escaped; all marks of direction come from `analysis.display.bidi`.
"""
