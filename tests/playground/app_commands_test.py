"""What is done to a run from inside the player, without a browser."""

from dataclasses import replace

import numpy as np
import pytest

import nncore
from playground.text.shown_number import shown_number

from ..page_texts import ARTICLE_1, OPEN_ARTICLE_2, with_table
from .watched_page import WatchedPage


@pytest.fixture
def page():
    return WatchedPage().finish()


def changed(*changes):
    return replace(ARTICLE_1, interventions=tuple(nncore.Intervention(*change) for change in changes))


def final_parameters(experiment):
    return experiment.run().network.parameters.tolist()


# --- weights ----------------------------------------------------------------------------------------------------------


def test_a_weight_set_at_an_epoch_is_a_branch_of_the_run_with_exactly_the_numbers_of_an_intervention(page):
    run = page.header["run"]

    page.do("set_parameter", epoch=4, index=0, value=-3.5).finish()

    branch = changed((4, "parameter", (0, -3.5)))
    assert page.header["before"] == run
    assert page.parameters(3) == ARTICLE_1.run().history.network_at(3).parameters.tolist()
    assert page.parameters(4)[0] == -3.5
    assert page.parameters() == final_parameters(branch)
    assert [change["text"] for change in page.header["changes"]] == ["input 1 → target = −3.500"]
    assert page.header["what_changed"] == ""


def test_a_drag_on_a_weight_is_one_step_to_undo_and_is_compared_with_the_run_before_it(page):
    run = page.header["run"]

    for value in (1.0, 2.0, 3.0):
        page.do("set_parameter", epoch=4, index=0, value=value, gesture=7)

    assert page.header["before"] == run
    assert page.finish().parameters() == final_parameters(changed((4, "parameter", (0, 3.0))))
    page.do("undo").finish()
    assert page.parameters() == final_parameters(ARTICLE_1)
    assert not page.header["can_undo"]


def test_a_weight_set_at_an_earlier_epoch_leaves_what_was_done_to_weights_later(page):
    page.do("set_parameter", epoch=40, index=0, value=3.0)

    page.do("set_parameter", epoch=4, index=1, value=1.0).finish()

    assert page.parameters() == final_parameters(changed((4, "parameter", (1, 1.0))))


def test_a_weight_set_at_the_last_epoch_has_as_many_epochs_to_learn_as_the_run_had(page):
    page.do("set_parameter", epoch=15_000, index=0, value=-3.5).step().finish()

    branch = replace(changed((15_000, "parameter", (0, -3.5))), epochs=30_000)
    assert page.header["end"] == page.number("Epochs") == 30_000
    assert page.parameters(14_999) == ARTICLE_1.run().history.network_at(14_999).parameters.tolist()
    assert page.parameters(15_000)[0] == -3.5
    assert page.parameters() == final_parameters(branch)
    page.do("undo").step().finish()
    assert page.header["end"] == page.number("Epochs") == 15_000
    assert page.parameters() == final_parameters(ARTICLE_1)


def test_a_drag_at_the_last_epoch_makes_the_run_longer_once(page):
    for value in (1.0, 2.0, 3.0):
        page.do("set_parameter", epoch=15_000, index=0, value=value, gesture=7)

    assert page.step().header["end"] == page.number("Epochs") == 30_000
    page.do("undo").step()
    assert page.header["end"] == page.number("Epochs") == 15_000
    assert not page.header["can_undo"]


def test_a_weight_frozen_at_the_last_epoch_is_held_in_the_epochs_that_follow(page):
    page.do("freeze", epoch=15_000, index=1, frozen=True).step().finish()

    assert page.header["end"] == page.number("Epochs") == 30_000
    assert page.parameters(15_000)[1] == page.parameters()[1]
    assert page.parameters(15_000)[0] != page.parameters()[0]


