"""ReLUs that answer 0 to every row, and so never learn again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from nncore.diagnosis.diagnosed_run import DiagnosedRun
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.mends import from_drawn_weights, with_leaky_relus
from nncore.diagnosis.neurons import relu_count, silent_neurons
from nncore.diagnosis.other_settings import learnt_otherwise
from nncore.diagnosis.unscaled_inputs import unscaled_after_all
from nncore.experiment.experiment import Experiment
from nncore.network.architecture import Architecture
from nncore.network.network import Network

MANY = 0.5
"""So many of the ReLUs are dead before they are named as the cause."""

LOOKED_AT = 24
"""Recorded epochs among which the one is looked for at which the neurons died."""


def dead_from_the_start(run: DiagnosedRun) -> Iterator[Finding]:
    """Find a whole layer of ReLUs that answer 0 to every training row before the first update: nothing else matters then."""
    if run.has_failed and _whole_layers(run) and _dead_since(run) == 0:
        drawn = _alive_if_drawn(run)
        yield _finding(run) if drawn is None else _set_by_hand(run, drawn)


def dead_on_the_way(run: DiagnosedRun) -> Iterator[Finding]:
    """Find that half the ReLUs and more, or a whole layer of them, answer 0 to every training row at the end.

    Where scaled inputs keep a layer alive, that is found before.
    Where others are left, it is why the run failed if leaky ReLUs learn the table from the same start.
    """
    many = MANY * relu_count(run.experiment.architecture)
    if not run.has_failed or not many:
        return
    if _whole_layers(run):
        if _dead_since(run):
            yield from unscaled_after_all(run)  # the steps that killed them were as large as the inputs
        yield _finding(run)
    elif len(_silent(run)) >= many:
        # The others may do without them.
        is_cause = learnt_otherwise(run, with_leaky_relus(run.experiment)) is not None
        yield replace(_finding(run), is_failure=is_cause)


def _alive_if_drawn(run: DiagnosedRun) -> Experiment | None:
    """Return the experiment from drawn weights if its ReLUs answer then, so that what was set by hand is the cause."""
    drawn = from_drawn_weights(run.experiment)
    if drawn is None or drawn.interventions == run.experiment.interventions:
        return None
    silent = silent_neurons(drawn.architecture, drawn.network().forward(run.table.seen_inputs))
    return None if _all_of_a_layer(drawn.architecture, silent) else drawn


def _set_by_hand(run: DiagnosedRun, drawn: Experiment) -> Finding:
    found = _finding(run)
    sentence = f"{found.sentence} What was set by hand makes it so: weights drawn at random let the rows through."
    return replace(found, sentence=sentence, mend=drawn, alternatives=found.mends)


def _silent(run: DiagnosedRun) -> tuple[tuple[int, int], ...]:
    return silent_neurons(run.experiment.architecture, run.trace)


def _whole_layers(run: DiagnosedRun) -> list[int]:
    return _all_of_a_layer(run.experiment.architecture, _silent(run))


def _all_of_a_layer(architecture: Architecture, silent: Sequence[tuple[int, int]]) -> list[int]:
    in_layers = [layer for layer, _ in silent]
    return [layer for layer, size in enumerate(architecture.layer_sizes[1:]) if in_layers.count(layer) == size]


def _finding(run: DiagnosedRun) -> Finding:
    architecture, since = run.experiment.architecture, _dead_since(run)
    silent, count, whole = len(_silent(run)), relu_count(architecture), _whole_layers(run)
    when = "from the start" if since == 0 else f"since epoch {since:,}"
    some = f"All {count:,}" if silent == count else f"{silent:,} of the {count:,}"
    who = "The one ReLU answers" if count == 1 else f"{some} ReLUs answer{'s' if silent == 1 else ''}"
    what = (
        f"nothing of a row comes through the layer {architecture.layer_name(whole[0])}"
        if whole
        else "only the others still learn"
    )
    return Finding(
        "dead_relu",
        f"{who} 0 to every training row {when}: where a ReLU answers 0 its derivative is 0 too, so its weights get no "
        f"gradient, and {what}.",
        rows=run.unlearnt,
        epochs=(since,),
        mend=with_leaky_relus(run.experiment),
        numbers=(("dead", float(silent)), ("ReLUs", float(count))),
    )


def _dead_since(run: DiagnosedRun) -> int:
    """Return the first of some recorded epochs from which on as many neurons are dead as at the end."""
    count = len(_silent(run))
    last = len(run.epochs) - 1
    places = np.unique(np.concatenate([[0, last], np.geomspace(1, max(1, last), LOOKED_AT).astype(int)]))
    architecture, since = run.experiment.architecture, int(run.epochs[-1])
    for place in places[places <= last][::-1]:
        network = Network(architecture, run.parameters[place])
        if len(silent_neurons(architecture, network.forward(run.table.seen_inputs))) < count:
            break
        since = int(run.epochs[place])
    return since
