"""The small picture of a network shows each neuron, each weight and each bias that it has, and its words say the layers."""

from itertools import pairwise

import pytest

from nncore.network.network import Network
from playground.figures.network_picture import network_image, network_picture


def network(sizes, bias):
    pairs = list(pairwise(sizes))
    return Network.from_layers(
        weights=[[[1.0] * after] * before for before, after in pairs],
        biases=[[-1.0] * after for _, after in pairs] if bias else None,
        activations=["sigmoid"] * len(pairs),
    )


@pytest.mark.parametrize("bias", [True, False])
def test_there_is_a_line_for_each_weight_and_each_bias(bias):
    picture = network_picture(network((2, 2, 1), bias))

    assert picture.count("<circle") == 5
    assert picture.count('class="positive"') == 6
    assert picture.count('class="negative"') == (3 if bias else 0)


def test_a_weight_of_nothing_has_no_sign():
    flat = Network.from_layers(weights=[[[0.0], [-1.0]]], biases=None, activations=["sigmoid"])

    picture = network_picture(flat)

    assert [picture.count(f'class="{tone}"') for tone in ("zero", "negative", "positive")] == [1, 1, 0]


@pytest.mark.parametrize(
    ("sizes", "words"),
    [((3, 1), "a network of layers of 3 and 1 neurons"), ((3, 4, 1), "a network of layers of 3, 4 and 1 neurons")],
)
def test_its_words_are_a_sentence(sizes, words):
    assert f'alt="{words}"' in network_image(network(sizes, True))