@pytest.mark.parametrize(
    ("done", "taken_back"),
    [
        (
            ("switch_neuron", {"layer": 0, "index": 1, "off": True}),
            ("switch_neuron", {"epoch": 30_000, "layer": 0, "index": 1, "off": False}),
        ),
        (("freeze", {"index": 1, "frozen": True}), ("freeze", {"epoch": 15_000, "index": 1, "frozen": False})),
        (("set_parameter", {"index": 1, "value": 2.0}), ("start_over", {})),
    ],
)
def test_a_change_at_the_last_epoch_that_is_taken_back_leaves_the_run_as_long_as_it_was(page, done, taken_back):
    page.do(done[0], epoch=15_000, **done[1]).step().finish()
    assert page.number("Epochs") == 30_000

    page.do(taken_back[0], **taken_back[1]).step().finish()

    assert page.header["end"] == page.number("Epochs") == 15_000
    assert page.parameters() == final_parameters(ARTICLE_1)
    page.do("undo").step().finish()
    assert page.header["end"] == page.number("Epochs") == 30_000


def test_a_run_made_as_long_by_hand_stays_so_when_a_change_is_taken_back(page):
    page.set_number("Epochs", 30_000).finish()

    for frozen in (True, False):
        page.do("freeze", epoch=15_000, index=1, frozen=frozen).step()

    assert page.header["end"] == page.number("Epochs") == 30_000


def test_a_weight_frozen_before_the_first_epoch_is_held_from_the_beginning(page):
    page.finish()

    page.do("freeze", epoch=0, index=1, frozen=True).finish()

    assert page.parameters(0)[1] == page.parameters(1)[1] == page.parameters()[1]
    assert page.parameters(0)[0] != page.parameters()[0]


def test_a_frozen_weight_stays_and_can_be_freed(page):
    page.do("freeze", epoch=4, index=1, frozen=True)
    page.do("freeze", epoch=40, index=1, frozen=False).finish()

    branch = changed((4, "frozen", (1, True)), (40, "frozen", (1, False)))
    assert page.parameters() == final_parameters(branch)
    assert page.parameters(4)[1] == page.parameters(40)[1] != page.parameters(41)[1]
    assert [change["text"] for change in page.header["changes"]] == [
        "input 2 → target frozen",
        "input 2 → target learns again",
    ]


def test_a_neuron_that_is_switched_off_counts_as_0_from_there_on_and_can_be_put_back(page):
    page.do("switch_neuron", epoch=4, layer=0, index=1, off=True).finish()

    assert page.parameters() == final_parameters(changed((4, "switched_off", (0, 1))))
    assert [page.parameters(epoch)[1] for epoch in (4, 5, 15_000)] == [0, 0, 0]
    assert page.parameters(3)[1] != 0
    assert [(change["text"], change["neuron"]) for change in page.header["changes"]] == [
        ("input 2 switched off", {"layer": 0, "index": 1})
    ]

    page.do("switch_neuron", epoch=40, layer=0, index=1, off=False).finish()

    assert page.parameters() == final_parameters(ARTICLE_1)
    assert page.header["changes"] == []
    page.do("undo").finish()
    assert page.parameters(40)[1] == 0


def test_an_output_cannot_be_switched_off_nor_a_weight_be_set_that_leads_away_from_what_is_off(page):
    page.do("switch_neuron", epoch=4, layer=1, index=0, off=True).step()
    assert page.header["changes"] == []

    page.do("switch_neuron", epoch=4, layer=0, index=1, off=True)
    page.do("set_parameter", epoch=40, index=1, value=2.0).finish()
    assert page.parameters() == final_parameters(changed((4, "switched_off", (0, 1))))


def test_new_weights_are_those_of_the_next_seed_which_the_sidebar_shows(page):
    page.do("new_weights").step()

    assert page.number("Seed") == 2
    assert page.finish().parameters() == final_parameters(replace(ARTICLE_1, seed=2))
    assert page.header["what_changed"] == "Seed: 1 → 2."
    page.do("undo").step()
    assert page.number("Seed") == 1
    assert page.finish().parameters() == final_parameters(ARTICLE_1)


