"""A page whose table is another one says nothing of it that is said of an example, whatever way the table came."""

from dataclasses import replace

import pytest

from nncore import Dataset
from playground.document import Document
from playground.document.file import file_of, saved_file
from playground.document.kept_text import all_but_table, table_of
from playground.document.lesson_place import LessonPlace
from playground.document.said_of_table import has_table_of
from playground.gallery import gallery
from playground.gallery.examples import document_titled
from playground.lessons import scene_document
from playground.page.first_page import first_page
from playground.page.open_kept import open_kept
from playground.page.open_scene import leave_lesson
from playground.page.opened_file import open_file
from playground.page.page_state import PageState
from playground.page.undo import undo
from playground.player.protocol.command import OpenKept

ARTICLE_1, ARTICLE_2 = gallery()[:2]
ROWS = ARTICLE_1.experiment.dataset
OTHER_CELL = replace(ROWS, targets=[[0], [1], [1], [1]])
OTHER_NAMES = replace(ROWS, input_names=["size", "weight", "age"])


def with_table(document: Document, dataset: Dataset) -> Document:
    """Return a document with another table, called as before: so they were written by older versions of the page."""
    return replace(document, experiment=replace(document.experiment, dataset=dataset), columns=())


def by_link(document: Document) -> PageState:
    return first_page(document.to_link())


def by_file(document: Document) -> PageState:
    state = PageState(ARTICLE_2)
    open_file(state, "1", file_of(document).encode())
    return state


def by_what_the_browser_keeps(document: Document) -> PageState:
    state = first_page("kept-1")
    told = {"number": 1, "gesture": 1, "opened": state.opened}
    open_kept(state, OpenKept(**told, name="kept-1", link=all_but_table(document), table=table_of(document)))
    return state


@pytest.mark.parametrize("dataset", [OTHER_CELL, OTHER_NAMES], ids=["another cell", "other names"])
@pytest.mark.parametrize("way", [by_link, by_file, by_what_the_browser_keeps])
def test_a_table_that_is_not_the_articles_is_never_called_so(way, dataset):
    state = way(with_table(ARTICLE_1, dataset))

    shown = state.open.document()
    assert (shown.title, shown.note, shown.chart_note, state.listed) == ("", "", None, "")
    assert shown.began_as == ARTICLE_1.title
    assert by_link(shown).open.document() == shown == saved_file(file_of(shown).encode()).document


@pytest.mark.parametrize("way", [by_link, by_file, by_what_the_browser_keeps])
def test_an_article_with_another_seed_is_still_called_so(way):
    state = way(replace(ARTICLE_2, experiment=replace(ARTICLE_2.experiment, seed=7)))

    assert (state.open.document().title, state.listed) == (ARTICLE_2.title, ARTICLE_2.title)
    assert state.open.document().chart_note == ARTICLE_2.chart_note


def test_the_title_goes_with_the_table_comes_back_with_it_and_reset_still_finds_the_article():
    state = PageState(ARTICLE_1)

    state.show(replace(ARTICLE_1.experiment, dataset=OTHER_CELL))
    state.settle()
    assert (state.open.document().title, state.list_is_old) == ("", True)
    state.begin()
    assert (state.listed, state.list_is_old) == ("", False)

    again = by_link(state.open.document())
    again.want_reset()
    again.begin()
    assert (again.listed, again.open.document().experiment) == (ARTICLE_1.title, ARTICLE_1.experiment)

    undo(state)
    state.begin()
    assert (state.listed, state.open.document().note) == (ARTICLE_1.title, ARTICLE_1.note)


def test_what_somebody_called_their_own_file_is_not_said_of_another_table_either():
    state = PageState(replace(ARTICLE_1, title="Mine", note="My rows."))

    state.show(replace(ARTICLE_1.experiment, dataset=OTHER_CELL))

    shown = state.open.document()
    assert (shown.title, shown.note, shown.began_as) == ("", "", "Mine")
    assert by_link(shown).open.origin == by_link(shown).open.document()


def test_a_lesson_is_called_so_until_it_is_left_with_another_table():
    scene = scene_document(LessonPlace("a-neuron-learns"))
    state = PageState(scene)
    changed = scene.experiment.dataset
    changed = replace(changed, targets=1 - changed.targets)

    state.show(replace(scene.experiment, dataset=changed))
    assert by_link(state.open.document()).listed == scene.title
    leave_lesson(state)

    assert (state.listed, state.open.document().note) == ("", "")


def test_rows_that_are_only_asked_about_and_derived_inputs_leave_a_table_what_it_is():
    asked = replace(ROWS, test_inputs=[[1, 0, 0]], test_targets=[[1]])

    assert has_table_of(with_table(ARTICLE_1, asked), ARTICLE_1)
    assert not has_table_of(ARTICLE_2, document_titled("XOR"))
