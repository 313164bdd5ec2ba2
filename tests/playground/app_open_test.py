"""What is opened, taken back and done again, without a browser; whatever can be on the page opens from its document."""

from dataclasses import replace

import pytest

import nncore
from playground.document import Document, DocumentError
from playground.document.chart_choices import ChartChoices
from playground.document.file import file_of
from playground.gallery import gallery
from playground.page.kept_document import kept_document
from playground.page.open_example import open_example
from playground.page.opened_file import open_file
from playground.page.page_state import PageState

from ..page_texts import ARTICLE_1, ARTICLE_2, OPEN_ARTICLE_1, OPEN_ARTICLE_2
from .watched_page import WatchedPage

AND, XOR = gallery()[2], gallery()[4]
BRANCH = replace(
    ARTICLE_2,
    interventions=(
        nncore.Intervention(3, "parameter", (0, 0.1 + 0.2)),
        nncore.Intervention(40, "learning_rate", 0.1),
        nncore.Intervention(50, "optimizer", nncore.Adam(0.05)),
        nncore.Intervention(60, "penalty", nncore.L2(0.01)),
    ),
)
WORKED_ON = Document(
    BRANCH,
    title="Worked on",
    situation=(0.25, 1.0, 0.0),
    charts=ChartChoices("accuracy", "log", "linear"),
    threshold=0.75,
    chosen_row=2,
    chosen_neuron=(1, 2),
    play_head=41,
)


def open_document(page, document):
    """Put a document on the page, as a link or a file will."""
    page.client.session_state["playground"].open_document(document)
    return page.step()


def document_of(page):
    """Return what is open."""
    return page.client.session_state["playground"].open.document()


# --- a document opens -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("document", [*gallery()[1:], WORKED_ON], ids=lambda document: document.title)
def test_what_opens_is_the_document_to_the_last_bit(page, document):
    open_document(page, document).finish()

    threshold = 0.5 if document.threshold is None else document.threshold
    assert document_of(page) == replace(document, threshold=threshold)
    assert page.parameters() == document.experiment.run().network.parameters.tolist()
    assert page.header["what_changed"] == ""
    assert page.header["can_undo"]


def test_a_branch_opens_with_its_changes_and_the_settings_that_are_in_force_at_its_end(page):
    open_document(page, WORKED_ON)

    assert [change["epoch"] for change in page.header["changes"]] == [3, 40, 50, 60]
    assert page.number("Learning rate") == 0.05
    assert page.number("Strength of the penalty") == 0.01
    page.stand_at(70).set_number("Learning rate", 0.02).finish()
    later = nncore.Intervention(70, "learning_rate", 0.02)
    assert document_of(page).experiment == replace(BRANCH, interventions=(*BRANCH.interventions, later))


def test_it_opens_where_somebody_stood(page):
    open_document(page, WORKED_ON)

    neuron = {"layer": 1, "index": 2}
    assert page.header["opens_at"] == {
        "epoch": 41,
        "row": 2,
        "neuron": neuron,
        "worked": None,
        "surface": None,
        "panel": None,
        "shows_code": False,
        "hides_future": None,
    }
    assert page.header["threshold"] == 0.75
    assert page.header["choices"] == {"measure": "accuracy", "value_scale": "log", "epoch_scale": "linear"}
    assert page.header["situation"]["inputs"] == [0.25, 1.0, 0.0]


def test_stop_rules_in_another_order_make_no_other_run_of_a_branch(page):
    rules = (nncore.NoImprovement(500), nncore.LossReached(1e-6))
    branch = replace(ARTICLE_1, stop=rules, interventions=(nncore.Intervention(3, "parameter", (0, 1.0)),))

    open_document(page, Document(branch, situation=(1.0, 0.0, 0.0)))

    assert len(page.header["changes"]) == 1


def test_the_list_says_of_a_document_without_a_title_that_it_has_none(page):
    open_file(page.client.session_state["playground"], "1", file_of(Document(ARTICLE_1)).encode())
    page.step()

    assert page.client.selectbox[0].options[0] == "Own table"
    assert page.client.selectbox[0].value == ""


def test_a_document_without_a_situation_opens_with_empty_cells_for_it(page):
    open_document(page, Document(ARTICLE_1))

    assert page.cells("situation") == [["", "", ""]]
    assert page.header["situation"] is None


