"""The settings of the hidden layers: how many there are, and of each its neurons and its activation."""

from __future__ import annotations

from collections.abc import Callable

from nncore.name_words import name_words
from nncore.network.activations import ACTIVATIONS
from playground.glossary.glossary import meaning_of
from playground.settings.setting_kinds import Choice, Setting, Values, WholeNumber
from playground.settings.setting_place import SettingPlace, at_first, behind_more, half_a_line_at_first

MOST_HIDDEN_LAYERS = 6
WIDEST_LAYER = 64

ACTIVATION_CHOICES = tuple((name, name_words(name)) for name in ACTIVATIONS)
_HIDDEN_ACTIVATION_CHOICES = tuple(choice for choice in ACTIVATION_CHOICES if choice[0] != "softmax")


def _has_hidden(values: Values) -> bool:
    return bool(values["architecture"] == "hidden_layers")


def _has_layer(number: int) -> Callable[[Values], bool]:
    return lambda values: _has_hidden(values) and values["hidden_layers"] >= number


def _has_several_layers(values: Values) -> bool:
    return bool(values["hidden_layers"] > 1)


def _place_of_size(values: Values) -> SettingPlace:
    if _has_several_layers(values):
        return SettingPlace(at_first=True, abreast=3, shared_label="Neurons in each layer")
    return half_a_line_at_first(values)


def _place_of_activation(values: Values) -> SettingPlace:
    # With several layers they would be as many fields again, and are seldom changed.
    if _has_several_layers(values):
        return behind_more(values)
    return SettingPlace(at_first=True, abreast=2, speaks_for_itself=True)


def _hidden_layer(number: int) -> tuple[Setting, Setting]:
    return (
        WholeNumber(
            f"hidden_{number}_size",
            f"Neurons, layer {number}",
            "How many neurons this hidden layer has; each looks at the whole layer before.",
            3,
            _has_layer(number),
            place=_place_of_size,
            minimum=1,
            maximum=WIDEST_LAYER,
        ),
        Choice(
            f"hidden_{number}_activation",
            f"Activation, layer {number}",
            meaning_of("activation"),
            "sigmoid",
            _has_layer(number),
            place=_place_of_activation,
            choices=_HIDDEN_ACTIVATION_CHOICES,
        ),
    )


HIDDEN_LAYER_SETTINGS: tuple[Setting, ...] = (
    WholeNumber(
        "hidden_layers",
        "Number of hidden layers",
        "How many layers stand between the inputs and the output.",
        1,
        _has_hidden,
        place=at_first,
        minimum=1,
        maximum=MOST_HIDDEN_LAYERS,
    ),
    *(setting for number in range(1, MOST_HIDDEN_LAYERS + 1) for setting in _hidden_layer(number)),
)
