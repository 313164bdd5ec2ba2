"""What the player is drawn with: the colours of both themes, and the plotly.js of the installed plotly package."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import plotly
import streamlit.components.v1 as assets

from playground.figures.style import PALETTES, PLOTLY_CONFIG

_ASSETS = "plotly"
_PLOTLY_JS = f"component/{__name__}.{_ASSETS}/plotly.min.js"


@cache
def serve_plotly() -> None:
    """Let the app's own server serve plotly.js; nothing of this old kind of component is ever put on the page."""
    assets.declare_component(_ASSETS, path=str(Path(plotly.__file__).parent / "package_data"))


def looks() -> dict[str, Any]:
    """Return colours, the light ones that a dark page replaces, and where plotly.js is found below the app's root."""
    return {
        "palettes": {theme: vars(palette) for theme, palette in PALETTES.items()},
        "dark_for_light": _dark_for_light(),
        "plotly_config": PLOTLY_CONFIG,
        "plotly_js": _PLOTLY_JS,
    }


@cache
def _dark_for_light() -> dict[str, str]:
    light, dark = PALETTES["light"], PALETTES["dark"]
    pairs = {getattr(light, name): getattr(dark, name) for name in vars(light) if name != "layers"}
    return {**dict(zip(light.layers, dark.layers, strict=True)), **pairs}
