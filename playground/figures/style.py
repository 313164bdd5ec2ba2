"""The one home of the colours of both themes, and of the sizes and widths that charts are drawn with.

Blue and orange mean sign and class and nothing else: positive and class 1 are blue, negative and class 0 orange. A loss is
ink, the run before it grey, and so are weights that are too many to be told apart.
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


PALETTES: Final[dict[Theme, Palette]] = {
    "light": Palette(
        ink="#1f2630",
        soft_ink="#7c8594",
        muted="#4b5563",
        grid="#e9ebee",
        ghost="#8d949f",
        surface="#ffffff",
        positive="#1f66ad",
        negative="#b45708",
    ),
    "dark": Palette(
        ink="#eceff4",
        soft_ink="#929cab",
        muted="#b4bcc8",
        grid="#2a303b",
        ghost="#616b7a",
        surface="#1a1f29",
        positive="#6aaef0",
        negative="#f2994a",
    ),
}

# What the page is drawn on. Streamlit is told it in .streamlit/config.toml; a test holds the two equal.
BACKGROUNDS: Final[dict[Theme, str]] = {"light": "#ffffff", "dark": "#12161d"}

TRANSPARENT = "rgba(0,0,0,0)"
"""A chart's background is the page's."""

FONT_FAMILY: Final = '"Source Sans", system-ui, sans-serif'
FONT_SIZE: Final = 13
# An average character at this size, on the wide side: a label that is given too much room is not cut off.
CHARACTER_WIDTH: Final = 6.2

# A chart by itself, the smallest there is on the page; the player stretches it over the room it has.
HEIGHT: Final = 190
MARGIN_TOP: Final = 8
MARGIN_BOTTOM: Final = 24
# Half of the longest epoch stands to the right of the last tick.
MARGIN_RIGHT: Final = 24
# What is left for the lines of the smallest chart beside "validation": ticks that fit there fit everywhere.
PLOT_WIDTH: Final = 104

MAIN_WIDTH: Final = 2.0
# Test and validation lines are told by their names and by being thinner: dashes mean negative, and nothing else.
TEST_WIDTH: Final = 1.3
VALIDATION_WIDTH: Final = 0.9
CROWD_WIDTH: Final = 1.0
# Where a hundred lines lie upon each other one must still see that they are lines.
CROWD_OPACITY: Final = 0.6
DENSE_OPACITY: Final = 0.3
CROWD_GHOST_OPACITY: Final = 0.4
GHOST_WIDTH: Final = 1.0
POINT_SIZE: Final = 6

PLOTLY_CONFIG: Final[dict[str, Any]] = {
    "displayModeBar": False,
    "responsive": True,
    "scrollZoom": False,
    "showTips": False,
}
