import dataclasses
from typing import get_args

import numpy as np
import pytest

import nncore
from nncore.generators import GENERATORS
from nncore.table_checks.table_finding import Kind

from .checked_experiments import FAULTY, HALF_AND_HALF, experiment, findings

each_fault = pytest.mark.parametrize("kind", FAULTY)


@each_fault
def test_a_fault_is_found_and_nothing_else(kind):
    found = nncore.check_table(FAULTY[kind]())

    assert [finding.kind for finding in found] == [kind]


@each_fault
def test_the_mend_is_an_experiment_without_the_fault_that_trains(kind):
    (finding,) = nncore.check_table(FAULTY[kind]())

    assert kind not in [left.kind for left in nncore.check_table(finding.mend)]
    assert np.isfinite(finding.mend.run().history.loss).all()


@each_fault
def test_the_mend_leaves_every_other_setting_as_it_was(kind):
    faulty = FAULTY[kind]()
    (finding,) = nncore.check_table(faulty)

    changed = {
        field.name
        for field in dataclasses.fields(faulty)
        if getattr(faulty, field.name) != getattr(finding.mend, field.name)
    }
    assert changed <= {
        "targets_out_of_reach": {"target_scaling"},
        "numbered_classes": {"dataset", "architecture", "loss"},
        "needs_bias": {"architecture"},
        "opposite_rows": {"architecture"},
        "rows_on_a_ray": {"architecture"},
        "zero_rows": {"architecture"},
        "unscaled_inputs": {"input_scaling"},
        "test_scaled_by_own_range": {"test_scaling"},
        "duplicate_rows": {"dataset"},
        "test_rows_in_training": {"dataset"},
    }.get(kind, {"dataset", "architecture"})


def test_a_healthy_table_has_no_finding():
    assert findings([[1], [2], [3], [5]], HALF_AND_HALF) == {}


def test_the_articles_have_notes_and_no_warnings():
    first = nncore.check_table(nncore.articles.single_neuron())
    second = nncore.check_table(nncore.articles.hidden_layer())

    assert {finding.kind for finding in first} == {"constant_columns", "input_equals_target"}
    assert {finding.kind for finding in second} == {
        "zero_rows",
        "test_scaled_by_own_range",
        "extrapolation",
        "test_rows_in_training",
        "input_equals_target",
    }
    assert {finding.weight for finding in (*first, *second)} == {"note"}


@pytest.mark.parametrize("generator", GENERATORS.values(), ids=GENERATORS)
def test_a_generated_table_has_no_warning_before_a_network_that_suits_it(generator):
    table = generator.generate()
    output = {"classes": "sigmoid", "regression": "linear"}[generator.task]

    found = nncore.check_table(experiment(table.inputs, table.targets, hidden=(4,), activations=("tanh", output)))

    assert [finding.kind for finding in found if finding.weight == "warning"] == []


def test_warnings_come_before_notes():
    table = [[0, 0, 7], [0, 0, 7], [1, 1, 7], [2, 2, 7]]

    found = nncore.check_table(experiment(table, HALF_AND_HALF))

    assert [finding.weight for finding in found] == sorted((finding.weight for finding in found), reverse=True)
    assert {"contradictory_rows", "duplicate_columns", "constant_columns"} <= {finding.kind for finding in found}


def test_rows_are_called_what_the_caller_calls_them():
    rows, tests = [10, 20, 30, 40], [7, 8]
    faulty = experiment([[1], [1], [3], [5]], HALF_AND_HALF, test_inputs=[[3], [2]], test_targets=[[0], [1]])

    contradiction, met = nncore.check_table(faulty, row_numbers=rows, test_row_numbers=tests)

    assert contradiction.sentence.startswith("Rows 10 and 20 have")
    assert contradiction.rows == (0, 1)
    assert met.sentence.startswith("Test row 7 stands")
    assert (met.rows, met.test_rows) == ((2,), (0,))


def test_every_kind_is_met_in_these_tests():
    elsewhere = {
        "one_class",
        "contradictory_rows",
        "unequal_classes",
        "extrapolation",
    }  # without a mend: table_findings_test

    assert {*FAULTY, *elsewhere} == set(get_args(Kind))


def test_a_mend_that_would_rename_weights_is_not_offered():
    faulty = experiment(
        [[1, 1], [2, 2], [3, 3], [5, 5]],
        HALF_AND_HALF,
        interventions=(nncore.Intervention(2, "parameter", (0, 0.5)),),
    )

    (finding,) = nncore.check_table(faulty)

    assert finding.kind == "duplicate_columns"
    assert finding.mend is None


def test_findings_never_change():
    (finding,) = nncore.check_table(FAULTY["duplicate_rows"]())

    with pytest.raises(dataclasses.FrozenInstanceError):
        finding.kind = "one_class"
