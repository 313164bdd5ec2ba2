"""What a browser keeps of a document that is too long for a link comes back exactly; whatever else stands there is refused."""

import json
import random
import re
from dataclasses import replace

import numpy as np
import pytest

from nncore import Architecture, Dataset
from nncore.generators.recipe import Recipe
from playground.document import Document, DocumentError
from playground.document.kept_text import (
    MOST_NUMBERS_IN_A_LINK,
    all_but_table,
    document_of_kept,
    is_too_long_for_a_link,
    table_of,
)
from playground.gallery.examples import document_titled

from .malformed import documents

IRIS, XOR = document_titled("Iris"), document_titled("XOR")


@pytest.mark.parametrize("document", [*documents(), document_titled("Penguins")], ids=lambda document: document.title)
def test_a_document_comes_back_as_it_was(document):
    assert document_of_kept(all_but_table(document), table_of(document)) == document


def document_of_long_numbers():
    """Return a document with as many numbers as are tried, each a row and as long as can be: -1.2345678901234567e-300."""
    drawn = np.random.default_rng(1).uniform(-9e-300, -1e-300, 4 * MOST_NUMBERS_IN_A_LINK).tolist()
    longest = [number for number in drawn if len(repr(number)) == 24][:MOST_NUMBERS_IN_A_LINK]
    inputs, targets, test_inputs, test_targets = np.reshape(longest, (4, -1, 1))
    dataset = Dataset(inputs, targets, test_inputs=test_inputs, test_targets=test_targets)
    architecture = Architecture((1, 1), ("linear",))
    return Document(replace(XOR.experiment, dataset=dataset, architecture=architecture, loss="half_squared_error"))


def test_so_many_numbers_always_fit_into_a_link():
    document = document_of_long_numbers()

    assert not is_too_long_for_a_link(document)
    assert Document.from_link(document.to_link()) == document


def test_rows_that_a_recipe_makes_do_not_count():
    recipe = Recipe.of("formula_boundary", formula="x1^2", count=10_000, inputs=5)
    architecture = Architecture((5, 1), ("sigmoid",))
    moons = document_titled("Moons").experiment
    generated = Document(replace(moons, dataset=recipe.table().dataset(), architecture=architecture), generated=recipe)

    assert not is_too_long_for_a_link(generated)
    assert is_too_long_for_a_link(replace(generated, generated=None))


TABLE = json.loads(table_of(IRIS))
HOSTILE = [
    "",
    "null",
    "[" * 50_000,
    '{"dataset": 5}',
    '{"dataset": {"inputs": 7}}',
    *(
        json.dumps({**TABLE, "dataset": {**TABLE["dataset"], "inputs": inputs}})
        for inputs in (
            [4, "AA"],
            [4, "%%%%"],
            [10**400, "AAAA"],
            [0, "AAAA"],
            [True, "AAAA"],
            ["4", "AAAA"],
            [4],
            "AAAA",
        )
    ),
    json.dumps({**TABLE, "dataset": {**TABLE["dataset"], "inputs": [4, "////" * 600]}}),  # no numbers at all
    json.dumps({**TABLE, "dataset": {**TABLE["dataset"], "targets": [3, ""]}}),
    json.dumps({**TABLE, "dataset": {**TABLE["dataset"], "inputs": [4, "A" * 4_000_000]}}),
    json.dumps({**TABLE, "columns": 3}),
    "x" * 13_000_000,
]


@pytest.mark.parametrize("table", HOSTILE, ids=range(len(HOSTILE)))
def test_a_table_that_is_none_is_refused_in_one_sentence(table):
    with pytest.raises(DocumentError, match=r"^This link [^\n]{10,400}$"):
        document_of_kept(all_but_table(IRIS), table)


def test_damaged_tables_are_refused_or_are_tables():
    source = random.Random(5)
    link, text = all_but_table(IRIS), table_of(IRIS)
    sentences = []
    for _ in range(200):
        place = source.randrange(len(text))
        damaged = text[:place] + source.choice('"]},:0A%') + text[place + source.randrange(3) :]
        try:
            document_of_kept(link, damaged)
        except DocumentError as error:
            sentences.append(str(error))

    assert len(sentences) > 100
    assert all(re.fullmatch(r"This link [^\n]{10,600}", sentence) for sentence in sentences)


@pytest.mark.parametrize("link", ["1damaged", "2", "kept-1", IRIS.to_link()[:-9]])
def test_all_else_that_is_none_is_refused_too(link):
    with pytest.raises(DocumentError):
        document_of_kept(link, table_of(IRIS))
