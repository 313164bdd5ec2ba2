"""Every setting of a training is written out wherever it can be given, as the plan has it."""

import inspect
import subprocess
import sys
from dataclasses import MISSING, fields
from pathlib import Path

import pytest

import nncore
from nncore.training.plan import TrainingPlan

ROOT = Path(__file__).parents[3]
TAKERS = {
    "train": nncore.train,
    "Trainer": nncore.Trainer,
    "train_population": nncore.train_population,
    "PopulationTrainer": nncore.PopulationTrainer,
}


@pytest.mark.parametrize("taker", TAKERS.values(), ids=TAKERS)
def test_every_setting_of_the_plan_is_written_out_with_its_default_and_by_name_only(taker):
    parameters = inspect.signature(taker).parameters

    for setting in fields(TrainingPlan):
        parameter = parameters[setting.name]
        assert parameter.kind is inspect.Parameter.KEYWORD_ONLY
        assert parameter.default == (parameter.empty if setting.default is MISSING else setting.default)
        assert parameter.annotation not in {parameter.empty, "Any"}


@pytest.mark.parametrize("taker", TAKERS.values(), ids=TAKERS)
def test_nothing_is_taken_that_is_not_written_out(taker):
    kinds = {parameter.kind for parameter in inspect.signature(taker).parameters.values()}

    assert kinds == {inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY}


def test_train_takes_what_its_trainer_takes():
    assert inspect.signature(nncore.train).parameters == inspect.signature(nncore.Trainer).parameters
    one, many = inspect.signature(nncore.train_population), inspect.signature(nncore.PopulationTrainer)
    assert one.parameters == many.parameters


def test_a_misspelt_setting_is_seen_before_anything_runs(tmp_path):
    (tmp_path / "misspelt.py").write_text(
        "import nncore\n\n"
        "def learn(network: nncore.Network) -> None:\n"
        "    sgd = nncore.SGD(0.1)\n"
        '    nncore.train(network, [[1.0]], [[1.0]], loss="huber", optimizer=sgd, epochs=5)\n'
        '    nncore.train(network, [[1.0]], [[1.0]], loss="huber", optimizer=sgd, epoch=5)\n'
        '    nncore.Trainer(network, [[1.0]], [[1.0]], loss="huber", optimizer=sgd, epochs="5")\n',
        encoding="utf-8",
    )

    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--cache-dir", str(tmp_path), "misspelt.py"],
        cwd=tmp_path,
        env={"MYPYPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    found = [line.split(" error: ")[0] for line in checked.stdout.splitlines() if line.startswith("misspelt.py")]
    assert found[0].startswith("misspelt.py:6")
    assert "misspelt.py:7:" in found
    assert not any(line.startswith("misspelt.py:5") for line in found)
