import pytest

from nncore.errors import SettingError
from playground.text.parameter_names import parameter_names


def test_a_single_neurons_weights_are_named_by_input_and_target():
    names = parameter_names((3, 1), False, ["input 1", "input 2", "input 3"], ["target"])

    assert [name.name for name in names] == ["input 1 → target", "input 2 → target", "input 3 → target"]
    assert [name.label for name in names] == ["input 1", "input 2", "input 3"]
    assert {name.layer for name in names} == {"Input → Output"}


def test_names_follow_the_flat_vector_row_by_row_weights_before_biases():
    names = parameter_names((2, 2, 1), True, ["a", "b"], ["t"])

    assert [name.name for name in names] == [
        *("a → hidden 1", "a → hidden 2", "b → hidden 1", "b → hidden 2", "bias of hidden 1", "bias of hidden 2"),
        *("hidden 1 → t", "hidden 2 → t", "bias of t"),
    ]
    assert [name.is_bias for name in names] == [False] * 4 + [True] * 2 + [False] * 2 + [True]
    assert [name.layer for name in names] == ["Input → Hidden"] * 6 + ["Hidden → Output"] * 3


def test_with_several_hidden_layers_a_neuron_is_named_by_layer_and_place():
    names = parameter_names((1, 1, 2, 1), False, ["a"], ["t"])

    assert [name.name for name in names] == [
        *("a → hidden 1.1", "hidden 1.1 → hidden 2.1", "hidden 1.1 → hidden 2.2"),
        *("hidden 2.1 → t", "hidden 2.2 → t"),
    ]
    assert [name.layer for name in names][:2] == ["Input → Hidden 1", "Hidden 1 → Hidden 2"]
    assert names[-1].layer == "Hidden 2 → Output"


def test_there_is_one_name_a_parameter():
    # 4·6 + 6 + 6·5 + 5 + 5·2 + 2 = 77
    assert len(parameter_names((4, 6, 5, 2), True, list("abcd"), ["s", "t"])) == 77


def test_long_column_names_are_cut_in_labels_and_whole_in_names():
    (name, *_) = parameter_names((1, 2, 1), False, ["neighbourhood"], ["price"])

    assert name.label == "neighbou… → hidden 1"
    assert name.name == "neighbourhood → hidden 1"


def test_a_hidden_neuron_is_named_whole_in_labels():
    names = parameter_names((1, 12, 12, 1), True, ["neighbourhood"], ["price"])

    assert names[-2].label == "hidden 2.12 → price"
    assert {name.label for name in names if "hidden 1.12 → hidden 2.12" in name.name} == {"hidden 1.12 → hidden 2.12"}
    assert len({name.label for name in names}) == len(names)


def test_too_few_names_are_refused():
    with pytest.raises(SettingError, match=r"speak of 3 inputs\. Got 2 input names"):
        parameter_names((3, 1), False, ["a", "b"], ["t"])
