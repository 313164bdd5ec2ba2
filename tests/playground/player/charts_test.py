import json
from dataclasses import replace

import plotly.graph_objects as go
import pytest
from plotly.utils import PlotlyJSONEncoder

import nncore
from playground.document.chart_choices import ChartChoices
from playground.player.charts import chart_pair, chosen_scale
from playground.runs.live_run import LiveRun
from playground.runs.measures import measure_run

ARTICLE_2 = nncore.articles.hidden_layer()
REGRESSION = nncore.Experiment(
    nncore.Dataset([[0.0], [1.0]], [[0.25], [0.75]]),
    nncore.Architecture((1, 1), ("linear",)),
    "half_squared_error",
    nncore.SGD(0.1),
    60,
)


def trained(experiment, epoch=1_000_000):
    run = LiveRun(1, experiment)
    run.advance(epoch, 3600.0)
    return run


def chart(name, run, before, choices):
    return go.Figure(chart_pair(run, before, choices)[name])


def line(figure, name):
    (found,) = (line for line in figure.data if line.name == name)
    return found


@pytest.mark.parametrize("measure", ["loss", "mean_absolute_error", "accuracy"])
def test_the_first_chart_draws_the_chosen_measure_of_all_trained_epochs(measure):
    run = trained(ARTICLE_2)

    figure = chart("loss", run, None, ChartChoices(measure=measure, epoch_scale="linear"))

    measured = measure_run(ARTICLE_2, run.trainer.history, measure)
    for name, values in (("train", measured.train), ("test", measured.test)):
        drawn = line(figure, name)
        assert (drawn.x[0], drawn.x[-1]) == (0, 200)
        assert (drawn.y[0], drawn.y[-1]) == pytest.approx((values[0], values[-1]))


def test_the_axes_reach_to_the_planned_end_until_a_run_is_known_to_end_before():
    growing = trained(ARTICLE_2, 50)
    stopped = trained(replace(ARTICLE_2, stop=(nncore.LossReached(0.5),)))
    choices = ChartChoices(epoch_scale="linear")

    ends = [
        chart(name, run, None, choices).layout.xaxis.range[1]
        for run in (growing, stopped)
        for name in ("loss", "weights")
    ]

    assert ends == pytest.approx([1.015 * 200] * 2 + [1.015 * stopped.trainer.epoch] * 2)
    assert stopped.trainer.epoch < 200


def test_a_measure_that_a_table_does_not_have_gives_way_to_the_loss():
    figure = chart("loss", trained(REGRESSION), None, ChartChoices(measure="accuracy"))

    assert figure.data[0].hovertext[0].startswith("After epoch 0<br>the training loss<br>is ")


def test_the_run_before_is_drawn_behind_if_it_has_the_measure():
    same_loss = {"loss": ARTICLE_2.loss, "reduction": ARTICLE_2.reduction}
    run, before = trained(ARTICLE_2), trained(replace(REGRESSION, **same_loss))

    drawn = {
        measure: [line.name for line in chart("loss", run, before, ChartChoices(measure=measure)).data]
        for measure in ("loss", "accuracy")
    }

    assert "before" in drawn["loss"]
    assert "before" not in drawn["accuracy"]
    assert "before" in [line.name for line in chart("weights", run, before, ChartChoices()).data]


def test_two_losses_that_are_two_functions_are_not_drawn_as_one_measure():
    run, before = trained(ARTICLE_2), trained(replace(ARTICLE_2, loss="binary_cross_entropy"))

    drawn = {
        measure: [line.name for line in chart("loss", run, before, ChartChoices(measure=measure)).data]
        for measure in ("loss", "accuracy")
    }

    assert "before" not in drawn["loss"]
    assert "before" in drawn["accuracy"]


def test_the_epoch_axis_is_the_chosen_one_or_the_one_that_suits_the_run():
    run = trained(replace(nncore.articles.single_neuron(), epochs=5_000))

    scales = [chosen_scale(run, ChartChoices(epoch_scale=scale)) for scale in ("auto", "linear", "log")]

    assert scales == ["log", "linear", "log"]


def test_both_charts_pass_through_json_also_when_a_run_has_exploded():
    exploding = trained(replace(REGRESSION, optimizer=nncore.SGD(1000.0), epochs=5_000))

    pair = chart_pair(exploding, trained(ARTICLE_2), ChartChoices(value_scale="log"))

    text = json.dumps(pair, cls=PlotlyJSONEncoder)
    assert exploding.trainer.stop_reason.kind == "not_finite"
    assert set(json.loads(text)) == {"trained", "before", "choices", "threshold", "loss", "weights"}
    assert not {"NaN", "Infinity"} & set(text.replace(",", " ").split())
