"""Another architecture, another chart, another experiment from the gallery."""

import re
from dataclasses import replace

from playwright.sync_api import expect

import nncore

from ..page_texts import (
    ARTICLE_1,
    ARTICLE_2,
    BEFORE,
    FIELD_TO_MEND,
    OPEN_ARTICLE_2,
    TEST_ROWS,
    TRAINING_ROWS,
    expected_outputs,
)
from .playground_page import PlaygroundPage


def test_a_single_neuron_fails_at_xor_and_hidden_layers_learn_it(app):
    app.open().wait_until_finished()

    app.open_example_at_the_end("XOR")
    # All it can say is 0.5, whatever is put in: what was right or wrong of that was rounding.
    expect(app.verdicts()).to_have_text(["undecided"] * 4)
    expect(app.page.locator(".rows-of-train .rows-undecided")).to_have_count(4)
    app.choose("Architecture", "Hidden layers")
    expect(app.verdicts()).to_have_text(["right"] * 4)
    expect(app.page.locator(".rows-wrong")).to_have_count(0)
    app.set_number("Number of hidden layers", 2)
    expect(app.number("Neurons, layer 2")).to_be_visible()  # the fields stand in their new line
    app.set_number("Neurons, layer 1", 4)

    # The grey lines are one; then 8 + 12 + 3 weights and 4 + 3 + 1 biases.
    app.wait_for_chart("weights", "plot.data.length === 1 + 23 + 8")
    app.button("Clear comparison").click()
    app.wait_for_chart("weights", "plot.data.length === 23 + 8")
    expect(app.outputs()).to_have_text(expected_outputs(_xor((2, 4, 3, 1))))
    groups = app.player.get_by_label("Lit weights").locator("option")
    expect(groups).to_have_text(["all 31", "Input → Hidden 1", "Hidden 1 → Hidden 2", "Hidden 2 → Output"])
    # Of the 31 lines 27 are not among the 3 + 1 of the last layer, 23 are of no bias.
    faded = app.page.locator(".panel-weights .scatterlayer .trace[style*='opacity: var(--faded)']")
    lit = app.page.locator(".panel-weights .signed-lines g")
    expect(lit).to_have_count(0)  # a crowd is grey
    app.select("Lit weights", "Hidden 2 → Output")
    expect(faded).to_have_count(27)
    expect(lit).to_have_count(4)
    app.button("Enlarge Weights").click()
    app.page.get_by_label("Find a weight").fill("bias of")
    expect(faded).to_have_count(23)
    expect(lit).to_have_count(8)


def test_article_2_opens_on_its_own_error_and_the_chart_shows_other_measures(app):
    app.open().wait_until_finished()

    app.open_example_at_the_end(OPEN_ARTICLE_2)

    expect(app.outputs(TRAINING_ROWS)).to_have_text(expected_outputs(ARTICLE_2))
    expect(app.outputs(TEST_ROWS)).to_have_count(6)
    app.page.get_by_role("tab", name="Test table", exact=True).click()
    expect(app.counts("Test counts")).to_contain_text(re.compile("TP 2 .*TN 4 .*FP 0 .*FN 0"))
    app.page.keyboard.press("Escape")
    expect(app.situation).to_contain_text("0.0275")
    expect(app.page.locator(".chart-note")).to_be_hidden()
    app.button("note").click()
    expect(app.page.locator(".chart-note")).to_contain_text("Mean Sum Squared Loss")
    expect(app.page.locator(".chart-note")).to_be_visible()
    _expect_measure(app, "Mean absolute error")
    app.wait_for_lines("loss", ["train", "test"])

    app.select("Measure", "Accuracy")
    _expect_measure(app, "Accuracy")
    app.select("Measure", "½ Σ (y − t)²")
    app.select("Value axis", "log")  # the note has enlarged the chart
    app.button("Enlarge Loss").click()
    app.select("Epoch axis", "epochs: log")

    _expect_measure(app, "Loss")
    app.wait_for_chart("loss", "plot.layout.yaxis.type === 'log'")
    app.wait_for_chart("loss", "plot.layout.xaxis.range[1] < 10")  # log(1 + 200) is 5.3
    app.wait_for_chart("weights", "plot.layout.xaxis.range[1] < 10")
    app.select("Epoch axis", "epochs: linear")
    app.wait_for_chart("loss", "plot.layout.xaxis.range[1] >= 200")
    app.wait_for_chart("weights", "plot.layout.xaxis.range[1] >= 200")


def test_a_setting_behind_more_is_learnt_and_a_refused_one_says_why(app):
    app.open_at_the_end()
    app.page.get_by_text("More", exact=True).click()

    app.choose_from("Output activation", "tanh")
    app.wait_for_lines("weights", [BEFORE, "input 1 → target", "input 2 → target", "input 3 → target"])
    app.choose_from("Loss", "binary cross-entropy")

    expect(app.notes).to_contain_text("tanh")
    expect(app.page.locator(".player.stale")).to_have_count(1)
    expect(app.button("Train")).to_be_disabled()
    expect(app.charts).to_have_count(2)


def test_a_learning_rate_typed_with_a_comma_is_taken_and_one_in_doubt_is_asked_about(app):
    app.open_at_the_end()

    app.number("Learning rate").click()
    app.page.keyboard.press("ControlOrMeta+a")
    with app.finished_run():
        app.page.keyboard.type("0,5")
        app.page.keyboard.press("Enter")
    app.wait_until_finished()
    taken = expected_outputs(replace(ARTICLE_1, optimizer=nncore.SGD(0.5)))
    app.button("Clear comparison").click()
    expect(app.outputs()).to_have_text(taken)
    app.set_number("Learning rate", "1,000")

    expect(app.page.get_by_text('Learning rate: "1,000" can mean 1000 or 1.0.')).to_be_visible()
    expect(app.number("Learning rate")).to_have_value("1,000")
    expect(app.notes).to_contain_text(FIELD_TO_MEND)
    expect(app.page.locator(".player.stale")).to_have_count(1)
    expect(app.button("Train")).to_be_disabled()
    expect(app.outputs()).to_have_text(taken)


def _expect_measure(app: PlaygroundPage, measure: str) -> None:
    """The chart in words is what the chart is of."""
    sentence = app.page.get_by_role("list", name=f"The chart in words: {measure}").get_by_role("listitem").first
    expect(sentence).to_have_text(re.compile(f"the training {measure.lower()} is"))
    expect(app.player.get_by_role("heading", name=measure, exact=True)).to_have_count(1)
    expect(app.player.get_by_role("img", name=f"{measure}, epoch 0 to ")).to_have_count(1)


def _xor(layer_sizes: tuple[int, ...]) -> nncore.Experiment:
    return nncore.Experiment(
        nncore.Dataset([[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]]),
        nncore.Architecture(layer_sizes, ("sigmoid",) * (len(layer_sizes) - 1), bias=True),
        loss="half_squared_error",
        reduction="sum",
        optimizer=nncore.SGD(1.0),
        epochs=2000,
        seed=1,
    )
