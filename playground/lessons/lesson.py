"""A lesson: an experiment with short scenes, as its two files say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playground.document import Document
from playground.lessons.claim import Claim
from playground.lessons.quantity import Quantity


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
