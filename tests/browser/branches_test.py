"""What is changed while the play-head stands in the middle of a run."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

import nncore

from ..page_texts import ARTICLE_1, expected_outputs
from .measured_boxes import settle

SLOWER = replace(ARTICLE_1, interventions=(nncore.Intervention(40, "learning_rate", 0.1),))


@pytest.fixture
def app_at_40(app):
    app.open_at_the_end()
    app.slider.fill("40")
    app.expect_epoch(40)
    return app


def test_a_learning_rate_changed_in_the_middle_goes_on_from_there_and_is_marked(app_at_40):
    app = app_at_40

    app.set_number("Learning rate", 0.1)

    expect(app.change_log).to_have_text("Changed: learning rate 0.1 at epoch 40.")
    app.wait_until_finished()
    app.expect_epoch(40)
    expect(app.outputs()).to_have_text(expected_outputs(replace(ARTICLE_1, epochs=40)))
    expect(app.player.locator(".change-mark")).to_have_text(["learning rate 0.1"] * 2)
    app.wait_for_lines("loss", ["before", "train"])
    app.slider.press("End")
    app.expect_epoch(15_000)
    app.button("Clear comparison").click()
    expect(app.outputs()).to_have_text(expected_outputs(SLOWER))


def test_starting_over_instead_is_one_click_and_so_is_taking_it_back(app_at_40):
    app = app_at_40
    app.set_number("Learning rate", 0.1)
    expect(app.change_log).to_have_text("Changed: learning rate 0.1 at epoch 40.")

    app.button("Start over with this instead").click()

    expect(app.change_log).to_have_text("A new run: other settings.")
    app.wait_until_finished()
    app.expect_epoch(0)
    expect(app.readout.locator(".loss-before")).to_have_text("")  # both begin with the same weights
    settle(app.page)
    box = app.button("Undo").bounding_box()
    app.button("Undo").click()
    expect(app.change_log).to_have_text("Changed: learning rate 0.1 at epoch 40.")
    app.expect_epoch(40)
    settle(app.page)
    assert app.button("Undo").bounding_box() == box  # Redo has its place from the start
    expect(app.number("Learning rate")).to_have_value("0.1")
    app.button("Undo").click()
    expect(app.number("Learning rate")).to_have_value("1")
    expect(app.change_log).to_have_text("")
    app.wait_until_finished()
    app.slider.press("End")
    app.expect_epoch(15_000)
    app.button("Clear comparison").click()
    expect(app.outputs()).to_have_text(expected_outputs(ARTICLE_1))


def test_a_learning_rate_changed_while_it_plays_goes_on_from_the_epoch_on_the_screen(app):
    app.open_at_the_end()
    app.select("Speed", "120 epochs/s")
    app.button("Train").click()
    app.wait_for_epoch(60)

    app.set_number("Learning rate", 0.1)

    expect(app.change_log).to_contain_text("Changed: learning rate 0.1 at epoch")
    expect(app.button("Pause")).to_be_visible()
    at = int(app.change_log.inner_text().rsplit(" ", 1)[1].rstrip(".").replace(",", ""))
    app.wait_for_epoch(at + 5)
    app.button("Pause").click()
    app.wait_until_paused()
    paused = app.epoch
    app.expect_epoch(paused)
    assert 60 <= at < paused < 15_000
    branch = replace(ARTICLE_1, epochs=paused, interventions=(nncore.Intervention(at, "learning_rate", 0.1),))
    app.button("Clear comparison").click()
    expect(app.outputs()).to_have_text(expected_outputs(branch))


def test_an_edited_row_begins_a_new_run_and_says_so(app_at_40):
    app = app_at_40
    app.set_number("Learning rate", 0.1)
    expect(app.change_log).to_have_text("Changed: learning rate 0.1 at epoch 40.")

    app.table("Training table").edit(2, "target", "0")

    expect(app.change_log).to_have_text("Row 3’s target: 1 → 0.")
    app.wait_until_finished()
    app.expect_epoch(40)
    app.button("Undo").click()
    expect(app.change_log).to_have_text("Changed: learning rate 0.1 at epoch 40.")
    expect(app.table("Training table").cell(2, "target")).to_have_text("1")


def test_a_learning_rate_changed_several_times_quickly_ends_with_the_last_value(app_at_40):
    app = app_at_40
    field = app.number("Learning rate")
    field.focus()

    for rate, gap in (("0.9", 0), ("0,8", 40), (".7", 120), ("0.6", 200)):
        field.fill(rate)
        field.press("Enter")
        app.page.keyboard.press("Shift", delay=gap)  # as long as a hand takes to the next press

    expect(field).to_have_value("0.6")
    expect(app.change_log).to_have_text("Changed: learning rate 0.6 at epoch 40.")
    app.wait_until_finished()
    app.slider.press("End")
    app.expect_epoch(15_000)
    app.button("Clear comparison").click()
    slower = replace(ARTICLE_1, interventions=(nncore.Intervention(40, "learning_rate", 0.6),))
    expect(app.outputs()).to_have_text(expected_outputs(slower))
