"""What the gallery says of one of its documents, and how the document is made of a table and settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from nncore.data.dataset import Dataset
from nncore.experiment.experiment import Experiment
from nncore.generators.recipe import Recipe
from playground.document import Document
from playground.settings.build import build_experiment
from playground.settings.settings import DEFAULTS
from playground.tables.column import Column

Table = tuple[tuple[Column, ...], Dataset]


@dataclass(frozen=True)
class Example:
    """A table with settings that learn it.

    Attributes
    ----------
    title : str
    question : str
        A sentence or two on what is to be seen.
    source : str
        Where the table is from and under which licence, in sentences.
    table : function
        Returns the columns, none for those of the dataset itself, and the dataset.
    settings : mapping
        Those that are not the defaults.
    recipe : Recipe, optional
        Of a table that is generated.
    """

    title: str
    question: str
    source: str
    table: Callable[[], Table]
    settings: Mapping[str, Any] = field(default_factory=dict)
    recipe: Recipe | None = None

    def document(self) -> Document:
        """Return what is opened: at epoch 0, asking about the inputs of the first row."""
        columns, dataset = self.table()
        experiment = build_experiment(dataset, {**DEFAULTS, **self.settings})
        return _opened(self, experiment, columns=columns, generated=self.recipe)


@dataclass(frozen=True)
class ExperimentExample:
    """An experiment that is opened as it is: the settings alone would not make it.

    Attributes
    ----------
    title : str
    question : str
        A sentence or two on what is to be seen.
    source : str
        Where it is from and under which licence, in sentences.
    experiment : function
        Returns it.
    """

    title: str
    question: str
    source: str
    experiment: Callable[[], Experiment]

    def document(self) -> Document:
        """Return what is opened: at epoch 0, asking about the inputs of the first row."""
        return _opened(self, self.experiment())


def _opened(example: Example | ExperimentExample, experiment: Experiment, **others: Any) -> Document:
    return Document(
        experiment,
        title=example.title,
        note=f"{example.question} {example.source}",
        situation=tuple(experiment.dataset.inputs[0].tolist()),
        play_head=0,
        **others,
    )


def hidden_layers(*sizes: int, activation: str = "tanh") -> dict[str, Any]:
    """Return the settings of a network with these hidden layers.

    Examples
    --------
    >>> hidden_layers(4)
    {'architecture': 'hidden_layers', 'hidden_layers': 1, 'hidden_1_size': 4, 'hidden_1_activation': 'tanh'}
    """
    values: dict[str, Any] = {"architecture": "hidden_layers", "hidden_layers": len(sizes)}
    for number, size in enumerate(sizes, start=1):
        values |= {f"hidden_{number}_size": size, f"hidden_{number}_activation": activation}
    return values
