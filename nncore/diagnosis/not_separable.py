"""Classes that one neuron cannot tell apart."""

from __future__ import annotations

from collections.abc import Iterator

from nncore.diagnosis.cuts import one_neuron_of
from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.table_checks.mends import with_hidden_neurons


def not_separable(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that a network draws but one straight cut, and that none has every row on its side: with the proof."""
    if not run.has_failed:
        return
    answer = one_neuron_of(run)
    if answer is None or answer.kind != "not_separable":
        return
    hidden = run.experiment.architecture.layer_sizes[1:-1]
    begin = "Hidden neurons as they are here come to no more than one neuron. " if hidden else ""
    enough = max(3, run.experiment.dataset.all_input_count + 1)
    fewer = with_hidden_neurons(run.experiment, enough - 1)
    yield Finding(
        "not_separable",
        f"{begin}{answer.sentence} Several hidden neurons draw several cuts.",
        rows=answer.rows,
        mend=with_hidden_neurons(run.experiment, enough),
        alternatives=(() if fewer is None else (fewer,)),
    )
