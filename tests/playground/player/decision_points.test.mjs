import assert from "node:assert/strict";
import test from "node:test";

import {
  nudgesOf,
  placesOf,
  pointLabel,
} from "../../../playground/player/frontend/decision/decision_points.mjs";

const OF_TWO = { kind: "two", values: [0, 1], threshold: 0.5, tolerance: 2 ** -42 };
const TWO = { classes: OF_TWO, layer_sizes: [2, 1], target_names: ["target"] };
const SEVERAL = { classes: { ...OF_TWO, kind: "several" }, layer_sizes: [2, 3], target_names: ["cat", "dog", "hen"] };
const NUMBERS = { classes: null, layer_sizes: [2, 1], target_names: ["price"] };

test("a point says its row, target, output and whether it is right", () => {
  const table = { targets: [[0], [1]], row_numbers: [1, 7] };

  assert.equal(pointLabel(TWO, table, 1, Float64Array.of(0, 0.25), 0.5), "row 7, target 1, output 0.2500, wrong");
  assert.equal(pointLabel(TWO, table, 1, Float64Array.of(0, 0.75), 0.5), "row 7, target 1, output 0.7500, right");
  assert.equal(pointLabel(TWO, table, 1, Float64Array.of(0, 0.5), 0.5), "row 7, target 1, output 0.5000, undecided");
  assert.equal(pointLabel(TWO, table, 1, null, 0.5), "row 7, target 1");
});

test("a point whose target is no class says its number and is neither right nor wrong", () => {
  const table = { targets: [[0.7]], row_numbers: [2] };

  assert.equal(pointLabel(TWO, table, 0, Float64Array.of(0.75), 0.5), "row 2, target 0.7000, output 0.7500");
  assert.equal(pointLabel(NUMBERS, table, 0, Float64Array.of(0.75), 0.5), "row 2, target 0.7000, output 0.7500");
});

test("of several classes a point says their names", () => {
  const table = { targets: [[0, 0, 1]], row_numbers: [4] };

  const label = pointLabel(SEVERAL, table, 0, Float64Array.of(0.5, 0.2, 0.3), 0.5);

  assert.equal(label, "row 4, target hen, output cat, wrong");
});

test("rows stand where their inputs are, upwards on the page being more", () => {
  const plane = { x: 2, y: 0, xRange: [0, 10], yRange: [-1, 1], held: [] };

  assert.deepEqual(placesOf(plane, [[-1, 9, 5], [0.5, 9, 0]], null, [0, 1]), [[0.5, 1], [0, 0.25]]);
});

test("with one input rows stand as high as their targets", () => {
  const plane = { x: 0, y: null, xRange: [0, 4], yRange: [0, 0], held: [] };

  assert.deepEqual(placesOf(plane, [[1], [4]], [10, 30], [10, 50]), [[0.25, 1], [1, 0.5]]);
});

test("points on spots of their own stay where they are", () => {
  assert.deepEqual(nudgesOf([[0, 0], [0.5, 0.5], [1, 1]]), [[0, 0], [0, 0], [0, 0]]);
});

test("points on one spot are moved apart, a crowd of them no farther than three widths", () => {
  for (const count of [2, 3, 8, 200]) {
    const nudges = nudgesOf(Array.from({ length: count }, () => [0.5, 0.5]));

    assert.equal(new Set(nudges.map(String)).size, count);
    assert.ok(nudges.every((nudge) => Math.hypot(...nudge) <= 3));
  }
});
