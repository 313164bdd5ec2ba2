"""What is said in a scene, with its numbers computed, and what is marked, as the player is told."""

from __future__ import annotations

from functools import cache
from typing import Any

from playground.document.lesson_place import LessonPlace
from playground.lessons import lesson_names, lesson_of, next_lesson, scene_document
from playground.lessons.lesson import Scene
from playground.lessons.lesson_error import LessonError, said_of
from playground.lessons.marked_part import marked_part
from playground.lessons.quantity import RunOf
from playground.lessons.said_numbers import with_numbers
from playground.lessons.scene_runs import runs_of


@cache
def told_scene(place: LessonPlace) -> dict[str, Any] | None:
    """Return a scene as the player is told; None if there is no such scene.

    Where the run has not what a text speaks of, the scene says so in place of its text and asks nothing: the page stays.

    Examples
    --------
    >>> told = told_scene(LessonPlace("a-neuron-learns", 1))
    >>> told["title"], told["scene"], told["look_at"]
    ('Article 1, step by step', 1, [{'part': 'training table'}, {'part': 'network'}])
    """
    document = scene_document(place)
    lesson = None if document is None else lesson_of(place.lesson)
    if lesson is None or document is None:
        return None
    following = next_lesson(lesson.name)
    scene, run_of = lesson.scenes[place.scene - 1], runs_of(place)
    try:
        said = _said(scene, run_of, lesson_names()[lesson.name], place.scene)
    except LessonError as error:
        said = {"text": f"Something in this scene has to be mended. {error}", "question": None}
    return {
        "name": lesson.name,
        "title": lesson.title,
        "scene": place.scene,
        "scenes": len(lesson.scenes),
        "next_lesson": "" if following is None else following.title,
        "heading": scene.heading,
        "look_at": [marked_part(name, document) for name in scene.look_at],
        **said,
    }


def _said(scene: Scene, run_of: RunOf, file: str, number: int) -> dict[str, Any]:
    """Return what is said and asked; an error names the file that has what is to be mended, and the scene."""
    question = scene.question
    with said_of(f"{file}.md, scene {number}"):
        text = with_numbers(scene.text, run_of)
        asked = None if question is None else with_numbers(question.text, run_of)
        answer = None if question is None else with_numbers(question.answer, run_of)
    if question is None:
        return {"text": text, "question": None}
    with said_of(f"{file}.json, scene {number}"):
        truth = question.truth(run_of)
    choices = [label for label, _ in question.choices]
    told = {"text": asked, "choices": choices, "truth": truth, "answer": answer, "then": question.then}
    told.update(asks_sum=question.asks_sum, asks_scaled=question.asks_scaled)
    return {"text": text, "question": told}
