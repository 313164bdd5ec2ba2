"""A small picture of a run as SVG: the network it ended with, what it answered at each epoch, and the targets to be come to."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from nncore.data.dataset import Dataset
from nncore.experiment.experiment import Experiment
from nncore.training.run import Run
from playground.figures.network_picture import network_marks, network_style
from playground.figures.style import PALETTES
from playground.figures.svg_image import in_both_themes, svg_image, svg_picture
from playground.figures.table_picture import AMOUNT, HEIGHT, SHAPES, WIDTH

Array = NDArray[np.float64]

MOST_POINTS = 60
"""Of a line, evenly over an axis on which the first epochs have more room than the last."""

NETWORK, LEFT, RIGHT, TARGETS = 58, 66, 126, 140
"""Where the network ends, where lines begin and end, and where the targets stand."""

FAR = 6.0
"""Lines end where an answer is beyond all targets by so many times what these span: until then one sees it jump."""

ABOVE = 20
"""Above the highest target, and below the lowest, so much is drawn of what answers beyond them."""


def answers_picture(experiment: Experiment) -> str:
    """Return the network, and its answers to all training rows on their way there, as an SVG that is right in both themes.

    A row of class 1 is a solid line, one of class 0 a dashed one; at the right stand the targets, by the marks of their
    classes. The axis of the epochs is logarithmic. It ends with the run, or where an answer is far outside the picture.

    Parameters
    ----------
    experiment : Experiment
        With one output. It is trained here.

    Examples
    --------
    >>> from nncore import articles
    >>> picture = answers_picture(articles.single_neuron())
    >>> picture.count('<path class="c1"'), picture.count('<path class="c0"'), picture.count("<g"), picture.count("<line")
    (2, 2, 2, 3)
    """
    run = experiment.trainer(warn=False).finish()
    inputs, targets = experiment.scaled()[:2]
    epochs = np.arange(run.history.last_epoch + 1)
    wanted = np.unique(np.expm1(np.linspace(0, np.log1p(epochs[-1]), MOST_POINTS)).round().astype(int))
    first = np.arange(min(MOST_POINTS, len(epochs)))  # where it runs away it does so soon
    there, answers = _until_far(run, np.union1d(first, wanted), inputs, targets)
    across = LEFT + (RIGHT - LEFT) * np.log1p(there) / max(1e-9, float(np.log1p(there[-1])))
    tones = _tones(experiment.dataset)
    lines = [
        f'<path class="{tone}" d="M{" L".join(f"{x:.1f} {y:.1f}" for x, y in zip(across, up, strict=True))}"/>'
        for tone, up in zip(tones, _up(answers, targets).T, strict=True)
    ]
    marks = dict.fromkeys(zip(tones, _up(targets, targets)[:, 0].tolist(), strict=True))
    shapes = [
        f'<g class="{tone}" transform="translate({TARGETS} {up:.1f}) scale(0.8)">{_shape(tone)}</g>'
        for tone, up in marks
    ]
    return svg_picture(
        WIDTH, HEIGHT, network_style() + _style(), "".join([network_marks(run.network, NETWORK), *lines, *shapes])
    )


def _until_far(run: Run, epochs: NDArray[np.int64], inputs: Array, targets: Array) -> tuple[Array, Array]:
    """Return epochs, and the answers after each of them, shape (epochs, rows): up to the first that are far from all targets."""
    lowest, highest = float(targets.min()), float(targets.max())
    beyond = FAR * ((highest - lowest) or 1.0)
    answers: list[Array] = []
    for epoch in epochs.tolist():
        with np.errstate(over="ignore", invalid="ignore"):
            answers.append(run.history.network_at(epoch).predict(inputs)[:, 0])
        if not ((lowest - beyond <= answers[-1]) & (answers[-1] <= highest + beyond)).all():
            break
    return epochs[: len(answers)].astype(np.float64), np.array(answers)


@cache
def answers_image(experiment: Experiment) -> str:
    """Return the picture as an HTML image with its words.

    Examples
    --------
    >>> from nncore import articles
    >>> answers_image(articles.single_neuron()).split(" alt=")[1]
    '"a network, its answers to 4 rows over 15,000 epochs, and their targets"/>'
    """
    rows, epochs = experiment.dataset.samples, experiment.epochs
    words = f"a network, its answers to {rows:,} rows over {epochs:,} epochs, and their targets"
    return svg_image(answers_picture(experiment), words, "table-picture")


def _up(values: Array, targets: Array) -> Array:
    """Return answers as places: the targets span the middle, and what is far beyond lies outside of the picture."""
    lowest, highest = float(targets.min()), float(targets.max())
    with np.errstate(over="ignore", invalid="ignore"):
        share = np.nan_to_num((values - lowest) / ((highest - lowest) or 1.0), nan=9.0)
    return np.asarray(HEIGHT - ABOVE - (HEIGHT - 2 * ABOVE) * share.clip(-9.0, 9.0))


def _tones(dataset: Dataset) -> list[str]:
    classes = dataset.classes
    if classes is None or classes.kind != "two":
        return ["many"] * dataset.samples
    return [f"c{shown}" for shown in classes.of_targets(dataset.targets)]


def _shape(tone: str) -> str:
    return AMOUNT if tone == "many" else SHAPES[int(tone[1:])]


@cache
def _style() -> str:
    light, dark = (
        "".join(
            f"{name}{{stroke:{colour}}}g{name}{{fill:{colour};stroke:none}}"
            for name, colour in ((".c0", one.negative), (".c1", one.positive), (".many", one.muted))
        )
        for one in PALETTES.values()
    )
    lines = "path{fill:none;stroke-width:2;stroke-linejoin:round}path.c0{stroke-dasharray:5 4}"
    return lines + in_both_themes(light, dark)
