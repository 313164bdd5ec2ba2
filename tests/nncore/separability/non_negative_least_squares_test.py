import numpy as np
import pytest
from scipy.optimize import nnls

from nncore.separability.non_negative_least_squares import non_negative_least_squares


@pytest.mark.parametrize("seed", range(50))
def test_the_residual_is_as_short_as_scipy_s(seed):
    rng = np.random.default_rng(seed)
    equations, count = int(rng.integers(1, 10)), int(rng.integers(1, 40))
    matrix, wanted = rng.normal(size=(equations, count)), rng.normal(size=equations)

    unknowns, residual = non_negative_least_squares(matrix, wanted)

    assert unknowns.min() >= 0
    np.testing.assert_allclose(residual, wanted - matrix @ unknowns, atol=1e-12)
    assert np.linalg.norm(residual) == pytest.approx(nnls(matrix, wanted)[1], abs=1e-9)


def test_a_start_changes_the_way_and_not_the_answer():
    rng = np.random.default_rng(3)
    matrix, wanted = np.abs(rng.normal(size=(6, 30))), np.abs(rng.normal(size=6))
    start = np.zeros(30)
    start[[2, 7, 11]] = 1.0

    unknowns, _ = non_negative_least_squares(matrix, wanted, start)

    np.testing.assert_allclose(matrix @ unknowns, matrix @ non_negative_least_squares(matrix, wanted)[0], atol=1e-9)


def test_nothing_is_taken_of_columns_that_all_point_away():
    unknowns, residual = non_negative_least_squares(-np.eye(2), np.array([1.0, 2.0]))

    assert unknowns.tolist() == [0, 0]
    assert residual.tolist() == [1, 2]
