"""Lessons: experiments with short scenes, two files each, in the order of the files' names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from playground.document import Document
from playground.document.lesson_place import LessonPlace
from playground.lessons.lesson import Lesson
from playground.lessons.lesson_error import LessonError
from playground.lessons.lesson_file import read_lesson
from playground.lessons.scene_state import with_state

__all__ = ["lesson_names", "lesson_of", "lessons", "next_lesson", "scene_document", "unreadable_lessons"]


@cache
def lesson_names() -> Mapping[str, str]:
    """Return the names of the lessons, in their order, and what their files are called."""
    stems = sorted(entry.name.removesuffix(".md") for entry in _folder().iterdir() if entry.name.endswith(".md"))
    return {stem.lstrip("0123456789").lstrip("-"): stem for stem in stems}


@cache
def lesson_of(name: str) -> Lesson | None:
    """Return the lesson of a name; None if there is none.

    Raises
    ------
    LessonError
        If its files have something to be mended.

    Examples
    --------
    >>> lesson_of("a-neuron-learns").scenes[0].heading
    'Four rows, three weights'
    """
    stem = lesson_names().get(name)
    if stem is None:
        return None
    markdown, text = (_folder().joinpath(f"{stem}.{ending}").read_text(encoding="utf-8") for ending in ("md", "json"))
    return read_lesson(stem, markdown, text)


@cache
def lessons() -> tuple[Lesson, ...]:
    """Return all lessons that can be read."""
    return tuple(lesson for name in lesson_names() if isinstance(lesson := _lesson_or_why_not(name), Lesson))


def unreadable_lessons() -> tuple[str, ...]:
    """Return why lessons cannot be read, in sentences that name the file; none if all can."""
    return tuple(why for name in lesson_names() if isinstance(why := _lesson_or_why_not(name), str))


def _lesson_or_why_not(name: str) -> Lesson | str | None:
    try:
        return lesson_of(name)
    except LessonError as error:
        return str(error)


def _folder() -> Traversable:
    return files(__package__).joinpath("files")


def next_lesson(name: str) -> Lesson | None:
    """Return the lesson that follows another one; None after the last."""
    names = [lesson.name for lesson in lessons()]
    following = names[names.index(name) + 1 :] if name in names else []
    return lesson_of(following[0]) if following else None


@cache
def scene_document(place: LessonPlace) -> Document | None:
    """Return what a scene opens; None if there is no such scene.

    What comes after the play-head is hidden where a question is asked, unless the scene's state says otherwise.
    """
    lesson = next((lesson for lesson in lessons() if lesson.name == place.lesson), None)
    if lesson is None or place.scene > len(lesson.scenes):
        return None
    scene = lesson.scenes[place.scene - 1]
    document = with_state(lesson.opens, scene.state)
    hides = True if scene.question is not None and "hide_future" not in scene.state else document.hide_future
    if hides is (document.play_head == 0):
        hides = None
    return replace(document, title=lesson.title, note=lesson.about, lesson=place, hide_future=hides, fingerprint=None)
