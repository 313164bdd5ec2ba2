"""What one open page remembers: what is open on it, what can be taken back, and what it counts by.

Knows nothing of Streamlit; `session` keeps one of these for each page.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from threading import RLock
from typing import Any

from nncore.experiment.experiment import Experiment
from playground.document import Document
from playground.document.link import LinkToDocument
from playground.document.undo_entry import UndoEntry
from playground.document.undo_history import UndoHistory
from playground.gallery import gallery
from playground.page.open_box import OpenBox
from playground.page.open_document import OpenDocument
from playground.page.open_entry import entry_of, open_entry
from playground.page.opening_runs import opening_run
from playground.page.typed_settings import type_again
from playground.page.why_another_run import why_another_run
from playground.player.protocol.left_page import LeftPage
from playground.player.protocol.request import Request
from playground.player.protocol.told import Told
from playground.runs.budget import Budget
from playground.runs.followed_run import followed, goes_on
from playground.runs.live_run import LiveRun
from playground.runs.typed_start import with_typed_start

FIRST_SLICE = 0.25
"""Seconds of work on a page that is drawn anew, most of it training what was changed: most runs are finished by then."""


class PageState:
    """Everything a page remembers besides its widgets.

    Parameters
    ----------
    document : Document
        What the page opens with.
    origin : Document, optional
        What the way back beside the list opens, if it is another one.
    notice : str, optional

    Attributes
    ----------
    open : OpenDocument
        What is open. There is always something, and it always has a run.
    history : UndoHistory
        What can be taken back and done again.
    linked : LinkToDocument
        The link that stands in the address.
    listed, file_taken, asks_for : str
        The title last chosen from *Open*, or put there; which file was opened last; and what the browser is to bring.
    opened : int
        Another number whenever something is opened; the player knows it by that, and 0 is nothing.
    settings_key, list_key : int
        Part of the keys of the settings' widgets and of the list's: another one makes new widgets, which show what is open.
    wanted, question : Experiment or None, int
        What settings say, if it depends on the play-head what becomes of the run; and under which number that is asked.
    commands_done : int
        The number of the last command.
    notice : str
        Why something else is open than was asked for; empty if it is not.
    page_is_old, player_seen : bool
        Whether something outside the player has to be drawn anew; whether the player has ever asked for anything.
    budget : Budget
        How long may still be worked for what is being answered.
    worked_at : int or None
        The epoch at which a weight has just been changed, or something opened: there the play-head stands, and exact
        numbers are wanted.
    left : LeftPage or None
        What the tab remembers of the page that is opened again, until that has come.
    box : OpenBox or None
        The box that is open.
    entries_left : set of str
        The keys of what was kept in boxes that are closed by now; it is to be forgotten.
    """

    def __init__(self, document: Document, origin: Document | None = None, notice: str = "") -> None:
        self.opened = self.question = self.commands_done = self.runs = self.keys = self.settings_key = self.list_key = 0
        self.page_is_old = self.player_seen = False
        self.wanted: Experiment | None = None
        self.worked_at: int | None = None
        self.left: LeftPage | None = None
        self.request: Request | None = None
        self.told = Told()
        self.box: OpenBox | None = None
        self.entries_left: set[str] = set()
        self.budget = Budget(FIRST_SLICE)
        # Where Streamlit is told to be fast it runs two scripts of one page at once.
        self.lock: AbstractContextManager[Any] = RLock()
        self._reset_wanted = False
        self._run_left: LiveRun | None = None
        self.notice, self.file_taken, self.asks_for = notice, "", ""
        entry = entry_of(document, 1)
        self.open: OpenDocument = self._opened(replace(entry, origin=origin or entry.origin), None)
        self.listed = self.open.title
        self.history = UndoHistory(self.open.entry())
        self.linked = LinkToDocument(self.open.document() if document is gallery()[0] else None)

    def new_key(self) -> int:
        """Return a key that no widget has had."""
        self.keys += 1
        return self.keys

    def close_box(self) -> None:
        """Have no box on the page.

        Here and not in Streamlit's state, where a run of the script may be broken off: it can come between what a box is
        for and this no more, and leave the box open to be taken twice.
        """
        if self.box is not None:
            self.entries_left |= self.box.entries
            self.box = None

    # --- what is open -------------------------------------------------------------------------------------------------

    def open_document(self, document: Document) -> None:
        """Put a document on the page; what was open before can be gone back to.

        Raises
        ------
        playground.document.DocumentError
            If the page cannot show it; what is open stays.
        """
        with self.lock, self.budget.spending():
            entry = entry_of(document, self.opened + 1)
            # What was typed, chosen and looked at last belongs to where one comes back to.
            left = self.open
            opened = self._opened(entry, left.run)
            (self.history.push if self.is_unsettled else self.history.refresh)(left.entry())
            self._run_left, self.open = left.run, opened
            self.notice = ""
            self.history.note(self.open.entry())

    def look_as_left(self) -> None:
        """Look at what has just been opened as somebody did who has reloaded the page, with what stood in its fields."""
        left, self.left = self.left, None
        if left is not None:
            self.open.viewpoint = left.viewpoint
            self.worked_at = self.open.document().play_head
            type_again(self.open, left.settings)

    def open_again(self, entry: UndoEntry) -> None:
        """Put on the page what was opened before, or after, as it was left."""
        left = self.open.run
        self.open = self._opened(entry, self._run_left)
        self._run_left = left
        self.list_what_is_open()

    def list_what_is_open(self) -> None:
        """Have the list *Open* say what is open, by a new widget."""
        self.listed, self.list_key = self.open.title, self.new_key()

    @property
    def list_is_old(self) -> bool:
        """Whether the list says another title than what is open has by now: its table was changed, or put back."""
        return self.listed != self.open.title

    def want_reset(self) -> None:
        """Have what was opened put on the page anew, as soon as the script runs; for that it has to be drawn anew."""
        self._reset_wanted = True
        self.page_is_old = True

    def begin(self) -> None:
        """Let the page be drawn from the top, with all that was changed from inside the player."""
        with self.lock:
            self.page_is_old = False
            self.budget = Budget(FIRST_SLICE)
            if self._reset_wanted:
                self._reset_wanted = False
                self.open_document(self.open.origin)
            if self.list_is_old:
                self.list_what_is_open()
            for table in self.open.tables.values():
                if table.is_old:
                    table.renew(self.new_key())

    def _opened(self, entry: UndoEntry, left: LiveRun | None) -> OpenDocument:
        """Return what an entry says with a run of its own, as far as one slice trains it, or that of the run left."""
        experiment, number = entry.document.experiment, self.runs + 1
        if left is not None and left.experiment == experiment:
            run = LiveRun(number, experiment, left)
        else:
            run = opening_run(number, experiment, self.budget.for_training)
        run.advance(experiment.epochs, self.budget.for_training)
        self.opened += 1
        self.runs += 1
        self.settings_key = self.new_key()
        self.wanted = None
        self.worked_at = entry.document.play_head
        return open_entry(entry, run, self.new_key)

    # --- what becomes of the run --------------------------------------------------------------------------------------

    def follow(self, wanted: Experiment, row_numbers: tuple[Sequence[int], Sequence[int]]) -> None:
        """Bring on the screen what settings and tables say; if that depends on the play-head, ask where it stands."""
        with self.lock:
            self.open.stale = ""
            self.open.row_numbers, self.open.rows_have_moved = row_numbers, False
            if wanted.epochs != self.open.run.experiment.epochs:
                self.open.lengthened = {}
            experiment = followed(self.open.run.experiment, wanted)
            if experiment is None and not self.player_seen:
                experiment = with_typed_start(self.open.run.experiment, wanted)
            if experiment is not None:
                self.wanted = None
                with self.budget.spending():
                    self.show(experiment)
                self.settle()
            elif self.wanted != wanted:
                self.wanted = wanted
                self.question += 1

    def forget_before(self) -> None:
        """Let the run before go, and why this one is another."""
        self.open.before, self.open.what_changed = None, ""

    def show(self, experiment: Experiment, gesture: int | None = None) -> None:
        """Begin another run if it is another experiment; the run that was on the screen stays as the one before.

        During a gesture that goes on, the one before is the run from before the gesture. A run that only is tested on
        other rows goes on, beside the one before it.
        """
        old = self.open.run
        if old.experiment == experiment:
            return
        # Nothing on the page changes before the run is there: if it cannot be made, the page shows what it showed.
        run = LiveRun(self.runs + 1, experiment, old)
        run.advance(experiment.epochs, self.budget.for_training)
        self.runs += 1
        self.notice = ""
        if not goes_on(old.experiment, experiment):
            if gesture is None or gesture != self.history.gesture:
                self.open.before = old
            self.open.what_changed = why_another_run(old.experiment, experiment)
        self.open.run, self.open.went_to = run, None

    # --- what can be taken back ---------------------------------------------------------------------------------------

    def settle(self, gesture: int | None = None, left_at: int | None = None) -> None:
        """Note where the page stands now; what led here can be taken back, one gesture as one entry.

        Where it stood before is left where the play-head stands, unless that has gone elsewhere: `left_at` is where it was.
        """
        entry, epoch = self.open.entry(), self.open.viewpoint.epoch
        self.history.leave(entry, gesture, epoch=epoch if left_at is None else left_at)
        self.history.note(entry, gesture)

    def keep_what_is_to_be_mended(self) -> None:
        """Note where the page stands as an entry that can be come back to: with something to mend it has not become one."""
        left = self.open.entry()
        if self.open.stale and not left.says_the_same(self.history.current_entry):
            self.history.push(left)

    def set_threshold(self, threshold: float, gesture: int) -> None:
        """Judge by another threshold; that can be taken back, but not while there is something to mend first."""
        self.open.run.set_threshold(threshold)
        if not self.is_unsettled:
            self.settle(gesture)

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to take back: an entry, or what has to be mended."""
        return self.history.can_undo or self.is_unsettled

    @property
    def can_redo(self) -> bool:
        """Whether there is anything to do again; what has to be mended goes first."""
        return self.history.can_redo and not self.is_unsettled

    @property
    def undo_what(self) -> str:
        """What would be taken back, in words; empty if there is nothing."""
        return "what has to be mended" if self.is_unsettled else self.history.undo_what

    @property
    def redo_what(self) -> str:
        """What would be done again, in words; empty if there is nothing."""
        return self.history.redo_what if self.can_redo else ""

    @property
    def is_unsettled(self) -> bool:
        """Whether there is something that has never become an entry: to mend, or waiting for the play-head."""
        if self.wanted is not None:
            return True
        if not self.open.stale:
            return False
        return bool(self.open.refused) or not self.open.entry().says_the_same(self.history.current_entry)
