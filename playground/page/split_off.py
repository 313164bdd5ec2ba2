"""Split rows off the training table, to test by or to be watched by a stop rule: a change that is taken back at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from nncore.data.dataset import Dataset
from nncore.data.held_out_rows import held_out_rows
from nncore.errors import TableError
from playground.page.page_state import PageState
from playground.tables.column import Column, word_of
from playground.tables.edited_table import EditedTable
from playground.tables.kept_values import Cells, Values, values_in, with_values_kept
from playground.tables.table import cell_text
from playground.tables.table_dataset import read_dataset


def split_off(state: PageState, share: float, seed: int, *, validation: bool = False) -> int:
    """Move rows from the training table to the end of the test table, as they were typed, each class giving its share.

    Of every word one row stays in the training table: among the test rows nothing would be known of it. A number that means
    something else beside other numbers is written such that it keeps its value.

    Parameters
    ----------
    state : PageState
        Changed in place: both tables are shown anew.
    share : float
        Of the training rows, more than 0 and less than 1.
    seed : int
        Decides which.
    validation : bool
        Whether they are validation rows.

    Returns
    -------
    int
        How many.

    Raises
    ------
    nncore.errors.NeuralNetworkError
        If that is not possible; the tables stay.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> state = PageState(gallery()[0])
    >>> split_off(state, 0.25, 1), len(state.open.tables["training"].typed), len(state.open.tables["test"].typed)
    (1, 3, 1)
    """
    with state.lock:
        here = state.open
        training, test = here.tables["training"], here.tables["test"]
        columns, cells, test_cells = here.columns, training.cells, test.filled_rows
        # Of the tables as they stand: the run may still be that of other ones, or of other settings, as when a stop rule
        # waits for the validation rows that are split off here.
        reading = read_dataset(columns, cells, test_cells, complete_rows=(training.complete_rows, None))
        if reading.dataset is None:
            raise TableError("Mend the tables first: no rows can be split off as long as one cannot be read.")
        numbers = reading.training.row_numbers
        rows = held_out_rows(
            _groups(reading.dataset), share, seed, [_words(cells[number - 1], columns) for number in numbers]
        )
        state.keep_what_is_to_be_mended()
        lines = {numbers[row] - 1 for row in rows}
        values, test_values = values_in(cells, columns), values_in(test_cells, columns)
        _put(training, columns, *_at(cells, values, (line for line in range(len(cells)) if line not in lines)))
        moved, moved_values = _at(cells, values, sorted(lines))
        watched = [
            *test.filled_validation,
            *(range(len(test_cells), len(test_cells) + len(moved)) if validation else ()),
        ]
        _put(test, columns, [*test_cells, *moved], [*test_values, *moved_values], watched)
        state.page_is_old = True
        return len(rows)


def _groups(dataset: Dataset) -> list[int]:
    classes = dataset.classes
    return [0] * dataset.samples if classes is None else classes.of_targets(dataset.targets).tolist()


def _words(row: Sequence[object], columns: Sequence[Column]) -> list[tuple[int, str]]:
    return [
        (place, word_of(cell_text(row[place])))
        for place, column in enumerate(columns)
        if column.words is not None and column.its_role.side is not None
    ]


def _at(cells: Cells, values: Values, lines: Iterable[int]) -> tuple[Cells, Values]:
    kept = list(lines)
    return [cells[line] for line in kept], [values[line] for line in kept]


def _put(
    table: EditedTable, columns: Sequence[Column], cells: Cells, values: Values, validation: Sequence[int] = ()
) -> None:
    kept = with_values_kept(cells, columns, values)
    table.put(pd.DataFrame(kept, columns=table.typed.columns, dtype=object), validation)


def make_test_rows(state: PageState) -> None:
    """Have the validation rows as test rows, where they stand.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> state = PageState(gallery()[0])
    >>> split_off(state, 0.25, 1, validation=True), state.open.tables["test"].validation
    (1, (0,))
    >>> make_test_rows(state)
    >>> state.open.tables["test"].validation
    ()
    """
    with state.lock:
        test = state.open.tables["test"]
        test.put(test.typed, ())
        state.page_is_old = True
