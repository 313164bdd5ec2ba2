"""Play the second article's run: how the error develops, the test table scaled both ways, a single prediction."""

from __future__ import annotations

from dataclasses import replace
from textwrap import fill

import numpy as np
from numpy.typing import NDArray

from nncore.articles import HIDDEN_LAYER_SINGLE_PREDICTION
from nncore.cli.text_plot import text_plot
from nncore.cli.text_table import text_table
from nncore.cli.training import require_finite, trainer_after_warnings
from nncore.engine.evaluation import stacked_outputs
from nncore.experiment.experiment import Experiment
from nncore.metrics.classes import UNDECIDED, Classes
from nncore.metrics.confusion import Confusion, confusion
from nncore.metrics.regression_errors import mean_absolute_error
from nncore.network.network import Network
from nncore.training.history import History

Array = NDArray[np.float64]

CLASSES = Classes((0.0, 1.0))
"""What the article tells apart, by its threshold of 0.5."""

COLUMNS = 78


def play(experiment: Experiment) -> None:
    """Train a network with a hidden layer, and show how its error develops and what it makes of unseen rows.

    The run is that of Chris Verdence, *How to Create a Simple Neural Network in Python* (Better Programming, 2020).

    Parameters
    ----------
    experiment : Experiment
        With one output, inputs as many as the article's single prediction has, and a test table.

    Raises
    ------
    SessionEndedError
        If the numbers stop being finite; the error up to then has been shown.
    """
    trainer = trainer_after_warnings(experiment)
    inputs, hidden, *_, outputs = experiment.architecture.layer_sizes
    print("A neural network with a hidden layer\n====================================")
    _tell(
        f"It learns to call a row class 1 if its first input is 10, with {inputs} inputs, {hidden} hidden neurons and "
        f"{outputs} output. It trains for {_epochs(experiment.epochs)} with learning rate "
        f"{experiment.optimizer.learning_rate:g}, from the starting weights of seed {experiment.seed}."
    )
    run = trainer.finish()
    _show_error_development(experiment, run.history)
    require_finite(run.stop_reason)
    _show_test_tables(experiment, run.network)
    _show_single_prediction(experiment, run.network)


def error_development(experiment: Experiment, history: History) -> tuple[NDArray[np.int64], Array]:
    """Return the mean absolute error of the training rows in every recorded epoch, each before that epoch's update.

    Parameters
    ----------
    experiment : Experiment
        What the history is of.
    history : History

    Returns
    -------
    epochs : ndarray of int, shape (k,)
        The first is 1: its error is that of the starting weights.
    errors : ndarray, shape (k,)
        In the unit of the scaled targets.

    Examples
    --------
    >>> from nncore import articles
    >>> experiment = articles.hidden_layer()
    >>> epochs, errors = error_development(experiment, experiment.run().history)
    >>> epochs[0].item(), epochs[-1].item(), len(errors)
    (1, 200, 200)
    """
    before_an_update = history.epochs < experiment.epochs
    inputs, targets, _, _ = experiment.scaled()
    outputs = stacked_outputs(experiment.architecture, history.parameters[before_an_update], inputs)
    return history.epochs[before_an_update] + 1, np.atleast_1d(mean_absolute_error(targets, outputs))


def accuracy_formula(counts: Confusion) -> str:
    """Return the accuracy as its formula, with the numbers in place.

    Examples
    --------
    >>> accuracy_formula(Confusion(true_positives=2, true_negatives=4, false_positives=0, false_negatives=0))
    'accuracy = (TP + TN) / all = (2 + 4) / 6 = 1'
    """
    right = f"({counts.true_positives} + {counts.true_negatives})"
    return f"accuracy = (TP + TN) / all = {right} / {counts.total} = {counts.accuracy:.4g}"


def _show_error_development(experiment: Experiment, history: History) -> None:
    _head("Error development")
    if experiment.epochs == 0:
        _tell("No epoch was asked for, so there is no error to draw: what follows is answered by the starting weights.")
        return
    epochs, errors = error_development(experiment, history)
    _show(text_plot(epochs.tolist(), errors.tolist(), x_label="epoch", y_label="mean absolute error", columns=COLUMNS))
    _tell(
        f"The stars are {len(errors):,} mean absolute errors: how far the outputs are from the targets on average, each "
        f"taken before its epoch's update. It is {errors[0]:.4f} in epoch {epochs[0]:,} and {errors[-1]:.4f} in epoch "
        f'{epochs[-1]:,}. The article titles this plot "Mean Sum Squared Loss". What it draws is the mean absolute error, '
        "a good choice because it is read in the unit of the targets; only the title slipped."
    )
    if history.stride > 1:
        _tell(f"The run is so long that one epoch in {history.stride} was recorded and is drawn.")


