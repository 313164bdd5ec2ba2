"""What must hold of a diagnosis whatever the table, the network and the settings."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

import nncore

from ..random_runs import optimizers, penalties, problems


@st.composite
def experiments(draw):
    """Return an experiment of any kind, some of which fail in every way there is."""
    architecture, inputs, targets, loss = draw(problems())
    size = draw(st.sampled_from([1e-3, 1.0, 1.0, 50.0, 1e6]))
    return nncore.Experiment(
        nncore.Dataset(size * inputs, np.round(targets) if draw(st.booleans()) else targets),
        architecture,
        loss=loss,
        optimizer=draw(optimizers((1e-4, 0.3, 50.0))),
        epochs=draw(st.sampled_from([0, 3, 40])),
        penalty=draw(penalties()),
        initializer=draw(st.sampled_from(["uniform", "zeros", "he_normal"])),
        input_scaling=draw(st.sampled_from(["none", "standard"])),
        target_scaling=draw(st.sampled_from(["none", "min_max"])),
        seed=draw(st.integers(0, 1000)),
    )


@settings(deadline=None, max_examples=60)
@given(experiments())
def test_any_run_can_be_diagnosed(chosen):
    found = nncore.diagnose(chosen)

    assert len({finding.kind for finding in found}) == len(found)
    for finding in found:
        assert finding.sentence.endswith(".")
        assert set(finding.rows) <= set(range(chosen.dataset.samples))
        assert all(0 <= epoch <= chosen.epochs for epoch in finding.epochs)
        assert chosen not in finding.mends


@settings(deadline=None, max_examples=60)
@given(experiments())
def test_a_run_whose_rows_are_all_learnt_is_no_failure(chosen):
    run = chosen.trainer(warn=False).finish()
    inputs, targets, _, _ = chosen.scaled()
    good = bool((np.abs(run.network.predict(inputs) - targets) <= 0.1).all()) and run.stop_reason.kind != "not_finite"

    failures = [finding.kind for finding in nncore.diagnose(chosen, run=run) if finding.is_failure]

    assert not (good and failures), failures


@settings(deadline=None, max_examples=20)
@given(experiments())
def test_a_diagnosis_changes_nothing_and_comes_out_the_same_again(chosen):
    before = chosen.to_dict()

    assert nncore.diagnose(chosen) == nncore.diagnose(chosen)
    assert chosen.to_dict() == before
