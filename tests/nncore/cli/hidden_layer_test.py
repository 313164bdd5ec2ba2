import re
from dataclasses import replace

import numpy as np
import pytest

import nncore
from nncore import SGD, Architecture, Confusion, articles
from nncore.cli import hidden_layer
from nncore.cli.ending import SessionEndedError


@pytest.fixture
def printed(played) -> str:
    session = played("hidden-layer")
    assert (session.exit_code, session.said) == (0, "")
    return session.printed


def test_the_test_table_scaled_by_its_own_range_has_the_counts_of_the_article(printed):
    own_range = _section(printed, "Test table, scaled by its own range (as the article does)")

    assert "TP 2   TN 4   FP 0   FN 0\naccuracy = (TP + TN) / all = (2 + 4) / 6 = 1\n" in own_range


def test_the_test_table_scaled_by_the_training_rows_has_one_false_positive(printed):
    training_range = _section(printed, "Test table, scaled by the training rows' range")

    # 5 of 6 rows are right: 5 / 6 = 0.833333333333
    assert "TP 2   TN 3   FP 1   FN 0\naccuracy = (TP + TN) / all = (2 + 3) / 6 = 0.8333\n" in training_range


def test_every_test_row_stands_with_its_output_and_class(printed):
    own_range = _section(printed, "Test table, scaled by its own range (as the article does)")
    training_range = _section(printed, "Test table, scaled by the training rows' range")

    assert _rows(own_range)[2] == ["3", "0", "1", "10", "0", "1", "1", "0", "0.0373", "0", "TN"]
    assert [row[-1] for row in _rows(own_range)] == ["TN", "TP", "TN", "TP", "TN", "TN"]
    assert _rows(training_range)[2] == ["3", "0", "1", "10", "0", "1", "10", "0", "0.8013", "1", "FP"]
    assert [row[-1] for row in _rows(training_range)] == ["TN", "TP", "FP", "TP", "TN", "TN"]


def test_the_single_prediction_is_shown_unscaled_and_scaled(printed):
    single = _section(printed, "Single prediction: (1, 1, 0)")

    assert ["unscaled", "1", "1", "0", "0.9013", "1"] in _words(single)
    assert ["scaled", "0.1", "1", "0", "0.0275", "0"] in _words(single)
    # Unscaled, 1 is the top of the training range 0..10 of input 1, and of 0..1 of the other two.
    assert "asks about the row (10, 1, 0)" in single


def test_the_error_is_called_what_it_is(printed):
    section = " ".join(_section(printed, "Error development").split())

    assert "200 mean absolute errors" in section
    assert 'The article titles this plot "Mean Sum Squared Loss". What it draws is the mean absolute error' in section


def test_everything_printed_is_ascii_and_fits_eighty_columns(printed):
    assert printed.isascii()
    assert max(map(len, printed.splitlines())) <= 80


def test_the_error_development_is_that_of_the_article_s_own_loop():
    experiment = articles.hidden_layer()

    epochs, errors = hidden_layer.error_development(experiment, experiment.run().history)

    np.testing.assert_array_equal(epochs, np.arange(1, 201))
    np.testing.assert_allclose(errors, _article_errors(), rtol=0, atol=1e-12)


def test_a_thinned_history_still_gives_the_errors_of_its_epochs():
    experiment = articles.hidden_layer()
    thinned = nncore.Trainer(
        experiment.network(),
        *experiment.scaled()[:2],
        loss=experiment.loss,
        optimizer=experiment.optimizer,
        epochs=experiment.epochs,
        reduction=experiment.reduction,
        memory_limit=4_000,
    )

    history = thinned.finish().history
    epochs, errors = hidden_layer.error_development(experiment, history)

    assert history.stride > 1
    np.testing.assert_allclose(errors, np.array(_article_errors())[epochs - 1], rtol=0, atol=1e-12)


def test_options_change_the_run_and_are_repeated(played):
    session = played("hidden-layer --seed 7 --epochs 1 --learning-rate 0.5")

    sentences = " ".join(session.printed.split())
    assert "It trains for 1 epoch with learning rate 0.5, from the starting weights of seed 7." in sentences


def test_without_an_epoch_the_starting_weights_answer(played):
    session = played("hidden-layer --epochs 0")

    assert session.exit_code == 0
    assert "No epoch was asked for" in session.printed
    assert "Single prediction" in session.printed


def test_numbers_that_stop_being_finite_are_shown_up_to_there(capsys):
    linear = Architecture(layer_sizes=(3, 3, 1), activations=("linear", "linear"), bias=False)
    experiment = replace(articles.hidden_layer(), architecture=linear, optimizer=SGD(learning_rate=10.0))

    with pytest.raises(SessionEndedError, match=r"^The numbers stopped being finite at epoch \d+"):
        hidden_layer.play(experiment)

    printed = capsys.readouterr().out
    assert "mean absolute error" in printed
    assert "Test table" not in printed


def test_a_long_run_says_that_not_every_epoch_is_drawn(capsys):
    experiment = replace(articles.hidden_layer(), epochs=60_000)

    hidden_layer.play(experiment)

    # 15 numbers an epoch: 60,000 of them take 7.2 MB of the 4 MB there are, so every second or fourth is kept.
    assert re.search(r"one epoch in [24]\s+was recorded", capsys.readouterr().out)


def test_an_undefined_accuracy_is_not_hidden():
    nothing = Confusion(true_positives=0, true_negatives=0, false_positives=0, false_negatives=0)

    assert hidden_layer.accuracy_formula(nothing) == "accuracy = (TP + TN) / all = (0 + 0) / 0 = nan"


def _section(printed, title):
    """Return what stands between a title and the next one."""
    after = printed.split(f"\n{title}\n{'-' * len(title)}\n")[1]
    return after.split("\n\n\n")[0] + "\n"


def _words(section):
    return [line.split() for line in section.splitlines()]


def _rows(section):
    return [words for words in _words(section) if words and words[0].isdigit()]


def _article_errors():
    """Return the mean absolute errors of the article's loop, written as the article writes it."""
    stream = np.random.RandomState(1)
    weights_1 = 2 * stream.random_sample((3, 3)) - 1
    weights_2 = 2 * stream.random_sample((3, 1)) - 1
    inputs = np.array([[0, 1, 0], [0, 1, 1], [0, 0, 0], [1, 0, 0], [1, 1, 1], [1, 0, 1]], dtype=float)
    targets = np.array([[0], [0], [0], [1], [1], [1]], dtype=float)
    errors = []
    for _ in range(200):
        hidden = 1 / (1 + np.exp(-inputs @ weights_1))
        outputs = 1 / (1 + np.exp(-hidden @ weights_2))
        errors.append(np.abs(targets - outputs).mean())
        delta_2 = (targets - outputs) * outputs * (1 - outputs)
        delta_1 = delta_2 @ weights_2.T * hidden * (1 - hidden)
        weights_2, weights_1 = weights_2 + hidden.T @ delta_2, weights_1 + inputs.T @ delta_1
    return errors
