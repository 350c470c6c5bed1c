"""The fields by which a `Selection` is chosen in JupyterLab (ipywidgets)."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import ipywidgets
import traitlets

from .language import say

if TYPE_CHECKING:
    from .selection import Selection

_MOST = 2000  # names that a list offers
_STYLE = "<style>.naba-choose input,.naba-choose select{direction:rtl;text-align:right}</style>"


def controls(selection: Selection) -> ipywidgets.Widget:
    """Fields for speaker, topic, words, days and article, linked to a selection both ways.

    Parameters
    ----------
    selection : Selection

    Returns
    -------
    ipywidgets.VBox
    """
    statements, wide = selection.statements, ipywidgets.Layout(width="22em")
    names = [str(name) for name in statements[selection.by].value_counts().index[:_MOST]]
    topics = [str(name) for name in statements["topic"].value_counts().index]
    options: dict[str, Any] = {"layout": wide, "continuous_update": False}
    fields = {
        "speaker": ipywidgets.Combobox(options=["", *names], ensure_option=True, placeholder=say("all"), **options),
        "topic": ipywidgets.Dropdown(options=[(say("all"), None), *((name, name) for name in topics)], layout=wide),
        "words": ipywidgets.Text(placeholder=say("any"), **options),
        "article": ipywidgets.Dropdown(options=[(say("the fullest"), None)], layout=wide),
    }
    days = [ipywidgets.DatePicker(description=say(name)) for name in ("from", "to")]
    count = ipywidgets.HTML()
    for name, field in fields.items():
        field.description = say(name)
        if name in ("speaker", "words"):  # an empty field stands for no choice
            both = (lambda chosen: chosen or "", lambda typed: typed or None)
            traitlets.link((selection, name), (field, "value"), transform=both)

    def offer(change: Any = None) -> None:
        """Articles to choose from are those with chosen statements, and the one chosen."""
        ids = selection.articles()[:_MOST]
        kept = [] if selection.article is None or selection.article in ids else [selection.article]
        fields["article"].options = [(say("the fullest"), None), *((doc_id, doc_id) for doc_id in [*kept, *ids])]
        fields["article"].value = selection.article
        count.value = _STYLE + selection.html

    showing: list[bool] = []  # while the fields follow the selection they do not set it
    known = statements["day"].dropna()
    bounds = [str(day.date()) for day in (known.min(), known.max())] if len(known) else ["", ""]

    def pick_days(change: Any) -> None:
        given = [day.value or bound for day, bound in zip(days, bounds, strict=True)]
        if not showing:
            selection.period = given if any(day.value for day in days) and all(given) else None

    def show_days(change: Any = None) -> None:
        """A field stays empty where the period reaches as far as the statements do."""
        showing.append(True)
        for day, text, bound in zip(days, selection.period or bounds, bounds, strict=True):
            day.value = None if text == bound else datetime.date.fromisoformat(text)
        showing.pop()

    offer()
    show_days()
    traitlets.link((selection, "topic"), (fields["topic"], "value"))
    traitlets.link((selection, "article"), (fields["article"], "value"))
    selection.observe(offer, ["speaker", "topic", "period", "words", "article"])
    selection.observe(show_days, "period")
    for day in days:
        day.observe(pick_days, "value")
    rows = [
        ipywidgets.HBox([fields[one], fields[other]]) for one, other in (("speaker", "topic"), ("words", "article"))
    ]
    box = ipywidgets.VBox([*rows, ipywidgets.HBox(days), count])
    box.add_class("naba-choose")
    return box
