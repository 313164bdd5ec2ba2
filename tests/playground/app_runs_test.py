"""The page without a browser: runs that are watched, stopped, go on, or explode."""

from dataclasses import replace

import nncore

from ..page_texts import (
    ARTICLE_1,
    NOT_FINITE,
    OPEN_ARTICLE_2,
    STOPPED,
    TO_GO,
    epochs_done,
    expected_outputs,
)


def test_a_long_run_shows_its_first_slice_and_goes_on_until_it_is_stopped(page):
    page.set_number("Epochs", 1_000_000)
    first = page.status

    page.step()
    later = page.status
    page.press("Stop")
    stopped = page.status
    page.step()

    assert TO_GO in first
    assert first != later
    assert stopped.endswith(STOPPED)
    assert page.status == stopped
    assert "Continue" in page.buttons


def test_a_stopped_run_goes_on_to_the_numbers_of_an_uninterrupted_one(page, monkeypatch):
    monkeypatch.setattr("playground.session.FIRST_SLICE", 0.001)
    page.set_number("Epochs", 20_000).set_number("Batch size", 1)

    page.press("Stop")
    stopped = page.status
    page.press("Continue").finish()

    assert stopped.endswith(STOPPED)
    assert page.status.startswith(epochs_done(20_000, 20_000))
    assert page.outputs() == expected_outputs(replace(ARTICLE_1, epochs=20_000, batch_size=1))


def test_train_shows_the_run_again_from_its_beginning(page, monkeypatch):
    monkeypatch.setattr("playground.session.SHORTEST_SHOW", 3600.0)
    page.choose("Open", OPEN_ARTICLE_2).finish()
    trained = page.outputs()

    page.press("Train")
    shown, buttons = page.status, page.buttons
    page.press("Stop").switch("At once", True).set_number("Seed", 2).set_number("Seed", 1).press("Train")

    # An hour's show is at one of its first epochs now; the whole run is trained in a few milliseconds.
    assert shown.startswith("Epoch 0 of 200")
    assert "Stop" in buttons
    assert page.status.startswith(epochs_done(200, 200))
    assert page.outputs() == trained


def test_a_run_whose_numbers_explode_ends_with_its_reason_and_the_page_lives_on(page):
    page.choose("Output activation", "linear").set_number("Learning rate", 1000.0).finish()
    exploded, answered = " ".join(page.notes), page.outputs()
    ended = page.status

    page.set_number("Learning rate", 0.1).set_number("Epochs", 20).finish()

    linear = nncore.Architecture((3, 1), ("linear",), bias=False)
    assert NOT_FINITE in exploded
    assert "at epoch " in exploded
    assert ended.endswith("ended early")
    assert max(map(len, answered)) < 20  # numbers of a hundred digits are not written out
    assert page.status.startswith(epochs_done(20, 20))
    assert page.outputs() == expected_outputs(
        replace(ARTICLE_1, architecture=linear, optimizer=nncore.SGD(0.1), epochs=20)
    )
