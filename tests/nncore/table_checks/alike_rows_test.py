"""Which rows of a table are the same, whatever its size and however it lies in memory."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from nncore.table_checks.checked_table import first_alike


@given(
    arrays.arrays(
        np.float64, st.tuples(st.integers(1, 30), st.integers(1, 3)), elements=st.sampled_from([0.0, -0.0, 1.0, 2.0])
    )
)
def test_the_first_row_with_the_same_numbers(table):
    expected = [next(place for place, other in enumerate(table) if (other == row).all()) for row in table]

    assert first_alike(table).tolist() == expected
    assert first_alike(np.asfortranarray(table)).tolist() == expected
    assert first_alike(table[:, :1], table[:, 1:]).tolist() == expected


def test_rows_of_a_large_table_are_looked_at_in_parts():
    table = np.arange(30_000.0).reshape(10_000, 3)
    table[9_999] = table[3]

    first = first_alike(table)

    assert first[9_999] == 3
    assert (first[:9_999] == np.arange(9_999)).all()
