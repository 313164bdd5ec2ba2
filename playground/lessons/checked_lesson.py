"""Hold a lesson against its runs: whatever it says that is not so becomes a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from playground.document.lesson_place import LessonPlace
from playground.lessons.claim import Claim
from playground.lessons.lesson import Lesson, Scene
from playground.lessons.lesson_error import LessonError
from playground.lessons.quantity import RunOf
from playground.lessons.said_numbers import numbers_in
from playground.lessons.scene_runs import runs_of


def problems_of(lesson: Lesson) -> list[str]:
    """Return what is not so in a lesson; nothing if every claim, every number and every answer is.

    Parameters
    ----------
    lesson : Lesson
        One of those that `playground.lessons.lesson_of` gives.
    """
    problems = []
    for number, scene in enumerate(lesson.scenes, start=1):
        run_of = runs_of(LessonPlace(lesson.name, number))
        problems += [str(error.at(f"{lesson.name}, scene {number}")) for error in _wrong(scene, run_of)]
    return problems


def _wrong(scene: Scene, run_of: RunOf) -> Iterator[LessonError]:
    question = scene.question
    asked = () if question is None else (question.text, question.answer)
    said = [one for text in (scene.text, *asked) for one in numbers_in(text)]
    if question is not None and isinstance(question.number, Claim):
        said.append(question.number)
    for one in (*scene.claims, *said):
        try:
            if not isinstance(one, Claim):
                one.value(run_of)
            elif not one.holds(run_of):
                yield LessonError(f"it is not so that {one.text}.")
        except LessonError as error:
            yield error
    if question is not None:
        try:
            question.truth(run_of)
        except LessonError as error:
            yield error
