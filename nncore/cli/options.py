"""Let the command line change what an article fixed: seed, epochs, learning rate."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from nncore.experiment.experiment import Experiment
from nncore.network.initializers import LARGEST_SEED


def add_options(parser: ArgumentParser, experiment: Experiment) -> None:
    """Give a parser the three options, with the experiment's own values as defaults.

    They are read as text: the experiment itself knows its limits, and refuses in a sentence.

    Examples
    --------
    >>> from nncore import articles
    >>> parser = ArgumentParser()
    >>> add_options(parser, articles.single_neuron())
    >>> parser.parse_args(["--epochs", "10"])
    Namespace(seed=None, epochs='10', learning_rate=None)
    """
    seed, epochs, learning_rate = experiment.seed, experiment.epochs, experiment.optimizer.learning_rate
    parser.add_argument(
        "--seed",
        metavar="NUMBER",
        help=f"which starting weights are drawn, from 0 to {LARGEST_SEED:,} (the article's: {seed})",
    )
    parser.add_argument(
        "--epochs", metavar="NUMBER", help=f"how often the whole table is shown (the article's: {epochs:,})"
    )
    parser.add_argument(
        "--learning-rate", metavar="NUMBER", help=f"how large each step is (the article's: {learning_rate:g})"
    )


def with_options(experiment: Experiment, options: Namespace) -> Experiment:
    """Return the experiment with what the command line changed.

    Parameters
    ----------
    experiment : Experiment
        As the article has it.
    options : argparse.Namespace
        `seed`, `epochs` and `learning_rate`, each a text, or None to leave it as it is.

    Raises
    ------
    SettingError
        If a text is not a number, or the number is outside the experiment's limits.

    Examples
    --------
    >>> from nncore import articles
    >>> changed = with_options(articles.single_neuron(), Namespace(seed="7", epochs=None, learning_rate="0.5"))
    >>> changed.seed, changed.epochs, changed.optimizer.learning_rate
    (7, 15000, 0.5)
    """
    changes: dict[str, Any] = {}
    if options.seed is not None:
        changes["seed"] = _number_or_text(options.seed, int)
    if options.epochs is not None:
        changes["epochs"] = _number_or_text(options.epochs, int)
    if options.learning_rate is not None:
        changes["optimizer"] = experiment.optimizer.at(_number_or_text(options.learning_rate, float))
    return replace(experiment, **changes)


def _number_or_text(text: str, number: Callable[[str], Any]) -> Any:
    """Return a text that is no number as it is: who checks the number refuses it, and quotes it."""
    try:
        return number(text)
    except ValueError:
        return text
