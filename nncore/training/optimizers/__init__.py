"""Heavy-ball gradient descent, Adam, RMSProp and Adagrad, as PyTorch defines them; one file a formula."""

from nncore.training.optimizers.adam import Adam
from nncore.training.optimizers.optimizer import Optimizer, Stepper
from nncore.training.optimizers.sgd import SGD
from nncore.training.optimizers.squared_gradients import Adagrad, RMSProp

OPTIMIZERS: dict[str, type[SGD] | type[Adam] | type[RMSProp] | type[Adagrad]] = {
    optimizer.name: optimizer for optimizer in (SGD, Adam, RMSProp, Adagrad)
}

__all__ = ["OPTIMIZERS", "SGD", "Adagrad", "Adam", "Optimizer", "RMSProp", "Stepper"]
