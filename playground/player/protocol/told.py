"""What the player of a page has of each run, by what it says itself or else by what it was told; and what it lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from playground.player.protocol.request import KnownRun, Request
from playground.runs.live_run import LiveRun

RowNumbers = tuple[Sequence[int], Sequence[int]]
"""What the training and the test rows are called."""


@dataclass
class Told:
    """What the player of a page has been told so far.

    Only a page that is drawn without having been asked goes by it. A request says itself what has arrived.

    Attributes
    ----------
    replies : int
        How many: what equals the reply before would not reach the player.
    pair : (int, int or None), optional
        The run that was on the screen and the one before it.
    runs : dict
        The runs that were described, by their numbers, and the number of what their rows were called then.
    row_numbers, called : (sequence of int, sequence of int) or None, int
        What rows are called now, and its number: another one whenever they are called otherwise.
    """

    replies: int = 0
    pair: tuple[int, int | None] | None = None
    runs: dict[int, int] = field(default_factory=dict)
    row_numbers: RowNumbers | None = None
    called: int = 0

    def call(self, row_numbers: RowNumbers) -> None:
        """Note what the rows of the run on the screen are called from now on."""
        if row_numbers != self.row_numbers:
            self.row_numbers, self.called = row_numbers, self.called + 1

    def add(self, pair: tuple[int, int | None], described: Mapping[int, int]) -> None:
        """Note one more reply: which runs were on the page, and which of them it has described."""
        self.replies += 1
        self.pair = pair
        runs = {**self.runs, **described}
        # A run that has left the page does not come back.
        self.runs = {number: runs[number] for number in pair if number is not None and number in runs}


@dataclass(frozen=True)
class Lack:
    """What a reply brings of one run.

    Attributes
    ----------
    run : LiveRun
    is_known : bool
        Whether it has ever been told what it is.
    describe : bool
        Whether it is told that now.
    known, known_flips : int
        How many records and flips it has; those after them are sent.
    exact : int or None
        The epoch whose parameters are sent in full precision.
    called : int
        The number of what its rows are called; 0 if nobody sees them.
    """

    run: LiveRun
    is_known: bool
    describe: bool
    known: int
    known_flips: int
    exact: int | None
    called: int


def lack_of(
    run: LiveRun, request: Request | None, told: Told, worked_at: int | None, *, is_on_screen: bool = True
) -> Lack:
    """Return what the player lacks of a run.

    Parameters
    ----------
    run : LiveRun
    request : Request or None
    told : Told
    worked_at : int or None
        The epoch whose exact parameters are sent with a run that the player does not know; its newest if None.
    is_on_screen : bool
        Whether somebody sees its rows.
    """
    known = _known(run, request, told)
    newest = run.trainer.epoch
    called = told.called if is_on_screen else 0
    if known is None:
        return Lack(run, False, True, 0, 0, newest if worked_at is None else min(worked_at, newest), called)
    was_called = told.runs.get(run.number, called) if known.called is None else known.called
    exact = known.exact if known.exact is not None and known.exact <= newest else None
    return Lack(run, True, is_on_screen and was_called != called, known.records, known.flips, exact, called)


def _known(run: LiveRun, request: Request | None, told: Told) -> KnownRun | None:
    if request is not None:
        return next((known for known in request.runs if known.run == run.number), None)
    if run.number not in told.runs:
        return None
    # What has not arrived of it the player asks for; a page that is drawn anew has nothing to add.
    return KnownRun(run.number, records=len(run.recording.epochs), flips=len(run.flips))
