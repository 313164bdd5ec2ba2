"""What the player is drawn with: the colours of both themes, where plotly.js is found, and what words mean."""

from __future__ import annotations

from functools import cache
from typing import Any

from playground.figures.style import PALETTES, PLOTLY_CONFIG
from playground.glossary.glossary import glossary
from playground.player.plotly_js import plotly_js


def assets() -> dict[str, Any]:
    """Return colours, the light ones that a dark page replaces, where plotly.js is found, and the glossary."""
    return {
        "palettes": {theme: vars(palette) for theme, palette in PALETTES.items()},
        "dark_for_light": _dark_for_light(),
        "plotly_config": PLOTLY_CONFIG,
        "plotly_js": plotly_js(),
        "glossary": glossary(),
    }


@cache
def _dark_for_light() -> dict[str, str]:
    light, dark = PALETTES["light"], PALETTES["dark"]
    return {getattr(light, name): getattr(dark, name) for name in vars(light)}
