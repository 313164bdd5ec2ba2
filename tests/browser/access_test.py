"""The page for those who use a keyboard, a phone, or a dark screen."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from playground.figures.style import BACKGROUNDS, PALETTES
from playground.gallery.examples import gallery_groups

from .measured_boxes import settle
from .playground_page import PlaygroundPage

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
# What is wrong on the page, in Streamlit's parts of it and the boxes over it, too; its editor is a canvas with a table in it.
FAULTS = """
async () => {
  const found = await axe.run(
    { include: [["body"]], exclude: [["[data-testid=stDataFrame]"]] },
    {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
      // An experiment of axe: a mark in a picture has a name that says more than the figure on it.
      rules: { "label-content-name-mismatch": { enabled: false } },
    },
  );
  const sentence = (id, { target, failureSummary }) => `${id}: ${target} ${failureSummary}`;
  return found.violations.flatMap(({ id, nodes }) => nodes.map(node => sentence(id, node)));
}
"""
FOCUSED = "() => document.activeElement.textContent"
MOST_STOPS = 80
WIDTHS = """
() => [document.scrollingElement, document.querySelector('[data-testid="stMain"]')]
  .map(part => part.scrollWidth - part.clientWidth)
"""


def faults(app: PlaygroundPage) -> list[str]:
    """Return what axe finds wrong on the page, when it is drawn and nothing on it moves any more."""
    app.wait_until_idle()
    settle(app.page)
    found: list[str] = app.page.evaluate(FAULTS)
    return found


def test_the_keyboard_reaches_train_and_starts_it(app):
    app.open_at_the_end()
    app.record()

    for _ in range(MOST_STOPS):
        app.page.keyboard.press("Tab")
        if app.page.evaluate(FOCUSED) == "Train":
            break
    app.page.keyboard.press("Enter")

    expect(app.button("Pause")).to_be_visible()
    app.select("Speed", "as fast as it comes")
    app.wait_until_finished()
    assert any(frame.state == "moving" and frame.epoch < 15_000 for frame in app.frames())
    app.expect_epoch(15_000)


def test_a_phone_shows_everything_one_below_the_other_and_never_scrolls_sideways(phone):
    app = phone.open_at_the_end()

    assert app.page.evaluate(WIDTHS) == [0, 0]
    # The pictures and Train first, then the tables, then the charts.
    parts = (".question", ".panel-network", ".panel-decision", ".tables", ".panel-loss")
    tops = [app.player.locator(part).bounding_box()["y"] for part in parts]
    assert tops == sorted(tops)
    charts = app.charts.filter(visible=True)
    expect(charts.first).to_be_visible()
    for chart in charts.all():
        assert 0 < chart.bounding_box()["width"] <= 390
    expect(app.page.get_by_role("tab", name="New situation", exact=True)).to_be_visible()
    expect(app.button("Train")).to_be_enabled()
    expect(app.button("Train")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_class_has_one_colour_inside_the_player_and_beside_it(app, scheme):
    app.page.emulate_media(color_scheme=scheme)
    page = app.open_at_the_end().page

    for place in (".rows-class-1", ".rows-called-1 .rows-mark"):
        expect(page.locator(place).first).to_have_css("color", _written(PALETTES[scheme].positive))
    expect(page.locator(".rows-class-0").first).to_have_css("color", _written(PALETTES[scheme].negative))
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", _written(BACKGROUNDS[scheme]))


def test_on_a_dark_screen_the_charts_are_written_in_light_colours(app):
    app.page.emulate_media(color_scheme="dark")
    app.open_at_the_end()

    for chart in ("loss", "weights"):
        app.wait_for_chart(chart, "Boolean(plot.layout.font.color)")
        colour = app.page.evaluate(f"document.querySelector('.panel-{chart} .js-plotly-plot').layout.font.color")
        assert _lightness(colour) > 0.6
    ground = app.page.get_by_test_id("stApp").evaluate("app => getComputedStyle(app).backgroundColor")
    assert _lightness(ground) < 0.2


def test_on_a_dark_screen_what_is_chosen_or_on_has_a_mark_that_is_seen(app):
    app.page.emulate_media(color_scheme="dark")
    app.open_document(next(one for group in gallery_groups() for one in group.documents if one.title == "XOR"))
    app.button("Share, save or open").click()
    paper = _written(BACKGROUNDS["dark"])

    chosen = app.page.get_by_role("radio", name="Single neuron").locator("xpath=ancestor::label/div/div[1]/div")
    switched_on = app.page.get_by_role("switch", name="Bias").locator("xpath=ancestor::label/div[1]/div")
    ticked = app.page.get_by_role("checkbox", name="With the trained weights").locator("xpath=ancestor::label")
    for mark in (chosen, switched_on):
        expect(mark).to_have_css("background-color", paper)
    expect(ticked.locator("polyline")).to_have_css("stroke", paper)


@pytest.mark.skipif(not AXE.exists(), reason="npm ci installs what it is judged with")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong_in_either_theme_in_the_gallery_a_worked_example_on_a_projector_or_in_the_list_of_keys(
    open_page, app_url, scheme
):
    page = open_page(comes_again=True, color_scheme=scheme, reduced_motion="reduce")
    app = PlaygroundPage(page, app_url).open().wait_until_finished()
    page.evaluate(AXE.read_text(encoding="utf-8"))

    expect(page.locator(".hint-close").filter(visible=True)).to_have_count(1)
    assert faults(app) == []
    app.button("Gallery").click()
    expect(page.get_by_role("dialog").get_by_text("Museum of failures")).to_be_visible()
    assert faults(app) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    app.slider.fill("3")
    app.expect_epoch(3)
    assert faults(app) == []
    page.keyboard.press("w")
    expect(app.player.locator(".worked-line")).to_have_count(7)
    assert faults(app) == []
    app.player.get_by_role("button", name="Practise").click()
    expect(app.player.locator(".worked-blank")).to_have_count(7)
    assert faults(app) == []
    page.keyboard.press("Escape")  # leaves the field
    page.keyboard.press("o")
    expect(app.player.locator(".surface-when")).to_have_text("epoch 3")
    assert faults(app) == []
    page.keyboard.press("g")
    expect(app.player.locator(".gradient-check tbody tr")).to_have_count(3)
    assert faults(app) == []
    page.keyboard.press("g")
    page.keyboard.press("p")
    expect(app.player).to_have_class(re.compile("projector"))
    assert faults(app) == []
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert faults(app) == []


def _written(colour: str) -> str:
    """Return a colour such as "#1f66ad" as browsers write it: "rgb(31, 102, 173)"."""
    return f"rgb({', '.join(str(int(colour[place : place + 2], 16)) for place in (1, 3, 5))})"


def _lightness(colour: str) -> float:
    """Return 0 for black and 1 for white, from a colour written as "#rrggbb" or "rgb(r, g, b)"."""
    if colour.startswith("#"):
        parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    else:
        parts = [float(number) for number in re.findall(r"[\d.]+", colour)[:3]]
    red, green, blue = parts
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
