"""What is written about a formula for the reader is what the machine computes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore.explanation.arithmetic import applied, value_of
from nncore.formulas import Formula
from nncore.losses.losses import LOSSES
from nncore.network.activations import ACTIVATIONS

ELEMENTWISE = [one for one in ACTIVATIONS.values() if one.derivative is not None]
PLAIN_LOSSES = [one for one in LOSSES.values() if one.least_outputs == 1]


@pytest.mark.parametrize("activation", ELEMENTWISE, ids=lambda one: one.name)
@given(st.floats(-50, 50))
def test_an_activation_and_its_derivative(activation, z):
    pre_activation = np.array([z])
    value = activation.value(pre_activation)

    written = Formula.parse(activation.formula, ["z"]).values([[z]], ["z"])
    names, numbers = ["z", "a"], [[z, value.item()]]
    derivative = Formula.parse(activation.derivative_formula, names).values(numbers, names)

    np.testing.assert_allclose(written, value, rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(derivative, activation.derivative(pre_activation, value), rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("loss", PLAIN_LOSSES, ids=lambda one: one.name)
@given(st.floats(-50, 50), st.floats(0, 1))
def test_what_one_output_adds_to_a_loss_and_its_derivative(loss, score, target):
    output = score if loss.output_activation is None else 1 / (1 + np.exp(-score))
    terms = {"z": score, "y": output, "t": target, "e": output - target}
    names = {name: name for name in terms}

    part = value_of(applied(loss.parts.part, names), terms)
    derivative = value_of(applied(loss.parts.derivative, names), terms)

    np.testing.assert_allclose(part, loss.values(np.array([score]), np.array([target])), rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(
        derivative, loss.gradient(np.array([output]), np.array([target]))[0], rtol=1e-12, atol=1e-15
    )


@pytest.mark.parametrize(
    "formula", [one.formula for one in ELEMENTWISE] + [one.derivative_formula for one in ELEMENTWISE]
)
def test_a_formula_is_written_as_it_is_read(formula):
    assert Formula.parse(formula, ["z", "a"]).text == formula
