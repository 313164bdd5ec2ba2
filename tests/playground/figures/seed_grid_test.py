import numpy as np

from playground.figures.seed_grid import LINE, seed_grid, seed_grid_figure
from playground.figures.style import PALETTES


def grid(seeds=3):
    failed = np.zeros((seeds, 4), dtype=bool)
    failed[1, :2] = True
    return seed_grid(["own", "train <b>"], [failed, ~failed], [["a"] * seeds, ["b"] * seeds])


def test_each_seed_has_as_many_wrong_rows_as_it_fails_at():
    record = grid()

    assert record.wrong == ((0, 2, 0), (4, 2, 4))
    assert record.sentences[1] == ("seed 0: b", "seed 1: b", "seed 2: b")


def test_more_wrong_rows_are_darker_and_names_are_no_markup():
    figure = seed_grid_figure(grid(), "light").to_dict()

    [cells] = figure["data"]
    assert cells["zmin"] == 0
    assert cells["zmax"] == 4
    assert cells["colorscale"] == [[0.0, PALETTES["light"].grid], [1.0, PALETTES["light"].ink]]
    assert list(cells["y"]) == ["own", "train &lt;b&gt;"]
    assert figure["layout"]["height"] > 2 * LINE
    assert figure["layout"]["dragmode"] is False  # a finger scrolls the page over it


def test_where_nothing_is_wrong_no_cell_is_dark():
    record = seed_grid(["own"], [np.zeros((2, 3), dtype=bool)], [["all right"] * 2])

    assert seed_grid_figure(record, "dark").data[0].zmax == 1


def test_many_seeds_touch():
    assert [seed_grid_figure(grid(seeds), "light").data[0].xgap for seeds in (40, 200)] == [1, 0]
