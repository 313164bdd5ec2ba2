"""Experiments of every kind, and one of their updates to be worked, drawn by hypothesis."""

from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

import nncore
from nncore.losses.losses import LOSSES

from ..random_runs import problems, ways_to_train

SCALINGS = ("none", "min_max", "standard", "max_abs")


@dataclass(frozen=True)
class DrawnUpdate:
    """An experiment, its finished run, and which of its updates is to be worked, and how."""

    experiment: nncore.Experiment
    run: nncore.ExperimentRun
    epoch: int
    batch: int
    sample: int | None
    parameter: int

    def _repr_pretty_(self, printer, cycle):
        asked = f"epoch={self.epoch}, batch={self.batch}, sample={self.sample}, parameter={self.parameter}"
        printer.text(f"explain(Experiment.from_dict({self.experiment.to_dict()}), {asked})")

    def worked(self, **changed):
        """Return the update, worked."""
        asked = {"epoch": self.epoch, "batch": self.batch, "sample": self.sample, "parameter": self.parameter}
        return nncore.explain(self.experiment, history=self.run.history, **(asked | changed))

    @property
    def batches(self):
        """How many updates its epoch has."""
        size = min(self.experiment.batch_size or 10**9, self.experiment.dataset.samples)
        return -(-self.experiment.dataset.samples // size)


@st.composite
def experiments(draw, longest=6):
    """Return an experiment of any kind: architecture, loss, optimizer, batches, penalties, changes, scaling."""
    architecture, inputs, targets, loss = draw(problems())
    settings = draw(ways_to_train(architecture, longest=longest))
    dataset = nncore.Dataset(10 * inputs + 3, targets)
    scaled_targets = SCALINGS if LOSSES[loss].output_activation is None else ("none", "min_max")
    return nncore.Experiment(
        dataset,
        architecture,
        loss=loss,
        seed=draw(st.integers(0, 100)),
        initializer=draw(st.sampled_from(["uniform", "glorot_uniform", "he_normal", "zeros"])),
        input_scaling=draw(st.sampled_from(SCALINGS)),
        target_scaling=draw(st.sampled_from(scaled_targets)),
        **settings,
    )


@st.composite
def updates(draw):
    """Return an update of a run; of runs that grow beyond all bounds, one of those before."""
    experiment = draw(experiments())
    with np.errstate(all="ignore"):
        trainer = experiment.trainer(warn=False)
        run = trainer.finish()
    run = nncore.ExperimentRun(experiment, run.network, run.history, run.stop_reason)
    last = run.history.last_epoch
    epoch = draw(st.integers(0, max(0, last - 1)))
    drawn = DrawnUpdate(experiment, run, epoch, 0, None, 0)
    return DrawnUpdate(
        experiment,
        run,
        epoch,
        batch=draw(st.integers(0, drawn.batches - 1)),
        sample=draw(st.none() | st.integers(0, experiment.dataset.samples - 1)),
        parameter=draw(st.integers(0, experiment.architecture.parameter_count - 1)),
    )


def updates_of_runs():
    """Return updates of runs that have one."""
    return updates().filter(lambda drawn: drawn.run.history.last_epoch > 0)
