"""PyTorch as the judge of optimizers and losses."""

import numpy as np
import pytest
import torch

import nncore
from nncore.engine.clipping import clip

from ..random_runs import random_table, random_targets

STEPS = 50
OPTIMIZERS = [
    (nncore.SGD(0.05), lambda weights: torch.optim.SGD(weights, lr=0.05)),
    (nncore.SGD(0.05, momentum=0.9), lambda weights: torch.optim.SGD(weights, lr=0.05, momentum=0.9)),
    (
        nncore.SGD(0.05, momentum=0.8, nesterov=True),
        lambda weights: torch.optim.SGD(weights, lr=0.05, momentum=0.8, nesterov=True),
    ),
    (nncore.Adam(0.05), lambda weights: torch.optim.Adam(weights, lr=0.05)),
    (
        nncore.Adam(0.01, beta_1=0.7, beta_2=0.9, epsilon=1e-3),
        lambda weights: torch.optim.Adam(weights, lr=0.01, betas=(0.7, 0.9), eps=1e-3),
    ),
    (nncore.RMSProp(0.01), lambda weights: torch.optim.RMSprop(weights, lr=0.01)),
    (
        nncore.RMSProp(0.02, decay=0.8, epsilon=1e-3),
        lambda weights: torch.optim.RMSprop(weights, lr=0.02, alpha=0.8, eps=1e-3),
    ),
    (nncore.Adagrad(0.1), lambda weights: torch.optim.Adagrad(weights, lr=0.1)),
]
LOSSES = {
    "half_squared_error": (lambda scores, targets: 0.5 * ((scores - targets) ** 2).sum(), "linear", "sum"),
    "mean_squared_error": (torch.nn.functional.mse_loss, "linear", "mean"),
    "mean_absolute_error": (torch.nn.functional.l1_loss, "linear", "mean"),
    "huber": (torch.nn.functional.huber_loss, "linear", "mean"),
    "binary_cross_entropy": (torch.nn.functional.binary_cross_entropy_with_logits, "sigmoid", "mean"),
    "categorical_cross_entropy": (torch.nn.functional.cross_entropy, "softmax", "mean"),
}
ACTIVATIONS = {
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "leaky_relu": torch.nn.functional.leaky_relu,
    "elu": torch.nn.functional.elu,
    "softplus": torch.nn.functional.softplus,
    "linear": lambda z: z,
    "sin": torch.sin,
    "softmax": lambda z: torch.softmax(z, dim=-1),
}


@pytest.mark.parametrize(
    ("optimizer", "oracle"), OPTIMIZERS, ids=lambda case: str(case) if hasattr(case, "name") else ""
)
def test_fifty_steps_of_an_optimizer(optimizer, oracle):
    gradients = np.random.RandomState(3).standard_normal((STEPS, 1, 5))
    parameters = np.linspace(-1, 1, 5)[None].copy()
    weights = torch.tensor(parameters.copy(), requires_grad=True)
    theirs, ours = oracle([weights]), optimizer.stepper(parameters.shape)

    for gradient in gradients:
        weights.grad = torch.tensor(gradient)
        theirs.step()
        ours.step(parameters, gradient.copy())

        np.testing.assert_allclose(parameters, weights.detach().numpy(), rtol=1e-11, atol=1e-12)


@pytest.mark.parametrize(
    ("optimizer", "oracle"), OPTIMIZERS, ids=lambda case: str(case) if hasattr(case, "name") else ""
)
def test_fifty_epochs_of_training(optimizer, oracle):
    inputs, targets = random_table(8, 3, 1), random_targets("binary_cross_entropy", 8, 1, 2)
    network = nncore.Network.initialize(nncore.Architecture((3, 4, 1), ("tanh", "sigmoid")), seed=1)
    parts = [
        torch.tensor(part.copy(), requires_grad=True)
        for pair in zip(network.weights, network.biases, strict=True)
        for part in pair
    ]
    theirs = oracle(parts)

    run = nncore.train(
        network, inputs, targets, loss="binary_cross_entropy", optimizer=optimizer, epochs=STEPS, penalty=None
    )
    losses = []
    for _ in range(STEPS):
        theirs.zero_grad()
        w1, b1, w2, b2 = parts
        z = torch.tanh(torch.tensor(inputs) @ w1 + b1) @ w2 + b2
        loss = torch.nn.functional.binary_cross_entropy_with_logits(z, torch.tensor(targets))
        losses.append(loss.item())
        loss.backward()
        theirs.step()

    np.testing.assert_allclose(run.history.loss[:-1], losses, rtol=1e-9)
    np.testing.assert_allclose(
        run.network.parameters, torch.cat([part.detach().ravel() for part in parts]).numpy(), rtol=1e-8, atol=1e-10
    )


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("hidden", ACTIVATIONS)
def test_loss_and_gradient(loss, hidden):
    oracle, output, reduction = LOSSES[loss]
    inputs, targets = random_table(6, 2, 1), random_targets(loss, 6, 3, 2)
    network = nncore.Network.initialize(nncore.Architecture((2, 4, 3), (hidden, output)), seed=4)
    parts = [
        torch.tensor(part.copy(), requires_grad=True)
        for pair in zip(network.weights, network.biases, strict=True)
        for part in pair
    ]

    gradient = network.backward(network.forward(inputs), targets, loss=loss, reduction=reduction)
    w1, b1, w2, b2 = parts
    value = oracle(ACTIVATIONS[hidden](torch.tensor(inputs) @ w1 + b1) @ w2 + b2, torch.tensor(targets))
    value.backward()

    assert gradient.loss == pytest.approx(value.item(), rel=1e-12)
    np.testing.assert_allclose(
        gradient.parameters, torch.cat([part.grad.ravel() for part in parts]).numpy(), rtol=1e-10, atol=1e-13
    )


def test_clipping_by_norm():
    gradient = np.random.RandomState(0).standard_normal((1, 6))
    weights = torch.zeros(6, dtype=torch.float64, requires_grad=True)
    weights.grad = torch.tensor(gradient[0])
    torch.nn.utils.clip_grad_norm_([weights], max_norm=0.7)

    clip(gradient, 0.7)

    # PyTorch adds 1e-6 to the norm before it divides.
    np.testing.assert_allclose(gradient[0], weights.grad.numpy(), rtol=1e-5)
