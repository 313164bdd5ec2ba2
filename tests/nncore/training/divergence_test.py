"""Why numbers grow beyond all bounds: the bound is the one of the textbook, and what is told to help does help."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import nncore
from nncore.training.divergence import divergence_cause, stable_rate
from nncore.training.plan import TrainingPlan

LINEAR = nncore.Architecture((2, 1), ("linear",))
HOUSES = nncore.Dataset(
    [[2104, 3], [1600, 3], [2400, 3], [1416, 2], [3000, 4]], [[399900], [329900], [369000], [232000], [539900]]
)


def houses(rate=1e-6, architecture=LINEAR, **changes):
    fields = {"epochs": 2000, "reduction": "sum", **changes}
    return nncore.Experiment(HOUSES, architecture, "half_squared_error", nncore.SGD(rate), **fields)


def cause_of(experiment):
    inputs, targets, _, _ = experiment.scaled()
    return divergence_cause(experiment.architecture, experiment.plan, inputs, targets, experiment.optimizer)


# --- the bound --------------------------------------------------------------------------------------------------------

TABLES = st.integers(0, 10_000).map(lambda seed: np.random.RandomState(seed).uniform(-3, 3, (5, 2)))


@settings(max_examples=25, deadline=None)
@given(
    TABLES,
    st.booleans(),
    st.sampled_from(["sum", "mean"]),
    st.sampled_from(["half_squared_error", "mean_squared_error"]),
    st.sampled_from([(0.0, False), (0.6, False), (0.6, True)]),
)
def test_below_the_bound_the_loss_stays_bounded_and_above_it_does_not(inputs, bias, reduction, loss, momentum):
    architecture = nncore.Architecture((2, 1), ("linear",), bias=bias)
    plan = TrainingPlan(loss, nncore.SGD(1.0, *momentum), 3000, reduction=reduction)
    bound = stable_rate(architecture, plan, inputs, plan.optimizer)
    # An eigenvalue that is nearly as large as the largest would need more epochs than there are here.
    features = np.column_stack([inputs, np.ones(5)]) if bias else inputs
    assume(np.linalg.norm(features, 2) > 0.5)

    def ends(rate):
        network = nncore.Network.initialize(architecture, initializer="uniform", seed=3)
        run = nncore.train(
            network, inputs, inputs @ [[1.0], [-2.0]] + 3.0, loss=loss, reduction=reduction, epochs=3000,
            optimizer=nncore.SGD(rate, *momentum),
        )  # fmt: skip
        return run.history.loss

    assert ends(0.97 * bound)[-1] <= ends(0.97 * bound)[0]
    above = ends(1.03 * bound)
    assert above[-1] > 1e6 * above[0]


def test_the_bound_of_a_table_worked_by_hand():
    # Xᵀ X of (1), (2) is 5; no bias; 2 / 5, and of the mean of two rows twice that.
    line = nncore.Architecture((1, 1), ("linear",), bias=False)
    inputs = np.array([[1.0], [2.0]])
    plans = {
        reduction: TrainingPlan("half_squared_error", nncore.SGD(1.0), 1, reduction=reduction)
        for reduction in ("sum", "mean")
    }

    assert {name: stable_rate(line, plan, inputs, plan.optimizer) for name, plan in plans.items()} == {
        "sum": pytest.approx(0.4),
        "mean": pytest.approx(0.8),
    }


@pytest.mark.parametrize("output", ["sigmoid", "tanh"])
def test_where_answers_are_bounded_there_is_no_bound(output):
    plan = TrainingPlan("half_squared_error", nncore.SGD(1.0), 1)

    assert stable_rate(nncore.Architecture((2, 1), (output,)), plan, np.ones((3, 2)), plan.optimizer) is None


# --- the cause --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rate", [1e-6, 1e-3, 1.0])
def test_of_unscaled_inputs_the_inputs_are_named_at_every_rate(rate):
    found = cause_of(houses(rate))

    assert found.kind == "inputs"
    assert found.sentence.startswith("The inputs are too large for this network: they reach 3,000. Scale the inputs")


@pytest.mark.parametrize("rate", [1e-6, 1e-3, 1.0])
def test_what_is_told_helps(rate):
    broken = houses(rate)
    found = cause_of(broken)
    assert broken.run().stop_reason.kind == "not_finite"

    below = min(rate, 0.9 * found.stable_rate)
    mended = replace(broken, input_scaling="standard", optimizer=nncore.SGD(below)).run()

    assert ("learning rate below" in found.sentence) == (rate > found.stable_rate)
    assert mended.stop_reason.kind == "epochs"
    assert mended.history.loss[-1] < mended.history.loss[0]


def test_houses_with_both_scaled_are_learnt():
    run = houses(0.1, input_scaling="standard", target_scaling="standard", epochs=5000).run()

    assert run.predict([[1650, 3]]).item() == pytest.approx(345105.116, abs=1e-3)


def test_the_stop_reason_of_a_run_says_the_cause():
    sentence = houses().run().stop_reason.sentence

    assert sentence.startswith("The numbers stopped being finite at epoch ")
    assert sentence.endswith("they reach 3,000. Scale the inputs to mean 0 and deviation 1.")
    assert "learning rate" not in sentence


def test_of_scaled_inputs_the_rate_is_named_with_one_that_is_stable():
    scaled = houses(1.0, input_scaling="standard", target_scaling="standard")
    found = cause_of(scaled)

    assert found.kind == "learning_rate"
    assert found.sentence == "A learning rate of 1 is probably too large. Below 0.2 it is stable."
    assert found.stable_rate > 0.2
    assert replace(scaled, optimizer=nncore.SGD(0.2)).run().stop_reason.kind == "epochs"


def test_behind_a_hidden_layer_of_tanh_large_targets_are_named_and_large_inputs_are_not():
    hidden = nncore.Architecture((2, 3, 1), ("tanh", "linear"))
    broken = houses(0.2, hidden, input_scaling="standard")
    found = cause_of(broken)

    assert broken.run().stop_reason.kind == "not_finite"
    assert found.kind == "targets"
    assert "they reach 539,900. Scale the targets to mean 0" in found.sentence
    below = replace(broken, target_scaling="standard", optimizer=nncore.SGD(0.9 * found.stable_rate))
    assert below.run().stop_reason.kind == "epochs"


def test_with_a_hidden_layer_of_relu_both_are_named():
    hidden = nncore.Architecture((2, 3, 1), ("relu", "linear"))

    assert "Scale the inputs and the targets to mean 0" in cause_of(houses(0.01, hidden)).sentence


def test_where_no_bound_is_known_a_smaller_rate_is_proposed():
    adam = replace(houses(input_scaling="standard"), optimizer=nncore.Adam(1000.0))

    assert cause_of(adam).sentence == "A learning rate of 1000 is probably too large. Try a tenth of it."


def test_enormous_inputs_give_a_cause_and_no_warning():
    plan = TrainingPlan("half_squared_error", nncore.SGD(1.0), 1)
    inputs = np.array([[1e300, 1.0], [-1e300, 2.0]])

    assert divergence_cause(LINEAR, plan, inputs, np.ones((2, 1)), plan.optimizer).kind == "inputs"
