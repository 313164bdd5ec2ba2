"""The rates of right names and false alarms over a few of the variations; the benchmark counts all of them."""

import pytest

import nncore

from .good_runs import good_runs
from .museum_variations import VARIATIONS, failures

pytestmark = pytest.mark.filterwarnings("ignore::nncore.errors.UnwiseWarning")


@pytest.mark.parametrize("kind", VARIATIONS)
def test_a_failure_is_named_first(kind):
    first = [nncore.diagnose(run.experiment, run=run)[0].kind for run in failures(kind, 10)]

    assert first == [kind] * 10


def test_good_runs_are_not_called_failures():
    found = [finding for run in good_runs(40) for finding in nncore.diagnose(run.experiment, run=run)]

    assert not [finding for finding in found if finding.is_failure]
