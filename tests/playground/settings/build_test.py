import json
from dataclasses import fields, replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import nncore
from nncore.errors import FormatError, NeuralNetworkError
from nncore.experiment.experiment import Experiment
from playground.gallery import ORDER, gallery
from playground.settings.build import build_experiment, settings_of
from playground.settings.settings import DEFAULTS, LONGEST_RUN, MOST_HIDDEN_LAYERS, SETTINGS, WIDEST_LAYER

from ..setting_values import all_values

ONE_TARGET = nncore.Dataset([[0.0, 2.0], [1.0, -3.0], [0.5, 1.0]], [[0.0], [1.0], [1.0]])
TWO_TARGETS = nncore.Dataset([[0.0], [1.0]], [[1.0, 0.0], [0.0, 1.0]], test_inputs=[[3.0]], test_targets=[[0.0, 1.0]])
WATCHED = replace(ONE_TARGET, test_inputs=ONE_TARGET.inputs, test_targets=ONE_TARGET.targets, validation_rows=(0,))
DATASETS = st.sampled_from([ONE_TARGET, TWO_TARGETS, WATCHED])

# An experiment keeps these also while they have no effect, so that it comes back exactly as it was.
KEPT_WITHOUT_EFFECT = {"shuffle", "test_scaling"}


def built(dataset, values):
    """Return the experiment, passing over values that do not go together."""
    try:
        return build_experiment(dataset, values)
    except NeuralNetworkError:
        assume(False)


def plain(**changes):
    """Return a small experiment that settings can say, with changes that they may not be able to say."""
    architecture = nncore.Architecture((2, 3, 1), ("tanh", "sigmoid"))
    experiment = Experiment(ONE_TARGET, architecture, "half_squared_error", nncore.SGD(0.5), 10)
    return replace(experiment, **changes)


@given(DATASETS, all_values())
def test_settings_that_have_an_effect_come_back_from_the_experiment(dataset, values):
    experiment = built(dataset, values)

    again = settings_of(experiment)

    shown = [setting.name for setting in SETTINGS if setting.applies(values)]
    assert {name: again[name] for name in shown} == {name: values[name] for name in shown}


@given(DATASETS, all_values())
def test_an_experiment_comes_back_from_its_settings(dataset, values):
    experiment = built(dataset, values)

    assert build_experiment(dataset, settings_of(experiment)) == experiment


@given(DATASETS, all_values(), all_values())
def test_a_setting_that_is_not_shown_changes_nothing(dataset, values, others):
    experiment = built(dataset, values)
    hidden = {setting.name for setting in SETTINGS if not setting.applies(values)} - KEPT_WITHOUT_EFFECT

    changed = {name: others[name] if name in hidden else value for name, value in values.items()}

    assert build_experiment(dataset, changed) == experiment


@given(DATASETS, all_values())
def test_values_that_do_not_go_together_are_refused_in_a_sentence(dataset, values):
    try:
        build_experiment(dataset, values)
    except NeuralNetworkError as error:
        sentence = str(error)
        assert sentence.endswith(".")
        assert "Got" in sentence or "use" in sentence


@pytest.mark.parametrize("pair", [("binary_cross_entropy", "linear"), ("categorical_cross_entropy", "softmax")])
def test_a_loss_that_does_not_suit_the_output_is_refused(pair):
    loss, output_activation = pair
    values = {**DEFAULTS, "loss": loss, "output_activation": output_activation}

    with pytest.raises(NeuralNetworkError, match=f"^{loss} needs"):
        build_experiment(ONE_TARGET, values)


def test_the_defaults_train_a_single_neuron_with_a_bias():
    experiment = build_experiment(ONE_TARGET, DEFAULTS)

    assert experiment.architecture == nncore.Architecture((2, 1), ("sigmoid",))
    assert experiment.optimizer == nncore.SGD(learning_rate=1.0)
    assert (experiment.epochs, experiment.seed) == (1000, 1)


def test_nesterov_waits_unseen_while_there_is_no_momentum():
    values = {**DEFAULTS, "nesterov": True, "momentum": 0.0}

    assert build_experiment(ONE_TARGET, values).optimizer == nncore.SGD(1.0)
    assert build_experiment(ONE_TARGET, {**values, "momentum": 0.5}).optimizer == nncore.SGD(1.0, 0.5, nesterov=True)


def test_every_field_of_an_experiment_reaches_it_from_a_setting():
    values = {
        **DEFAULTS,
        "architecture": "hidden_layers",
        "hidden_layers": 2,
        "hidden_1_size": 4,
        "hidden_2_size": 5,
        "hidden_2_activation": "tanh",
        "bias": False,
        "output_activation": "linear",
        "learning_rate": 0.25,
        "epochs": 7,
        "seed": 3,
        "input_scaling": "standard",
        "target_scaling": "max_abs",
        "test_scaling": "own",
        "loss": "huber",
        "reduction": "sum",
        "momentum": 0.5,
        "nesterov": True,
        "initializer": "he_normal",
        "batch_size": 2,
        "shuffle": True,
        "penalty": "L1",
        "penalty_strength": 0.125,
        "clip_norm": 4.0,
        "stop_loss": 0.001,
        "stop_patience": 6,
    }

    experiment = build_experiment(ONE_TARGET, values)

    assert experiment == Experiment(
        dataset=ONE_TARGET,
        architecture=nncore.Architecture((2, 4, 5, 1), ("sigmoid", "tanh", "linear"), bias=False),
        loss="huber",
        optimizer=nncore.SGD(0.25, momentum=0.5, nesterov=True),
        epochs=7,
        reduction="sum",
        batch_size=2,
        shuffle=True,
        penalty=nncore.L1(0.125),
        clip_norm=4.0,
        stop=(nncore.LossReached(0.001), nncore.NoImprovement(6)),
        initializer="he_normal",
        seed=3,
        input_scaling="standard",
        target_scaling="max_abs",
        test_scaling="own",
    )
    untouched = build_experiment(ONE_TARGET, DEFAULTS)
    reached = [
        field.name for field in fields(Experiment) if getattr(experiment, field.name) != getattr(untouched, field.name)
    ]
    # The dataset comes from the tables, and interventions have no setting.
    assert {field.name for field in fields(Experiment)} - set(reached) == {"dataset", "interventions"}


