"""The output layer follows from the table: whatever its targets become, the settings that follow go with them."""

import itertools

import pytest

import nncore
from playground.settings.build import build_experiment, settings_of
from playground.settings.following_settings import following_settings, target_kind
from playground.settings.settings import DEFAULTS
from playground.tables.column import Column
from playground.tables.table_dataset import read_dataset

X = Column("x")


def dataset(target, *texts):
    return read_dataset([X, target], [[str(row), text] for row, text in enumerate(texts)]).dataset


TABLES = {
    "two classes": dataset(Column("t", "target"), "0", "1", "1"),
    "the classes −1 and 1": dataset(Column("sign", "target"), "-1", "1", "1"),
    "two words": dataset(Column("ill", "target", ()), "yes", "no", "no"),
    "three words": dataset(Column("kind", "target", ()), "a", "b", "c"),
    "quantities": dataset(Column("price", "target"), "250", "300", "410.5"),
}


@pytest.mark.parametrize(("before", "now"), list(itertools.permutations(TABLES, 2)))
def test_after_any_other_table_the_settings_go_together_and_can_reach_the_targets(before, now):
    old, new = TABLES[before], TABLES[now]
    of_old = {**DEFAULTS, **following_settings(TABLES["two classes"], old, DEFAULTS)}

    values = {**of_old, **following_settings(old, new, of_old)}

    experiment = build_experiment(new, values)
    assert experiment.warnings() == ()
    assert settings_of(experiment) == values


@pytest.mark.parametrize(
    ("before", "now", "values", "changed"),
    [
        ("two classes", "three words", {}, {"output_activation": "softmax", "loss": "categorical_cross_entropy"}),
        ("two classes", "quantities", {}, {"output_activation": "linear"}),
        (
            "two words",
            "quantities",
            {"loss": "binary_cross_entropy"},
            {"output_activation": "linear", "loss": "half_squared_error"},
        ),
        (
            "three words",
            "two words",
            {"output_activation": "softmax", "loss": "categorical_cross_entropy"},
            {"output_activation": "sigmoid", "loss": "half_squared_error"},
        ),
        (
            "quantities",
            "two classes",
            {"output_activation": "linear", "target_scaling": "standard"},
            {"output_activation": "sigmoid", "target_scaling": "none"},
        ),
        ("quantities", "the classes −1 and 1", {"output_activation": "linear"}, {"output_activation": "tanh"}),
        ("two classes", "two words", {"loss": "binary_cross_entropy"}, {}),
    ],
)
def test_what_follows_from_another_kind_of_targets(before, now, values, changed):
    assert following_settings(TABLES[before], TABLES[now], {**DEFAULTS, **values}) == changed


def test_a_cell_that_is_typed_leaves_the_output_layer_as_it_is():
    typed = nncore.Dataset([[0.0], [1.0], [2.0]], [[0.0], [1.0], [5.0]], input_names=["x"], target_names=["t"])

    assert target_kind(typed) != target_kind(TABLES["two classes"])
    assert following_settings(TABLES["two classes"], typed, DEFAULTS) == {}
