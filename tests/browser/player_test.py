"""Time on the screen: played, paused, stepped, gone back, and looked at from every side."""

import re
from itertools import pairwise

import numpy as np
from playwright.sync_api import expect

import nncore
from playground.text.shown_number import shown_number

from ..page_texts import ARTICLE_1, ARTICLE_2, OPEN_ARTICLE_2, outputs_at
from .address_test import wait_for_address
from .measured_boxes import resize

CURSOR = """
name => {
  const plot = document.querySelector(`.panel-${name} .js-plotly-plot`);
  const cursor = plot.parentElement.querySelector(".cursor").getBoundingClientRect();
  const { xaxis } = plot._fullLayout;
  const epoch = Number(document.querySelector(".player").dataset.epoch);
  const position = xaxis.range[1] < 20 ? Math.log1p(epoch) : epoch;
  const wanted = plot.getBoundingClientRect().left + xaxis._offset + xaxis.l2p(position);
  return Math.abs(cursor.left + cursor.width / 2 - wanted);
}
"""

# Keeps the page's sockets, so that a test can close one; what is sent on a closed one, or while `cut` is set, is lost.
BREAKABLE_SOCKETS = """
window.sockets = [];
window.WebSocket = class extends WebSocket {
  constructor(...where) {
    super(...where);
    window.sockets.push(this);
  }
  send(message) {
    if (!window.cut && this.readyState === WebSocket.OPEN) super.send(message);
  }
};
"""

# What is said of the run, and what the button offers then: somebody who looks late finds it played already.
NOTE_WORDS = """
status => {
  window.words = [];
  const play = document.querySelector('.player [data-do="play"]');
  const note = () => window.words.push([status.textContent, play.textContent]);
  new MutationObserver(note).observe(status, { childList: true });
}
"""

# Resolves with how many frames the page has asked for while ninety have passed.
FRAMES_ASKED_FOR = """
() => new Promise(resolve => {
  const ask = window.requestAnimationFrame.bind(window);
  let asked = 0, passed = 0;
  window.requestAnimationFrame = call => { asked += 1; return ask(call); };
  const pass = () => {
    passed += 1;
    if (passed < 90) return ask(pass);
    window.requestAnimationFrame = ask;
    resolve(asked);
  };
  ask(pass);
})
"""


def network_at(experiment: nncore.Experiment, epoch: int) -> nncore.Network:
    """Return the network after an epoch, trained on its own."""
    return experiment.run().history.network_at(epoch)


def flips_of(experiment: nncore.Experiment) -> list[int]:
    """Return the epochs after which some training row lies on another side of one half than before."""
    run = experiment.run()
    classes = [
        (experiment.predict(run.history.network_at(epoch), experiment.dataset.inputs) > 0.5).ravel().tolist()
        for epoch in range(60)
    ]
    return [epoch for epoch, (old, new) in enumerate(pairwise(classes), start=1) if old != new]


def test_train_plays_the_run_from_the_beginning_to_the_end_and_says_so(app):
    app.open().wait_until_finished()
    app.open_example_at_the_end(OPEN_ARTICLE_2)
    app.select("Speed", "120 epochs/s")
    app.record()
    app.player.get_by_role("status").first.evaluate(NOTE_WORDS)

    app.button("Train").click()

    app.page.wait_for_function("() => window.words.length > 1")
    app.expect_epoch(200)
    said = [["Playing, epoch 0 of 200", "Pause"], ["Finished, epoch 200 of 200", "Play"]]
    assert app.page.evaluate("window.words") == said
    frames = app.frames()
    played = [frame.epoch for frame in frames[1:]]
    assert played == sorted(played)
    assert played[0] == 0
    # No picture stands for more than a quarter of a second of play, or, where it takes long to draw, for more than has passed.
    for earlier, frame, later in zip(frames, frames[1:], frames[2:], strict=False):
        assert later.epoch - frame.epoch <= max(30, 120 * (later.time - earlier.time) / 1000)
    assert {frame.charts for frame in frames} == {2}
    expect(app.outputs()).to_have_text(outputs_at(ARTICLE_2, 200))


