"""The lessons as the gallery shows them: the first scene of each."""

from __future__ import annotations

from playground.document.lesson_place import LessonPlace
from playground.gallery.examples import Group
from playground.lessons import lessons, scene_document


def lesson_group() -> Group:
    """Return the lessons' first scenes, under a heading.

    Examples
    --------
    >>> lesson_group().heading
    'Lessons'
    """
    first = (scene_document(LessonPlace(lesson.name)) for lesson in lessons())
    return Group("Lessons", tuple(document for document in first if document is not None))
