import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { curve, gridOutputs, neuronPictures, neuronValues, planeOf } from "../../../playground/player/frontend/decision/decision_grid.mjs";
import { titleOf } from "../../../playground/player/frontend/decision/decision_points.mjs";
import { addedRow } from "../../../playground/player/frontend/decision/added_row.mjs";
import { derivedInputs, ownInputCount, ownInputNames, withDerived } from "../../../playground/player/frontend/model/derived_columns.mjs";
import { outputsOf, scaledRow } from "../../../playground/player/frontend/model/forward_pass.mjs";
import { MomentBefore } from "../../../playground/player/frontend/model/moment_before.mjs";
import { tableDifference } from "../../../playground/player/frontend/story/difference.mjs";

const TABLE = JSON.parse(readFileSync(new URL("../../nncore/formulas/formula_cases.json", import.meta.url), "utf8"));

for (const { formula, computes, values } of TABLE.cases) {
  test(`${formula} is computed as nncore computes it`, () => {
    const [compute] = derivedInputs({ derived: [computes] });

    TABLE.rows.forEach((row, k) => {
      const expected = values[k];
      if (expected === null) assert.ok(Number.isNaN(compute(row)), `${row}`);
      else assert.ok(Math.abs(compute(row) - expected) <= 1e-12 * Math.abs(expected), `${row}: ${compute(row)}, not ${expected}`);
    });
  });
}

const SQUARE = ["^", ["input", 0], 2];
const PRODUCT = ["·", ["input", 0], ["input", 1]];
const RUN = {
  layer_sizes: [4, 2, 1],
  activations: ["tanh", "sigmoid"],
  bias: true,
  input_names: ["x", "y", "x²", "x · y"],
  target_names: ["target"],
  derived: [SQUARE, PRODUCT],
  input_scaling: { offset: [1, 0, 2, -1], scale: [2, 4, 0.5, 3] },
  target_scaling: { offset: [0], scale: [1] },
  train: { inputs: [[0, 1, 0, 0], [2, 3, 4, 6]], targets: [[0], [1]], row_numbers: [1, 2] },
  test: null,
  situation: null,
  classes: { kind: "two", values: [0, 1] },
};
const PARAMETERS = Float64Array.from({ length: 13 }, (_, k) => Math.cos(2 * k + 1));

const answerTo = (own) => outputsOf(RUN, PARAMETERS, [scaledRow(RUN, withDerived(RUN, own))], RUN.target_scaling)[0];
const assertNear = (one, other) => assert.ok(Math.abs(one - other) < 1e-12, `${one}, not ${other}`);

test("a row of the table's own inputs, or of all, is given the derived ones anew", () => {
  assert.equal(ownInputCount(RUN), 2);
  assert.deepEqual(ownInputNames(RUN), ["x", "y"]);
  assert.deepEqual(withDerived(RUN, [3, 5]), [3, 5, 9, 15]);
  assert.deepEqual(withDerived(RUN, [3, 5, 0, 0]), [3, 5, 9, 15]);
});

test("a run without derived inputs takes rows as they are", () => {
  assert.deepEqual(withDerived({ layer_sizes: [2, 1] }, [3, 5]), [3, 5]);
});

test("the output picture over two inputs derives the others at every point", () => {
  const plane = planeOf(RUN, 0);

  // Both ranges with a quarter around them: the middles of three cells are 0, 1, 2 and 1, 2, 3.
  assert.deepEqual([plane.xRange, plane.yRange, [...plane.held]], [[-0.5, 2.5], [0.5, 3.5], [0, 1]]);
  const { outputs } = gridOutputs(RUN, PARAMETERS, plane, 3);
  [3, 2, 1].forEach((y, row) => [0, 1, 2].forEach((x, column) => assertNear(outputs[3 * row + column], answerTo([x, y]))));
});