def test_a_command_that_is_said_twice_is_done_once_and_one_that_makes_no_sense_changes_nothing(page):
    command = page.command("new_weights")
    page.request(commands=[command])
    page.request(commands=[command]).step()
    assert page.number("Seed") == 2
    run = page.header["run"]

    page.do("set_parameter", epoch=4, index=99, value=1.0)
    page.do("set_parameter", epoch=999_999, index=0, value=1.0)
    page.do("move_row", row=99, inputs={"0": 1.0}, dropped=True)

    assert page.header["run"] == run
    assert page.header["commands_done"] == command["number"] + 3


def test_the_answer_to_a_changed_weight_has_the_exact_numbers_of_the_epoch_at_which_it_was_changed(page):
    page.do("set_parameter", epoch=4, index=0, value=-3.5)

    branch = changed((4, "parameter", (0, -3.5))).run().history.network_at(4)
    assert page.header["exact"]["epoch"] == 4
    assert page.header["exact"]["parameters"] == branch.parameters.tolist()


# --- rows -------------------------------------------------------------------------------------------------------------


def test_a_dragged_row_is_learnt_while_it_is_dragged_and_stands_in_the_table_when_it_is_dropped(page):
    run = page.header["run"]

    page.do("move_row", row=1, inputs={"0": 0.5, "1": 0.25}, gesture=7)
    assert page.finish().parameters() == final_parameters(moved([1, 1, 1], [0.5, 0.25, 1]))
    page.do("move_row", row=1, inputs={"0": 0.62, "1": 0.4}, dropped=True, gesture=7).step()

    assert page.finish().parameters() == final_parameters(moved([1, 1, 1], [0.62, 0.4, 1]))
    assert page.header["before"] == run
    assert page.header["what_changed"] == "A new run: the table has changed."
    assert page.cells("training")[1] == ["0.62", "0.4", "1", "1"]
    page.do("undo").step()
    assert page.cells("training")[1] == ["1", "1", "1", "1"]
    assert page.finish().parameters() == final_parameters(ARTICLE_1)


def test_a_drag_that_leads_back_to_where_it_began_is_nothing_to_undo(page):
    page.do("move_row", row=1, inputs={"0": 0.5}, gesture=7)
    page.do("move_row", row=1, inputs={"0": 1}, gesture=7)
    assert not page.header["can_undo"]

    page.do("move_row", row=1, inputs={"0": 0.62}, gesture=7)
    page.do("move_row", row=1, inputs={"0": 0.7}, dropped=True, gesture=7).step()

    assert page.header["can_undo"]
    page.do("undo").step()
    assert page.cells("training")[1] == ["1", "1", "1", "1"]
    assert not page.header["can_undo"]
    assert page.finish().parameters() == final_parameters(ARTICLE_1)


def test_what_was_typed_elsewhere_in_the_table_stays_as_it_was_typed_when_a_row_is_dragged(page):
    page.type("training", 0, "input 3", "2.50")

    page.do("move_row", row=1, inputs={"0": 0.62}, dropped=True).step()

    assert page.cells("training")[:2] == [["0", "0", "2.50", "0"], ["0.62", "1", "1", "1"]]


def test_an_empty_row_in_the_table_does_not_shift_what_is_dragged(page):
    page.add_row("training", {}).add_row("training", {"input 1": "0", "input 2": "0", "input 3": "0", "target": "1"})

    page.do("move_row", row=4, inputs={"2": 0.5}, dropped=True).step()

    assert page.cells("training")[5] == ["0", "0", "0.5", "1"]


def test_a_row_that_is_put_into_the_picture_stands_in_the_table_and_is_learnt(page):
    page.do("add_row", inputs={"0": 0.25, "1": 0.5, "2": 1}, targets={"0": 1}).step()

    assert page.cells("training")[3:] == [["0", "1", "1", "0"], ["0.25", "0.5", "1", "1"]]
    dataset = replace(
        ARTICLE_1.dataset,
        inputs=[*ARTICLE_1.dataset.inputs.tolist(), [0.25, 0.5, 1]],
        targets=[*ARTICLE_1.dataset.targets.tolist(), [1]],
    )
    assert page.finish().parameters() == final_parameters(replace(ARTICLE_1, dataset=dataset))
    page.do("undo").step()
    assert len(page.cells("training")) == 4
    assert page.finish().parameters() == final_parameters(ARTICLE_1)


