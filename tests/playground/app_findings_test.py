"""What is found in a table is said beside it with its mend, once; where nothing is found nothing stands there."""

import re
from dataclasses import replace

import pytest

from nncore import Architecture, Dataset
from playground.document.document import Document
from playground.gallery.examples import gallery_groups
from playground.gallery.museum_examples import MUSEUM
from playground.page.change_columns import change_columns
from playground.page.change_derived import put_derived
from playground.page.follow_table import follow_table
from playground.page.mend_table import take_mend, words_of_mend
from playground.page.on_the_screen import on_the_screen
from playground.page.page_state import PageState
from playground.page.table_findings import findings_of, told_finding
from playground.page.take_table import append_rows, replace_table
from playground.page.undo import undo
from playground.settings.settings import BY_NAME
from playground.tables import read_text
from playground.tables.column_changes import renamed_column
from playground.tables.table_dataset import read_dataset

from ..page_texts import NEVER_REACHED, OPEN_ARTICLE_2

GALLERY = [document for group in gallery_groups() if group.heading != MUSEUM for document in group.documents]


def state_of(page):
    return page.client.session_state["playground"]


def button_of(page, table="table"):
    """Return what the button beside the training table says, or below the test table; None if there is none."""
    styles = [
        re.search(rf'{table}-findings \{{ --findings: "(.*?)"', part.proto.body) for part in page.client.get("html")
    ]
    return next((found[1] for found in styles if found), None)


def unfold(page):
    """Unfold what is found, which the test client cannot click."""
    page.client.session_state["findings_open"] = page.client.session_state["test_findings_open"] = True
    return page.step()


def sentences(page):
    """Return what is said of the tables when it is unfolded, without the marks that keep Markdown from changing it."""
    unfold(page)
    return [caption.value.replace("\\", "") for caption in page.client.main.caption]


def mends(page):
    """Return the labels of the buttons that mend something."""
    return [button.label.replace("\\", "") for button in mend_buttons(unfold(page))]


def mend_buttons(page):
    return [button for button in page.client.button if (button.key or "").startswith("mend_")]


def mend(page, words):
    """Press the button that mends something."""
    next(button for button in mend_buttons(unfold(page)) if button.label.replace("\\", "") == words).click()
    return page.step()


@pytest.mark.parametrize("document", GALLERY, ids=lambda document: document.title)
def test_a_healthy_table_has_no_warning(document: Document):
    assert [one.sentence for one in findings_of(PageState(document)) if one.weight == "warning"] == []


@pytest.mark.parametrize("title", ["AND", "OR", "NAND"])
def test_where_nothing_is_found_nothing_stands_beside_the_table(page, title):
    page.choose("Open", title)

    assert button_of(page) is None


def test_the_first_article_has_notes_and_its_third_input_does_a_bias_s_work(page):
    assert button_of(page) == "2 notes"
    assert not page.client.main.caption  # folded, nothing is made of it

    assert sentences(page)[0].startswith("input 3 is 1 in every row and does the work of a bias")
    assert mends(page) == ["Ignore “input 1”"]


def test_rows_that_contradict_each_other_are_named_as_they_stand_on_the_page(page):
    page.add_row("training", {})
    page.add_row("training", {"input 1": "1", "input 2": "1", "input 3": "1", "target": "0"})

    assert button_of(page) == "1 warning"
    assert sentences(page)[0].startswith("Rows 2 and 6 have the same inputs and different targets")


def test_a_target_out_of_reach_is_said_once_and_mended_by_scaling(page):
    page.type("training", 1, "target", "5").finish()
    before = sentences(page)

    assert [NEVER_REACHED in warning for warning in page.header["warnings"]] == [True]
    assert not any(NEVER_REACHED in sentence for sentence in before)
    assert before[0].startswith("Row 2: a target out of reach")

    (words,) = [words for words in mends(page) if words.startswith(BY_NAME["target_scaling"].label)]
    mend(page, words).finish()

    assert page.header["warnings"] == []
    assert not any("out of reach" in sentence for sentence in sentences(page))
    page.do("undo").step()
    assert sentences(page) == before


def test_targets_that_do_not_add_up_as_softmax_answers_do_are_told_beside_the_table():
    dataset = Dataset([[0.1], [0.7]], [[0.4, 0.4], [0.5, 0.5]])
    softmax = replace(GALLERY[0].experiment, dataset=dataset, architecture=Architecture((1, 2), ("softmax",)))
    state = PageState(Document(softmax))

    (told,) = [told_finding(state, one) for one in findings_of(state) if one.kind == "targets_out_of_reach"]

    assert (
        told == "The targets of row 1 add up to 0.8 and can never be reached: what softmax answers always adds up to 1."
    )


def test_a_table_that_cannot_be_read_is_not_checked_as_if_it_could(page):
    page.type("training", 1, "target", "5").finish()
    page.type("training", 0, "input 1", "many")

    assert button_of(page) is None
    assert sentences(page) == []
    assert page.problems


