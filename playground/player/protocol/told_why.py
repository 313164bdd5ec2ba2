"""What the player is told of why a run failed, and of what helps."""

from __future__ import annotations

from typing import Any, Literal, get_args

from playground.runs.why_it_failed import WhyItFailed

WantedWhy = Literal["find", "try"]
"""What is asked: what there is to be said of the run, or also what helps."""


def read_wanted_why(given: object) -> WantedWhy | None:
    """Return what the browser asks, or None if it asks nothing.

    Examples
    --------
    >>> read_wanted_why("try"), read_wanted_why("please")
    ('try', None)
    """
    return next((wanted for wanted in get_args(WantedWhy) if given == wanted), None)


def told_why(run: int, why: WhyItFailed) -> dict[str, Any]:
    """Return the findings of a run and the offers as plain JSON.

    Parameters
    ----------
    run : int
        Its number.
    why : WhyItFailed
    """
    return {
        "run": run,
        "findings": [
            {
                "kind": finding.kind,
                "sentence": finding.sentence,
                "is_failure": finding.is_failure,
                "is_mended": finding is why.mended,
            }
            for finding in why.findings
        ],
        "tried": [trial.words for trial in why.trials],
        "still_tried": list(why.still_tried),
        "progress": why.progress,
        "offers": [{"words": offer.words, "sentence": offer.sentence} for offer in why.offers],
    }
