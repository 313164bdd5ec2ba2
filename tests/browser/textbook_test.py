"""The exercise from a textbook: its table, settings and starting weights are typed from scratch, and its numbers come out."""

import pytest
from playwright.sync_api import expect

from nncore.explanation.explain import explain
from nncore.textbook_examples import mazur
from playground.document import Document

from .address_test import document_in_address
from .own_table_test import paste
from .worked_test import Worked

TABLE = "i1\ti2\to1\to2\n0,05\t0,10\t0,01\t0,99\n"
WEIGHTS = """
i1 -> hidden 1 = 0,15
i2 -> hidden 1 = 1/5
bias of hidden 1 = 0.35 frozen
i1 -> hidden 2 = 25/100
i2 -> hidden 2 = .3
bias of hidden 2 = 0.35 frozen
hidden 1 -> o1 = 0.40
hidden 2 -> o1 = 0.45
bias of o1 = 0.60 held
hidden 1 -> o2 = 1/2
hidden 2 -> o2 = 0.55
bias of o2 = 3/5 held
"""
# What Mazur prints after one update; w5 leads from the first hidden neuron to the first output.
PRINTED = {"w1": (0, "0.14978072"), "w2": (2, "0.19956143"), "w5": (6, "0.35891648")}


@pytest.fixture
def box(app):
    """The box for starting weights, filled and taken."""

    def take(text: str) -> None:
        app.press("Type or paste starting weights")
        app.page.get_by_role("textbox", name="One line for each weight and bias").fill(text)
        app.press("Start from these weights")

    return take


def unfold_more(app):
    app.page.get_by_test_id("stExpander").filter(has_text="More").locator("summary").first.click()
    expect(app.number("Momentum")).to_be_visible()


def test_mazur_s_example_is_typed_from_scratch_and_comes_to_his_numbers(app, box):
    app.open().wait_until_finished()
    paste(app, TABLE)
    app.button("Columns").click()
    app.choose_from("Role of column 3", "target")
    app.page.keyboard.press("Escape")
    app.choose("Architecture", "Hidden layers")
    app.set_number("Neurons, layer 1", 2)
    app.switch("Bias")
    app.set_number("Learning rate", "0,5")
    unfold_more(app)
    app.choose_from("Output activation", "sigmoid")
    box(WEIGHTS)
    expect(app.page.get_by_role("dialog")).to_have_count(0)

    app.slider.fill("0")
    expect(app.player.locator(".network-table tbody td:last-child").first).to_have_text("0.1500")

    worked = Worked(app)
    for place, printed in PRINTED.values():
        worked.open(place).digits.select_option("all digits")
        step = explain(mazur(), epoch=0, sample=0, parameter=place)
        expect(worked.value_of(worked.lines.last)).to_have_text(repr(step.new_value))
        assert f"{step.new_value:.8f}" == printed
    document = document_in_address(app, lambda document: len(document.experiment.interventions) == 16)
    new = document.experiment.run().history.network_at(1).parameters
    assert new[[4, 5, 10, 11]].tolist() == [0.35, 0.35, 0.6, 0.6]


def test_typed_weights_stay_with_another_learning_rate_and_say_what_cannot_be_read(app, box):
    app.open().wait_until_finished()
    unfold_more(app)
    box("0,25 1/3")
    expect(app.page.get_by_role("dialog")).to_contain_text("There must be 3 numbers, one for each weight. Got 2.")
    app.page.get_by_role("textbox", name="One line for each weight and bias").fill("0,25 1/3 -1")
    app.button("Start from these weights").click()
    expect(app.page.get_by_role("dialog")).to_have_count(0)
    app.slider.fill("0")
    weights = app.player.locator(".network-table tbody td:last-child")
    expect(weights).to_have_text(["0.2500", "0.3333", "−1"])

    with app.another_run():
        app.set_number("Learning rate", "0.5")

    app.slider.fill("0")
    expect(weights).to_have_text(["0.2500", "0.3333", "−1"])


def test_an_exercise_with_held_weights_opens_with_its_first_update_at_hand(app):
    app.open(f"#document={Document(mazur(), play_head=0).to_link()}").expect_epoch(0)

    app.button("Worked example").click()

    expect(Worked(app).lines.last).to_be_visible()
