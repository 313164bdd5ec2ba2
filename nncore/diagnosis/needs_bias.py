"""A network without biases, where one is needed."""

from __future__ import annotations

from collections.abc import Iterator

from nncore.diagnosis.cuts import one_neuron_of
from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.table_checks.mends import with_biases
from nncore.table_checks.rows_of_zeros import rows_of_zeros


def needs_bias(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that the classes could be told apart with a bias, or that rows of zeros get one answer whatever the weights."""
    if not run.has_failed or run.experiment.architecture.bias:
        return
    answer = one_neuron_of(run)
    if answer is not None:
        if answer.kind == "needs_bias":
            yield Finding("needs_bias", answer.sentence, rows=answer.rows, mend=with_biases(run.experiment))
        return
    for found in rows_of_zeros(run.table):
        wrong = tuple(row for row in found.rows if row in run.unlearnt)
        if found.kind == "needs_bias" and wrong:
            yield Finding("needs_bias", found.sentence, rows=wrong, mend=found.mend)
