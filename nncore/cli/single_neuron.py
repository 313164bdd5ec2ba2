"""Play the first article's session, word for word."""

from __future__ import annotations

import numpy as np

from nncore.cli.asking import ask_number
from nncore.cli.ending import SessionEndedError
from nncore.cli.training import require_finite, trainer_after_warnings
from nncore.experiment.experiment import Experiment

QUESTIONS = ("User Input One: ", "User Input Two: ", "User Input Three: ")


def play(experiment: Experiment) -> None:
    """Train one neuron, ask for a new situation, and print what the neuron makes of it.

    The session is that of Michael J. Garbade, *How to Create a Simple Neural Network in Python* (KDnuggets).

    Parameters
    ----------
    experiment : Experiment
        One neuron with three inputs, which sees its rows unscaled.

    Raises
    ------
    SessionEndedError
        If the numbers stop being finite, or the input ends before the three numbers.
    """
    trainer = trainer_after_warnings(experiment)
    print("Beginning Randomly Generated Weights: ")
    print(trainer.network.weights[0])

    run = trainer.finish()
    require_finite(run.stop_reason)
    print("Ending Weights After Training: ")
    print(run.network.weights[0])

    answers = [ask_number(question) for question in QUESTIONS]
    outputs = run.network.predict([[answer.number for answer in answers]])
    if not np.isfinite(outputs).all():
        raise SessionEndedError("The neuron cannot add up inputs of this size. Write numbers nearer to 1.")
    # The article prints the three as they were typed, after a space of its own and one from print.
    print("Considering New Situation: ", *(answer.typed for answer in answers))
    print("New Output data: ")
    print(outputs[0])
    print("Wow, we did it!")
