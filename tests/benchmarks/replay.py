"""Measure the longest that `network_at` lets somebody wait who drags the play-head to an epoch that is not recorded."""

from __future__ import annotations

from functools import partial
from statistics import median

import nncore
from nncore.training.history import CHECKPOINT_EVERY, History

from .report import Figure, print_figures, print_title
from .rounds import interleaved
from .works import tanh_batches

EPOCHS = 10_000
HIDDEN = (8, 8)
BATCH_SIZE = 50
OPTIMIZERS = {
    "SGD": nncore.SGD(learning_rate=0.03),
    "momentum": nncore.SGD(learning_rate=0.03, momentum=0.9),
    "Adam": nncore.Adam(learning_rate=0.003),
}
CANDIDATES = 6


def measure(rounds: int) -> None:
    """Print the slowest epoch among those farthest from what is recorded, with shuffled batches."""
    print_title(f"network_at, slowest epoch of {EPOCHS:,}: 250×2→8→8→1 tanh, shuffled batches of {BATCH_SIZE}")
    figures = []
    for name, optimizer in OPTIMIZERS.items():
        history = _history(optimizer)
        assert history.stride > 1, "The history must be thinned; otherwise nothing is replayed."
        contestants = {str(epoch): partial(history.network_at, epoch) for epoch in _farthest(history, optimizer)}
        seconds = interleaved(contestants, rounds)
        slowest = max(contestants, key=lambda epoch: median(seconds[epoch]))
        what = f"{name}: epoch {int(slowest):,}, every {history.stride}th recorded, milliseconds"
        figures.append(Figure(what, 1e3 * median(seconds[slowest]), ".1f"))
    print_figures(figures)


def _history(optimizer: nncore.SGD | nncore.Adam) -> History:
    table = tanh_batches()
    architecture = nncore.Architecture((2, *HIDDEN, 1), ("tanh", "tanh", "tanh"))
    return nncore.train(
        nncore.Network.initialize(architecture, initializer="glorot_uniform", seed=1),
        table.inputs,
        table.targets,
        loss=table.loss,
        optimizer=optimizer,
        epochs=EPOCHS,
        batch_size=BATCH_SIZE,
        shuffle=True,
    ).history


def _farthest(history: History, optimizer: nncore.SGD | nncore.Adam) -> list[int]:
    """Return epochs just before a record, or just before a state if the optimizer has one, spread over the run."""
    spacing = history.stride * (CHECKPOINT_EVERY if optimizer.memory_slots else 1)
    last = history.last_epoch // spacing
    return sorted({spacing * max(1, last * part // CANDIDATES) - 1 for part in range(1, CANDIDATES + 1)})
