"""Bring on the screen what the page's tables say: their columns, what follows from them, and the run that learns them."""

from __future__ import annotations

from contextlib import suppress

from nncore.data.dataset import Dataset
from nncore.errors import NeuralNetworkError
from playground.page.learnt_table import LearntTable
from playground.page.page_state import FIRST_SLICE, PageState
from playground.runs.budget import Budget
from playground.settings.build import build_experiment
from playground.settings.following_settings import following_settings, settings_for_targets
from playground.settings.settings import Values
from playground.tables.derived_inputs import with_derived_inputs
from playground.tables.table import read_table
from playground.tables.table_dataset import DatasetReading, as_situation, situation_of
from playground.tables.typed_dataset import typed_dataset


def follow_table(state: PageState, reading: DatasetReading, values: Values) -> None:
    """Train what tables and settings say; settings that follow from the table go with it.

    The inputs that are derived from its columns are derived again.

    Parameters
    ----------
    state : PageState
        Changed in place.
    reading : DatasetReading
        It has a dataset.
    values : mapping
        What the sidebar says.

    Raises
    ------
    nncore.errors.NeuralNetworkError
        If the settings do not go together or do not suit the table, or a derived column needs one that is gone.
    """
    here, was = state.open, state.open.run.experiment.dataset
    assert reading.dataset is not None
    test = reading.test
    row_numbers = (reading.training.row_numbers, test.row_numbers if test else ())
    dataset = with_derived_inputs(reading.dataset, here.derived, row_numbers)
    # Of a table that was replaced no target is a cell that was mistyped.
    follow = settings_for_targets if here.is_another_table else following_settings
    changed = follow(was, dataset, values)
    experiment = build_experiment(dataset, {**values, **changed})
    if changed:
        here.values.update(changed)
        state.settings_key = state.new_key()
        state.page_is_old = True
    here.columns = reading.columns
    here.learnt, here.is_another_table = LearntTable(reading.columns, reading.ignored), False
    state.follow(experiment, row_numbers)


def follow_what_was_put(state: PageState) -> None:
    """Train what has just been put into the tables, before the page is drawn; it is drawn once then, and as it will stay.

    Otherwise settings that follow from the table, and the name of what is open, are others when all of it has been drawn.
    Where there is something to mend nothing happens: the page says so when it is drawn.

    Parameters
    ----------
    state : PageState
        Changed in place.
    """
    here = state.open
    reading = typed_dataset(here.columns, here.tables)
    if reading.dataset is None or here.refused:
        return
    asked = as_situation(reading.columns)
    situation = here.tables["situation"].cells
    here.situation = situation_of(reading.columns, read_table(situation, asked, fixed_rows=True)) if asked else None
    state.budget = Budget(FIRST_SLICE)
    with suppress(NeuralNetworkError):
        follow_table(state, reading, here.values)


def show_dataset(state: PageState, dataset: Dataset, gesture: int) -> None:
    """Begin the run that all settings say of a dataset: one that waits for the play-head is among them.

    Parameters
    ----------
    state : PageState
        Changed in place.
    dataset : Dataset
    gesture : int
        As `PageState.show` takes it.

    Raises
    ------
    nncore.errors.NeuralNetworkError
        If the settings do not suit it; what is on the screen stays.
    """
    state.show(build_experiment(dataset, state.open.values), gesture)
    state.wanted = None
