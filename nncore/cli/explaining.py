"""Print one update of one weight, worked as on paper."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from shutil import get_terminal_size

from nncore.cli.ending import SessionEndedError, say
from nncore.cli.experiment_file import add_experiment, named_experiment
from nncore.cli.options import whole_or_text
from nncore.errors import SettingError, require_known
from nncore.explanation.explain import explain
from nncore.explanation.moodle_questions import moodle_questions
from nncore.explanation.on_paper import MOST_DIGITS, on_paper
from nncore.explanation.worked_text import COLUMNS, worked_text
from nncore.explanation.worksheet import worksheet
from nncore.quoting import quoted
from nncore.spreadsheet_export import to_spreadsheet

FORMS = ("worked", "sheet", "moodle")

PARAMETER_ORDER = (
    "layer by layer the weights from its first input to each neuron, from its second to each and so on, then biases"
)


def add_arguments(parser: ArgumentParser) -> None:
    """Give a parser what `play` is asked with.

    Examples
    --------
    >>> parser = ArgumentParser()
    >>> add_arguments(parser)
    >>> parser.parse_args(["single-neuron", "--epoch", "4"]).epoch
    '4'
    """
    add_experiment(parser)
    counted = "counted from 0"
    for name, default, told in (
        ("epoch", "0", "the update leads from this epoch to the next"),
        ("sample", "0", f"the row of the training table that is worked, {counted}; all: every row of the update"),
        ("parameter", "0", f"the weight or bias, {counted}: {PARAMETER_ORDER}"),
        ("batch", None, f"which update of the epoch, {counted}; left out, the one that learns from the row"),
        ("digits", "6", f"how many digits of a number count, 1 to {MOST_DIGITS}; all: as many as there are"),
    ):
        shown = "" if default is None else f" ({default})"
        parser.add_argument(f"--{name}", metavar="NUMBER", default=default, help=told + shown)
    told = "round every number to so many digits before the next line uses it, as on paper"
    parser.add_argument("--on-paper", action="store_true", help=told)
    told = "worked: with every number; sheet: an exercise with blanks, to print; moodle: its questions in GIFT format"
    parser.add_argument("--as", dest="form", metavar="FORM", default=FORMS[0], help=f"{told} ({FORMS[0]})")
    told = "save it as an .xlsx file whose cells compute it again, in place of printing it"
    parser.add_argument("--spreadsheet", metavar="FILE", help=told)


def play(chosen: Namespace) -> None:
    """Print one update of one weight of a run, worked as on paper: forward, backward, update.

    Parameters
    ----------
    chosen : argparse.Namespace
        What `add_arguments` has read, all of it as text.

    Raises
    ------
    SettingError, EpochError
        If there is no such epoch, row, weight or update.
    FormatError, SessionEndedError
        If the experiment cannot be read.
    """
    experiment = named_experiment(chosen.experiment)
    for warning in experiment.warnings():
        say(warning)
    require_known("form", chosen.form, FORMS)
    digits = None if chosen.digits == "all" else _digits(chosen.digits)
    if chosen.on_paper and digits is None:
        raise SettingError('On paper a number has so many digits: write --digits 4, for example, not "all".')
    step = explain(
        experiment,
        epoch=whole_or_text("epoch", chosen.epoch),
        parameter=whole_or_text("parameter", chosen.parameter),
        sample=None if chosen.sample == "all" else whole_or_text("sample", chosen.sample),
        batch=None if chosen.batch is None else whole_or_text("batch", chosen.batch),
    )
    if chosen.on_paper and digits is not None:
        step, digits = on_paper(step, digits), None
    if chosen.spreadsheet is not None:
        _save(chosen.spreadsheet, to_spreadsheet(step))
        return
    columns = min(COLUMNS, max(40, get_terminal_size().columns))
    if chosen.form == "moodle":
        print(moodle_questions(step, digits), end="")
    else:
        write = worksheet if chosen.form == "sheet" else worked_text
        print(write(step, digits, columns))


def _save(path: str, data: bytes) -> None:
    try:
        Path(path).write_bytes(data)
    except OSError as error:
        raise SessionEndedError(
            f"{path or 'A file without a name'} cannot be written: {error.strerror or error}."
        ) from error
    print(f"Saved as {path}.")


def _digits(text: str) -> int:
    number = whole_or_text("digits", text)
    if not isinstance(number, int) or not 1 <= number <= MOST_DIGITS:
        raise SettingError(
            f'digits must be a whole number from 1 to {MOST_DIGITS}, or "all". Got {quoted(text)} instead.'
        )
    return number
