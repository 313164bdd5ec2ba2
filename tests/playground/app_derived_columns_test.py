"""The page without a browser: inputs that are derived from the table's columns stay with them, whatever is done to those."""

from dataclasses import replace

import nncore
from playground.document import Document

ARTICLE = nncore.articles.hidden_layer(scaling="train")
PRODUCT = nncore.DerivedColumn.parse("input 1 · input 2 + 1", ARTICLE.dataset.input_names)
EXPERIMENT = replace(
    ARTICLE,
    dataset=replace(ARTICLE.dataset, derived=[PRODUCT]),
    architecture=nncore.Architecture((4, 3, 1), ("sigmoid", "sigmoid"), bias=False),
)


def run_of(page):
    return page.client.session_state["playground"].open.run.experiment


def test_derived_columns_follow_cells_names_undo_and_the_new_situation(page):
    state = page.client.session_state["playground"]
    state.open_document(Document(EXPERIMENT, situation=(1.0, 1.0, 0.0)))
    page.step().finish()

    assert run_of(page) == EXPERIMENT
    assert page.parameters() == EXPERIMENT.run().network.parameters.tolist()
    assert page.player.description["input_names"] == [*ARTICLE.dataset.input_names, "input 1 · input 2 + 1"]

    page.type("training", 0, "input 1", "7").finish()
    # 7 · 1 + 1
    assert run_of(page).dataset.all_inputs[0].tolist() == [7.0, 1.0, 0.0, 8.0]

    page.client.session_state["columns_open"] = True
    page.step().set_number("Name of column 1", "leaf (cm)")
    assert run_of(page).dataset.all_input_names[3] == "[leaf (cm)] · input 2 + 1"
    assert run_of(page).dataset.all_inputs[0].tolist() == [7.0, 1.0, 0.0, 8.0]

    page.do("undo").do("undo")
    assert run_of(page) == EXPERIMENT


def test_a_derived_column_whose_input_is_taken_away_is_told_in_a_sentence(page):
    page.client.session_state["playground"].open_document(Document(EXPERIMENT))
    page.client.session_state["columns_open"] = True
    page.step()

    next(button for button in page.client.button if button.help == "Remove column 2").click()
    page.step()

    assert 'needs the input "input 2", which is not there' in page.client.session_state["playground"].open.stale
    assert run_of(page) == EXPERIMENT
