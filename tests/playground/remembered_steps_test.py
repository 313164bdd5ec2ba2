"""What could be taken back before a reload can be taken back after it, and what is damaged is left out."""

import json
from dataclasses import replace

import pytest

from playground.gallery import gallery
from playground.gallery.examples import document_titled
from playground.page.command_handlers import take
from playground.page.first_page import first_page
from playground.page.on_the_screen import on_the_screen
from playground.page.page_state import PageState
from playground.page.remembered_steps import told_steps
from playground.page.undo import redo, undo
from playground.player.protocol.request import read_request

from .page_link import link_of


class Browser:
    """A tab that remembers the link of each step, as link/left_steps.mjs does."""

    def __init__(self, link=""):
        self.links = {}
        self.page = first_page(link)
        self.look()

    def look(self):
        _, self.steps, self.place, has_link = told_steps(self.page, 0)
        self.link = link_of(self.page).text
        if has_link:
            self.links[self.steps[self.place][0]] = self.link
        self.is_settled = has_link

    def do(self, action, *arguments, **named):
        action(self.page, *arguments, **named)
        self.look()
        return self

    def reloaded(self):
        """Return the page that comes next, in another session, with what this one has left."""
        after = Browser(self.link)
        left = [(opening, self.links[number]) for number, opening in self.steps if number in self.links]
        places = [number for number, _ in self.steps if number in self.links]
        cut = places.index(self.steps[self.place][0])
        past, future = left[: cut if self.is_settled else cut + 1], left[cut + 1 :] if self.is_settled else []
        bring(after.page, self.steps[self.place][1], past, future)
        after.links |= {-place: link for place, (_, link) in enumerate([*past, *future], start=1)}
        after.look()
        return after


def bring(page, opening, past, future=()):
    command = {"kind": "remember_steps", "number": page.commands_done + 1, "gesture": 1, "opened": page.opened}
    command |= {"opening": opening, "past": past, "future": future}
    take(page, read_request(json.loads(json.dumps({"run": page.open.run.number, "commands": [command]}))))


def learn_with(page, **changes):
    page.open.values.update(changes)
    page.show(replace(page.open.run.experiment, **changes))
    page.settle()


def looks(page):
    return page.open.title, page.open.run.experiment, page.undo_what, page.redo_what


def way_back(page):
    """Return what is seen at each step back from here, and forth again."""
    seen = [looks(page)]
    for go, can in ((undo, "can_undo"), (redo, "can_redo")):
        while getattr(page, can):
            go(page)
            seen.append(looks(page))
    return seen


def a_page_that_was_worked_on():
    browser = Browser()
    browser.do(learn_with, seed=2).do(learn_with, epochs=300)
    browser.do(PageState.open_document, document_titled("XOR")).do(learn_with, seed=5).do(learn_with, seed=6)
    return browser.do(undo)


def test_all_that_could_be_taken_back_and_done_again_can_be_after_a_reload_and_after_another_one():
    browser = a_page_that_was_worked_on()
    once = browser.reloaded()
    twice = once.reloaded()

    expected = way_back(browser.page)
    assert len(expected) == 4 + 5 + 1
    assert way_back(once.page) == expected
    assert way_back(twice.page) == expected


def test_what_is_done_after_the_reload_is_taken_back_first():
    once = a_page_that_was_worked_on().reloaded().do(learn_with, seed=9)
    assert not once.page.can_redo

    once = once.reloaded()
    undo(once.page)
    assert once.page.open.run.experiment.seed == 5
    undo(once.page)
    undo(once.page)
    assert once.page.open.title == gallery()[0].title


def test_what_is_done_before_they_come_stays_the_last():
    left = a_page_that_was_worked_on()
    page = first_page(left.link)
    learn_with(page, seed=9)
    bring(page, left.steps[left.place][1], [(1, ""), (1, left.links[2])], [(2, left.link)])

    assert not page.can_redo
    seeds = [page.open.run.experiment.seed]
    while page.can_undo:
        undo(page)
        seeds.append(page.open.run.experiment.seed)
    assert seeds == [9, 5, 2, gallery()[0].experiment.seed]


@pytest.mark.parametrize("damaged", ["1abc", "<b>", "kept-1", "9" + "A" * 5000])
def test_a_damaged_step_is_left_out_without_a_word(damaged):
    page = first_page("")
    link = Browser().do(learn_with, seed=2).link
    bring(page, 1, [(1, link), (1, damaged), (7, damaged)])

    assert page.notice == ""
    undo(page)
    assert page.open.run.experiment.seed == 2
    assert not page.can_undo


@pytest.mark.parametrize(
    "steps", [3, [[1]], [["1", ""]], [[1, 2]], [[1, ""]] * 101, [[1, "1" * 500_000]], {"a": 1}, [["a", 1]]]
)
def test_what_is_no_steps_changes_nothing(steps):
    page = first_page("")
    bring(page, 1, steps)

    assert not page.can_undo
    assert on_the_screen(page).notice == ""


def test_a_player_that_knows_the_steps_is_not_told_them_again():
    browser = a_page_that_was_worked_on()
    number, *_ = told_steps(browser.page, 0)

    assert told_steps(browser.page, number) is None
    assert told_steps(browser.do(undo).page, number) is not None
