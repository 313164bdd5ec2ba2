from pathlib import Path

import plotly
import pytest

import playground.player
from playground.document.chart_choices import ChartChoices
from playground.gallery import gallery
from playground.player import component, plotly_js
from playground.player.charts import chart_pair
from playground.runs.live_run import LiveRun

VENDOR = Path(playground.player.__file__).parent / "frontend" / "vendor"
BASIC = VENDOR / f"plotly-basic-{plotly_js.BASIC_VERSION}.min.js"
PACKAGE = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"

BASIC_KINDS = {"scatter", "bar", "pie"}  # as its own README says


def version_of(script):
    return plotly_js.version_in(script.read_text(encoding="utf-8")[:200])


def as_numbers(version):
    return tuple(map(int, version.split(".")))


def test_the_basic_bundle_is_what_its_name_and_its_constant_say():
    assert version_of(BASIC) == plotly_js.BASIC_VERSION
    assert [path.name for path in VENDOR.glob("*.js")] == [BASIC.name]


def test_the_basic_bundle_is_of_the_version_that_the_installed_plotly_package_brings():
    installed = version_of(PACKAGE)
    if as_numbers(installed) < as_numbers(plotly_js.BASIC_VERSION):
        pytest.skip(f"This plotly package is an older one; its own plotly.js {installed} is served whole.")

    assert installed == plotly_js.BASIC_VERSION, (
        f"The plotly package brings plotly.js {installed} now, which is served whole: the first charts come later. "
        f"Put the basic bundle of that version into {VENDOR}, as the player's README says."
    )
    assert plotly_js.is_basic()


@pytest.mark.parametrize("document", gallery(), ids=lambda document: document.title)
def test_every_trace_of_the_charts_is_of_a_kind_that_the_basic_bundle_draws(document):
    run = LiveRun(1, document.experiment)
    run.advance(50, seconds=60)

    charts = chart_pair(run, run, ChartChoices())

    traces = [*charts["loss"]["data"], *charts["weights"]["data"]]
    assert len(traces) >= 4
    assert {trace["type"] for trace in traces} <= BASIC_KINDS


def test_the_licence_stands_beside_the_basic_bundle():
    licence = (VENDOR / "plotly-basic-LICENSE.txt").read_text(encoding="utf-8")

    assert licence.startswith("MIT License")
    assert "Plotly" in licence


def test_the_basic_bundle_is_fetched_from_the_component_s_own_files(monkeypatch):
    monkeypatch.setattr(plotly_js, "is_basic", lambda: True)

    root, name, *file = plotly_js.plotly_js().split("/", 3)[1:]

    assert (root, name) == ("bidi-components", "playground.player")
    assert (VENDOR.parent / "/".join(file)).samefile(BASIC)


def test_with_a_plotly_package_of_another_version_its_own_plotly_js_is_served(monkeypatch):
    served = {}
    monkeypatch.setattr(plotly_js, "is_basic", lambda: False)
    monkeypatch.setattr(
        "streamlit.components.v1.component_registry.CustomComponent",
        lambda *, name, path, **_: served.update({name: Path(path)}),
    )

    component.serve_whole_plotly()

    kind, name, file = plotly_js.plotly_js().split("/", 2)
    assert (kind, list(served)) == ("component", [name])
    assert (served[name] / file).samefile(PACKAGE)


@pytest.mark.parametrize(("first", "basic"), [("4.1.1", True), ("4.1.2", False), ("3.3.0", False)])
def test_a_package_of_another_version_is_noticed_by_the_first_lines_of_its_plotly_js(
    monkeypatch, tmp_path, first, basic
):
    (tmp_path / "plotly.min.js").write_text(
        f"/**\n* plotly.js v{first}\n* All rights reserved.\n*/\n", encoding="utf-8"
    )
    monkeypatch.setattr(plotly_js, "whole_folder", lambda: tmp_path)
    monkeypatch.setattr(plotly_js, "BASIC_VERSION", "4.1.1")

    assert plotly_js.is_basic.__wrapped__() is basic
