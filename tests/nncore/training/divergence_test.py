"""Why numbers grow beyond all bounds: the bound is the one of the textbook, and what is told to help does help."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import nncore
from nncore.number_text import sentence_number
from nncore.training.divergence import divergence_cause, stable_rate
from nncore.training.plan import TrainingPlan

from ..near_the_largest import NEAR_THE_LARGEST

LINEAR = nncore.Architecture((2, 1), ("linear",))
HOUSES = nncore.Dataset(
    [[2104, 3], [1600, 3], [2400, 3], [1416, 2], [3000, 4]], [[399900], [329900], [369000], [232000], [539900]]
)


def houses(rate=1e-6, architecture=LINEAR, **changes):
    fields = {"epochs": 2000, "reduction": "sum", **changes}
    return nncore.Experiment(HOUSES, architecture, "half_squared_error", nncore.SGD(rate), **fields)


def cause_of(experiment):
    inputs, targets, _, _ = experiment.scaled()
    return divergence_cause(experiment.architecture, experiment.plan, inputs, targets, experiment.plan.in_force(0))


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
    bound = stable_rate(architecture, plan, inputs, plan.in_force(0))
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

    assert {name: stable_rate(line, plan, inputs, plan.in_force(0)) for name, plan in plans.items()} == {
        "sum": pytest.approx(0.4),
        "mean": pytest.approx(0.8),
    }


@pytest.mark.parametrize("output", ["sigmoid", "tanh"])
def test_where_answers_are_bounded_there_is_no_bound(output):
    plan = TrainingPlan("half_squared_error", nncore.SGD(1.0), 1)

    assert stable_rate(nncore.Architecture((2, 1), (output,)), plan, np.ones((3, 2)), plan.in_force(0)) is None


@settings(max_examples=60, deadline=None)
@given(
    TABLES,
    st.booleans(),
    st.sampled_from(["sum", "mean"]),
    st.sampled_from(["half_squared_error", "mean_squared_error"]),
    st.sampled_from([None, 1, 2, 3]),
    st.booleans(),
    st.sampled_from([None, nncore.L2(0.3), nncore.L2(100.0)]),
    st.floats(1, 8),
)
def test_below_what_is_said_to_be_stable_nothing_grows(
    inputs, bias, reduction, loss, batch_size, shuffle, penalty, length
):
    inputs = inputs * np.array([[length], [1], [1], [1], [1]])  # one row further out than the others
    architecture = nncore.Architecture((2, 1), ("linear",), bias=bias)
    fields = {"loss": loss, "reduction": reduction, "batch_size": batch_size, "shuffle": shuffle, "penalty": penalty}
    plan = TrainingPlan(optimizer=nncore.SGD(1.0), epochs=300, **fields)
    rate = 0.9 * stable_rate(architecture, plan, inputs, plan.in_force(0))

    network = nncore.Network.initialize(architecture, initializer="uniform", seed=3)
    targets = np.array([[1.0], [-2.0], [0.5], [3.0], [0.0]])
    run = nncore.train(network, inputs, targets, optimizer=nncore.SGD(rate), epochs=300, **fields)

    assert run.stop_reason.kind == "epochs"
    assert run.history.loss[150:].max() <= 10 * run.history.loss[:150].max()


def test_the_bound_of_mini_batches_is_that_of_the_longest_row():
    # One row of 3, nine of −1/3; the longest row curves the loss by 9, and by 1 more with its bias.
    inputs = np.array([[3.0]] + [[-1 / 3]] * 9)
    plan = TrainingPlan("half_squared_error", nncore.SGD(2.2), 100, batch_size=1)

    assert stable_rate(nncore.Architecture((1, 1), ("linear",)), plan, inputs, plan.in_force(0)) == pytest.approx(0.2)


def test_a_penalty_takes_its_strength_from_what_the_table_leaves():
    # Xᵀ X of (1), (2) is 5, the mean of two rows halves it: 2 / (2.5 + 7.5).
    line = nncore.Architecture((1, 1), ("linear",), bias=False)
    plan = TrainingPlan("half_squared_error", nncore.SGD(1.0), 1, penalty=nncore.L2(7.5))

    assert stable_rate(line, plan, np.array([[1.0], [2.0]]), plan.in_force(0)) == pytest.approx(0.2)


def test_with_momentum_and_mini_batches_nothing_is_promised():
    plan = TrainingPlan("half_squared_error", nncore.SGD(1.0, 0.9), 1, batch_size=1)

    assert stable_rate(LINEAR, plan, np.ones((3, 2)), plan.in_force(0)) is None


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

    assert cause_of(adam).sentence == "A learning rate of 1,000 is probably too large. Try a tenth of it."


def test_enormous_inputs_give_a_cause_and_no_warning():
    plan = TrainingPlan("half_squared_error", nncore.SGD(1.0), 1)
    inputs = np.array([[1e300, 1.0], [-1e300, 2.0]])

    assert divergence_cause(LINEAR, plan, inputs, np.ones((2, 1)), plan.in_force(0)).kind == "inputs"


# The columns correlate by 0.8806, so the mean curves the loss by 1.8806, and a rate of 2 / 1.8806 = 1.06 or more is too large.
SCALED = houses(2.0, input_scaling="standard", target_scaling="standard", reduction="mean")


# --- numbers near the largest float -----------------------------------------------------------------------------------


def test_inputs_near_the_largest_float_end_the_run_with_a_true_sentence_and_are_scaled_as_it_says():
    reason = NEAR_THE_LARGEST.run().stop_reason

    assert reason.kind == "not_finite"
    assert (
        "The inputs are too large for this network: they reach 1.7\xa0·\xa010³⁰⁸. Scale the inputs" in reason.sentence
    )
    mended = replace(NEAR_THE_LARGEST, input_scaling="standard").run()
    assert mended.stop_reason.kind == "epochs"
    assert mended.history.loss[-1] < mended.history.loss[0]


def test_inputs_whose_squares_are_no_floats_are_named_behind_a_bounded_layer_too():
    hidden = replace(NEAR_THE_LARGEST, architecture=nncore.Architecture((1, 2, 1), ("tanh", "linear")))

    assert cause_of(hidden).kind == "inputs"


@pytest.mark.parametrize("hidden", [(), ("tanh",), ("relu",)], ids=["no hidden layer", "tanh", "relu"])
@pytest.mark.parametrize("number", [1e160, -1e200])
def test_a_weight_that_was_set_too_large_is_named_and_not_the_rate(hidden, number):
    architecture = nncore.Architecture((2, *(3 for _ in hidden), 1), (*hidden, "linear"))
    output_bias = architecture.parameter_count - 1
    by_hand = nncore.Intervention(5, "parameter", (output_bias, number))
    run = replace(SCALED, architecture=architecture, optimizer=nncore.SGD(0.01), interventions=(by_hand,)).run()

    assert run.stop_reason.kind == "not_finite"
    assert run.stop_reason.sentence.endswith(
        f"A weight or bias was set to {sentence_number(number)} at epoch 5: that is too large. Set it to a smaller number."
    )


def test_a_rate_that_is_stable_is_not_put_down_as_the_cause():
    found = cause_of(replace(SCALED, optimizer=nncore.SGD(0.01)))

    assert found.kind == "weights"
    assert (
        found.sentence == "It is not the learning rate: the weights are too large for this table. Write smaller ones."
    )


# --- penalties and rates of layers ------------------------------------------------------------------------------------


def ends(experiment):
    return experiment.run().stop_reason


@pytest.mark.parametrize(
    ("rate", "mend"),
    [
        (2.0, "200, must stay below 2. Take no penalty, and take a learning rate below 1."),
        (1.0, "100, must stay below 2. Take a strength below 0.11."),
        (0.1, "10, must stay below 2. Take a strength below 18."),
    ],
)
def test_a_penalty_that_makes_weights_grow_is_named_and_what_is_told_helps(rate, mend):
    broken = replace(SCALED, penalty=nncore.L2(100.0), optimizer=nncore.SGD(rate))

    assert ends(broken).kind == "not_finite"
    assert cause_of(broken).kind == "penalty"
    assert ends(broken).sentence.endswith(
        f"The penalty is too strong for a learning rate of {sentence_number(rate)}: the two multiplied, {mend}"
    )
    mended = replace(broken, penalty=None, optimizer=nncore.SGD(0.99))
    if "strength" in mend:
        mended = replace(broken, penalty=nncore.L2(0.99 * float(mend.split()[-1][:-1])))
    assert ends(mended).kind == "epochs"


def test_of_an_l1_penalty_the_size_of_its_steps_is_named():
    broken = replace(SCALED, penalty=nncore.L1(1e200), optimizer=nncore.SGD(0.1))

    assert ends(broken).kind == "not_finite"
    assert ends(broken).sentence.endswith("each update moves every weight by 10¹⁹⁹. Take a far smaller strength.")


def test_a_rate_that_only_one_layer_has_is_named_with_the_layer():
    of_the_layer = nncore.Intervention(0, "layer_learning_rate", (0, 50.0))
    broken = replace(SCALED, optimizer=nncore.SGD(0.1), interventions=(of_the_layer,))

    assert ends(broken).kind == "not_finite"
    assert ends(broken).sentence.endswith(
        "A learning rate of 50 in the layer Output is probably too large. Below 1 it is stable."
    )


def test_behind_relu_the_layer_with_the_largest_rate_is_named():
    of_the_layer = nncore.Intervention(0, "layer_learning_rate", (0, 50.0))
    hidden = nncore.Architecture((2, 3, 1), ("relu", "linear"))
    broken = replace(SCALED, architecture=hidden, optimizer=nncore.SGD(0.1), interventions=(of_the_layer,))

    assert ends(broken).kind == "not_finite"
    assert ends(broken).sentence.endswith(
        "A learning rate of 50 in the layer Hidden is probably too large. Try a tenth of it."
    )


def test_each_plan_in_force_has_a_cause_of_its_own():
    weaker = nncore.Intervention(5, "penalty", None)
    population = replace(SCALED, penalty=nncore.L2(1e3), interventions=(weaker,)).sweep(range(3))

    assert all("A learning rate of 2 is probably too large." in reason.sentence for reason in population.stop_reasons)