def test_a_row_that_is_taken_out_of_the_picture_leaves_the_table(page):
    page.add_row("training", {}).add_row("training", {"input 1": "0", "input 2": "0", "input 3": "0", "target": "1"})

    page.do("remove_row", row=1).do("remove_row", row=3).step()

    filled = [row for row in page.cells("training") if "1" in row]  # beside them there is still an empty one
    assert filled == [
        ["0", "0", "1", "0"],
        ["1", "0", "1", "1"],
        ["0", "1", "1", "0"],
    ]
    page.do("undo").do("undo").step()
    assert page.cells("training")[1] == ["1", "1", "1", "1"]
    assert page.cells("training")[5] == ["0", "0", "0", "1"]


def test_the_last_row_cannot_be_taken_out_and_a_row_with_a_number_missing_is_not_put_in(page):
    for _ in range(5):
        page.do("remove_row", row=0)
    page.do("add_row", inputs={"0": 0.25}, targets={"0": 1})
    page.do("add_row", inputs={"0": 0.25, "1": 0, "2": 0, "3": 1}, targets={"0": 1}).step()

    assert page.cells("training") == [["0", "1", "1", "0"]]


def test_no_row_is_dragged_while_the_table_has_something_to_mend(page):
    page.type("training", 0, "input 1", "abc")
    run = page.header["run"]

    page.do("move_row", row=1, inputs={"0": 0.62}, dropped=True).step()

    assert page.header["run"] == run
    assert page.problems == [
        'Row 1, column input 1: "abc" is not a number. Write a number such as 1.5, or delete the row.'
    ]


def test_no_weight_is_changed_while_the_table_has_something_to_mend(page):
    page.type("training", 0, "input 1", "abc")
    run = page.header["run"]

    page.do("set_parameter", epoch=4, index=0, value=2.5)
    page.do("new_weights").step()

    assert page.header["run"] == run
    assert page.number("Seed") == 1
    page.do("undo").step()
    assert not page.header["stale"]
    assert not page.header["can_undo"]


def test_a_dragged_situation_stands_in_its_table_and_can_be_taken_back(page):
    run = page.header["run"]

    page.do("move_situation", inputs={"0": 0.25}).step()

    assert page.header["run"] == run
    assert page.cells("situation") == [["0.25", "0", "0"]]
    assert page.header["situation"]["inputs"] == [0.25, 0, 0]
    page.do("undo").step()
    assert page.cells("situation") == [["1", "0", "0"]]


def test_what_was_typed_into_the_situation_stays_as_it_was_typed_when_it_is_dragged(page):
    page.type("situation", 0, "input 1", "0,5")

    page.do("move_situation", inputs={"1": 0.25}).step()

    assert page.cells("situation") == [["0,5", "0.25", "0"]]
    assert page.header["situation"]["inputs"] == [0.5, 0.25, 0]


def test_an_edited_cell_is_a_step_that_can_be_taken_back(page):
    page.type("training", 2, "target", "0").finish()
    assert page.parameters() == final_parameters(with_table(ARTICLE_1, targets=[[0], [1], [0], [0]]))

    page.do("undo").step()

    assert page.cells("training")[2] == ["1", "0", "1", "1"]
    assert page.finish().parameters() == final_parameters(ARTICLE_1)
    assert not page.header["can_undo"]


def moved(old, new):
    rows = [new if row == old else row for row in ARTICLE_1.dataset.inputs.tolist()]
    return with_table(ARTICLE_1, inputs=np.array(rows, dtype=float))


# --- settings ---------------------------------------------------------------------------------------------------------


