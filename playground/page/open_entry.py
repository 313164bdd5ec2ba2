"""Put a document on the page: the entry that it opens as, and what is open then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from nncore.errors import NeuralNetworkError
from playground.document.document import Document
from playground.document.document_error import DocumentError
from playground.document.typed_table import TypedTable
from playground.document.undo_entry import UndoEntry
from playground.gallery.examples import truly_called
from playground.page.learnt_table import LearntTable
from playground.page.open_document import OpenDocument
from playground.page.unfinished_entry import with_unfinished_work
from playground.player.protocol.viewpoint import Viewpoint
from playground.runs.live_run import LiveRun
from playground.settings.build import build_experiment, settings_at_the_end
from playground.settings.settings import DEFAULTS
from playground.tables.edited_table import EditedTable
from playground.tables.written_table import written_tables


def entry_of(document: Document, opening: int) -> UndoEntry:
    """Return where a page stands on which a document has just been opened.

    Raises
    ------
    DocumentError
        If the page has no setting for something in the experiment; the sentence names it.
    """
    try:
        values = {**DEFAULTS, **settings_at_the_end(document.experiment)}
    except NeuralNetworkError as error:
        raise DocumentError(str(error)) from error
    document, experiment = truly_called(document), document.experiment
    # The page has its own order for stop rules, which plays no part.
    stop = build_experiment(experiment.dataset, values).stop
    document = replace(document, experiment=experiment if experiment.stop == stop else replace(experiment, stop=stop))
    tables = written_tables(document.columns, experiment.dataset, document.ignored, document.situation)
    typed = {name: TypedTable.of(frame) for name, frame in tables.items()}
    typed["test"] = replace(typed["test"], validation=experiment.dataset.validation_rows)
    entry = UndoEntry(document, document, opening, values, typed, lengthened=document.lengthened)
    return entry if document.unfinished is None else with_unfinished_work(entry, document.unfinished)


def open_entry(entry: UndoEntry, run: LiveRun, new_key: Callable[[], int]) -> OpenDocument:
    """Return what an entry says, put on the page anew.

    Parameters
    ----------
    entry : UndoEntry
    run : LiveRun
        Of its experiment.
    new_key : callable
        Gives each editor a key that no widget has had.
    """
    document = entry.document
    dataset = document.experiment.dataset
    classes, tests = dataset.classes, 0 if dataset.test_inputs is None else len(dataset.test_inputs)
    if classes is not None:  # a run that goes on has the threshold of what was open before
        run.set_threshold(classes.threshold if document.threshold is None else document.threshold)
    return OpenDocument(
        origin=entry.origin,
        opening=entry.opening,
        values=dict(entry.values),
        tables=_editors(entry.typed, new_key),
        columns=entry.columns,
        derived=entry.derived_inputs,
        learnt=LearntTable(document.columns, document.ignored),
        run=run,
        choices=document.charts,
        viewpoint=Viewpoint.of(document),
        situation=document.situation,
        show_scaled=document.show_scaled,
        generated=document.generated,
        sent=document.fingerprint,
        lengthened=entry.lengthened,
        row_numbers=(tuple(range(1, dataset.samples + 1)), tuple(range(1, tests + 1))),
    )


def _editors(typed: Mapping[str, TypedTable], new_key: Callable[[], int]) -> dict[str, EditedTable]:
    return {
        name: EditedTable(table.frame(), new_key(), validation=table.validation, complete=table.complete)
        for name, table in typed.items()
    }
