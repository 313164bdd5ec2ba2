import assert from "node:assert/strict";
import test from "node:test";

import { KINDS } from "../../../playground/player/frontend/rows/answer_kinds.mjs";

const RUN = { layer_sizes: [3, 1], derived: [["^", ["input", 0], 2]], target_names: ["target"] };

test("the derived inputs of a situation are told beside it, by the same object as long as it is the same", () => {
  const situation = { inputs: [3, 5, 9], scaled: [3, 5, 9] };

  const rows = KINDS.situation.rowsOf(RUN, { situation });

  assert.deepEqual(rows, { inputs: [[]], targets: [[]], row_numbers: [1], derived: [[9]] });
  assert.equal(KINDS.situation.rowsOf(RUN, { situation }), rows);
  assert.notEqual(KINDS.situation.rowsOf(RUN, { situation: { ...situation, inputs: [4, 5, 16] } }), rows);
});

test("without derived inputs there is nothing to tell, and without a situation no row", () => {
  const situation = { inputs: [3, 5], scaled: [3, 5] };

  assert.equal(KINDS.situation.rowsOf({ layer_sizes: [2, 1] }, { situation }).derived, undefined);
  assert.deepEqual(KINDS.situation.rowsOf(RUN, { situation: null }).inputs, []);
});

test("beside a table that is shown scaled stand all inputs as the network sees them, with as many digits", () => {
  const table = { inputs: [[3, 5, 9]], scaled: [[0.3, 1 / 3, 0.9]], targets: [[1]], row_numbers: [1] };
  const run = { ...RUN, train: table, test: table };

  for (const kind of ["train", "test"]) {
    assert.equal(KINDS[kind].rowsOf(run, { showsScaled: false }), table);
    const rows = KINDS[kind].rowsOf(run, { showsScaled: true });
    assert.deepEqual(rows, { ...table, inputs: [[0.3, 0.3333, 0.9]], derived: [[0.9]], areScaled: true });
    assert.equal(KINDS[kind].rowsOf(run, { showsScaled: true }), rows);
  }
});