def _show_test_tables(experiment: Experiment, network: Network) -> None:
    _head("Test table, scaled by its own range (as the article does)")
    _show_test_table(replace(experiment, test_scaling="own"), network)
    _tell(
        f"An output above {CLASSES.threshold:g} is called class 1. TP and TN are rows of class 1 and of class 0 that were "
        "recognised; FP is a row of class 0 that was called class 1, FN a row of class 1 that was called class 0."
    )
    _head("Test table, scaled by the training rows' range")
    _show_test_table(replace(experiment, test_scaling="train"), network)
    _tell(
        "Both tables are answered by the same network, because training never sees a test row. What differs is the "
        "question. In the training rows the third input is at most 1, in the test rows it reaches 10. The test table's "
        "own range turns that 10 into 1, a number the network knows. The training rows' range leaves it at 10, ten "
        "times outside anything learnt: whatever is answered there is extrapolation. Scaling test rows in another way "
        "than training rows is called inconsistent preprocessing. It is easy to overlook, because the "
        "counts it gives can look better than the true ones."
    )


def _show_test_table(experiment: Experiment, network: Network) -> None:
    dataset = experiment.dataset
    _, _, scaled_inputs, targets = experiment.scaled()
    if dataset.test_inputs is None or scaled_inputs is None or targets is None:
        return
    outputs = network.predict(scaled_inputs)
    rows = zip(dataset.test_inputs, scaled_inputs, targets[:, 0], outputs[:, 0], strict=True)
    _show(
        text_table(
            ("row", "inputs", "scaled", "target", "output", "class", "counts as"),
            [
                (str(number), _spaced(raw), _spaced(scaled), f"{target:g}", f"{output:.4f}", *_called(target, output))
                for number, (raw, scaled, target, output) in enumerate(rows, start=1)
            ],
        )
    )
    counts = confusion(targets, outputs, CLASSES.threshold)
    _show(
        f"TP {counts.true_positives}   TN {counts.true_negatives}"
        f"   FP {counts.false_positives}   FN {counts.false_negatives}"
    )
    print(accuracy_formula(counts))


def _show_single_prediction(experiment: Experiment, network: Network) -> None:
    raw = np.array([HIDDEN_LAYER_SINGLE_PREDICTION])
    scaled = experiment.input_scaler.transform(raw)
    meant = experiment.input_scaler.inverse_transform(raw)
    asked = (("unscaled", raw), ("scaled", scaled))
    _head(f"Single prediction: {_tuple(raw)}")
    rows = [
        (how, _spaced(row[0]), f"{output:.4f}", _class_of(output))
        for how, row, output in ((how, row, network.predict(row).item()) for how, row in asked)
    ]
    _show(text_table(("put in", "the network sees", "output", "class"), rows))
    _tell(
        f"The network was trained on scaled rows, where 1 stands for the largest number of a column. So {_tuple(raw)} put "
        f"in unscaled asks about the row {_tuple(meant)}. Scaled as the training rows were, it asks what was meant."
    )


def _called(target: float, output: float) -> tuple[str, str]:
    called = CLASSES.called(np.array([[output]]))[0]
    if called == UNDECIDED:
        return _class_of(output), "undecided"
    right = called == CLASSES.of_targets(np.array([[target]]))[0]
    return _class_of(output), ("T" if right else "F") + ("P" if called else "N")


def _class_of(output: float) -> str:
    called = CLASSES.called(np.array([[output]]))[0]
    return "none" if called == UNDECIDED else f"{CLASSES.values[called]:g}"


def _spaced(row: Array) -> str:
    return " ".join(f"{number:>3g}" for number in row)


def _tuple(rows: Array) -> str:
    return f"({', '.join(f'{number:g}' for number in np.ravel(rows))})"


def _epochs(count: int) -> str:
    return "1 epoch" if count == 1 else f"{count:,} epochs"


def _head(title: str) -> None:
    print(f"\n\n{title}\n{'-' * len(title)}")


def _tell(sentences: str) -> None:
    _show(fill(sentences, COLUMNS))


def _show(block: str) -> None:
    print("\n" + block)
