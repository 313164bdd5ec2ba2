"""The page without a browser: inputs that are derived from the table's columns stay with them, whatever is done to those."""

import json
from dataclasses import replace

import pytest

import nncore
from nncore.generators.recipe import Recipe
from playground.document import Document
from playground.page.take_table import replace_table
from playground.settings.build import build_experiment
from playground.settings.settings import DEFAULTS
from playground.tables import read_text

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


def box(page):
    """Open the Columns box."""
    page.client.session_state["columns_open"] = True
    return page.step()


def formulas(page):
    """Return the formulas that stand in the box, without the empty field for another one."""
    return [field.value for field in page.client.text_input if field.label.startswith("Formula of derived input")]


def press(page, name):
    next(button for button in page.client.button if button.help == name).click()
    return page.step()


def state_of(page):
    return page.client.session_state["playground"]


def right(experiment):
    """Return how many training rows are called right at the end."""
    inputs, targets, _, _ = experiment.scaled()
    counts = nncore.confusion(targets, experiment.run().network.predict(inputs))
    return counts.true_positives + counts.true_negatives


def test_a_formula_that_is_typed_is_an_input_at_once_and_one_undo_takes_it_back(page):
    inputs = list(page.player.description["input_names"])

    box(page).set_number("Formula of another input", "input 1 ^ 2 + 1").finish()

    assert formulas(page) == ["input 1² + 1"]
    assert page.player.description["input_names"] == [*inputs, "input 1² + 1"]
    assert page.player.description["train"]["inputs"] == [[0, 0, 1, 1], [1, 1, 1, 2], [1, 0, 1, 2], [0, 1, 1, 1]]
    assert page.header["situation"]["inputs"] == [1, 0, 0, 2]
    assert len(page.parameters()) == 4
    assert page.header["undo_what"] == "a derived input"
    page.do("undo")
    assert page.player.description["input_names"] == inputs
    assert formulas(page) == []
    page.do("redo")
    assert formulas(page) == ["input 1² + 1"]


def test_a_formula_that_is_being_typed_stays_while_a_column_is_renamed_beside_it(page):
    def field():
        return next(field for field in page.client.text_input if field.label == "Formula of another input").proto.id

    being_typed_in = (box(page), field())[1]

    page.set_number("Name of column 1", "height")

    assert field() == being_typed_in


def test_a_formula_that_was_refused_goes_with_its_columns(page):
    box(page).set_number("Formula of another input", "height")

    page.set_number("Name of column 1", "height")

    assert page.field_text("Formula of another input") == ""
    assert formulas(page) == []


def test_one_of_those_that_are_offered_is_taken_by_a_choice_and_not_offered_again(page):
    box(page).choose("Squares, products, sines", "input 1 · input 3")

    assert formulas(page) == ["input 1 · input 3"]
    offers = next(field for field in page.client.selectbox if field.label == "Squares, products, sines")
    assert offers.options == [
        *("input 1²", "input 2²", "input 3²", "input 1 · input 2", "input 2 · input 3"),
        *("sin(input 1)", "sin(input 2)", "sin(input 3)"),
    ]
    assert offers.value is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("input 1 ^", 'After "input 1 ^" a number or a column is missing.'),
        ("height", '"height" is neither a column nor a function.'),
        (
            "target - input 1",
            '"target" is no input: its role is target. A derived input is computed from inputs alone.',
        ),
        ("input 1", '"input 1" is there already.'),
        ("1 / input 1", "1 / input 1 has no value in rows 1 and 4: what one divides by must not be 0."),
    ],
)
def test_a_formula_that_is_none_is_refused_in_a_sentence_and_stays_to_be_mended(page, text, sentence):
    run = run_of(page)

    box(page).set_number("Formula of another input", text)

    assert any(problem.startswith(sentence) for problem in page.problems), page.problems
    assert page.field_text("Formula of another input") == text
    assert run_of(page) == run
    assert not state_of(page).open.stale


