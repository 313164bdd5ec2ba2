"""What a run learns from, as far as its dataset does not say it: columns with their words, and cells that it leaves out."""

from __future__ import annotations

from dataclasses import dataclass, field

from nncore.data.dataset import Dataset
from playground.tables.column import Column
from playground.tables.encoding import describe_dataset
from playground.tables.table_dataset import IgnoredCells


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