test("neuron pictures are of the same network", () => {
  const plane = planeOf(RUN, 0);

  const pictures = neuronPictures(RUN, PARAMETERS, plane, 3);
  const { values } = neuronValues(RUN, PARAMETERS, plane, 3, { layer: 2, index: 0 });

  assertNear(values[5], answerTo([2, 2]));
  assert.equal(pictures[1][0].values[5], Math.fround(values[5]));
});

test("another plane, and the same one with other weights, is computed anew", () => {
  const plane = planeOf(RUN, 0);
  const others = PARAMETERS.map((value) => value / 3);
  const { outputs: before } = gridOutputs(RUN, PARAMETERS, plane, 3);

  const heavier = outputsOf(RUN, others, [scaledRow(RUN, withDerived(RUN, [2, 2]))], RUN.target_scaling)[0];
  assertNear(gridOutputs(RUN, others, plane, 3).outputs[5], heavier);
  assertNear(gridOutputs(RUN, PARAMETERS, { ...plane, xRange: [2.5, 5.5] }, 3).outputs[5], answerTo([5, 2]));
  assert.deepEqual(gridOutputs(RUN, PARAMETERS, plane, 3).outputs, before);
});

test("over a single input the curve derives the rest", () => {
  const run = { ...RUN, layer_sizes: [2, 1], activations: ["linear"], input_names: ["x", "x²"], derived: [SQUARE] };
  run.input_scaling = { offset: [0, 0], scale: [1, 1] };
  run.train = { inputs: [[-1, 1], [1, 1]], targets: [[1], [1]], row_numbers: [1, 2] };
  const plane = planeOf(run, 0);

  assert.equal(plane.y, null);
  // 3x + 2x² + 1
  const { inputs, outputs } = curve(run, Float64Array.of(3, 2, 1), plane, 5);
  assert.deepEqual([...inputs], [-1.5, -0.75, 0, 0.75, 1.5]);
  [...inputs].forEach((x, k) => assertNear(outputs[k], 3 * x + 2 * x * x + 1));
});

test("a point without a derived value has no answer", () => {
  const run = { ...RUN, layer_sizes: [3, 1], activations: ["linear"], derived: [["ln", ["input", 0]]] };
  const plane = { ...planeOf(RUN, 0), xRange: [-1, 1], yRange: [0, 2] };

  const { outputs } = gridOutputs(run, Float64Array.of(1, 1, 1, 0), plane, 2);

  assert.deepEqual([...outputs].map(Number.isNaN), [true, false, true, false]);
});

test("what the picture is called, and a row put into it, know the table's own inputs alone", () => {
  const plane = { ...planeOf(RUN, 0), yRange: [0, 10], xRange: [0, 10] };

  assert.equal(titleOf(RUN, { plane, neuron: null }, 0), "Output over x and y");
  assert.deepEqual(addedRow(RUN, { plane }, 1, [0.5, 0.5]).inputs, { 0: 5, 1: 5 });
});

test("the run before is asked about the same row, with its own derived inputs or none", () => {
  const plain = { ...RUN, layer_sizes: [2, 1], activations: ["linear"], derived: undefined, input_names: ["x", "y"] };
  const rows = { train: [0, 1], test: null };

  // 2 · (3 − 1) / 2 + 4 · 5 / 4 + 1
  assertNear(new MomentBefore(plain, [2, 4, 1], rows).answer([3, 5, 9, 15])[0], 8);
  assertNear(new MomentBefore(RUN, PARAMETERS, rows).answer([3, 5])[0], answerTo([3, 5]));
});

test("of a cell that was typed only that cell is said to be another one", () => {
  const edited = { ...RUN, train: { ...RUN.train, inputs: [[0, 1, 0, 0], [3, 3, 9, 9]] } };

  assert.deepEqual(tableDifference(RUN, edited), { kind: "cells", row: 2, cells: [{ column: "x", before: 2, after: 3 }] });
  assert.equal(tableDifference(RUN, { ...RUN, derived: [SQUARE], input_names: ["x", "y", "x²"] }), null);
});
