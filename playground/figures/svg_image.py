"""An SVG as an HTML image with its words."""

from __future__ import annotations

from html import escape
from urllib.parse import quote


def svg_image(picture: str, words: str, look: str = "") -> str:
    """Return an SVG as an image that says in words what it shows.

    Parameters
    ----------
    picture : str
        The SVG.
    words : str
        Plain text.
    look : str
        The class of the image; empty if it has none.

    Examples
    --------
    >>> svg_image("<svg/>", "x < 1", "table-picture")
    '<img class="table-picture" src="data:image/svg+xml,%3Csvg/%3E" alt="x &lt; 1"/>'
    """
    kind = f' class="{look}"' if look else ""
    return f'<img{kind} src="data:image/svg+xml,{quote(picture)}" alt="{escape(words)}"/>'
