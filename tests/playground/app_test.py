"""The page without a browser: what it opens with, its settings, and what its charts are told to show.

The numbers on the screen are compared with those of an `nncore.Experiment` that the test describes itself.
"""

from dataclasses import replace

import pytest

import nncore
from nncore.metrics import confusion

from ..page_texts import (
    ARTICLE_1,
    ARTICLE_2,
    BEFORE,
    FINISHED,
    OPEN_ARTICLE_1,
    OPEN_ARTICLE_2,
    SETTINGS_TO_MEND,
    TRAINING_ROWS,
    epochs_done,
    expected_outputs,
)

GALLERY = {
    OPEN_ARTICLE_1: (4, "right"),
    OPEN_ARTICLE_2: (6, "right"),
    "AND": (4, "right"),
    "OR": (4, "right"),
    "XOR": (4, "wrong"),
    "NAND": (4, "right"),
}


def test_the_page_opens_on_the_first_article_and_its_printed_answer(page):
    page.finish()

    assert page.status.startswith(epochs_done(15_000, 15_000))
    assert page.status.endswith(FINISHED)
    assert page.situation == "target: 0.99996, class 1"  # the article prints 0.9999584
    assert page.outputs() == expected_outputs(ARTICLE_1)
    assert page.counts() == ["TP 2 TN 2 FP 0 FN 0", "accuracy = (TP + TN) / all = (2 + 2) / 4 = 1"]
    assert page.buttons == {"Train": True}
    assert not page.notes


def test_the_fixed_names_are_on_the_page_and_nothing_that_python_left_there(page):
    numbers = [field.label for field in page.client.number_input]
    (architecture,) = (group for group in page.client.radio if group.label == "Architecture")

    assert {"Training table", "Test table", "New situation", "Loss", "Weights"} <= set(page.headings)
    assert numbers[:3] == ["Learning rate", "Epochs", "Seed"]
    assert architecture.options == ["Single neuron", "Hidden layers"]
    assert len(page.client.markdown) == 0  # the texts of the tables' problems, and whatever stands alone on a line


def test_everything_in_the_gallery_opens_trained_and_only_xor_fails(page):
    for title, (rows, verdict) in GALLERY.items():
        page.choose("Open", title).finish()

        assert len(page.verdicts()) == rows
        assert set(page.verdicts()) == {"right", verdict}
        assert page.status.endswith(FINISHED)
        assert "Forget" not in page.buttons  # what was open before is no run before this one


@pytest.mark.parametrize(
    ("change", "settings"),
    [
        (lambda page: page.set_number("Seed", 7), {"seed": 7}),
        (lambda page: page.set_number("Epochs", 123), {"epochs": 123}),
        (lambda page: page.set_number("Learning rate", 0.25), {"optimizer": nncore.SGD(0.25)}),
        (lambda page: page.set_number("Batch size", 4), {"batch_size": 4}),
        (
            lambda page: page.switch("Bias", True),
            {"architecture": nncore.Architecture((3, 3, 1), ("sigmoid", "sigmoid"), bias=True)},
        ),
        (
            lambda page: page.choose("Architecture", "Single neuron"),
            {"architecture": nncore.Architecture((3, 1), ("sigmoid",), bias=False)},
        ),
        (lambda page: page.choose("Optimizer", "Adam"), {"optimizer": nncore.Adam(1.0)}),
        (lambda page: page.choose("Over the rows the loss is", "averaged"), {"reduction": "mean"}),
        (lambda page: page.choose("Scaling of inputs", "mean 0, deviation 1"), {"input_scaling": "standard"}),
    ],
    ids=lambda given: next(iter(given)) if isinstance(given, dict) else "",
)
def test_a_changed_setting_trains_again_and_shows_the_numbers_of_that_experiment(page, change, settings):
    experiment = replace(ARTICLE_2, **settings)
    page.choose("Open", OPEN_ARTICLE_2).finish()

    change(page)

    page.finish()
    assert page.outputs() == expected_outputs(experiment)
    assert page.status.startswith(epochs_done(experiment.epochs, experiment.epochs))
    assert page.lines("loss")[0] == page.lines("weights")[0] == BEFORE


