"""What somebody has worked out for a line of an update, as the browser says it, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nncore.errors import SettingError
from nncore.explanation.judged_answer import judged_answer
from playground.player.protocol.numbers_from_outside import read_count
from playground.player.protocol.wanted_update import WantedUpdate, read_wanted_update
from playground.player.protocol.worked_update import as_read, has_update, worked_step
from playground.runs.live_run import LiveRun

LONGEST_ANSWER = 200
"""Characters of a number that somebody types."""

LONGEST_NAME = 10_000
"""Characters of a line's name: columns may be called as they like."""


@dataclass(frozen=True)
class AnsweredLine:
    """A line of an update, and what was typed for it.

    Attributes
    ----------
    number : int
        Another one for every answer.
    update : WantedUpdate
    line : str
        Its name.
    text : str
    """

    number: int
    update: WantedUpdate
    line: str
    text: str


def read_answered_line(given: object) -> AnsweredLine | None:
    """Return the answer that the browser wants to have judged, or None if there is none.

    Examples
    --------
    >>> update = {"epoch": 4, "row": 2, "parameter": 0}
    >>> read_answered_line({"number": 1, "update": update, "line": "∂L/∂w", "text": "0,25"}).text
    '0,25'
    >>> read_answered_line({"number": 1, "update": update, "line": "∂L/∂w"}) is None
    True
    """
    if not isinstance(given, Mapping):
        return None
    number, update = read_count(given.get("number")), read_wanted_update(given.get("update"))
    line, text = given.get("line"), given.get("text")
    if number is None or update is None or not isinstance(line, str) or not isinstance(text, str):
        return None
    return AnsweredLine(number, update, line[:LONGEST_NAME], text[:LONGEST_ANSWER])


def told_verdict(
    run: LiveRun, answered: AnsweredLine, row_numbers: Sequence[int], seconds: float
) -> dict[str, Any] | None:
    """Return what is said of an answer as plain JSON, or None if some seconds are not enough to reach its update.

    `row_numbers` are what the training rows are called.
    """
    verdict = {"number": answered.number, "kind": "unread", "sentence": "", "is_done": False}
    if not has_update(run, answered.update):
        return verdict
    step = worked_step(run, answered.update, row_numbers, seconds)
    if step is None:
        return None
    try:
        judged = judged_answer(as_read(step), answered.line, answered.text)
    except SettingError as error:
        return {**verdict, "sentence": str(error)}
    return {**verdict, "kind": judged.kind, "sentence": judged.sentence, "is_done": judged.is_done}
