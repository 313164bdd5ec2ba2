import copy

import numpy as np
import pytest
import sklearn.preprocessing
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from nncore.data.scaling import SCALERS, IdentityScaler, MaxAbsScaler, MinMaxScaler, StandardScaler, fit_scaler
from nncore.errors import SettingError, TableError, UnknownNameError

NAMES = sorted(SCALERS)
SCIKIT_LEARN = {
    "min_max": sklearn.preprocessing.MinMaxScaler,
    "standard": sklearn.preprocessing.StandardScaler,
    "max_abs": sklearn.preprocessing.MaxAbsScaler,
}
ROUNDING = 8 * np.finfo(float).eps


def tables(limit):
    shapes = array_shapes(min_dims=2, max_dims=2, max_side=6)
    return arrays(float, shapes, elements=st.floats(-limit, limit))


# --- what each scaler measures --------------------------------------------------------------------------------------


def test_min_max_puts_the_smallest_at_0_and_the_largest_at_1():
    scaler = MinMaxScaler().fit([[2, -1], [4, 3], [3, 0]])

    scaled = scaler.transform([[2, 3], [3.5, 1], [6, -5]])

    # column 1: (2 − 2)/2, (3.5 − 2)/2, (6 − 2)/2; column 2: (3 + 1)/4, (1 + 1)/4, (−5 + 1)/4
    assert scaled.tolist() == [[0.0, 1.0], [0.75, 0.5], [2.0, -1.0]]
    assert scaler.offset.tolist() == [2.0, -1.0]
    assert scaler.scale.tolist() == [2.0, 4.0]


def test_standard_divides_by_the_deviation_of_the_population():
    scaler = StandardScaler().fit([[1], [2], [3], [4]])

    scaled = scaler.transform([[4]])

    # mean 2.5; squares 2.25 + 0.25 + 0.25 + 2.25 = 5; √(5/4) = 1.118033988750; 1.5/1.118033988750 = 1.341640786500
    assert scaler.offset.item() == 2.5
    assert scaler.scale.item() == pytest.approx(1.118033988750, abs=1e-12)
    assert scaled.item() == pytest.approx(1.341640786500, abs=1e-12)


def test_max_abs_divides_by_the_largest_size_and_keeps_zero_where_it_is():
    scaler = MaxAbsScaler().fit([[2, 1], [-8, 4]])

    scaled = scaler.transform([[0, 0], [4, -1]])

    # the largest sizes are 8 and 4: 4/8 = 0.5, −1/4 = −0.25
    assert scaled.tolist() == [[0.0, 0.0], [0.5, -0.25]]


def test_none_changes_nothing():
    table = [[1e-300, -3.0], [7.5, 1e300]]

    scaler = fit_scaler("none", table)

    assert isinstance(scaler, IdentityScaler)
    assert scaler.transform(table).tolist() == table
    assert scaler.inverse_transform(table).tolist() == table


@pytest.mark.parametrize("name", sorted(SCIKIT_LEARN))
@settings(deadline=None)
@given(table=tables(1e6), other=st.floats(-1e6, 1e6))
def test_scalers_agree_with_scikit_learn(name, table, other):
    # scikit-learn takes columns that hardly vary for constant ones; here only equal numbers are constant.
    table = np.round(table, 3)
    rows = np.full((1, table.shape[1]), other)

    scaled = fit_scaler(name, table).transform(rows)

    oracle = SCIKIT_LEARN[name]().fit(table)
    np.testing.assert_allclose(scaled, oracle.transform(rows), rtol=1e-9, atol=1e-6)


# --- there and back -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None)
@given(table=tables(1e300), data=st.data())
def test_scaling_there_and_back_returns_the_table(name, table, data):
    scaler = fit_scaler(name, table)

    returned = scaler.inverse_transform(scaler.transform(table))

    np.testing.assert_allclose(
        returned, table, rtol=0, atol=ROUNDING * (np.abs(table).max() + np.abs(scaler.offset).max())
    )


@settings(deadline=None)
@given(table=tables(1e300))
def test_the_fitted_table_lands_between_0_and_1(table):
    scaled = MinMaxScaler().fit(table).transform(table)

    assert scaled.min() >= 0
    assert scaled.max() <= 1
    varies = table.min(axis=0) < table.max(axis=0)
    assert (scaled.max(axis=0) == varies).all()


@settings(deadline=None)
@given(table=tables(1e300))
def test_max_abs_keeps_every_sign_and_stays_within_1(table):
    scaled = MaxAbsScaler().fit(table).transform(table)

    assert (np.abs(scaled).max(axis=0) == (np.abs(table).max(axis=0) > 0)).all()
    assert (scaled * np.sign(table) >= 0).all()


# --- constant and extreme columns -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["min_max", "standard"])
def test_a_constant_column_becomes_0_and_divides_by_1(name):
    # The mean of three times 0.1 rounds to 0.10000000000000002: taken at its word, the column would vary by 1e-17.
    scaler = fit_scaler(name, [[0.1], [0.1], [0.1]])

    assert scaler.scale.item() == 1.0
    assert scaler.transform([[0.1], [2.1]]).tolist() == [[0.0], [2.0]]


def test_max_abs_divides_a_column_of_zeros_by_1():
    scaler = MaxAbsScaler().fit([[0.0], [0.0]])

    assert scaler.scale.item() == 1.0
    assert scaler.transform([[3.0]]).item() == 3.0


