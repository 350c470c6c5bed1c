"""The reader: one article, right to left, with who says what and when marked in the text itself.

A widget where a kernel runs, and the same HTML, style and script as a page that needs neither kernel nor network, so
that reports and viewers show it too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from .. import schema
from .markup import Markup, escape
from .period import as_period
from .reader_html import reader_css, reader_html, reader_script

if TYPE_CHECKING:
    import pandas as pd

_WIDGET = """
export default {
  render({ model, el }) {
    let choose = null;
    const chosen = () => ({ speaker: model.get("speaker"), period: model.get("period") });
    const report = (now) => { model.set(now); model.save_changes(); };
    const draw = () => { el.innerHTML = model.get("_html"); choose = enliven(el.firstElementChild, chosen(), report); };
    const follow = () => choose(chosen());
    model.on("change:_html", draw);
    model.on("change:speaker change:period", follow);
    draw();
    return () => { model.off("change:_html", draw); model.off("change:speaker change:period", follow); };
  },
};
"""
_PAGE = """
for (const root of document.querySelectorAll(".naba-reader[data-chosen]")) {
  const chosen = JSON.parse(root.dataset.chosen);
  root.removeAttribute("data-chosen");
  enliven(root, chosen, () => {});
}
"""


class Reader(anywidget.AnyWidget):
    """An article with its annotations; made by `show`.

    Attributes
    ----------
    speaker : str or None
        The speaker whose statements are kept, ``""`` for those whose speaker was not found, None for all.
    period : tuple of str or None
        First and last day (ISO 8601) of the times that are kept, with the statements that hold them; None for all.

    Examples
    --------
    Both follow clicks and may be set, observed and linked:

    >>> reader = show({"doc_id": "a", "text": "قال سامر: نعم."})
    >>> reader.observe(lambda change: print("now", change.new), "speaker")
    >>> reader.speaker = "سامر"
    now سامر
    """

    _esm = reader_script() + _WIDGET
    _html = traitlets.Unicode().tag(sync=True)
    speaker = traitlets.Unicode(None, allow_none=True).tag(sync=True)
    period = traitlets.Any(None, allow_none=True).tag(sync=True)

    @traitlets.validate("period")
    def _two_days(self, proposal: Any) -> tuple[str, str] | None:
        return as_period(proposal["value"])

    def read(
        self,
        article: pd.Series | Mapping[str, Any],
        quotes: pd.DataFrame | None = None,
        times: pd.DataFrame | None = None,
        *,
        by: str = "speaker",
    ) -> None:
        """Turn to another article; what is chosen stays. The parameters are those of `show`."""
        said = _of_article(quotes, "quotes", article["doc_id"], by)
        dated = _of_article(times, "times", article["doc_id"])
        inner = reader_html(article, said, dated, by)
        self._html = _root(f"<style>{reader_css()}</style>\n{inner}")

    @property
    def html(self) -> str:
        """The reader as HTML with its style and script, and with what is chosen now."""
        chosen = escape(json.dumps({"speaker": self.speaker, "period": self.period}, ensure_ascii=False))
        html = self._html.replace(">", f' data-chosen="{chosen}">', 1)
        return f"{html}\n<script>(() => {{\n{reader_script()}{_PAGE}}})();</script>"

    def save(self, path: str | Path) -> None:
        """Write a page of its own that any browser opens."""
        Markup(self.html).save(path)

    def __repr__(self) -> str:
        return f"<{len(self._html):,} characters of HTML>"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        shown, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return shown | {"text/plain": repr(self), "text/html": self.html}, metadata


def show(
    article: pd.Series | Mapping[str, Any],
    quotes: pd.DataFrame | None = None,
    times: pd.DataFrame | None = None,
    *,
    speaker: str | None = None,
    period: Any = None,
    by: str = "speaker",
) -> Reader:
    """Show an article with its quotations and time expressions marked.

    Point at a mark, or move to it with Tab and the arrow keys, to see what is known of it. A click (or Enter) on a
    statement or on a name in the list keeps this speaker's statements, one on a date what falls on it; Escape lets go.

    Parameters
    ----------
    article : pandas.Series or mapping
        One row of the articles frame: ``doc_id``, ``text``, and what there is of ``title``, ``section``,
        ``published``, ``outlet``, ``author``.
    quotes : pandas.DataFrame, optional
        The quotes frame; rows of other articles are left out.
    times : pandas.DataFrame, optional
        The times frame, likewise.
    speaker : str, optional
        Keep this speaker's statements from the start.
    period : str, day or pair of them, optional
        Keep what falls on this day or between these two.
    by : str, default "speaker"
        The column of `quotes` that tells speakers apart.

    Returns
    -------
    Reader
        A widget with the traits ``speaker`` and ``period``. Where no kernel runs its static form is shown, which is
        in ``.html``; ``.save(path)`` writes a page.

    Raises
    ------
    ValueError
        If a frame lacks the columns of its schema, or `period` is no day or two.

    Examples
    --------
    >>> from analysis import schema
    >>> text = "قال سامر: نعم."
    >>> row = {"doc_id": "a", "start": 10, "end": 13, "speaker": "سامر", "source_start": 4, "source_end": 8}
    >>> page = show({"doc_id": "a", "text": text}, schema.frame("quotes", [row]))
    >>> 'data-n="1"' in page.html
    True
    """
    reader = Reader(speaker=speaker, period=period)
    reader.read(article, quotes, times, by=by)
    return reader


def _of_article(data: pd.DataFrame | None, name: str, doc_id: str, *more: str) -> pd.DataFrame:
    if data is None:
        return schema.frame(name)
    schema.require(data, name, *schema.FRAMES[name], *more)
    return data[data["doc_id"] == doc_id]


def _root(inner: str) -> str:
    # JupyterLab's own keys, such as Enter and the arrows, are not for it while the reader has the focus.
    return f'<div class="naba-reader" lang="ar" dir="rtl" data-lm-suppress-shortcuts="true">\n{inner}\n</div>'
