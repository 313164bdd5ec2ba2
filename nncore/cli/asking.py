"""Ask the person at the keyboard, or the pipe in their place, for a number."""

from __future__ import annotations

from typing import NamedTuple

from nncore.cli.ending import SessionEndedError, say
from nncore.data.number_parsing import Unreadable, read_number
from nncore.data.number_refusal import shown


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
        Read as a cell of a table is: 0,5 is 0.5, and what can mean two numbers is asked about.

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
        number = read_number(typed)
        if not isinstance(number, Unreadable):
            return Answer(typed, number)
        if number.mend is None:
            say(f'"{shown(typed)}" is not a finite number. Write a number such as 1 or 0.5.')
        else:
            say(number.sentence(typed, ""))


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
