"""Hold one update of one weight, worked as on paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from nncore.explanation.line import Line


@dataclass(frozen=True)
class WorkedUpdate:
    """One update of one weight or bias, line by line.

    Attributes
    ----------
    epoch : int
        The epoch it leads away from.
    batch, batches : int
        Which update of the epoch it is, the first being 0, and how many the epoch has.
    rows : tuple of int
        The rows of the training table that the update learns from, the first being 0.
    sample : int or None
        The row that is worked; None for all rows of the update.
    parameter : int
        The place of the weight or bias in the flat vector.
    parameter_name : str
    new_parameters : tuple of float
        All weights and biases after the update, in the order of the flat vector; without what is then set by hand.
    given : tuple of Line
        The numbers that the lines start from: cells, weights, settings, what other rows contribute.
    forward, backward, update : tuple of Line
        Every term of a line is the value of the given number or the line that has its name.

    Examples
    --------
    >>> import nncore
    >>> step = nncore.explain(nncore.articles.single_neuron(), epoch=0, sample=3, parameter=1)
    >>> for line in step.forward[1:]:
    ...     print(f"{line.name} = {line.formula} = {line.value:.6f}")
    z of target = [input 1 → target] · [input 1] + [input 2 → target] · [input 2] + [input 3 → target] · [input 3] = -0.559122
    y of target = 1 / (1 + exp(−[z of target])) = 0.363751
    error of target = [y of target] − [t of target] = 0.363751
    L in row 4 = [error of target]² / 2 = 0.066157
    """

    epoch: int
    batch: int
    batches: int
    rows: tuple[int, ...]
    sample: int | None
    parameter: int
    parameter_name: str
    new_parameters: tuple[float, ...]
    given: tuple[Line, ...]
    forward: tuple[Line, ...]
    backward: tuple[Line, ...]
    update: tuple[Line, ...]

    @property
    def new_value(self) -> float:
        """The weight after the update."""
        return self.update[-1].value

    @property
    def old_value(self) -> float:
        """The weight before the update."""
        return next(
            line.value for line in self.given if line.kind == "weight" and line.place.parameter == self.parameter
        )

    @property
    def lines(self) -> tuple[Line, ...]:
        """Forward, backward and update, one after the other."""
        return self.forward + self.backward + self.update

    @property
    def sections(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """The same in three parts, each under its heading."""
        return ("Forward", self.forward), ("Backward", self.backward), ("Update", self.update)

    def line(self, name: str) -> Line:
        """Return the line or the given number with this name: where a term comes from.

        Raises
        ------
        KeyError
            If there is none.
        """
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> dict[str, Line]:
        return {line.name: line for line in (*self.given, *self.lines)}
