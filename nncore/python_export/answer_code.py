"""The part of the file that says what the network answers: bare numbers, or the name of a class and the outputs behind it."""

from __future__ import annotations

from nncore.data.dataset import Dataset
from nncore.metrics.classes import Classes
from nncore.python_export.numpy_code import number_code

_NUMBERS = '''
def answer_text(outputs):
    """Return what is printed of the outputs for a row."""
    return ", ".join(repr(float(output)) for output in outputs)
'''

_ONE_OF_TWO = '''
# Of the output: above the threshold it calls the second class, below it the first.
CLASS_NAMES = {names}
THRESHOLD = {threshold}


def answer_text(outputs):
    """Return what is printed of the output for a row: the class that it calls, and the output itself."""
    output = float(outputs[0])
    is_called = abs(output - THRESHOLD) > {tolerance}
    return f"{{CLASS_NAMES[output > THRESHOLD] if is_called else 'undecided'}}: {{output!r}}"
'''

_ONE_OF_SEVERAL = '''
# Of the outputs, in their order: the largest one calls its class.
CLASS_NAMES = {names}


def answer_text(outputs):
    """Return what is printed of the outputs for a row: the class that they call, and the output of each class."""
    second, largest = sorted(outputs)[-2:]
    called = CLASS_NAMES[int(np.argmax(outputs))] if largest - second > {tolerance} else "undecided"
    each = ", ".join(f"{{name}} {{float(output)!r}}" for name, output in zip(CLASS_NAMES, outputs))
    return f"{{called}}: {{each}}"
'''


def answer_code(dataset: Dataset, threshold: float | None = None) -> str:
    """Return the function that says the outputs for a row: with the name of the class they call, where classes have names.

    Parameters
    ----------
    dataset : Dataset
    threshold : float, optional
        Between two classes; left out, their middle.

    Examples
    --------
    >>> names = {}
    >>> exec(answer_code(Dataset([[0], [1]], [[0], [1]], class_names=["no", "yes"]), 0.75), names)
    >>> names["answer_text"]([0.5]), names["answer_text"]([0.875]), names["answer_text"]([0.75])
    ('no: 0.5', 'yes: 0.875', 'undecided: 0.75')
    """
    classes: Classes | None = dataset.classes
    if classes is None or dataset.class_names is None:
        return _NUMBERS
    form = _ONE_OF_TWO if classes.kind == "two" else _ONE_OF_SEVERAL
    return form.format(
        names=list(dataset.class_names),
        threshold=number_code(classes.threshold if threshold is None else threshold),
        tolerance=repr(classes.tolerance),
    )
