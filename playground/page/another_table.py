"""Whether the table that has something to mend is another one than the run on the screen has learnt."""

from __future__ import annotations

from collections.abc import Sequence

from nncore.data.dataset import Dataset
from playground.page.open_document import OpenDocument
from playground.tables.column import Column
from playground.tables.encoding import decoded_rows, encoded_columns
from playground.tables.table import read_table


def shows_another_table(here: OpenDocument) -> bool:
    """Return whether no row beside the run's answers is one that it has learnt: then none of them may stand there.

    As long as there is nothing to mend the run is that of the table. How a number is written does not count.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> from playground.page.page_state import PageState
    >>> shows_another_table(PageState(gallery()[0]).open)
    False
    """
    if not here.stale:
        return False
    dataset = here.run.experiment.dataset
    columns = here.document().columns
    if [(one.name, one.role) for one in here.columns] != [(one.name, one.role) for one in columns]:
        return True
    lines = here.row_numbers[0]
    if len(lines) != dataset.samples:  # where the rows of a table with something to mend are is not told
        lines = range(1, dataset.samples + 1)
    table = here.tables["training"]
    return not table.answers.of(_has_a_row_of, table.cells, columns, dataset, lines)


def _has_a_row_of(
    cells: Sequence[Sequence[object]], columns: Sequence[Column], dataset: Dataset, lines: Sequence[int]
) -> bool:
    """Return whether a row that can be read stands in the line in which it was learnt."""
    to_mend = {problem.row for problem in read_table(cells, columns).problems}
    left = read_table([[] if line in to_mend else row for line, row in enumerate(cells, start=1)], columns)
    read = dict(zip(left.row_numbers, left.rows, strict=True))
    known = decoded_rows(encoded_columns(columns), dataset.inputs, dataset.targets)
    return any(read.get(line) == tuple(row) for line, row in zip(lines, known, strict=True))
