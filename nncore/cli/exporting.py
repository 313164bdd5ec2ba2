"""Print a trained network as a Python file that needs NumPy alone."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from nncore.cli.experiment_file import add_experiment, named_experiment
from nncore.cli.options import add_options, with_options
from nncore.cli.training import require_finite, trainer_after_warnings
from nncore.python_export import to_python


def add_arguments(parser: ArgumentParser) -> None:
    """Give a parser what `play` is asked with.

    Examples
    --------
    >>> parser = ArgumentParser()
    >>> add_arguments(parser)
    >>> parser.parse_args(["single-neuron", "--epochs", "2"]).experiment
    'single-neuron'
    """
    add_experiment(parser)
    add_options(parser)


def play(chosen: Namespace) -> None:
    """Train a network, and print a Python file that answers as it does and trains it again; it needs NumPy alone.

    Parameters
    ----------
    chosen : argparse.Namespace
        What `add_arguments` has read.

    Raises
    ------
    SettingError
        If an option is outside its limits.
    FormatError, SessionEndedError
        If the experiment cannot be read, or the numbers stop being finite.
    """
    experiment = with_options(named_experiment(chosen.experiment), chosen)
    run = trainer_after_warnings(experiment).finish()
    require_finite(run.stop_reason)
    print(to_python(experiment, history=run.history), end="")
