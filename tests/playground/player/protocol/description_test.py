import json
from dataclasses import replace

import numpy as np
import pytest

import nncore
from playground.player.protocol.description import describe, describe_situation, rows_before

ARTICLE_1, ARTICLE_2 = nncore.articles.single_neuron(), nncore.articles.hidden_layer()
UNNUMBERED = ((), ())


def titles(description):
    return {name: title for name, title, _ in description["measures"]}


def regression():
    dataset = nncore.Dataset(
        [[1.0, 200.0], [3.0, -100.0], [2.0, 50.0]],
        [[10.0, 0.1], [30.0, 0.2], [50.0, 0.9]],
        test_inputs=[[5.0, 5.0], [7.0, 8.0]],
        test_targets=[[100.0, 3.0], [200.0, 4.0]],
        input_names=("size", "age"),
        target_names=("price", "rent"),
    )
    return nncore.Experiment(
        dataset,
        nncore.Architecture((2, 3, 2, 2), ("tanh", "relu", "linear")),
        "mean_squared_error",
        nncore.Adam(0.01),
        10,
        input_scaling="standard",
        target_scaling="min_max",
        test_scaling="own",
    )


def three_classes():
    dataset = nncore.Dataset([[0.0], [1.0], [2.0]], np.eye(3))
    return nncore.Experiment(
        dataset, nncore.Architecture((1, 3), ("softmax",)), "categorical_cross_entropy", nncore.SGD(0.1), 5
    )


EXPERIMENTS = {
    "article 1": ARTICLE_1,
    "article 2, own": ARTICLE_2,
    "article 2, train": nncore.articles.hidden_layer("train"),
    "regression": regression(),
    "three classes": three_classes(),
}


def as_json(value):
    return json.loads(json.dumps(value, allow_nan=False))


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_a_description_passes_through_json_and_says_the_experiment_again(name):
    experiment = EXPERIMENTS[name]

    said = as_json(describe(experiment, UNNUMBERED))

    dataset, architecture = experiment.dataset, experiment.architecture
    assert said["epochs"] == experiment.epochs
    again = nncore.Architecture(tuple(said["layer_sizes"]), tuple(said["activations"]), bias=said["bias"])
    assert again == architecture
    assert (tuple(said["input_names"]), tuple(said["target_names"])) == (dataset.input_names, dataset.target_names)
    assert len(said["parameters"]) == architecture.parameter_count
    assert [len(layer) for layer in said["neuron_names"]] == said["layer_sizes"]
    assert len(said["layer_names"]) == len(said["layer_sizes"])
    assert said["train"]["inputs"] == dataset.inputs.tolist()
    assert said["train"]["targets"] == dataset.targets.tolist()


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_the_scaled_rows_are_those_the_network_sees(name):
    experiment = EXPERIMENTS[name]
    inputs, _, test_inputs, _ = experiment.scaled()

    said = as_json(describe(experiment, UNNUMBERED))

    assert said["train"]["scaled"] == inputs.tolist()
    if test_inputs is None:
        assert said["test"] is None
    else:
        assert said["test"]["scaled"] == test_inputs.tolist()


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_offset_and_scale_bring_scaled_numbers_back_to_the_table(name):
    experiment = EXPERIMENTS[name]
    _, targets, _, test_targets = experiment.scaled()

    said = as_json(describe(experiment, UNNUMBERED))

    def unscaled(table, scaling):
        return np.asarray(table) * scaling["scale"] + scaling["offset"]

    assert unscaled(said["train"]["scaled"], said["input_scaling"]) == pytest.approx(experiment.dataset.inputs)
    assert unscaled(targets, said["target_scaling"]) == pytest.approx(experiment.dataset.targets)
    if test_targets is not None:
        assert unscaled(test_targets, said["target_scaling"]) == pytest.approx(experiment.dataset.test_targets)


def test_rows_are_called_by_their_numbers_in_the_table_or_counted():
    said = describe(ARTICLE_2, ((1, 2, 4, 5, 6, 9), ()))

    assert said["train"]["row_numbers"] == [1, 2, 4, 5, 6, 9]
    assert said["test"]["row_numbers"] == [1, 2, 3, 4, 5, 6]


def test_what_the_targets_are_is_said():
    two = {"kind": "two", "values": (0.0, 1.0), "threshold": 0.5, "tolerance": 2.0**-42}

    assert {name: describe(experiment, UNNUMBERED)["classes"] for name, experiment in EXPERIMENTS.items()} == {
        "article 1": two,
        "article 2, own": two,
        "article 2, train": two,
        "regression": None,
        "three classes": {**two, "kind": "several"},
    }
    assert "accuracy" not in titles(describe(regression(), UNNUMBERED))
    assert titles(describe(three_classes(), UNNUMBERED))["accuracy"] == "Accuracy"


def test_the_parts_of_the_network_have_names():
    said = describe(regression(), UNNUMBERED)

    assert said["layer_names"] == ["Input", "Hidden 1", "Hidden 2", "Output"]
    assert said["neuron_names"] == [
        ["size", "age"],
        ["hidden 1.1", "hidden 1.2", "hidden 1.3"],
        ["hidden 2.1", "hidden 2.2"],
        ["price", "rent"],
    ]
    assert said["parameters"][0]["name"] == "size → hidden 1.1"


