"""The page without a browser: columns are renamed, moved, added and removed, and what they are for follows at once."""

import pytest
import streamlit as st

from playground.tables.column import Column

from .app_paste_box_test import paste, take

IRIS = [["5.1", "0", "setosa"], ["7.0", "1", "versicolor"], ["6.3", "2", "virginica"], ["4.9", "0", "setosa"]]


class Strip:
    """The strip above the table, open."""

    def __init__(self, page):
        self.page = page
        page.client.session_state["columns_open"] = True
        page.step()

    @property
    def names(self):
        return [field.value for field in self.page.client.text_input if field.label.startswith("Name of column")]

    def rename(self, number, name):
        self.page.set_number(f"Name of column {number}", name)
        return self

    def choose(self, what, number, option):
        self.page.choose(f"{what} of column {number}", option)
        return self

    def press(self, what):
        next(button for button in self.page.client.button if button.help == what).click()
        self.page.step()
        return self


@pytest.fixture
def strip(page):
    return Strip(page)


def columns(page):
    return page.client.session_state["playground"].open.columns


def fill(page, rows):
    """Write rows over the first four of the training table."""
    for row, cells in enumerate(rows):
        for column, text in zip(columns(page), cells, strict=True):
            page.type("training", row, column.name, text)


def document(page):
    return page.client.session_state["playground"].open.document()


def test_what_is_typed_last_is_done_by_the_click_that_folds_the_strip(page, strip):
    field = next(field for field in page.client.text_input if field.label == "Name of column 1")
    formula = next(field for field in page.client.text_input if field.label == "Formula of another input")

    field.set_value("height")
    formula.set_value("[input 2]^2")
    page.client.session_state["columns_open"] = False
    page.step()

    assert columns(page)[0].name == "height"
    assert [one.formula.text for one in page.client.session_state["playground"].open.derived] == ["input 2²"]
    page.step()
    assert not strip.names


def test_a_column_that_is_renamed_is_called_so_everywhere_and_nothing_is_trained_anew(page, strip):
    page.finish()
    outputs, last = page.outputs(), page.header["trained"]

    strip.rename(1, "*height* <b>")

    assert page.header["trained"] == last
    assert page.player.description["input_names"][0] == "*height* <b>"
    assert [column.name for column in columns(page)][:2] == ["*height* <b>", "input 2"]
    assert page.finish().outputs() == outputs
    assert page.header["before"] is None
    page.do("undo")
    assert strip.names == ["input 1", "input 2", "input 3", "target"]
    assert page.player.description["input_names"][0] == "input 1"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("target", 'Another column is called "target". Columns must have different names.'),
        (" ", 'A column\'s name must be a text of 1 to 60 characters. Got "" instead.'),
        ("_index", 'A column\'s name must be a text of 1 to 60 characters. Got "_index" instead.'),
    ],
)
def test_a_name_that_is_none_is_refused_and_stays_in_its_field_to_be_mended(page, strip, name, sentence):
    strip.rename(1, name)

    assert sentence in page.problems
    assert strip.names[0] == name
    assert columns(page)[0] == Column("input 1")
    assert strip.rename(1, "height").names[0] == "height"
    assert sentence not in page.problems


def test_a_column_is_moved_removed_and_added_with_its_cells(page, strip):
    strip.press("Move column 4 to the left")
    assert [row[2:] for row in page.cells("training")] == [["0", "1"], ["1", "1"], ["1", "1"], ["0", "1"]]
    assert page.player.description["target_names"] == ["target"]

    strip.press("Remove column 1")
    assert strip.names == ["input 2", "target", "input 3"]
    assert page.player.description["layer_sizes"] == [2, 1]

    page.press("Add column")
    assert strip.names == ["input 2", "target", "input 3", "input 4"]
    assert page.cells("training")[1] == ["1", "1", "1", "0"]
    assert page.cells("situation") == [["0", "0", "0"]]
    assert page.player.description["layer_sizes"] == [3, 1]

    for _ in range(3):
        page.do("undo")
    assert strip.names == ["input 1", "input 2", "input 3", "target"]
    assert page.cells("situation") == [["1", "0", "0"]]


def test_words_in_the_target_are_classes_and_the_output_layer_follows_and_one_undo_takes_all_of_it_back(page, strip):
    strip.press("Remove column 1")
    strip.choose("Kind", 3, "words")
    assert page.player.description["classes"]["names"] == ["0", "1"]

    fill(page, IRIS)

    described = page.player.description
    assert described["target_names"] == ["setosa", "versicolor", "virginica"]
    assert described["layer_sizes"] == [2, 3]
    assert described["activations"] == ["softmax"]
    assert document(page).experiment.loss == "categorical_cross_entropy"
    assert page.client.session_state["playground"].open.values["output_activation"] == "softmax"
    assert document(page).columns[2] == Column("target", "target", ("setosa", "versicolor", "virginica"))

    strip.choose("Role", 3, "ignored").choose("Role", 2, "target")

    assert page.player.description["target_names"] == ["input 3"]
    assert document(page).experiment.architecture.activations == ("linear",)
    assert document(page).ignored.training[1] == ("versicolor",)
    assert "Output activation: softmax → linear." in page.header["what_changed"]
    page.do("undo")
    assert [column.role for column in columns(page)] == ["input", "input", "target"]
    assert document(page).experiment.architecture.activations == ("softmax",)
    assert page.cells("training")[1] == ["7.0", "1", "versicolor"]


