import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nncore import Architecture
from nncore.network.flat_order import joined, parameter_places

LAYER_SIZES = st.lists(st.integers(1, 4), min_size=2, max_size=4)


def test_the_vector_holds_weights_row_by_row_and_then_the_biases_layer_after_layer():
    weights = [np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), np.array([[9.0], [10.0]])]
    biases = [np.array([7.0, 8.0]), np.array([11.0])]

    assert joined(weights, biases).tolist() == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
    assert joined(weights, None).tolist() == [1, 2, 3, 4, 5, 6, 9, 10]


def test_places_tell_layer_and_neurons_in_the_order_of_the_vector():
    # 2 → 2 with biases: both weights of the first input, both of the second, both biases; then 2 → 1.
    first = [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1), (0, None, 0), (0, None, 1)]
    assert [*parameter_places((2, 2, 1), bias=True)] == [*first, (1, 0, 0), (1, 1, 0), (1, None, 0)]
    assert [*parameter_places((2, 1), bias=False)] == [(0, 0, 0), (0, 1, 0)]


@given(LAYER_SIZES, st.booleans())
def test_each_place_is_where_windows_and_slices_have_that_number(layer_sizes, bias):
    architecture = Architecture(layer_sizes, ["tanh"] * (len(layer_sizes) - 1), bias)
    flat = np.arange(float(architecture.parameter_count))
    weights, biases = architecture.weights_of(flat), architecture.biases_of(flat)

    places = parameter_places(layer_sizes, bias)

    windows = [biases[at][end] if start is None else weights[at][start, end] for at, start, end in places]
    assert windows == flat.tolist()
    assert joined(weights, biases if bias else None).tolist() == flat.tolist()
    for at, slices in enumerate(architecture.layer_slices):
        rows = slices.with_bias_row(flat[None], layer_sizes[at + 1])[0]
        assert rows[: layer_sizes[at]].tolist() == weights[at].tolist()
        assert not bias or rows[-1].tolist() == biases[at].tolist()


def test_the_windows_of_many_vectors_write_into_all_of_them():
    architecture = Architecture((2, 1), ("tanh",))
    flat = np.zeros((3, 3))

    architecture.weights_of(flat)[0][1] = [[5.0], [6.0]]
    architecture.biases_of(flat)[0][2] = 7.0

    assert flat.tolist() == [[0, 0, 0], [5, 6, 0], [0, 0, 7]]
