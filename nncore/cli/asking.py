"""Ask the person at the keyboard, or the pipe in their place, for a number."""

from __future__ import annotations

import math
from typing import NamedTuple

from nncore.cli.ending import SessionEndedError, say
from nncore.data.tables import quoted


class Answer(NamedTuple):
    """A number and the text it was typed as."""

    typed: str
    number: float


def ask_number(question: str) -> Answer:
    """Ask until the answer is a finite number.

    Parameters
    ----------
    question : str
        Printed as it is, without a line break, whether somebody types or a pipe answers.

    Returns
    -------
    Answer

    Raises
    ------
    SessionEndedError
        If the input ends before there was a number, or is not text.

    Examples
    --------
    >>> from unittest.mock import patch
    >>> with patch("builtins.input", lambda question: " 0.5"):
    ...     ask_number("How much? ")
    Answer(typed=' 0.5', number=0.5)
    """
    while True:
        typed = _line(question)
        number = _as_number(typed)
        if number is not None:
            return Answer(typed, number)
        say(f"{quoted(typed)} is not a finite number. Write a number such as 1 or 0.5.")


def _line(question: str) -> str:
    try:
        return input(question)
    except UnicodeDecodeError as error:
        trouble = "The input is not readable as text"
        cause: Exception = error
    except (EOFError, RuntimeError) as error:  # RuntimeError: there is no input at all, not even an empty one
        trouble = "The input ended too early"
        cause = error
    print()
    raise SessionEndedError(f'{trouble}: "{question.strip()}" needs a line with a number such as 1 or 0.5.') from cause


def _as_number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
