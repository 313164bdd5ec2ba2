import assert from "node:assert/strict";
import test from "node:test";

import { draggedWeight, roundedWeight } from "../../../playground/player/frontend/network/weight_drag.mjs";

test("a small weight grows by two hundredths for each pixel to the right, and by a tenth of that while Shift is held", () => {
  // 0.5 + 10 · 0.02 and 0.5 + 10 · 0.002
  assert.equal(roundedWeight(draggedWeight(0.5, 0.5, 10, false), false), 0.7);
  assert.equal(roundedWeight(draggedWeight(0.5, 0.5, 10, true), true), 0.52);
});

test("a large weight changes in proportion to what it was before the drag, whatever its sign", () => {
  // 0.02 · 50 = 1 a pixel
  assert.equal(draggedWeight(50, 50, 3, false), 53);
  assert.equal(draggedWeight(-50, -50, 3, false), -47);
  assert.equal(draggedWeight(53, 50, -3, false), 50);
});

test("a drag there and back ends within rounding of where it began, with Shift taken on the way too", () => {
  const start = 0.8734;
  const way = [[7, false], [13, true], [-4, false], [-13, true], [-3, false]];

  const end = way.reduce((value, [pixels, fine]) => draggedWeight(value, start, pixels, fine), start);

  assert.ok(Math.abs(end - start) < 1e-12);
});

test("taking Shift in the middle makes no jump larger than the rounding", () => {
  const value = draggedWeight(0.8734, 0.8734, 25, false);

  assert.ok(Math.abs(roundedWeight(value, false) - roundedWeight(value, true)) <= 0.005);
});

test("a dragged weight has two decimals, a fine one three, and there is no minus zero", () => {
  assert.equal(roundedWeight(1.23456, false), 1.23);
  assert.equal(roundedWeight(1.23456, true), 1.235);
  assert.ok(Object.is(roundedWeight(-0.001, false), 0));
});
