"""A class with few rows, of which hardly any is right."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.table_checks.mends import with_rows_repeated

MANY_MORE = 4.0
"""So many times the rows of an ignored class the most frequent one has: then ignoring it costs little."""

HARDLY_ANY, NEARLY_ALL = 0.2, 0.9
"""The share of its rows that are right in a class that is ignored, at most, and in the most frequent one, at least."""


def one_class_ignored(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that hardly any row of a rare class is called right, while nearly all rows of the most frequent one are."""
    dataset = run.experiment.dataset
    classes, called = dataset.classes, dataset.called_classes
    if not run.has_failed or classes is None or called is None:
        return
    wanted, right = classes.of_targets(dataset.targets), run.called_right
    counts = np.bincount(wanted, minlength=classes.count)
    frequent = int(counts.argmax())
    if right[wanted == frequent].mean() < NEARLY_ALL:
        return
    ignored = [place for place in np.flatnonzero(counts) if right[wanted == place].mean() <= HARDLY_ANY]
    rare = [place for place in ignored if MANY_MORE * counts[place] <= counts[frequent]]
    for place in sorted(rare, key=lambda one: counts[one])[:1]:
        rows = np.flatnonzero(wanted == place).tolist()
        times, others = round(counts[frequent] / counts[place]), dataset.samples - len(rows)
        yield Finding(
            "one_class_ignored",
            f"{_called_right(int(right[rows].sum()), len(rows), called[place])}: the other {others:,} rows are "
            f"{called[frequent] if classes.count == 2 else 'of other classes'}, so a network that never answers "
            f"{called[place]} can be right in {others / dataset.samples:.0%}. Rows of {called[place]} have to count for more.",
            rows=tuple(rows),
            epochs=(int(run.epochs[-1]),),
            mend=with_rows_repeated(run.experiment, rows, times),
            judged_by="classes",
            numbers=(("rows of it", float(counts[place])), ("rows of the most frequent", float(counts[frequent]))),
        )


def _called_right(found: int, count: int, name: str) -> str:
    if count == 1:
        return f"The one row of {name} is not called right"
    some = f"Only {found:,}" if found else "None"
    return f"{some} of the {count:,} rows of {name} {'are' if found > 1 else 'is'} called right"