def test_a_learning_rate_changed_in_the_middle_goes_on_from_there(page):
    page.stand_at(40)

    page.set_number("Learning rate", 0.1).finish()

    assert page.parameters() == final_parameters(changed((40, "learning_rate", 0.1)))
    assert [change["text"] for change in page.header["changes"]] == ["learning rate 0.1"]
    assert page.header["start_over"] == "Start over with this instead"
    page.do("start_over").finish()
    assert page.parameters() == final_parameters(replace(ARTICLE_1, optimizer=nncore.SGD(0.1)))
    assert page.header["start_over"] == ""


@pytest.mark.parametrize("play_head", [0, None])
def test_a_learning_rate_changed_at_the_beginning_or_at_the_end_makes_a_new_run(page, play_head):
    page.stand_at(play_head)

    page.set_number("Learning rate", 0.1).finish()

    assert page.parameters() == final_parameters(replace(ARTICLE_1, optimizer=nncore.SGD(0.1)))
    assert page.header["changes"] == []
    assert page.header["what_changed"] == "Learning rate: 1 → 0.1."


def test_another_optimizer_and_a_penalty_go_on_in_the_middle_too(page):
    page.stand_at(40)
    page.choose("Optimizer", "Adam")
    page.stand_at(60)

    page.choose("Penalty on weights", "L2").finish()

    branch = changed((40, "optimizer", nncore.Adam(1.0)), (60, "penalty", nncore.L2(0.01)))
    assert page.parameters() == final_parameters(branch)
    assert [change["text"] for change in page.header["changes"]] == ["Adam, learning rate 1", "penalty L2 0.01"]


def test_a_setting_changed_back_at_the_same_epoch_leaves_no_trace(page):
    page.stand_at(40)
    page.set_number("Learning rate", 0.1)

    page.set_number("Learning rate", 1.0).finish()

    assert page.header["changes"] == []
    assert page.parameters() == final_parameters(ARTICLE_1)


def test_a_setting_taken_back_is_shown_in_the_sidebar_again(page):
    page.stand_at(40)
    page.set_number("Learning rate", 0.1)

    page.do("undo").step()

    assert page.number("Learning rate") == 1.0
    assert page.finish().parameters() == final_parameters(ARTICLE_1)


def test_an_edited_row_begins_a_new_run_and_says_so(page):
    page.stand_at(40)
    page.set_number("Learning rate", 0.1)

    page.type("training", 2, "target", "0").finish()

    edited = replace(with_table(ARTICLE_1, targets=[[0], [1], [0], [0]]), optimizer=nncore.SGD(0.1))
    assert page.parameters() == final_parameters(edited)
    assert page.header["what_changed"] == "A new run: the table has changed."


def test_a_longer_run_keeps_what_was_changed_on_the_way(page):
    page.do("set_parameter", epoch=14_000, index=0, value=0.0).finish()
    assert page.parameters(14_000)[0] == 0

    page.set_number("Epochs", 16_000).finish()

    branch = replace(changed((14_000, "parameter", (0, 0.0))), epochs=16_000)
    assert page.parameters() == final_parameters(branch)


def test_every_numbers_text_is_the_one_the_page_writes_elsewhere(page):
    page.do("set_parameter", epoch=4, index=0, value=0.123456)

    assert page.header["changes"][0]["text"] == f"input 1 → target = {shown_number(0.123456)}"


# --- what comes late, twice or in the middle of something else ----------------------------------------------------------


def test_a_late_answer_to_an_older_request_does_not_lose_what_the_newer_one_wants(page):
    page.stand_at(40).answers_requests = False
    page.set_number("Learning rate", 0.5)
    first = page.header["where_is_play_head"]
    page.set_number("Learning rate", 0.1)

    page.do("play_head", question=first, epoch=40)

    assert page.header["where_is_play_head"] == first + 1
    page.do("play_head", question=first + 1, epoch=40).finish()
    assert page.parameters() == final_parameters(changed((40, "learning_rate", 0.1)))


