"""What a page says to its player besides the run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from playground.document.chart_choices import ChartChoices
from playground.document.lesson_place import LessonPlace
from playground.player.protocol.told import RowNumbers
from playground.player.protocol.viewpoint import Viewpoint, WentTo
from playground.runs.live_run import LiveRun


@dataclass(frozen=True)
class OnTheScreen:
    """What a page shows besides the run itself.

    Attributes
    ----------
    before : LiveRun or None
        The run that was on the screen before.
    row_numbers : (sequence of int, sequence of int)
        What the training and the test rows are called.
    situation : sequence of float or None
        The row that is asked about.
    choices : ChartChoices
    opened : int
        Another number for everything that was opened.
    settings_key : int
        The number that ends the keys of the settings' fields, another one for fields with other values.
    opens_at : Viewpoint
        What is looked at when it opens.
    stale : str
        Why the run does not belong to the settings beside it; empty if it does.
    leaves_out : (str, str) or None
        The table of which rows can be left out to go on, and in words which; None if there is no such way on.
    is_another_table : bool
        Whether the table that is to be mended is another one than the run's, so that its answers belong to no row of it.
    chart_note : str
        A sentence that belongs under the loss chart.
    is_own_table : bool
        Whether the training table is that of what was opened, so that what is said of it beside the list is true.
    commands_done : int
        The number of the last command that was carried out.
    can_undo, can_redo : bool
        Whether there is anything to take back, or to do again.
    undo_what, redo_what : str
        What that is, in a few words; empty if there is nothing.
    where_is_play_head : int or None
        The number of a request: what becomes of the run depends on where the play-head stands.
    what_changed : str
        Why the run is another one than before; empty if it goes on.
    went_to : WentTo or None
        How *Undo* or *Redo* has come to the run; None if it was begun otherwise.
    goes_on_from : int or None
        The epoch that was the last, where the run was changed there and has gone on since.
    page_is_old : bool
        Whether the whole page will be drawn anew after this reply, and another one sent then.
    player_seen : bool
        Whether the player has ever asked for anything: without one there is no play-head.
    worked_at : int or None
        The epoch at which a weight has just been changed, or something opened: there the play-head stands.
    link : (int, str, bool, bool, int) or None
        Its number; the link to all that is open, which is empty for what a page opens with anyway; whether the browser is
        to keep it, because it is too long for the address; whether another browser can open it; and the number of the table
        that is kept beside it, 0 if it has that itself. None if it is known.
    kept_table : (int, str) or None
        That table, by its number, if it is wanted.
    asks_for : str
        The name of what the browser has kept and is to bring; empty if there is nothing.
    notice, notice_if_unkept : str
        A sentence on what could not be opened or linked to, and where the browser does not keep that link; empty if there
        is none.
    shows_scaled : bool
        Whether the inputs are shown as the network sees them.
    lesson : LessonPlace or None
        The scene of a lesson that is open.
    """

    before: LiveRun | None
    row_numbers: RowNumbers
    situation: Sequence[float] | None
    choices: ChartChoices
    opened: int = 0
    settings_key: int = 0
    opens_at: Viewpoint = field(default_factory=Viewpoint)
    stale: str = ""
    leaves_out: tuple[str, str] | None = None
    is_another_table: bool = False
    chart_note: str = ""
    is_own_table: bool = True
    commands_done: int = 0
    can_undo: bool = False
    can_redo: bool = False
    undo_what: str = ""
    redo_what: str = ""
    where_is_play_head: int | None = None
    what_changed: str = ""
    went_to: WentTo | None = None
    goes_on_from: int | None = None
    page_is_old: bool = False
    player_seen: bool = False
    worked_at: int | None = None
    link: tuple[int, str, bool, bool, int] | None = None
    kept_table: tuple[int, str] | None = None
    asks_for: str = ""
    notice: str = ""
    notice_if_unkept: str = ""
    shows_scaled: bool = False
    lesson: LessonPlace | None = None
