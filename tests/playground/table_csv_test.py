"""The tables of a page as CSV files: the rows as they stand, and what the network on the screen answers to them."""

from dataclasses import replace

import numpy as np

from nncore import articles
from nncore.data.dataset import Dataset
from nncore.data.derived_columns import DerivedColumn
from nncore.network.architecture import Architecture
from playground.document import Document
from playground.gallery import gallery
from playground.page.page_state import PageState
from playground.page.table_csv import table_csv
from playground.page.undo import undo
from playground.player.protocol.viewpoint import Viewpoint
from playground.tables import read_text


def trained(document):
    state = PageState(document)
    state.open.run.advance(10**6, 60.0)
    return state


def test_the_outputs_are_those_at_the_play_head():
    state = trained(gallery()[0])
    run = state.open.run
    for epoch in (0, 7, None):
        state.open.viewpoint = Viewpoint(epoch)

        reading = read_text(table_csv(state, "training", with_outputs=True))

        network = run.trainer.history.network_at(run.last_epoch if epoch is None else epoch)
        expected = run.experiment.predict(network, run.experiment.dataset.inputs)[:, 0]
        assert reading.names == ("input 1", "input 2", "input 3", "target", "output", "called")
        np.testing.assert_allclose([row[4] for row in reading.rows], expected, rtol=1e-12)
        assert [row[5] for row in reading.rows] == (expected > 0.5).astype(float).tolist()


def test_test_rows_are_answered_as_the_screen_has_them_by_their_own_range():
    document = next(document for document in gallery() if document.title.startswith("Article 2"))
    state = trained(document)
    state.open.viewpoint = Viewpoint(None)
    run = state.open.run

    rows = read_text(table_csv(state, "test", with_outputs=True)).rows

    outputs = run.experiment.outputs_at(run.trainer.network.parameters[None], run.experiment.scaled()[2])[0]
    np.testing.assert_allclose([row[-2] for row in rows], outputs[:, 0], rtol=1e-12)


def test_several_classes_have_an_output_each_and_are_called_by_their_words():
    dataset = Dataset(
        [[0.0], [1.0], [2.0]],
        np.eye(3),
        input_names=["a"],
        target_names=["setosa", "=versicolor", "virginica"],
    )
    network = Architecture(layer_sizes=(1, 3), activations=("softmax",))
    experiment = replace(
        articles.single_neuron(), dataset=dataset, architecture=network, loss="categorical_cross_entropy", epochs=20
    )
    state = trained(Document(experiment))

    lines = table_csv(state, "training", with_outputs=True).splitlines()

    assert lines[0].endswith("output setosa,output =versicolor,output virginica,called")
    assert {line.rsplit(",", 1)[1] for line in lines[1:]} <= {"setosa", "'=versicolor", "virginica"}


def test_a_table_to_mend_comes_as_it_is_typed_and_without_outputs_of_another_one():
    state = trained(gallery()[0])
    state.open.tables["training"].put(state.open.tables["training"].typed.replace("1", "many"))
    state.open.stale = "A table has something to mend."

    assert table_csv(state, "training", with_outputs=True).splitlines()[:2] == [
        "input 1,input 2,input 3,target",
        "0,0,many,0",
    ]


def test_after_undo_the_answers_stand_beside_their_rows_before_the_page_is_drawn():
    state = trained(gallery()[0])
    typed = state.open.tables["training"].typed
    state.follow(state.open.run.experiment, ((1, 2, 3, 4), ()))
    fewer = replace(state.open.run.experiment.dataset, inputs=[[1.0, 0.0, 1.0]], targets=[[1.0]])
    state.open.tables["training"].put(typed.iloc[[2]])
    state.follow(replace(state.open.run.experiment, dataset=fewer), ((1,), ()))
    one = table_csv(state, "training", with_outputs=True).splitlines()
    assert one[0].endswith("output,called")
    assert len(one) == 2

    undo(state)

    assert state.open.row_numbers == ((1, 2, 3, 4), ())
    run = state.open.run
    expected = run.experiment.predict(run.trainer.network, run.experiment.dataset.inputs)[:, 0]
    state.open.viewpoint = Viewpoint(None)
    rows = read_text(table_csv(state, "training", with_outputs=True)).rows
    np.testing.assert_allclose([row[4] for row in rows], expected, rtol=1e-12)


def test_rows_that_the_run_does_not_know_are_written_without_outputs():
    # As when somebody clicks while the page is being drawn for other rows.
    state = trained(gallery()[0])
    state.open.tables["training"].put(state.open.tables["training"].typed.iloc[:3])

    lines = table_csv(state, "training", with_outputs=True).splitlines()

    assert lines[0] == "input 1,input 2,input 3,target"
    assert len(lines) == 4


def derived_page(*formulas):
    dataset = articles.hidden_layer().dataset
    columns = [DerivedColumn.parse(formula, dataset.input_names) for formula in formulas]
    network = Architecture((3 + len(columns), 3, 1), ("sigmoid", "sigmoid"))
    experiment = replace(
        articles.hidden_layer(), dataset=replace(dataset, derived=columns), architecture=network, epochs=20
    )
    return trained(Document(experiment))


def test_derived_inputs_come_as_values_behind_the_columns_and_before_the_outputs():
    state = derived_page("input 1 · input 2 + 1", "input 3²")
    for name, table in (("training", "all_inputs"), ("test", "all_test_inputs")):
        reading = read_text(table_csv(state, name, with_derived=True, with_outputs=True))

        assert reading.names[4:] == ("input 1 · input 2 + 1", "input 3²", "output", "called")
        expected = getattr(state.open.run.experiment.dataset, table)[:, 3:]
        assert [list(row[4:6]) for row in reading.rows] == expected.tolist()
        assert read_text(table_csv(state, name)).names == reading.names[:4]


def test_no_derived_input_is_a_live_formula_in_a_spreadsheet():
    state = derived_page("-input 1 · 2", "+ input 2 · 1", "(1 + input 1)")

    lines = [line.split(",") for line in table_csv(state, "training", with_derived=True).splitlines()]

    assert not any(name.startswith(("=", "+", "-", "@", "\t", "\r")) for name in lines[0])
    assert [[float(cell) for cell in row[4:]] for row in lines[1:]] == [
        [-2 * first, second, 1 + first] for first, second, _ in state.open.run.experiment.dataset.inputs.tolist()
    ]


def test_a_table_to_mend_comes_without_derived_inputs():
    state = derived_page("input 3²")
    state.open.stale = "A table has something to mend."

    assert table_csv(state, "training", with_derived=True) == table_csv(state, "training")
