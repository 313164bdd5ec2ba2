"""Lists, calls and named values as programs write them: Python, JavaScript, R, MATLAB, Mathematica, Java and C."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from playground.tables.reading.program_calls import NoProgramError, transposed, values_of_call
from playground.tables.reading.program_tokens import Tokens, is_number
from playground.tables.reading.reading import MOST_ROWS

DEEPEST = 8
"""Brackets within one another; a table has four at most."""

_escape = re.compile(r"\\(.)").sub
_CLOSES = {"[": "]", "(": ")", "{": "}"}
_NO_VALUES = frozenset({"None", "null", "undefined", "NULL", "nil", "NA_real_", "NA_character_"})


@dataclass
class Named:
    """A value with a name before it: a variable, a key, an argument."""

    name: str
    value: object


@dataclass
class Pair:
    """What an arrow leads from and to, or a list that is the key of a value."""

    left: object
    right: object


@dataclass
class Bare:
    """A number, or a word without quotation marks."""

    text: str


class Statement(NamedTuple):
    """What stands in one line, or before one semicolon, outside of all brackets."""

    values: list[object]


@dataclass
class _Between:
    """Values, and what stands before each but the first: a comma, a semicolon, a line's end or spaces."""

    values: list[object] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)


def statements_of(text: str) -> Iterator[Statement]:
    """Yield the statements in a text; what comes behind one is read when the next is asked for.

    Raises
    ------
    NoProgramError
        If something in it is no list, call, name or value.
    ShortenedError
        If "..." stands for a value.

    Examples
    --------
    >>> [(named,)] = [found.values for found in statements_of("X = np.array([[0, 1], [1, 0]])")]
    >>> named
    Named(name='X', value=[[0.0, 1.0], [1.0, 0.0]])
    >>> next(statements_of("c(1, 2)")).values, next(statements_of("[1 2; 3 4]")).values
    ([[1.0, 2.0]], [[[1.0, 2.0], [3.0, 4.0]]])
    >>> next(statements_of("data.frame(x = c(1, 2), t = c('a', NA))")).values
    [{'x': [1.0, 2.0], 't': ['a', 'NA']}]
    """
    return _Parser(text).statements()


def value_at(text: str, at: int) -> tuple[object, int]:
    """Return the one value that begins at a place in a text, and about where it ends, whatever comes then.

    Raises
    ------
    NoProgramError
        If none begins there.

    Examples
    --------
    >>> value_at("X = [[0, 1]] + other", 4)
    ([[0.0, 1.0]], 13)
    """
    parser = _Parser(text, at)
    return _plain(parser.value()), parser.place


