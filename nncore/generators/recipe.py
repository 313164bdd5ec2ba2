"""Keep a generated table as what it was generated from: its generator and a value for each parameter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nncore.errors import FormatError, NeuralNetworkError, require_known
from nncore.generators import GENERATORS
from nncore.generators.generated_table import GeneratedTable
from nncore.generators.generator import Generator
from nncore.generators.parameters import Value
from nncore.quoting import quoted


@dataclass(frozen=True)
class Recipe:
    """A generator and a value for each of its parameters: what is kept and sent in place of the rows.

    Examples
    --------
    >>> recipe = Recipe.of("circle", count=40, seed=7)
    >>> recipe.to_dict()
    {'generator': 'circle', 'count': 40, 'noise': 0.0, 'seed': 7}
    >>> Recipe.from_dict(recipe.to_dict()) == recipe, recipe.table().inputs.shape
    (True, (40, 2))
    """

    name: str
    values: tuple[tuple[str, Value], ...]

    @classmethod
    def of(cls, name: str, /, **values: object) -> Recipe:
        """Return the recipe of a generator, with its defaults for the values left out.

        Raises
        ------
        UnknownNameError, SettingError
            If there is no such generator or parameter, or a value is outside its limits.
        """
        generator = GENERATORS[require_known("generator", name, GENERATORS)]
        return cls(generator.name, tuple(generator.checked(**values).items()))

    @property
    def generator(self) -> Generator:
        """What makes the table."""
        return GENERATORS[self.name]

    def table(self) -> GeneratedTable:
        """Return the table, always the same one.

        Raises
        ------
        SettingError, FormulaError
            If the values are each within their limits, but no table can be made of them.
        """
        return self.generator.make(**dict(self.values))

    def to_dict(self) -> dict[str, Any]:
        """Return the recipe as a plain dict, which passes through json unchanged."""
        return {"generator": self.name, **dict(self.values)}

    @classmethod
    def from_dict(cls, record: object) -> Recipe:
        """Return the recipe that `to_dict` described; a value that is missing has its default.

        Raises
        ------
        FormatError
            If it is none.

        Examples
        --------
        >>> Recipe.from_dict({"generator": "circle", "count": 1})
        Traceback (most recent call last):
        nncore.errors.FormatError: generated.count must be a whole number from 2 to 10,000. Got 1 instead.
        """
        is_named = isinstance(record, Mapping) and "generator" in record
        if not isinstance(record, Mapping) or not is_named or not all(isinstance(name, str) for name in record):
            raise FormatError(f'generated must be a dict with a "generator". Got {quoted(record)} instead.')
        values = dict(record)
        try:
            return cls.of(values.pop("generator"), **values)
        except NeuralNetworkError as error:
            unknown = str(error).startswith('"')
            raise FormatError(f"generated: {error}" if unknown else f"generated.{error}") from error