def test_a_run_made_shorter_than_where_the_play_head_stands_begins_anew_with_its_settings(page):
    page.stand_at(500).answers_requests = False
    page.set_number("Learning rate", 0.1)
    page.set_number("Epochs", 100)

    page.do("play_head", question=page.header["where_is_play_head"], epoch=500).finish()

    assert page.parameters() == final_parameters(replace(ARTICLE_1, optimizer=nncore.SGD(0.1), epochs=100))


def test_undo_takes_back_a_setting_that_waits_for_the_play_head_and_nothing_before_it(page):
    page.set_number("Seed", 7).stand_at(40).answers_requests = False
    page.set_number("Learning rate", 0.5)

    page.do("undo").step()

    assert (page.number("Seed"), page.number("Learning rate")) == (7, 1)
    page.do("undo").step()
    assert (page.number("Seed"), page.number("Learning rate")) == (1, 1)


def test_a_row_dragged_while_a_setting_waits_for_the_play_head_is_learnt_with_that_setting(page):
    page.stand_at(40).answers_requests = False
    page.set_number("Learning rate", 0.1)
    question = page.header["where_is_play_head"]

    page.do("move_row", row=1, inputs={"0": 0.62}, dropped=True)
    page.do("play_head", question=question, epoch=40).finish()

    dragged = replace(moved([1, 1, 1], [0.62, 1, 1]), optimizer=nncore.SGD(0.1))
    assert page.parameters() == final_parameters(dragged)


def test_taking_a_drag_back_takes_back_nothing_else(page):
    page.do("set_parameter", epoch=4, index=0, value=2.5, gesture=7)
    page.do("set_parameter", epoch=4, index=0, value=3.0, gesture=8)
    page.do("set_parameter", epoch=4, index=0, value=2.5, gesture=8)

    page.do("take_back", gesture=8)
    assert page.finish().parameters() == final_parameters(changed((4, "parameter", (0, 2.5))))

    page.do("set_parameter", epoch=4, index=0, value=3.0, gesture=9)
    page.do("take_back", gesture=9)
    assert page.finish().parameters() == final_parameters(changed((4, "parameter", (0, 2.5))))


def test_a_command_done_to_what_is_not_open_any_more_is_passed_over(page):
    late = page.command("set_parameter", epoch=4, index=0, value=9.0)
    page.choose("Open", OPEN_ARTICLE_2)

    page.request(commands=[late])

    assert page.header["commands_done"] == late["number"]
    assert page.header["changes"] == []


def test_a_command_done_to_another_network_is_passed_over(page):
    late = page.command("set_parameter", epoch=4, index=0, value=9.0)
    page.switch("Bias", True)

    page.request(commands=[late])

    assert page.header["changes"] == []


def test_a_moved_threshold_is_taken_back_and_done_again_one_drag_as_one_change(page):
    page.do("set_parameter", epoch=4, index=0, value=2.5)
    for threshold in (0.6, 0.7, 0.8):
        page.do("set_threshold", threshold=threshold, gesture=90)
    page.do("set_threshold", threshold=0.25, gesture=91)
    assert page.header["undo_what"] == "the threshold"

    assert page.do("undo").header["threshold"] == 0.8
    assert page.header["redo_what"] == "the threshold"
    assert page.do("undo").header["threshold"] == 0.5
    assert len(page.header["changes"]) == 1
    assert page.header["undo_what"] == "a weight"
    assert page.do("redo").do("redo").header["threshold"] == 0.25
    assert not page.header["can_redo"]


def test_a_threshold_dragged_back_to_where_it_was_is_nothing_to_undo(page):
    for threshold in (0.6, 0.5):
        page.do("set_threshold", threshold=threshold, gesture=90)

    assert not page.header["can_undo"]


def test_a_threshold_moved_while_something_is_to_be_mended_does_not_settle_what_is_typed(page):
    page.type("training", 0, "input 1", "banana")
    page.do("set_threshold", threshold=0.75)

    assert page.header["threshold"] == 0.75
    assert page.header["undo_what"] == "what has to be mended"
    page.do("undo").step()
    assert page.cells("training")[0][0] == "0"
    assert not page.header["can_undo"]


