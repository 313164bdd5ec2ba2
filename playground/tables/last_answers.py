"""What was found out about a table last is known as long as the table stays: a page that is drawn anew asks it all again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

_Answer = TypeVar("_Answer")


class LastAnswers:
    """The last answer of each function that was asked about a table, with what it was asked.

    Examples
    --------
    >>> asked = []
    >>> def total(cells: list[list[str]]) -> int:
    ...     asked.append(cells)
    ...     return sum(len(row) for row in cells)
    >>> answers = LastAnswers()
    >>> answers.of(total, [["a", "b"]]), answers.of(total, [["a", "b"]]), answers.of(total, [["a"]]), len(asked)
    (2, 2, 1, 2)
    """

    def __init__(self) -> None:
        self._last: dict[Callable[..., Any], tuple[object, Any]] = {}

    def of(self, function: Callable[..., _Answer], *arguments: object, **named: object) -> _Answer:
        """Return what a function answers; it is not called if it was asked the same before.

        Parameters
        ----------
        function : callable
            Its answer depends on nothing else, and nobody changes it.
        arguments, named : object
            Equal ones are the same: of cells that were not typed anew Python sees that at once.
        """
        asked = arguments, named
        if function in self._last and self._last[function][0] == asked:
            answer: _Answer = self._last[function][1]
            return answer
        answer = function(*arguments, **named)
        self._last[function] = asked, answer
        return answer