def test_a_formula_is_changed_where_it_stands_and_taken_away_by_its_sign(page):
    box(page).set_number("Formula of another input", "input 1 ^ 2").set_number(
        "Formula of another input", "sin(input 2)"
    )

    page.set_number("Formula of derived input 1", "input 1 ^ 3").finish()

    assert formulas(page) == ["input 1³", "sin(input 2)"]
    assert run_of(page).dataset.all_input_names[3:] == ("input 1³", "sin(input 2)")
    press(page, "Remove derived input 1")
    assert formulas(page) == ["sin(input 2)"]
    assert run_of(page).dataset.all_input_names[3:] == ("sin(input 2)",)


def test_a_formula_follows_its_columns_when_they_are_moved_and_renamed(page):
    box(page).set_number("Formula of another input", "input 1 - 2 * input 2")

    press(page, "Move column 1 to the right")
    page.set_number("Name of column 1", "b").set_number("Name of column 2", "sepal (cm)")

    assert formulas(page) == ["[sepal (cm)] − 2 · b"]
    assert run_of(page).dataset.all_inputs[1].tolist() == [1, 1, 1, -1]


def test_a_row_for_which_a_formula_has_no_value_is_named_and_the_formula_can_be_mended(page):
    box(page).set_number("Formula of another input", "1 / input 3")
    run = run_of(page)

    page.type("training", 2, "input 3", "0")

    assert "1 / input 3 has no value in row 3: what one divides by must not be 0" in state_of(page).open.stale
    assert run_of(page) == run
    page.set_number("Formula of derived input 1", "1 / (input 3 + 1)")
    assert not state_of(page).open.stale
    assert run_of(page).dataset.all_inputs[2].tolist() == [1, 0, 0, 1]


def test_a_link_and_a_file_carry_derived_inputs(page):
    box(page).set_number("Formula of another input", "sin(input 2) · input 1").finish()

    document = state_of(page).open.document()

    assert Document.from_link(document.to_link()) == document
    assert Document.from_dict(json.loads(json.dumps(document.to_dict()))) == document
    assert document.experiment.dataset.all_input_names[3] == "sin(input 2) · input 1"


def test_a_table_of_other_columns_keeps_the_formulas_that_it_has_the_columns_for(page):
    box(page).set_number("Formula of another input", "input 1²").set_number("Formula of another input", "input 3²")

    replace_table(state_of(page), read_text("input 1,target\n2,0\n3,1\n"))
    page.step().finish()

    assert run_of(page).dataset.all_inputs.tolist() == [[2, 4], [3, 9]]
    page.do("undo")
    assert [column.name for column in run_of(page).dataset.derived] == ["input 1²", "input 3²"]


def test_a_circle_is_learnt_by_one_neuron_that_is_given_the_squares(page):
    """Without them a single neuron draws a line, and no line tells a disc from the ring around it."""
    dataset = Recipe.of("circle", count=60).table().dataset()
    settings = {"bias": True, "optimizer": "Adam", "learning_rate": 0.1, "epochs": 300}
    state_of(page).open_document(Document(build_experiment(dataset, {**DEFAULTS, **settings})))
    page.step()
    box(page).finish()
    assert right(run_of(page)) < 0.75 * 60

    page.set_number("Formula of another input", "x1^2").set_number("Formula of another input", "x2^2").finish()

    assert run_of(page).architecture.layer_sizes == (4, 1)
    assert right(run_of(page)) == 60


def test_a_derived_column_whose_input_is_taken_away_is_told_in_a_sentence(page):
    page.client.session_state["playground"].open_document(Document(EXPERIMENT))
    page.client.session_state["columns_open"] = True
    page.step()

    next(button for button in page.client.button if button.help == "Remove column 2").click()
    page.step()

    assert 'needs the input "input 2", which is not there' in page.client.session_state["playground"].open.stale
    assert run_of(page) == EXPERIMENT


def test_the_csv_files_offer_the_derived_inputs_where_there_are_some(page):
    def boxes():
        return [box.label for box in page.client.checkbox]

    assert "CSV files with the derived inputs" not in boxes()

    page.client.session_state["playground"].open_document(Document(EXPERIMENT))
    page.step()

    assert "CSV files with the derived inputs" in boxes()
