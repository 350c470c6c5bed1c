"""Who is who over a whole corpus: the names of one person or body, joined over articles and outlets.

`names` (taken apart, in one spelling) → `spelling` (foreign names) → `clusters` (joined over the corpus) → `settling`
(family names in their articles) → `identity` → `frames`; `given` is the user's own table, which wins.
"""

from analysis.people.frames import resolve_speakers, speaker_aliases

__all__ = ["resolve_speakers", "speaker_aliases"]
