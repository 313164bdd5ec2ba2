"""Weights under the hand: dragged by their number, typed, frozen, drawn anew; and the run that goes on from there."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Locator, expect

import nncore
from playground.text.shown_number import shown_number

from ..page_texts import ARTICLE_1, expected_outputs
from .finger import Finger
from .measured_boxes import settle

WEIGHT_2 = "weight input 2 → target"
# By how many pixels the dots on the lines of a chart miss what they stand for.
DOTS_MISS = """
([chart, values]) => {
  const plot = document.querySelector(`.panel-${chart} .js-plotly-plot`);
  const { yaxis } = plot._fullLayout;
  const top = plot.getBoundingClientRect().top + yaxis._offset;
  const dots = [...document.querySelectorAll(`.panel-${chart} .line-dots .dot`)].map((dot) => dot.getBoundingClientRect());
  const misses = dots.map((dot, index) => Math.abs((dot.top + dot.bottom) / 2 - top - yaxis.d2p(values[index])));
  return dots.length === values.length ? Math.max(...misses) : Infinity;
}
"""


class Weights:
    """The network of the app, as far as its weights are changed in it."""

    def __init__(self, app):
        self.app = app
        self.editor = app.player.get_by_role("dialog", name="Weight input 2 → target", exact=True)
        self.field = self.editor.get_by_role("textbox", name="Weight input 2 → target", exact=True)
        self.number = app.player.locator(".edge-number[data-edge='1']")

    def edge(self, name: str = WEIGHT_2) -> Locator:
        """Return the edge of a weight, whose name holds its number."""
        return self.app.player.locator(".panel-network").get_by_role("button", name=re.compile(f"^{name}: "))

    def expect(self, parameters: list[float]) -> None:
        """Wait until these are the weights on the screen."""
        cells = self.app.player.locator(".panel-network table tbody td:last-child")
        expect(cells).to_have_text([shown_number(value) for value in parameters])

    def type(self, text: str, then: str = "Enter") -> None:
        """Open the editor of the second weight by its number, and type."""
        self.number.click()
        expect(self.field).to_be_focused()
        self.app.page.keyboard.type(text)
        self.app.page.keyboard.press(then)

    def grab(self) -> tuple[float, float]:
        """Press on the number of the second weight, and return where."""
        settle(self.app.page)
        box = self.number.bounding_box()
        place = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.app.page.mouse.move(*place)
        self.app.page.mouse.down()
        return place


@pytest.fixture
def weights(app):
    app.open_at_the_end()
    app.slider.fill("4")
    app.expect_epoch(4)
    return Weights(app)


def parameters_at(experiment: nncore.Experiment, epoch: int) -> list[float]:
    return experiment.run().history.network_at(epoch).parameters.tolist()


def changed(*interventions: nncore.Intervention, epochs: int = 15_000) -> nncore.Experiment:
    return replace(ARTICLE_1, epochs=epochs, interventions=interventions)


def test_a_typed_weight_is_what_the_run_goes_on_from(app, weights):
    typed = nncore.Intervention(4, "parameter", (1, -2.5))

    weights.type("-2,5")

    expect(app.change_log).to_have_text("Changed: input 2 → target = −2.500 at epoch 4; before 0.5081.")
    expect(weights.editor).to_be_hidden()
    expect(weights.edge()).to_be_focused()
    app.wait_until_finished()
    app.expect_epoch(4)
    app.button("Clear comparison").click()
    expect(app.outputs()).to_have_text(expected_outputs(changed(typed, epochs=4)))
    weights.expect(parameters_at(changed(typed), 4))
    app.slider.fill("40")
    app.expect_epoch(40)
    expect(app.outputs()).to_have_text(expected_outputs(changed(typed, epochs=40)))
    app.slider.fill("3")
    app.expect_epoch(3)
    expect(app.outputs()).to_have_text(expected_outputs(replace(ARTICLE_1, epochs=3)))


def test_a_typed_weight_at_the_end_goes_on_from_there_by_as_many_epochs_again(app, weights):
    app.slider.press("End")
    app.expect_epoch(15_000)

    weights.type("-2,5")

    # With three offers beside it there is no room for what it was before.
    expect(app.change_log).to_contain_text("Changed: input 2 → target = −2.500 at epoch 15,000")
    expect(app.change_log).to_contain_text("15,000 epochs more.")
    expect(app.number("Epochs")).to_have_value("30000")
    app.wait_until_finished()
    app.expect_epoch(15_000)
    expect(app.readout).to_contain_text("Epoch 15,000 of 30,000")
    # Its update is worked where the charts are.
    app.page.keyboard.press("Escape")
    expect(app.player.locator(".panel-weights .line-names")).to_contain_text("input 2")
    # Thousands of epochs stand on a pixel of the axis: the line has no room for each.
    set_by_hand = changed(nncore.Intervention(15_000, "parameter", (1, -2.5)), epochs=30_000)
    history = set_by_hand.run().history
    for chart, values in (
        ("weights", history.network_at(15_000).parameters.tolist()),
        ("loss", [history.loss[history.epochs == 15_000].item()]),
    ):
        app.page.wait_for_function(f"(given) => ({DOTS_MISS})(given) < 1", arg=[chart, values])
    app.select("Speed", "as fast as it comes")
    app.button("Play").click()
    app.expect_epoch(30_000)
    app.button("Clear comparison").click()
    expect(app.outputs()).to_have_text(expected_outputs(set_by_hand))


def test_a_number_is_dragged_in_the_next_frame_and_learnt_on_the_way_and_is_one_step_to_undo(app, weights):
    before = parameters_at(ARTICLE_1, 4)
    outputs = app.outputs().all_inner_texts()
    first = app.run

    x, y = weights.grab()
    # As far up as to the right: 60 · 0.02 more than 0.5081.
    app.page.mouse.move(x, y - 60, steps=3)
    expect(weights.number).to_have_text("1.71")
    app.expect_another_run(first)
    second = app.run
    app.page.mouse.move(x + 100, y, steps=3)
    expect(weights.number).to_have_text("2.51")
    app.expect_another_run(second)
    app.page.mouse.up()

    expect(weights.editor).to_be_hidden()
    expect(app.change_log).to_have_text("Changed: input 2 → target = 2.510 at epoch 4; before 0.5081.")
    app.wait_until_finished()
    app.expect_epoch(4)
    dragged = nncore.Intervention(4, "parameter", (1, 2.51))
    weights.expect(parameters_at(changed(dragged), 4))
    app.slider.fill("40")
    app.expect_epoch(40)
    app.button("Clear comparison").click()
    expect(app.outputs()).to_have_text(expected_outputs(changed(dragged, epochs=40)))
    app.slider.fill("4")
    app.expect_epoch(4)
    app.button("Undo").click()
    expect(app.change_log).to_have_text("")
    app.wait_until_finished()
    weights.expect(before)
    app.button("Clear comparison").click()
    expect(app.outputs()).to_have_text(outputs)
    expect(app.button("Undo")).to_have_attribute("aria-disabled", "true")


def test_escape_in_the_middle_of_a_drag_leaves_the_run_as_it_was(app, weights):
    first = app.run

    x, y = weights.grab()
    app.page.mouse.move(x - 50, y, steps=3)
    app.expect_another_run(first)
    app.page.keyboard.press("Escape")
    app.page.mouse.move(x - 90, y, steps=3)
    app.page.mouse.up()

    expect(app.change_log).to_have_text("")
    app.wait_until_finished()
    app.expect_epoch(4)
    weights.expect(parameters_at(ARTICLE_1, 4))
    expect(app.button("Undo")).to_have_attribute("aria-disabled", "true")


def test_a_frozen_weight_stays_while_the_others_learn_until_it_is_freed(app, weights):
    frozen = nncore.Intervention(4, "frozen", (1, True))
    weights.number.click()

    weights.editor.get_by_role("button", name="Freeze", exact=True).click()

    expect(app.change_log).to_have_text("Changed: input 2 → target frozen at epoch 4.")
    expect(weights.edge()).to_have_attribute("aria-label", f"{WEIGHT_2}: 0.5081, frozen")
    expect(app.player.locator(".frozen-mark")).to_have_count(1)
    app.wait_until_finished()
    app.slider.fill("9")
    app.expect_epoch(9)
    held = parameters_at(changed(frozen), 9)
    assert held[1] == parameters_at(ARTICLE_1, 4)[1]
    assert abs(held[0] - parameters_at(ARTICLE_1, 4)[0]) > 0.5
    weights.expect(held)
    app.button("Back").click()
    app.slider.fill("3")
    app.expect_epoch(3)
    expect(app.player.locator(".frozen-mark")).to_have_count(0)

    app.slider.fill("9")
    app.expect_epoch(9)
    weights.number.click()
    weights.editor.get_by_role("button", name="Unfreeze", exact=True).click()

    expect(app.change_log).to_contain_text("input 2 → target learns again at epoch 9")
    app.wait_until_finished()
    app.button("Step").click()
    app.expect_epoch(10)
    expect(app.player.locator(".frozen-mark")).to_have_count(0)
    weights.expect(parameters_at(changed(frozen, nncore.Intervention(9, "frozen", (1, False))), 10))


def test_the_keyboard_reaches_a_weight_nudges_it_and_comes_back_to_it(app, weights):
    app.player.locator(".edge[tabindex='0']").focus()
    app.page.keyboard.press("ArrowDown")
    expect(weights.edge()).to_be_focused()
    first = app.run

    app.page.keyboard.press("Enter")
    expect(weights.field).to_be_focused()
    shown = float(weights.field.input_value())
    app.page.keyboard.press("Shift+ArrowUp")
    app.page.keyboard.press("ArrowDown")

    # 0.5081 + 1 − 0.1
    expect(weights.number).to_have_text("1.41")
    assert app.run == first
    app.page.keyboard.press("Escape")
    expect(weights.number).to_have_text("0.51")
    expect(weights.edge()).to_be_focused()
    # Six digits of it; left as they are, they change nothing.
    assert shown == float(f"{parameters_at(ARTICLE_1, 4)[1]:.6g}")
    app.page.keyboard.press("Enter")
    expect(weights.field).to_be_focused()
    app.page.keyboard.press("Enter")
    expect(weights.edge()).to_be_focused()
    assert app.run == first
    app.page.keyboard.press("Enter")
    expect(weights.field).to_be_focused()
    app.page.keyboard.press("ArrowUp")
    app.page.keyboard.press("Enter")
    expect(app.change_log).to_have_text("Changed: input 2 → target = 0.6081 at epoch 4; before 0.5081.")
    app.wait_until_finished()
    weights.expect(parameters_at(changed(nncore.Intervention(4, "parameter", (1, round(shown + 0.1, 6)))), 4))
    expect(weights.edge()).to_be_focused()
    app.page.keyboard.press("z")
    expect(app.change_log).to_have_text("")


def test_what_is_no_number_is_refused_in_words_and_the_run_stays(app, weights):
    first = app.run

    weights.type("abc")

    alert = weights.editor.get_by_role("alert")
    expect(alert).to_have_text('A weight must be a number such as 0.5. Got "abc".')
    expect(weights.field).to_be_focused()
    # The player's keys are letters, too; none of them has done anything.
    for key in ("t", "n", "0", "."):
        app.page.keyboard.press(key)
    expect(weights.field).to_have_value("tn0.")
    expect(alert).to_be_hidden()
    app.page.keyboard.press("Escape")
    expect(weights.editor).to_be_hidden()
    app.expect_epoch(4)
    assert app.run == first
    weights.expect(parameters_at(ARTICLE_1, 4))


def test_a_weight_taken_while_it_plays_stops_the_play_head_and_lets_it_go_on(app, weights):
    app.select("Speed", "1 epoch/s")
    app.button("Play").click()

    weights.number.click()

    app.wait_until_paused()
    expect(weights.field).to_be_focused()
    at = app.epoch
    app.page.keyboard.type("2")
    app.page.keyboard.press("Enter")
    expect(app.button("Pause")).to_be_visible()
    expect(app.change_log).to_contain_text(f"Changed: input 2 → target = 2.000 at epoch {at}; before ")
    app.wait_for_epoch(at + 1)


def test_new_weights_are_those_of_the_next_seed(app):
    app.open_at_the_end()

    app.button("New weights").click()

    expect(app.number("Seed")).to_have_value("2")
    expect(app.change_log).to_have_text("Seed: 1 → 2.")
    app.wait_until_finished()
    app.button("Clear comparison").click()
    expect(app.outputs()).to_have_text(expected_outputs(replace(ARTICLE_1, seed=2)))


SCROLLED = "document.querySelector('[data-testid=stMain]').scrollTop"


@pytest.fixture
def network_on_phone(phone):
    phone.open_at_the_end()
    phone.player.locator(".panel-network").scroll_into_view_if_needed()
    settle(phone.page)
    return phone


def test_on_a_phone_the_editor_is_never_cut_off(network_on_phone):
    phone = network_on_phone
    panel, form = phone.player.locator(".panel-network > .body"), phone.player.locator(".weight-editor")

    for number in phone.player.locator(".edge-number").all():
        number.tap()
        expect(form.get_by_role("textbox")).to_be_focused()
        phone.page.keyboard.type("abc\n")
        expect(form.get_by_role("alert")).to_be_visible()
        settle(phone.page)
        inner, outer = form.bounding_box(), panel.bounding_box()
        assert outer["x"] <= inner["x"] < inner["x"] + inner["width"] <= outer["x"] + outer["width"]
        assert outer["y"] <= inner["y"] < inner["y"] + inner["height"] <= outer["y"] + outer["height"]
        phone.page.keyboard.press("Escape")


def test_a_finger_drags_a_number_and_the_page_stays_where_it_is(network_on_phone):
    phone = network_on_phone
    number = phone.player.locator(".edge-number[data-edge='1']")
    scrolled = phone.page.evaluate(SCROLLED)

    Finger(phone.page).drag(number, 50, 40)

    # At the end of the article's run it is −0.2070; 50 pixels are 1.
    expect(phone.change_log).to_contain_text("Changed: input 2 → target = 0.7900 at epoch 15,000")
    expect(phone.change_log).to_contain_text("15,000 epochs more.")
    assert phone.page.evaluate(SCROLLED) == scrolled

    settle(phone.page)
    Finger(phone.page).drag(number, 8, -60)

    phone.page.wait_for_function(f"{SCROLLED} > {scrolled}")
    expect(phone.change_log).to_have_text("Changed: input 2 → target = 0.7900 at epoch 15,000; 15,000 epochs more.")
