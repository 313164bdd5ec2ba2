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

    @property
    def in_sentence(self) -> str:
        """Its label, but of a single neuron's weight, which has the label of its input: that it is the weight is said.

        Examples
        --------
        >>> [name.in_sentence for name in parameter_names((2, 1), True, ["width", "height"], ["price"])]
        ['weight of width', 'weight of height', 'bias']
        """
        return self.label if self.is_bias or "→" in self.label else f"weight of {self.label}"


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
    short = _short_names(neurons)
    single = list(layer_sizes[1:]) == [1]
    found: list[ParameterName] = []
    for place in parameter_places(layer_sizes, bias):
        layer = f"{layers[place.layer]} → {layers[place.layer + 1]}"
        end, short_end = neurons[place.layer + 1][place.end], short[place.layer + 1][place.end]
        if place.start is None:
            label = "bias" if single else bias_name(short_end)
            found.append(ParameterName(bias_name(end), label, layer, is_bias=True))
        else:
            start = neurons[place.layer][place.start]
            label = (
                shortened(start, 2 * _LONGEST_END)
                if single
                else weight_name(short[place.layer][place.start], short_end)
            )
            found.append(ParameterName(weight_name(start, end), label, layer, is_bias=False))
    return tuple(found)


def _short_names(neurons: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the names of each layer as labels have them: a hidden neuron is told from others by its last figure."""
    first, *hidden, last = (list(names) for names in neurons)
    ends = ([shortened(name, _LONGEST_END) for name in names] for names in (first, last))
    return [next(ends), *hidden, next(ends)]
