"""What the tests look for on the screen, in one place: a better wording is mended here and nowhere else."""

from dataclasses import replace

import nncore
from playground.text.shown_number import shown_number

ARTICLE_1, ARTICLE_2 = nncore.articles.single_neuron(), nncore.articles.hidden_layer()
OPEN_ARTICLE_1, OPEN_ARTICLE_2 = "Article 1: a single neuron", "Article 2: a hidden layer"

NOT_FINITE = "The numbers stopped being finite"

TABLE_TO_MEND = "A table has something to mend."
FIELD_TO_MEND = "has something to mend."
SETTINGS_TO_MEND = "What stands below belongs to the last settings that went together."
NEVER_REACHED = "can never be reached"

TRAINING_ROWS, TEST_ROWS = "Training rows", "Test rows"
BEFORE = "before"
ARROW = " → "


def expected_outputs(experiment: nncore.Experiment, rows=None) -> list[str]:
    """Return what the trained network answers to rows, the training rows if none are given, as the page writes it."""
    answers = experiment.run().predict(experiment.dataset.inputs if rows is None else rows)
    return [shown_number(answer) for answer in answers.ravel().tolist()]


def outputs_at(experiment: nncore.Experiment, epoch: int) -> list[str]:
    """Return what the network answers to the training rows after an epoch, as the page writes it."""
    network = experiment.run().history.network_at(epoch)
    return [shown_number(answer) for answer in experiment.predict(network, experiment.dataset.inputs).ravel().tolist()]


def with_table(experiment: nncore.Experiment, *, inputs=None, targets=None, **settings) -> nncore.Experiment:
    """Return an experiment with other training rows, no test rows, and other settings."""
    dataset = experiment.dataset
    table = nncore.Dataset(
        dataset.inputs if inputs is None else inputs,
        dataset.targets if targets is None else targets,
        input_names=dataset.input_names,
        target_names=dataset.target_names,
    )
    return replace(experiment, dataset=table, **settings)
