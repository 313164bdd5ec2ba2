"""What each parameter of a network is called: by what it connects, and by the layers it stands between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from nncore.errors import SettingError
from nncore.network.flat_order import parameter_places
from nncore.network.layer_names import layer_names
from nncore.network.neuron_names import bias_name, neuron_names, weight_name
from playground.text.wording import shortened

_LONGEST_END = 9


@dataclass(frozen=True)
class ParameterName:
    """One parameter's name in full, its short form for a label beside a line, its layer, and whether it is a bias."""

    name: str
    label: str
    layer: str
    is_bias: bool


def parameter_names(
    layer_sizes: Sequence[int], bias: bool, input_names: Sequence[str], target_names: Sequence[str]
) -> tuple[ParameterName, ...]:
    """Return the names of all parameters in the order of the flat vector.

    Neurons are called as in `nncore.network.neuron_names`. A single neuron's weights need only their input as a label.

    Raises
    ------
    nncore.errors.SettingError
        If there are not as many names as inputs and targets.

    Examples
    --------
    >>> names = parameter_names((2, 1), True, ["width", "height"], ["price"])
    >>> [(name.name, name.label, name.layer) for name in names]  # doctest: +NORMALIZE_WHITESPACE
    [('width → price', 'width', 'Input → Output'), ('height → price', 'height', 'Input → Output'),
     ('bias of price', 'bias', 'Input → Output')]
    """
    for kind, names, size in (("input", input_names, layer_sizes[0]), ("target", target_names, layer_sizes[-1])):
        if len(names) != size:
            raise SettingError(f"The layer sizes speak of {size} {kind}s. Got {len(names)} {kind} names instead.")
    return _parameter_names(tuple(layer_sizes), bias, tuple(input_names), tuple(target_names))


# Twenty thousand names take a twentieth of a second, and every step of a drag needs those of the step before.
@lru_cache(maxsize=4)
def _parameter_names(
    layer_sizes: tuple[int, ...], bias: bool, input_names: tuple[str, ...], target_names: tuple[str, ...]
) -> tuple[ParameterName, ...]:
    neurons, layers = neuron_names(layer_sizes, input_names, target_names), layer_names(len(layer_sizes) - 2)
    single = list(layer_sizes[1:]) == [1]
    found: list[ParameterName] = []
    for place in parameter_places(layer_sizes, bias):
        layer = f"{layers[place.layer]} → {layers[place.layer + 1]}"
        end = neurons[place.layer + 1][place.end]
        if place.start is None:
            found.append(_bias_name(end, layer, single))
        else:
            found.append(_weight_name(neurons[place.layer][place.start], end, layer, single))
    return tuple(found)


def _weight_name(start: str, end: str, layer: str, single: bool) -> ParameterName:
    short = weight_name(shortened(start, _LONGEST_END), shortened(end, _LONGEST_END))
    label = shortened(start, 2 * _LONGEST_END) if single else short
    return ParameterName(weight_name(start, end), label, layer, is_bias=False)


def _bias_name(end: str, layer: str, single: bool) -> ParameterName:
    label = "bias" if single else bias_name(shortened(end, _LONGEST_END))
    return ParameterName(bias_name(end), label, layer, is_bias=True)
