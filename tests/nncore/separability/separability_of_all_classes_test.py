"""Whether one layer can call all of several classes: each answer against weights, or against a proof, found another way."""

import numpy as np
import pytest

from nncore.separability.separability_of_all_classes import separability_of_all_classes


def calls_all(inputs, classes, bias):
    """Return whether the perceptron of several classes, which ends exactly if weights exist, has ended within many passes.

    Source: K. Crammer and Y. Singer, "Ultraconservative Online Algorithms for Multiclass Problems", 2003.
    """
    seen = np.column_stack([inputs, np.ones(len(inputs))]) if bias else inputs
    weights = np.zeros((classes.max() + 1, seen.shape[1]))
    for _ in range(1000):
        wrong = 0
        for row, wanted in zip(seen, classes, strict=True):
            sums = weights @ row
            sums[wanted] -= 1e-9
            called = int(sums.argmax())
            if called != wanted:
                weights[wanted] += row
                weights[called] -= row
                wrong += 1
        if not wrong:
            return True
    return False


@pytest.mark.parametrize("bias", [True, False])
def test_weights_are_found_where_it_says_that_there_are_some_and_only_there(bias):
    answers = []
    for seed in range(40):
        random = np.random.RandomState(seed)
        inputs = random.randint(-4, 5, (7, 2 if bias else 4)).astype(float)
        classes = np.r_[0, 1, 2, random.randint(0, 3, 4)]

        found = separability_of_all_classes(inputs, np.eye(3)[classes], bias=bias)

        assert found.separable == calls_all(inputs, classes, bias), seed
        answers.append(found.separable)
    assert 5 < sum(answers) < 35


def test_the_rows_of_a_proof_cannot_be_called_by_themselves():
    for seed in range(60):
        random = np.random.RandomState(seed)
        inputs, classes = random.randint(-4, 5, (12, 2)).astype(float), random.randint(0, 4, 12)
        found = separability_of_all_classes(inputs, np.eye(4)[classes])
        if found.separable:
            continue
        few = list(found.rows)

        assert not separability_of_all_classes(inputs[few], np.eye(4)[classes[few]]).separable
        if found.answer is not None:
            signs = np.where(classes == found.pair[0], 1.0, -1.0) * found.answer.multipliers
            assert set(classes[few]) == set(found.pair)
            np.testing.assert_allclose(signs @ np.column_stack([inputs, np.ones(12)]), 0, atol=1e-12)
