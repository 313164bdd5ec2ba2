import math

import numpy as np
import pytest

from playground.figures.loss_curve import MOST_POINTS, loss_curve, loss_curve_figure
from playground.figures.style import PALETTES


def test_the_record_holds_positions_values_and_a_sentence_a_point():
    curve = loss_curve(([0, 1, 3], [0.5, 0.25, 0.00123456]), total_epochs=3, epoch_scale="log")

    assert curve.train.positions == pytest.approx((0.0, math.log(2), math.log(4)), abs=1e-12)
    assert curve.train.values == (0.5, 0.25, 0.00123456)
    assert curve.train.sentences[2] == "After epoch 3 the training loss is 0.00123."
    assert curve.test is None


def test_the_same_numbers_make_equal_records_and_others_do_not():
    def record(last):
        return loss_curve(([0, 1, 2], [np.inf, 0.5, last]), total_epochs=9, test=([0, 2], [1.0, 0.0]))

    assert record(0.25) == record(0.25)
    assert record(0.25) != record(0.125)


def test_a_sentence_names_the_test_rows_the_measure_and_thousands():
    curve = loss_curve(([0], [1.0]), test=([1024], [0.5]), total_epochs=2000, measure="Mean absolute error")

    assert curve.test.sentences == ("After epoch 1,024 the test mean absolute error is 0.5.",)


def test_the_epoch_axis_ends_at_the_planned_total_however_far_the_run_is():
    short = loss_curve(([0, 1], [1.0, 0.5]), total_epochs=15_000, epoch_scale="log")
    long = loss_curve((np.arange(15_001), np.linspace(1, 0.5, 15_001)), total_epochs=15_000, epoch_scale="log")

    assert short.epoch_axis == long.epoch_axis
    assert short.epoch_axis.tick_labels[-1] == "15,000"


def test_a_run_that_went_further_than_planned_has_a_longer_axis():
    assert loss_curve(([0, 80], [1.0, 0.5]), total_epochs=50).epoch_axis.total_epochs == 80


def test_an_infinite_loss_leaves_a_gap():
    curve = loss_curve(([0, 1, 2, 3], [1.0, np.inf, np.nan, 0.5]), total_epochs=3)

    assert curve.train.values == (1.0, None, None, 0.5)
    assert curve.train.sentences[1] == ""
    assert curve.note == ""


def test_zero_leaves_a_gap_on_a_log_axis_and_the_note_says_so():
    curve = loss_curve(([0, 1, 2], [1.0, 0.0, 0.1]), total_epochs=2, value_scale="log", note="A note.")

    assert curve.train.values == (1.0, None, 0.1)
    assert curve.note == "A note. A log axis has no place for 0 and below: 1 point is left out."


def test_a_measure_that_is_never_above_zero_gets_a_linear_axis():
    curve = loss_curve(([0, 1], [-3.0, 0.0]), total_epochs=1, value_scale="log", measure="R²")

    assert curve.value_axis.scale == "linear"
    assert curve.train.values == (-3.0, 0.0)
    assert curve.note == "Nothing is above 0, so the axis is linear."


def test_a_long_run_is_thinned_without_losing_its_spike_or_its_ends():
    values = np.linspace(1.0, 0.5, 20_001)
    values[13_579] = 7.0

    curve = loss_curve((np.arange(20_001), values), total_epochs=20_000)

    assert len(curve.train.values) <= MOST_POINTS
    assert max(curve.train.values) == 7.0
    assert (curve.train.positions[0], curve.train.positions[-1]) == (0.0, 20_000.0)


def test_a_longer_run_before_is_shown_as_far_as_the_axis_goes():
    curve = loss_curve(([0, 10], [1.0, 0.5]), total_epochs=10, ghost_train=([0, 5, 10, 20], [1.0, 0.9, 0.8, 0.7]))

    assert curve.ghosts[0].positions == (0.0, 5.0, 10.0)


