"""Rows that were generated and are unchanged: a link leaves them out, and says how they are made."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from zlib import crc32

from nncore.data.dataset import Dataset
from nncore.errors import NeuralNetworkError
from nncore.generators.generated_table import GeneratedTable
from nncore.generators.recipe import Recipe
from playground.document.document_error import DocumentError

_ROWS = ("inputs", "targets")
_CHECKSUM = "checksum"

_OTHERWISE_HERE = (
    "its table is generated, and this version of the playground generates another one. Ask for the saved file, which has "
    "every row."
)


@lru_cache(maxsize=8)
def generated_table(recipe: Recipe) -> GeneratedTable:
    """Return the table of a recipe; a page asks for the same one again and again.

    Raises
    ------
    NeuralNetworkError
        If no table can be made of its values.
    """
    return recipe.table()


def recipe_of(dataset: Dataset, recipe: Recipe | None) -> Recipe | None:
    """Return the recipe if the training rows are those it makes, to the last bit; None if one of them was changed.

    Their columns may have other names, and other inputs may be derived from them.

    Examples
    --------
    >>> recipe = Recipe.of("parity", inputs=2)
    >>> dataset = recipe.table().dataset()
    >>> recipe_of(dataset, recipe) == recipe, recipe_of(dataset, Recipe.of("parity", inputs=3))
    (True, None)
    """
    if recipe is None:
        return None
    try:
        table = generated_table(recipe)
    except NeuralNetworkError:
        return None
    pairs = ((dataset.inputs, table.inputs), (dataset.targets, table.targets))
    is_made = all(rows.shape == made.shape and rows.tobytes() == made.tobytes() for rows, made in pairs)
    return recipe if is_made else None


def without_generated_rows(record: dict[str, Any]) -> dict[str, Any]:
    """Return the dict of a document without the rows that its recipe makes, and with a checksum in their place."""
    if record.get("generated") is None:
        return record
    dataset = record["experiment"]["dataset"]
    checksum = _checksum(generated_table(Recipe.from_dict(record["generated"])))
    kept = {name: value for name, value in dataset.items() if name not in _ROWS}
    return {**record, "experiment": {**record["experiment"], "dataset": {_CHECKSUM: checksum, **kept}}}


def with_generated_rows(record: object, recipe: Recipe | None) -> object:
    """Return the dict of an experiment with the rows that were left out of it.

    Raises
    ------
    DocumentError
        If they cannot be made, or are others here than where they were left out.
    """
    dataset = record.get("dataset") if isinstance(record, Mapping) else None
    if recipe is None or not isinstance(record, Mapping) or not isinstance(dataset, Mapping):
        return record
    if _CHECKSUM not in dataset:
        return record
    try:
        table = generated_table(recipe)
    except NeuralNetworkError as error:
        raise DocumentError(f"generated: {error}") from error
    if dataset[_CHECKSUM] != _checksum(table):
        raise DocumentError(_OTHERWISE_HERE)
    kept = {name: value for name, value in dataset.items() if name != _CHECKSUM}
    rows = {name: getattr(table, name).tolist() for name in _ROWS}
    return {**record, "dataset": {**rows, **kept}}


def _checksum(table: GeneratedTable) -> int:
    return crc32(table.targets.astype("<f8").tobytes(), crc32(table.inputs.astype("<f8").tobytes()))
