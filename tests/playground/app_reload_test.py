"""A reload after each kind of change, without a browser: what the address says opens the same page again."""

import json

import pytest

from playground.document import Document
from playground.document.file import file_of
from playground.gallery import gallery
from playground.page.change_network import switch_neuron
from playground.page.first_page import first_page
from playground.page.kept_document import kept_document
from playground.page.on_the_screen import on_the_screen
from playground.page.opened_file import open_file
from playground.page.undo import undo
from playground.player.protocol.command import SwitchNeuron
from playground.player.protocol.viewpoint import Viewpoint

from ..page_texts import ARTICLE_1
from .app_paste_box_test import SPECIES, paste, take
from .opened_page import OpenedPage
from .page_link import link_of
from .player.pretend_player import PretendPlayer


def delete_a_row(page):
    page.delete_row("training", 1)


def add_a_row(page):
    page.add_row("training", {"input 1": "0,25", "input 2": "1", "input 3": "1", "target": "1"})


def rename_a_column(page):
    page.client.session_state["columns_open"] = True
    page.step()
    next(field for field in page.client.text_input if field.label == "Name of column 2").set_value("b <i>2</i>")
    page.step()
    page.request()


def paste_words(page):
    paste(page, SPECIES)
    take(page, "Replace the table")


def paste_a_long_remark(page):
    remarks = ("first", "x" * 40_000, "third")
    paste(page, "".join(f"{row}\t{row % 2}\t{remark}\n" for row, remark in enumerate(remarks)))
    take(page, "Replace the table")
    page.client.session_state["columns_open"] = True
    page.step()
    for place, role in ((2, "ignored"), (1, "target")):
        next(box for box in page.client.selectbox if box.label == f"Role of column {place + 1}").set_value(role)
        page.step()
    page.request()


