"""What a page is kept as: the document of its run, and what is typed beyond it, so that a reload at any moment loses nothing."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from nncore.errors import NeuralNetworkError
from playground.document.document import Document
from playground.document.typed_table import TypedTable
from playground.document.unfinished_work import UnfinishedWork
from playground.page.open_document import OpenDocument
from playground.settings.build import settings_at_the_end
from playground.tables.derived_inputs import with_derived_inputs
from playground.tables.edited_table import EditedTable, says_something
from playground.tables.typed_dataset import typed_dataset


def kept_document(here: OpenDocument, shown: Document) -> Document:
    """Return what link and file hold of a page.

    Parameters
    ----------
    here : OpenDocument
    shown : Document
        Of its run.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> from playground.page.page_state import PageState
    >>> here = PageState(gallery()[0]).open
    >>> kept_document(here, here.document()).unfinished is None
    True
    >>> table = here.tables["training"]
    >>> table.put(table.typed.replace("0", "abc"))
    >>> here.stale = "A table has something to mend."
    >>> kept_document(here, here.document()).unfinished.tables["training"].cells[0].tolist()
    ['abc', 'abc', '1', 'abc']
    """
    is_learnt = (not here.stale or _is_only_refused(here)) and not _is_asked_in_vain(here)
    if is_learnt and not any(_has_half_typed_row(here, here.tables[name]) for name in ("training", "test")):
        return shown
    return replace(shown, unfinished=_work(here))


def _work(here: OpenDocument) -> UnfinishedWork:
    learnt = settings_at_the_end(here.run.experiment)
    tables = {
        name: TypedTable.of(table.typed, table.validation, table.complete_rows) for name, table in here.tables.items()
    }
    settings = {name: value for name, value in here.values.items() if value != learnt[name]}
    return UnfinishedWork(here.columns, tables, here.derived, settings)


def _is_only_refused(here: OpenDocument) -> bool:
    """Whether the run is that of the tables and settings, and only belongs to no text that a field does not take."""
    experiment = here.run.experiment
    learnt = settings_at_the_end(experiment)
    if not here.refused or any(value != learnt[name] for name, value in here.values.items()):
        return False
    reading = typed_dataset(here.columns, here.tables)
    if reading.dataset is None or (reading.columns, reading.ignored) != (here.learnt.columns, here.learnt.ignored):
        return False
    row_numbers = reading.training.row_numbers, reading.test.row_numbers if reading.test else ()
    with suppress(NeuralNetworkError):
        return with_derived_inputs(reading.dataset, here.derived, row_numbers) == experiment.dataset
    return False


def _has_half_typed_row(here: OpenDocument, table: EditedTable) -> bool:
    """Whether a row behind those that are there whole says something, but not all."""
    learnt = [place for place, column in enumerate(here.columns) if column.its_role.side is not None]
    added = table.typed.iloc[table.complete_rows :].itertuples(index=False, name=None)
    says = ([says_something(cell) for cell in row] for row in added)
    return any(any(cells) and not all(cells[place] for place in learnt if place < len(cells)) for cells in says)


def _is_asked_in_vain(here: OpenDocument) -> bool:
    """Whether something is typed as the new situation that cannot be read."""
    asked = here.tables["situation"].typed
    return here.situation is None and any(map(says_something, asked.to_numpy(dtype=object).ravel()))