def test_settings_keep_what_stood_in_them_while_they_were_hidden(page):
    page.set_number("Epochs", 50).choose("Architecture", "Hidden layers").set_number("Number of hidden layers", 2)
    page.set_number("Neurons, layer 2", 5).choose("Activation, layer 2", "tanh").set_number("Momentum", 0.5)

    page.choose("Architecture", "Single neuron").choose("Optimizer", "Adam").set_number("Epochs", 60)
    hidden = [field.label for field in page.client.number_input]
    page.choose("Architecture", "Hidden layers").choose("Optimizer", "gradient descent (SGD)").finish()

    experiment = replace(
        ARTICLE_1,
        architecture=nncore.Architecture((3, 3, 5, 1), ("sigmoid", "tanh", "sigmoid"), bias=False),
        optimizer=nncore.SGD(1.0, momentum=0.5),
        epochs=60,
    )
    assert not {"Number of hidden layers", "Neurons, layer 2", "Momentum"} & set(hidden)
    assert [page.number(name) for name in ("Number of hidden layers", "Neurons, layer 2", "Momentum")] == [2, 5, 0.5]
    assert page.outputs() == expected_outputs(experiment)


def test_settings_that_do_not_go_together_get_a_sentence_and_the_last_result_stays(page):
    page.choose("Output activation", "tanh").finish()
    answered = page.answers(TRAINING_ROWS)

    page.choose("Loss", "binary cross-entropy")
    refused, kept, buttons = page.notes, page.answers(TRAINING_ROWS), page.buttons
    page.choose("Output activation", "sigmoid").finish()

    assert "tanh" in refused[0]
    assert refused[0].endswith(SETTINGS_TO_MEND)
    assert kept == answered
    assert not buttons["Train"]
    assert not page.notes
    assert page.outputs() == expected_outputs(replace(ARTICLE_1, loss="binary_cross_entropy"))


def test_article_2_opens_on_the_error_it_plots_and_can_ask_the_other_question(page):
    trained = nncore.articles.hidden_layer(scaling="train")
    by_training_range = confusion(trained.dataset.test_targets, trained.run().predict(trained.dataset.test_inputs))

    page.choose("Open", OPEN_ARTICLE_2).finish()
    captions = [part.value for part in page.client.caption]
    heading = page.chart("loss")["layout"]["annotations"][0]["text"]
    own_range = page.counts("Test")
    page.choose("Test rows are scaled", "by the training rows").finish()

    assert heading.startswith("Mean absolute error")
    assert any("Mean Sum Squared Loss" in caption for caption in captions)
    assert own_range[0] == "TP 2 TN 4 FP 0 FN 0"
    assert page.counts("Test")[0] == "TP 2 TN 3 FP 1 FN 0"
    assert (by_training_range.true_negatives, by_training_range.false_positives) == (3, 1)


def test_the_limit_decides_what_counts_as_class_1(page):
    page.choose("Open", OPEN_ARTICLE_2).finish()
    (limit,) = (slider for slider in page.client.slider if slider.label == "Limit")

    limit.set_value(0.94)
    page.step()

    # Row 5 of the training rows is answered 0.9346.
    assert page.counts()[0] == "TP 2 TN 3 FP 0 FN 1"
    assert page.verdicts() == ["right"] * 4 + ["wrong", "right"]


def test_the_first_chart_shows_the_measure_that_is_chosen(page):
    page.choose("Value axis", "log")

    for measure in ("Mean absolute error", "Mean squared error", "Accuracy", "R²", "Loss"):
        layout = page.choose("Measure", measure).chart("loss")["layout"]

        assert layout["annotations"][0]["text"].startswith(measure)
        assert layout["yaxis"]["type"] == "log"


def test_the_epoch_axis_is_logarithmic_where_most_of_the_fall_happens_early_and_can_be_linear(page):
    page.finish()
    opened = page.chart("loss")["layout"]["xaxis"]["range"][1]

    page.choose("Epoch axis", "linear")

    # Nearly all of the first article's loss is gone after 1,000 of 15,000 epochs. log1p(15,000) is 9.6.
    assert opened < 15
    assert page.chart("loss")["layout"]["xaxis"]["range"][1] >= 15_000
    assert page.chart("weights")["layout"]["xaxis"]["range"][1] >= 15_000
