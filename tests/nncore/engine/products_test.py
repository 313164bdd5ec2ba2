"""A single run and a stack of runs reach the BLAS by two ways: these tests hold them equal, to the last bit."""

import math

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nncore.engine.products import product_step

SIZES = st.one_of(st.integers(2, 20), st.sampled_from([1, 31, 32, 33, 64, 65, 127, 128, 129, 1000, 1001]))
# Where all three are large, making the numbers takes longer than all else; one example has them.
SHAPES = st.tuples(SIZES, SIZES, SIZES).filter(lambda shape: math.prod(shape) <= 3_000_000)
ORDERS = st.sampled_from(["C", "F"])


def matrices(stream, runs, rows, columns, order):
    """Return a stack of contiguous matrices of numbers of very different sizes, a tenth of them 0."""
    shape = (runs, rows, columns) if order == "C" else (runs, columns, rows)
    numbers = stream.standard_normal(shape) * stream.choice([1.0, -1e-9, 1e9, 1e-300], shape)
    numbers[stream.random(shape) < 0.1] = 0.0
    return numbers if order == "C" else numbers.transpose(0, 2, 1)


@settings(max_examples=300)
@given(
    shape=SHAPES,
    orders=st.tuples(ORDERS, ORDERS),
    runs=st.integers(2, 3),
    seed=st.integers(0, 9),
)
@example(shape=(1, 3, 4), orders=("C", "C"), runs=2, seed=0)  # one neuron forward
@example(shape=(3, 6, 1), orders=("C", "F"), runs=3, seed=0)  # its gradient
@example(shape=(1, 9, 1), orders=("F", "C"), runs=2, seed=0)
@example(shape=(64, 65, 128), orders=("F", "C"), runs=2, seed=0)
@example(shape=(65, 128, 64), orders=("C", "F"), runs=2, seed=0)
@example(shape=(8, 1001, 9), orders=("C", "F"), runs=2, seed=0)
@example(shape=(1000, 129, 1001), orders=("F", "C"), runs=2, seed=0)
def test_a_product_of_a_stack_is_that_of_each_run_alone_to_the_last_bit(shape, orders, runs, seed):
    rows, inner, columns = shape
    stream = np.random.default_rng(seed)
    left = matrices(stream, runs, rows, inner, orders[0])
    right = matrices(stream, runs, inner, columns, orders[1])
    together = np.empty((runs, rows, columns))

    product_step(left, right, together)()

    for run in range(runs):
        alone = np.empty((1, rows, columns))
        product_step(left[[run]].copy("K"), right[[run]].copy("K"), alone)()
        if inner == 1:  # the sign of a 0 may differ
            np.testing.assert_array_equal(alone[0], together[run])
        else:
            assert alone[0].tobytes() == together[run].tobytes()


@pytest.mark.parametrize("shared", ["left", "right"])
def test_a_matrix_shared_by_all_runs_counts_for_each(shared):
    left = np.array([[[1.0, 2.0]], [[3.0, 4.0]]])
    right = np.array([[[1.0], [1.0]], [[1.0], [10.0]]])
    out = np.empty((2, 1, 1))

    product_step(left[:1] if shared == "left" else left, right[1:] if shared == "right" else right, out)()

    # (1, 2) · (1, 1) and (1, 2) · (1, 10); or (1, 2) · (1, 10) and (3, 4) · (1, 10)
    assert out.ravel().tolist() == ([3.0, 21.0] if shared == "left" else [21.0, 43.0])


def test_a_matrix_that_is_not_contiguous_is_read_where_it_lies_when_the_step_is_run():
    table = np.zeros((1, 2, 4))
    part, out = table[..., 1:3], np.empty((1, 1, 2))
    step = product_step(np.array([[[1.0, 10.0]]]), part, out)

    table[0] = [[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]]
    step()

    assert out.ravel().tolist() == [62.0, 73.0]
