"""A gradient that hardly anything is left of when it has come back through many layers of sigmoids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.learning_rate_too_low import HARDLY
from nncore.experiment.experiment import Experiment
from nncore.number_text import counted, number_text
from nncore.table_checks.mends import with_settings

MOST_ROWS = 100
"""So many of the first rows are enough to see what comes back."""

FEWEST_LAYERS = 3
"""Through fewer layers of sigmoids a gradient comes back, if slowly."""

LEFT = 0.05
"""So little of the gradient at the last layer's weights is there at the first layer's when it is called vanished."""

NEAR = 0.05
"""A loss that differs by no more from that of one answer to all rows, in parts of it, is that of one answer."""


def vanishing_gradient(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that only the last layers have learnt: one answer to all rows, while the first are about where they were drawn."""
    sigmoids = run.experiment.architecture.activations[:-1].count("sigmoid")
    if not run.has_failed or not run.is_finite or sigmoids < FEWEST_LAYERS:
        return
    left = _left_at_the_first_layer(run)
    moved = float(np.abs(run.network.weights[0] - run.start.weights[0]).max())
    if not 0 < left <= LEFT or moved >= HARDLY or abs(run.unexplained - 1) > NEAR:
        return
    last = int(run.epochs[-1])
    times = number_text(float(f"{1 / left:.1g}"))
    yield Finding(
        "vanishing_gradient",
        f"The gradient vanishes on its way back through {sigmoids} hidden layers of sigmoids, whose derivative is at most "
        f"a quarter: at the start that of a row is {times} times smaller at the first weights than at the last. So in "
        f"{counted(last, 'epoch')} no weight of Hidden 1 has moved by more than {number_text(moved)}, all rows get nearly the "
        f"same answer, and {run.named_unlearnt()}.",
        rows=run.unlearnt,
        epochs=(0, last),
        mend=_with_hidden(run.experiment, "tanh"),
        numbers=(("part of the gradient left", left), ("largest move of a first weight", moved)),
        alternatives=tuple(mend for mend in [_with_hidden(run.experiment, "relu")] if mend is not None),
    )


def _left_at_the_first_layer(run: DiagnosedRun) -> float:
    """Return the gradient at the first weights before any update, in units of that at the last: of a weight and a row.

    Row by row, because those of different rows may cancel out at the last weights.
    """
    experiment, inputs, targets = run.experiment, run.table.seen_inputs, run.table.seen_targets
    squares = np.zeros(2)
    for row in range(min(len(inputs), MOST_ROWS)):
        gradient = run.start.backward(
            run.start.forward(inputs[row : row + 1]), targets[row : row + 1], loss=experiment.loss, reduction="sum"
        )
        squares += [np.square(gradient.weights[layer]).mean() for layer in (0, -1)]
    first, last = np.sqrt(squares).tolist()
    return first / last if last else 0.0


def _with_hidden(experiment: Experiment, activation: str) -> Experiment | None:
    """Return the experiment with another activation for each sigmoid in its hidden layers."""
    *hidden, output = experiment.architecture.activations
    others = (*(activation if name == "sigmoid" else name for name in hidden), output)
    return with_settings(experiment, architecture=replace(experiment.architecture, activations=others))
