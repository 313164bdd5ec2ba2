"""Trained weights that were changed in a saved file are never taken without a word, and nobody else is told so."""

import json
from dataclasses import replace

import pytest

from playground.document.file import file_of
from playground.document.trained_weights import TrainedWeights
from playground.gallery import gallery
from playground.page.opened_file import open_file
from playground.page.page_state import PageState
from playground.page.sent_weights import NOT_REACHED
from playground.page.undo import undo
from playground.runs.budget import Budget
from playground.runs.live_run import LiveRun

ARTICLE_1, ARTICLE_2 = gallery()[:2]
SAVED = replace(ARTICLE_2, title="Saved", experiment=replace(ARTICLE_2.experiment, epochs=300))


def saved(document=SAVED, epoch=None):
    """Return what a file holds of a document whose run is trained as far as an epoch, or to its end."""
    run = LiveRun(1, document.experiment)
    run.advance(document.experiment.epochs if epoch is None else epoch, 60)
    trained = TrainedWeights(run.trainer.network, run.trainer.epoch)
    return json.loads(file_of(replace(document, fingerprint=run.fingerprint), trained))


def opened(record):
    """Return a page on which a file was opened, trained to its end."""
    state = PageState(ARTICLE_1)
    assert open_file(state, "1", json.dumps(record).encode())
    state.open.run.advance(state.open.run.experiment.epochs, 60)
    return state


def changed(part, value):
    """Return a file in whose trained weights something is another."""
    record = saved()
    record["trained"][part] = value(record["trained"][part]) if callable(value) else value
    return record


def with_first_weight(by):
    """Return what adds a number to the first weight of all."""
    return lambda layers: [[[layers[0][0][0] + by, *layers[0][0][1:]], *layers[0][1:]], *layers[1:]]


@pytest.mark.parametrize(
    "record",
    [
        changed("weights", with_first_weight(0.001)),
        changed("weights", with_first_weight(1e-6)),
        changed("weights", lambda layers: layers[:-1]),
        changed("weights", lambda layers: [layers[0][:-1], *layers[1:]]),
        changed("weights", [[["<b>two</b>"]]]),
        changed("weights", [[[10**400]]]),
        changed("weights", [[[True]]]),
        changed("weights", None),
        changed("weights", {}),
        changed("biases", [[0.0] * 3, [0.0]]),
        changed("biases", "none"),
        changed("epoch", 299),
        changed("epoch", 301),
        changed("epoch", -1),
        changed("epoch", 10**30),
        changed("epoch", "last"),
        saved() | {"trained": "weights"},
        saved() | {"trained": []},
        saved() | {"trained": None},
    ],
    ids=range(19),
)
def test_weights_that_its_run_does_not_reach_are_told_and_not_shown(record):
    state = opened(record)

    assert state.open.weights_not_reached == NOT_REACHED
    assert state.open.run.trainer.network.parameters.tolist() == SAVED.experiment.run().network.parameters.tolist()


def test_a_setting_changed_in_the_file_leads_to_other_weights_than_stand_in_it():
    record = saved()
    record["document"]["experiment"]["seed"] += 1

    assert opened(record).open.weights_not_reached == NOT_REACHED


@pytest.mark.parametrize(
    "record",
    [
        saved(),
        saved(epoch=120),
        saved(epoch=0),
        changed("epoch", None),
        changed("weights", with_first_weight(1e-13)),
        {name: part for name, part in saved().items() if name != "trained"},
        SAVED.to_dict(),
    ],
    ids=range(7),
)
def test_a_file_as_it_was_saved_opens_without_a_word(record):
    assert opened(record).open.weights_not_reached == ""


def test_it_is_said_once_the_run_has_ended_and_until_something_is_changed():
    state = PageState(ARTICLE_1)
    state.budget = Budget(0.0)
    assert open_file(state, "1", json.dumps(changed("weights", with_first_weight(1.0))).encode())
    state.open.run.advance(state.open.run.experiment.epochs, 60)
    assert state.open.weights_not_reached == NOT_REACHED

    state.show(replace(state.open.run.experiment, seed=5))
    state.open.run.advance(300, 60)

    assert state.open.weights_not_reached == ""
    undo(state)
    assert state.open.sent_weights is None or state.open.weights_not_reached == ""


def test_the_page_says_it_above_the_pictures(page):
    state = page.client.session_state["playground"]

    open_file(state, "1", json.dumps(changed("weights", with_first_weight(1.0))).encode())
    page.step().finish()

    assert page.header["notice"] == NOT_REACHED
    page.type("training", 1, "input 2", "0,5").finish()
    assert page.header["notice"] == ""
