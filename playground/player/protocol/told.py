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
        The runs that were described, by their numbers, and what their rows were called then.
    """

    replies: int = 0
    pair: tuple[int, int | None] | None = None
    runs: dict[int, RowNumbers] = field(default_factory=dict)

    def add(self, pair: tuple[int, int | None], described: Mapping[int, RowNumbers]) -> None:
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
    """

    run: LiveRun
    is_known: bool
    describe: bool
    known: int
    known_flips: int
    exact: int | None


def lack_of(
    run: LiveRun, request: Request | None, told: Told, row_numbers: RowNumbers | None, worked_at: int | None
) -> Lack:
    """Return what the player lacks of a run.

    Parameters
    ----------
    run : LiveRun
    request : Request or None
    told : Told
    row_numbers : (sequence of int, sequence of int) or None
        What its rows are called now; None for a run whose rows nobody sees.
    worked_at : int or None
        The epoch whose exact parameters are sent with a run that the player does not know; its newest if None.
    """
    known = _known(run, request, told)
    newest = run.trainer.epoch
    if known is None:
        return Lack(run, False, True, 0, 0, newest if worked_at is None else min(worked_at, newest))
    renamed = row_numbers is not None and told.runs.get(run.number, row_numbers) != row_numbers
    exact = known.exact if known.exact is not None and known.exact <= newest else None
    return Lack(run, True, renamed, known.records, known.flips, exact)


def _known(run: LiveRun, request: Request | None, told: Told) -> KnownRun | None:
    if request is not None:
        return next((known for known in request.runs if known.run == run.number), None)
    if run.number not in told.runs:
        return None
    # What has not arrived of it the player asks for; a page that is drawn anew has nothing to add.
    return KnownRun(run.number, records=len(run.recording.epochs), flips=len(run.flips))
