"""End a session calmly: with a sentence and an exit code, never with a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

from nncore.errors import NeuralNetworkError


class SessionEndedError(Exception):
    """A session that cannot go on; its message is the sentence that says why."""


def say(sentence: str) -> None:
    """Print a sentence about the session on the error stream, after everything that was printed before it.

    Examples
    --------
    >>> say("This does not mix with what the session prints.")
    """
    sys.stdout.flush()
    _complain(sentence)


def exit_code_of(session: Callable[[], int]) -> int:
    """Play a session to its end and return the exit code.

    Parameters
    ----------
    session : callable
        Returns its own exit code.

    Returns
    -------
    int
        What `session` returned, or 1 after `SessionEndedError` and when its output can be written no more, 2 after a
        `NeuralNetworkError`, 130 after Ctrl-C (128 + the number of the signal, as shells have it). A reader who has left,
        as ``head`` does, is told nothing; a disk that is full or an output that was closed from the start gets a sentence.

    Examples
    --------
    >>> def stopped():
    ...     raise SessionEndedError("There was nothing to read.")
    >>> exit_code_of(stopped)
    1
    """
    if sys.stdout is None:
        _complain("The output is closed, so there is nowhere to print to.")
        return 1
    try:
        code = _played(session)
        sys.stdout.flush()
    except BrokenPipeError:
        _leave(sys.stdout)
        return 1
    except OSError as error:
        _leave(sys.stdout)
        _complain(f"The session cannot be read or printed any further: {error.strerror or error}.")
        return 1
    return code


def _complain(sentence: str) -> None:
    if sys.stderr is None:  # print would take the output instead
        return
    try:
        print(sentence, file=sys.stderr, flush=True)
    except OSError:
        _leave(sys.stderr)


def _leave(stream: TextIO) -> None:
    """Write no more to a stream: Python flushes once more when it leaves, and would complain about it again."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _played(session: Callable[[], int]) -> int:
    try:
        return session()
    except SystemExit as leave:  # argparse leaves this way, after it has printed its help or its complaint
        return leave.code if isinstance(leave.code, int) else 0
    except SessionEndedError as end:
        say(str(end))
        return 1
    except NeuralNetworkError as error:
        say(str(error))
        return 2
    except KeyboardInterrupt:
        print()  # the cursor may still stand behind a question
        say("Stopped from the keyboard. Started again, the session gives the same numbers.")
        return 130
