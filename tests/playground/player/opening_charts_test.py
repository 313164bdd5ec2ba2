"""Charts that are kept for all pages are those that a page would make itself, and none of them is a page's own."""

from dataclasses import replace

import pytest
from plotly.utils import PlotlyJSONEncoder

from playground.document.chart_choices import ChartChoices
from playground.gallery import gallery
from playground.player import opening_charts
from playground.player.charts import chart_pair
from playground.player.opening_charts import MOST_KEPT, charts_of
from playground.runs.live_run import LiveRun

OPENED = gallery()[1].experiment
CHOICES = ChartChoices()


@pytest.fixture(autouse=True)
def nothing_is_kept(monkeypatch):
    monkeypatch.setattr(opening_charts, "_kept", {})


def finished(experiment, number=1):
    run = LiveRun(number, experiment)
    run.advance(experiment.epochs, 60.0)
    assert run.trainer.finished
    return run


def written(charts):
    return PlotlyJSONEncoder(sort_keys=True).encode(charts)


@pytest.mark.parametrize(
    "choices",
    [CHOICES, ChartChoices("mean_absolute_error", "log", "linear"), ChartChoices("loss", "linear", "log")],
    ids=["as it opens", "error", "epochs log"],
)
def test_kept_charts_equal_those_made_for_another_page(choices):
    charts_of(finished(OPENED), None, choices)
    run = finished(OPENED, number=7)

    assert written(charts_of(run, None, choices)) == written(chart_pair(run, None, choices))


def test_the_charts_of_the_gallery_are_made_once():
    assert charts_of(finished(OPENED), None, CHOICES) is charts_of(finished(OPENED, 2), None, CHOICES)


def test_another_choice_another_threshold_or_another_entry_has_charts_of_its_own():
    classified = next(document.experiment for document in gallery() if document.experiment.dataset.classes)
    run = finished(classified)
    accuracy = ChartChoices(measure="accuracy")
    seen = [charts_of(run, None, CHOICES), charts_of(run, None, accuracy), charts_of(finished(OPENED), None, CHOICES)]
    run.set_threshold(0.25)
    seen.append(charts_of(run, None, accuracy))

    assert len({written(charts) for charts in seen}) == 4
    assert seen[-1]["threshold"] == 0.25


def test_nothing_of_a_page_is_kept_that_is_not_in_the_gallery():
    own = replace(OPENED, seed=OPENED.seed + 1)
    half = LiveRun(2, OPENED)
    half.advance(OPENED.epochs // 2, 60.0)

    for run, before in ((finished(own), None), (half, None), (finished(OPENED), finished(own))):
        assert written(charts_of(run, before, CHOICES)) == written(chart_pair(run, before, CHOICES))

    assert not opening_charts._kept


def test_only_so_many_are_kept():
    run = finished(next(document.experiment for document in gallery() if document.experiment.dataset.classes))
    for step in range(MOST_KEPT + 5):
        run.set_threshold(0.3 + step / 100)
        charts_of(run, None, CHOICES)

    assert len(opening_charts._kept) == MOST_KEPT
