"""What counts as a class, seen on the page: −1 and 1, what is undecided, and why nothing is judged."""

import re
from dataclasses import replace

from playwright.sync_api import expect

from playground.gallery import gallery

from ..page_texts import TEST_ROWS
from .playground_page import PlaygroundPage

(XOR,) = [replace(document, play_head=None) for document in gallery() if document.title == "XOR"]  # at its end
BIPOLAR_XOR = "-1\t-1\t-1\n-1\t1\t1\n1\t-1\t1\n1\t1\t-1"


def test_targets_of_minus_1_and_1_are_two_classes(app):
    _open_xor(app)
    app.choose("Architecture", "Hidden layers")
    app.page.get_by_text("More", exact=True).click()
    app.choose_from("Output activation", "tanh")
    app.set_number("Learning rate", 0.1)

    app.table("Training table").paste(0, "input 1", BIPOLAR_XOR)
    app.wait_until_finished()

    expect(app.verdicts()).to_have_text(["right"] * 4)
    counts = app.counts("Training counts")
    expect(counts).to_contain_text(re.compile("TP 2 *true positive.*TN 2 *true negative.*FP 0 *false.*FN 0 *false"))
    threshold = app.player.get_by_label("Threshold")
    expect(threshold).to_have_value("0")
    expect(threshold).to_have_attribute("min", "-1")
    expect(threshold).to_have_attribute("max", "1")
    expect(app.situation).to_contain_text("class 1")

    threshold.fill("-1")  # each output lies above it: every row is called 1

    expect(app.verdicts()).to_have_text(["wrong", "right", "right", "wrong"])
    expect(app.situation).to_contain_text("class 1")


def test_what_a_single_neuron_says_of_xor_is_undecided_and_has_no_boundary(app):
    _open_xor(app)

    expect(app.verdicts()).to_have_text(["undecided"] * 4)
    expect(app.counts("Training counts")).to_contain_text("undecided 4")
    expect(app.page.locator(".rows-wrong")).to_have_count(0)
    expect(app.player.locator(".decision-line")).to_have_attribute("d", "")
    expect(app.player.locator(".decision-sentence")).to_have_text("every output is 0.5: undecided everywhere")
    expect(app.player.locator(".decision-undecided")).to_have_text("4 undecided")
    expect(app.player.locator(".decision-wrong")).to_be_hidden()
    expect(app.situation).to_contain_text("undecided")


def test_an_odd_target_among_the_test_rows_takes_nothing_from_the_training_rows(app):
    _open_xor(app)
    app.choose("Architecture", "Hidden layers")

    app.table("Test table").add_row()
    app.table("Test table").paste(0, "input 1", "1\t1\t0.7")

    expect(app.verdicts()).to_have_text(["right"] * 4)
    expect(app.verdicts(TEST_ROWS)).to_have_text(["not judged"])
    sentence = "Row 1 is not judged: its target 0.7 is neither 0 nor 1."
    expect(app.counts("Test counts")).to_contain_text(sentence)
    expect(app.player.get_by_label("Threshold")).to_be_visible()


def test_where_nothing_is_judged_the_page_says_why(app):
    _open_xor(app)

    app.table("Training table").edit(2, "target", "0.7")

    sentence = "Right and wrong are shown where every target is 0 or 1 (or −1 or 1); row 3 has 0.7."
    expect(app.counts("Training counts")).to_contain_text(sentence)
    expect(app.verdicts()).to_have_text([""] * 4)
    expect(app.player.get_by_label("Threshold")).to_have_count(0)


def _open_xor(app: PlaygroundPage) -> None:
    app.open_document(XOR)
