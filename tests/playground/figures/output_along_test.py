import numpy as np
import pytest

import nncore
from nncore.scaling_laboratory import Response, run_laboratory
from playground.figures.output_along import output_along, output_along_figure
from playground.figures.style import PALETTES


def response(outputs, values=(0.0, 1.0, 4.0)):
    numbers = np.array(outputs)[:, :, None]
    return Response(0, np.array(values), np.array(values), numbers, 0.0, 1.0)


def test_the_line_is_the_median_of_all_networks_and_the_band_holds_them_all():
    record = output_along(response([[0.1, 0.2, 0.9], [0.3, 0.2, 0.5], [0.2, 0.4, 0.7]]), "x")

    assert record.median == (0.2, 0.2, 0.7)
    assert (record.lowest, record.highest) == ((0.1, 0.2, 0.5), (0.3, 0.4, 0.9))
    assert record.trained == (0.0, 1.0)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_figure_has_the_band_the_line_the_trained_part_and_the_threshold(theme):
    record = output_along(response([[0.1, 0.2, 0.9]]), "x", threshold=0.5, marks=[(4, "row <3>")])

    figure = output_along_figure(record, theme).to_dict()

    band, line, marks = figure["data"]
    assert list(band["x"]) == [0, 1, 4, 4, 1, 0]
    assert list(line["y"]) == [0.1, 0.2, 0.9]
    assert line["line"]["color"] == PALETTES[theme].ink
    assert (list(marks["x"]), list(marks["y"])) == ([4.0], [0.9])
    assert not marks["cliponaxis"]  # nor is half of a mark at the end of an axis
    said = next(note for note in figure["layout"]["annotations"] if "row" in note["text"])
    assert (said["text"], said["x"], said["y"]) == ("row &lt;3&gt;", 4.0, 0.9)
    assert figure["layout"]["dragmode"] is False  # a finger scrolls the page over it
    trained, threshold = figure["layout"]["shapes"]
    assert (trained["x0"], trained["x1"], threshold["y0"]) == (0.0, 1.0, 0.5)


WIDTHS = (290, 326, 560, 840)
"""Pixels of a plot on phones, on a tablet held upright, and in a window."""

LETTER, LINE = 6.5, 15
"""How wide and how high letters are drawn, about."""


def words_of(figure, width):
    """Return the words in a chart as boxes in pixels, by what they say, and a function that says where values are."""
    layout = figure.to_dict()["layout"]
    height = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    (left, right), (low, high) = layout["xaxis"]["range"], layout["yaxis"]["range"]

    def at(x, y):
        return (np.asarray(x) - left) / (right - left) * width, (high - np.asarray(y)) / (high - low) * height

    boxes = {}
    for note in layout["annotations"]:
        if note.get("yref") != "paper":
            x, y = at(note["x"], note["y"])
            room = LETTER * len(note["text"])
            first = x if note["xanchor"] == "left" else x - room
            boxes[note["text"]] = (first, first + room, y - note["yshift"] - LINE / 2, y - note["yshift"] + LINE / 2)
    return boxes, at, height


CURVES = {
    "rising": lambda x: 1 / (1 + np.exp(5 - x)),
    "falling": lambda x: 1 / (1 + np.exp(x - 5)),
    "level at the bottom": lambda x: 0.01 + 0 * x,
    "level at the top": lambda x: 0.99 + 0 * x,
    "down at once": lambda x: 0.9 * np.exp(-3 * x),
    "up at the end": lambda x: 0.9 * np.exp(3 * (x - 10)),
    "a hill": lambda x: np.exp(-((x - 5) ** 2)),
}


MARKED = [(1, 10), (0, 5), (5, 6), (8.5, 10), (0, 0.5)]
WITHOUT_ROOM = ("a hill", (8.5, 10))
"""On a phone the second label is as long as all that is level beside the hill, and the first is there already."""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("curve", "marked"),
    [(curve, marked) for curve in CURVES for marked in MARKED if (curve, marked) != WITHOUT_ROOM],
)
def test_no_line_runs_through_what_is_said_in_it_and_nothing_is_cut_off_on_a_phone(curve, marked, width):
    values = np.linspace(0, 10, 121)
    outputs = CURVES[curve](values)
    marks = list(zip(marked, ("what is meant", "what the network sees"), strict=True))
    record = output_along(
        Response(0, values, values, np.array([outputs, outputs])[:, :, None], 0.0, 10.0),
        "x",
        threshold=0.5,
        marks=marks,
    )

    boxes, at, height = words_of(output_along_figure(record, "light"), width)

    assert set(boxes) == {"what is meant", "what the network sees", "threshold 0.5"}
    fine = np.linspace(0, 10, 4000)
    across, down = at(fine, np.interp(fine, values, outputs))
    line = float(at(0, 0.5)[1])
    for said, (left, right, top, bottom) in boxes.items():
        assert left >= -1, said
        assert right <= width + 1, said
        assert top >= -1, said
        assert bottom <= height + 1, said
        assert not ((left < across) & (across < right) & (top < down) & (down < bottom)).any(), said
        assert not top < line < bottom, said
        for other, box in boxes.items():
            is_apart = right <= box[0] or box[1] <= left or bottom <= box[2] or box[3] <= top
            assert said == other or is_apart, (said, other)


def test_what_was_trained_on_is_said_towards_the_middle_where_that_is_at_the_end():
    record = output_along(Response(0, np.array([0.0, 9.0, 10.0]), np.zeros(3), np.zeros((1, 3, 1)), 9.0, 10.0), "x")

    (note,) = output_along_figure(record, "light").to_dict()["layout"]["annotations"]

    assert (note["x"], note["xanchor"]) == (10.0, "right")


def test_numbers_that_are_no_longer_finite_or_never_change_are_drawn_all_the_same():
    for outputs in ([np.inf, np.nan, 0.5], [np.nan] * 3, [2.0] * 3, [-1.7e308, 0.0, 1.7e308]):
        figure = output_along_figure(output_along(response([outputs]), "x", marks=[(1, "here")]), "light")

        assert np.isfinite([*figure.layout.xaxis.range, *figure.layout.yaxis.range]).all()


def test_a_name_that_looks_like_markup_is_shown_as_it_was_typed():
    figure = output_along_figure(output_along(response([[0.1, 0.2, 0.9]]), "<b>x</b>"), "light")

    assert "<b>" not in str(figure.layout.xaxis.title.text)


def test_the_second_article_s_third_input_is_taken_beyond_what_was_learnt():
    laboratory = run_laboratory(nncore.articles.hidden_layer(), range(20))

    record = output_along(laboratory.along([0, 1, 10], 2, np.linspace(0, 10, 101)), "input 3", threshold=0.5)

    assert record.trained == (0.0, 1.0)
    assert max(record.highest[:11]) < 0.5 < record.median[-1]
