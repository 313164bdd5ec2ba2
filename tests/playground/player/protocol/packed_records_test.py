"""Packed records: by hand, read back bit by bit, and never much larger than they were."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nncore
from playground.player.protocol.packed_records import pack
from playground.runs.live_run import LiveRun

from ..unpacked_records import unpacked

CASES = json.loads(Path(__file__).parents[1].joinpath("packed_cases.json").read_text(encoding="utf-8"))

columns_of_any_bits = st.integers(1, 5).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(0, 2**32 - 1) | st.integers(0, 40), min_size=columns, max_size=columns), max_size=80
    ).map(lambda rows: np.array(rows, dtype="<u4").reshape(len(rows), columns))
)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_bytes_are_those_that_the_browser_reads(case):
    table = np.array(case["table"], dtype="<u4").reshape(-1, case["columns"])

    assert pack(table).hex() == case["packed"]


@given(columns_of_any_bits)
def test_what_is_packed_is_read_back_bit_by_bit(table):
    read, end = unpacked(pack(table), 0, *table.shape)

    assert end == len(pack(table))
    assert np.array_equal(read, table)


@given(columns_of_any_bits)
def test_packed_records_are_at_most_a_byte_a_column_and_block_larger_and_end_at_a_whole_number(table):
    packed = pack(table)
    blocks = -(-max(0, len(table) - 2) // 32)

    assert len(packed) % 4 == 0
    assert len(packed) <= table.nbytes + blocks * table.shape[1] + 3


def test_numbers_that_are_none_and_infinite_ones_keep_their_very_bits():
    kinds = np.array([np.nan, -np.nan, np.inf, -np.inf, 0.0, -0.0, 1e-45, 3.4e38], dtype="<f4")
    bits = np.tile(kinds, 10).view("<u4")[:, None]

    read, _ = unpacked(pack(bits), 0, *bits.shape)

    assert np.array_equal(read, bits)


def test_a_learnt_article_takes_less_than_a_tenth_of_its_bytes():
    article = nncore.articles.single_neuron()
    run = LiveRun(1, article)
    run.advance(article.epochs, 60.0)
    rows = run.recording.rows

    assert len(pack(rows.view("<u4"))) < rows.nbytes / 10
