import math
import re
from dataclasses import replace

import pytest
from hypothesis import given

from nncore.data.scaling import SCALERS
from nncore.errors import NeuralNetworkError
from nncore.experiment.experiment import TEST_SCALINGS
from nncore.losses.losses import LOSSES, REDUCTIONS
from nncore.network.activations import ACTIVATIONS
from nncore.network.initializers import INITIALIZERS
from nncore.training.optimizers import OPTIMIZERS
from playground.settings.settings import (
    BY_NAME,
    DEFAULTS,
    MOST_HIDDEN_LAYERS,
    SETTINGS,
    Choice,
    Number,
    Switch,
    WholeNumber,
)

from ..setting_values import all_values, values_of

MOST_AT_FIRST = 8
HIDDEN_ACTIVATIONS = [f"hidden_{number}_activation" for number in range(1, MOST_HIDDEN_LAYERS + 1)]

each_setting = pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)


def test_no_two_settings_have_the_same_name_or_the_same_label():
    assert len({setting.name for setting in SETTINGS}) == len(SETTINGS)
    assert len({setting.label for setting in SETTINGS}) == len(SETTINGS)


def test_a_setting_is_found_by_its_name():
    assert [BY_NAME[setting.name] for setting in SETTINGS] == list(SETTINGS)
    assert {name: setting.default for name, setting in BY_NAME.items()} == DEFAULTS


@each_setting
def test_a_setting_accepts_its_own_default(setting):
    accepted = setting.checked(setting.default)

    assert accepted == setting.default
    assert type(accepted) is type(setting.default)


@each_setting
def test_a_setting_says_what_it_means_in_a_sentence(setting):
    assert setting.label
    assert setting.help.endswith(".")


@pytest.mark.parametrize(
    "setting", [setting for setting in SETTINGS if isinstance(setting, Choice)], ids=lambda s: s.name
)
def test_the_choices_of_a_setting_can_be_told_apart(setting):
    values, labels = zip(*setting.choices, strict=True)

    assert len(set(values)) == len(values) >= 2
    assert len(set(labels)) == len(labels)
    assert [setting.label_of(value) for value in values] == list(labels)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("output_activation", ACTIVATIONS),
        # Softmax makes a layer's activations sum to 1: it answers which class, and means nothing inside a network.
        *((name, [known for known in ACTIVATIONS if known != "softmax"]) for name in HIDDEN_ACTIVATIONS),
        ("loss", LOSSES),
        ("reduction", REDUCTIONS),
        ("optimizer", OPTIMIZERS),
        ("initializer", INITIALIZERS),
        ("input_scaling", SCALERS),
        ("target_scaling", SCALERS),
        ("test_scaling", TEST_SCALINGS),
    ],
)
def test_everything_the_mathematics_knows_is_offered_and_nothing_else(name, known):
    assert {value for value, _ in BY_NAME[name].choices} == set(known)


@pytest.mark.parametrize("count", range(MOST_HIDDEN_LAYERS + 1))
def test_at_most_eight_settings_are_shown_at_first_however_many_layers_there_are(count):
    architecture = "hidden_layers" if count else "single_neuron"
    values = {**DEFAULTS, "architecture": architecture, "hidden_layers": max(count, 1)}

    shown = [setting for setting in SETTINGS if setting.place(values).at_first and setting.applies(values)]
    # Fields under one label are one setting of several numbers.
    labels = {setting.place(values).shared_label or setting.label for setting in shown}

    assert {"architecture", "learning_rate", "epochs", "seed"} <= {setting.name for setting in shown}
    assert sum(setting.name.endswith("_size") and setting.name.startswith("hidden") for setting in shown) == count
    assert len(labels) <= MOST_AT_FIRST


@given(all_values())
def test_whether_a_setting_applies_can_be_told_for_all_values_there_are(values):
    shown = [setting.applies(values) for setting in SETTINGS]

    assert all(isinstance(applies, bool) for applies in shown)
    assert BY_NAME["architecture"].applies(values)


@pytest.mark.parametrize("count", range(1, MOST_HIDDEN_LAYERS + 1))
def test_as_many_hidden_layers_are_shown_as_there_are(count):
    values = {**DEFAULTS, "architecture": "hidden_layers", "hidden_layers": count}

    shown = [setting.name for setting in SETTINGS if setting.applies(values)]

    assert [name for name in shown if name.endswith("_size") and name.startswith("hidden")] == [
        f"hidden_{number}_size" for number in range(1, count + 1)
    ]


@each_setting
def test_a_setting_accepts_every_value_it_offers(setting):
    @given(values_of(setting))
    def accepts(value):
        assert setting.checked(value) == value

    accepts()


@pytest.mark.parametrize("setting", [s for s in SETTINGS if isinstance(s, Number | WholeNumber)], ids=lambda s: s.name)
def test_a_number_beyond_its_limits_is_refused_by_its_label(setting):
    step = 1 if isinstance(setting, WholeNumber) else setting.maximum * 1e-9

    for beyond in (setting.minimum - step, setting.maximum + step, "1", True, math.nan, math.inf):
        with pytest.raises(NeuralNetworkError, match=f"^{re.escape(setting.label)} must be .* instead"):
            setting.checked(beyond)


@pytest.mark.parametrize("setting", [s for s in SETTINGS if isinstance(s, Number | WholeNumber)], ids=lambda s: s.name)
def test_a_number_may_be_left_out_only_if_something_is_shown_in_its_place(setting):
    left_out = replace(setting, empty="nothing")

    assert left_out.checked(None) is None
    with pytest.raises(NeuralNetworkError, match="Got None instead"):
        replace(setting, empty=None).checked(None)


@pytest.mark.parametrize("setting", [s for s in SETTINGS if isinstance(s, Choice)], ids=lambda s: s.name)
def test_a_choice_that_is_not_offered_is_refused_by_the_label(setting):
    with pytest.raises(NeuralNetworkError, match=f'"elsewhere" is not a known choice for {setting.label}'):
        setting.checked("elsewhere")


@pytest.mark.parametrize("setting", [s for s in SETTINGS if isinstance(s, Switch)], ids=lambda s: s.name)
def test_a_switch_knows_only_on_and_off(setting):
    with pytest.raises(NeuralNetworkError, match=f"^{re.escape(setting.label)} must be on or off"):
        setting.checked(1)


def test_a_whole_number_for_a_number_becomes_a_float_as_its_widget_wants():
    assert type(BY_NAME["learning_rate"].checked(1)) is float
