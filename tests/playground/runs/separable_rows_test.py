"""Whether what a single neuron draws can tell its training rows apart."""

from dataclasses import replace

import pytest

import nncore
from playground.runs.separable_rows import MOST_ROWS, is_separable, why_not_separable

SQUARE = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]


def neuron(inputs, targets, activation="sigmoid", *, bias=True):
    dataset = nncore.Dataset(inputs, [[target] for target in targets])
    architecture = nncore.Architecture((len(inputs[0]), 1), (activation,), bias=bias)
    return nncore.Experiment(dataset, architecture, "half_squared_error", nncore.SGD(1.0), 10)


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu", "linear"])
def test_a_line_tells_and_apart_and_none_tells_xor_apart(activation):
    assert is_separable(neuron(SQUARE, [0, 0, 0, 1], activation)) is True
    assert is_separable(neuron(SQUARE, [0, 1, 1, 0], activation)) is False


def test_nothing_is_said_where_what_is_drawn_is_no_such_line():
    xor = neuron(SQUARE, [0, 1, 1, 0])
    hidden = nncore.Architecture((2, 2, 1), ("sigmoid", "sigmoid"))

    assert is_separable(replace(xor, architecture=hidden)) is None
    assert is_separable(neuron(SQUARE, [0, 1, 1, 0], "sin")) is None
    assert is_separable(neuron(SQUARE, [0, 1, 1, 0.3])) is None
    square = nncore.DerivedColumn.parse("[x]^2", ("x",))
    parabola = nncore.Dataset([[-1.0], [0.0], [1.0]], [[1.0], [0.0], [1.0]], input_names=["x"], derived=[square])
    assert is_separable(replace(xor, dataset=parabola)) is None


def test_without_a_bias_it_is_known_of_tables_that_no_threshold_helps():
    assert is_separable(neuron(SQUARE, [0, 1, 1, 0], bias=False)) is False
    # With a threshold of 0.5 the first row is exactly there, and with a higher one all are on their sides.
    assert is_separable(neuron(SQUARE, [0, 1, 1, 1], bias=False)) is None


def test_the_proof_is_told_of_long_tables_too_with_and_without_a_bias():
    xor = neuron(SQUARE * 250, [0, 1, 1, 0] * 250)
    without = neuron(SQUARE, [0, 1, 1, 0], bias=False)

    assert why_not_separable(xor).startswith("One neuron cannot learn it: ")
    assert "rows 12 and 13 have the same middle point as rows 11 and 14" in why_not_separable(without, (11, 12, 13, 14))


def test_no_reason_is_told_where_there_is_none():
    hidden = nncore.Architecture((2, 2, 1), ("sigmoid", "sigmoid"))

    assert why_not_separable(neuron(SQUARE, [0, 0, 0, 1])) == ""
    assert why_not_separable(replace(neuron(SQUARE, [0, 1, 1, 0]), architecture=hidden)) == ""
    assert why_not_separable(neuron(SQUARE, [0, 1, 1, 0.3])) == ""


def test_a_large_table_is_not_looked_through():
    rows = [[float(row), float(row % 2)] for row in range(MOST_ROWS + 1)]

    assert is_separable(neuron(rows, [row % 2 for row in range(len(rows))])) is None
    assert is_separable(neuron(rows[:-1], [row % 2 for row in range(MOST_ROWS)])) is True
