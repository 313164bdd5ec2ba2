"""A run of the script that is broken off, before it has come to a button or a field or behind it, loses nothing it brought."""

from collections.abc import Callable

import pytest
import streamlit as st
from streamlit.runtime.state import SafeSessionState

from nncore.experiment.starting_weights import starting_weights
from playground.views import paste_box_offer, top_of_page

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


@pytest.fixture
def break_off_at(monkeypatch):
    """Have the next run broken off where something with this text is drawn by this function of Streamlit, and begun anew."""

    def at(name: str, beginning: str) -> None:
        draw, broken = getattr(st, name), [True]

        def drawn(text, *arguments, **look):
            if broken and text.startswith(beginning):
                broken.clear()
                st.rerun()
            return draw(text, *arguments, **look)

        monkeypatch.setattr(st, name, drawn)

    return at


BEHIND = [
    ("text_input", "Name of column 4"),
    ("button", "Add column"),
    ("caption", "Words in an input"),
    ("caption", "Derived inputs"),
    ("selectbox", "Squares, products, sines"),
]
"""What is drawn in the strip behind the first buttons."""


@pytest.mark.parametrize("place", BEHIND, ids=[text for _, text in BEHIND])
@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Move column 1 to the right", (["input 2", "height", "input 3", "target"], 1)),
        ("Remove derived input 1", (["height", "input 2", "input 3", "target"], 0)),
    ],
)
def test_a_press_is_done_once_where_the_run_is_broken_off_behind_its_button(page, break_off_at, place, label, expected):
    derived(page)
    # In one message with the press.
    next(field for field in page.client.text_input if field.label == "Name of column 1").set_value("height")

    break_off_at(*place)
    press(page, label)

    assert (columns(page), len(state_of(page).open.derived)) == expected


def test_a_pasted_table_is_taken_once_where_the_run_is_broken_off_behind_that(page, monkeypatch):
    page.press("Paste or upload a table")
    page.client.text_area[0].set_value("0,0,0,1\n1,1,0,1")
    page.step()
    append, ask, broken = paste_box_offer.append_rows, SafeSessionState.__getitem__, list[bool]()

    def appended(*arguments):
        append(*arguments)
        broken.append(True)

    def asked(memory, key):
        if broken:
            broken.clear()
            st.rerun()
        return ask(memory, key)

    monkeypatch.setattr(paste_box_offer, "append_rows", appended)
    monkeypatch.setattr(SafeSessionState, "__getitem__", asked)

    press(page, "Append to the table")

    assert not page.client.text_area
    assert len(page.cells("training")) == 4 + 2


def key_of(page, label):
    return next(button.key for button in page.client.button if button.label == label)


@pytest.mark.parametrize("label", ["Remove column 2", "Move column 1 to the right", "Move column 2 to the left"])
def test_a_second_click_on_what_is_not_there_any_more_is_for_nothing(page, label):
    strip(page)
    key = key_of(page, label)
    press(page, label)
    done = columns(page)
    assert done != ["input 1", "input 2", "input 3", "target"]

    # The browser has still shown the button.
    page.client.session_state["playground_pressed"] = {key}
    page.step()

    assert columns(page) == done
    press(page, "Add column")
    assert columns(page) == [*done[:-1], "input 4", "target"]


def test_a_click_that_comes_while_its_column_is_renamed_is_done(page):
    strip(page)
    key = key_of(page, "Move column 1 to the right")
    for name in ("height", "size"):
        page.set_number("Name of column 1", name)

    page.client.session_state["playground_pressed"] = {key}
    page.step()

    assert columns(page) == ["input 2", "size", "input 3", "target"]


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
