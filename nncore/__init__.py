"""The mathematics of small neural networks, in NumPy: forward, backward, training, and every epoch to go back to."""

from nncore import articles
from nncore.data.dataset import Dataset
from nncore.data.derived_columns import DerivedColumn
from nncore.data.scaling import MaxAbsScaler, MinMaxScaler, StandardScaler
from nncore.diagnosis.diagnose import diagnose
from nncore.diagnosis.finding import Finding
from nncore.diagnosis.mend_result import MendResult
from nncore.diagnosis.mend_trial import MendTrial, try_mend
from nncore.experiment.experiment import Experiment
from nncore.experiment.experiment_run import ExperimentRun
from nncore.explanation import WorkedUpdate
from nncore.explanation.explain import explain
from nncore.formulas import Formula
from nncore.metrics.classes import Classes, find_classes
from nncore.metrics.confusion import Confusion, confusion
from nncore.network.architecture import Architecture
from nncore.network.gradient import Gradient
from nncore.network.gradient_check import GradientCheck, check_gradient
from nncore.network.network import Network
from nncore.network.trace import Trace
from nncore.python_export import to_python
from nncore.separability.linear_separability import linear_separability, separability_of_each_class
from nncore.separability.separability import Separability
from nncore.spreadsheet_export import to_spreadsheet
from nncore.table_checks.check_table import check_table
from nncore.table_checks.one_neuron import OneNeuron, one_neuron
from nncore.table_checks.table_finding import TableFinding
from nncore.training.interventions import Intervention
from nncore.training.optimizers import SGD, Adagrad, Adam, RMSProp
from nncore.training.penalties import L1, L2
from nncore.training.population import Population
from nncore.training.population_trainer import PopulationTrainer
from nncore.training.run import Run
from nncore.training.stop_rules import LossReached, NoImprovement, NoValidationImprovement, StopReason, TimeLimit
from nncore.training.train import train
from nncore.training.train_population import train_population
from nncore.training.trainer import Trainer

__all__ = [
    "L1",
    "L2",
    "SGD",
    "Adagrad",
    "Adam",
    "Architecture",
    "Classes",
    "Confusion",
    "Dataset",
    "DerivedColumn",
    "Experiment",
    "ExperimentRun",
    "Finding",
    "Formula",
    "Gradient",
    "GradientCheck",
    "Intervention",
    "LossReached",
    "MaxAbsScaler",
    "MendResult",
    "MendTrial",
    "MinMaxScaler",
    "Network",
    "NoImprovement",
    "NoValidationImprovement",
    "OneNeuron",
    "Population",
    "PopulationTrainer",
    "RMSProp",
    "Run",
    "Separability",
    "StandardScaler",
    "StopReason",
    "TableFinding",
    "TimeLimit",
    "Trace",
    "Trainer",
    "WorkedUpdate",
    "articles",
    "check_gradient",
    "check_table",
    "confusion",
    "diagnose",
    "explain",
    "find_classes",
    "linear_separability",
    "one_neuron",
    "separability_of_each_class",
    "to_python",
    "to_spreadsheet",
    "train",
    "train_population",
    "try_mend",
]
