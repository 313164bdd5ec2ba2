"""The last resort is never needed for most tables, so it is asked directly."""

from fractions import Fraction

import numpy as np
import pytest

from nncore.separability.exact_combination import vanishing_combination
from nncore.separability.exact_simplex import exact_alternative
from nncore.separability.vanishing_proof import proof_or_weights


@pytest.mark.parametrize("seed", range(60))
def test_the_exact_linear_program_proves_one_side_or_the_other(seed):
    rng = np.random.default_rng(seed)
    rows = rng.integers(-4, 5, (int(rng.integers(1, 14)), int(rng.integers(1, 5)))).tolist()

    answer = exact_alternative(rows)

    if answer.multipliers is None:
        assert all(sum(w * x for w, x in zip(answer.weights, row, strict=True)) > 0 for row in rows)
    else:
        assert answer.weights is None
        assert min(answer.multipliers) >= 0
        assert sum(answer.multipliers) == 1
        assert not any(
            sum(m * x for m, x in zip(answer.multipliers, column, strict=True)) for column in zip(*rows, strict=True)
        )


def test_rows_join_the_linear_program_until_none_is_wrong():
    rng = np.random.default_rng(0)
    rows = rng.integers(-50, 50, (300, 3)).astype(float)
    rows = rows[rows @ [3.0, -2.0, 1.0] > 0]

    weights = proof_or_weights(rows, [0], np.zeros(len(rows)))

    assert isinstance(weights, tuple)
    assert all(sum(w * Fraction(x) for w, x in zip(weights, row, strict=True)) > 0 for row in rows.tolist())


def test_a_proof_among_many_rows_is_found_by_the_linear_program():
    rows = np.vstack([np.random.default_rng(0).random((200, 2)), [[-0.5, 0.1], [0.5, -0.1]]])

    proof = proof_or_weights(rows, [0], np.zeros(len(rows)))

    assert proof == {200: Fraction(1, 2), 201: Fraction(1, 2)}


def test_independent_rows_and_rows_of_different_signs_have_no_combination():
    assert vanishing_combination([[1, 0], [0, 1]]) is None
    assert vanishing_combination([[1, 2], [2, 4]]) is None  # 2 · the first − the second
    assert vanishing_combination([[1], [-1], [2]]) is None  # more than one
    assert vanishing_combination([[3, -3], [-2, 2]]) == [2, 3]
