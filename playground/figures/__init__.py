"""Charts in two pure steps: numbers become a small frozen record, and the record becomes a Plotly figure."""

from playground.figures.epoch_axis import EpochScale, default_scale
from playground.figures.loss_curve import LossCurve, loss_curve, loss_curve_chart, loss_curve_figure
from playground.figures.plain_figure import plain_figure
from playground.figures.style import PLOTLY_CONFIG, Theme
from playground.figures.value_axis import ValueScale
from playground.figures.weight_lines import WeightLines, weight_lines, weight_lines_chart, weight_lines_figure

__all__ = [
    "PLOTLY_CONFIG",
    "EpochScale",
    "LossCurve",
    "Theme",
    "ValueScale",
    "WeightLines",
    "default_scale",
    "loss_curve",
    "loss_curve_chart",
    "loss_curve_figure",
    "plain_figure",
    "weight_lines",
    "weight_lines_chart",
    "weight_lines_figure",
]
