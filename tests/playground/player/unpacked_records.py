"""Packed records read back as their description says it, number by number; slow, and made of nothing that packs them."""

import numpy as np


def unpacked(message: bytes, place: int, count: int, columns: int) -> tuple[np.ndarray, int]:
    """Return a table of 32-bit numbers that begins at a byte, and the byte behind it."""
    table = np.zeros((count, columns), dtype="<u4")
    whole = min(count, 2)
    table[:whole] = np.frombuffer(message, "<u4", whole * columns, place).reshape(whole, columns)
    place += 4 * whole * columns
    starts = range(2, count, 32)
    widths = message[place : place + len(starts) * columns]
    place += -(-len(widths) // 4) * 4
    for block, first in enumerate(starts):
        held = min(32, count - first)
        for column in range(columns):
            width = widths[block * columns + column]
            size = -(-held * width // 32) * 4
            bits = int.from_bytes(message[place : place + size], "little")
            place += size
            older, newer = (int(table[first - back, column]) for back in (2, 1))
            for number in range(held):
                written = bits >> number * width & (1 << width) - 1
                change = -(written + 1) // 2 if written % 2 else written // 2
                older, newer = newer, (2 * newer - older + change) % 2**32
                table[first + number, column] = newer
    return table, place
