import pytest

import nncore
from nncore.errors import LimitError, SettingError, UnknownNameError


def test_the_second_article_has_twelve_weights():
    # 3 · 3 + 3 · 1
    architecture = nncore.Architecture(layer_sizes=(3, 3, 1), activations=("sigmoid", "sigmoid"), bias=False)

    assert architecture.parameter_count == 12
    assert (architecture.input_count, architecture.output_count, architecture.layer_count) == (3, 1, 2)
    assert architecture.weight_shapes == ((3, 3), (3, 1))


def test_there_are_biases_by_default():
    # 2 · 4 + 4 + 4 · 1 + 1
    assert nncore.Architecture((2, 4, 1), ("tanh", "sigmoid")).parameter_count == 17


def test_weights_come_before_biases_layer_by_layer():
    architecture = nncore.Architecture((2, 3, 1), ("tanh", "linear"))

    assert architecture.layer_slices == ((slice(0, 6), slice(6, 9)), (slice(9, 12), slice(12, 13)))


def test_without_biases_the_weights_lie_side_by_side():
    architecture = nncore.Architecture((2, 3, 1), ("tanh", "linear"), bias=False)

    assert architecture.layer_slices == ((slice(0, 6), slice(6, 6)), (slice(6, 9), slice(9, 9)))


def test_lists_are_accepted_and_kept_as_tuples():
    architecture = nncore.Architecture([2, 1], ["relu"])

    assert architecture == nncore.Architecture((2, 1), ("relu",))
    assert hash(architecture) == hash(nncore.Architecture((2, 1), ("relu",)))


@pytest.mark.parametrize(
    ("sizes", "names"),
    [
        ((2, 1), ["Output"]),
        ((2, 3, 1), ["Hidden", "Output"]),
        ((2, 3, 3, 1), ["Hidden 1", "Hidden 2", "Output"]),
    ],
)
def test_layers_are_named_as_on_the_screen(sizes, names):
    architecture = nncore.Architecture(sizes, ("tanh",) * (len(sizes) - 1))

    assert [architecture.layer_name(layer) for layer in range(architecture.layer_count)] == names


@pytest.mark.parametrize(
    ("sizes", "activations", "bias", "sentence"),
    [
        ((3,), (), True, r"layer_sizes must name two layers or more.* Got \(3,\) instead"),
        ((3, 0), ("tanh",), True, "a layer size must be a whole number of at least 1. Got 0 instead"),
        ((3, 1.5), ("tanh",), True, "a layer size must be a whole number of at least 1. Got 1.5 instead"),
        ((3, True), ("tanh",), True, "a layer size must be a whole number of at least 1. Got True instead"),
        ((3, 2, 1), ("tanh",), True, "one function for each layer after the inputs: 2. Got 1 instead"),
        ((3, 1), "tanh", True, "must be sequences"),
        (3, ("tanh",), True, "must be sequences"),
        ((3, 1), None, True, "must be sequences"),
        ((3, 1), (name for name in ["tanh"]), True, "must be sequences"),
        ((size for size in [3, 1]), ("tanh",), True, "must be sequences"),
        ("31", ("tanh",), True, "must be sequences"),
        ((3, 1), ("tanh",), 1, "bias must be True or False. Got 1 instead"),
    ],
)
def test_what_is_no_architecture_is_refused(sizes, activations, bias, sentence):
    with pytest.raises(SettingError, match=sentence):
        nncore.Architecture(sizes, activations, bias=bias)


def test_an_unknown_activation_is_refused_with_the_nearest_one():
    with pytest.raises(UnknownNameError, match='Did you mean "sigmoid"'):
        nncore.Architecture((2, 1), ("sigmoyd",))


@pytest.mark.parametrize("sizes", [(10**6, 10**6, 1), (10**9, 10**9), (1, 10**12, 1)])
def test_a_huge_architecture_is_refused_before_anything_is_allocated(sizes):
    with pytest.raises(LimitError, match=r"weights and biases would take .* MB. The limit is 1,000 MB"):
        nncore.Architecture(sizes, ("relu",) * (len(sizes) - 1))
