"""A network without biases, where one is needed."""

from __future__ import annotations

from collections.abc import Iterator

from nncore.diagnosis.cuts import least_squares
from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.number_text import number_text
from nncore.table_checks.mends import with_biases
from nncore.table_checks.opposite_rows import opposite_rows
from nncore.table_checks.rows_of_zeros import rows_of_zeros, told_answer
from nncore.table_checks.rows_on_a_ray import rows_on_a_ray

HALF = 0.5
"""A bias that takes less off the squared misses of amounts is not what they lack."""


def needs_bias(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that classes or amounts could be learnt with a bias, or which rows are answered wrongly whatever the weights."""
    if not run.has_failed or run.experiment.architecture.bias:
        return
    answer = run.straight_cuts
    if answer is not None:
        if answer.kind == "needs_bias":
            yield Finding("needs_bias", answer.sentence, rows=answer.rows, mend=with_biases(run.experiment))
        return
    without, with_one = (least_squares(run, bias=bias) for bias in (False, True))
    if without is not None and with_one is not None and with_one < HALF * without:
        yield Finding(
            "needs_bias",
            f"Without a bias the {told_answer(run.experiment, 0.0)} for a row that is all zeros to the network, and every line "
            "has to go through there: with one the squared misses could come down from "
            f"{number_text(without)} to {number_text(with_one)}.",
            rows=run.unlearnt,
            mend=with_biases(run.experiment),
            numbers=(("squared misses", without), ("with a bias", with_one)),
        )
        return
    for found in (*rows_of_zeros(run.table), *opposite_rows(run.table), *rows_on_a_ray(run.table)):
        wrong = tuple(row for row in found.rows if row in run.unlearnt)
        if found.kind != "zero_rows" and wrong:
            yield Finding("needs_bias", found.sentence, rows=wrong, mend=found.mend)
