import tracemalloc

import numpy as np
import pytest

import nncore
from nncore.errors import LimitError
from nncore.limits import COPIES_OF_A_PARAMETER, MEMORY_LIMIT, check_memory, check_parameter_count


def test_what_just_fits_is_let_through():
    check_memory("runs", 1, MEMORY_LIMIT // 8)
    check_parameter_count(MEMORY_LIMIT // 8 // COPIES_OF_A_PARAMETER)


def test_one_number_more_is_refused():
    with pytest.raises(
        LimitError, match=r"1 runs would take 1,000 MB\. The limit is 1,000 MB: use fewer or smaller ones"
    ):
        check_memory("runs", 1, MEMORY_LIMIT // 8 + 1)
    with pytest.raises(LimitError, match="weights and biases"):
        check_parameter_count(MEMORY_LIMIT // 8 // COPIES_OF_A_PARAMETER + 1)


def huge_architecture():
    nncore.Architecture((10**7, 10**7, 1), ("relu", "linear"))


def huge_population():
    architecture = nncore.Architecture((3, 1), ("sigmoid",))
    nncore.train_population(
        architecture,
        [[0, 0, 1]],
        [[1]],
        seeds=range(10**9),
        loss="half_squared_error",
        optimizer=nncore.SGD(1.0),
        epochs=1,
    )


def population_of_wide_networks():
    architecture = nncore.Architecture((1000, 1000), ("sigmoid",))
    nncore.train_population(
        architecture, np.ones((1, 1000)), np.ones((1, 1000)), seeds=range(1000), loss="half_squared_error",
        optimizer=nncore.SGD(1.0), epochs=1,
    )  # fmt: skip


@pytest.mark.parametrize("excess", [huge_architecture, huge_population, population_of_wide_networks])
def test_an_excess_is_refused_before_its_memory_is_taken(excess):
    tracemalloc.start()

    with pytest.raises(LimitError, match=r"would take [\d,]+ MB\. The limit is 1,000 MB: use fewer or smaller ones\."):
        excess()

    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < MEMORY_LIMIT / 20


@pytest.mark.parametrize("digits", [20, 400, 5000])
def test_a_size_beyond_the_largest_float_is_refused_in_one_line(digits):
    with pytest.raises(LimitError, match=r"would take more than [\d,]+ MB\. The limit is 1,000 MB") as refusal:
        nncore.Architecture((10**digits, 1), ("sigmoid",))

    assert len(str(refusal.value)) < 200
