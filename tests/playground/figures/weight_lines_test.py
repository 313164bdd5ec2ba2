import numpy as np
import pytest

from nncore.errors import SettingError
from playground.figures.style import PALETTES
from playground.figures.weight_lines import MOST_DISTINCT, MOST_LINES, weight_lines, weight_lines_figure

NEURON = {
    "layer_sizes": (3, 1),
    "bias": False,
    "input_names": ["input 1", "input 2", "input 3"],
    "target_names": ["target"],
}
# 4·8 + 8 + 8·4 + 4 + 4·1 = 80, and one bias of the output more
CROWD = {
    "layer_sizes": (4, 8, 4, 1),
    "bias": True,
    "input_names": list("abcd"),
    "target_names": ["target"],
}
CROWD_COUNT = 81


def _walk(epochs, count, seed=0):
    steps = np.random.RandomState(seed).random_sample((epochs + 1, count)) - 0.5
    return np.arange(epochs + 1), np.cumsum(steps, axis=0)


def _neuron(recorded, **changes):
    return weight_lines(recorded, **NEURON, **{"total_epochs": 10, **changes})


def _crowd(recorded, **changes):
    return weight_lines(recorded, **CROWD, **{"total_epochs": 3_000, **changes})


def test_each_parameter_becomes_a_line_with_its_name():
    record = _neuron(([0, 4], [[-0.2, 0.4, -1.0], [0.87, 0.51, -0.64]]))

    assert [line.name.name for line in record.lines] == ["input 1 → target", "input 2 → target", "input 3 → target"]
    assert [line.values for line in record.lines] == [(-0.2, 0.87), (0.4, 0.51), (-1.0, -0.64)]
    assert record.epochs == (0, 4)
    assert record.positions == (0.0, 4.0)


def test_the_same_numbers_make_equal_records_and_others_do_not():
    run, other = _walk(10, 3), _walk(10, 3, seed=1)

    assert _neuron(run, ghost=other) == _neuron(run, ghost=other)
    assert _neuron(run, ghost=other) != _neuron(run, ghost=run)


def test_hovering_says_a_sentence():
    (first, *_) = weight_lines_figure(_neuron(([4], [[0.87, 0.51, -0.64]]))).data

    assert (
        first.hovertemplate
        == "After epoch %{customdata:,}<br>the weight input 1 → target<br>is %{y:.2f}.<extra></extra>"
    )
    assert first.customdata.tolist() == [4]
    assert first.y.tolist() == [0.87]


def test_hovering_over_a_bias_calls_it_a_bias():
    record = weight_lines(
        ([0], [[1.0, 2.0]]), layer_sizes=(1, 1), bias=True, input_names=["x"], target_names=["t"], total_epochs=1
    )

    assert "the bias of t<br>is" in weight_lines_figure(record).data[1].hovertemplate


def test_a_column_name_that_looks_like_a_template_is_shown_as_it_is():
    record = weight_lines(
        ([0], [[1.0]]), layer_sizes=(1, 1), bias=False, input_names=["<i>%{x}"], target_names=["t"], total_epochs=1
    )

    assert "&lt;i&gt;%&#123;x} → t" in weight_lines_figure(record).data[0].hovertemplate


def test_a_line_says_which_parameter_it_is_whatever_it_is_called():
    # Two of the four are called "a → b → c".
    record = weight_lines(
        ([0], [[0.5, 1.5, 2.5, 3.5]]),
        layer_sizes=(2, 2),
        bias=False,
        input_names=["a", "a → b"],
        target_names=["b → c", "c"],
        total_epochs=1,
    )

    lines = weight_lines_figure(record).data
    assert [line.name for line in lines] == ["a → b → c", "a → c", "a → b → b → c", "a → b → c"]
    assert [(line.meta["parameter"], line.y.item()) for line in lines] == [(0, 0.5), (1, 1.5), (2, 2.5), (3, 3.5)]


def test_names_that_look_like_html_are_written_as_they_were_typed():
    names = ["a & b", "<b>x</b>", "x<sub>1</sub>", '""']
    record = weight_lines(
        ([0], [[1.0, 2.0, 3.0, 4.0]]),
        layer_sizes=(4, 1),
        bias=False,
        input_names=names,
        target_names=["t"],
        total_epochs=1,
    )

    shown = ["a &amp; b", "&lt;b&gt;x&lt;/b&gt;", "x&lt;sub&gt;1&lt;/sub&gt;", '""']
    figure = weight_lines_figure(record)
    assert [line.name for line in figure.data] == [f"{name} → t" for name in shown]
    # What the page writes beside a line is no HTML.
    assert [line.meta["label"] for line in figure.data] == names


def test_each_line_says_its_short_name_and_the_layers_it_stands_between():
    lines = weight_lines_figure(_crowd(_walk(30, CROWD_COUNT))).data

    assert lines[0].meta == {"parameter": 0, "label": "a → hidden 1.1", "group": "Input → Hidden 1"}
    assert lines[80].meta == {"parameter": 80, "label": "bias of target", "group": "Hidden 2 → Output"}
    groups = [line.meta["group"] for line in lines]
    # 4·8 + 8, 8·4 + 4, 4·1 + 1
    assert [groups.count(group) for group in dict.fromkeys(groups)] == [40, 36, 5]


