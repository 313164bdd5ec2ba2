"""One Plotly chart that is drawn again in place: no flicker while it grows, and the zoom stays.

Streamlit's own chart element is taken down and put up again whenever its figure changes. This component keeps the chart
and hands the new figure to Plotly, with the plotly.js that the installed plotly package brings, so that nothing is
fetched from elsewhere. Where the component cannot start, `draw_chart` falls back to Streamlit's element.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import plotly
import plotly.graph_objects as go
import streamlit as st
import streamlit.components.v1 as assets

from playground.figures.style import PALETTES, PLOTLY_CONFIG

_ASSETS = "plotly"
_PLOTLY_JS = f"component/{__name__}.{_ASSETS}/plotly.min.js"


def draw_chart(figure: go.Figure, *, key: str, label: str, next_turn: int | None = None) -> bool:
    """Draw a figure made for the light theme; the browser recolours it where the page is dark.

    Parameters
    ----------
    figure : plotly.graph_objects.Figure
    key : str
        The same in every run of the script, so that the chart stays.
    label : str
        What a screen reader says of it.
    next_turn : int, optional
        Another number at every call while there is more to come: the chart asks for it as soon as it has drawn this
        figure, which runs the fragment again. So no drawing ever overtakes another, however slow the browser is.

    Returns
    -------
    bool
        False if the component could not start and the figure was drawn by Streamlit's own element instead.
    """
    mount = _component()
    if mount is None:
        st.plotly_chart(figure, config=PLOTLY_CONFIG, theme=None, key=key)
        return False
    mount(
        key=key,
        data={
            "figure": json.loads(figure.to_json()),
            "config": PLOTLY_CONFIG,
            "dark": _dark_for_light(),
            "label": label,
            "plotly": _PLOTLY_JS,
            "next_turn": next_turn,
        },
        on_next_turn_change=lambda: None,
    )
    return True


@cache
def _component() -> Any:
    # The folder is served as it is; nothing of this old kind of component is ever put on the page.
    assets.declare_component(_ASSETS, path=str(Path(plotly.__file__).parent / "package_data"))
    try:
        return st.components.v2.component("playground.chart", js="chart.js", css="chart.css", isolate_styles=False)
    except Exception:  # the registry raises several kinds, and whatever it is, the page must come up
        return None


@cache
def _dark_for_light() -> dict[str, str]:
    light, dark = PALETTES["light"], PALETTES["dark"]
    pairs = {getattr(light, name): getattr(dark, name) for name in vars(light) if name != "layers"}
    return {**dict(zip(light.layers, dark.layers, strict=True)), **pairs}
