import warnings
from dataclasses import replace

import numpy as np
import pytest
from numpy.random import RandomState

import nncore
import playground.runs.measures
from nncore.metrics.metrics import MEASURES
from playground.runs.measures import (
    LEAST_MEASURED,
    MEASURE_LABELS,
    MOST_MEASURED,
    available_measures,
    described_measures,
    measure_run,
)

COMPUTED = [name for name in MEASURE_LABELS if name != "loss"]


def regression(test_scaling):
    """Two outputs, targets in units of their own, test rows that lie elsewhere."""
    stream = RandomState(5)
    inputs, test_inputs = stream.uniform(-3, 3, (7, 2)), stream.uniform(-5, 5, (4, 2))
    mixing = np.array([[20.0, -1.0], [5.0, 3.0]])
    return nncore.Experiment(
        nncore.Dataset(
            inputs, inputs @ mixing + 100, test_inputs=test_inputs, test_targets=np.tanh(test_inputs) @ mixing + 90
        ),
        nncore.Architecture((2, 4, 2), ("tanh", "linear")),
        "mean_squared_error",
        nncore.Adam(0.02),
        120,
        input_scaling="standard",
        target_scaling="min_max",
        test_scaling=test_scaling,
        seed=3,
    )


def three_classes():
    return nncore.Experiment(
        nncore.Dataset([[0.0, 1.0], [1.0, 0.0], [-1.0, -1.0], [0.5, 1.0]], np.eye(3)[[0, 1, 2, 0]]),
        nncore.Architecture((2, 3), ("softmax",)),
        "categorical_cross_entropy",
        nncore.SGD(0.5),
        60,
    )


EXPERIMENTS = {
    "article 1": replace(nncore.articles.single_neuron(), epochs=90),
    "article 2, own": nncore.articles.hidden_layer("own"),
    "article 2, train": nncore.articles.hidden_layer("train"),
    "two outputs, own": regression("own"),
    "two outputs, train": regression("train"),
    "three classes": three_classes(),
}


@pytest.fixture(scope="module")
def runs():
    return {name: experiment.run() for name, experiment in EXPERIMENTS.items()}


def history_of(epochs, architecture):
    """Return a history that records exactly these epochs, each with parameters that tell it apart."""

    class Recorded:
        pass

    history = Recorded()
    history.epochs = np.asarray(epochs)
    history.parameters = np.linspace(-1, 1, len(epochs))[:, None] * np.ones(architecture.parameter_count)
    return history


@pytest.mark.parametrize("measure", COMPUTED)
@pytest.mark.parametrize("name", EXPERIMENTS)
def test_a_measure_is_what_the_network_of_each_epoch_gives_on_its_own(name, measure, runs):
    experiment, history = EXPERIMENTS[name], runs[name].history
    inputs, _, test_inputs, _ = experiment.scaled()
    dataset = experiment.dataset

    measured = measure_run(experiment, history, measure)

    # Of numbers that are no classes there is no accuracy.
    assert np.isnan(measured.train).any() == (measure == "accuracy" and dataset.classes is None)

    assert measured.epochs.tolist() == history.epochs.tolist()
    for index in range(0, len(measured.epochs), 17):
        network = history.network_at(int(measured.epochs[index]))
        outputs = experiment.target_scaler.inverse_transform(network.predict(inputs))
        assert measured.train[index] == pytest.approx(
            MEASURES[measure](dataset.targets, outputs), rel=1e-12, abs=1e-12, nan_ok=True
        )
        if test_inputs is not None:
            outputs = experiment.target_scaler.inverse_transform(network.predict(test_inputs))
            expected = MEASURES[measure](dataset.test_targets, outputs)
            assert measured.test[index] == pytest.approx(expected, rel=1e-12, abs=1e-12, nan_ok=True)
    assert (measured.test is None) == (test_inputs is None)


def test_the_mean_absolute_error_of_article_2_begins_as_the_article_computes_it():
    experiment = nncore.articles.hidden_layer()
    history = experiment.run().history

    measured = measure_run(experiment, history, "mean_absolute_error")

    # The article's own loop, written out: both changes from the same pass, learning rate 1, no biases.
    inputs = np.array([[0, 1, 0], [0, 1, 1], [0, 0, 0], [1, 0, 0], [1, 1, 1], [1, 0, 1]], dtype=float)
    targets = np.array([[0], [0], [0], [1], [1], [1]], dtype=float)
    stream = RandomState(1)
    weights_1, weights_2 = 2 * stream.random_sample((3, 3)) - 1, 2 * stream.random_sample((3, 1)) - 1
    errors = []
    for _ in range(5):
        hidden = 1 / (1 + np.exp(-inputs @ weights_1))
        outputs = 1 / (1 + np.exp(-hidden @ weights_2))
        errors.append(np.abs(targets - outputs).mean())
        delta_2 = (targets - outputs) * outputs * (1 - outputs)
        delta_1 = delta_2 @ weights_2.T * hidden * (1 - hidden)
        weights_2, weights_1 = weights_2 + hidden.T @ delta_2, weights_1 + inputs.T @ delta_1
    assert measured.train[:5].tolist() == pytest.approx(errors, abs=1e-12)


