from dataclasses import replace

import pytest

import nncore
from nncore.training.interventions import KINDS
from playground.player.protocol.change_log import describe_changes, way_back

ARTICLE = nncore.articles.hidden_layer()
TOLD = {
    nncore.Intervention(4, "parameter", (0, 2.5)): {"index": 0, "value": 2.5, "text": "input 1 → hidden 1 = 2.500"},
    nncore.Intervention(4, "frozen", (0, True)): {"index": 0, "frozen": True, "text": "input 1 → hidden 1 frozen"},
    nncore.Intervention(4, "frozen", (0, False)): {
        "index": 0,
        "frozen": False,
        "text": "input 1 → hidden 1 learns again",
    },
    nncore.Intervention(4, "switched_off", (1, 0)): {
        "neuron": {"layer": 1, "index": 0},
        "text": "hidden 1 switched off",
    },
    nncore.Intervention(4, "learning_rate", 0.1): {"text": "learning rate 0.1"},
    nncore.Intervention(4, "layer_learning_rate", (1, 0.1)): {
        "layer": 1,
        "text": "learning rate 0.1 in the layer Output",
    },
    nncore.Intervention(4, "layer_learning_rate", (0, None)): {
        "layer": 0,
        "text": "the others' learning rate in the layer Hidden",
    },
    nncore.Intervention(4, "optimizer", nncore.Adam(0.01)): {"text": "Adam, learning rate 0.01"},
    nncore.Intervention(4, "penalty", nncore.L2(0.1)): {"text": "penalty L2 0.1"},
    nncore.Intervention(4, "penalty", None): {"text": "no penalty"},
}


def test_every_kind_of_change_is_told_here():
    assert {change.what for change in TOLD} == set(KINDS)


@pytest.mark.parametrize(("change", "told"), TOLD.items(), ids=str)
def test_a_change_is_told_with_its_epoch_and_what_the_picture_needs(change, told):
    assert describe_changes(replace(ARTICLE, interventions=(change,))) == [{"epoch": 4, "what": change.what, **told}]


def test_the_way_back_names_the_settings_if_any_of_them_was_changed():
    weight, rate = nncore.Intervention(4, "parameter", (0, 2.5)), nncore.Intervention(4, "learning_rate", 0.1)

    assert way_back(ARTICLE) == ""
    assert way_back(replace(ARTICLE, interventions=(weight,))) == "Start over without this"
    assert way_back(replace(ARTICLE, interventions=(weight, rate))) == "Start over with this instead"
