import numpy as np
import pytest

import nncore
from nncore.number_text import sentence_number
from nncore.training.optimizers import OPTIMIZERS
from nncore.training.plan import TrainingPlan
from nncore.training.warnings import HUGE_LEARNING_RATES, find_warnings


def found(activation="sigmoid", target=0.5, optimizer=None):
    plan = TrainingPlan(loss="half_squared_error", optimizer=optimizer or nncore.SGD(0.1), epochs=10)
    return find_warnings(nncore.Architecture((1, 1), (activation,)), np.array([[0.5], [target]]), plan)


@pytest.mark.parametrize(
    ("activation", "target"),
    [("sigmoid", 0.0), ("sigmoid", 1.0), ("tanh", -1.0), ("relu", 1e9), ("linear", -1e9), ("leaky_relu", -3.0)],
)
def test_targets_within_reach_are_no_reason_for_a_warning(activation, target):
    assert found(activation, target) == ()


@pytest.mark.parametrize(
    ("activation", "target", "sentence"),
    [
        ("sigmoid", 5.0, "The target 5 can never be reached: sigmoid answers between 0 and 1."),
        ("tanh", -1.5, "The target −1.5 can never be reached: tanh answers between −1 and 1."),
        ("relu", -2.0, "The target −2 can never be reached: relu answers nothing below 0."),
        ("softplus", -2.0, "The target −2 can never be reached: softplus answers nothing below 0."),
        ("elu", -2.0, "The target −2 can never be reached: elu answers nothing below −1."),
        ("sin", 3.0, "The target 3 can never be reached: sin answers between −1 and 1."),
    ],
)
def test_targets_out_of_reach_are_told_with_a_mend(activation, target, sentence):
    assert found(activation, target) == (f"{sentence} Scale the targets, or choose linear outputs.",)


def test_softmax_with_a_single_output_is_told_to_be_useless():
    # e^z / e^z is 1, whatever z is.
    assert found("softmax") == ("Softmax with one output always answers 1, so nothing can be learnt. Choose sigmoid.",)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_a_huge_learning_rate_is_told_for_every_optimizer(name):
    limit = HUGE_LEARNING_RATES[name]

    assert found(optimizer=OPTIMIZERS[name](limit)) == ()
    too_large = f"A learning rate of {sentence_number(2 * limit)} is very large"
    assert found(optimizer=OPTIMIZERS[name](2 * limit))[0].startswith(too_large)


def test_a_huge_learning_rate_is_told_with_one_to_begin_with():
    assert found(optimizer=nncore.Adam(2.0))[0].endswith(
        "each step will probably go much too far. Take a smaller one, such as 0.01."
    )


def test_two_things_may_be_unwise_at_once():
    assert len(found("sigmoid", 5.0, nncore.SGD(1e6))) == 2