def test_the_test_rows_of_article_2_are_right_by_their_own_range_and_one_is_wrong_by_that_of_the_training():
    accuracies = {}
    for scaling in ("own", "train"):
        experiment = nncore.articles.hidden_layer(scaling)
        history = experiment.run().history
        accuracies[scaling] = measure_run(experiment, history, "accuracy").test[-1]

    # TP 2, TN 4, FP 0, FN 0 against 2, 3, 1, 0: six of six, and five of six.
    assert accuracies == {"own": 1.0, "train": pytest.approx(5 / 6, abs=1e-12)}


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_the_loss_is_that_of_the_history_at_every_recorded_epoch(name, runs):
    history = runs[name].history

    measured = measure_run(EXPERIMENTS[name], history, "loss")

    assert measured.epochs.tolist() == history.epochs.tolist()
    assert measured.train.tolist() == history.loss.tolist()
    if history.test_loss is None:
        assert measured.test is None
    else:
        assert measured.test.tolist() == history.test_loss.tolist()


def test_the_loss_is_told_by_its_formula_and_how_rows_are_put_together():
    summed = EXPERIMENTS["article 1"]

    told = [described_measures(each)[0] for each in (summed, replace(summed, reduction="mean"))]

    assert told == [
        ("loss", "½ Σ (y − t)²", "The loss, ½ Σ (y − t)², summed over the rows"),
        ("loss", "½ Σ (y − t)²", "The loss, ½ Σ (y − t)², averaged over the rows"),
    ]


def test_the_loss_of_scaled_targets_is_said_to_be_one_of_those():
    scaled = replace(EXPERIMENTS["article 1"], target_scaling="standard")

    assert described_measures(scaled)[0][2] == "The loss, ½ Σ (y − t)², summed over the rows, of scaled targets"


def test_a_formula_too_long_for_a_heading_gives_way_to_the_name_of_the_loss():
    ((_, title, explained), *others) = described_measures(
        replace(EXPERIMENTS["article 1"], loss="binary_cross_entropy")
    )

    assert title == "binary cross-entropy"
    assert explained == "The loss, −1/K Σ (t log y + (1 − t) log(1 − y)), summed over the rows"
    assert [title for _, title, _ in others] == [MEASURE_LABELS[name] for name, _, _ in others]


@pytest.mark.parametrize("name", MEASURE_LABELS)
def test_a_measure_goes_by_its_label(name, runs):
    measured = measure_run(EXPERIMENTS["article 2, own"], runs["article 2, own"].history, name)

    assert measured.label == MEASURE_LABELS[name]
    assert len(measured.train) == len(measured.test) == len(measured.epochs)


@pytest.mark.parametrize("recorded", [1, 2, MOST_MEASURED, MOST_MEASURED + 1, 5000])
def test_of_many_epochs_at_most_so_many_are_measured_always_the_first_and_the_last(recorded):
    experiment = EXPERIMENTS["article 1"]
    history = history_of(range(0, 3 * recorded, 3), experiment.architecture)

    measured = measure_run(experiment, history, "mean_absolute_error")

    assert (measured.epochs[0], measured.epochs[-1]) == (0, 3 * (recorded - 1))
    assert len(measured.epochs) == len(measured.train) <= MOST_MEASURED
    assert len(measured.epochs) == recorded or len(measured.epochs) > MOST_MEASURED // 2
    assert (np.diff(measured.epochs) > 0).all()
    assert set(measured.epochs.tolist()) <= set(history.epochs.tolist())


def test_thinning_leaves_no_wide_gap_on_either_epoch_axis():
    experiment = EXPERIMENTS["article 1"]
    history = history_of(range(15_001), experiment.architecture)

    epochs = measure_run(experiment, history, "accuracy").epochs

    # Four hundred even steps on each axis; where epochs are rarer than steps, every one of them is there.
    assert np.diff(epochs).max() <= 15_000 / 399 + 1
    assert epochs[:20].tolist() == list(range(20))


