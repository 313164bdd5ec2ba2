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
    assert (list(marks["x"]), list(marks["y"]), list(marks["text"])) == ([4.0], [0.9], ["<br>row &lt;3&gt;"])
    assert not marks["cliponaxis"]  # the name of a row at the upper end is not cut off
    assert figure["layout"]["dragmode"] is False  # a finger scrolls the page over it
    trained, threshold = figure["layout"]["shapes"]
    assert (trained["x0"], trained["x1"], threshold["y0"]) == (0.0, 1.0, 0.5)


def test_a_name_that_looks_like_markup_is_shown_as_it_was_typed():
    figure = output_along_figure(output_along(response([[0.1, 0.2, 0.9]]), "<b>x</b>"), "light")

    assert "<b>" not in str(figure.layout.xaxis.title.text)


def test_the_second_article_s_third_input_is_taken_beyond_what_was_learnt():
    laboratory = run_laboratory(nncore.articles.hidden_layer(), range(20))

    record = output_along(laboratory.along([0, 1, 10], 2, np.linspace(0, 10, 101)), "input 3", threshold=0.5)

    assert record.trained == (0.0, 1.0)
    assert max(record.highest[:11]) < 0.5 < record.median[-1]
