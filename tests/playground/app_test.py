"""The page without a browser: what it opens with, its settings, and what its player is told.

What was sent is computed on as the browser does, and compared with an `nncore.Experiment` that the test describes itself.
"""

from dataclasses import replace

import pytest

import nncore
from nncore.metrics.metrics import confusion

from ..page_texts import (
    ARTICLE_1,
    ARTICLE_2,
    BEFORE,
    OPEN_ARTICLE_1,
    OPEN_ARTICLE_2,
    SETTINGS_TO_MEND,
    expected_outputs,
)

GALLERY = (OPEN_ARTICLE_1, OPEN_ARTICLE_2, "AND", "OR", "XOR", "NAND")


def test_the_page_opens_on_the_first_article_and_its_printed_answer(page):
    page.finish()

    assert (page.header["trained"], page.header["end"], page.header["before"]) == (15_000, 15_000, None)
    assert page.outputs("situation") == ["0.99996"]  # the article prints 0.9999584
    assert page.outputs() == expected_outputs(ARTICLE_1)
    assert page.parameters() == ARTICLE_1.run().network.parameters.tolist()
    assert (page.header["stale"], page.header["warnings"], page.header["early_end"]) == ("", [], [])


def test_the_fixed_names_are_on_the_page_and_nothing_that_python_left_there(page):
    numbers = page.fields
    (architecture,) = (group for group in page.client.radio if group.label == "Architecture")

    assert page.headings == ["Training table", "Test table", "New situation"]
    first = numbers.index("Learning rate")  # below what is folded: how many students have worksheets
    assert numbers[first : first + 3] == ["Learning rate", "Epochs", "Seed"]
    assert architecture.options == ["Single neuron", "Hidden layers"]
    assert len(page.client.get("bidi_component")) == 1
    assert len(page.client.markdown) == 0  # the texts of the tables' problems, and whatever stands alone on a line


def test_whatever_is_opened_is_a_new_run_with_no_run_before_it(page):
    seen = [(page.header["run"], page.header["opened"])]

    for title in GALLERY[1:]:
        page.choose("Open", title)
        seen.append((page.header["run"], page.header["opened"]))

        assert page.header["before"] is None
        assert BEFORE not in page.lines("loss") + page.lines("weights")
    page.choose("Open", OPEN_ARTICLE_1)

    # Page after page another number for the run and for what was opened, never one that was there before.
    assert seen == [(number, number) for number in range(1, len(GALLERY) + 1)]
    assert page.header["opened"] == len(GALLERY) + 1
    assert page.finish().outputs() == expected_outputs(ARTICLE_1)


def test_opening_it_anew_brings_back_its_own_table_and_settings(page):
    page.choose("Open", OPEN_ARTICLE_2).set_number("Seed", 5).type("training", 0, "target", "1").do(
        "set_threshold", threshold=0.9
    )

    page.press("Back to the example").finish()

    assert page.outputs() == expected_outputs(ARTICLE_2)
    assert page.number("Seed") == 1
    assert (page.header["before"], page.header["threshold"]) == (None, 0.5)


def test_the_player_is_told_whether_the_table_is_the_one_that_was_opened(page):
    assert page.header["is_own_table"]
    page.type("training", 3, "target", "1")
    assert not page.step().header["is_own_table"]
    page.type("training", 3, "target", "0")
    assert page.step().header["is_own_table"]


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
        (lambda page: page.choose("Loss over rows", "mean"), {"reduction": "mean"}),
        (lambda page: page.choose("Scaling of inputs", "mean 0, deviation 1"), {"input_scaling": "standard"}),
    ],
    ids=lambda given: next(iter(given)) if isinstance(given, dict) else "",
)
def test_a_changed_setting_trains_again_and_tells_the_numbers_of_that_experiment(page, change, settings):
    experiment = replace(ARTICLE_2, **settings)
    page.choose("Open", OPEN_ARTICLE_2).finish()
    old = page.header["run"]

    change(page)

    page.finish()
    assert page.outputs() == expected_outputs(experiment)
    assert page.header["trained"] == page.player.description["epochs"] == experiment.epochs
    assert page.header["before"] == old != page.header["run"]
    assert page.lines("loss")[0] == page.lines("weights")[0] == BEFORE


def test_a_setting_changed_and_changed_back_gives_the_first_numbers_again(page):
    page.choose("Open", OPEN_ARTICLE_2).finish()
    opened, first = page.header["run"], page.parameters()

    page.set_number("Seed", 2).finish()
    other = page.parameters()
    page.set_number("Seed", 1).finish()

    assert page.parameters() == first != other
    assert (page.header["run"], page.header["before"]) == (opened + 2, opened + 1)


