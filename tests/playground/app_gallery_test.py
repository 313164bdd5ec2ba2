"""The gallery and the tables made of a pattern, without a browser: what opens, what follows, what is taken back."""

import pytest

from playground.gallery import gallery
from playground.tables.shown_rows import SHOWN_ROWS

from .opened_page import OpenedPage


def open_gallery(page):
    page.press("Gallery")
    return page


def press(page, label):
    """Press a button of the gallery; the page is drawn twice and seen here once, so the player asks again."""
    next(button for button in page.client.button if button.label == label).click()
    OpenedPage.step(page)
    return page.request()


def choose_pattern(page, name):
    next(box for box in page.client.selectbox if box.label == "Pattern").set_value(name)
    return page.step()


def write(page, label, text):
    """Write into a field of the gallery; the settings have fields of the same names."""
    field = next(
        one for one in page.client.text_input if one.label == label and one.key.split("_")[-1] == box_key(page)
    )
    field.set_value(text)
    return page.step()


def box_key(page):
    return next(box.key for box in page.client.selectbox if box.label == "Pattern").split("_")[-1]


def can_be_taken(page):
    return page.buttons["Replace the table"]


def test_the_list_stays_short_and_the_gallery_is_closed_at_first(page):
    listed = next(box for box in page.client.selectbox if box.label == "Open")

    assert listed.options == [document.title for document in gallery()]
    assert "Iris" not in page.buttons


def test_iris_opens_at_its_beginning_with_its_source_and_is_taken_back(page):
    press(open_gallery(page), "Iris")

    assert page.player.description["input_names"][0] == "sepal length (cm)"
    assert len(page.cells("training")) == 150
    assert any("Fisher" in caption.value for caption in page.client.caption)
    assert next(box for box in page.client.selectbox if box.label == "Open").value == "Iris"
    assert "Penguins" not in page.buttons

    page.do("undo").step()

    assert page.player.description["input_names"] == ["input 1", "input 2", "input 3"]
    assert next(box for box in page.client.selectbox if box.label == "Open").value == gallery()[0].title


def test_a_generated_table_replaces_the_table_as_one_entry(page):
    before = page.cells("training")

    open_gallery(page)
    choose_pattern(page, "moons")
    write(page, "Rows", "40")
    write(page, "Noise", "0,1")
    press(page, "Replace the table")

    assert not page.header["stale"]
    assert len(page.cells("training")) == 40
    assert page.player.description["input_names"] == ["x1", "x2"]

    page.do("undo").step()

    assert page.cells("training") == before
    assert page.player.description["input_names"] == ["input 1", "input 2", "input 3"]


def test_the_output_layer_follows_amounts_though_the_target_is_called_the_same(page):
    open_gallery(page)
    choose_pattern(page, "sine")
    press(page, "Replace the table")

    assert not page.header["stale"]
    assert page.player.description["activations"][-1] == "linear"
    assert page.player.description["classes"] is None


@pytest.mark.parametrize(
    ("pattern", "field", "text", "sentence"),
    [
        ("circle", "Rows", "many", 'Rows must be a number. Got "many" instead.'),
        (
            "circle",
            "Rows",
            "5000",
            f"Rows must be a whole number from 2 to {SHOWN_ROWS:,}. Got 5000 instead.",
        ),
        ("circle", "Noise", "0.7", "Noise must be a number from 0 to 0.5. Got 0.7 instead."),
        ("circle", "Rows", "10.5", f"Rows must be a whole number from 2 to {SHOWN_ROWS:,}. Got 10.5 instead."),
    ],
)
def test_what_no_table_can_be_made_of_is_said_and_cannot_be_taken(page, pattern, field, text, sentence):
    open_gallery(page)
    choose_pattern(page, pattern)
    assert can_be_taken(page)

    write(page, field, text)

    assert sentence in page.problems
    assert not can_be_taken(page)


@pytest.mark.parametrize("formula", ["", "x1 +", "y > 2", "x1 > 100", "2 · sin(x1"])
def test_a_formula_that_gives_no_table_is_answered_with_a_sentence(page, formula):
    open_gallery(page)
    choose_pattern(page, "formula_boundary")
    told = set(page.problems)

    write(page, "Formula", formula)

    assert [one for one in page.problems if one not in told and one.endswith(".")]
    assert not can_be_taken(page)

    write(page, "Formula", "x1² + x2² < 9")

    assert can_be_taken(page)


def test_parity_has_as_many_inputs_as_are_asked_for(page):
    open_gallery(page)
    choose_pattern(page, "parity")
    write(page, "Inputs", "3")
    press(page, "Replace the table")

    assert len(page.cells("training")) == 8
    assert page.player.description["input_names"] == ["input 1", "input 2", "input 3"]


def test_test_rows_of_another_pattern_do_not_stay(page):
    page.choose("Open", "Article 2: a hidden layer")
    open_gallery(page)
    choose_pattern(page, "parity")
    write(page, "Inputs", "3")
    press(page, "Replace the table")

    assert not page.header["stale"]
    assert page.player.description["test"] is None


def test_the_box_for_tables_takes_the_place_of_the_gallery_and_the_other_way_round(page):
    # A file that is dropped on the page opens the box for tables, whatever else is open.
    open_gallery(page)
    page.press("Paste or upload a table")

    assert len(page.client.text_area) == 1
    assert "Iris" not in page.buttons

    open_gallery(page)

    assert not page.client.text_area
    assert "Iris" in page.buttons
