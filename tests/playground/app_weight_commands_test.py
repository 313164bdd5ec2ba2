"""What is done to weights and neurons from inside the player, without a browser."""

from dataclasses import replace

import pytest

from ..page_texts import ARTICLE_1
from .changed_article import changed, final_parameters
from .watched_page import WatchedPage


@pytest.fixture
def page():
    return WatchedPage().finish()


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
        (("set_parameter", {"index": 1, "value": 2.0}), ("start_over", {"epoch": 15_000})),
    ],
)
def test_a_change_at_the_last_epoch_that_is_taken_back_leaves_the_run_as_long_as_it_was(page, done, taken_back):
    page.do(done[0], epoch=15_000, **done[1]).step().finish()
    assert page.number("Epochs") == 30_000
    assert page.header["goes_on_from"] == 15_000

    page.do(taken_back[0], **taken_back[1]).step().finish()

    assert page.header["end"] == page.number("Epochs") == 15_000
    assert page.header["goes_on_from"] is None
    assert page.parameters() == final_parameters(ARTICLE_1)
    page.do("undo").step().finish()
    assert page.header["end"] == page.number("Epochs") == 30_000


def test_a_run_made_as_long_by_hand_stays_so_when_a_change_is_taken_back(page):
    page.set_number("Epochs", 30_000).finish()

    for frozen in (True, False):
        page.do("freeze", epoch=15_000, index=1, frozen=frozen).step()

    assert page.header["end"] == page.number("Epochs") == 30_000


def test_a_run_that_is_made_as_long_by_hand_after_undo_stays_so_whatever_is_changed_in_it(page):
    page.do("freeze", epoch=15_000, index=1, frozen=True).step()
    page.do("undo").step()
    page.set_number("Epochs", 30_000)

    page.do("set_parameter", epoch=100, index=0, value=2.0).step()

    assert page.header["end"] == page.number("Epochs") == 30_000
    for frozen in (True, False):
        page.do("freeze", epoch=15_000, index=1, frozen=frozen).step()
    assert page.header["end"] == page.number("Epochs") == 30_000


def test_a_length_that_is_typed_after_a_change_at_the_last_epoch_stays_when_that_is_taken_back(page):
    page.do("freeze", epoch=15_000, index=1, frozen=True).step()
    for epochs in (20_000, 30_000):
        page.set_number("Epochs", epochs)

    page.do("freeze", epoch=15_000, index=1, frozen=False).step()

    assert page.header["end"] == page.number("Epochs") == 30_000


def test_a_change_at_the_last_epoch_that_is_done_again_and_taken_back_leaves_the_run_as_long_as_it_was(page):
    page.do("freeze", epoch=15_000, index=1, frozen=True).step()
    page.do("undo").step()
    page.do("redo").step()
    assert page.header["end"] == page.number("Epochs") == 30_000

    page.do("freeze", epoch=15_000, index=1, frozen=False).step()

    assert page.header["end"] == page.number("Epochs") == 15_000


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
