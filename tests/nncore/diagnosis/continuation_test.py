"""What a run is said to come to is what it does come to."""

from dataclasses import replace

import pytest

import nncore
from nncore.diagnosis.continuation import continuation
from nncore.diagnosis.museum import XOR
from nncore.training.interventions import Intervention

from .failed_experiments import experiment

SHORT = 100


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"optimizer": nncore.SGD(0.3, momentum=0.9)},
        {"optimizer": nncore.Adam(1.0)},
        {"optimizer": nncore.RMSProp(0.01), "batch_size": 3, "shuffle": True},
        {"penalty": nncore.L2(0.01), "interventions": (Intervention(40, "learning_rate", 0.2),)},
    ],
)
def test_a_run_that_is_continued_is_the_longer_run(settings):
    chosen = experiment(XOR, 3, epochs=SHORT, seed=2, **settings)

    further = continuation(chosen, chosen.run().history)

    longer = replace(chosen, epochs=SHORT + further.epochs).run()
    assert further.loss == longer.history.loss[-1]
    below = longer.history.epochs[(longer.history.loss <= 0.01) & (longer.history.epochs > SHORT)]
    assert further.learnt_after == (below[0] - SHORT if below.size else None)


def test_a_run_that_is_continued_with_another_rate_is_the_run_whose_rate_is_changed_there():
    chosen = experiment(XOR, 3, epochs=SHORT, optimizer=nncore.Adam(0.001))

    further = continuation(chosen, chosen.run().history, 0.05)

    changed = Intervention(SHORT, "learning_rate", 0.05)
    longer = replace(chosen, epochs=SHORT + further.epochs, interventions=(changed,)).run()
    assert further.loss == longer.history.loss[-1]


def test_what_weights_that_are_held_come_to_is_left_open():
    held = experiment(XOR, 3, epochs=SHORT, interventions=(Intervention(0, "frozen", (2, True)),))

    assert continuation(held, held.run().history) is None
