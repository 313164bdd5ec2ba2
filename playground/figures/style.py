"""The one home of the colours of both themes, and of the sizes and widths that charts are drawn with.

Blue and orange mean sign and class and nothing else: positive and class 1 are blue, negative and class 0 orange. Loss
curves and weight lines are ink and other quiet tones, so that no line seems to claim a sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

Theme = Literal["light", "dark"]


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, as CSS writes them."""

    ink: str
    soft_ink: str
    muted: str
    grid: str
    ghost: str
    surface: str
    positive: str
    negative: str
    layers: tuple[str, ...]


PALETTES: Final[dict[Theme, Palette]] = {
    "light": Palette(
        ink="#1f2630",
        soft_ink="#7c8594",
        muted="#4b5563",
        grid="#e9ebee",
        ghost="#c6cad1",
        surface="#ffffff",
        positive="#1f66ad",
        negative="#c2600a",
        layers=("#1f2630", "#9a4f8c", "#3f8a66", "#8b93a0", "#86803a"),
    ),
    "dark": Palette(
        ink="#eceff4",
        soft_ink="#929cab",
        muted="#b4bcc8",
        grid="#2a303b",
        ghost="#565f6d",
        surface="#1a1f29",
        positive="#6aaef0",
        negative="#f2994a",
        layers=("#eceff4", "#d592c8", "#74c49c", "#8791a0", "#c4bd6b"),
    ),
}

# What the page is drawn on. Streamlit is told it in .streamlit/config.toml; a test holds the two equal.
BACKGROUNDS: Final[dict[Theme, str]] = {"light": "#ffffff", "dark": "#12161d"}

FONT_FAMILY: Final = '"Source Sans", system-ui, sans-serif'
FONT_SIZE: Final = 14
# An average character at this size, on the wide side: a label that is given too much room is not cut off.
CHARACTER_WIDTH: Final = 6.8
LINE_HEIGHT: Final = 18
LEGEND_ROW: Final = 22

HEIGHT: Final = 300
MARGIN_TOP: Final = 16
MARGIN_BOTTOM: Final = 44
MARGIN_RIGHT: Final = 26
# Roughly what is left for the lines; labels are spread over it.
PLOT_HEIGHT: Final = 210
PLOT_WIDTH: Final = 210

MAIN_WIDTH: Final = 2.2
CROWD_WIDTH: Final = 1.2
CROWD_OPACITY: Final = 0.6
GHOST_WIDTH: Final = 1.2
POINT_SIZE: Final = 6

# Eight lines that differ without differing in hue: four dashes in ink, the same four in soft ink.
DASHES: Final = ("solid", "dash", "dot", "dashdot")
TEST_DASH: Final = "dash"
BIAS_DASH: Final = "dot"

PLOTLY_CONFIG: Final[dict[str, Any]] = {
    "displayModeBar": False,
    "responsive": True,
    "scrollZoom": False,
    "showTips": False,
}
