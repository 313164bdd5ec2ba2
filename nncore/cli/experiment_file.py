"""Find the experiment that a command line names: one of the examples here, or one in a file."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path

from nncore import articles
from nncore.cli.ending import SessionEndedError
from nncore.errors import FormatError, require_known
from nncore.experiment.experiment import Experiment
from nncore.textbook_examples import mazur

EXAMPLES = {"single-neuron": articles.single_neuron, "hidden-layer": articles.hidden_layer, "mazur": mazur}

LARGEST_FILE = 20_000_000
"""Bytes."""


def add_experiment(parser: ArgumentParser) -> None:
    """Give a parser the name of an experiment to ask for."""
    parser.add_argument(
        "experiment", metavar="EXPERIMENT", help=f"{', '.join(EXAMPLES)}, or a file that the page has saved"
    )


def named_experiment(named: str) -> Experiment:
    """Return the experiment that somebody named: one of the examples here, or one in a file.

    Parameters
    ----------
    named : str

    Raises
    ------
    UnknownNameError, SessionEndedError, FormatError
        If it is neither.

    Examples
    --------
    >>> named_experiment("hidden-layer").epochs
    200
    """
    if not named or (named not in EXAMPLES and "." not in named and not Path(named).exists()):
        require_known("experiment", named, EXAMPLES)
    return EXAMPLES[named]() if named in EXAMPLES else experiment_in_file(named)


def experiment_in_file(path: str) -> Experiment:
    """Return the experiment of a file: one that the page has saved, or what ``Experiment.to_dict`` gave, as JSON.

    Parameters
    ----------
    path : str

    Raises
    ------
    SessionEndedError
        If the file cannot be read.
    FormatError
        If it holds no experiment; the sentence says why.

    Examples
    --------
    >>> experiment_in_file("nowhere.json")
    Traceback (most recent call last):
    nncore.cli.ending.SessionEndedError: nowhere.json cannot be read: No such file or directory.
    """
    try:
        with Path(path).open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise SessionEndedError(f"{path} cannot be read: {error.strerror or error}.") from error
    if len(data) > LARGEST_FILE:
        raise FormatError(f"{path} is larger than any experiment.")
    try:
        record = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise FormatError(f"{path} holds no experiment: it is not JSON.") from error
    # The page keeps an experiment in a document, and a document beside the trained numbers.
    for key in ("document", "experiment"):
        if isinstance(record, dict) and key in record:
            record = record[key]
    try:
        return Experiment.from_dict(record)
    except FormatError as error:
        raise FormatError(f"{path} holds no experiment: {error}") from error