def test_step_and_back_show_exactly_what_was_computed(app):
    app.open_at_the_end()

    app.button("Reset").click()
    app.expect_epoch(0)
    for epoch in (1, 2, 3, 4):
        app.button("Step").click()
        app.expect_epoch(epoch)
        expect(app.outputs()).to_have_text(outputs_at(ARTICLE_1, epoch))
    app.button("Back").click()

    app.expect_epoch(3)
    expect(app.outputs()).to_have_text(outputs_at(ARTICLE_1, 3))
    weights = network_at(ARTICLE_1, 3).parameters.tolist()
    expect(app.page.get_by_role("table", name="Weights and biases at epoch 3")).to_be_attached()
    assert app.weights() == [shown_number(weight) for weight in weights]
    expect(app.situation).to_contain_text(shown_number(ARTICLE_1.predict(network_at(ARTICLE_1, 3), [[1, 0, 0]]).item()))


def test_next_flip_stops_where_a_row_changes_class_and_one_step_back_it_is_still_wrong(app):
    first, second = flips_of(ARTICLE_1)
    app.open_at_the_end()
    expect(app.button("Next flip")).to_be_disabled()
    app.button("Reset").click()
    expect(app.button("Previous flip")).to_be_disabled()

    app.button("Next flip").click()
    app.expect_epoch(first)
    expect(app.button("Previous flip")).to_be_disabled()
    app.button("Next flip").click()
    app.expect_epoch(second)
    expect(app.button("Next flip")).to_be_disabled()
    expect(app.verdicts()).to_have_text(["right"] * 4)
    app.button("Back").click()
    app.expect_epoch(second - 1)
    expect(app.player.locator(".rows-wrong")).to_have_count(1)
    app.button("Previous flip").click()
    app.expect_epoch(first)


def test_the_slider_goes_to_any_epoch_with_mouse_and_keyboard(app):
    app.open_at_the_end()
    track = app.player.locator(".track").bounding_box()

    app.page.mouse.click(track["x"] + track["width"] * np.log1p(40) / np.log1p(15_000), track["y"] + 13)
    app.expect_epoch(40)
    app.slider.press("ArrowRight")
    app.expect_epoch(41)
    app.slider.press("Home")
    app.expect_epoch(0)
    app.slider.press("End")
    app.expect_epoch(15_000)
    expect(app.slider).to_have_attribute("aria-valuetext", "epoch 15,000 of 15,000")


def test_recorded_epochs_are_shown_without_the_server(app):
    app.page.add_init_script(BREAKABLE_SOCKETS)
    app.open_at_the_end()

    app.page.evaluate("() => { window.cut = true; }")
    app.slider.fill("40")
    expect(app.player).to_have_attribute("data-epoch", "40")
    expect(app.outputs()).to_have_text(outputs_at(ARTICLE_1, 40))
    expect(app.player).to_have_attribute("data-exact", "false")
    app.page.evaluate("() => { window.cut = false; }")

    app.expect_epoch(40)


def test_a_click_in_a_chart_moves_the_play_head_there_and_the_cursor_follows(app):
    app.open_at_the_end()
    plot = app.player.locator(".panel-weights .nsewdrag").bounding_box()

    app.page.mouse.click(plot["x"] + plot["width"] * 0.4, plot["y"] + plot["height"] * 0.15)

    app.page.wait_for_function("() => Number(document.querySelector('.player')?.dataset.epoch) < 15000")
    assert 20 < app.epoch < 100  # e^(0.4 · ln 15,001) is 47
    for chart in ("loss", "weights"):
        assert app.page.evaluate(CURSOR, chart) < 1


def test_the_cursor_is_right_after_the_page_has_changed_its_size_and_its_theme(app):
    app.open_at_the_end()
    app.slider.fill("40")
    app.expect_epoch(40)
    width = app.charts.last.bounding_box()["width"]

    app.page.set_viewport_size({"width": 1180, "height": 720})
    app.wait_for_chart("weights", f"plot._fullLayout.width < {width} - 10")
    for chart in ("loss", "weights"):
        app.page.wait_for_function(f"({CURSOR})('{chart}') < 1")
    drawn = app.charts.last.get_attribute("data-drawn")
    app.page.emulate_media(color_scheme="dark")
    expect(app.charts.last).not_to_have_attribute("data-drawn", drawn)

    app.expect_epoch(40)
    for chart in ("loss", "weights"):
        app.page.wait_for_function(f"({CURSOR})('{chart}') < 1")