CHANGES = {
    "a cell": lambda page: page.type("training", 1, "input 2", "0,5"),
    "a row that is added": add_a_row,
    "a row that is deleted": delete_a_row,
    "a test row": lambda page: page.add_row("test", {"input 1": "1", "input 2": "1", "input 3": "0", "target": "0"}),
    "the new situation": lambda page: page.type("situation", 0, "input 1", "0,25"),
    "a column": rename_a_column,
    "another table": paste_words,
    "a column of long remarks that is ignored": paste_a_long_remark,
    "a setting": lambda page: page.set_number("Learning rate", 0.5),
    "another example": lambda page: page.choose("Open", "XOR"),
    "a weight": lambda page: page.do("set_parameter", epoch=40, index=1, value=0.25),
    "an input that is off": lambda page: page.do("switch_neuron", epoch=4, layer=0, index=1, off=True),
    "an input that is off since the end": lambda page: page.do(
        "switch_neuron", epoch=15_000, layer=0, index=1, off=True
    ),
    "a frozen weight": lambda page: page.do("freeze", epoch=0, index=1, frozen=True),
    "a row that is dragged": lambda page: page.do("move_row", row=1, inputs={"0": 0.5}, targets={}, dropped=True),
    "other starting weights": lambda page: page.do("new_weights"),
    "the threshold": lambda page: page.do("set_threshold", threshold=0.75),
    "the play-head": lambda page: page.request(viewpoint={"epoch": 7, "row": 2, "neuron": None}),
    "the charts": lambda page: page.request(
        choices={"measure": "mean_squared_error", "value_scale": "linear", "epoch_scale": "linear"}
    ),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_after_each_kind_of_change_the_address_opens_the_same_page(page, kind):
    state = page.client.session_state["playground"]
    before = state.open.document()
    CHANGES[kind](page)
    here = state.open.document()
    assert here != before
    assert not state.open.stale
    assert kept_document(state.open, here) == here

    link = link_of(state)
    again = first_page(link.text)

    assert link.is_whole
    assert not again.notice
    assert again.open.document() == here
    assert again.open.run.experiment.to_dict() == state.open.run.experiment.to_dict()
    assert again.open.values == state.open.values


@pytest.mark.parametrize("link", ["", gallery()[1].to_link()])
def test_a_page_that_was_left_while_it_played_stands_where_it_was_left(link):
    left = Viewpoint(epoch=40, row=2, shows_code=True, hides_future=True)

    again = first_page(link, json.dumps(left.to_dict()))

    told = on_the_screen(again)
    assert told.opens_at == left
    assert told.worked_at == 40  # exact numbers come at once
    document = again.open.document()
    assert (document.play_head, document.chosen_row, document.show_code) == (40, 2, True)
    assert Document.from_link(told.link[1]) == document


@pytest.mark.parametrize("left", ["", "40", "[[", '{"epoch": "40", "row": 0}', "[" * 10_000])
def test_a_page_opens_as_its_link_says_where_nothing_can_be_read_of_how_it_was_left(left):
    link = gallery()[1].to_link()

    assert first_page(link, left).open.document() == first_page(link).open.document()


def test_how_another_page_was_left_does_not_count_where_a_link_is_damaged():
    assert first_page("1damaged", '{"epoch": 4, "row": 1}').open.document() == first_page("").open.document()


def paste_with_a_row_to_mend(page):
    paste(page, SPECIES.replace("6.0", "abc"))
    take(page, "Replace the table")


def type_half_a_row(page):
    page.add_row("training", {"input 1": "0,25", "target": "1"})


def set_beside_a_cell_to_mend(page):
    page.type("training", 1, "input 2", "1.000.5")
    page.set_number("Learning rate", 0.5)


UNFINISHED = {
    "a table with a row to mend": paste_with_a_row_to_mend,
    "a row that is half typed": type_half_a_row,
    "a test row to mend": lambda page: page.add_row(
        "test", {"input 1": "x", "input 2": "1", "input 3": "0", "target": "0"}
    ),
    "a new situation to mend": lambda page: page.type("situation", 0, "input 1", "abc"),
    "a setting beside a cell to mend": set_beside_a_cell_to_mend,
}


@pytest.mark.parametrize("kind", UNFINISHED)
def test_a_reload_keeps_what_is_not_yet_a_table(page, kind):
    state = page.client.session_state["playground"]
    run = state.open.run.experiment
    UNFINISHED[kind](page)
    typed = state.open.entry().typed

    link = link_of(state)
    page.client.session_state["playground"] = again = first_page(link.text)
    page.player = PretendPlayer()
    page.step()

    assert link.is_whole
    assert again.open.entry().typed == typed
    assert again.open.columns == state.open.columns
    assert again.open.values == state.open.values
    assert again.open.stale == state.open.stale
    assert again.open.run.experiment == run
    assert not again.can_undo
    assert link_of(again).text == link.text


def test_a_reload_keeps_a_row_of_which_only_what_is_not_learnt_is_typed(page):
    state = page.client.session_state["playground"]
    page.client.session_state["columns_open"] = True
    page.step()
    page.choose("Role of column 1", "ignored")
    page.add_row("training", {"input 1": "x3"})

    again = first_page(link_of(state).text)

    assert again.open.tables["training"].typed.values.tolist()[-1][0] == "x3"


def test_an_empty_row_that_is_added_leaves_the_link_as_short_as_it_was(page):
    state = page.client.session_state["playground"]
    page.type("training", 1, "input 2", "1,0")
    link = link_of(state).text

    page.add_row("training", {})

    assert link_of(state).text == link


def test_a_setting_that_is_refused_leaves_the_link_as_short_as_it_was(page):
    state = page.client.session_state["playground"]
    page.type("training", 1, "input 2", "1,0")
    link = link_of(state).text

    page.set_number("Learning rate", "abc")
    assert state.open.stale
    assert link_of(state).text == link

    page.type("training", 1, "input 2", "0")
    assert first_page(link_of(state).text).open.tables["training"].typed.iat[1, 1] == "0"


def test_what_stands_in_the_field_of_a_setting_is_there_again_refused_as_before_or_taken(page):
    left = {"epoch": 0, "row": 0, "settings": {"learning_rate": "fast", "seed": "7", "epochs": "15,000.0", "x": "1"}}

    again = OpenedPage(query={"viewpoint": json.dumps(left)})

    state = again.client.session_state["playground"]
    assert [again.field_text(name) for name in ("Learning rate", "Seed", "Epochs")] == ["fast", "7", "15000"]
    assert again.problems == ['Learning rate must be a number from 0.000001 to 1,000. Got "fast" instead.']
    assert state.open.stale.startswith("Learning rate has something to mend.")

    again.set_number("Learning rate", "0,5")

    assert (again.problems, state.open.stale) == ([], "")
    assert (state.open.run.experiment.seed, state.open.run.experiment.optimizer.learning_rate) == (7, 0.5)


def test_what_stood_in_a_field_when_the_page_was_left_is_taken_back_like_any_other(page):
    left = {"epoch": 0, "row": 0, "settings": {"learning_rate": "fast"}}
    again = OpenedPage(query={"viewpoint": json.dumps(left)})
    state = again.client.session_state["playground"]
    assert state.undo_what == "what has to be mended"

    undo(state)
    again.step()

    assert (again.field_text("Learning rate"), again.problems, state.open.stale) == ("1", [], "")


def test_what_has_something_to_mend_is_in_a_file_and_is_mended_when_that_is_opened(page):
    state = page.client.session_state["playground"]
    paste_with_a_row_to_mend(page)
    file = file_of(kept_document(state.open, state.open.document())).encode()
    page.do("undo").step()
    assert "species" not in state.open.tables["training"].typed.columns

    open_file(state, "another", file)
    page.step()
    page.type("training", 2, "length", "6.0")

    assert not state.open.stale
    assert state.open.run.experiment.dataset.inputs.tolist() == [[1.4, 0.2], [4.7, 1.4], [6.0, 2.5], [1.3, 0.3]]
    assert kept_document(state.open, state.open.document()).unfinished is None


def test_a_neuron_that_is_put_back_after_a_reload_leaves_the_run_as_long_as_it_was(page):
    state = page.client.session_state["playground"]
    CHANGES["an input that is off since the end"](page)
    assert state.open.run.experiment.epochs == 30_000

    again = first_page(link_of(state).text)
    switched_on = SwitchNeuron(
        number=1, gesture=1, opened=1, epoch=30_000, layer=0, index=1, parameter_count=3, off=False
    )
    switch_neuron(again, again.open.run.experiment, switched_on)

    assert again.open.run.experiment == ARTICLE_1
    assert again.open.values["epochs"] == 15_000


def test_ten_changes_are_taken_back_one_by_one_and_done_again(page):
    state = page.client.session_state["playground"]
    documents = [state.open.document()]
    for kind in (
        "a cell",
        "a row that is added",
        "a setting",
        "a test row",
        "a row that is dragged",
        "the new situation",
        "a column",
        "other starting weights",
        "another table",
        "another example",
    ):
        CHANGES[kind](page)
        documents.append(state.open.document())
    cells = page.cells("training")

    for document in documents[-2::-1]:
        page.do("undo").step()
        assert state.open.document().experiment == document.experiment
        assert state.open.document().columns == document.columns
    assert state.open.document() == documents[0]
    assert not page.header["can_undo"]

    for document in documents[1:]:
        page.do("redo").step()
        assert state.open.document().experiment == document.experiment
    assert page.cells("training") == cells
    assert not page.header["can_redo"]
