"""Hold a lesson against its runs: whatever it says that is not so becomes a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from playground.document.lesson_place import LessonPlace
from playground.lessons import lesson_names
from playground.lessons.claim import Claim
from playground.lessons.lesson import Lesson, Scene
from playground.lessons.lesson_error import LessonError
from playground.lessons.quantity import Quantity, RunOf
from playground.lessons.said_numbers import numbers_in
from playground.lessons.scene_runs import runs_of


def problems_of(lesson: Lesson) -> list[str]:
    """Return what is not so in a lesson; nothing if every claim, every number and every answer is.

    Parameters
    ----------
    lesson : Lesson
        One of those that `playground.lessons.lesson_of` gives.
    """
    file, problems = lesson_names().get(lesson.name, lesson.name), []
    for number, scene in enumerate(lesson.scenes, start=1):
        run_of = runs_of(LessonPlace(lesson.name, number))
        problems += [str(error.at(f"{file}.{kind}, scene {number}")) for kind, error in _wrong(scene, run_of)]
    return problems


def _wrong(scene: Scene, run_of: RunOf) -> Iterator[tuple[str, LessonError]]:
    """Return what is not so, each with which of the two files says it, "md" or "json"."""
    question = scene.question
    asked = () if question is None else (question.text, question.answer)
    said = [("md", one) for text in (scene.text, *asked) for one in numbers_in(text)]
    said += [("json", claim) for claim in scene.claims]
    if question is not None and isinstance(question.number, Claim):
        said.append(("json", question.number))
    for kind, one in said:
        try:
            if not isinstance(one, Claim):
                one.value(run_of)
            elif not one.holds(run_of):
                yield kind, LessonError(f"it is not so that {one.text}{_instead(one, run_of)}.")
        except LessonError as error:
            yield kind, error
    if question is not None:
        try:
            question.truth(run_of)
        except LessonError as error:
            yield "json", error


def _instead(claim: Claim, run_of: RunOf) -> str:
    """Return what the quantities of a claim are."""
    sides = [side for side in (claim.left, claim.right) if isinstance(side, Quantity)]
    return f": {' and '.join(f'{side.text} is {side.shown(run_of)}' for side in sides)}" if sides else ""
