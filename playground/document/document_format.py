"""Write a document as a plain dict and read it back: the one format of gallery, link and file.

Numbers stay exact, because Python writes a float with as many digits as it takes to read the same float back. Reading
trusts nothing: whatever is wrong becomes one line that names the field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from typing import Any, TypeVar

from nncore.data.dataset_format import TABLES
from nncore.errors import FormatError
from nncore.experiment.experiment import Experiment
from nncore.experiment.fingerprint import Fingerprint
from nncore.generators.recipe import Recipe
from nncore.plain_records import built, read_fields
from playground.document.chart_choices import ChartChoices, ChartNote
from playground.document.document_error import DocumentError
from playground.document.generated_rows import with_generated_rows
from playground.document.lesson_place import LessonPlace
from playground.document.table_columns import columns_from_list, columns_to_list
from playground.document.unfinished_work import UnfinishedWork
from playground.tables.encoding import plain_columns
from playground.tables.table import MOST_ROWS

VERSION = 3

VERSION_OF_COLUMNS = 2
"""Says nothing of where the document was made: neither what its run came to, nor how its rows were generated."""

VERSION_WITHOUT_COLUMNS = 1
"""Says no more of the columns than their names. What an older version is enough for is written so: older programs read it."""

VERSIONS = (VERSION_WITHOUT_COLUMNS, VERSION_OF_COLUMNS, VERSION)

Described = TypeVar("Described")


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
    record: dict[str, Any] = {"version": VERSION_WITHOUT_COLUMNS}
    for field in fields(document):
        value = getattr(document, field.name)
        record[field.name] = None if value is None else _WRITERS.get(field.name, _as_it_is)(value)
    ignored, columns = record.pop("ignored"), record.pop("columns")
    if columns != plain_columns(document.experiment.dataset):
        record |= {"version": VERSION_OF_COLUMNS, "columns": columns_to_list(columns, ignored)}
    usual = {field.name: field.default for field in fields(document)}
    for name in _LATER_FIELDS:
        if record[name] is usual[name]:
            del record[name]
        else:
            record["version"] = VERSION
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
    >>> document_from_dict({"version": 4}, Document)
    Traceback (most recent call last):
    playground.document.document_error.DocumentError: version must be 1, 2 or 3, those this program writes.
    """
    known = [field.name for field in fields(kind) if field.name != "ignored"]  # type: ignore[arg-type]
    try:
        values = read_fields("", record, ["version", *known], ["version"], whole="A document")
        version = values.pop("version")
        if isinstance(version, bool) or version not in VERSIONS:
            *others, newest = map(str, VERSIONS)
            raise DocumentError(f"version must be {', '.join(others)} or {newest}, those this program writes.")
        if "experiment" not in values:
            raise DocumentError("experiment is missing.")
        table = columns_from_list(values.pop("columns")) if "columns" in values else {}
        _require_few_rows(values["experiment"])
        recipe = None if values.get("generated") is None else Recipe.from_dict(values["generated"])
        values |= {"experiment": with_generated_rows(values["experiment"], recipe), "generated": recipe}
        read = {name: _READERS.get(name, _as_it_is)(value) for name, value in values.items()}
        return built("", kind, {**read, **table})
    except FormatError as error:
        raise DocumentError(str(error)) from error


def _require_few_rows(record: object) -> None:
    """Refuse a table that no page takes before each of its cells is looked at."""
    dataset = record.get("dataset") if isinstance(record, Mapping) else None
    if not isinstance(dataset, Mapping):
        return
    for name in TABLES:
        rows = dataset.get(name)
        if isinstance(rows, list) and len(rows) > MOST_ROWS:
            raise DocumentError(f"A table has at most {MOST_ROWS:,} rows. dataset.{name} has {len(rows):,}.")


def _as_it_is(value: object) -> object:
    return value


def _read_experiment(record: object) -> Experiment:
    return built("experiment", Experiment.from_dict, {"record": record})


def _read_charts(record: object) -> ChartChoices:
    values = read_fields("charts", record, ["measure", "value_scale", "epoch_scale"], [])
    return built("charts", ChartChoices, values)


def _read_chart_note(record: object) -> ChartNote | None:
    if record is None:
        return None
    names = ["measure", "sentence"]
    return built("chart_note", ChartNote, read_fields("chart_note", record, names, names))


def _read_fingerprint(record: object) -> Fingerprint | None:
    return None if record is None else Fingerprint.from_list(record)


def _read_lesson(record: object) -> LessonPlace | None:
    return None if record is None else built("", LessonPlace.from_list, {"given": record})


def _read_unfinished(record: object) -> UnfinishedWork | None:
    return None if record is None else built("", UnfinishedWork.from_dict, {"record": record})


_LATER_FIELDS = (
    "fingerprint",
    "generated",
    "show_scaled",
    "worked_parameter",
    "surface_parameters",
    "panel",
    "show_code",
    "hide_future",
    "lesson",
    "began_as",
    "shorter_before",
    "unfinished",
)
"""Written only if something else stands in them than usual."""

_WRITERS: dict[str, Callable[[Any], Any]] = {
    "experiment": Experiment.to_dict,
    "situation": list,
    "charts": asdict,
    "chart_note": asdict,
    "chosen_neuron": list,
    "surface_parameters": list,
    "fingerprint": Fingerprint.to_list,
    "generated": Recipe.to_dict,
    "lesson": LessonPlace.to_list,
    "shorter_before": list,
    "unfinished": UnfinishedWork.to_dict,
}

_READERS: dict[str, Callable[[Any], Any]] = {
    "experiment": _read_experiment,
    "charts": _read_charts,
    "chart_note": _read_chart_note,
    "fingerprint": _read_fingerprint,
    "lesson": _read_lesson,
    "unfinished": _read_unfinished,
}
