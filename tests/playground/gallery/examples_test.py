"""The gallery's documents beyond the first list: each learns its table, or fails as the museum says; all name their source."""

import re
from dataclasses import replace

import numpy as np
import pytest

import nncore
from nncore.diagnosis.museum import EXHIBITS
from playground.document import Document
from playground.gallery.examples import EXAMPLES, document_titled, gallery_groups
from playground.gallery.measured_examples import pasted
from playground.gallery.museum_examples import MUSEUM_EXAMPLES
from playground.page.page_state import PageState
from playground.runs.why_it_failed import WhyItFailed
from playground.settings.build import build_experiment, settings_of

FAILURES = {example.title: exhibit.kind for example, exhibit in zip(MUSEUM_EXAMPLES, EXHIBITS, strict=True)}

each_title = pytest.mark.parametrize("title", EXAMPLES)


def rows_right(experiment):
    """Return how many training rows of classes the trained network gets right."""
    outputs, targets = experiment.run().predict(experiment.dataset.inputs), experiment.dataset.targets
    if targets.shape[1] > 1:
        return int((outputs.argmax(axis=1) == targets.argmax(axis=1)).sum())
    return int(((outputs > 0.5) == (targets > 0.5)).sum())


def explained_share(experiment):
    """Return which share of the targets' variance the trained network explains."""
    outputs, targets = experiment.run().predict(experiment.dataset.inputs), experiment.dataset.targets
    return 1 - ((outputs - targets) ** 2).sum() / ((targets - targets.mean()) ** 2).sum()


@pytest.mark.parametrize(
    ("title", "rows", "right"),
    [
        ("XOR with a hidden layer", 4, 4),
        ("Circle", 100, 100),
        ("Two clouds", 100, 99),
        ("Moons", 100, 100),
        ("Spiral", 100, 98),
        ("Parity of three", 8, 8),
        ("Iris", 150, 145),
        ("Penguins", 333, 331),
    ],
)
def test_classes_are_learnt_by_the_setting_an_example_opens_on(title, rows, right):
    experiment = document_titled(title).experiment

    assert experiment.dataset.samples == rows
    assert rows_right(experiment) >= right


# What a line through all rows explains, by least squares, is the most a single linear neuron can: it comes within 1%.
@pytest.mark.parametrize("title", ["Stack loss", "Longley", "Engel", "Five houses"])
def test_amounts_are_learnt_nearly_as_well_as_by_least_squares(title):
    experiment = document_titled(title).experiment
    inputs, targets = experiment.dataset.inputs, experiment.dataset.targets
    design = np.column_stack([np.ones(len(inputs)), (inputs - inputs.mean(axis=0)) / inputs.std(axis=0)])
    residual = np.linalg.lstsq(design, targets, rcond=None)[1][0]
    best = 1 - residual / ((targets - targets.mean()) ** 2).sum()

    assert best - 0.01 <= explained_share(experiment) <= best + 1e-9


def test_the_sine_curve_is_followed():
    assert explained_share(document_titled("Sine curve").experiment) > 0.99


def test_longley_is_not_learnt_without_scaling():
    experiment = document_titled("Longley").experiment
    values = settings_of(experiment) | {"input_scaling": "none"}

    with np.errstate(all="ignore"):
        share = explained_share(build_experiment(experiment.dataset, values))

    assert np.isnan(share) or share < 0


@pytest.mark.parametrize("title", [title for title in EXAMPLES if title not in FAILURES])
def test_an_example_opens_with_no_warning(title):
    experiment = document_titled(title).experiment

    assert [finding.sentence for finding in nncore.check_table(experiment) if finding.weight == "warning"] == []
    assert experiment.warnings() == ()


@each_title
def test_an_example_opens_on_its_beginning_with_a_situation(title):
    document = document_titled(title)

    assert document.play_head == 0
    assert len(document.situation) == document.experiment.dataset.input_count


@each_title
def test_the_caption_asks_and_then_names_the_source(title):
    example, note = EXAMPLES[title], document_titled(title).note

    assert note == f"{example.question} {example.source}"
    assert note.endswith(".")
    assert re.search(r"public domain|licence|Computed by this project", example.source)


@each_title
def test_a_page_can_open_an_example_and_a_file_keeps_it(title):
    document = document_titled(title)
    state = PageState(gallery_groups()[0].documents[0])

    state.open_document(document)

    assert state.open.origin.title == title
    assert Document.from_dict(document.to_dict()) == document


def test_no_two_documents_of_the_gallery_have_the_same_title():
    titles = [document.title for group in gallery_groups() for document in group.documents]

    assert len(set(titles)) == len(titles)


def test_the_penguins_left_out_are_those_with_gaps_and_are_named():
    gaps = [number for number, row in enumerate(pasted("penguins").cells, start=1) if None in row]
    sentence = f"rows {', '.join(map(str, gaps[:-1]))} and {gaps[-1]}."

    assert f"{len(gaps)} of the 344 rows" in document_titled("Penguins").note
    assert sentence in document_titled("Penguins").note


def test_three_species_are_classes_with_their_names():
    assert document_titled("Iris").experiment.dataset.called_classes == ("setosa", "versicolor", "virginica")


def test_no_document_is_titled_otherwise():
    assert document_titled("nothing of the kind") is None


def test_mazur_s_example_opens_on_his_weights_and_learns_his_row():
    experiment = document_titled("Backpropagation by hand").experiment

    history = experiment.run().history

    # w1 … w8 and both biases of each layer, in our order; then what he prints after one update.
    start = [0.15, 0.25, 0.20, 0.30, 0.35, 0.35, 0.40, 0.50, 0.45, 0.55, 0.60, 0.60]
    assert history.parameters[0].tolist() == start
    after = dict(zip(["w1", "w2", "w5"], history.network_at(1).parameters[[0, 2, 6]], strict=True))
    assert after == pytest.approx({"w1": 0.14978072, "w2": 0.19956143, "w5": 0.35891648}, abs=5e-9)
    assert history.network_at(1).parameters[[4, 5, 10, 11]].tolist() == [0.35, 0.35, 0.60, 0.60]
    assert history.loss[-1] < 1e-4


@pytest.mark.parametrize(("title", "kind"), FAILURES.items())
def test_a_failure_of_the_museum_is_named_and_its_mend_is_a_setting_of_the_page(title, kind):
    experiment = document_titled(title).experiment

    why = WhyItFailed(experiment, experiment.trainer(warn=False).finish(), ((), ()))
    why.advance(60.0)

    assert why.failure.kind == kind
    best, *_ = why.offers
    mended = build_experiment(experiment.dataset, settings_of(replace(best.mend, interventions=())))
    assert mended.run().history.loss[-1] < experiment.run().history.loss[-1]
