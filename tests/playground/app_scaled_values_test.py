"""The page shows its inputs as they were typed, or as the network sees them: a switch, kept by link, file and undo."""

import re

import pytest

from nncore import articles
from playground.document import Document, DocumentError
from playground.gallery import gallery
from playground.page.page_state import PageState

ARTICLE_2 = next(document for document in gallery() if document.title.startswith("Article 2"))


@pytest.fixture
def scaled(page):
    """Return the page on the second article, whose inputs are scaled, with the switch on."""
    page.choose("Open", ARTICLE_2.title)
    page.type("training", 0, "input 1", "4")
    page.switch("Show inputs scaled", True)
    return page.request()


def grids(page):
    return {re.sub(r"_\d+$", "", grid.key): grid.value for grid in page.client.dataframe}


def state_of(page):
    return page.client.session_state["playground"]


def switches(page):
    return {switch.label: switch.value for switch in page.client.toggle}


def test_there_is_a_switch_only_where_inputs_are_scaled(page):
    assert "Show inputs scaled" not in switches(page)

    page.choose("Scaling of inputs", "standard")

    assert switches(page)["Show inputs scaled"] is False


def test_the_tables_show_what_the_network_sees_and_targets_as_typed(scaled):
    tables, experiment = grids(scaled), state_of(scaled).open.run.experiment
    assert set(tables) == {"scaled_training", "scaled_test", "situation"}

    for name, inputs in (("training", experiment.scaled()[0]), ("test", experiment.scaled()[2])):
        shown = tables[f"scaled_{name}"]
        assert list(shown.columns) == ["input 1", "input 2", "input 3", "target"]
        *rows, for_another_row = shown.values.tolist()
        assert for_another_row == [""] * 4
        assert [[float(cell) for cell in row[:3]] for row in rows] == pytest.approx(inputs, rel=1e-3)
        typed = state_of(scaled).open.tables[name].typed.values.tolist()
        assert [row[3] for row in rows] == [row[3] for row in typed]


def test_the_screen_says_so_and_how_to_change_a_cell(scaled):
    assert scaled.header["shows_scaled"] is True
    captions = [part.value for part in scaled.client.caption]
    assert (
        "Inputs as the network sees them, scaled; targets as typed. Turn that off in the sidebar to change a cell."
        in captions
    )


def test_nothing_that_was_typed_is_lost_by_the_switch(scaled):
    before = state_of(scaled).open.run.experiment

    scaled.switch("Show inputs scaled", False).request()

    assert scaled.header["shows_scaled"] is False
    assert scaled.cells("training")[0][0] == "4"
    assert state_of(scaled).open.run.experiment == before
    scaled.type("training", 0, "input 1", "5").request()
    assert state_of(scaled).open.run.experiment.dataset.inputs[0, 0] == 5.0


def test_a_cell_that_is_typed_in_the_moment_of_the_switch_is_kept(page):
    page.choose("Open", ARTICLE_2.title).finish()
    (switch,) = (switch for switch in page.client.toggle if switch.label == "Show inputs scaled")

    switch.set_value(True)
    page.type("training", 0, "input 1", "4")  # in one message with it
    page.request()

    assert page.header["shows_scaled"] is True
    assert state_of(page).open.run.experiment.dataset.inputs[0, 0] == 4.0


def test_another_scaling_is_shown_at_once(scaled):
    scaled.choose("Scaling of inputs", "standard").request()

    shown = grids(scaled)["scaled_training"].values.tolist()[:-1]
    inputs = state_of(scaled).open.run.experiment.scaled()[0]
    assert [float(row[0].replace("−", "-")) for row in shown] == pytest.approx(inputs[:, 0], rel=1e-3)


def test_undo_and_redo_take_the_switch_along(scaled):
    assert scaled.header["undo_what"] == "raw or scaled inputs"

    scaled.do("undo").step()
    assert switches(scaled)["Show inputs scaled"] is False
    assert scaled.cells("training")[0][0] == "4"

    scaled.do("redo").step()
    assert switches(scaled)["Show inputs scaled"] is True
    assert "scaled_training" in grids(scaled)


def test_where_the_scaling_is_turned_off_everything_is_as_typed(scaled):
    scaled.choose("Scaling of inputs", "none").request()

    assert scaled.header["shows_scaled"] is False
    assert "training" in grids(scaled)


def test_a_table_with_something_to_mend_is_shown_as_typed(scaled):
    state = state_of(scaled)
    table = state.open.tables["training"]
    table.put(table.typed.replace("4", "many"))
    scaled.step()

    assert grids(scaled)["training"].values.tolist()[0][0] == "many"
    assert any("many" in problem for problem in scaled.problems)
    scaled.type("training", 0, "input 1", "4").request()
    assert "scaled_training" in grids(scaled)
    scaled.step()
    assert table.typed.values.tolist()[0][0] == "4"


def test_link_and_file_bring_it_back():
    document = Document(articles.hidden_layer(), show_scaled=True)

    for again in (Document.from_link(document.to_link()), Document.from_dict(document.to_dict())):
        assert again == document
        assert PageState(again).open.shows_scaled
    assert "show_scaled" not in Document(articles.hidden_layer()).to_dict()
    with pytest.raises(DocumentError, match=r"show_scaled must be True or False\."):
        Document.from_dict({**document.to_dict(), "show_scaled": "yes"})
