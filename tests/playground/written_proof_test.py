"""What the page writes of a proof is a proof: the weights as they are written separate, and both sums are the same."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nncore import linear_separability
from playground.page.written_proof import ProvedRows, written_proof, written_weights

CORNERS = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
CLASSES = ("class 1", "class 0")


def rows(inputs, targets, **names):
    inputs = np.array(inputs, dtype=float)
    letters = [f"x{place}" for place in range(inputs.shape[1])]
    return ProvedRows(inputs, np.array(targets) == 1, letters, CLASSES, **names)


def proof(table, *, bias=True):
    answer = linear_separability(table.inputs, table.positive.astype(float), bias=bias)
    return written_proof(table, answer, bias=bias)


def number(text):
    return float(text.replace("−", "-").replace(",", ""))


def value(text, cells):
    """Return what a sum of products, as it is written, is for a row."""
    total = 0.0
    for term in text.replace("− ", "+ −").split(" + "):
        factor, name = term.split(" · ") if " · " in term else ("1", term)
        negative = factor.startswith("−") or name.startswith("−")
        name = name.lstrip("−")
        amount = cells[int(name[1:])] if name.startswith("x") else number(name)
        total += (-1 if negative else 1) * number(factor.lstrip("−")) * amount
    return total


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.booleans())
def test_weights_as_they_are_written_put_every_row_strictly_on_its_side(seed, bias):
    rng = np.random.default_rng(seed)
    inputs = rng.integers(-9, 10, (8, 2)) / 10
    targets = (inputs @ rng.normal(size=2) + (rng.normal() if bias else 0) > 0).astype(float)
    table = rows(inputs, targets)
    if len(set(targets)) < 2 or not inputs.any(axis=1).all():
        return
    answer = linear_separability(inputs, targets, bias=bias)

    text = written_weights(table, answer)

    assert [value(text, row) > 0 for row in inputs.tolist()] == table.positive.tolist()


@pytest.mark.parametrize("seed", range(20))
def test_the_sums_of_both_classes_are_the_same_column_by_column(seed):
    rng = np.random.default_rng(seed)
    inputs = rng.integers(0, 10, (12, 3)) / 10
    table = rows(inputs, rng.permutation([0, 1] * 6))
    written = proof(table)
    if written.head[0] != "λ":
        return
    upper, lower = written.groups

    for group in (upper, lower):
        *lines, total = ([number(cell) for cell in (line[0], *line[2:])] for line in group)
        amounts = np.array(lines)
        assert (amounts[:, 0] > 0).all()
        summed = [amounts[:, 0].sum(), *(amounts[:, 0] @ amounts[:, 1:])]
        np.testing.assert_allclose(total, summed, rtol=1e-4)
    assert [upper[-1][0], *upper[-1][2:]] == [lower[-1][0], *lower[-1][2:]]


def test_rows_are_called_as_they_stand_on_the_page():
    written = proof(rows(CORNERS, [0, 1, 1, 0], row_numbers=[1, 3, 4, 9]))

    assert [line[1] for group in written.groups for line in group[:-1]] == ["row 3", "row 4", "row 1", "row 9"]


def test_a_row_that_touches_is_named_as_exactly_at_the_threshold():
    written = proof(rows([[0, 0], [0, 2], [2, 0], [1, 1]], [0, 0, 0, 1]))

    assert written.groups[0] == (("2", "row 4", "1", "1"), ("2", "class 1: Σ λ · row", "2", "2"))
    assert written.conclusion.endswith("Rows 2–4 are exactly at the threshold at best.")


def test_a_row_of_zeros_is_at_the_threshold_of_a_neuron_without_a_bias():
    written = proof(rows(CORNERS, [0, 1, 1, 1]), bias=False)

    assert written.statement == "With these λ, class 0 adds up to 0:"
    assert "this sum comes out as 0" in written.conclusion
    assert written.conclusion.endswith("Row 1 is exactly at the threshold at best.")


def test_one_class_needs_no_weights():
    assert proof(rows([[1], [2]], [1, 1])).statement == "Any neuron that answers that class to every row is right."


def test_of_many_rows_the_nearest_are_written():
    written = proof(rows([[place] for place in range(20)], [0] * 10 + [1] * 10))

    assert [line[0] for line in written.groups[0]][:2] == ["row 10", "row 11"]
    assert len(written.groups[0]) == 8
    assert written.conclusion == "The other 12 rows are no nearer."
