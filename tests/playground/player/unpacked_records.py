"""Packed records read back as their description says it, column by column; made of nothing that packs them."""

import numpy as np

PLACE_VALUES = 2 ** np.arange(32, dtype=np.uint32)


def unpacked(message: bytes, place: int, count: int, columns: int) -> tuple[np.ndarray, int]:
    """Return a table of 32-bit numbers that begins at a byte, and the byte behind it."""
    table = np.zeros((count, columns), dtype="<u4")
    whole = min(count, 2)
    table[:whole] = np.frombuffer(message, "<u4", whole * columns, place).reshape(whole, columns)
    place += 4 * whole * columns
    starts = range(2, count, 32)
    widths = message[place : place + len(starts) * columns]
    place += -(-len(widths) // 4) * 4
    bends = np.zeros((max(count - 2, 0), columns), dtype="<u4")
    for block, first in enumerate(starts):
        held = min(32, count - first)
        for column in range(columns):
            width = widths[block * columns + column]
            size = -(-held * width // 32) * 4
            if width:
                bits = np.frombuffer(message, np.uint8, size, place)
                bends[first - 2 : first - 2 + held, column] = numbers(bits, held, width)
            place += size
    # 0, 1, 2, 3, 4 stand for 0, −1, 1, −2, 2.
    bends = np.where(bends % 2, ~(bends // 2), bends // 2)
    # Each number goes on from the two before it as they went, but for what it bends by; all of it modulo 2³².
    if whole == 2:
        steps = table[1] - table[0] + np.cumsum(bends, axis=0, dtype="<u4")
        table[2:] = table[1] + np.cumsum(steps, axis=0, dtype="<u4")
    return table, place


def numbers(written: np.ndarray, count: int, width: int) -> np.ndarray:
    """Return as many numbers of so many bits, the lowest bit first, that stand one behind the other."""
    bits = np.unpackbits(written, count=count * width, bitorder="little")
    return bits.reshape(count, width) @ PLACE_VALUES[:width]
