import assert from "node:assert/strict";
import test from "node:test";

import { momentOf } from "../../../playground/player/frontend/model/moment_of_runs.mjs";
import { Run } from "../../../playground/player/frontend/model/run.mjs";
import { Store } from "../../../playground/player/frontend/model/store.mjs";

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
function part(epochs, told = {}) {
  const rows = epochs.flatMap((epoch) => [1 / (1 + epoch), NaN, epoch]);
  const newest = epochs.at(-1) ?? 0;
  return {
    run: 1, called: 1, from: 0, width: 3, recorded: epochs.length, trained: newest, finished: false, end: 100, threshold: 0.5,
    known_flips: 0, flips: [], flip_count: 0, early_end: [], changed_at: [], ...told,
    epochs: Uint32Array.from(epochs),
    rows: Float32Array.from(rows),
  };
}

function runOf(epochs, told = {}) {
  const run = new Run(1);
  run.receive(part(epochs, { description: structuredClone(DESCRIPTION), ...told }));
  return run;
}

/** A page with a run on the screen, and maybe one before it. */
function storeOf(runs, header = {}) {
  const store = new Store();
  receive(store, runs, header);
  return store;
}

function receive(store, runs, header = {}) {
  const [run, before] = runs.map((told) => told.run);
  store.receive({ header: { run, before: before ?? null, threshold: 0.5, epoch_scale: "linear", situation: null, ...header }, runs });
}

const described = { description: DESCRIPTION };
const ALL_ROWS = { rows_before: { train: [0, 1], test: null }, assets: {} };

test("a moment answers every row in the table's own units", () => {
  const moment = momentOf(storeOf([part([0, 1, 2, 3], described)]), 3, true);

  assert.deepEqual([...moment.outputs], [6, 12]);
  assert.deepEqual([moment.epoch, moment.loss, moment.before], [3, 0.25, null]);
});

test("while it moves, an epoch that was thinned out is shown as the one recorded before it", () => {
  assert.equal(runOf([0, 4, 8]).after(7, false).epoch, 4);
});

test("at rest nothing but the epoch itself will do: there is no moment until it comes", () => {
  const run = runOf([0, 4, 8]);
  assert.equal(run.after(7, true), null);

  run.receive(part([], { from: 3, recorded: 3, trained: 8, exact: { epoch: 7, loss: 0.125, parameters: [7.000000001] } }));

  const known = run.after(7, true);
  assert.deepEqual([known.epoch, known.loss, known.parameters[0], known.isExact], [7, 0.125, 7.000000001, true]);
  assert.equal(run.exactEpoch, 7);
});

test("what rows are called now is known before the description that says it", () => {
  const run = runOf([0, 4]);
  assert.deepEqual([run.called, run.calledNow], [1, 1]);

  run.receive(part([], { from: 2, recorded: 2, called: 2 }));
  assert.deepEqual([run.called, run.calledNow], [1, 2]);

  run.receive(part([], { from: 2, recorded: 2, called: 2, description: structuredClone(DESCRIPTION) }));
  assert.deepEqual([run.called, run.calledNow], [2, 2]);
});

test("before anything has come there is no moment", () => {
  const store = storeOf([part([], { recorded: 0 })]);

  assert.equal(momentOf(store, 0, true), null);
  assert.equal(store.run.description, null);
});

test("flips are found to either side of an epoch, not at it", () => {
  const run = runOf([0, 1], { flips: [[2, [1]], [4, [2]]], flip_count: 2 });

  assert.deepEqual([run.flipFrom(0, 1), run.flipFrom(2, 1), run.flipFrom(4, 1)], [2, 4, null]);
  assert.deepEqual([run.flipFrom(9, -1), run.flipFrom(4, -1), run.flipFrom(2, -1)], [4, 2, null]);
});

test("new flips are appended, and those of another threshold replace them", () => {
  const run = runOf([0, 1], { flips: [[2, [1]]], flip_count: 1 });

  run.receive(part([], { from: 2, known_flips: 1, flips: [[4, [2]]], flip_count: 2 }));
  assert.deepEqual(run.flips.map(([epoch]) => epoch), [2, 4]);
  run.receive(part([], { from: 2, threshold: 0.9, known_flips: 2, flips: [], flip_count: 1 }));
  assert.deepEqual([run.flips, run.flipCount], [[], 1]);
  run.receive(part([], { from: 2, threshold: 0.9, known_flips: 0, flips: [[7, [1]]], flip_count: 1 }));

  assert.deepEqual(run.flips, [[7, [1]]]);
});

