"""The player's files are fetched while Streamlit still starts, which knows of them only when the page has been drawn."""

from __future__ import annotations

from pathlib import Path

import streamlit

from playground.player.bundle import SERVED_BELOW, served_files

_STREAMLIT_SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"
# What puts components on the page: Streamlit fetches it when the first one comes. Where it is called otherwise, it still does.
_FOR_COMPONENTS = "BidiComponent.*.js"


def fetched_ahead() -> str:
    """Return lines for the head of the page.

    Examples
    --------
    >>> from playground.fetched_ahead import fetched_ahead
    >>> fetched_ahead().splitlines()[0].startswith('<link rel="preload" as="style" href="./_stcore/')
    True
    """
    script, styles = (f"./{SERVED_BELOW}/{name}" for name in served_files())
    scripts = [script, *(f"./static/js/{path.name}" for path in sorted(_STREAMLIT_SCRIPTS.glob(_FOR_COMPONENTS)))]
    modules = [f'<link rel="modulepreload" href="{address}">' for address in scripts]
    return "\n".join([f'<link rel="preload" as="style" href="{styles}">', *modules, ""])
