"""What the charts are asked to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from nncore.errors import require_known
from playground.figures.epoch_axis import EpochScale
from playground.figures.value_axis import ValueScale
from playground.runs.measures import MEASURE_LABELS

VALUE_SCALES = get_args(ValueScale)
EPOCH_SCALES = (*get_args(EpochScale), "auto")


@dataclass(frozen=True)
class ChartChoices:
    """A measure for the first chart, and the scales of the axes.

    Parameters
    ----------
    measure : str
        A name from `playground.runs.measures`; where the table does not allow it the loss is shown.
    value_scale : {"linear", "log"}
    epoch_scale : {"auto", "linear", "log"}
        "auto" is the one on which the run is best seen.

    Raises
    ------
    UnknownNameError
        If one of them is not known.

    Examples
    --------
    >>> ChartChoices("accuracy").value_scale
    'linear'
    """

    measure: str = "loss"
    value_scale: ValueScale = "linear"
    epoch_scale: EpochScale | Literal["auto"] = "auto"

    def __post_init__(self) -> None:
        require_known("measure", self.measure, MEASURE_LABELS)
        require_known("value_scale", self.value_scale, VALUE_SCALES)
        require_known("epoch_scale", self.epoch_scale, EPOCH_SCALES)


@dataclass(frozen=True)
class ChartNote:
    """A sentence that stands under the first chart as long as that shows one measure.

    Raises
    ------
    UnknownNameError
        If the measure is not known.
    """

    measure: str
    sentence: str

    def __post_init__(self) -> None:
        require_known("measure", self.measure, MEASURE_LABELS)
