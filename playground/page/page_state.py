"""What one open page remembers: its tables, its settings, the run on the screen, the one before, and how it came there.

Knows nothing of Streamlit; `session` keeps one of these for each page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from threading import RLock
from typing import Any

import pandas as pd

from nncore.data.dataset import Dataset
from nncore.experiment.experiment import Experiment
from playground.gallery import GalleryItem
from playground.player.protocol.request import ChartChoices, Request
from playground.runs.branching import followed, what_changed
from playground.runs.budget import Budget
from playground.runs.live_run import LiveRun
from playground.runs.opening_runs import opening_run
from playground.settings.build import settings_of
from playground.settings.settings import DEFAULTS
from playground.tables.edited_table import EditedTable, joined_rows, text_table

FIRST_SLICE = 0.25
"""Seconds of work on a page that is drawn anew, most of it training what was changed: most runs are finished by then."""

MOST_STEPS = 100
"""How far back one can go."""

TABLES = ("training", "test", "situation")


@dataclass(frozen=True)
class Step:
    """Where a page stood: all that is needed to go back there."""

    experiment: Experiment
    values: Mapping[str, Any]
    tables: Mapping[str, pd.DataFrame]

    def is_where(self, other: Step) -> bool:
        """Whether two steps show the same run and ask it the same; how a number is typed does not count."""
        return self.experiment == other.experiment and self.tables["situation"].equals(other.tables["situation"])


@dataclass
class PageState:
    """Everything a page remembers besides its widgets.

    Attributes
    ----------
    item : GalleryItem
        What was opened.
    values : dict
        One for each setting, as the sidebar shows them.
    refused : dict
        By the name of a setting, why what stands in its field is not taken; its value before is in force.
    tables : dict of EditedTable
        By the names in `TABLES`.
    opened : int
        Another number whenever something is opened; the player knows it by that, and 0 is nothing.
    settings_key : int
        Part of the keys of the settings' widgets: another one makes new widgets, which show `values`.
    row_numbers : (sequence of int, sequence of int)
        Which rows of the training and the test editor the run's rows are.
    run, before : LiveRun or None
    stale : bool
        Whether the run belongs to another table or other settings than the page shows, because those have to be mended.
    wanted, question : Experiment or None, int
        What settings say, if it depends on the play-head what becomes of the run; and under which number that is asked.
    steps : list of Step
        What can be taken back, oldest first.
    commands_done, gesture : int
        The number of the last command, and the gesture it belongs to.
    page_is_old, player_seen : bool
        Whether something outside the player has to be drawn anew; whether the player has ever asked for anything.
    budget : Budget
        How long may still be worked for what is being answered.
    worked_at : int or None
        The epoch at which a weight has just been changed: there the play-head stands, and exact numbers are wanted.
    """

    item: GalleryItem
    values: dict[str, Any]
    tables: dict[str, EditedTable]
    opened: int = 1
    settings_key: int = 0
    refused: dict[str, str] = field(default_factory=dict)
    row_numbers: tuple[Sequence[int], Sequence[int]] = ((), ())
    run: LiveRun | None = None
    before: LiveRun | None = None
    stale: bool = False
    request: Request | None = None
    choices: ChartChoices = field(default_factory=ChartChoices)
    what_changed: str = ""
    wanted: Experiment | None = None
    question: int = 0
    steps: list[Step] = field(default_factory=list)
    standing: Step | None = None
    commands_done: int = 0
    gesture: int = 0
    page_is_old: bool = False
    player_seen: bool = False
    worked_at: int | None = None
    runs: int = 0
    keys: int = 0
    replies: int = 0
    budget: Budget = field(default_factory=lambda: Budget(FIRST_SLICE))
    described: tuple[int, int] = (0, 0)
    # Where Streamlit is told to be fast it runs two scripts of one page at once.
    lock: AbstractContextManager[Any] = field(default_factory=RLock)

    def new_key(self) -> int:
        """Return a key that no widget has had."""
        self.keys += 1
        return self.keys

    def begin(self) -> None:
        """Let the page be drawn from the top, with all that was changed from inside the player."""
        self.page_is_old = False
        if self.request is None:
            self.budget = Budget(FIRST_SLICE)
        for table in self.tables.values():
            if table.is_old:
                table.renew(self.new_key())

    def follow(self, wanted: Experiment, row_numbers: tuple[Sequence[int], Sequence[int]]) -> None:
        """Bring on the screen what settings and tables say; if that depends on the play-head, ask where it stands."""
        with self.lock:
            self.stale = False
            self.row_numbers = row_numbers
            with self.budget.spending():
                self._follow(wanted)

    def forget_before(self) -> None:
        """Let the run before go."""
        self.before = None

    def _follow(self, wanted: Experiment) -> None:
        experiment = wanted if self.run is None else followed(self.run.experiment, wanted)
        if experiment is None and not self.player_seen:
            experiment = wanted
        if experiment is not None:
            self.wanted = None
            self.show(experiment)
            self.settle()
        elif self.wanted != wanted:
            self.wanted = wanted
            self.question += 1

    def show(self, experiment: Experiment, gesture: int | None = None) -> None:
        """Begin another run if it is another experiment; the run that was on the screen stays as the one before.

        During a gesture that goes on, the one before is the run from before the gesture.
        """
        if self.run is not None and self.run.experiment == experiment:
            return
        old = self.run
        if gesture is None or gesture != self.gesture:
            self.before = old
        self.what_changed = what_changed(None if old is None else old.experiment, experiment)
        self.runs += 1
        if old is None:
            self.run = opening_run(self.runs, experiment, self.budget.for_training)
        else:
            self.run = LiveRun(self.runs, experiment, old)
        self.run.advance(experiment.epochs, self.budget.for_training)

    def settle(self, gesture: int | None = None) -> None:
        """Note where the page stands now; the step that led here can be taken back, one gesture as one step."""
        assert self.run is not None
        tables = {name: table.typed for name, table in self.tables.items()}
        old, self.standing = self.standing, Step(self.run.experiment, dict(self.values), tables)
        if old is None or old.is_where(self.standing):
            return
        if gesture is None or gesture != self.gesture:
            self.steps = [*self.steps, old][-MOST_STEPS:]
        elif self.steps and self.steps[-1].is_where(self.standing):
            # A drag that leads back to where it began, as Escape does, is nothing to undo.
            self.standing, gesture = self.steps.pop(), None
        self.gesture = gesture or 0

    @property
    def can_go_back(self) -> bool:
        """Whether there is anything to take back: a step, or what has to be mended."""
        return bool(self.steps) or (self.stale and self.standing is not None)

    def go_back(self) -> None:
        """Take the last step back: tables, settings and run are as they were.

        What has to be mended has never become a step: of that the page goes back to the run that is on the screen.
        """
        if self.stale and self.standing is not None:
            step = self.standing
        elif self.steps:
            step = self.steps.pop()
        else:
            return
        for name, table in self.tables.items():
            if not table.typed.equals(step.tables[name]):
                table.put(step.tables[name])
        if self.values != step.values or self.refused:
            self.values = dict(step.values)
            self.settings_key = self.new_key()
        self.wanted = None
        self.stale = False
        self.page_is_old = True
        if self.run is None or self.run.experiment != step.experiment:
            known = self.before
            if known is not None and known.experiment == step.experiment:
                if self.run is not None:
                    known.set_threshold(self.run.threshold)
                self.run, self.before = known, self.run
            else:
                self.show(step.experiment)
        self.what_changed = ""
        self.standing = step
        self.gesture = 0


def opened(item: GalleryItem, old: PageState | None = None) -> PageState:
    """Return the page on which something has just been opened.

    Parameters
    ----------
    item : GalleryItem
    old : PageState, optional
        The page as it was: what the player and the widgets count by goes on, so that nothing new is taken for something
        they know.
    """
    dataset = item.experiment.dataset
    columns = [*dataset.input_names, *dataset.target_names]
    state = PageState(
        item=item,
        values={**DEFAULTS, **settings_of(item.experiment)},
        tables={},
        choices=ChartChoices(measure=item.measure),
    )
    if old is not None:
        state.opened = old.opened + 1
        state.keys, state.runs, state.replies, state.question = old.keys, old.runs, old.replies, old.question
        state.commands_done, state.player_seen = old.commands_done, old.player_seen
    cells = (
        text_table(_rows(dataset, test=False), columns),
        text_table(_rows(dataset, test=True), columns),
        text_table([item.new_situation], dataset.input_names),
    )
    state.tables = {name: EditedTable(table, state.new_key()) for name, table in zip(TABLES, cells, strict=True)}
    state.settings_key = state.new_key()
    return state


def _rows(dataset: Dataset, *, test: bool) -> list[list[float]]:
    inputs = dataset.test_inputs if test else dataset.inputs
    targets = dataset.test_targets if test else dataset.targets
    if inputs is None or targets is None:
        return []
    return joined_rows(inputs, targets)
