"""A lesson: an experiment with short scenes, as its two files say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playground.document import Document
from playground.lessons.claim import Claim, Written
from playground.lessons.lesson_error import LessonError
from playground.lessons.quantity import Quantity, RunOf
from playground.lessons.quantity_kinds import SCALED_INPUT, SUM_OF_ROW


@dataclass(frozen=True)
class Question:
    """What is asked before it is shown.

    Attributes
    ----------
    text, answer : str
        What is asked; what is said once somebody has guessed.
    choices : tuple of (str, Claim)
        What may be answered, each with the claim that makes it the truth; empty where a number is guessed.
    number : Quantity or Claim or None
        What is guessed; a claim is a number that is typed, and the quantity it is.
    then : int or str or mapping or None
        The epoch that is shown then; "play" plays from where it stands; ``{"worked": place}`` is the parameter whose update
        is worked then.
    """

    text: str
    answer: str
    choices: tuple[tuple[str, Claim], ...] = ()
    number: Quantity | Claim | None = None
    then: int | str | Mapping[str, int] | None = None

    @property
    def asks_sum(self) -> bool:
        """Whether a neuron's sum is guessed, which the page writes out under the network."""
        return isinstance(self.number, Quantity) and self.number.kind.says == SUM_OF_ROW

    @property
    def asks_scaled(self) -> int | None:
        """Which input is guessed as the network sees it, counted from 0; the page writes that out there, too."""
        asked = [self.number, *(claim.left for _, claim in self.choices)]
        columns = [
            dict(one.words)["column"] for one in asked if isinstance(one, Quantity) and one.kind.says == SCALED_INPUT
        ]
        return int(columns[0]) - 1 if columns else None

    def truth(self, run_of: RunOf) -> str:
        """Return the choice that is true, or the number as it stands in a text.

        Raises
        ------
        LessonError
            If not exactly one choice is true, or the run has no such quantity.
        """
        if self.choices:
            true = [label for label, claim in self.choices if claim.holds(run_of)]
            if len(true) != 1:
                raise LessonError(f"One of the choices must be true. Got {len(true)}: {', '.join(true) or 'none'}.").at(
                    "choices"
                )
            return true[0]
        if isinstance(self.number, Quantity):
            return self.number.shown(run_of)
        assert self.number is not None
        assert isinstance(self.number.left, Written)
        return self.number.left.text


@dataclass(frozen=True)
class Scene:
    """One scene.

    Attributes
    ----------
    heading, text : str
    state : mapping
        As `playground.lessons.scene_state.with_state` takes it.
    look_at : tuple of str
        The parts of the page that are marked.
    question : Question or None
    claims : tuple of Claim
        What the scene says besides its numbers.
    """

    heading: str
    text: str
    state: Mapping[str, Any]
    look_at: tuple[str, ...] = ()
    question: Question | None = None
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True)
class Lesson:
    """A lesson.

    Attributes
    ----------
    name : str
        What links call it.
    title, about : str
    opens : Document
        The experiment that its scenes begin from.
    scenes : tuple of Scene
    """

    name: str
    title: str
    about: str
    opens: Document
    scenes: tuple[Scene, ...]
