"""Change a run while it runs. Each kind of change is a type of its own; this list makes them known."""

from nncore.training.interventions.intervention import KINDS, Intervention, Wording, check_interventions
from nncore.training.interventions.of_one_layer import ChangeLayerLearningRate
from nncore.training.interventions.of_one_neuron import SwitchOff
from nncore.training.interventions.of_one_parameter import Freeze, SetParameter
from nncore.training.interventions.of_the_training import ChangeLearningRate, ChangeOptimizer, ChangePenalty

__all__ = [
    "KINDS",
    "ChangeLayerLearningRate",
    "ChangeLearningRate",
    "ChangeOptimizer",
    "ChangePenalty",
    "Freeze",
    "Intervention",
    "SetParameter",
    "SwitchOff",
    "Wording",
    "check_interventions",
]
