"""What a run learns from, as far as its dataset does not say it: columns with their words, and cells that it leaves out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from nncore.data.dataset import Dataset
from playground.tables.column import Column
from playground.tables.edited_table import EditedTable
from playground.tables.encoding import describe_dataset
from playground.tables.table_dataset import IgnoredCells
from playground.tables.written_table import written_tables


@dataclass(frozen=True)
class LearntTable:
    """What a run learns from, as far as its dataset does not say it.

    Attributes
    ----------
    columns : tuple of Column
    ignored : IgnoredCells
    """

    columns: tuple[Column, ...] = ()
    ignored: IgnoredCells = field(default_factory=IgnoredCells)

    def of(self, dataset: Dataset) -> LearntTable:
        """Return it if it is that of a dataset, else what a dataset says by itself."""
        rows = dataset.samples, 0 if dataset.test_inputs is None else len(dataset.test_inputs)
        has_ignored = any(column.its_role.side is None for column in self.columns)
        same_rows = not has_ignored or (len(self.ignored.training), len(self.ignored.test)) == rows
        return self if same_rows and describe_dataset(self.columns, dataset) else LearntTable()

    def is_typed(self, dataset: Dataset, columns: Sequence[Column], tables: Mapping[str, EditedTable]) -> bool:
        """Return whether a dataset that it is learnt from stands in a page's columns and tables as it was put there."""
        learnt = self.of(dataset)
        if learnt.columns != tuple(columns):
            return False
        written = written_tables(learnt.columns, dataset, learnt.ignored, None)
        return all(written[name].values.tolist() == tables[name].cells for name in ("training", "test"))
