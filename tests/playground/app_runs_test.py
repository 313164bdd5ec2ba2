"""The page without a browser: runs that are trained as the player asks for them, that end early, or explode."""

from dataclasses import replace

import numpy as np

import nncore

from ..page_texts import ARTICLE_1, NOT_FINITE, OPEN_ARTICLE_2, expected_outputs
from .watched_page import WatchedPage


def test_a_long_run_is_trained_a_first_slice_and_then_only_as_the_player_asks(page):
    page.set_number("Epochs", 1_000_000)
    first = page.header["trained"]

    page.step()
    drawn_again = page.header["trained"]
    page.request(until=first + 1_000, seconds=0.25)

    assert 0 < first < page.header["end"] == 1_000_000
    assert not page.header["finished"]
    assert drawn_again == first
    assert page.header["trained"] == first + 1_000


def test_a_run_asked_for_in_small_portions_has_the_numbers_of_an_uninterrupted_one(page, monkeypatch):
    with monkeypatch.context() as patch:  # a request has a slice of its own, also where it draws the page anew
        patch.setattr("playground.page.page_state.FIRST_SLICE", 0.001)
        page.set_number("Epochs", 2_000).set_number("Batch size", 1)

    portions = 0
    while not page.header["finished"]:
        page.request(until=page.header["trained"] + 173, seconds=0.25)
        portions += 1

    assert portions >= 2_000 // 173
    run = replace(ARTICLE_1, epochs=2_000, batch_size=1).run()
    assert page.parameters() == run.network.parameters.tolist()
    assert page.player.epochs.tolist() == list(range(2_001))
    assert page.player.rows[:, 2:].tolist() == run.history.parameters.astype(np.float32).tolist()
    assert page.player.rows[:, 0].tolist() == run.history.loss.astype(np.float32).tolist()


def test_any_epoch_can_be_had_in_full_precision(page):
    page.choose("Open", OPEN_ARTICLE_2).finish()

    history = nncore.articles.hidden_layer().run().history
    for epoch in (0, 1, 77, 200):
        assert page.parameters(epoch) == history.parameters[epoch].tolist()
        assert abs(page.header["exact"]["loss"] - history.loss[epoch]) < 1e-12


def test_what_the_player_has_is_not_sent_again(page):
    page.finish()

    page.step()
    drawn_again = page.header
    page.request()

    for header in (drawn_again, page.header):
        assert (header["count"], header["flips"]) == (0, [])
        assert not {"description", "assets", "charts", "exact", "rows_before"} & set(header)


def test_a_request_that_was_meant_for_another_run_changes_nothing(page):
    page.choose("Open", OPEN_ARTICLE_2)
    choices = page.header["choices"]

    page.request(run=page.header["run"] - 1, until=200, choices={**choices, "measure": "loss"})

    assert page.header["choices"] == choices
    assert "description" not in page.header


def test_a_lost_reply_is_made_good_by_asking_again(page):
    page.finish()
    everything, flips = page.player.rows, page.player.flips

    known = page.player.runs[page.player.run]
    known.epochs, known.rows, known.flips = known.epochs[:100], known.rows[:100], []
    page.request()

    assert np.array_equal(page.player.rows, everything, equal_nan=True)
    assert page.player.flips == flips != []


def test_a_run_whose_numbers_explode_ends_with_its_reason_and_the_page_lives_on(page):
    page.choose("Output activation", "linear").set_number("Learning rate", 1000.0).finish()
    exploded, answered = page.header, page.outputs()

    page.set_number("Learning rate", 0.1).set_number("Epochs", 20).finish()

    linear = nncore.Architecture((3, 1), ("linear",), bias=False)
    (reason,) = exploded["early_end"]
    assert NOT_FINITE in reason
    assert "at epoch " in reason
    assert exploded["end"] == exploded["trained"] < 15_000
    assert max(map(len, answered)) < 20  # numbers of a hundred digits are not written out
    assert (page.header["early_end"], page.header["trained"]) == ([], 20)
    assert page.outputs() == expected_outputs(
        replace(ARTICLE_1, architecture=linear, optimizer=nncore.SGD(0.1), epochs=20)
    )


def test_a_run_that_a_stop_rule_ends_says_which_and_ends_there(page):
    page.choose("Open", OPEN_ARTICLE_2).set_number("Stop at loss", 0.5).finish()

    run = replace(nncore.articles.hidden_layer(), stop=(nncore.LossReached(0.5),)).run()
    assert page.header["early_end"] == [run.stop_reason.sentence]
    assert page.header["end"] == page.header["trained"] == run.stop_reason.epoch < 200
    assert page.parameters() == run.network.parameters.tolist()


def test_two_open_pages_never_share_a_run(page):
    other = WatchedPage()

    page.finish()
    page.do("set_threshold", threshold=0.9).request(
        choices={"measure": "accuracy", "value_scale": "log", "epoch_scale": "linear"}
    )
    page.choose("Open", OPEN_ARTICLE_2)
    other.step()

    one, two = (each.client.session_state["playground"].open.run for each in (page, other))
    assert one is not two
    assert one.trainer is not two.trainer
    assert (other.header["run"], other.header["threshold"], other.header["choices"]["measure"]) == (1, 0.5, "loss")
    assert other.finish().outputs() == expected_outputs(ARTICLE_1)
