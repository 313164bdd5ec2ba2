"""Which plotly.js draws the charts: the one that belongs to the installed plotly package, as small as there is one.

The package makes the figures and brings the whole of plotly.js; the charts need a quarter of it. The basic bundle is kept in
`frontend/vendor/` for one version. With a plotly package of another version, the whole of its own plotly.js is served
instead: more to fetch, but never a figure drawn by a version that it was not made for.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import plotly

from playground.player.bundle import SERVED_BELOW

BASIC_VERSION = "4.1.1"
"""The version of the basic bundle in `frontend/vendor/`."""

WHOLE_NAME = "plotly"
"""Under this name the plotly package's own files are served, where they are needed."""

_BASIC = f"{SERVED_BELOW}/vendor/plotly-basic-{BASIC_VERSION}.min.js"
# Streamlit names it after the module that declares it.
_WHOLE = f"component/{__package__}.component.{WHOLE_NAME}/plotly.min.js"


def whole_folder() -> Path:
    """Return the folder in which the installed plotly package keeps its plotly.js."""
    return Path(plotly.__file__).parent / "package_data"


@cache
def is_basic() -> bool:
    """Whether the basic bundle is of the version that the installed plotly package brings."""
    with (whole_folder() / "plotly.min.js").open(encoding="utf-8") as script:
        return version_in(script.read(200)) == BASIC_VERSION


def plotly_js() -> str:
    """Return where the browser finds plotly.js, below the root of the app."""
    return _BASIC if is_basic() else _WHOLE


def version_in(comment: str) -> str | None:
    r"""Return the version that plotly.js names in its first comment.

    Examples
    --------
    >>> version_in("/**\n* plotly.js v4.1.1\n")
    '4.1.1'
    >>> version_in("/**\n* plotly.js (basic - minified) v4.1.1\n")
    '4.1.1'
    >>> version_in("const version = 1;") is None
    True
    """
    found = re.search(r"plotly\.js (?:\(.*\) )?v(\S+)", comment)
    return None if found is None else found[1]
