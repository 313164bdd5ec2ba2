import assert from "node:assert/strict";
import test from "node:test";
import { withNewest, withOnAxis } from "../../../../playground/player/frontend/surface/two_weights.mjs";

test("another weight is put on an axis, and changes places with the one that has it", () => {
  assert.deepEqual(withOnAxis([0, 2], 0, 1), [1, 2]);
  assert.deepEqual(withOnAxis([0, 2], 1, 1), [0, 1]);
  assert.deepEqual(withOnAxis([0, 2], 0, 2), [2, 0]);
  assert.deepEqual(withOnAxis([0, 2], 1, 0), [2, 0]);
});

test("the two are those that were chosen last in the network, the newer one across", () => {
  assert.deepEqual(withNewest([0, 2], 1), [1, 0]);
  assert.deepEqual(withNewest(withNewest([0, 2], 5), 4), [4, 5]);
  assert.deepEqual(withNewest([0, 2], 2), [2, 0]);
  assert.deepEqual(withNewest([0, 2], 0), [0, 2]);
});
