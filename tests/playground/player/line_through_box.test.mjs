import assert from "node:assert/strict";
import test from "node:test";

import { runsThrough } from "../../../playground/player/frontend/decision/line_through_box.mjs";

const BOX = { x: 50, y: 40, across: 10, down: 5 };

test("a line through a corner of a box runs through it, one that passes by or ends before it does not", () => {
  assert.ok(runsThrough([35, 40, 50, 30], BOX));
  assert.ok(!runsThrough([30, 40, 50, 30], BOX));
  assert.ok(!runsThrough([0, 40, 39, 40], BOX));
  assert.ok(runsThrough([0, 40, 41, 40], BOX));
});

test("a segment that lies inside runs through it, one along the edge does not, nor does none", () => {
  assert.ok(runsThrough([48, 40, 52, 41], BOX));
  assert.ok(!runsThrough([0, 45, 100, 45], BOX));
  assert.ok(!runsThrough([60, 0, 60, 100], BOX));
  assert.ok(!runsThrough([], BOX));
});

test("it is so wherever a point of the line is inside", () => {
  let state = 7;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  for (let k = 0; k < 500; k++) {
    const [x1, y1, x2, y2] = [100 * random(), 80 * random(), 100 * random(), 80 * random()];
    const isInside = Array.from({ length: 2001 }, (_, step) => step / 2000).some((share) => {
      const [x, y] = [x1 + share * (x2 - x1), y1 + share * (y2 - y1)];
      return Math.abs(x - BOX.x) < BOX.across - 0.1 && Math.abs(y - BOX.y) < BOX.down - 0.1;
    });
    if (isInside) assert.ok(runsThrough([x1, y1, x2, y2], BOX), `${x1} ${y1} ${x2} ${y2}`);
    else if (runsThrough([x1, y1, x2, y2], BOX)) assert.ok(runsThrough([x1, y1, x2, y2], { ...BOX, across: 10.1, down: 5.1 }));
  }
});
