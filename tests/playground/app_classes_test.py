"""The page without a browser: what counts as right and wrong, and why numbers grow beyond all bounds."""

import json

import pytest

from ..page_texts import OPEN_ARTICLE_2

CASE_02 = [["0", "1", "0"], ["0", "1", "1"], ["0", "0", "0"], ["0", "0", "1"], ["0", "1", "1"], ["0", "0", "0"]]
BIPOLAR = [["-1", "-1", "-1"], ["-1", "1", "1"], ["1", "-1", "1"], ["1", "1", "-1"]]
HOUSES = [
    ["2104", "3", "399900"],
    ["1600", "3", "329900"],
    ["2400", "3", "369000"],
    ["1416", "2", "232000"],
    ["3000", "4", "539900"],
]
XOR_COLUMNS = ["input 1", "input 2", "target"]


def fill(page, table, rows, columns):
    """Write rows over those of a table, and add the ones that are too many."""
    count = len(page.cells(table))
    for row, cells in enumerate(rows):
        if row < count:
            for column, text in zip(columns, cells, strict=True):
                page.type(table, row, column, text)
        else:
            page.add_row(table, dict(zip(columns, cells, strict=True)))
    return page


def test_six_test_rows_of_class_1_that_are_called_0_are_not_right(page):
    page.choose("Open", OPEN_ARTICLE_2)
    columns = ["input 1", "input 2", "input 3", "target"]

    fill(page, "test", [[*inputs, "1"] for inputs in CASE_02], columns)
    page.finish()
    page.request(charts=True, choices={"measure": "accuracy", "value_scale": "linear", "epoch_scale": "linear"})

    outputs = [float(text) for text in page.outputs("test")]
    assert outputs[:3] == pytest.approx([0.01363952, 0.03732071, 0.10057008], abs=1e-4)
    assert max(outputs) < 0.5
    accuracy = {line["name"]: line["y"][-1] for line in json.loads(json.dumps(page.chart("loss")))["data"] if line["y"]}
    assert accuracy["test"] == 0.0


def test_targets_of_minus_1_and_1_have_a_threshold_of_0_and_flips(page):
    page.choose("Open", "XOR").choose("Architecture", "Hidden layers")
    page.choose("Output activation", "tanh").set_number("Learning rate", "0.1")

    fill(page, "training", BIPOLAR, XOR_COLUMNS)
    page.finish()

    assert page.player.description["classes"]["values"] == [-1.0, 1.0]
    assert page.header["threshold"] == 0.0
    assert "accuracy" in [name for name, _, _ in page.player.description["measures"]]
    assert page.player.flips
    page.do("set_threshold", threshold=-0.5)
    assert page.header["threshold"] == -0.5


def test_a_single_neuron_at_xor_flips_nothing_once_its_weights_are_rounding(page):
    page.choose("Open", "XOR").finish()

    parameters = page.parameters()
    assert max(abs(parameter) for parameter in parameters) < 1e-12
    assert page.player.flips
    assert all(epoch < 1000 for epoch, _ in page.player.flips)


def test_an_odd_test_target_is_not_judged_and_the_training_rows_are(page):
    page.choose("Open", "XOR")

    page.add_row("test", dict(zip(XOR_COLUMNS, ["1", "1", "0.7"], strict=True)))

    assert page.player.description["classes"]["kind"] == "two"
    assert page.player.description["not_judged"] == {
        "train": "",
        "test": "Row 1 is not judged: its target 0.7 is neither 0 nor 1.",
    }


def test_of_houses_the_page_says_to_scale_the_inputs_and_that_helps(page):
    page.choose("Open", "XOR").choose("Output activation", "linear").set_number("Learning rate", "0.000001")

    fill(page, "training", HOUSES, XOR_COLUMNS)
    page.finish()
    (sentence,) = page.header["early_end"]
    assert sentence.endswith("they reach 3,000. Scale the inputs to mean 0 and deviation 1.")

    page.choose("Scaling of inputs", "mean 0, deviation 1").choose("Scaling of targets", "mean 0, deviation 1")
    page.set_number("Learning rate", "0.1").set_number("Epochs", "5000")
    page.type("situation", 0, "input 1", "1650").type("situation", 0, "input 2", "3")
    page.finish()

    assert not page.header["early_end"]
    assert page.outputs("situation") == ["345,105"]
