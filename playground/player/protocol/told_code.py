"""The lines of code that train the run on the screen, as the player is told."""

from __future__ import annotations

from typing import Any

from nncore.python_export.screen_code import left_out, screen_code
from playground.runs.live_run import LiveRun


def told_code(run: LiveRun) -> dict[str, Any]:
    """Return the lines as plain JSON, and a sentence on what decides the run and does not stand in them.

    Of a run that has ended they train as many epochs as it has, whatever has ended it.

    Examples
    --------
    >>> from nncore import articles
    >>> told = told_code(LiveRun(7, articles.hidden_layer()))
    >>> told["lines"][8]
    {'text': '    z1 = X @ W1', 'shape': '(6, 3)', 'computes': 'z1'}
    >>> told["note"]
    'Not in these lines: how inputs were scaled. “Download as Python” has all of it.'
    """
    epochs = run.trainer.epoch if run.trainer.finished else None
    missing = left_out(run.experiment, epochs)
    return {
        "run": run.number,
        "is_finished": epochs is not None,
        "lines": [
            {"text": line.text, "shape": line.shape, "computes": line.computes}
            for line in screen_code(run.experiment, epochs)
        ],
        "note": f"Not in these lines: {', '.join(missing)}. “Download as Python” has all of it." if missing else "",
    }
