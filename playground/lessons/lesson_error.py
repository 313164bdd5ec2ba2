"""What is said of a lesson's files where something in them cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from nncore.errors import NeuralNetworkError


class LessonError(NeuralNetworkError):
    """Something in a lesson's files to be mended; its sentence names the file and the place in it.

    Examples
    --------
    >>> print(LessonError("epoch must be a number.").at("scene 2").at("bias.json"))
    bias.json, scene 2: epoch must be a number.
    """

    def __init__(self, sentence: str, places: tuple[str, ...] = ()) -> None:
        super().__init__(f"{', '.join(places)}: {sentence}" if places else sentence)
        self._sentence, self._places = sentence, places

    def at(self, place: str) -> LessonError:
        """Return the same, said of something within a place."""
        return LessonError(self._sentence, (place, *self._places))


@contextmanager
def said_of(place: str) -> Iterator[None]:
    """Have whatever is wrong said of a place, such as a file, a scene or a field.

    Examples
    --------
    >>> with said_of("claims"):
    ...     raise LessonError("There must be one.")
    Traceback (most recent call last):
    playground.lessons.lesson_error.LessonError: claims: There must be one.
    """
    try:
        yield
    except LessonError as error:
        raise error.at(place) from error
