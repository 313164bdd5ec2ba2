import assert from "node:assert/strict";
import { test } from "node:test";

import { isParameterOff, isSilent, switchedOffAt } from "../../../playground/player/frontend/network/switched_off.mjs";

const off = (epoch, layer, index) => ({ epoch, what: "switched_off", neuron: { layer, index }, text: "" });
const CHANGES = [{ epoch: 2, what: "parameter", index: 1, value: 3, text: "" }, off(4, 1, 0), off(9, 0, 1)];

test("a neuron is off from its epoch on, beside those that were before", () => {
  assert.deepEqual([3, 4, 8, 9].map((epoch) => switchedOffAt(CHANGES, epoch).length), [0, 1, 1, 2]);
});

test("its edges are those that lead to it and those that lead away", () => {
  const neuron = [{ layer: 1, index: 0 }];

  assert.equal(isSilent(neuron, { layer: 1, from: 1, to: 0 }), true);
  assert.equal(isSilent(neuron, { layer: 1, from: null, to: 0 }), true);
  assert.equal(isSilent(neuron, { layer: 2, from: 0, to: 0 }), true);
  assert.equal(isSilent(neuron, { layer: 1, from: 0, to: 1 }), false);
  assert.equal(isSilent(neuron, { layer: 2, from: 1, to: 0 }), false);
  assert.equal(isSilent(neuron, { layer: 2, from: null, to: 0 }), false);
});

test("its weights lie in the flat vector where the network has them", () => {
  // 2-2-1 without biases: input 1 to both neurons, input 2 to both, then both to the output.
  const run = { layer_sizes: [2, 2, 1], bias: false, changes: CHANGES };
  const places = (epoch) => [0, 1, 2, 3, 4, 5].filter((place) => isParameterOff(place, { run, epoch }));

  assert.deepEqual(places(3), []);
  assert.deepEqual(places(4), [0, 2, 4]);
  assert.deepEqual(places(9), [0, 2, 3, 4]);
});