def test_the_figure_draws_the_training_line_strongest_and_the_run_before_behind():
    run = ([0, 1, 2], [1.0, 0.5, 0.25])
    curve = loss_curve(run, test=run, ghost_train=run, ghost_test=run, total_epochs=2)

    figure = loss_curve_figure(curve)

    assert [trace.meta["label"] for trace in figure.data] == ["before", "before", "train", "test"]
    assert [trace.hoverinfo for trace in figure.data] == ["skip", "skip", "text", "text"]
    before, _, train, test = (trace.line for trace in figure.data)
    assert train.width > test.width > before.width
    assert len({train.color, test.color, before.color}) == 3
    assert figure.data[2].y == (1.0, 0.5, 0.25)
    assert figure.data[2].hovertext[1] == "After epoch 1<br>the training loss<br>is 0.5."
    assert figure.layout.showlegend is False


def test_dashes_are_left_to_what_is_negative():
    run = ([0, 1, 2], [1.0, 0.5, 0.25])

    figure = loss_curve_figure(loss_curve(run, test=run, ghost_train=run, total_epochs=2))

    assert {trace.line.dash for trace in figure.data} == {None}


def test_the_figure_has_few_ticks_and_no_titles():
    curve = loss_curve(([0, 15_000], [0.7, 0.02]), total_epochs=15_000, epoch_scale="log", value_scale="log")

    layout = loss_curve_figure(curve).layout

    assert layout.xaxis.ticktext == ("0", "10", "100", "15,000")
    assert layout.yaxis.type == "log"
    assert layout.yaxis.ticktext == ("0.01", "0.1", "1")
    assert (layout.xaxis.title.text, layout.yaxis.title.text, layout.annotations) == (None, None, ())


def test_the_figure_of_no_epoch_is_empty_axes():
    curve = loss_curve(([], []), total_epochs=100, value_scale="log")

    figure = loss_curve_figure(curve)

    assert figure.data[0].y == ()
    assert figure.layout.xaxis.ticktext[-1] == "100"


def test_the_figure_of_one_epoch_is_a_dot():
    figure = loss_curve_figure(loss_curve(([0], [0.7]), total_epochs=100))

    assert figure.data[0].mode == "markers"
    assert figure.data[0].y == (0.7,)


def test_one_drawable_value_among_infinities_is_a_dot_too():
    figure = loss_curve_figure(loss_curve(([0, 1, 2], [np.inf, 0.7, np.inf]), total_epochs=2))

    assert figure.data[0].mode == "markers"
    assert figure.data[0].y == (None, 0.7, None)


def test_a_note_goes_with_the_figure_and_takes_no_room():
    plain = loss_curve_figure(loss_curve(([0], [0.7]), total_epochs=1)).layout
    noted = loss_curve_figure(loss_curve(([0], [0.7]), total_epochs=1, note="Taken before each update.")).layout

    assert (plain.meta["note"], noted.meta["note"]) == ("", "Taken before each update.")
    assert noted.margin == plain.margin


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_sign_and_class_colours_are_not_used_for_a_loss(theme):
    run = ([0, 1], [1.0, 0.5])

    figure = loss_curve_figure(loss_curve(run, test=run, ghost_train=run, total_epochs=1), theme)

    text = figure.to_json()
    assert PALETTES[theme].ink in text
    assert PALETTES[theme].positive not in text
    assert PALETTES[theme].negative not in text


def test_figures_are_transparent_keep_their_zoom_and_have_no_text_below_13_pixels():
    layout = loss_curve_figure(loss_curve(([0], [1.0]), total_epochs=1)).layout

    assert (layout.paper_bgcolor, layout.plot_bgcolor) == ("rgba(0,0,0,0)", "rgba(0,0,0,0)")
    assert layout.uirevision == "constant"
    assert min(layout.font.size, layout.hoverlabel.font.size) >= 13
    assert layout.title.text is None
