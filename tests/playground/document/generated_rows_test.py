"""A generated table travels in a link as its recipe, and as its rows as soon as one of them is another."""

import json
import zlib
from base64 import urlsafe_b64decode
from dataclasses import replace

import numpy as np
import pytest

from nncore import DerivedColumn
from nncore.generators import GENERATORS
from nncore.generators.recipe import Recipe
from playground.document import Document, DocumentError
from playground.document.file import file_of, saved_file
from playground.gallery.examples import document_titled
from playground.page.page_state import PageState
from playground.page.take_generated import take_generated
from playground.settings.build import build_experiment
from playground.settings.settings import DEFAULTS
from playground.tables.column import Column

from ..page_link import link_of
from .malformed import packed

WORDS = (Column("x1"), Column("x2"), Column("target", "target", ("left", "right")))
MOONS = Recipe.of("moons", count=200, noise=0.1, seed=7)


def document_of(recipe):
    return Document(build_experiment(recipe.table().dataset(), {**DEFAULTS, "epochs": 5}), generated=recipe)


def record_in(link):
    """Return the dict that a link holds."""
    return json.loads(zlib.decompress(urlsafe_b64decode(link[1:] + "=" * (-len(link[1:]) % 4)), -15))


def changed(document, **parts):
    """Return a document with other parts of its dataset."""
    experiment = document.experiment
    return replace(document, experiment=replace(experiment, dataset=replace(experiment.dataset, **parts)))


@pytest.mark.parametrize("name", GENERATORS)
def test_every_generated_table_comes_back_to_the_last_bit_from_a_link_without_rows(name):
    document = document_of(Recipe.of(name))

    link = document.to_link()

    assert "inputs" not in record_in(link)["experiment"]["dataset"]
    assert Document.from_link(link) == document
    assert Document.from_link(link).generated == Recipe.of(name)


def test_two_thousand_generated_rows_fit_into_an_address():
    document = document_of(Recipe.of("gaussians", count=2000, noise=0.2, seed=11))

    assert len(document.to_link()) < 1000
    assert len(replace(document, generated=None).to_link()) > 8000


def test_the_rows_travel_as_soon_as_one_cell_is_another():
    document = document_of(MOONS)
    inputs = np.array(document.experiment.dataset.inputs)
    inputs[13, 1] = np.nextafter(inputs[13, 1], 2)

    edited = changed(document, inputs=inputs)

    assert edited.generated is None
    assert len(record_in(edited.to_link())["experiment"]["dataset"]["inputs"]) == 200
    assert Document.from_link(edited.to_link()) == edited
    assert changed(edited, inputs=document.experiment.dataset.inputs).generated is None  # nobody knows any more


@pytest.mark.parametrize(
    "parts",
    [
        {"input_names": ("width", "height <b>")},
        {"class_names": ("left", "right")},
        {"test_inputs": [[0.25, 1.0]], "test_targets": [[1.0]]},
        {"derived": (DerivedColumn.parse("x1^2", ["x1", "x2"]),)},
    ],
    ids=["names", "class names", "test rows", "derived inputs"],
)
def test_what_stands_beside_the_rows_travels_with_the_recipe(parts):
    document = document_of(MOONS)
    experiment = build_experiment(replace(document.experiment.dataset, **parts), {**DEFAULTS, "epochs": 5})
    document = replace(document, experiment=experiment, columns=WORDS if "class_names" in parts else ())

    link = document.to_link()

    assert "inputs" not in record_in(link)["experiment"]["dataset"]
    assert Document.from_link(link) == document


def test_a_file_has_every_row_and_the_recipe():
    document = document_of(MOONS)

    text = file_of(document)

    assert len(json.loads(text)["document"]["experiment"]["dataset"]["inputs"]) == 200
    assert saved_file(text.encode()).document == document


def test_a_recipe_that_makes_other_rows_here_is_refused_in_a_sentence():
    record = record_in(document_of(MOONS).to_link())
    record["experiment"]["dataset"]["checksum"] += 1

    with pytest.raises(DocumentError, match=r"this version of the playground generates another one. Ask for the saved"):
        Document.from_link(packed(json.dumps(record)))


@pytest.mark.parametrize(
    ("recipe", "said"),
    [
        ({"generator": "moons", "count": 10**9}, "generated.count must be a whole number from 2 to 10,000"),
        ({"generator": "moons", "count": 1e300}, "generated.count must be a whole number"),
        ({"generator": "moons", "seed": float("nan")}, "generated.seed must be a whole number"),
        ({"generator": "moons", "noise": float("inf")}, "generated.noise must be a number from 0 to 0.5"),
        ({"generator": "moon"}, '"moon" is not a known generator. Did you mean "moons"'),
        ({"generator": ["moons"]}, "is not a known generator"),
        ({"generator": "parity", "inputs": 60}, "generated.inputs must be a whole number from"),
        ({"generator": "formula_boundary", "formula": "(" * 5000 + "x1" + ")" * 5000}, "generated: "),
        ({"generator": "formula_boundary", "formula": "-" * 5000 + "x1"}, "generated: "),
        ({"generator": "formula_boundary", "formula": "9^9^9^9^9^9^9"}, "generated: "),
        ({"generator": "formula_boundary", "formula": "__import__('os')"}, "generated: "),
        ({"count": 5}, 'generated must be a dict with a "generator"'),
        ([], "generated must be a dict"),
        ("moons", "generated must be a dict"),
    ],
    ids=range(14),
)
def test_a_hostile_recipe_is_refused_in_a_sentence_that_names_it(recipe, said):
    record = record_in(document_of(MOONS).to_link()) | {"generated": recipe}

    with pytest.raises(DocumentError) as refused:
        Document.from_link(packed(json.dumps(record)))

    assert said in str(refused.value)


def test_a_table_that_is_made_on_the_page_is_sent_as_its_recipe_until_a_cell_is_edited(page):
    state = page.client.session_state["playground"]
    take_generated(state, MOONS)
    page.step()
    assert "inputs" not in record_in(link_of(state).text)["experiment"]["dataset"]
    assert PageState(Document.from_link(link_of(state).text)).open.document() == state.open.document()

    page.type("training", 3, "x1", "0,125")
    assert state.open.document().generated is None
    assert len(record_in(link_of(state).text)["experiment"]["dataset"]["inputs"]) == 200

    page.do("undo").step()
    assert state.open.document().generated == MOONS


def test_an_example_of_the_gallery_is_sent_as_its_recipe():
    assert "inputs" not in record_in(document_titled("Spiral").to_link())["experiment"]["dataset"]
