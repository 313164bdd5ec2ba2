"""Read the command line of ``python -m nncore`` and play the session it asks for."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from typing import Any

from nncore import articles
from nncore.cli import diagnosing, explaining, exporting, hidden_layer, single_neuron
from nncore.cli.ending import exit_code_of
from nncore.cli.options import add_options, with_options
from nncore.errors import require_known

COMMANDS = {
    "explain": (explaining, "one update of one weight of a run, worked as on paper"),
    "diagnose": (diagnosing, "why a network did not learn its table, and what helps"),
    "to-python": (exporting, "a trained network as a Python file that needs NumPy alone"),
}

SESSIONS = {
    "single-neuron": (articles.single_neuron, single_neuron.play, "one neuron: the first article's session"),
    "hidden-layer": (articles.hidden_layer, hidden_layer.play, "one hidden layer: the second article's run"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Play one session, or print what was asked for, and return the exit code.

    Parameters
    ----------
    arguments : sequence of str, optional
        What follows ``python -m nncore``; by default, that of this process.

    Returns
    -------
    int
        0 when all went well, 1 when the session could not go on, 2 for a command line that cannot be followed, 130
        when it was stopped from the keyboard.

    Examples
    --------
    >>> main(["hidden-layer", "--epochs", "-3"])
    2
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    return exit_code_of(lambda: _play(words))


def _play(words: Sequence[str]) -> int:
    parser = _parser()
    if not words:
        parser.print_help()
        return 2
    if not words[0].startswith("-"):
        require_known("command", words[0], [*SESSIONS, *COMMANDS])
    chosen: Namespace = parser.parse_args(words)
    if chosen.command in COMMANDS:
        COMMANDS[chosen.command][0].play(chosen)
        return 0
    article, play, _ = SESSIONS[chosen.command]
    play(with_options(article(), chosen))
    return 0


class _Parser(ArgumentParser):
    def print_help(self, file: Any = None) -> None:
        # argparse itself says nothing of an output that cannot be written.
        print(self.format_help(), end="", file=file)


def _parser() -> ArgumentParser:
    parser = _Parser(
        prog="python -m nncore",
        description="Train one of two small neural networks, number for number as in the articles they come from, "
        "work one update of a network as on paper, or say why one did not learn.",
    )
    commands = parser.add_subparsers(dest="command", metavar="command", required=True)
    for name, (article, play, summary) in SESSIONS.items():
        add_options(commands.add_parser(name, help=summary, description=_first_line(play)), article())
    for name, (command, summary) in COMMANDS.items():
        command.add_arguments(commands.add_parser(name, help=summary, description=_first_line(command.play)))
    return parser


def _first_line(play: Callable[..., None]) -> str:
    return (play.__doc__ or "").split("\n")[0]


if __name__ == "__main__":
    sys.exit(main())
