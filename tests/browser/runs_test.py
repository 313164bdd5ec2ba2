"""Runs that are watched, stopped, gone on with and changed on the way."""

import re
from itertools import pairwise

from playwright.sync_api import expect

from ..page_texts import ARTICLE_1, FINISHED, OPEN_ARTICLE_2, STOPPED, TO_GO, epochs_done, expected_outputs, with_table

SHORTEST_SHOW = 2000  # milliseconds


def test_train_shows_the_run_for_two_seconds_and_never_takes_a_chart_away(app):
    app.open().wait_until_finished()
    app.record()
    pressed = app.page.evaluate("performance.now()")

    app.button("Train").click()
    expect(app.button("Stop")).to_be_visible()
    app.wait_until_finished()

    frames = app.frames()
    shown = [frame for frame in frames if TO_GO in frame.status]
    assert len({frame.epoch for frame in shown}) >= 4
    assert [frame.epoch for frame in shown] == sorted(frame.epoch for frame in shown)
    assert [frame.share for frame in shown] == sorted(frame.share for frame in shown)
    assert shown[0].share < 50
    assert frames[-1].share == 100
    assert {frame.charts for frame in frames} == {2}
    assert frames[-1].time - pressed >= SHORTEST_SHOW
    expect(app.outputs()).to_have_text(expected_outputs(ARTICLE_1))


def test_train_shows_nothing_but_the_end_if_it_is_to_be_at_once(app):
    app.open().wait_until_finished()
    app.choose_from("Open", OPEN_ARTICLE_2)
    app.wait_until_finished()
    app.switch("At once")
    app.record()

    app.press("Train")

    app.wait_until_finished()
    assert all(frame.status.endswith(FINISHED) for frame in app.frames())
    app.switch("At once")
    app.button("Train").click()
    expect(app.button("Stop")).to_be_visible()


def test_a_stopped_run_stays_where_it_is_and_goes_on_to_the_same_numbers(app):
    app.open().wait_until_finished()
    app.record()
    app.press_at_epoch("Stop", 1)

    app.button("Train").click()
    expect(app.status).to_have_text(re.compile(f"{STOPPED}$"))
    app.wait_until_idle()
    stopped = app.status.text_content()
    app.table("New situation").edit(0, "input 2", "1")

    (answer,) = expected_outputs(ARTICLE_1, [[1, 1, 0]])
    assert app.frames()[-1].epoch < 15_000
    expect(app.status).to_have_text(stopped)
    app.button("Continue").click()
    app.wait_until_finished()
    expect(app.status).to_contain_text(epochs_done(15_000, 15_000))
    expect(app.outputs()).to_have_text(expected_outputs(ARTICLE_1))
    expect(app.situation).to_contain_text(answer)


def test_a_long_run_shows_its_beginning_goes_on_by_itself_and_makes_way_for_an_edited_table(app):
    app.open().wait_until_finished()

    app.set_number("Epochs", 1_000_000)

    expect(app.status).to_have_text(re.compile(f"of 1,000,000 .* {TO_GO}$"))
    expect(app.charts).to_have_count(2)
    first = app.status.text_content()
    expect(app.status).not_to_have_text(first)
    app.record()
    app.table("Training table").edit(2, "target", "0.5")
    app.button("Stop").click()
    expect(app.button("Continue")).to_be_visible()
    app.wait_until_idle()

    frames = app.frames()
    assert any(later.epoch < earlier.epoch for earlier, later in pairwise(frames))
    expect(app.answers().nth(2)).to_contain_text("0.5")
    app.set_number("Epochs", 500)
    app.wait_until_finished()
    app.press("Forget")
    experiment = with_table(ARTICLE_1, targets=[[0], [1], [0.5], [0]], epochs=500)
    expect(app.outputs()).to_have_text(expected_outputs(experiment))
