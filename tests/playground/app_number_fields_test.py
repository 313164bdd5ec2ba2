"""The page without a browser: what is typed into the fields of the sidebar, and what becomes of it."""

from dataclasses import replace

import pytest

import nncore

from ..page_texts import ARTICLE_1, FIELD_TO_MEND, expected_outputs

SEEDS = "a whole number from 0 to 4,294,967,295"
EPOCHS = "a whole number from 1 to 1,000,000"


def test_what_is_typed_last_is_done_by_the_click_that_folds_the_settings(page):
    next(field for field in page.client.text_input if field.label == "Stop at loss").set_value("0.01")
    page.client.session_state["more"] = False
    page.step().finish()

    assert page.outputs() == expected_outputs(replace(ARTICLE_1, stop=(nncore.LossReached(0.01),)))
    page.step()
    assert "Stop at loss" not in [field.label for field in page.client.text_input]


@pytest.mark.parametrize(
    ("name", "typed", "settings"),
    [
        ("Learning rate", "0,5", {"optimizer": nncore.SGD(0.5)}),
        ("Learning rate", "0,05", {"optimizer": nncore.SGD(0.05)}),
        ("Learning rate", "\uff10\uff0e\uff15", {"optimizer": nncore.SGD(0.5)}),
        ("Epochs", "1e3", {"epochs": 1000}),
        ("Epochs", "2\u00a0000", {"epochs": 2000}),
        ("Seed", " 7 ", {"seed": 7}),
        ("Stop at loss", "0,001", {"stop": (nncore.LossReached(0.001),)}),
    ],
)
def test_a_field_is_read_as_a_cell_of_the_table_is(page, name, typed, settings):
    page.set_number(name, typed).finish()

    assert page.outputs() == expected_outputs(replace(ARTICLE_1, **settings))
    assert page.field_text(name) == typed
    assert (page.problems, page.header["stale"]) == ([], "")


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("Learning rate", "0", 'Learning rate must be a number from 0.000001 to 1,000. Got "0" instead.'),
        ("Learning rate", "1,000", 'Learning rate: "1,000" can mean 1000 or 1.0. Write 1000 or 1.0.'),
        ("Learning rate", "", "Learning rate must be a number from 0.000001 to 1,000. Got nothing instead."),
        ("Learning rate", "NaN", 'Learning rate must be a number from 0.000001 to 1,000. Got "NaN" instead.'),
        ("Learning rate", "*a*", 'Learning rate must be a number from 0.000001 to 1,000. Got "*a*" instead.'),
        ("Learning rate", "1/2", 'Learning rate: "1/2" is a fraction. Write 0.5 instead.'),
        # What the field would refuse in its turn is not offered.
        ("Learning rate", "1e-400", 'Learning rate must be a number from 0.000001 to 1,000. Got "1e-400" instead.'),
        ("Learning rate", "1e400", 'Learning rate must be a number from 0.000001 to 1,000. Got "1e400" instead.'),
        ("Momentum", "1e-400", 'Momentum: "1e-400" is too close to 0. Write 0, or a number of at least 5e-324.'),
        ("Epochs", "50%", f'Epochs must be {EPOCHS}. Got "50%" instead.'),
        ("Epochs", "1.5", f'Epochs must be {EPOCHS}. Got "1.5" instead.'),
        ("Epochs", "15,000", 'Epochs: "15,000" can mean 15000 or 15.0. Write 15000 or 15.0.'),
        ("Epochs", "15.000", 'Epochs: "15.000" can mean 15000 or 15.0. Write 15000 or 15.0.'),
        ("Epochs", "-0", f'Epochs must be {EPOCHS}. Got "-0" instead.'),
        ("Seed", "-1", f'Seed must be {SEEDS}. Got "-1" instead.'),
        ("Seed", "inf", f'Seed must be {SEEDS}. Got "inf" instead.'),
        (
            "Batch size",
            "0",
            'Batch size must be a whole number from 1 to 1,000, or left empty (whole table). Got "0" instead.',
        ),
    ],
)
def test_what_cannot_be_taken_is_refused_in_a_sentence_and_the_run_says_that_it_is_older(page, name, typed, sentence):
    page.finish()
    run, trained = page.header["run"], page.parameters()

    page.set_number(name, typed)

    assert page.problems == [sentence]
    assert page.header["stale"].startswith(f"{name} {FIELD_TO_MEND}")
    assert (page.header["run"], page.parameters()) == (run, trained)
    assert page.field_text(name) == typed


def test_a_mended_field_is_learnt_together_with_what_was_set_in_the_meantime(page):
    page.set_number("Learning rate", "1,000").set_number("Seed", 3)
    held = page.header["stale"]

    page.set_number("Learning rate", "0,5").finish()

    assert held
    assert page.outputs() == expected_outputs(replace(ARTICLE_1, optimizer=nncore.SGD(0.5), seed=3))
    assert (page.problems, page.header["stale"]) == ([], "")


def test_undo_brings_back_the_value_that_is_in_force(page):
    page.set_number("Seed", 5).set_number("Seed", "-1")
    refused = page.problems

    page.do("undo").step()
    page.do("undo").step()

    assert len(refused) == 1
    assert (page.number("Seed"), page.problems, page.header["stale"]) == (1, [], "")


def test_undo_of_what_cannot_be_taken_is_one_step(page):
    page.set_number("Seed", 5).set_number("Seed", "-1")

    page.do("undo").step()

    assert (page.number("Seed"), page.problems, page.header["stale"]) == (5, [], "")


def test_a_field_that_has_no_effect_any_more_has_nothing_to_mend(page):
    page.set_number("Momentum", "2")
    named = page.problems

    page.choose("Optimizer", "Adam")

    assert len(named) == 1
    assert (page.problems, page.header["stale"]) == ([], "")


def test_something_else_is_opened_with_its_own_values_in_the_fields(page):
    page.set_number("Epochs", "1.5")

    page.choose("Open", "XOR")

    assert page.number("Epochs") == page.header["end"]
    assert (page.problems, page.header["stale"]) == ([], "")
