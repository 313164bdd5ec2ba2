from dataclasses import replace

import numpy as np
import pytest
from numpy.random import RandomState

import nncore
import playground.runs.flips
from playground.runs.flips import Flip, FlipWatch

ARTICLE_1 = replace(nncore.articles.single_neuron(), epochs=60)
ARTICLE_2 = nncore.articles.hidden_layer()


def flips_of(experiment, threshold=0.5, portion=1_000_000):
    """Return the flips of a whole run, looked through in portions."""
    history = experiment.run().history
    watch = FlipWatch(experiment, threshold)
    for start in range(0, len(history.epochs), portion):
        watch.look(history.epochs[start : start + portion], history.parameters[start : start + portion])
    return watch.flips


def one_by_one(experiment, threshold):
    """Return the flips as somebody finds them who asks the network of every epoch about every row."""
    run = experiment.run()
    found, before = [], None
    for epoch in run.history.epochs.tolist():
        network = run.history.network_at(epoch)
        answers = [experiment.predict(network, [row])[0] for row in experiment.dataset.inputs]
        classes = [int(answer[0] > threshold) if len(answer) == 1 else int(answer.argmax()) for answer in answers]
        on_the_threshold = [len(answer) == 1 and abs(answer[0] - threshold) < 1e-12 for answer in answers]
        before = before or [None] * len(classes)
        classes = [old if on else called for old, called, on in zip(before, classes, on_the_threshold, strict=True)]
        changed = tuple(row for row, called in enumerate(classes) if before[row] is not None and called != before[row])
        if changed:
            found.append(Flip(epoch, changed))
        before = classes
    return found


def test_the_rows_of_article_1_change_class_at_the_epochs_the_articles_own_loop_says():
    inputs = np.array([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]], dtype=float)
    targets = np.array([[0], [1], [1], [0]], dtype=float)
    weights = 2 * RandomState(1).random_sample((3, 1)) - 1
    called = []
    for _ in range(61):
        outputs = 1 / (1 + np.exp(-inputs @ weights))
        called.append((outputs.ravel() > 0.5).tolist())
        weights = weights + inputs.T @ ((targets - outputs) * outputs * (1 - outputs))

    flips = flips_of(ARTICLE_1)

    # Before any update every row is class 0: the third weight, which all four rows have, is the most negative. Row 2
    # is called 1 after two updates, row 3 after four; row 1 and row 4 are right from the beginning and stay so.
    assert flips == [Flip(2, (1,)), Flip(4, (2,))]
    assert called[0] == called[1] == [False, False, False, False]
    assert called[2] == called[3] == [False, True, False, False]
    assert all(row == [False, True, True, False] for row in called[4:])


@pytest.mark.parametrize("threshold", [0.0, 0.2, 0.5, 0.9, 1.0])
def test_flips_are_those_found_by_asking_epoch_by_epoch_and_row_by_row(threshold):
    assert flips_of(ARTICLE_2, threshold) == one_by_one(ARTICLE_2, threshold)


def test_with_several_classes_the_largest_output_decides():
    experiment = nncore.Experiment(
        nncore.Dataset([[0.0, 1.0], [1.0, 0.0], [-1.0, -1.0], [0.5, 1.0]], np.eye(3)[[0, 1, 2, 0]]),
        nncore.Architecture((2, 3), ("softmax",)),
        "categorical_cross_entropy",
        nncore.SGD(0.5),
        60,
    )

    flips = flips_of(experiment)

    assert flips == one_by_one(experiment, 0.5)
    assert flips


@pytest.mark.parametrize("portion", [1, 2, 7])
def test_portions_change_nothing(portion):
    assert flips_of(ARTICLE_2, portion=portion) == flips_of(ARTICLE_2)


def test_targets_in_units_of_their_own_are_compared_with_the_limit_in_these_units():
    scaled = replace(ARTICLE_2, target_scaling="standard", architecture=nncore.Architecture((3, 1), ("linear",)))
    scaled = replace(scaled, optimizer=nncore.SGD(0.05))

    assert flips_of(scaled) == one_by_one(scaled, 0.5)


def test_numbers_that_are_no_classes_do_not_flip():
    dataset = nncore.Dataset([[0.0], [1.0]], [[0.25], [0.75]])
    experiment = nncore.Experiment(
        dataset, nncore.Architecture((1, 1), ("linear",)), "half_squared_error", nncore.SGD(0.5), 50
    )

    assert flips_of(experiment) == []


def test_a_row_on_the_threshold_has_not_left_its_class():
    # One weight, no bias: the output is sigmoid(w · 1), exactly 0.5 at w = 0.
    dataset = nncore.Dataset([[1.0], [-1.0]], [[1.0], [0.0]])
    architecture = nncore.Architecture((1, 1), ("sigmoid",), bias=False)
    experiment = nncore.Experiment(dataset, architecture, "half_squared_error", nncore.SGD(1.0), 1)
    watch = FlipWatch(experiment, 0.5)

    watch.look(np.arange(6), np.array([[0.0], [1.0], [0.0], [1.0], [0.0], [-1.0]]))

    # Before epoch 1 neither row has a class to change from; what comes back from the threshold has changed nothing.
    assert watch.flips == [Flip(5, (0, 1))]


def test_weights_that_are_nothing_but_rounding_flip_nothing():
    # XOR with one neuron: the weights go to 0 and what is left of them, some 2e-16, changes its sign on and on.
    xor = nncore.Dataset([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], [[0.0], [1.0], [1.0], [0.0]])
    experiment = nncore.Experiment(
        xor, nncore.Architecture((2, 1), ("sigmoid",)), "half_squared_error", nncore.SGD(1.0), 20_000, seed=1
    )
    run = experiment.run()
    epochs, parameters = run.history.epochs, run.history.parameters
    outputs = np.array([run.history.network_at(int(epoch)).predict(xor.inputs)[:, 0] for epoch in epochs[::50]])
    noisy = np.abs(outputs - 0.5).max(axis=1) < 1e-13
    watch = FlipWatch(experiment, 0.5)

    watch.look(epochs, parameters)

    assert noisy.any()
    assert (outputs[noisy] != 0.5).any()
    assert all(flip.epoch <= epochs[::50][noisy][0] for flip in watch.flips)


def test_a_run_that_wavers_without_end_is_not_counted_without_end(monkeypatch):
    monkeypatch.setattr(playground.runs.flips, "MOST_FLIPS", 10)
    dataset = nncore.Dataset([[1.0], [-1.0]], [[1.0], [0.0]])
    architecture = nncore.Architecture((1, 1), ("sigmoid",), bias=False)
    experiment = nncore.Experiment(dataset, architecture, "half_squared_error", nncore.SGD(1.0), 1)
    watch = FlipWatch(experiment, 0.5)

    for start in range(0, 100, 5):
        epochs = np.arange(start, start + 5)
        watch.look(epochs, np.where(epochs % 2, 1.0, -1.0)[:, None])

    assert 10 <= len(watch.flips) < 15


def test_of_a_large_table_every_look_sees_its_first_and_its_last_epoch(monkeypatch):
    monkeypatch.setattr(playground.runs.flips, "MOST_PRODUCTS", 0)
    history = ARTICLE_1.run().history
    watch = FlipWatch(ARTICLE_1, 0.5)

    watch.look(history.epochs[:41], history.parameters[:41])
    watch.look(history.epochs[41:], history.parameters[41:])

    # Two epochs a look: 0 and 40, then 41 and 60. Both rows have changed between 0 and 40.
    assert watch.flips == [Flip(40, (1, 2))]
