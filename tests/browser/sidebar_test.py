"""The settings in a narrow bar: every word of them is seen, and few of them at first."""

import re

import pytest
from playwright.sync_api import expect

from playground.document import Document
from playground.settings.settings import SETTINGS, Choice

from ..page_texts import ARTICLE_2

# What is wider than the place it has, and is not meant to be unseen.
CUT_OFF = """
() => [...document.querySelectorAll('[data-testid="stSidebar"] *')]
  .filter(part => part.clientWidth > 1 && getComputedStyle(part).display !== "inline" && part.scrollWidth > part.clientWidth)
  .map(part => [part.dataset.testid ?? part.tagName, part.value ?? part.textContent, part.scrollWidth, part.clientWidth])
"""
# How wide a text would be in the list with this name, and how much room it has there.
ROOM = """
([name, text]) => {
  const field = document.querySelector(`[data-testid="stSidebar"] input[aria-label="${name}"]`);
  const style = getComputedStyle(field);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${style.fontSize} ${style.fontFamily}`;
  return [pen.measureText(text).width, field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)];
}
"""
OPAQUE = """
button => {
  for (let at = button; at; at = at.parentElement) if (getComputedStyle(at).opacity !== "1") return false;
  return true;
}
"""


def test_nothing_in_the_sidebar_is_cut_off(app):
    app.open_at_the_beginning()
    app.page.get_by_text("More", exact=True).click()
    expect(app.page.get_by_role("combobox", name="Optimizer", exact=True)).to_be_visible()

    assert app.page.evaluate(CUT_OFF) == []
    app.choose("Architecture", "Hidden layers")
    app.set_number("Number of hidden layers", 3)
    expect(app.number("Neurons, layer 3")).to_be_visible()
    # Those of one kind stand in one line; their activations are behind "More", which stays open.
    neurons = app.page.get_by_role("textbox", name=re.compile(r"^Neurons, layer \d$"))
    expect(neurons).to_have_count(3)
    tops = neurons.evaluate_all("fields => fields.map(field => field.getBoundingClientRect().top)")
    assert len(set(tops)) == 1
    expect(app.page.get_by_role("combobox", name="Activation, layer 3", exact=True)).to_be_visible()
    assert app.page.evaluate(CUT_OFF) == []


def test_every_choice_of_every_list_has_room_for_all_its_words(app):
    app.open_document(Document(ARTICLE_2))
    app.page.get_by_text("More", exact=True).click()
    expect(app.page.get_by_role("combobox", name="Optimizer", exact=True)).to_be_visible()

    lists = [setting for setting in SETTINGS if isinstance(setting, Choice) and not setting.radio]
    shown = [each for each in lists if app.page.get_by_role("combobox", name=each.label, exact=True).count()]
    assert len(shown) > 6
    for setting in shown:
        for _, label in setting.choices:
            width, room = app.page.evaluate(ROOM, [setting.label, label])
            assert width <= room, f"{setting.label}: {label}"


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=str)
def test_the_settings_at_first_are_few_and_the_way_back_is_a_button_that_is_seen(app, size):
    app.page.set_viewport_size({"width": size[0], "height": size[1]})
    app.open_at_the_beginning()
    if size[0] < 500:
        app.page.get_by_test_id("stExpandSidebarButton").click()

    sidebar = app.page.get_by_test_id("stSidebar")
    expect(app.button("Reset to this example")).to_be_visible()
    expect(sidebar.get_by_test_id("stWidgetLabel").filter(visible=True).nth(7)).to_have_count(0)
    app.page.wait_for_function(OPAQUE, arg=app.button("Reset to this example").element_handle())


def test_on_a_phone_the_settings_are_put_away_once_something_is_opened_from_the_gallery(phone):
    app = phone.open_at_the_beginning()
    unfold = app.page.get_by_test_id("stExpandSidebarButton")
    unfold.tap()
    expect(unfold).to_be_hidden()

    app.button("Gallery").tap()
    tile = app.page.locator('[class*="st-key-card_"]').filter(has_text="Iris")
    tile.locator("img").scroll_into_view_if_needed()  # which waits until it stands still, as a tap by force does not
    tile.locator("img").tap(force=True)  # its caption alone is too small for a finger

    expect(app.page.get_by_role("dialog")).to_be_hidden()
    expect(unfold).to_be_visible()
    # What stands below its network is not cut off by the picture of the output.
    below = app.player.locator(".network-omitted")
    expect(below).to_contain_text("Point at a neuron")  # the run before has no such text, and is at rest as well
    app.wait_until_finished()
    text, panel = below.bounding_box(), app.player.locator(".panel-network").bounding_box()
    assert text["y"] + text["height"] <= panel["y"] + panel["height"]
