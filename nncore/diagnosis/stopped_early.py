"""A run that ended while its loss was still falling."""

from __future__ import annotations

from collections.abc import Iterator

from nncore.diagnosis.cuts import one_neuron_of
from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.mends import with_more_epochs
from nncore.diagnosis.stuck import AT_REST
from nncore.number_text import number_text


def stopped_early(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that rows are not learnt though the loss still fell when the run ended.

    Where one neuron can separate the classes its loss falls for ever, however slowly.
    """
    course, last, ended_by = run.course, int(run.epochs[-1]), run.run.stop_reason.kind
    if not run.has_failed or not run.is_finite or course.fell <= 0 or ended_by == "no_validation_improvement":
        return
    if course.is_flat and run.pace <= AT_REST:
        answer = one_neuron_of(run)
        if answer is None or answer.kind != "separable":
            return
    stopped = ended_by != "epochs"
    ended = f" {run.run.stop_reason.sentence}" if stopped else ""
    fall = f"{course.fell:.0%}" if course.fell > 0.01 else f"{number_text(100 * course.fell)}%"
    yield Finding(
        "stopped_early",
        f"After {last:,} epochs {run.named_unlearnt()}, and the loss was still falling, {fall} of it in the second half of the "
        f"run, to {number_text(course.last)}.{ended} Let it train longer.",
        rows=run.unlearnt,
        epochs=(last,),
        mend=with_more_epochs(run.experiment, stopped=stopped),
        numbers=(("loss in the middle", course.middle), ("loss at the end", course.last)),
    )
