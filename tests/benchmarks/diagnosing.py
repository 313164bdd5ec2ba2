"""Count how many failures are named rightly and how many good runs are called failures, and time a diagnosis."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import partial
from statistics import median

import nncore
from nncore.diagnosis.museum import EXHIBITS, XOR
from nncore.errors import UnwiseWarning
from nncore.generators import GENERATORS

from ..nncore.diagnosis.failed_experiments import experiment
from ..nncore.diagnosis.good_runs import good_runs
from ..nncore.diagnosis.museum_variations import VARIATIONS, failures
from .report import Figure, at_least, at_most, print_figures, print_title
from .rounds import interleaved

EACH, GOOD_RUNS, EPOCHS = 50, 300, 15_000
MENDED, SEEDS = 20, 5
LONGEST, LONGEST_TRIAL = 200.0, 2_000.0
"""Milliseconds."""


def measure(rounds: int) -> None:
    """Print the share of right names, of false alarms and of failures that are mended, and what diagnosis and trials take."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UnwiseWarning)
        _count()
        _mend()
        _time(rounds)
        _try(rounds)


def _count() -> None:
    print_title(f"{EACH} variations of each failure, and {GOOD_RUNS} good runs (percent)")
    for kind in VARIATIONS:
        found = [nncore.diagnose(run.experiment, run=run) for run in failures(kind, EACH)]
        share = 100 * sum(findings[0].kind == kind for findings in found) / EACH
        print_figures([Figure(f"{kind} named first", share, ".0f", at_least(95))])
    found = [nncore.diagnose(run.experiment, run=run) for run in good_runs(GOOD_RUNS)]
    alarms = sum(any(finding.is_failure for finding in findings) for findings in found)
    print_figures([Figure("good runs called a failure", 100 * alarms / GOOD_RUNS, ".1f", at_most(2))])


def _mend() -> None:
    print_title(f"{MENDED} variations of each failure: mended from at least one of {SEEDS} seeds (percent)")
    for kind in VARIATIONS:
        helped = 0
        for run in failures(kind, MENDED):
            named = (found for found in nncore.diagnose(run.experiment, run=run) if found.kind == kind)
            mends = (mend for finding in named for mend in finding.mends)
            tried = (nncore.try_mend(run.experiment, mend, seeds=range(SEEDS)) for mend in mends)
            helped += any(result.helps for result in tried)
        print_figures([Figure(kind, 100 * helped / MENDED, ".0f")])


def _try(rounds: int) -> None:
    print_title("The first mend of each exhibit of the museum, tried")
    for exhibit in EXHIBITS:
        mend = nncore.diagnose(exhibit.experiment)[0].mend
        assert mend is not None
        times = interleaved({"trial": partial(nncore.try_mend, exhibit.experiment, mend)}, rounds)["trial"]
        print_figures([Figure(f"{exhibit.kind} (ms)", 1000 * median(times), ".0f", at_most(LONGEST_TRIAL))])


def _time(rounds: int) -> None:
    print_title(f"Diagnosis of a run of {EPOCHS:,} epochs, beyond the run itself")
    seconds = interleaved({name: _diagnosis(of) for name, of in _runs().items()}, rounds)
    print_figures(
        [Figure(f"{name} (ms)", 1000 * median(times), ".1f", at_most(LONGEST)) for name, times in seconds.items()]
    )


def _runs() -> dict[str, nncore.Experiment]:
    circle = GENERATORS["circle"].generate(count=200).dataset()
    return {
        "the first article": nncore.articles.single_neuron(),
        "XOR, one neuron": experiment(XOR, epochs=EPOCHS),
        "XOR, stuck": experiment(XOR, 2, seed=3, epochs=EPOCHS),
        "XOR, Adam, dead ReLUs": experiment(XOR, 3, hidden="relu", seed=2, epochs=EPOCHS, optimizer=nncore.Adam(0.1)),
        "200 rows, one neuron": experiment(circle, epochs=EPOCHS, reduction="mean"),
        "200 rows, 20 hidden neurons": experiment(circle, 20, epochs=EPOCHS, optimizer=nncore.SGD(1e-4)),
    }


def _diagnosis(of: nncore.Experiment) -> Callable[[], object]:
    run = of.run()
    return lambda: nncore.diagnose(of, run=run)
