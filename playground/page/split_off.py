"""Split rows off the training table, to test by: a change that is taken back at once."""

from __future__ import annotations

import pandas as pd

from nncore.data.held_out_rows import held_out_rows
from nncore.errors import TableError
from playground.page.page_state import PageState


def split_off(state: PageState, share: float, seed: int) -> int:
    """Move rows from the training table to the end of the test table, as they were typed, each class giving its share.

    Parameters
    ----------
    state : PageState
        Changed in place: both tables are shown anew.
    share : float
        Of the training rows, more than 0 and less than 1.
    seed : int
        Decides which.

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
        if here.stale:
            raise TableError("Mend the tables first: no rows can be split off as long as one cannot be read.")
        dataset = here.run.experiment.dataset
        classes = dataset.classes
        groups = [0] * dataset.samples if classes is None else classes.of_targets(dataset.targets).tolist()
        rows = held_out_rows(groups, share, seed)
        training, test = here.tables["training"], here.tables["test"]
        # Lines in which nothing stands are no rows of the dataset.
        numbers = here.row_numbers[0] or range(1, dataset.samples + 1)
        lines = [numbers[row] - 1 for row in rows]
        cells = training.typed.values.tolist()
        rows_of_test = [*test.filled_rows, *(cells[line] for line in lines)]
        test.put(pd.DataFrame(rows_of_test, columns=training.typed.columns, dtype=object))
        training.put(training.typed.drop(index=training.typed.index[lines]))
        state.page_is_old = True
        return len(rows)