def test_a_situation_is_told_as_typed_and_scaled_by_the_training_rows():
    # Article 2's inputs run over 0 to 10, 0 to 1 and 0 to 1.
    assert describe_situation(ARTICLE_2, [5, 1, 2]) == {"inputs": [5, 1, 2], "scaled": [0.5, 1.0, 2.0]}


@pytest.mark.parametrize("row", [None, [], [1.0, 2.0], [1.0, 2.0, 3.0, 4.0]])
def test_a_situation_that_does_not_fit_is_none(row):
    assert describe_situation(ARTICLE_2, row) is None


def test_a_situation_too_far_away_to_be_scaled_is_none():
    assert describe_situation(replace(ARTICLE_1, input_scaling="standard"), [1.7e308, 0.0, 0.0]) is None


def with_a_square():
    dataset = nncore.Dataset([[1.0], [2.0]], [[0.0], [1.0]], input_names=["x"])
    dataset = replace(dataset, derived=[nncore.DerivedColumn.parse(text, ["x"]) for text in ("x^2", "ln(x)")])
    return nncore.Experiment(
        dataset,
        nncore.Architecture((3, 1), ("sigmoid",)),
        "half_squared_error",
        nncore.SGD(1.0),
        5,
        input_scaling="min_max",
    )


def test_derived_columns_are_inputs_with_names_and_values():
    said = as_json(describe(with_a_square(), UNNUMBERED))

    assert said["input_names"] == said["neuron_names"][0] == ["x", "x²", "ln(x)"]
    assert said["train"]["inputs"][1][:2] == [2.0, 4.0]
    assert said["train"]["scaled"][1] == [1.0, 1.0, 1.0]
    assert said["parameters"][1]["name"].startswith("x²")


def test_a_situation_is_typed_in_the_table_s_columns_and_told_with_the_derived_ones():
    said = describe_situation(with_a_square(), [1.0])

    assert said == {"inputs": [1.0, 1.0, 0.0], "scaled": [0.0, 0.0, 0.0]}


def test_a_situation_for_which_a_derived_column_has_no_value_is_none():
    assert describe_situation(with_a_square(), [0.0]) is None


def table(inputs, targets, **more):
    return nncore.Dataset(inputs, targets, **more)


def test_with_as_many_rows_as_before_each_is_the_one_in_its_place():
    old, new = table([[0], [1]], [[0], [1]]), table([[0], [7]], [[1], [1]])

    assert rows_before(old, new) == {"train": [0, 1], "test": None}


def test_rows_that_came_or_went_are_found_by_their_inputs():
    old = table([[0], [1], [2], [1]], [[0], [1], [0], [0]])
    new = table([[1], [5], [2], [1], [1]], [[0], [1], [0], [0], [0]])

    # Twice the same inputs are taken in turn; a third such row is new.
    assert rows_before(old, new)["train"] == [1, None, 2, 3, None]


def test_test_rows_are_matched_with_test_rows():
    old = table([[0], [1]], [[0], [1]], test_inputs=[[5], [6]], test_targets=[[0], [1]])
    new = table([[0], [1]], [[0], [1]], test_inputs=[[6]], test_targets=[[1]])

    assert rows_before(old, new) == {"train": [0, 1], "test": [1]}
    assert rows_before(new, table([[0], [1]], [[0], [1]]))["test"] is None


def test_a_table_of_other_columns_has_no_rows_in_common():
    old = table([[0], [1]], [[0], [1]])

    assert rows_before(old, table([[0, 0], [1, 1]], [[0], [1]])) == {"train": None, "test": None}
    assert rows_before(old, table([[0], [1]], [[0], [1]], target_names=("other",))) == {"train": None, "test": None}


def test_why_rows_are_not_judged_is_said():
    described = {
        name: describe(nncore.Experiment(dataset, *NET), UNNUMBERED)
        for name, dataset in {
            "bipolar": nncore.Dataset([[0.0], [1.0]], [[-1.0], [1.0]]),
            "odd test row": nncore.Dataset([[0.0], [1.0]], [[0.0], [1.0]], test_inputs=[[2.0]], test_targets=[[0.7]]),
            "odd row": nncore.Dataset([[0.0], [1.0]], [[0.0], [0.7]]),
        }.items()
    }

    assert {name: said["not_judged"] for name, said in described.items()} == {
        "bipolar": {"train": "", "test": ""},
        "odd test row": {"train": "", "test": "Row 1 is not judged: its target 0.7 is neither 0 nor 1."},
        "odd row": {
            "train": "Right and wrong are shown where every target is 0 or 1 (or −1 or 1); row 2 has 0.7.",
            "test": "",
        },
    }
    kinds = {name: said["classes"] and said["classes"]["values"] for name, said in described.items()}
    assert kinds == {"bipolar": (-1.0, 1.0), "odd test row": (0.0, 1.0), "odd row": None}
    assert "accuracy" in titles(described["odd test row"])
    assert "accuracy" not in titles(described["odd row"])


NET = (nncore.Architecture((1, 1), ("tanh",)), "half_squared_error", nncore.SGD(0.5), 5)
