"""The numbers in what a lesson says: in braces stands a quantity, which is computed, or a number and the quantity it is.

"{loss at 0}" is replaced by the loss. "{87 = seeds of 100 with a loss below 0.01}" is replaced by 87, and a test checks that
it is: that is for what takes other runs to compute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playground.lessons.claim import Claim, Written, read_claim
from playground.lessons.lesson_error import LessonError
from playground.lessons.quantity import Quantity, RunOf, read_quantity

_BRACES = re.compile(r"\{([^{}]*)\}")


def numbers_in(text: str) -> Iterator[Quantity | Claim]:
    """Give what stands in the braces of a text.

    Raises
    ------
    LessonError
        If something in them cannot be read.

    Examples
    --------
    >>> [one.text for one in numbers_in("From {loss at 0} to {0.1 = loss at the end}.")]
    ['loss at 0', '0.1 = loss at the end']
    """
    for inside in _BRACES.findall(text):
        yield _read(inside)


def with_numbers(text: str, run_of: RunOf) -> str:
    """Return a text with numbers in place of its braces.

    Raises
    ------
    LessonError
        If the run has no such quantity.
    """

    def replaced(found: re.Match[str]) -> str:
        said = _read(found[1])
        if isinstance(said, Quantity):
            return said.shown(run_of)
        assert isinstance(said.left, Written)
        return said.left.text

    return _BRACES.sub(replaced, text)


def _read(inside: str) -> Quantity | Claim:
    if " = " not in inside:
        quantity = read_quantity(inside)
        if quantity.kind.is_slow:
            raise LessonError(f'"{inside}" takes many runs: write the number in front, as in "87 = {inside}".')
        return quantity
    claim = read_claim(inside)
    if not isinstance(claim.left, Written):
        raise LessonError(f'"{inside}" must begin with the number that is shown, as in "87 = …".')
    return claim
