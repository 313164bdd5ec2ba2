"""A page whose address names what the browser has kept: it asks for that, and opens it in place of what it began with."""

import json

import pytest

from playground.document import Document
from playground.document.kept_text import LONGEST_TABLE, all_but_table, table_of
from playground.document.link_text import KEPT_ELSEWHERE
from playground.gallery import gallery
from playground.gallery.examples import document_titled
from playground.page.command_handlers import take
from playground.page.first_page import first_page
from playground.page.on_the_screen import on_the_screen
from playground.player.protocol.request import read_request

from .page_link import link_of

IRIS = document_titled("Iris")


def bring(page, link, table="", name="kept-1"):
    """Let the player bring what it has found, as JSON, and return what it is told then."""
    command = {"kind": "open_kept", "number": page.commands_done + 1, "gesture": 1, "opened": page.opened}
    told = {"run": page.open.run.number, "commands": [{**command, "name": name, "link": link, "table": table}]}
    take(page, read_request(json.loads(json.dumps(told))))
    return on_the_screen(page)


def test_the_page_asks_and_its_address_stays_until_it_is_answered():
    page = first_page("kept-1")

    told = on_the_screen(page)
    assert told.asks_for == "kept-1"
    assert told.link[1:4] == ("kept-1", False, True)

    told = bring(page, all_but_table(IRIS), table_of(IRIS))

    assert told.asks_for == ""
    assert told.notice == ""
    assert page.open.document().experiment == IRIS.experiment
    assert page.page_is_old
    assert page.listed == "Iris"
    assert not page.can_undo
    # It is kept from now on, by whatever name.
    assert link_of(page).number > told.link[0] - 1 > 0
    assert Document.from_link(link_of(page).text) == page.open.document()


def test_what_was_looked_at_when_the_page_was_left_waits_for_what_is_brought():
    page = first_page("kept-1", '{"epoch": 7, "row": 3}')

    told = bring(page, all_but_table(IRIS), table_of(IRIS))

    assert (told.opens_at.epoch, told.opens_at.row, told.worked_at) == (7, 3, 7)
    assert page.open.document().play_head == 7


def test_where_nothing_was_kept_the_first_page_stays_and_needs_no_link():
    page = first_page("kept-1")

    told = bring(page, "")

    assert (told.asks_for, told.notice) == ("", KEPT_ELSEWHERE)
    assert told.link[1] == ""
    assert page.open.document() == first_page("").open.document()
    page.open_document(gallery()[1])
    assert Document.from_link(link_of(page).text).title == gallery()[1].title


@pytest.mark.parametrize("link", ["1damaged", "<b>", "kept-2"])
def test_what_was_damaged_is_told_in_one_sentence(link):
    page = first_page("kept-1")

    told = bring(page, link, table_of(IRIS))

    assert told.asks_for == ""
    assert told.notice.startswith(("This link", "What this link opens"))
    assert page.open.origin.title == gallery()[0].title


@pytest.mark.parametrize("too_long", ["link", "table"])
def test_what_is_longer_than_anything_that_is_kept_ends_the_waiting_too(too_long):
    page = first_page("kept-1")

    told = bring(page, **{"link": all_but_table(IRIS), "table": table_of(IRIS), too_long: "x" * (LONGEST_TABLE + 1)})

    assert told.asks_for == ""
    assert told.notice
    assert page.open.origin.title == gallery()[0].title


@pytest.mark.parametrize("forged", [{"name": "kept-2"}, {"table": 5}, {"link": None}])
def test_a_forged_answer_changes_nothing(forged):
    page = first_page("kept-1")

    bring(page, **{"link": all_but_table(IRIS), "table": table_of(IRIS), **forged})

    assert page.asks_for == "kept-1"
    assert page.open.origin.title == gallery()[0].title


def test_nobody_is_answered_who_was_not_asked():
    page = first_page("")

    bring(page, all_but_table(IRIS), table_of(IRIS))

    assert page.open.origin.title == gallery()[0].title
