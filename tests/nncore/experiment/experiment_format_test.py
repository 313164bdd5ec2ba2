import pytest

from nncore import articles
from nncore.errors import FormatError
from nncore.experiment.experiment import Experiment


@pytest.mark.parametrize(
    "changed",
    [
        {"version": "x" * 10_000},
        {"optimizer": ["x"] * 10_000},
        {"penalty": ["x"] * 10_000},
        {"stop": "x" * 10_000},
        {"architecture": ["x"] * 10_000},
        {"architecture": {"layer_sizes": "3" * 10_000, "activations": ["sigmoid"]}},
        {"optimizer": {"name": "x" * 10_000, "learning_rate": 1.0}},
        {"epochs": 10**400},
        {"clip_norm": 10**5000},
        {"x" * 10_000: 1},
    ],
)
def test_a_bad_record_is_shown_shortened(changed):
    record = {**articles.single_neuron().to_dict(), **changed}

    with pytest.raises(FormatError) as refusal:
        Experiment.from_dict(record)

    assert len(str(refusal.value)) < 400


def test_a_record_that_is_no_dict_is_shown_shortened():
    with pytest.raises(FormatError, match=r"^An experiment must be a dict\. Got \[0, 0.{34}… instead\.$"):
        Experiment.from_dict([0] * 1000)
