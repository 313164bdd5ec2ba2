"""The state of the page in a scene: what differs in it from what the lesson opens, made into a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from nncore.data.dataset import Dataset
from nncore.errors import NeuralNetworkError, require_known
from nncore.quoting import quoted
from playground.document import Document, DocumentError
from playground.document.document_format import VERSION
from playground.gallery.examples import document_titled
from playground.lessons.lesson_error import LessonError
from playground.settings.build import build_experiment, settings_at_the_end
from playground.settings.settings import BY_NAME


def opened_by(given: object) -> Document:
    """Return what a lesson opens: a document of the gallery by its title, or one written out.

    Raises
    ------
    LessonError
        If it is neither.
    """
    if isinstance(given, str):
        document = document_titled(given)
        if document is None:
            raise LessonError(f"The gallery has nothing called {quoted(given)}.").at("opens")
        return document
    try:
        return Document.from_dict(given)
    except DocumentError as error:
        raise LessonError(str(error)).at("opens") from error


def with_state(document: Document, state: object) -> Document:
    """Return a document with the state of a scene.

    Parameters
    ----------
    document : Document
        What the lesson opens.
    state : mapping
        A whole document; or what is other in it: fields of a document, "table" for some of the tables and names of the
        dataset, "settings" for settings of the page by their names; "opens" for another document of the gallery in its place.

    Raises
    ------
    LessonError
        If the page cannot show it; the sentence names the field.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> other = with_state(gallery()[0], {"settings": {"learning_rate": 30.0}, "play_head": 4})
    >>> other.experiment.optimizer.learning_rate, other.play_head
    (30.0, 4)
    """
    if not isinstance(state, Mapping):
        raise LessonError(f"state must be an object. Got {quoted(state)} instead.")
    try:
        if "version" in state:
            return Document.from_dict(state)
        changed = dict(state)
        if "opens" in changed:
            document = opened_by(changed.pop("opens"))
        table, settings = (_object(name, changed.pop(name, {})) for name in ("table", "settings"))
        if table or settings:
            document = _with_settings(document, table, settings, changed)
        # Whatever is other in it: a field of the newest version may be among it.
        return Document.from_dict({**_merged(document.to_dict(), changed), "version": VERSION}) if changed else document
    except NeuralNetworkError as error:
        raise LessonError(str(error)).at("state") from error


def _with_settings(document: Document, table: Any, settings: Any, changed: dict[str, Any]) -> Document:
    experiment = document.experiment
    dataset = Dataset.from_dict({**experiment.dataset.to_dict(), **table}) if table else experiment.dataset
    values = {**settings_at_the_end(experiment)}
    for name, value in settings.items():
        require_known("setting", name, BY_NAME)
        values[name] = BY_NAME[name].checked(value)
    situation = changed.pop("situation", document.situation)
    if situation is not None and not isinstance(situation, list | tuple):
        raise LessonError(f"situation must be a list of numbers. Got {quoted(situation)} instead.")
    if situation is not None and len(situation) != dataset.input_count:
        situation = dataset.inputs[0].tolist()
    # Columns say how a table was typed, and a generated table is another one with other rows.
    others: dict[str, Any] = {"columns": (), "generated": None} if table else {}
    return replace(document, experiment=build_experiment(dataset, values), situation=situation, **others)


def _object(name: str, given: object) -> Mapping[str, Any]:
    if not isinstance(given, Mapping):
        raise LessonError(f"{name} must be an object. Got {quoted(given)} instead.")
    return given


def _merged(record: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(record)
    for name, value in other.items():
        known = merged.get(name)
        merged[name] = _merged(known, value) if isinstance(known, Mapping) and isinstance(value, Mapping) else value
    return merged
