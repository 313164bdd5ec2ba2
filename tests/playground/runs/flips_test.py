from dataclasses import replace

import numpy as np
import pytest
from numpy.random import RandomState

import nncore
import playground.runs.flips
from playground.runs.flips import Flip, FlipWatch
from playground.runs.live_run import LiveRun

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


@pytest.mark.parametrize(
    ("threshold", "is_crossed"), [(0.0, False), (0.2, True), (0.5, True), (0.9, True), (1.0, False)]
)
def test_flips_are_those_found_by_asking_epoch_by_epoch_and_row_by_row(threshold, is_crossed):
    assert flips_of(ARTICLE_2, threshold) == one_by_one(ARTICLE_2, threshold)
    assert bool(flips_of(ARTICLE_2, threshold)) is is_crossed


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
    assert flips_of(ARTICLE_2, portion=portion) == flips_of(ARTICLE_2) == one_by_one(ARTICLE_2, 0.5)
    assert flips_of(ARTICLE_2)


def test_targets_in_units_of_their_own_are_compared_with_the_threshold_in_these_units():
    scaled = replace(ARTICLE_2, target_scaling="standard", architecture=nncore.Architecture((3, 1), ("linear",)))
    scaled = replace(scaled, optimizer=nncore.SGD(0.05))

    assert flips_of(scaled) == one_by_one(scaled, 0.5)
    assert flips_of(scaled)


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
    assert (watch.flips, watch.count) == ([], 1)
    locate(watch, ARTICLE_1)
    assert watch.flips == [Flip(2, (1,)), Flip(4, (2,))]


LONG = nncore.Experiment(
    nncore.Dataset([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], [[0.0], [1.0], [1.0], [0.0]]),
    nncore.Architecture((2, 3, 1), ("tanh", "sigmoid")),
    "half_squared_error",
    nncore.SGD(1.5, 0.9),
    400,
    reduction="sum",
    batch_size=1,
    seed=4,
)


@pytest.mark.parametrize("stride", [2, 8, 32])
def test_what_changes_between_two_epochs_looked_at_is_located_to_the_very_epoch(stride):
    history = LONG.run().history
    every = flips_of(LONG)
    watch = FlipWatch(LONG, 0.5)

    watch.look(history.epochs[::stride], history.parameters[::stride])
    seen = watch.count
    locate(watch, LONG)

    assert watch.count == len(watch.flips) >= seen > 0
    # A row that flips there and back between two looks may be missed, but what is found is true: row for row.
    flipped = {(flip.epoch, row) for flip in every for row in flip.rows}
    assert {(flip.epoch, row) for flip in watch.flips for row in flip.rows} <= flipped
    epochs = [flip.epoch for flip in watch.flips]
    assert epochs == sorted(set(epochs))


def test_locating_can_be_left_and_taken_up_again_look_by_look():
    history = LONG.run().history
    at_once, by_and_by = FlipWatch(LONG, 0.5), FlipWatch(LONG, 0.5)
    for watch in (at_once, by_and_by):
        watch.look(history.epochs[::32], history.parameters[::32])

    locate(at_once, LONG)
    looks = 0
    while by_and_by.count > len(by_and_by.flips):
        by_and_by.locate(lambda epoch: history.network_at(epoch).parameters, lambda: True)
        looks += 1

    assert by_and_by.flips == at_once.flips
    assert looks >= 5  # halving 32 epochs


@pytest.mark.parametrize("epoch", [32, 100, 400])
def test_a_branch_locates_what_was_still_to_be_located_before_it(epoch):
    history = LONG.run().history
    whole, branch = FlipWatch(LONG, 0.5), FlipWatch(LONG, 0.5)
    whole.look(history.epochs[::32], history.parameters[::32])

    branch.take_over(whole, epoch, history.network_at(epoch).parameters)
    locate(branch, LONG)
    locate(whole, LONG)

    if epoch % 32 == 0:
        assert branch.flips == [flip for flip in whole.flips if flip.epoch <= epoch]
    every = {(flip.epoch, row) for flip in flips_of(LONG) for row in flip.rows}
    assert {(flip.epoch, row) for flip in branch.flips for row in flip.rows} <= every
    assert all(flip.epoch <= epoch for flip in branch.flips)


def test_a_long_run_on_the_screen_tells_the_very_epochs_though_it_records_few():
    # Some 60,000 numbers a record: of 300 epochs a few dozen are recorded.
    wide = replace(LONG, architecture=nncore.Architecture((2, 120, 120, 1), ("tanh", "tanh", "sigmoid")), epochs=300)
    wide = replace(wide, optimizer=nncore.SGD(0.02, 0.9))
    run = LiveRun(1, wide)
    run.advance(300, 60.0)
    while run.flip_count > len(run.flips):
        run.locate_flips(1.0)

    assert run.trainer.history.stride > 1
    assert run.flips
    for flip in run.flips:
        rows = list(flip.rows)
        before, after = (run.trainer.history.network_at(epoch) for epoch in (flip.epoch - 1, flip.epoch))
        inputs = wide.dataset.inputs
        assert ((before.predict(inputs)[rows] > 0.5) != (after.predict(inputs)[rows] > 0.5)).all()


def locate(watch, experiment):
    """Let a watch find all that it has to find."""
    history = experiment.run().history
    watch.locate(lambda epoch: history.network_at(epoch).parameters, lambda: False)