def test_a_name_with_marks_is_shown_as_it_was_typed(page):
    name = "**a** <b>$x^2$</b>"
    state = state_of(page)

    assert change_columns(state, lambda: renamed_column(state.open.columns, 0, name)) == ""
    page.step()
    for row, text in enumerate(["0", "1000", "2000", "90000"]):
        page.type("training", row, name, text)

    caption = unfold(page).client.main.caption[0].value
    assert name in caption.replace("\\", "")
    assert name not in caption


@pytest.mark.parametrize("kind", ["duplicate_columns", "input_equals_target"])
def test_an_ignored_column_can_be_taken_back(page, kind):
    if kind == "duplicate_columns":
        page.type("training", 2, "input 2", "1")
        page.type("training", 3, "input 2", "0")
    state = state_of(page)
    before = [column.role for column in state.open.columns]
    finding = next(one for one in findings_of(state) if one.kind == kind)
    words = words_of_mend(state, finding)
    name = words.removeprefix("Ignore “").removesuffix("”")
    assert name in finding.columns

    mend(page, words)

    assert [column.name for column in state.open.columns if column.role == "ignored"] == [name]
    assert kind not in [one.kind for one in findings_of(state)]
    page.do("undo").step()
    assert [column.role for column in state.open.columns] == before


def test_duplicate_rows_are_left_out_as_one_change_and_typed_cells_stay(page):
    page.type("training", 0, "input 1", "0,0")
    for row in (["0", "0", "1", "0"], ["0", "1", "1", "0"]):
        page.add_row("training", dict(zip(["input 1", "input 2", "input 3", "target"], row, strict=True)))

    mend(page, "Leave these 2 rows out")

    assert [row[0] for row in page.cells("training")] == ["0,0", "1", "1", "0"]
    page.do("undo").step()
    assert len(page.cells("training")) == 6


def test_test_rows_that_stand_in_training_are_left_out(page):
    for target in ("1", "0"):
        page.add_row("test", {"input 1": "1", "input 2": target, "input 3": "1", "target": "1"})
    assert state_of(page).open.run.experiment.dataset.test_inputs.shape == (2, 3)

    mend(page, "Leave these 2 rows out")

    assert state_of(page).open.run.experiment.dataset.test_inputs is None


def test_two_numbers_that_are_classes_become_two_classes_and_rows_are_right_or_wrong(page):
    for row, target in enumerate("1221"):
        page.type("training", row, "target", target)
    page.finish()
    assert page.player.description["classes"] is None

    mend(page, "Take the numbers as classes").finish()

    assert page.player.description["classes"]["kind"] == "two"
    page.do("undo").step()
    assert "Take the numbers as classes" in mends(page)


def test_what_is_found_in_test_rows_stands_below_their_table_alone(page):
    page.choose("Open", OPEN_ARTICLE_2)
    assert (button_of(page), button_of(page, "test")) == ("2 notes", "3 notes")

    page.client.session_state["findings_open"] = True
    assert not any("est row" in caption.value for caption in page.step().client.main.caption)

    page.client.session_state["test_findings_open"] = True
    assert any("far outside the training range" in caption.value for caption in page.step().client.main.caption)


def test_numbers_that_are_classes_become_classes(page):
    for row, target in enumerate("0120"):
        page.type("training", row, "target", target)
    page.add_rows(
        "training", [{"input 1": "5", "input 2": "3", "input 3": "1", "target": str(row % 3)} for row in (1, 2)]
    )

    mend(page, "Take the numbers as classes")

    assert state_of(page).open.run.experiment.dataset.called_classes == ("0", "1", "2")
    page.do("undo").step()
    assert state_of(page).open.run.experiment.dataset.target_count == 1


def test_a_missing_bias_is_mended_by_a_setting(page):
    page.type("training", 0, "input 3", "0")
    mend(page, "Bias: off → on")

    assert state_of(page).open.run.experiment.architecture.bias
    page.do("undo").step()
    assert not state_of(page).open.run.experiment.architecture.bias


def test_a_mend_that_is_pressed_twice_is_taken_once():
    state = PageState(GALLERY[0])
    table = state.open.tables["training"]
    rows = state.open.document().experiment.dataset
    state.open_document(GALLERY[0])
    assert rows.samples == len(table.typed)
    finding = next(one for one in findings_of(state) if one.kind == "input_equals_target")

    take_mend(state, finding.kind, finding.columns)
    once = state.open.entry()
    take_mend(state, finding.kind, finding.columns)

    assert state.open.entry().says_the_same(once)


def with_table(text: str, *formulas: str) -> PageState:
    """Return what a page remembers on which a table was pasted, with inputs derived from its columns."""
    state = PageState(GALLERY[0])
    replace_table(state, read_text(text))
    follow(state)
    for formula in formulas:
        assert put_derived(state, formula) == ""
        follow(state)
    return state


