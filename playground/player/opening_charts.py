"""Charts that many pages open with: made once for all of them, as the runs are that they show."""

from __future__ import annotations

from threading import Lock
from typing import Any

from playground.document.chart_choices import ChartChoices
from playground.gallery import opens_a_page
from playground.player.charts import chart_pair, chosen_scale
from playground.runs.live_run import LiveRun

MOST_KEPT = 24
"""Pairs of charts that are kept: more than the gallery has entries, and a few choices for each."""

_kept: dict[tuple[object, ...], dict[str, Any]] = {}
_one_at_a_time = Lock()


def charts_of(run: LiveRun, before: LiveRun | None, choices: ChartChoices) -> dict[str, Any]:
    """Return what `chart_pair` returns; what a finished run of the gallery shows by itself is made once.

    Nobody may write into what is returned. What is kept is known by all that the charts are made of, and no table that was
    typed is ever kept.
    """
    if before is not None or not run.trainer.finished or not opens_a_page(run.experiment):
        return chart_pair(run, before, choices)
    # The recorded epochs belong to it: a run that has begun with those of a longer one may have fewer.
    recorded = len(run.trainer.history.epochs)
    made_of = (run.experiment, run.threshold, choices, chosen_scale(run, choices), recorded)
    with _one_at_a_time:
        if made_of not in _kept:
            while len(_kept) >= MOST_KEPT:
                _kept.pop(next(iter(_kept)))
            _kept[made_of] = chart_pair(run, before, choices)
        return _kept[made_of]
