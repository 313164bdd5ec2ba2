"""Cut the text of a formula into numbers, columns, words and signs, each with its place."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from nncore.data.number_refusal import shown
from nncore.errors import FormulaError
from nncore.formulas.column_names import (
    SUPERSCRIPTS,
    belongs_to_a_word,
    bracketed_name,
    name_at,
    written_name,
)
from nncore.formulas.operations import CONSTANTS, FUNCTIONS

MOST_NAMES_SHOWN = 8

_NUMBER = re.compile(r"(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_RAISED = re.compile(f"⁻?[{SUPERSCRIPTS}]+")
_AS_DIGITS = str.maketrans(f"⁻{SUPERSCRIPTS}", "-0123456789")
_SIGNS = {
    **{sign: sign for sign in "+−·/^(),<>≤≥"},
    **dict.fromkeys("-‐‑‒–", "−"),
    **dict.fromkeys("*×⋅∙•∗", "·"),
    **dict.fromkeys("÷∕⁄", "/"),
    "**": "^",
    "<=": "≤",
    ">=": "≥",
}
_INSTEAD = {
    "=": "To compare two sides write > or <.",
    "|": "For the size of a number write abs(…).",
    "%": "For a hundredth write / 100.",
    ";": "Between the numbers of a function write a comma.",
    ":": "To divide write / or ÷.",
    "]": "A name in brackets begins with [.",
}


@dataclass(frozen=True)
class Token:
    """A piece of a formula.

    Attributes
    ----------
    kind : str
        A "word" is a function or a constant; "end" stands behind the last piece.
    text : str
        The name of a column, function or constant; a sign as `nncore.formulas.operations` has it.
    start, end : int
        Where it stands in the text that was typed.
    value : float
        Of a number or an exponent.
    """

    kind: Literal["number", "column", "word", "sign", "raised", "end"]
    text: str
    start: int
    end: int
    value: float = 0.0


def tokens(text: str, names: Sequence[str]) -> Iterator[Token]:
    """Yield the pieces of a formula.

    Parameters
    ----------
    text : str
    names : sequence of str
        Of the columns there are.

    Raises
    ------
    FormulaError
        If something in it is neither a number nor a sign nor a known name.

    Examples
    --------
    >>> [token.text for token in tokens("2*input 1 >= sin(x)", ["input 1", "x"])]
    ['2', '·', 'input 1', '≥', 'sin', '(', 'x', ')', '']
    """
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        token = _token(text, place, names)
        yield token
        place = token.end
    yield Token("end", "", len(text), len(text))


def _token(text: str, place: int, names: Sequence[str]) -> Token:
    if text[place] == "[":
        return _bracketed(text, place, names)
    if number := _NUMBER.match(text, place):
        return _number("number", number)
    if raised := _RAISED.match(text, place):
        return _number("raised", raised)
    for typed in (text[place : place + 2], text[place]):
        if typed in _SIGNS:
            return Token("sign", _SIGNS[typed], place, place + len(typed))
    return _named(text, place, names)


def _number(kind: Literal["number", "raised"], found: re.Match[str]) -> Token:
    value = float(found[0].translate(_AS_DIGITS))
    if math.isinf(value):
        raise FormulaError(f'"{shown(found[0])}" is too large for a number here.', place=found.span())
    if value == 0 and re.match(r"[0.]*[1-9]", found[0]):
        raise FormulaError(f'"{shown(found[0])}" is too close to 0 for a number here. Write 0.', place=found.span())
    return Token(kind, found[0], *found.span(), value)


def _named(text: str, place: int, names: Sequence[str]) -> Token:
    end = place
    while end < len(text) and belongs_to_a_word(text[end]):
        end += 1
    end = max(end, place + 1)
    typed = text[place:end]
    # Not "E", which is more likely a column that is not there than the number 2.718….
    word = {"π": "pi", "√": "sqrt", "E": "E"}.get(typed, typed.casefold())
    column = name_at(text, place, names)
    # A column may be called like a function; the bracket behind it tells which one is meant.
    if column is not None and not (word in FUNCTIONS and column == typed and _opens(text, end)):
        return Token("column", column, place, place + len(column))
    if word in FUNCTIONS or word in CONSTANTS:
        return Token("word", word, place, end)
    character = text[place]
    if not belongs_to_a_word(character):
        instead = _INSTEAD.get(character, "")
        raise FormulaError(f'"{shown(character)}" has no meaning in a formula. {instead}'.rstrip(), place=(place, end))
    raise FormulaError(unknown_name(typed, names), place=(place, end))


def _opens(text: str, place: int) -> bool:
    return text[place:].lstrip().startswith("(")


def _bracketed(text: str, place: int, names: Sequence[str]) -> Token:
    found = bracketed_name(text, place)
    if found is None:
        raise FormulaError(f'"{shown(text[place:])}" has no "]" at its end.', place=(place, len(text)))
    inside, end = found
    for name in (inside, inside.strip()):
        if name in names:
            return Token("column", name, place, end)
    raise FormulaError(unknown_name(inside, names), place=(place, end))


def unknown_name(name: str, names: Sequence[str]) -> str:
    """Return the sentence that refuses a name, with the nearest one that is known.

    Examples
    --------
    >>> unknown_name("sine", ["x1", "x-2"])
    '"sine" is neither a column nor a function. Did you mean sin? The columns are: x1, [x-2].'
    >>> unknown_name("x", ["x1", "x2"])
    '"x" is neither a column nor a function. Did you mean x1? The columns are: x1, x2.'
    """
    asked = name.casefold()[:100]
    known = {**{word: word for word in FUNCTIONS}, **{column.casefold(): written_name(column) for column in names}}
    nearest = [word for word in known if word.startswith(f"{asked} ")]
    close = set(difflib.get_close_matches(asked, known, n=len(known), cutoff=0.5))
    # Of several that are as near the first is meant: a mere "x" is rather x1 than x2.
    nearest += sorted((word for word in known if word in close), key=lambda word: -_likeness(word, asked))
    question = f" Did you mean {shown(known[nearest[0]])}?" if nearest else ""
    listed = ", ".join(shown(written_name(known_name)) for known_name in names[:MOST_NAMES_SHOWN])
    more = f" and {len(names) - MOST_NAMES_SHOWN:,} more" if len(names) > MOST_NAMES_SHOWN else ""
    columns = f" The columns are: {listed}{more}." if names else " There are no columns."
    return f'"{shown(name)}" is neither a column nor a function.{question}{columns}'


def _likeness(word: str, other: str) -> float:
    return difflib.SequenceMatcher(None, word, other).ratio()
