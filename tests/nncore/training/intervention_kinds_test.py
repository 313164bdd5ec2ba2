"""What each kind of intervention tells of itself: in words, in JSON, and of what it changes."""

import copy
import json
import pickle
from dataclasses import FrozenInstanceError

import pytest

import nncore
from nncore.errors import SettingError
from nncore.training.in_force import InForce
from nncore.training.interventions import KINDS, ChangeLearningRate


class InWords:
    """Calls things by their numbers."""

    def parameter(self, index):
        return f"weight {index}"

    def layer(self, layer):
        return f"layer {layer}"

    def neuron(self, layer, index):
        return f"neuron {index} of layer {layer}"

    def optimizer(self, name):
        return name.lower()

    def number(self, value):
        return f"{value:.3f}"


EVERY_KIND = {
    nncore.Intervention(3, "parameter", (1, -2.5)): "weight 1 = -2.500",
    nncore.Intervention(3, "frozen", (1, True)): "weight 1 frozen",
    nncore.Intervention(3, "frozen", (1, False)): "weight 1 learns again",
    nncore.Intervention(3, "switched_off", (1, 0)): "neuron 0 of layer 1 switched off",
    nncore.Intervention(3, "learning_rate", 0.1): "learning rate 0.1",
    nncore.Intervention(3, "layer_learning_rate", (1, 0.25)): "learning rate 0.25 in the layer layer 1",
    nncore.Intervention(3, "layer_learning_rate", (1, None)): "the others' learning rate in the layer layer 1",
    nncore.Intervention(3, "optimizer", nncore.Adam(0.01)): "adam, learning rate 0.01",
    nncore.Intervention(3, "penalty", nncore.L2(0.5)): "penalty L2 0.5",
    nncore.Intervention(3, "penalty", None): "no penalty",
}


def test_every_kind_is_shown_here():
    assert {change.what for change in EVERY_KIND} == set(KINDS)


@pytest.mark.parametrize(("change", "words"), EVERY_KIND.items(), ids=str)
def test_a_change_is_told_in_words(change, words):
    assert change.words(InWords()) == words


@pytest.mark.parametrize("change", EVERY_KIND, ids=str)
def test_a_change_passes_through_json_copying_and_pickling_unchanged(change):
    written = json.loads(json.dumps(change.to_dict()))

    for again in (
        nncore.Intervention.from_dict("it", written),
        copy.deepcopy(change),
        pickle.loads(pickle.dumps(change)),
    ):
        assert again == change
        assert type(again) is type(change)
        assert repr(again) == repr(change)


def test_a_change_is_of_the_type_of_its_kind_and_compares_by_what_it_says():
    change = nncore.Intervention(3, "learning_rate", 0.1)

    assert isinstance(change, ChangeLearningRate)
    assert isinstance(change, nncore.Intervention)
    assert change == nncore.Intervention(3, "learning_rate", 0.1)
    assert change != nncore.Intervention(4, "learning_rate", 0.1)
    assert repr(change) == "Intervention(epoch=3, what='learning_rate', value=0.1)"
    with pytest.raises(FrozenInstanceError):
        change.value = 0.2


def test_a_type_refuses_the_name_of_another_one():
    with pytest.raises(SettingError, match=r'what must be "learning_rate" for ChangeLearningRate\. Got "penalty"'):
        ChangeLearningRate(3, "penalty", 0.1)


def test_only_a_change_of_one_parameter_names_it():
    named = {change.what: change.parameter for change in EVERY_KIND}

    assert {what for what, parameter in named.items() if parameter == 1} == {"parameter", "frozen"}
    assert {parameter for what, parameter in named.items() if what not in {"parameter", "frozen"}} == {None}


def test_the_subject_is_what_a_later_change_would_take_the_place_of():
    first, again = nncore.Intervention(3, "frozen", (1, True)), nncore.Intervention(3, "frozen", (1, False))

    assert first.subject == again.subject
    assert first.subject != nncore.Intervention(3, "frozen", (2, True)).subject
    assert first.subject != nncore.Intervention(4, "frozen", (1, True)).subject
    assert first.subject != nncore.Intervention(3, "parameter", (1, 0.0)).subject


@pytest.mark.parametrize(
    ("change", "idle"),
    [
        (nncore.Intervention(3, "parameter", (1, 0.0)), False),
        (nncore.Intervention(3, "frozen", (1, False)), True),
        (nncore.Intervention(3, "frozen", (0, False)), False),
        (nncore.Intervention(3, "frozen", (0, True)), True),
        (nncore.Intervention(3, "switched_off", (1, 0)), True),
        (nncore.Intervention(3, "switched_off", (1, 1)), False),
        (nncore.Intervention(3, "learning_rate", 0.5), True),
        (nncore.Intervention(3, "learning_rate", 0.1), False),
        (nncore.Intervention(3, "layer_learning_rate", (0, 0.5)), False),
        (nncore.Intervention(3, "layer_learning_rate", (0, None)), True),
        (nncore.Intervention(3, "penalty", nncore.L2(0.5)), True),
        (nncore.Intervention(3, "penalty", None), False),
        (nncore.Intervention(3, "optimizer", nncore.SGD(0.5)), False),  # it forgets what it remembered
    ],
    ids=str,
)
def test_a_change_is_idle_where_all_of_it_is_in_force_already(change, idle):
    before = InForce(nncore.SGD(0.5), nncore.L2(0.5), frozen=frozenset({0}), switched_off=frozenset({(1, 0)}))

    assert change.is_idle(before) is idle
