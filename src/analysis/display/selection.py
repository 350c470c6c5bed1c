"""One choice of speaker, topic, period and words that several views follow.

The views are redrawn in place when the choice changes (Jupyter's display ids); without anybody to click, as in a report,
they show what was chosen from the start.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import traitlets

from .. import arabic, concordance, schema, voices
from .language import LANGUAGES, language, say
from .markup import Markup, escape
from .period import as_period
from .table import bdi

if TYPE_CHECKING:
    import pandas as pd

    from .reader import Reader

_PLOTLY = "application/vnd.plotly.v1+json"
_CHOICES = ("speaker", "topic", "period", "words")


class Selection(traitlets.HasTraits):
    """A choice among statements, to set, click, observe and link.

    As a cell's last value it shows what to choose from; in a report, what is chosen.

    Parameters
    ----------
    statements : pandas.DataFrame
        Quotations with ``day`` and ``topic``, as `analysis.join_statements` gives them.
    speaker, topic : str, optional
        Keep this speaker's statements, those of articles on this topic (a label, or a part of only one).
    period : str, day or pair of them, optional
        Keep those of articles published on this day or between these two.
    words : str, optional
        Keep those that hold this word or phrase, found as `analysis.kwic` finds it.
    by : str, default "speaker"
        The column that tells speakers apart.

    Attributes
    ----------
    speaker, topic, period, words
        What is chosen; None for all.
    article : str or None
        The article to read; None for the one with most of the chosen statements.

    Raises
    ------
    ValueError
        If nobody of this name is quoted, no topic or more than one bears this label, or `period` is no day or two.

    Examples
    --------
    >>> row = {"start": 0, "end": 3, "text": "نعم"}
    >>> quotes = schema.frame("quotes", [row | {"doc_id": "a", "speaker": "سامر"}, row | {"doc_id": "b"}])
    >>> story = Selection(voices.join_statements(quotes, schema.frame("articles")), speaker="سامر")
    >>> story.chosen["doc_id"].tolist()
    ['a']
    """

    speaker = traitlets.Unicode(None, allow_none=True)
    topic = traitlets.Unicode(None, allow_none=True)
    period = traitlets.Any(None, allow_none=True)
    words = traitlets.Unicode(None, allow_none=True)
    article = traitlets.Unicode(None, allow_none=True)

    def __init__(
        self,
        statements: pd.DataFrame,
        *,
        speaker: str | None = None,
        topic: str | None = None,
        period: Any = None,
        words: str | None = None,
        by: str = "speaker",
    ) -> None:
        schema.require(statements, "statements", "doc_id", "start", "end", "text", "day", "topic", by)
        self.statements, self.by = statements, by
        super().__init__(speaker=speaker, topic=topic, period=period, words=words)

    @traitlets.validate("speaker")
    def _is_quoted(self, proposal: Any) -> str | None:
        name = proposal["value"] or None
        if name is not None and not (self.statements[self.by] == name).any():
            raise ValueError(voices.nobody_called(name, self.statements[self.by]))
        return name

    @traitlets.validate("topic")
    def _is_a_topic(self, proposal: Any) -> str | None:
        asked = proposal["value"] or None
        labels = sorted(self.statements["topic"].dropna().unique())
        found = [label for label in labels if asked and asked in label]
        if asked is None or asked in labels:
            return asked
        if len(found) != 1:
            raise ValueError(f"{len(found) or 'no'} topics are called {asked!r}; there are {'; '.join(labels)}")
        return str(found[0])

    @traitlets.validate("period")
    def _is_a_period(self, proposal: Any) -> tuple[str, str] | None:
        return as_period(proposal["value"])

    @traitlets.validate("words")
    def _are_words(self, proposal: Any) -> str | None:
        return (proposal["value"] or "").strip() or None

    @property
    def chosen(self) -> pd.DataFrame:
        """The statements that are chosen."""
        import pandas as pd

        kept = self.statements
        if self.speaker is not None:
            kept = kept[kept[self.by] == self.speaker]
        if self.topic is not None:
            kept = kept[kept["topic"] == self.topic]
        if self.period is not None:
            first, last = map(pd.Timestamp, self.period)
            kept = kept[(kept["day"] >= first) & (kept["day"] < last + pd.Timedelta(days=1))]
        return kept if self.words is None else kept[concordance.has_words(kept["text"], self.words)]

    @property
    def beside(self) -> pd.DataFrame:
        """All statements of the articles in which chosen ones stand."""
        return self.statements[self.statements["doc_id"].isin(self.chosen["doc_id"])]

    def within(self, spans: pd.DataFrame) -> pd.DataFrame:
        """The rows of another frame, such as the timeline or the times, that touch a chosen statement.

        Parameters
        ----------
        spans : pandas.DataFrame
            With ``doc_id``, ``start`` and ``end``.
        """
        said = self.chosen[["doc_id", "start", "end"]].rename(columns={"start": "from", "end": "until"})
        pairs = spans[["doc_id", "start", "end"]].reset_index(names="row").merge(said, on="doc_id")
        touching = pairs[(pairs["start"] < pairs["until"]) & (pairs["from"] < pairs["end"])]
        return spans[spans.index.isin(touching["row"])]

    @property
    def chief(self) -> str | None:
        """The speaker chosen, or else the one with most of the chosen statements; None where nobody is named."""
        names = self.chosen[self.by].value_counts()
        return self.speaker or (str(names.index[0]) if len(names) else None)

    @property
    def keyword(self) -> list[str]:
        """The words chosen, or else the first word of the topic that most of the chosen statements are on."""
        labels = [*self.chosen["topic"].mode()][:1]
        return [self.words] if self.words else [arabic.words(label).text[0] for label in labels]

    def articles(self) -> list[str]:
        """Ids of the articles with chosen statements, those with most of them first."""
        return [str(doc_id) for doc_id in self.chosen["doc_id"].value_counts().index]

    def show(self, draw: Callable[[pd.DataFrame], Any]) -> None:
        """Display what `draw` makes of the chosen statements, and again in its place whenever the choice changes.

        Parameters
        ----------
        draw : callable
            Takes the chosen statements and returns a figure, a table or whatever else a cell can show.
        """
        from IPython.display import display

        shown = display(_bundle(draw(self.chosen)), raw=True, display_id=True)

        def draw_again(change: Any) -> None:
            bundle = _bundle(draw(self.chosen))
            if _PLOTLY in bundle:  # its renderer never draws over a figure: another type in between makes it begin anew
                shown.update({"text/plain": ""}, raw=True)
            shown.update(bundle, raw=True)

        if shown is not None:
            self.observe(draw_again, _CHOICES)

    def read(self, articles: pd.DataFrame, quotes: pd.DataFrame, times: pd.DataFrame | None = None) -> Reader:
        """The reader with an article of the chosen statements; it follows the choice, and a click on a speaker sets it.

        Parameters
        ----------
        articles, quotes, times : pandas.DataFrame
            The frames of these names, the quotes with the column that tells speakers apart.
        """
        from .reader import show

        known = articles.drop_duplicates("doc_id").set_index("doc_id", drop=False)

        def following() -> Any:
            wanted = [doc_id for doc_id in [self.article, *self.articles()] if doc_id in known.index]
            return known.loc[wanted[0]] if wanted else known.iloc[0]

        reader = show(following(), quotes, times, by=self.by)
        traitlets.link((self, "speaker"), (reader, "speaker"), transform=(lambda one: one, lambda one: one or None))
        current = [following()["doc_id"]]

        def turn(change: Any) -> None:
            article = following()
            if article["doc_id"] != current[0]:
                current[0] = article["doc_id"]
                reader.read(article, quotes, times, by=self.by)

        self.observe(turn, [*_CHOICES, "article"])
        return reader

    @property
    def html(self) -> str:
        """What is chosen, in a line."""
        values = {name: getattr(self, name) for name in _CHOICES}
        told = [f"{say(name)}: <b>{bdi(_line(value))}</b>" for name, value in values.items() if value]
        chosen = self.chosen
        size = say(
            "{shown:,} of {all:,} statements in {articles:,} articles",
            shown=len(chosen),
            all=len(self.statements),
            articles=chosen["doc_id"].nunique(),
        )
        return f'<p dir="{LANGUAGES[language()]}">{" · ".join([*told, escape(size)])}</p>'

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        from .controls import controls

        widget = controls(self)._repr_mimebundle_(**kwargs) or {}
        return {**widget, "text/plain": repr(Markup(self.html)), "text/html": self.html}, {}


def _line(value: Any) -> str:
    return value if isinstance(value, str) else " … ".join(dict.fromkeys(value))


def _bundle(shown: Any) -> dict[str, Any]:
    """What a cell would show of an object, as data by type: only such output can be replaced later."""
    if hasattr(shown, "to_plotly_json"):
        return {_PLOTLY: json.loads(shown.to_json()), "text/plain": ""}
    from IPython import get_ipython

    shell = get_ipython()
    if shell is None:
        return {"text/plain": repr(shown)}
    data, _ = shell.display_formatter.format(shown)
    return dict(data)
