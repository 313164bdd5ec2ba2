import assert from "node:assert/strict";
import test from "node:test";

import { editorPlace } from "../../../playground/player/frontend/network/editor_place.mjs";

const SIZE = { width: 200, height: 100, tallest: 130 };

test("the editor stands below its number, in its middle", () => {
  assert.deepEqual(editorPlace({ x: 250, y: 50 }, SIZE, { width: 500, height: 300 }), { left: 150, top: 66 });
});

test("where there is no room below it stands above", () => {
  // 250 − 16 − 100
  assert.deepEqual(editorPlace({ x: 250, y: 250 }, SIZE, { width: 500, height: 300 }), { left: 150, top: 134 });
});

test("it stays on its side of the number when it becomes taller", () => {
  const room = { width: 500, height: 300 };
  for (let y = 0; y <= room.height; y += 10) {
    const before = editorPlace({ x: 250, y }, SIZE, room).top > y;
    const after = editorPlace({ x: 250, y }, { ...SIZE, height: SIZE.tallest }, room).top > y;

    assert.equal(after, before, `number at ${y}`);
  }
});

test("it is never cut off, wherever the number is and however small the drawing", () => {
  for (const room of [{ width: 280, height: 180 }, { width: 600, height: 400 }, { width: 204, height: 104 }]) {
    for (let x = 0; x <= room.width; x += 20) {
      for (let y = 0; y <= room.height; y += 20) {
        const { left, top } = editorPlace({ x, y }, SIZE, room);

        assert.ok(left >= 0 && left + SIZE.width <= room.width, `${left} in ${room.width}`);
        assert.ok(top >= 0 && top + SIZE.height <= room.height, `${top} in ${room.height}`);
      }
    }
  }
});

test("where there is room the number stays visible", () => {
  const room = { width: 500, height: 300 };
  for (let y = 0; y <= room.height; y += 10) {
    const { top } = editorPlace({ x: 250, y }, SIZE, room);

    assert.ok(top >= y + 12 || top + SIZE.height <= y - 12, `number at ${y}, editor from ${top}`);
  }
});
