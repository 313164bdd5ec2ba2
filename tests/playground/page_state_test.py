"""What is on the page changes all at once or not at all: with a run that cannot be made it stays what it was."""

from dataclasses import replace

import pytest

from nncore.errors import LimitError
from playground.document import Document
from playground.document.chart_choices import ChartChoices
from playground.gallery import gallery
from playground.page.open_example import open_listed
from playground.page.page_state import PageState
from playground.page.undo import redo, undo
from playground.player.protocol.viewpoint import Viewpoint
from playground.runs.live_run import LiveRun

from ..nncore.near_the_largest import NEAR_THE_LARGEST


@pytest.fixture
def page():
    return PageState(gallery()[0])


def refuse(run, until, seconds):
    raise LimitError("This run cannot be made.")


def what_is_there(page):
    here = page.open
    return (here, here.run, here.before, here.what_changed, page.listed, page.opened, page.runs, page.can_undo)


def another(page):
    return replace(page.open.run.experiment, seed=7)


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.show(another(page)),
        lambda page: page.open_document(Document(another(page), title="Another")),
        lambda page: open_listed(page, gallery()[1].title),
    ],
    ids=["another setting", "another document", "another example"],
)
def test_a_run_that_cannot_be_made_leaves_the_page_as_it_was(page, change, monkeypatch):
    before = what_is_there(page)
    with monkeypatch.context() as refused:
        refused.setattr(LiveRun, "advance", refuse)
        with pytest.raises(LimitError):
            change(page)

    assert what_is_there(page) == before
    change(page)
    assert what_is_there(page) != before


@pytest.mark.parametrize(("leave", "come_back"), [(undo, redo), (redo, undo)])
def test_undo_and_redo_come_back_to_what_was_looked_at_when_they_left(page, leave, come_back):
    open_listed(page, "XOR")
    if leave is redo:
        undo(page)
    # Between a drag on the threshold and the next key no script of the whole page runs.
    page.open.run.set_threshold(0.2)
    page.open.choices = ChartChoices("accuracy", "log", "linear")
    page.open.viewpoint = Viewpoint(5, 1, None)
    left = page.open.document()

    leave(page)
    assert page.open.document().threshold == 0.5
    come_back(page)

    assert page.open.document() == left
    assert (left.threshold, left.play_head, left.chosen_row) == (0.2, 5, 1)


def test_a_table_near_the_largest_float_comes_on_the_page_and_says_what_helps(page):
    page.show(NEAR_THE_LARGEST)

    assert page.open.run.experiment == NEAR_THE_LARGEST
    assert "they reach 1.7\xa0·\xa010³⁰⁸. Scale the inputs to mean 0 and deviation 1" in page.open.run.early_end[0]
