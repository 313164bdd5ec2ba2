import pytest

import nncore
from nncore.diagnosis.mend_result import best_result
from nncore.diagnosis.museum import EXHIBITS

from .museum_variations import MUSEUM


def test_there_is_an_exhibit_for_each_kind_that_has_variations():
    assert [exhibit.kind for exhibit in EXHIBITS] == list(MUSEUM)


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda exhibit: exhibit.kind)
def test_an_exhibit_is_named_rightly_and_mended(exhibit):
    finding, *_ = nncore.diagnose(exhibit.experiment)

    results = [nncore.try_mend(exhibit.experiment, mend, seeds=range(20)) for mend in finding.mends]

    assert finding.kind == exhibit.kind
    assert results[0].share >= 0.4
    assert best_result(results).share > 0.9


def test_what_is_mended_is_no_failure_any_more():
    for exhibit in EXHIBITS:
        finding, *_ = nncore.diagnose(exhibit.experiment)
        mended = nncore.try_mend(exhibit.experiment, finding.mend, seeds=range(20)).mend
        assert not [found for found in nncore.diagnose(mended) if found.is_failure], exhibit.kind
