"""What stands in for the browser in these tests: it takes replies apart and keeps what they bring, as the player does."""

import json
import struct
from typing import Any, NamedTuple

import numpy as np

import nncore
from playground.text.shown_number import shown_number

from .unpacked_records import unpacked


class Part(NamedTuple):
    told: dict[str, Any]
    epochs: np.ndarray
    rows: np.ndarray


class Reply(NamedTuple):
    header: dict[str, Any]
    runs: list[Part]


def refuse(constant):
    raise AssertionError(f"JSON knows no {constant}: a browser would not read this header.")


def taken_apart(message: bytes, sizes: list[tuple[int, int]] | None = None) -> Reply:
    """Return the parts of a message; `sizes` are count and width of each run's records, as a real header says itself."""
    (length,) = struct.unpack_from("<I", message)
    assert length % 4 == 0, "The numbers behind the header must begin at a multiple of four bytes."
    header = json.loads(message[4 : 4 + length].decode(), parse_constant=refuse)
    told = header.get("runs", []) if sizes is None else [{} for _ in sizes]
    place, parts = 4 + length, []
    for part, (count, width) in zip(told, sizes or [(part["count"], part["width"]) for part in told], strict=True):
        epochs, place = unpacked(message, place, count, 1)
        rows, place = unpacked(message, place, count, width)
        parts.append(Part(part, epochs.ravel(), rows.view("<f4")))
    assert place == len(message), "Behind the header stand whole records, each with its epoch, and nothing else."
    return Reply(header, parts)


NAMES = "parameters", "neuron_names", "layer_names"


def named(told: dict[str, Any], others: list[dict[str, Any]], known: dict[int, dict[str, Any]]) -> None:
    """Put the names into what is told of a run, if they are those of one that is known or told with it."""
    like = told.get("description", {}).pop("names_of", None)
    if like is not None:
        there = {other["run"]: other["description"] for other in others if "description" in other} | known
        told["description"] |= {name: there[like][name] for name in NAMES}


class KnownRun:
    """A run as far as it was received."""

    def __init__(self, number):
        self.number, self.description, self.flips, self.exact = number, None, [], None
        self.epochs, self.rows, self.called = np.empty(0, "<u4"), None, None

    def receive(self, told, epochs, rows):
        assert told["count"] == len(epochs)
        known, start = len(self.epochs), told["from"]
        if self.description is None:
            assert start == told["known_flips"] == 0, "Of a new run everything is told."
            assert "description" in told, "Of a new run everything is told."
            self.rows = rows[:0]
        assert start <= known or not len(epochs), "A record is missing."
        again = slice(start, min(known, start + len(epochs)))
        assert np.array_equal(self.rows[again], rows[: known - start], equal_nan=True), (
            "A record that was sent is valid."
        )
        if start + len(epochs) > known:
            self.epochs = np.concatenate([self.epochs[:start], epochs])
            self.rows = np.concatenate([self.rows[:start], rows])
        self.flips = [*self.flips[: told["known_flips"]], *told["flips"]]
        self.description = told.get("description", self.description)
        if "description" in told:
            self.called = told["called"]
        assert set(NAMES) <= set(self.description), "Every run has its names."
        self.exact = told.get("exact", self.exact)


class PretendPlayer:
    """Keeps what was received about the runs on the page; forgets a run that has left it."""

    def __init__(self):
        self.replies = []
        self.runs: dict[int, KnownRun] = {}
        self.run = self.before = self.paired = self.charts = None

    def receive(self, message: bytes) -> dict[str, Any]:
        """Take in a reply and return its header, with what it says of the run on the screen."""
        header, parts = taken_apart(message)
        assert header["reply"] not in self.replies, "A reply that equals one before does not reach the player."
        self.replies.append(header["reply"])
        self.run, self.before = header["run"], header["before"]
        assert [part.told["run"] for part in parts] == [run for run in (self.run, self.before) if run is not None]
        for part in parts:
            named(part.told, [part.told for part in parts], {run.number: run.description for run in self.runs.values()})
            self.runs.setdefault(part.told["run"], KnownRun(part.told["run"])).receive(*part)
        self.runs = {part.told["run"]: self.runs[part.told["run"]] for part in parts}
        assert self.runs[self.run].called == parts[0].told["called"], "What rows are called now is told."
        if self.before is None or "rows_before" in header:
            self.paired = (self.run, self.before)
        assert self.paired == (self.run, self.before), "Which rows both runs share is told with the first of the pair."
        self.charts = header.get("charts", self.charts)
        told = {name: value for name, value in header.items() if name != "runs"}
        said = {name: self.description[name] for name in ("warnings", "changes", "start_over")}
        self.header = {**told, **parts[0].told, **said}
        return self.header

    @property
    def description(self):
        """What is said of the run on the screen."""
        return self.runs[self.run].description

    @property
    def epochs(self):
        """Its recorded epochs."""
        return self.runs[self.run].epochs

    @property
    def rows(self):
        """Its records."""
        return self.runs[self.run].rows

    @property
    def flips(self):
        """Its flips."""
        return self.runs[self.run].flips

    def known(self, **wanted) -> dict[str, Any]:
        """Return what every request says about what has arrived, and what is `wanted` of the run on the screen."""
        runs = [
            {"run": run.number, "called": run.called, "records": len(run.epochs), "flips": len(run.flips)}
            for run in self.runs.values()
        ]
        return {"run": self.run, "before": self.before, "runs": [{**runs[0], **wanted}, *runs[1:]]}

    def answers(self, parameters, table: str) -> list[str]:
        """Return what the described network answers to "train", "test" or "situation", as the page writes it."""
        said = self.description
        scaled = [self.header["situation"]["scaled"]] if table == "situation" else said[table]["scaled"]
        architecture = nncore.Architecture(tuple(said["layer_sizes"]), tuple(said["activations"]), bias=said["bias"])
        scaling = said["target_scaling"]
        outputs = nncore.Network(architecture, parameters).predict(scaled) * scaling["scale"] + scaling["offset"]
        return [shown_number(output) for output in outputs.ravel().tolist()]