@pytest.mark.parametrize("unit", [1e200, 1e-200, 5e-324])
def test_standard_measures_columns_whose_squares_are_no_floats(unit):
    scaler = StandardScaler().fit([[0.0], [2 * unit]])

    # mean = unit, deviation = √((unit² + unit²)/2) = unit
    assert scaler.offset.item() == pytest.approx(unit, rel=1e-12)
    assert scaler.scale.item() == pytest.approx(unit, rel=1e-12)


def test_a_deviation_too_small_for_a_float_divides_by_1():
    # half of the smallest float rounds to 0
    scaler = StandardScaler().fit([[0.0], [5e-324]])

    assert scaler.scale.item() == 1.0


def test_a_column_that_spans_more_than_the_largest_float_is_refused():
    with pytest.raises(TableError, match=r"Column 2 of the table must span less than 1\.8e308.*larger unit"):
        MinMaxScaler().fit([[0, -1e308], [1, 1e308]])


def test_a_result_too_large_for_a_float_is_refused_both_ways():
    scaler = MinMaxScaler().fit([[0.0], [1e-300]])

    with pytest.raises(TableError, match="table, row 2, column 1: the result is too large"):
        scaler.transform([[0.0], [1e300]])

    with pytest.raises(TableError, match="table, row 1, column 1: the result is too large"):
        MaxAbsScaler().fit([[1e300]]).inverse_transform([[1e300]])


# --- refusals -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("use", ["transform", "inverse_transform"])
def test_a_scaler_must_be_fitted_before_it_is_used(name, use):
    kind = SCALERS[name]

    with pytest.raises(
        SettingError, match=rf"{kind.__name__} must be fitted .* fit returns a new .*{kind.__name__}\(\)\.fit"
    ):
        getattr(kind(), use)([[1.0]])


@pytest.mark.parametrize("attribute", ["offset", "scale"])
def test_an_unfitted_scaler_has_neither_offset_nor_scale(attribute):
    with pytest.raises(SettingError, match="must be fitted"):
        getattr(MinMaxScaler(), attribute)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("use", ["transform", "inverse_transform"])
def test_the_number_of_columns_must_be_that_of_the_fitted_table(name, use):
    scaler = fit_scaler(name, [[1, 2], [3, 4]])

    with pytest.raises(TableError, match=r"table must have 2 columns.*Got 3 instead"):
        getattr(scaler, use)([[1, 2, 3]])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("use", ["fit", "transform", "inverse_transform"])
@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ([1.0, 2.0], r"two dimensions.*table\.reshape\(-1, 1\)"),
        ([], "at least one row"),
        ([[0.0], [np.nan]], "row 2, column 1: nan is not a finite number"),
        ([[np.inf]], "row 1, column 1: inf is not a finite number"),
        ([["abc"]], 'row 1, column 1: "abc" is not a number'),
    ],
)
def test_what_is_not_a_table_of_finite_numbers_is_refused(name, use, table, sentence):
    scaler = fit_scaler(name, [[1.0], [2.0]])

    with pytest.raises(TableError, match=sentence):
        getattr(scaler, use)(table)


def test_an_unknown_name_is_refused_with_the_nearest_one():
    with pytest.raises(UnknownNameError, match=r'"minmax" is not a known scaler\. Did you mean "min_max"\?'):
        fit_scaler("minmax", [[1.0]])


# --- values ---------------------------------------------------------------------------------------------------------


def test_fitting_returns_a_new_scaler_and_leaves_the_old_one():
    first = MinMaxScaler().fit([[0.0], [1.0]])

    second = first.fit([[0.0], [2.0]])

    assert first.scale.item() == 1.0
    assert second.scale.item() == 2.0


@pytest.mark.parametrize("name", NAMES)
def test_offset_and_scale_cannot_be_written(name):
    scaler = fit_scaler(name, [[1.0], [2.0]])

    with pytest.raises(ValueError, match="read-only"):
        scaler.offset[0] = 9
    with pytest.raises(ValueError, match="read-only"):
        scaler.scale[0] = 9


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("use", ["transform", "inverse_transform"])
def test_transforming_leaves_the_table_of_the_caller_alone(name, use):
    table = np.array([[1.0], [3.0]])

    scaled = getattr(fit_scaler(name, table), use)(table)
    scaled[:] = 9

    assert table.tolist() == [[1.0], [3.0]]


def test_scalers_are_equal_by_kind_and_numbers():
    table = [[0.0], [2.0]]

    scaler = MinMaxScaler().fit(table)

    assert scaler == MinMaxScaler().fit([[2.0], [1.0], [0.0]]) == copy.deepcopy(scaler)
    assert hash(scaler) == hash(MinMaxScaler().fit(table))
    assert scaler != MinMaxScaler().fit([[0.0], [3.0]])
    assert scaler != MinMaxScaler()
    assert scaler != MaxAbsScaler().fit(table)  # the same offset 0 and scale 2, but another kind
    assert MinMaxScaler() == MinMaxScaler()
    assert scaler != "min_max"


def test_a_scaler_shows_its_numbers():
    assert repr(MinMaxScaler()) == "MinMaxScaler()"
    assert repr(MinMaxScaler().fit([[1, 0], [3, 0]])) == "MinMaxScaler(offset=[1.0, 0.0], scale=[2.0, 1.0])"


@pytest.mark.parametrize("use", ["transform", "inverse_transform"])
@pytest.mark.parametrize("table", [[1.0], [[1.0, 2.0]], [["a"]], [[1e308]]])
def test_a_table_is_called_by_the_name_its_caller_gives_it(use, table):
    unit = 1e-10 if use == "transform" else 1e10

    with pytest.raises(TableError, match=r"^rows"):
        getattr(fit_scaler("max_abs", [[unit]]), use)(table, name="rows")
