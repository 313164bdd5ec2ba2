"""A cell that is typed in the moment in which something is pressed comes in one message with it, and is kept."""

import pytest

from .app_validation_rows_test import split, watched  # noqa: F401
from .opened_page import OpenedPage

UNTYPED = {"edited_rows": {}, "added_rows": [], "deleted_rows": []}


def typed_with(page, **changes):
    """Have the editor of the training table say what was changed, in the message of what is done next."""
    page.client.session_state[page.editor("training")] = {**UNTYPED, **changes}
    return page


def press(page, label):
    next(button for button in page.client.button if button.label == label).click()
    OpenedPage.step(page)
    return page.request()


def unfold(page, name):
    page.client.session_state[name] = True
    page.step()


def inputs(page):
    return page.player.description["train"]["inputs"]


def test_beside_a_mend(page):
    unfold(page, "findings_open")
    mend = next(button.label for button in page.client.button if button.label.startswith("Ignore"))

    typed_with(page, edited_rows={0: {"input 2": "0.5"}})
    press(page, mend)

    assert page.cells("training")[0][1] == "0.5"
    assert page.player.description["input_names"] == ["input 2", "input 3"]
    assert inputs(page)[0] == [0.5, 1]


@pytest.mark.parametrize("label", ["Add column", "Move column 1 to the right"])
def test_beside_a_change_of_the_columns(page, label):
    unfold(page, "columns_open")

    typed_with(page, edited_rows={0: {"input 3": "0.5"}})
    press(page, label)

    assert "0.5" in page.cells("training")[0]
    assert 0.5 in inputs(page)[0]


def test_beside_validation_rows_that_become_test_rows(watched):  # noqa: F811
    key = f"split_{watched.client.session_state['playground'].open.tables['training'].key}"
    unfold(watched, key)

    typed_with(watched, edited_rows={0: {"input 1": "0.875"}})
    press(watched, "Make the validation rows test rows")

    assert inputs(watched)[0][0] == 0.875


def test_a_row_is_deleted_beside_a_drag_of_another_and_no_other_row_moves(page):
    deleted = {**UNTYPED, "deleted_rows": [0]}

    typed_with(page, **deleted)
    page.client.session_state["playground"].open.see_what_is_typed({page.editor("training"): deleted}.get)
    page.do("move_row", row=0, inputs={"0": 7.0}, targets={}, dropped=True)

    assert inputs(page) == [[1, 1, 1], [1, 0, 1], [0, 1, 1]]
