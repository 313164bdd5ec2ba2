"""Write a document as a plain dict and read it back: the one format of gallery, link and file.

Numbers stay exact, because Python writes a float with as many digits as it takes to read the same float back. Reading
trusts nothing: whatever is wrong becomes one line that names the field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any, TypeVar

from nncore.errors import NeuralNetworkError, require_known
from nncore.experiment.experiment import Experiment
from playground.document.chart_choices import ChartChoices, ChartNote
from playground.document.document_error import DocumentError

VERSION = 1

Described = TypeVar("Described")
Built = TypeVar("Built")


def document_to_dict(document: Any) -> dict[str, Any]:
    """Return a document as a dict of plain lists, numbers, texts and None.

    Examples
    --------
    >>> from nncore import articles
    >>> from playground.document import Document
    >>> record = document_to_dict(Document(articles.single_neuron(), title="Article 1", situation=(1, 0, 0)))
    >>> record["version"], record["title"], record["situation"], record["charts"]["measure"]
    (1, 'Article 1', [1.0, 0.0, 0.0], 'loss')
    """
    record: dict[str, Any] = {"version": VERSION}
    for field in fields(document):
        value = getattr(document, field.name)
        record[field.name] = None if value is None else _WRITERS.get(field.name, _as_it_is)(value)
    return record


def document_from_dict(record: object, kind: Callable[..., Described]) -> Described:
    """Return the document a dict describes; `kind` is `playground.document.Document`.

    Raises
    ------
    DocumentError
        If it describes none; the line names the field.

    Examples
    --------
    >>> from playground.document import Document
    >>> document_from_dict({"version": 2}, Document)
    Traceback (most recent call last):
    playground.document.document_error.DocumentError: version must be 1, the one this program writes.
    """
    known = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    values = _fields("A document", record, ["version", *known], ["version"])
    version = values.pop("version")
    if isinstance(version, bool) or version != VERSION:
        raise DocumentError(f"version must be {VERSION}, the one this program writes.")
    if "experiment" not in values:
        raise DocumentError("experiment is missing.")
    return _built("", kind, {name: _READERS.get(name, _as_it_is)(value) for name, value in values.items()})


def _as_it_is(value: object) -> object:
    return value


def _read_experiment(record: object) -> Experiment:
    return _built("experiment", Experiment.from_dict, {"record": record})


def _read_charts(record: object) -> ChartChoices:
    values = _fields("charts", record, ["measure", "value_scale", "epoch_scale"], [])
    return _built("charts", ChartChoices, values)


def _read_chart_note(record: object) -> ChartNote | None:
    if record is None:
        return None
    names = ["measure", "sentence"]
    return _built("chart_note", ChartNote, _fields("chart_note", record, names, names))


def _fields(path: str, record: object, known: Sequence[str], required: Sequence[str]) -> dict[str, Any]:
    if not isinstance(record, Mapping):
        raise DocumentError(f"{path} must be a dict of {', '.join(known)}.")
    for name in record:
        try:
            require_known(f"field of {path[:1].lower()}{path[1:]}", name, known)
        except NeuralNetworkError as error:
            raise DocumentError(str(error)) from error
    for name in required:
        if name not in record:
            raise DocumentError(f"{path} has no {name}.")
    return dict(record)


def _built(path: str, build: Callable[..., Built], values: dict[str, Any]) -> Built:
    try:
        return build(**values)
    except DocumentError:
        raise
    except NeuralNetworkError as error:
        raise DocumentError(f"{path}: {error}" if path else str(error)) from error


_WRITERS: dict[str, Callable[[Any], Any]] = {
    "experiment": Experiment.to_dict,
    "situation": list,
    "charts": asdict,
    "chart_note": asdict,
    "chosen_neuron": list,
}

_READERS: dict[str, Callable[[Any], Any]] = {
    "experiment": _read_experiment,
    "charts": _read_charts,
    "chart_note": _read_chart_note,
}
