import assert from "node:assert/strict";
import test from "node:test";

import { roundNumbers, roundStep, tickText, tickValues } from "../../../playground/player/frontend/shared/ticks.mjs";

test("round numbers are one, two and five times the powers of ten", () => {
  assert.deepEqual(roundNumbers(3), [1, 2, 5, 10, 20, 50, 100, 200, 500]);
});

test("a step is one, two or five times a power of ten, and not smaller than pending", () => {
  assert.deepEqual([0.0075, 0.03, 1, 1.01, 30].map(roundStep).map((step) => Number(step.toPrecision(9))), [0.01, 0.05, 1, 2, 50]);
});

test("ticks are round numbers within the range", () => {
  assert.deepEqual(tickValues([-0.25, 1.25], 3), [0, 0.5, 1]);
  assert.deepEqual(tickValues([-3000, 9000], 3), [0, 5000]);
  assert.deepEqual(tickValues([-0.3, 0.3], 3), [-0.2, 0, 0.2]);
  assert.deepEqual(tickValues([2, 2]), []);
});

test("tick texts are short and have a real minus sign", () => {
  assert.deepEqual([-0.5, 0, 1, 12000, 2.5e6].map(tickText), ["−0.5", "0", "1", "12,000", "2,500,000"]);
});
