"""The whole page is drawn once for a change: the browser takes an open box off the page for as long as it is drawn.

What is being typed into the box is lost by that, and nobody knows of it but the browser.
"""

import pytest
from streamlit.testing.v1 import app_test

from .opened_page import OpenedPage
from .script_runs import ScriptRuns


@pytest.fixture
def runs(monkeypatch) -> type[ScriptRuns]:
    """What runs the script from now on."""
    ScriptRuns.alone, ScriptRuns.player_asks_next, ScriptRuns._parts = "", False, {}
    monkeypatch.setattr(app_test, "LocalScriptRunner", ScriptRuns)
    return ScriptRuns


@pytest.fixture
def page(runs) -> OpenedPage:
    opened = OpenedPage()
    runs.whole_pages = 0
    return opened


BOXES = ["Type or paste starting weights", "Paste or upload a table", "Gallery"]


@pytest.mark.parametrize("label", BOXES)
def test_a_press_that_is_over_does_not_draw_the_page_again(page, runs, label):
    runs.player_asks_next = True

    page.press(label)

    assert not runs.player_asks_next
    assert runs.whole_pages == 1


def test_what_a_box_was_drawn_for_does_not_draw_the_page_again(page, runs):
    page.press("Type or paste starting weights")
    page.client.text_area[0].set_value("1 2")
    runs.alone = "box"
    page.press("Start from these weights")
    assert "There must be 3 numbers" in page.problems[-1]

    runs.alone = "player"
    page.step()

    assert runs.whole_pages == 1


def test_what_is_said_in_one_message_with_the_player_s_request_draws_the_page(page, runs):
    runs.alone = "player"

    page.set_number("Learning rate", 2)

    assert runs.whole_pages == 1
    assert page.client.session_state["playground"].open.values["learning_rate"] == 2


def test_what_is_said_in_one_message_with_an_open_box_draws_the_page_as_soon_as_the_player_asks(page, runs):
    page.press("Type or paste starting weights")
    runs.alone = "box"
    page.set_number("Learning rate", 2)
    assert page.client.session_state["playground"].open.values["learning_rate"] != 2

    runs.alone = "player"
    page.step()

    assert page.client.session_state["playground"].open.values["learning_rate"] == 2


def test_a_press_in_one_message_with_the_player_s_request_draws_the_page(page, runs):
    runs.alone = "player"

    page.press("Type or paste starting weights")

    assert runs.whole_pages == 1
    assert page.client.text_area


def test_every_button_is_known_as_one(page):
    page.client.session_state["columns_open"] = True
    page.step()

    known = page.client.session_state["playground_buttons"]
    assert {button.key for button in page.client.button if button.key} <= known
