"""What is open on a page as a Python file that needs NumPy alone."""

from __future__ import annotations

from nncore.python_export.to_python import to_python
from playground.page.page_state import PageState
from playground.tables.encoding import EncodedColumn, encoded_columns


def python_file(state: PageState) -> str:
    """Return the network at the play-head as a Python file, which answers as it does and can train it again.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> "import numpy as np" in python_file(PageState(gallery()[0]))
    True
    """
    with state.lock:
        run, epoch = state.open.run, state.open.viewpoint.epoch
        there = run.trainer.epoch
        return to_python(
            run.experiment,
            history=run.trainer.history,
            epoch=there if epoch is None else min(epoch, there),
            threshold=state.open.document().threshold,
            columns=dict(map(_words, (one for one in encoded_columns(state.open.columns) if one.side == "inputs"))),
        )


def _words(column: EncodedColumn) -> tuple[str, dict[str, tuple[float, ...]]]:
    """Return what a column is called, and for each of its words the numbers that it stands for."""
    coding, words = column.coding, column.column.words or ()
    return column.column.name, {} if coding is None else dict(zip(words, coding.numbers, strict=True))