def follow(state):
    """Do what drawing the page does: train what the tables say."""
    state.begin()
    here = state.open
    cells = [here.tables[name].typed.values.tolist() for name in ("training", "test")]
    follow_table(state, read_dataset(here.columns, *cells), here.values)


def offered(state, kind):
    """Return the words of the mend of a finding."""
    (finding,) = [one for one in findings_of(state) if one.kind == kind]
    return words_of_mend(state, finding), finding


def test_a_derived_input_that_says_nothing_new_is_removed_and_comes_back_by_undo():
    state = with_table("a,b,t\n1,5,0\n2,3,1\n3,4,0\n4,1,1", "a + 0", "b^2")
    words, finding = offered(state, "duplicate_columns")
    assert words == "Remove “a + 0”"

    take_mend(state, finding.kind, finding.columns)
    follow(state)

    assert [column.name for column in state.open.derived] == ["b²"]
    assert state.open.run.experiment.dataset.all_input_names == ("a", "b", "b²")
    undo(state)
    assert [column.name for column in state.open.derived] == ["a + 0", "b²"]


def test_a_column_of_words_that_says_nothing_new_is_ignored_as_a_whole():
    state = with_table("sex,title,age,t\nm,Mr,30,0\nf,Mrs,41,1\nm,Mr,52,1\nf,Mrs,20,0")
    words, finding = offered(state, "duplicate_columns")
    assert words == "Ignore “title”"

    take_mend(state, finding.kind, finding.columns)
    follow(state)

    assert [column.role for column in state.open.columns] == ["input", "ignored", "input", "target"]
    assert "duplicate_columns" not in [one.kind for one in findings_of(state)]


def test_of_two_words_one_says_what_the_other_does():
    # "kind b" equals the target; "kind a" is 1 where it is 0.
    state = with_table("kind,age,t\na,30,0\nb,41,1\na,52,0\nb,20,1")

    assert offered(state, "input_equals_target")[0] == "Ignore “kind”"


def test_a_column_of_three_words_is_not_ignored_for_one_of_them():
    state = with_table("kind,age,t\na,30,0\nb,41,1\nc,52,0\nb,20,1")

    assert offered(state, "input_equals_target")[0] == ""


@pytest.mark.parametrize("table", ["training", "test"])
def test_a_row_mend_that_is_pressed_twice_leaves_out_its_own_row_only(table):
    rows = "1,5,0\n2,3,1\n3,4,0\n4,1,1"
    state = with_table(f"a,b,t\n{rows}\n{'1,5,0' if table == 'training' else '5,5,1'}")
    if table == "test":
        append_rows(state, read_text("1,5,0\n9,9,1\n8,8,0", header=False), "test")
        follow(state)
    kind = {"training": "duplicate_rows", "test": "test_rows_in_training"}[table]
    words, finding = offered(state, kind)
    assert words == "Leave this row out"
    count = len(state.open.tables[table].typed)

    take_mend(state, finding.kind, finding.columns)
    take_mend(state, finding.kind, finding.columns)
    follow(state)
    take_mend(state, finding.kind, finding.columns)

    assert len(state.open.tables[table].typed) == count - 1


def test_what_is_unfolded_keeps_its_name_when_another_number_is_found(page):
    def names():
        return [popover.proto.popover.label for popover in page.client.get("popover")]

    before, count = names(), button_of(page)
    page.add_row("training", {"input 1": "1", "input 2": "1", "input 3": "1", "target": "0"})
    page.finish()

    assert button_of(page) != count
    assert names() == before


def test_a_mend_of_what_is_no_longer_there_changes_nothing(page):
    state = state_of(page)
    before = state.open.entry()

    take_mend(state, "duplicate_rows")

    assert state.open.entry().says_the_same(before)


FRUIT = "weight,length,fruit\n5.1,3.5,plum\n9.1,7.2,apple\n7,9.5,pear\n4.9,3,plum\n8.7,7,apple\n6.8,9.9,pear\n"


def test_a_pasted_table_with_which_the_first_epoch_leaps_says_so_and_its_mend_lets_the_loss_only_fall():
    state = with_table(FRUIT)
    words, finding = offered(state, "unscaled_inputs")
    assert finding.sentence.startswith(
        "weight and length reach 9.9: with a learning rate of 1 the first epoch alone takes"
    )
    assert words == "Scaling of inputs: none → mean 0, deviation 1"

    take_mend(state, finding.kind, finding.columns)
    follow(state)

    loss = state.open.run.trainer.history.loss
    assert loss.max() == loss[0]
    assert not [one for one in findings_of(state) if one.kind == "unscaled_inputs"]


def test_a_run_on_a_table_with_other_columns_is_not_laid_beside_this_one():
    state = with_table(FRUIT)

    told = on_the_screen(state)
    assert told.before is None
    assert told.what_changed.startswith("A new run: the table has changed.")

    undo(state)
    assert on_the_screen(state).before is None
