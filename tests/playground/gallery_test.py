import json
from dataclasses import replace
from importlib.resources import files
from itertools import product

import numpy as np
import pytest

import nncore
import playground.gallery
from nncore.metrics.metrics import accuracy
from playground.document import Document
from playground.gallery import ORDER, gallery
from playground.runs.measures import available_measures
from playground.settings.build import build_experiment, settings_of

ITEMS = dict(zip(ORDER, gallery(), strict=True))
FOLDER = files(playground.gallery)

each_item = pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)


def final_accuracy(experiment):
    """Return the share of training rows that the trained network gets right."""
    run = experiment.run()
    return accuracy(experiment.dataset.targets, run.predict(experiment.dataset.inputs))


def test_the_two_articles_come_first_then_the_gates():
    assert list(ITEMS) == ["article-1", "article-2", "and", "or", "xor", "nand"]
    assert [item.title for item in gallery()][2:] == ["AND", "OR", "XOR", "NAND"]


def test_every_file_of_the_folder_is_in_the_list():
    names = {entry.name.removesuffix(".json") for entry in FOLDER.iterdir() if entry.name.endswith(".json")}

    assert names == set(ORDER)
    assert len(ORDER) == len(names)


def test_no_two_items_have_the_same_title():
    assert len({item.title for item in gallery()}) == len(gallery())


@each_item
def test_an_item_says_what_it_is_in_sentences(item):
    assert item.title
    assert item.note.endswith(".")
    assert item.chart_note is None or item.chart_note.sentence.endswith((".", "”"))


@each_item
def test_an_item_opens_on_its_beginning(item):
    assert item.play_head == 0


@each_item
def test_an_item_s_table_opens_with_no_warning(item):
    warnings = [finding for finding in nncore.check_table(item.experiment) if finding.weight == "warning"]

    assert warnings == []


@each_item
def test_an_item_opens_without_losing_anything(item):
    dataset = item.experiment.dataset

    assert build_experiment(dataset, settings_of(item.experiment)) == item.experiment


@each_item
def test_an_item_has_no_warning_to_greet_the_reader_with(item):
    assert item.experiment.warnings() == ()


@each_item
def test_the_new_situation_has_a_number_for_every_input(item):
    assert len(item.situation) == item.experiment.dataset.input_count
    assert np.isfinite(item.situation).all()


@each_item
def test_the_first_chart_is_one_that_suits_the_table(item):
    assert item.charts.measure in available_measures(item.experiment.dataset)


@pytest.mark.parametrize("name", ORDER)
def test_a_file_holds_what_is_read_from_it_and_nothing_more(name):
    item = ITEMS[name]
    record = json.loads(FOLDER.joinpath(f"{name}.json").read_text(encoding="utf-8"))

    assert record == item.to_dict()
    assert Document.from_dict(record) == item


@pytest.mark.parametrize(
    ("name", "article"),
    [("article-1", nncore.articles.single_neuron()), ("article-2", nncore.articles.hidden_layer())],
)
def test_the_articles_are_those_of_the_mathematics(name, article):
    assert ITEMS[name].experiment == article


@pytest.mark.parametrize(
    ("name", "author", "publisher"),
    [("article-1", "Michael J. Garbade", "KDnuggets"), ("article-2", "Chris Verdence", "Better Programming")],
)
def test_the_articles_name_their_authors(name, author, publisher):
    assert author in ITEMS[name].note
    assert publisher in ITEMS[name].note


def test_the_articles_ask_about_the_rows_their_authors_ask_about():
    assert ITEMS["article-1"].situation == nncore.articles.SINGLE_NEURON_NEW_SITUATION
    assert ITEMS["article-2"].situation == nncore.articles.HIDDEN_LAYER_SINGLE_PREDICTION


def test_the_second_article_opens_on_what_its_author_plots_and_says_what_that_is():
    item = ITEMS["article-2"]

    assert item.charts.measure == item.chart_note.measure == "mean_absolute_error"
    assert "Mean Sum Squared Loss" in item.chart_note.sentence
    assert "mean absolute error" in item.chart_note.sentence


@pytest.mark.parametrize(
    ("name", "truth"),
    [
        ("and", lambda one, two: one and two),
        ("or", lambda one, two: one or two),
        ("xor", lambda one, two: one != two),
        ("nand", lambda one, two: not (one and two)),
    ],
)
def test_a_gate_has_the_rows_of_its_truth_table(name, truth):
    dataset = ITEMS[name].experiment.dataset

    rows = {
        (*inputs, *target) for inputs, target in zip(dataset.inputs.tolist(), dataset.targets.tolist(), strict=True)
    }

    assert rows == {(one, two, float(truth(one, two))) for one, two in product((0.0, 1.0), repeat=2)}
    assert dataset.samples == 4
    assert dataset.test_inputs is None


@pytest.mark.parametrize("name", ["article-1", "article-2", "and", "or", "nand"])
def test_what_one_line_can_separate_is_learnt(name):
    assert final_accuracy(ITEMS[name].experiment) == 1.0


def test_xor_is_not_learnt_by_a_single_neuron_whatever_its_seed():
    experiment = ITEMS["xor"].experiment

    assert experiment.architecture.layer_sizes == (2, 1)
    population = experiment.sweep(range(20))
    outputs = population.predict(experiment.dataset.inputs)
    assert max(accuracy(experiment.dataset.targets, outputs)) < 1.0


@pytest.mark.parametrize("seed", range(5))
def test_xor_is_learnt_with_a_hidden_layer_of_three_and_nothing_else_changed(seed):
    experiment = ITEMS["xor"].experiment
    values = {**settings_of(experiment), "architecture": "hidden_layers", "seed": seed}

    deeper = build_experiment(experiment.dataset, values)

    assert deeper.architecture.layer_sizes == (2, 3, 1)
    assert deeper.architecture.activations == ("sigmoid", "sigmoid")
    assert deeper == replace(experiment, architecture=deeper.architecture, seed=seed)
    assert final_accuracy(deeper) == 1.0
