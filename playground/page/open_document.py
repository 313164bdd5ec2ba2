"""What is open on a page while somebody works on it: tables as they are typed, settings, and the run they lead to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from nncore.data.derived_columns import DerivedColumn
from nncore.experiment.fingerprint import Fingerprint
from nncore.generators.recipe import Recipe
from playground.document.chart_choices import ChartChoices
from playground.document.document import Document
from playground.document.run_lengths import lengths_before
from playground.document.said_of_table import without_what_is_untrue
from playground.document.typed_table import TypedTable
from playground.document.undo_entry import UndoEntry
from playground.page.grid_paste import GridPaste
from playground.page.known_findings import KnownFindings
from playground.page.learnt_table import LearntTable
from playground.page.sent_weights import SentWeights
from playground.player.protocol.viewpoint import Viewpoint, WentTo
from playground.runs.live_run import LiveRun
from playground.tables.column import Column
from playground.tables.edited_table import EditedTable
from playground.tables.table import read_table
from playground.tables.table_dataset import with_words
from playground.tables.typed_dataset import typed_dataset

WHY_RUNS_DIFFER = "Another processor, or another version, rounds differently, and a long run can magnify that."


@dataclass
class OpenDocument:
    """A document that is being worked on; it always has a run.

    Attributes
    ----------
    origin : Document
        What was opened.
    opening : int
        Another number whenever something is opened.
    values : dict
        One for each setting, as the sidebar shows them.
    tables : dict of EditedTable
        "training", "test" and "situation".
    columns : tuple of Column
        Of these tables.
    derived : tuple of DerivedColumn
        Inputs that the page derives from its columns; those that are learnt from stand in the run's dataset.
    learnt : LearntTable
        The columns that were read last.
    refused : dict
        By the name of a setting, why what stands in its field is not taken; its value before is in force.
    typed_settings : dict of str to str
        By the name of a setting, what stands in its field from the first, where that is not its value.
    run, before : LiveRun, LiveRun or None
        The run on the screen and the one that was there before.
    choices : ChartChoices
    viewpoint : Viewpoint
        What somebody looks at, as far as the player has told.
    row_numbers : (sequence of int, sequence of int)
        Which rows of the training and the test editor the run's rows are.
    rows_have_moved : bool
        Whether rows came or went since `row_numbers` was told.
    is_another_table : bool
        Whether the training table was replaced, and what takes its place has not been learnt from yet.
    situation : tuple of float or None
        The row that is asked about, if it can be read.
    stale : str
        Why the run belongs to another table or other settings than the page shows; empty if it does not.
    what_changed : str
        Why the run is another one than before; empty if it goes on.
    went_to : WentTo or None
        How *Undo* or *Redo* has come to the run; None if it was begun otherwise.
    grid_paste : GridPaste or None
        What was pasted into a table and did not fit it.
    findings : KnownFindings or None
        What was found when the tables were checked last.
    generated : Recipe or None
        Of the training table as it was generated last; the document has it as long as no row is another one.
    sent : Fingerprint or None
        What the run of what was opened had come to where that was made.
    sent_weights : SentWeights or None
        The trained weights in the file that was opened, if there are any.
    show_scaled : bool
        Whether the inputs are shown as the network sees them, where they are scaled.
    lengthened : mapping of int to int
        How many epochs a run had that was changed at its last one, by how many it has had since; a typed length ends it.
    first_names : mapping of str to str
        By the name of a column that was renamed, its first one: its buttons are known by that, so that a click that is on
        the way while it is renamed still finds them.
    """

    origin: Document
    opening: int
    values: dict[str, Any]
    tables: dict[str, EditedTable]
    columns: tuple[Column, ...]
    derived: tuple[DerivedColumn, ...]
    learnt: LearntTable
    run: LiveRun
    choices: ChartChoices
    viewpoint: Viewpoint
    situation: tuple[float, ...] | None = None
    before: LiveRun | None = None
    row_numbers: tuple[Sequence[int], Sequence[int]] = field(default=((), ()))
    rows_have_moved: bool = False
    is_another_table: bool = False
    stale: str = ""
    refused: dict[str, str] = field(default_factory=dict)
    typed_settings: dict[str, str] = field(default_factory=dict)
    what_changed: str = ""
    went_to: WentTo | None = None
    grid_paste: GridPaste | None = None
    findings: KnownFindings | None = None
    generated: Recipe | None = None
    sent: Fingerprint | None = None
    sent_weights: SentWeights | None = None
    show_scaled: bool = False
    lengthened: Mapping[int, int] = field(default_factory=dict)
    first_names: Mapping[str, str] = field(default_factory=dict)

    @property
    def came_out_differently(self) -> str:
        """How the run that was opened came out differently here, in a sentence; empty if it did not, or is not on the screen."""
        here = self.run.fingerprint
        difference = here.difference(self.sent) if here is not None and self.sent is not None else ""
        return (
            difference
            and f"This run came out differently here than where it was sent from: {difference}. {WHY_RUNS_DIFFER}"
        )

    @property
    def weights_not_reached(self) -> str:
        """How the file that was opened holds other trained weights than its run has, in a sentence; empty if it does not."""
        return "" if self.sent_weights is None else self.sent_weights.not_reached(self.run)

    def shown(self) -> tuple[object, ...]:
        """Return what the player shows of it, as far as tables and settings decide that."""
        return self.run, self.document(), self.row_numbers, self.stale

    def see_what_is_typed(self, what_changed_in: Callable[[str], object]) -> None:
        """Take in what the editors say was changed, by their keys, before something else is done."""
        for name, table in self.tables.items():
            self.rows_have_moved |= table.see(what_changed_in(f"{name}_{table.key}"))

    def document(self) -> Document:
        """Return what the run on the screen, and what is looked at, would be opened with again; its title is true of it."""
        experiment, viewpoint = self.run.experiment, self.viewpoint
        dataset, sizes = experiment.dataset, experiment.architecture.layer_sizes
        epoch, neuron, worked, surface = viewpoint.epoch, viewpoint.neuron, viewpoint.worked, viewpoint.surface
        count = experiment.architecture.parameter_count
        play_head = None if epoch is None or epoch >= self.run.last_epoch else epoch
        is_there = neuron is not None and neuron[0] < len(sizes) and neuron[1] < sizes[neuron[0]]
        fits = self.situation is not None and len(self.situation) == dataset.input_count
        learnt = self.learnt.of(dataset)
        shown = replace(
            self.origin,
            experiment=experiment,
            situation=self.situation if fits else None,
            charts=self.choices,
            threshold=None if dataset.classes is None else self.run.threshold,
            chosen_row=viewpoint.row if viewpoint.row < dataset.samples else 0,
            chosen_neuron=neuron if is_there else None,
            worked_parameter=worked if worked is not None and worked < count else None,
            surface_parameters=surface if surface is not None and max(surface) < count else None,
            panel=viewpoint.panel,
            show_code=viewpoint.shows_code,
            hide_future=None if (hides := viewpoint.hides_future) is (play_head == 0) else hides,
            play_head=play_head,
            columns=learnt.columns,
            ignored=learnt.ignored,
            fingerprint=self.run.fingerprint,
            generated=self.generated,
            show_scaled=self.show_scaled,
            shorter_before=lengths_before(experiment.epochs, self.lengthened),
            unfinished=None,
        )
        return without_what_is_untrue(shown, self.origin)

    @property
    def title(self) -> str:
        """What is open is called: as its run, unless that is not yet one of the table because this has something to mend."""
        document = self.document()
        is_another_table = bool(self.stale) and bool(typed_dataset(self.columns, self.tables).training.problems)
        return "" if is_another_table and document.lesson is None else document.title

    @property
    def shows_scaled(self) -> bool:
        """Whether the run on the screen is shown with scaled inputs."""
        return self.show_scaled and self.run.experiment.input_scaling != "none"

    def entry(self) -> UndoEntry:
        """Return all that is needed to come back to where the page stands."""
        typed = {
            name: TypedTable.of(table.typed, table.validation, table.complete_rows)
            for name, table in self.tables.items()
        }
        values = dict(self.values)
        stands = self.columns, self.derived, self.lengthened
        return UndoEntry(self.document(), self.origin, self.opening, values, typed, *stands)

    def put_back(self, entry: UndoEntry) -> bool:
        """Put on the page what was typed, in the columns of an entry, and return whether settings are others now."""
        typed = self.entry().typed
        switches = self.show_scaled != entry.document.show_scaled
        for name, table in self.tables.items():
            if typed[name] != entry.typed[name] or switches:
                table.put(entry.typed[name].frame(), entry.typed[name].validation, entry.typed[name].complete)
        are_others = self.values != entry.values or bool(self.refused) or switches
        if are_others:
            self.values, self.show_scaled = dict(entry.values), entry.document.show_scaled
            self.typed_settings = {}
        self.columns, self.derived = entry.columns, entry.derived_inputs
        self.row_numbers = self._lines_of_rows("training"), self._lines_of_rows("test")
        self.rows_have_moved = self.is_another_table = False
        self.learnt = LearntTable(entry.document.columns, entry.document.ignored)
        self.generated = entry.document.generated or self.generated
        self.lengthened = entry.lengthened
        self.situation = entry.document.situation
        self.stale = ""
        self.grid_paste = None
        return are_others

    def _lines_of_rows(self, name: str) -> tuple[int, ...]:
        """Return which lines of a table are rows; none as long as it has something to mend."""
        table = self.tables[name]
        complete = table.complete_rows
        training = self.tables["training"].cells
        columns = with_words(self.columns, training, complete if name == "training" else None)
        return read_table(table.cells, columns, complete_rows=complete).row_numbers

    def stand_as_left(self, entry: UndoEntry, other: LiveRun, *, is_back: bool) -> None:
        """Have the threshold of an entry, and the play-head where it stood when that was left, if another run was shown."""
        document = entry.document
        if document.threshold is not None:
            self.run.set_threshold(document.threshold)
        if self.run is not other:
            self.viewpoint = replace(self.viewpoint, epoch=document.play_head)
            self.went_to = WentTo(document.play_head, is_back)
