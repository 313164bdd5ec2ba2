"""What is said in a scene, with its numbers computed, and what is marked, as the player is told."""

from __future__ import annotations

from functools import cache
from typing import Any

from playground.document.lesson_place import LessonPlace
from playground.lessons import lesson_of, next_lesson, scene_document
from playground.lessons.claim import Claim, Written
from playground.lessons.lesson import Question
from playground.lessons.marked_part import marked_part
from playground.lessons.quantity import Quantity, RunOf
from playground.lessons.said_numbers import with_numbers
from playground.lessons.scene_runs import runs_of


@cache
def told_scene(place: LessonPlace) -> dict[str, Any] | None:
    """Return a scene as the player is told; None if there is no such scene.

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
    return {
        "name": lesson.name,
        "title": lesson.title,
        "scene": place.scene,
        "scenes": len(lesson.scenes),
        "next_lesson": "" if following is None else following.title,
        "heading": scene.heading,
        "text": with_numbers(scene.text, run_of),
        "look_at": [marked_part(name, document) for name in scene.look_at],
        "question": None if scene.question is None else _told_question(scene.question, run_of),
    }


def _told_question(question: Question, run_of: RunOf) -> dict[str, Any]:
    choices = [label for label, _ in question.choices]
    return {
        "text": with_numbers(question.text, run_of),
        "choices": choices,
        "truth": next((label for label, claim in question.choices if claim.holds(run_of)), None)
        if choices
        else _truth(question.number, run_of),
        "answer": with_numbers(question.answer, run_of),
        "then": question.then,
    }


def _truth(number: Quantity | Claim | None, run_of: RunOf) -> str:
    if isinstance(number, Quantity):
        return number.shown(run_of)
    assert number is not None
    assert isinstance(number.left, Written)
    return number.left.text
