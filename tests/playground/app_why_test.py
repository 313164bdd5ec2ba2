"""The player asks why a run failed; what was tried and helps is taken with one command, and taken back with another."""

import pytest

from playground.document import Document
from playground.gallery.examples import document_titled
from playground.page.open_example import open_example

from ..nncore.diagnosis.tables_of_a_class import first_experiments
from .table_of_patients import ILL, WELL, patients
from .watched_page import WatchedPage


@pytest.fixture
def page(page) -> WatchedPage:
    """The page with XOR and its single neuron, trained to its end."""
    page.choose("Open", "XOR")
    return page.finish()


def tried(page):
    """Let the player ask until all that may help was tried."""
    page.request(why="find")
    while page.header["why"]["progress"] < 1:
        page.request(why="try")
    return page.header["why"]


def test_a_failure_is_told_at_once_and_what_helps_as_soon_as_it_was_tried(page):
    page.request(why="find")

    assert page.header["why"]["run"] == page.header["run"]
    assert page.header["why"]["findings"][0]["kind"] == "not_separable"
    assert page.header["why"]["offers"] == []
    assert [offer["words"] for offer in tried(page)["offers"]] == ["with 3 hidden neurons", "with 2 hidden neurons"]


def test_an_offer_is_taken_as_one_change_that_can_be_taken_back(page):
    words = tried(page)["offers"][0]["words"]

    page.do("take_offer", words=words).step().finish()

    assert page.player.description["layer_sizes"] == [2, 3, 1]
    page.do("undo").step().finish()
    assert page.player.description["layer_sizes"] == [2, 1]


def test_what_was_not_offered_changes_nothing(page):
    tried(page)
    run = page.header["run"]

    page.do("take_offer", words="with 1,000,000 hidden neurons")

    assert page.header["run"] == run


def test_weights_set_by_hand_that_are_the_fault_are_let_go(page):
    open_example(page.client.session_state["playground"], document_titled("Weights that begin too large"))
    page.step().finish()
    (words,) = [offer["words"] for offer in tried(page)["offers"]]
    assert page.player.description["changes"] != []

    page.do("take_offer", words=words).finish()

    assert words == "with weights drawn at random"
    assert page.player.description["changes"] == []


def test_an_offer_begins_anew_wherever_the_play_head_stands(page):
    open_example(page.client.session_state["playground"], document_titled("Steps that lead nowhere"))
    page.step().finish()
    (words,) = [offer["words"] for offer in tried(page)["offers"]]
    page.stand_at(5)

    page.do("take_offer", words=words).finish()

    assert words == "with a learning rate of 2"
    assert page.client.session_state["playground"].open.values["learning_rate"] == 2
    assert page.player.description["changes"] == []


def test_all_that_an_offer_has_changed_is_told(page):
    failed = dict(first_experiments())["voting, single neuron, no bias"]
    open_example(page.client.session_state["playground"], Document(failed, title="Voting"))
    page.step().finish()
    (words,) = [offer["words"] for offer in tried(page)["offers"]]

    page.do("take_offer", words=words).step().finish()

    assert words == "with biases, Adam and more epochs"
    assert page.header["what_changed"] == "Bias: on. Learning rate: 0.03. Epochs: 8000. Optimizer: Adam."


def test_rows_of_an_ignored_class_are_repeated_in_the_table_and_taken_back(page):
    state = page.client.session_state["playground"]
    open_example(state, patients())
    page.step().finish()
    before = state.open.tables["training"].cells
    repeated = next(offer for offer in tried(page)["offers"] if "repeated" in offer["words"])

    page.do("take_offer", words=repeated["words"]).step().finish()

    assert repeated["words"] == "with the rows of the rare class repeated"
    assert before[WELL][2:] == ["ill", "no. 95"]
    assert state.open.tables["training"].cells == before + before[WELL:] * (WELL // ILL - 1)
    assert list(state.open.row_numbers[0]) == [*range(1, 2 * WELL + 1)]
    assert state.open.run.experiment.dataset.samples == 2 * WELL
    assert page.header["what_changed"] == "A new run: the table has changed."
    page.do("undo").step().finish()
    assert state.open.tables["training"].cells == before
    assert state.open.run.experiment == patients().experiment
