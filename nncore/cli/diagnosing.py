"""Print why a network did not learn its table, and what its mends give."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from shutil import get_terminal_size
from textwrap import fill

from nncore.cli.experiment_file import add_experiment, named_experiment
from nncore.cli.options import add_options, with_options
from nncore.cli.training import trainer_after_warnings
from nncore.diagnosis.diagnose import diagnose
from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.mend_result import results_sentence, worth_telling
from nncore.diagnosis.mend_trial import try_mend
from nncore.experiment.experiment import Experiment

WIDEST = 100


def add_arguments(parser: ArgumentParser) -> None:
    """Give a parser what `play` is asked with.

    Examples
    --------
    >>> parser = ArgumentParser()
    >>> add_arguments(parser)
    >>> parser.parse_args(["single-neuron", "--epochs", "2", "--try"]).mends
    True
    """
    add_experiment(parser)
    add_options(parser)
    told = "try each mend from many seeds, and tell how many of them learn the table with it"
    parser.add_argument("--try", dest="mends", action="store_true", help=told)


def play(chosen: Namespace) -> None:
    """Train a network, and print why it did not learn its table and what else the run shows.

    Parameters
    ----------
    chosen : argparse.Namespace
        What `add_arguments` has read.

    Raises
    ------
    SettingError, FormatError, SessionEndedError
        If the experiment cannot be read, or cannot be changed so.
    """
    experiment = with_options(named_experiment(chosen.experiment), chosen)
    run = trainer_after_warnings(experiment).finish()
    width = min(WIDEST, max(40, get_terminal_size().columns))
    print(fill(run.stop_reason.sentence, width))
    diagnosed = DiagnosedRun(run, experiment)
    print(fill("The table is not learnt." if diagnosed.has_failed else "The table is learnt.", width))
    for number, finding in enumerate(diagnose(experiment, run=run), start=1):
        print(f"\n{number}. {finding.title}")
        told = [finding.sentence, *(_tried(experiment, finding) if chosen.mends else ())]
        print("\n".join(fill(text, width, initial_indent="   ", subsequent_indent="   ") for text in told))


def _tried(experiment: Experiment, finding: Finding) -> list[str]:
    """Return what the mends of a finding give, as a sentence, if it has any that can be tried."""
    if finding.kind == "test_scaled_by_own_range" or not finding.mends:
        return []  # training never sees how test rows are scaled
    sys.stdout.flush()
    results = [try_mend(experiment, mend, judged_by=finding.judged_by) for mend in finding.mends]
    return [results_sentence(worth_telling(results))]
