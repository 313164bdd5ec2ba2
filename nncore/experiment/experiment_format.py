"""Write an experiment as a plain dict and read it back: the one format of files, links and the gallery.

Numbers stay exact, because Python writes a float with as many digits as it takes to read the same float back. Reading
trusts nothing: whatever is wrong becomes a sentence that names the field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from typing import Any, TypeVar

from nncore.data.dataset import Dataset
from nncore.data.tables import quoted
from nncore.errors import FormatError, NeuralNetworkError, UnknownNameError, require_known
from nncore.network.architecture import Architecture
from nncore.training.interventions import OF_ONE_PARAMETER, Intervention
from nncore.training.optimizers import OPTIMIZERS
from nncore.training.penalties import L1, L2
from nncore.training.stop_rules import LossReached, NoImprovement, TimeLimit

VERSION = 1

Described = TypeVar("Described")
Built = TypeVar("Built")

_PENALTIES = {"L1": L1, "L2": L2}
_STOP_RULES = {rule.__name__: rule for rule in (LossReached, NoImprovement, TimeLimit)}


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
    checked = _fields("", record, ["version", *known], _required(kind, "version"))
    if checked["version"] != VERSION:
        raise FormatError(
            f"version must be {VERSION}, the one this program writes. Got {quoted(checked['version'])} instead."
        )
    del checked["version"]
    values = {name: _READERS[name](value) if name in _READERS else value for name, value in checked.items()}
    return _built("", kind, values)


def _as_it_is(value: object) -> object:
    return value


def _write_named(value: object) -> dict[str, Any] | None:
    if value is None:
        return None
    written = {field.name: getattr(value, field.name) for field in fields(value)}  # type: ignore[arg-type]
    return {"name": type(value).__name__, **written}


def _write_intervention(intervention: Intervention) -> dict[str, Any]:
    value = intervention.value
    if intervention.what in {"optimizer", "penalty"}:
        value = _write_named(value)
    elif intervention.what in OF_ONE_PARAMETER:
        value = list(value)
    return {"epoch": intervention.epoch, "what": intervention.what, "value": value}


def _read_architecture(record: object) -> Architecture:
    known = ["layer_sizes", "activations", "bias"]
    values = _fields("architecture", record, known, ["layer_sizes", "activations"])
    for name in ("layer_sizes", "activations"):
        if not isinstance(values[name], list | tuple):
            raise FormatError(f"architecture.{name} must be a list. Got {quoted(values[name])} instead.")
        values[name] = tuple(values[name])
    return _built("architecture", Architecture, values)


def _read_named(path: str, record: object, kinds: Mapping[str, Callable[..., Any]]) -> Any:
    if not isinstance(record, Mapping) or "name" not in record:
        raise FormatError(f'{path} must be a dict with a "name". Got {quoted(record)} instead.')
    try:
        kind = kinds[require_known(path, record["name"], kinds)]
    except UnknownNameError as error:
        raise FormatError(f"{path}.name: {error}") from error
    known = ["name", *(field.name for field in fields(kind))]  # type: ignore[arg-type]
    values = _fields(path, record, known, _required(kind))
    del values["name"]
    return _built(path, kind, values)


def _read_optional_penalty(record: object, path: str = "penalty") -> L1 | L2 | None:
    return None if record is None else _read_named(path, record, _PENALTIES)


def _read_list(path: str, record: object, read: Callable[[str, object], Any]) -> tuple[Any, ...]:
    if not isinstance(record, list | tuple):
        raise FormatError(f"{path} must be a list. Got {quoted(record)} instead.")
    return tuple(read(f"{path}[{number}]", item) for number, item in enumerate(record))


def _read_intervention(path: str, record: object) -> Intervention:
    known = ["epoch", "what", "value"]
    values = _fields(path, record, known, known)
    if values["what"] == "optimizer":
        values["value"] = _read_named(f"{path}.value", values["value"], OPTIMIZERS)
    elif values["what"] == "penalty":
        values["value"] = _read_optional_penalty(values["value"], f"{path}.value")
    return _built(path, Intervention, values)


def _fields(path: str, record: object, known: list[str], required: list[str]) -> dict[str, Any]:
    if not isinstance(record, Mapping):
        raise FormatError(f"{path or 'An experiment'} must be a dict. Got {quoted(record)} instead.")
    for name in record:
        try:
            require_known("field", name, known)
        except UnknownNameError as error:
            raise FormatError(f"{path}: {error}" if path else str(error)) from error
    for name in required:
        if name not in record:
            raise FormatError(f"{_joined(path, name)} is missing.")
    return dict(record)


def _required(kind: Any, *more: str) -> list[str]:
    without_default = [
        field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING
    ]
    return [*more, *without_default]


def _built(path: str, kind: Callable[..., Built], values: dict[str, Any]) -> Built:
    try:
        return kind(**values)
    except NeuralNetworkError as error:
        raise FormatError(f"{path}: {error}" if path else str(error)) from error


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


_WRITERS: dict[str, Callable[[Any], Any]] = {
    "dataset": Dataset.to_dict,
    "architecture": lambda architecture: {
        "layer_sizes": list(architecture.layer_sizes),
        "activations": list(architecture.activations),
        "bias": architecture.bias,
    },
    "optimizer": _write_named,
    "penalty": _write_named,
    "stop": lambda rules: [_write_named(rule) for rule in rules],
    "interventions": lambda interventions: [_write_intervention(intervention) for intervention in interventions],
}

_READERS: dict[str, Callable[[Any], Any]] = {
    "dataset": Dataset.from_dict,
    "architecture": _read_architecture,
    "optimizer": lambda record: _read_named("optimizer", record, OPTIMIZERS),
    "penalty": _read_optional_penalty,
    "stop": lambda record: _read_list("stop", record, lambda path, item: _read_named(path, item, _STOP_RULES)),
    "interventions": lambda record: _read_list("interventions", record, _read_intervention),
}
