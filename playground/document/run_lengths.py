"""How long a run was before it went on for a change at its last epoch: it is so again when the change is taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from nncore.errors import require_whole_number
from playground.document.document_error import DocumentError

MOST_LENGTHS = 30


def lengths_before(epochs: int, lengthened: Mapping[int, int]) -> tuple[int, ...] | None:
    """Return the lengths that a run has had, the latest first; None if it has always been as long.

    Parameters
    ----------
    epochs : int
        That it has now.
    lengthened : mapping of int to int
        How many it had, by how many it has had since.

    Examples
    --------
    >>> lengths_before(400, {400: 200, 200: 100, 50: 25}), lengths_before(400, {})
    ((200, 100), None)
    """
    lengths: list[int] = []
    while (before := lengthened.get(epochs)) is not None and before < epochs:
        lengths.append(before)
        epochs = before
    return tuple(lengths) or None


def lengthened_from(epochs: int, lengths: Sequence[int] | None) -> dict[int, int]:
    """Return what `lengths_before` was made of, as far as it is of this run.

    Examples
    --------
    >>> lengthened_from(400, (200, 100)), lengthened_from(400, None)
    ({400: 200, 200: 100}, {})
    """
    return dict(pairwise((epochs, *(lengths or ()))))


def checked_lengths(epochs: int, lengths: object) -> tuple[int, ...] | None:
    """Return the lengths that a run has had, if they can be; else refuse them in a sentence.

    Examples
    --------
    >>> checked_lengths(400, [200, 100])
    (200, 100)
    >>> checked_lengths(400, [400])
    Traceback (most recent call last):
    playground.document.document_error.DocumentError: shorter_before must be numbers of epochs, each smaller than the one before.
    """
    if lengths is None:
        return None
    if not isinstance(lengths, list | tuple) or not 0 < len(lengths) <= MOST_LENGTHS:
        raise DocumentError(f"shorter_before must be a list of at most {MOST_LENGTHS} numbers of epochs, or None.")
    checked = tuple(require_whole_number("A length of shorter_before", length, at_least=0) for length in lengths)
    if any(later >= earlier for earlier, later in pairwise((epochs, *checked))):
        raise DocumentError("shorter_before must be numbers of epochs, each smaller than the one before.")
    return checked
