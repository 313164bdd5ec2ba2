"""Declare every setting once: its name, label, help, limits and default.

Widgets and checks are made from these declarations, whose kinds are in `setting_kinds`; `build` turns the values into an
experiment. What a setting means is told in the words of the field, its symbol in the help.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nncore.network.initializers import LARGEST_SEED
from playground.glossary.glossary import meaning_of
from playground.settings.hidden_layer_settings import (
    ACTIVATION_CHOICES,
    HIDDEN_LAYER_SETTINGS,
    MOST_HIDDEN_LAYERS,
    WIDEST_LAYER,
)
from playground.settings.setting_kinds import Choice, Number, Setting, Switch, Values, WholeNumber
from playground.settings.setting_place import at_first, half_a_line_at_first

__all__ = [
    "BY_NAME",
    "DEFAULTS",
    "LONGEST_RUN",
    "MOST_HIDDEN_LAYERS",
    "SETTINGS",
    "WIDEST_LAYER",
    "Choice",
    "Number",
    "Setting",
    "Switch",
    "Values",
    "WholeNumber",
]

LONGEST_RUN = 1_000_000


def _optimizer_is(*names: str) -> Callable[[Values], bool]:
    return lambda values: values["optimizer"] in names


_SCALING_CHOICES = (
    ("none", "none"),
    ("min_max", "to 0…1"),
    ("standard", "mean 0, deviation 1"),
    ("max_abs", "largest size 1"),
)


SETTINGS: tuple[Setting, ...] = (
    Choice(
        "architecture",
        "Architecture",
        "A single neuron looks at the inputs directly. Hidden layers stand in between.",
        "single_neuron",
        place=at_first,
        choices=(("single_neuron", "Single neuron"), ("hidden_layers", "Hidden layers")),
        radio=True,
    ),
    *HIDDEN_LAYER_SETTINGS,
    Switch("bias", "Bias", meaning_of("bias"), True, place=at_first),
    Choice(
        "output_activation",
        "Output activation",
        "The function that bends the output's weighted sum z: sigmoid answers between 0 and 1, linear anything.",
        "sigmoid",
        choices=ACTIVATION_CHOICES,
    ),
    Number(
        "learning_rate",
        "Learning rate",
        meaning_of("learning rate"),
        1.0,
        place=half_a_line_at_first,
        minimum=0.000001,
        maximum=1000.0,
    ),
    WholeNumber(
        "epochs",
        "Epochs",
        meaning_of("epoch"),
        1000,
        place=half_a_line_at_first,
        minimum=1,
        maximum=LONGEST_RUN,
    ),
    WholeNumber(
        "seed",
        "Seed",
        meaning_of("seed"),
        1,
        place=half_a_line_at_first,
        maximum=LARGEST_SEED,
    ),
    Choice(
        "input_scaling",
        "Scaling of inputs",
        "How each input column is scaled before the network sees it; measured on the training rows.",
        "none",
        choices=_SCALING_CHOICES,
        consequence="The switch above shows the inputs as they were typed, or as the network sees them.",
    ),
    Choice(
        "target_scaling",
        "Scaling of targets",
        "How the target is scaled before the network learns it; answers are scaled back.",
        "none",
        choices=_SCALING_CHOICES,
        consequence="Outputs are scaled back: they are shown in the unit of the target.",
    ),
    Choice(
        "test_scaling",
        "Test rows are scaled",
        "The inputs of test rows: by the training rows' range, as anything new would be; or by their own range, as "
        "article 2 does, which asks the network another question.",
        "train",
        lambda values: values["input_scaling"] != "none",
        choices=(("train", "by the training rows"), ("own", "by their own range")),
    ),
    Choice(
        "loss",
        "Loss",
        meaning_of("loss"),
        "half_squared_error",
        choices=(
            ("half_squared_error", "half squared error"),
            ("mean_squared_error", "mean squared error"),
            ("mean_absolute_error", "mean absolute error"),
            ("huber", "Huber"),
            ("binary_cross_entropy", "binary cross-entropy"),
            ("categorical_cross_entropy", "categorical cross-entropy"),
        ),
    ),
    Choice(
        "reduction",
        "Loss over rows",
        "The articles sum. A mean keeps the size of a step independent of the number of rows.",
        "mean",
        choices=(("sum", "sum"), ("mean", "mean")),
    ),
    Choice(
        "optimizer",
        "Optimizer",
        meaning_of("optimizer"),
        "SGD",
        choices=(
            ("SGD", "gradient descent (SGD)"),
            ("Adam", "Adam"),
            ("RMSProp", "RMSProp"),
            ("Adagrad", "Adagrad"),
        ),
    ),
    Number(
        "momentum",
        "Momentum",
        meaning_of("momentum"),
        0.0,
        _optimizer_is("SGD"),
        maximum=0.9999,
    ),
    Switch(
        "nesterov",
        "Nesterov momentum",
        "Look ahead along the last step before measuring the gradient.",
        False,
        lambda values: values["optimizer"] == "SGD" and values["momentum"] > 0,
    ),
    Choice(
        "initializer",
        "Starting weights",
        "How the weights are drawn; biases start at 0.",
        "uniform",
        choices=(
            ("uniform", "uniform in −1…1"),
            ("glorot_uniform", "Glorot uniform"),
            ("he_normal", "He normal"),
            ("zeros", "all zero"),
        ),
    ),
    WholeNumber(
        "batch_size",
        "Batch size",
        "Rows per update; left empty, every update uses the whole table.",
        None,
        minimum=1,
        maximum=1000,
        empty="whole table",
    ),
    Switch(
        "shuffle",
        "Shuffle the rows",
        "Show the rows in another order in every epoch.",
        False,
        lambda values: values["batch_size"] is not None,
    ),
    Choice(
        "penalty",
        "Penalty on weights",
        "L2 adds λ/2 · Σ w² to the loss, L1 adds λ · Σ |w|; biases are free.",
        "none",
        choices=(("none", "none"), ("L2", "L2"), ("L1", "L1")),
    ),
    Number(
        "penalty_strength",
        "Strength of the penalty",
        "How much large weights cost, λ.",
        0.01,
        lambda values: values["penalty"] != "none",
        maximum=1000.0,
    ),
    Number(
        "clip_norm",
        "Gradient clipping (norm)",
        "A longer gradient is shortened to this length before the update.",
        None,
        minimum=0.000001,
        maximum=1000.0,
        empty="no limit",
    ),
    Number(
        "stop_loss",
        "Stop at loss",
        "End the run as soon as the training loss is this small.",
        None,
        maximum=1000.0,
        empty="never",
    ),
    WholeNumber(
        "stop_patience",
        "Stop without improvement for",
        "End the run after this many epochs in a row without a new lowest loss.",
        None,
        minimum=1,
        maximum=LONGEST_RUN,
        empty="never",
    ),
    WholeNumber(
        "stop_validation_patience",
        "Stop by validation loss after",
        "End the run after this many epochs in a row without a new lowest loss over the validation rows, which are split off "
        "above the test table. Nothing is learnt from them, but they decide how long is learnt: known as early stopping.",
        None,
        minimum=1,
        maximum=LONGEST_RUN,
        empty="never",
    ),
)

BY_NAME: Mapping[str, Setting] = {setting.name: setting for setting in SETTINGS}

DEFAULTS: Mapping[str, Any] = {setting.name: setting.default for setting in SETTINGS}
