"""The first article with interventions or with a row elsewhere, and what a run of it ends with."""

from dataclasses import replace

import numpy as np

import nncore

from ..page_texts import ARTICLE_1, with_table


def changed(*changes):
    """Return the first article with interventions, each given as its epoch, what and value."""
    return replace(ARTICLE_1, interventions=tuple(nncore.Intervention(*change) for change in changes))


def final_parameters(experiment):
    """Return the parameters at the end of the run of an experiment."""
    return experiment.run().network.parameters.tolist()


def moved(old, new):
    """Return the first article with one of its training rows elsewhere."""
    rows = [new if row == old else row for row in ARTICLE_1.dataset.inputs.tolist()]
    return with_table(ARTICLE_1, inputs=np.array(rows, dtype=float))
