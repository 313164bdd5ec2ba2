"""A file of more rows than the page shows: all are learnt and counted, kept, taken back and given out again."""

import numpy as np
import pytest

from playground.document import Document
from playground.page.follow_table import follow_what_was_put
from playground.page.split_off import split_off
from playground.page.table_csv import table_csv
from playground.page.take_table import replace_table
from playground.tables import read_text, typed_dataset
from playground.tables.shown_rows import SHOWN_ROWS
from playground.tables.table import read_table

from .page_link import link_of

ROWS = SHOWN_ROWS + 1_000


@pytest.fixture
def long_page(page):
    """A page with a table of more rows than it shows; the last of them are unlike the first."""
    numbers = np.arange(ROWS) / 8
    lines = [f"{number:g},{int(place >= SHOWN_ROWS)}" for place, number in enumerate(numbers)]
    page.set_number("Epochs", 20)
    replace_table(page.client.session_state["playground"], read_text("\n".join(["size,late", *lines])))
    return page.step().finish()


def open_on(page):
    return page.client.session_state["playground"].open


def test_all_rows_are_learnt_and_sent_to_be_counted_and_the_page_says_so(long_page):
    experiment = open_on(long_page).run.experiment

    assert experiment.dataset.samples == ROWS
    assert len(long_page.outputs()) == ROWS
    assert any(f"The network learns from all {ROWS:,} rows" in caption.value for caption in long_page.client.caption)
    expected = experiment.run().network.parameters.tolist()
    assert long_page.parameters() == expected


def test_the_editor_shows_the_first_rows_and_an_edited_cell_is_learnt_beside_all_others(long_page):
    assert len(long_page.cells("training")) == SHOWN_ROWS

    long_page.type("training", 3, "size", "77,5").finish()

    inputs = open_on(long_page).run.experiment.dataset.inputs[:, 0]
    assert inputs[3] == 77.5
    assert len(inputs) == ROWS
    assert inputs[-1] == (ROWS - 1) / 8
    assert len(open_on(long_page).tables["training"].typed) == ROWS


def test_rows_that_come_to_be_shown_are_texts_again(long_page):
    table = open_on(long_page).tables["training"]

    table.put_without(range(500))

    cells = table.typed.to_numpy().tolist()
    assert cells[0] == ["62.5", "0"]
    assert cells[SHOWN_ROWS - 1] == [f"{(SHOWN_ROWS + 499) / 8:g}", "1"]
    assert cells[SHOWN_ROWS] == [(SHOWN_ROWS + 500) / 8, 1.0]


def test_undo_brings_every_row_back(long_page):
    before = open_on(long_page).run.experiment.dataset
    long_page.type("training", 0, "size", "5").finish()

    long_page.do("undo").step()

    assert open_on(long_page).run.experiment.dataset == before
    assert long_page.problems == []


def test_a_link_and_a_csv_file_have_every_row(long_page):
    state = long_page.client.session_state["playground"]

    assert Document.from_link(link_of(state).text).experiment.dataset == state.open.run.experiment.dataset
    assert len(table_csv(state, "training", with_outputs=True).splitlines()) == 1 + ROWS


def test_numbers_below_the_shown_rows_are_given_out_as_they_were_read(long_page):
    long_page.type("training", 3, "size", "0,5").type("training", 4, "size", "1.234,5").finish()

    # Beside these "1.500" would be asked about; it was read as one and a half before they were typed.
    _, *lines = table_csv(long_page.client.session_state["playground"], "training").splitlines()
    assert lines[3:5] == ["0.5,0", "1234.5,0"]
    assert lines[SHOWN_ROWS:] == [f"{number / 8:g},1" for number in range(SHOWN_ROWS, ROWS)]


def test_rows_that_are_split_off_come_from_all_of_them(long_page):
    split_off(long_page.client.session_state["playground"], 0.5, 1)
    long_page.step().finish()

    dataset = open_on(long_page).run.experiment.dataset
    assert (dataset.samples, len(dataset.test_inputs)) == (ROWS // 2, ROWS // 2)
    assert dataset.test_inputs.max() > SHOWN_ROWS / 8


def test_a_row_that_could_not_be_seen_is_not_added_in_the_picture(long_page):
    long_page.do("add_row", inputs={"0": 1.0}, targets={"0": 1.0})

    assert open_on(long_page).run.experiment.dataset.samples == ROWS


def test_a_row_that_is_deleted_in_the_picture_is_one_less_and_the_next_is_shown(long_page):
    long_page.do("remove_row", row=0).step()

    assert open_on(long_page).run.experiment.dataset.samples == ROWS - 1
    assert long_page.cells("training")[-1][0] == f"{SHOWN_ROWS / 8:g}"


@pytest.fixture
def read(monkeypatch):
    """How many rows each table had that has been read."""
    counts = []

    def counted(cells, *arguments, **named):
        counts.append(len(cells))
        return read_table(cells, *arguments, **named)

    monkeypatch.setattr(typed_dataset, "read_table", counted)
    return counts


def test_a_table_that_nobody_changed_is_not_read_again(long_page, read):
    long_page.step()
    assert ROWS in read  # this function has not been asked yet
    read.clear()

    long_page.set_number("Seed", 7)
    assert ROWS not in read
    long_page.type("training", 3, "size", "77,5")
    assert ROWS in read
    assert open_on(long_page).run.experiment.dataset.inputs[3, 0] == 77.5


def test_a_table_is_read_once_to_be_trained_at_once_drawn_and_linked_to(page, read):
    state = page.client.session_state["playground"]
    replace_table(state, read_text("\n".join(["size,late", *(f"{row},{row % 2}" for row in range(ROWS))])))

    follow_what_was_put(state)
    assert open_on(page).run.experiment.dataset.samples == ROWS
    page.step()
    page.set_number("Learning rate", "abc")
    assert link_of(state).text

    assert read.count(ROWS) == 1
