"""The museum: failures to be opened, watched to their end, asked why, and mended."""

from __future__ import annotations

from functools import partial

from nncore.diagnosis.museum import EXHIBITS, Exhibit
from nncore.experiment.experiment import Experiment
from playground.gallery.example import ExperimentExample

MUSEUM = "Museum of failures"
"""What the gallery calls it."""


def _experiment(exhibit: Exhibit) -> Experiment:
    return exhibit.experiment


MUSEUM_EXAMPLES = tuple(
    ExperimentExample(exhibit.title, exhibit.question, "Computed by this project.", partial(_experiment, exhibit))
    for exhibit in EXHIBITS
)
