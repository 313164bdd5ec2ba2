"""Classes that no straight cuts tell apart."""

from __future__ import annotations

from collections.abc import Iterator

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.table_checks.mends import with_hidden_neurons
from nncore.table_checks.one_neuron import one_neuron


def not_separable(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that a network draws but straight cuts, and that none have every row on its side: with the proof."""
    if not run.has_failed:
        return
    answer = run.straight_cuts
    if answer is None or answer.kind != "not_separable":
        return
    come_to = "one neuron" if run.experiment.architecture.output_count == 1 else "none"
    hidden = run.experiment.architecture.layer_sizes[1:-1]
    begin = f"Hidden neurons as they are here come to no more than {come_to}. " if hidden else ""
    yield _finding(run, f"{begin}{answer.sentence} Several hidden neurons draw several cuts.", answer.rows)


def not_separable_from_the_rest(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that each output learns its class by itself, and that no cut parts one of them from all others."""
    architecture = run.experiment.architecture
    if not run.has_failed or run.contradiction is not None:
        return
    if architecture.layer_count > 1 or architecture.activations == ("softmax",):
        return  # softmax weighs each output against the others
    together = run.straight_cuts if architecture.output_count > 1 else None
    alone = None if together is None else one_neuron(run.experiment, row_numbers=run.row_numbers)
    if alone is None or alone.kind != "not_separable":
        return
    yield _finding(
        run, f"{alone.sentence} Each output learns its class by itself. Hidden neurons draw more cuts.", alone.rows
    )


def _finding(run: DiagnosedRun, sentence: str, rows: tuple[int, ...]) -> Finding:
    """Return the finding with as many hidden neurons as are mostly enough, or one less."""
    experiment = run.experiment
    enough = max(3, experiment.dataset.all_input_count + 1, experiment.architecture.output_count)
    fewer = with_hidden_neurons(experiment, enough - 1)
    return Finding(
        "not_separable",
        sentence,
        rows=rows,
        mend=with_hidden_neurons(experiment, enough),
        alternatives=(() if fewer is None else (fewer,)),
    )
