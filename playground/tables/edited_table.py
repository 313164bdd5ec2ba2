"""One table of the page as an editor shows it: cells of text, what was typed into them, and what is put there instead."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import InitVar, dataclass, field

import pandas as pd

from playground.tables.editor_changes import NO_CHANGES, EditorChanges, read_changes, with_changes
from playground.tables.last_answers import LastAnswers
from playground.tables.shown_rows import SHOWN_ROWS
from playground.tables.table import cell_text


@dataclass
class EditedTable:
    """A table and its editor.

    Attributes
    ----------
    base : DataFrame
        What the editor was given, the first rows of a long table. It stays the same while somebody types: an editor that is
        given something else forgets what was typed into it.
    key : int
        Of the editor; another one makes a new editor, which shows what it is given.
    typed : DataFrame
        What the editor showed last and the rows it does not show, or what is to be there instead: texts, but for numbers in
        rows that the editor does not show.
    is_old : bool
        Whether it is to be shown instead: the editor shows something else.
    validation : tuple of int
        The lines of test rows that are validation rows, the first being 0; the other tables have none.
    complete : int, optional
        How many rows are there whole at first; all of them if it is left out.
    answers : LastAnswers
        Of what is asked about its cells wherever the page is drawn.
    """

    base: pd.DataFrame
    key: int
    typed: pd.DataFrame = field(init=False)
    is_old: bool = False
    validation: tuple[int, ...] = ()
    complete: InitVar[int | None] = None
    answers: LastAnswers = field(default_factory=LastAnswers)
    _unshown: pd.DataFrame = field(init=False)
    _complete_at_first: int = field(init=False)
    _complete_when_shown: int | None = None
    _changes: EditorChanges = NO_CHANGES

    def __post_init__(self, complete: int | None) -> None:
        self.typed, self._complete_when_shown = self.base, complete
        self._show()

    @property
    def is_long(self) -> bool:
        """Whether it has rows that the editor does not show; then none is added or deleted there."""
        return len(self._unshown) > 0

    @property
    def complete_rows(self) -> int:
        """How many rows are left of those before somebody began to add some; behind them a row may be unfinished."""
        if not self.is_old:
            return self._complete_after(self._changes)
        return len(self.typed) if self._complete_when_shown is None else self._complete_when_shown

    @property
    def cells(self) -> list[list[object]]:
        """What is typed, row by row."""
        rows: list[list[object]] = self.typed.values.tolist()
        return rows

    @property
    def filled_rows(self) -> list[list[object]]:
        """The rows in which something stands, as they are typed."""
        rows = self.typed.itertuples(index=False, name=None)
        return [[*row] for row in rows if any(map(says_something, row))]

    @property
    def filled_validation(self) -> list[int]:
        """The places of the validation rows among these."""
        rows = enumerate(self.typed.itertuples(index=False, name=None))
        filled = [line for line, row in rows if any(map(says_something, row))]
        return [place for place, line in enumerate(filled) if line in self.validation]

    def put(self, cells: pd.DataFrame, validation: Collection[int] | None = None, complete: int | None = None) -> None:
        """Have other cells shown, as soon as the page is drawn.

        Parameters
        ----------
        cells : DataFrame
        validation : collection of int, optional
            They stay in their lines if they are left out.
        complete : int, optional
            How many rows are there whole; all of them if it is left out.
        """
        self.typed = _with_texts_shown(cells)
        kept = self.validation if validation is None else validation
        self.validation = tuple(sorted(line for line in kept if line < len(cells)))
        self._complete_when_shown = complete
        self.is_old = True

    def put_without(self, lines: Collection[int]) -> None:
        """Have the same cells shown without some lines, the first being 0."""
        complete = self.complete_rows
        left = [line for line in range(len(self.typed)) if line not in lines]
        validation = [left.index(line) for line in self.validation if line in left]
        self.put(self.typed.iloc[left], validation, sum(line < complete for line in left))

    def renew(self, key: int) -> None:
        """Show in a new editor what is to be shown."""
        self.key, self.is_old = key, False
        self._show()

    def take(self, edited: pd.DataFrame) -> None:
        """Take in what the editor shows; not if something else is to be shown instead."""
        if not self.is_old:
            self.typed = pd.concat([edited, self._unshown], ignore_index=True) if self.is_long else edited

    def see(self, given: object) -> bool:
        """Take in what the editor says was changed, before something else is done; return whether rows came or went.

        After a paste the rows belong to the table, and another editor is to show them. What fits no editor of this table is
        forgotten, and another one is to show what was typed last.

        Parameters
        ----------
        given : object
            As it came from the browser.
        """
        if self.is_old:
            return False
        before, changes = self._changes, read_changes(given, len(self.base), [str(name) for name in self.base.columns])
        if changes is None:
            self._put_again()
        if changes is None or changes == before:
            return False
        self._drop_lines(changes)
        self._changes = changes
        self.take(with_changes(self.base, changes))
        if changes.is_paste_since(before):
            self._put_again()
        return (changes.deleted, len(changes.added)) != (before.deleted, len(before.added))

    def keep(self, given: object) -> None:
        """Have what was typed shown in another editor, with what this one says in the very moment in which it leaves the page.

        Parameters
        ----------
        given : object
            As it came from the browser.
        """
        self.see(given)
        self._put_again()  # Streamlit forgets what was typed into an editor that it does not draw

    def leave_editor(self) -> None:
        """Have what was typed stand in another editor, since this one, in which it was typed, is not drawn."""
        if self._changes != NO_CHANGES:
            self._put_again()

    def follow(self, given: object, new_key: Callable[[], int]) -> None:
        """Take in what the editor says was changed, and have another one if that is to show something else.

        Parameters
        ----------
        given : object
            As it came from the browser.
        new_key : callable
            Returns a key that no editor has had.
        """
        if self.is_old:
            return
        self.see(given)
        if self.is_old:
            self.renew(new_key())

    def _put_again(self) -> None:
        self.put(self.typed, complete=self.complete_rows)

    def _drop_lines(self, changes: EditorChanges) -> None:
        """Have the validation rows in the lines they come to when rows before them go."""
        if not self.validation or changes.deleted == self._changes.deleted:
            return
        were, are = (
            [place for place in range(len(self.base)) if place not in gone.deleted] for gone in (self._changes, changes)
        )
        self.validation = tuple(are.index(were[line]) for line in self.validation if were[line] in are)

    def _show(self) -> None:
        self.base, self._unshown = self.typed.iloc[:SHOWN_ROWS], self.typed.iloc[SHOWN_ROWS:]
        known = self._complete_when_shown
        self._complete_at_first, self._complete_when_shown = len(self.typed) if known is None else known, None
        self._changes = NO_CHANGES

    def _complete_after(self, changes: EditorChanges) -> int:
        return self._complete_at_first - sum(place < self._complete_at_first for place in changes.deleted)


def _with_texts_shown(cells: pd.DataFrame) -> pd.DataFrame:
    rows = cells.iloc[:SHOWN_ROWS].itertuples(index=False, name=None)
    texts = [[cell_text(cell) if isinstance(cell, float) else cell for cell in row] for row in rows]
    shown = pd.DataFrame(texts, columns=cells.columns, dtype=object)
    return pd.concat([shown, cells.iloc[SHOWN_ROWS:]], ignore_index=True)


def says_something(cell: object) -> bool:
    """Return whether anything but spaces stands in a cell."""
    return cell is not None and bool(str(cell).strip())
