"""Whoever opens a link or a file is told that its run came out differently here, and never falsely."""

from dataclasses import replace

import pytest

from nncore import Dataset
from playground.document import Document
from playground.document.file import file_of, saved_file
from playground.gallery import gallery
from playground.page.first_page import first_page

from .page_link import link_of

SENT = replace(gallery()[0], title="Sent", experiment=replace(gallery()[0].experiment, epochs=100))


def trained(document):
    """Return a page on which a document was opened from its link, trained to its end."""
    page = first_page(document.to_link())
    page.open.run.advance(page.open.run.experiment.epochs, 60)
    return page


def came_to_something_else(document):
    """Return the document of a page as another computer would send it, whose run came to another loss."""
    here = trained(document).open.document()
    return replace(here, fingerprint=replace(here.fingerprint, loss=here.fingerprint.loss * (1 + 1e-6)))


def test_the_link_of_a_run_that_has_ended_says_what_it_came_to():
    page = first_page(SENT.to_link())
    assert SENT.fingerprint is None

    page.open.run.advance(100, 60)

    opened = Document.from_link(link_of(page).text)
    assert opened.fingerprint == page.open.run.fingerprint
    assert opened.fingerprint.epoch == 100


def test_the_same_computer_is_told_nothing():
    document = trained(SENT).open.document()

    assert trained(document).open.came_out_differently == ""
    assert trained(SENT).open.came_out_differently == ""


@pytest.mark.parametrize("there_and_back", [lambda it: it, lambda it: saved_file(file_of(it).encode()).document])
def test_a_run_that_came_out_differently_is_told_as_soon_as_it_has_ended(there_and_back):
    document = there_and_back(came_to_something_else(SENT))

    page = first_page(document.to_link())
    if not page.open.run.trainer.finished:
        assert page.open.came_out_differently == ""
    page.open.run.advance(100, 60)

    told = page.open.came_out_differently
    assert told.startswith("This run came out differently here than where it was sent from: its ")


def test_what_is_changed_has_no_other_run_to_be_held_against():
    page = trained(came_to_something_else(SENT))

    page.show(replace(page.open.run.experiment, seed=5))
    page.open.run.advance(100, 60)

    assert page.open.came_out_differently == ""


def test_a_number_changed_in_a_file_by_hand_is_another_run():
    text = file_of(came_to_something_else(SENT)).replace('"seed": 1', '"seed": 2')

    assert trained(saved_file(text.encode()).document).open.came_out_differently == ""


def test_a_table_that_is_not_the_same_to_the_last_bit_is_another_run():
    document = came_to_something_else(SENT)
    dataset = document.experiment.dataset
    other = Dataset(dataset.inputs + 1e-15, dataset.targets)

    changed = replace(document, experiment=replace(document.experiment, dataset=other))

    assert trained(changed).open.came_out_differently == ""


def test_the_page_says_it_until_something_is_changed(page):
    state = page.client.session_state["playground"]
    state.open_document(came_to_something_else(SENT))
    page.step().finish()

    assert page.header["notice"] == state.open.came_out_differently != ""
    page.type("training", 1, "input 2", "0,5").finish()
    assert page.header["notice"] == ""


@pytest.mark.parametrize("document", gallery(), ids=lambda document: document.title)
def test_links_without_a_fingerprint_open_silently(document):
    page = first_page(document.to_link())

    assert page.notice == page.open.came_out_differently == ""
