"""Find the experiment that a command line names: one of the articles', or one in a file."""

from __future__ import annotations

import json
from pathlib import Path

from nncore.cli.ending import SessionEndedError
from nncore.errors import FormatError
from nncore.experiment.experiment import Experiment

LARGEST_FILE = 20_000_000
"""Bytes."""


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
