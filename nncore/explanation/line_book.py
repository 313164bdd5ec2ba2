"""Collect the lines of a calculation: each finds the numbers of its terms among those that are already there."""

from __future__ import annotations

from functools import lru_cache

from nncore.explanation.arithmetic import terms_of, value_of
from nncore.explanation.line import Line, LineKind, Place
from nncore.formulas.column_names import written_name
from nncore.formulas.expression import Expression
from nncore.formulas.written_expression import written


class LineBook:
    """The lines written so far, by their names, and the numbers they start from.

    Attributes
    ----------
    given : list of Line
        The numbers that are no line's result, in the order in which they were first needed.

    Examples
    --------
    >>> from nncore.explanation.arithmetic import product_of
    >>> book = LineBook()
    >>> names = book.give("weight", 2.0, Place("parameter", parameter=0)), book.give("size", 3.0, Place("input", row=0))
    >>> book.work("z", product_of(*names), Place("neuron", layer=1, unit=0), kind="pre_activation")
    Line(name='z', formula='weight · size', terms=(('weight', 2.0), ('size', 3.0)), value=6.0, note='', \
place=Place(kind='neuron', row=None, layer=1, unit=0, parameter=None), kind='pre_activation')
    """

    def __init__(self) -> None:
        self.given: list[Line] = []
        self._values: dict[str, float] = {}
        self._given_names: dict[tuple[str, Place], str] = {}

    def value(self, name: str) -> float:
        """Return the number of a line."""
        return self._values[name]

    def give(self, name: str, value: float, place: Place, note: str = "", kind: LineKind = "given") -> str:
        """Note a number to start from, once, and return the name that it has here."""
        key = name, place
        if key not in self._given_names:
            line = Line(self._free(name), "", (), float(value), note, place, kind)
            self._given_names[key] = line.name
            self._values[line.name] = line.value
            self.given.append(line)
        return self._given_names[key]

    def work(
        self,
        name: str,
        expression: Expression,
        place: Place,
        *,
        kind: LineKind,
        value: float | None = None,
        note: str = "",
        formula: str | None = None,
    ) -> Line:
        """Return a new line; its name may get a number, if there is one of the same name.

        Parameters
        ----------
        name : str
        expression : Expression
            Of the names of lines and given numbers.
        place : Place
        kind : str
        value : float, optional
            What the network computed; left out, what the formula gives.
        note : str
        formula : str, optional
            In place of the written expression.
        """
        terms = tuple((term, self._values[term]) for term in terms_of(expression))
        found = value_of(expression, dict(terms)) if value is None else float(value)
        text = written(expression, bracketed) if formula is None else formula
        line = Line(self._free(name), text, terms, found, note, place, kind, expression)
        self._values[line.name] = found
        return line

    def _free(self, name: str) -> str:
        # Columns may be called as they like, "z of hidden 1" too.
        free, number = name, 2
        while free in self._values:
            free, number = f"{name} ({number})", number + 1
        return free


@lru_cache(maxsize=4096)
def bracketed(name: str) -> str:
    """Return the name of a term as it stands in a formula: one that is no single word in brackets."""
    # "error of price²" could be the error of a square.
    return f"[{name}]" if " " in name and written_name(name) == name else written_name(name)
