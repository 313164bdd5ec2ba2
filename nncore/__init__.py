"""The mathematics of small neural networks, in NumPy: forward, backward, training, and every epoch to go back to."""

from nncore import articles
from nncore.architecture import Architecture
from nncore.dataset import Dataset
from nncore.experiment import Experiment, ExperimentRun
from nncore.gradient import Gradient
from nncore.gradient_check import GradientCheck, check_gradient
from nncore.interventions import Intervention
from nncore.metrics import Confusion, confusion
from nncore.network import Network, Trace
from nncore.optimizers import SGD, Adagrad, Adam, RMSProp
from nncore.penalties import L1, L2
from nncore.population import Population, train_population
from nncore.run import Run
from nncore.scaling import MaxAbsScaler, MinMaxScaler, StandardScaler
from nncore.stop_rules import LossReached, NoImprovement, StopReason, TimeLimit
from nncore.trainer import Trainer
from nncore.training import train

__all__ = [
    "L1",
    "L2",
    "SGD",
    "Adagrad",
    "Adam",
    "Architecture",
    "Confusion",
    "Dataset",
    "Experiment",
    "ExperimentRun",
    "Gradient",
    "GradientCheck",
    "Intervention",
    "LossReached",
    "MaxAbsScaler",
    "MinMaxScaler",
    "Network",
    "NoImprovement",
    "Population",
    "RMSProp",
    "Run",
    "StandardScaler",
    "StopReason",
    "TimeLimit",
    "Trace",
    "Trainer",
    "articles",
    "check_gradient",
    "confusion",
    "train",
    "train_population",
]
