"""Where a page stood: its document, and what was typed to get there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from numpy.typing import NDArray

from nncore.data.dataset import Dataset
from nncore.data.derived_columns import DerivedColumn
from playground.document.document import Document
from playground.document.typed_table import TypedTable
from playground.tables.column import Column

Tables = Mapping[str, NDArray[Any] | None]

_DATASET_NAMES = ("input_names", "target_names", "class_names", "derived", "validation_rows")
_DATASET_TABLES = ("inputs", "targets", "test_inputs", "test_targets")


@dataclass(frozen=True, eq=False)
class UndoEntry:
    """All that is needed to go back to where a page stood.

    A document holds numbers. What somebody typed is more: "0,5" instead of 0.5, a row that is not yet complete, the width
    of a layer that is hidden at the moment. None of it decides a number, and none of it may be lost by going back.

    Attributes
    ----------
    document : Document
    origin : Document
        What was opened; the way back beside the list opens it again.
    opening : int
        Another number whenever something was opened.
    values : mapping
        What the sidebar says, hidden settings included.
    typed : mapping of str to TypedTable
        The tables as they were typed, by their names on the page.
    columns : tuple of Column
        Of these tables; those of the document if they are left out.
    derived : tuple of DerivedColumn, optional
        Inputs that the page derives from them; those of the document if they are left out.
    lengthened : mapping of int to int
        How many epochs a run had that was changed at its last one, by how many it has had since.
    """

    document: Document
    origin: Document
    opening: int
    values: Mapping[str, Any]
    typed: Mapping[str, TypedTable]
    columns: tuple[Column, ...] = ()
    derived: tuple[DerivedColumn, ...] | None = None
    lengthened: Mapping[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "columns", self.columns or self.document.columns)

    @property
    def derived_inputs(self) -> tuple[DerivedColumn, ...]:
        """What the page derives from its columns, whether or not a run has learnt from it yet."""
        return self.document.experiment.dataset.derived if self.derived is None else self.derived

    def shows_the_same(self, other: UndoEntry) -> bool:
        """Whether two entries show the same run, question and judgement; of what is typed only the rows are counted."""
        return (
            self.document.experiment == other.document.experiment
            and self.document.threshold == other.document.threshold
            and self.document.show_scaled == other.document.show_scaled
            and self.columns == other.columns
            # A row that is not yet whole is learnt by no run: taken back, it takes nothing along that has been learnt.
            and all(len(self.typed[name].cells) == len(other.typed[name].cells) for name in ("training", "test"))
            and self.typed["situation"] == other.typed["situation"]
            and (self.opening == other.opening or self.document == other.document)
        )

    def says_the_same(self, other: UndoEntry) -> bool:
        """Whether the same is typed into the tables and set beside them; the documents may differ."""
        return (self.typed, self.columns, self.values, self.derived_inputs) == (
            other.typed,
            other.columns,
            other.values,
            other.derived_inputs,
        )

    def left_at(self, epoch: int | None) -> UndoEntry:
        """Return the entry with the play-head at an epoch; None is the end of the run."""
        play_head = None if epoch is None or epoch >= self.document.experiment.epochs else epoch
        return replace(self, document=replace(self.document, play_head=play_head))

    def in_parts(self) -> tuple[dict[str, Any], Tables]:
        """Return the entry as its small parts, by name, and its tables of many rows."""
        experiment = self.document.experiment
        dataset = experiment.dataset
        parts = {f"document.{field.name}": getattr(self.document, field.name) for field in fields(Document)}
        parts |= {f"experiment.{field.name}": getattr(experiment, field.name) for field in fields(experiment)}
        del parts["document.experiment"], parts["experiment.dataset"]
        names = {name: getattr(dataset, name) for name in _DATASET_NAMES}
        parts |= {"names": names, "origin": self.origin, "opening": self.opening, "columns": self.columns}
        parts |= {"derived": self.derived_inputs, "lengthened": self.lengthened}
        parts |= {"values": self.values, "validation": {name: table.validation for name, table in self.typed.items()}}
        parts["complete"] = {name: table.complete for name, table in self.typed.items()}
        parts["typed_columns"] = {name: table.columns for name, table in self.typed.items()}
        tables = {name: getattr(dataset, name) for name in _DATASET_TABLES}
        return parts, {**tables, **{f"typed.{name}": table.cells for name, table in self.typed.items()}}

    def rebuilt(self, parts: Mapping[str, Any], tables: Tables) -> UndoEntry:
        """Return the entry of other parts and tables; what is the same as here is shared."""
        old_parts, old_tables = self.in_parts()
        dataset = self.document.experiment.dataset
        if parts["names"] != old_parts["names"] or any(
            tables[name] is not old_tables[name] for name in _DATASET_TABLES
        ):
            dataset = _dataset(parts["names"], tables)
        experiment = replace(self.document.experiment, dataset=dataset, **_of("experiment.", parts))
        typed = {}
        for name, columns in parts["typed_columns"].items():
            cells = tables[f"typed.{name}"]
            assert cells is not None
            known = self.typed[name]
            stands = columns, parts["validation"][name], parts["complete"][name]
            shared = cells is known.cells and stands == (known.columns, known.validation, known.complete)
            typed[name] = known if shared else TypedTable(columns, cells, *stands[1:])
        document = Document(experiment, **_of("document.", parts))
        derived = parts["derived"]
        page = parts["columns"], derived, parts["lengthened"]
        return UndoEntry(document, parts["origin"], parts["opening"], parts["values"], typed, *page)


def _of(prefix: str, parts: Mapping[str, Any]) -> dict[str, Any]:
    return {name.removeprefix(prefix): value for name, value in parts.items() if name.startswith(prefix)}


def _dataset(names: Mapping[str, Any], tables: Tables) -> Dataset:
    inputs, targets = (tables[name] for name in _DATASET_TABLES[:2])
    assert inputs is not None
    assert targets is not None
    return Dataset(inputs, targets, test_inputs=tables["test_inputs"], test_targets=tables["test_targets"], **names)
