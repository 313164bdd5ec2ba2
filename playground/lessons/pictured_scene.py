"""What the gallery pictures of a scene: what it says to look at first, the rows of its table or its network."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from nncore.network.network import Network
from playground.document.lesson_place import LessonPlace
from playground.lessons import lesson_of, scene_document

OF_NETWORK = ("network", "neuron", "weight")
OF_ROWS = ("training table", "output", "row")


@cache
def pictured_network(place: LessonPlace) -> Network | None:
    """Return the network of a scene at its play-head; None where its rows are pictured.

    Examples
    --------
    >>> network = pictured_network(LessonPlace("what-a-weight-is"))
    >>> network.weights[0].round(2).tolist()  # after four epochs
    [[0.87], [0.51], [-0.64]]
    >>> pictured_network(LessonPlace("a-neuron-learns")) is None  # it looks at its table first
    True
    """
    lesson, document = lesson_of(place.lesson), scene_document(place)
    if lesson is None or document is None:
        return None
    looked_at = lesson.scenes[place.scene - 1].look_at
    first = next((part for part in looked_at if part.startswith(OF_NETWORK + OF_ROWS)), "")
    if not first.startswith(OF_NETWORK):
        return None
    epoch = document.play_head or 0
    run = replace(document.experiment, epochs=max(1, epoch)).run()
    network: Network = run.history.network_at(epoch)
    return network
