"""The styles of the page around the player, each part in a file of its own, and before them the colours and sizes named there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from playground.figures.style import BACKGROUNDS, PALETTES
from playground.figures.table_picture import HEIGHT, WIDTH
from playground.views.title import TITLE


@cache
def page_style() -> str:
    """Return the styles as an element for `st.html`.

    Examples
    --------
    >>> page_style().splitlines()[2]
    '  --page: light-dark(#ffffff, #12161d);'
    """
    light, dark = PALETTES["light"], PALETTES["dark"]
    colours = {
        "page": (BACKGROUNDS["light"], BACKGROUNDS["dark"]),
        "ink-of-page": (light.ink, dark.ink),
        "table-heads": (light.surface, dark.surface),
        "quiet": (light.muted, dark.muted),
    }
    # Streamlit sets the colour scheme of the page, which decides between the two.
    properties = [f"  --{name}: light-dark({of_light}, {of_dark});" for name, (of_light, of_dark) in colours.items()]
    properties += [f'  --title: "{TITLE}";', f"  --picture-width: {WIDTH}px;", f"  --picture-height: {HEIGHT}px;"]
    styles = (
        Path(__file__).with_name(name).read_text(encoding="utf-8")
        for name in (
            "page.css",
            "table_tools.css",
            "sidebar.css",
            "gallery.css",
            "table_findings.css",
            "grid_paste.css",
        )
    )
    return "\n".join(["<style>", ":root {", *properties, "}", *styles, "</style>"])
