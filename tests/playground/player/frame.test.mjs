import assert from "node:assert/strict";
import test from "node:test";

import { decode } from "../../../playground/player/frontend/link/frame.mjs";

// What `playground.player.protocol.frame` writes for one run, byte for byte: epochs 7 and 8, two numbers each.
const ONE_RUN = '{"reply":3,"runs":[{"run":5,"count":2,"width":2}]}';

function framed(header, epochs, rows, offset = 0) {
  const text = new TextEncoder().encode(header + " ".repeat((4 - (header.length % 4)) % 4));
  const bytes = new Uint8Array(offset + 4 + text.length + 4 * (epochs.length + rows.length));
  const view = new DataView(bytes.buffer);
  view.setUint32(offset, text.length, true);
  bytes.set(text, offset + 4);
  epochs.forEach((epoch, index) => view.setUint32(offset + 4 + text.length + 4 * index, epoch, true));
  rows.forEach((value, index) => view.setFloat32(offset + 4 + text.length + 4 * (epochs.length + index), value, true));
  return bytes.subarray(offset);
}

for (const offset of [0, 1, 2, 3]) {
  test(`a message is read wherever it begins in its buffer: at byte ${offset}`, () => {
    const { header, runs } = decode(framed(ONE_RUN, [7, 8], [0.5, -1, 2.5, 4], offset));

    assert.deepEqual(header, { reply: 3 });
    assert.deepEqual(runs, [
      { run: 5, width: 2, epochs: Uint32Array.of(7, 8), rows: Float32Array.of(0.5, -1, 2.5, 4) },
    ]);
  });
}

test("a message without records is a header", () => {
  const { header, runs } = decode(framed('{"reply":3}', [], []));

  assert.deepEqual([header, runs], [{ reply: 3 }, []]);
});

test("the records of each run stand behind those of the run before it", () => {
  // The records of the first are followed by the epochs of the second, which are written as the same four bytes.
  const second = Math.fround(new Float32Array(Uint32Array.of(9).buffer)[0]);
  const runs = '{"runs":[{"run":5,"count":1,"width":1},{"run":4,"count":1,"width":2},{"run":3,"count":0,"width":9}]}';

  const read = decode(framed(runs, [7], [0.5, second, 1, 2])).runs;

  assert.deepEqual(read.map(({ epochs, rows }) => [[...epochs], [...rows]]), [[[7], [0.5]], [[9], [1, 2]], [[], []]]);
});
