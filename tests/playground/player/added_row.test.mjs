import assert from "node:assert/strict";
import { test } from "node:test";

import { addedRow } from "../../../playground/player/frontend/decision/added_row.mjs";

const PLANE = { x: 0, y: 1, xRange: [-0.2, 1.2], yRange: [-0.2, 1.2], held: Float64Array.of(0, 0, 0.75) };
const TWO = { classes: { kind: "two", values: [-1, 1] }, target_names: ["target"] };
const SEVERAL = { classes: { kind: "several" }, target_names: ["setosa", "versicolor", "virginica"] };

test("a row has the numbers of its place, and what the picture does not span is held where it is", () => {
  const { inputs, targets } = addedRow(TWO, { plane: PLANE }, 1, [0.5, 0.25]);

  assert.deepEqual(inputs, { 0: 0.5, 1: 0.85, 2: 0.75 });
  assert.deepEqual(targets, { 0: 1 });
});

test("the lower of two classes has its own number as a target", () => {
  assert.deepEqual(addedRow(TWO, { plane: PLANE }, 0, [0, 0]).targets, { 0: -1 });
});

test("one of several classes is a target of 1 among targets of 0", () => {
  assert.deepEqual(addedRow(SEVERAL, { plane: PLANE }, 2, [0, 0]).targets, { 0: 0, 1: 0, 2: 1 });
});

test("over one input only that one has a number from the picture", () => {
  const plane = { x: 0, y: null, xRange: [0, 10], held: Float64Array.of(3) };

  assert.deepEqual(addedRow(TWO, { plane }, 1, [0.5, 0.9]).inputs, { 0: 5 });
});
