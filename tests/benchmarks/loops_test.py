"""The loops that the engine is timed against do the same work: otherwise the comparison would say nothing."""

from dataclasses import replace
from importlib.util import find_spec

import numpy as np
import pytest

import nncore

from . import lean_loops, plain_loops
from .peers import MAKERS, pytorch, require_agreement

EPOCHS = 4


@pytest.fixture(params=MAKERS, ids=lambda make: make.__name__)
def make(request):
    return request.param


@pytest.fixture
def work(make):
    """A hundred rows of the work at most, so that the smaller last batch is met, too."""
    whole = make()
    rows = 100 if whole.batch_size == 10 else 150
    return replace(whole, inputs=whole.inputs[:rows], targets=whole.targets[:rows], epochs=EPOCHS)


@pytest.fixture
def run(work):
    return nncore.train(work.network(), work.inputs, work.targets, **work.settings(EPOCHS))


def test_the_plain_loop_records_the_parameters_and_losses_of_the_engine(make, work, run):
    recorded, losses = getattr(plain_loops, make.__name__)(work, work.network(), EPOCHS)

    flat = [np.concatenate([array.ravel() for array in epoch]) for epoch in recorded]
    np.testing.assert_allclose(flat, run.history.parameters, rtol=0, atol=1e-12)
    np.testing.assert_allclose(losses, run.history.loss, rtol=0, atol=1e-12)


def test_the_lean_loop_records_the_parameters_and_losses_of_the_engine(make, work, run):
    recorded, losses = getattr(lean_loops, make.__name__)(work, work.network(), EPOCHS)

    np.testing.assert_allclose(recorded, run.history.parameters, rtol=0, atol=1e-12)
    np.testing.assert_allclose(losses, run.history.loss, rtol=0, atol=1e-12)


@pytest.mark.skipif(find_spec("torch") is None, reason="PyTorch is not installed")
def test_pytorch_ends_with_the_parameters_of_the_engine(work, run):
    parameters = pytorch(work, EPOCHS)

    np.testing.assert_allclose(parameters, run.network.parameters, rtol=0, atol=1e-12)


def test_a_peer_that_does_other_work_is_not_timed(work):
    def honest(work, epochs):
        return work.network().parameters

    def lazy(work, epochs):
        return work.network().parameters + 1e-8

    with pytest.raises(AssertionError, match="lazy must end as the engine does"):
        require_agreement(work, {"engine": honest, "lazy": lazy})
