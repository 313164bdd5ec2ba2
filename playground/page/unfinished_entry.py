"""Where a page stands that opens with unfinished work: what was typed on it before it was left goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from nncore.errors import NeuralNetworkError, require_known
from playground.document.document_error import DocumentError
from playground.document.undo_entry import UndoEntry
from playground.document.unfinished_work import UnfinishedWork
from playground.settings.settings import BY_NAME


def with_unfinished_work(entry: UndoEntry, work: UnfinishedWork) -> UndoEntry:
    """Return where a page stands on which unfinished work goes on.

    Raises
    ------
    DocumentError
        If the page has no such setting, or none of that value; the sentence names it.
    """
    return replace(
        entry,
        document=replace(entry.document, unfinished=None),
        values={**entry.values, **_checked(work.settings)},
        typed=work.tables,
        columns=work.columns,
        derived=work.derived,
    )


def _checked(settings: Mapping[str, Any]) -> dict[str, Any]:
    try:
        return {
            name: BY_NAME[require_known("setting", name, BY_NAME)].checked(given) for name, given in settings.items()
        }
    except NeuralNetworkError as error:
        raise DocumentError(str(error)) from error
