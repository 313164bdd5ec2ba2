"""One message as bytes: a header as JSON, and packed records; the twin of frontend/link/frame.mjs."""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from plotly.utils import PlotlyJSONEncoder

from playground.player.protocol.packed_records import pack

Records = tuple[NDArray[np.uint32], NDArray[np.float32]]
"""Epochs, shape (k,), and what was recorded at each, shape (k, width)."""


def frame(header: dict[str, Any], records: Sequence[Records] = ()) -> bytes:
    """Return a header and the records of some runs as one message.

    Four bytes with the length of the header and the header as JSON, padded to a multiple of four bytes. Then, run by run,
    the epochs as 32-bit whole numbers and the records as 32-bit floats, both packed; all little-endian.

    Examples
    --------
    >>> frame({}, [(np.array([7], dtype="<u4"), np.array([[0.5]], dtype="<f4"))]).hex(" ", 4)
    '04000000 7b7d2020 07000000 0000003f'
    """
    text = json.dumps(header, cls=PlotlyJSONEncoder, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    packed = [pack(epochs.astype("<u4")[:, None]) + pack(rows.astype("<f4").view("<u4")) for epochs, rows in records]
    return struct.pack("<I", len(text)) + text + b"".join(packed)