def test_dashes_and_colours_are_left_to_the_sign():
    for figure in (weight_lines_figure(_neuron(_walk(10, 3))), weight_lines_figure(_crowd(_walk(30, CROWD_COUNT)))):
        assert {trace.line.dash for trace in figure.data} == {None}
        assert len({trace.line.color for trace in figure.data}) == 1


def test_a_crowd_is_thinner_and_fainter_than_lines_that_can_be_told_apart():
    distinct, crowd = (
        weight_lines_figure(
            weight_lines(
                _walk(10, count),
                layer_sizes=(count, 1),
                bias=False,
                input_names=[f"x{number}" for number in range(count)],
                target_names=["t"],
                total_epochs=10,
            )
        )
        for count in (MOST_DISTINCT, MOST_DISTINCT + 1)
    )

    assert (distinct.layout.meta["is_crowd"], crowd.layout.meta["is_crowd"]) == (False, True)
    assert distinct.data[0].line.width > crowd.data[0].line.width
    assert (distinct.data[0].opacity, crowd.data[0].opacity < 1) == (None, True)


def test_a_chart_says_nothing_that_stands_above_it():
    layout = weight_lines_figure(_neuron(_walk(10, 3), note="A note.")).layout

    assert not layout.annotations
    assert (layout.xaxis.title.text, layout.yaxis.title.text, layout.showlegend) == (None, None, False)
    assert layout.meta == {"note": "A note.", "is_crowd": False}


def test_zero_where_signs_change_has_a_line_of_its_own():
    crossing = weight_lines_figure(_neuron(([0, 1], [[1.0, 2.0, -1.0], [1.0, 2.0, -2.0]]))).layout
    above = weight_lines_figure(_neuron(([0, 1], [[1.0, 2.0, 1.0], [8.0, 9.0, 7.0]]))).layout

    assert crossing.yaxis.zeroline is True
    assert above.yaxis.range[0] < 0  # the axis begins a little below 0


def test_many_lines_stay_light():
    record = _crowd(_walk(3_000, CROWD_COUNT))

    assert 50 < len(record.epochs) <= 100
    assert (record.epochs[0], record.epochs[-1]) == (0, 3_000)
    assert len(weight_lines_figure(record).to_json()) < 1_000_000


def test_few_lines_keep_up_to_400_points():
    assert 300 < len(_neuron(_walk(5_000, 3), total_epochs=5_000).epochs) <= 400


def test_too_many_parameters_are_cut_to_those_that_moved_most():
    epochs, parameters = [0, 1], np.zeros((2, 230))
    parameters[1] = np.arange(230)

    record = weight_lines(
        (epochs, parameters),
        layer_sizes=(230, 1),
        bias=False,
        input_names=[f"x{number}" for number in range(230)],
        target_names=["t"],
        total_epochs=1,
    )

    assert len(record.lines) == MOST_LINES == 200
    # The i-th parameter moves by i, so those left out are the first 30.
    assert (record.lines[0].parameter, record.lines[0].name.name) == (30, "x30 → t")
    assert record.note == "The 200 of 230 that moved most."


def test_the_run_before_is_one_grey_line_with_gaps_and_without_hover():
    record = _neuron(_walk(10, 3), ghost=([0, 10], [[1.0, 3.0], [2.0, 4.0]]))

    assert record.ghost_positions == (0.0, 10.0, None, 0.0, 10.0, None)
    assert record.ghost_values == (1.0, 2.0, None, 3.0, 4.0, None)
    (ghost, *lines) = weight_lines_figure(record).data
    assert (ghost.hoverinfo, ghost.line.color, ghost.meta) == ("skip", PALETTES["light"].ghost, {"label": "before"})
    assert len(lines) == 3


def test_the_run_before_may_have_been_longer():
    record = _neuron(_walk(10, 3), ghost=([0, 10, 20], [[1.0], [2.0], [3.0]]))

    assert record.ghost_values == (1.0, 2.0, None)


def test_a_weight_that_became_infinite_leaves_a_gap():
    record = _neuron(([0, 1, 2], [[1.0, 0.0, 0.0], [2.0, 0.0, 0.0], [np.inf, 0.0, 0.0]]))

    assert record.lines[0].values == (1.0, 2.0, None)


def test_before_the_first_epoch_there_are_axes_and_lines_without_points():
    empty = _neuron(([], np.empty((0, 3))))

    assert [line.values for line in empty.lines] == [(), (), ()]
    assert len(weight_lines_figure(empty).data) == 3


def test_one_epoch_is_drawn_as_dots():
    figure = weight_lines_figure(_neuron(([0], [[1.0, 0.5, -1.0]])))

    assert {trace.mode for trace in figure.data} == {"markers"}


def test_small_weights_are_told_with_more_decimals():
    assert _neuron(([0], [[0.004, 0.001, 0.0]])).decimals == 4


def test_a_wrong_number_of_parameters_is_refused():
    with pytest.raises(SettingError, match=r"has 3 parameters\. Got 2 instead"):
        _neuron(([0], [[1.0, 2.0]]))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_sign_and_class_colours_are_not_used_for_weights(theme):
    text = weight_lines_figure(_crowd(_walk(30, CROWD_COUNT)), theme).to_json()

    assert PALETTES[theme].positive not in text
    assert PALETTES[theme].negative not in text