def test_measures_stay_at_their_epochs_when_they_are_thinned():
    experiment = EXPERIMENTS["article 1"]
    history = history_of(range(3000), experiment.architecture)

    thinned = measure_run(experiment, history, "mean_squared_error")

    inputs, targets, _, _ = experiment.scaled()
    one_by_one = [
        np.mean((nncore.Network(experiment.architecture, history.parameters[epoch]).predict(inputs) - targets) ** 2)
        for epoch in thinned.epochs[::97]
    ]
    assert thinned.train[::97].tolist() == pytest.approx(one_by_one, rel=1e-12)


def test_a_large_table_is_measured_at_fewer_epochs():
    stream = RandomState(0)
    dataset = nncore.Dataset(stream.random_sample((1000, 2)), stream.random_sample((1000, 1)))
    wide = nncore.Architecture((2, 32, 32, 1), ("tanh", "tanh", "linear"))
    experiment = nncore.Experiment(dataset, wide, "half_squared_error", nncore.SGD(0.1), 5000)

    measured = measure_run(experiment, history_of(range(5001), wide), "mean_absolute_error")

    # 1,000 rows · 1,185 weights are 1.2 million products an epoch, a hundred million are 84 epochs.
    assert LEAST_MEASURED <= len(measured.epochs) <= 84
    assert (measured.epochs[0], measured.epochs[-1]) == (0, 5000)


def test_measuring_in_small_portions_changes_no_number(monkeypatch, runs):
    experiment, history = EXPERIMENTS["two outputs, own"], runs["two outputs, own"].history
    together = measure_run(experiment, history, "r_squared")

    monkeypatch.setattr(playground.runs.measures, "MOST_NUMBERS_AT_ONCE", 1)
    one_by_one = measure_run(experiment, history, "r_squared")

    assert one_by_one.train.tolist() == together.train.tolist()
    assert one_by_one.test.tolist() == together.test.tolist()


@pytest.mark.parametrize("measure", COMPUTED)
def test_numbers_that_run_away_are_measured_without_a_warning(measure):
    dataset = nncore.Dataset([[1.0], [2.0]], [[0.0], [1.0]], test_inputs=[[1e9]], test_targets=[[1.0]])
    experiment = nncore.Experiment(
        dataset, nncore.Architecture((1, 1), ("linear",)), "half_squared_error", nncore.SGD(10.0), 1000
    )
    history = experiment.trainer(warn=False).finish().history

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        measured = measure_run(experiment, history, measure)

    assert np.isfinite(measured.train[:3]).all()


@pytest.mark.parametrize(
    ("targets", "test_targets", "classes"),
    [
        ([[0.0], [1.0]], None, True),
        ([[0.0], [0.5]], None, False),
        ([[0.0], [1.0]], [[2.0]], True),
        ([[-1.0], [1.0]], None, True),
        ([[0.0, 1.0], [1.0, 0.0]], [[0.0, 1.0]], True),
        ([[0.0, 1.0], [1.0, 0.0]], [[1.0, 1.0]], True),
        ([[0.0, 0.0], [1.0, 0.0]], None, False),
        ([[0.5, 0.5], [1.0, 0.0]], None, False),
    ],
)
def test_accuracy_is_offered_for_classes_only(targets, test_targets, classes):
    dataset = nncore.Dataset(
        [[0.0], [1.0]], targets, test_inputs=None if test_targets is None else [[0.0]], test_targets=test_targets
    )

    assert (dataset.classes is not None) is classes
    expected = [name for name in MEASURE_LABELS if classes or name != "accuracy"]
    assert list(available_measures(dataset)) == expected


def test_every_measure_of_the_mathematics_has_a_label():
    assert set(MEASURE_LABELS) == {"loss", *MEASURES}


def test_accuracy_follows_the_threshold_and_leaves_out_what_is_undecided():
    # One weight of 0 answers 0.5 to both rows: undecided at 0.5, class 1 below it, class 0 above it.
    dataset = nncore.Dataset([[1.0], [2.0], [3.0]], [[1.0], [0.0], [0.0]])
    experiment = nncore.Experiment(
        dataset,
        nncore.Architecture((1, 1), ("sigmoid",)),
        "half_squared_error",
        nncore.SGD(1.0),
        0,
        initializer="zeros",
    )
    history = experiment.run().history

    shares = {level: measure_run(experiment, history, "accuracy", level).train[0] for level in (0.5, 0.4, 0.6)}

    assert shares == {0.5: 0.0, 0.4: pytest.approx(1 / 3), 0.6: pytest.approx(2 / 3)}
    assert measure_run(experiment, history, "accuracy").train[0] == 0.0
