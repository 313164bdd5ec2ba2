import assert from "node:assert/strict";
import test from "node:test";

import { flipLabel, verdictAfterFlip } from "../../../playground/player/frontend/timeline/flip_verdicts.mjs";
import { Run } from "../../../playground/player/frontend/model/run.mjs";

// One linear neuron without bias: row 0 is answered by the weight, row 1 by minus the weight; the weight is the epoch − 10.
const DESCRIPTION = {
  layer_sizes: [1, 1],
  activations: ["linear"],
  bias: false,
  target_names: ["target"],
  train: { inputs: [[1], [-1]], scaled: [[1], [-1]], targets: [[1], [1]], row_numbers: [1, 2] },
  test: null,
  input_scaling: { offset: [0], scale: [1] },
  target_scaling: { offset: [0], scale: [1] },
  classes: { kind: "two", values: [0, 1], threshold: 0.5, tolerance: 0 },
};

function runOf(epochs, flips) {
  const run = new Run(1);
  run.receive({
    run: 1, from: 0, width: 3, recorded: epochs.length, trained: 20, finished: true, end: 20, threshold: 0.5,
    known_flips: 0, flips, flip_count: flips.length, early_end: [], changed_at: [], description: DESCRIPTION,
    epochs: Uint32Array.from(epochs),
    rows: Float32Array.from(epochs.flatMap((epoch) => [0, NaN, epoch - 10])),
  });
  return run;
}

test("a row that flips to its target is right from there on, one that leaves it is wrong", () => {
  const run = runOf([0, 10, 11, 20], [[10, [1]], [11, [0]]]);

  assert.equal(verdictAfterFlip(run, 11, 0, 0.5), "right"); // answered 1, should be 1
  assert.equal(verdictAfterFlip(run, 10, 1, 0.5), "wrong"); // answered 0 and then less, should be 1
});

test("between two records the next one tells, as long as the row has not flipped again by then", () => {
  assert.equal(verdictAfterFlip(runOf([0, 15], [[11, [0]]]), 11, 0, 0.5), "right");
  assert.equal(verdictAfterFlip(runOf([0, 15], [[11, [0]], [14, [0]]]), 11, 0, 0.5), null);
  assert.equal(verdictAfterFlip(runOf([0, 10], [[11, [0]]]), 11, 0, 0.5), null);
});

test("a label names its rows, and a sign where all of them go the same way", () => {
  assert.deepEqual(flipLabel(["2"], ["right"]), { rows: "2", sign: "right" });
  assert.deepEqual(flipLabel(["2", "4"], ["wrong", "wrong"]), { rows: "2, 4", sign: "wrong" });
  assert.deepEqual(flipLabel(["2", "4"], ["right", "wrong"]), { rows: "2, 4", sign: "" });
  assert.deepEqual(flipLabel(["2", "4", "5"], ["right", null, "right"]), { rows: "3 rows", sign: "" });
  assert.deepEqual(flipLabel(["1"], ["undecided"]), { rows: "1", sign: "" });
});
