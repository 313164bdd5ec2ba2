"""Hold the one limit on size, and refuse what exceeds it before any memory is taken."""

from __future__ import annotations

from nncore.errors import LimitError
from nncore.quoting import written_count

MEMORY_LIMIT = 1_000_000_000
"""Bytes that the parameters, work buffers and results of one call may take together."""

_MEGABYTE = 1_000_000

COPIES_OF_A_PARAMETER = 24
"""How many numbers training holds for each parameter at its most: gradient, optimizer, records, and copies of them."""


def check_memory(what: str, count: int, floats_each: int) -> None:
    """Refuse `count` things of `floats_each` numbers if they exceed the limit.

    Raises
    ------
    LimitError
        If they would take more than `MEMORY_LIMIT` bytes.

    Examples
    --------
    >>> check_memory("runs", 10**6, 10**6)
    Traceback (most recent call last):
    nncore.errors.LimitError: 1,000,000 runs would take 8,000,000 MB. The limit is 1,000 MB: use fewer or smaller ones.
    """
    size = 8 * count * floats_each
    if size > MEMORY_LIMIT:
        # Whole numbers throughout: a wanted size may be beyond the largest float.
        raise LimitError(
            f"{written_count(count)} {what} would take {written_count(size // _MEGABYTE)} MB. "
            f"The limit is {MEMORY_LIMIT // _MEGABYTE:,} MB: use fewer or smaller ones."
        )


def check_parameter_count(parameter_count: int) -> None:
    """Refuse a network whose parameters, with all the copies that training makes of them, exceed the limit.

    Raises
    ------
    LimitError
        If they do.

    Examples
    --------
    >>> check_parameter_count(12)
    """
    check_memory("weights and biases", parameter_count, COPIES_OF_A_PARAMETER)
