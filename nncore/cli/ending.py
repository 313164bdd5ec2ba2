"""End a session calmly: with a sentence and an exit code, never with a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

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
    print(sentence, file=sys.stderr)


def exit_code_of(session: Callable[[], int]) -> int:
    """Play a session to its end and return the exit code.

    Parameters
    ----------
    session : callable
        Returns its own exit code.

    Returns
    -------
    int
        What `session` returned, or 1 after `SessionEndedError` and when nobody reads the output any more, 2 after a
        `NeuralNetworkError`, 130 after Ctrl-C (128 + the number of the signal, as shells have it).

    Examples
    --------
    >>> def stopped():
    ...     raise SessionEndedError("There was nothing to read.")
    >>> exit_code_of(stopped)
    1
    """
    try:
        code = _played(session)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more when it leaves, and would complain about the same closed pipe again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


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
