"""What the player in the browser asks for: how far to train, and what of it to send."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nncore.errors import UnknownNameError
from playground.document.chart_choices import ChartChoices
from playground.player.protocol.command import Command, read_commands
from playground.player.protocol.numbers_from_outside import between, is_number, read_epoch
from playground.player.protocol.viewpoint import Viewpoint, read_viewpoint

LONGEST_SLICE = 0.25
"""Seconds of work for all that one request asks for: other pages are served by the same process."""


@dataclass(frozen=True)
class Request:
    """One request. It says everything by itself, because any request and any answer may be lost or merged.

    Attributes
    ----------
    run : int
        The run that is meant.
    number : int
        Another one for every request; 0 for one that nobody has made.
    known, known_flips : int
        How many records and flips of it have arrived.
    until : int
        Train as far as this epoch, if it is not yet trained.
    seconds : float
        How long that may take.
    exact : int or None
        An epoch whose parameters are wanted in full precision.
    describe, charts : bool
        Whether the description of the run and its charts are wanted.
    choices : ChartChoices or None
    viewpoint : Viewpoint or None
        What somebody looks at.
    threshold : float or None
        Above it an output counts as class 1. The run keeps it between its own classes.
    forget : bool
        Whether the run before is to be let go.
    commands : tuple of Command
        What has been done to the run, as far as it is not confirmed.
    """

    run: int
    number: int = 0
    known: int = 0
    known_flips: int = 0
    until: int = 0
    seconds: float = 0.0
    exact: int | None = None
    describe: bool = False
    charts: bool = False
    choices: ChartChoices | None = None
    viewpoint: Viewpoint | None = None
    threshold: float | None = None
    forget: bool = False
    commands: tuple[Command, ...] = ()


def read_request(given: object) -> Request | None:
    """Return the request that came from the browser, or None if it is none.

    Examples
    --------
    >>> read_request({"run": 3, "known": 10, "until": 500, "seconds": 7.0}).seconds
    0.25
    >>> read_request("hello") is None
    True
    """
    run = read_epoch(given.get("run")) if isinstance(given, Mapping) else None
    if not isinstance(given, Mapping) or run is None:
        return None
    threshold = given.get("threshold")
    counts = {name: read_epoch(given.get(name)) or 0 for name in ("number", "known", "known_flips", "until")}
    return Request(
        run=run,
        **counts,
        seconds=between(given.get("seconds"), 0.0, LONGEST_SLICE),
        exact=read_epoch(given.get("exact")),
        describe=given.get("describe") is True,
        charts=given.get("charts") is True,
        choices=_choices(given.get("choices")),
        viewpoint=read_viewpoint(given.get("viewpoint")),
        threshold=between(threshold, -1.0, 1.0) if is_number(threshold) else None,
        forget=given.get("forget") is True,
        commands=read_commands(given.get("commands")),
    )


def _choices(given: object) -> ChartChoices | None:
    if not isinstance(given, Mapping):
        return None
    measure, values, epochs = (given.get(name) for name in ("measure", "value_scale", "epoch_scale"))
    try:
        return ChartChoices(measure, values, epochs)  # type: ignore[arg-type]
    except UnknownNameError:
        return None
