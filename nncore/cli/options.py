"""Let the command line change what an article fixed: seed, epochs, learning rate."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from typing import Any

from nncore.data.number_parsing import MARKS_OF_WHOLE_NUMBERS, Marks, Unreadable, read_number
from nncore.errors import SettingError
from nncore.experiment.experiment import Experiment
from nncore.network.initializers import LARGEST_SEED


def add_options(parser: ArgumentParser, experiment: Experiment | None = None) -> None:
    """Give a parser the three options, and tell an article's own values if it is for one.

    They are read as text: the experiment itself knows its limits, and refuses in a sentence.

    Examples
    --------
    >>> from nncore import articles
    >>> parser = ArgumentParser()
    >>> add_options(parser, articles.single_neuron())
    >>> parser.parse_args(["--epochs", "10"])
    Namespace(seed=None, epochs='10', learning_rate=None)
    """
    own = dict.fromkeys(("seed", "epochs", "learning-rate"), "")
    if experiment is not None:
        values = (f"{experiment.seed}", f"{experiment.epochs:,}", f"{experiment.optimizer.learning_rate:g}")
        own = {name: f" (the article's: {value})" for name, value in zip(own, values, strict=True)}
    for name, told in (
        ("seed", f"which starting weights are drawn, from 0 to {LARGEST_SEED:,}"),
        ("epochs", "how often the whole table is shown"),
        ("learning-rate", "how large each step is"),
    ):
        parser.add_argument(f"--{name}", metavar="NUMBER", help=told + own[name])


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
        If a text is not a number, can mean two of them, or the number is outside the experiment's limits.

    Examples
    --------
    >>> from nncore import articles
    >>> changed = with_options(articles.single_neuron(), Namespace(seed="7", epochs=None, learning_rate="0.5"))
    >>> changed.seed, changed.epochs, changed.optimizer.learning_rate
    (7, 15000, 0.5)
    >>> with_options(articles.single_neuron(), Namespace(seed=None, epochs="1,000", learning_rate=None))
    Traceback (most recent call last):
    nncore.errors.SettingError: epochs: "1,000" can mean 1000 or 1.0. Write 1000 or 1.0.
    """
    changes: dict[str, Any] = {}
    for name in ("seed", "epochs"):
        text = getattr(options, name)
        if text is not None:
            changes[name] = whole_or_text(name, text)
    if options.learning_rate is not None:
        changes["optimizer"] = experiment.optimizer.at(_number_or_text("learning_rate", options.learning_rate, Marks()))
    return replace(experiment, **changes)


def whole_or_text(name: str, text: str) -> Any:
    """Return a whole number that was typed; any other text as it is, for whoever checks the number to refuse.

    Examples
    --------
    >>> whole_or_text("epoch", "12"), whole_or_text("epoch", "2.5")
    (12, '2.5')
    """
    number = _number_or_text(name, text, MARKS_OF_WHOLE_NUMBERS)
    return int(number) if isinstance(number, float) and number.is_integer() else text


def _number_or_text(name: str, text: str, marks: Marks) -> Any:
    """Return a text that is no number as it is: who checks the number refuses it, and quotes it."""
    number = read_number(text, marks)
    if not isinstance(number, Unreadable):
        return number
    if number.mend is not None:
        raise SettingError(f"{name}: {number.sentence(text, '')}")
    return text
