import assert from "node:assert/strict";
import test from "node:test";

import { groupsOf, parametersOf } from "../../../playground/player/frontend/charts/weight_groups.mjs";

/** W1: 0 to 5, row by row; b1: 6 to 8; W2: 9 to 11; b2: 12. */
const NETWORK = { layer_sizes: [2, 3, 1], bias: true };

test("a neuron has the weights that lead to it and its bias", () => {
  assert.deepEqual([...parametersOf(NETWORK, { layer: 1, index: 1 })], [1, 4, 7]);
  assert.deepEqual([...parametersOf(NETWORK, { layer: 2, index: 0 })], [9, 10, 11, 12]);
  assert.deepEqual([...parametersOf({ ...NETWORK, bias: false }, { layer: 2, index: 0 })], [6, 7, 8]);
});

test("an input has the weights that lead from it", () => {
  assert.deepEqual([...parametersOf(NETWORK, { layer: 0, index: 1 })], [3, 4, 5]);
});

test("lines are grouped by their layers; what is no weight is in no group", () => {
  const lines = [
    { meta: { label: "before" } },
    { meta: { label: "a", parameter: 0, group: "Input → Hidden" } },
    { meta: { label: "b", parameter: 7, group: "Hidden → Output" } },
    { meta: { label: "c", parameter: 1, group: "Input → Hidden" } },
  ];

  assert.deepEqual([...groupsOf(lines)], [["Input → Hidden", new Set([0, 1])], ["Hidden → Output", new Set([7])]]);
});
