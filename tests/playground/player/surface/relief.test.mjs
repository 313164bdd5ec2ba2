// A relief of the loss: everything between the ends of its axes, and between the lowest and the highest loss.

import assert from "node:assert/strict";
import { test } from "node:test";

import { coarser, nearestPlace, reliefOf, valuesAt } from "../../../../playground/player/frontend/surface/relief.mjs";

const PICTURE = { first: [0, 1, 4], second: [-2, 0], losses: [[1, 3, 100], [null, 10, 5]] };

test("heights run from the lowest loss to the highest, and where there is none is a gap", () => {
  const relief = reliefOf(PICTURE, "linear");

  // (3 − 1) / 99, (10 − 1) / 99, (5 − 1) / 99
  assert.deepEqual(Array.from(relief.heights), [0, 2 / 99, 1, NaN, 9 / 99, 4 / 99]);
  assert.deepEqual(relief.losses, [1, 100]);
  assert.equal(relief.heightOf(50.5), 0.5);
});

test("on a log scale heights are exponents, and a loss of 0 has none", () => {
  const relief = reliefOf({ ...PICTURE, losses: [[1, 10, 100], [0, 10, 100]] }, "log");

  assert.deepEqual(Array.from(relief.heights), [0, 0.5, 1, NaN, 0.5, 1]);
  assert.deepEqual(relief.losses, [1, 100]);
});

test("places stand where their values are, however unevenly", () => {
  const relief = reliefOf(PICTURE, "linear");

  assert.deepEqual(Array.from(relief.across), [0, 0.25, 1]);
  assert.deepEqual(Array.from(relief.along), [0, 1]);
  assert.deepEqual(relief.shareOf([2, -1]), [0.5, 0.5]);
});

test("a level plain has no height", () => {
  assert.deepEqual(Array.from(reliefOf({ ...PICTURE, losses: [[2, 2, 2], [2, 2, 2]] }, "linear").heights), [0, 0, 0, 0, 0, 0]);
});

test("axes as long as numbers go are no longer than the picture", () => {
  const most = Number.MAX_VALUE;

  assert.deepEqual(Array.from(reliefOf({ ...PICTURE, first: [-most, 0, most] }, "linear").across), [0, 0.5, 1]);
});

test("a place that is pointed at has no more decimals than a step of the grid can tell apart", () => {
  const axis = Array.from({ length: 11 }, (_, k) => k / 10);

  assert.deepEqual(valuesAt({ first: axis, second: [0, 300, 600] }, [1 / 3, 1 / 3]), [0.3, 200]);
  assert.deepEqual(nearestPlace(PICTURE, [2, -1.5]), { column: 1, row: 0 });
});

test("a coarser relief has every second place, and still both ends", () => {
  const first = [0, 1, 2, 3];
  const relief = coarser(reliefOf({ first, second: [0, 1, 2], losses: [[0, 1, 2, 3], [9, 9, 9, 9], [4, 5, 6, 9]] }, "linear"));

  assert.deepEqual(Array.from(relief.across), [0, 2 / 3, 1]);
  assert.deepEqual(Array.from(relief.along), [0, 1]);
  assert.deepEqual(Array.from(relief.heights, (height) => 9 * height), [0, 2, 3, 4, 6, 9]);
});
