"""Records as few bytes, and not one bit of them lost; the twin of frontend/link/packed_records.mjs.

A parameter changes from epoch to epoch by almost the same step. So its 32 bits, read as whole numbers, have second
differences of a few units in the last place: two or three bits each instead of 32.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BLOCK = 32
"""Records whose differences are written with the same number of bits."""

WHOLE = 2
"""Records at the beginning that are written as they are: what follows is told from the two before it."""

Bits = NDArray[np.uint32]


def pack(table: Bits) -> bytes:
    """Return a table of 32-bit numbers, shape (k, c), one record after the other, as fewer bytes.

    The first two records are written as they are. Of every later one r(i), column by column and modulo 2³², what is kept
    is d(i) = r(i) − 2 r(i−1) + r(i−2), written as 2d or, if negative, −2d − 1. A block of 32 records takes as many bits
    for each d of a column as its largest needs: first all these counts, one byte each, block by block, padded to a
    multiple of four bytes; then block by block and column by column the numbers, lowest bit first, each column padded to
    four bytes. All little-endian.

    Examples
    --------
    Nine records whose column grows by three at each: the last seven need no bits at all.

    >>> pack(np.arange(0, 27, 3, dtype=np.uint32)[:, None]).hex(" ", 4)
    '00000000 03000000 00000000'
    """
    table = np.ascontiguousarray(table, dtype="<u4")
    later, columns = max(0, len(table) - WHOLE), table.shape[1]
    head = table[:WHOLE].tobytes()
    if not later or not columns:
        return head
    blocks = -(-later // BLOCK)
    # Differences that are not there are zero, which never needs a bit.
    numbers = np.zeros((blocks * BLOCK, columns), dtype="<u4")
    numbers[:later] = _zigzag(table[2:] - 2 * table[1:-1] + table[:-2])
    by_block = numbers.reshape(blocks, BLOCK, columns).transpose(0, 2, 1).reshape(-1, BLOCK)
    widths = _bit_lengths(by_block.max(axis=1))
    counts = widths.astype("u1").tobytes()
    return head + counts + bytes(-len(counts) % 4) + _packed(by_block, widths, later - (blocks - 1) * BLOCK, columns)


def _packed(numbers: Bits, widths: NDArray[np.int64], last: int, columns: int) -> bytes:
    """Return rows of 32 numbers, each row with its own count of bits; of the last rows only so many numbers count."""
    held = np.full(len(numbers), BLOCK)
    held[-columns:] = last
    sizes = 4 * (-(-held * widths // 32))
    ends = np.cumsum(sizes)
    packed = np.zeros(int(ends[-1]), dtype="u1")
    for width in np.unique(widths[widths > 0]).tolist():
        rows = np.flatnonzero(widths == width)
        bits = np.unpackbits(numbers[rows].view("u1").reshape(-1, BLOCK, 4), axis=2, bitorder="little")[:, :, :width]
        written = np.packbits(bits.reshape(len(rows), -1), axis=1, bitorder="little")
        kept = np.arange(4 * width) < sizes[rows, None]
        packed[((ends - sizes)[rows, None] + np.arange(4 * width))[kept]] = written[kept]
    return packed.tobytes()


def _zigzag(differences: Bits) -> Bits:
    """Return small numbers for what is near zero on either side, modulo 2³²."""
    signed = differences.view("<i4")
    return ((signed << 1) ^ (signed >> 31)).view("<u4")


def _bit_lengths(numbers: Bits) -> NDArray[np.int64]:
    # A 64-bit float holds every 32-bit number exactly, so its exponent is the count of bits.
    return np.frexp(numbers.astype(np.float64))[1].astype(np.int64)
