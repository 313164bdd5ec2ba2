import pytest

from playground.settings.changed_settings import changed_settings
from playground.settings.settings import DEFAULTS


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"seed": 2}, "Seed: 1 → 2."),
        ({"learning_rate": 0.1, "bias": False}, "Bias: on → off. Learning rate: 1 → 0.1."),
        ({"optimizer": "Adam"}, "Optimizer: gradient descent (SGD) → Adam."),
        ({"learning_rate": 0.000001}, "Learning rate: 1 → 0.000001."),
        ({"seed": 4_294_967_295}, "Seed: 1 → 4294967295."),
        ({"batch_size": 2}, "Batch size: whole table → 2."),
        ({"hidden_2_size": 5}, ""),  # without hidden layers it has no effect
        ({"seed": 2, "bias": False, "learning_rate": 0.1}, "Bias: off. Learning rate: 0.1. Seed: 2."),
        (
            {"architecture": "hidden_layers", "hidden_1_size": 8},
            "Architecture: Single neuron → Hidden layers. Neurons, layer 1: 8.",
        ),
        (
            dict.fromkeys(("epochs", "seed", "batch_size", "learning_rate", "hidden_layers"), 2)
            | {"bias": False, "shuffle": True},
            "",
        ),
        ({}, ""),
    ],
)
def test_what_has_changed_is_told_by_label_with_what_it_was(changed, sentence):
    assert changed_settings(DEFAULTS, {**DEFAULTS, **changed}) == sentence
