"""Tell whether a run came out the same on two computers, from a few numbers of its end."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from nncore.data.dataset_format import TABLES
from nncore.errors import FormatError, NeuralNetworkError, require_number, require_whole_number
from nncore.experiment.experiment import Experiment
from nncore.number_text import sentence_number
from nncore.plain_records import read_list
from nncore.quoting import MOST_WRITTEN_OUT, quoted
from nncore.training.stop_rules import TimeLimit

AGREEMENT = 1e-8
"""How far two runs may be apart that came out the same, relative to their numbers: the articles agree everywhere to that."""

_DIGITS = 11
"""Digits that count of each number: enough for `AGREEMENT`, and few enough for an address."""

_LETTERS_OF_DIGEST = 8


@dataclass(frozen=True)
class Fingerprint:
    """What a run came to: small enough to be sent along, and enough to see that another computer came to something else.

    Attributes
    ----------
    of : str
        A digest of the experiment: only two runs of the same one can be held against each other.
    epoch : int
        Where the run ended.
    loss : float
        Its loss there.
    length : float
        The Euclidean length of its parameters there, √Σ p².

    Notes
    -----
    Numbers and no digest of them: however coarsely two nearly equal numbers are rounded, some of them round differently.
    Below 1 numbers are held against 1, for what is left of a loss of 10⁻³⁰ is rounding alone.

    Examples
    --------
    >>> here, there = Fingerprint("0f", 100, 0.25, 3.0), Fingerprint("0f", 100, 0.25, 3.0000001)
    >>> here.agrees_with(here), here.agrees_with(there)
    (True, False)
    """

    of: str
    epoch: int
    loss: float
    length: float

    @classmethod
    def of_run(cls, experiment: Experiment, epoch: int, loss: float, parameters: ArrayLike) -> Fingerprint | None:
        """Return that of a run that has ended; None if the clock may have ended it, for then no two are the same.

        Examples
        --------
        >>> from nncore import articles
        >>> experiment = articles.single_neuron()
        >>> Fingerprint.of_run(experiment, 3, 0.5, [3.0, 4.0]).length
        5.0
        """
        if any(isinstance(rule, TimeLimit) for rule in experiment.stop):
            return None
        length = float(np.linalg.norm(np.asarray(parameters, dtype=np.float64)))
        return cls(_digest(experiment), int(epoch), _rounded(loss), _rounded(length))

    def agrees_with(self, other: Fingerprint) -> bool:
        """Whether two runs came out the same, as far as computers agree; true for those of two experiments."""
        if self.of != other.of:
            return True
        return self.epoch == other.epoch and _agree(self.loss, other.loss) and _agree(self.length, other.length)

    def difference(self, there: Fingerprint) -> str:
        """Return how a run came out here, and how it did elsewhere, for a sentence; empty if it is the same.

        Examples
        --------
        >>> Fingerprint("0f", 100, 0.25, 3.0).difference(Fingerprint("0f", 100, 0.24, 3.0))
        'its loss at the end is 0.25 here and was 0.24 there'
        """
        if self.agrees_with(there):
            return ""
        if self.epoch != there.epoch:
            return f"it ends at epoch {self.epoch:,} here and did at epoch {there.epoch:,} there"
        losses = sentence_number(self.loss), sentence_number(there.loss)
        if losses[0] != losses[1]:
            return f"its loss at the end is {losses[0]} here and was {losses[1]} there"
        return "its weights at the end differ in digits that the page does not show"

    def to_list(self) -> list[Any]:
        """Return it as a plain list, which passes through json unchanged."""
        return [self.of, self.epoch, self.loss, self.length]

    @classmethod
    def from_list(cls, record: object) -> Fingerprint:
        """Return what `to_list` wrote.

        Raises
        ------
        FormatError
            If it is none.

        Examples
        --------
        >>> Fingerprint.from_list(["0f", 100, 0.25, -3.0])
        Traceback (most recent call last):
        nncore.errors.FormatError: fingerprint: length must be a finite number of at least 0. Got -3.0 instead.
        """
        of, *numbers = read_list("fingerprint", record, lambda _, value: value) or [None]
        if not isinstance(of, str) or len(of) > _LETTERS_OF_DIGEST or len(numbers) != 3:
            raise FormatError(f"fingerprint must be a digest and three numbers. Got {quoted(record)} instead.")
        try:
            epoch = require_whole_number("epoch", numbers[0], at_least=0, at_most=MOST_WRITTEN_OUT)
            loss = require_number("loss", numbers[1])
            return cls(of, epoch, loss, require_number("length", numbers[2], at_least=0))
        except NeuralNetworkError as error:
            raise FormatError(f"fingerprint: {error}") from error


def _digest(experiment: Experiment) -> str:
    """Return a digest of everything that decides the numbers, to the last bit."""
    record = experiment.to_dict()
    digest = sha256()
    for name in TABLES:
        table = getattr(experiment.dataset, name)
        if table is not None:
            digest.update(f"{name} {table.shape}".encode())
            digest.update(table.astype("<f8").tobytes())
        del record["dataset"][name]
    digest.update(json.dumps(record, sort_keys=True).encode())
    return digest.hexdigest()[:_LETTERS_OF_DIGEST]


def _rounded(number: float) -> float:
    return float(f"{number:.{_DIGITS - 1}e}")


def _agree(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=AGREEMENT, abs_tol=AGREEMENT)