class _Parser:
    def __init__(self, text: str, at: int = 0) -> None:
        self._tokens = Tokens(text, at)
        self._depth = 0

    @property
    def place(self) -> int:
        """Where the token that comes next ends, or no token is."""
        return self._tokens.place

    def statements(self) -> Iterator[Statement]:
        """Yield the statements, each cut into its values."""
        found, count = Statement([]), 0
        while self._tokens.kind:
            if self._tokens.kind in ("line", "sign"):
                if self._tokens.text != "," and found.values:
                    yield found
                    found, count = Statement([]), count + 1
                    if count > MOST_ROWS + 1:
                        raise NoProgramError
                self._tokens.go_on()
                continue
            found.values.append(_plain(self._item(in_brackets=False)))
        if found.values:
            yield found

    def _item(self, *, in_brackets: bool) -> object:
        """Return a value, with its name or with what an arrow leads to from it."""
        left = self.value()
        if self._tokens.kind not in ("named", "arrow"):
            return left
        of_list = not isinstance(left, Bare | str)
        is_arrow = self._tokens.kind == "arrow" and (of_list or (isinstance(left, Bare) and is_number(left.text)))
        self._tokens.go_on()
        while in_brackets and self._tokens.kind == "line":
            self._tokens.go_on()
        right = self.value()
        if of_list or is_arrow:
            return Pair(_plain(left), _plain(right))
        if isinstance(left, Bare) and is_number(left.text):
            raise NoProgramError
        return Named(left.text if isinstance(left, Bare) else str(left), _plain(right))

    def value(self) -> object:
        """Return the value that begins here, and go on behind it."""
        kind, token = self._tokens.kind, self._tokens.text
        if kind == "open":
            return self._suffixed(self._bracketed())
        if kind not in ("text", "number", "word"):
            raise NoProgramError
        self._tokens.go_on()
        if kind == "text":
            return _escape(r"\1", token.lstrip("rbfu")[1:-1])
        is_call = kind == "word" and self._tokens.kind == "open" and not self._tokens.is_spaced
        return self._suffixed(self._called(token)) if is_call else Bare(token)

    def _bracketed(self) -> object:
        """Return what stands between two brackets: a list, a list of rows, or values by their names."""
        between = self._between()
        named = [value for value in between.values if isinstance(value, Named)]
        if not named:
            return _in_rows(between)
        if len(named) < len(between.values):
            raise NoProgramError
        return _by_name(named)

    def _between(self) -> _Between:
        closing = _CLOSES[self._tokens.text]
        self._depth += 1
        if self._depth > DEEPEST:
            raise NoProgramError
        found, sign = _Between(), ""
        self._tokens.go_on()
        while self._tokens.text != closing or self._tokens.kind != "close":
            if self._tokens.kind in ("line", "sign"):
                if self._tokens.kind == "sign" and (sign.strip() or not found.values):
                    raise NoProgramError  # nothing stands between two commas
                sign = max(sign, {"\n": " \n", ",": ",", ";": ";"}[self._tokens.text])
                self._tokens.go_on()
                continue
            if not self._tokens.kind:
                raise NoProgramError
            found.values.append(self._item(in_brackets=True))
            found.signs.append(sign or " ")
            sign = ""
        self._depth -= 1
        self._tokens.go_on()
        return found

    def _called(self, name: str) -> object:
        arguments = self._between().values
        named = {value.name: value.value for value in arguments if isinstance(value, Named)}
        given = [_plain(value) for value in arguments if not isinstance(value, Named)]
        if len(name) == 1 and name not in "ct" and self._tokens.kind == "named":  # f(0, 1) = 1
            return given
        return values_of_call(name, given, named)

    def _suffixed(self, value: object) -> object:
        while self._tokens.kind in ("turned", "left_out"):
            value = transposed(value) if self._tokens.kind == "turned" else value
            self._tokens.go_on()
        return value


def _plain(value: object) -> object:
    """Return a value without the mark that it had no quotation marks."""
    if not isinstance(value, Bare):
        return value
    if is_number(value.text):
        number = float(value.text.replace("_", "").replace("−", "-"))
        # What no float64 is near to stays the text that it is, and is asked about.
        return number if math.isfinite(number) else value.text
    return None if value.text in _NO_VALUES else value.text


def _by_name(named: list[Named]) -> dict[str, object]:
    found = {one.name: one.value for one in named}
    if len(found) < len(named):
        raise NoProgramError
    return found


def _in_rows(between: _Between) -> list[object]:
    """Return a list, cut into rows at semicolons or line ends where these alone stand between rows."""
    values, signs = [_plain(value) for value in between.values], [*between.signs[1:]]
    by_semicolon = ";" in signs
    of_scalars = not any(isinstance(value, list | dict | Pair) for value in values)
    by_line = " \n" in signs and of_scalars
    if "," in signs and " " in signs:
        raise NoProgramError
    if not by_semicolon and not by_line:
        return values
    rows: list[list[object]] = [[]]
    for value, sign in zip(values, ["", *signs], strict=True):
        if sign == ";" or (sign == " \n" and not by_semicolon):
            rows.append([])
        rows[-1].append(value)
    return list(rows)
