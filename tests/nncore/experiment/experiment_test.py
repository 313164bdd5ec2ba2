import json
from dataclasses import fields, replace

import numpy as np
import pytest

from nncore.data.dataset import Dataset
from nncore.errors import SettingError, TableError, UnknownNameError
from nncore.experiment.experiment import Experiment
from nncore.network.architecture import Architecture
from nncore.network.network import Network
from nncore.training.interventions import Intervention
from nncore.training.optimizers import SGD, Adagrad, Adam, RMSProp
from nncore.training.penalties import L1, L2
from nncore.training.plan import TrainingPlan
from nncore.training.stop_rules import LossReached, NoImprovement, TimeLimit

TABLE = Dataset([[0.0], [1.0]], [[1.0], [3.0]], test_inputs=[[2.0]], test_targets=[[5.0]])
SETTINGS = {
    "dataset": TABLE,
    "architecture": Architecture((1, 1), ("linear",)),
    "loss": "half_squared_error",
    "optimizer": SGD(0.5),
    "epochs": 3,
}


def experiment(**changed):
    return Experiment(**{**SETTINGS, **changed})


@pytest.mark.parametrize("scaling", ["none", "min_max", "standard", "max_abs"])
@pytest.mark.parametrize("test_scaling", ["train", "own"])
def test_the_scaled_tables_cannot_be_written(scaling, test_scaling):
    kept = experiment(input_scaling=scaling, target_scaling=scaling, test_scaling=test_scaling)

    for table in kept.scaled():
        with pytest.raises(ValueError, match="read-only"):
            table[0, 0] = 9.0


@pytest.mark.parametrize(
    "optimizer",
    [
        SGD(np.float64(0.5), np.float32(0.5), True),
        Adam(np.int64(1), np.float32(0.5), np.float64(0.9), np.float64(0.1)),
        RMSProp(np.float32(0.5), np.float32(0.5), np.float32(0.5)),
        Adagrad(np.float32(0.5), np.float32(0.25)),
    ],
)
@pytest.mark.parametrize("penalty", [L1(np.float32(0.5)), L2(np.int32(1))])
def test_an_experiment_of_numpy_numbers_passes_through_json(optimizer, penalty):
    written = experiment(
        optimizer=optimizer,
        penalty=penalty,
        epochs=np.int64(30),
        batch_size=np.int16(1),
        clip_norm=np.float32(2.0),
        seed=np.uint32(7),
        stop=(LossReached(np.float32(0.5)), NoImprovement(np.int64(4)), TimeLimit(np.float32(2.0))),
        interventions=(
            Intervention(np.int64(1), "parameter", (np.int64(0), np.float32(0.5))),
            Intervention(np.int64(2), "learning_rate", np.float32(0.5)),
            Intervention(np.int64(3), "optimizer", optimizer),
            Intervention(np.int64(4), "penalty", penalty),
        ),
    )

    read = Experiment.from_dict(json.loads(json.dumps(written.to_dict())))

    assert read == written


def test_an_experiment_keeps_what_its_plan_keeps():
    kept = experiment(interventions=Intervention(1, "learning_rate", 0.1), epochs=np.int64(4))

    assert all(getattr(kept, field.name) == getattr(kept.plan, field.name) for field in fields(kept.plan))
    assert type(kept.epochs) is int


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"dataset": "x"}, 'dataset must be a Dataset. Got "x" instead.'),
        ({"dataset": None}, "dataset must be a Dataset. Got None instead."),
        ({"architecture": (1, 1)}, "architecture must be an Architecture. Got (1, 1) instead."),
    ],
)
def test_what_is_no_dataset_or_architecture_is_refused(changed, sentence):
    with pytest.raises(SettingError) as refusal:
        experiment(**changed)

    assert str(refusal.value) == sentence


@pytest.mark.parametrize("name", ["input_scaling", "target_scaling", "test_scaling"])
def test_an_unknown_scaling_is_refused_by_the_name_of_its_field(name):
    with pytest.raises(UnknownNameError, match=f'^"foo" is not a known {name}'):
        experiment(**{name: "foo"})


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([1.0, 0.0], "^rows must have two dimensions"),
        ([[1.0, 0.0]], "^rows must have 1 columns"),
        ([["a"]], "^rows, row 1"),
    ],
)
def test_rows_that_cannot_be_answered_are_called_rows(rows, sentence):
    run = experiment().run()

    with pytest.raises(TableError, match=sentence):
        run.predict(rows)


@pytest.mark.parametrize("layers", [(1, 1), (1, 1, 1)])
def test_an_answer_too_large_for_a_float_is_not_the_fault_of_the_rows(layers):
    huge = experiment(architecture=Architecture(layers, ("linear",) * (len(layers) - 1), bias=False))
    network = Network(huge.architecture, [1e200] * huge.architecture.parameter_count)

    with pytest.raises(SettingError, match=r"^The network's answer is too large for a number here"):
        huge.predict(network, [[1e200]])


def test_a_network_of_another_architecture_is_refused():
    other = Network.initialize(Architecture((2, 1), ("linear",)))

    with pytest.raises(SettingError, match=r"^network must have the experiment's architecture"):
        experiment().predict(other, [[1.0]])


def test_by_their_own_range_only_the_inputs_of_test_rows_are_scaled_not_what_they_are_judged_by():
    table = Dataset([[0.0], [2.0]], [[1.0], [3.0]], test_inputs=[[2.0], [6.0]], test_targets=[[5.0], [9.0]])
    own = experiment(dataset=table, input_scaling="min_max", target_scaling="min_max", test_scaling="own")

    inputs, targets, test_inputs, test_targets = own.scaled()

    assert (inputs.tolist(), targets.tolist()) == ([[0.0], [1.0]], [[0.0], [1.0]])
    assert test_inputs.tolist() == [[0.0], [1.0]]
    # 1…3 is what the training targets span: 5 lies two spans above its low end, 9 four.
    assert test_targets.tolist() == [[2.0], [4.0]]


# --- the training plan in it ------------------------------------------------------------------------------------------


def test_the_settings_of_training_are_declared_once_in_the_plan():
    declared = set(vars(Experiment)["__annotations__"])

    assert issubclass(Experiment, TrainingPlan)
    assert not declared & {field.name for field in fields(TrainingPlan)}
    assert type(experiment().plan) is TrainingPlan


def test_a_changed_experiment_has_a_changed_plan():
    changed = replace(experiment(), optimizer=Adam(0.1), epochs=9, interventions=(Intervention(4, "penalty", L2(0.1)),))

    assert (changed.optimizer, changed.epochs) == (Adam(0.1), 9)
    assert (changed.plan.optimizer, changed.plan.epochs) == (Adam(0.1), 9)
    assert changed.plan.in_force(4).penalty == L2(0.1)
    assert experiment().plan.epochs == 3


def test_what_has_no_default_may_stand_without_its_name():
    assert Experiment(*SETTINGS.values()) == experiment()


def test_an_experiment_is_written_in_the_order_of_the_format():
    assert list(experiment().to_dict())[:6] == ["version", "dataset", "architecture", "loss", "optimizer", "epochs"]
