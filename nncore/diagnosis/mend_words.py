"""Say what a mend changes, in the words of a sentence that goes on with what it gave."""

from __future__ import annotations

from collections.abc import Iterator

from nncore.experiment.experiment import Experiment
from nncore.number_text import counted, sentence_number
from nncore.table_checks.checked_table import named_columns

ACTIVATIONS = {"leaky_relu": "leaky ReLUs", "relu": "ReLUs"}
OUTPUTS = {"linear": "a linear output", "sigmoid": "a sigmoid output", "softmax": "a softmax output"}
LOSSES = {"binary_cross_entropy": "binary cross-entropy as the loss"}
OPTIMIZERS = {"SGD": "gradient descent"}


def mend_words(experiment: Experiment, mend: Experiment) -> str:
    """Return what a mend has that the experiment has not.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from nncore import SGD, articles
    >>> article = articles.single_neuron()
    >>> mend_words(article, replace(article, optimizer=SGD(0.1), input_scaling="standard"))
    'with scaled inputs and a learning rate of 0.1'
    >>> mend_words(article, replace(article, seed=5))
    'with other seeds'
    >>> hidden = articles.hidden_layer()
    >>> wide = replace(hidden.architecture, layer_sizes=(3, 8, 1), activations=("tanh", "sigmoid"))
    >>> mend_words(hidden, replace(hidden, architecture=wide))
    'with 8 hidden neurons and tanh'
    """
    parts = mend_parts(experiment, mend)
    return f"with {named_columns(parts)}" if parts else "with other seeds"


def mend_parts(experiment: Experiment, mend: Experiment) -> tuple[str, ...]:
    """Return what a mend has that the experiment has not, one by one; nothing where it only starts elsewhere.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from nncore import SGD, articles
    >>> article = articles.single_neuron()
    >>> mend_parts(article, replace(article, optimizer=SGD(0.1), input_scaling="standard"))
    ('scaled inputs', 'a learning rate of 0.1')
    """
    return (
        *_of_the_network(experiment, mend),
        *_of_the_table(experiment, mend),
        *_of_the_training(experiment, mend),
    )


def _of_the_network(experiment: Experiment, mend: Experiment) -> Iterator[str]:
    was, now = experiment.architecture, mend.architecture
    if now.layer_sizes != was.layer_sizes:
        hidden = now.layer_sizes[1:-1]
        widths = named_columns([f"{size:,}" for size in hidden])
        yield f"{widths} hidden neuron{'' if hidden == (1,) else 's'}"
    if len(now.activations) == len(was.activations) and now.activations != was.activations:
        hidden_were, hidden_are = was.activations[:-1], now.activations[:-1]
        changed = [
            ACTIVATIONS.get(name, name) for name, before in zip(hidden_are, hidden_were, strict=True) if name != before
        ]
        if (output := now.activations[-1]) != was.activations[-1]:
            changed.append(OUTPUTS.get(output) or ACTIVATIONS.get(output, output))
        yield named_columns(list(dict.fromkeys(changed)))
    if now.bias and not was.bias:
        yield "biases"


def _of_the_table(experiment: Experiment, mend: Experiment) -> Iterator[str]:
    inputs, targets = mend.input_scaling != experiment.input_scaling, mend.target_scaling != experiment.target_scaling
    if inputs or targets:
        yield f"scaled {' and '.join(['inputs'] * inputs + ['targets'] * targets)}"
    if mend.test_scaling != experiment.test_scaling:
        yield "test rows scaled as the training rows are"
    if mend.dataset.samples > experiment.dataset.samples:
        yield "the rows of the rare class repeated"


def _of_the_training(experiment: Experiment, mend: Experiment) -> Iterator[str]:
    was, now = experiment.optimizer, mend.optimizer
    if mend.loss != experiment.loss:
        yield LOSSES.get(mend.loss, mend.loss)
    if mend.initializer != experiment.initializer or len(mend.interventions) < len(experiment.interventions):
        yield "weights drawn at random" if _starts_otherwise(experiment, mend) else "fewer changes on the way"
    if mend.penalty is None and experiment.penalty is not None:
        yield "no penalty"
    if mend.clip_norm is None and experiment.clip_norm is not None:
        yield "no clipping"
    if experiment.stop and not mend.stop:
        yield "no early stop"
    if now.name != was.name:
        yield OPTIMIZERS.get(now.name, now.name)
    elif now.learning_rate != was.learning_rate:
        yield f"a learning rate of {sentence_number(now.learning_rate)}"
    if mend.epochs != experiment.epochs:
        yield "more epochs" if mend.epochs > experiment.epochs else counted(mend.epochs, "epoch")


def _starts_otherwise(experiment: Experiment, mend: Experiment) -> bool:
    return mend.initializer != experiment.initializer or any(
        change.what == "parameter" and change not in mend.interventions for change in experiment.interventions
    )
