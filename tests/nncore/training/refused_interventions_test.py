"""Interventions that make no sense are refused; those from the start on belong to the run."""

import numpy as np
import pytest

import nncore
from nncore.errors import SettingError, UnknownNameError

from .one_weight import train


@pytest.mark.parametrize(
    ("epoch", "what", "value", "sentence"),
    [
        (-1, "learning_rate", 0.1, r"an intervention's epoch must be a whole number of at least 0\. Got -1"),
        (1.5, "learning_rate", 0.1, r"an intervention's epoch must be a whole number of at least 0\. Got 1\.5"),
        (1, "learning_rate", 0, r"learning_rate must be a positive number\. Got 0 instead"),
        (1, "parameter", 3.0, r"A parameter is changed by \(index, number\)\. Got 3\.0 instead"),
        (1, "parameter", (-1, 3.0), r"the index of a parameter must be a whole number of at least 0\. Got -1"),
        (1, "parameter", (0, np.nan), r"a parameter must be a finite number\. Got nan"),
        (1, "frozen", (0, 1), r"A parameter is frozen by \(index, True\), freed by \(index, False\)\. Got \(0, 1\)"),
        (1, "frozen", (-1, True), r"the index of a parameter must be a whole number of at least 0\. Got -1"),
        (1, "switched_off", 0, r"A neuron is switched off by \(layer, index\)\. Got 0 instead"),
        (1, "switched_off", (0, -1), r"the index of a neuron must be a whole number of at least 0\. Got -1"),
        (1, "layer_learning_rate", 0.1, r"The learning rate of a layer is \(layer, rate\)\. Got 0\.1 instead"),
        (1, "layer_learning_rate", (0, 0), r"a layer's learning rate must be a positive number\. Got 0 instead"),
        (1, "layer_learning_rate", (-1, 0.1), r"a layer must be a whole number of at least 0\. Got -1"),
        (1, "optimizer", "adam", r'An optimizer must be one such as SGD\(learning_rate=0\.1\)\. Got "adam"'),
        (1, "penalty", 0.1, r"A penalty must be L1\(strength\), L2\(strength\) or None\. Got 0\.1"),
    ],
)
def test_a_change_that_makes_no_sense_is_refused(epoch, what, value, sentence):
    with pytest.raises(SettingError, match=sentence):
        nncore.Intervention(epoch, what, value)


def test_an_unknown_change_is_refused_with_the_nearest_one():
    with pytest.raises(UnknownNameError, match='Did you mean "learning_rate"'):
        nncore.Intervention(1, "learning-rate", 0.1)


@pytest.mark.parametrize(
    ("interventions", "sentence"),
    [
        ([nncore.Intervention(5, "penalty", None)], r"An intervention's epoch must be within the run, 0 to 4\. Got 5"),
        (
            [nncore.Intervention(3, "penalty", None), nncore.Intervention(2, "penalty", None)],
            r"interventions must be in the order of their epochs\. Got epoch 2 after epoch 3",
        ),
        (
            [nncore.Intervention(1, "parameter", (1, 0.0))],
            r"The index of a parameter must be below 1, .* Got 1 instead",
        ),
        (
            [nncore.Intervention(1, "layer_learning_rate", (1, 0.1))],
            r"A layer must be below 1, the number of layers with weights\. Got 1 instead",
        ),
        (
            [nncore.Intervention(1, "switched_off", (1, 0))],
            r"The layer of a neuron to be switched off must be below 1: inputs are 0, and outputs stay\. Got 1",
        ),
        (
            [nncore.Intervention(1, "switched_off", (0, 1))],
            r"The index of a neuron must be below 1, the size of its layer\. Got 1",
        ),
        (
            [nncore.Intervention(1, "switched_off", (0, 0)), nncore.Intervention(3, "parameter", (0, 2.0))],
            r"must stay 0 while the neuron is switched off, here neuron 0 of layer 0\. Got another number at epoch 3",
        ),
        (
            [nncore.Intervention(1, "frozen", (1, True))],
            r"The index of a parameter must be below 1, .* Got 1 instead",
        ),
    ],
)
def test_interventions_that_do_not_fit_the_run_are_refused(interventions, sentence):
    with pytest.raises(SettingError, match=sentence):
        train(interventions)


def test_a_penalty_from_epoch_0_on_is_part_of_its_objective():
    run = train([nncore.Intervention(0, "penalty", nncore.L2(0.5))], epochs=0)

    # ½ · 2² + 0.25 · 2² = 3
    assert run.history.objective.tolist() == [3.0]


def test_an_epoch_of_numpy_is_kept_as_a_number_of_python():
    change = nncore.Intervention(np.int64(3), "parameter", (np.int64(1), np.float32(0.5)))

    assert [type(number) for number in (change.epoch, *change.value)] == [int, int, float]
