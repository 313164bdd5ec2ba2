"""Lessons: experiments with short scenes, two files each, in the order of the files' names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from nncore.quoting import quoted
from playground.document import Document, DocumentError
from playground.document.lesson_place import LessonPlace
from playground.gallery.examples import document_titled
from playground.lessons.lesson import Lesson
from playground.lessons.lesson_error import LessonError, said_of
from playground.lessons.lesson_file import lesson_name, read_lesson
from playground.lessons.marked_part import first_marked_row
from playground.lessons.scene_state import with_state

__all__ = ["lesson_names", "lesson_of", "lessons", "next_lesson", "scene_document", "unreadable_lessons"]


@cache
def lesson_names() -> Mapping[str, str]:
    """Return the names of the lessons, in their order, and what their files are called: of one name the first."""
    names: dict[str, str] = {}
    for stem in _stems():
        names.setdefault(lesson_name(stem), stem)
    return names


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
    return read_lesson(stem, _text_of(f"{stem}.md"), _text_of(f"{stem}.json"))


def lessons() -> tuple[Lesson, ...]:
    """Return all lessons that can be read; no two have the same name or title, and none that of an example."""
    return _found()[0]


def unreadable_lessons() -> tuple[str, ...]:
    """Return why lessons are left out, in sentences that name the file; none if none is."""
    return _found()[1]


@cache
def _found() -> tuple[tuple[Lesson, ...], tuple[str, ...]]:
    titled: dict[str, tuple[str, Lesson]] = {}
    left_out = []
    for stem in _stems():
        try:
            with said_of(f"{stem}.md"):
                _require_own_name(stem)
            lesson = lesson_of(lesson_name(stem))
            assert lesson is not None
            with said_of(f"{stem}.md"):
                _require_own_title(lesson.title, {title: file for title, (file, _) in titled.items()})
            titled[lesson.title] = (f"{stem}.md", lesson)
        except LessonError as error:
            left_out.append(str(error))
    return tuple(lesson for _, lesson in titled.values()), tuple(left_out)


def _require_own_name(stem: str) -> None:
    name = lesson_name(stem)
    try:
        LessonPlace(name)
    except DocumentError as error:
        raise LessonError(str(error)) from error
    first = lesson_names()[name]
    if first != stem:
        raise LessonError(f"Links call it {quoted(name)}, as {first}.md: give both of its files another name.")


def _require_own_title(title: str, titled: Mapping[str, str]) -> None:
    other = "an example of the gallery" if document_titled(title) is not None else titled.get(title)
    if other is not None:
        raise LessonError(f"Its title {quoted(title)} is that of {other}: give it another one.")


def _folder() -> Traversable:
    return files(__package__).joinpath("files")


def _stems() -> list[str]:
    return sorted(entry.name.removesuffix(".md") for entry in _folder().iterdir() if entry.name.endswith(".md"))


def _text_of(file: str) -> str:
    with said_of(file):
        try:
            return _folder().joinpath(file).read_text(encoding="utf-8")
        except FileNotFoundError as error:
            raise LessonError("It is missing: a lesson has two files, one .md and one .json.") from error
        except UnicodeDecodeError as error:
            raise LessonError("It must be saved as UTF-8.") from error


def next_lesson(name: str) -> Lesson | None:
    """Return the lesson that follows another one; None after the last."""
    names = [lesson.name for lesson in lessons()]
    following = names[names.index(name) + 1 :] if name in names else []
    return lesson_of(following[0]) if following else None


@cache
def scene_document(place: LessonPlace) -> Document | None:
    """Return what a scene opens; None if there is no such scene.

    What comes after the play-head is hidden where a question is asked, and of the rows that are marked the first is chosen,
    unless the scene's state says otherwise.
    """
    lesson = next((lesson for lesson in lessons() if lesson.name == place.lesson), None)
    if lesson is None or place.scene > len(lesson.scenes):
        return None
    scene = lesson.scenes[place.scene - 1]
    document = with_state(lesson.opens, scene.state)
    row = first_marked_row(scene.look_at, document)
    if row is not None and not {"chosen_row", "version"} & set(scene.state):
        document = replace(document, chosen_row=row)
    hides = True if scene.question is not None and "hide_future" not in scene.state else document.hide_future
    if hides is (document.play_head == 0):
        hides = None
    return replace(document, title=lesson.title, note=lesson.about, lesson=place, hide_future=hides, fingerprint=None)
