"""The page without a browser: what its tables, settings and buttons do, told by the texts on it.

The numbers on the screen are compared with those of an `nncore.Experiment` that the test describes itself.
"""

from dataclasses import replace

import pytest

import nncore
from nncore.metrics import confusion
from playground.answers import shown_number

from ..page_texts import (
    BEFORE,
    FINISHED,
    NEVER_REACHED,
    NOT_FINITE,
    SETTINGS_TO_MEND,
    STOPPED,
    TABLE_TO_MEND,
    TEST_ROWS,
    TO_GO,
    TRAINING_ROWS,
    epochs_done,
)
from .opened_page import OpenedPage

ARTICLE_1 = nncore.articles.single_neuron()
ARTICLE_2 = nncore.articles.hidden_layer()
COLUMNS = ["input 1", "input 2", "input 3", "target"]
GALLERY = {
    "Article 1: a single neuron": (4, "right"),
    "Article 2: a hidden layer": (6, "right"),
    "AND": (4, "right"),
    "OR": (4, "right"),
    "XOR": (4, "wrong"),
    "NAND": (4, "right"),
}


@pytest.fixture
def page():
    return OpenedPage()


def outputs(experiment):
    """Return what the trained network answers to the training rows, as the page writes numbers."""
    return [shown_number(answer) for answer in experiment.run().predict(experiment.dataset.inputs).ravel()]


def changed(experiment, *, inputs=None, targets=None, **settings):
    """Return an experiment with another table or other settings."""
    dataset = experiment.dataset
    table = nncore.Dataset(
        dataset.inputs if inputs is None else inputs,
        dataset.targets if targets is None else targets,
        input_names=dataset.input_names,
        target_names=dataset.target_names,
    )
    return replace(experiment, dataset=table, **settings)


def shown_outputs(page):
    """Return the newest output on each line of the answers to the training rows."""
    return [line.removesuffix(" right").removesuffix(" wrong").split()[-1] for line in page.answers(TRAINING_ROWS)]


def test_the_page_opens_on_the_first_article_and_its_printed_answer(page):
    page.finish()

    assert page.status.startswith(epochs_done(15_000, 15_000))
    assert page.status.endswith(FINISHED)
    assert page.situation == "target: 0.99996 , class 1"  # the article prints 0.9999584
    assert shown_outputs(page) == outputs(ARTICLE_1)
    assert page.counts == ["Training", "TP 2 TN 2 FP 0 FN 0", "accuracy = (TP + TN) / all = (2 + 2) / 4 = 1"]
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

        answered = page.answers(TRAINING_ROWS)
        assert len(answered) == rows
        assert {line.split()[-1] for line in answered} == {"right", verdict}
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
    page.choose("Open", "Article 2: a hidden layer").finish()

    change(page)

    page.finish()
    assert shown_outputs(page) == outputs(experiment)
    assert page.status.startswith(epochs_done(experiment.epochs, experiment.epochs))
    assert page.lines("loss")[0] == page.lines("weights")[0] == BEFORE


def test_a_changed_cell_shows_old_and_new_answers_until_forget_is_pressed(page):
    page.finish()
    old, new = outputs(ARTICLE_1), outputs(changed(ARTICLE_1, targets=[[0], [1], [0.5], [0]]))

    page.type("training", 2, "target", "0,5").finish()
    compared = page.answers(TRAINING_ROWS)
    ghosts = [page.lines("loss").count(BEFORE), page.lines("weights").count(BEFORE)]
    page.press("Forget")

    # 0.5 is no class, so no row is right or wrong any more.
    targets = ["0", "1", "0.5", "0"]
    assert compared == [f"{row} {targets[row - 1]} {old[row - 1]} → {new[row - 1]}" for row in (1, 2, 3, 4)]
    assert ghosts == [1, 1]
    assert page.answers(TRAINING_ROWS) == [f"{row} {targets[row - 1]} {new[row - 1]}" for row in (1, 2, 3, 4)]
    assert BEFORE not in page.lines("loss") + page.lines("weights")
    assert "Forget" not in page.buttons


