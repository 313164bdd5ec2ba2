import assert from "node:assert/strict";
import test from "node:test";

import { RunBefore } from "../../../playground/player/frontend/model/run_before.mjs";
import { RunOnScreen } from "../../../playground/player/frontend/model/run_on_screen.mjs";

// One input, one linear neuron without bias: the answer is the weight times the input, in the table's unit twice that.
const DESCRIPTION = {
  layer_sizes: [1, 1],
  activations: ["linear"],
  bias: false,
  target_names: ["target"],
  train: { inputs: [[10], [20]], scaled: [[1], [2]], targets: [[0], [1]], row_numbers: [1, 2] },
  test: null,
  input_scaling: { offset: [0], scale: [10] },
  target_scaling: { offset: [0], scale: [2] },
};

/** What Python sends of the epochs given: loss 1 / (1 + epoch), weight = epoch. */
function message(epochs, header = {}) {
  const rows = epochs.flatMap((epoch) => [1 / (1 + epoch), NaN, epoch]);
  const newest = epochs.at(-1) ?? 0;
  return {
    header: {
      run: 1, from: 0, width: 3, recorded: epochs.length, trained: newest, finished: false, end: 100, threshold: 0.5,
      situation: null, known_flips: 0, flips: [], flip_count: 0, ...header,
    },
    epochs: Uint32Array.from(epochs),
    rows: Float32Array.from(rows),
  };
}

function runOf(epochs, header = {}) {
  const run = new RunOnScreen(1);
  run.receive(message(epochs, { description: structuredClone(DESCRIPTION), ...header }));
  return run;
}

test("a moment answers every row in the table's own units", () => {
  const moment = runOf([0, 1, 2, 3]).momentAt(3, 0, true);

  assert.deepEqual([...moment.outputs], [6, 12]);
  assert.deepEqual([moment.epoch, moment.loss], [3, 0.25]);
});

test("while it moves, an epoch that was thinned out is shown as the one recorded before it", () => {
  const moment = runOf([0, 4, 8]).momentAt(7, 0, false);

  assert.equal(moment.epoch, 4);
});

test("at rest nothing but the epoch itself will do: there is no moment until it comes", () => {
  const run = runOf([0, 4, 8]);
  assert.equal(run.momentAt(7, 0, true), null);

  run.receive(message([], { from: 3, recorded: 3, trained: 8, exact: { epoch: 7, loss: 0.125, parameters: [7.000000001] } }));

  const moment = run.momentAt(7, 0, true);
  assert.deepEqual([moment.epoch, moment.loss, moment.parameters[0]], [7, 0.125, 7.000000001]);
  assert.equal(run.exactEpoch, 7);
});

test("before anything has come there is no moment", () => {
  const run = new RunOnScreen(1);
  run.receive(message([], { recorded: 0 }));

  assert.equal(run.momentAt(0, 0, true), null);
  assert.equal(run.description, null);
});

test("flips are found to either side of an epoch, not at it", () => {
  const run = runOf([0, 1], { flips: [[2, [1]], [4, [2]]], flip_count: 2 });

  assert.deepEqual([run.flipFrom(0, 1), run.flipFrom(2, 1), run.flipFrom(4, 1)], [2, 4, null]);
  assert.deepEqual([run.flipFrom(9, -1), run.flipFrom(4, -1), run.flipFrom(2, -1)], [4, 2, null]);
});

test("new flips are appended, and those of another threshold replace them", () => {
  const run = runOf([0, 1], { flips: [[2, [1]]], flip_count: 1 });

  run.receive(message([], { from: 2, known_flips: 1, flips: [[4, [2]]], flip_count: 2 }));
  assert.deepEqual(run.flips.map(([epoch]) => epoch), [2, 4]);
  run.receive(message([], { from: 2, threshold: 0.9, known_flips: 2, flips: [], flip_count: 1 }));
  assert.deepEqual([run.flips, run.flipCount], [[], 1]);
  run.receive(message([], { from: 2, threshold: 0.9, known_flips: 0, flips: [[7, [1]]], flip_count: 1 }));

  assert.deepEqual(run.flips, [[7, [1]]]);
});

test("the newest epoch is the newest recorded, and at the end of the run the end", () => {
  const run = runOf([0, 4], { trained: 6 });
  assert.equal(run.newest, 4);

  run.receive(message([], { from: 2, recorded: 2, trained: 6, finished: true, end: 6 }));

  assert.equal(run.newest, 6);
});

test("the run before answers at the same epoch, row for row as they were", () => {
  const before = new RunBefore(runOf([0, 1, 2, 3]), { train: [1, null], test: null });

  before.goTo(2);

  assert.deepEqual(before.outputsAt().map((outputs) => outputs && [...outputs]), [[8], null]);
  assert.equal(before.testOutputsAt(), null);
  assert.deepEqual([...before.answer([30])], [12]);
});

test("the run before stays at its end where it was the shorter one", () => {
  const before = new RunBefore(runOf([0, 1, 2, 3]), { train: [0, 1], test: null });

  before.goTo(5000);

  assert.deepEqual([...before.answer([10])], [6]);
});

test("the run before knows no answer for a table of other columns", () => {
  const before = new RunBefore(runOf([0, 1]), { train: null, test: null });

  before.goTo(1);

  assert.deepEqual([before.outputsAt(), before.answer([10])], [null, null]);
});

test("an answer that is older than the threshold on the screen does not set it back", () => {
  const run = runOf([0, 1]);

  run.receive(message([2], { from: 2, threshold: 0.5 }), 0.8);
  assert.equal(run.description.threshold, 0.8);

  run.receive(message([3], { from: 3, threshold: 0.8 }));
  assert.equal(run.description.threshold, 0.8);
});
