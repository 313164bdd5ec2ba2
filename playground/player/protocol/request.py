"""What the player in the browser asks for: how far to train, and what of it to send."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nncore.errors import UnknownNameError
from playground.document.chart_choices import ChartChoices
from playground.player.protocol.answered_line import AnsweredLine, read_answered_line
from playground.player.protocol.command import Command, read_commands
from playground.player.protocol.numbers_from_outside import between, read_count, read_epoch
from playground.player.protocol.told_why import WantedWhy, read_wanted_why
from playground.player.protocol.viewpoint import Viewpoint, read_viewpoint
from playground.player.protocol.wanted_surface import WantedSurface, read_wanted_surface
from playground.player.protocol.wanted_update import WantedUpdate, read_updates_ahead, read_wanted_update

LONGEST_SLICE = 0.25
"""Seconds of work for all that one request asks for: other pages are served by the same process."""

MOST_RUNS = 8
"""Runs that a request can say something of."""


@dataclass(frozen=True)
class KnownRun:
    """A run that the player knows, and what it lacks of it.

    Attributes
    ----------
    run : int
        Its number.
    records, flips : int
        How many of them have arrived; those after them are wanted.
    exact : int or None
        An epoch whose parameters are wanted in full precision.
    called : int or None
        The number of what its rows were called when it was described last; None if that is not said.
    """

    run: int
    records: int = 0
    flips: int = 0
    exact: int | None = None
    called: int | None = None


@dataclass(frozen=True)
class Request:
    """One request. It says everything by itself, because any request and any answer may be lost or merged.

    Attributes
    ----------
    run : int
        The run on the screen of the player, which is meant by all that is asked for.
    before : int or None
        The run that it can compare with that one, row by row.
    number : int
        Another one for every request.
    runs : tuple of KnownRun
        What it has of every run it knows. Of one on the page that is missing here it lacks everything.
    until : int
        Train as far as this epoch, if it is not yet trained.
    seconds : float
        How long that may take.
    assets, charts : bool
        Whether the colours and the charts are wanted.
    choices : ChartChoices or None
    viewpoint : Viewpoint or None
        What somebody looks at.
    worked : WantedUpdate or None
        The update that is to be worked line by line.
    worked_ahead : tuple of WantedUpdate
        Those beside it, which are to be there when the play-head moves.
    answered : AnsweredLine or None
        What somebody has worked out for a line of it, to be judged.
    code : bool
        Whether the lines of code that train the run are wanted.
    surface : WantedSurface or None
        The picture of the loss that is to be computed.
    gradient : int or None
        The epoch at which every derivative is to be checked.
    why : {"find", "try"} or None
        Whether somebody wants to know why the run failed, or what helps.
    forget : bool
        Whether the run before is to be let go.
    commands : tuple of Command
        What has been done to the run, as far as it is not confirmed.
    link : int
        The number of the last link that has arrived; 0 if none has.
    table : int
        The number of the table that is wanted, to be kept beside it; 0 if none is.
    lesson : int
        What was open, by its number, when it was last told of the lesson; 0 if it never was.
    """

    run: int
    before: int | None = None
    number: int = 0
    runs: tuple[KnownRun, ...] = ()
    until: int = 0
    seconds: float = 0.0
    assets: bool = False
    charts: bool = False
    choices: ChartChoices | None = None
    viewpoint: Viewpoint | None = None
    worked: WantedUpdate | None = None
    worked_ahead: tuple[WantedUpdate, ...] = ()
    answered: AnsweredLine | None = None
    code: bool = False
    surface: WantedSurface | None = None
    gradient: int | None = None
    why: WantedWhy | None = None
    forget: bool = False
    commands: tuple[Command, ...] = ()
    link: int = 0
    table: int = 0
    lesson: int = 0


def read_request(given: object) -> Request | None:
    """Return the request that came from the browser, or None if it is none.

    Examples
    --------
    >>> read_request({"run": 3, "until": 500, "seconds": 7.0}).seconds
    0.25
    >>> read_request({"run": 3, "runs": [{"run": 3, "records": 10}]}).runs
    (KnownRun(run=3, records=10, flips=0, exact=None, called=None),)
    >>> read_request("hello") is None
    True
    """
    run = read_epoch(given.get("run")) if isinstance(given, Mapping) else None
    if not isinstance(given, Mapping) or run is None:
        return None
    return Request(
        run=run,
        before=read_epoch(given.get("before")),
        number=read_epoch(given.get("number")) or 0,
        runs=_known_runs(given.get("runs")),
        until=read_epoch(given.get("until")) or 0,
        seconds=between(given.get("seconds"), 0.0, LONGEST_SLICE),
        assets=given.get("assets") is True,
        charts=given.get("charts") is True,
        choices=_choices(given.get("choices")),
        viewpoint=read_viewpoint(given.get("viewpoint")),
        worked=read_wanted_update(given.get("worked")),
        worked_ahead=read_updates_ahead(given.get("worked_ahead")),
        answered=read_answered_line(given.get("answered")),
        code=given.get("code") is True,
        surface=read_wanted_surface(given.get("surface")),
        gradient=read_count(given.get("gradient")),
        why=read_wanted_why(given.get("why")),
        forget=given.get("forget") is True,
        commands=read_commands(given.get("commands")),
        link=read_epoch(given.get("link")) or 0,
        table=read_epoch(given.get("table")) or 0,
        lesson=read_epoch(given.get("lesson")) or 0,
    )


def _known_runs(given: object) -> tuple[KnownRun, ...]:
    """Return the runs that the player says it knows, leaving out what is none; a page has two."""
    read = [_known_run(item) for item in given[:MOST_RUNS]] if isinstance(given, list | tuple) else []
    return tuple(known for known in read if known is not None)


def _known_run(given: object) -> KnownRun | None:
    run = read_epoch(given.get("run")) if isinstance(given, Mapping) else None
    if not isinstance(given, Mapping) or run is None:
        return None
    records, flips = (read_epoch(given.get(name)) or 0 for name in ("records", "flips"))
    return KnownRun(run, records, flips, read_epoch(given.get("exact")), read_epoch(given.get("called")))


def _choices(given: object) -> ChartChoices | None:
    if not isinstance(given, Mapping):
        return None
    measure, values, epochs = (given.get(name) for name in ("measure", "value_scale", "epoch_scale"))
    try:
        return ChartChoices(measure, values, epochs)  # type: ignore[arg-type]
    except UnknownNameError:
        return None
