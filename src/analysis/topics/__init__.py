"""Topics of a corpus, or of the paragraphs of one article.

``counts -> methods`` (units to topic weights), ``number`` (how many topics), ``terms`` (what to call them),
``quality`` (how good they are), and `TopicModel` over all of them.
"""

from analysis.topics.model import TopicModel

__all__ = ["TopicModel"]