def test_settings_keep_what_stood_in_them_while_they_were_hidden(page):
    page.set_number("Epochs", 50).choose("Architecture", "Hidden layers").set_number("Number of hidden layers", 2)
    page.set_number("Neurons, layer 2", 5).choose("Activation, layer 2", "tanh").set_number("Momentum", 0.5)

    page.choose("Architecture", "Single neuron").choose("Optimizer", "Adam").set_number("Epochs", 60)
    hidden = page.fields
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


def test_settings_that_do_not_go_together_get_a_sentence_and_the_last_run_stays(page):
    page.choose("Output activation", "tanh").finish()
    run, trained = page.header["run"], page.parameters()

    page.choose("Loss", "binary cross-entropy")
    refused = page.header["stale"]
    kept = page.header["run"], page.parameters()
    page.choose("Output activation", "sigmoid").finish()

    assert "tanh" in refused
    assert refused.endswith(SETTINGS_TO_MEND)
    assert kept == (run, trained)
    assert page.header["stale"] == ""
    assert (page.header["run"], page.header["before"]) == (run + 1, run)
    assert page.outputs() == expected_outputs(replace(ARTICLE_1, loss="binary_cross_entropy"))


def test_article_2_opens_on_the_error_it_plots_and_can_request_the_other_question(page):
    trained = nncore.articles.hidden_layer(scaling="train")
    dataset = trained.dataset
    by_training_range = confusion(dataset.test_targets, trained.run().predict(dataset.test_inputs))
    targets = dataset.test_targets.ravel() > 0.5

    page.choose("Open", OPEN_ARTICLE_2).finish()
    sentence, note = page.chart("loss")["data"][0]["hovertext"][0], page.header["chart_note"]
    own_range = [float(output) > 0.5 for output in page.outputs("test")]
    page.choose("Test rows are scaled", "by the training rows").finish()
    others_range = [float(output) > 0.5 for output in page.outputs("test")]

    assert "the training mean absolute error" in sentence
    assert "Mean Sum Squared Loss" in note
    # By their own range all six are right; by that of the training rows one of class 0 is called 1.
    assert own_range == targets.tolist()
    assert (by_training_range.true_negatives, by_training_range.false_positives) == (3, 1)
    assert [called != goal for called, goal in zip(others_range, targets, strict=True)].count(True) == 1


def test_the_note_of_article_2_belongs_to_the_error_it_plots_and_goes_with_it(page):
    page.choose("Open", OPEN_ARTICLE_2)
    choices = {**page.header["choices"], "measure": "loss"}

    page.request(choices=choices)

    assert page.header["choices"] == choices
    assert page.header["chart_note"] == ""


def test_the_limit_decides_what_counts_as_class_1_for_this_run_and_the_next(page):
    page.choose("Open", OPEN_ARTICLE_2).finish()
    at_the_middle = page.player.flips

    page.do("set_threshold", threshold=0.94).request(flips=0)
    above = page.player.flips
    page.set_number("Seed", 2)
    kept = page.header["threshold"]
    page.choose("Open", OPEN_ARTICLE_1)

    # What is opened begins with the threshold that the articles speak of.
    assert at_the_middle != above
    assert (kept, page.header["threshold"]) == (0.94, 0.5)


def test_the_first_chart_shows_the_measure_that_is_chosen(page):
    choices = {"value_scale": "log", "epoch_scale": "auto"}
    labels = ("Mean absolute error", "Mean squared error", "Accuracy", "R²", "½ Σ (y − t)²")
    names = ("mean_absolute_error", "mean_squared_error", "accuracy", "r_squared", "loss")

    for label, name in zip(labels, names, strict=True):
        chart = page.request(choices={**choices, "measure": name}).chart("loss")

        assert [name, label] in [measure[:2] for measure in page.player.description["measures"]]
        said = {"R²": "R²", "½ Σ (y − t)²": "loss"}.get(label, label.lower())
        assert f"<br>the training {said}<br>is " in chart["data"][0]["hovertext"][-1]
        assert chart["layout"]["yaxis"]["type"] == "log"


def test_the_epoch_axis_is_logarithmic_where_most_of_the_fall_happens_early_and_can_be_linear(page):
    page.finish()
    opened, scale = page.chart("loss")["layout"]["xaxis"]["range"][1], page.header["epoch_scale"]

    page.request(choices={"measure": "loss", "value_scale": "linear", "epoch_scale": "linear"})

    # Nearly all of the first article's loss is gone after 1,000 of 15,000 epochs. log1p(15,000) is 9.6.
    assert (scale, page.header["epoch_scale"]) == ("log", "linear")
    assert opened < 15
    assert page.chart("loss")["layout"]["xaxis"]["range"][1] >= 15_000
    assert page.chart("weights")["layout"]["xaxis"]["range"][1] >= 15_000