def test_what_the_page_cannot_say_is_refused_in_a_sentence_and_what_is_open_stays():
    state = PageState(gallery()[0])
    run = state.open.run

    with pytest.raises(DocumentError, match="The page has no setting for optimizer"):
        state.open_document(Document(replace(ARTICLE_1, optimizer=nncore.Adam(0.1, beta_1=0.5))))

    assert state.open.run is run
    assert not state.can_undo


# --- back and forth across what was opened ----------------------------------------------------------------------------


def test_ten_rows_that_were_pasted_come_back_when_what_was_opened_after_them_is_taken_back(page):
    page.choose("Open", "XOR")
    for number in range(10):
        page.add_row("training", {"input 1": f"0.{number}", "input 2": "0,5", "target": "1"})
    typed = page.client.session_state["playground"].open.tables["training"].typed.values.tolist()

    page.choose("Open", "AND").step()
    assert len(page.cells("training")) == 4
    page.do("undo").step()

    assert page.cells("training") == typed
    assert typed[5:7] == [["0.1", "0,5", "1"], ["0.2", "0,5", "1"]]
    assert page.client.selectbox[0].value == ""
    assert document_of(page).experiment.dataset.samples == 14
    page.do("redo").step()
    assert page.client.selectbox[0].value == "AND"
    assert document_of(page).experiment == AND.experiment
    page.do("undo").do("undo").step()
    assert len(page.cells("training")) == 13


def test_undo_comes_back_to_where_somebody_stood_and_what_the_charts_showed(page):
    page.choose("Open", OPEN_ARTICLE_2).finish()
    choices = {"measure": "accuracy", "value_scale": "log", "epoch_scale": "linear"}
    page.do("set_threshold", threshold=0.8).request(choices=choices)
    viewpoint = {
        "epoch": 33,
        "row": 4,
        "neuron": {"layer": 1, "index": 1},
        "worked": None,
        "surface": [0, 3],
        "panel": None,
        "shows_code": True,
        "hides_future": True,
    }
    page.request(viewpoint=viewpoint)
    opened = page.header["opened"]

    page.choose("Open", "XOR")
    assert (page.header["threshold"], page.header["opens_at"]["epoch"]) == (0.5, 0)
    page.do("undo").step()

    assert page.header["opened"] > opened
    assert page.header["opens_at"] == viewpoint
    assert (page.header["threshold"], page.header["choices"]) == (0.8, choices)
    assert page.header["before"] is None
    assert page.finish().parameters() == ARTICLE_2.run().network.parameters.tolist()


def test_a_table_with_something_to_mend_comes_back_as_it_was_typed(page):
    page.type("training", 0, "input 1", "banana")

    page.choose("Open", "XOR").do("undo").step()

    assert page.cells("training")[0][0] == "banana"
    assert page.header["stale"]
    page.do("undo").step()
    assert page.cells("training")[0][0] == "0"
    assert not page.header["stale"]


def test_a_table_with_something_to_mend_is_not_called_as_the_example_that_it_was(page):
    state = page.client.session_state["playground"]
    page.type("test", 0, "input 1", "abc")
    assert page.client.selectbox[0].value == state.open.origin.title  # its test rows are only asked about

    page.type("training", 0, "input 1", "abc")

    assert page.client.selectbox[0].value == ""
    assert "Back to the example" in page.buttons
    saved = file_of(kept_document(state.open, state.open.document()))
    page.type("training", 0, "input 1", "0")
    assert page.client.selectbox[0].value == state.open.origin.title
    open_file(state, "1", saved.encode())
    page.step().step()
    assert page.cells("training")[0][0] == "abc"
    assert page.client.selectbox[0].value == ""


def test_hidden_settings_come_back_with_what_was_open(page):
    page.choose("Architecture", "Hidden layers").set_number("Neurons, layer 1", 7).choose(
        "Architecture", "Single neuron"
    )

    page.choose("Open", "XOR").do("undo").step()
    page.choose("Architecture", "Hidden layers")

    assert page.number("Neurons, layer 1") == 7


def test_reset_to_this_example_can_be_taken_back(page):
    page.type("training", 2, "target", "0").set_number("Seed", 5)

    page.press("Back to the example")
    assert document_of(page).experiment == ARTICLE_1
    page.do("undo").step()

    assert page.cells("training")[2] == ["1", "0", "1", "0"]
    assert page.number("Seed") == 5


