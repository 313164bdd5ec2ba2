"""Whether what a single neuron draws can tell its training rows apart."""

from dataclasses import replace

import pytest

import nncore
from playground.runs.separable_rows import MOST_ROWS, is_separable

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
    assert is_separable(neuron(SQUARE, [0, 1, 1, 0], bias=False)) is None
    assert is_separable(neuron(SQUARE, [0, 1, 1, 0.3])) is None
    square = nncore.DerivedColumn.parse("[x]^2", ("x",))
    parabola = nncore.Dataset([[-1.0], [0.0], [1.0]], [[1.0], [0.0], [1.0]], input_names=["x"], derived=[square])
    assert is_separable(replace(xor, dataset=parabola)) is None


def test_a_large_table_is_not_looked_through():
    rows = [[float(row), float(row % 2)] for row in range(MOST_ROWS + 1)]

    assert is_separable(neuron(rows, [row % 2 for row in range(len(rows))])) is None
    assert is_separable(neuron(rows[:-1], [row % 2 for row in range(MOST_ROWS)])) is True
