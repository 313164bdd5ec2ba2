import datetime
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

from nncore.data.tables import as_table
from nncore.errors import TableError


@pytest.mark.parametrize(
    "values",
    [
        [[0, 1], [2, 3]],
        ((0.0, 1.0), (2.0, 3.0)),
        np.array([[0, 1], [2, 3]], dtype=np.uint8),
        np.array([[0, 1], [2, 3]], dtype=np.float16),
        np.array([[0, 2], [1, 3]], dtype=float).T,
        np.array([[np.False_, True], [Fraction(2), np.float32(3)]], dtype=object),
        [np.array([0, 1]), np.array([2, 3])],
        pd.DataFrame({"a": [0, 2], "b": [1.0, 3.0]}),
    ],
)
def test_whatever_holds_rows_of_numbers_becomes_a_table(values):
    table = as_table("inputs", values)

    assert table.tolist() == [[0.0, 1.0], [2.0, 3.0]]
    assert table.dtype == np.float64
    assert table.flags.c_contiguous


def test_true_and_false_count_as_1_and_0():
    assert as_table("targets", [[True], [False]]).tolist() == [[1.0], [0.0]]


def test_what_already_is_such_a_table_is_not_copied():
    table = np.array([[1.0, 2.0]])

    assert np.shares_memory(as_table("inputs", table), table)


@pytest.mark.parametrize("values", [[], [[]], np.zeros((0, 3)), np.zeros((4, 0))])
def test_a_table_without_cells_is_refused(values):
    with pytest.raises(TableError, match=r"inputs must have at least one row and one column\. Got shape") as refusal:
        as_table("inputs", values)

    assert str(np.shape(values)) in str(refusal.value)


def test_one_dimension_is_refused_with_the_mend():
    with pytest.raises(TableError) as refusal:
        as_table("targets", [0, 1, 1])

    assert str(refusal.value) == (
        "targets must have two dimensions, (rows, columns). Got shape (3,) instead: "
        "write targets.reshape(-1, 1) for one column, targets.reshape(1, -1) for one row."
    )


@pytest.mark.parametrize(
    ("values", "got"),
    [(np.zeros((2, 3, 1)), r"shape \(2, 3, 1\)"), (7, "7"), ("abc", '"abc"'), (None, "None"), ({}, r"\{\}")],
)
def test_other_dimensions_are_refused(values, got):
    with pytest.raises(TableError, match=rf"inputs must have two dimensions, \(rows, columns\)\. Got {got} instead\."):
        as_table("inputs", values)


@pytest.mark.parametrize("values", [[[1, 2], [3]], [[1, 2], 3], [[[1], 2]]])
def test_rows_of_different_lengths_are_refused(values):
    with pytest.raises(TableError, match="inputs must have the same number of columns in every row"):
        as_table("inputs", values)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("abc", '"abc"'),
        ("0.5", '"0.5"'),
        ("", '""'),
        (b"1", "b'1'"),
        (None, "None"),
        (1j, "1j"),
        (Decimal("0.5"), r"Decimal\('0\.5'\)"),
        (pd.NA, "<NA>"),
        ({"a": 1}, r"\{'a': 1\}"),
        (datetime.date(2020, 1, 2), r"datetime\.date\(2020, 1, 2\)"),
        ("x" * 500, '"x{39}…"'),
    ],
)
def test_a_cell_that_is_not_a_number_is_refused_by_its_place(cell, shown):
    with pytest.raises(TableError, match=rf"^inputs, row 2, column 3: {shown} is not a number\. Write a number such"):
        as_table("inputs", [[1, 2, 3], [4, 5, cell]])


@pytest.mark.parametrize(
    ("cell", "shown"),
    [(np.nan, "nan"), (np.inf, "inf"), (-np.inf, "-inf"), (np.float32("inf"), "inf"), (10**400, "10{38}…")],
)
def test_a_number_that_is_not_finite_is_refused_by_its_place(cell, shown):
    with pytest.raises(TableError, match=rf"^inputs, row 2, column 3: {shown} is not a finite number\. Write a number"):
        as_table("inputs", [[1, 2, 3], [4, 5, cell]])


@pytest.mark.parametrize("unit", ["datetime64[ns]", "timedelta64[ns]"])
def test_times_are_not_taken_for_whole_numbers(unit):
    times = np.array([[1577836800]], dtype=unit)

    with pytest.raises(TableError, match=r'inputs, row 1, column 1: ".*" is not a number'):
        as_table("inputs", times)


@pytest.mark.skipif(np.finfo(np.longdouble).max == np.finfo(float).max, reason="long double is float64 here")
def test_a_long_double_beyond_float64_is_refused():
    values = np.array([[np.finfo(np.longdouble).max]])

    with pytest.raises(TableError, match=r"inputs, row 1, column 1: .* is not a finite number"):
        as_table("inputs", values)


def test_a_masked_cell_is_empty_and_not_the_number_below_the_mask():
    cells = np.ma.masked_array([[1.0, 2.0], [3.0, 999.0]], mask=[[False, False], [False, True]])

    with pytest.raises(TableError, match=r"^inputs, row 2, column 2: the cell is masked\. Write a number"):
        as_table("inputs", cells)
    assert as_table("inputs", cells[:1]).tolist() == [[1, 2]]


@pytest.mark.parametrize("kind", [list, tuple])
def test_a_masked_cell_in_a_list_of_rows_is_empty_too(kind):
    rows = kind([np.ma.array([1, 2]), np.ma.array([3, 4], mask=[0, 1])])

    with pytest.raises(TableError, match=r"^inputs, row 2, column 2: the cell is masked\. Write a number"):
        as_table("inputs", rows)
    assert as_table("inputs", rows[:1]).tolist() == [[1, 2]]


def test_masked_cells_of_another_shape_are_refused_for_the_shape():
    cells = np.ma.masked_array(np.zeros((2, 3, 1)), mask=True)

    for values in (cells, list(cells)):
        with pytest.raises(TableError, match=r"Got shape \(2, 3, 1\) instead"):
            as_table("inputs", values)