def test_rows_can_be_added_and_deleted(page):
    inputs = [[0, 0, 1], [1, 0, 1], [0, 1, 1], [1, 1, 0]]
    experiment = changed(ARTICLE_1, inputs=inputs, targets=[[0], [1], [0], [1]])

    page.delete_row("training", 1)
    page.add_row("training", dict(zip(COLUMNS, ["1", "1", "0", "1"], strict=True)))

    page.finish()
    assert shown_outputs(page) == outputs(experiment)


def test_a_bad_cell_is_named_and_the_last_result_stays_and_says_so(page):
    page.finish()
    answered, status = page.answers(TRAINING_ROWS), page.status

    page.type("training", 2, "input 2", "abc")

    assert page.problems == [
        'Row 3, column input 2: "abc" is not a number. Write a number such as 1.5, or delete the row.'
    ]
    assert page.notes[0].startswith(TABLE_TO_MEND)
    assert (page.answers(TRAINING_ROWS), page.status) == (answered, status)
    assert page.buttons == {"Train": False}


def test_a_mended_cell_is_learnt_together_with_what_was_set_in_the_meantime(page):
    page.type("training", 2, "input 2", "").set_number("Seed", 3)
    named = page.problems

    page.type("training", 2, "input 2", "1").finish()

    inputs = [[0, 0, 1], [1, 1, 1], [1, 1, 1], [0, 1, 1]]
    assert named == ["Row 3, column input 2: the cell is empty. Write a number such as 1.5, or delete the row."]
    assert shown_outputs(page) == outputs(changed(ARTICLE_1, inputs=inputs, seed=3))
    assert not page.problems
    assert not page.notes
    assert page.buttons["Train"]


def test_the_new_situation_is_answered_anew_without_training_again(page):
    page.finish()
    answer = ARTICLE_1.run().predict([[-1, 0.5, 2]]).item()

    page.type("situation", 0, "input 1", "-1").type("situation", 0, "input 2", ".5").type(
        "situation", 0, "input 3", "2"
    )
    answered = page.situation
    page.type("situation", 0, "input 3", "two")

    assert answered == f"target: {shown_number(answer)} , class 0"
    assert page.situation == ""
    assert [problem.split(":")[0] for problem in page.problems] == ["New situation, column input 3"]
    assert page.buttons == {"Train": True}  # nothing was changed about the run


def test_test_rows_are_answered_and_counted_and_never_learnt(page):
    page.add_row("test", dict(zip(COLUMNS, ["1", "0", "0", "1"], strict=True)))
    page.add_row("test", dict(zip(COLUMNS, ["0", "0", "0", "1"], strict=True)))
    page.finish()

    # The article's neuron has no bias: it answers exactly 0.5 to (0, 0, 0), which is not above the limit.
    answered = [line.split() for line in page.answers(TEST_ROWS)]
    assert [(line[1], line[-2], line[-1]) for line in answered] == [("1", "0.99996", "right"), ("1", "0.5000", "wrong")]
    assert page.counts[3:] == ["Test", "TP 1 TN 0 FP 0 FN 1", "accuracy = (TP + TN) / all = (1 + 0) / 2 = 0.5"]
    assert shown_outputs(page) == outputs(ARTICLE_1)
    assert page.lines("loss")[-1] == "test"

    page.add_row("test", dict(zip(COLUMNS, ["0", "0", "?", "1"], strict=True)))

    assert [problem.split(":")[0] for problem in page.problems] == ["Row 3, column input 3"]
    assert not page.buttons["Train"]


def test_article_2_opens_on_the_error_it_plots_and_can_ask_the_other_question(page):
    trained = nncore.articles.hidden_layer(scaling="train")
    by_training_range = confusion(trained.dataset.test_targets, trained.run().predict(trained.dataset.test_inputs))

    page.choose("Open", "Article 2: a hidden layer").finish()
    captions = [part.value for part in page.client.caption]
    heading = page.chart("loss")["layout"]["annotations"][0]["text"]
    own_range = page.counts
    page.choose("Test rows are scaled", "by the training rows").finish()

    assert heading.startswith("Mean absolute error")
    assert any("Mean Sum Squared Loss" in caption for caption in captions)
    assert own_range[4] == "TP 2 TN 4 FP 0 FN 0"
    assert page.counts[4] == "TP 2 TN 3 FP 1 FN 0"
    assert (by_training_range.true_negatives, by_training_range.false_positives) == (3, 1)


