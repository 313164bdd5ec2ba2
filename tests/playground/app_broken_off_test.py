"""A run of the script that is broken off before it has come to a button or a field loses nothing of what it brought."""

from collections.abc import Callable

import pytest
import streamlit as st

from nncore.experiment.starting_weights import starting_weights
from playground.views import top_of_page

from .app_grid_paste_test import BEGUN, IRIS, paste_into
from .opened_page import OpenedPage

BEGIN = top_of_page.begin_at_the_top


@pytest.fixture
def break_off(monkeypatch):
    """Have the next run of the script broken off at its beginning, after the callbacks, and begun anew."""

    def again() -> None:
        if broken:
            broken.clear()
            st.rerun()
        BEGIN()

    broken: list[bool] = []
    monkeypatch.setattr(top_of_page, "begin_at_the_top", again)
    return lambda: broken.append(True)


def unfold(page, key):
    page.client.session_state[key] = True
    page.step()


def state_of(page):
    return page.client.session_state["playground"]


def columns(page):
    return [column.name for column in state_of(page).open.columns]


def strip(page):
    unfold(page, "columns_open")


def table_to_split(page):
    unfold(page, f"split_{state_of(page).open.tables['training'].key}")


def press(page, label):
    next(button for button in page.client.button if button.label == label).click()
    OpenedPage.step(page)
    page.request()


def gallery(page):
    page.press("Gallery")


def paste_that_does_not_fit(page):
    paste_into(page, IRIS)
    assert any(problem.startswith(BEGUN) for problem in page.problems)


def pasted(page):
    page.press("Paste or upload a table")
    page.client.text_area[0].set_value("a\tb\n0\t1\n1\t0")
    page.step()


def typed_weights(page):
    page.press("Type or paste starting weights")
    page.client.text_area[0].set_value("1 2 3")
    page.step()


def weights_at_start(page):
    return starting_weights(state_of(page).open.run.experiment).values


def derived(page):
    strip(page)
    page.set_number("Formula of another input", "input 1 ^ 2")
    page.step()


def answer_to_or(page):
    page.choose("Open", "OR")
    page.switch("Bias", False)
    strip(page)
    page.press("Can one neuron learn it?")


BUTTONS: list[tuple[Callable, str, Callable, object]] = [
    (gallery, "Iris", lambda page: state_of(page).listed, "Iris"),
    (gallery, "Replace the table", lambda page: state_of(page).open.generated is not None, True),
    (pasted, "Replace the table", columns, ["a", "b"]),
    (typed_weights, "Start from these weights", weights_at_start, (1.0, 2.0, 3.0)),
    (answer_to_or, "Bias\\: off → on", lambda page: state_of(page).open.run.experiment.architecture.bias, True),
    (table_to_split, "Split off", lambda page: len(page.cells("training")), 3),
    (strip, "Add column", columns, ["input 1", "input 2", "input 3", "input 4", "target"]),
    (strip, "Move column 1 to the right", columns, ["input 2", "input 1", "input 3", "target"]),
    (strip, "Remove column 2", columns, ["input 1", "input 3", "target"]),
    (derived, "Remove derived input 1", lambda page: state_of(page).open.derived, ()),
    (paste_that_does_not_fit, "See it in the box", lambda page: [area.value for area in page.client.text_area], [IRIS]),
    (paste_that_does_not_fit, "Leave it so", lambda page: page.problems, []),
]


@pytest.mark.parametrize(
    ("unfolded", "label", "seen", "expected"), BUTTONS, ids=[f"{one[0].__name__}: {one[1]}" for one in BUTTONS]
)
def test_a_press_is_done_once(page, break_off, unfolded, label, seen, expected):
    unfolded(page)
    assert seen(page) != expected

    break_off()
    press(page, label)

    assert seen(page) == expected
    page.step()
    assert seen(page) == expected


def test_a_press_on_what_is_not_there_any_more_is_for_nothing(page):
    strip(page)
    press(page, "Remove column 2")
    assert columns(page) == ["input 1", "input 3", "target"]

    # A second click on the same button, which the browser has still shown.
    page.client.session_state["playground_pressed"] = {"sign_Remove column 2_4"}
    page.step()
    press(page, "Add column")

    assert columns(page) == ["input 1", "input 3", "input 4", "target"]


def test_all_that_is_done_to_columns_in_one_message_is_done(page):
    strip(page)
    fields = {field.label: field for field in [*page.client.text_input, *page.client.selectbox]}
    fields["Name of column 1"].set_value("height")
    fields["Name of column 2"].set_value("weight")
    fields["Role of column 3"].set_value("ignored")
    fields["Formula of another input"].set_value("height · weight")

    press(page, "Move column 1 to the right")

    assert [(column.name, column.role) for column in state_of(page).open.columns] == [
        ("weight", "input"),
        ("height", "input"),
        ("input 3", "ignored"),
        ("target", "target"),
    ]
    assert [column.formula.text for column in state_of(page).open.derived] == ["height · weight"]


def test_formulas_that_come_in_one_message_are_all_there(page):
    derived(page)
    fields = {field.label: field for field in page.client.text_input}
    fields["Formula of derived input 1"].set_value("input 1 ^ 3")
    fields["Formula of another input"].set_value("input 2 ^ 2")

    page.step().step()

    assert [column.formula.text for column in state_of(page).open.derived] == ["input 1³", "input 2²"]
