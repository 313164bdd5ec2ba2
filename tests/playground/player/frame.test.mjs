import assert from "node:assert/strict";
import test from "node:test";

import { decode } from "../../../playground/player/frontend/link/frame.mjs";

// What `playground.player.reply.frame` writes for these, byte for byte: {"count":2,"width":2}, epochs 7 and 8, four numbers.
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
    const { header, epochs, rows } = decode(framed('{"count":2,"width":2}', [7, 8], [0.5, -1, 2.5, 4], offset));

    assert.deepEqual(header, { count: 2, width: 2 });
    assert.deepEqual([...epochs], [7, 8]);
    assert.deepEqual([...rows], [0.5, -1, 2.5, 4]);
  });
}

test("a message without records is a header", () => {
  const { header, epochs, rows } = decode(framed('{"count":0,"width":5}', [], []));

  assert.equal(header.width, 5);
  assert.deepEqual([epochs.length, rows.length], [0, 0]);
});
