"""What stands in for the browser in these tests: it takes replies apart and keeps what they bring, as the player does."""

import json
import struct
from typing import Any, NamedTuple

import numpy as np

import nncore
from playground.text.shown_number import shown_number


class Reply(NamedTuple):
    header: dict[str, Any]
    epochs: np.ndarray
    rows: np.ndarray


def refuse(constant):
    raise AssertionError(f"JSON knows no {constant}: a browser would not read this header.")


def taken_apart(message: bytes, width: int | None = None) -> Reply:
    """Return the parts of a message; `width` is that of a record, which the header of a real reply says itself."""
    (length,) = struct.unpack_from("<I", message)
    assert length % 4 == 0, "The numbers behind the header must begin at a multiple of four bytes."
    header = json.loads(message[4 : 4 + length].decode(), parse_constant=refuse)
    width = header["width"] if width is None else width
    numbers = message[4 + length :]
    count, rest = divmod(len(numbers), 4 * (1 + width))
    assert rest == 0, "Behind the header stand whole records, each with its epoch."
    return Reply(
        header,
        np.frombuffer(numbers, "<u4", count),
        np.frombuffer(numbers, "<f4", count * width, 4 * count).reshape(count, width),
    )


class PretendPlayer:
    """Keeps what was received about the run on the screen; forgets it when another run comes."""

    def __init__(self):
        self.replies = []
        self.run = None

    def receive(self, message: bytes) -> dict[str, Any]:
        """Take in a reply and return its header."""
        header, epochs, rows = taken_apart(message)
        assert header["reply"] not in self.replies, "A reply that equals one before does not reach the player."
        self.replies.append(header["reply"])
        if header["run"] != self.run:
            assert header["from"] == header["known_flips"] == 0, "Of a new run everything is told."
            self.run, self.description, self.charts = header["run"], header["description"], header.get("charts")
            self.epochs, self.rows, self.flips = epochs[:0], rows[:0], []
        assert header["count"] == len(epochs)
        known, start = len(self.epochs), header["from"]
        assert start <= known or not len(epochs), "A record is missing."
        again = slice(start, min(known, start + len(epochs)))
        assert np.array_equal(self.rows[again], rows[: known - start], equal_nan=True), (
            "A record that was sent is valid."
        )
        if start + len(epochs) > known:
            self.epochs = np.concatenate([self.epochs[:start], epochs])
            self.rows = np.concatenate([self.rows[:start], rows])
        self.header = header
        self.flips = [*self.flips[: header["known_flips"]], *header["flips"]]
        self.description = header.get("description", self.description)
        self.charts = header.get("charts", self.charts)
        return header

    def known(self) -> dict[str, int]:
        """Return what every request says about what has arrived."""
        return {"run": self.run, "known": len(self.epochs), "known_flips": len(self.flips)}

    def answers(self, parameters, table: str) -> list[str]:
        """Return what the described network answers to "train", "test" or "situation", as the page writes it."""
        said = self.description
        scaled = [self.header["situation"]["scaled"]] if table == "situation" else said[table]["scaled"]
        architecture = nncore.Architecture(tuple(said["layer_sizes"]), tuple(said["activations"]), bias=said["bias"])
        scaling = said["target_scaling"]
        outputs = nncore.Network(architecture, parameters).predict(scaled) * scaling["scale"] + scaling["offset"]
        return [shown_number(output) for output in outputs.ravel().tolist()]
