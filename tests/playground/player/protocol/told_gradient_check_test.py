"""The check of the gradient that reaches the player is the core's, at every epoch, and says where nothing can be checked."""

import json
from dataclasses import replace

import pytest

import nncore
from playground.player.protocol.told_gradient_check import told_gradient_check
from playground.runs.live_run import LiveRun

ARTICLE_2 = nncore.articles.hidden_layer()
ENOUGH = 10.0


def run_of(experiment, epochs=20):
    run = LiveRun(3, replace(experiment, epochs=epochs))
    run.advance(epochs, ENOUGH)
    return run


@pytest.mark.parametrize("epoch", [0, 7, 20])
def test_every_number_is_the_core_s(epoch):
    run = run_of(ARTICLE_2)

    told = json.loads(json.dumps(told_gradient_check(run, epoch, ENOUGH), allow_nan=False))

    inputs, targets, _, _ = ARTICLE_2.scaled()
    check = nncore.check_gradient(
        run.trainer.history.network_at(epoch),
        inputs,
        targets,
        loss=ARTICLE_2.loss,
        reduction=ARTICLE_2.reduction,
    )
    assert (told["run"], told["epoch"]) == (3, epoch)
    assert told["analytic"] == check.analytic.tolist()
    assert told["numeric"] == check.numeric.tolist()
    assert told["relative_error"] == check.relative_error.tolist()
    assert told["note"].startswith("Derived and measured agree")


def test_an_input_that_is_always_zero_has_a_weight_whose_derivative_is_too_small_to_check():
    dataset = nncore.Dataset([[0.0, 1.0], [0.0, 2.0]], [[1.0], [0.0]])
    experiment = replace(
        nncore.articles.single_neuron(), dataset=dataset, architecture=nncore.Architecture((2, 1), ("sigmoid",))
    )

    told = told_gradient_check(run_of(experiment), 4, ENOUGH)

    assert told["too_small"] == [True, False, False]
    assert "1 of 3 is too small to check." in told["note"]


def test_a_kink_is_named():
    # At 0 relu has a derivative on one side only: measured is half of it, and h / 4 more.
    dataset = nncore.Dataset([[1.0]], [[-1.0]])
    experiment = nncore.Experiment(
        dataset,
        nncore.Architecture((1, 1), ("relu",), bias=False),
        loss="half_squared_error",
        optimizer=nncore.SGD(1e-9),
        epochs=1,
        interventions=(nncore.Intervention(0, "parameter", (0, 0.0)),),
    )

    note = told_gradient_check(run_of(experiment, 1), 0, ENOUGH)["note"]

    assert note.startswith("For input 1 → target the derivative is 0, but 0.500002 is measured")


def test_what_would_take_too_long_is_said_and_not_done():
    rows = nncore.Dataset([[float(row)] for row in range(1_000)], [[0.0]] * 1_000)
    experiment = replace(ARTICLE_2, dataset=rows, architecture=nncore.Architecture((1, 200, 1), ("tanh", "tanh")))

    told = told_gradient_check(LiveRun(3, experiment), 0, ENOUGH)

    assert told["analytic"] == []
    assert "too large to be checked here" in told["note"]


def test_an_epoch_that_is_not_trained_is_not_told():
    assert told_gradient_check(run_of(ARTICLE_2), 21, ENOUGH) is None


def test_numbers_beyond_all_bounds_are_told_as_none():
    dataset = nncore.Dataset([[1e200]], [[0.0]])
    experiment = nncore.Experiment(
        dataset,
        nncore.Architecture((1, 1), ("linear",), bias=False),
        loss="half_squared_error",
        optimizer=nncore.SGD(1e-9),
        epochs=1,
    )

    told = json.loads(json.dumps(told_gradient_check(LiveRun(3, experiment), 0, ENOUGH), allow_nan=False))

    assert told["relative_error"] == [None]
    assert "nothing to compare" in told["note"]
