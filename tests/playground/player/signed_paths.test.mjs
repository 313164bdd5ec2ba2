import assert from "node:assert/strict";
import test from "node:test";

import { signedPaths } from "../../../playground/player/frontend/charts/signed_paths.mjs";

/** One pixel a unit; values grow upwards, pixels downwards, zero is at 100. */
const paths = (x, y) => signedPaths(x, y, (at) => at, (value) => 100 - value);

test("a line above zero has one part, and so has one below", () => {
  assert.deepEqual(paths([0, 10, 20], [5, 6, 7]), { positive: "M0.0,95.0L10.0,94.0L20.0,93.0", negative: "" });
  assert.deepEqual(paths([0, 10], [-5, -6]), { positive: "", negative: "M0.0,105.0L10.0,106.0" });
});

test("a line changes where it crosses zero, between two of its points", () => {
  // From −10 to 30 within 20: zero a quarter of the way.
  assert.deepEqual(paths([0, 20], [-10, 30]), { positive: "M5.0,100.0L20.0,70.0", negative: "M0.0,110.0L5.0,100.0" });
});

test("a line that crosses zero twice goes on in two pieces of one part", () => {
  assert.deepEqual(paths([0, 2, 4], [1, -1, 1]), {
    positive: "M0.0,99.0L1.0,100.0M3.0,100.0L4.0,99.0",
    negative: "M1.0,100.0L2.0,101.0L3.0,100.0",
  });
});

test("zero itself belongs to what is above", () => {
  assert.deepEqual(paths([0, 1], [0, 0]), { positive: "M0.0,100.0L1.0,100.0", negative: "" });
  assert.equal(paths([0, 1, 2], [1, 0, -1]).positive, "M0.0,99.0L1.0,100.0L1.0,100.0");
});

test("a value that is none leaves a gap, whatever stands on both sides of it", () => {
  assert.deepEqual(paths([0, 1, 2, 3, 4], [1, 2, null, 3, 4]), {
    positive: "M0.0,99.0L1.0,98.0M3.0,97.0L4.0,96.0",
    negative: "",
  });
  assert.deepEqual(paths([0, 1, 2, 3], [1, 2, NaN, 3]), { positive: "M0.0,99.0L1.0,98.0", negative: "" });
});

test("a single point makes no line", () => {
  assert.deepEqual(paths([0], [1]), { positive: "", negative: "" });
});

test("a line that grows beyond all bounds is one that a browser can draw", () => {
  const { positive, negative } = paths([0, 1, 2, 3], [1, 4e209, -2e300, 8e307]);

  const numbers = (positive + negative).split(/[ML,]/).slice(1).map(Number);
  assert.ok(numbers.every((number) => Math.abs(number) <= 3.4e38), positive + negative);
  // On its way there it leaves the picture where it did.
  assert.ok(positive.startsWith("M0.0,99.0L1.0,-10000000.0"), positive);
});
