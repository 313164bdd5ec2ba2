"""What can be taken back on a page, and done again: the entry it stands at, and how each one beside it differs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

from playground.document.row_difference import RowDifference
from playground.document.undo_entry import Tables, UndoEntry
from playground.document.undo_words import differing_changes, differing_values, in_words

MOST_ENTRIES = 100
"""How far back one can go."""


@dataclass(frozen=True, eq=False)
class EntryDifference:
    """How to get an entry from its neighbour in the history.

    An edited cell of a table of a thousand rows is one row here, not a thousand.

    Attributes
    ----------
    parts : mapping
        Those that are others than in the neighbour.
    rows : mapping of str to RowDifference or None
        For each table how to get it; None for one that the entry does not have.
    what : str
        What the two differ in, in words.
    """

    parts: Mapping[str, Any]
    rows: Mapping[str, RowDifference | None]
    what: str = ""

    @classmethod
    def between(cls, entry: UndoEntry, neighbour: UndoEntry) -> EntryDifference:
        """Return how to get `entry` from `neighbour`."""
        return cls._between(*entry.in_parts(), *neighbour.in_parts())

    @classmethod
    def _between(
        cls, parts: Mapping[str, Any], tables: Tables, other_parts: Mapping[str, Any], others: Tables
    ) -> EntryDifference:
        changed = {name: value for name, value in parts.items() if value != other_parts[name]}
        rows: dict[str, RowDifference | None] = {}
        differing = {*changed, *differing_values(parts["values"], other_parts["values"])}
        for name, table in tables.items():
            other = others[name]
            if table is None:
                rows[name] = None
            else:
                other = table[:0] if other is None else other
                rows[name] = difference = RowDifference.between(table, other)
                if len(difference.rows) or len(table) != len(other):
                    differing.add(name)
        done = differing_changes(parts["experiment.interventions"], other_parts["experiment.interventions"])
        return cls(changed, rows, in_words(differing, done))

    def applied_to(self, neighbour: UndoEntry) -> UndoEntry:
        """Return the entry."""
        return neighbour.rebuilt(*self._in_parts(neighbour))

    def moved(self, neighbour: UndoEntry, new: UndoEntry) -> EntryDifference:
        """Return how to get the same entry from a new neighbour."""
        return self._between(*self._in_parts(neighbour), *new.in_parts())

    def _in_parts(self, neighbour: UndoEntry) -> tuple[Mapping[str, Any], Tables]:
        parts, tables = neighbour.in_parts()
        got: dict[str, NDArray[Any] | None] = {}
        for name, difference in self.rows.items():
            other = tables[name]
            if difference is not None:
                other = difference.applied_to(difference.rows[:0] if other is None else other)
            got[name] = None if difference is None else other
        return {**parts, **self.parts}, got


class UndoHistory:
    """The way that led to an entry, and the way on from it that was taken back.

    Attributes
    ----------
    current_entry : UndoEntry
        Where the page stands.
    gesture : int
        The one that the newest entry belongs to, such as a drag; 0 for none.
    """

    def __init__(self, current_entry: UndoEntry) -> None:
        self.current_entry = current_entry
        self.gesture = 0
        # The nearest to the current entry is the last of either.
        self._past: list[EntryDifference] = []
        self._future: list[EntryDifference] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is an entry before this one."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is an entry that was taken back."""
        return bool(self._future)

    @property
    def undo_what(self) -> str:
        """What would be taken back, in words; empty if there is nothing."""
        return self._past[-1].what if self._past else ""

    @property
    def redo_what(self) -> str:
        """What would be done again, in words; empty if there is nothing."""
        return self._future[-1].what if self._future else ""

    def leave(self, entry: UndoEntry, gesture: int | None, epoch: int | None) -> None:
        """Have the play-head in the current entry where it stands, if that is left for another entry; None is the end."""
        if self._is_next(entry, gesture):
            self.refresh(self.current_entry.left_at(epoch))

    def note(self, entry: UndoEntry, gesture: int | None = None) -> None:
        """Go on to an entry; the one before can be taken back to, one gesture as one entry.

        Parameters
        ----------
        entry : UndoEntry
        gesture : int, optional
            The same number for all that belongs to one gesture.
        """
        if self.current_entry.shows_the_same(entry):
            self.refresh(entry)
            return
        if self._is_next(entry, gesture):
            self.push(entry)
            self.gesture = gesture or 0
            return
        self._future.clear()
        self.refresh(entry)
        before = self._past[-1].applied_to(entry) if self._past else None
        if before is not None and before.shows_the_same(entry):
            # A drag that leads back to where it began, as Escape does, is nothing to undo.
            self._past.pop()
            self.current_entry, self.gesture = before, 0

    def _is_next(self, entry: UndoEntry, gesture: int | None) -> bool:
        """Whether an entry is another one, and no more of the gesture that the current one belongs to."""
        goes_on = gesture is not None and gesture == self.gesture
        return not goes_on and not self.current_entry.shows_the_same(entry)

    def push(self, entry: UndoEntry) -> None:
        """Go on to an entry, whether or not it shows anything else."""
        self._future.clear()
        self._past = [*self._past, EntryDifference.between(self.current_entry, entry)][-MOST_ENTRIES:]
        self.current_entry, self.gesture = entry, 0

    def refresh(self, entry: UndoEntry) -> None:
        """Have this entry in place of the current one."""
        for way in (self._past, self._future):
            if way:
                way[-1] = way[-1].moved(self.current_entry, entry)
        self.current_entry = entry

    def undo(self) -> UndoEntry:
        """Go back one entry and return it; the current one if there is none before it."""
        return self._go(self._past, self._future)

    def redo(self) -> UndoEntry:
        """Go on to the entry that was taken back last, and return it; the current one if there is none."""
        return self._go(self._future, self._past)

    def _go(self, way: list[EntryDifference], other_way: list[EntryDifference]) -> UndoEntry:
        if way:
            entry = way.pop().applied_to(self.current_entry)
            other_way.append(EntryDifference.between(self.current_entry, entry))
            self.current_entry = entry
        self.gesture = 0
        return self.current_entry
