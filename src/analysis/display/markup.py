"""A piece of HTML that a notebook shows, and the escaping that every such piece goes through."""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, repr=False)
class Markup:
    """HTML that JupyterLab renders when it is a cell's last value; needs no script and no network.

    Attributes
    ----------
    html : str
        The markup.
    """

    html: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return f"<{len(self.html):,} characters of HTML>"

    def save(self, path: str | Path) -> None:
        """Write a page of its own that any browser opens."""
        head = '<!doctype html>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        head += '<meta name="color-scheme" content="light dark">\n'
        Path(path).write_text(head + self.html, encoding="utf-8")


def escape(value: object) -> str:
    """Escape for HTML text and for attribute values in double or single quotes.

    Examples
    --------
    >>> escape("<b> & 'co'")
    '&lt;b&gt; &amp; &#x27;co&#x27;'
    """
    return html.escape(str(value), quote=True)


def shorten(text: str, width: int) -> str:
    """One line of at most `width` characters; what is cut off leaves an ellipsis.

    Examples
    --------
    >>> shorten("قال  الوزير\\nأمس", 9)
    'قال الوز…'
    """
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"
