"""Keys: a list of all of them, space and arrows where they fight nothing, the projector, and the way past the settings."""

import re

import pytest
from playwright.sync_api import expect

from ..page_texts import ARTICLE_1
from .measured_boxes import offences, resize
from .player_test import flips_of

FEW_TABS = 3
SIDEBAR = "[data-testid=stSidebar]"
IN_NETWORK = ".network :is(.value, .figures)"
SIZES = "texts => texts.filter(text => text.textContent).map(text => parseFloat(text.getAttribute('font-size')))"
FOCUSED = "() => document.activeElement.textContent"


def test_the_first_tabs_lead_past_the_settings_to_train_and_to_the_table(app):
    app.open().wait_until_finished()  # so that nothing has been clicked yet
    link = app.page.get_by_role("link", name="Skip to the player", exact=True)

    app.page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport(ratio=1)
    app.page.keyboard.press("Tab")
    app.page.keyboard.press("Enter")
    expect(app.table("Training table").cell(0, "input 1")).to_have_attribute("aria-selected", "true")
    link.focus()
    app.page.keyboard.press("Enter")
    for _ in range(FEW_TABS):
        if app.page.evaluate(FOCUSED) == "Train":
            break
        app.page.keyboard.press("Tab")
    app.page.keyboard.press("Enter")

    expect(app.button("Pause")).to_be_visible()
    assert "#" not in app.page.url


def test_a_question_mark_opens_the_list_of_all_keys_which_keeps_the_focus_until_escape(app):
    app.open_at_the_beginning()
    epoch = app.epoch

    app.page.keyboard.press("?")

    keys = app.page.get_by_role("dialog", name=re.compile("^Keys"))
    expect(keys).to_be_visible()
    for text in ("Play or pause", "One epoch on", "New starting weights", "Undo the last change", "a weight below 0"):
        expect(keys).to_contain_text(text)
    expect(keys.locator("dt").filter(has_text="Space")).to_be_visible()
    for _ in range(5):
        app.page.keyboard.press("Tab")
        assert app.page.evaluate(
            "() => document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
    app.page.keyboard.press(",")
    app.page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    assert app.epoch == epoch

    app.button("Keys").click()
    expect(keys).to_be_visible()
    app.button("Close").click()
    expect(keys).to_be_hidden()
    expect(app.button("Keys")).to_be_focused()
    app.page.keyboard.press("s")
    expect(app.page.get_by_role("heading", name="How to read it", exact=True)).to_be_focused()


def test_space_plays_and_arrows_step_but_not_where_they_have_another_use(app):
    app.open_at_the_end()
    app.button("Reset").click()
    app.expect_epoch(0)
    app.page.locator("h1").click()

    app.page.keyboard.press("ArrowRight")
    app.expect_epoch(1)
    app.page.keyboard.press("ArrowRight")
    app.expect_epoch(2)
    app.page.keyboard.press("ArrowLeft")
    app.expect_epoch(1)
    app.page.keyboard.press("Space")
    expect(app.button("Pause")).to_be_visible()
    app.page.keyboard.press("Space")
    expect(app.button("Play")).to_be_visible()

    # The space bar presses the button that has the focus, once; an arrow goes to the next tab and chooses a radio button.
    app.button("Reset").click()
    app.expect_epoch(0)
    app.button("Step").focus()
    app.page.keyboard.press("Space")
    app.expect_epoch(1)
    expect(app.button("Play")).to_be_visible()
    app.page.get_by_role("tab", name="Training table", exact=True).focus()
    app.page.keyboard.press("ArrowRight")
    expect(app.page.get_by_role("tab", name="Test table", exact=True)).to_be_focused()
    app.number("Seed").focus()
    app.page.keyboard.press("ArrowLeft")
    app.page.keyboard.press("Space")
    app.expect_epoch(1)
    expect(app.button("Play")).to_be_visible()


@pytest.mark.parametrize("way_back", ["Escape", "p", "the button"])
def test_a_projector_has_big_type_and_no_settings_until_it_is_left(app, way_back):
    app.open_at_the_beginning()
    expect(app.page.locator(SIDEBAR)).to_be_visible()
    small = app.button("Train").evaluate("button => parseFloat(getComputedStyle(button).fontSize)")
    app.page.get_by_role("radio", name="Single neuron").focus()  # nothing is typed in what has just been chosen

    app.page.keyboard.press("p")

    expect(app.player).to_have_class(re.compile(r"\bprojector\b"))
    expect(app.page.locator("html")).to_have_attribute("data-projector", "")
    expect(app.button("Projector")).to_have_attribute("aria-pressed", "true")
    large = app.button("Train").evaluate("button => parseFloat(getComputedStyle(button).fontSize)")
    assert large >= 1.3 * small

    if way_back == "the button":
        app.button("Projector").click()
    else:
        app.page.keyboard.press(way_back)
    expect(app.player).not_to_have_class(re.compile(r"\bprojector\b"))
    expect(app.page.locator("html")).not_to_have_attribute("data-projector", "")


def test_a_remote_control_goes_through_the_flips_on_a_projector_and_nowhere_else(app):
    first, second = flips_of(ARTICLE_1)
    app.open_at_the_end()
    app.button("Reset").click()
    app.expect_epoch(0)

    app.page.keyboard.press("PageDown")
    app.page.keyboard.press("p")
    expect(app.player).to_have_class(re.compile(r"\bprojector\b"))
    app.expect_epoch(0)
    app.page.keyboard.press("PageDown")
    app.expect_epoch(first)
    app.page.keyboard.press("PageDown")
    app.expect_epoch(second)
    app.page.keyboard.press("PageUp")
    app.expect_epoch(first)

    # And all that it shows can be read from afar.
    for width, height in [(1280, 800), (1920, 1080)]:
        resize(app.page, width, height)
        assert offences(app.page) == []
        assert min(app.player.locator(IN_NETWORK).evaluate_all(SIZES)) >= 16
        assert app.player.bounding_box()["height"] <= height


def test_undo_and_redo_say_what_they_would_take_back(app):
    app.open_at_the_beginning()
    expect(app.button("Undo")).to_have_attribute("aria-disabled", "true")
    expect(app.button("Undo")).to_have_attribute("title", "Nothing to undo (Z)")

    app.set_number("Learning rate", 2)

    expect(app.button("Undo")).to_have_attribute("title", "Undo: Learning rate (Z)")
    app.button("Undo").click()
    expect(app.number("Learning rate")).to_have_value("1")
    expect(app.button("Redo")).to_have_attribute("title", "Redo: Learning rate (Y)")