@pytest.mark.parametrize(
    "experiment",
    [
        *(document.experiment for document in gallery()),
        nncore.articles.single_neuron(),
        nncore.articles.hidden_layer("own"),
        nncore.articles.hidden_layer("train"),
    ],
    ids=[*ORDER, "single_neuron", "hidden_layer own", "hidden_layer train"],
)
def test_articles_and_gallery_come_back_exactly(experiment):
    assert build_experiment(experiment.dataset, settings_of(experiment)) == experiment


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            {"interventions": (nncore.Intervention(4, "learning_rate", 0.1),)},
            r"^The page has no setting for interventions = \(Intervention\(epoch=4, ",
        ),
        ({"optimizer": nncore.Adam(0.1, beta_1=0.8)}, r"optimizer = Adam\(learning_rate=0.1, beta_1=0.8"),
        ({"optimizer": nncore.Adam(0.1, beta_2=0.9)}, r"optimizer = Adam\(.*beta_2=0.9"),
        ({"optimizer": nncore.Adam(0.1, epsilon=0.1)}, r"optimizer = Adam\(.*epsilon=0.1"),
        ({"optimizer": nncore.RMSProp(0.1, decay=0.5)}, r"optimizer = RMSProp\(.*decay=0.5"),
        ({"optimizer": nncore.Adagrad(0.1, epsilon=1.0)}, r"optimizer = Adagrad\(.*epsilon=1.0"),
        ({"stop": (nncore.TimeLimit(2.0),)}, r"stop = \(TimeLimit\(seconds=2.0\),\)"),
        ({"stop": (nncore.LossReached(0.1), nncore.LossReached(0.2))}, r"stop = \(LossReached\(loss=0.1\), Loss"),
        ({"stop": (nncore.LossReached(-1.0),)}, "^Stop at loss must be a number from 0 to 1,000. Got -1.0 instead"),
        (
            {"optimizer": nncore.SGD(5000.0)},
            "^Learning rate must be a number from 0.000001 to 1,000. Got 5000.0 instead",
        ),
        ({"optimizer": nncore.SGD(0.1, momentum=0.99999)}, "^Momentum must be a number from 0 to 0.9999"),
        ({"epochs": 0}, "^Epochs must be a whole number from 1"),
        ({"epochs": LONGEST_RUN + 1}, "^Epochs must be a whole number from 1 to 1,000,000. Got 1000001 instead"),
        ({"batch_size": 1001}, "^Batch size must be a whole number from 1 to 1,000"),
        ({"penalty": nncore.L2(2000.0)}, "^Strength of the penalty must be"),
        ({"clip_norm": 2000.0}, "^Gradient clipping \\(norm\\) must be"),
        (
            {"architecture": nncore.Architecture((2, 3, 1), ("softmax", "sigmoid"))},
            '"softmax" is not a known choice for Activation, layer 1',
        ),
        (
            {"architecture": nncore.Architecture((2, WIDEST_LAYER + 1, 1), ("tanh", "sigmoid"))},
            "^Neurons, layer 1 must be a whole number from 1 to 64. Got 65 instead",
        ),
        (
            {"architecture": nncore.Architecture((2, *[1] * (MOST_HIDDEN_LAYERS + 1), 1), ("tanh",) * 8)},
            "^The page has settings for up to 6 hidden layers. Got 7",
        ),
    ],
)
def test_what_no_setting_can_say_is_refused_by_its_name(change, sentence):
    experiment = plain(**change)

    with pytest.raises(FormatError, match=sentence) as refusal:
        settings_of(experiment)

    assert str(refusal.value).endswith(".")


def test_the_order_of_stop_rules_plays_no_part():
    rules = (nncore.NoValidationImprovement(9), nncore.NoImprovement(5), nncore.LossReached(0.25))

    values = settings_of(plain(stop=rules, dataset=WATCHED))

    assert (values["stop_loss"], values["stop_patience"], values["stop_validation_patience"]) == (0.25, 5, 9)
    assert set(build_experiment(WATCHED, values).stop) == set(rules)


def test_an_experiment_read_from_json_with_whole_numbers_gives_the_widgets_their_floats():
    record = json.loads(json.dumps(plain(clip_norm=2).to_dict()).replace('"learning_rate": 0.5', '"learning_rate": 1'))

    values = settings_of(Experiment.from_dict(record))

    assert (values["learning_rate"], type(values["learning_rate"])) == (1.0, float)
    assert (values["clip_norm"], type(values["clip_norm"])) == (2.0, float)
