"""What is found in the tables that are open, found once for each experiment, in the words of the page."""

from __future__ import annotations

from collections.abc import Sequence

from nncore.experiment.experiment import Experiment
from nncore.named_rows import named_rows
from nncore.network.activations import find_activation
from nncore.table_checks.check_table import check_table
from nncore.table_checks.table_finding import TableFinding
from playground.page.known_findings import KnownFindings
from playground.page.page_state import PageState
from playground.runs import separable_rows

MOST_ROWS_CHECKED = 10_000
"""As many as a file may have; a table that comes in another way has fewer."""


def described_experiment(state: PageState) -> Experiment:
    """Return what the page's tables and settings say, if its run waits for the play-head, too."""
    return state.wanted or state.open.run.experiment


def findings_of(state: PageState) -> tuple[TableFinding, ...]:
    """Return what is found in the tables that are open, the most important first.

    Nothing, if something has to be mended before they can be learnt. What was checked already is not checked again.

    Examples
    --------
    >>> from playground.gallery import gallery
    >>> [finding.kind for finding in findings_of(PageState(gallery()[0]))]
    ['constant_columns', 'input_equals_target']
    """
    return _findings(state).found


def why_not_separable(state: PageState) -> str:
    """Return why the single neuron that is open cannot learn its table, in a sentence; empty if there is no such reason."""
    return _findings(state).why_not_separable


def _findings(state: PageState) -> KnownFindings:
    here, experiment = state.open, described_experiment(state)
    if here.stale or experiment.dataset.samples > MOST_ROWS_CHECKED:
        return KnownFindings(experiment, here.row_numbers, ())
    known = here.findings
    if known is None or known.experiment is not experiment or known.row_numbers != here.row_numbers:
        training, test = here.row_numbers
        found = check_table(experiment, row_numbers=training or None, test_row_numbers=test or None)
        why = separable_rows.why_not_separable(experiment, training or None)
        known = here.findings = KnownFindings(experiment, here.row_numbers, found, why)
    return known


def told_finding(state: PageState, finding: TableFinding) -> str:
    """Return what is said of a finding beside the table; the page says once what it says above the pictures anyway."""
    if finding.kind != "targets_out_of_reach" or not _is_said_above(described_experiment(state)):
        return finding.sentence
    numbers = state.open.row_numbers[0]
    named = named_rows([numbers[row] if numbers else row + 1 for row in finding.rows])
    return f"{named[0].upper()}{named[1:]}: a target out of reach, as is said above the network."


def _is_said_above(experiment: Experiment) -> bool:
    """Return whether the page warns of a single target out of reach; of sums that softmax never answers it does not."""
    activation = find_activation(experiment.architecture.activations[-1])
    return bool(activation.never_answers(experiment.scaled()[1]).any())


def counted_findings(found: Sequence[TableFinding], notes: int = 0) -> str:
    """Return how many there are to look at: the warnings, or the notes if there is no warning; empty if there is neither.

    Parameters
    ----------
    found : sequence of TableFinding
    notes : int
        How many there are besides.

    Examples
    --------
    >>> warning = TableFinding("one_class", "All rows are of one class.")
    >>> counted_findings([warning], notes=3), counted_findings([], notes=2), counted_findings([])
    ('1 warning', '2 notes', '')
    """
    warnings = sum(finding.weight == "warning" for finding in found)
    count = warnings or len(found) + notes
    return f"{count} {'warning' if warnings else 'note'}{'' if count == 1 else 's'}" if count else ""