def test_reset_to_this_example_brings_back_its_threshold_and_undo_the_other(page):
    page.do("set_threshold", threshold=0.9)

    page.press("Reset to this example")
    assert page.header["threshold"] == 0.5
    page.do("undo").step()

    assert page.header["threshold"] == 0.9


def test_what_is_done_anew_leaves_nothing_to_do_again(page):
    page.set_number("Seed", 2).do("undo").step()
    assert page.header["can_redo"]

    page.set_number("Seed", 3)

    assert not page.header["can_redo"]
    page.do("redo").step()
    assert page.number("Seed") == 3


def test_redo_brings_back_a_cell_as_it_was_typed_and_a_weight_as_it_was_set(page):
    page.type("training", 2, "target", "0,0").do("set_parameter", epoch=4, index=0, value=2.5)
    page.do("undo").do("undo").step()
    assert page.cells("training")[2] == ["1", "0", "1", "1"]

    page.do("redo").step()
    assert page.cells("training")[2] == ["1", "0", "1", "0,0"]
    page.do("redo").step()

    assert [change["epoch"] for change in page.header["changes"]] == [4]
    assert not page.header["can_redo"]


def test_a_command_done_to_what_was_open_before_the_way_back_is_passed_over(page):
    late = page.command("set_parameter", epoch=4, index=0, value=9.0)
    page.choose("Open", "XOR").do("undo").step()

    page.request(commands=[{**late, "number": page.header["commands_done"] + 1}])

    assert page.header["changes"] == []


# --- the list, whenever something is chosen from it -------------------------------------------------------------------


def test_what_the_list_says_is_opened_once_however_often_the_script_runs(page):
    page.choose("Open", "AND")
    opened = page.header["opened"]

    page.step().step().request()
    assert page.header["opened"] == opened
    page.choose("Open", "XOR")

    assert page.header["opened"] == opened + 1
    assert document_of(page).title == "XOR"


def test_a_reset_that_is_wanted_twice_before_the_script_runs_is_done_once(page):
    page.set_number("Seed", 5)
    opened = page.header["opened"]
    state = page.client.session_state["playground"]

    state.want_reset()
    state.want_reset()
    page.step().step()

    assert page.header["opened"] == opened + 1
    assert document_of(page).experiment == ARTICLE_1


def test_the_player_is_never_answered_without_a_run_at_whatever_moment_something_is_opened():
    page = WatchedPage()
    state = page.client.session_state["playground"]
    for document in (AND, XOR, AND):
        state.open_document(document)  # the list has been read, and the page is not drawn on

        page.request()

        assert document_of(page).experiment == document.experiment
        assert page.header["trained"] > 0


# --- rows that are only tested ----------------------------------------------------------------------------------------


def test_a_test_row_that_is_added_is_no_new_run_and_has_the_losses_of_all_epochs(page):
    page.choose("Open", "AND").do("set_parameter", epoch=4, index=0, value=2.5).finish()
    parameters, before = page.parameters(), page.header["before"]

    page.add_row("test", {"input 1": "0.9", "input 2": "0.8", "target": "1"}).finish()

    assert page.header["what_changed"] == ""
    assert page.header["before"] == before
    assert [change["epoch"] for change in page.header["changes"]] == [4]
    assert page.parameters() == parameters
    run = document_of(page).experiment.run()
    assert page.player.rows[:, 1].tolist() == run.history.test_loss.astype("float32").tolist()
    page.do("undo").step()
    assert document_of(page).experiment.dataset.test_inputs is None


def test_the_first_article_is_open_at_first(page):
    assert document_of(page).title == OPEN_ARTICLE_1
    assert not page.header["can_undo"]
    assert not page.header["can_redo"]


def test_a_table_of_too_many_inputs_that_is_opened_is_said_to_be_what_stands_below():
    page = WatchedPage()
    wide = nncore.Dataset([range(45), range(45, 90)], [[0], [1]])
    shape = nncore.Architecture((45, 1), ("sigmoid",))
    experiment = nncore.Experiment(wide, shape, loss="half_squared_error", optimizer=nncore.SGD(1e-3), epochs=3)

    open_example(page.client.session_state["playground"], Document(experiment, title="Wide"))
    page.step()

    assert page.client.session_state["playground"].open.stale == (
        "A table has something to mend. The network takes up to 20 inputs. Got 45. Ignore or remove some columns. "
        "What stands below is the run that was opened with it."
    )