def test_below_single_neuron_is_said_that_there_is_one_for_each_output(page, strip):
    def said():
        return [
            caption.value for caption in page.client.sidebar.caption if caption.value.startswith("One neuron for each")
        ]

    assert said() == []
    strip.press("Remove column 1").choose("Kind", 3, "words")
    assert said() == []
    fill(page, IRIS)
    assert said() == ["One neuron for each output, side by side."]
    page.choose("Architecture", "Hidden layers")
    assert said() == []


def test_a_table_without_a_target_says_so_and_keeps_its_run_until_there_is_one(page, strip):
    run = page.header["run"]

    strip.choose("Role", 4, "input")

    assert "No column is the target. Choose one: what the network is to answer." in page.problems
    assert page.header["run"] == run
    strip.choose("Role", 1, "target")
    assert page.header["run"] != run
    assert page.player.description["target_names"] == ["input 1"]


def test_words_of_an_input_are_one_input_each_and_a_new_situation_is_asked_in_words(page, strip):
    strip.choose("Kind", 1, "words")
    for row, word in enumerate(["red", "blue", "blue", "red"]):
        page.type("training", row, "input 1", word)
    page.type("situation", 0, "input 1", "blue")

    assert page.player.description["input_names"][:2] == ["input 1 = red", "input 1 = blue"]
    assert document(page).situation == (0.0, 1.0, 0.0, 0.0)
    page.do("move_situation", inputs={"0": 0.9})
    assert page.cells("situation")[0][0] == "red"
    page.do("move_row", row=0, inputs={"1": 0.8}, targets={}, dropped=True)
    assert page.cells("training")[0][0] == "blue"


def test_all_of_it_comes_back_from_the_link(page, strip):
    strip.choose("Role", 3, "ignored").rename(4, "answer").choose("Kind", 4, "words")
    fill(page, [["0", "1", "a,b", "yes"], ["1", "1", "", "no"], ["1", "0", "=1+1", "no"], ["0", "0", "x", "yes"]])

    again = type(document(page)).from_link(document(page).to_link())

    assert again == document(page)
    assert again.columns[2:] == (Column("input 3", "ignored"), Column("answer", "target", ("yes", "no")))
    assert again.ignored.training == (("a,b",), ("",), ("=1+1",), ("x",))


def test_the_fields_of_the_strip_stay_the_same_ones_so_that_the_keyboard_goes_on_where_it_was(page, strip):
    def fields():
        client = page.client
        kept = (*client.text_input, *client.selectbox, *client.button)
        names = ("Name of column", "Role of column", "Kind of column", "Add column")
        return [w.proto.id for w in kept if (w.label + (w.proto.help or "")).lstrip("←→").startswith(names)]

    before = fields()
    strip.rename(1, "height")
    strip.choose("Role", 1, "ignored")

    assert strip.names == ["height", "input 2", "input 3", "target"]
    assert len(before) == 4 * 3 + 1
    assert fields() == before


def test_what_the_browser_still_says_of_a_column_is_not_done_to_the_one_in_its_place(page, strip):
    key = next(field.key for field in page.client.text_input if field.label == "Name of column 2")
    strip.press("Remove column 2")

    # A second click, before the browser shows another field there.
    page.client.session_state[key] = "input 2"
    page.step()

    assert strip.names == ["input 1", "input 3", "target"]


def test_a_field_that_came_in_a_run_that_was_broken_off_comes_with_its_name_again(page, strip, monkeypatch):
    draw, broken = st.text_input, list[str]()

    def drawn(label, *value, **look):
        if label == "Name of column 3" and len(columns(page)) == 3 and not broken:
            broken.append(label)
            st.stop()
        return draw(label, *value, **look)

    monkeypatch.setattr(st, "text_input", drawn)
    strip.press("Remove column 2")
    page.step()

    sent = next(field.proto for field in page.client.text_input if field.label == "Name of column 2")
    assert broken
    assert (sent.set_value, sent.value) == (True, "input 3")


def test_a_heading_that_is_longer_than_a_name_one_types_stays_whole_when_the_strip_is_drawn(page):
    heading = "On a scale from 1 to 10, how satisfied are you with the lessons of this year?"
    paste(page, f"{heading}\tstays\n3\tno\n9\tyes\n8\tyes\n")
    take(page, "Replace the table")

    strip = Strip(page)
    page.step()

    assert strip.names == [heading, "stays"]
    assert page.player.description["input_names"] == [heading]
