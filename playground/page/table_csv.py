"""The training or the test table of a page as a CSV file, with derived inputs and the network's answers if they are wanted."""

from __future__ import annotations

from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from nncore.metrics.classes import NO_CLASS, UNDECIDED
from playground.page.open_document import OpenDocument
from playground.page.page_state import PageState
from playground.runs.target_units import in_target_units
from playground.tables.reading.reading import Value
from playground.tables.table_file import FurtherColumns, finite_or_none, table_file, word_or_number
from playground.tables.typed_dataset import typed_dataset


def table_csv(state: PageState, name: str, *, with_derived: bool = False, with_outputs: bool = False) -> str:
    r"""Return a table of the page as the text of a CSV file.

    Parameters
    ----------
    state : PageState
    name : str
        "training" or "test".
    with_derived : bool
        Whether the values of the inputs that are derived from the columns come behind them; the values, not the formulas.
    with_outputs : bool
        Whether the outputs of the network at the play-head, and the class it calls, come at the end.

    Notes
    -----
    As long as the table has something to mend there are neither: the run belongs to another one.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> table_csv(PageState(gallery()[0]), "training").splitlines()[:2]
    ['input 1,input 2,input 3,target', '0,0,1,0']
    """
    with state.lock:
        here = state.open
        wanted = (with_derived and _derived(here, name), with_outputs and _answers(here, name))
        further = [] if here.stale else [columns for columns in wanted if columns]
        return table_file(here.columns, here.tables[name].cells, *further)


def _derived(here: OpenDocument, name: str) -> FurtherColumns | None:
    dataset, numbers = here.run.experiment.dataset, _lines(here, name)
    inputs = dataset.all_test_inputs if name == "test" else dataset.all_inputs
    if inputs is None or numbers is None:
        return None
    rows = map(tuple, inputs[:, dataset.input_count :].tolist())
    return FurtherColumns(tuple(column.name for column in dataset.derived), dict(zip(numbers, rows, strict=True)))


def _answers(here: OpenDocument, name: str) -> FurtherColumns | None:
    run = here.run
    experiment = run.experiment
    dataset, is_test = experiment.dataset, name == "test"
    inputs, numbers = experiment.scaled()[2 if is_test else 0], _lines(here, name)
    if inputs is None or numbers is None:
        return None
    epoch = here.viewpoint.epoch
    network = run.trainer.history.network_at(run.trainer.epoch if epoch is None else min(epoch, run.trainer.epoch))
    outputs = in_target_units(experiment, experiment.outputs_at(network.parameters[None], inputs))[0]
    names: tuple[str, ...] = ("output",)
    if dataset.target_count > 1:
        names = tuple(f"output {target}" for target in dataset.target_names)
    rows: list[tuple[Value, ...]] = [tuple(map(finite_or_none, row)) for row in outputs.tolist()]
    if dataset.classes is not None:
        names = (*names, "called")
        rows = [(*row, called) for row, called in zip(rows, _called(here, outputs), strict=True)]
    return FurtherColumns(names, dict(zip(numbers, rows, strict=True)))


def _lines(here: OpenDocument, name: str) -> tuple[int, ...] | None:
    """Return in which lines of a table the rows of the run stand; None where it is a table that the run does not know."""
    reading = typed_dataset(here.columns, here.tables)
    asked = reading.test if name == "test" else reading.training
    if reading.dataset is None or asked is None:
        return None
    inputs = attrgetter("test_inputs" if name == "test" else "inputs")
    is_known = np.array_equal(inputs(reading.dataset), inputs(here.run.experiment.dataset))
    return asked.row_numbers if is_known else None


def _called(here: OpenDocument, outputs: NDArray[np.float64]) -> list[Value]:
    dataset = here.run.experiment.dataset
    classes, words = dataset.classes, dataset.called_classes
    assert classes is not None
    assert words is not None
    places = classes.called(outputs, here.run.threshold if classes.kind == "two" else None).tolist()
    told: dict[int, Value] = {UNDECIDED: "undecided", NO_CLASS: None, **dict(enumerate(map(word_or_number, words)))}
    return [told[place] for place in places]
