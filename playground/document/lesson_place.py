"""Which scene of which lesson a document is."""

from __future__ import annotations

from dataclasses import dataclass

from nncore.errors import require_whole_number
from nncore.quoting import quoted
from playground.document.document_error import DocumentError

LONGEST_NAME = 100
"""Characters."""

MOST_SCENES = 100


@dataclass(frozen=True)
class LessonPlace:
    """A scene of a lesson; whether there is such a lesson is known where lessons are kept.

    Parameters
    ----------
    lesson : str
        The name of the lesson, as its files have it.
    scene : int
        The first being 1.

    Raises
    ------
    DocumentError
        If one of them cannot be one.

    Examples
    --------
    >>> LessonPlace.from_list(["why-a-bias", 2])
    LessonPlace(lesson='why-a-bias', scene=2)
    """

    lesson: str
    scene: int = 1

    def __post_init__(self) -> None:
        if not isinstance(self.lesson, str) or not 0 < len(self.lesson) <= LONGEST_NAME:
            raise DocumentError(
                f"lesson must be a name of at most {LONGEST_NAME} characters. Got {quoted(self.lesson)} instead."
            )
        scene = require_whole_number("The scene of lesson", self.scene, at_least=1, at_most=MOST_SCENES)
        object.__setattr__(self, "scene", scene)

    def to_list(self) -> list[str | int]:
        """Return it as plain JSON."""
        return [self.lesson, self.scene]

    @classmethod
    def from_list(cls, given: object) -> LessonPlace:
        """Return what `to_list` wrote.

        Raises
        ------
        DocumentError
            If it is no name and number.
        """
        if not isinstance(given, list | tuple) or len(given) != 2:
            raise DocumentError(
                f"lesson must be the name of a lesson and the number of a scene. Got {quoted(given)} instead."
            )
        return cls(given[0], given[1])