def test_a_row_edited_while_it_plays_is_learnt_and_played_on(app):
    app.open_at_the_end()
    run = app.run
    app.button("Train").click()
    app.wait_for_epoch(2)

    app.table("Training table").edit(2, "target", "0")

    app.expect_another_run(run)
    expect(app.button("Pause")).to_be_visible()
    reached = app.epoch
    assert reached >= 2
    app.wait_for_epoch(reached + 1)
    app.button("Pause").click()
    expect(app.answers().nth(2)).to_contain_text("0")
    app.button("Reset").click()
    app.expect_epoch(0)
    app.slider.press("End")
    app.wait_until_finished()
    app.expect_epoch(15_000)


def test_another_architecture_while_it_plays_begins_another_run_and_plays_on(app):
    app.open_at_the_end()
    run = app.run
    app.button("Train").click()
    app.wait_for_epoch(2)

    app.choose("Architecture", "Hidden layers")

    app.expect_another_run(run)
    expect(app.player.get_by_role("button", name=re.compile("^hidden 3"))).to_be_visible()
    expect(app.button("Pause")).to_be_visible()


def test_a_run_retrained_by_an_edit_keeps_the_play_head(app):
    app.open_at_the_end()
    app.slider.fill("40")
    app.expect_epoch(40)
    run = app.run

    app.table("Training table").edit(2, "target", "0")

    app.expect_another_run(run)
    app.expect_epoch(40)


def test_pause_stops_the_training_ahead_of_the_play_head_too(app):
    app.open_at_the_end()
    app.slider.fill("3")
    app.expect_epoch(3)
    app.set_number("Epochs", 1_000_000)
    expect(app.readout).to_contain_text("of 1,000,000")
    app.expect_epoch(3)
    trained = app.player.get_by_role("progressbar", name="Trained")

    app.button("Play").click()
    expect(app.player.locator(".transport")).to_contain_text(re.compile(r"epochs/s · [\d,]+ s to go"))
    app.wait_for_epoch(4)  # epoch 3 is exact already
    app.button("Pause").click()
    expect(app.player).to_have_attribute("data-exact", "true")  # what was on its way has arrived
    stopped_at = trained.get_attribute("aria-valuenow")
    epoch = app.epoch
    app.button("Step").click()
    app.expect_epoch(epoch + 1)
    app.wait_until_idle()

    assert trained.get_attribute("aria-valuenow") == stopped_at
    assert 3 < int(stopped_at) < 1_000_000


def test_a_chosen_row_flows_through_every_picture(app):
    app.open_at_the_end()

    app.page.get_by_role("button", name=re.compile("^Row 3, output")).click()

    expect(app.page.get_by_role("button", name=re.compile("^Row 3, output"))).to_have_attribute("aria-pressed", "true")
    shown = app.player.locator(".panel-network").get_by_role("group", name="Neurons", exact=True)
    expect(shown).to_contain_text("0.995")
    pictured = app.page.get_by_role("button", name=re.compile("^row 1, target 0, output"))
    pictured.click()
    expect(app.page.get_by_role("button", name=re.compile("^Row 1, output"))).to_have_attribute("aria-pressed", "true")
    expect(shown).to_contain_text("0.008")


def test_a_neuron_shows_its_curve_with_every_row_on_it_until_it_is_closed(app):
    app.open_at_the_end()

    app.player.get_by_role("button", name=re.compile("^target, output")).click()

    curve = app.player.locator(".panel-curve")
    expect(curve.get_by_role("heading", name="Neuron target · sigmoid")).to_be_visible()
    # Row 1 is (0, 0, 1): its pre-activation is the third weight.
    weight = network_at(ARTICLE_1, 15_000).parameters[2]
    output = 1 / (1 + np.exp(-weight))
    expect(curve).to_contain_text(f"z = {shown_number(weight)}")
    expect(curve).to_contain_text(f"a = {shown_number(output)}")
    expect(curve).to_contain_text("Saturated")
    expect(app.player.locator(".panel-decision")).to_be_visible()
    app.button("Close the curve").click()
    expect(curve).to_be_hidden()
    expect(app.player.locator(".panel-decision")).to_be_visible()


