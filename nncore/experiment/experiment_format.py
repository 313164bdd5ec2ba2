"""Write an experiment as a plain dict and read it back: the one format of files, links and the gallery.

Numbers stay exact, because Python writes a float with as many digits as it takes to read the same float back. Reading
trusts nothing: whatever is wrong becomes a sentence that names the field.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypeVar

from nncore.data.dataset import Dataset
from nncore.errors import FormatError
from nncore.network.architecture import Architecture
from nncore.plain_records import (
    built,
    read_fields,
    read_list,
    read_named,
    read_optional_named,
    required_fields,
    write_named,
)
from nncore.quoting import quoted
from nncore.training.interventions import Intervention
from nncore.training.optimizers import OPTIMIZERS
from nncore.training.penalties import PENALTIES
from nncore.training.stop_rules import LossReached, NoImprovement, NoValidationImprovement, StopRule, TimeLimit

VERSION = 1

Described = TypeVar("Described")

_STOP_RULES: dict[str, Callable[..., StopRule]] = {
    rule.__name__: rule for rule in (LossReached, NoImprovement, NoValidationImprovement, TimeLimit)
}


def experiment_to_dict(experiment: Any) -> dict[str, Any]:
    """Return an experiment as a dict of plain lists, numbers, texts and None.

    Examples
    --------
    >>> from nncore import articles
    >>> experiment_to_dict(articles.single_neuron())["optimizer"]
    {'name': 'SGD', 'learning_rate': 1.0, 'momentum': 0.0, 'nesterov': False}
    """
    record: dict[str, Any] = {"version": VERSION}
    for field in fields(experiment):
        value = getattr(experiment, field.name)
        record[field.name] = _WRITERS.get(field.name, _as_it_is)(value)
    return record


def experiment_from_dict(record: object, kind: type[Described]) -> Described:
    """Return the experiment a dict describes; `kind` is `nncore.experiment.experiment.Experiment`.

    Raises
    ------
    FormatError
        If it describes none; the sentence names the field.

    Examples
    --------
    >>> from nncore.experiment.experiment import Experiment
    >>> experiment_from_dict({"version": 1, "epoch": 5}, Experiment)
    Traceback (most recent call last):
    nncore.errors.FormatError: "epoch" is not a known field. Did you mean "epochs"? Known are: version, dataset, \
architecture, loss, optimizer, epochs, reduction, batch_size, shuffle, penalty, clip_norm, stop, interventions, \
initializer, seed, input_scaling, target_scaling, test_scaling.
    """
    known = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    checked = read_fields("", record, ["version", *known], ["version", *required_fields(kind)])
    if checked["version"] != VERSION:
        raise FormatError(
            f"version must be {VERSION}, the one this program writes. Got {quoted(checked['version'])} instead."
        )
    del checked["version"]
    values = {name: _READERS[name](value) if name in _READERS else value for name, value in checked.items()}
    return built("", kind, values)


def _as_it_is(value: object) -> object:
    return value


def _read_architecture(record: object) -> Architecture:
    known = ["layer_sizes", "activations", "bias"]
    values = read_fields("architecture", record, known, ["layer_sizes", "activations"])
    for name in ("layer_sizes", "activations"):
        if not isinstance(values[name], list | tuple):
            raise FormatError(f"architecture.{name} must be a list. Got {quoted(values[name])} instead.")
        values[name] = tuple(values[name])
    return built("architecture", Architecture, values)


_WRITERS: dict[str, Callable[[Any], Any]] = {
    "dataset": Dataset.to_dict,
    "architecture": lambda architecture: {
        "layer_sizes": list(architecture.layer_sizes),
        "activations": list(architecture.activations),
        "bias": architecture.bias,
    },
    "optimizer": write_named,
    "penalty": write_named,
    "stop": lambda rules: [write_named(rule) for rule in rules],
    "interventions": lambda interventions: [intervention.to_dict() for intervention in interventions],
}

_READERS: dict[str, Callable[[Any], Any]] = {
    "dataset": Dataset.from_dict,
    "architecture": _read_architecture,
    "optimizer": lambda record: read_named("optimizer", record, OPTIMIZERS),
    "penalty": lambda record: read_optional_named("penalty", record, PENALTIES),
    "stop": lambda record: read_list("stop", record, lambda path, item: read_named(path, item, _STOP_RULES)),
    "interventions": lambda record: read_list("interventions", record, Intervention.from_dict),
}
