"""What people call the neurons of a network, and its weights and biases by what they connect."""

from __future__ import annotations

from collections.abc import Sequence


def neuron_names(
    layer_sizes: Sequence[int], input_names: Sequence[str], target_names: Sequence[str]
) -> list[list[str]]:
    """Return the names of all neurons, layer by layer, the inputs first.

    Neurons of the only hidden layer are "hidden 1", "hidden 2", …; with several hidden layers the layer comes first:
    "hidden 2.3" is the third neuron of the second.

    Examples
    --------
    >>> neuron_names((1, 2, 1), ["size"], ["price"])
    [['size'], ['hidden 1', 'hidden 2'], ['price']]
    """
    hidden = layer_sizes[1:-1]
    names = [list(input_names)]
    for layer, size in enumerate(hidden, start=1):
        prefix = "hidden " if len(hidden) == 1 else f"hidden {layer}."
        names.append([f"{prefix}{number}" for number in range(1, size + 1)])
    return [*names, list(target_names)]


def weight_name(start: str, end: str) -> str:
    """Return the name of the weight from one neuron to another.

    Examples
    --------
    >>> weight_name("size", "hidden 1")
    'size → hidden 1'
    """
    return f"{start} → {end}"


def bias_name(end: str) -> str:
    """Return the name of a neuron's bias.

    Examples
    --------
    >>> bias_name("hidden 1")
    'bias of hidden 1'
    """
    return f"bias of {end}"
