"""A picture as an SVG of its own, right in both themes, and as an HTML image with its words."""

from __future__ import annotations

from html import escape
from urllib.parse import quote


def svg_picture(width: int, height: int, style: str, marks: str) -> str:
    """Return marks as an SVG that needs nothing else.

    Parameters
    ----------
    width, height : int
        In pixels.
    style : str
        A style sheet, such as `in_both_themes` makes it.
    marks : str
        Elements of SVG.

    Examples
    --------
    >>> svg_picture(4, 3, "circle{fill:red}", '<circle r="1"/>').partition("<style>")[2]
    'circle{fill:red}</style><circle r="1"/></svg>'
    """
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f"<style>{style}</style>{marks}</svg>"
    )


def in_both_themes(light: str, dark: str) -> str:
    """Return a style sheet of which the second part holds in the dark theme; the scheme of an image is that of its page.

    Examples
    --------
    >>> in_both_themes("g{fill:black}", "g{fill:white}")
    'g{fill:black}@media (prefers-color-scheme:dark){g{fill:white}}'
    """
    return f"{light}@media (prefers-color-scheme:dark){{{dark}}}"


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
