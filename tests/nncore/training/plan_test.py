import numpy as np
import pytest

from nncore.errors import SettingError
from nncore.training.interventions import Intervention
from nncore.training.optimizers import SGD, Adam
from nncore.training.penalties import L1, L2
from nncore.training.plan import TrainingPlan
from nncore.training.stop_rules import LossReached

SETTINGS = {"loss": "half_squared_error", "optimizer": SGD(0.5), "epochs": 100}


def plan(**changed):
    return TrainingPlan(**{**SETTINGS, **changed})


CHANGES = (
    Intervention(0, "parameter", (0, 1.0)),
    Intervention(3, "learning_rate", 0.25),
    Intervention(3, "penalty", L2(0.1)),
    Intervention(7, "optimizer", Adam(0.01)),
    Intervention(9, "learning_rate", 0.02),
    Intervention(9, "penalty", None),
)


@pytest.mark.parametrize(
    ("epoch", "optimizer", "penalty"),
    [
        (0, SGD(0.5), L1(0.5)),
        (2, SGD(0.5), L1(0.5)),
        (3, SGD(0.25), L2(0.1)),
        (6, SGD(0.25), L2(0.1)),
        (7, Adam(0.01), L2(0.1)),
        (9, Adam(0.02), None),
        (100, Adam(0.02), None),
    ],
)
def test_in_force_is_what_the_interventions_up_to_an_epoch_have_left(epoch, optimizer, penalty):
    state = plan(penalty=L1(0.5), interventions=CHANGES).in_force(epoch)

    assert (state.optimizer, state.penalty) == (optimizer, penalty)


@pytest.mark.parametrize(("epoch", "following"), [(-1, 0), (0, 3), (2, 3), (3, 7), (8, 9), (9, None), (50, None)])
def test_the_next_change_lies_after_the_epoch(epoch, following):
    assert plan(interventions=CHANGES).next_change(epoch) == following


def test_without_interventions_no_change_is_to_come():
    quiet = plan()

    assert quiet.next_change(0) is None
    assert quiet.changes_by_epoch == {}
    assert (quiet.in_force(50).optimizer, quiet.in_force(50).penalty) == (SGD(0.5), None)


def test_the_changes_of_an_epoch_keep_their_order():
    changes = plan(interventions=CHANGES).changes_by_epoch

    assert changes == {0: CHANGES[:1], 3: CHANGES[1:3], 7: CHANGES[3:4], 9: CHANGES[4:]}


def test_many_interventions_are_gone_through_once_for_all_questions(monkeypatch):
    calls = []
    at = SGD.at
    monkeypatch.setattr(SGD, "at", lambda optimizer, rate: calls.append(rate) or at(optimizer, rate))
    busy = plan(interventions=[Intervention(epoch, "learning_rate", 0.1) for epoch in range(50)])

    for epoch in range(100):
        busy.in_force(epoch)

    assert len(calls) == 50


def test_a_single_rule_and_a_single_intervention_stand_for_themselves():
    single = plan(stop=LossReached(0.1), interventions=CHANGES[1])

    assert single == plan(stop=[LossReached(0.1)], interventions=[CHANGES[1]])


@pytest.mark.parametrize("interventions", [None, 5, "abc", [(3, "learning_rate", 0.1)], (None,)])
def test_what_is_no_intervention_is_refused(interventions):
    with pytest.raises(SettingError, match=r"^interventions must hold changes such as .* Got .* instead\.$"):
        plan(interventions=interventions)


def test_numbers_of_numpy_are_kept_as_numbers_of_python():
    kept = plan(epochs=np.int64(5), batch_size=np.int32(2), clip_norm=np.float32(0.5))

    assert [type(value) for value in (kept.epochs, kept.batch_size, kept.clip_norm)] == [int, int, float]
    assert (kept.epochs, kept.batch_size, kept.clip_norm) == (5, 2, 0.5)
