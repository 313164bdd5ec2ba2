import assert from "node:assert/strict";
import test from "node:test";

import {
  cellsAt,
  cellsBefore,
  namedCells,
  placeWithin,
  sameCells,
  valueAt,
  withCells,
} from "../../../playground/player/frontend/decision/point_drag.mjs";

const TWO_INPUTS = { classes: { kind: "two", values: [0, 1] }, input_names: ["width", "height", "age"], target_names: ["target"] };
const NUMBERS = { classes: null, input_names: ["size"], target_names: ["price", "rent"] };
const CLASSES = { ...NUMBERS, classes: { kind: "two", values: [0, 1] } };

const PLANE = { plane: { x: 2, y: 0, xRange: [0, 10], yRange: [-0.25, 1.25] }, output: 0, heights: [-0.25, 1.25] };
const CURVE = { plane: { x: 0, y: null, xRange: [-25, 125], yRange: [0, 0] }, output: 1, heights: [0, 4] };
const ROW = { inputs: [0.5, 7, 3], targets: [1] };
const HOUSE = { inputs: [60], targets: [100, 1] };

test("zero to one with a quarter of room to either side is read in hundredths", () => {
  // 1.5 / 200 = 0.0075, and the round step above it is 0.01; a third of the way is -0.25 + 0.5 = 0.25.
  assert.equal(valueAt([-0.25, 1.25], 1 / 3, 9), 0.25);
  assert.equal(valueAt([-0.25, 1.25], 0.58, 9), 0.62);
});

test("a wide range is read in whole numbers, a narrow one in many decimals", () => {
  // 150 / 200 gives steps of 1, 1,000,000 / 200 of 5,000, 0.0015 / 200 of 0.00001.
  assert.equal(valueAt([-25, 125], 0.503, 9), 50);
  assert.equal(valueAt([0, 1_000_000], 0.3337, 9), 335_000);
  assert.equal(valueAt([0, 0.0015], 0.5, 9), 0.00075);
});

test("a number never lies beyond the picture, though the edge is not a round number", () => {
  // Steps of 0.01 between -0.333 and 1.337.
  assert.equal(valueAt([-0.333, 1.337], 0, 9), -0.33);
  assert.equal(valueAt([-0.333, 1.337], 1, 9), 1.33);
});

test("a number that is dragged no whole step away stays as it was", () => {
  const before = 0.123456789;

  assert.equal(valueAt([-0.25, 1.25], (before + 0.25) / 1.5, before), before);
  // 0.123456789 rounds to 0.12, and 0.128 to 0.13.
  assert.equal(valueAt([-0.25, 1.25], (0.128 + 0.25) / 1.5, before), 0.13);
});

test("zero has no sign", () => {
  assert.ok(Object.is(valueAt([-1, 1], 0.4999, 9), 0));
});

test("over two inputs a place is a number of each, the one upwards counted from the bottom", () => {
  // x: 0.4 of 0..10 is 4; y: 0.25 from the top is 0.75 from the bottom: -0.25 + 0.75 · 1.5 = 0.875, in hundredths 0.88.
  assert.deepEqual(cellsAt(TWO_INPUTS, PLANE, ROW, [0.4, 0.25]), { inputs: { 2: 4, 0: 0.88 }, targets: {} });
});

test("with one input a place is a number of it and of the target that is shown", () => {
  // x: -25 + 0.5 · 150 = 50; y: a quarter from the bottom of 0..4 is 1.
  assert.deepEqual(cellsAt(NUMBERS, CURVE, HOUSE, [0.5, 0.5]), { inputs: { 0: 50 }, targets: { 1: 2 } });
});

test("with one input a class is not dragged into another, and a new situation has no target", () => {
  assert.deepEqual(cellsAt(CLASSES, CURVE, HOUSE, [0.5, 0.5]), { inputs: { 0: 50 }, targets: {} });
  assert.deepEqual(cellsAt(NUMBERS, CURVE, { inputs: [60], targets: null }, [0.5, 0.5]), {
    inputs: { 0: 50 },
    targets: {},
  });
});

test("a point stays within the picture, and at its height if it cannot go upwards", () => {
  assert.deepEqual(placeWithin(TWO_INPUTS, PLANE, ROW, [1.3, -0.2], [0.5, 0.5]), [1, 0]);
  assert.deepEqual(placeWithin(CLASSES, CURVE, HOUSE, [0.3, 0.9], [0.5, 0.25]), [0.3, 0.25]);
  assert.deepEqual(placeWithin(NUMBERS, CURVE, HOUSE, [0.3, 0.9], [0.5, 0.25]), [0.3, 0.9]);
});

test("what was dragged can be put back", () => {
  const cells = { inputs: { 2: 4, 0: 0.88 }, targets: {} };

  assert.deepEqual(cellsBefore(cells, ROW), { inputs: { 2: 3, 0: 0.5 }, targets: {} });
  assert.deepEqual(withCells(ROW, cells), { inputs: [0.88, 7, 4], targets: [1] });
  assert.deepEqual(withCells({ inputs: [1], targets: null }, { inputs: { 0: 2 }, targets: {} }), {
    inputs: [2],
    targets: null,
  });
});

test("cells are the same if every number is", () => {
  const cells = { inputs: { 0: 1 }, targets: { 1: 2 } };

  assert.ok(sameCells(cells, { inputs: { 0: 1 }, targets: { 1: 2 } }));
  assert.ok(!sameCells(cells, { inputs: { 0: 1 }, targets: { 1: 2.5 } }));
  assert.ok(!sameCells(cells, { inputs: { 0: 1.5 }, targets: { 1: 2 } }));
});

test("the label names what goes to the right before what goes upwards", () => {
  const cells = { inputs: { 0: -0.1, 2: 4 }, targets: {} };

  assert.deepEqual(namedCells(TWO_INPUTS, PLANE, cells), [["age", "4"], ["width", "−0.1"]]);
  assert.deepEqual(namedCells(NUMBERS, CURVE, { inputs: { 0: 50 }, targets: { 1: 2 } }), [["size", "50"], ["rent", "2"]]);
});