def test_a_page_that_stands_still_asks_for_hardly_any_frames(app):
    app.open_at_the_end()
    wait_for_address(app, lambda document: document.play_head is None)  # at the end; nothing is asked any more

    assert app.page.evaluate(FRAMES_ASKED_FOR) < 90 / 5


def test_the_new_situation_moves_in_the_picture_of_the_output(app):
    app.open_at_the_end()
    marker = app.player.locator(".is-situation")
    before = marker.bounding_box()

    app.table("New situation").edit(0, "input 1", "0")

    expect(app.situation).to_contain_text(shown_number(ARTICLE_1.run().predict([[0, 0, 0]]).item()))
    app.page.wait_for_function(
        "x => document.querySelector('.is-situation').getBoundingClientRect().x < x - 40", arg=before["x"]
    )


def test_pointing_at_a_weight_lights_its_edge_and_its_line_together(app):
    app.open_at_the_end()
    edge = app.player.get_by_role("button", name=re.compile("^weight input 2 → target"))
    faded = ".panel-weights .signed-lines .faded"

    edge.focus()

    expect(app.player.locator(faded)).to_have_count(2)
    app.button("Train").focus()
    expect(app.player.locator(faded)).to_have_count(0)


def test_keys_play_and_step_but_never_while_somebody_types(app):
    app.open_at_the_end()
    app.page.locator("h1").click()

    app.page.keyboard.press("0")
    app.expect_epoch(0)
    app.page.keyboard.press(".")
    app.expect_epoch(1)
    app.page.keyboard.press("l")
    app.expect_epoch(flips_of(ARTICLE_1)[0])
    app.page.keyboard.press(",")
    app.expect_epoch(flips_of(ARTICLE_1)[0] - 1)
    app.page.keyboard.press("h")
    expect(app.player.locator(".guess")).to_have_count(2)
    app.page.keyboard.press("h")
    expect(app.player.locator(".guess")).to_have_count(0)
    app.page.keyboard.press("k")
    expect(app.button("Pause")).to_be_visible()
    app.page.keyboard.press("k")
    expect(app.button("Play")).to_be_visible()
    epoch = app.epoch
    app.number("Seed").focus()
    app.page.keyboard.press("0")
    app.page.keyboard.press(".")
    expect(app.player).to_have_attribute("data-epoch", str(epoch))


def test_a_lost_connection_comes_back_while_it_plays_and_nobody_notices(app):
    app.page.add_init_script(BREAKABLE_SOCKETS)
    app.open_at_the_end()
    app.button("Train").click()
    app.wait_for_epoch(2)
    run = app.run

    app.page.evaluate("() => window.sockets.at(-1).close()")
    app.page.wait_for_function("() => window.sockets.length > 1 && window.sockets.at(-1).readyState === 1")
    app.wait_for_epoch(6)
    app.wait_until_idle()
    app.button("Pause").click()

    expect(app.player).to_have_attribute("data-exact", "true")
    assert app.run == run
    expect(app.outputs()).to_have_text(outputs_at(ARTICLE_1, app.epoch))


def test_the_page_keeps_its_height_and_place_while_the_player_is_taken_off_it_for_a_moment(app):
    app.open_at_the_end()
    resize(app.page, 390, 844)
    app.player.locator(".charts").scroll_into_view_if_needed()

    scrolled, without, again = app.page.evaluate(
        """() => {
            const main = document.querySelector("[data-testid=stMain]");
            const player = document.querySelector(".player");
            const place = player.parentElement;
            const seen = [main.scrollTop];
            player.remove();
            main.getBoundingClientRect();
            seen.push(main.scrollTop);
            place.append(player);
            return [...seen, main.scrollTop];
        }"""
    )

    assert scrolled > 0
    assert (without, again) == (scrolled, scrolled)