test("the newest epoch is the newest recorded, and at the end of the run the end", () => {
  const run = runOf([0, 4], { trained: 6 });
  assert.equal(run.newest, 4);

  run.receive(part([], { from: 2, recorded: 2, trained: 6, finished: true, end: 6 }));

  assert.equal(run.newest, 6);
});

test("the run before answers at the same epoch, row for row as they were", () => {
  const rows = { rows_before: { train: [1, null], test: null } };
  const store = storeOf([part([0, 1, 2, 3], described), part([0, 1, 2, 3], { ...described, run: 7 })], rows);

  const { before } = momentOf(store, 2, true);

  assert.deepEqual(before.outputs.map((outputs) => outputs && [...outputs]), [[8], null]);
  assert.equal(before.testOutputs, null);
  assert.deepEqual([...before.answer([30])], [12]);
});

test("the run before stays at its end where it was the shorter one", () => {
  const store = storeOf([part([0, 50], described), part([0, 1, 2, 3], { ...described, run: 7 })], ALL_ROWS);

  assert.deepEqual([...momentOf(store, 50, true).before.answer([10])], [6]);
});

test("the run before knows no answer for a table of other columns", () => {
  const rows = { rows_before: { train: null, test: null } };
  const store = storeOf([part([0, 1], described), part([0, 1], { ...described, run: 7 })], rows);

  const { before } = momentOf(store, 1, true);

  assert.deepEqual([before.outputs, before.answer([10])], [null, null]);
});

test("at rest both runs stand at exactly the same epoch, or there is no moment until they do", () => {
  const exact = (epoch) => ({ exact: { epoch, loss: 0.1, parameters: [epoch] } });
  const before = part([0, 32, 64], { ...described, run: 7, trained: 90, ...exact(90) });
  const store = storeOf([part([0, 32, 64], { ...described, trained: 90, ...exact(60) }), before], ALL_ROWS);
  assert.equal(momentOf(store, 60, true), null);

  receive(store, [part([], { from: 3, recorded: 3, trained: 90 }), part([], { run: 7, from: 3, recorded: 3, trained: 90, ...exact(60) })]);

  const moment = momentOf(store, 60, true);
  assert.ok(moment.isExact);
  assert.deepEqual([...moment.outputs], [...moment.before.outputs.map(([output]) => output)]);
  assert.deepEqual([...moment.before.answer([10])], [120]);
});

test("while it moves and records of the run before are missing, nothing is compared", () => {
  const before = part([0, 1], { ...described, run: 7, recorded: 4, trained: 3 });
  const store = storeOf([part([0, 1, 2, 3], described), before], ALL_ROWS);
  assert.equal(momentOf(store, 3, false).before, null);

  receive(store, [part([], { from: 4, recorded: 4, trained: 3 }), part([2, 3], { run: 7, from: 2, recorded: 4, trained: 3 })]);

  assert.deepEqual([...momentOf(store, 3, false).before.answer([10])], [6]);
});

test("nothing is drawn of a pair before it is known what both runs are and which rows they share", () => {
  const store = storeOf([part([0], described)], { assets: {} });
  assert.ok(store.isComplete);

  receive(store, [part([0], { ...described, run: 2 }), part([], { from: 1, recorded: 1 })]);
  assert.ok(!store.isComplete);
  assert.deepEqual(store.known, { run: 2, before: null, lesson: 0 });

  receive(store, [part([], { run: 2, from: 1 }), part([], { from: 1 })], { rows_before: { train: [0, 1], test: null } });
  assert.ok(store.isComplete);
  assert.deepEqual(store.known, { run: 2, before: 1, lesson: 0 });
});

test("what both runs were is known again when they change places, but not which rows they share", () => {
  const store = storeOf([part([0, 1], described), part([0, 1], { ...described, run: 7 })], ALL_ROWS);

  receive(store, [part([], { run: 7, from: 2 }), part([], { from: 2 })]);

  assert.deepEqual([store.run.number, store.run.records.count, store.before.number, store.rowsBefore], [7, 2, 1, null]);
});

test("a run that has left the page is forgotten", () => {
  const store = storeOf([part([0, 1], described), part([0, 1], { ...described, run: 7 })], ALL_ROWS);

  receive(store, [part([], { from: 2, recorded: 2 })]);

  assert.deepEqual([[...store.runs.keys()], store.before], [[1], null]);
});

test("an empty store says that it knows nothing, colours included", () => {
  assert.deepEqual(new Store().known, { run: 0, before: null, lesson: 0, assets: true });
});
