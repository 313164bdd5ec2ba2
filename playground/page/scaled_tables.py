"""The tables with their inputs as the network sees them, and whether the page shows those in place of what was typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from nncore.data.dataset import Table
from nncore.data.scaler import Scaler
from nncore.data.scaling import fit_scaler
from nncore.errors import NeuralNetworkError
from nncore.number_text import number_text
from playground.page.page_state import PageState
from playground.tables.derived_inputs import with_derived_inputs
from playground.tables.table import TableReading, cell_text
from playground.tables.table_dataset import DatasetReading, read_dataset

DIGITS = 4

Lines = Mapping[str, list[list[str]]]


def can_be_scaled(state: PageState) -> bool:
    """Whether the page's settings scale the inputs."""
    return bool(state.open.values["input_scaling"] != "none")


def show_scaled(state: PageState, wanted: bool) -> None:
    """Have the inputs shown as the network sees them, or as they were typed; that can be taken back.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> state = PageState(next(document for document in gallery() if document.title.startswith("Article 2")))
    >>> show_scaled(state, True)
    >>> state.open.document().show_scaled, state.undo_what
    (True, 'raw or scaled inputs')
    """
    with state.lock:
        for table in state.open.tables.values():
            table.put(table.typed)
        state.open.show_scaled = wanted
        if not state.open.stale and state.wanted is None:
            state.settle()
        state.page_is_old = True


def scaled_tables(state: PageState) -> Mapping[str, pd.DataFrame]:
    """Return what stands in place of the editors, by "training" and "test", line for line.

    Inputs have the network's columns: derived ones, and one for each word, too. Targets stand as they were typed, as outputs
    are in their unit. Empty where numbers are shown as they were typed, and as long as a table has something to mend.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> state = PageState(next(document for document in gallery() if document.title.startswith("Article 2")))
    >>> scaled_tables(state)
    {}
    >>> show_scaled(state, True)
    >>> scaled_tables(state)["test"].iloc[2].tolist()  # 0, 1, 10, by the test rows' own range
    ['0', '1', '1', '0']
    """
    here = state.open
    if not here.show_scaled or not can_be_scaled(state):
        return {}
    cells = {name: here.tables[name].cells for name in ("training", "test")}
    reading = read_dataset(here.columns, cells["training"], cells["test"])
    if reading.dataset is None:
        return {}
    try:
        names, scaled = _scaled_inputs(state, reading)
    except NeuralNetworkError:  # the page says why
        return {}
    targets = [place for place, column in enumerate(here.columns) if column.its_role.side == "targets"]
    shown = [*names, *_free_names([here.columns[place].name for place in targets], names)]
    read = {"training": reading.training, "test": reading.test}
    return {name: _frame(shown, targets, cells[name], read[name], scaled.get(name, [])) for name in cells}


def _scaled_inputs(state: PageState, reading: DatasetReading) -> tuple[tuple[str, ...], Lines]:
    """Return the network's inputs by name, and those of both tables, scaled as the page's settings say."""
    here = state.open
    assert reading.dataset is not None
    numbers = reading.training.row_numbers, reading.test.row_numbers if reading.test else ()
    dataset = with_derived_inputs(reading.dataset, here.derived, numbers)
    kind, is_own = here.values["input_scaling"], here.values["test_scaling"] == "own"
    scaler = fit_scaler(kind, dataset.all_inputs)
    scaled = {"training": _scaled(scaler, dataset.all_inputs)}
    asked = dataset.all_test_inputs
    if asked is not None:
        scaled["test"] = _scaled(fit_scaler(kind, asked) if is_own else scaler, asked)
    return dataset.all_input_names, scaled


def _scaled(scaler: Scaler, inputs: Table) -> list[list[str]]:
    return [[number_text(value, DIGITS) for value in row] for row in scaler.transform(inputs).tolist()]


def _frame(
    names: Sequence[str],
    targets: Sequence[int],
    cells: Sequence[Sequence[object]],
    reading: TableReading | None,
    scaled: Sequence[Sequence[str]],
) -> pd.DataFrame:
    lines = [[""] * len(names) for _ in cells]
    for number, inputs in zip(reading.row_numbers if reading else (), scaled, strict=True):
        lines[number - 1] = [*inputs, *(cell_text(cells[number - 1][place]) for place in targets)]
    return pd.DataFrame(lines, columns=list(names), dtype=object)


def _free_names(targets: Sequence[str], inputs: Sequence[str]) -> list[str]:
    return [f"{name} (target)" if name in inputs else name for name in targets]