def test_the_limit_decides_what_counts_as_class_1(page):
    page.choose("Open", "Article 2: a hidden layer").finish()
    (limit,) = (slider for slider in page.client.slider if slider.label == "Limit")

    limit.set_value(0.94)
    page.step()

    # Row 5 of the training rows is answered 0.9346.
    assert page.counts[1] == "TP 2 TN 3 FP 0 FN 1"
    assert page.answers(TRAINING_ROWS)[4].endswith("wrong")


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
    assert shown_outputs(page) == outputs(replace(ARTICLE_1, loss="binary_cross_entropy"))


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
    assert shown_outputs(page) == outputs(experiment)


def test_targets_out_of_reach_are_trained_with_a_caution(page):
    page.type("training", 1, "target", "5").finish()

    assert [NEVER_REACHED in note for note in page.notes] == [True]
    assert page.status.startswith(epochs_done(15_000, 15_000))
    assert page.buttons["Train"]


def test_a_run_whose_numbers_explode_ends_with_its_reason_and_the_page_lives_on(page):
    page.choose("Output activation", "linear").set_number("Learning rate", 1000.0).finish()
    exploded, answered = page.status, " ".join(page.answers(TRAINING_ROWS))

    page.set_number("Learning rate", 0.1).set_number("Epochs", 20).finish()

    linear = nncore.Architecture((3, 1), ("linear",), bias=False)
    assert NOT_FINITE in exploded
    assert "at epoch " in exploded
    assert max(map(len, answered.split())) < 20  # numbers of a hundred digits are not written out
    assert page.status.startswith(epochs_done(20, 20))
    assert shown_outputs(page) == outputs(replace(ARTICLE_1, architecture=linear, optimizer=nncore.SGD(0.1), epochs=20))


def test_a_long_run_shows_its_first_slice_and_goes_on_until_it_is_stopped(page):
    page.set_number("Epochs", 1_000_000)
    first = page.status

    page.step()
    later = page.status
    page.press("Stop")
    stopped = page.status
    page.step()

    assert TO_GO in first
    assert first != later
    assert stopped.endswith(STOPPED)
    assert page.status == stopped
    assert "Continue" in page.buttons


def test_a_stopped_run_goes_on_to_the_numbers_of_an_uninterrupted_one(page, monkeypatch):
    monkeypatch.setattr("playground.session.FIRST_SLICE", 0.001)
    page.set_number("Epochs", 20_000).set_number("Batch size", 1)

    page.press("Stop")
    stopped = page.status
    page.press("Continue").finish()

    assert stopped.endswith(STOPPED)
    assert page.status.startswith(epochs_done(20_000, 20_000))
    assert shown_outputs(page) == outputs(replace(ARTICLE_1, epochs=20_000, batch_size=1))


def test_train_shows_the_run_again_from_its_beginning(page, monkeypatch):
    monkeypatch.setattr("playground.session.SHORTEST_SHOW", 3600.0)
    page.choose("Open", "Article 2: a hidden layer").finish()
    answered = page.answers(TRAINING_ROWS)

    page.press("Train")
    shown, buttons = page.status, page.buttons
    page.press("Stop").switch("At once", True).set_number("Seed", 2).set_number("Seed", 1).press("Train")

    # An hour's show is at one of its first epochs now; the whole run is trained in a few milliseconds.
    assert shown.startswith("Epoch 0 of 200")
    assert "Stop" in buttons
    assert page.status.startswith(epochs_done(200, 200))
    assert [line.split()[-2] for line in page.answers(TRAINING_ROWS)] == [line.split()[-2] for line in answered]
