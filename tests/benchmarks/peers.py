"""Who trains a work: this engine, the loops, scikit-learn, and PyTorch where it is installed.

Each takes a work and a number of epochs. Those that start from the same weights and compute in the same order return
the flat parameters they end with, so that they can be held against each other; scikit-learn, which draws its own, None.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier, MLPRegressor

import nncore

from . import lean_loops, plain_loops, works
from .works import Work

Array = NDArray[np.float64]
Peer = Callable[[Work, int], Array | None]

MAKERS = (
    works.single_neuron,
    works.hidden_layer,
    works.tanh_batches,
    works.thousand_rows,
    works.relu_batches,
    works.two_relu_epochs,
    works.large_tanh_batches,
    works.two_tanh_epochs,
)
SMALL_MAKERS = (works.single_neuron, works.hidden_layer)


def engine(work: Work, epochs: int) -> Array:
    """Train with nncore, every epoch recorded."""
    run = nncore.train(work.network(), work.inputs, work.targets, **work.settings(epochs))
    return np.array(run.network.parameters)


def plain_loop(work: Work, epochs: int, *, loop: Callable[..., plain_loops.Learnt]) -> Array:
    """Train with the loop a reader of the articles would write."""
    recorded, _ = loop(work, work.network(), epochs)
    return np.concatenate([array.ravel() for array in recorded[-1]])


def lean_loop(work: Work, epochs: int, *, loop: Callable[..., lean_loops.Learnt]) -> Array:
    """Train with the loop written for speed."""
    return loop(work, work.network(), epochs)[0][-1]


def scikit_learn(work: Work, epochs: int) -> None:
    """Train with scikit-learn's MLP: its batch losses are recorded, no weights; it always has biases."""
    sizes = work.architecture.layer_sizes
    kind = MLPRegressor if work.architecture.activations[-1] == "tanh" else MLPClassifier
    activation = {"sigmoid": "logistic"}.get(work.architecture.activations[0], work.architecture.activations[0])
    model = kind(
        hidden_layer_sizes=sizes[1:-1],
        activation=activation,
        solver="sgd",
        alpha=0.0,
        batch_size=work.batch_size or len(work.inputs),
        learning_rate_init=work.learning_rate,
        momentum=0.0,
        nesterovs_momentum=False,
        shuffle=False,
        max_iter=epochs,
        tol=0.0,
        n_iter_no_change=epochs + 1,
        random_state=1,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(work.inputs, work.targets.ravel())
    assert model.n_iter_ == epochs, f"scikit-learn made {model.n_iter_} of {epochs} epochs."


def pytorch(work: Work, epochs: int) -> Array:
    """Train with PyTorch, in 64 bits: the whole table's loss is recorded, no weights."""
    torch = import_module("torch")
    torch.set_num_threads(1)
    model = _torch_model(torch, work)
    optimizer = torch.optim.SGD(model.parameters(), lr=work.learning_rate)
    criterion = _torch_criterion(torch, work)
    inputs, targets = torch.from_numpy(work.inputs), torch.from_numpy(work.targets)
    batches = [tuple(map(torch.from_numpy, batch)) for batch in work.batches()]
    losses = []
    for _ in range(epochs):
        for rows, wanted in batches:
            loss = criterion(model(rows), wanted)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        if work.batch_size is None:
            losses.append(loss.item())
        else:
            with torch.no_grad():
                losses.append(criterion(model(inputs), targets).item())
    return np.concatenate([parameter.detach().numpy().T.ravel() for parameter in model.parameters()])


def _torch_model(torch: Any, work: Work) -> Any:
    network, architecture = work.network(), work.architecture
    kinds = {"sigmoid": torch.nn.Sigmoid, "tanh": torch.nn.Tanh, "relu": torch.nn.ReLU}
    parts = []
    for layer, (weights, activation) in enumerate(zip(network.weights, architecture.activations, strict=True)):
        linear = torch.nn.Linear(*weights.shape, bias=architecture.bias, dtype=torch.float64)
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(weights.T.copy()))
            if architecture.bias:
                linear.bias.copy_(torch.from_numpy(network.biases[layer].copy()))
        parts += [linear, kinds[activation]()]
    if work.loss == "binary_cross_entropy":
        parts.pop()
    return torch.nn.Sequential(*parts)


def _torch_criterion(torch: Any, work: Work) -> Callable[[Any, Any], Any]:
    if work.loss == "binary_cross_entropy":
        return torch.nn.BCEWithLogitsLoss()
    squared = torch.nn.MSELoss(reduction=work.reduction)
    return lambda outputs, targets: 0.5 * squared(outputs, targets)


def peers(make: Callable[[], Work]) -> dict[str, Peer]:
    """Return everyone who trains the work that `make` makes, under the name the report gives them."""
    everyone: dict[str, Peer] = {
        "engine": engine,
        "plain loop": partial(plain_loop, loop=getattr(plain_loops, make.__name__)),
        "lean loop": partial(lean_loop, loop=getattr(lean_loops, make.__name__)),
        "scikit-learn": scikit_learn,
    }
    if find_spec("torch") is not None:
        everyone["PyTorch"] = pytorch
    return everyone


def require_agreement(work: Work, everyone: dict[str, Peer]) -> None:
    """Run everyone once and refuse to time those who do not end with the engine's parameters, to 1e-9."""
    ends = {name: peer(work, work.epochs) for name, peer in everyone.items()}
    for name, parameters in ends.items():
        if parameters is not None and not np.allclose(parameters, ends["engine"], rtol=0, atol=1e-9):
            difference = np.abs(parameters - ends["engine"]).max()
            raise AssertionError(f"{work.name}: {name} must end as the engine does. It ends {difference:.1e} away.")
