"""A table with words and an ignored column, whose rare class a short run ignores."""

from dataclasses import replace

from playground.document import Document
from playground.tables.column import Column
from playground.tables.table_dataset import IgnoredCells

from ..nncore.diagnosis.failed_experiments import SHOWING

WELL, ILL = 95, 5


def patients() -> Document:
    """Return 95 patients who are well and then five who are ill, each with a number that nobody learns from."""
    failed = SHOWING["one_class_ignored"]()
    names = ("well", "ill")
    table = replace(failed.dataset, target_names=["health"], class_names=names)
    columns = (Column("input 1"), Column("input 2"), Column("health", "target", names), Column("id", "ignored"))
    numbers = IgnoredCells(tuple((f"no. {row}",) for row in range(WELL + ILL)))
    return Document(replace(failed, dataset=table), title="Patients", columns=columns, ignored=numbers)
