"""Runs that are watched, paused, gone on with and changed on the way."""

import re
from dataclasses import replace

from playwright.sync_api import expect

import nncore
from playground.document import Document
from playground.text.shown_number import shown_number

from ..page_texts import ARTICLE_1, expected_outputs, with_table

ALL_AT_ONCE = "as fast as it comes"


def test_a_paused_run_stays_where_it_is_and_goes_on_to_the_same_numbers(app):
    app.open_at_the_end()
    app.select("Speed", "1,000 epochs/s")
    app.button("Train").click()
    app.wait_for_epoch(1000)

    app.button("Pause").click()
    expect(app.button("Play")).to_be_visible()
    app.wait_until_finished()
    paused = app.epoch
    app.table("New situation").edit(0, "input 2", "1")

    so_far = replace(ARTICLE_1, epochs=paused)
    assert 1000 <= paused < 15_000
    expect(app.situation).to_contain_text(expected_outputs(so_far, [[1, 1, 0]])[0])
    expect(app.outputs()).to_have_text(expected_outputs(so_far))
    expect(app.readout).to_contain_text(f"Epoch {paused:,} of 15,000")
    app.button("Play").click()
    expect(app.button("Pause")).to_be_visible()
    app.select("Speed", ALL_AT_ONCE)
    expect(app.readout).to_contain_text("Epoch 15,000 of 15,000")
    expect(app.outputs()).to_have_text(expected_outputs(ARTICLE_1))
    expect(app.situation).to_contain_text(expected_outputs(ARTICLE_1, [[1, 1, 0]])[0])


def test_a_long_run_shows_its_beginning_goes_on_by_itself_and_makes_way_for_an_edited_table(app):
    app.open_at_the_end()

    app.set_number("Epochs", 1_000_000)

    expect(app.readout).to_contain_text("of 1,000,000")
    expect(app.player.locator(".transport")).to_contain_text(re.compile(r"[\d,]+ epochs/s · [\d,]+ s to go"))
    expect(app.charts).to_have_count(2)
    first = app.epoch
    assert first < 1_000_000
    app.wait_for_epoch(first + 1)
    app.button("Pause").click()
    expect(app.player).to_have_attribute("data-state", "resting")
    expect(app.player).to_have_attribute("data-exact", "true")  # until then the newest record before it is shown
    paused, number = app.epoch, app.run
    app.table("Training table").edit(2, "target", "0.5")
    app.expect_another_run(number)

    edited = with_table(ARTICLE_1, targets=[[0], [1], [0.5], [0]])
    app.button("Clear comparison").click()
    expect(app.answers().nth(2)).to_contain_text("0.5")
    app.expect_epoch(paused)
    expect(app.outputs()).to_have_text(expected_outputs(replace(edited, epochs=paused)))
    app.set_number("Epochs", 500)
    app.expect_epoch(500)
    app.button("Clear comparison").click()
    expect(app.outputs()).to_have_text(expected_outputs(replace(edited, epochs=500)))


def test_before_and_now_stand_at_the_same_epoch_however_large_the_network_is(app):
    app.open_document(Document(_with_2496_weights(seed=1)))
    # So large a network has no record of this epoch; of the nearest one before it the outputs are other ones.
    app.slider.fill("407")
    app.expect_epoch(407)
    old = [_outputs_of_2496_weights(seed=1, epoch=epoch) for epoch in (400, 407)]
    assert all(recorded != now for recorded, now in zip(*old, strict=True))
    expect(app.outputs()).to_have_text(old[1])

    app.player.press("n")

    new = _outputs_of_2496_weights(seed=2, epoch=407)
    expect(app.outputs()).to_have_text([f"{was} → {now}" for was, now in zip(old[1], new, strict=True)])
    app.expect_epoch(407)


def _with_2496_weights(seed):
    architecture = nncore.Architecture((3, 48, 48, 1), ("sigmoid",) * 3, bias=False)
    return replace(ARTICLE_1, architecture=architecture, epochs=3_000, seed=seed)


def _outputs_of_2496_weights(seed, epoch):
    experiment = _with_2496_weights(seed)
    outputs = experiment.predict(experiment.run().history.network_at(epoch), experiment.dataset.inputs)
    return [shown_number(output) for output in outputs.ravel().tolist()]
