"""The difference of two tables gives the one back from the other, whatever their sizes."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from playground.document.row_difference import RowDifference


@st.composite
def tables(draw):
    rows, columns = draw(st.integers(0, 5)), draw(st.integers(1, 4))
    cells = draw(st.lists(st.sampled_from([0.0, 1.0, 2.5]), min_size=rows * columns, max_size=rows * columns))
    return np.array(cells).reshape(rows, columns)


@given(tables(), tables())
def test_a_table_is_got_back_from_any_other(table, other):
    got = RowDifference.between(table, other).applied_to(other)

    assert got.shape == table.shape
    np.testing.assert_array_equal(got, table)


def test_an_empty_table_of_four_columns_is_got_back_from_an_empty_one_of_three():
    # Undo from XOR (two inputs, a target) to the first article (three and a target): neither has test rows.
    table, other = np.empty((0, 4), dtype=object), np.empty((0, 3), dtype=object)

    assert RowDifference.between(table, other).applied_to(other).shape == (0, 4)


def test_a_table_that_did_not_change_is_not_copied():
    table = np.arange(6.0).reshape(3, 2)

    assert RowDifference.between(table, table).applied_to(table) is table
