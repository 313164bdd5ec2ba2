import assert from "node:assert/strict";
import test from "node:test";

import {
  appearanceOfPoints,
  distancesFrom,
  nudgesOf,
  offTheSlice,
  placesOf,
  pointLabel,
  titleOf,
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

test("points stay what they are where they stand elsewhere, and are others when a class, a number or a test row is", () => {
  const train = { inputs: [[0], [1]], targets: [[0], [1]], row_numbers: [1, 2] };
  const asked = { inputs: [[2]], targets: [[1]], row_numbers: [1] };
  const run = { classes: OF_TWO, train, test: asked, situation: null };
  const other = (/** @type {object} */ changed) => appearanceOfPoints({ ...run, ...changed }) !== appearanceOfPoints(run);

  assert.ok(!other({ train: { ...train, inputs: [[5], [6]] }, test: { ...asked, inputs: [[7]] } }));
  assert.ok(other({ train: { ...train, targets: [[1], [1]] } }));
  assert.ok(other({ train: { ...train, row_numbers: [1, 3] } }));
  assert.ok(other({ test: { ...asked, targets: [[0]] } }));
  assert.ok(other({ test: null }));
  assert.ok(other({ situation: { inputs: [1], scaled: [1] } }));
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

const CUBE = {
  input_names: ["x1", "x2", "x3"],
  target_names: ["target"],
  train: { inputs: [[0, 0, 0], [1, 1, 10]] },
  test: null,
  situation: null,
};
const SLICE = { x: 0, y: 1, xRange: [0, 1], yRange: [0, 1], held: Float64Array.of(0, 0, 10) };

test("a row on the slice is not away from it, one at the other end of the column is a whole column away", () => {
  assert.deepEqual(distancesFrom(CUBE, SLICE, [[7, 7, 10], [0, 0, 0], [0, 0, 5]]), [0, 1, 0.5]);
});

test("with two inputs no row is away from the picture", () => {
  const plane = { ...SLICE, held: Float64Array.of(0, 0) };

  assert.deepEqual(distancesFrom({ ...CUBE, train: { inputs: [[0, 3]] } }, plane, [[5, 5]]), [0]);
});

test("where a row lies that is not in the picture is said in words", () => {
  assert.equal(offTheSlice(CUBE, SLICE, [7, 7, 0.5]), "its x3 = 0.5");
  assert.equal(offTheSlice(CUBE, SLICE, [7, 7, 10]), "");
});

test("the picture says what it shows over which inputs", () => {
  const run = { ...CUBE, layer_sizes: [3, 2, 1], layer_names: ["Input", "Hidden", "Output"], neuron_names: [] };

  assert.equal(titleOf(run, { plane: SLICE, neuron: null }, 0), "Output over x1 and x2, x3 = 10");
  assert.equal(titleOf(run, { plane: SLICE, neuron: { layer: 1, index: 0 } }, 0), "Hidden, neuron 1 over x1 and x2, x3 = 10");
  assert.equal(titleOf(run, { plane: { ...SLICE, x: 2, y: null }, neuron: null }, null), "Largest output over x3, x1 = 0, x2 = 0");
});
