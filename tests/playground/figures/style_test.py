import ast
import re
import tomllib
from dataclasses import astuple
from pathlib import Path

import pytest

import playground.figures
from playground.figures import PLOTLY_CONFIG
from playground.figures.style import BACKGROUNDS, PALETTES

PLAYGROUND = Path(playground.figures.__file__).parents[1]
PAGES = {"light": "#ffffff", "dark": "#0e1117"}


def _luminance(colour):
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one, other):
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_and_lines_stand_out_from_the_page(theme):
    palette, page = PALETTES[theme], PAGES[theme]

    assert min(_contrast(colour, page) for colour in (palette.ink, palette.muted)) >= 4.5
    # Numbers may be written in the colour of their sign.
    assert min(_contrast(colour, page) for colour in (palette.positive, palette.negative)) >= 4.5
    assert min(_contrast(colour, page) for colour in (palette.soft_ink, palette.ghost)) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_outline_of_a_row_stands_out_from_every_tone_of_the_output_s_picture(theme):
    decision = PLAYGROUND / "player" / "frontend" / "decision"
    strongest = float(re.search(r"^const FULL = ([\d.]+);", (decision / "decision_colours.mjs").read_text(), re.M)[1])
    outline = re.search(
        r"^\.player \.decision-point svg \{[^}]*stroke: var\(--(\w+)\)",
        (decision / "decision_points.css").read_text(),
        re.M,
    )
    palette = PALETTES[theme]

    for end in (palette.positive, palette.negative):
        for share in (0, strongest / 2, strongest):
            assert _contrast(getattr(palette, outline[1]), _mixed(palette.surface, end, share)) >= 3


def _mixed(one, other, share):
    """A colour with this share of another, as "#rrggbb"."""
    channels = [[int(colour[start : start + 2], 16) for start in (1, 3, 5)] for colour in (one, other)]
    return "#" + "".join(f"{round((1 - share) * a + share * b):02x}" for a, b in zip(*channels, strict=True))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_sign_colours_are_used_for_nothing_else(theme):
    palette = PALETTES[theme]

    assert len(set(astuple(palette))) == len(astuple(palette))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_two_signs_are_told_apart_without_green_or_red(theme):
    # To whom red and green look alike, a colour is what is left: how blue it is against the mean of the two.
    def blueness(colour):
        red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
        return blue - (red + green) / 2

    palette = PALETTES[theme]
    assert blueness(palette.positive) > 60
    assert blueness(palette.negative) < -60


def test_streamlit_draws_the_page_in_the_colours_of_the_palettes():
    config = tomllib.loads((PLAYGROUND / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]

    for theme, palette in PALETTES.items():
        page, sidebar = config[theme], config[theme]["sidebar"]
        assert (page["textColor"], page["primaryColor"]) == (palette.ink, palette.ink)
        assert page["backgroundColor"] == sidebar["secondaryBackgroundColor"] == BACKGROUNDS[theme]
        assert page["secondaryBackgroundColor"] == {"light": sidebar["backgroundColor"], "dark": palette.surface}[theme]


def test_no_other_file_writes_a_colour():
    others = [path for path in PLAYGROUND.rglob("*") if path.suffix in {".py", ".js", ".mjs", ".css"}]
    others = [path for path in others if not {"made", "vendor"} & {*path.parts} and path.name != "style.py"]
    assert len(others) > 100

    # The one shadow, and the veil behind the list of keys, are black on every page.
    written = {
        (path.name, colour)
        for path in others
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.lstrip().startswith(("*", "//", "/**", ">>>", "'"))
        for colour in re.findall(r"(?<![&.])#(?:[0-9a-f]{3,4}){1,2}\b(?!\()|\b(?:rgba?|hsla?)\([^)$]*\)", line)
    }
    black = {("player.css", "rgb(0 0 0 / 18%)"), ("keys.css", "rgb(0 0 0 / 35%)")}
    assert written == black


def test_charts_have_no_buttons_and_follow_the_width_of_the_page():
    assert PLOTLY_CONFIG["displayModeBar"] is False
    assert PLOTLY_CONFIG["responsive"] is True


@pytest.mark.parametrize("path", sorted(Path(playground.figures.__file__).parent.glob("*.py")), ids=lambda p: p.name)
def test_a_figure_knows_nothing_of_streamlit(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))

    imports = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imports |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not [name for name in imports if name.startswith("streamlit")]