def test_a_typed_situation_is_taken_back_and_done_again(page):
    page.type("situation", 0, "input 1", "0.5").type("situation", 0, "input 2", "0.25")

    for command, inputs in (
        ("undo", [0.5, 0, 0]),
        ("undo", [1, 0, 0]),
        ("redo", [0.5, 0, 0]),
        ("redo", [0.5, 0.25, 0]),
    ):
        page.do(command).step()
        assert page.header["situation"]["inputs"] == inputs
        assert page.cells("situation") == [[f"{value:g}" for value in inputs]]


def test_who_goes_back_to_a_run_stands_where_it_was_left(page):
    def looks_at(epoch):
        page.request(viewpoint={"epoch": epoch, "row": 0})

    looks_at(4)
    page.do("set_parameter", epoch=4, index=0, value=2.5).finish()
    assert page.header["went_to"] is None
    looks_at(90)
    page.type("training", 2, "target", "0").finish()
    looks_at(15_000)

    page.do("undo").step()
    assert page.header["went_to"] == {"epoch": 90, "is_back": True}
    assert page.header["run"] == page.player.run
    page.do("undo").step()
    assert page.header["went_to"] == {"epoch": 4, "is_back": True}
    looks_at(7)
    page.do("redo").step()
    assert page.header["went_to"] == {"epoch": 90, "is_back": False}
    page.do("redo").step()
    assert page.header["went_to"] == {"epoch": None, "is_back": False}
    page.do("undo").do("undo").step()
    assert page.header["went_to"] == {"epoch": 7, "is_back": True}
    page.type("training", 2, "target", "0")
    assert page.header["went_to"] is None


def test_what_has_to_be_mended_can_be_done_again_to_be_mended_then(page):
    page.type("training", 0, "input 1", "banana")
    page.type("training", 1, "target", "0")

    page.do("undo").step()
    assert page.cells("training")[:2] == [["0", "0", "1", "0"], ["1", "1", "1", "1"]]
    page.do("redo").step()

    assert page.cells("training")[:2] == [["banana", "0", "1", "0"], ["1", "1", "1", "0"]]
    assert page.header["stale"]
    page.type("training", 0, "input 1", "0").finish()
    assert page.parameters() == final_parameters(with_table(ARTICLE_1, targets=[[0], [0], [1], [0]]))


def test_what_was_taken_back_to_a_table_that_has_to_be_mended_can_be_done_again(page):
    page.type("training", 0, "input 1", "banana")
    page.do("undo").do("redo").step()
    page.set_number("Seed", 5)

    page.do("undo").step()
    assert page.number("Seed") == 1
    assert page.header["stale"]
    assert page.header["can_redo"]
    page.do("redo").step()

    assert page.number("Seed") == 5
    assert page.cells("training")[0] == ["banana", "0", "1", "0"]
    assert not page.header["can_redo"]


def test_a_setting_that_waits_for_the_play_head_can_be_done_again(page):
    page.stand_at(40)
    page.answers_requests = False
    page.set_number("Learning rate", 0.5)
    page.do("undo").step()
    page.answers_requests = True

    page.do("redo").step()

    assert page.number("Learning rate") == 0.5
    assert page.finish().parameters() == final_parameters(changed((40, "learning_rate", 0.5)))


def test_undo_takes_back_what_has_to_be_mended_and_not_the_step_before_it(page):
    page.type("training", 2, "target", "0")
    page.type("training", 0, "input 1", "banana")
    assert page.header["stale"]

    page.do("undo").step()

    assert not page.header["stale"]
    assert page.cells("training")[0] == ["0", "0", "1", "0"]
    assert page.cells("training")[2] == ["1", "0", "1", "0"]
    page.do("undo").step()
    assert page.cells("training")[2] == ["1", "0", "1", "1"]
