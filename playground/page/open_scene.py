"""Go to a scene of a lesson, and leave the lesson; both can be taken back."""

from __future__ import annotations

from dataclasses import replace

from nncore.errors import SettingError
from playground.document.lesson_place import LessonPlace
from playground.document.said_of_table import without_what_is_untrue
from playground.lessons import next_lesson, scene_document
from playground.page.open_example import open_example
from playground.page.page_state import PageState


def open_scene(state: PageState, scene: int) -> None:
    """Put another scene of the lesson that is open on the page, as it is in the lesson, whatever was changed in this one.

    After the last one comes the first scene of the lesson that follows.

    Raises
    ------
    nncore.errors.NeuralNetworkError
        If no lesson is open, or it has no such scene.
    """
    place = state.open.origin.lesson
    if place is None:
        raise SettingError("No lesson is open.")
    following = next_lesson(place.lesson)
    if following is not None and scene_document(LessonPlace(place.lesson, scene)) is None:
        _open(state, LessonPlace(following.name))
    else:
        _open(state, LessonPlace(place.lesson, scene))


def leave_lesson(state: PageState) -> None:
    """Have what is on the page without the lesson.

    Examples
    --------
    >>> state = PageState(scene_document(LessonPlace("a-neuron-learns")))
    >>> leave_lesson(state)
    >>> state.open.document().lesson is None, state.can_undo
    (True, True)
    """
    if state.open.origin.lesson is not None:
        document = replace(state.open.document(), lesson=None)
        open_example(state, without_what_is_untrue(document, state.open.origin))


def _open(state: PageState, place: LessonPlace) -> None:
    document = scene_document(place)
    if document is None:
        raise SettingError(f"The lesson has no scene {place.scene}.")
    open_example(state, document)
